/*
 * A task to look deeper (fördjupningsuppdrag): a question about a finding, or
 * about a goal of a priority, to a function or an organisation, by a link. It
 * comes back as an answer and as proposals beside what it is about; a process
 * leader takes each in or declines it with a reason. Nothing is set by itself,
 * and a finished assessment takes in no findings or marks.
 */
#ifndef ASSIGNMENT_H
#define ASSIGNMENT_H

#include "assess/assess.h"

/* Stored as numbers: add at the end, never renumber. */
enum assignment_state {
	ASSIGNMENT_GIVEN = 1, ASSIGNMENT_ANSWERED, ASSIGNMENT_ACCEPTED,
	ASSIGNMENT_DECLINED, ASSIGNMENT_WITHDRAWN,
};
enum proposal_kind {
	PROPOSAL_FINDING = 1,   /* a sentence with one mark */
	PROPOSAL_MARK,          /* on the finding it is about */
	PROPOSAL_ANSWER,        /* to a knowledge gap */
};
enum proposal_state { PROPOSAL_OPEN = 1, PROPOSAL_TAKEN, PROPOSAL_DECLINED };

enum { PROPOSALS_MOST = 20 };

struct proposal {
	i64                 id, no;
	enum proposal_kind  kind;
	const char         *sentence, *rationale;
	enum finding_kind   finding_kind;
	struct mark         mark;       /* goal 0: an answer has none */
	i64                 at;
	enum proposal_state state;
	const char         *why;
	i64                 became_no;  /* the finding it became, or is on */
	i64                 version;
};
struct proposal_list { struct proposal *v; size_t n, room; };

struct assignment {
	i64         id, no, assessment;
	const char *assessment_key, *title;     /* in lists across */
	i64         finding_no;         /* 0: a goal of a priority instead */
	i64         priority, priority_no, goal;
	const char *question, *receiver;
	bool        outside;            /* another organisation */
	i64         due;                /* day */
	i64         pass;
	i64         given_at;
	const char *given_name;         /* who decided to share */
	enum assignment_state state;
	const char *answer;
	const char *source;             /* what it rests on, one a line */
	i64         answered_at, settled_at;
	const char *settled_why;
	i64         version;
	struct proposal_list proposals;
};
struct assignment_list { struct assignment *v; size_t n, room; };

/* -- rules: no database, no web ------------------------------------------ */

/* Given and not answered in time. */
bool assignment_is_late(const struct assignment *, i64 today);

/* May the receiver still answer; may a leader still settle it? */
bool assignment_takes_answers(enum assignment_state);

/* What it is once its proposals are settled: ANSWERED while one is open,
 * ACCEPTED if any was taken in, else DECLINED. 0 proposals: as it is. */
enum assignment_state assignment_settled(const struct assignment *);

/* -- store --------------------------------------------------------------- */

/* With proposals, by number. */
enum status assignment_list(struct scope *, i64 assessment,
                            struct assignment_list *) MUST_USE;
enum status assignment_get(struct scope *, i64 assessment, i64 no,
                           struct assignment *) MUST_USE;
enum status assignment_by_id(struct scope *, i64 id, struct assignment *)
	MUST_USE;
/* Over the organisation: given and not answered, by last day, from after (due,
 * id); without proposals. */
enum status assignment_waiting(struct scope *, i64 after_due, i64 after_id,
                               i64 most, struct assignment_list *) MUST_USE;

/* Gives id and number. */
enum status assignment_note(struct scope *, struct assignment *) MUST_USE;
/* Its link, 0 when it is taken back. */
enum status assignment_link(struct scope *, const struct assignment *,
                            i64 pass) MUST_USE;
/* The answer, by link; STALE if version is not the latest. */
enum status assignment_answer(struct scope *, const struct assignment *)
	MUST_USE;
enum status proposal_note(struct scope *, i64 assignment, struct proposal *)
	MUST_USE;
/* State, and why; STALE if version is not the latest. */
enum status assignment_settle(struct scope *, const struct assignment *)
	MUST_USE;
enum status proposal_settle(struct scope *, const struct proposal *)
	MUST_USE;

/* -- web ----------------------------------------------------------------- */

struct req;
struct route;
struct view;

/* Beside a finding or a goal: beside_fn of assess/view.h. */
enum status assignments_beside(struct req *, const struct view *,
                               i64 finding_no, const struct goal *) MUST_USE;

void assignment_state_shown(struct req *, const struct assignment *);
enum status assignment_page(struct req *);

/* One proposal: what it would become. */
void proposal_shown(struct req *, const struct framework_list *,
                    const struct proposal *);
/* … and the forms that take it in or decline it. */
void ask_settle_proposal(struct req *, const struct assignment *,
                         const struct proposal *);

extern const struct route *const assignment_list_routes;
extern const struct route *const assignment_routes;
extern const struct route *const settle_routes;
extern const struct route *const assignment_pass_routes;

#endif
