/* A participant's phone, through the door. */
#include "trial.h"
#include "workshop/guest.h"

/* -- the meeting of the trial, moved on ---------------------------------- */

static void command(struct trial *e, enum run_command c, i64 no)
{
	struct scope s = stage_scope(e->st);
	struct workshop w = {0};

	CHECK_OK(stage_begin(e->st));
	CHECK_OK(workshop_get(&s, e->workshop_id, &w));
	CHECK_OK(run_command(&s, w.id, w.turn, c, no));
	CHECK_OK(stage_commit(e->st));
}

static const char *another(struct trial *e, struct guest g)
{
	struct scope s = stage_scope(e->st);
	struct board_list boards = {0};

	CHECK_OK(board_list(&s, e->workshop_id, &boards));
	g.workshop = e->workshop_id;
	if (g.kind == 0)
		g.kind = GUEST_PERSON;
	g.board = boards.v[g.board_no == 2 ? 1 : 0].id;
	g.key = NULL;
	IN_WRITE(e->st, guest_note(&s, &g));
	return g.key;
}

static i64 replies(struct trial *e, i64 no, struct reply_list *all)
{
	struct scope s = stage_scope(e->st);
	struct item i = {0};

	CHECK_OK(item_get(&s, e->workshop_id, no, &i));
	CHECK_OK(reply_list(&s, i.id, all));
	return (i64)all->n;
}

static i64 n_replies(struct trial *e, i64 no)
{
	struct reply_list all = {0};

	return replies(e, no, &all);
}

static struct req *answers(struct trial *e, const char *key,
                           const char *fields)
{
	return post(e->st, fields, "/d/%s/answer", key);
}

static const char *now(struct trial *e, const char *key)
{
	return PAGE(get(e->st, "/d/%s/now", key));
}

/* -- one question a page ------------------------------------------------- */

TEST(a_phone_walks_the_goals_of_an_item_at_its_own_pace)
{
	struct trial e = trial_open();
	struct req *r;

	CHECK_HAS(now(&e, e.guest), "Fråga 1 av 2");
	CHECK_HAS(now(&e, e.guest), "Bord 1");
	r = answers(&e, e.guest, "item=2&goal=1&v=dp&text=Bussen+g%C3%A5r");
	CHECK_INT(r->code, 303);
	CHECK_TEXT(r->location, "now?goal=2");
	CHECK_HAS(now(&e, e.guest), "Fråga 2 av 2");
	CHECK_TEXT(answers(&e, e.guest, "item=2&goal=2&v=no")->location,
	           "now?goal=3");
	CHECK_HAS(now(&e, e.guest), "Alla svar är skickade");
	CHECK_INT(n_replies(&e, 2), 2);
	stage_close(e.st);
}

TEST(an_own_answer_is_shown_as_chosen_and_can_be_changed)
{
	struct trial e = trial_open();
	struct reply_list all = {0};
	const char *page;

	answers(&e, e.guest, "item=2&goal=1&v=dp&text=Bussen+g%C3%A5r");
	page = PAGE(get(e.st, "/d/%s/now?goal=1", e.guest));
	CHECK_HAS(page, "value='dp' checked");
	CHECK_HAS(page, "Bussen går");
	answers(&e, e.guest, "item=2&goal=1&v=in");
	CHECK_INT(replies(&e, 2, &all), 1);
	CHECK_TEXT(all.v[0].value, "in");
	CHECK_INT(all.v[0].version, 2);
	stage_close(e.st);
}

TEST(a_goal_can_be_both_better_and_worse)
{
	struct trial e = trial_open();
	struct reply_list all = {0};

	CHECK_INT(answers(&e, e.guest, "item=2&goal=1&v=dp&v=in")->code, 303);
	CHECK_INT(replies(&e, 2, &all), 1);
	CHECK_TEXT(all.v[0].value, "in dp");
	stage_close(e.st);
}

TEST(no_effect_and_a_gap_stand_alone_and_the_page_says_which)
{
	struct trial e = trial_open();
	struct req *r = answers(&e, e.guest, "form=answer&item=2&goal=1&v=dp"
	                        "&v=no&text=Kvar");

	CHECK_INT(r->code, 422);
	CHECK_HAS(PAGE(r), "”Ingen påverkan” går inte");
	CHECK_HAS(PAGE(r), "Kvar");
	CHECK_HAS(PAGE(r), "value='dp' checked");
	r = answers(&e, e.guest, "form=answer&item=2&goal=1&v=gap&v=in");
	CHECK_HAS(PAGE(r), "”Mer kunskap behövs” går inte");
	r = answers(&e, e.guest, "form=answer&item=2&goal=1");
	CHECK_HAS(PAGE(r), "Välj minst ett svar");
	r = answers(&e, e.guest, "form=answer&item=2&goal=1&v=rp");
	CHECK_INT(r->code, 422);
	CHECK_INT(n_replies(&e, 2), 0);
	stage_close(e.st);
}

TEST(a_skipped_question_stays_unjudged)
{
	struct trial e = trial_open();
	const char *page;

	get(e.st, "/d/%s/now?goal=2", e.guest);
	answers(&e, e.guest, "item=2&goal=2&v=gap");
	page = PAGE(get(e.st, "/d/%s/now?goal=3", e.guest));
	CHECK_HAS(page, "Du har svarat på 1 av 2 frågor");
	CHECK_HAS(page, "Ej bedömt");
	CHECK_HAS_NOT(page, "Ingen påverkan");
	CHECK_INT(n_replies(&e, 2), 1);
	stage_close(e.st);
}

TEST(time_is_told_in_minutes_and_closes_nothing)
{
	struct trial e = trial_open();

	CHECK_HAS(now(&e, e.guest), "Cirka 10 min kvar");
	e.st->now += 7 * 60 * 1000 + 500;
	CHECK_HAS(now(&e, e.guest), "Cirka 3 min kvar");
	e.st->now += 60 * 60 * 1000;
	CHECK_HAS(now(&e, e.guest), "Tiden är ute. Ta den tid ni behöver.");
	CHECK_INT(answers(&e, e.guest, "item=2&goal=1&v=dp")->code, 303);
	stage_close(e.st);
}

/* -- late, frozen, replayed ---------------------------------------------- */

TEST(an_answer_to_what_is_no_longer_on_is_kept_and_goes_on)
{
	struct trial e = trial_open();
	struct req *r;

	command(&e, RUN_NEXT, 0);
	r = answers(&e, e.guest, "item=2&goal=1&v=dp");
	CHECK_INT(r->code, 303);
	CHECK_TEXT(r->location, "now");
	CHECK_INT(n_replies(&e, 2), 1);
	stage_close(e.st);
}

TEST(who_comes_late_answers_what_is_on_and_then_what_was)
{
	struct trial e = trial_open();
	const char *page, *key = another(&e, (struct guest){0});

	answers(&e, key, "item=2&goal=1&v=dp");
	answers(&e, key, "item=2&goal=2&v=dp");
	page = now(&e, key);
	CHECK_HAS(page, "Kan besvaras i efterhand");
	CHECK_HAS(page, "now?item=1");
	page = PAGE(get(e.st, "/d/%s/now?item=1", key));
	CHECK_HAS(page, "Fråga 1 av");
	CHECK_HAS(page, "inte uppe längre");
	CHECK_TEXT(answers(&e, key, "item=1&goal=1&late=1&v=rp")->location,
	           "now?item=1&goal=2");
	CHECK_INT(n_replies(&e, 1), 1);
	stage_close(e.st);
}

TEST(what_has_not_been_on_is_not_shown_before_its_time)
{
	struct trial e = trial_open();

	CHECK_HAS(PAGE(get(e.st, "/d/%s/now?item=6", e.guest)),
	          "Fråga 1 av 2");
	stage_close(e.st);
}

TEST(frozen_answers_do_not_change_and_the_phone_says_so)
{
	struct trial e = trial_open();
	struct reply_list all = {0};
	struct req *r;

	answers(&e, e.guest, "item=2&goal=1&v=dp");
	command(&e, RUN_FREEZE, 0);
	r = answers(&e, e.guest, "form=answer&item=2&goal=1&v=dn");
	CHECK_INT(r->code, 422);
	CHECK_HAS(PAGE(r), "har fryst svaren");
	replies(&e, 2, &all);
	CHECK_TEXT(all.v[0].value, "dp");
	stage_close(e.st);
}

TEST(the_same_form_sent_twice_is_one_answer_and_leads_to_one_place)
{
	struct trial e = trial_open();
	const char *fields = "key=abcdefghij234567&item=2&goal=1&v=dp";
	struct reply_list all = {0};
	struct req *first, *second;

	first = answers(&e, e.guest, fields);
	answers(&e, e.guest, "item=2&goal=1&v=in");
	second = answers(&e, e.guest, fields);
	CHECK_INT(second->code, 303);
	CHECK_TEXT(first->location, second->location);
	CHECK_INT(replies(&e, 2, &all), 1);
	CHECK_TEXT(all.v[0].value, "in");
	stage_close(e.st);
}

TEST(an_answer_to_what_has_not_been_on_or_is_not_there_is_an_answer_to_nothing)
{
	struct trial e = trial_open();
	struct reply_list all = {0};
	struct req *r = answers(&e, e.guest, "form=answer&item=6&goal=1"
	                        "&free=9");

	CHECK_INT(r->code, 404);
	CHECK_HAS_NOT(PAGE(r), "Macken");
	CHECK_INT(answers(&e, e.guest, "item=6&goal=1&free=1")->code, 404);
	CHECK_INT(answers(&e, e.guest, "item=99&goal=1&v=dp")->code, 404);
	CHECK_INT(replies(&e, 2, &all), 0);
	CHECK_INT(replies(&e, 6, &all), 0);
	stage_close(e.st);
}

/* -- silence ------------------------------------------------------------- */

static void somebody_answers(struct trial *e)
{
	const char *key = another(e, (struct guest){ .board_no = 2,
	                          .organisation = "Hemliga rådet" });

	answers(e, key, "item=2&goal=1&v=dn&text=sagesman+sju");
	answers(e, key, "item=2&goal=2&v=dn");
}

/* A page without what is new in each: keys of forms. */
static const char *same_bytes(struct trial *e, const char *page)
{
	char *text = arena_copy(e->st->mem, page);
	char *at = text;

	while ((at = strstr(at, "name='key' value='")) != NULL) {
		at += strlen("name='key' value='");
		memset(at, 'x', strcspn(at, "'"));
	}
	return text;
}

TEST(not_a_byte_of_others_answers_leaves_before_ones_own_is_sent_and_shown)
{
	static const char *const pages[] = { "now", "now?goal=1", "now?goal=2",
		"now?goal=3", "now?item=2&goal=3" };
	struct trial e = trial_open();
	const char *before[COUNT(pages)];

	for (size_t i = 0; i < COUNT(pages); i++)
		before[i] = same_bytes(&e, PAGE(get(e.st, "/d/%s/%s",
		                       e.guest, pages[i])));
	somebody_answers(&e);
	for (size_t i = 0; i < COUNT(pages); i++)
		CHECK_TEXT(same_bytes(&e, PAGE(get(e.st, "/d/%s/%s", e.guest,
		           pages[i]))), before[i]);
	/* Own answers sent, not shown. */
	answers(&e, e.guest, "item=2&goal=1&v=dp");
	CHECK_HAS_NOT(now(&e, e.guest), "har svarat.");
	CHECK_HAS_NOT(PAGE(get(e.st, "/d/%s/now?goal=3", e.guest)), "<table");
	stage_close(e.st);
}

TEST(shown_is_not_enough_for_who_has_not_answered)
{
	struct trial e = trial_open();
	const char *page;

	somebody_answers(&e);
	command(&e, RUN_SHOW, 0);
	page = PAGE(get(e.st, "/d/%s/now?goal=3", e.guest));
	CHECK_HAS(page, "Svara först");
	CHECK_HAS_NOT(page, "<table");
	answers(&e, e.guest, "item=2&goal=1&v=dp");
	page = PAGE(get(e.st, "/d/%s/now?goal=3", e.guest));
	CHECK_HAS(page, "2 personer har svarat.");
	CHECK_HAS(page, "riktning");
	/* The second goal stays silent: it is not answered. */
	CHECK_HAS(page, "Svara först");
	CHECK(strstr(strstr(page, "<table") + 1, "<table") == NULL);
	/* Counts only: no sentence, no organisation. */
	CHECK_HAS_NOT(page, "sagesman");
	CHECK_HAS_NOT(page, "Hemliga");
	stage_close(e.st);
}

/* -- who does not answer alone ------------------------------------------- */

TEST(an_elected_member_answers_with_the_table_only)
{
	struct trial e = trial_open();
	const char *key = another(&e, (struct guest){
		.category = CATEGORY_ELECTED });

	CHECK_HAS(now(&e, key), "Bara bordets svar sparas");
	CHECK_HAS(now(&e, key), "href='table'");
	CHECK_INT(answers(&e, key, "item=2&goal=1&v=dp")->code, 403);
	CHECK_INT(n_replies(&e, 2), 0);
	CHECK_INT(post(e.st, "worth=4", "/d/%s/evaluation", key)->code, 403);
	stage_close(e.st);
}

TEST(a_tables_device_goes_to_the_tables_page)
{
	struct trial e = trial_open();
	struct req *r = get(e.st, "/d/%s/now", e.table);

	CHECK_INT(r->code, 303);
	CHECK_TEXT(r->location, "table");
	CHECK_INT(answers(&e, e.table, "item=2&goal=1&v=dp")->code, 403);
	CHECK_TEXT(get(e.st, "/d/%s/now", e.screen)->location, "screen");
	stage_close(e.st);
}

/* -- the leader's own question ------------------------------------------- */

static void on_ask(struct trial *e)
{
	for (int i = 0; i < 4; i++)
		command(e, RUN_NEXT, 0);
}

TEST(a_choice_is_answered_and_shown_by_number)
{
	struct trial e = trial_open();
	const char *page;

	on_ask(&e);
	CHECK_HAS(now(&e, e.guest), "Macken");
	CHECK_INT(answers(&e, e.guest,
	          "form=answer&item=6&goal=1&free=3")->code, 422);
	CHECK_TEXT(answers(&e, e.guest, "item=6&goal=1&free=2")->location,
	           "now?goal=2");
	CHECK_HAS_NOT(now(&e, e.guest), "<table");
	command(&e, RUN_SHOW, 0);
	page = now(&e, e.guest);
	CHECK_HAS(page, "1 person har svarat.");
	stage_close(e.st);
}

static i64 write_question(struct trial *e, enum ask_kind kind)
{
	struct scope s = stage_scope(e->st);
	struct item i = { .kind = ITEM_ASK, .title = "Vad är viktigast?",
	                  .minutes = 5, .ask = kind };
	i64 id;

	*PUSH(s.mem, &i.options) = "Butik";
	*PUSH(s.mem, &i.options) = "Buss";
	*PUSH(s.mem, &i.options) = "Bank";
	IN_WRITE(e->st, item_note(&s, e->workshop_id, &i, &id));
	command(e, RUN_ASK, i.no);
	return i.no;
}

TEST(a_ranking_is_places_and_each_place_is_used_once)
{
	struct trial e = trial_open();
	i64 no = write_question(&e, ASK_RANK);
	struct reply_list all = {0};
	struct req *r = answers(&e, e.guest, arena_print(e.st->mem,
		"form=answer&item=%lld&goal=1&rank1=1&rank2=1&rank3=2", no));

	CHECK_INT(r->code, 422);
		CHECK_INT(answers(&e, e.guest, arena_print(e.st->mem,
		"item=%lld&goal=1&rank1=2&rank2=3&rank3=1", no))->code, 303);
	CHECK_INT(replies(&e, no, &all), 1);
	CHECK_TEXT(all.v[0].value, "3 1 2");
	CHECK_HAS(PAGE(get(e.st, "/d/%s/now?goal=1", e.guest)),
	          "value='2' selected");
	stage_close(e.st);
}

TEST(a_scale_and_a_text_are_answered_too)
{
	struct trial e = trial_open();
	i64 no = write_question(&e, ASK_SCALE);
	struct reply_list all = {0};

	CHECK_INT(answers(&e, e.guest, arena_print(e.st->mem,
		"item=%lld&goal=1&free=6", no))->code, 422);
	CHECK_INT(answers(&e, e.guest, arena_print(e.st->mem,
		"item=%lld&goal=1&free=4", no))->code, 303);
	no = write_question(&e, ASK_TEXT);
	CHECK_INT(answers(&e, e.guest, arena_print(e.st->mem,
		"item=%lld&goal=1&free=", no))->code, 422);
	CHECK_INT(answers(&e, e.guest, arena_print(e.st->mem,
		"item=%lld&goal=1&free=Bussen", no))->code, 303);
	CHECK_INT(replies(&e, no, &all), 1);
	CHECK_TEXT(all.v[0].value, "Bussen");
	stage_close(e.st);
}

/* -- around the questions ------------------------------------------------ */

TEST(a_phone_that_comes_back_by_its_link_sees_its_own_answers)
{
	struct trial e = trial_open();

	answers(&e, e.guest, "item=2&goal=1&v=ip");
	stage_as_nobody(e.st);
	CHECK_HAS(now(&e, e.guest), "Fråga 2 av 2");
	CHECK_HAS(PAGE(get(e.st, "/d/%s/now?goal=1", e.guest)),
	          "value='ip' checked");
	CHECK_HAS(now(&e, e.guest), arena_print(e.st->mem,
	          "http://127.0.0.1:8080/d/%s/now", e.guest));
	stage_close(e.st);
}

TEST(one_moves_to_another_table_leaves_and_comes_back)
{
	struct trial e = trial_open();

	CHECK_TEXT(post(e.st, "board=2", "/d/%s/seat", e.guest)->location,
	           "now");
	CHECK_HAS(now(&e, e.guest), "Bord 2");
	CHECK_INT(post(e.st, "form=seat&board=9", "/d/%s/seat",
	               e.guest)->code, 422);
	post(e.st, "left=1", "/d/%s/seat", e.guest);
	CHECK_HAS(now(&e, e.guest), "Du har lämnat mötet");
	post(e.st, "back=1", "/d/%s/seat", e.guest);
	CHECK_HAS(now(&e, e.guest), "Fråga 1 av 2");
	stage_close(e.st);
}

TEST(at_the_end_three_questions_on_the_meeting_are_kept_without_a_name)
{
	struct trial e = trial_open();
	struct scope s = stage_scope(e.st);
	struct evaluation_list all = {0};

	on_ask(&e);
	command(&e, RUN_NEXT, 0);
	CHECK_HAS(now(&e, e.guest), "Var mötet värt din tid?");
	post(e.st, "worth=4&pace=2", "/d/%s/evaluation", e.guest);
	post(e.st, "worth=5&pace=2&text=Bra", "/d/%s/evaluation", e.guest);
	CHECK_HAS(now(&e, e.guest), "Du kan ändra dem");
	CHECK_OK(evaluation_list(&s, e.workshop_id, &all));
	CHECK_INT(all.n, 1);
	CHECK_INT(all.v[0].worth, 5);
	CHECK_INT(all.v[0].heard, 0);
	CHECK_TEXT(all.v[0].text, "Bra");
	CHECK_INT(post(e.st, "worth=6", "/d/%s/evaluation", e.guest)->code,
	          422);
	stage_close(e.st);
}

TEST(when_it_is_over_the_page_leads_to_the_receipt)
{
	struct trial e = trial_open();
	struct scope s = stage_scope(e.st);

	IN_WRITE(e.st, workshop_become(&s, e.workshop_id, WORKSHOP_DONE));
	CHECK_HAS(now(&e, e.guest), "Mötet är slut");
	CHECK_HAS(now(&e, e.guest), "href='receipt'");
	CHECK_INT(answers(&e, e.guest, "item=2&goal=1&v=dp")->code, 303);
	IN_WRITE(e.st, workshop_become(&s, e.workshop_id,
	                               WORKSHOP_COMPILED));
	CHECK_INT(answers(&e, e.guest, "item=2&goal=2&v=dp")->code, 422);
	stage_close(e.st);
}

TEST(a_phone_follows_the_round_of_its_workshop)
{
	struct trial e = trial_open();
	struct req *r = get(e.st, "/d/%s/live", e.guest);

	CHECK_TEXT(r->topic, arena_print(e.st->mem, "workshop:%lld:round",
	           e.workshop_id));
	stage_close(e.st);
}
