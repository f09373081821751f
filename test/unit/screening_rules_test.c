/* What answers point at, what a result needs, and when a rule hits. */
#include "check.h"
#include "screening/selection.h"

static enum depth suggested(enum screening_question q, enum screening_value v)
{
	struct screening it = {0};
	unsigned because;
	enum depth d;

	it.answers[q].value = v;
	d = screening_suggests(&it, &because);
	CHECK_INT(because, d == 0 ? 0 : 1u << q);
	return d;
}

TEST(a_depth_is_suggested_by_the_answers_that_point_at_most)
{
	struct screening it = {0};
	unsigned because;

	CHECK_INT(suggested(SCREENING_SAMI, SCREENING_YES), DEPTH_DEEP);
	CHECK_INT(suggested(SCREENING_CHILDREN, SCREENING_DIRECT), DEPTH_DEEP);
	CHECK_INT(suggested(SCREENING_CHILDREN, SCREENING_INDIRECT),
	          DEPTH_STANDARD);
	CHECK_INT(suggested(SCREENING_SAMI, SCREENING_UNCLEAR),
	          DEPTH_STANDARD);
	CHECK_INT(suggested(SCREENING_ENVIRONMENT, SCREENING_NO),
	          DEPTH_QUICK);
	CHECK_INT(suggested(SCREENING_RISK, SCREENING_UNSAID), 0);
	it.answers[SCREENING_PEOPLE].value = SCREENING_YES;
	it.answers[SCREENING_PLAN].value = SCREENING_INVESTIGATE;
	it.answers[SCREENING_RISK].value = SCREENING_LARGE;
	CHECK_INT(screening_suggests(&it, &because), DEPTH_DEEP);
	CHECK_INT(because, 1u << SCREENING_PLAN | 1u << SCREENING_RISK);
}

TEST(the_quick_check_asks_four_things)
{
	int asked = 0;

	for (int q = SCREENING_PEOPLE; q < SCREENING_QUESTIONS; q++)
		asked += screening_asks((enum screening_question)q,
		                        DEPTH_QUICK);
	CHECK_INT(asked, 5);    /* people and children are one thing, 0.4 */
	CHECK(!screening_asks(SCREENING_RISK, DEPTH_QUICK));
	CHECK(screening_asks(SCREENING_RISK, DEPTH_STANDARD));
	CHECK(!screening_asks_baseline(DEPTH_STANDARD));
}

TEST(no_assessment_needs_a_motive_and_who_decided)
{
	struct screening it = { .result = SCREENING_NOT_NEEDED };

	CHECK_INT(screening_flaws(&it), SCREENING_NO_MOTIVE |
	                                SCREENING_NO_DECIDER);
	it.motive = "Ingen ny verksamhet";
	it.decided_by = "avdelningschefen";
	CHECK_INT(screening_flaws(&it), 0);
	it = (struct screening){ .result = SCREENING_ASSESS };
	CHECK_INT(screening_flaws(&it), SCREENING_NO_DEPTH);
	it.depth = DEPTH_QUICK;
	CHECK_INT(screening_flaws(&it), 0);
}

TEST(what_is_unclear_opens_its_duty_and_a_no_does_not)
{
	struct screening it = {0};

	CHECK_INT(screening_opens(&it), 0);
	it.answers[SCREENING_SAMI].value = SCREENING_UNCLEAR;
	it.answers[SCREENING_CHILDREN].value = SCREENING_NO;
	it.answers[SCREENING_PLAN].value = SCREENING_ALREADY;
	CHECK_INT(screening_opens(&it), 1u << DUTY_CONSULTATION);
}

TEST(a_rule_hits_when_all_that_it_says_is_so)
{
	struct arena *mem = arena_new();
	struct screening it = {0};
	struct trigger_rule t = { .words = "upphandling\nInköp",
		.kinds = 1u << SUBJECT_POLICY, .unit = "inköp",
		.question = SCREENING_CHILDREN,
		.answers = 1u << SCREENING_DIRECT };
	struct trigger_facts f = { .kind = SUBJECT_POLICY, .unit = "Inköp",
		.title = "POLICY FÖR INKÖPSRUTINER", .screening = &it };
	struct trigger_hit hit;

	CHECK(!trigger_hits(mem, &t, &f, &hit));
	it.answers[SCREENING_CHILDREN].value = SCREENING_DIRECT;
	CHECK(trigger_hits(mem, &t, &f, &hit));
	CHECK_TEXT(hit.word, "Inköp");
	CHECK(hit.by_kind && hit.by_unit && hit.by_answer && !hit.by_phase);
	t.phases = 1u << PHASE_DRAFT;
	CHECK(!trigger_hits(mem, &t, &f, &hit));
	f.phase = PHASE_DRAFT;
	CHECK(trigger_hits(mem, &t, &f, &hit));
	f.screening = NULL;
	CHECK(!trigger_hits(mem, &t, &f, &hit));
	arena_free(mem);
}

TEST(a_rule_that_says_nothing_hits_nothing_and_the_first_hit_suggests)
{
	struct arena *mem = arena_new();
	struct trigger_rule v[] = {
		{ .used = true, .depth = DEPTH_QUICK },
		{ .used = false, .depth = DEPTH_QUICK, .kinds = ~0u },
		{ .used = true, .kinds = ~0u, .duties = 1u << DUTY_CHILDREN },
		{ .used = true, .kinds = ~0u, .depth = DEPTH_DEEP },
		{ .used = true, .kinds = ~0u, .depth = DEPTH_STANDARD,
		  .method = "snabbkoll" },
	};
	struct trigger_list rules = { v, COUNT(v), 0 };
	struct trigger_facts f = { .kind = SUBJECT_PLAN, .title = "Plan" };
	struct trigger_hit_list all = trigger_all(mem, &rules, &f);

	CHECK_INT(all.n, 3);
	CHECK_INT(trigger_depth(&all), DEPTH_DEEP);
	CHECK_INT(trigger_duties(&all), 1u << DUTY_CHILDREN);
	CHECK_TEXT(trigger_method(&all), "snabbkoll");
	arena_free(mem);
}

TEST(a_start_is_late_before_a_decision_when_nothing_was_earlier)
{
	CHECK(assessment_is_late(PHASE_BEFORE_DECISION, 0));
	CHECK(!assessment_is_late(PHASE_BEFORE_DECISION, 1));
	CHECK(!assessment_is_late(PHASE_DRAFT, 0));
	CHECK(!assessment_is_late(PHASE_UNSAID, 0));
}

TEST(what_is_proposed_for_two_reasons_stands_once)
{
	struct arena *mem = arena_new();
	struct upcoming v[] = { { .subject = 1, .reason = UPCOMING_DECISION },
		{ .subject = 2 }, { .subject = 1 } };
	struct upcoming_list once = upcoming_once(mem,
		&(struct upcoming_list){ v, COUNT(v), 0 });

	CHECK_INT(once.n, 2);
	CHECK_INT(once.v[0].reason, UPCOMING_DECISION);
	CHECK_INT(year_of_day(year_begins(2026)), 2026);
	CHECK_INT(year_ends(2024) - year_begins(2024), 365);
	arena_free(mem);
}
