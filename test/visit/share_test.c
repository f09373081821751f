/* People of other organisations are let in to one assessment, by name. */
#include <string.h>

#include "account/account.h"
#include "account/share.h"
#include "base/clock.h"
#include "base/rights.h"
#include "kit/secret.h"
#include "trial.h"
#include "web/session.h"

#define ASKED "&name=Ulla+Ek&place=Kommun+A&kind=1"

/* A visitor, to come back to. */
struct who { const char *cookie, *csrf; i64 person; };

static struct who who_is(const struct trial *e)
{
	return (struct who){ e->st->cookie, e->st->csrf, e->st->person };
}

static void be(struct trial *e, struct who w)
{
	e->st->cookie = w.cookie;
	e->st->csrf = w.csrf;
	e->st->person = w.person;
}

/* Signed in, as after choosing a password. */
static void be_signed_in(struct trial *e, i64 person)
{
	struct scope s = stage_scope(e->st);
	struct req r = { .s = s, .house = &e->st->house, .visitor = "" };

	IN_WRITE(e->st, session_open(&r, person));
	e->st->person = person;
	e->st->cookie = arena_text(e->st->mem, r.headers[0].value,
	                           strcspn(r.headers[0].value, ";"));
	e->st->csrf = digest_keyed(e->st->mem,
	                           strchr(e->st->cookie, '=') + 1, "csrf");
}

/* A visitor with an organisation of their own, as nobody here knows; *email is
 * as it stands in a form. */
static struct who stranger(struct trial *e, const char **email)
{
	struct who me = who_is(e), them;
	struct scope s;
	struct person p = {0};

	stage_as_stranger(e->st);
	them = who_is(e);
	s = stage_scope(e->st);
	CHECK_OK(person_get(&s, them.person, &p));
	*email = arena_print(e->st->mem, "email=%.*s%%40%s",
	                     (int)strcspn(p.email, "@"), p.email,
	                     strchr(p.email, '@') + 1);
	be(e, me);
	return them;
}

static struct req *shared(struct trial *e)
{
	return get(e->st, "/a/%s/shared", e->key);
}

static struct req *share(struct trial *e, const char *email,
                         const char *rest)
{
	return post(e->st, arena_print(e->st->mem, "%s%s%s", email, ASKED,
	            rest), "/a/%s/shared", e->key);
}

static const char *key_of(struct trial *e, i64 person)
{
	struct scope s = stage_scope(e->st);
	struct person p = {0};

	CHECK_OK(person_get(&s, person, &p));
	return p.key;
}

TEST(nobody_is_let_in_without_a_yes_to_what_becomes_a_public_record)
{
	struct trial e = trial_open();
	const char *email;
	struct who me = who_is(&e), them = stranger(&e, &email);
	struct req *r = share(&e, email, "&may=1");

	CHECK_INT(r->code, 422);
	CHECK_HAS(PAGE(r), "allmän handling hos er och hos den");
	CHECK_HAS(PAGE(r), "Kryssa för att personen ska släppas in");
	CHECK_INT(share(&e, email, "&may=4&yes=1")->code, 422);
	CHECK_INT(share(&e, email, "&yes=1")->code, 422);
	CHECK_INT(share(&e, email, "&may=1&yes=1&ends=2001-01-01")->code,
	          422);
	CHECK_INT(share(&e, "email=ulla", "&may=1&yes=1")->code, 422);
	be(&e, them);
	CHECK_INT(get(e.st, "/a/%s", e.key)->code, 404);
	be(&e, me);
	CHECK_HAS(PAGE(shared(&e)), "Ingen utifrån är insläppt");
	stage_close(e.st);
}

TEST(one_let_in_by_the_page_works_there_and_sees_nothing_else)
{
	struct trial e = trial_open();
	const char *email;
	struct who me = who_is(&e), them = stranger(&e, &email);

	CHECK_INT(share(&e, email, "&may=2&yes=1")->code, 303);
	CHECK_HAS(PAGE(shared(&e)), "Karin Ek bestämde det");
	be(&e, them);
	CHECK_INT(get(e.st, "/a/%s", e.key)->code, 200);
	CHECK_HAS_NOT(PAGE(get(e.st, "/a/%s", e.key)),
	              arena_print(e.st->mem, "/a/%s/shared", e.key));
	CHECK_INT(get(e.st, "/a/%s", e.other)->code, 404);
	CHECK_INT(get(e.st, "/o/%s", e.st->org_key)->code, 404);
	CHECK_INT(get(e.st, "/m/%s", e.matter)->code, 404);
	CHECK_INT(shared(&e)->code, 403);
	CHECK_INT(share(&e, email, "&may=3&yes=1")->code, 403);
	CHECK_HAS(PAGE(get(e.st, "/shared")), e.key);
	CHECK_HAS(PAGE(get(e.st, "/account")), "href='/shared'");
	be(&e, me);
	CHECK_INT(share(&e, email, "&may=1&yes=1")->code, 303);
	be(&e, them);
	CHECK_INT(post(e.st, "", "/a/%s/review", e.key)->code, 403);
	CHECK_HAS(PAGE(get(e.st, "/shared")), "Får läsa, tills");
	stage_close(e.st);
}

TEST(what_is_withdrawn_ends_at_once_and_stays_in_the_log)
{
	struct trial e = trial_open();
	const char *email, *key;
	struct who me = who_is(&e), them = stranger(&e, &email);
	struct req *r;

	CHECK_INT(share(&e, email, "&may=1&yes=1")->code, 303);
	key = key_of(&e, them.person);
	trial_end(&e, ASSESS_DONE);
	CHECK_INT(post(e.st, "", "/a/%s/shared/%s/end", e.key, key)->code,
	          303);
	CHECK_INT(post(e.st, "", "/a/%s/shared/%s/end", e.key, key)->code,
	          409);
	r = shared(&e);
	CHECK_HAS(PAGE(r), "släpptes in");
	CHECK_HAS(PAGE(r), "återkallades");
	CHECK_HAS(PAGE(r), "Kommun A, myndighet");
	be(&e, them);
	CHECK_INT(get(e.st, "/a/%s", e.key)->code, 404);
	CHECK_HAS(PAGE(get(e.st, "/shared")), "Ingen delar något");
	be(&e, me);
	stage_close(e.st);
}

TEST(a_last_day_is_the_last_day_and_then_it_is_over)
{
	struct trial e = trial_open();
	const char *email, *day;
	struct who them = stranger(&e, &email);
	i64 today = day_of_instant(e.st->now);

	day = day_write(e.st->mem, today);
	CHECK_INT(share(&e, email, arena_print(e.st->mem,
	          "&may=1&yes=1&ends=%s", day))->code, 303);
	e.st->now = instant_of(today + 1, 0) - 1;
	be_signed_in(&e, them.person);
	CHECK_INT(get(e.st, "/a/%s", e.key)->code, 200);
	e.st->now++;
	CHECK_INT(get(e.st, "/a/%s", e.key)->code, 404);
	stage_close(e.st);
}

/* What stands after a word in an address, to its end. */
static const char *told(struct trial *e, const struct req *r)
{
	const char *at = r->location == NULL ? NULL :
	                 strstr(r->location, "link=");

	if (at == NULL)
		fail_msg("%d %s", r->code, PAGE(r));
	return arena_text(e->st->mem, at + 5, strcspn(at + 5, "&"));
}

TEST(somebody_new_gets_a_link_once_and_finds_what_is_shared_at_the_door)
{
	struct trial e = trial_open();
	const char *email = arena_print(e.st->mem, "email=ny-%s%%40a.example",
	                                e.key);
	struct req *r = share(&e, email, "&may=3&yes=1");
	const char *token = told(&e, r);
	struct scope s = stage_scope(e.st);
	i64 person = 0;

	CHECK_HAS(PAGE(get(e.st, "%s", r->location)), token);
	CHECK_HAS_NOT(PAGE(shared(&e)), token);
	CHECK_HAS(PAGE(shared(&e)), "Har inte valt lösenord än");
	CHECK_OK(link_good(&s, token, &person));
	CHECK_INT(post(e.st, "", "/a/%s/shared/%s/link", e.key,
	          key_of(&e, person))->code, 303);
	stage_as_nobody(e.st);
	r = post(e.st, "", "/link/%s", token);
	CHECK_INT(r->code, 303);
	CHECK_INT(post(e.st, "", "/link/%s", token)->code == 303, 0);
	stage_close(e.st);
}

TEST(an_account_of_another_organisation_is_never_signed_in_to_by_a_link)
{
	struct trial e = trial_open();
	const char *email;
	struct who them = stranger(&e, &email);
	struct req *r = share(&e, email, "&may=1&yes=1");

	CHECK_HAS(r->location, "?saved=1");
	CHECK(post(e.st, "", "/a/%s/shared/%s/link", e.key,
	      key_of(&e, them.person))->code != 303);
	stage_close(e.st);
}

TEST(who_has_only_been_let_in_comes_to_what_is_shared)
{
	struct trial e = trial_open();
	struct scope s = stage_scope(e.st);
	const char *email = arena_print(e.st->mem, "email=ni-%s%%40a.example",
	                                e.key);
	i64 person = 0;

	CHECK_OK(link_good(&s, told(&e, share(&e, email, "&may=1&yes=1")),
	                   &person));
	be_signed_in(&e, person);
	CHECK_TEXT(get(e.st, "/")->location, "/shared");
	CHECK_HAS(PAGE(get(e.st, "/shared")), e.key);
	CHECK_INT(get(e.st, "/a/%s", e.key)->code, 200);
	stage_close(e.st);
}

/* Each page of the assessment, as one let in to change it sees it. */
static int dead_ends(struct trial *e, const struct route *at)
{
	struct req *r;
	const char *path = trial_address(e, at->path);

	if (at->method != GET || at->ground != ON_ASSESSMENT ||
	    strstr(path, ":kind") != NULL)
		return 0;
	r = get(e->st, "%s", path);
	if (r->code != 200 || r->out.text == NULL ||
	    strstr(PAGE(r), "href='/o/") == NULL)
		return 0;
	print_error("%s: %.60s\n", path, strstr(PAGE(r), "href='/o/"));
	return 1;
}

TEST(no_page_leads_one_let_in_to_what_is_not_theirs)
{
	struct trial e = trial_open();
	const char *email;
	struct who them = stranger(&e, &email);
	int bad = 0;

	CHECK_INT(share(&e, email, "&may=3&yes=1")->code, 303);
	be(&e, them);
	for (const struct route *const *t = trial_tables(); *t != NULL; t++)
		for (const struct route *at = *t; at->path != NULL; at++)
			bad += dead_ends(&e, at);
	CHECK_INT(bad, 0);
	stage_close(e.st);
}
