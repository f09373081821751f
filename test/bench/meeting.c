/*
 * Meetings to be measured: so many workshops in the first organisation's
 * latest assessment, each with goals on and six tables, and a screen each; then
 * comes who is missing. Prints a line for each: code, key of the workshop, key
 * of the screen's link.
 *
 *   meeting DB MANY [GOALS]
 */
#include <stdio.h>
#include <stdlib.h>

#include "account/account.h"
#include "base/clock.h"
#include "db/db.h"
#include "kit/secret.h"
#include "workshop/meeting.h"

struct made {
	struct scope s;
	size_t goals;
	struct workshop w;
	struct guest screen;
};

static enum status first_assessment(struct scope *s, i64 *id)
{
	struct assessment_list all = {0};

	TRY(assess_list(s, ASSESS_ONGOING, s->now + 1, 0, 1, &all));
	if (all.n == 0)
		return NOT_FOUND;
	*id = all.v[0].id;
	return OK;
}

/* From the fifth of the Agenda 2030 on, as many as asked for. */
static enum status goal_item(struct scope *s, i64 assessment, i64 workshop,
                             size_t goals)
{
	struct framework_list used = {0};
	struct priority_list all = {0};
	struct item goal = { .kind = ITEM_GOAL, .title = "Mål 5 och P1",
	                     .minutes = 12 };
	i64 id;

	TRY(scope_list(s, assessment, &all));
	TRY(used_list(s, assessment, &used));
	goal.priority = all.v[0].id;
	goal.wording  = all.v[0].now.id;
	for (size_t i = 0; i < used.n; i++)
		for (size_t k = 4; used.v[i].kind == FRAMEWORK_AGENDA2030 &&
		     k < 4 + goals && k < used.v[i].goals.n; k++)
			PUSH(s->mem, &goal.goals)->goal =
				used.v[i].goals.v[k].id;
	return item_note(s, workshop, &goal, &id);
}

static enum status missing_item(struct scope *s, i64 workshop)
{
	struct item missing = { .kind = ITEM_MISSING, .minutes = 8,
	                        .title = "Vem saknas?" };
	i64 id;

	return item_note(s, workshop, &missing, &id);
}

static enum status make(void *arg)
{
	struct made *m = arg;
	i64 assessment, id;

	TRY(first_assessment(&m->s, &assessment));
	m->w = (struct workshop){ .assessment = assessment,
		.title = "Mätning", .day = m->s.now / DAY_MS,
		.starts = 9 * 60, .minutes = 180, .form = FORM_ROOM,
		.template = 2, .way = WAY_SILENT, .people = 500,
		.steps = 0x1e, .disposal = "Gallras" };
	TRY(workshop_note(&m->s, &m->w, 6, "Bord", &id));
	TRY(goal_item(&m->s, assessment, id, m->goals));
	TRY(missing_item(&m->s, id));
	TRY(run_command(&m->s, id, 1, RUN_START, 0));
	m->screen = (struct guest){ .workshop = id, .kind = GUEST_SCREEN };
	return guest_note(&m->s, &m->screen);
}

int main(int argc, char **argv)
{
	struct arena *mem = arena_new();
	struct made m = { .s = { .mem = mem, .now = clock_now() } };
	struct org_list orgs = {0};

	secret_start();
	m.goals = argc > 3 ? (size_t)atoi(argv[3]) : 1;
	if (argc < 3 || db_open(argv[1], DB_WRITE, &m.s.db) != OK)
		panic("usage: meeting DB MANY [GOALS]");
	if (db_look(m.s.db) != OK || org_all(&m.s, &orgs) != OK ||
	    orgs.n == 0)
		panic("no organisation");
	db_look_end(m.s.db);
	m.s.org = orgs.v[0].id;
	for (int i = atoi(argv[2]); i > 0; i--) {
		if (db_write(m.s.db, m.s.org, make, &m) != OK)
			panic("no workshop");
		printf("%s\t%s\t%s\n", m.w.code, m.w.key, m.screen.key);
	}
	db_close(m.s.db);
	arena_free(mem);
	return 0;
}
