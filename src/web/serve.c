#include <stdarg.h>
#include <string.h>

#include "base/text.h"
#include "kit/secret.h"
#include "web/error.h"
#include "web/form.h"
#include "web/session.h"

enum { MINUTE_MS = 60 * 1000 };

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

/* -- may they ------------------------------------------------------------ */

/* A POST comes from a page of ours: the session's token, and the same place. */
static bool token_fits(const struct req *r)
{
	const char *at = r->origin, *token = form_raw(r, "csrf");

	if (r->fetch_site != NULL && strcmp(r->fetch_site, "same-origin") != 0
	    && strcmp(r->fetch_site, "none") != 0)
		return false;
	if (at != NULL && strcmp(at, "null") != 0 && r->host != NULL) {
		at = strstr(at, "://");
		if (at == NULL || strcmp(at + 3, r->host) != 0)
			return false;
	}
	return token != NULL && secret_same(token, r->csrf);
}

/* Whose data this visit is about: the address says. */
static enum status stand(struct req *r, enum ground ground)
{
	struct standing at = {0};

	TRY(r->house->find[ground](&r->s, r->n_args > 0 ? r->args[0].value :
	                           "", &at));
	r->s.org           = at.org;
	r->object          = at.object;
	r->object_key      = at.object_key;
	r->org_key         = at.org_key;
	r->org_name        = at.org_name;
	r->org_contact     = at.org_contact;
	r->org_constructed = at.org_constructed != 0;
	r->rights          = at.rights;
	return OK;
}

/*
 * Whoever has the link takes part, signed in or not, and leaves no trace that
 * ties two answers together: times are whole minutes, nobody is named, and the
 * receipt of each form is kept under a name that no other form has.
 */
static enum status stand_as_guest(struct req *r)
{
	const char *form = form_raw(r, "key");

	TRY(stand(r, r->route->ground));
	r->s.person = 0;
	r->s.now -= r->s.now % MINUTE_MS;
	r->visitor = digest_keyed(r->s.mem, r->object_key,
	                          form == NULL ? "" : form);
	return (r->rights & GUEST) != 0 ? OK : NOT_FOUND;
}

static bool by_token(const struct req *r)
{
	return r->route != NULL && r->route->ground == ON_TOKEN;
}

/*
 * A program says who it is with each call, and nothing else about it counts:
 * no cookie, and so no form of ours to come from.
 */
static enum status stand_as_program(struct req *r)
{
	static const char bearer[] = "Bearer ";
	const char *said = r->authorization == NULL ? "" : r->authorization;
	size_t n = strlen(bearer);
	struct standing at = {0};
	enum status found = NOT_FOUND;

	if (strncmp(said, bearer, n) == 0)
		found = r->house->find[ON_TOKEN](&r->s, said + n, &at);
	r->unknown = found == NOT_FOUND;
	if (r->unknown)
		return DENIED;
	TRY(found);
	r->s.org    = at.org;
	r->s.person = 0;
	r->object   = at.object;
	r->org_key  = at.org_key;
	r->org_name = at.org_name;
	r->rights   = at.rights;
	r->visitor  = digest_keyed(r->s.mem, r->house->secret, said);
	return (r->rights & r->route->right) != 0 ? OK : DENIED;
}

static enum status may(struct req *r)
{
	const struct route *at = r->route;

	if (by_token(r))
		return stand_as_program(r);
	if (r->method == POST && !token_fits(r))
		return DENIED;
	if (at->right == PUBLIC)
		return OK;
	if (at->right == GUEST)
		return stand_as_guest(r);
	if (r->s.person == 0)
		return DENIED;
	if (at->right == PERSON)
		return OK;
	TRY(stand(r, at->ground));
	if ((r->rights & READ) == 0)
		return NOT_FOUND;
	return (r->rights & at->right) != 0 ? OK : DENIED;
}

static enum status guard(struct req *r)
{
	TRY(may(r));
	r->admitted = true;
	return OK;
}

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

/* Who this is, as far as a cookie says; a program has none. */
static enum status know(struct req *r)
{
	if (r->route != NULL && r->route->shared) {
		session_nobody(r);
		return OK;
	}
	return by_token(r) ? OK : session_find(r);
}

static enum status look(struct req *r)
{
	TRY(know(r));
	if (r->route == NULL)
		return NOT_FOUND;
	if (must_sign_in(r))
		return go_first(r, "/sign-in");
	TRY(guard(r));
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
	TRY(guard(r));
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
	TRY(guard(r));
	db_look_end(r->s.db);
	return r->route->prepare(r);
}

void serve_prepare(struct req *r)
{
	enum status s = db_look(r->s.db);

	if (s == OK)
		s = prepare(r);
	db_look_end(r->s.db);
	if (s == OK)
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
		s = guard(r);
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
