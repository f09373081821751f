/*
 * Inside the server: what its files share. Nothing else includes this.
 *
 * A request in flight keeps its connection: reading is off from the moment the
 * library has handed a whole request over until the answer is being written,
 * so nothing is freed under a worker.
 */
#ifndef LOOP_H
#define LOOP_H

#include <event2/buffer.h>
#include <event2/bufferevent.h>
#include <event2/event.h>
#include <event2/http.h>
#include <pthread.h>
#include <stdatomic.h>

#include "web/guard.h"
#include "web/pool.h"
#include "web/server.h"
#include "web/visit.h"

enum {
	MOST_LINES  = 8000,             /* connections of one loop */
	SPARE       = 16,               /* arenas a loop keeps */
	FIRST_MS    = 10 * 1000,        /* until a connection says something */
	PAUSE_MS    = 10 * 1000,        /* between parts of a request */
	REQUEST_MS  = 30 * 1000,        /* for the whole of it */
	IDLE_S      = 60,               /* between requests, and for writing */
	STOP_S      = 5,
};

struct server {
	struct server_plan plan;
	bool          secure;           /* the public address is https */
	bool          one_writer;
	struct loop  *loops;
	size_t        n_loops;          /* that run */
	struct pool  *readers, *preparers, *writers;
	i64           started;

	/* for /metrics */
	_Atomic i64   answered[6];      /* by hundreds of the status */
	_Atomic i64   in_flight, saves, full, streams;

	struct ear   *ear;              /* hears the other servers */
};

/* One connection, watched by the guard. */
struct line {
	struct loop              *loop;
	struct line              *next, **at;
	struct bufferevent       *bytes;
	struct evbuffer_cb_entry *watching;
	struct evhttp_connection *connection;
	struct event             *timer;
	struct guard              guard;
	i64                       began;        /* of the request, in µs */
	int                       refused;
	bool                      in_flight, writing;
	struct stream            *stream;       /* an answer that stays open */
};

/* Topics that have been signalled and wait for the loop. */
struct inbox { char (*v)[MOST_TOPIC + 1]; size_t n, room; };

struct loop {
	struct server     *server;
	struct event_base *base;
	struct evhttp     *http;
	struct evhttp_bound_socket *bound;
	struct event      *wake;
	pthread_t          thread;
	struct db         *db;          /* NULL: all is for the pools */
	struct line       *lines;
	size_t             n_lines;
	struct line       *heard;       /* the last that bytes came from */
	struct arena      *spare[SPARE];
	size_t             n_spare;
	bool               stopping;
	struct live       *live;        /* streams, by topic */

	pthread_mutex_t    lock;        /* for what other threads leave here */
	struct visit      *served;
	struct inbox       signals;
	bool               asked_to_stop;
};

/* loop.c */
enum status   loop_open(struct loop *, int listener) MUST_USE;
void          loop_stop(struct loop *);         /* from any thread */
void          loop_close(struct loop *);        /* after its thread ended */
struct arena *loop_arena(struct loop *);
void          loop_arena_back(struct loop *, struct arena *);
void          loop_left(struct loop *);         /* a line is gone */

/* loop_line.c */
struct bufferevent *line_new(struct event_base *, void *loop);
void          line_end(struct line *);
struct line  *line_of(struct loop *, struct evhttp_request *);
void          line_written(struct evhttp_request *, void *line);

/* loop_visit.c */
void          visit_begin(struct evhttp_request *, void *loop);
void          visit_read(struct visit *, struct db *);
void          visit_prepare(struct visit *, struct db *);
void          visit_write(struct visit *, struct db *);

/* loop_reply.c: both hand the request back to the library. */
void          reply_visit(struct visit *);
struct reply {
	int          code;
	const char  *type, *cache, *encoding;   /* NULL: none */
	struct bytes body;              /* copied unless it is kept */
	bool         kept, head;
};
void          reply_plain(struct line *, struct evhttp_request *,
                          const struct reply *);
const char   *reply_refusal(int code);  /* whole, with its headers */

/* loop_live.c */
struct live  *live_new(struct loop *);
void          live_free(struct live *);         /* after its streams */
void          live_signal(struct loop *, const char *topic);    /* any thread */
void          live_hear(struct loop *, struct inbox *);         /* frees it */
void          live_open(struct line *, struct evhttp_request *,
                        const struct req *);    /* the headers are sent */
void          live_beat(struct line *);         /* its timer */
void          live_leave(struct line *);        /* the line is ending */

/* loop_own.c: the server's own addresses; false if it is none of them. */
bool          own_answer(struct line *, struct evhttp_request *, bool head);

#endif
