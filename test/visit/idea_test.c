/* Proposals: silent first, changed and taken back, and an answer of their own
 * that nobody is missing. */
#include "room.h"
#include "workshop/idea.h"

static struct req *sends(struct trial *t, const char *key, const char *fields)
{
	return post(t->st, arena_print(t->st->mem, "form=idea&%s", fields),
	            "/d/%s/ideas", key);
}

static const char *sees(struct trial *t, const char *key)
{
	struct req *r = get(t->st, "/d/%s/ideas", key);

	CHECK_INT(r->code, 200);
	return PAGE(r);
}

static struct idea idea_no(struct trial *t, i64 no)
{
	struct scope s = stage_scope(t->st);
	struct idea d = {0};

	CHECK_OK(idea_get(&s, t->workshop_id, no, "", &d));
	return d;
}

TEST(others_proposals_are_seen_when_one_has_sent_and_the_leader_shows)
{
	struct trial t = trial_open();
	struct guest other = room_guest(&t, GUEST_PERSON, 1, CATEGORY_UNSAID);

	room_command(&t, RUN_TAKE_UP, 3);
	CHECK_INT(sends(&t, other.key, "text=Mobil+butik")->code, 303);
	CHECK_HAS(sees(&t, other.key), "Mobil butik");
	CHECK_HAS_NOT(sees(&t, t.guest), "Mobil butik");
	CHECK_HAS_NOT(sees(&t, t.table), "Mobil butik");
	room_command(&t, RUN_SHOW, 0);
	CHECK_HAS_NOT(sees(&t, t.guest), "Mobil butik");
	CHECK_INT(sends(&t, t.guest, "text=Laddplatser")->code, 303);
	CHECK_HAS(sees(&t, t.guest), "Mobil butik");
	CHECK_HAS(sees(&t, t.table), "Mobil butik");
	stage_close(t.st);
}

TEST(one_who_has_sent_sees_nothing_of_others_before_it_is_shown)
{
	struct trial t = trial_open();
	struct guest other = room_guest(&t, GUEST_PERSON, 2, CATEGORY_UNSAID);

	room_command(&t, RUN_TAKE_UP, 3);
	sends(&t, other.key, "text=Mobil+butik");
	sends(&t, t.guest, "text=Laddplatser");
	CHECK_HAS_NOT(sees(&t, t.guest), "Mobil butik");
	CHECK_HAS_NOT(PAGE(get(t.st, "/d/%s/table", t.guest)), "Mobil butik");
	stage_close(t.st);
}

TEST(sending_a_proposal_counts_as_an_answer_without_a_name)
{
	struct trial t = trial_open();
	struct scope s = stage_scope(t.st);
	struct seated_list all = {0};
	struct item i;

	room_command(&t, RUN_TAKE_UP, 3);
	sends(&t, t.guest, "text=Laddplatser");
	sends(&t, t.guest, "text=Mobil+butik");
	i = room_item(&t);
	CHECK_OK(replied_list(&s, &i, &all));
	CHECK_INT(all.n, 1);
	CHECK_INT(all.v[0].persons, 1);
	stage_close(t.st);
}

TEST(ones_own_proposal_is_changed_removed_and_taken_back)
{
	struct trial t = trial_open();
	struct req *r;

	room_command(&t, RUN_TAKE_UP, 3);
	sends(&t, t.guest, "text=Laddplatser&back=now");
	r = post(t.st, "form=idea&version=1&text=Laddning&back=now",
	         "/d/%s/ideas/1", t.guest);
	CHECK_INT(r->code, 303);
	CHECK_TEXT(r->location, "../now?item=3&saved=1");
	CHECK_TEXT(idea_no(&t, 1).text, "Laddning");
	r = post(t.st, "form=idea&version=1&text=Senare", "/d/%s/ideas/1",
	         t.guest);
	CHECK_INT(r->code, 409);
	CHECK_HAS(PAGE(r), "Laddning");
	r = post(t.st, "back=ideas", "/d/%s/ideas/1/remove", t.guest);
	CHECK_TEXT(r->location, "../../ideas?item=3&removed=1");
	CHECK_HAS(PAGE(get(t.st, "/d/%s/ideas?item=3&removed=1", t.guest)),
	          "Förslaget är borttaget.");
	CHECK_INT(post(t.st, "", "/d/%s/ideas/1/restore", t.guest)->code,
	          303);
	CHECK_HAS(sees(&t, t.guest), "Laddning");
	stage_close(t.st);
}

TEST(somebody_elses_proposal_is_not_there_to_change)
{
	struct trial t = trial_open();
	struct guest other = room_guest(&t, GUEST_PERSON, 1, CATEGORY_UNSAID);

	room_command(&t, RUN_TAKE_UP, 3);
	sends(&t, other.key, "text=Mobil+butik");
	CHECK_INT(get(t.st, "/d/%s/ideas/1", t.guest)->code, 404);
	CHECK_INT(get(t.st, "/d/%s/ideas/1", t.table)->code, 404);
	CHECK_INT(post(t.st, "version=1&text=X", "/d/%s/ideas/1", t.guest)
	          ->code, 404);
	CHECK_INT(post(t.st, "", "/d/%s/ideas/1/remove", t.guest)->code, 404);
	stage_close(t.st);
}

TEST(an_actor_is_asked_of_as_a_group_with_role_and_presence)
{
	struct trial t = trial_open();
	struct req *r;

	room_command(&t, RUN_TAKE_UP, 4);
	r = sends(&t, t.guest, "text=Butiker");
	CHECK_INT(r->code, 422);
	CHECK_HAS(PAGE(r), "href='#idea-role'");
	CHECK_HAS(PAGE(r), "href='#idea-here'");
	CHECK_INT(sends(&t, t.guest, "text=Samebyar&role=1&here=2"
	          "&detail=Genom+Sametinget")->code, 303);
	CHECK(idea_no(&t, 1).missing);
	CHECK_HAS(sees(&t, t.guest), "Nås så här: Genom Sametinget");
	stage_close(t.st);
}

TEST(nobody_is_missing_because_is_an_answer)
{
	struct trial t = trial_open();
	struct scope s = stage_scope(t.st);
	struct board_reply_list all = {0};

	room_command(&t, RUN_TAKE_UP, 4);
	CHECK_INT(post(t.st, "form=none", "/d/%s/none-missing", t.table)
	          ->code, 422);
	CHECK_INT(post(t.st, "form=none&why=Alla+kom", "/d/%s/none-missing",
	               t.table)->code, 303);
	CHECK_HAS(sees(&t, t.table), "därför att: Alla kom");
	CHECK_OK(board_reply_list(&s, t.workshop_id, 0, &all));
	CHECK_TEXT(all.v[0].value, IDEA_NONE);
	CHECK_INT(post(t.st, "form=none&version=0&why=Nej",
	               "/d/%s/none-missing", t.table)->code, 409);
	CHECK_INT(post(t.st, "form=none&why=Alla+kom", "/d/%s/none-missing",
	               t.guest)->code, 303);
	CHECK_HAS(sees(&t, t.guest), "därför att: Alla kom");
	stage_close(t.st);
}

TEST(an_action_answers_what_the_table_found_today)
{
	struct trial t = trial_open();
	struct req *r;
	struct idea d;

	post(t.st, "form=answer&item=2&goal=2&v=dn&minus=Marken+slits",
	     "/d/%s/table", t.table);
	/* Put off and not shown: who has not answered does not read it. */
	room_command(&t, RUN_TAKE_UP, 5);
	CHECK_HAS_NOT(sees(&t, t.guest), "Marken slits");
	CHECK_HAS(sees(&t, t.table), "Marken slits");
	room_command(&t, RUN_TAKE_UP, 2);
	room_command(&t, RUN_NEXT, 0);
	room_command(&t, RUN_TAKE_UP, 5);
	CHECK_HAS(sees(&t, t.guest), "Marken slits");
	r = sends(&t, t.guest, "text=Led+om+stigen");
	CHECK_INT(r->code, 422);
	CHECK_HAS(PAGE(r), "href='#idea-from'");
	CHECK_INT(sends(&t, t.guest, "text=Led+om+stigen&from=i2.1")->code,
	          422);
	CHECK_INT(sends(&t, t.guest, "text=Led+om+stigen&from=i2.2")->code,
	          303);
	d = idea_no(&t, 1);
	CHECK(d.item_from != 0 && d.goal_from != 0);
	CHECK_INT(sends(&t, t.guest, "text=Ladda&from=f2")->code, 303);
	CHECK_INT(idea_no(&t, 2).finding_no, 2);
	stage_close(t.st);
}

TEST(an_elected_members_proposal_is_the_tables)
{
	struct trial t = trial_open();
	struct guest elected = room_guest(&t, GUEST_PERSON, 1,
	                                  CATEGORY_ELECTED);
	struct guest nowhere = room_guest(&t, GUEST_PERSON, 0,
	                                  CATEGORY_ELECTED);

	room_command(&t, RUN_TAKE_UP, 3);
	CHECK_INT(sends(&t, elected.key, "text=Mobil+butik")->code, 303);
	CHECK(idea_no(&t, 1).shared);
	CHECK_HAS(sees(&t, t.table), "Mobil butik");
	CHECK_INT(sends(&t, nowhere.key, "text=Annat")->code, 422);
	stage_close(t.st);
}

TEST(frozen_answers_take_no_more_proposals_and_lose_nothing_typed)
{
	struct trial t = trial_open();
	struct req *r;

	room_command(&t, RUN_TAKE_UP, 3);
	room_command(&t, RUN_FREEZE, 0);
	r = sends(&t, t.guest, "text=F%C3%B6r+sent");
	CHECK_INT(r->code, 422);
	CHECK_HAS(PAGE(r), "För sent");
	stage_close(t.st);
}
