/*
 * The form of a conflict's card, for the pages that draw it and the changes
 * that read it: numbered sides and ways, and what sides may stand on.
 */
#ifndef CONFLICT_FORM_H
#define CONFLICT_FORM_H

#include "conflict/conflict.h"

struct choice { const char *value, *label; struct side_member m; };
struct choice_list { struct choice *v; size_t n, room; };

/* Everything of an assessment that sides may stand on, once. */
struct ground_list {
	struct choice_list findings, goals, actors;
};
enum status find_ground(struct req *, const struct view *,
                        struct ground_list *) MUST_USE;

/* "side1_title", "way2_price": counted from 0 here, from 1 in names. */
const char *side_field(struct req *, size_t i, const char *what);
const char *way_field(struct req *, size_t i, const char *what);

void ask_card(struct req *, const struct ground_list *,
              const struct conflict *);

#endif
