/* Points of a proposal: one act each, that can stand alone in the minutes. */
#include <string.h>

#include "base/text.h"
#include "kit/icu.h"
#include "matter/letter.h"

static bool begins(const char *text, const char *with)
{
	return strncmp(text, with, strlen(with)) == 0;
}

/* What people put before a point: "1. ", "2) ", "- ", "• ", "att ". */
static const char *bare(const char *line)
{
	static const char *const before[] = {
		"- ", "• ", "– ", "* ", "att ", "Att ",
	};
	bool more = true;

	while (more) {
		size_t digits = strspn(line, "0123456789");

		more = false;
		if (digits > 0 && strchr(".)", line[digits]) != NULL &&
		    line[digits] != '\0' && line[digits + 1] == ' ') {
			line += digits + 2;
			more = true;
		}
		for (size_t i = 0; i < COUNT(before); i++)
			if (begins(line, before[i])) {
				line += strlen(before[i]);
				more = true;
			}
	}
	return line;
}

static void one_line(struct arena *mem, i64 part, const char *line,
                     struct written_lines *out)
{
	static const char *const items[] = { "- ", "• ", "– ", "* " };

	if (part == LETTER_PROPOSAL) {
		written_add(mem, out, WRITTEN_POINT, bare(line));
		return;
	}
	if (begins(line, "# ")) {
		written_add(mem, out, WRITTEN_HEAD, text_trim(mem, line + 2));
		return;
	}
	for (size_t i = 0; i < COUNT(items); i++)
		if (begins(line, items[i])) {
			written_add(mem, out, WRITTEN_ITEM,
			            line + strlen(items[i]));
			return;
		}
	written_add(mem, out, WRITTEN_TEXT, line);
}

void letter_lines(struct arena *mem, i64 part, const char *text,
                  struct written_lines *out)
{
	struct text_list lines = text_lines(mem, or_empty(text));

	for (size_t i = 0; i < lines.n; i++)
		one_line(mem, part, lines.v[i], out);
}

/* -- what a point lacks -------------------------------------------------- */

static const char *word(struct arena *mem, const char *text, const char **rest)
{
	size_t n;

	text += strspn(text, " ");
	n = strcspn(text, " ,.;:");
	*rest = text + n;
	return arena_text(mem, text, n);
}

static bool ends(const char *text, const char *with)
{
	size_t n = strlen(text), m = strlen(with);

	return n >= m && strcmp(text + n - m, with) == 0;
}

/*
 * A Swedish infinitive ends in -a, or in the vowel of a short verb, whatever
 * is set before that: anta, avslå, överse, medge. What else ends so and may
 * begin a sentence is no verb.
 */
static bool verb(const char *w)
{
	static const char *const no[] = {
		"detta", "denna", "alla", "båda", "dessa", "sina", "våra",
		"nya", "bra", "samma", "hela", "ha",
	};
	static const char *const shorts[] = {
		"ge", "se", "be", "le", "ske", "gå", "stå", "slå", "få", "nå",
		"må", "bo", "tro", "bero", "bry", "fly", "avsky", "dö", "strö",
		"klä", "te", "bistå",
	};

	if (same(w, "ha"))
		return true;
	for (size_t i = 0; i < COUNT(no); i++)
		if (same(w, no[i]))
			return false;
	for (size_t i = 0; i < COUNT(shorts); i++)
		if (ends(w, shorts[i]))
			return true;
	return ends(w, "a");
}

static bool among(const char *w, const char *const *all, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (same(w, all[i]))
			return true;
	return false;
}

/* Its first word, after adverbs; "till styrelsen överlämna" begins with whom
 * it is for. */
static bool begins_with_verb(struct arena *mem, const char *text,
                             const char **rest)
{
	static const char *const adverbs[] = {
		"inte", "ej", "även", "också", "vidare", "därmed", "samtidigt",
		"åter",
	};
	static const char *const before[] = { "till", "för", "på", "från",
	                                      "med", "hos", "av" };
	enum { MOST_BEFORE = 4 };
	const char *w = word(mem, text, rest);

	while (among(w, adverbs, COUNT(adverbs)))
		w = word(mem, *rest, rest);
	if (!among(w, before, COUNT(before)))
		return verb(w);
	for (int i = 0; i < MOST_BEFORE; i++)
		if (verb(word(mem, *rest, rest)))
			return true;
	return false;
}

static bool several(struct arena *mem, const char *rest)
{
	static const char *const joins[] = {
		" och att ", " samt att ", " samt ", "; ",
	};

	for (size_t i = 0; i < COUNT(joins); i++) {
		const char *at = strstr(rest, joins[i]), *more;

		if (at == NULL)
			continue;
		if (strstr(joins[i], "att") != NULL || verb(word(mem,
		    at + strlen(joins[i]), &more)))
			return true;
	}
	return false;
}

static bool leans(const char *folded)
{
	static const char *const words[] = {
		"enligt ovan", "ovanstående", "ovan nämnd", "ovannämnd",
		"nedan", "denna skrivelse", "tjänsteskrivelsen",
		"samma sätt", "dito",
	};

	for (size_t i = 0; i < COUNT(words); i++)
		if (strstr(folded, words[i]) != NULL)
			return true;
	return false;
}

unsigned point_flaws(struct arena *mem, const char *point)
{
	const char *folded = text_fold(mem, bare(point)), *rest;
	unsigned flaws = 0;

	if (!begins_with_verb(mem, folded, &rest))
		flaws |= POINT_NO_VERB;
	if (several(mem, rest))
		flaws |= POINT_SEVERAL;
	if (leans(folded))
		flaws |= POINT_LEANS;
	return flaws;
}
