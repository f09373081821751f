#include <stdlib.h>

#include "web/loop.h"

/* -- arenas -------------------------------------------------------------- */

struct arena *loop_arena(struct loop *l)
{
	return l->n_spare > 0 ? l->spare[--l->n_spare] : arena_new();
}

void loop_arena_back(struct loop *l, struct arena *mem)
{
	if (l->n_spare == SPARE) {
		arena_free(mem);
		return;
	}
	arena_reset(mem);
	l->spare[l->n_spare++] = mem;
}

/* -- answers from other threads ------------------------------------------ */

void loop_answer(struct visit *v)
{
	struct loop *l = v->loop;
	bool first;

	pthread_mutex_lock(&l->lock);
	first = l->served == NULL;
	v->next = l->served;
	l->served = v;
	pthread_mutex_unlock(&l->lock);
	if (first)
		event_active(l->wake, EV_READ, 0);
}

void loop_stop(struct loop *l)
{
	pthread_mutex_lock(&l->lock);
	l->asked_to_stop = true;
	pthread_mutex_unlock(&l->lock);
	event_active(l->wake, EV_READ, 0);
}

/* The last to leave turns off the light. */
void loop_left(struct loop *l)
{
	if (l->stopping && l->n_lines == 0)
		event_base_loopbreak(l->base);
}

/* Nothing new; lines where nobody waits for an answer end now, streams too. */
static void stop(struct loop *l)
{
	struct line *next;

	if (l->stopping)
		return;
	l->stopping = true;
	evhttp_del_accept_socket(l->http, l->bound);
	event_base_loopexit(l->base, &(struct timeval){ .tv_sec = STOP_S });
	for (struct line *line = l->lines; line != NULL; line = next) {
		next = line->next;
		if (!line->in_flight && !line->writing &&
		    line->connection != NULL)
			evhttp_connection_free(line->connection);
	}
	loop_left(l);
}

static void woken(evutil_socket_t fd, short what, void *arg)
{
	struct loop *l = arg;
	struct visit *v, *next;
	struct inbox in;
	bool asked;

	(void)fd;
	(void)what;
	pthread_mutex_lock(&l->lock);
	v = l->served;
	l->served = NULL;
	in = l->signals;
	l->signals = (struct inbox){0};
	asked = l->asked_to_stop;
	pthread_mutex_unlock(&l->lock);
	for (; v != NULL; v = next) {
		next = v->next;
		reply_visit(v);
	}
	live_hear(l, &in);
	if (asked)
		stop(l);
}

/* -- life ---------------------------------------------------------------- */

static void *run(void *arg)
{
	struct loop *l = arg;

	event_base_loop(l->base, EVLOOP_NO_EXIT_ON_EMPTY);
	return NULL;
}

static enum status set_up(struct loop *l, int listener)
{
	l->base = event_base_new();
	l->http = l->base == NULL ? NULL : evhttp_new(l->base);
	if (l->http == NULL)
		panic("libevent does not start");
	l->live = live_new(l);
	evhttp_set_max_headers_size(l->http, MOST_HEAD);
	evhttp_set_max_body_size(l->http, MOST_BODY);
	evhttp_set_allowed_methods(l->http, EVHTTP_REQ_GET | EVHTTP_REQ_HEAD |
	                                    EVHTTP_REQ_POST);
	evhttp_set_timeout(l->http, IDLE_S);
	evhttp_set_bevcb(l->http, line_new, l);
	evhttp_set_gencb(l->http, visit_begin, l);
	l->wake = event_new(l->base, -1, 0, woken, l);
	l->bound = evhttp_accept_socket_with_handle(l->http, listener);
	if (l->wake == NULL || l->bound == NULL)
		return log_fault("libevent does not take the listener");
	return OK;
}

enum status loop_open(struct loop *l, int listener)
{
	pthread_mutex_init(&l->lock, NULL);
	TRY(set_up(l, listener));
	if (l->server->one_writer)
		TRY(db_open(l->server->plan.db, DB_READ, &l->db));
	if (l->db != NULL && !l->server->plan.read_anew)
		db_keep(l->db);
	if (pthread_create(&l->thread, NULL, run, l) != 0)
		return log_fault("no thread for a loop");
	return OK;
}

void loop_close(struct loop *l)
{
	event_free(l->wake);
	evhttp_free(l->http);
	live_free(l->live);
	free(l->signals.v);
	event_base_free(l->base);
	db_close(l->db);
	while (l->n_spare > 0)
		arena_free(l->spare[--l->n_spare]);
	pthread_mutex_destroy(&l->lock);
}
