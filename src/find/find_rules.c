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
i64 term_of_state(bool over)
{
	return digest("state ", over ? "over" : "open");
}

i64 term_of_year(i64 year)
{
	const char digits[] = { (char)('0' + year / 1000 % 10),
	                        (char)('0' + year / 100 % 10),
	                        (char)('0' + year / 10 % 10),
	                        (char)('0' + year % 10), '\0' };

	return digest("year ", digits);
}

i64 term_of_unit(const char *unit)
{
	return digest("unit ", unit);
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

static bool fits(struct arena *mem, const char *stem, const struct stem *word)
{
	return strcmp(stem, word->stem) == 0 || part_fits(mem, stem, word);
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

/* The first blank from there on: no letter is cut in two. */
static size_t cut_after(const char *text, size_t at)
{
	while (text[at] != '\0' && text[at] != ' ' && text[at] != '\n')
		at++;
	return at;
}

bool excerpt_of(struct arena *mem, const struct asked *asked, const char *text,
                struct excerpt *out)
{
	struct stem_list all = stems_of(mem, SWEDISH, text);
	size_t from, to, length = strlen(text);

	for (size_t i = 0; i < all.n; i++) {
		const struct stem *w = &all.v[i];

		if (!word_fits(mem, asked, w))
			continue;
		from = w->offset > AROUND ? w->offset - AROUND : 0;
		to = w->offset + w->length;
		to = length - to > AROUND ? to + AROUND : length;
		from = from == 0 ? 0 : cut_after(text, from);
		if (from > w->offset)           /* a word without an end */
			from = w->offset;
		to = cut_after(text, to);
		*out = (struct excerpt){ text + from, to - from, from > 0,
		                         text[to] != '\0' };
		return true;
	}
	return false;
}
