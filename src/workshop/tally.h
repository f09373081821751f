/*
 * How the room answered, as counts: for the projector, which shows nothing of
 * it before the leader does. Persons count where they answer for themselves,
 * tables where the table answers at once. Pure, but for tally_list().
 *
 * Not answered, no effect and a knowledge gap are counted apart, always.
 */
#ifndef TALLY_H
#define TALLY_H

#include "base/agreement.h"
#include "workshop/meeting.h"

/* So many gave this answer, in the words of the scale. */
struct tally { i64 goal; const char *value; i64 n; };
struct tally_list { struct tally *v; size_t n, room; };

/* Of all persons, by goal and value: one statement. */
enum status tally_list(struct scope *, i64 item, struct tally_list *)
	MUST_USE;
/* Of the tables, out of what they answered. */
struct tally_list tally_boards(struct arena *, const struct board_reply_list *);

/* -- a goal --------------------------------------------------------------- */

enum { VALUES_MOST = 8 };       /* bits of enum goal_value */

struct goal_tally {
	const struct item_goal *goal;
	struct views            views;          /* unanswered, too */
	i64                     by[VALUES_MOST];        /* by bit; ticks */
	i64                     answered;       /* persons or tables */
	const struct verdict   *verdict;        /* what the room made of it */
};
struct goal_tally_list { struct goal_tally *v; size_t n, room; };

/* The goals of an item in the order to talk of them: first those the room has
 * not settled, and of these first where they differ most. `asked` is how many
 * answer. */
struct goal_tally_list goal_tallies(struct arena *, const struct item *,
                                    const struct tally_list *,
                                    const struct verdict_list *, i64 asked);

i64 tally_of(const struct goal_tally *, unsigned one);  /* enum goal_value */

/* -- free questions ------------------------------------------------------- */

/* How often each option was chosen, or each step of a scale of five. */
struct choice { const char *label; i64 n; };
struct choice_list { struct choice *v; size_t n, room; };
struct choice_list choices_of(struct arena *, const struct item *,
                              const struct tally_list *);
/* The middle answer of a scale, 1-5; 0 if nobody has answered. */
i64 scale_median(const struct tally_list *);

/* An option of a ranking: how many put it in each place; in order of the
 * middle place, the lower of two. */
struct place { const char *label; i64 *n; i64 median; };
struct place_list { struct place *v; size_t n, room; };
struct place_list places_of(struct arena *, const struct item *,
                            const struct tally_list *);

/* -- drawn ----------------------------------------------------------------- */

/* One dot for each answer while there is room, else for `each` of them; in
 * one row, or in three. The same for all values that are compared. */
struct dot_scale { int rows; i64 each; };
struct dot_scale dot_scale_of(i64 most);

#endif
