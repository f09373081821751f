/*
 * Pages of shared work: who is let in to an assessment (account/share.h), and
 * what a visitor of another organisation has been let in to.
 */
#ifndef REVIEW_SHARE_H
#define REVIEW_SHARE_H

#include "base/arena.h"

struct scope;

enum { SHARED_AT_ONCE = 50 };

/* An assessment the visitor is let in to, and not a member where it is. */
struct shared {
	i64         id;
	const char *key, *title, *org_name;
	unsigned    rights;
	i64         ends;               /* ms; 0: until withdrawn */
};
struct shared_list { struct shared *v; size_t n, room; };

/* Those let in to last first, below `before` (0: from the latest). */
enum status shared_with(struct scope *, i64 before, i64 most,
                        struct shared_list *) MUST_USE;

struct route;
extern const struct route *const share_routes;

#endif
