/* Findings through the door: written, marked with a tap, changed, removed. */
#include "trial.h"

static struct finding found(struct trial *t, i64 no)
{
	struct scope s = stage_scope(t->st);
	struct finding f = {0};

	CHECK_OK(finding_get(&s, t->id, no, &f));
	return f;
}

static struct req *add(struct trial *t, const char *fields)
{
	return post(t->st, arena_print(t->st->mem, "form=finding&priority=1"
	            "&question=goals_findings&%s", fields),
	            "/a/%s/findings", t->key);
}

static struct req *tap(struct trial *t, i64 no, const char *mark)
{
	return post(t->st, arena_print(t->st->mem, "mark=%s", mark),
	            "/a/%s/findings/%lld/mark", t->key, no);
}

TEST(a_finding_needs_a_sentence_a_goal_and_an_answer)
{
	struct trial t = trial_open();
	struct req *r = add(&t, "rationale=Mitt+motiv");

	CHECK_INT(r->code, 422);
	CHECK_HAS(PAGE(r), "href='#finding-sentence'");
	CHECK_HAS(PAGE(r), "href='#finding-v'");
	CHECK_HAS(PAGE(r), "Mitt motiv");
	r = add(&t, "sentence=S&v=dp");
	CHECK_INT(r->code, 422);
	CHECK_HAS(PAGE(r), "href='#finding-goal'");
	r = add(&t, "sentence=S&v=dn&g-agenda-8=1");
	CHECK_INT(r->code, 422);
	CHECK_HAS(PAGE(r), "href='#finding-rationale'");
	stage_close(t.st);
}

TEST(one_finding_marks_any_number_of_goals_in_any_frameworks)
{
	struct trial t = trial_open();
	struct finding f;

	CHECK_INT(add(&t, "sentence=S&v=ip&g-agenda-8=1&g-agenda-15=1"
	              "&g-rus_norr-R2=1")->code, 303);
	f = found(&t, 6);
	CHECK_INT(f.marks.n, 3);
	for (size_t i = 0; i < f.marks.n; i++)
		CHECK_INT(f.marks.v[i].directness, same(f.marks.v[i].framework,
		          "rus_norr") ? WITHOUT_PATH : INDIRECT);
	stage_close(t.st);
}

TEST(a_tap_marks_one_more_goal_and_can_be_undone)
{
	struct trial t = trial_open();

	CHECK_INT(tap(&t, 3, "g-agenda-8+ip")->code, 303);
	CHECK_INT(found(&t, 3).marks.n, 2);
	CHECK_INT(post(t.st, "mark=g-agenda-8", "/a/%s/findings/3/unmark",
	               t.key)->code, 303);
	CHECK_INT(found(&t, 3).marks.n, 1);
	stage_close(t.st);
}

TEST(the_last_mark_of_a_finding_is_not_tapped_away)
{
	struct trial t = trial_open();

	post(t.st, "mark=g-agenda-1", "/a/%s/findings/3/unmark", t.key);
	CHECK_INT(found(&t, 3).marks.n, 1);
	stage_close(t.st);
}

TEST(a_tap_says_how_or_nothing_is_marked)
{
	struct trial t = trial_open();

	CHECK(tap(&t, 3, "g-agenda-8+katt")->code >= 400);
	CHECK(tap(&t, 3, "g-agenda-8+")->code >= 400);
	CHECK(tap(&t, 3, "g-agenda-8+p")->code >= 400);
	CHECK(tap(&t, 3, "g-rus_norr-R2+dp")->code >= 400);
	CHECK_INT(found(&t, 3).marks.n, 1);
	stage_close(t.st);
}

TEST(a_tap_keeps_the_rules_of_findings)
{
	struct trial t = trial_open();

	CHECK_INT(tap(&t, 3, "g-agenda-13+dn")->code, 422);
	CHECK_INT(found(&t, 3).marks.n, 1);
	CHECK(tap(&t, 2, "g-agenda-13+ip")->code >= 400);
	CHECK_INT(found(&t, 2).marks.n, 2);
	stage_close(t.st);
}

TEST(a_gap_is_marked_without_a_direction)
{
	struct trial t = trial_open();
	struct finding f;

	CHECK_INT(tap(&t, 4, "g-agenda-1+m")->code, 303);
	f = found(&t, 4);
	CHECK_INT(f.marks.n, 2);
	CHECK_INT(f.marks.v[0].direction, DIRECTION_NONE);
	stage_close(t.st);
}

TEST(after_a_tap_one_comes_back_to_a_page_of_the_assessment_only)
{
	struct trial t = trial_open();
	struct req *r = tap(&t, 3, arena_print(t.st->mem,
		"g-agenda-8+ip&back=/a/%s/goals/agenda/8/1", t.key));

	CHECK_HAS(r->location, "/goals/agenda/8/1?marked=3");
	r = tap(&t, 3, "g-agenda-15+ip&back=https://annan.example/");
	CHECK_HAS_NOT(r->location, "annan");
	r = tap(&t, 3, "g-agenda-13+ip&back=//annan.example/");
	CHECK_HAS_NOT(r->location, "annan");
	stage_close(t.st);
}

TEST(two_people_who_change_one_finding_see_both_sentences)
{
	struct trial t = trial_open();
	struct req *r;

	CHECK_INT(post(t.st, "form=edit&version=1&kind=1&sentence=Den+ena"
	               "&m-rus_norr-R1=p", "/a/%s/findings/1",
	               t.key)->code, 303);
	stage_as_new(t.st, 0xFFFF);
	r = post(t.st, "form=edit&version=1&kind=1&sentence=Den+andra"
	         "&m-rus_norr-R1=p", "/a/%s/findings/1", t.key);
	CHECK_INT(r->code, 409);
	CHECK_HAS(PAGE(r), "Den ena");
	CHECK_HAS(PAGE(r), "Den andra");
	CHECK_TEXT(found(&t, 1).sentence, "Den ena");
	stage_close(t.st);
}

TEST(a_removed_finding_is_gone_from_the_matrix_and_can_be_taken_back)
{
	struct trial t = trial_open();
	struct req *r;

	CHECK_INT(post(t.st, "", "/a/%s/findings/1/remove", t.key)->code,
	          303);
	CHECK_HAS_NOT(PAGE(get(t.st, "/a/%s/steps/1/1", t.key)),
	              "Butiken finns kvar");
	r = get(t.st, "/a/%s/findings/1", t.key);
	CHECK_INT(r->code, 200);
	CHECK_HAS(PAGE(r), "/findings/1/restore");
	CHECK_INT(post(t.st, "", "/a/%s/findings/1/restore", t.key)->code,
	          303);
	CHECK_HAS(PAGE(get(t.st, "/a/%s/steps/1/1", t.key)),
	          "Butiken finns kvar");
	stage_close(t.st);
}

TEST(a_number_is_never_used_twice)
{
	struct trial t = trial_open();

	post(t.st, "", "/a/%s/findings/5/remove", t.key);
	CHECK_INT(add(&t, "sentence=Ny&v=dp&g-agenda-8=1")->code, 303);
	CHECK_TEXT(found(&t, 6).sentence, "Ny");
	stage_close(t.st);
}

TEST(a_removed_finding_cannot_be_changed_marked_or_handled)
{
	struct trial t = trial_open();

	post(t.st, "", "/a/%s/findings/1/remove", t.key);
	CHECK(post(t.st, "version=2&kind=1&sentence=X&m-rus_norr-R1=p",
	           "/a/%s/findings/1", t.key)->code >= 400);
	CHECK(tap(&t, 1, "g-rus_norr-R2+p")->code >= 400);
	CHECK(post(t.st, "how=4&text=X", "/a/%s/findings/1/handle",
	           t.key)->code >= 400);
	CHECK_TEXT(found(&t, 1).sentence, "Butiken finns kvar");
	stage_close(t.st);
}

TEST(who_is_concerned_is_kept_as_a_combination)
{
	struct trial t = trial_open();
	struct finding f = found(&t, 3);

	CHECK_INT(f.groups.n, 1);
	CHECK_TEXT(f.groups.v[0], "women");
	CHECK(add(&t, "sentence=S&v=dp&g-agenda-8=1&group=nobody")->code >=
	      400);
	stage_close(t.st);
}

TEST(combinations_stay_apart_when_a_finding_is_changed)
{
	struct trial t = trial_open();
	struct finding f;

	CHECK_INT(post(t.st, "sv=Unga&en=Young&axis=2", "/o/%s/groups",
	               t.st->org_key)->code, 303);
	CHECK_INT(post(t.st, "version=1&kind=1&sentence=S&m-agenda-1=dp"
	               "&kept=women&group=women&group=young",
	               "/a/%s/findings/3", t.key)->code, 303);
	f = found(&t, 3);
	CHECK_INT(f.groups.n, 2);
	CHECK_TEXT(f.groups.v[1], "women+young");
	CHECK_HAS(PAGE(get(t.st, "/a/%s/findings/3", t.key)),
	          "name='kept' value='women+young' checked");
	CHECK_INT(post(t.st, "version=2&kind=1&sentence=S&m-agenda-1=dp"
	               "&kept=women%2Byoung&group=young&group=women",
	               "/a/%s/findings/3", t.key)->code, 303);
	f = found(&t, 3);
	CHECK_INT(f.groups.n, 1);
	CHECK_TEXT(f.groups.v[0], "women+young");
	stage_close(t.st);
}

TEST(a_finding_made_into_a_gap_has_no_direction_left)
{
	struct trial t = trial_open();
	struct finding f;

	CHECK_INT(post(t.st, "version=1&kind=3&sentence=Hur+m%C3%A5nga"
	               "&m-agenda-1=dp", "/a/%s/findings/3", t.key)->code,
	          303);
	f = found(&t, 3);
	CHECK_INT(f.kind, FINDING_GAP);
	CHECK_INT(f.marks.v[0].direction, DIRECTION_NONE);
	CHECK_INT(f.gap.state, GAP_OPEN);
	stage_close(t.st);
}
