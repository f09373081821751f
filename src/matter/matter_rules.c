/* A matter's states, and what it must say of itself. */
#include "base/text.h"
#include "matter/matter.h"

unsigned matter_flaws(const struct matter *m)
{
	return (text_blank(m->title) ? MATTER_NO_TITLE : 0u) |
	       (m->kind < MATTER_PROGRAMME || m->kind > MATTER_OTHER ?
	        MATTER_NO_KIND : 0u);
}

bool matter_unregistered(const struct matter *m)
{
	return text_blank(m->registry_no) && text_blank(m->no_registry);
}

/* The last has decided when nobody is left but those who are told. */
static bool decided(const struct chain *chain,
                    const struct outcome_list *all)
{
	const struct step_body *next = chain_next(chain, all);

	return next == NULL ||
	       (next->role == ROLE_IS_TOLD && next > chain->v &&
	        next[-1].role == ROLE_DECIDES);
}

enum matter_state matter_state_after(enum matter_state now,
                                     const struct chain *chain,
                                     const struct outcome_list *all)
{
	if (all->n == 0)
		return now;
	switch (all->v[all->n - 1].kind) {
	case OUTCOME_WITHDRAWN:
		return MATTER_WRITTEN_OFF;
	case OUTCOME_REFERRED_BACK:
		return MATTER_REFERRED_BACK;
	case OUTCOME_ADJOURNED:
		return MATTER_ADJOURNED;
	default:
		break;
	}
	if (!decided(chain, all))
		return MATTER_IN_BODIES;
	return now == MATTER_CARRIED_OUT || now == MATTER_FOLLOWED ? now :
	       MATTER_DECIDED;
}

/* Preparation goes forward, steps may be skipped; a remiss that is over goes
 * back to work. */
static bool prepares(enum matter_state from, enum matter_state to)
{
	if (to < MATTER_REGISTERED || to > MATTER_READY)
		return false;
	if (from == MATTER_REFERRED_BACK)
		return to >= MATTER_PREPARED;
	if (from == MATTER_WRITTEN_OFF)
		return to == MATTER_PREPARED;
	if (from == MATTER_IN_BODIES || from == MATTER_ADJOURNED)
		return to == MATTER_OUT;
	if (from > MATTER_READY)
		return false;
	return to > from || (to == MATTER_PREPARED && from > to);
}

bool matter_may_become(enum matter_state from, enum matter_state to)
{
	switch (to) {
	case MATTER_CARRIED_OUT:
		return from == MATTER_DECIDED;
	case MATTER_FOLLOWED:
		return from == MATTER_DECIDED || from == MATTER_CARRIED_OUT;
	case MATTER_WRITTEN_OFF:
		return from < MATTER_DECIDED || from == MATTER_REFERRED_BACK ||
		       from == MATTER_ADJOURNED;
	case MATTER_STARTED:
	case MATTER_IN_BODIES:
	case MATTER_DECIDED:
	case MATTER_REFERRED_BACK:
	case MATTER_ADJOURNED:
		return false;
	default:
		return prepares(from, to);
	}
}
