/*
 * A text → the goals and targets it seems to touch, each explained by the words
 * that caused it and the sentence they stand in. A suggestion only: nothing is
 * chosen by it, and a goal without one may matter as much.
 *
 * A goal is known by its keywords and, less, by its title. A word counts more
 * the fewer goals it stands for; phrases count when their words stand near each
 * other; a keyword also counts within a compound (klimat in klimatavtryck).
 * Words that stand in every text of an administration never suffice alone. All
 * of it is pure: the same text gives the same answer, in the program itself.
 */
#ifndef BRING_SUGGEST_H
#define BRING_SUGGEST_H

#include "framework/framework.h"

/* Bytes of the sentence that caused it. */
struct told { size_t from, n; };
struct told_list { struct told *v; size_t n, room; };

struct goal_hint {
	const struct framework *framework;
	const struct goal      *goal;
	int                     worth;  /* to order by; means nothing else */
	struct text_list        words;  /* distinct, as written, most telling
	                                 * first; at most SUGGEST_WORDS */
	const char             *sentence;       /* one, the most telling */
	struct told_list        told;   /* of it, in order */
};
struct goal_hint_list { struct goal_hint *v; size_t n, room; };

enum { SUGGEST_WORDS = 6, SUGGEST_SENTENCE = 280 /* letters */ };

/*
 * Most telling first, at most `most`. The text is UTF-8 in normal form C; goals
 * that are only shown (visions, replaced ones) are never suggested. Frameworks
 * and goals in the answer are those handed in. 12 000 words against all that
 * we ship: some ten ms.
 */
void suggest_goals(struct arena *, const char *text,
                   const struct framework_list *, size_t most,
                   struct goal_hint_list *);

#endif
