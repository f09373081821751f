/* The way back: receipt, comments, organisations, disposal. */
#include "base/clock.h"
#include "db/db.h"
#include "trial.h"
#include "workshop/after.h"

static void close_it(struct trial *e)
{
	struct scope s = stage_scope(e->st);
	struct workshop w = {0};

	CHECK_OK(workshop_get(&s, e->workshop_id, &w));
	CHECK_INT(post(e->st, arena_print(e->st->mem, "turn=%lld", w.turn),
	               "/w/%s/close", e->workshop)->code, 303);
}

/* A table that has answered, in a meeting that has ended. */
static struct trial ended(i64 *workshop)
{
	struct trial e = trial_open();
	struct scope s = stage_scope(e.st);
	struct board_list boards = {0};
	struct item_list items = {0};

	CHECK_OK(board_list(&s, e.workshop_id, &boards));
	CHECK_OK(item_list(&s, e.workshop_id, &items));
	IN_WRITE(e.st, board_reply_set(&s, e.workshop_id,
		&(struct board_reply){ .item = items.v[1].id,
			.goal = items.v[1].goals.v[0].goal,
			.board = boards.v[0].id, .value = "dn",
			.minus = "Macken ligger kvar i Vemdalen",
			.dissent = "Den säljer redan el" }));
	close_it(&e);
	*workshop = e.workshop_id;
	return e;
}

TEST(the_receipt_has_the_tables_words_and_outlives_the_code)
{
	i64 id;
	struct trial e = ended(&id);
	struct scope s = stage_scope(e.st);
	struct workshop w = {0};
	struct req *r;

	CHECK_OK(workshop_get(&s, id, &w));
	CHECK(w.code == NULL);
	stage_as_nobody(e.st);
	r = get(e.st, "/d/%s/receipt", e.guest);
	CHECK_INT(r->code, 200);
	CHECK_HAS(PAGE(r), "Macken ligger kvar i Vemdalen");
	CHECK_HAS(PAGE(r), "Den säljer redan el");
	CHECK_HAS(PAGE(r), "href='draft'");
	CHECK_HAS(PAGE(r), "Så blev det");
	r = get(e.st, "/d/%s/draft", e.guest);
	CHECK_INT(r->code, 200);
	CHECK_HAS(PAGE(r), "Macken ligger kvar i Vemdalen");
	CHECK_HAS_NOT(PAGE(r), "href='/w/");
	stage_close(e.st);
}

TEST(a_comment_and_how_it_was_treated_are_seen_by_who_wrote_it)
{
	i64 id;
	struct trial e = ended(&id);
	struct req *r;

	r = post(e.st, "text=Det+gäller+Funäsdalen", "/d/%s/remarks", e.guest);
	CHECK_INT(r->code, 303);
	CHECK_TEXT(r->location, "draft?saved=1#remarks");
	r = get(e.st, "/w/%s/back", e.workshop);
	CHECK_HAS(PAGE(r), "Funäsdalen");
	CHECK_INT(post(e.st, "version=1&treated=2&how=Orten+tillagd",
	               "/w/%s/remarks/1", e.workshop)->code, 303);
	CHECK_HAS(PAGE(get(e.st, "/d/%s/draft", e.guest)), "Orten tillagd");
	CHECK_HAS_NOT(PAGE(get(e.st, "/d/%s/draft", e.table)), "Funäsdalen");
	stage_close(e.st);
}

TEST(a_treatment_says_how)
{
	i64 id;
	struct trial e = ended(&id);

	CHECK_INT(post(e.st, "text=Fel", "/d/%s/remarks", e.guest)->code, 303);
	CHECK_INT(post(e.st, "version=1&treated=1", "/w/%s/remarks/1",
	               e.workshop)->code, 422);
	stage_close(e.st);
}

static void answer_as(struct trial *e, struct scope *s, const char *from)
{
	struct guest g = { .workshop = e->workshop_id, .kind = GUEST_PERSON,
	                   .organisation = from };
	struct item_list items = {0};

	s->now -= s->now % 60000;
	CHECK_OK(guest_note(s, &g));
	CHECK_OK(item_list(s, e->workshop_id, &items));
	CHECK_OK(reply_set(s, &g, &items.v[1], &(struct reply){
		.item = items.v[1].id, .goal = items.v[1].goals.v[0].goal,
		.value = "dp", .text = "Bussen går till Hede" }));
}

TEST(what_an_organisation_said_is_silent_until_the_meeting_has_ended)
{
	struct trial e = trial_open();
	struct scope s = stage_scope(e.st);
	const char *page = arena_print(e.st->mem,
		"/w/%s/organisation?name=Bergs+kommun", e.workshop);

	CHECK_OK(stage_begin(e.st));
	for (int i = 0; i < SHOWN_FROM; i++)
		answer_as(&e, &s, "Bergs kommun");
	CHECK_OK(stage_commit(e.st));
	CHECK_HAS_NOT(PAGE(get(e.st, "%s", page)), "Hede");
	CHECK_HAS_NOT(PAGE(get(e.st, "%s", page)), "svarade");
	close_it(&e);
	CHECK_HAS(PAGE(get(e.st, "%s", page)), "Bussen går till Hede");
	stage_close(e.st);
}

TEST(an_organisation_is_quoted_only_when_five_of_it_answered)
{
	struct trial e = trial_open();
	struct scope s = stage_scope(e.st);
	const char *page = arena_print(e.st->mem,
		"/w/%s/organisation?name=Bergs+kommun", e.workshop);

	close_it(&e);
	s = stage_scope(e.st);
	CHECK_OK(stage_begin(e.st));
	for (int i = 0; i < 4; i++)
		answer_as(&e, &s, "Bergs kommun");
	CHECK_OK(stage_commit(e.st));
	CHECK_HAS_NOT(PAGE(get(e.st, "%s", page)), "Hede");
	CHECK_OK(stage_begin(e.st));
	answer_as(&e, &s, "Bergs kommun");
	CHECK_OK(stage_commit(e.st));
	CHECK_HAS(PAGE(get(e.st, "%s", page)), "Bussen går till Hede");
	stage_close(e.st);
}

TEST(a_page_for_an_organisation_has_what_touches_it_and_what_it_is_asked)
{
	struct trial e = trial_open();
	struct req *r;

	post(e.st, "priority=1&question=goals_findings&v=dp&g-agenda-8=1"
	     "&sentence=Butiken+i+Vemdalen+blir+kvar&places=H%C3%A4rjedalen",
	     "/a/%s/findings", e.key);
	post(e.st, "title=Skylta+om&purpose=2&findings=2"
	     "&other_org=H%C3%A4rjedalens+kommun", "/a/%s/actions", e.key);
	r = get(e.st, "/w/%s/organisation?name=H%%C3%%A4rjedalens+kommun",
	        e.workshop);
	CHECK_HAS(PAGE(r), "Butiken i Vemdalen blir kvar");
	CHECK_HAS(PAGE(r), "Skylta om");
	CHECK_HAS(PAGE(r), "Föreslagen till er");
	stage_close(e.st);
}

static i64 rows_of(struct scope *s, i64 workshop)
{
	static const char sql[] =
		"SELECT count(*) FROM reply"
		" WHERE org_id = $1 AND workshop_id = $2";
	i64 n = -1;

	CHECK_OK(db_number(s, sql, VALUES(of_int(s->org), of_int(workshop)),
	                   &n));
	return n;
}

TEST(answers_go_by_the_rule_on_its_day_and_what_tables_found_stays)
{
	i64 id;
	struct trial e = ended(&id);
	struct scope s = stage_scope(e.st);
	struct workshop w = {0};

	CHECK_OK(stage_begin(e.st));
	answer_as(&e, &s, "");
	CHECK_OK(stage_commit(e.st));
	CHECK_OK(workshop_get(&s, id, &w));
	w.disposal_on = s.now / DAY_MS + 1;
	IN_WRITE(e.st, workshop_change(&s, &w));
	CHECK_INT(post(e.st, "", "/w/%s/compile", e.workshop)->code, 303);
	CHECK_INT(post(e.st, "checked=1", "/w/%s/dispose", e.workshop)->code,
	          403);
	CHECK_INT(rows_of(&s, id), 1);
	CHECK_OK(workshop_get(&s, id, &w));
	w.disposal_on = s.now / DAY_MS;
	IN_WRITE(e.st, workshop_change(&s, &w));
	CHECK_INT(post(e.st, "", "/w/%s/dispose", e.workshop)->code, 422);
	CHECK_INT(post(e.st, "checked=1", "/w/%s/dispose", e.workshop)->code,
	          303);
	s = stage_scope(e.st);
	CHECK_INT(rows_of(&s, id), 0);
	CHECK_HAS(PAGE(get(e.st, "/d/%s/receipt", e.guest)),
	          "Macken ligger kvar i Vemdalen");
	stage_close(e.st);
}

TEST(after_disposal_no_row_kept_ties_two_proposals_of_one_person)
{
	struct trial e = trial_open();
	struct scope s = stage_scope(e.st);
	struct idea d = { .text = "Buss", .detail = "" };
	struct item_list items = {0};
	struct workshop w = {0};
	i64 id, n = -1;

	CHECK_OK(item_list(&s, e.workshop_id, &items));
	d.item = items.v[2].id;
	IN_WRITE(e.st, idea_note(&s, e.workshop_id, "sameperson", &d, &id));
	IN_WRITE(e.st, idea_choose(&s, e.workshop_id, d.no, true));
	close_it(&e);
	CHECK_INT(post(e.st, "", "/w/%s/compile", e.workshop)->code, 303);
	s = stage_scope(e.st);
	CHECK_OK(workshop_get(&s, e.workshop_id, &w));
	w.disposal_on = s.now / DAY_MS;
	IN_WRITE(e.st, workshop_change(&s, &w));
	IN_WRITE(e.st, workshop_dispose(&s, e.workshop_id));
	CHECK_OK(db_number(&s, "SELECT count(*) FROM event WHERE org_id = $1"
		" AND before LIKE '%sameperson%'", VALUES(of_int(s.org)), &n));
	CHECK_INT(n, 0);
	stage_close(e.st);
}

TEST(who_took_part_is_forgotten_ninety_days_after_the_report)
{
	struct trial e = trial_open();
	struct scope s = stage_scope(e.st);
	struct guest g = { .workshop = 0, .kind = GUEST_PERSON,
	                   .category = CATEGORY_OFFICIAL,
	                   .organisation = "Bergs kommun" };
	struct guest then = {0};
	struct workshop_list all = {0};

	CHECK_OK(workshop_list(&s, e.id, 10, &all));
	for (size_t i = 0; i < all.n; i++)
		if (same(all.v[i].key, e.reported))
			g.workshop = all.v[i].id;
	IN_WRITE(e.st, guest_note(&s, &g));
	s.now = (20430 + GUESTS_KEPT_DAYS - 1) * (i64)DAY_MS;
	IN_WRITE(e.st, guests_tidy(&s));
	CHECK_OK(guest_get(&s, g.id, &then));
	CHECK_TEXT(then.organisation, "Bergs kommun");
	s.now = (20430 + GUESTS_KEPT_DAYS) * (i64)DAY_MS;
	IN_WRITE(e.st, guests_tidy(&s));
	CHECK_OK(guest_get(&s, g.id, &then));
	CHECK_TEXT(then.organisation, "");
	CHECK_INT(get(e.st, "/d/%s/receipt", g.key)->code, 200);
	stage_close(e.st);
}

TEST(slides_show_what_was_found_and_never_who_said_it)
{
	i64 id;
	struct trial e = ended(&id);
	struct req *r = get(e.st, "/w/%s/slides", e.workshop);

	CHECK_INT(r->code, 200);
	CHECK_HAS(PAGE(r), "class='proj'");
	CHECK_HAS(PAGE(r), "1 av ");
	stage_close(e.st);
}

TEST(of_an_elected_member_only_the_tables_answers_are_kept)
{
	i64 id;
	struct trial e = ended(&id);
	struct scope s = stage_scope(e.st);
	struct guest g = { .workshop = id, .kind = GUEST_PERSON,
	                   .category = CATEGORY_ELECTED, .organisation = "" };
	struct req *r;

	IN_WRITE(e.st, guest_note(&s, &g));
	r = get(e.st, "/d/%s/draft", g.key);
	CHECK_HAS_NOT(PAGE(r), "name='text'");
	CHECK_HAS(PAGE(r), "Av dig sparas bara bordets svar.");
	CHECK_INT(post(e.st, "text=Fel", "/d/%s/remarks", g.key)->code, 403);
	stage_close(e.st);
}

TEST(what_was_reported_back_is_a_paper_with_what_was_done_with_comments)
{
	struct trial e = trial_open();
	struct req *r = get(e.st, "/w/%s/back.csv", e.reported);

	CHECK_INT(r->code, 200);
	CHECK_HAS(arena_text(e.st->mem, r->bytes.v, r->bytes.n),
	          "Synpunkt");
	r = get(e.st, "/w/%s/back.pdf", e.reported);
	CHECK_INT(r->code, 200);
	CHECK(r->bytes.n > 1000);
	CHECK_INT(get(e.st, "/w/%s/back.exe", e.reported)->code, 404);
	stage_close(e.st);
}
