/*
 * The content of a drawn page: what lies outside its marks is made artifacts.
 * A page is read as tokens; only operators matter, and what stands before one
 * belongs to it.
 */
#include <ctype.h>
#include <string.h>

#include "paper/pdf.h"

struct reader {
	const char *v;
	size_t      n, at;
	size_t      operands;           /* where those of this operator begin */
	size_t      done;               /* all before this is copied */
	int         depth, inner, marks;
	int         picture;            /* the mark of a picture, or -1 */
	bool        paints;
	char       *out;
	size_t      out_n;
};

static bool between(char c)
{
	return isspace((unsigned char)c) || strchr("()<>[]{}/%", c) != NULL;
}

/* Past a string in parentheses, which may hold others and escapes. */
static size_t string_end(const struct reader *r, size_t at)
{
	int open = 0;

	for (; at < r->n; at++) {
		if (r->v[at] == '\\')
			at++;
		else if (r->v[at] == '(')
			open++;
		else if (r->v[at] == ')' && --open == 0)
			return at + 1;
	}
	return r->n;
}

/* The next token and its length; 0 at the end. */
static size_t token(struct reader *r, const char **text)
{
	size_t at = r->at, from;

	while (at < r->n && isspace((unsigned char)r->v[at]))
		at++;
	from = at;
	*text = r->v + from;
	if (at == r->n)
		return 0;
	if (r->v[at] == '(')
		at = string_end(r, at);
	else
		at++;
	if (r->v[from] == '/' || !between(r->v[from])) {
		while (at < r->n && !between(r->v[at]))
			at++;
	}
	r->at = at;
	return at - from;
}

static bool is(const char *text, size_t n, const char *word)
{
	return n == strlen(word) && memcmp(text, word, n) == 0;
}

static bool is_paint(const char *text, size_t n)
{
	static const char *const words[] = {
		"f", "F", "f*", "S", "s", "B", "B*", "b", "b*", "sh", "Do",
		"Tj", "TJ", "'", "\"",
	};

	for (size_t i = 0; i < COUNT(words); i++) {
		if (is(text, n, words[i]))
			return true;
	}
	return false;
}

static void put(struct reader *r, const char *text, size_t n)
{
	memcpy(r->out + r->out_n, text, n);
	r->out_n += n;
}

/* Copies up to here; what paints outside a mark is an artifact. */
static void copy(struct reader *r, size_t to, bool artifact)
{
	static const char begin[] = "/Artifact BMC\n", end[] = "\nEMC\n";

	artifact = artifact && r->paints;
	if (artifact)
		put(r, begin, sizeof begin - 1);
	put(r, r->v + r->done, to - r->done);
	if (artifact)
		put(r, end, sizeof end - 1);
	r->done = to;
	r->paints = false;
}

/* Marked content begins; only that with a number belongs to the structure. */
static void begin(struct reader *r)
{
	const char *own = r->v + r->operands;
	size_t n = r->at - r->operands;

	if (r->depth > 0) {
		r->depth++;
	} else if (memmem(own, n, "/MCID", 5) == NULL) {
		r->inner++;
	} else {
		copy(r, r->operands, true);
		r->depth = 1;
		r->marks++;
	}
}

static void end(struct reader *r)
{
	if (r->depth == 0)
		r->inner--;
	else if (--r->depth == 0)
		copy(r, r->at, false);
}

/* A picture that has a mark of its own gets it here: cairo cannot give one. */
static void picture(struct reader *r, struct arena *mem)
{
	const char *begins = arena_print(mem, "/Figure << /MCID %d >> BDC\n",
	                                 r->picture);

	copy(r, r->operands, true);
	put(r, begins, strlen(begins));
	copy(r, r->at, false);
	put(r, "\nEMC", 4);
	r->picture = -1;
	r->marks++;
}

static void operator(struct reader *r, struct arena *mem, const char *text,
                     size_t n)
{
	if (r->picture >= 0 && r->depth == 0 && is(text, n, "Do"))
		picture(r, mem);
	else if (is(text, n, "BDC") || is(text, n, "BMC"))
		begin(r);
	else if (is(text, n, "EMC"))
		end(r);
	else if (is_paint(text, n))
		r->paints = true;
	r->operands = r->at;
}

struct bytes content_with_artifacts(struct arena *mem, struct bytes content,
                                    int mark_of_picture, int *marks)
{
	struct reader r = { .v = content.v, .n = content.n,
	                    .picture = mark_of_picture };
	const char *text;
	size_t n;

	/* No mark is shorter than what is put around it. */
	r.out = arena_take(mem, 4 * content.n + 128);
	while ((n = token(&r, &text)) > 0) {
		if (isalpha((unsigned char)*text) || *text == '\'' ||
		    *text == '"')
			operator(&r, mem, text, n);
	}
	copy(&r, r.n, true);
	*marks = r.marks;
	return (struct bytes){ r.out, r.out_n };
}
