/*
 * The yearly selection (BR-14): what is to be assured in a year, with motive,
 * unit, lead and quarter, decided by somebody with that right. Coverage is
 * counts side by side, chosen and assured; never a share of anything
 * "sustainable".
 */
#ifndef SELECTION_H
#define SELECTION_H

#include "screening/trigger.h"

/* Stored as numbers: add at the end, never renumber. */
enum selection_state {
	SELECTION_PROPOSED = 1, SELECTION_CHOSEN, SELECTION_LEFT_OUT,
};

enum { SELECTION_FIRST_YEAR = 2015, SELECTION_LAST_YEAR = 2099 };

struct selection {
	i64         id, year, subject;
	const char *subject_key, *title;
	enum subject_kind kind;
	enum selection_state state;
	const char *motive, *unit, *lead;
	i64         quarter;            /* 1 to 4, 0 not said */
	const char *decided_by;
	i64         decided_on, version;
	const char *assessment;         /* key of one that is finished since the
	                                 * year began, or of one under way */
	bool        assured;
};
struct selection_list { struct selection *v; size_t n, room; };

/* Something that may be chosen, and why it is proposed. */
enum upcoming_reason { UPCOMING_DECISION = 1, UPCOMING_REVISION,
                       UPCOMING_REVIEW };
struct upcoming {
	i64         subject;
	const char *key, *title, *unit;
	enum subject_kind kind;
	enum upcoming_reason reason;
	i64         day;                /* of the decision or review; 0 none */
};
struct upcoming_list { struct upcoming *v; size_t n, room; };

/* Counts of a unit: how many are chosen, and how many of them assured. */
struct coverage { const char *unit; i64 chosen, assured; };
struct coverage_list { struct coverage *v; size_t n, room; };

/* Something without an assessment, and the latest screening of it. */
struct uncovered {
	struct subject   subject;       /* without numbers and papers */
	bool             screened;
	struct screening screening;     /* when it was */
};
struct uncovered_list { struct uncovered *v; size_t n, room; };

/* -- rules --------------------------------------------------------------- */

/* First and last day of a year. */
i64 year_begins(i64 year);
i64 year_ends(i64 year);
i64 year_of_day(i64 day);

/* The same subject proposed for two reasons stands once, by the first. */
struct upcoming_list upcoming_once(struct arena *,
                                    const struct upcoming_list *);

/* -- store --------------------------------------------------------------- */

/* A page of the year's list by unit, then id, from after one; `left`: only
 * what is not assured. */
struct selection_filter {
	i64                  year;
	enum selection_state state;
	bool                 left;
	const char          *after_unit;
	i64                  after, most;
};
enum status selection_list(struct scope *, const struct selection_filter *,
                           struct selection_list *) MUST_USE;
enum status selection_get(struct scope *, i64 year, i64 subject,
                          struct selection *) MUST_USE;
/* TAKEN if it is in the year's list. */
enum status selection_note(struct scope *, struct selection *) MUST_USE;
enum status selection_change(struct scope *, const struct selection *)
	MUST_USE;
enum status selection_decide(struct scope *, const struct selection *)
	MUST_USE;

/* Decisions planned for the year, what is being revised, and assessments whose
 * next one is due; not those in the list already. At most so many of each. */
enum status upcoming_list(struct scope *, i64 year, i64 most,
                          struct upcoming_list *) MUST_USE;

/* By unit, of what was chosen for the year. */
enum status coverage_list(struct scope *, i64 year, struct coverage_list *)
	MUST_USE;

/* Without an assessment, newest first, among the `most` before an id; *next is
 * where to go on, 0 at the end. */
enum status uncovered_list(struct scope *, i64 before, i64 most,
                           struct uncovered_list *, i64 *next) MUST_USE;

#endif
