/*
 * The chain of bodies a matter goes through, what each of them did with it at a
 * meeting, and what follows: who is next, how a proposal to it begins, and the
 * days that law counts.
 */
#ifndef CHAIN_H
#define CHAIN_H

#include "base/arena.h"
#include "kit/icu.h"

struct scope;
struct req;

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

enum chain_role { ROLE_PREPARES = 1, ROLE_PROPOSES, ROLE_DECIDES,
                  ROLE_IS_TOLD };       /* anmäls */

struct step_body {
	i64             id, no, place;
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

/* -- rules (outcome_rules.c, chain_rules.c, date_rules.c) ---------------- */

enum outcome_flaw {
	OUTCOME_NO_DAY     = 1 << 0,
	OUTCOME_NO_REASON  = 1 << 1,    /* referred back: what is to be done? */
	OUTCOME_NO_MINORITY = 1 << 2,   /* only in the assembly */
	OUTCOME_MINORITY_USED = 1 << 3, /* once in a matter, whichever it was */
	OUTCOME_TOO_FEW    = 1 << 4,    /* under a third of those present */
	OUTCOME_NO_COUNT   = 1 << 5,    /* members present are not given */
	OUTCOME_NO_TEXT    = 1 << 6,    /* decided without words */
	OUTCOME_OUT_OF_TURN = 1 << 7,   /* another body comes first */
	OUTCOME_DAY_ORDER  = 1 << 8,    /* before a meeting that came earlier */
	OUTCOME_NOT_THERE  = 1 << 9,    /* this body cannot do that here */
};

/*
 * `before`: the matter's outcomes so far; when one is corrected it is among
 * them. By the minority rule a third of the members present in the assembly can
 * force one adjournment or one referral back in a matter; no other body has it
 * (kommunallagen; BR-21).
 */
unsigned outcome_flaws(const struct outcome *,
                       const struct outcome_list *before,
                       const struct chain *);
/* The one by which the minority has used its right, other than number `but`. */
const struct outcome *outcome_minority(const struct outcome_list *, i64 but);

/* What a step may end in: only who is told can note, and nothing else. */
bool outcome_fits(const struct step_body *, enum outcome_kind);
/* Has the step been concluded by one of them? */
bool chain_concluded(const struct step_body *, const struct outcome_list *);

/* The step is over; after an adjournment or a referral back it is not. */
bool outcome_concludes(enum outcome_kind);

/* Where the chain stands after its outcomes: the step that is next, or NULL
 * when there is none; and the day of its next meeting, or 0. */
const struct step_body *chain_next(const struct chain *,
                                   const struct outcome_list *);
i64 chain_next_on(const struct chain *, const struct outcome_list *);

/*
 * "Regionstyrelsens arbetsutskott beslutar föreslå regionstyrelsen besluta
 * föreslå regionfullmäktige besluta att": how a proposal begins, in Swedish,
 * for the step whose turn it is. `step` is an index; `shorts`: "RSAU", "RS".
 * Points of the decision follow; for a body that is told, it is a sentence.
 */
const char *chain_wording(struct arena *, const struct chain *, size_t step,
                          bool shorts);

/* The body's name as it begins a sentence. */
const char *body_title(struct arena *, const struct body *);

/* Days for information (BR-20): minutes at the latest 14 days after the
 * meeting, posted at the latest on the second day after they were approved, and
 * the last day to appeal three weeks after that; moved off days that are free.
 * Counted from the days that are known. */
struct date_help { i64 minutes_by, post_by, appeal_by; };
struct date_help outcome_dates(const struct outcome *);

/* Saturdays, Sundays, Swedish holidays and the eves that count as such; and
 * the first day from this one on that is none of them. */
bool day_is_free(i64 day);
i64  day_at_work(i64 day);

/* -- store --------------------------------------------------------------- */

enum status body_list(struct scope *, bool retired, struct body_list *)
	MUST_USE;
enum status body_get(struct scope *, i64 no, struct body *) MUST_USE;
/* Gives it a number. */
enum status body_note(struct scope *, struct body *) MUST_USE;
enum status body_change(struct scope *, const struct body *) MUST_USE;
enum status body_retire(struct scope *, i64 no, bool retired) MUST_USE;

enum status chain_read(struct scope *, i64 matter, struct chain *) MUST_USE;
/* Gives a number; last unless place says where. body.id says whose turn. */
enum status chain_add(struct scope *, i64 matter, struct step_body *)
	MUST_USE;
/* STALE: another version, or a new role when its body has concluded. */
enum status chain_change(struct scope *, i64 matter,
                         const struct step_body *) MUST_USE;
/* TAKEN: it has met, and stays. */
enum status chain_remove(struct scope *, i64 matter, i64 no) MUST_USE;
/* One place earlier; DENIED if that would pass one that has met. */
enum status chain_move(struct scope *, i64 matter, i64 no) MUST_USE;

enum status outcome_list(struct scope *, i64 matter, struct outcome_list *)
	MUST_USE;
enum status outcome_get(struct scope *, i64 matter, i64 no,
                        struct outcome *) MUST_USE;
/* Gives a number; a referral back makes a task of its reason, and the state of
 * the matter follows. */
enum status outcome_note(struct scope *, i64 matter, struct outcome *)
	MUST_USE;
/* Its task follows: a changed reason while it is open; done, with a note in
 * this language, when it is no referral back any more. */
enum status outcome_change(struct scope *, i64 matter,
                           const struct outcome *, enum language) MUST_USE;

/* -- web ----------------------------------------------------------------- */

const char *body_kind_word(const struct req *, enum body_kind);
const char *role_word(const struct req *, enum chain_role);
const char *outcome_word(const struct req *, enum outcome_kind);

/* What is wrong with an outcome, at its fields; also that the meeting has not
 * been held yet. `day` is what the field of its day is called. */
void outcome_explain(struct req *, const struct outcome *, unsigned flaws,
                     const char *day);

#endif
