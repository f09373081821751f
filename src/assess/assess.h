/*
 * An assessment (säkring): what it covers, and what was found. The finding is
 * the unit: one sentence on what happens and to whom, made on one wording of
 * one priority, marking any number of goals in any frameworks. Steps 1 and 2,
 * the page of one goal and the matrix are views of findings and their marks.
 *
 * Always told apart: not chosen, not judged, no effect, a knowledge gap, and
 * judged. Direction and directness are two fields. A goal may be both positive
 * and negative: that is two findings. There is no total.
 *
 * Frozen from final on: every write here passes assess_open().
 */
#ifndef ASSESS_H
#define ASSESS_H

#include "assess/finding.h"
#include "base/arena.h"
#include "framework/framework.h"
#include "method/method.h"
#include "subject/subject.h"

struct scope;
struct standing;
struct query;

/* Stored as numbers: add at the end, never renumber. */
enum assessment_state {
	ASSESS_DRAFT = 1, ASSESS_ONGOING, ASSESS_COMPILED, ASSESS_REVIEWED,
	ASSESS_DONE,            /* Klar: name and date */
	ASSESS_FINAL,           /* Fastställd: by a role given that right */
	ASSESS_REPORTED, ASSESS_FOLLOWED, ASSESS_CLOSED,
	ASSESS_PAUSED, ASSESS_STOPPED, ASSESS_REPLACED,
};

enum judged_word {              /* what is judged is called */
	JUDGED_BY_MODEL = 0, JUDGED_PRIORITY, JUDGED_MEASURE, JUDGED_GOAL,
	JUDGED_ALTERNATIVE, JUDGED_PROPOSAL,
};

enum actor_role { ROLE_AFFECTED = 1, ROLE_AFFECTS, ROLE_BOTH };
enum level { LEVEL_UNSAID = 0, LEVEL_LOW, LEVEL_MIDDLE, LEVEL_HIGH };
enum presence { PRESENT_UNSAID = 0, PRESENT, PRESENT_INVITED_ABSENT,
                PRESENT_NOT_INVITED };
enum occasion_state { OCCASION_PLANNED = 1, OCCASION_PARTLY, OCCASION_DONE };

struct assessment {
	i64         id;
	const char *key;
	i64         subject, method;
	enum depth  depth;
	enum judged_word judged;
	enum assessment_state state;
	i64         edition;            /* version of this subject: 1, 2 … */
	i64         predecessor;        /* id, 0 none */
	const char *predecessor_key;
	const char *reason, *baseline, *outside, *carried_out, *client;
	i64         lead;
	const char *lead_name, *lead_title;
	i64         next_review;        /* day */
	bool        received;
	bool        late_start;         /* began before a decision (BR-03) */
	i64         made_at, changed_at, version;
	const char *title, *state_why;  /* of the subject; why it rests */
};
struct assessment_list { struct assessment *v; size_t n, room; };

struct relevant { i64 priority, priority_no, goal;
                  const char *framework, *code; };
struct relevance_list { struct relevant *v; size_t n, room; };

struct answer {
	i64         priority, priority_no;      /* 0 the whole */
	const char *means, *value, *note;
	const char *asked, *label;      /* "", or the words of a question the
	                                 * model does not ask any more */
	i64         at, version;
};
struct answer_list { struct answer *v; size_t n, room; };

struct actor_link {
	i64             id, no, actor;
	const char     *actor_key, *name;
	bool            rights_holder;  /* in the register */
	enum actor_role role;
	enum level      influence, interest;
	const char     *how;
	enum presence   present;
	const char     *present_note;
	bool            missing;
	const char     *plan;
	bool            removed;
	i64             version;
};
struct actor_link_list { struct actor_link *v; size_t n, room; };

struct occasion {
	i64         id, no, day;
	const char *what, *who;
	enum occasion_state state;
	bool        removed;
	i64         version;
};
struct occasion_list { struct occasion *v; size_t n, room; };

/* "Vem saknas?" is an answer of this meaning: value "yes" or "none", and for
 * "none" the reason in note. */
#define MEANS_MISSING   "actors.missing"
#define MEANS_OVERALL   "overall"
/* Why there is no register number, once it is to be final (BR-19). */
#define MEANS_NO_REGISTRY "registry.none"

/* -- rules: no database, no web ------------------------------------------ */

bool assessment_is_final(enum assessment_state);
bool assessment_may_become(enum assessment_state from,
                           enum assessment_state to);

/* Is what is judged called alternatives, here or by the model? */
bool judges_alternatives(const struct assessment *, const struct method *);

/* Touched much (or a rights holder), can do little, and not known to have been
 * there: whom to think of when asked who is missing. */
bool actor_link_suggested(const struct actor_link *);

/* … and known not to have been there. */
bool actor_link_left_out(const struct actor_link *);

/* Before a decision, and nothing has been assured earlier (BR-03): a fact that
 * is said, and stops nothing. */
bool assessment_is_late(enum subject_phase, size_t earlier);

/* -- store --------------------------------------------------------------- */

/* NOT_FOUND unless it is there; DENIED once it is final. */
enum status assess_open(struct scope *, i64 assessment) MUST_USE;

/* Marks it as changed now; a draft becomes ongoing. Called by every write. */
enum status assess_touch(struct scope *, i64 assessment) MUST_USE;

/* For what lives on after the end: marks it as changed while it is open. */
enum status assess_touch_living(struct scope *, i64 assessment) MUST_USE;

enum status assess_get(struct scope *, i64 id, struct assessment *) MUST_USE;
/* The first row that still holds: when a letting-in ends, the object, the
 * organisation, the rights. Whether it has ended is asked here, not there: a
 * question that does not name the time can be answered from what was kept. */
enum status standing_read(struct scope *, struct query *, struct standing *)
	MUST_USE;
/* For the hall: the assessment an address names, and what the visitor may. */
enum status assess_find(struct scope *, const char *key, struct standing *)
	MUST_USE;
enum status assess_by_key(struct scope *, const char *key, i64 *id) MUST_USE;
enum status assess_note(struct scope *, struct assessment *, i64 *id)
	MUST_USE;
enum status assess_change(struct scope *, const struct assessment *) MUST_USE;
enum status assess_become(struct scope *, i64 id, i64 version,
                          enum assessment_state) MUST_USE;

/* For documents. The state and the time of change as they were said; nothing
 * is checked. One that is replaced by another of its key gets a new key, and
 * what came after it comes after the other. */
enum status assess_said(struct scope *, i64 id, enum assessment_state,
                        i64 changed_at) MUST_USE;
enum status assess_step_aside(struct scope *, i64 id) MUST_USE;
enum status assess_follow_on(struct scope *, i64 from, i64 to) MUST_USE;

/* Newest change first; a page at a time, from before (changed_at, id). */
enum status assess_list(struct scope *, int state, i64 before_at,
                        i64 before_id, i64 most, struct assessment_list *)
	MUST_USE;
/* Open ones that a person leads, newest change first. */
enum status assess_led_by(struct scope *, i64 person, i64 most,
                          struct assessment_list *) MUST_USE;
enum { ASSESS_COUNTED = 1000 };         /* in each state; then "at least" */
enum status assess_counts(struct scope *, i64 counts[ASSESS_REPLACED + 1])
	MUST_USE;
enum status assess_of_subject(struct scope *, i64 subject,
                              struct assessment_list *) MUST_USE;

/* The next number of a kind in an assessment, never reused; and for documents:
 * at least `no` has been used. */
enum status counter_next(struct scope *, i64 assessment, const char *kind,
                         i64 *no) MUST_USE;
enum status counter_past(struct scope *, i64 assessment, const char *kind,
                         i64 no) MUST_USE;

/* The number of something new: the next one if 0, or the one it came with. */
enum status counter_take(struct scope *, i64 assessment, const char *kind,
                         i64 *no) MUST_USE;
struct counter { const char *kind; i64 last; };
struct counter_list { struct counter *v; size_t n, room; };
enum status counter_list(struct scope *, i64 assessment,
                         struct counter_list *) MUST_USE;

/*
 * What has a number in an assessment goes, or comes back within 30 days:
 * `numbered_remove(s, REMOVAL("action"), assessment, no, removed)`.
 */
struct removal { const char *table, *find, *row, *remove, *restore; };
enum status numbered_remove(struct scope *, const struct removal *,
                            i64 assessment, i64 no, bool removed) MUST_USE;
#define REMOVAL(name)                                                   \
	&(const struct removal){ .table = name,                         \
		.find = "SELECT id FROM " name " WHERE org_id = $1"     \
			" AND assessment_id = $2 AND no = $3",          \
		.row = "SELECT * FROM " name                            \
			" WHERE org_id = $1 AND id = $2",               \
		.remove = "UPDATE " name " SET removed_at = $3,"        \
			" version = version + 1 WHERE org_id = $1"      \
			" AND id = $2 AND removed_at IS NULL",          \
		.restore = "UPDATE " name " SET removed_at = NULL,"     \
			" version = version + 1 WHERE org_id = $1"      \
			" AND id = $2 AND removed_at >= $3" }

/* Frameworks used, in order, with goals. */
enum status used_list(struct scope *, i64 assessment,
                      struct framework_list *) MUST_USE;
/* The same for pages, light: goals of the first level and those chosen or
 * marked, without what no page shows of them. */
enum status used_goals(struct scope *, i64 assessment,
                       struct framework_list *) MUST_USE;
enum status used_set(struct scope *, i64 assessment, const i64 *frameworks,
                     size_t n) MUST_USE;

/* Priorities covered, in the wording they are judged in (.now). */
enum status scope_list(struct scope *, i64 assessment,
                       struct priority_list *) MUST_USE;
enum status scope_set(struct scope *, i64 assessment, i64 priority,
                      i64 wording) MUST_USE;
/* At most one priority of an assessment is to do nothing new. */
enum status scope_no_action(struct scope *, i64 assessment, i64 priority,
                            bool) MUST_USE;
enum status scope_drop(struct scope *, i64 assessment, i64 priority)
	MUST_USE;

enum status relevance_list(struct scope *, i64 assessment,
                           struct relevance_list *) MUST_USE;
enum status relevance_set(struct scope *, i64 assessment, i64 priority,
                          i64 framework, const i64 *goals, size_t n)
	MUST_USE;

enum status relevance_begin(struct scope *, i64 assessment, i64 priority)
	MUST_USE;
/* One goal more, or none if it is there. */
enum status relevance_add(struct scope *, i64 assessment, i64 priority,
                          i64 goal) MUST_USE;

enum status answer_list(struct scope *, i64 assessment,
                        struct answer_list *) MUST_USE;
enum status answer_get(struct scope *, i64 assessment, i64 priority,
                       const char *means, struct answer *) MUST_USE;
/* version 0: not answered before. */
enum status answer_set(struct scope *, i64 assessment, i64 priority,
                       const char *means, const char *value,
                       const char *note, i64 version) MUST_USE;

/* Most touched first, then by name; removed ones are left out, as of
 * occasions. One by its number may be a removed one. */
enum status actor_link_list(struct scope *, i64 assessment,
                            struct actor_link_list *) MUST_USE;
enum status actor_link_get(struct scope *, i64 assessment, i64 no,
                           struct actor_link *) MUST_USE;
/* TAKEN if the actor is there already; one that was removed comes back with
 * its number. Numbers are given unless set, here and of occasions. */
enum status actor_link_note(struct scope *, i64 assessment,
                            struct actor_link *, i64 *id) MUST_USE;
enum status actor_link_change(struct scope *, i64 assessment,
                              const struct actor_link *) MUST_USE;
enum status actor_link_remove(struct scope *, i64 assessment, i64 no,
                              bool removed) MUST_USE;

enum status occasion_list(struct scope *, i64 assessment,
                          struct occasion_list *) MUST_USE;
enum status occasion_get(struct scope *, i64 assessment, i64 no,
                         struct occasion *) MUST_USE;
enum status occasion_note(struct scope *, i64 assessment, struct occasion *,
                          i64 *id) MUST_USE;
enum status occasion_change(struct scope *, i64 assessment,
                            const struct occasion *) MUST_USE;
enum status occasion_remove(struct scope *, i64 assessment, i64 no,
                            bool removed) MUST_USE;

/* -- web ----------------------------------------------------------------- */

struct req;
struct route;
struct view;
extern const struct route *const assess_routes;
extern const struct route *const new_routes;
extern const struct route *const about_routes;
extern const struct route *const step_routes;
extern const struct route *const finding_routes;
extern const struct route *const finding_edit_routes;
extern const struct route *const matrix_routes;
extern const struct route *const goal_routes;
extern const struct route *const actor_link_routes;
extern const struct route *const preview_routes;

#endif
