/*
 * Sentences in two languages. A room's sentences are a table in its x.msg:
 *
 *   M(CONFLICT_NONE, "Inga konflikter än.", "No conflicts yet.")
 *   N(FINDINGS, "1 fynd", "{n} fynd", "1 finding", "{n} findings")
 *
 * It begins with #include "web/say.h", and its pages include it as a header.
 *
 * A missing translation does not compile. {1} {2} are holes, {n} the number.
 */
#ifndef SAY_H
#define SAY_H

#include "base/arena.h"
#include "kit/icu.h"

struct sentence {
	const char *in[2];              /* by enum language */
};

struct counted {
	const char *one[2], *many[2];
};

#define M(name, sv, en)                                                 \
	__attribute__((unused)) static const struct sentence name[1] =  \
		{ { { sv, en } } };
#define N(name, sv1, svn, en1, enn)                                     \
	__attribute__((unused)) static const struct counted name[1] =   \
		{ { { sv1, en1 }, { svn, enn } } };

/* Fill {1} and {2}; NULL fills nothing. */
char *say_fill(struct arena *, const char *sentence, const char *first,
               const char *second);

/* The form for n, with {n} written as the language writes numbers; other holes
 * stay, for say_fill(). */
char *say_number(struct arena *, enum language, const struct counted *, i64 n);

#endif
