/*
 * The agenda of a workshop: proposed from the time there is, so that it always
 * ends in a result, and kept to while the meeting runs. Pure: no database, no
 * clock. Minutes unless it says ms.
 *
 * -- What always holds of a proposed plan ---------------------------------
 *
 *  - Its items are never longer together than the time given.
 *  - Slack is at least a tenth of the time given; it stands before the close.
 *  - Nobody sits for more than 90 minutes without a break of 15; breaks stand
 *    so that the stretches between them are as even as items allow.
 *  - Every step of the wish is walked: proposing, step 1 for each priority, one
 *    goal of step 2, step 3 and step 4 have their minutes before more goals are
 *    added. If even that is too much, steps are shortened evenly down to their
 *    least, and then no more goals are added; only after that are steps left
 *    out: the later priorities' step 1, the goal, step 4, step 3, the rest.
 *  - Goals are added by worth until the next one does not fit, so no goal left
 *    out is worth more than one that is in. Six goals a half day are the most
 *    unless the wish says otherwise.
 *  - The same wish gives the same plan.
 *
 * -- Worth ----------------------------------------------------------------
 *
 * How much an item decides, from what is known beforehand only. Compared in
 * this order, and each line counts only where all above it are equal:
 *
 *  1. left from an earlier meeting               (4 of the class)
 *  2. the groups disagreed on it earlier         (2)
 *  3. the goal pulls against another one chosen for the priority   (1)
 *  4. how many found it relevant beforehand      (votes)
 *  5. the priority that has fewest goals before it in the order
 *  6. the order given: the framework's
 *
 * So what was left and divided comes first of all (class 6 or 7). What is
 * settled already is not taken up. On the agenda, goals stand by class; within
 * a class those of one priority stand together, so that the room does not jump
 * between priorities for a vote or two. Each goal is an item of its own unless
 * the wish lets some of the same priority and class share one (`together`):
 * then they share its five silent minutes.
 *
 * -- Minutes --------------------------------------------------------------
 *
 * What earlier meetings took (plan_learn()), or else: arrival 5, introduction
 * 10 (half an hour in the template of that name), proposing 30, step 1 30 in
 * all but at least 10 and at most 15 for a priority, a goal 8 and five silent
 * ones before where answers are silent first, step 3 35, step 4 25, close with
 * evaluation 5. In the digital template step 3 takes 20 and step 4 15. With
 * more than six tables a goal takes one more for each.
 */
#ifndef PLAN_H
#define PLAN_H

#include "workshop/workshop.h"

/* Stored as numbers: add at the end, never renumber. */
enum plan_template {
	PLAN_HALF_DAY = 1,      /* 180: all four steps */
	PLAN_INTRODUCTION,      /* 60: why, an example, one goal tried */
	PLAN_PASS_ONE,          /* 120: steps 1 and 2 … */
	PLAN_PASS_TWO,          /* 120: … and 3 and 4, a week later */
	PLAN_DIGITAL,           /* 90: step 1 is answered before the meeting */
	PLAN_OWN,
};

/* Steps of a wish, as in struct workshop. */
enum plan_step {
	PLAN_PROPOSE = 1 << 0, PLAN_RUS = 1 << 1, PLAN_GOALS = 1 << 2,
	PLAN_ACTORS = 1 << 3, PLAN_ACTIONS = 1 << 4,
};

/* Why an item stands where it does. The first three make its class. */
enum plan_reason {
	REASON_PULLS   = 1 << 0,
	REASON_DISSENT = 1 << 1,
	REASON_LEFT    = 1 << 2,
	REASON_VOTED   = 1 << 3,        /* by plan_votes() */
};
enum { REASON_CLASS = REASON_PULLS | REASON_DISSENT | REASON_LEFT };

i64 plan_votes(i64 worth);              /* of an item's worth */

struct plan_priority { i64 priority, no, wording; const char *title; };
struct plan_priority_list { struct plan_priority *v; size_t n, room; };

/* A priority and a goal that might be judged; goal.goal 0: its step 1. */
struct plan_pair {
	i64              priority;      /* id */
	struct item_goal goal;
	i64              votes;         /* relevance given beforehand */
	bool             left, dissent, pulls, settled;
};
struct plan_pair_list { struct plan_pair *v; size_t n, room; };

enum { ITEM_KINDS = ITEM_CLOSE + 1 };
struct plan_learned {
	i64 minutes[ITEM_KINDS];        /* by enum item_kind; 0 not known; of a
	                                 * goal item: for each goal */
};

struct plan_wish {
	enum plan_template template;
	i64                minutes;     /* in all; more than 600 is 600 */
	i64                tables, people;
	enum answer_way    way;
	unsigned           steps;       /* set of plan_step */
	i64                most_goals;  /* 0: six for each half day begun */
	i64                together;    /* goals in one item, 1-3; 0 is 1 */
	struct plan_priority_list priorities;
	struct plan_pair_list     pairs;        /* in the framework's order */
	struct item_goal_list     strategy;     /* goals of step 1 */
	struct plan_learned       learned;
};

enum plan_why { PLAN_NO_TIME = 1, PLAN_TOO_MANY /* over most_goals */ };

struct plan_left {
	enum item_kind   kind;
	i64              priority, priority_no;
	struct item_goal goal;          /* of ITEM_GOAL */
	i64              worth;
	unsigned         reasons;
	enum plan_why    why;
};
struct plan_left_list { struct plan_left *v; size_t n, room; };

enum plan_remark {
	PLAN_GROUPS_LARGE = 1 << 0,     /* over eight at a table */
	PLAN_GROUPS_SMALL = 1 << 1,     /* under three */
	PLAN_TOO_MUCH     = 1 << 2,     /* proposing and judging in one go */
};

struct plan {
	struct item_list items;         /* in order; ids and nos are 0 */
	i64      minutes;               /* of the items together */
	i64      spare;                 /* the meeting may end so much before */
	bool     holds;                 /* nothing left out or shortened */
	bool     shortened;             /* steps are shorter than usual */
	i64      needs;                 /* the time in which all would hold */
	struct plan_left_list left;     /* least worth first: leave these out,
	                                 * and it holds */
	unsigned before;                /* steps answered before the meeting */
	unsigned remarks;
};

/* What a template asks for; an own one as the half day. No priorities. */
struct plan_wish plan_start(enum plan_template);

struct plan plan_make(struct arena *, const struct plan_wish *);

/* The pairs that remain to judge, in order of worth; of step 1 if `rus`. */
struct plan_pair_list plan_order(struct arena *, const struct plan_wish *,
                                 bool rus);
i64      plan_worth(const struct plan_pair *);
unsigned plan_reasons(const struct plan_pair *);

/* The median minutes of each kind, rounded up, within what is sensible. */
struct plan_learned plan_learn(struct arena *, const struct spent_list *);

/* -- while it runs -------------------------------------------------------- */

struct no_list { i64 *v; size_t n, room; };
struct repace_list { struct repace *v; size_t n, room; };

/*
 * Where the meeting stands, and a proposal that brings it back: first from the
 * slack; then steps 3 and 4, by at most a third; then goals are parked, the
 * least worth first; then steps 3 and 4 down to their least. Breaks, the close
 * and what is on are never shortened. Ahead of time: a parked item that can be
 * taken up.
 */
struct plan_pace {
	i64  behind;            /* minutes; below 0 ahead */
	i64  ends_at;           /* ms, as it goes and with all slack kept */
	i64  break_at;          /* ms, of the next break as it goes; 0 none */
	i64  sitting;           /* minutes without a break when that comes, or
	                         * else when the meeting ends */
	bool break_in_danger;   /* behind, and sitting is over 90 */

	i64  slack, slack_taken;                /* minutes left, and of them */
	struct repace_list changes;             /* slack and steps, by no */
	struct no_list park;                    /* goals to park, by no */
	i64  take_up;                           /* no of a parked item; 0 */
	i64  break_before;                      /* no of the item that a break
	                                         * in danger should precede */
	i64  then_behind;       /* if the proposal is followed */
	i64  then_ends_at, then_break_at;       /* ms */
};

/* `starts` and `ends` in ms: when it was to begin, and to end. */
struct plan_pace plan_pace(struct arena *, const struct item_list *,
                           i64 starts, i64 ends, i64 now);

#endif
