/*
 * Streams of a loop. Signals come from any thread and wait in the inbox; the
 * loop's own thread finds who follows the topic, by a hash, and writes.
 */
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>

#include "base/clock.h"
#include "web/loop.h"

enum {
	SLOTS      = 1024,
	BEAT_S     = 15,                /* between two signs of life */
	LASTS_S    = 30 * 60,           /* then rights are asked anew */
	MOST_LATE  = 64 * 1024,         /* bytes a reader may leave unread */
	KERNEL     = 16 * 1024,         /* … and as many in the kernel */
	SILENT_MS  = 60 * 1000,         /* a phone that left its network */
	MOST_LAST  = 1024,              /* bytes unread that an end waits for */
	LOOK_BACK  = 64,                /* in the inbox, for the same again */
};

/* What some streams follow, with the least time between two events. */
struct topic {
	struct topic  *next, **at;      /* in its slot */
	struct live   *live;
	struct stream *streams;
	struct event  *timer;           /* for what came too soon */
	i64            least_ms, last;  /* … event, in µs; 0: none yet */
	i64            count;
	char           name[MOST_TOPIC + 1];
};

struct stream {
	struct line           *line;
	struct evhttp_request *request;
	struct topic          *topic;
	struct stream         *next, **at;              /* of the topic */
	struct stream         *until_next, **until_at;  /* in its slot */
	i64                    began;                   /* in µs */
	char                   until[MOST_TOPIC + 1];
};

struct live {
	struct loop     *loop;
	struct topic    *topics[SLOTS];
	struct stream   *until[SLOTS];
	struct evbuffer *text;          /* what is being sent */
};

struct live *live_new(struct loop *l)
{
	struct live *v = calloc(1, sizeof *v);

	if (v == NULL || (v->text = evbuffer_new()) == NULL)
		panic("out of memory");
	v->loop = l;
	return v;
}

static size_t slot_of(const char *name)
{
	size_t at = 0;

	for (; *name != '\0'; name++)
		at = at * 31 + (unsigned char)*name;
	return at % SLOTS;
}

/* -- writing ------------------------------------------------------------- */

/* False if the stream is gone: its reader does not read. */
static bool send_text(struct stream *s, const char *text)
{
	struct line *line = s->line;
	struct evbuffer *unread = bufferevent_get_output(line->bytes);
	struct evbuffer *out = line->loop->live->text;

	if (evbuffer_get_length(unread) > MOST_LATE) {
		evhttp_connection_free(line->connection);
		return false;
	}
	evbuffer_add(out, text, strlen(text));
	evhttp_send_reply_chunk(s->request, out);
	return true;
}

/* The topic may end with the last reader who does not read. */
static void tell(struct topic *t)
{
	struct stream *next;
	char text[40];

	t->last = clock_ticks();
	snprintf(text, sizeof text, "data: %lld\n\n", ++t->count);
	for (struct stream *s = t->streams; s != NULL; s = next) {
		next = s->next;
		(void)send_text(s, text);
	}
}

static void spaced(evutil_socket_t fd, short what, void *topic)
{
	(void)fd;
	(void)what;
	tell(topic);
}

/* The first at once; what follows too soon is told when it may be. */
static void topic_heard(struct topic *t)
{
	i64 left = t->last + t->least_ms * 1000 - clock_ticks();

	if (t->last == 0 || left <= 0)
		tell(t);
	else if (!evtimer_pending(t->timer, NULL))
		event_add(t->timer, &(struct timeval){ left / 1000000,
		                                       left % 1000000 });
}

/* -- topics -------------------------------------------------------------- */

static struct topic *topic_new(struct live *v, const struct req *r)
{
	struct topic *t = calloc(1, sizeof *t);
	struct topic **slot = &v->topics[slot_of(r->topic)];

	if (t == NULL ||
	    (t->timer = evtimer_new(v->loop->base, spaced, t)) == NULL)
		panic("out of memory");
	t->live = v;
	t->least_ms = r->least_ms;
	snprintf(t->name, sizeof t->name, "%s", r->topic);
	t->next = *slot;
	t->at = slot;
	if (t->next != NULL)
		t->next->at = &t->next;
	*slot = t;
	return t;
}

static struct topic *topic_of(struct live *v, const struct req *r)
{
	struct topic *t = v->topics[slot_of(r->topic)];

	for (; t != NULL; t = t->next)
		if (t->least_ms == r->least_ms &&
		    strcmp(t->name, r->topic) == 0)
			return t;
	return topic_new(v, r);
}

static void topic_end(struct topic *t)
{
	*t->at = t->next;
	if (t->next != NULL)
		t->next->at = t->at;
	event_free(t->timer);
	free(t);
}

/* -- streams ------------------------------------------------------------- */

/* What it holds is small, and waits unread only so long; in the kernel too. */
static void set_socket(struct line *line)
{
	const struct timeval patience = { .tv_sec = IDLE_S };
	evutil_socket_t fd = bufferevent_getfd(line->bytes);
	int most = KERNEL, ms = SILENT_MS;

	setsockopt(fd, SOL_SOCKET, SO_SNDBUF, &most, sizeof most);
	setsockopt(fd, IPPROTO_TCP, TCP_USER_TIMEOUT, &ms, sizeof ms);
	bufferevent_set_timeouts(line->bytes, NULL, &patience);
}

static void set_beat(struct line *line)
{
	event_add(line->timer, &(struct timeval){ .tv_sec = BEAT_S });
}

static void link_stream(struct stream *s, struct live *v)
{
	struct stream **first = &s->topic->streams;
	struct stream **until = &v->until[slot_of(s->until)];

	s->next = *first;
	s->at = first;
	if (s->next != NULL)
		s->next->at = &s->next;
	*first = s;
	s->until_next = *until;
	s->until_at = until;
	if (s->until_next != NULL)
		s->until_next->until_at = &s->until_next;
	*until = s;
}

void live_open(struct line *line, struct evhttp_request *request,
               const struct req *r)
{
	struct live *v = line->loop->live;
	struct stream *s = calloc(1, sizeof *s);
	char text[64];

	if (s == NULL)
		panic("out of memory");
	s->line = line;
	s->request = request;
	s->began = clock_ticks();
	s->topic = topic_of(v, r);
	snprintf(s->until, sizeof s->until, "%s", r->until);
	link_stream(s, v);
	line->stream = s;
	line->loop->server->streams++;
	set_socket(line);
	set_beat(line);
	snprintf(text, sizeof text, "retry: 2000\n\ndata: %lld\n\n",
	         s->topic->count);
	(void)send_text(s, text);
}

/* Out of all lists. The request is ours if its connection has let it go. */
void live_leave(struct line *line)
{
	struct stream *s = line->stream;

	*s->at = s->next;
	if (s->next != NULL)
		s->next->at = s->at;
	*s->until_at = s->until_next;
	if (s->until_next != NULL)
		s->until_next->until_at = s->until_at;
	if (s->topic->streams == NULL)
		topic_end(s->topic);
	if (evhttp_request_get_connection(s->request) == NULL)
		evhttp_request_free(s->request);
	line->loop->server->streams--;
	line->stream = NULL;
	free(s);
}

/* A whole answer after all; the line may be gone when this returns. */
static void stream_close(struct stream *s)
{
	struct evhttp_request *request = s->request;
	struct line *line = s->line;
	struct evbuffer *unread = bufferevent_get_output(line->bytes);

	if (evbuffer_get_length(unread) > MOST_LAST) {
		evhttp_connection_free(line->connection);
		return;
	}
	live_leave(line);
	event_del(line->timer);
	bufferevent_set_timeouts(line->bytes,
	                         &(struct timeval){ .tv_sec = IDLE_S },
	                         &(struct timeval){ .tv_sec = IDLE_S });
	line->writing = true;
	line->loop->server->in_flight++;
	evhttp_send_reply_end(request);
}

void live_beat(struct line *line)
{
	struct stream *s = line->stream;

	if (line->refused != 0)
		evhttp_connection_free(line->connection);
	else if (clock_ticks() - s->began >= LASTS_S * 1000000LL)
		stream_close(s);
	else if (send_text(s, "event: beat\ndata: 0\n\n"))
		set_beat(line);
}

/* -- signals ------------------------------------------------------------- */

/* The same again, not yet read, is one; further back it does no harm. */
static bool is_waiting(const struct inbox *in, const char *topic)
{
	size_t first = in->n > LOOK_BACK ? in->n - LOOK_BACK : 0;

	for (size_t i = first; i < in->n; i++)
		if (strcmp(in->v[i], topic) == 0)
			return true;
	return false;
}

void live_signal(struct loop *l, const char *topic)
{
	struct inbox *in = &l->signals;
	bool first;

	pthread_mutex_lock(&l->lock);
	first = in->n == 0;
	if (in->n == in->room) {
		in->room = in->room * 2 + 16;
		in->v = realloc(in->v, in->room * sizeof *in->v);
		if (in->v == NULL)
			panic("out of memory");
	}
	if (!is_waiting(in, topic))
		snprintf(in->v[in->n++], sizeof *in->v, "%s", topic);
	pthread_mutex_unlock(&l->lock);
	if (first)
		event_active(l->wake, EV_READ, 0);
}

static void all_heard(struct live *v)
{
	struct topic *next;

	for (size_t i = 0; i < SLOTS; i++) {
		for (struct topic *t = v->topics[i]; t != NULL; t = next) {
			next = t->next;
			topic_heard(t);
		}
	}
}

static void one_heard(struct live *v, const char *name)
{
	struct topic *next;
	struct stream *after;
	size_t at = slot_of(name);

	for (struct topic *t = v->topics[at]; t != NULL; t = next) {
		next = t->next;
		if (strcmp(t->name, name) == 0)
			topic_heard(t);
	}
	for (struct stream *s = v->until[at]; s != NULL; s = after) {
		after = s->until_next;
		if (strcmp(s->until, name) == 0)
			stream_close(s);
	}
}

void live_hear(struct loop *l, struct inbox *in)
{
	for (size_t i = 0; i < in->n; i++) {
		if (strcmp(in->v[i], "*") == 0)
			all_heard(l->live);
		else
			one_heard(l->live, in->v[i]);
	}
	free(in->v);
}

void live_free(struct live *v)
{
	evbuffer_free(v->text);
	free(v);
}
