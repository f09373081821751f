/* Duties in the example: a consultation with its log, and one of its own. */
#include "duty/duty.h"
#include "trial.h"

void trial_duty(struct trial *e)
{
	struct duty d = { .kind = DUTY_CONSULTATION, .need = NEED_YES,
	                  .concerns = 4, .motive = "Marken är vinterbete." };
	struct local_duty own = { .name = "Jämställda beslut",
		.question = "Har ni ställt de fem frågorna?",
		.ground = GROUND_METHOD };
	struct scope s = stage_scope(e->st);
	struct local_duty_list all = {0};

	for (int i = 0; i < 3; i++)
		*PUSH(e->st->mem, &d.log) = (struct contact){
			.kind = CONTACT_HELD, .day = 20370, .with = "Samebyn",
			.what = "Samtal om marken" };
	IN_WRITE(e->st, duty_note(&s, e->id, &d));
	IN_WRITE(e->st, contact_remove(&s, e->id, 1, 3, true));
	IN_WRITE(e->st, local_duty_note(&s, &own));
	CHECK_OK(local_duty_list(&s, &all));
	e->own = all.v[0].key;
}
