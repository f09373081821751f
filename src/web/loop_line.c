/* Connections: the guard on their bytes, and how long they may take. */
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>

#include "base/clock.h"
#include "web/loop.h"

enum { PARTS = 8, MOST_AHEAD = 64 * 1024 };

/* An answer is under way, or stays open. */
static bool busy(const struct line *line)
{
	return line->in_flight || line->writing || line->stream != NULL;
}

static void set_timer(struct line *line, i64 ms)
{
	struct timeval t = { ms / 1000, ms % 1000 * 1000 };

	event_add(line->timer, &t);
}

/* Not at once: the library is at work with the line further up the stack. */
static void end_soon(struct line *line)
{
	event_del(line->timer);
	event_active(line->timer, EV_TIMEOUT, 0);
}

/* A request has begun, or goes on: only so long until the next part. */
static void set_patience(struct line *line)
{
	i64 now = clock_ticks(), left;

	if (!line->guard.inside) {
		line->began = 0;
		event_del(line->timer);
		return;
	}
	if (line->began == 0)
		line->began = now;
	left = REQUEST_MS - (now - line->began) / 1000;
	set_timer(line, left < 0 ? 0 : left < PAUSE_MS ? left : PAUSE_MS);
}

static int watch_new(struct line *line, struct evbuffer *bytes, size_t n)
{
	struct evbuffer_iovec part[PARTS];
	struct evbuffer_ptr at;
	int refused = 0;

	while (n > 0 && refused == 0) {
		int parts;

		if (evbuffer_ptr_set(bytes, &at, evbuffer_get_length(bytes) - n,
		                     EVBUFFER_PTR_SET) != 0)
			panic("libevent lost what it had read");
		parts = evbuffer_peek(bytes, (ev_ssize_t)n, &at, part, PARTS);
		for (int i = 0; i < parts && i < PARTS && n > 0; i++) {
			size_t here = part[i].iov_len < n ? part[i].iov_len : n;

			if (refused == 0)
				refused = guard_watch(&line->guard,
				                      part[i].iov_base, here);
			n -= here;
		}
	}
	return refused;
}

/* Called as bytes arrive, before the library has looked at them. */
static void arrived(struct evbuffer *bytes,
                    const struct evbuffer_cb_info *info, void *arg)
{
	struct line *line = arg;
	int refused = 0;

	if (info->n_added == 0)
		return;
	line->loop->heard = line;
	if (line->refused == 0)
		refused = watch_new(line, bytes, info->n_added);
	if ((line->writing || line->stream != NULL) &&
	    evbuffer_get_length(bytes) > MOST_AHEAD)
		refused = 400;  /* sends and sends, and does not read */
	if (refused != 0) {
		line->refused = refused;
		end_soon(line);
	}
	if (line->refused != 0)
		evbuffer_drain(bytes, evbuffer_get_length(bytes));
	else if (!busy(line))
		set_patience(line);
}

/* A refusal is said if the socket takes it at once, and that is all. */
static void say_refusal(struct line *line)
{
	const char *text = reply_refusal(line->refused);

	line->loop->server->answered[line->refused / 100]++;
	(void)!send(bufferevent_getfd(line->bytes), text, strlen(text),
	            MSG_NOSIGNAL | MSG_DONTWAIT);
}

static void timed_out(evutil_socket_t fd, short what, void *arg)
{
	struct line *line = arg;

	(void)fd;
	(void)what;
	if (line->stream != NULL) {
		live_beat(line);
		return;
	}
	if (busy(line))
		return;         /* first things first: line_written() */
	if (line->refused == 0 && line->guard.inside)
		line->refused = 408;
	if (line->refused != 0)
		say_refusal(line);
	evhttp_connection_free(line->connection);
}

static void closed(struct evhttp_connection *connection, void *arg)
{
	(void)connection;
	line_end(arg);
}

/* The library has made its connection around the bytes by now. */
static void greet(evutil_socket_t fd, short what, void *arg)
{
	struct line *line = arg;
	void *connection;

	(void)fd;
	(void)what;
	bufferevent_getcb(line->bytes, NULL, NULL, NULL, &connection);
	line->connection = connection;
	evhttp_connection_set_closecb(connection, closed, line);
	if (line->loop->n_lines > MOST_LINES || line->loop->stopping)
		evhttp_connection_free(connection);
	else if (line->refused == 0)
		set_timer(line, FIRST_MS);
}

struct bufferevent *line_new(struct event_base *base, void *arg)
{
	struct loop *l = arg;
	struct line *line = calloc(1, sizeof *line);

	if (line == NULL)
		panic("out of memory");
	line->loop = l;
	line->bytes = bufferevent_socket_new(base, -1, 0);
	line->timer = evtimer_new(base, timed_out, line);
	if (line->bytes == NULL || line->timer == NULL)
		panic("out of memory");
	line->watching = evbuffer_add_cb(bufferevent_get_input(line->bytes),
	                                 arrived, line);
	line->next = l->lines;
	line->at = &l->lines;
	if (l->lines != NULL)
		l->lines->at = &line->next;
	l->lines = line;
	l->n_lines++;
	event_base_once(base, -1, EV_TIMEOUT, greet, line, NULL);
	return line->bytes;
}

void line_end(struct line *line)
{
	struct loop *l = line->loop;

	if (line->in_flight || line->writing)
		l->server->in_flight--;
	if (line->stream != NULL)
		live_leave(line);
	if (l->heard == line)
		l->heard = NULL;
	evbuffer_remove_cb_entry(bufferevent_get_input(line->bytes),
	                         line->watching);
	event_free(line->timer);
	*line->at = line->next;
	if (line->next != NULL)
		line->next->at = line->at;
	free(line);
	l->n_lines--;
	loop_left(l);
}

struct line *line_of(struct loop *l, struct evhttp_request *request)
{
	struct evhttp_connection *c = evhttp_request_get_connection(request);
	struct bufferevent *bytes = evhttp_connection_get_bufferevent(c);

	if (l->heard != NULL && l->heard->bytes == bytes)
		return l->heard;
	for (struct line *line = l->lines; line != NULL; line = line->next)
		if (line->bytes == bytes)
			return line;
	panic("a request without a connection");
}

/* The answer is out; what has arrived meanwhile is the next request. */
void line_written(struct evhttp_request *request, void *arg)
{
	struct line *line = arg;

	(void)request;
	line->writing = false;
	line->loop->server->in_flight--;
	set_patience(line);
	if (line->refused != 0 || line->loop->stopping)
		end_soon(line);
}
