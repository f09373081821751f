/*
 * What the pages of frameworks share. The list and a framework are drawn in
 * framework_web.c, a goal in framework_goal.c, adding and changing in
 * framework_form.c.
 */
#ifndef FRAMEWORK_VIEW_H
#define FRAMEWORK_VIEW_H

#include "framework/framework.h"
#include "web/page.h"

const struct sentence *framework_kind_word(enum framework_kind);

/* The top of a page below the list, with the way back up. */
void framework_top(struct req *, const char *title, const struct framework *);

/* A row of the table of goals: name, kind, dimensions. */
void framework_goal_row(struct req *, const struct framework *,
                        const struct goal *);

/* /o/:org/frameworks/:framework/goals/:goal */
enum status framework_goal_page(struct req *);
enum status framework_goal_post(struct req *);

/* /o/:org/frameworks/new, with ?replaces=KEY for a new edition. */
enum status framework_new_page(struct req *);
enum status framework_new_post(struct req *);

/* /o/:org/frameworks/:framework/change */
enum status framework_change_page(struct req *);
enum status framework_change_post(struct req *);

#endif
