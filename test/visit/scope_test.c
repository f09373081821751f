/* What an assessment covers: priorities, their wordings, their goals. */
#include "trial.h"

static struct priority_list covered(struct trial *t)
{
	struct scope s = stage_scope(t->st);
	struct priority_list all = {0};

	CHECK_OK(scope_list(&s, t->id, &all));
	return all;
}

static struct finding found(struct trial *t, i64 no)
{
	struct scope s = stage_scope(t->st);
	struct finding f = {0};

	CHECK_OK(finding_get(&s, t->id, no, &f));
	return f;
}

static int reword(struct trial *t, i64 no, i64 version, const char *title)
{
	return post(t->st, arena_print(t->st->mem, "form=p%lld&version=%lld"
	            "&title=%s", no, version, title),
	            "/a/%s/priorities/%lld", t->key, no)->code;
}

TEST(a_finding_keeps_the_wording_it_was_made_on)
{
	struct trial t = trial_open();

	CHECK(!found(&t, 1).reworded);
	CHECK_INT(reword(&t, 1, 1, "Service+i+hela+l%C3%A4net"), 303);
	CHECK_TEXT(covered(&t).v[0].now.title, "Service i hela länet");
	CHECK(found(&t, 1).reworded);
	CHECK_INT(found(&t, 1).wording_no, 1);
	CHECK(!found(&t, 4).reworded);
	CHECK_HAS(PAGE(get(t.st, "/a/%s/steps/1/1", t.key)),
	          "ormuleringen ändrad");
	stage_close(t.st);
}

TEST(a_finding_changed_after_a_new_wording_still_says_so)
{
	struct trial t = trial_open();

	reword(&t, 1, 1, "Nytt");
	CHECK_INT(post(t.st, "version=1&kind=1&priority=1&sentence=Annat"
	               "&m-rus_norr-R1=p", "/a/%s/findings/1", t.key)->code,
	          303);
	CHECK(found(&t, 1).reworded);
	stage_close(t.st);
}

TEST(the_same_words_are_no_new_wording)
{
	struct trial t = trial_open();

	CHECK_INT(reword(&t, 1, 1, "Service"), 303);
	CHECK(!found(&t, 1).reworded);
	CHECK_INT(covered(&t).v[0].now.no, 1);
	stage_close(t.st);
}

TEST(two_who_reword_one_priority_are_told)
{
	struct trial t = trial_open();
	struct req *r;

	CHECK_INT(reword(&t, 1, 1, "Ena"), 303);
	r = post(t.st, "form=p1&version=1&title=Andra",
	         "/a/%s/priorities/1", t.key);
	CHECK_INT(r->code, 409);
	CHECK_HAS(PAGE(r), "Ena");
	CHECK_HAS(PAGE(r), "Andra");
	stage_close(t.st);
}

TEST(a_priority_with_findings_is_not_put_away)
{
	struct trial t = trial_open();

	CHECK_INT(post(t.st, "", "/a/%s/priorities/1/retire", t.key)->code,
	          422);
	CHECK_INT(covered(&t).n, 3);
	CHECK_INT(post(t.st, "", "/a/%s/priorities/3/retire", t.key)->code,
	          303);
	CHECK_INT(covered(&t).n, 2);
	CHECK_INT(post(t.st, "", "/a/%s/priorities/3/restore", t.key)->code,
	          303);
	CHECK_INT(covered(&t).n, 3);
	stage_close(t.st);
}

TEST(a_finding_is_not_taken_back_to_a_priority_that_is_put_away)
{
	struct trial t = trial_open();

	post(t.st, "", "/a/%s/findings/4/remove", t.key);
	post(t.st, "", "/a/%s/findings/5/remove", t.key);
	CHECK_INT(post(t.st, "", "/a/%s/priorities/2/retire", t.key)->code,
	          303);
	CHECK_INT(post(t.st, "", "/a/%s/findings/4/restore", t.key)->code,
	          422);
	CHECK(found(&t, 4).removed);
	stage_close(t.st);
}

TEST(relevance_of_one_question_leaves_the_goals_of_the_others)
{
	struct trial t = trial_open();
	struct scope s = stage_scope(t.st);
	struct relevance_list before = {0}, after = {0};

	CHECK_OK(relevance_list(&s, t.id, &before));
	CHECK_INT(before.n, 9);         /* three goals of RUS, three times */
	CHECK_INT(post(t.st, "question=goals_relevance&r-agenda-8=1",
	               "/a/%s/relevance/1", t.key)->code, 303);
	CHECK_OK(relevance_list(&s, t.id, &after));
	CHECK_INT(after.n, 10);
	stage_close(t.st);
}

TEST(an_unknown_priority_has_no_relevance)
{
	struct trial t = trial_open();

	CHECK_INT(post(t.st, "question=goals_relevance",
	               "/a/%s/relevance/9", t.key)->code, 404);
	CHECK_INT(post(t.st, "question=none", "/a/%s/relevance/1",
	               t.key)->code, 404);
	stage_close(t.st);
}
