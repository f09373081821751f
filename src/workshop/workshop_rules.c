#include "workshop/workshop.h"

/* Forward only; states that no meeting needs (INVITED) may be skipped. The two
 * ends, in full and in part, are alike from then on. */
bool workshop_may_become(enum workshop_state from, enum workshop_state to)
{
	if (from == WORKSHOP_DONE && to == WORKSHOP_PARTLY)
		return false;
	if (from < WORKSHOP_RUNNING && to > WORKSHOP_RUNNING)
		return false;
	return to > from;
}

bool workshop_is_over(enum workshop_state state)
{
	return state >= WORKSHOP_DONE;
}

bool item_is_asked(enum item_kind kind)
{
	switch (kind) {
	case ITEM_PROPOSE:
	case ITEM_RUS:
	case ITEM_GOAL:
	case ITEM_MISSING:
	case ITEM_ACTIONS:
	case ITEM_ASK:
	case ITEM_CLOSE:
		return true;
	case ITEM_ARRIVAL:
	case ITEM_INTRODUCTION:
	case ITEM_BREAK:
	case ITEM_SLACK:
		return false;
	}
	return false;
}

bool item_is_open(enum item_state state)
{
	return state == ITEM_PLANNED || state == ITEM_ON;
}

i64 item_spent(const struct item *i, i64 now)
{
	return i->spent_ms +
	       (i->began_at != 0 && now > i->began_at ? now - i->began_at : 0);
}

/* What has been on has been on for something, though it was gone at once or
 * the clock was put back: one may still answer it. */
i64 item_spent_in_all(const struct item *i, i64 now)
{
	i64 spent = item_spent(i, now);

	return spent == 0 && i->began_at != 0 ? 1 : spent;
}
