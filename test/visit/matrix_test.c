/* The matrix as it is seen: states apart, both signs, no sum. */
#include "trial.h"

static const char *matrix(struct trial *t)
{
	struct req *r = get(t->st, "/a/%s/matrix", t->key);

	CHECK_INT(r->code, 200);
	return PAGE(r);
}

TEST(plus_and_minus_on_one_goal_are_both_shown)
{
	struct trial t = trial_open();
	const char *page;

	CHECK_INT(post(t.st, "priority=1&question=goals_findings&v=ip"
	               "&g-agenda-13=1&sentence=Laddning", "/a/%s/findings",
	               t.key)->code, 303);
	page = PAGE(get(t.st, "/a/%s/goals/agenda/13/1", t.key));
	CHECK_HAS(page, "Laddning");
	CHECK_HAS(page, "Bilen behövs");
	CHECK_HAS(page, ">F2<");
	CHECK_HAS(page, ">F6<");
	stage_close(t.st);
}

TEST(what_nobody_judged_is_said_in_words)
{
	struct trial t = trial_open();

	CHECK_HAS(matrix(&t), "Ej bedömd");
	stage_close(t.st);
}

TEST(there_is_no_total)
{
	struct trial t = trial_open();
	const char *page = matrix(&t);

	CHECK_HAS_NOT(page, "Summa");
	CHECK_HAS_NOT(page, "Totalt");
	CHECK_HAS(page, "2 positiva, 1 negativt");
	stage_close(t.st);
}

TEST(the_matrix_of_a_final_assessment_is_read_and_not_changed)
{
	struct trial t = trial_open();

	trial_end(&t, ASSESS_DONE);
	CHECK_HAS_NOT(matrix(&t), "method='post' action='/a/");
	stage_close(t.st);
}
