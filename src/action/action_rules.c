#include "action/action.h"
#include "base/text.h"

unsigned action_flaws(const struct action *a)
{
	unsigned flaws = 0;

	if (text_blank(a->title))
		flaws |= ACTION_NO_TITLE;
	if (a->sources.n == 0)
		flaws |= ACTION_NO_SOURCE;
	if (a->purpose < PURPOSE_STRENGTHEN ||
	    a->purpose > PURPOSE_COMPENSATE)
		flaws |= ACTION_NO_PURPOSE;
	if (a->state == ACTION_DROPPED && text_blank(a->dropped_why))
		flaws |= ACTION_NO_WHY;
	return flaws;
}

/* Forward, by any number of steps; what was done may turn out not to be, and
 * what was dropped may be proposed anew. */
bool action_may_become(enum action_state from, enum action_state to)
{
	switch (from) {
	case ACTION_PROPOSED:
	case ACTION_DECIDED:
	case ACTION_ONGOING:
		return to >= from;
	case ACTION_DONE:
		return to >= ACTION_ONGOING && to <= ACTION_ASSESSED;
	case ACTION_ASSESSED:
		return to == ACTION_ASSESSED;
	case ACTION_DROPPED:
		return to == ACTION_DROPPED || to == ACTION_PROPOSED;
	}
	return false;
}

bool action_is_late(const struct action *a, i64 today)
{
	return a->state < ACTION_DONE && a->due != 0 && a->due < today &&
	       !a->removed;
}

bool action_is_proposed_to(const struct action *a)
{
	return !text_blank(a->other_org) && text_blank(a->accepted_by);
}

bool action_is_accepted(const struct action *a)
{
	return !text_blank(a->other_org) && !text_blank(a->accepted_by);
}

bool action_has_day_alone(const struct action *a)
{
	return action_is_proposed_to(a) && a->accepted_on != 0;
}

bool action_stands_accepted(const struct action *a)
{
	return action_is_accepted(a) && a->state == ACTION_PROPOSED;
}

unsigned accept_flaws(const struct action *a, bool there, i64 today)
{
	unsigned flaws = 0;

	if (a->accepted_on == 0 || a->accepted_on > today)
		flaws |= ACCEPT_NO_DAY;
	if (text_blank(a->accepted_by))
		flaws |= ACCEPT_NO_WHO;
	if (!there && text_blank(a->accepted_source))
		flaws |= ACCEPT_NO_SOURCE;
	return flaws;
}

bool conflict_has(const struct conflict *c, i64 finding)
{
	for (size_t i = 0; i < c->sides.n; i++)
		for (size_t j = 0; j < c->sides.v[i].members.n; j++)
			if (c->sides.v[i].members.v[j].finding == finding)
				return true;
	return false;
}

bool action_has(const struct action *a, i64 finding)
{
	for (size_t i = 0; i < a->sources.n; i++)
		if (a->sources.v[i].finding == finding)
			return true;
	return false;
}

/* What was dropped or removed handles nothing any longer. */
static bool by_action(const struct action_list *all, i64 finding)
{
	for (size_t i = 0; i < all->n; i++) {
		const struct action *a = &all->v[i];

		if (a->state != ACTION_DROPPED && !a->removed &&
		    action_has(a, finding))
			return true;
	}
	return false;
}

/* In a synergy nothing stands against anything. */
static bool by_conflict(const struct conflict_list *all, i64 finding)
{
	for (size_t i = 0; i < all->n; i++) {
		const struct conflict *c = &all->v[i];

		if (c->sign == CONFLICT && !c->removed &&
		    conflict_has(c, finding))
			return true;
	}
	return false;
}

static bool by_position(const struct position_list *all, i64 finding)
{
	for (size_t i = 0; i < all->n; i++)
		if (all->v[i].finding == finding && !all->v[i].removed)
			return true;
	return false;
}

enum handled_by finding_handled(const struct finding *f,
                                const struct conflict_list *conflicts,
                                const struct position_list *positions,
                                const struct action_list *actions)
{
	if (by_action(actions, f->id))
		return BY_ACTION;
	if (by_conflict(conflicts, f->id))
		return BY_CONFLICT;
	if (by_position(positions, f->id))
		return BY_POSITION;
	switch (f->handled) {
	case HANDLED_NOT:
		return BY_NOTHING;
	case HANDLED_REMAINS:
		return text_blank(f->handled_why) ? BY_NOTHING : BY_REMAINING;
	case HANDLED_IN_REPLY:
		return BY_REPLY;
	}
	return BY_NOTHING;
}
