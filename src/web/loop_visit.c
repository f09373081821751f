/* From the library's request to a visit, and on to who serves it. */
#include <string.h>
#include <strings.h>
#include <sys/queue.h>

#include <event2/keyvalq_struct.h>

#include "base/clock.h"
#include "base/text.h"
#include "web/error.h"
#include "web/loop.h"
#include "web/session.h"

enum { BODY_HERE = 256 * 1024 };        /* larger forms are read elsewhere */

/* A header that is text; one that is not is as good as none. */
static const char *header(const struct visit *v, const char *name)
{
	struct evkeyvalq *all = evhttp_request_get_input_headers(v->request);
	const char *value = evhttp_find_header(all, name);

	return value != NULL && text_valid(value, strlen(value)) ? value : NULL;
}

static bool read_address(struct visit *v)
{
	struct req *r = v->r;
	const char *query;
	size_t n;

	r->address = evhttp_request_get_uri(v->request);
	n = strcspn(r->address, "?");
	r->path = percent_decode(v->mem, r->address, n);
	if (r->path == NULL || !text_clean(r->path) ||
	    strpbrk(r->path, "\n\t") != NULL)
		return false;
	query = r->address[n] == '?' ? r->address + n + 1 : "";
	return fields_decode(v->mem, (struct bytes){ query, strlen(query) },
	                     &r->query);
}

/* The last word of the last such header: a proxy adds, a stranger begins. */
static const char *last_forwarded(struct visit *v)
{
	struct evkeyvalq *all = evhttp_request_get_input_headers(v->request);
	struct evkeyval *one;
	const char *last = NULL, *comma;

	TAILQ_FOREACH(one, all, next)
		if (strcasecmp(one->key, "X-Forwarded-For") == 0)
			last = one->value;
	if (last == NULL || !text_valid(last, strlen(last)))
		return NULL;
	comma = strrchr(last, ',');
	return text_trim(v->mem, comma == NULL ? last : comma + 1);
}

/* Where they come from; a proxy on this machine says it of others. */
static void read_peer(struct visit *v)
{
	char *peer = NULL;
	ev_uint16_t port;
	const char *said;

	evhttp_connection_get_peer(evhttp_request_get_connection(v->request),
	                           &peer, &port);
	v->r->peer = arena_copy(v->mem, peer);
	if (peer == NULL ||
	    (strncmp(peer, "127.", 4) != 0 && strcmp(peer, "::1") != 0))
		return;
	said = last_forwarded(v);
	if (!text_blank(said))
		v->r->peer = said;
}

static void read_headers(struct visit *v)
{
	struct req *r = v->r;

	r->cookies      = header(v, "Cookie");
	r->browser      = header(v, "User-Agent");
	r->origin       = header(v, "Origin");
	r->fetch_site   = header(v, "Sec-Fetch-Site");
	r->host         = header(v, "Host");
	r->languages    = header(v, "Accept-Language");
	r->content_type = header(v, "Content-Type");
	r->authorization = header(v, "Authorization");
	r->once         = header(v, "Idempotency-Key");
}

static void read_body(struct visit *v)
{
	struct evbuffer *body = evhttp_request_get_input_buffer(v->request);
	size_t n = evbuffer_get_length(body);
	char *bytes = arena_take(v->mem, n + 1);

	evbuffer_remove(body, bytes, n);
	v->r->body = (struct bytes){ bytes, n };
}

static struct visit *visit_new(struct loop *l, struct line *line,
                               struct evhttp_request *request)
{
	struct arena *mem = loop_arena(l);
	struct visit *v = NEW(mem, struct visit);
	enum evhttp_cmd_type command = evhttp_request_get_command(request);

	*v = (struct visit){ .loop = l, .line = line, .request = request,
	                     .mem = mem };
	v->r = req_new(l->server->plan.house, NULL, mem, clock_now());
	v->r->method = command == EVHTTP_REQ_POST ? POST : GET;
	v->head = command == EVHTTP_REQ_HEAD;
	line->in_flight = true;
	l->server->in_flight++;
	return v;
}

/* -- who serves it ------------------------------------------------------- */

/* Too much to do: the page that says so needs no database. */
static void turn_away(struct visit *v)
{
	v->loop->server->full++;
	answer(v->r, BUSY);
	loop_answer(v);
}

static void hand_to(struct pool *pool, struct visit *v)
{
	v->r->s.db = NULL;
	if (!pool_take(pool, v))
		turn_away(v);
}

static void hand_on_post(struct visit *v)
{
	struct server *s = v->loop->server;

	hand_to(needs_prepare(v->r) ? s->preparers : s->writers, v);
}

static enum status try_database(struct db *db, struct arena *mem)
{
	static const char sql[] = "SELECT count(*) FROM migration";

	struct scope s = { .db = db, .mem = mem };
	enum status done;
	i64 steps;

	TRY(db_look(db));
	done = db_number(&s, sql, NULL, 0, &steps);
	db_look_end(db);
	return done;
}

static void ready(struct visit *v, struct db *db)
{
	bool fine = try_database(db, v->mem) == OK;

	v->r->code = fine ? 200 : 503;
	v->r->type = "text/plain; charset=utf-8";
	v->r->bytes.v = fine ? "ready\n" : "the database does not answer\n";
	v->r->bytes.n = strlen(v->r->bytes.v);
}

static void look(struct visit *v, struct db *db)
{
	v->r->s.db = db;
	if (v->ready)
		ready(v, db);
	else
		serve_look(v->r);
}

/* A reader's work; also the loop's own. */
void visit_read(struct visit *v, struct db *db)
{
	look(v, db);
	loop_answer(v);
}

void visit_prepare(struct visit *v, struct db *db)
{
	struct req *r = v->r;

	r->s.db = db;
	if (r->route == NULL)
		serve_route(r);
	if (needs_prepare(r))
		serve_prepare(r);
	if (r->code == 0)
		hand_to(v->loop->server->writers, v);
	else
		loop_answer(v);
}

/* Those that wait together are one commit: the disk is asked once. */
void visit_write(struct visit *first, struct db *db)
{
	struct req *all[AT_ONCE];
	struct visit *next;
	size_t n = 0;

	for (struct visit *v = first; v != NULL; v = v->next) {
		v->r->s.db = db;
		all[n++] = v->r;
	}
	if (n == 1)
		serve_write(all[0]);
	else
		serve_write_each(all, n);
	for (struct visit *v = first; v != NULL; v = next) {
		next = v->next;
		if (v->r->code == 303)
			v->loop->server->saves++;
		loop_answer(v);
	}
}

/* -- the way in ---------------------------------------------------------- */

static void begin_get(struct visit *v)
{
	struct loop *l = v->loop;

	serve_route(v->r);
	if (l->db == NULL || (v->r->route != NULL && v->r->route->heavy)) {
		hand_to(l->server->readers, v);
		return;
	}
	look(v, l->db);
	reply_visit(v);
}

static void begin_post(struct visit *v)
{
	read_body(v);
	if (v->r->body.n > BODY_HERE) {
		hand_to(v->loop->server->preparers, v);
		return;
	}
	serve_route(v->r);
	hand_on_post(v);
}

void visit_begin(struct evhttp_request *request, void *arg)
{
	struct loop *l = arg;
	struct line *line = line_of(l, request);
	bool head = evhttp_request_get_command(request) == EVHTTP_REQ_HEAD;
	struct visit *v;

	evhttp_request_set_on_complete_cb(request, line_written, line);
	if (own_answer(line, request, head))
		return;
	v = visit_new(l, line, request);
	if (!read_address(v)) {
		loop_arena_back(l, v->mem);
		l->server->in_flight--;
		line->in_flight = false;
		reply_plain(line, request, &(struct reply){ .code = 400 });
		return;
	}
	v->ready = strcmp(v->r->path, "/readyz") == 0;
	read_headers(v);
	read_peer(v);
	if (v->r->method == GET)
		begin_get(v);
	else
		begin_post(v);
}
