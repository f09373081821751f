/*
 * The room's answer: what the tables answered stands together, most divided
 * first, and the room says what becomes of it. Who leads only writes that
 * down: a value is agreed by the room or is one table's, and otherwise every
 * table's answer stands (decisions.md A5).
 */
#ifndef MERGE_H
#define MERGE_H

#include "workshop/table.h"

/* A goal of an item, as everybody looks at it. */
struct contested {
	const struct item      *item;
	const struct item_goal *goal;
	i64                     nth;            /* of the goal, from 1 */
	struct views            persons, tables;
	const struct verdict   *verdict;        /* NULL: none */
	bool                    hidden;         /* silence is not over */
};
struct contested_list { struct contested *v; size_t n, room; };

/* Tables whose answers are the same in direction and directness. */
struct alike { unsigned set; struct board_reply_list answers; };
struct alike_list { struct alike *v; size_t n, room; };

/* -- merge_rules: no database, no web ------------------------------------ */

/* How much persons or tables differ, whichever more; see difference_of(). */
i64  contest_differs(const struct contested *);

/* Most divided first; what the room has answered last. Keeps the order of the
 * agenda among equals. */
void contests_sort(struct contested_list *);

/* The answers to one goal, largest group first. */
struct alike_list alike_of(struct arena *, const struct board_reply_list *,
                           i64 item, i64 goal, bool path);

/* What a verdict lacks before it is stored; bits. */
enum verdict_flaw {
	VERDICT_NO_KIND  = 1 << 0,      /* who said it */
	VERDICT_NO_BOARD = 1 << 1,      /* which table's */
};
unsigned verdict_flaws(const struct verdict *, const struct board_reply *of);

/* -- what the pages are about -------------------------------------------- */

struct merging {
	struct workshop         w;
	struct item_list        items;
	struct board_list       boards;
	struct board_reply_list answers;
	struct verdict_list     verdicts;
	struct contested_list   all;            /* in order of the agenda */
	const struct item      *item;           /* in the address, or NULL */
	const struct contested *at;             /* … and its goal, or NULL */
};
enum status merging_here(struct req *, struct merging *) MUST_USE;

/* Each answered alone, and it is not shown: nothing of it is on this page. It
 * may have been put aside meanwhile, and be taken up again. */
bool item_is_hidden(const struct workshop *, const struct item *);

/* -- pages --------------------------------------------------------------- */

enum status merge_page(struct req *) MUST_USE;
void        contest_shown(struct req *, const struct merging *);
void        verdict_form(struct req *, const struct merging *);
enum status verdict_save(struct req *) MUST_USE;
void        free_answers(struct req *, const struct merging *);
enum status merge_ideas(struct req *, const struct merging *) MUST_USE;

/* Chosen proposals become priorities of the assessment, and items that judge
 * them come next on the agenda. `made` counts them. */
struct priority_words { const char *title[ITEM_GOAL + 1]; };
enum status priorities_from(struct scope *, const struct workshop *,
                            const struct item *,
                            const struct priority_words *, i64 *made)
	MUST_USE;

/* Is the proposal a priority already? */
enum status priority_made(struct scope *, const struct workshop *,
                          const struct idea *, i64 *no) MUST_USE;

#endif
