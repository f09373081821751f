/* What a word of the text stands for: itself, or a keyword within it. */
#include <string.h>

#include "base/text.h"
#include "bring/suggest_part.h"

enum {
	LEAST_PART = 4,                 /* letters of a keyword in a compound */
	LEAST_REST = 3,                 /* … and of what is beside it */
};

struct seen { const char *folded; struct part_list parts; };

struct word_book {
	struct arena       *mem;
	const struct index *index;
	struct seen        *seen;       /* by hash of the folded word */
	size_t              size;       /* a power of two, half of it used */
};

struct word_book *word_book(struct arena *mem, const struct index *index,
                            size_t n)
{
	struct word_book *m = NEW(mem, struct word_book);

	m->mem = mem;
	m->index = index;
	for (m->size = 1024; m->size < 2 * n; m->size *= 2)
		;
	m->seen = arena_take(mem, m->size * sizeof *m->seen);
	return m;
}

/* One stem may be of two words: öppet is not öppenhet. They are one where most
 * of the keyword stands in the word. */
static bool is_form_of(const char *word, const char *keyword)
{
	size_t n = 0;

	while (word[n] != '\0' && word[n] == keyword[n])
		n++;
	return 5 * n >= 3 * strlen(keyword);
}

/* `word` is NULL for a part of a compound. */
static void stands_for(struct word_book *m, struct part_list *out,
                       const struct slot *slot, const char *word)
{
	bool whole = word != NULL;

	for (size_t i = 0; slot != NULL && i < slot->terms.n; i++) {
		size_t term = slot->terms.v[i];
		const struct term *t = &m->index->terms.v[term];
		bool there = false;

		/* A phrase wants its own words, not compounds of them. */
		if (whole ? t->n == 1 && !is_form_of(word, t->folded) :
		            t->n > 1)
			continue;
		for (size_t k = 0; k < out->n; k++)
			there = there || out->v[k].term == term;
		if (!there)
			*PUSH(m->mem, out) = (struct part){ term, whole };
	}
}

/* What follows makes another word of it, or another form: no compound. */
static bool is_ending(const char *rest)
{
	static const char *const endings[] = {
		"lig", "isk", "het", "ning", "else", "bar", "sam", "ande",
		"ende", "ade", "erna", "arna", "orna", "ens", "ets", "iga",
		"igt", "tion", "ism", "ist", "are",
	};

	for (size_t i = 0; i < COUNT(endings); i++)
		if (strncmp(rest, endings[i], strlen(endings[i])) == 0)
			return true;
	return false;
}

/* Words that end or begin like a keyword by chance. */
static bool by_chance(const char *word)
{
	static const char *const others[] = {
		"signatur", "grafisk", "geografisk", "specifik", "stadg",
		"kristen", "makto", "kustod", "vårdslös", "fredag", "barnsl",
		"torktum",
	};

	for (size_t i = 0; i < COUNT(others); i++)
		if (strncmp(word, others[i], strlen(others[i])) == 0)
			return true;
	return false;
}

static bool edge(const char *at)
{
	return (*at & 0xC0) != 0x80;
}

/* "klimatavtryck" begins with klimat; "s" may join the parts. */
static void begins_with(struct word_book *m, const char *word, size_t n,
                        struct part_list *out)
{
	for (size_t i = n - 1; i >= LEAST_PART; i--) {
		const struct slot *slot;

		if (!edge(word + i) || n - i < LEAST_REST ||
		    is_ending(word + i))
			continue;
		slot = index_slot_n(m->index, word, i);
		if (slot == NULL)
			continue;
		stands_for(m, out, slot, NULL);
		return;
	}
}

/* "sjukvård" ends with vård; four letters are enough for a few such. */
static bool may_end_with(const char *stem, size_t n)
{
	static const char *const brief[] = { "vård", "skol", "skog", "häls" };

	if (text_length(stem) > LEAST_PART)
		return n > LEAST_PART;
	for (size_t i = 0; i < COUNT(brief); i++)
		if (strcmp(stem, brief[i]) == 0)
			return true;
	return false;
}

static void ends_with(struct word_book *m, const char *stem,
                      struct part_list *out)
{
	size_t n = strlen(stem);

	for (size_t i = LEAST_REST; i + LEAST_PART <= n; i++) {
		const struct slot *slot;

		if (!edge(stem + i) || !may_end_with(stem + i, n - i))
			continue;
		slot = index_slot(m->index, stem + i);
		if (slot == NULL)
			continue;
		stands_for(m, out, slot, NULL);
		return;
	}
}

static void read_word(struct word_book *m, const struct stem *w,
                      struct part_list *out)
{
	size_t n = strlen(w->folded);

	stands_for(m, out, index_slot(m->index, w->stem), w->folded);
	if (out->n > 0 || n < LEAST_PART + LEAST_REST || by_chance(w->folded))
		return;
	begins_with(m, w->folded, n, out);
	ends_with(m, w->stem, out);
}

const struct part_list *word_parts(struct word_book *m, const struct stem *w)
{
	size_t h = 5381;
	struct seen *s;

	for (const char *c = w->folded; *c != '\0'; c++)
		h = h * 33 ^ (unsigned char)*c;
	for (s = &m->seen[h & (m->size - 1)]; s->folded != NULL; ) {
		if (strcmp(s->folded, w->folded) == 0)
			return &s->parts;
		s = &m->seen[++h & (m->size - 1)];
	}
	s->folded = w->folded;
	read_word(m, w, &s->parts);
	return &s->parts;
}
