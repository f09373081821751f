/* What a body may do with a matter, and what must be said when it does. */
#include "base/text.h"
#include "matter/chain.h"

bool outcome_concludes(enum outcome_kind kind)
{
	return kind != OUTCOME_ADJOURNED && kind != OUTCOME_REFERRED_BACK;
}

bool outcome_fits(const struct step_body *at, enum outcome_kind kind)
{
	if (kind < OUTCOME_APPROVED || kind > OUTCOME_NOTED)
		return false;
	if (at->role == ROLE_IS_TOLD)
		return kind == OUTCOME_NOTED;
	if (at->body.kind == BODY_DELEGATE)
		return kind == OUTCOME_APPROVED || kind == OUTCOME_REJECTED ||
		       kind == OUTCOME_WITHDRAWN;
	return kind != OUTCOME_NOTED;
}

const struct outcome *outcome_minority(const struct outcome_list *all, i64 but)
{
	for (size_t i = 0; i < all->n; i++)
		if (all->v[i].minority && all->v[i].no != but)
			return &all->v[i];
	return NULL;
}

static const struct step_body *step_of(const struct chain *chain,
                                       const struct outcome *o)
{
	for (size_t i = 0; i < chain->n; i++)
		if (chain->v[i].id == o->step_body)
			return &chain->v[i];
	return NULL;
}

static unsigned minority_flaws(const struct outcome *o,
                               const struct outcome_list *before,
                               const struct step_body *at)
{
	if (!o->minority)
		return 0;
	if (at->body.kind != BODY_ASSEMBLY || outcome_concludes(o->kind))
		return OUTCOME_NO_MINORITY;
	if (outcome_minority(before, o->no) != NULL)
		return OUTCOME_MINORITY_USED;
	if (o->present <= 0 || o->in_favour < 0 || o->in_favour > o->present)
		return OUTCOME_NO_COUNT;
	return o->in_favour < o->present - 2 * o->in_favour ?
	       OUTCOME_TOO_FEW : 0;
}

/* A new one comes after all others; one that is corrected stays between. */
static bool day_fits(const struct outcome *o, const struct outcome_list *all)
{
	for (size_t i = 0; i < all->n; i++) {
		const struct outcome *at = &all->v[i];

		if ((o->no == 0 || at->no < o->no) &&
		    at->held_on > o->held_on)
			return false;
		if (o->no != 0 && at->no > o->no && at->held_on < o->held_on)
			return false;
	}
	return true;
}

/* A correction must not undo what later meetings rest on. */
static bool in_turn(const struct outcome *o, const struct outcome_list *all,
                    const struct chain *chain)
{
	if (o->no == 0) {
		const struct step_body *next = chain_next(chain, all);

		return next != NULL && next->id == o->step_body;
	}
	for (size_t i = 0; i < all->n; i++) {
		const struct outcome *at = &all->v[i];

		if (at->no <= o->no)
			continue;
		if (o->kind == OUTCOME_WITHDRAWN ||
		    (at->step_body == o->step_body) ==
		    outcome_concludes(o->kind))
			return false;
	}
	return true;
}

static bool wants_text(const struct outcome *o, const struct step_body *at)
{
	return at->role == ROLE_DECIDES && (o->kind == OUTCOME_APPROVED ||
	       o->kind == OUTCOME_AMENDED || o->kind == OUTCOME_REJECTED);
}

unsigned outcome_flaws(const struct outcome *o,
                       const struct outcome_list *before,
                       const struct chain *chain)
{
	const struct step_body *at = step_of(chain, o);
	unsigned flaws = 0;

	if (at == NULL)
		return OUTCOME_NOT_THERE;
	flaws |= minority_flaws(o, before, at);
	if (!outcome_fits(at, o->kind))
		flaws |= OUTCOME_NOT_THERE;
	if (o->held_on == 0)
		flaws |= OUTCOME_NO_DAY;
	else if (!day_fits(o, before))
		flaws |= OUTCOME_DAY_ORDER;
	if (o->kind == OUTCOME_REFERRED_BACK && text_blank(o->reason))
		flaws |= OUTCOME_NO_REASON;
	if (wants_text(o, at) && text_blank(o->text))
		flaws |= OUTCOME_NO_TEXT;
	if (!in_turn(o, before, chain))
		flaws |= OUTCOME_OUT_OF_TURN;
	return flaws;
}
