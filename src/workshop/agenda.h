/*
 * The agenda in use, and what is known before a meeting about what it might
 * take up. Pure: no database, no web. Minutes.
 */
#ifndef AGENDA_H
#define AGENDA_H

#include "workshop/plan.h"

/* Does the agenda hold? Slack is what is left: it is never asked for. */
struct agenda_stand {
	i64  given, asked;      /* the meeting; its items, slack not counted */
	i64  air;               /* given - asked; below 0: too long by that */
	i64  least_air;         /* a tenth of the time given, rounded up */
	i64  sitting;           /* the longest stretch without a break */
	bool holds;             /* air is at least least_air */

	/* Goals that nobody has begun on, worth least first: without them it
	 * holds; as many as there are if that is not enough. */
	struct item_list drop;
	bool drop_is_enough;
};
enum { SITTING_MOST = 90 };

struct agenda_stand agenda_stands(struct arena *, const struct item_list *,
                                  i64 given);

/* May it still be moved, changed or removed? */
bool item_is_planned(const struct item *);

/* "9", "9.30", "09:30" to minutes of the day. */
bool minute_read(const char *, i64 *minute);

/* -- what might be taken up ---------------------------------------------- */

/* A priority and a goal. .pair is what the plan sees of it. */
struct candidate {
	struct plan_pair   pair;
	i64                priority_no;
	const struct goal *goal;        /* NULL: step 1 of the priority */
	bool               relevant;    /* chosen in the assessment */
	bool               taken;       /* wanted in this plan */
	const struct goal *against;     /* what it pulls against, or NULL */
};
struct candidate_list { struct candidate *v; size_t n, room; };

/* What is settled: judged in the assessment or done in a meeting, and not left
 * since. Older meetings first. */
void known_items(struct candidate_list *, const struct item_list *);
void known_findings(struct candidate_list *, const struct finding_list *);

/* The groups disagreed: here, or in the edition before. Undoes settled only
 * when `now`. */
void known_dissent(struct candidate_list *, const struct finding_list *,
                   bool now);

/* One goal gains by what another loses by, both wanted for the priority. */
void known_pulls(struct candidate_list *, const struct finding_list *);

#endif
