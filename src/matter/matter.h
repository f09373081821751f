/*
 * Matters: what is prepared for a decision. A matter goes through a chain of
 * bodies; each of them does something with it at a meeting (an outcome), and
 * papers follow it: the letter first, then the annexes in order. A paper made
 * here is working material until it is sent, and is then kept byte for byte.
 *
 * What follows from a decision and how it was weighed are separate texts.
 */
#ifndef MATTER_H
#define MATTER_H

#include "base/arena.h"

struct scope;
struct standing;

/* -- nouns; stored as numbers: add at the end, never renumber ------------ */

enum body_kind {
	BODY_WORKING = 1,               /* arbetsutskott: prepares, proposes */
	BODY_BOARD,                     /* styrelse */
	BODY_COMMITTEE,                 /* nämnd */
	BODY_ASSEMBLY,                  /* fullmäktige */
	BODY_DELEGATE,                  /* somebody who decides by delegation */
};

struct body {
	i64            id, no;
	enum body_kind kind;
	const char    *name, *shortened;
	bool           retired;
	i64            version;
};
struct body_list { struct body *v; size_t n, room; };

enum matter_kind {
	MATTER_PROGRAMME = 1, MATTER_PLAN, MATTER_BUDGET, MATTER_REPLY,
	MATTER_SUPPORT, MATTER_REPORT, MATTER_POLICY, MATTER_OTHER,
};

/* domain.md 11. Where the matter is in the chain is what its outcomes say. */
enum matter_state {
	MATTER_STARTED = 1, MATTER_REGISTERED, MATTER_PREPARED,
	MATTER_OUT,                     /* på remiss */
	MATTER_READY,                   /* klart för beredning */
	MATTER_IN_BODIES,               /* between the first and the last */
	MATTER_DECIDED, MATTER_CARRIED_OUT, MATTER_FOLLOWED,
	MATTER_REFERRED_BACK, MATTER_ADJOURNED, MATTER_WRITTEN_OFF,
};

struct matter {
	i64               id;
	const char       *key;
	enum matter_kind  kind;
	const char       *title, *registry_no, *no_registry;
	const char       *officer, *unit, *started_by;
	enum matter_state state;
	i64               came_from;
	const char       *came_from_key, *came_from_title;
	i64               made_at, version;
	i64               next_on;              /* day of the next meeting */
	const char       *next_body;
	i64               tasks_open;
};
struct matter_list { struct matter *v; size_t n, room; };

enum chain_role { ROLE_PREPARES = 1, ROLE_PROPOSES, ROLE_DECIDES,
                  ROLE_IS_TOLD };       /* anmäls */

struct step_body {
	i64             id, no;
	struct body     body;
	enum chain_role role;
	i64             planned_on;             /* day, 0 unknown */
	i64             version;
};
struct chain { struct step_body *v; size_t n, room; };

enum outcome_kind {
	OUTCOME_APPROVED = 1, OUTCOME_AMENDED, OUTCOME_REJECTED,
	OUTCOME_ADJOURNED,              /* bordlagd: nothing is added */
	OUTCOME_REFERRED_BACK,          /* återremitterad: with a reason */
	OUTCOME_WITHDRAWN,
	OUTCOME_NOTED,                  /* a delegated decision was told */
};

struct outcome {
	i64               id, no, step_body, step_no;
	struct body       body;
	enum chain_role   role;
	enum outcome_kind kind;
	i64               held_on;              /* day */
	const char       *paragraph, *text, *weighing, *reservation, *reason;
	bool              minority;
	i64               present, in_favour;
	i64               approved_on, posted_on;       /* days, 0 not yet */
	bool              appealed;
	i64               at, version;
};
struct outcome_list { struct outcome *v; size_t n, room; };

struct task {
	i64         id, no, outcome, outcome_no;
	const char *text, *owner, *done_note;
	i64         due, done_at, at, version;
	const char *matter_key, *matter_title;          /* in lists across */
};
struct task_list { struct task *v; size_t n, room; };

enum paper_use {
	USE_LETTER = 1, USE_SHEET, USE_ANNEX, USE_TEXT_BLOCK, USE_PLAN,
	USE_ACTORS, USE_COMPILATION, USE_CONSULTATION, USE_REPORT_BACK,
	USE_MINUTES,                    /* protokollsutdrag */
	USE_OTHER,
};
enum paper_state { PAPER_WORKING = 1, PAPER_RECEIVED, PAPER_FINAL,
                   PAPER_SENT };

struct matter_paper {
	i64              id, no, place, assessment;
	const char      *assessment_key;
	enum paper_use   use;
	enum paper_state state;
	const char      *title, *registry_no, *no_registry;
	const char      *from_whom, *secret_by;
	i64              dated_on;              /* day */
	struct text_list types;                 /* forms it is kept in */
	i64              at, version;
};
struct matter_paper_list { struct matter_paper *v; size_t n, room; };

struct linked {
	i64         assessment;
	const char *key, *title;
	int         state;                      /* enum assessment_state */
};
struct linked_list { struct linked *v; size_t n, room; };

/* -- rules (matter_rules.c, outcome_rules.c, date_rules.c) --------------- */

enum matter_flaw {
	MATTER_NO_TITLE = 1 << 0,
	MATTER_NO_KIND  = 1 << 1,
};
unsigned matter_flaws(const struct matter *);

enum outcome_flaw {
	OUTCOME_NO_DAY     = 1 << 0,
	OUTCOME_NO_REASON  = 1 << 1,    /* referred back: what is to be done? */
	OUTCOME_NO_MINORITY = 1 << 2,   /* only in the assembly */
	OUTCOME_MINORITY_USED = 1 << 3, /* once in a matter, whichever it was */
	OUTCOME_TOO_FEW    = 1 << 4,    /* under a third of those present */
	OUTCOME_NO_COUNT   = 1 << 5,    /* members present are not given */
	OUTCOME_NO_TEXT    = 1 << 6,    /* decided without words */
	OUTCOME_OUT_OF_TURN = 1 << 7,   /* another body comes first */
};

/*
 * `before`: the matter's outcomes so far. By the minority rule a third of the
 * members present in the assembly can force one adjournment or one referral
 * back in a matter; no other body has it (kommunallagen; BR-21).
 */
unsigned outcome_flaws(const struct outcome *,
                       const struct outcome_list *before,
                       const struct chain *);
bool outcome_has_minority(const struct body *, const struct outcome_list *);

/* Where the chain stands after its outcomes: the step that is next, or NULL
 * when the last has decided; and the state that follows. */
const struct step_body *chain_next(const struct chain *,
                                   const struct outcome_list *);
enum matter_state matter_state_after(enum matter_state now,
                                     const struct chain *,
                                     const struct outcome_list *);
bool matter_may_become(enum matter_state from, enum matter_state to);

/*
 * "AU beslutar föreslå RS besluta föreslå RF besluta att …": the chain as the
 * words of a proposal stand in it for the step whose turn it is. `step` is an
 * index.
 */
const char *chain_wording(struct arena *, const struct chain *, size_t step);

/* Days for information (BR-20): minutes at the latest 14 days after the
 * meeting, posted at the latest on the second day after that, and the last day
 * to appeal three weeks after it was posted; moved off days that are free. */
struct date_help { i64 minutes_by, post_by, appeal_by; };
struct date_help outcome_dates(const struct outcome *);

/* -- store --------------------------------------------------------------- */

enum status body_list(struct scope *, bool retired, struct body_list *)
	MUST_USE;
enum status body_note(struct scope *, struct body *) MUST_USE;
enum status body_change(struct scope *, const struct body *) MUST_USE;

/* For the hall. */
enum status matter_find(struct scope *, const char *key, struct standing *)
	MUST_USE;
/* Gives it a key. */
enum status matter_note(struct scope *, struct matter *) MUST_USE;
enum status matter_get(struct scope *, i64 id, struct matter *) MUST_USE;
enum status matter_change(struct scope *, const struct matter *) MUST_USE;
enum status matter_become(struct scope *, i64 id, enum matter_state)
	MUST_USE;
/* Latest first; `state` 0: all that are not over. */
enum status matter_list(struct scope *, int state, i64 most,
                        struct matter_list *) MUST_USE;
enum status matter_of_assessment(struct scope *, i64 assessment,
                                 struct matter_list *) MUST_USE;

enum status matter_link(struct scope *, i64 matter, i64 assessment)
	MUST_USE;
enum status matter_unlink(struct scope *, i64 matter, i64 assessment)
	MUST_USE;
enum status matter_linked(struct scope *, i64 matter, struct linked_list *)
	MUST_USE;

enum status chain_read(struct scope *, i64 matter, struct chain *) MUST_USE;
enum status chain_add(struct scope *, i64 matter, struct step_body *)
	MUST_USE;
enum status chain_change(struct scope *, i64 matter,
                         const struct step_body *) MUST_USE;
enum status chain_remove(struct scope *, i64 matter, i64 no) MUST_USE;

enum status outcome_list(struct scope *, i64 matter, struct outcome_list *)
	MUST_USE;
/* Gives a number; a referral back makes a task of its reason. */
enum status outcome_note(struct scope *, i64 matter, struct outcome *)
	MUST_USE;
enum status outcome_change(struct scope *, i64 matter,
                           const struct outcome *) MUST_USE;

enum status task_list(struct scope *, i64 matter, struct task_list *)
	MUST_USE;
enum status task_open_list(struct scope *, i64 most, struct task_list *)
	MUST_USE;
enum status task_note(struct scope *, i64 matter, struct task *) MUST_USE;
enum status task_change(struct scope *, i64 matter, const struct task *)
	MUST_USE;

enum status matter_paper_list(struct scope *, i64 matter,
                              struct matter_paper_list *) MUST_USE;
enum status matter_paper_get(struct scope *, i64 matter, i64 no,
                             struct matter_paper *) MUST_USE;
/* Gives number and place (the letter always first). */
enum status matter_paper_note(struct scope *, i64 matter,
                              struct matter_paper *) MUST_USE;
enum status matter_paper_change(struct scope *, i64 matter,
                                const struct matter_paper *) MUST_USE;
enum status matter_paper_remove(struct scope *, i64 matter, i64 no,
                                bool removed) MUST_USE;
/* Kept once, never changed: TAKEN if it has that type already. */
enum status paper_bytes_keep(struct scope *, i64 matter_paper,
                             const char *type, struct bytes) MUST_USE;
enum status paper_bytes_get(struct scope *, i64 matter_paper,
                            const char *type, struct bytes *,
                            const char **sha256) MUST_USE;

/* -- web ----------------------------------------------------------------- */

struct req;
struct route;
extern const struct route *const matter_routes;
extern const struct route *const chain_routes;
extern const struct route *const matter_paper_routes;
extern const struct route *const body_routes;

/*
 * The frame of every page of a matter: its facts at the top, its pages as tabs,
 * the title in h1. Reads r->object.
 */
enum status matter_open(struct req *, const char *title, struct matter *)
	MUST_USE;
void        matter_close(struct req *);

const char *matter_kind_word(const struct req *, enum matter_kind);
const char *matter_state_word(const struct req *, enum matter_state);
const char *body_kind_word(const struct req *, enum body_kind);
const char *role_word(const struct req *, enum chain_role);
const char *outcome_word(const struct req *, enum outcome_kind);
const char *paper_use_word(const struct req *, enum paper_use);

#endif
