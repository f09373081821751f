/*
 * Calls out: one POST to a host on the list of those this machine may call, or
 * one mail by the server it may send through. Nothing is followed, little is
 * read, and where the call goes is looked at again when the name has become a
 * number: a name that turns out to be inside (loopback, private, link-local …)
 * is refused unless the setting says that it is. Never from a visit: visits do
 * not wait for the network. Keeps libcurl.
 */
#ifndef FETCH_H
#define FETCH_H

#include "base/arena.h"

enum { FETCH_SECONDS = 5, MAIL_SECONDS = 10, FETCH_MOST = 1024 * 1024 };

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

/* -- mail ---------------------------------------------------------------- */

/*
 * Where mail leaves: smtp://HOST:PORT, which must offer STARTTLS, or
 * smtps://HOST:PORT; inside:smtp://HOST:PORT for one in the own network, which
 * may speak without. With USER:PASSWORD@ before the host it is signed in to.
 */
struct post {
	const char *url, *from;         /* from: one plain address */
	struct host host;
};

/* false if the address of the server or of the sender cannot be understood. */
bool post_read(struct arena *, const char *server, const char *from,
               struct post *);

struct outgoing {
	const char *to, *subject, *text;        /* UTF-8 */
	const char *id;                 /* the same each time it is tried */
	i64         at;                 /* when it was written, ms */
};

/* *why is "" when the server has taken it. *final: it never will, the address
 * is wrong. */
void mail_send(struct arena *, const struct post *, const struct outgoing *,
               const char **why, bool *final);

/* -- both ---------------------------------------------------------------- */

/* How long to wait after so many tries, ms; -1: it is given up. Eleven tries
 * in three days and a half: a weekend is outlived. */
i64 call_wait(i64 tries);

/* Before any thread, once. */
enum status fetch_prepare(void) MUST_USE;

#endif
