/* Shared by the files of plan.h, and by nobody else. */
#ifndef PLAN_PART_H
#define PLAN_PART_H

#include "workshop/plan.h"

i64      plan_within(i64 n, i64 least, i64 most);
unsigned plan_steps(enum plan_template);        /* those it has */

enum { CLASS_SHIFT = 16 };      /* of the class in a worth */

/* -- plan_minutes_rules.c ------------------------------------------------ */

/* What an item of the kind and so many goals takes; the least it may. */
i64 plan_usual(const struct plan_wish *, enum item_kind, i64 goals);
i64 plan_least(const struct item *);

/* -- plan_lay_rules.c ---------------------------------------------------- */

enum { BREAK_MINUTES = 15, MOST_SITTING = 90 };

i64 plan_slack(i64 minutes);            /* the least of a time given */

/* Of items without breaks and slack: with both, so much slack. */
i64 plan_total(const struct item_list *, i64 slack);

/* The items with breaks and slack between; the total is within minutes. */
struct item_list plan_lay(struct arena *, const struct item_list *,
                          i64 minutes);

#endif
