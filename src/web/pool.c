#include <pthread.h>
#include <stdlib.h>

#include "web/pool.h"
#include "web/visit.h"

struct worker {
	struct pool *pool;
	struct db   *db;
	pthread_t    thread;
};

struct pool {
	struct pool_plan plan;
	pthread_mutex_t  lock;
	pthread_cond_t   more;
	struct visit    *first, **last;
	size_t           waiting;
	bool             closing;
	struct worker   *workers;
	size_t           n;             /* workers that run */
};

/* As many of the first as are taken together; NULL if there is none. */
static struct visit *take_first(struct pool *p)
{
	struct visit *first = p->first, **end = &p->first;

	for (size_t i = 0; i < p->plan.at_once && *end != NULL; i++) {
		end = &(*end)->next;
		p->waiting--;
	}
	if (first == NULL)
		return NULL;
	p->first = *end;
	*end = NULL;
	if (p->first == NULL)
		p->last = &p->first;
	return first;
}

/* The next visits; NULL when there will be none. */
static struct visit *next_visits(struct pool *p)
{
	struct visit *v;

	pthread_mutex_lock(&p->lock);
	while (p->first == NULL && !p->closing)
		pthread_cond_wait(&p->more, &p->lock);
	v = take_first(p);
	pthread_mutex_unlock(&p->lock);
	return v;
}

static void *work(void *arg)
{
	struct worker *w = arg;
	struct visit *v;

	while ((v = next_visits(w->pool)) != NULL)
		w->pool->plan.serve(v, w->db);
	return NULL;
}

static enum status hire(struct pool *p, struct worker *w)
{
	w->pool = p;
	TRY(db_open(p->plan.db, p->plan.use, &w->db));
	if (pthread_create(&w->thread, NULL, work, w) != 0) {
		db_close(w->db);
		return log_fault("no thread for a worker");
	}
	p->n++;
	return OK;
}

enum status pool_open(const struct pool_plan *plan, struct pool **out)
{
	struct pool *p = calloc(1, sizeof *p);
	enum status done = OK;

	if (p != NULL)
		p->workers = calloc(plan->threads, sizeof *p->workers);
	if (p == NULL || p->workers == NULL)
		panic("out of memory");
	p->plan = *plan;
	p->last = &p->first;
	pthread_mutex_init(&p->lock, NULL);
	pthread_cond_init(&p->more, NULL);
	for (size_t i = 0; i < plan->threads && done == OK; i++)
		done = hire(p, &p->workers[i]);
	if (done != OK) {
		pool_close(p);
		return done;
	}
	*out = p;
	return OK;
}

bool pool_take(struct pool *p, struct visit *v)
{
	bool room;

	pthread_mutex_lock(&p->lock);
	room = p->waiting < p->plan.most && !p->closing;
	if (room) {
		v->next = NULL;
		*p->last = v;
		p->last = &v->next;
		p->waiting++;
		pthread_cond_signal(&p->more);
	}
	pthread_mutex_unlock(&p->lock);
	return room;
}

size_t pool_waiting(struct pool *p)
{
	size_t n;

	pthread_mutex_lock(&p->lock);
	n = p->waiting;
	pthread_mutex_unlock(&p->lock);
	return n;
}

void pool_close(struct pool *p)
{
	if (p == NULL)
		return;
	pthread_mutex_lock(&p->lock);
	p->closing = true;
	pthread_cond_broadcast(&p->more);
	pthread_mutex_unlock(&p->lock);
	for (size_t i = 0; i < p->n; i++) {
		pthread_join(p->workers[i].thread, NULL);
		db_close(p->workers[i].db);
	}
	pthread_cond_destroy(&p->more);
	pthread_mutex_destroy(&p->lock);
	free(p->workers);
	free(p);
}
