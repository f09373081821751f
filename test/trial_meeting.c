/* A meeting that runs in the trial's assessment, made by the stores. */
#include "trial.h"
#include "workshop/after.h"

static const char *key_at(struct trial *e, struct scope *s,
                          enum guest_kind kind, i64 board)
{
	struct guest g = { .workshop = e->workshop_id, .kind = kind,
	                   .board = board, .organisation = "" };

	CHECK_OK(guest_note(s, &g));
	return g.key;
}

static const char *key_of(struct scope *s, i64 workshop, i64 board)
{
	struct guest g = { .workshop = workshop, .kind = GUEST_PERSON,
	                   .board = board, .organisation = "" };

	CHECK_OK(guest_note(s, &g));
	return g.key;
}

static void an_item(struct trial *e, struct scope *s, struct item i)
{
	i64 id;

	i.minutes = 10;
	CHECK_OK(item_note(s, e->workshop_id, &i, &id));
}

static void agenda(struct trial *e, struct scope *s)
{
	struct framework_list used = {0};
	struct priority_list all = {0};
	struct item rus = { .kind = ITEM_RUS, .title = "RUS och P1" };
	struct item goals = { .kind = ITEM_GOAL, .title = "Klimat och P1" };
	const char **option;

	struct item ask = { .kind = ITEM_ASK, .title = "Vad först?",
	                    .ask = ASK_CHOICE };

	CHECK_OK(scope_list(s, e->id, &all));
	CHECK_OK(used_list(s, e->id, &used));
	rus.priority = goals.priority = all.v[0].id;
	rus.wording = goals.wording = all.v[0].now.id;
	for (size_t i = 0; i < used.n; i++) {
		struct framework *f = &used.v[i];
		struct item *to = f->kind == FRAMEWORK_RUS ? &rus : &goals;

		for (size_t k = 0; k < f->goals.n; k++)
			if (to == &rus || same(f->goals.v[k].code, "13") ||
			    same(f->goals.v[k].code, "15"))
				PUSH(s->mem, &to->goals)->goal =
					f->goals.v[k].id;
	}
	option = PUSH(s->mem, &ask.options), *option = "Butiken";
	option = PUSH(s->mem, &ask.options), *option = "Macken";
	an_item(e, s, rus);
	an_item(e, s, goals);
	an_item(e, s, (struct item){ .kind = ITEM_PROPOSE,
	                             .title = "Ta fram prioriteringar" });
	an_item(e, s, (struct item){ .kind = ITEM_MISSING,
	                             .title = "Vem saknas?" });
	an_item(e, s, (struct item){ .kind = ITEM_ACTIONS,
	                             .title = "Åtgärder" });
	an_item(e, s, ask);
	an_item(e, s, (struct item){ .kind = ITEM_CLOSE,
	                             .title = "Avslut" });
}

/* No 1 came, and is an actor of the assessment; no 2 was removed. */
static void invitations(struct trial *e, struct scope *s)
{
	struct actor_link_list all = {0};
	struct invited one = { .people = 6, .state = INVITED_CAME };
	struct invited two = { .name = "Trafikbolag", .people = 1,
	                       .state = INVITED_ASKED };

	CHECK_OK(actor_link_list(s, e->id, &all));
	one.actor = all.v[0].actor;
	one.name = all.v[0].name;
	CHECK_OK(invited_note(s, e->workshop_id, &one));
	CHECK_OK(invited_note(s, e->workshop_id, &two));
	CHECK_OK(invited_remove(s, e->workshop_id, two.no, true));
}

static void make(struct trial *e, struct scope *s)
{
	struct workshop w = { .assessment = e->id, .title = "Workshop",
		.day = 20385, .starts = 9 * 60, .minutes = 180,
		.form = FORM_ROOM, .template = 2, .way = WAY_SILENT,
		.people = 8, .steps = 0x1f, .disposal = "Enligt plan" };
	struct board_list boards = {0};

	CHECK_OK(workshop_note(s, &w, 2, "Bord", &e->workshop_id));
	e->workshop = w.key;
	e->join = w.code;
	CHECK_OK(board_list(s, w.id, &boards));
	agenda(e, s);
	CHECK_OK(run_command(s, w.id, 1, RUN_START, 0));
	CHECK_OK(run_command(s, w.id, 2, RUN_NEXT, 0));
	invitations(e, s);
	e->guest = key_at(e, s, GUEST_PERSON, boards.v[0].id);
	e->table = key_at(e, s, GUEST_TABLE, boards.v[0].id);
	e->screen = key_at(e, s, GUEST_SCREEN, 0);
}

/* One that ended with its only item parked. */
static void make_ended(struct trial *e, struct scope *s)
{
	struct workshop w = { .assessment = e->id, .title = "Förra mötet",
		.day = 20300, .starts = 9 * 60, .minutes = 60,
		.form = FORM_ROOM, .template = 2, .way = WAY_SILENT,
		.people = 8, .steps = 0x1f, .disposal = "Enligt plan" };
	struct item missing = { .kind = ITEM_MISSING, .minutes = 10,
	                        .title = "Vem saknas?" };
	i64 id;

	CHECK_OK(workshop_note(s, &w, 2, "Bord", &id));
	e->ended = w.key;
	CHECK_OK(item_note(s, w.id, &missing, &id));
	CHECK_OK(run_command(s, w.id, 1, RUN_START, 0));
	CHECK_OK(run_command(s, w.id, 2, RUN_PARK, 0));
	CHECK_OK(workshop_become(s, w.id, WORKSHOP_PARTLY));
	e->past = key_of(s, w.id, 0);
}

static void reports(struct scope *s, i64 id)
{
	struct report_back one = { .kind = REPORT_BACK, .day = 20430,
		.forum = "Service Z", .said = "Vi visade resultatet" };
	struct report_back two = one;

	CHECK_OK(report_back_note(s, id, &one));
	CHECK_OK(report_back_note(s, id, &two));
	CHECK_OK(report_back_remove(s, id, two.no, true));
}

/* One that was reported back, and whose answers may go. */
static void make_reported(struct trial *e, struct scope *s)
{
	struct workshop w = { .assessment = e->id, .title = "Mötet i fjol",
		.day = 20000, .starts = 9 * 60, .minutes = 60,
		.form = FORM_ROOM, .template = 2, .way = WAY_SILENT,
		.people = 8, .steps = 0x1f, .disposal = "Enligt plan",
		.disposal_on = 20001 };
	struct guest g = {0};
	i64 id;

	CHECK_OK(workshop_note(s, &w, 1, "Bord", &id));
	CHECK_OK(workshop_become(s, id, WORKSHOP_RUNNING));
	CHECK_OK(workshop_become(s, id, WORKSHOP_DONE));
	g = (struct guest){ .workshop = id, .kind = GUEST_PERSON,
	                    .organisation = "" };
	CHECK_OK(guest_note(s, &g));
	CHECK_OK(remark_note(s, &g, &(struct remark){ .text = "Fel ort" }));
	CHECK_OK(workshop_become(s, id, WORKSHOP_COMPILED));
	reports(s, id);
	e->reported = w.key;
}

void trial_meeting(struct trial *e)
{
	struct scope s = stage_scope(e->st);

	CHECK_OK(stage_begin(e->st));
	make(e, &s);
	make_ended(e, &s);
	make_reported(e, &s);
	CHECK_OK(stage_commit(e->st));
}
