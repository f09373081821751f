/*
 * How far a meeting got. What was not reached is left for another time, and is
 * never taken for "no effect".
 */
#include "base/text.h"
#include "workshop/after.h"

size_t boards_answered(const struct board_reply_list *all, i64 item, i64 goal)
{
	size_t n = 0;

	for (size_t i = 0; i < all->n; i++)
		n += all->v[i].item == item && all->v[i].goal == goal;
	return n;
}

static bool decided(const struct answers *all, i64 item, i64 goal)
{
	for (size_t i = 0; i < all->verdicts.n; i++) {
		const struct verdict *v = &all->verdicts.v[i];

		if (v->item == item && v->goal == goal)
			return v->kind != VERDICT_DIVIDED ||
			       boards_answered(&all->replies, item, goal) > 0;
	}
	return false;
}

static bool goal_reached(const struct answers *all, i64 item, i64 goal,
                         size_t boards)
{
	size_t n = boards_answered(&all->replies, item, goal);

	return decided(all, item, goal) || (n > 0 && n >= boards);
}

struct reach item_reach(struct arena *mem, const struct item *i,
                        const struct board_list *took_part,
                        const struct answers *all, i64 others)
{
	struct reach r = { .reached = true };

	if (!item_is_asked(i->kind) || i->kind == ITEM_CLOSE)
		return r;
	for (size_t k = 0; k < i->goals.n; k++)
		if (!goal_reached(all, i->id, i->goals.v[k].goal,
		                  took_part->n))
			*PUSH(mem, &r.lacking) = i->goals.v[k].goal;
	r.reached = i->goals.n > 0 ? r.lacking.n == 0 :
	            others > 0 || boards_answered(&all->replies, i->id, 0) > 0;
	return r;
}

enum item_state item_ends(const struct item *i, const struct reach *r)
{
	bool asked = item_is_asked(i->kind) && i->kind != ITEM_CLOSE;

	switch (i->state) {
	case ITEM_SKIPPED:
	case ITEM_LEFT:
		return i->state;
	case ITEM_PARKED:       /* a break is not taken up another day */
		return asked ? ITEM_PARKED : ITEM_SKIPPED;
	case ITEM_DONE:
		/* Talked through without a word of it; goals want answers. */
		return i->goals.n > 0 && !r->reached ? ITEM_LEFT : ITEM_DONE;
	case ITEM_ON:
		return r->reached ? ITEM_DONE : ITEM_LEFT;
	case ITEM_PLANNED:
		if (!asked)
			return ITEM_SKIPPED;
		return r->reached ? ITEM_DONE : ITEM_LEFT;
	}
	return i->state;
}
