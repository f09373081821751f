/* The bodies of the example, and the matter its assessment goes into. */
#include "app/app.h"
#include "assess/assess.h"
#include "base/clock.h"
#include "matter/matter.h"

enum { AU, RUN, RS, RF, DIRECTOR, BODIES };

static enum status note_bodies(struct scope *s, struct body all[BODIES])
{
	static const struct body names[BODIES] = {
		[AU] = { .kind = BODY_WORKING, .shortened = "RUAU",
		  .name = "regionala utvecklingsnämndens arbetsutskott" },
		[RUN] = { .kind = BODY_COMMITTEE, .shortened = "RUN",
		  .name = "regionala utvecklingsnämnden" },
		[RS] = { .kind = BODY_BOARD, .shortened = "RS",
		  .name = "regionstyrelsen" },
		[RF] = { .kind = BODY_ASSEMBLY, .shortened = "RF",
		  .name = "regionfullmäktige" },
		[DIRECTOR] = { .kind = BODY_DELEGATE,
		  .name = "regionala utvecklingsdirektören" },
	};

	for (size_t i = 0; i < BODIES; i++) {
		all[i] = names[i];
		TRY(body_note(s, &all[i]));
	}
	return OK;
}

static enum status add_step(struct scope *s, i64 matter,
                            const struct body *b, enum chain_role role,
                            const char *on, i64 *id)
{
	struct step_body t = { .body = *b, .role = role };

	ASSERT(day_read(on, &t.planned_on));
	TRY(chain_add(s, matter, &t));
	*id = t.id;
	return OK;
}

/* The working committee has adjourned it once, then proposed; the committee
 * is next. */
static enum status lay_chain(struct scope *s, i64 matter,
                             const struct body all[BODIES])
{
	struct outcome adjourned = { .kind = OUTCOME_ADJOURNED,
		.paragraph = "§ 31" };
	struct outcome o = { .kind = OUTCOME_APPROVED, .paragraph = "§ 36",
		.text = "Programförslaget arbetas om efter workshopen och "
			"läggs fram för regionala utvecklingsnämnden.",
		.weighing = "Service på små orter får väga tyngre än kortare "
			"handläggning av stöden." };
	i64 next;

	ASSERT(day_read("2025-09-24", &adjourned.held_on));
	ASSERT(day_read("2025-10-15", &o.held_on));
	ASSERT(day_read("2025-10-20", &o.approved_on));
	TRY(add_step(s, matter, &all[AU], ROLE_PROPOSES, "2025-09-24",
	             &adjourned.step_body));
	TRY(add_step(s, matter, &all[RUN], ROLE_DECIDES, "2026-05-26",
	             &next));
	TRY(outcome_note(s, matter, &adjourned));
	o.step_body = adjourned.step_body;
	return outcome_note(s, matter, &o);
}

enum status example_matter(struct scope *s)
{
	struct matter m = { .kind = MATTER_PROGRAMME,
		.title = "Regionalt serviceprogram – test",
		.registry_no = "RUN/123/2025",
		.officer = "Karin Ek, processledare",
		.unit = "Regional utveckling",
		.started_by = "Regionala utvecklingsnämndens plan för 2025",
		.state = MATTER_READY };
	struct task t = { .text = "Bekräfta med samebyarna om de vill ha "
			"konsultation", .owner = "Karin Ek, processledare" };
	struct body bodies[BODIES];
	i64 assessment = 0;

	TRY(note_bodies(s, bodies));
	TRY(assess_by_key(s, "rsptest225", &assessment));
	TRY(matter_note(s, &m));
	TRY(matter_link(s, m.id, assessment));
	TRY(lay_chain(s, m.id, bodies));
	ASSERT(day_read("2026-04-17", &t.due));
	return task_note(s, m.id, &t);
}
