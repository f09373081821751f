/* Review and change of the example: round 1, in which the experts, by a link,
 * have said one thing, and round 2; changes 1 and, removed, 2; task 1, on the
 * second finding, is given. One transaction, since each test makes it. */
#include "account/pass.h"
#include "action/change.h"
#include "review/assignment.h"
#include "review/review.h"
#include "trial.h"

static enum status reviewed(struct scope *s, struct trial *e)
{
	struct review v = { .question = "Stämmer fynden?" }, next = v;
	struct reviewer one = { .kind = REVIEWER_EXPERT,
		.name = "Miljöenheten", .authority = true };
	struct pass p = { .kind = PASS_REVIEW };
	struct comment c = { .text = "Det tar längre tid", .finding_no = 2 };

	TRY(review_note(s, e->id, &v));
	TRY(review_note(s, e->id, &next));
	one.review = v.id;
	TRY(reviewer_note(s, e->id, &one));
	p.object = c.reviewer = one.id;
	TRY(pass_note(s, &p, &e->reviewing));
	one.version = 1;
	TRY(reviewer_asked(s, &one, p.id));
	return comment_note(s, e->id, &c);
}

static enum status assigned(struct scope *s, struct trial *e)
{
	struct assignment a = { .assessment = e->id, .finding_no = 2,
		.question = "Hur långt?", .receiver = "Trafikenheten",
		.due = 20400 };
	struct pass p = { .kind = PASS_ASSIGNMENT };

	TRY(assignment_note(s, &a));
	p.object = a.id;
	TRY(pass_note(s, &p, &e->assigned));
	return assignment_link(s, &a, p.id);
}

static enum status all(struct scope *s, struct trial *e)
{
	struct proposal_change a = { .was = "Råd", .comment_no = 1,
		.becomes = "Råd på tre språk", .day = 20378 };
	struct proposal_change b = { .becomes = "Fel", .day = 20378 };

	TRY(reviewed(s, e));
	TRY(assigned(s, e));
	TRY(proposal_change_note(s, e->id, &a));
	TRY(proposal_change_note(s, e->id, &b));
	return proposal_change_remove(s, e->id, 2, true);
}

void trial_review(struct trial *e)
{
	struct scope s = stage_scope(e->st);

	IN_WRITE(e->st, all(&s, e));
}
