#include <stdarg.h>
#include <string.h>

#include "base/text.h"
#include "kit/secret.h"
#include "web/admit.h"
#include "web/error.h"
#include "web/form.h"
#include "web/session.h"

struct req *req_new(const struct house *house, struct db *db,
                    struct arena *mem, i64 now)
{
	struct req *r = NEW(mem, struct req);

	r->house = house;
	r->s = (struct scope){ .db = db, .mem = mem, .now = now };
	r->type = "text/html; charset=utf-8";
	return r;
}

void set_header(struct req *r, const char *name, const char *value)
{
	ASSERT(r->n_headers < COUNT(r->headers));
	r->headers[r->n_headers++] = (struct reply_header){ name, value };
}

enum status go(struct req *r, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	r->location = arena_print_list(r->s.mem, format, args);
	va_end(args);
	return OK;
}

/* -- the way in ---------------------------------------------------------- */

/* Where one must say who one is first: there, and back again. */
static enum status go_first(struct req *r, const char *where)
{
	const char *back = r->method == GET ? r->address :
	                   form_raw(r, "page");

	if (back == NULL || back[0] != '/' || back[1] == '/')
		back = "/";
	return go(r, "%s?back=%s", where,
	          percent_encode(r->s.mem, way_back(r, back)));
}

static bool must_sign_in(const struct req *r)
{
	return r->route != NULL && r->s.person == 0 && !by_token(r) &&
	       (r->route->right & (PUBLIC | GUEST)) == 0;
}

/* An administrator's act asks for a password given lately. */
static bool must_confirm(const struct req *r)
{
	return r->method == POST && r->route->right == ADMIN && !by_token(r) &&
	       r->s.now - r->confirmed_at > CONFIRM_MS;
}

/* -- the life of a visit ------------------------------------------------- */

static void decode_form(struct req *r)
{
	const char *type = r->content_type == NULL ? "" : r->content_type;

	if (r->body.n == 0 || by_token(r))
		return;
	if (strncmp(type, "multipart/form-data", 19) == 0)
		r->body_broken = !multipart_decode(r->s.mem, type, r->body,
		                                   &r->fields);
	else if (strncmp(type, "application/x-www-form-urlencoded", 33) == 0)
		r->body_broken = r->body.n > 1024 * 1024 ||
			!fields_decode(r->s.mem, r->body, &r->fields);
	else
		r->body_broken = true;
}

void serve_route(struct req *r)
{
	r->route = route_find(r);
	if (r->method == POST)
		decode_form(r);
}

/* Who this is, as far as a cookie says; a program has none, and of a page that
 * is the same for everybody none is read. */
static enum status know(struct req *r)
{
	if (by_token(r))
		return OK;
	if (r->route == NULL || !r->route->shared)
		return session_find(r);
	session_nobody(r);
	return OK;
}

static enum status look(struct req *r)
{
	TRY(know(r));
	if (r->route == NULL)
		return NOT_FOUND;
	if (must_sign_in(r))
		return go_first(r, "/sign-in");
	TRY(admit(r));
	return r->route->run(r);
}

void serve_look(struct req *r)
{
	enum status s = db_look(r->s.db);

	if (s == OK) {
		s = look(r);
		db_look_end(r->s.db);
	}
	answer(r, s);
}

/* The draft of the form that was saved is done with. */
static enum status forget_draft(struct req *r)
{
	const char *page = form_raw(r, "page"), *form = form_raw(r, "form");

	if (page == NULL || form == NULL)
		return OK;
	return draft_drop(r, page, arena_print(r->s.mem, "%s %s", form,
	                                       r->path));
}

static enum status change(void *visit)
{
	struct req *r = visit;
	const char *key = receipt_key(r);
	i64 org;

	TRY(know(r));
	if (r->body_broken)
		return INVALID;
	if (must_sign_in(r))
		return token_fits(r) ? go_first(r, "/sign-in") : DENIED;
	TRY(admit(r));
	org = r->s.org;
	if (key != NULL)
		TRY(receipt_find(r, key));
	if (r->location != NULL)
		return OK;
	if (must_confirm(r)) {
		r->put_off = true;
		return go_first(r, "/account/confirm");
	}
	TRY(r->route->run(r));
	TRY(form_fine(r));
	TRY(forget_draft(r));
	return key == NULL || r->location == NULL ? OK :
	       receipt_keep(r, key, org);
}

/* A POST that is put off until one has said who one is waits as a draft. */
static enum status keep_typed(void *visit)
{
	struct req *r = visit;
	const char *page = form_raw(r, "page"), *form = form_raw(r, "form");
	struct field_list kept = {0};

	for (size_t i = 0; i < r->fields.n; i++) {
		const struct field *f = &r->fields.v[i];

		if (f->file == NULL && !same(f->name, "page") &&
		    !same(f->name, "form") && !same(f->name, "csrf") &&
		    !same(f->name, "key"))
			*PUSH(r->s.mem, &kept) = *f;
	}
	if (page == NULL || form == NULL || kept.n == 0)
		return OK;
	return draft_keep(r, page, arena_print(r->s.mem, "%s %s", form,
	                                       r->path),
	                  fields_encode(r->s.mem, &kept));
}

/* The form again, with what was typed and what is wrong with it; never to
 * somebody of whom it is not known that they may see it. */
static void draw_again(struct req *r, enum status s)
{
	handler *form = r->route == NULL ? NULL : r->route->form;

	r->failed = true;
	r->failure = s;
	r->location = NULL;
	if (form == NULL || !r->admitted || s == NOT_FOUND || s == DENIED) {
		answer(r, s);
		return;
	}
	if (db_look(r->s.db) != OK || form(r) != OK) {
		r->out.n = 0;
		db_look_end(r->s.db);
		answer(r, s);
		return;
	}
	db_look_end(r->s.db);
	answer_page(r, s);
}

/* Everything about the visitor is asked anew in the next transaction. */
static void forget_visitor(struct req *r)
{
	r->s.person = r->s.org = 0;
	r->session = NULL;
	r->admitted = false;
	r->rights = 0;
	r->n_headers = 0;
}

bool needs_prepare(const struct req *r)
{
	return r->method == POST && r->route != NULL &&
	       r->route->prepare != NULL;
}

static enum status prepare(struct req *r)
{
	TRY(know(r));
	if (r->body_broken)
		return INVALID;
	if (must_sign_in(r))
		return OK;      /* serve_write() shows the way in */
	TRY(admit(r));
	db_look_end(r->s.db);
	return r->route->prepare(r);
}

/* A question that was posted: answered as a GET is, in a snapshot. */
static void look_posted(struct req *r)
{
	enum status s = db_look(r->s.db);

	if (s == OK)
		s = r->route->run(r);
	db_look_end(r->s.db);
	if (s == OK)
		s = form_fine(r);
	if (s == OK)
		answer(r, OK);
	else
		draw_again(r, s);
}

void serve_prepare(struct req *r)
{
	enum status s = db_look(r->s.db);

	if (s == OK)
		s = prepare(r);
	db_look_end(r->s.db);
	if (s == OK && r->route->looks && r->admitted)
		look_posted(r);
	else if (s == OK)
		forget_visitor(r);
	else
		draw_again(r, s);
}

/*
 * Where several may write at once, the organisation is the lock, so it is
 * looked up before the transaction that asks everything again.
 */
static enum status org_to_lock(struct req *r, i64 *org)
{
	enum status s;

	if (db_one_writer(r->s.db))
		return OK;
	TRY(db_look(r->s.db));
	s = know(r);
	if (s == OK && !r->body_broken && !must_sign_in(r))
		s = admit(r);
	db_look_end(r->s.db);
	*org = r->s.org;
	forget_visitor(r);
	/* Whether they may is asked again, and answered, under the lock. */
	return s == FAULT || s == BUSY ? s : OK;
}

static void after_write(struct req *r, enum status s)
{
	if (s == OK && (r->put_off || must_sign_in(r)))
		s = db_write(r->s.db, 0, keep_typed, r);
	if (s == OK)
		answer(r, OK);
	else
		draw_again(r, s);
}

void serve_write(struct req *r)
{
	enum status s;
	i64 org = 0;

	if (r->route == NULL) {
		answer(r, NOT_FOUND);
		return;
	}
	s = org_to_lock(r, &org);
	after_write(r, s == OK ? db_write(r->s.db, org, change, r) : s);
}

void serve_write_each(struct req **all, size_t n)
{
	struct writing changes[AT_ONCE];
	size_t k = 0;

	ASSERT(n <= AT_ONCE);
	for (size_t i = 0; i < n; i++)
		if (all[i]->route == NULL)
			answer(all[i], NOT_FOUND);
		else
			changes[k++] = (struct writing){ change, all[i], OK };
	if (k > 0)
		db_write_each(all[0]->s.db, changes, k);
	for (size_t i = 0; i < k; i++)
		after_write(changes[i].arg, changes[i].done);
}

void serve(struct req *r)
{
	serve_route(r);
	if (r->method == GET) {
		serve_look(r);
		return;
	}
	if (needs_prepare(r))
		serve_prepare(r);
	if (r->code == 0)
		serve_write(r);
}
