/* The thread that calls out. It looks for news every two seconds; what it knows
 * is in the database, so being stopped in the middle costs one call. */
#include <pthread.h>
#include <stdlib.h>
#include <time.h>

#include "api/api.h"
#include "app/app.h"
#include "base/clock.h"

enum { EVERY_S = 2 };

struct caller {
	pthread_t       thread;
	pthread_mutex_t lock;
	pthread_cond_t  ended;
	bool            stop;
	struct db      *db;
};

/* Waits for the next round, unless there is more to do at once; false when
 * there is none. */
static bool next_round(struct caller *c, bool at_once)
{
	struct timespec until;
	bool stop;

	clock_gettime(CLOCK_REALTIME, &until);
	until.tv_sec += EVERY_S;
	pthread_mutex_lock(&c->lock);
	while (!c->stop && !at_once &&
	       pthread_cond_timedwait(&c->ended, &c->lock, &until) == 0)
		;
	stop = c->stop;
	pthread_mutex_unlock(&c->lock);
	return !stop;
}

static void *rounds(void *caller)
{
	struct caller *c = caller;
	bool more = false;

	while (next_round(c, more))
		more = hook_round(c->db, api_hosts, clock_now());
	return NULL;
}

struct caller *call_start(const char *db)
{
	struct caller *c;

	if (api_hosts == NULL || api_hosts->n == 0 || fetch_prepare() != OK)
		return NULL;
	c = calloc(1, sizeof *c);
	if (c == NULL)
		return NULL;
	pthread_mutex_init(&c->lock, NULL);
	pthread_cond_init(&c->ended, NULL);
	if (db_open(db, DB_WRITE, &c->db) == OK &&
	    pthread_create(&c->thread, NULL, rounds, c) == 0)
		return c;
	log_info("news is not told: no thread or no connection for it");
	db_close(c->db);
	free(c);
	return NULL;
}

void call_stop(struct caller *c)
{
	if (c == NULL)
		return;
	pthread_mutex_lock(&c->lock);
	c->stop = true;
	pthread_cond_signal(&c->ended);
	pthread_mutex_unlock(&c->lock);
	pthread_join(c->thread, NULL);
	db_close(c->db);
	free(c);
}
