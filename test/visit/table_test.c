/* A table's page: silence first, then its own view, then what it answers. */
#include "room.h"

static const char *table(struct trial *t, const char *key)
{
	struct req *r = get(t->st, "/d/%s/table", key);

	CHECK_INT(r->code, 200);
	return PAGE(r);
}

static struct req *writes(struct trial *t, const char *key,
                          const char *fields)
{
	return post(t->st, arena_print(t->st->mem, "form=answer&item=2&%s",
	            fields), "/d/%s/table", key);
}

#define DISTRIBUTION    "class='bar'"

TEST(a_person_sees_the_tables_view_when_they_have_answered_and_it_is_shown)
{
	struct trial t = trial_open();
	struct guest other = room_guest(&t, GUEST_PERSON, 1, CATEGORY_UNSAID);

	room_says(&t, other.key, 1, "dp");
	CHECK_HAS(table(&t, t.guest), "1 av 2 vid bordet har svarat");
	CHECK_HAS_NOT(table(&t, t.guest), DISTRIBUTION);
	room_says(&t, t.guest, 1, "dn");
	CHECK_HAS_NOT(table(&t, t.guest), DISTRIBUTION);
	room_command(&t, RUN_SHOW, 0);
	CHECK_HAS(PAGE(get(t.st, "/d/%s/table?item=2&goal=1", t.guest)),
	          DISTRIBUTION);
	CHECK_HAS(table(&t, t.guest), "Ni är oense om riktningen: "
	          "1 ser en förbättring, 1 ser en försämring");
	CHECK_HAS_NOT(PAGE(get(t.st, "/d/%s/table?item=2&goal=2", t.guest)),
	              DISTRIBUTION);
	stage_close(t.st);
}

TEST(who_has_not_answered_sees_nothing_though_it_is_shown)
{
	struct trial t = trial_open();
	struct guest other = room_guest(&t, GUEST_PERSON, 1, CATEGORY_UNSAID);

	room_says(&t, other.key, 1, "dp");
	room_command(&t, RUN_SHOW, 0);
	CHECK_HAS_NOT(table(&t, t.guest), DISTRIBUTION);
	stage_close(t.st);
}

TEST(the_tables_device_shows_its_view_when_all_who_sit_there_have_answered)
{
	struct trial t = trial_open();
	struct guest other = room_guest(&t, GUEST_PERSON, 1, CATEGORY_UNSAID);
	struct guest far = room_guest(&t, GUEST_PERSON, 2, CATEGORY_UNSAID);

	room_says(&t, far.key, 1, "dn");
	room_says(&t, other.key, 1, "dp");
	CHECK_HAS_NOT(table(&t, t.table), DISTRIBUTION);
	room_says(&t, t.guest, 1, "ip");
	CHECK_HAS(table(&t, t.table), DISTRIBUTION);
	CHECK_HAS(table(&t, t.table), "Ni ser samma riktning");
	stage_close(t.st);
}

TEST(the_tables_device_shows_its_view_when_the_leader_shows)
{
	struct trial t = trial_open();
	struct guest other = room_guest(&t, GUEST_PERSON, 1, CATEGORY_UNSAID);

	room_says(&t, other.key, 1, "dp");
	CHECK_HAS_NOT(table(&t, t.table), DISTRIBUTION);
	room_command(&t, RUN_SHOW, 0);
	CHECK_HAS(table(&t, t.table), DISTRIBUTION);
	stage_close(t.st);
}

TEST(what_another_table_answered_is_on_no_tables_page)
{
	struct trial t = trial_open();
	struct guest far = room_guest(&t, GUEST_TABLE, 2, CATEGORY_UNSAID);

	CHECK_INT(writes(&t, far.key, "goal=1&v=dp&plus=Mindre+k%C3%B6rning")
	          ->code, 303);
	room_command(&t, RUN_SHOW, 0);
	CHECK_HAS_NOT(table(&t, t.table), "Mindre körning");
	CHECK_HAS(PAGE(get(t.st, "/d/%s/table?item=2&goal=1", far.key)),
	          "Mindre körning");
	stage_close(t.st);
}

TEST(who_has_not_answered_neither_sees_nor_writes_what_the_table_answers)
{
	struct trial t = trial_open();
	struct req *r;

	writes(&t, t.table, "goal=1&v=dp&plus=Mindre+k%C3%B6rning");
	r = get(t.st, "/d/%s/table?item=2&goal=1", t.guest);
	CHECK_HAS_NOT(PAGE(r), "Mindre körning");
	CHECK_HAS(PAGE(r), "Svara själv först");
	CHECK_INT(writes(&t, t.guest, "goal=1&version=1&v=dn&minus=Nej")
	          ->code, 422);
	room_says(&t, t.guest, 1, "no");
	CHECK_HAS(PAGE(get(t.st, "/d/%s/table?item=2&goal=1", t.guest)),
	          "Mindre körning");
	CHECK_INT(writes(&t, t.guest, "goal=1&version=1&v=dn&minus=Nej")
	          ->code, 303);
	stage_close(t.st);
}

TEST(an_elected_member_answers_with_the_table)
{
	struct trial t = trial_open();
	struct guest elected = room_guest(&t, GUEST_PERSON, 1, CATEGORY_ELECTED);

	CHECK_INT(writes(&t, elected.key, "goal=1&v=gap&other=Hur+mycket")
	          ->code, 303);
	CHECK_HAS(PAGE(get(t.st, "/d/%s/table?item=2&goal=1", t.table)),
	          "Hur mycket");
	stage_close(t.st);
}

TEST(the_goals_a_table_differs_on_come_in_order_of_how_much)
{
	struct trial t = trial_open();
	struct guest other = room_guest(&t, GUEST_PERSON, 1, CATEGORY_UNSAID);
	const char *page, *talk;

	room_says(&t, t.guest, 1, "dp");
	room_says(&t, other.key, 1, "ip");
	room_says(&t, t.guest, 2, "dp");
	room_says(&t, other.key, 2, "dn");
	page = table(&t, t.table);
	talk = strstr(page, "Prata om det här");
	CHECK(talk != NULL);
	CHECK(strstr(talk, "goal=2'") < strstr(talk, "goal=1'"));
	stage_close(t.st);
}

/* -- the answer ---------------------------------------------------------- */

TEST(a_table_says_what_gets_better_and_what_gets_worse_or_hears_what_lacks)
{
	struct trial t = trial_open();
	struct req *r = writes(&t, t.table, "goal=1&v=dp&v=in");

	CHECK_INT(r->code, 422);
	CHECK_HAS(PAGE(r), "href='#answer-plus'");
	CHECK_HAS(PAGE(r), "href='#answer-minus'");
	r = writes(&t, t.table, "goal=1&plus=Bra");
	CHECK_HAS(PAGE(r), "href='#answer-v'");
	r = writes(&t, t.table, "goal=1&v=no&v=dp&plus=Bra");
	CHECK_HAS(PAGE(r), "står var för sig");
	r = writes(&t, t.table, "goal=1&v=gap");
	CHECK_HAS(PAGE(r), "href='#answer-other'");
	r = writes(&t, t.table, "goal=1&v=dn&minus=S%C3%A4mre&plus=Bra");
	CHECK_HAS(PAGE(r), "inte valt något positivt svar");
	CHECK_HAS(PAGE(r), ">Bra</textarea>");
	stage_close(t.st);
}

TEST(after_an_answer_the_next_goal_comes)
{
	struct trial t = trial_open();
	struct req *r = writes(&t, t.table, "goal=1&v=dp&v=in&plus=Bra"
	                       "&minus=S%C3%A4mre&dissent=En+tror+inte+det");
	const char *page;

	CHECK_INT(r->code, 303);
	CHECK_TEXT(r->location, "table?item=2&goal=2&saved=1");
	page = PAGE(get(t.st, "/d/%s/table?item=2&goal=1", t.table));
	CHECK_HAS(page, "En tror inte det");
	CHECK_HAS(page, "1 av 2 mål");
	CHECK_HAS(page, "Ej bedömd");
	stage_close(t.st);
}

TEST(of_two_secretaries_the_second_sees_both_texts)
{
	struct trial t = trial_open();
	struct guest second = room_guest(&t, GUEST_TABLE, 1, CATEGORY_UNSAID);
	struct req *r;

	CHECK_INT(writes(&t, t.table, "goal=1&v=dp&plus=F%C3%B6rst")->code,
	          303);
	r = writes(&t, second.key, "goal=1&version=0&v=dp&plus=Sedan");
	CHECK_INT(r->code, 409);
	CHECK_HAS(PAGE(r), ">Sedan</textarea>");
	CHECK_HAS(PAGE(r), "Först");
	CHECK_HAS(PAGE(r), "name='version' value='1'");
	CHECK_INT(writes(&t, second.key, "goal=1&version=1&v=dp"
	          "&plus=F%C3%B6rst+och+sedan")->code, 303);
	stage_close(t.st);
}

TEST(an_answer_from_a_table_with_another_authority_is_marked_as_received)
{
	struct trial t = trial_open();
	struct scope s = stage_scope(t.st);
	struct guest g = room_guest(&t, GUEST_TABLE, 1, CATEGORY_UNSAID);
	struct board_reply_list all = {0};

	g.authority = true;
	IN_WRITE(t.st, guest_change(&s, &g));
	writes(&t, g.key, "goal=1&v=no");
	CHECK_INT(writes(&t, t.table, "goal=1&version=1&v=no&other=B%C3%A5da")
	          ->code, 303);
	CHECK_OK(board_reply_list(&s, t.workshop_id, 0, &all));
	CHECK_INT(all.n, 1);
	CHECK(all.v[0].authority);
	stage_close(t.st);
}

TEST(a_fact_that_is_written_is_chosen_and_not_written_again)
{
	struct trial t = trial_open();
	struct req *r;

	writes(&t, t.table, "goal=1&v=dn&minus=Bilen+k%C3%B6rs+mer");
	r = get(t.st, "/d/%s/table?item=2&goal=2", t.table);
	CHECK_HAS(PAGE(r), "<option value='Bilen körs mer'");
	CHECK_INT(writes(&t, t.table, "goal=2&v=in&minus="
	          "&minus_as=Bilen+k%C3%B6rs+mer")->code, 303);
	stage_close(t.st);
}

TEST(a_question_nobody_has_asked_is_not_opened)
{
	struct trial t = trial_open();

	CHECK_INT(get(t.st, "/d/%s/table?item=6", t.table)->code, 404);
	CHECK_INT(get(t.st, "/d/%s/table?item=99", t.table)->code, 404);
	CHECK_INT(get(t.st, "/d/%s/table?item=2&goal=9", t.table)->code, 404);
	CHECK_INT(get(t.st, "/d/%s/table", t.screen)->code, 404);
	CHECK_INT(get(t.st, "/d/%s/table?item=1", t.table)->code, 200);
	stage_close(t.st);
}

TEST(a_table_answers_the_leaders_own_question)
{
	struct trial t = trial_open();
	struct req *r;

	room_command(&t, RUN_ASK, 6);
	CHECK_HAS(table(&t, t.table), "Macken");
	CHECK_INT(post(t.st, "form=answer&item=6&free=3", "/d/%s/table",
	               t.table)->code, 422);
	r = post(t.st, "form=answer&item=6&free=2", "/d/%s/table", t.table);
	CHECK_INT(r->code, 303);
	stage_close(t.st);
}
