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

#include "matter/chain.h"

struct standing;

enum { PAPER_MOST = 20 * 1024 * 1024 };         /* bytes */

/* -- nouns; stored as numbers: add at the end, never renumber ------------ */

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
	i64               next_on;              /* day of the next meeting, 0 */
	const char       *next_body;            /* NULL: nobody */
	i64               tasks_open;
};
struct matter_list { struct matter *v; size_t n, room; };

struct task {
	i64         id, no, outcome;
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
	i64              size;                  /* bytes, of all of them */
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
/* Neither a register number nor the reason for none (BR-19): asked of people,
 * not of a program that gives the number later. */
bool matter_unregistered(const struct matter *);

/* The state that follows from what the bodies have done. */
enum matter_state matter_state_after(enum matter_state now,
                                     const struct chain *,
                                     const struct outcome_list *);
/* By hand. What only a meeting can say (decided, referred back …) is not
 * reached so. */
bool matter_may_become(enum matter_state from, enum matter_state to);

/* BR-19, R-03, R-04: a public record has a date and a register number, or the
 * reason for none; one that is marked as secret always has the number. */
enum paper_flaw {
	PAPER_NO_TITLE    = 1 << 0,
	PAPER_NO_DAY      = 1 << 1,
	PAPER_NO_REGISTRY = 1 << 2,
	PAPER_NO_SENDER   = 1 << 3,     /* received, but from whom? */
	PAPER_SECRET_UNREGISTERED = 1 << 4,
};
/* `matter_no`: the matter's register number, which stands for its papers. */
unsigned paper_flaws(const struct matter_paper *, const char *matter_no);
bool paper_is_public(enum paper_state);
bool paper_may_become(enum paper_state from, enum paper_state to);

/* -- store --------------------------------------------------------------- */

/* For the hall. */
enum status matter_find(struct scope *, const char *key, struct standing *)
	MUST_USE;
/* Gives it a key. */
enum status matter_note(struct scope *, struct matter *) MUST_USE;
enum status matter_get(struct scope *, i64 id, struct matter *) MUST_USE;
enum status matter_change(struct scope *, const struct matter *) MUST_USE;
/* DENIED unless matter_may_become(). */
enum status matter_become(struct scope *, i64 id, enum matter_state)
	MUST_USE;
/* After a change to the chain or its outcomes: the state that follows. */
enum status matter_follow_chain(struct scope *, i64 id) MUST_USE;
/* Latest first. `words`: part of a title or number, or NULL; `over`: those too
 * that are over. */
enum status matter_list(struct scope *, const char *words, bool over,
                        i64 most, struct matter_list *) MUST_USE;
enum status matter_by_key(struct scope *, const char *key, i64 *id) MUST_USE;
enum status matter_by_registry(struct scope *, const char *number,
                               struct matter_list *) MUST_USE;
/* Those that follow this one up. */
enum status matter_following(struct scope *, i64 matter,
                             struct matter_list *) MUST_USE;
enum status matter_of_assessment(struct scope *, i64 assessment,
                                 struct matter_list *) MUST_USE;

enum status matter_link(struct scope *, i64 matter, i64 assessment)
	MUST_USE;
enum status matter_unlink(struct scope *, i64 matter, i64 assessment)
	MUST_USE;
enum status matter_linked(struct scope *, i64 matter, struct linked_list *)
	MUST_USE;

enum status task_list(struct scope *, i64 matter, struct task_list *)
	MUST_USE;
/* Soonest due first; `owner`: whose name begins so, or NULL for all. */
enum status task_open_list(struct scope *, const char *owner, i64 most,
                           struct task_list *) MUST_USE;
enum status task_note(struct scope *, i64 matter, struct task *) MUST_USE;
enum status task_get(struct scope *, i64 matter, i64 no, struct task *)
	MUST_USE;
enum status task_change(struct scope *, i64 matter, const struct task *)
	MUST_USE;
/* Done, with a note or none; or not done after all. */
enum status task_done(struct scope *, i64 matter, i64 no, bool done,
                      const char *note) MUST_USE;

enum status matter_paper_list(struct scope *, i64 matter,
                              struct matter_paper_list *) MUST_USE;
enum status matter_paper_get(struct scope *, i64 matter, i64 no,
                             struct matter_paper *) MUST_USE;
/* Gives number and place (the letter always first). */
enum status matter_paper_note(struct scope *, i64 matter,
                              struct matter_paper *) MUST_USE;
/* DENIED: sent, and other than how it is registered was to change. */
enum status matter_paper_change(struct scope *, i64 matter,
                                const struct matter_paper *) MUST_USE;
enum status matter_paper_remove(struct scope *, i64 matter, i64 no,
                                bool removed) MUST_USE;
/* One place earlier; the letter stays first. */
enum status matter_paper_move(struct scope *, i64 matter, i64 no) MUST_USE;
/* Kept once, never changed: TAKEN if it has that type already. */
enum status paper_bytes_keep(struct scope *, i64 matter_paper,
                             const char *type, struct bytes) MUST_USE;
enum status paper_bytes_get(struct scope *, i64 matter_paper,
                            const char *type, struct bytes *,
                            const char **sha256) MUST_USE;

/* -- web ----------------------------------------------------------------- */

struct req;
struct route;
extern const struct route *const matter_list_routes;
extern const struct route *const matter_form_routes;
extern const struct route *const matter_routes;
extern const struct route *const task_routes;
extern const struct route *const chain_routes;
extern const struct route *const outcome_routes;
extern const struct route *const decision_routes;
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
const char *paper_use_word(const struct req *, enum paper_use);
const char *paper_state_word(const struct req *, enum paper_state);

#endif
