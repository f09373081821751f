/* Which words a text has, and whether they are those that are asked for. */
#include <string.h>

#include "base/text.h"
#include "find/find.h"

enum { AROUND = 90 };           /* bytes of a text before and after a hit */

/* -- terms --------------------------------------------------------------- */

/* FNV-1a; two words with one digest only cost a look. */
static i64 digest(const char *sort, const char *text)
{
	uint64_t h = 14695981039346656037u;

	for (; *sort != '\0'; sort++)
		h = (h ^ (unsigned char)*sort) * 1099511628211u;
	for (; *text != '\0'; text++)
		h = (h ^ (unsigned char)*text) * 1099511628211u;
	h ^= h >> 32;
	return (i64)(h & INT64_MAX);
}

i64 term_of_word(const char *stem)
{
	return digest("", stem);
}

/* No word has a blank in it, so no filter is taken for one. */
i64 term_of_filter(enum find_state state, i64 year, const char *unit)
{
	char sort[] = { ' ', (char)('0' + state),
	                (char)('0' + year / 1000 % 10),
	                (char)('0' + year / 100 % 10),
	                (char)('0' + year / 10 % 10),
	                (char)('0' + year % 10), ' ', '\0' };

	return digest(sort, or_empty(unit));
}

/* -- what is asked for --------------------------------------------------- */

void asked_words(struct arena *mem, const char *text, struct asked *out)
{
	struct stem_list all = stems_of(mem, SWEDISH, text);

	for (size_t i = 0; i < all.n && out->n < MOST_WORDS_ASKED; i++) {
		i64 term = term_of_word(all.v[i].stem);
		bool there = false;

		for (size_t k = 0; k < out->n; k++)
			there = there || out->words[k].term == term;
		if (!there)
			out->words[out->n++] = (struct asked_word){
				all.v[i].stem, term };
	}
}

/* -- what fits ----------------------------------------------------------- */

/* A part's stem is a beginning of the part, so it stands in the word. */
static bool part_fits(struct arena *mem, const char *stem,
                      const struct stem *word)
{
	struct text_list parts;

	if (strstr(word->folded, stem) == NULL)
		return false;
	parts = compound_parts(mem, word_list(), word->folded);
	for (size_t i = 0; i < parts.n; i++)
		if (strcmp(parts.v[i], stem) == 0)
			return true;
	return false;
}

/* The letters as they are folded; two bytes each. */
static char plain_letter(const char *at)
{
	static const struct { const char *letter; char plain; } all[] = {
		{ "á", 'a' }, { "â", 'a' }, { "č", 'c' }, { "đ", 'd' },
		{ "ǥ", 'g' }, { "ǧ", 'g' }, { "ï", 'i' }, { "ǩ", 'k' },
		{ "ŋ", 'n' }, { "ń", 'n' }, { "õ", 'o' }, { "š", 's' },
		{ "ŧ", 't' }, { "ž", 'z' }, { "ʒ", 'z' }, { "ǯ", 'z' },
	};

	for (size_t i = 0; (*at & 0x80) != 0 && i < COUNT(all); i++)
		if (strncmp(at, all[i].letter, 2) == 0)
			return all[i].plain;
	return '\0';
}

const char *plain_stem(struct arena *mem, const struct stem *word)
{
	size_t n = 0, room = strlen(word->folded);
	char *out = NULL;

	for (const char *at = word->folded; *at != '\0'; n++) {
		char plain = plain_letter(at);

		if (plain != '\0' && out == NULL) {
			out = arena_take(mem, room + 1);
			memcpy(out, word->folded, n);
		}
		if (out != NULL)
			out[n] = plain == '\0' ? *at : plain;
		at += plain == '\0' ? 1 : 2;
	}
	if (out == NULL)
		return NULL;
	out[n] = '\0';
	return stem_of(mem, SWEDISH, out);
}

static bool plain_fits(struct arena *mem, const char *stem,
                       const struct stem *word)
{
	const char *plain = plain_stem(mem, word);

	return plain != NULL && strcmp(stem, plain) == 0;
}

static bool fits(struct arena *mem, const char *stem, const struct stem *word)
{
	return strcmp(stem, word->stem) == 0 || part_fits(mem, stem, word) ||
	       plain_fits(mem, stem, word);
}

bool word_fits(struct arena *mem, const struct asked *asked,
               const struct stem *word)
{
	for (size_t i = 0; i < asked->n; i++)
		if (fits(mem, asked->words[i].stem, word))
			return true;
	return false;
}

/* Notes which of the words stand in the text; a set by their order. */
static unsigned words_in(struct arena *mem, const struct asked *asked,
                         const char *text)
{
	struct stem_list all = stems_of(mem, SWEDISH, text);
	unsigned found = 0;

	for (size_t i = 0; i < all.n; i++)
		for (size_t k = 0; k < asked->n; k++)
			if ((found & 1u << k) == 0 &&
			    fits(mem, asked->words[k].stem, &all.v[i]))
				found |= 1u << k;
	return found;
}

static bool filters_fit(const struct asked *asked, const struct entry *e)
{
	if (asked->state != ANY_STATE &&
	    (e->year == 0 || (asked->state == OVER) != e->over))
		return false;
	if (asked->year != 0 && asked->year != e->year)
		return false;
	return asked->unit == NULL || same(asked->unit, e->unit);
}

bool entry_fits(struct arena *mem, const struct asked *asked,
                const struct entry *e)
{
	unsigned all = (1u << asked->n) - 1, found;

	if (!filters_fit(asked, e))
		return false;
	found = words_in(mem, asked, e->title);
	if (found != all)
		found |= words_in(mem, asked, e->title_en);
	if (found != all)
		found |= words_in(mem, asked, e->text);
	return found == all;
}

/* -- an excerpt ---------------------------------------------------------- */

/* The lines of the text are fields of a form: one is shown, not several. */
static size_t line_before(const char *text, size_t at)
{
	while (at > 0 && text[at - 1] != '\n')
		at--;
	return at;
}

/* The first blank from there on: no letter is cut in two. */
static size_t cut_after(const char *text, size_t at, size_t end)
{
	while (at < end && text[at] != ' ')
		at++;
	return at;
}

static void around(const char *text, const struct stem *w, struct excerpt *out)
{
	size_t first = line_before(text, w->offset), from = first;
	size_t last = w->offset + strcspn(text + w->offset, "\n"), to = last;

	if (w->offset - first > AROUND)
		from = cut_after(text, w->offset - AROUND, w->offset);
	if (last - w->offset > w->length + AROUND)
		to = cut_after(text, w->offset + w->length + AROUND, last);
	*out = (struct excerpt){ text + from, to - from, from > first,
	                         to < last };
}

/* What the title has already need not be said again. */
static struct asked not_in(struct arena *mem, const struct asked *asked,
                           const char *title)
{
	unsigned there = words_in(mem, asked, title);
	struct asked rest = {0};

	for (size_t i = 0; i < asked->n; i++)
		if ((there & 1u << i) == 0)
			rest.words[rest.n++] = asked->words[i];
	return rest;
}

bool excerpt_of(struct arena *mem, const struct asked *asked,
                const char *title, const char *text, struct excerpt *out)
{
	struct asked rest = not_in(mem, asked, title);
	struct stem_list all = {0};

	if (rest.n > 0)
		all = stems_of(mem, SWEDISH, text);
	for (size_t i = 0; i < all.n; i++)
		if (word_fits(mem, &rest, &all.v[i])) {
			around(text, &all.v[i], out);
			return true;
		}
	return false;
}
