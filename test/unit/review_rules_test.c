/* Review, the second person and tasks: the rules alone. */
#include "check.h"
#include "review/assignment.h"
#include "review/review.h"
#include "seal/second.h"

static struct review round_of(struct comment *c, size_t n, i64 closed_at)
{
	return (struct review){ .closed_at = closed_at,
		.comments = { .v = c, .n = n, .room = n } };
}

TEST(a_review_is_done_when_all_is_closed_and_treated_but_for_what_came_late)
{
	struct comment c[] = { { .treated = TREATED_TAKEN },
	                       { .late = true } };
	struct review v = round_of(c, 2, 0);
	struct review_list all = { &v, 1, 1 };

	CHECK(!reviews_are_done(&all));
	v.closed_at = 1;
	CHECK(reviews_are_done(&all));
	CHECK(review_is_over(ASSESS_ONGOING, &all));
	CHECK(!review_is_over(ASSESS_DONE, &all));
	CHECK(!review_is_over(ASSESS_PAUSED, &all));
	CHECK(!review_is_over(ASSESS_REVIEWED, &all));
	c[0].treated = TREATED_NOT;
	CHECK(!reviews_are_done(&all));
	all.n = 0;
	CHECK(!reviews_are_done(&all));
}

TEST(only_what_is_taken_as_it_is_needs_no_reason)
{
	CHECK(treatment_is_said(TREATED_TAKEN, ""));
	CHECK(!treatment_is_said(TREATED_PARTLY, " "));
	CHECK(treatment_is_said(TREATED_DECLINED, "Ryms inte"));
	CHECK(!treatment_is_said(TREATED_NOT, "Ja"));
}

TEST(nobody_gives_the_yes_they_asked_for_or_to_other_content)
{
	struct sign_request q = { .asked_by = 1, .asked_at = 9,
	                          .sha256 = "aa" };

	CHECK_INT(second_flaws(&q, 2, "aa"), 0);
	CHECK_INT(second_flaws(&q, 1, "ab"), SECOND_SAME | SECOND_MOVED);
	q.ended_at = 10;
	CHECK_INT(second_flaws(&q, 2, "aa"), SECOND_NOT_ASKED);
	CHECK_INT(second_flaws(&(struct sign_request){0}, 2, "aa"),
	          SECOND_NOT_ASKED);
}

TEST(a_task_is_settled_when_each_proposal_is)
{
	struct proposal p[] = { { .state = PROPOSAL_DECLINED },
	                        { .state = PROPOSAL_OPEN } };
	struct assignment a = { .state = ASSIGNMENT_ANSWERED, .due = 5,
		.proposals = { p, 2, 2 } };

	CHECK_INT(assignment_settled(&a), ASSIGNMENT_ANSWERED);
	p[1].state = PROPOSAL_DECLINED;
	CHECK_INT(assignment_settled(&a), ASSIGNMENT_DECLINED);
	p[0].state = PROPOSAL_TAKEN;
	CHECK_INT(assignment_settled(&a), ASSIGNMENT_ACCEPTED);
	CHECK(!assignment_is_late(&a, 9));
	a.state = ASSIGNMENT_GIVEN;
	CHECK(assignment_is_late(&a, 6));
	CHECK(!assignment_is_late(&a, 5));
}
