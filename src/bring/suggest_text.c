/* Sentences of a text as people paste it: lines may be broken anywhere. */
#include <string.h>

#include "base/text.h"
#include "bring/suggest_part.h"

enum { SHORT_LINE = 48, LONG_LINE = 160 };      /* bytes */

static bool is_end(char c)
{
	return c == '.' || c == '!' || c == '?';
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* "t.ex. så", "3.1", "bl.a. i": no end. What follows an end is no small
 * letter, and what stands before it is longer than an abbreviation's end. */
static bool ends_here(const char *text, size_t at)
{
	const char *next = text + at + 1;
	size_t word = 0;

	if (!is_end(text[at]) || (*next != ' ' && *next != '\n' &&
	                          *next != '\t' && *next != '\0'))
		return false;
	while (word < at && text[at - 1 - word] != ' ' &&
	       text[at - 1 - word] != '\n' && text[at - 1 - word] != '.')
		word++;
	next += strspn(next, " \t\n\"”»");
	if (*next >= 'a' && *next <= 'z')
		return false;
	return text[at] != '.' || word > 2 ||
	       (word > 0 && is_digit(text[at - 1]));
}

static bool is_bullet(const char *line)
{
	static const char *const bullets[] = { "•", "–", "-", "*", "▪", "·" };

	for (size_t i = 0; i < COUNT(bullets); i++)
		if (strncmp(line, bullets[i], strlen(bullets[i])) == 0)
			return true;
	return is_digit(line[0]) && strcspn(line, ".)") < 3;
}

/* Does a line's end part what stands on both sides? */
static bool parts(const char *text, size_t line, size_t at)
{
	const char *next = text + at + 1;

	next += strspn(next, " \t");
	return *next == '\n' || *next == '\0' || at - line < SHORT_LINE ||
	       at - line > LONG_LINE || is_bullet(next) ||
	       (at > 0 && text[at - 1] == ':');
}

static void add(struct arena *mem, const char *text, size_t from, size_t to,
                struct sentence_list *out)
{
	while (from < to && strchr(" \t\n", text[from]) != NULL)
		from++;
	while (from < to && strchr(" \t\n", text[to - 1]) != NULL)
		to--;
	if (from < to)
		*PUSH(mem, out) = (struct sentence_at){ from, to };
}

void sentences_of(struct arena *mem, const char *text,
                  struct sentence_list *out)
{
	size_t from = 0, line = 0, at = 0;

	for (; text[at] != '\0'; at++) {
		bool over = text[at] == '\n' ? parts(text, line, at) :
		            ends_here(text, at);

		if (over) {
			add(mem, text, from, at + 1, out);
			from = at + 1;
		}
		if (text[at] == '\n')
			line = at + 1;
	}
	add(mem, text, from, at, out);
}

/* -- as shown -------------------------------------------------------------- */

/* So many letters away, at a word's edge, within the sentence. */
static size_t back(const char *text, size_t from, size_t at, size_t letters)
{
	size_t edge = at;

	while (at > from && letters > 0) {
		at--;
		letters -= (text[at] & 0xC0) != 0x80;
		if (at == from || text[at - 1] == ' ' || text[at - 1] == '\n')
			edge = at;
	}
	return edge;
}

static size_t ahead(const char *text, size_t at, size_t to, size_t letters)
{
	size_t edge = at;

	while (at < to && letters > 0) {
		letters -= (text[at] & 0xC0) != 0x80;
		at++;
		if (at == to || text[at] == ' ' || text[at] == '\n')
			edge = at;
	}
	return edge;
}

static void shift(struct told_list *told, size_t from, size_t to, size_t more)
{
	size_t kept = 0;

	for (size_t i = 0; i < told->n; i++) {
		struct told t = told->v[i];

		if (t.from < from || t.from + t.n > to)
			continue;
		t.from += more - from;
		told->v[kept++] = t;
	}
	told->n = kept;
}

const char *sentence_shown(struct arena *mem, const char *text,
                           const struct sentence_at *s,
                           struct told_list *told)
{
	size_t from = s->from, to = s->to, first;
	char *out;

	if (told->n > 0 && to - from > SUGGEST_SENTENCE) {
		first = told->v[0].from;
		from = back(text, from, first, SUGGEST_SENTENCE / 3);
		to = ahead(text, first + told->v[0].n, to,
		           2 * SUGGEST_SENTENCE / 3);
	}
	shift(told, from, to, from > s->from ? strlen("… ") : 0);
	out = arena_print(mem, "%s%.*s%s", from > s->from ? "… " : "",
	                  (int)(to - from), text + from,
	                  to < s->to ? " …" : "");
	for (char *c = out; *c != '\0'; c++)
		if (*c == '\n' || *c == '\t')
			*c = ' ';
	return out;
}
