#include "assess/assess.h"
#include "check.h"

/* -- states -------------------------------------------------------------- */

TEST(states_may_be_skipped_and_never_returned_to)
{
	for (int from = ASSESS_DRAFT; from <= ASSESS_CLOSED; from++)
		for (int to = ASSESS_DRAFT; to < from; to++)
			CHECK(!assessment_may_become(
				(enum assessment_state)from,
				(enum assessment_state)to));
	CHECK(assessment_may_become(ASSESS_DRAFT, ASSESS_DONE));
	CHECK(assessment_may_become(ASSESS_ONGOING, ASSESS_FINAL));
	CHECK(assessment_may_become(ASSESS_FINAL, ASSESS_CLOSED));
}

TEST(done_and_signed_are_two_ends_of_which_one_is_chosen)
{
	CHECK(!assessment_may_become(ASSESS_DONE, ASSESS_FINAL));
	CHECK(!assessment_may_become(ASSESS_FINAL, ASSESS_DONE));
	CHECK(assessment_may_become(ASSESS_DONE, ASSESS_REPORTED));
}

TEST(nothing_final_is_opened_again_by_way_of_a_pause)
{
	for (int from = ASSESS_DRAFT; from <= ASSESS_REPLACED; from++) {
		enum assessment_state s = (enum assessment_state)from;

		if (!assessment_is_final(s))
			continue;
		for (int to = ASSESS_DRAFT; to <= ASSESS_REPLACED; to++)
			if (!assessment_is_final((enum assessment_state)to))
				CHECK(!assessment_may_become(s,
					(enum assessment_state)to));
	}
	CHECK(assessment_may_become(ASSESS_PAUSED, ASSESS_ONGOING));
	CHECK(!assessment_may_become(ASSESS_PAUSED, ASSESS_DONE));
	CHECK(!assessment_may_become(ASSESS_STOPPED, ASSESS_FINAL));
}

TEST(only_what_is_final_is_replaced_and_what_is_replaced_stays_so)
{
	CHECK(!assessment_may_become(ASSESS_ONGOING, ASSESS_REPLACED));
	CHECK(assessment_may_become(ASSESS_DONE, ASSESS_REPLACED));
	for (int to = ASSESS_DRAFT; to <= ASSESS_REPLACED; to++)
		CHECK(!assessment_may_become(ASSESS_REPLACED,
		                             (enum assessment_state)to));
}

/* -- findings ------------------------------------------------------------ */

static struct finding finding(enum finding_kind kind, struct mark *marks,
                              size_t n)
{
	return (struct finding){ .priority = 1, .kind = kind,
		.sentence = "Bilen behövs", .rationale = "Långt dit",
		.marks = { marks, n, n } };
}

static unsigned flaws_of(enum finding_kind kind, struct mark m, bool path)
{
	struct finding f = finding(kind, &m, 1);

	return finding_flaws(&f, &path);
}

TEST(direction_and_directness_are_two_answers_and_both_are_asked_for)
{
	CHECK_INT(flaws_of(FINDING_EFFECT, (struct mark){ 1, .direction =
	          POSITIVE, .directness = DIRECT }, true), 0);
	CHECK_INT(flaws_of(FINDING_EFFECT, (struct mark){ 1, .direction =
	          POSITIVE }, true), FINDING_NO_DIRECTNESS);
	CHECK_INT(flaws_of(FINDING_EFFECT, (struct mark){ 1, .directness =
	          DIRECT }, true), FINDING_NO_DIRECTION);
}

TEST(a_strategy_has_direction_only)
{
	CHECK_INT(flaws_of(FINDING_EFFECT, (struct mark){ 1, .direction =
	          NEGATIVE }, false), 0);
}

TEST(a_goal_looked_at_and_a_gap_have_no_direction)
{
	struct mark plain = { 1 }, plus = { 1, .direction = POSITIVE,
	                                    .directness = DIRECT };

	CHECK_INT(flaws_of(FINDING_LOOKED_AT, plain, true), 0);
	CHECK_INT(flaws_of(FINDING_GAP, plain, true), 0);
	CHECK_INT(flaws_of(FINDING_LOOKED_AT, plus, true),
	          FINDING_WRONG_KIND);
	CHECK_INT(flaws_of(FINDING_GAP, plus, true), FINDING_WRONG_KIND);
}

TEST(plus_and_minus_on_one_goal_are_two_findings)
{
	struct mark both[] = {
		{ 1, .direction = POSITIVE, .directness = DIRECT },
		{ 1, .direction = NEGATIVE, .directness = INDIRECT } };
	struct finding f = finding(FINDING_EFFECT, both, 2);
	const bool paths[] = { true, true };

	CHECK_INT(finding_flaws(&f, paths), FINDING_MARK_TWICE);
	both[1].goal = 2;
	CHECK_INT(finding_flaws(&f, paths), 0);
	CHECK(finding_is_negative(&f));
}

TEST(a_motive_is_asked_of_negative_findings_only)
{
	struct mark m = { 1, .direction = POSITIVE, .directness = DIRECT };
	struct finding f = finding(FINDING_EFFECT, &m, 1);
	const bool path = true;

	f.rationale = " \n";
	CHECK_INT(finding_flaws(&f, &path), 0);
	m.direction = NEGATIVE;
	CHECK_INT(finding_flaws(&f, &path), FINDING_NO_RATIONALE);
}

TEST(a_finding_says_something_about_some_goal)
{
	struct finding f = finding(FINDING_EFFECT, NULL, 0);

	f.sentence = "\t";
	CHECK_INT(finding_flaws(&f, NULL),
	          FINDING_NO_SENTENCE | FINDING_NO_MARK);
}

/* -- the matrix ---------------------------------------------------------- */

enum { NOT_CHOSEN = 1, UNJUDGED, NONE, GAP, JUDGED, NOBODYS, GOALS_N = 6 };

struct table {
	struct goal goals[GOALS_N];
	struct priority priority;
	struct relevant chosen[5];
	struct mark marks[3];
	struct finding findings[3];
};

/* Six goals: one in each state, and one that nobody chose or marked. */
static struct matrix five_states(struct arena *mem, struct table *t)
{
	const enum finding_kind kinds[] = { FINDING_LOOKED_AT, FINDING_GAP,
	                                    FINDING_EFFECT };
	struct priority_list priorities = { &t->priority, 1, 1 };
	struct goal_list goals = { t->goals, GOALS_N, GOALS_N };
	struct relevance_list chosen = { t->chosen, 5, 5 };
	struct finding_list all = { t->findings, 3, 3 };

	t->priority.id = 1;
	for (i64 i = 0; i < GOALS_N; i++)
		t->goals[i] = (struct goal){ .id = i + 1, .kind = GOAL };
	t->chosen[0] = (struct relevant){ .priority = 2, .goal = NOT_CHOSEN };
	for (i64 i = 1; i < 5; i++)
		t->chosen[i] = (struct relevant){ .priority = 1,
		                                  .goal = UNJUDGED + i - 1 };
	for (i64 i = 0; i < 3; i++) {
		t->marks[i] = (struct mark){ .goal = NONE + i };
		t->findings[i] = finding(kinds[i], &t->marks[i], 1);
	}
	t->marks[2].direction = POSITIVE;
	t->marks[2].directness = DIRECT;
	return matrix_of(mem, &goals, &priorities, &chosen, &all);
}

TEST(five_states_of_a_cell_are_told_apart)
{
	struct arena *mem = arena_new();
	struct table t = {0};
	struct matrix m = five_states(mem, &t);

	CHECK_INT(m.goals, 5);
	CHECK_INT(matrix_at(&m, 0, 0)->state, CELL_NOT_CHOSEN);
	CHECK_INT(matrix_at(&m, 1, 0)->state, CELL_UNJUDGED);
	CHECK_INT(matrix_at(&m, 2, 0)->state, CELL_NO_EFFECT);
	CHECK_INT(matrix_at(&m, 3, 0)->state, CELL_GAP);
	CHECK_INT(matrix_at(&m, 4, 0)->state, CELL_JUDGED);
	CHECK_INT(matrix_at(&m, 1, 0)->n, 0);
	arena_free(mem);
}

TEST(an_unjudged_goal_is_never_no_effect)
{
	struct arena *mem = arena_new();
	struct table t = {0};
	struct matrix m;

	m = five_states(mem, &t);
	CHECK(matrix_at(&m, 1, 0)->state != matrix_at(&m, 2, 0)->state);
	CHECK(matrix_at(&m, 0, 0)->state != matrix_at(&m, 1, 0)->state);
	arena_free(mem);
}

/* Acceptance check 2 of the field, in the words of findings. */
TEST(one_direct_plus_and_one_indirect_minus_are_both_there_and_never_summed)
{
	struct arena *mem = arena_new();
	struct goal goal = { .id = 1, .kind = GOAL };
	struct priority p = { .id = 1 };
	struct mark plus = { 1, .direction = POSITIVE, .directness = DIRECT };
	struct mark minus = { 1, .direction = NEGATIVE,
	                      .directness = INDIRECT };
	struct finding both[] = { finding(FINDING_EFFECT, &plus, 1),
	                          finding(FINDING_EFFECT, &minus, 1) };
	struct finding_list all = { both, 2, 2 };
	struct relevance_list none = {0};
	struct matrix m = matrix_of(mem, &(struct goal_list){ &goal, 1, 1 },
		&(struct priority_list){ &p, 1, 1 }, &none, &all);
	struct finding_counts n = findings_count(&all);

	CHECK_INT(m.goals, 1);
	CHECK_INT(matrix_at(&m, 0, 0)->n, 2);
	CHECK_INT(matrix_at(&m, 0, 0)->findings[0], 0);
	CHECK_INT(matrix_at(&m, 0, 0)->findings[1], 1);
	CHECK_INT(n.positive, 1);
	CHECK_INT(n.negative, 1);
	CHECK_TEXT(mark_class(&plus, FINDING_EFFECT), "dp");
	CHECK_TEXT(mark_class(&minus, FINDING_EFFECT), "in");
	arena_free(mem);
}

TEST(a_finding_is_counted_once_however_many_goals_it_marks)
{
	struct mark three[] = {
		{ 1, .direction = POSITIVE, .directness = DIRECT },
		{ 2, .direction = POSITIVE, .directness = DIRECT },
		{ 3, .direction = NEGATIVE, .directness = DIRECT } };
	struct finding f = finding(FINDING_EFFECT, three, 3);
	struct finding_counts n = findings_count(&(struct finding_list){
		&f, 1, 1 });

	CHECK_INT(n.negative, 1);
	CHECK_INT(n.positive, 0);
	CHECK_INT(n.marks, 3);
}

TEST(no_two_marks_are_drawn_alike)
{
	const struct { struct mark m; enum finding_kind kind; } all[] = {
		{ { .direction = POSITIVE, .directness = DIRECT }, 1 },
		{ { .direction = POSITIVE, .directness = INDIRECT }, 1 },
		{ { .direction = NEGATIVE, .directness = INDIRECT }, 1 },
		{ { .direction = NEGATIVE, .directness = DIRECT }, 1 },
		{ { .direction = POSITIVE }, 1 },
		{ { .direction = NEGATIVE }, 1 },
		{ { 0 }, FINDING_LOOKED_AT }, { { 0 }, FINDING_GAP },
	};

	for (size_t i = 0; i < COUNT(all); i++)
		for (size_t j = 0; j < i; j++)
			CHECK(!same(mark_class(&all[i].m, all[i].kind),
			            mark_class(&all[j].m, all[j].kind)));
}

/* -- who is missing ------------------------------------------------------ */

TEST(those_touched_much_who_can_do_little_are_thought_of)
{
	struct actor_link l = { .role = ROLE_AFFECTED, .influence = LEVEL_LOW,
	                        .interest = LEVEL_HIGH };

	CHECK(actor_link_suggested(&l));
	l.present = PRESENT;
	CHECK(!actor_link_suggested(&l));
	CHECK(!actor_link_left_out(&l));
	l.present = PRESENT_NOT_INVITED;
	CHECK(actor_link_left_out(&l));
}
