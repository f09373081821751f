/*
 * Directed links between goals of different frameworks: what touches one goal
 * often touches the other too, with a short reason. They suggest, and never
 * set anything (domain.md 8.9, F-06). Goals are named by codes, so a link holds
 * from one edition of a framework to the next. Those we ship are our own
 * picks; the organisation adds and removes.
 */
#ifndef LINK_H
#define LINK_H

#include "framework/framework.h"

struct goal_name { const char *framework, *code; };

struct goal_link {
	struct goal_name from, to;
	const char      *note_sv, *note_en;
	bool             shipped;
	/* When listed: titles of both goals, and of the other framework. */
	const char      *from_sv, *from_en, *to_sv, *to_en;
	const char      *other_sv, *other_en;
};
struct goal_link_list { struct goal_link *v; size_t n, room; };

/* -- store --------------------------------------------------------------- */

/* Those from a framework (or to it) whose two goals are in force here, in the
 * order of codes. */
enum status link_list(struct scope *, const char *framework, bool to,
                      struct goal_link_list *) MUST_USE;

/* One that was removed comes back, with its reason unless there is a new one.
 * NOT_FOUND unless both goals are here;
 * INVALID within one framework. */
enum status link_set(struct scope *, const struct goal_link *) MUST_USE;
enum status link_remove(struct scope *, const struct goal_link *) MUST_USE;

/* Links as JSON: those that are not here are added; one that the organisation
 * has removed stays removed. */
enum status link_adopt_file(struct scope *, struct bytes json) MUST_USE;

/* -- web ----------------------------------------------------------------- */

/* All that the binary ships. */
enum status link_adopt(struct scope *) MUST_USE;

struct route;
extern const struct route *const link_routes;

#endif
