/* Review and change of the example: round 1, in which the experts, by a link,
 * have said one thing, and round 2; changes 1 and, removed, 2; task 1, on the
 * second finding, is given. */
#include "account/pass.h"
#include "action/change.h"
#include "review/assignment.h"
#include "review/review.h"
#include "trial.h"

static void reviewed(struct trial *e)
{
	struct scope s = stage_scope(e->st);
	struct review v = { .question = "Stämmer fynden?" }, next = v;
	struct reviewer one = { .kind = REVIEWER_EXPERT,
		.name = "Miljöenheten", .authority = true };
	struct pass p = { .kind = PASS_REVIEW };
	struct comment c = { .text = "Det tar längre tid", .finding_no = 2 };

	IN_WRITE(e->st, review_note(&s, e->id, &v));
	IN_WRITE(e->st, review_note(&s, e->id, &next));
	one.review = v.id;
	IN_WRITE(e->st, reviewer_note(&s, e->id, &one));
	p.object = c.reviewer = one.id;
	IN_WRITE(e->st, pass_note(&s, &p, &e->reviewing));
	one.version = 1;
	IN_WRITE(e->st, reviewer_asked(&s, &one, p.id));
	IN_WRITE(e->st, comment_note(&s, e->id, &c));
}

static void assigned(struct trial *e)
{
	struct scope s = stage_scope(e->st);
	struct assignment a = { .assessment = e->id, .finding_no = 2,
		.question = "Hur långt?", .receiver = "Trafikenheten",
		.due = 20400 };
	struct pass p = { .kind = PASS_ASSIGNMENT };

	IN_WRITE(e->st, assignment_note(&s, &a));
	p.object = a.id;
	IN_WRITE(e->st, pass_note(&s, &p, &e->assigned));
	IN_WRITE(e->st, assignment_link(&s, &a, p.id));
}

void trial_review(struct trial *e)
{
	struct scope s = stage_scope(e->st);
	struct proposal_change a = { .was = "Råd", .becomes = "Råd på tre språk",
		.comment_no = 1, .day = 20378 }, b = { .becomes = "Fel",
		.day = 20378 };

	reviewed(e);
	assigned(e);
	IN_WRITE(e->st, proposal_change_note(&s, e->id, &a));
	IN_WRITE(e->st, proposal_change_note(&s, e->id, &b));
	IN_WRITE(e->st, proposal_change_remove(&s, e->id, 2, true));
}
