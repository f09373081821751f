/* Threads that do something over and over: calling out, indexing words. What a
 * round knows is in the database, so being stopped in the middle costs at most
 * one round. */
#include <pthread.h>
#include <stdlib.h>
#include <time.h>

#include "api/api.h"
#include "app/app.h"
#include "base/clock.h"
#include "find/find.h"

struct rounds {
	pthread_t       thread;
	pthread_mutex_t lock;
	pthread_cond_t  ended;
	bool            stop;
	struct db      *db;
	round_fn       *run;
	int             rest_ms, gentle;
};

static struct timespec after_ms(i64 ms)
{
	struct timespec until;

	clock_gettime(CLOCK_REALTIME, &until);
	until.tv_sec += ms / 1000;
	until.tv_nsec += ms % 1000 * 1000000;
	if (until.tv_nsec >= 1000000000) {
		until.tv_sec++;
		until.tv_nsec -= 1000000000;
	}
	return until;
}

/* Waits for the next round; false when there is none. */
static bool next_round(struct rounds *c, i64 wait_ms)
{
	struct timespec until = after_ms(wait_ms);
	bool stop;

	pthread_mutex_lock(&c->lock);
	while (!c->stop && wait_ms > 0 &&
	       pthread_cond_timedwait(&c->ended, &c->lock, &until) == 0)
		;
	stop = c->stop;
	pthread_mutex_unlock(&c->lock);
	return !stop;
}

static void *rounds(void *of)
{
	struct rounds *c = of;
	i64 wait = c->rest_ms;

	while (next_round(c, wait)) {
		i64 before = clock_ticks();
		bool more = c->run(c->db, clock_now());

		wait = more ? c->gentle * (clock_ticks() - before) / 1000 :
		       c->rest_ms;
	}
	return NULL;
}

struct rounds *rounds_start(const char *db, const struct round *round)
{
	struct rounds *c = calloc(1, sizeof *c);

	if (c == NULL)
		return NULL;
	c->run = round->run;
	c->rest_ms = round->rest_ms;
	c->gentle = round->gentle;
	pthread_mutex_init(&c->lock, NULL);
	pthread_cond_init(&c->ended, NULL);
	if (db_open(db, DB_WRITE, &c->db) == OK &&
	    pthread_create(&c->thread, NULL, rounds, c) == 0)
		return c;
	log_info("no thread or no connection: %s", round->lost);
	db_close(c->db);
	free(c);
	return NULL;
}

void rounds_stop(struct rounds *c)
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

/* -- what is done so ----------------------------------------------------- */

static bool call_out(struct db *db, i64 now)
{
	return hook_round(db, api_hosts, now);
}

const struct round calling = { call_out, 2000, 0, "news is not told" };

/* While there is much to index, visitors have the writer most of the time. */
const struct round indexing = { find_round, 2000, 4, "words are not indexed" };

bool may_call_out(void)
{
	return api_hosts != NULL && api_hosts->n > 0 && fetch_prepare() == OK;
}
