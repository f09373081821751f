/* A workshop is planned: made, its agenda proposed, taken and changed. */
#include "base/rights.h"
#include "trial.h"
#include "workshop/agenda.h"

#define MADE "template=1&title=Workshop+2&day=2026-12-14&starts=9.00" \
	"&where=1&people=24&tables=4&way=1&disposal=Enligt+plan"

struct meeting {
	struct trial  e;
	struct stage *st;
	const char   *key;
	i64           id;
};

static struct workshop workshop(struct meeting *m)
{
	struct scope s = stage_scope(m->st);
	struct workshop w = {0};

	CHECK_OK(workshop_get(&s, m->id, &w));
	return w;
}

static struct item_list agenda(struct meeting *m)
{
	struct scope s = stage_scope(m->st);
	struct item_list all = {0};

	CHECK_OK(item_list(&s, m->id, &all));
	return all;
}

static struct meeting make(const char *fields)
{
	struct meeting m = { .e = trial_open() };
	struct scope s = stage_scope(m.e.st);
	struct workshop_list all = {0};
	struct req *r;

	m.st = m.e.st;
	r = post(m.st, fields, "/a/%s/workshops/new", m.e.key);
	CHECK_INT(r->code, 303);
	CHECK_OK(workshop_list(&s, m.e.id, 10, &all));
	m.key = all.v[0].key;
	m.id = all.v[0].id;
	CHECK_TEXT(r->location, arena_print(m.st->mem, "/w/%s/plan", m.key));
	return m;
}

/* All four steps, for P2 and goals 8 and 13 of it. */
static const char *const choice = "chosen=1&step=1&step=2&step=3&step=4"
	"&g=2-0&g=2-agenda-8&g=2-agenda-13";

static void take(struct meeting *m)
{
	struct req *r = post(m->st, arena_print(m->st->mem, "version=%lld&%s",
	                     workshop(m).version, choice), "/w/%s/plan",
	                     m->key);

	CHECK_INT(r->code, 303);
}

static struct item first_of(struct meeting *m, enum item_kind kind)
{
	struct item_list all = agenda(m);

	for (size_t i = 0; i < all.n; i++)
		if (all.v[i].kind == kind)
			return all.v[i];
	fail_msg("no item of kind %d", (int)kind);
	return (struct item){0};
}

static void set_minutes(struct meeting *m, struct item i, i64 minutes)
{
	CHECK_INT(post(m->st, arena_print(m->st->mem,
	          "version=%lld&title=Ny+rubrik&minutes=%lld", i.version,
	          minutes), "/w/%s/items/%lld", m->key, i.no)->code, 303);
}

/* -- making one ---------------------------------------------------------- */

TEST(a_workshop_is_made_with_its_tables_and_a_rule_for_its_answers)
{
	struct meeting m = make(MADE "&disposal_ref=RUN+9&disposal_on="
	                        "2027-12-31");
	struct workshop w = workshop(&m);
	struct scope s = stage_scope(m.st);
	struct board_list boards = {0};

	CHECK_TEXT(w.title, "Workshop 2");
	CHECK_INT(w.starts, 540);
	CHECK_INT(w.minutes, 180);
	CHECK_INT(w.steps, PLAN_RUS | PLAN_GOALS | PLAN_ACTORS |
	          PLAN_ACTIONS);
	CHECK_TEXT(w.disposal, "Enligt plan");
	CHECK_TEXT(w.disposal_ref, "RUN 9");
	CHECK(w.disposal_on > w.day);
	CHECK_INT(strlen(w.code), 6);
	CHECK_OK(board_list(&s, m.id, &boards));
	CHECK_INT(boards.n, 4);
	CHECK_TEXT(boards.v[3].name, "Bord 4");
	stage_close(m.st);
}

TEST(a_new_workshop_asks_with_a_rule_of_disposal_already_written)
{
	struct trial e = trial_open();
	struct req *r = get(e.st, "/a/%s/workshops/new", e.key);

	CHECK_INT(r->code, 200);
	CHECK_HAS(PAGE(r), "Svaren gallras enligt organisationens");
	CHECK_HAS(PAGE(r), "name='disposal_ref'");
	stage_close(e.st);
}

TEST(what_is_lacking_in_a_new_workshop_is_said_at_its_field)
{
	struct trial e = trial_open();
	struct req *r = post(e.st, "form=new-workshop&title=Kvar&starts=25"
	                     "&minutes=5&people=0", "/a/%s/workshops/new",
	                     e.key);

	CHECK_INT(r->code, 422);
	CHECK_HAS(PAGE(r), "value='Kvar'");
	CHECK_HAS(PAGE(r), "id='new-workshop-starts-e'");
	CHECK_HAS(PAGE(r), "id='new-workshop-minutes-e'");
	CHECK_HAS(PAGE(r), "id='new-workshop-day-e'");
	CHECK_HAS(PAGE(r), "id='new-workshop-disposal-e'");
	stage_close(e.st);
}

TEST(the_list_says_when_each_meeting_is_and_what_it_left)
{
	struct meeting m = make(MADE);
	struct scope s = stage_scope(m.st);
	struct item left = { .kind = ITEM_ASK, .title = "Kvar",
		.ask = ASK_TEXT, .minutes = 5, .state = ITEM_PARKED };
	struct req *r;
	i64 id;

	IN_WRITE(m.st, item_note(&s, m.id, &left, &id));
	r = get(m.st, "/a/%s/workshops", m.e.key);
	CHECK_HAS(PAGE(r), "Workshop 2");
	CHECK_HAS(PAGE(r), "14 december 2026, kl. 9.00–12.00.");
	CHECK_HAS(PAGE(r), "1 punkt kvar till nästa möte.");
	CHECK_HAS(PAGE(r), "Planera en workshop");
	CHECK_HAS(PAGE(get(m.st, "/a/%s", m.e.key)),
	          arena_print(m.st->mem, "/a/%s/workshops", m.e.key));
	stage_close(m.st);
}

TEST(who_may_only_read_sees_the_meeting_and_no_way_to_change_it)
{
	struct meeting m = make(MADE);

	take(&m);
	stage_rights(m.st, READ);
	CHECK_HAS_NOT(PAGE(get(m.st, "/a/%s/workshops", m.e.key)),
	              "workshops/new");
	CHECK_HAS_NOT(PAGE(get(m.st, "/w/%s", m.key)), "/facts");
	CHECK_HAS_NOT(PAGE(get(m.st, "/w/%s/plan", m.key)), "/items/");
	CHECK_INT(post(m.st, "", "/w/%s/code", m.key)->code, 403);
	stage_close(m.st);
}

/* -- the hub ------------------------------------------------------------- */

TEST(the_hub_shows_the_way_in_and_what_is_next)
{
	struct meeting m = make(MADE);
	struct workshop w = workshop(&m);
	struct req *r = get(m.st, "/w/%s", m.key);

	CHECK_HAS(PAGE(r), "class='qr'");
	CHECK_HAS(PAGE(r), arena_print(m.st->mem, "%.3s %s", w.code,
	          w.code + 3));
	CHECK_HAS(PAGE(r), arena_print(m.st->mem,
	          "http://127.0.0.1:8080/j/%s", w.code));
	CHECK_HAS(PAGE(r), "Programmet föreslår en.");
	take(&m);
	CHECK_HAS(PAGE(get(m.st, "/w/%s", m.key)), "Planen håller");
	stage_close(m.st);
}

TEST(a_new_code_takes_the_place_of_the_old_one)
{
	struct meeting m = make(MADE);
	const char *code = workshop(&m).code;

	CHECK_INT(post(m.st, "", "/w/%s/code", m.key)->code, 303);
	CHECK(!same(code, workshop(&m).code));
	stage_close(m.st);
}

TEST(two_who_change_the_facts_do_not_write_over_each_other)
{
	struct meeting m = make(MADE);
	const char *fields = arena_print(m.st->mem, MADE "&version=%lld",
	                                 workshop(&m).version);

	CHECK_INT(post(m.st, fields, "/w/%s", m.key)->code, 303);
	CHECK_INT(post(m.st, fields, "/w/%s", m.key)->code, 409);
	stage_close(m.st);
}

TEST(a_table_is_renamed_taken_away_and_had_back)
{
	struct meeting m = make(MADE);
	struct scope s = stage_scope(m.st);
	struct board_list all = {0}, after = {0};

	post(m.st, "name=F%C3%B6nstret", "/w/%s/boards/2", m.key);
	post(m.st, "name=Digitalt", "/w/%s/boards", m.key);
	CHECK_HAS(post(m.st, "", "/w/%s/boards/2/retire", m.key)->location,
	          "retired=2");
	CHECK_HAS(PAGE(get(m.st, "/w/%s/boards?retired=2", m.key)),
	          "Fönstret är borttaget.");
	CHECK_OK(board_list(&s, m.id, &all));
	CHECK_INT(all.n, 4);
	CHECK_TEXT(all.v[3].name, "Digitalt");
	post(m.st, "", "/w/%s/boards/2/restore", m.key);
	CHECK_OK(board_list(&s, m.id, &after));
	CHECK_TEXT(after.v[1].name, "Fönstret");
	stage_close(m.st);
}

TEST(the_next_meeting_stands_on_the_overview_of_those_who_lead)
{
	struct meeting m = make(MADE);
	struct stage *st = m.st;
	const char *link = arena_print(st->mem, "/w/%s'",
	                               m.e.workshop);

	CHECK_HAS(PAGE(get(st, "/o/%s", st->org_key)), link);
	stage_rights(st, READ);
	CHECK_HAS_NOT(PAGE(get(st, "/o/%s", st->org_key)), link);
	stage_close(st);
}

/* -- a proposal ---------------------------------------------------------- */

TEST(a_meeting_without_agenda_is_offered_one_and_nothing_is_stored)
{
	struct meeting m = make(MADE);
	struct req *r = get(m.st, "/w/%s/plan?%s", m.key, choice);

	CHECK_HAS(PAGE(r), "Planen håller: 3 timmar");
	CHECK_HAS(PAGE(r), "RUS och P2 Stöd");
	CHECK_HAS(PAGE(r), "Mål 8 Arbete och P2");
	CHECK_HAS(PAGE(r), "Mål 13 Klimat och P2");
	CHECK_HAS(PAGE(r), "Ta planen i bruk");
	CHECK_INT(agenda(&m).n, 0);
	stage_close(m.st);
}

TEST(a_plan_taken_into_use_is_what_was_shown)
{
	struct meeting m = make(MADE);
	struct item_list all;
	i64 minutes = 0;

	take(&m);
	all = agenda(&m);
	CHECK(all.n > 6);
	for (size_t i = 0; i < all.n; i++)
		minutes += all.v[i].minutes;
	CHECK(minutes <= 180);
	CHECK_TEXT(first_of(&m, ITEM_RUS).title, "RUS och P2 Stöd");
	CHECK_INT(first_of(&m, ITEM_RUS).goals.n, 3);
	CHECK_INT(first_of(&m, ITEM_GOAL).goals.n, 1);
	CHECK_HAS(PAGE(get(m.st, "/w/%s/plan", m.key)), "Planen håller");
	stage_close(m.st);
}

TEST(a_plan_that_another_has_changed_is_not_taken)
{
	struct meeting m = make(MADE);
	struct req *r = post(m.st, arena_print(m.st->mem,
	                     "form=take&version=9&%s", choice), "/w/%s/plan",
	                     m.key);

	CHECK_INT(r->code, 409);
	CHECK_HAS(PAGE(r), "Mål 13 Klimat och P2");
	CHECK_INT(agenda(&m).n, 0);
	stage_close(m.st);
}

TEST(what_does_not_fit_is_named_before_the_meeting)
{
	struct meeting m = make(MADE "&minutes=100");
	struct req *r = get(m.st, "/w/%s/plan?chosen=1&step=1&step=2&step=3"
	                    "&step=4&g=1-0&g=2-0&g=3-0&g=2-agenda-1"
	                    "&g=2-agenda-8&g=2-agenda-13&g=2-agenda-15",
	                    m.key);

	CHECK_HAS(PAGE(r), "Allt ryms inte");
	CHECK_HAS(PAGE(r), "Ta planen i bruk utan");
	CHECK_HAS(PAGE(r), "för P2");
	stage_close(m.st);
}

TEST(goals_that_pull_apart_say_so_and_come_before_the_others)
{
	struct meeting m = make(MADE);
	const char *page = PAGE(get(m.st, "/w/%s/plan?chosen=1&step=2"
		"&g=1-agenda-1&g=1-agenda-8&g=1-agenda-13", m.key));

	CHECK_HAS(page, "Drar åt olika håll mot mål 13.");
	CHECK_HAS(page, "Drar åt olika håll mot mål 1.");
	CHECK(strstr(page, "Mål 13 Klimat") < strstr(page, "Mål 8 Arbete"));
	stage_close(m.st);
}

TEST(what_an_earlier_meeting_left_is_proposed_first)
{
	struct meeting m = make(MADE);
	struct scope s = stage_scope(m.st);
	struct item_list earlier = {0};
	struct item left = {0};
	const char *page;
	i64 id;

	CHECK_OK(item_list(&s, m.e.workshop_id, &earlier));
	left = (struct item){ .kind = ITEM_GOAL, .title = "Kvar",
		.minutes = 8, .priority = earlier.v[1].priority,
		.wording = earlier.v[1].wording, .state = ITEM_LEFT };
	*PUSH(s.mem, &left.goals) = earlier.v[1].goals.v[0];
	IN_WRITE(m.st, item_note(&s, m.e.workshop_id, &left, &id));
	page = PAGE(get(m.st, "/w/%s/plan", m.key));
	CHECK_HAS(page, "Mål 13 Klimat och P1");
	CHECK_HAS(page, "Kvar från ett tidigare möte.");
	stage_close(m.st);
}

/* -- changing it --------------------------------------------------------- */

TEST(a_plan_made_too_long_says_what_to_leave_out_and_one_press_does_it)
{
	struct meeting m = make(MADE);
	struct item goal;
	const char *page;

	take(&m);
	goal = first_of(&m, ITEM_GOAL);
	set_minutes(&m, first_of(&m, ITEM_MISSING), 68);
	page = PAGE(get(m.st, "/w/%s/plan", m.key));
	CHECK_HAS(page, "för lång.");
	CHECK_HAS(page, "Ta bort mål 13 och 8 för P2, så räcker tiden.");
	CHECK_INT(post(m.st, arena_print(m.st->mem, "item=%lld", goal.no),
	               "/w/%s/plan/shorten", m.key)->code, 303);
	CHECK(first_of(&m, ITEM_GOAL).no != goal.no);
	stage_close(m.st);
}

TEST(slack_is_what_is_left_after_each_change)
{
	struct meeting m = make(MADE);
	i64 before;

	take(&m);
	before = first_of(&m, ITEM_SLACK).minutes;
	CHECK(before >= 18);
	set_minutes(&m, first_of(&m, ITEM_MISSING),
	            first_of(&m, ITEM_MISSING).minutes + 100);
	CHECK(first_of(&m, ITEM_SLACK).minutes < before);
	CHECK_TEXT(first_of(&m, ITEM_MISSING).title, "Ny rubrik");
	stage_close(m.st);
}

TEST(an_item_moves_one_step_and_the_others_keep_their_order)
{
	struct meeting m = make(MADE);
	struct item_list before, after;

	take(&m);
	before = agenda(&m);
	post(m.st, "", "/w/%s/items/%lld/down", m.key, before.v[1].no);
	after = agenda(&m);
	CHECK_INT(after.v[1].no, before.v[2].no);
	CHECK_INT(after.v[2].no, before.v[1].no);
	CHECK_INT(after.v[3].no, before.v[3].no);
	post(m.st, "", "/w/%s/items/%lld/up", m.key, before.v[1].no);
	after = agenda(&m);
	for (size_t i = 0; i < after.n; i++)
		CHECK_INT(after.v[i].no, before.v[i].no);
	stage_close(m.st);
}

TEST(an_own_question_and_a_break_stand_before_the_end)
{
	struct meeting m = make(MADE);
	struct item_list all;

	take(&m);
	post(m.st, "what=2&title=Vad+f%C3%B6rst%3F&options=A%0AB&minutes=5",
	     "/w/%s/items", m.key);
	post(m.st, "what=5", "/w/%s/items", m.key);
	CHECK_INT(first_of(&m, ITEM_ASK).options.n, 2);
	all = agenda(&m);
	CHECK_INT(all.v[all.n - 1].kind, ITEM_CLOSE);
	CHECK_INT(all.v[all.n - 2].kind, ITEM_SLACK);
	CHECK_INT(all.v[all.n - 3].kind, ITEM_BREAK);
	CHECK_INT(all.v[all.n - 4].kind, ITEM_ASK);
	CHECK_INT(post(m.st, "what=3&title=Ordna&options=A", "/w/%s/items",
	               m.key)->code, 422);
	stage_close(m.st);
}

TEST(what_has_been_answered_cannot_be_removed_or_replaced)
{
	struct trial e = trial_open();
	struct scope s = stage_scope(e.st);
	struct item_list before = {0}, after = {0};
	struct req *r;

	CHECK_OK(item_list(&s, e.workshop_id, &before));
	r = post(e.st, "form=remove", "/w/%s/items/%lld/remove", e.workshop,
	         before.v[1].no);
	CHECK_INT(r->code, 422);
	CHECK_HAS(PAGE(r), "Den kan inte tas bort.");
	r = post(e.st, "chosen=1&step=3&version=1", "/w/%s/plan", e.workshop);
	CHECK_INT(r->code, 422);
	CHECK_OK(item_list(&s, e.workshop_id, &after));
	CHECK_INT(after.n, before.n);
	stage_close(e.st);
}

TEST(a_plan_can_be_read_in_english)
{
	struct meeting m = make(MADE);

	post(m.st, "language=en&back=/account", "/language");
	CHECK_HAS(PAGE(get(m.st, "/w/%s/plan?%s", m.key, choice)),
	          "The plan holds: 3 hours");
	stage_close(m.st);
}
