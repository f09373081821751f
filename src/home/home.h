/*
 * Pages that gather from several rooms: what waits for me, and the statement of
 * accessibility with a way to say what is hard to use.
 */
#ifndef HOME_H
#define HOME_H

#include "base/arena.h"

struct scope;

struct message { const char *page, *text, *contact; i64 at; };
struct message_list { struct message *v; size_t n, room; };

/* From anyone, signed in or not; org 0 is the installation. */
enum status message_note(struct scope *, i64 org, const struct message *)
	MUST_USE;
enum status message_list(struct scope *, struct message_list *) MUST_USE;

/* The organisation whose statement an address shows; name and contact only. */
enum status statement_org(struct scope *, const char *key, i64 *id,
                          const char **name, const char **contact) MUST_USE;

struct route;
extern const struct route *const home_routes;
extern const struct route *const statement_routes;

#endif
