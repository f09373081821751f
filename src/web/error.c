#include <string.h>

#include "kit/secret.h"
#include "web/admit.h"
#include "web/error.h"
#include "web/page.h"
#include "web/web.msg"

static const struct {
	int number;
	const struct sentence *head, *text;
} ends[] = {
	[OK]        = { 200, NULL, NULL },
	[NOT_FOUND] = { 404, ERR_404_HEAD, ERR_404_TEXT },
	[DENIED]    = { 403, ERR_403_HEAD, ERR_403_TEXT },
	[INVALID]   = { 422, ERR_422_HEAD, ERR_422_TEXT },
	[TAKEN]     = { 409, TAKEN_HEAD, TAKEN_TEXT },
	[STALE]     = { 409, ERR_409_HEAD, ERR_409_TEXT },
	[BUSY]      = { 503, ERR_503_HEAD, ERR_503_TEXT },
	[FAULT]     = { 500, ERR_500_HEAD, ERR_500_TEXT },
};

void answer_page(struct req *r, enum status s)
{
	r->code = ends[s].number;
}

/* What was written in the form, so that it can be read and copied. */
static void show_typed(struct req *r)
{
	static const char *const inner[] = {
		"csrf", "key", "form", "page", "version", "password",
	};

	for (size_t i = 0; i < r->fields.n; i++) {
		const struct field *f = &r->fields.v[i];
		bool ours = f->file != NULL || strlen(f->value) < 3;

		for (size_t j = 0; j < COUNT(inner); j++)
			ours = ours || strstr(f->name, inner[j]) != NULL;
		if (!ours)
			emit(&r->out, "<p class='note'>%s</p>", f->value);
	}
}

static void error_page(struct req *r, enum status s)
{
	const char *head = say(r, ends[s].head);

	if (r->csrf == NULL)
		r->csrf = "";
	r->failed = false;
	r->issues.n = 0;
	page_open(r, &(struct page){ .title = head, .plain = true });
	page_main(r);
	emit(&r->out, "<h1>%s</h1><p class='lead'>%s</p>", head,
	     say(r, ends[s].text));
	if (s == FAULT) {
		r->error_no = secret_token(r->s.mem, 8);
		/* The pattern: an address may be somebody's key. */
		log_info("error %s: %s %s", r->error_no,
		         r->method == POST ? "POST" : "GET",
		         r->route == NULL ? "?" : r->route->path);
		emit(&r->out, "<p class='num'>%s</p>", say_with(r, ERR_NUMBER,
		     r->error_no, say_instant(r, r->s.now)));
	}
	if (r->method == POST && r->fields.n > 0) {
		emit(&r->out, "<h2>%s</h2>", say(r, ERR_TYPED));
		show_typed(r);
	}
	emit(&r->out, "<p class='acts'><a class='btn sec' href='/'>%s</a></p>",
	     say(r, ERR_HOME));
	page_close(r);
}

void answer(struct req *r, enum status s)
{
	r->code = ends[s].number;
	if (by_token(r)) {
		answer_program(r, s, s == OK ? NULL : say(r, ends[s].head));
		return;
	}
	if (s == OK && r->location != NULL)
		r->code = 303;
	if (s == OK)
		return;
	r->location = NULL;
	r->bytes = (struct bytes){0};
	r->type = "text/html; charset=utf-8";
	r->download = NULL;
	error_page(r, s);
}
