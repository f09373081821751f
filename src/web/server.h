/*
 * The door: HTTP on one address, by a few loops of libevent, each with a thread
 * and a listener of its own. A loop takes a whole request, makes it a visit,
 * and either serves it itself (a light GET, SQLite) or hands it to a pool of
 * threads with connections of their own and gets it back to answer:
 *
 *               SQLite                      PostgreSQL
 *   GET         on the loop                 readers
 *   heavy GET   readers                     readers
 *   POST        one writer                  writers
 *   … prepare   preparers, then the writer  preparers, then the writers
 *
 * Only the thread of a loop touches the HTTP library. A queue that is full
 * answers 503.
 */
#ifndef SERVER_H
#define SERVER_H

#include "web/req.h"

struct server_plan {
	const struct house *house;
	const char         *db;         /* its address */
	const char         *host, *port;
	int                 loops;
	bool                read_anew;  /* keep nothing the database said */
};

struct server;

/* Binds, connects and starts the threads; a FAULT has been logged. */
enum status server_open(const struct server_plan *, struct server **)
	MUST_USE;

/*
 * Takes nothing new, finishes what is in flight and ends the threads. False
 * if something was still in flight after 5 s; then the process has to end.
 */
bool server_close(struct server *);

#endif
