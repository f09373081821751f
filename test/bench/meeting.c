/*
 * Meetings to be measured: so many workshops in the first organisation's
 * latest assessment, each with a goal on and six tables, and a screen each; who
 * is missing comes last. Prints a line for each: code, key of the workshop, key
 * of the screen's link.
 *
 *   meeting DB MANY [GOALS]
 *
 * With a number of goals the item has so many, its answers are shown, and a
 * question of choice comes after it.
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
	struct workshop w;
	struct guest screen;
	size_t goals;
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
		for (size_t k = 0; k < goals &&
		     used.v[i].kind == FRAMEWORK_AGENDA2030; k++)
			PUSH(s->mem, &goal.goals)->goal =
				used.v[i].goals.v[4 + k].id;
	return item_note(s, workshop, &goal, &id);
}

static enum status question(struct scope *s, i64 workshop)
{
	struct item ask = { .kind = ITEM_ASK, .title = "Vad är först?",
	                    .minutes = 5, .ask = ASK_CHOICE };
	i64 id;

	*PUSH(s->mem, &ask.options) = "Butiken";
	*PUSH(s->mem, &ask.options) = "Macken";
	return item_note(s, workshop, &ask, &id);
}

static enum status missing(struct scope *s, i64 workshop)
{
	struct item who = { .kind = ITEM_MISSING, .title = "Vem saknas?",
	                    .minutes = 8 };
	i64 id;

	return item_note(s, workshop, &who, &id);
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
	TRY(goal_item(&m->s, assessment, id, m->goals > 0 ? m->goals : 1));
	if (m->goals > 0)
		TRY(question(&m->s, id));
	TRY(missing(&m->s, id));
	TRY(run_command(&m->s, id, 1, RUN_START, 0));
	if (m->goals > 0)
		TRY(run_command(&m->s, id, 2, RUN_SHOW, 0));
	m->screen = (struct guest){ .workshop = id, .kind = GUEST_SCREEN };
	return guest_note(&m->s, &m->screen);
}

int main(int argc, char **argv)
{
	struct arena *mem = arena_new();
	struct made m = { .s = { .mem = mem, .now = clock_now() } };
	struct org_list orgs = {0};

	secret_start();
	if (argc < 3 || argc > 4 || db_open(argv[1], DB_WRITE, &m.s.db) != OK)
		panic("usage: meeting DB MANY [GOALS]");
	if (db_look(m.s.db) != OK || org_all(&m.s, &orgs) != OK ||
	    orgs.n == 0)
		panic("no organisation");
	db_look_end(m.s.db);
	m.s.org = orgs.v[0].id;
	m.goals = argc == 4 ? (size_t)atoi(argv[3]) : 0;
	for (int i = atoi(argv[2]); i > 0; i--) {
		if (db_write(m.s.db, m.s.org, make, &m) != OK)
			panic("no workshop");
		printf("%s\t%s\t%s\n", m.w.code, m.w.key, m.screen.key);
	}
	db_close(m.s.db);
	arena_free(mem);
	return 0;
}
