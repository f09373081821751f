/* The server's own addresses: files of the program, and how it is doing. */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/text.h"
#include "web/loop.h"
#include "web/static.h"

static const char *asked(struct evhttp_request *request, const char *name)
{
	return evhttp_find_header(evhttp_request_get_input_headers(request),
	                          name);
}

/* -- files --------------------------------------------------------------- */

static const struct static_file *find_file(const char *address)
{
	for (const struct static_file *const *f = static_files; *f; f++)
		if (strcmp((*f)->address, address) == 0)
			return *f;
	return NULL;
}

static bool takes_gzip(struct evhttp_request *request)
{
	const char *takes = asked(request, "Accept-Encoding");
	const char *at = takes == NULL ? NULL : strstr(takes, "gzip");

	return at != NULL && strncmp(at, "gzip;q=0", 8) != 0;
}

static void answer_file(struct line *line, struct evhttp_request *request,
                        const char *address, bool head)
{
	const struct static_file *f = find_file(address);
	struct reply reply = { .code = 404, .head = head };
	bool zipped;

	if (f == NULL) {
		reply_plain(line, request, &reply);
		return;
	}
	zipped = takes_gzip(request) && f->gzipped.n < f->plain.n;
	if (f->gzipped.n < f->plain.n)
		evhttp_add_header(evhttp_request_get_output_headers(request),
		                  "Vary", "Accept-Encoding");
	reply = (struct reply){
		.code = 200, .type = f->type, .kept = true, .head = head,
		.cache = "public, max-age=31536000, immutable",
		.encoding = zipped ? "gzip" : NULL,
		.body = zipped ? f->gzipped : f->plain,
	};
	reply_plain(line, request, &reply);
}

/* -- numbers ------------------------------------------------------------- */

static i64 resident_bytes(void)
{
	FILE *in = fopen("/proc/self/statm", "r");
	long long pages = 0;

	if (in == NULL)
		return 0;
	if (fscanf(in, "%*s %lld", &pages) != 1)
		pages = 0;
	fclose(in);
	return pages * sysconf(_SC_PAGESIZE);
}

/* Whoever is on this machine, and not a stranger that a proxy sent here. */
static bool from_here(struct evhttp_request *request)
{
	struct evhttp_connection *c = evhttp_request_get_connection(request);
	char *peer = NULL;
	ev_uint16_t port;

	evhttp_connection_get_peer(c, &peer, &port);
	return peer != NULL && asked(request, "X-Forwarded-For") == NULL &&
	       asked(request, "Forwarded") == NULL &&
	       (strncmp(peer, "127.", 4) == 0 || strcmp(peer, "::1") == 0);
}

static void answer_metrics(struct line *line, struct evhttp_request *request,
                           bool head)
{
	struct server *s = line->loop->server;
	struct arena *mem = loop_arena(line->loop);
	size_t waiting = pool_waiting(s->writers) + pool_waiting(s->readers) +
	                 pool_waiting(s->preparers);
	const char *text = arena_print(mem,
		"# TYPE vagval_requests_total counter\n"
		"vagval_requests_total{status=\"2xx\"} %lld\n"
		"vagval_requests_total{status=\"3xx\"} %lld\n"
		"vagval_requests_total{status=\"4xx\"} %lld\n"
		"vagval_requests_total{status=\"5xx\"} %lld\n"
		"# TYPE vagval_saves_total counter\n"
		"vagval_saves_total %lld\n"
		"# TYPE vagval_turned_away_total counter\n"
		"vagval_turned_away_total %lld\n"
		"# TYPE vagval_in_flight gauge\nvagval_in_flight %lld\n"
		"# TYPE vagval_streams gauge\nvagval_streams %lld\n"
		"# TYPE vagval_waiting gauge\nvagval_waiting %zu\n"
		"# TYPE vagval_uptime_seconds gauge\n"
		"vagval_uptime_seconds %lld\n"
		"# TYPE process_resident_memory_bytes gauge\n"
		"process_resident_memory_bytes %lld\n",
		s->answered[2], s->answered[3], s->answered[4],
		s->answered[5], s->saves, s->full, s->in_flight, s->streams,
		waiting,
		(clock_ticks() - s->started) / 1000000, resident_bytes());

	reply_plain(line, request, &(struct reply){
		.code = 200, .type = "text/plain; version=0.0.4", .head = head,
		.body = { text, strlen(text) } });
	loop_arena_back(line->loop, mem);
}

bool own_answer(struct line *line, struct evhttp_request *request, bool head)
{
	const char *address = evhttp_request_get_uri(request);

	if (strncmp(address, "/static/", 8) == 0)
		answer_file(line, request, address, head);
	else if (strcmp(address, "/livez") == 0)
		reply_plain(line, request, &(struct reply){ .code = 200,
			.head = head, .body = { "alive\n", 6 } });
	else if (strcmp(address, "/metrics") == 0 && from_here(request))
		answer_metrics(line, request, head);
	else
		return false;
	return true;
}
