/*
 * How alike people answered a question on an ordered scale: as a distribution,
 * never as a mean. Pure; the doubles are for comparing and drawing, and are
 * never stored.
 *
 * Agreement is Tastle and Wierman's consensus (Consensus and dissention: A
 * measure of ordinal dispersion, International Journal of Approximate Reasoning
 * 45(3), 2007, doi:10.1016/j.ijar.2006.06.024):
 *
 *   1 + sum_i p_i log2(1 - |x_i - mean| / (x_m - x_1))
 *
 * for categories x_1 … x_m = 1 … m with shares p_i. It is 1 when all have
 * answered the same, 0 when half stand at each end. The mean is a step on the
 * way in that formula and is told to nobody.
 *
 * "Mer kunskap behövs" and no answer at all are no places on the scale. They
 * are counted beside it and change nothing of what is computed.
 */
#ifndef AGREEMENT_H
#define AGREEMENT_H

#include "base/base.h"

enum { SCALE_MOST = 32 };       /* categories */

struct spread {
	i64    answers;         /* 0: nothing below is known */
	int    median;          /* category from 0; the lower of two; -1 none */
	bool   between;         /* it lies between that and the next one used */
	double agreement;       /* 0 … 1; not a number when nobody answered */
};

/* Of how many chose each of the m categories, in order; none is negative. */
struct spread spread_of(const i64 *chose, size_t m);

/*
 * What people answered on how one goal is affected. The scale has five
 * categories: direct negative, indirect negative, none, indirect positive,
 * direct positive; or three for a strategy (RUS): negative, none, positive. A
 * person may tick several, improvement and harm too: then each tick counts as
 * an answer of the distribution, and the person is counted in `both`. So every
 * person who answered is in exactly one of the four counts of persons.
 */
enum { SCALE_RUS = 3, SCALE_GOAL = 5 };

struct views {
	size_t   scale;                 /* SCALE_RUS or SCALE_GOAL */
	i64      chose[SCALE_GOAL];     /* ticks */
	i64      negative, none, positive, both;        /* persons */
	i64      gap, unanswered;       /* persons, beside the scale */
	unsigned any, all;      /* 1 << category: ticked by somebody, by all */
};

/* One person more; bit i of `ticks` is category i. Without ticks they said that
 * more knowledge is needed, or nothing. */
void views_add(struct views *, unsigned ticks, bool gap);

/* Persons who answered on the scale. */
i64  views_persons(const struct views *);

/*
 * Do they agree? Without a threshold: one person who sees it otherwise is
 * dissent, however many the others are. Directions are compared first: only
 * harm, none, only improvement, or both. Two answers are the least to speak of.
 */
enum accord {
	ACCORD_TOO_FEW,         /* fewer than two have answered */
	ACCORD_AGREED,          /* all gave the same answer */
	ACCORD_PATH,            /* one direction; direct or indirect differs */
	ACCORD_DIRECTION,       /* divided on direction */
};
enum accord accord_of(const struct views *);

/*
 * How much they differ, for "här är ni oense": the larger, the sooner to talk
 * of. Any difference in direction is above all differences in path only; then
 * the less agreement the higher. 0 for those who agree, -1 for too few.
 */
i64 difference_of(const struct views *);

#endif
