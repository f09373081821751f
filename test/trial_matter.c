/* A matter in the example: bodies AU, RS and RF, a chain of all three of which
 * the first has met, tasks, and papers. */
#include "kit/icu.h"
#include "matter/matter.h"
#include "trial.h"

static i64 the_body(struct trial *e, enum body_kind kind, const char *name,
                    const char *shortened)
{
	struct scope s = stage_scope(e->st);
	struct body b = { .kind = kind, .name = name,
	                  .shortened = shortened };

	IN_WRITE(e->st, body_note(&s, &b));
	return b.id;
}

static i64 add_step(struct trial *e, i64 body, enum chain_role role, i64 on)
{
	struct scope s = stage_scope(e->st);
	struct step_body t = { .body.id = body, .role = role,
	                       .planned_on = on };

	IN_WRITE(e->st, chain_add(&s, e->matter_id, &t));
	return t.id;
}

static void a_paper(struct trial *e, enum paper_use use, const char *title)
{
	struct scope s = stage_scope(e->st);
	struct matter_paper p = {
		.use = use, .state = PAPER_WORKING, .title = title,
		.dated_on = day_of_instant(s.now),
		.assessment = use == USE_ANNEX ? e->id : 0 };

	IN_WRITE(e->st, matter_paper_note(&s, e->matter_id, &p));
	IN_WRITE(e->st, paper_bytes_keep(&s, p.id, "pdf",
	         (struct bytes){ "%PDF-1.7 a paper", 16 }));
}

static void papers_and_tasks(struct trial *e)
{
	struct scope s = stage_scope(e->st);
	struct task done = { .text = "Fel" }, open = {
		.text = "Redovisa kostnaden", .owner = "Karin Ek" };

	a_paper(e, USE_LETTER, "Tjänsteskrivelse");
	a_paper(e, USE_ANNEX, "Hållbarhetssäkring");
	a_paper(e, USE_OTHER, "Fel");
	IN_WRITE(e->st, matter_paper_remove(&s, e->matter_id, 3, true));
	IN_WRITE(e->st, task_note(&s, e->matter_id, &open));
	IN_WRITE(e->st, task_note(&s, e->matter_id, &done));
	IN_WRITE(e->st, task_done(&s, e->matter_id, 2, true, "Inget"));
}

void trial_matter(struct trial *e)
{
	struct scope s = stage_scope(e->st);
	i64 today = day_of_instant(s.now);
	i64 au = the_body(e, BODY_WORKING, "regionstyrelsens arbetsutskott",
	                  "RSAU");
	i64 rs = the_body(e, BODY_BOARD, "regionstyrelsen", "RS");
	i64 rf = the_body(e, BODY_ASSEMBLY, "regionfullmäktige", "RF");
	struct matter m = { .kind = MATTER_PROGRAMME,
	                    .title = "Serviceprogram",
	                    .registry_no = "RUN/1/2025",
	                    .officer = "Karin Ek" };
	struct outcome o = { .kind = OUTCOME_APPROVED, .held_on = today - 7,
	                     .paragraph = "§ 12" };

	the_body(e, BODY_COMMITTEE, "nämnd som upphört", "");
	IN_WRITE(e->st, body_retire(&s, 4, true));
	IN_WRITE(e->st, matter_note(&s, &m));
	e->matter = m.key;
	e->matter_id = m.id;
	IN_WRITE(e->st, matter_link(&s, m.id, e->id));
	o.step_body = add_step(e, au, ROLE_PROPOSES, today - 7);
	add_step(e, rs, ROLE_PROPOSES, today + 14);
	add_step(e, rf, ROLE_DECIDES, today + 40);
	IN_WRITE(e->st, outcome_note(&s, m.id, &o));
	papers_and_tasks(e);
}
