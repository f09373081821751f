#include <string.h>
#include <strings.h>

#include "web/guard.h"

enum place {
	METHOD, TARGET, VERSION, LINE_END, NAME, VALUE, VALUE_END, HEAD_END,
	BODY,
};

enum header { OTHER, HOST, CONTENT_LENGTH };

enum { FINE = 0, BAD = 400, NO_METHOD = 405, TOO_MUCH = 413,
       TOO_LONG = 414, TOO_BROAD = 431 };

/* The next byte of the word; a word too long is no word we know. */
static void keep(struct guard *g, unsigned char c)
{
	if (g->n_word < sizeof g->word - 1)
		g->word[g->n_word++] = (char)c;
	g->word[g->n_word] = '\0';
}

static void next_word(struct guard *g, enum place place)
{
	g->place = (int)place;
	g->n_word = 0;
	g->word[0] = '\0';
}

static bool token(unsigned char c)
{
	return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') ||
	       (c >= 'a' && c <= 'z') ||
	       (c != '\0' && strchr("!#$%&'*+-.^_`|~", c) != NULL);
}

static int method(struct guard *g, unsigned char c)
{
	if (c >= 'A' && c <= 'Z') {
		keep(g, c);
		return g->n_word < sizeof g->word - 1 ? FINE : NO_METHOD;
	}
	if (c != ' ' || g->n_word == 0)
		return BAD;
	g->posts = strcmp(g->word, "POST") == 0;
	if (!g->posts && strcmp(g->word, "GET") != 0 &&
	    strcmp(g->word, "HEAD") != 0)
		return NO_METHOD;
	next_word(g, TARGET);
	return FINE;
}

static int target(struct guard *g, unsigned char c)
{
	if (c == ' ' && g->target > 0) {
		next_word(g, VERSION);
		return FINE;
	}
	if (c <= ' ' || c > '~' || c == '#')
		return BAD;
	if ((g->target == 0 && c != '/') || (g->target == 1 && c == '/'))
		return BAD;
	return ++g->target <= MOST_TARGET ? FINE : TOO_LONG;
}

static int version(struct guard *g, unsigned char c)
{
	if (c != '\r') {
		keep(g, c);
		return c > ' ' && c <= '~' ? FINE : BAD;
	}
	if (strcmp(g->word, "HTTP/1.1") != 0 &&
	    strcmp(g->word, "HTTP/1.0") != 0)
		return BAD;
	g->place = LINE_END;
	return FINE;
}

static int name(struct guard *g, unsigned char c)
{
	if (c == '\r' && g->n_word == 0) {
		g->place = HEAD_END;
		return FINE;
	}
	if (token(c)) {
		keep(g, c);
		return FINE;
	}
	if (c != ':' || g->n_word == 0)
		return BAD;     /* a folded line begins with a blank */
	g->header = OTHER;
	if (strcasecmp(g->word, "Host") == 0)
		g->header = HOST;
	else if (strcasecmp(g->word, "Content-Length") == 0)
		g->header = CONTENT_LENGTH;
	else if (strcasecmp(g->word, "Transfer-Encoding") == 0)
		return BAD;
	g->spaced = false;
	next_word(g, VALUE);
	return FINE;
}

/* The value has ended; a length is digits with blanks around them only. */
static int value_end(struct guard *g)
{
	if (g->header == HOST && (g->n_word == 0 || ++g->hosts > 1))
		return BAD;
	if (g->header == CONTENT_LENGTH) {
		if (g->n_word == 0 || ++g->lengths > 1)
			return BAD;
		if (g->n_word > 9)
			return TOO_MUCH;
		g->body = 0;
		for (size_t i = 0; i < g->n_word; i++)
			g->body = g->body * 10 + (g->word[i] - '0');
		if (g->body > MOST_BODY)
			return TOO_MUCH;
	}
	g->place = VALUE_END;
	return FINE;
}

static int value(struct guard *g, unsigned char c)
{
	if (c == '\r')
		return value_end(g);
	if (c == ' ' || c == '\t') {
		g->spaced = g->n_word > 0;
		return FINE;
	}
	if (c < ' ' || c == 0x7F)
		return BAD;
	if (g->header == CONTENT_LENGTH && (c < '0' || c > '9' || g->spaced))
		return BAD;
	if (g->header == HOST && (c > '~' || strchr("/?#@\\\"<>", c) != NULL ||
	                          g->spaced))
		return BAD;
	keep(g, c);
	return FINE;
}

static int line_feed(struct guard *g, unsigned char c)
{
	if (c != '\n')
		return BAD;
	next_word(g, NAME);
	return FINE;
}

static int head_end(struct guard *g, unsigned char c)
{
	i64 body = g->body;

	if (c != '\n' || g->hosts != 1 || (body > 0 && !g->posts))
		return BAD;
	*g = (struct guard){ .place = body > 0 ? BODY : METHOD,
	                     .inside = body > 0, .body = body };
	return FINE;
}

static int watch(struct guard *g, unsigned char c)
{
	g->inside = true;
	if (++g->head > MOST_HEAD)
		return TOO_BROAD;
	switch ((enum place)g->place) {
	case METHOD:
		return method(g, c);
	case TARGET:
		return target(g, c);
	case VERSION:
		return version(g, c);
	case NAME:
		return name(g, c);
	case VALUE:
		return value(g, c);
	case LINE_END:
	case VALUE_END:
		return line_feed(g, c);
	case HEAD_END:
		return head_end(g, c);
	case BODY:
		break;
	}
	return BAD;
}

int guard_watch(struct guard *g, const void *bytes, size_t n)
{
	const unsigned char *at = bytes, *end = at + n;

	while (at < end) {
		if (g->place == BODY) {
			i64 here = end - at < g->body ? end - at : g->body;

			at += here;
			g->body -= here;
			if (g->body == 0)
				*g = (struct guard){0};
		} else {
			int refused = watch(g, *at++);

			if (refused != FINE)
				return refused;
		}
	}
	return FINE;
}
