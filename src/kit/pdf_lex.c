/* Tokens of PDF content: what is broken ends a token, never the reading. */
#include <stdlib.h>
#include <string.h>

#include "kit/pdf_read.h"

struct pdf_lex pdf_lex(struct arena *mem, struct bytes in)
{
	return (struct pdf_lex){ .v = in.v, .n = in.n,
	                         .room = arena_take(mem, in.n + 64) };
}

static bool is_space(int c)
{
	return c == 0 || c == '\t' || c == '\n' || c == '\f' || c == '\r' ||
	       c == ' ';
}

static bool is_mark(int c)
{
	return c != 0 && strchr("()<>[]{}/%", c) != NULL;
}

static int peek(const struct pdf_lex *l)
{
	return l->at < l->n ? l->v[l->at] : -1;
}

/* There is room for as many bytes as were read since it was empty. */
static void keep(struct pdf_lex *l, int c)
{
	if (l->used < l->n + 63)
		l->room[l->used++] = (char)c;
}

static void begin(struct pdf_lex *l)
{
	l->text = l->room + l->used;
}

static void finish(struct pdf_lex *l)
{
	l->length = (size_t)(l->room + l->used - l->text);
	l->room[l->used] = '\0';
	l->used += l->used < l->n + 63;
}

static void skip_blank(struct pdf_lex *l)
{
	while (l->at < l->n) {
		if (is_space(peek(l)))
			l->at++;
		else if (peek(l) == '%')
			while (l->at < l->n && peek(l) != '\n' &&
			       peek(l) != '\r')
				l->at++;
		else
			return;
	}
}

static int hex(int c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	if (c >= 'a' && c <= 'f')
		return c - 'a' + 10;
	if (c >= 'A' && c <= 'F')
		return c - 'A' + 10;
	return -1;
}

/* -- strings -------------------------------------------------------------- */

static int octal(struct pdf_lex *l, int first)
{
	int n = first - '0';

	for (int i = 0; i < 2 && peek(l) >= '0' && peek(l) <= '7'; i++)
		n = n * 8 + (l->v[l->at++] - '0');
	return n & 0xFF;
}

static void escaped(struct pdf_lex *l)
{
	static const char from[] = "nrtbf", to[] = "\n\r\t\b\f";
	int c = peek(l);
	const char *at;

	if (c < 0)
		return;
	l->at++;
	at = c == 0 ? NULL : strchr(from, c);
	if (at != NULL)
		keep(l, to[at - from]);
	else if (c >= '0' && c <= '7')
		keep(l, octal(l, c));
	else if (c == '\r')
		l->at += peek(l) == '\n';
	else if (c != '\n')
		keep(l, c);
}

static enum pdf_token string(struct pdf_lex *l)
{
	int deep = 1;

	begin(l);
	while (l->at < l->n) {
		int c = l->v[l->at++];

		if (c == '\\') {
			escaped(l);
			continue;
		}
		deep += (c == '(') - (c == ')');
		if (deep == 0)
			break;
		keep(l, c);
	}
	finish(l);
	return PDF_STRING;
}

static enum pdf_token hex_string(struct pdf_lex *l)
{
	int high = -1;

	begin(l);
	while (l->at < l->n && peek(l) != '>') {
		int digit = hex(l->v[l->at++]);

		if (digit < 0)
			continue;
		if (high >= 0)
			keep(l, high << 4 | digit);
		high = high >= 0 ? -1 : digit;
	}
	if (high >= 0)
		keep(l, high << 4);
	l->at += l->at < l->n;
	finish(l);
	return PDF_STRING;
}

/* -- names, numbers, words ------------------------------------------------ */

static void regular(struct pdf_lex *l, bool name)
{
	begin(l);
	while (l->at < l->n && !is_space(peek(l)) && !is_mark(peek(l))) {
		int c = l->v[l->at++];

		if (name && c == '#' && l->at + 1 < l->n &&
		    hex(l->v[l->at]) >= 0 && hex(l->v[l->at + 1]) >= 0) {
			c = hex(l->v[l->at]) << 4 | hex(l->v[l->at + 1]);
			l->at += 2;
		}
		keep(l, c);
	}
	finish(l);
}

/* Digits, one point, a sign first. */
static bool is_number(const char *text)
{
	size_t digits = 0, points = 0;

	if (*text == '-' || *text == '+')
		text++;
	for (; *text != '\0'; text++) {
		if (*text == '.')
			points++;
		else if (*text >= '0' && *text <= '9')
			digits++;
		else
			return false;
	}
	return digits > 0 && digits < 32 && points <= 1;
}

static double number(const char *text)
{
	double n = 0, unit = 1;
	bool minus = *text == '-', whole = true;

	for (text += *text == '-' || *text == '+'; *text != '\0'; text++) {
		if (*text == '.') {
			whole = false;
			continue;
		}
		n = n * 10 + (*text - '0');
		unit = whole ? unit : unit * 10;
	}
	n /= unit;
	return minus ? -n : n;
}

static enum pdf_token word(struct pdf_lex *l)
{
	regular(l, false);
	if (!is_number(l->text))
		return PDF_WORD;
	l->number = number(l->text);
	return PDF_NUMBER;
}

/* Dictionaries are not kept together: their marks are passed over. */
enum pdf_token pdf_next(struct pdf_lex *l)
{
	for (;;) {
		int c;

		skip_blank(l);
		c = peek(l);
		if (c < 0)
			return PDF_END;
		if (!is_mark(c))
			return word(l);
		l->at++;
		if (c == '(')
			return string(l);
		if (c == '<' && peek(l) != '<')
			return hex_string(l);
		if (c == '[' || c == ']')
			return c == '[' ? PDF_OPEN : PDF_CLOSE;
		if (c == '/') {
			regular(l, true);
			return PDF_NAME;
		}
		l->at += c == '<';
	}
}

void pdf_skip_picture(struct pdf_lex *l)
{
	for (l->at += l->at < l->n; l->at + 1 < l->n; l->at++)
		if (l->v[l->at] == 'E' && l->v[l->at + 1] == 'I' &&
		    is_space(l->v[l->at - 1]) && (l->at + 2 >= l->n ||
		    is_space(l->v[l->at + 2]))) {
			l->at += 2;
			return;
		}
	l->at = l->n;
}
