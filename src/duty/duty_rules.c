#include "account/account.h"
#include "base/text.h"
#include "duty/duty.h"

#define TO(state)       (1u << (state))

/* What may follow on each state, besides itself. */
static const unsigned consultation[DUTY_STRATEGIC + 1] = {
	[DUTY_OPEN]         = TO(DUTY_NOT_NEEDED) | TO(DUTY_NOTIFIED) |
	                      TO(DUTY_OFFERED) | TO(DUTY_ONGOING),
	[DUTY_NOT_NEEDED]   = TO(DUTY_OPEN) | TO(DUTY_NOTIFIED) |
	                      TO(DUTY_OFFERED),
	[DUTY_NOTIFIED]     = TO(DUTY_NOT_NEEDED) | TO(DUTY_OFFERED) |
	                      TO(DUTY_ONGOING) | TO(DUTY_DECLINED),
	[DUTY_OFFERED]      = TO(DUTY_ONGOING) | TO(DUTY_AGREED) |
	                      TO(DUTY_DECLINED),
	[DUTY_ONGOING]      = TO(DUTY_AGREED) | TO(DUTY_NO_AGREEMENT) |
	                      TO(DUTY_DECLINED),
	[DUTY_AGREED]       = TO(DUTY_DOCUMENTED) | TO(DUTY_ONGOING),
	[DUTY_NO_AGREEMENT] = TO(DUTY_DOCUMENTED) | TO(DUTY_ONGOING),
	[DUTY_DECLINED]     = TO(DUTY_DOCUMENTED) | TO(DUTY_OFFERED) |
	                      TO(DUTY_ONGOING),
	[DUTY_DOCUMENTED]   = TO(DUTY_ONGOING),
};

static const unsigned plain = TO(DUTY_OPEN) | TO(DUTY_NOT_NEEDED) |
	TO(DUTY_ONGOING) | TO(DUTY_DONE);

bool duty_may_become(enum duty_kind kind, enum duty_state from,
                     enum duty_state to)
{
	if (from < DUTY_OPEN || from > DUTY_STRATEGIC || to < DUTY_OPEN ||
	    to > DUTY_STRATEGIC)
		return false;
	switch (kind) {
	case DUTY_CONSULTATION:
		return to == from ? consultation[to] != 0 :
		       (consultation[from] & TO(to)) != 0;
	case DUTY_MINORITIES:
		return (TO(to) & (plain | TO(DUTY_OFFERED))) != 0;
	case DUTY_ENVIRONMENT:
		return (TO(to) & (plain | TO(DUTY_STRATEGIC))) != 0;
	case DUTY_CHILDREN:
	case DUTY_LOCAL:
		return (TO(to) & plain) != 0;
	case DUTY_RIGHTS:
		return to == DUTY_OPEN;
	}
	return false;
}

enum duty_ending duty_ending_in(enum duty_state state, enum duty_ending was)
{
	switch (state) {
	case DUTY_AGREED:       return ENDING_AGREED;
	case DUTY_NO_AGREEMENT: return ENDING_NO_AGREEMENT;
	case DUTY_DECLINED:     return ENDING_DECLINED;
	case DUTY_DOCUMENTED:   return was;
	default:                return ENDING_NOT;
	}
}

static bool has_contact(const struct duty *d, unsigned kinds)
{
	for (size_t i = 0; i < d->log.n; i++)
		if (!d->log.v[i].removed && (kinds & 1u << d->log.v[i].kind))
			return true;
	return false;
}

bool duty_has_been(const struct duty *d, enum duty_state state)
{
	switch (state) {
	case DUTY_OPEN:
		return d->need != NEED_UNSAID;
	case DUTY_NOTIFIED:
		return has_contact(d, 1u << CONTACT_NOTIFIED);
	case DUTY_OFFERED:
		return has_contact(d, 1u << CONTACT_OFFERED);
	case DUTY_ONGOING:
		return has_contact(d, 1u << CONTACT_HELD |
		       1u << CONTACT_PROPOSED | 1u << CONTACT_ANSWERED);
	case DUTY_AGREED:
		return d->ended == ENDING_AGREED;
	case DUTY_NO_AGREEMENT:
		return d->ended == ENDING_NO_AGREEMENT;
	case DUTY_DECLINED:
		return d->ended == ENDING_DECLINED;
	default:
		return d->state == state;
	}
}

/* -- what is left -------------------------------------------------------- */

bool duty_is_not_needed(const struct duty *d)
{
	return d->need == NEED_NO || d->exempt != EXEMPT_NOT ||
	       d->state == DUTY_NOT_NEEDED;
}

bool duty_is_settled(const struct duty *d)
{
	return d->kind == DUTY_RIGHTS || d->state == DUTY_DONE ||
	       d->state == DUTY_DOCUMENTED || d->state == DUTY_STRATEGIC ||
	       duty_is_not_needed(d);
}

bool duty_warns(const struct duty *d)
{
	return d->ground == GROUND_LAW && !duty_is_settled(d);
}

/* -- of whom, for what --------------------------------------------------- */

static bool is_public(int org_kind)
{
	return org_kind == ORG_REGION || org_kind == ORG_MUNICIPALITY ||
	       org_kind == ORG_COUNTY_BOARD || org_kind == ORG_AUTHORITY;
}

bool duty_asked_of(enum duty_kind kind, int org_kind,
                   enum subject_kind subject)
{
	switch (kind) {
	case DUTY_CHILDREN:
		return true;
	case DUTY_CONSULTATION:
		return is_public(org_kind) && subject != SUBJECT_REPLY;
	case DUTY_MINORITIES:
		return is_public(org_kind);
	case DUTY_ENVIRONMENT:
		return is_public(org_kind) && (subject == SUBJECT_PROGRAMME ||
		       subject == SUBJECT_PLAN);
	case DUTY_LOCAL:
	case DUTY_RIGHTS:
		return false;
	}
	return false;
}

bool local_duty_asked(const struct local_duty *l, enum subject_kind kind)
{
	return !l->retired && (l->subjects == 0 ||
	                       (l->subjects & 1u << kind) != 0);
}

size_t duty_parts(enum duty_kind kind)
{
	return kind == DUTY_CHILDREN ? PARTS_MOST :
	       kind == DUTY_RIGHTS ? PRINCIPLES :
	       kind == DUTY_CONSULTATION ? 0 : 1;
}

/* -- what is wrong with it ----------------------------------------------- */

static bool need_fits(enum duty_kind kind, enum duty_need need)
{
	if (kind == DUTY_RIGHTS || need == NEED_UNSAID)
		return kind == DUTY_RIGHTS && need == NEED_UNSAID;
	if (need == NEED_DIRECT || need == NEED_INDIRECT)
		return kind == DUTY_CHILDREN;
	return need != NEED_YES || kind != DUTY_CHILDREN;
}

static bool needs_motive(const struct duty *d)
{
	return d->need == NEED_NO || d->need == NEED_UNCLEAR ||
	       d->exempt != EXEMPT_NOT;
}

static bool needs_state_why(const struct duty *d)
{
	return d->state == DUTY_NOT_NEEDED || d->state == DUTY_NO_AGREEMENT;
}

unsigned duty_flaws(const struct duty *d)
{
	unsigned flaws = 0;

	if (!need_fits(d->kind, d->need))
		flaws |= DUTY_NO_NEED;
	if (needs_motive(d) && text_blank(d->motive))
		flaws |= DUTY_NO_MOTIVE;
	if (d->kind == DUTY_MINORITIES && d->need == NEED_YES &&
	    d->concerns == 0)
		flaws |= DUTY_NO_WHICH;
	if (d->heard != SAID_NOT && text_blank(d->heard_how))
		flaws |= DUTY_NO_HEARD;
	if (needs_state_why(d) && text_blank(d->state_why))
		flaws |= DUTY_NO_STATE_WHY;
	if (d->kind == DUTY_ENVIRONMENT && d->state == DUTY_DONE &&
	    d->significant == SAID_NOT)
		flaws |= DUTY_NO_OUTCOME;
	if (d->kind == DUTY_CHILDREN && d->state == DUTY_DONE &&
	    text_blank(d->state_by))
		flaws |= DUTY_NO_FUNCTION;
	return flaws;
}
