/* Whose data a visit is about, and whether this visitor may. */
#include <string.h>

#include "base/text.h"
#include "kit/secret.h"
#include "web/admit.h"
#include "web/form.h"
#include "web/session.h"

enum { MINUTE_MS = 60 * 1000 };

/* A POST comes from a page of ours: the session's token, and the same place. */
bool token_fits(const struct req *r)
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

static const char *first_word(const struct req *r)
{
	return r->n_args > 0 ? r->args[0].value : "";
}

/* Whose data this visit is about: the address says, or a program's token. */
static enum status stand(struct req *r, const char *key)
{
	struct standing at = {0};

	TRY(r->house->find[r->route->ground](&r->s, key, &at));
	r->s.org           = at.org;
	r->object          = at.object;
	r->object_key      = at.object_key;
	r->org_key         = at.org_key;
	r->org_name        = at.org_name;
	r->org_contact     = at.org_contact;
	r->org_constructed = at.org_constructed != 0;
	r->rights          = at.rights;
	r->let_in          = at.let_in != 0;
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

	TRY(stand(r, first_word(r)));
	r->s.person = 0;
	r->s.now -= r->s.now % MINUTE_MS;
	r->visitor = digest_keyed(r->s.mem, r->object_key,
	                          form == NULL ? "" : form);
	return (r->rights & GUEST) != 0 ? OK : NOT_FOUND;
}

bool by_token(const struct req *r)
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
	enum status found = strncmp(said, bearer, n) != 0 ? NOT_FOUND :
	                    stand(r, said + n);

	r->unknown = found == NOT_FOUND;
	if (r->unknown)
		return DENIED;
	TRY(found);
	r->s.person = 0;
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
	TRY(stand(r, first_word(r)));
	if ((r->rights & READ) == 0)
		return NOT_FOUND;
	return (r->rights & at->right) != 0 ? OK : DENIED;
}

enum status admit(struct req *r)
{
	TRY(may(r));
	r->admitted = true;
	return OK;
}
