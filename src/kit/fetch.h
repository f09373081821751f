/*
 * A call out: one POST to a host on the list of those this machine may call.
 * Nothing is followed, little is read, and where the call goes is looked at
 * again when the name has become a number: a name on the list that turns out to
 * be inside (loopback, private, link-local …) is refused unless the list says
 * that it is. Never from a visit: visits do not wait for the network.
 * Keeps libcurl.
 */
#ifndef FETCH_H
#define FETCH_H

#include "base/arena.h"

enum { FETCH_SECONDS = 5, FETCH_MOST = 1024 * 1024 };

/*
 * The list as it is written in the settings: "host", "host:port", with commas
 * between; "inside:host:port" for one within the own network, which may speak
 * plain http. false if it cannot be understood.
 */
struct host { const char *name; int port; bool inside; };
struct host_list { struct host *v; size_t n, room; };
bool fetch_hosts(struct arena *, const char *text, struct host_list *);

/* Does the address lead to one of them? https, or http to one inside; no user
 * and no password in it. */
bool fetch_allows(struct arena *, const struct host_list *, const char *url);

struct fetch_header { const char *name, *value; };
struct fetch_call {
	const char *url, *type;
	struct bytes body;
	const struct fetch_header *headers;     /* ends with a NULL name */
};

/* *code is the answer's number; 0 with the reason in *why if none came. */
void fetch_post(struct arena *, const struct host_list *,
                const struct fetch_call *, int *code, const char **why);

/* Before any thread, once. */
enum status fetch_prepare(void) MUST_USE;

#endif
