/*
 * What shall be done because of what was found. An action comes out of at least
 * one finding, conflict, gap or missing actor. One directed at another
 * organisation is proposed to it until somebody there has accepted it: one of
 * them who is let in says so, or it is noted here with who there did, and where
 * that stands (decisions.md A11).
 */
#ifndef ACTION_H
#define ACTION_H

#include "assess/assess.h"
#include "conflict/conflict.h"

/* Stored as numbers: add at the end, never renumber. */
enum action_purpose {
	PURPOSE_STRENGTHEN = 1,         /* the positive */
	PURPOSE_REDUCE,                 /* the negative */
	PURPOSE_CONFLICT, PURPOSE_GAP, PURPOSE_PARTICIPATION,
	PURPOSE_COMPENSATE,             /* when a right may not weigh most */
};
enum action_state { ACTION_PROPOSED = 1, ACTION_DECIDED, ACTION_ONGOING,
                    ACTION_DONE, ACTION_ASSESSED, ACTION_DROPPED };

struct action_source {
	i64         finding, finding_no;
	i64         conflict, conflict_no;
	enum conflict_sign conflict_sign;
	i64         actor_link, actor_link_no;
	const char *actor_name;
};
struct action_source_list { struct action_source *v; size_t n, room; };

struct action {
	i64         id, no, assessment;
	const char *assessment_key, *subject_title;     /* in lists across */
	const char *title, *text;
	enum action_purpose purpose;
	const char *responsible, *other_org;
	i64         accepted_on, due;                   /* days */
	const char *accepted_by;        /* a role or body there; "": nobody */
	const char *accepted_source;    /* where that stands; "": they say so
	                                 * themselves, in the assessment */
	const char *resource, *indicator;
	enum action_state state;
	const char *progress, *effect, *dropped_why;
	const char *instead;            /* what is done when it departs */
	bool        removed;
	i64         version;
	struct action_source_list sources;
};
struct action_list { struct action *v; size_t n, room; };

/* -- rules --------------------------------------------------------------- */

enum action_flaw {
	ACTION_NO_TITLE   = 1 << 0,
	ACTION_NO_SOURCE  = 1 << 1,
	ACTION_NO_PURPOSE = 1 << 2,
	ACTION_NO_WHY     = 1 << 3,             /* dropped without a reason */
};
unsigned action_flaws(const struct action *);
bool action_may_become(enum action_state from, enum action_state to);
bool action_is_late(const struct action *, i64 today);

/* Not yet accepted: a day without who accepted it is no acceptance. */
bool action_is_proposed_to(const struct action *);
bool action_is_accepted(const struct action *);
/* Such a day, as they were noted before it was asked who accepted. */
bool action_has_day_alone(const struct action *);
/* … and nothing more is said of how it goes: that is its state in words. */
bool action_stands_accepted(const struct action *);

/* What an acceptance lacks; `there`: it is said by one of that organisation. */
enum accept_flaw {
	ACCEPT_NO_DAY    = 1 << 0,              /* or one that is to come */
	ACCEPT_NO_WHO    = 1 << 1,
	ACCEPT_NO_SOURCE = 1 << 2,
};
unsigned accept_flaws(const struct action *, bool there, i64 today);

/*
 * How a negative finding is handled: by its own action or position, by its own
 * acceptance, or by a conflict in which it is a side; in words, "" if it is
 * not. Gaps and positive findings need no handling but show theirs.
 */
enum handled_by { BY_NOTHING = 0, BY_ACTION, BY_CONFLICT, BY_POSITION,
                  BY_REMAINING, BY_REPLY };
enum handled_by finding_handled(const struct finding *,
                                const struct conflict_list *,
                                const struct position_list *,
                                const struct action_list *);

/* What findings of an assessment are handled by, read once for a page. */
struct remedies {
	struct conflict_list conflicts;
	struct position_list positions;
	struct action_list   actions;
};

/* Does it stand on one side of a conflict; is it what an action comes from? */
bool conflict_has(const struct conflict *, i64 finding);
bool action_has(const struct action *, i64 finding);

/* -- store --------------------------------------------------------------- */

enum status action_list(struct scope *, i64 assessment, struct action_list *)
	MUST_USE;
enum status action_get(struct scope *, i64 assessment, i64 no,
                       struct action *) MUST_USE;
enum status action_note(struct scope *, i64 assessment, struct action *,
                        i64 *id) MUST_USE;
enum status action_change(struct scope *, i64 assessment,
                          const struct action *) MUST_USE;

/* State, responsible, due, progress, effect: living, also when final. */
enum status action_follow(struct scope *, i64 assessment,
                          const struct action *) MUST_USE;
/* Accepted by another organisation, or (all of it empty) not after all. */
enum status action_accept(struct scope *, i64 assessment,
                          const struct action *) MUST_USE;
enum status action_remove(struct scope *, i64 assessment, i64 no,
                          bool removed) MUST_USE;
/* Not done and not dropped, due before today; soonest first. */
enum status action_late_list(struct scope *, i64 today, i64 most,
                             struct action_list *) MUST_USE;

/* Conflicts, positions and actions of the assessment. */
enum status remedies_read(struct scope *, i64 assessment, struct remedies *)
	MUST_USE;

/* -- web ----------------------------------------------------------------- */

struct req;
struct route;
struct part;
struct view;
extern const struct route *const action_routes;
extern const struct route *const handle_routes;
extern const struct route *const gap_routes;
extern const struct part part_actions;

/* Where it stands, in icon and word; lateness beside it. */
void        action_state_shown(struct req *, const struct action *);
const char *action_state_word(const struct req *, enum action_state);
const char *late_word(const struct req *, const struct action *);
const char *accepted_words(const struct req *, const struct action *);
const char *purpose_word(const struct req *, enum action_purpose);
void        sources_shown(struct req *, const struct action *);

/* The form of a new action; numbers of what it comes out of are ticked. */
enum status ask_new_action(struct req *, const struct view *,
                           const struct remedies *) MUST_USE;

/* How one finding is handled: in words, and as a form. `reply`: may it be
 * brought forward in the reply to a consultation? */
const char *handled_words(struct req *, const struct finding *,
                          const struct remedies *);
void        ask_handling(struct req *, const struct view *,
                         const struct finding *, const struct remedies *,
                         bool reply);

#endif
