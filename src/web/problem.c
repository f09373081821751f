/* What a program gets where a person gets a page: the address of what was made,
 * or what was wrong, as problem details (RFC 9457). */
#include <string.h>

#include "kit/json.h"
#include "web/error.h"

static void put_json(struct req *r, struct json_writer *w, const char *type)
{
	r->out.n = 0;
	r->type = type;
	r->bytes = (struct bytes){ w->text, w->n };
}

static void put_issues(struct req *r, struct json_writer *w)
{
	json_open(w, "errors", '[');
	for (size_t i = 0; i < r->issues.n; i++) {
		json_open(w, NULL, '{');
		json_put_text(w, "field", r->issues.v[i].field);
		json_put_text(w, "detail", r->issues.v[i].text);
		json_close_with(w, '}');
	}
	json_close_with(w, ']');
}

void answer_program(struct req *r, enum status s, const char *title)
{
	struct json_writer w = json_in(r->s.mem);

	if (s == OK && r->location == NULL)
		return;
	json_open(&w, NULL, '{');
	if (s == OK) {
		r->code = 201;
		json_put_text(&w, "self", r->location);
		json_close_with(&w, '}');
		put_json(r, &w, "application/json");
		return;
	}
	if (r->unknown) {
		r->code = 401;
		set_header(r, "WWW-Authenticate", "Bearer");
	}
	r->location = NULL;
	r->download = NULL;
	json_put_text(&w, "type", "about:blank");
	json_put_text(&w, "title", title);
	json_put_int(&w, "status", r->code);
	if (r->issues.n > 0)
		put_issues(r, &w);
	json_close_with(&w, '}');
	put_json(r, &w, "application/problem+json");
}
