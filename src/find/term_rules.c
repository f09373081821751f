/* The terms of an entry. Taking a word apart costs ten times more than finding
 * out that it has been done, and a text has few words that no other has. */
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "find/find.h"

enum { WORDS = 1 << 16, MOST_WORDS = WORDS / 4 * 3 };

/* A word by its digest, and its terms where they lie among all. */
struct known { i64 word; uint32_t at, n; };

struct word_memory {
	struct arena    *mem;
	struct known     known[WORDS];
	size_t           n;
	struct term_list terms;
};

struct word_memory *word_memory_new(void)
{
	struct word_memory *m = calloc(1, sizeof *m);

	if (m == NULL)
		panic("out of memory");
	m->mem = arena_new();
	return m;
}

void word_memory_free(struct word_memory *m)
{
	if (m == NULL)
		return;
	arena_free(m->mem);
	free(m);
}

/* Full: everything is forgotten, and the common words are soon back. */
static void forget(struct word_memory *m)
{
	arena_reset(m->mem);
	memset(m->known, 0, sizeof m->known);
	m->n = 0;
	m->terms = (struct term_list){0};
}

static struct known *place_of(struct word_memory *m, i64 word)
{
	size_t at = (size_t)word % WORDS;

	while (m->known[at].n != 0 && m->known[at].word != word)
		at = (at + 1) % WORDS;
	return &m->known[at];
}

static void learn(struct word_memory *m, struct known *k, i64 word,
                  const struct stem *w)
{
	struct arena *scratch = arena_new();
	struct text_list parts = compound_parts(scratch, word_list(),
	                                        w->folded);
	const char *plain = plain_stem(scratch, w);

	k->word = word;
	k->at = (uint32_t)m->terms.n;
	k->n = (uint32_t)parts.n + (plain == NULL ? 1 : 2);
	*PUSH(m->mem, &m->terms) = term_of_word(w->stem);
	for (size_t i = 0; i < parts.n; i++)
		*PUSH(m->mem, &m->terms) = term_of_word(parts.v[i]);
	if (plain != NULL)
		*PUSH(m->mem, &m->terms) = term_of_word(plain);
	m->n++;
	arena_free(scratch);
}

static void add_word(struct arena *mem, struct word_memory *m,
                     const struct stem *w, struct term_list *out)
{
	i64 word = term_of_word(w->folded);
	struct known *k;

	if (m->n >= MOST_WORDS)
		forget(m);
	k = place_of(m, word);
	if (k->n == 0)
		learn(m, k, word, w);
	for (size_t i = 0; i < k->n; i++)
		*PUSH(mem, out) = m->terms.v[k->at + i];
}

static void add_text(struct arena *mem, struct word_memory *m,
                     const char *text, struct term_list *out)
{
	struct stem_list all = stems_of(mem, SWEDISH, text);

	for (size_t i = 0; i < all.n; i++)
		add_word(mem, m, &all.v[i], out);
}

/* Every set of filters it fits, so that those of a search are one list. */
static void add_filters(struct arena *mem, const struct entry *e,
                        struct term_list *out)
{
	enum find_state state = e->over ? OVER : STILL_OPEN;
	unsigned last = text_blank(e->unit) ? 3 : 7;

	for (unsigned set = 1; e->year != 0 && set <= last; set++)
		*PUSH(mem, out) = term_of_filter(
			set & 1 ? state : ANY_STATE, set & 2 ? e->year : 0,
			set & 4 ? e->unit : NULL);
}

static int by_number(const void *a, const void *b)
{
	i64 x = *(const i64 *)a, y = *(const i64 *)b;

	return x < y ? -1 : x > y;
}

struct term_list entry_terms(struct arena *mem, struct word_memory *m,
                             const struct entry *e)
{
	struct term_list all = {0};
	size_t n = 0;

	add_text(mem, m, e->title, &all);
	add_text(mem, m, e->title_en, &all);
	add_text(mem, m, e->text, &all);
	add_filters(mem, e, &all);
	if (all.n > 0)
		qsort(all.v, all.n, sizeof *all.v, by_number);
	for (size_t i = 0; i < all.n; i++)
		if (n == 0 || all.v[n - 1] != all.v[i])
			all.v[n++] = all.v[i];
	all.n = n;
	return all;
}
