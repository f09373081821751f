/* Answers of the steps, and the living side of gaps. */
#include "trial.h"

static const char *answer(struct trial *t, i64 priority, const char *means)
{
	struct scope s = stage_scope(t->st);
	struct priority_list all = {0};
	struct answer a = {0};

	CHECK_OK(scope_list(&s, t->id, &all));
	if (answer_get(&s, t->id, priority == 0 ? 0 :
	               all.v[priority - 1].id, means, &a) != OK)
		return "";
	return *a.value != '\0' ? a.value : a.note;
}

TEST(a_priority_has_answers_of_its_own)
{
	struct trial t = trial_open();

	CHECK_INT(post(t.st, "rus_adds=Annat&rus_adds-version=0",
	               "/a/%s/steps/1/2/answers", t.key)->code, 303);
	CHECK_TEXT(answer(&t, 1, "rus.adds"), "Mer");
	CHECK_TEXT(answer(&t, 2, "rus.adds"), "Annat");
	stage_close(t.st);
}

TEST(an_answer_from_an_old_page_loses_nothing)
{
	struct trial t = trial_open();
	struct req *r;

	CHECK_INT(post(t.st, "rus_adds=Ena&rus_adds-version=1",
	               "/a/%s/steps/1/1/answers", t.key)->code, 303);
	r = post(t.st, "form=answers1&rus_adds=Andra&rus_adds-version=1",
	         "/a/%s/steps/1/1/answers", t.key);
	CHECK_INT(r->code, 409);
	CHECK_HAS(PAGE(r), "Ena");
	CHECK_HAS(PAGE(r), "Andra");
	CHECK_TEXT(answer(&t, 1, "rus.adds"), "Ena");
	stage_close(t.st);
}

TEST(one_wrong_answer_saves_none_and_shows_all)
{
	struct trial t = trial_open();
	struct req *r = post(t.st, "form=answers1&rus_line=katt"
		"&rus_line-version=1&rus_adds=Skrivet&rus_adds-version=1",
		"/a/%s/steps/1/1/answers", t.key);

	CHECK_INT(r->code, 422);
	CHECK_HAS(PAGE(r), "Skrivet");
	CHECK_TEXT(answer(&t, 1, "rus.adds"), "Mer");
	CHECK_TEXT(answer(&t, 1, "rus.line"), "in_line");
	stage_close(t.st);
}

TEST(a_question_that_was_not_on_the_page_keeps_its_answer)
{
	struct trial t = trial_open();

	CHECK_INT(post(t.st, "rus_line=not&rus_line-version=1",
	               "/a/%s/steps/1/1/answers", t.key)->code, 303);
	CHECK_TEXT(answer(&t, 1, "rus.adds"), "Mer");
	stage_close(t.st);
}

TEST(a_step_that_is_not_there_is_not_there)
{
	struct trial t = trial_open();
	static const char *const steps[] = { "0", "9", "x", "-1", "1/9",
		"1/0", "3/1" };

	for (size_t i = 0; i < COUNT(steps); i++) {
		CHECK_INT(get(t.st, "/a/%s/steps/%s", t.key, steps[i])->code,
		          404);
		CHECK_INT(post(t.st, "", "/a/%s/steps/%s/answers", t.key,
		               steps[i])->code, 404);
	}
	stage_close(t.st);
}

TEST(a_gap_is_answered_also_when_all_else_is_final)
{
	struct trial t = trial_open();
	struct scope s = stage_scope(t.st);
	struct finding f = {0};

	trial_end(&t, ASSESS_FINAL);
	CHECK_INT(post(t.st, "version=1&owner=Karin&answer=Sju",
	               "/a/%s/gaps/4", t.key)->code, 303);
	CHECK_OK(finding_get(&s, t.id, 4, &f));
	CHECK_INT(f.gap.state, GAP_ANSWERED);
	CHECK_INT(post(t.st, "version=1&answer=Tio", "/a/%s/gaps/4",
	               t.key)->code, 409);
	CHECK_INT(post(t.st, "version=1&answer=Tio", "/a/%s/gaps/1",
	               t.key)->code, 404);
	stage_close(t.st);
}
