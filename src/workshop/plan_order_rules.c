/* How much an item decides, and the order that follows (plan.h). */
#include <stdlib.h>

#include "workshop/plan_part.h"

enum { MOST_VOTES = 0xFFFF };

unsigned plan_reasons(const struct plan_pair *p)
{
	return (p->left ? REASON_LEFT : 0u) |
	       (p->dissent ? REASON_DISSENT : 0u) |
	       (p->pulls ? REASON_PULLS : 0u) |
	       (p->votes > 0 ? REASON_VOTED : 0u);
}

i64 plan_worth(const struct plan_pair *p)
{
	i64 votes = p->votes < 0 ? 0 : p->votes;

	if (votes > MOST_VOTES)
		votes = MOST_VOTES;
	return (i64)(plan_reasons(p) & REASON_CLASS) << CLASS_SHIFT | votes;
}

i64 plan_votes(i64 worth)
{
	return worth & MOST_VOTES;
}

struct placed {
	const struct plan_pair *pair;
	i64                     worth;
	size_t                  turn;   /* of its priority before it */
	size_t                  given;  /* place in the wish */
};

static int by_place(const void *x, const void *y)
{
	const struct placed *a = x, *b = y;

	if (a->worth != b->worth)
		return a->worth > b->worth ? -1 : 1;
	if (a->turn != b->turn)
		return a->turn < b->turn ? -1 : 1;
	return a->given < b->given ? -1 : 1;
}

/* By worth and the order given; then each knows its turn; then for good. */
static void place(struct placed *v, size_t n)
{
	qsort(v, n, sizeof *v, by_place);
	for (size_t i = 0; i < n; i++)
		for (size_t k = 0; k < i; k++)
			v[i].turn += v[k].pair->priority ==
			             v[i].pair->priority;
	qsort(v, n, sizeof *v, by_place);
}

static bool in_wish(const struct plan_wish *w, i64 priority)
{
	for (size_t i = 0; i < w->priorities.n; i++)
		if (w->priorities.v[i].priority == priority)
			return true;
	return false;
}

/* What is known of a priority's step 1: nothing, unless it is told. */
static struct plan_pair step_one(const struct plan_wish *w, i64 priority)
{
	for (size_t i = 0; i < w->pairs.n; i++)
		if (w->pairs.v[i].priority == priority &&
		    w->pairs.v[i].goal.goal == 0)
			return w->pairs.v[i];
	return (struct plan_pair){ .priority = priority };
}

static struct plan_pair_list candidates(struct arena *mem,
                                        const struct plan_wish *w, bool rus)
{
	struct plan_pair_list all = {0};

	for (size_t i = 0; rus && i < w->priorities.n; i++)
		*PUSH(mem, &all) = step_one(w, w->priorities.v[i].priority);
	for (size_t i = 0; !rus && i < w->pairs.n; i++)
		if (w->pairs.v[i].goal.goal != 0 &&
		    in_wish(w, w->pairs.v[i].priority))
			*PUSH(mem, &all) = w->pairs.v[i];
	return all;
}

struct plan_pair_list plan_order(struct arena *mem, const struct plan_wish *w,
                                 bool rus)
{
	struct plan_pair_list all = candidates(mem, w, rus), out = {0};
	struct placed *v = arena_take(mem, (all.n + 1) * sizeof *v);
	size_t n = 0;

	for (size_t i = 0; i < all.n; i++)
		if (!all.v[i].settled)
			v[n++] = (struct placed){ &all.v[i],
				plan_worth(&all.v[i]), 0, i };
	place(v, n);
	for (size_t i = 0; i < n; i++)
		*PUSH(mem, &out) = *v[i].pair;
	return out;
}
