/* What the example has of whom to invite. */
#include "door/gathering.h"
#include "trial.h"

void trial_door(struct trial *e)
{
	struct scope s = stage_scope(e->st);
	struct gathering g = { .title = "Samtal om service", .areas =
		"Härjedalen", .day = day_of_instant(s.now) + 20 };
	struct invitee i = { .why = WHY_AFFECTED, .role = ROLE_AFFECTED };

	CHECK_OK(actor_by_key(&s, e->actor, &i.actor));
	IN_WRITE(e->st, gathering_note(&s, &g));
	IN_WRITE(e->st, invitee_note(&s, g.id, &i));
	e->gathering = g.key;
}
