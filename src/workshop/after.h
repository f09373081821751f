/*
 * What comes of a meeting: findings, actors and actions of the assessment with
 * a trace to where they come from, who was invited and who came, what the
 * participants thought, their comments on the draft, and the way back.
 */
#ifndef AFTER_H
#define AFTER_H

#include "workshop/meeting.h"

enum trace_kind { TRACE_FINDING = 1, TRACE_ACTION, TRACE_ACTOR,
                  TRACE_PRIORITY };
struct trace {
	enum trace_kind kind;
	i64             no;             /* in the assessment */
	i64             workshop, workshop_no, workshop_day;
	const char     *workshop_key, *workshop_title;
	i64             item, item_no, goal;
	const char     *item_title;
	i64             board;          /* id; 0 the room */
	const char     *board_name;
};
struct trace_list { struct trace *v; size_t n, room; };

enum invited_state { INVITED_ASKED = 1, INVITED_COMING, INVITED_CAME,
                     INVITED_DECLINED, INVITED_ABSENT };
struct invited {
	i64         no, actor;          /* actor: id, 0 not in the register */
	const char *name, *needs;
	i64         people, came;
	enum invited_state state;
	bool        authority, removed;
	i64         version;
};
struct invited_list { struct invited *v; size_t n, room; };

struct evaluation {
	i64         worth, pace, heard; /* 1-5, 1-3, 1-5; 0 unsaid */
	const char *text;
};
struct evaluation_list { struct evaluation *v; size_t n, room; };

enum treatment { TREATED_NOT = 0, TREATED_TAKEN, TREATED_PARTLY,
                 TREATED_DECLINED };
struct remark {
	i64         no;
	const char *board_name;         /* "" */
	bool        authority, own;
	const char *text;
	i64         finding_no;
	enum treatment treated;
	const char *treated_how;
	i64         minute, version;
};
struct remark_list { struct remark *v; size_t n, room; };

enum report_kind { REPORT_BACK = 1, REPORT_BECAME /* så blev det */ };
struct report_back {
	i64         no;
	enum report_kind kind;
	i64         day;
	const char *forum, *audience, *said, *changed;
	bool        removed;
	i64         version;
};
struct report_back_list { struct report_back *v; size_t n, room; };

/* -- trace_store --------------------------------------------------------- */

enum status trace_note(struct scope *, i64 workshop, i64 assessment,
                       const struct trace *) MUST_USE;
/* Of one thing in the assessment (no 0: all of the kind). */
enum status trace_list(struct scope *, i64 assessment, enum trace_kind,
                       i64 no, struct trace_list *) MUST_USE;

/* -- close_store --------------------------------------------------------- */

/*
 * The end, in one transaction: what is on is done or left, what was not
 * reached is left (never "no effect"), the code dies, answers become findings,
 * actors and actions of the assessment with their traces, the occasion is
 * noted, and the state is DONE, or PARTLY if anything is left. Divided tables
 * give each its finding, marked with dissent; a verdict of the room one.
 */
enum status workshop_close(struct scope *, i64 workshop, i64 turn) MUST_USE;
/* What one item and goal gives the assessment as things stand; also what
 * workshop_close() notes. Pure of the rows given. */
void findings_of(struct arena *, const struct item *, i64 goal,
                 const struct board_reply_list *, const struct verdict *,
                 struct finding_list *);
/* Left and parked items become the items of a new workshop, in order. */
enum status workshop_follow(struct scope *, i64 workshop, i64 day, i64 *id)
	MUST_USE;

/* -- after_store --------------------------------------------------------- */

enum status invited_list(struct scope *, i64 workshop, struct invited_list *)
	MUST_USE;
enum status invited_note(struct scope *, i64 workshop, struct invited *)
	MUST_USE;
enum status invited_change(struct scope *, i64 workshop,
                           const struct invited *) MUST_USE;
enum status invited_remove(struct scope *, i64 workshop, i64 no,
                           bool removed) MUST_USE;

enum status evaluation_set(struct scope *, const struct guest *,
                           const struct evaluation *) MUST_USE;
enum status evaluation_own(struct scope *, const struct guest *,
                           struct evaluation *) MUST_USE;
enum status evaluation_list(struct scope *, i64 workshop,
                            struct evaluation_list *) MUST_USE;

/* Open from the end of the meeting until it is reported back. */
enum status remark_note(struct scope *, const struct guest *,
                        const struct remark *) MUST_USE;
const char *remark_who(struct arena *, const char *key);
enum status remark_list(struct scope *, i64 workshop, const char *who,
                        struct remark_list *) MUST_USE;
enum status remark_treat(struct scope *, i64 workshop, const struct remark *)
	MUST_USE;

enum status report_back_list(struct scope *, i64 workshop,
                             struct report_back_list *) MUST_USE;
enum status report_back_note(struct scope *, i64 workshop,
                             struct report_back *) MUST_USE;
enum status report_back_change(struct scope *, i64 workshop,
                               const struct report_back *) MUST_USE;
enum status report_back_remove(struct scope *, i64 workshop, i64 no,
                               bool removed) MUST_USE;

/* -- disposal ------------------------------------------------------------ */

/* By the rule, from its day on: individual answers, remarks and evaluations
 * go; table answers, findings and what was decided stay. Logged. DENIED
 * before the day. */
enum status workshop_dispose(struct scope *, i64 workshop) MUST_USE;
/* What is known of who took part goes 90 days after the report-back: for the
 * daily tidying. Their links live on. */
enum { GUESTS_KEPT_DAYS = 90 };
enum status guests_tidy(struct scope *) MUST_USE;

#endif
