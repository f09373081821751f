/* Answers: the headers that every one has, and the bytes. */
#include <stdio.h>
#include <string.h>

#include "web/loop.h"
#include "web/session.h"

enum { COPIED = 128 * 1024 };

/*
 * Only what we serve ourselves, nothing inline, nobody's frame. Said with
 * errors and files too, since a browser may show any of them.
 */
static const struct reply_header always[] = {
	{ "Content-Security-Policy",
	  "default-src 'none'; script-src 'self'; style-src 'self'; "
	  "img-src 'self' data:; font-src 'self'; connect-src 'self'; "
	  "form-action 'self'; base-uri 'none'; frame-ancestors 'none'; "
	  "object-src 'none'" },
	{ "X-Content-Type-Options",       "nosniff" },
	{ "X-Frame-Options",              "DENY" },
	{ "Referrer-Policy",              "same-origin" },
	{ "Cross-Origin-Opener-Policy",   "same-origin" },
	{ "Cross-Origin-Resource-Policy", "same-origin" },
	{ "Permissions-Policy",
	  "camera=(), geolocation=(), microphone=(), payment=(), usb=()" },
};

static const char secure_only[] = "max-age=31536000; includeSubDomains";

static const struct {
	int code;
	const char *says;
} words[] = {
	{ 200, "OK" },
	{ 201, "Created" },
	{ 303, "See Other" },
	{ 400, "Bad Request" },
	{ 401, "Unauthorized" },
	{ 403, "Forbidden" },
	{ 404, "Not Found" },
	{ 405, "Method Not Allowed" },
	{ 408, "Request Timeout" },
	{ 409, "Conflict" },
	{ 413, "Content Too Large" },
	{ 414, "URI Too Long" },
	{ 422, "Unprocessable Content" },
	{ 431, "Request Header Fields Too Large" },
	{ 500, "Internal Server Error" },
	{ 503, "Service Unavailable" },
};

static const char *word_for(int code)
{
	for (size_t i = 0; i < COUNT(words); i++)
		if (words[i].code == code)
			return words[i].says;
	return "";
}

const char *reply_refusal(int code)
{
	static _Thread_local char text[2000];
	int n = snprintf(text, sizeof text, "HTTP/1.1 %d %s\r\n"
	                 "Connection: close\r\nCache-Control: no-store\r\n"
	                 "Content-Type: text/plain; charset=utf-8\r\n%s", code,
	                 word_for(code),
	                 code == 405 ? "Allow: GET, HEAD, POST\r\n" : "");

	for (size_t i = 0; i < COUNT(always); i++)
		n += snprintf(text + n, sizeof text - (size_t)n, "%s: %s\r\n",
		              always[i].name, always[i].value);
	snprintf(text + n, sizeof text - (size_t)n,
	         "Content-Length: %zu\r\n\r\n%s\n", strlen(word_for(code)) + 1,
	         word_for(code));
	return text;
}

/* -- headers ------------------------------------------------------------- */

static void put(struct evhttp_request *request, const char *name,
                const char *value)
{
	if (value == NULL)
		return;
	if (evhttp_add_header(evhttp_request_get_output_headers(request), name,
	                      value) != 0)
		log_info("a header was left out: %s", name);
}

static void put_length(struct evhttp_request *request, size_t length)
{
	char text[24];

	snprintf(text, sizeof text, "%zu", length);
	put(request, "Content-Length", text);
}

static void put_common(struct line *line, struct evhttp_request *request,
                       int code)
{
	for (size_t i = 0; i < COUNT(always); i++)
		put(request, always[i].name, always[i].value);
	if (line->loop->server->secure)
		put(request, "Strict-Transport-Security", secure_only);
	if (line->loop->stopping || code == 400)
		put(request, "Connection", "close");
}

/* The name twice: for old readers in ASCII, for all others as it is. */
static void put_download(struct visit *v)
{
	const char *name = v->r->download;
	char *plain = arena_copy(v->mem, name);

	for (char *c = plain; *c != '\0'; c++)
		if ((unsigned char)*c < ' ' || (unsigned char)*c > '~' ||
		    strchr("\"\\%;", *c) != NULL)
			*c = '_';
	put(v->request, "Content-Disposition", arena_print(v->mem,
		"attachment; filename=\"%s\"; filename*=UTF-8''%s", plain,
		percent_encode(v->mem, name)));
}

static bool is_stream(const struct req *r)
{
	return r->topic != NULL && r->code == 200;
}

static void put_visit(struct visit *v)
{
	const struct req *r = v->r;
	bool personal = r->s.person != 0 || r->session != NULL ||
	                r->authorization != NULL;

	put(v->request, "Content-Type", r->type);
	if (is_stream(r))
		put(v->request, "X-Accel-Buffering", "no");
	if (r->code == 200 && r->route != NULL && r->route->shared)
		put(v->request, "Cache-Control", "public, max-age=300");
	else if (r->keep_cache)
		put(v->request, "Cache-Control", "private, max-age=3600");
	else
		put(v->request, "Cache-Control",
		    personal || is_stream(r) || r->code == 303 ?
		    "no-store" : "no-cache");
	put(v->request, "Vary", r->route != NULL && r->route->shared ?
	    "Accept-Language" : "Cookie, Accept-Language");
	put(v->request, "Location", r->location);
	if (r->code == 503)
		put(v->request, "Retry-After", "5");
	if (r->download != NULL)
		put_download(v);
	for (size_t i = 0; i < r->n_headers; i++)
		put(v->request, r->headers[i].name, r->headers[i].value);
}

/* -- bytes --------------------------------------------------------------- */

static void send_reply(struct line *line, struct evhttp_request *request,
                       int code, struct evbuffer *body)
{
	line->in_flight = false;
	line->writing = true;
	line->loop->server->answered[code / 100]++;
	evhttp_send_reply(request, code, word_for(code), body);
}

/* The last byte is on its way, or will never be: the visit is over. */
static void visit_end(const void *bytes, size_t n, void *visit)
{
	struct visit *v = visit;

	(void)bytes;
	(void)n;
	loop_arena_back(v->loop, v->mem);
}

static struct bytes visit_body(const struct req *r)
{
	if (r->code == 303)
		return (struct bytes){0};
	if (r->bytes.v != NULL)
		return r->bytes;
	return (struct bytes){ r->out.text, r->out.n };
}

/* The headers now, and they are let go: thousands of streams keep theirs. */
static void open_stream(struct visit *v)
{
	struct line *line = v->line;

	line->in_flight = false;
	line->loop->server->in_flight--;
	line->loop->server->answered[2]++;
	evhttp_send_reply_start(v->request, 200, word_for(200));
	evhttp_clear_headers(evhttp_request_get_output_headers(v->request));
	live_open(line, v->request, v->r);
	visit_end(NULL, 0, v);
}

/*
 * A page is copied, so that its arena is free for the next visit and not held
 * by each slow reader; what is large waits where it lies.
 */
void reply_visit(struct visit *v)
{
	struct bytes body = visit_body(v->r);
	struct evbuffer *out = evhttp_request_get_output_buffer(v->request);
	struct evhttp_request *request = v->request;
	struct line *line = v->line;
	int code = v->r->code;

	put_visit(v);
	put_common(line, request, code);
	if (is_stream(v->r) && !v->head && !v->loop->stopping) {
		open_stream(v);
		return;
	}
	if (!is_stream(v->r))
		put_length(request, body.n);
	if (body.n > COPIED && !v->head) {
		if (evbuffer_add_reference(out, body.v, body.n, visit_end,
		                           v) != 0)
			panic("out of memory");
	} else {
		if (!v->head)
			evbuffer_add(out, body.v, body.n);
		visit_end(NULL, 0, v);
	}
	send_reply(line, request, code, NULL);
}

void reply_plain(struct line *line, struct evhttp_request *request,
                 const struct reply *what)
{
	struct evbuffer *out = evhttp_request_get_output_buffer(request);
	struct bytes body = what->body;
	char text[64];

	if (body.v == NULL) {
		body.n = (size_t)snprintf(text, sizeof text, "%s\n",
		                          word_for(what->code));
		body.v = text;
	}
	put(request, "Content-Type", what->type != NULL ? what->type :
	                             "text/plain; charset=utf-8");
	put(request, "Cache-Control", what->cache != NULL ? what->cache :
	                              "no-store");
	put(request, "Content-Encoding", what->encoding);
	put_common(line, request, what->code);
	put_length(request, body.n);
	if (!what->head && what->kept)
		evbuffer_add_reference(out, body.v, body.n, NULL, NULL);
	else if (!what->head)
		evbuffer_add(out, body.v, body.n);
	line->loop->server->in_flight++;
	send_reply(line, request, what->code, NULL);
}
