/*
 * What comes of a meeting: findings, actors and actions of the assessment with
 * a trace to where they come from, who was invited and who came, what the
 * participants thought, their comments on the draft, and the way back.
 */
#ifndef AFTER_H
#define AFTER_H

#include "assess/comment.h"
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
	const char     *board_name;     /* "" */
	const char     *made;           /* of what it was made; NULL is "" */
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

/* -- close_rules: what the answers come to -------------------------------- */

/* Words of findings that nobody wrote a sentence for, and of the occasion: in
 * the language of who closes the meeting. */
struct close_words {
	const char *we, *and;           /* "Vi", "och" */
	const char *none, *plus, *minus, *gap;  /* "såg ingen påverkan." */
	const char *dissent;            /* "Annan mening" */
	const char *came;               /* who_came() */
};

/* A finding, and the boards whose answer it is; none: the room. */
struct board_ids { i64 *v; size_t n, room; };
struct found {
	i64              item;          /* the first it comes from */
	struct finding   f;
	struct board_ids boards;        /* none: the room */
	struct board_ids items;         /* of each mark */
	bool             written;       /* by people, not from ticks */
};
struct found_list { struct found *v; size_t n, room; };

/* All that was answered and decided in a meeting. */
struct answers {
	struct board_reply_list replies;
	struct verdict_list     verdicts;
};

/*
 * What one item and goal (0: all its goals) gives the assessment as things
 * stand; also what workshop_close() notes. Added to `out`, in which one fact
 * stays one finding with several marks: of one item, or of several when the
 * same was written of the same priority. Pure of the rows given.
 */
void findings_of(struct arena *, const struct item *, i64 goal,
                 const struct answers *, const struct close_words *,
                 struct found_list *out);

/* Do the tables differ about a goal, in direction or directness? */
bool boards_disagree(const struct board_reply_list *, i64 item, i64 goal);

/* What a finding says, as one digest: the same text, the same digest. */
const char *finding_digest(struct arena *, const struct finding *);

/*
 * Has an item got what it asked for? Of a goal: a verdict, or an answer of
 * every board that took part; of another: anything at all. What the rest
 * lacks is named by goal.
 */
struct reach {
	bool            reached;
	struct board_ids lacking;       /* goals that somebody left out */
};
struct reach item_reach(struct arena *, const struct item *,
                        const struct board_list *took_part,
                        const struct answers *, i64 others);
/* Boards that answered one goal of an item. */
size_t boards_answered(const struct board_reply_list *, i64 item, i64 goal);

/* Must it be finished some other time? What an item becomes at the end. */
enum item_state item_ends(const struct item *, const struct reach *);

/* -- trace_store --------------------------------------------------------- */

enum status trace_note(struct scope *, i64 workshop, i64 assessment,
                       const struct trace *) MUST_USE;
/* Of one thing in the assessment (no 0: all of the kind). */
enum status trace_list(struct scope *, i64 assessment, enum trace_kind,
                       i64 no, struct trace_list *) MUST_USE;
/* What came out of one meeting. */
enum status trace_from(struct scope *, i64 workshop, enum trace_kind,
                       struct trace_list *) MUST_USE;
/* Before something gets new traces of the meeting. */
enum status trace_drop(struct scope *, i64 workshop, enum trace_kind, i64 no)
	MUST_USE;

/* -- close_store --------------------------------------------------------- */

/* All of a meeting that its end is decided by. */
struct meeting {
	struct workshop  w;
	struct item_list items;
	struct board_list boards;       /* that took part */
	struct answers   answers;
	struct idea_list ideas;
	i64             *others;        /* by item: answers but tables' */
	struct reach    *reach;         /* by item */
};
enum status meeting_read(struct scope *, i64 workshop, struct meeting *)
	MUST_USE;

/*
 * The end, in one transaction: what is on is done or left, what was not
 * reached is left (never "no effect"), the code dies, answers become findings,
 * actors and actions of the assessment with their traces, the occasion is
 * noted, and the state is DONE, or PARTLY if anything is left. Divided tables
 * give each its finding, marked with dissent; a verdict of the room one.
 * STALE if the turn is not the latest, DENIED unless it runs.
 */
enum status workshop_close(struct scope *, i64 workshop, i64 turn,
                           const struct close_words *) MUST_USE;
/*
 * Answers that came after the end are taken in; from now on none are. Findings
 * of the meeting that nobody has changed follow their answers, the others stay
 * as they are and what is new stands beside them. DENIED unless it is over,
 * and once it has been compiled.
 */
enum status workshop_compile(struct scope *, i64 workshop,
                             const struct close_words *) MUST_USE;
/* Left and parked items become the items of a new workshop, in order, with
 * the goals that lack an answer. TAKEN if there is one; DENIED if it is not
 * over, or nothing is left. */
enum status workshop_follow(struct scope *, i64 workshop, i64 day, i64 *id)
	MUST_USE;
/* The workshop that takes up the rest of this one; NOT_FOUND if none. */
enum status workshop_followed_by(struct scope *, i64 workshop,
                                 struct workshop *) MUST_USE;

/* -- after_store --------------------------------------------------------- */

enum status invited_list(struct scope *, i64 workshop, struct invited_list *)
	MUST_USE;
enum status invited_get(struct scope *, i64 workshop, i64 no,
                        struct invited *) MUST_USE;
/* Gives no. TAKEN if the actor is invited already; a row that was removed
 * comes back with its number. DENIED once the assessment is final, here and
 * below. */
enum status invited_note(struct scope *, i64 workshop, struct invited *)
	MUST_USE;
/* Name, people, came, state, authority, needs; STALE if version is not the
 * latest. */
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

/* Open from the end of the meeting until it is reported back. DENIED to an
 * elected member, of whom only the table's answers are kept. */
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
