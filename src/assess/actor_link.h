/*
 * What the pages about actors in an assessment share: the register of those
 * who are touched or can touch, who was there, and who is missing.
 */
#ifndef ACTOR_LINK_H
#define ACTOR_LINK_H

#include "assess/view.h"

/* The view of a page beside the step that holds a part: its address is the one
 * to come back to. */
enum status part_view(struct req *, enum part_kind, struct view *) MUST_USE;

/* May this visitor change it now? */
bool        view_changes(const struct req *, const struct view *);

const char *influence_say(const struct req *, enum level);
const char *interest_say(const struct req *, enum level);
const char *presence_say(const struct req *, enum presence);

/* "Vilka var med?" */
enum status occasions_draw(struct req *, const struct view *) MUST_USE;

enum status missing_page(struct req *);
enum status missing_save(struct req *);
/* What was said, and kept nowhere; INVALID with issues. */
enum status missing_typed(struct req *, struct answer *) MUST_USE;
enum status occasion_new_page(struct req *);
enum status occasion_add(struct req *);
enum status occasion_page(struct req *);
enum status occasion_save(struct req *);
enum status occasion_drop(struct req *);
enum status occasion_restore(struct req *);

#endif
