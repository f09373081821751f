/*
 * Threads that serve visits from one bounded queue, each with a connection to
 * the database of its own.
 */
#ifndef POOL_H
#define POOL_H

#include "db/db.h"

struct visit;
struct pool;

/* Serves the visits, one after `next` another, and hands each on or back. */
typedef void pool_fn(struct visit *, struct db *);

struct pool_plan {
	const char *db;
	enum db_use use;
	size_t      threads;
	size_t      most;               /* waiting at once */
	size_t      at_once;            /* taken together by one thread */
	pool_fn    *serve;
};

enum status pool_open(const struct pool_plan *, struct pool **) MUST_USE;

/* False if the queue is full: the visit is still the caller's. */
bool   pool_take(struct pool *, struct visit *);
size_t pool_waiting(struct pool *);

/* Serves what waits, then ends the threads. NULL is harmless. */
void   pool_close(struct pool *);

#endif
