/* What the example has of screening, rules and selection. */
#include "screening/selection.h"
#include "trial.h"

static void rules(struct trial *e)
{
	struct scope s = stage_scope(e->st);
	struct trigger_rule t = { .name = "Riktlinjen", .reference = "§ 12",
		.kinds = 1u << SUBJECT_POLICY | 1u << SUBJECT_PROCUREMENT,
		.depth = DEPTH_DEEP, .duties = 1u << DUTY_CHILDREN, .used = true };
	struct trigger_rule other = { .name = "Rutinen", .words = "drivmedel",
		.depth = DEPTH_QUICK };

	IN_WRITE(e->st, trigger_note(&s, &t));
	IN_WRITE(e->st, trigger_note(&s, &other));
	other.name = "Borttagen";
	IN_WRITE(e->st, trigger_note(&s, &other));
	IN_WRITE(e->st, trigger_remove(&s, 3, true));
}

void trial_screening(struct trial *e)
{
	struct scope s = stage_scope(e->st);
	struct subject what = { .kind = SUBJECT_POLICY, .unit = "Inköp",
		.title = "Policy för inköp", .phase = PHASE_BEFORE_DECISION };
	struct screening it = { .asked = DEPTH_QUICK };
	struct selection n = { .year = 2026, .unit = "Inköp" };

	it.answers[SCREENING_CHILDREN].value = SCREENING_UNCLEAR;
	IN_WRITE(e->st, subject_note(&s, &what, &what.id));
	it.subject = n.subject = what.id;
	it.unit = what.unit;
	IN_WRITE(e->st, screening_note(&s, &it, 0));
	IN_WRITE(e->st, selection_note(&s, &n));
	rules(e);
	e->subject = what.key;
	e->screening = it.key;
}
