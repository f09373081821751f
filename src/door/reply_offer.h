/* Which goals page 2 of a reply offers, and in which slot each is written. */
#ifndef REPLY_OFFER_H
#define REPLY_OFFER_H

#include "bring/bring.h"
#include "door/door.h"

struct offer {
	const struct goal      *goal;
	const struct goal_hint *hint;   /* or NULL */
	int                     slot;   /* from 1 */
};
struct offer_list { struct offer *v; size_t n, room; };

/* "s3": the field of a slot. */
const char *slot_field(const struct req *, const char *what, int slot);

bool goal_is_whole(const struct goal *);
bool goal_is_marked(const struct view *, i64 goal);
/* "agenda2030 8", or NULL; and whether marks of it have a path. */
const struct goal *goal_called(const struct framework_list *,
                               const char *value, bool *paths);

/* How many more goals fit. A whole assessment has no such limit. */
i64 reply_room(const struct view *);

/* Out of the text, as many as fit. */
enum status reply_offers(struct req *, const struct short_reply *,
                         struct framework_list *used, struct offer_list *)
	MUST_USE;
/* In their place those that something was typed for, once the form is open:
 * between two visits the suggestions may have changed, and what was typed
 * stands under the goal it was typed for. False if nothing was. */
bool offers_typed(struct req *, const struct framework_list *used,
                  struct offer_list *);

#endif
