/* A thread that makes its rounds with a connection of its own. What it knows is
 * in the database, so it may be stopped between any two. */
#include <pthread.h>
#include <stdlib.h>
#include <time.h>

#include "app/app.h"

struct rounds {
	pthread_t       thread;
	pthread_mutex_t lock;
	pthread_cond_t  ended;
	bool            stop;
	struct db      *db;
	const char     *url;
	round_fn       *round;
	int             every_s;
};

struct db *rounds_db(struct rounds *c)
{
	return c->db;
}

const char *rounds_url(struct rounds *c)
{
	return c->url;
}

bool rounds_ending(void *rounds)
{
	struct rounds *c = rounds;
	bool stop;

	pthread_mutex_lock(&c->lock);
	stop = c->stop;
	pthread_mutex_unlock(&c->lock);
	return stop;
}

/* Waits for the next round, unless there is more to do at once; false when
 * there is none. */
static bool next_round(struct rounds *c, bool at_once)
{
	struct timespec until;
	bool stop;

	clock_gettime(CLOCK_REALTIME, &until);
	until.tv_sec += c->every_s;
	pthread_mutex_lock(&c->lock);
	while (!c->stop && !at_once &&
	       pthread_cond_timedwait(&c->ended, &c->lock, &until) == 0)
		;
	stop = c->stop;
	pthread_mutex_unlock(&c->lock);
	return !stop;
}

static void *make_rounds(void *rounds)
{
	struct rounds *c = rounds;
	bool more = false;

	while (next_round(c, more))
		more = c->round(c);
	return NULL;
}

struct rounds *rounds_start(const char *url, round_fn *round, int every_s)
{
	struct rounds *c = calloc(1, sizeof *c);

	if (c == NULL)
		return NULL;
	c->url = url;
	c->round = round;
	c->every_s = every_s;
	pthread_mutex_init(&c->lock, NULL);
	pthread_cond_init(&c->ended, NULL);
	if (db_open(url, DB_WRITE, &c->db) == OK &&
	    pthread_create(&c->thread, NULL, make_rounds, c) == 0)
		return c;
	log_info("no thread, or no connection, for what is done aside");
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
