/* People of other organisations, let in by name to one assessment. */
#include "account/account.h"
#include "base/rights.h"
#include "base/text.h"
#include "kit/secret.h"
#include "remind/share.h"
#include "trial.h"
#include "web/session.h"

static const char *fields(struct trial *e, const char *may, const char *rest)
{
	return arena_print(e->st->mem, "name=Kim+Olsen&email=%s%%40lan.example"
	                   "&organisation=L%%C3%%A4nsstyrelsen&may=%s%s",
	                   e->key, may, rest);
}

static void sign_in_by(struct trial *e, const char *token)
{
	struct req *r;

	stage_as_nobody(e->st);
	CHECK_INT(get(e->st, "/link/%s", token)->code, 200);
	r = post(e->st, "", "/link/%s", token);
	CHECK_INT(r->code, 303);
	for (size_t i = 0; i < r->n_headers; i++)
		if (same(r->headers[i].name, "Set-Cookie")) {
			const char *set = r->headers[i].value;

			e->st->cookie = arena_text(e->st->mem, set,
			                           strcspn(set, ";"));
			e->st->csrf = digest_keyed(e->st->mem, strchr(
				e->st->cookie, '=') + 1, "csrf");
		}
}

/* Lets Kim in and gives the word of the link. */
static const char *let_in(struct trial *e, const char *may, const char *rest)
{
	struct req *r = post(e->st, fields(e, may, rest), "/a/%s/shared",
	                     e->key);
	const char *token;

	CHECK_INT(r->code, 303);
	CHECK(address_has_secret(r->location));
	token = strstr(r->location, "secret=");
	CHECK(token != NULL);
	return token + 7;
}

TEST(nobody_is_let_in_before_the_records_consequence_has_got_a_yes)
{
	struct trial e = trial_open();
	struct req *r = get(e.st, "/a/%s/shared", e.key);

	CHECK_HAS(PAGE(r), "blir allmän handling");
	r = post(e.st, fields(&e, "1", ""), "/a/%s/shared", e.key);
	CHECK_INT(r->code, 422);
	CHECK_HAS(PAGE(r), "Svara ja om säkringen ska delas");
	CHECK_HAS(PAGE(r), "Ingen är insläppt");
	stage_close(e.st);
}

TEST(one_let_in_by_a_link_reads_that_assessment_and_nothing_else)
{
	struct trial e = trial_open();
	const char *token = let_in(&e, "1", "&yes=1");
	struct req *r = get(e.st, "/a/%s/shared", e.key);

	CHECK_HAS(PAGE(r), "Kim Olsen, Länsstyrelsen");
	CHECK_HAS(PAGE(r), "bestämde det");
	sign_in_by(&e, token);
	CHECK_TEXT(get(e.st, "/")->location, "/shared");
	r = get(e.st, "/shared");
	CHECK_INT(r->code, 200);
	CHECK_HAS(PAGE(r), arena_print(e.st->mem, "/a/%s'", e.key));
	CHECK_INT(get(e.st, "/a/%s", e.key)->code, 200);
	CHECK_INT(get(e.st, "/a/%s/matrix", e.key)->code, 200);
	CHECK_INT(get(e.st, "/a/%s/shared", e.key)->code, 403);
	CHECK_INT(get(e.st, "/o/%s", e.st->org_key)->code, 404);
	CHECK_INT(get(e.st, "/o/%s/assessments", e.st->org_key)->code, 404);
	CHECK_INT(get(e.st, "/o/%s/search?q=a", e.st->org_key)->code, 404);
	CHECK_INT(get(e.st, "/o/%s/people", e.st->org_key)->code, 404);
	CHECK_INT(get(e.st, "/m/%s", e.matter)->code, 404);
	stage_close(e.st);
}

TEST(what_is_withdrawn_is_gone_and_stays_in_the_log)
{
	struct trial e = trial_open();
	const char *token = let_in(&e, "3", "&yes=1");
	const char *mine = e.st->cookie, *csrf = e.st->csrf, *theirs, *at;
	struct req *r = get(e.st, "/a/%s/shared", e.key);

	at = strstr(PAGE(r), arena_print(e.st->mem, "action='/a/%s/shared/",
	                                 e.key));
	CHECK(at != NULL);
	at = strstr(at, "shared/") + strlen("shared/");
	at = arena_text(e.st->mem, at, strcspn(at, "/"));
	sign_in_by(&e, token);
	theirs = e.st->cookie;
	CHECK_INT(get(e.st, "/a/%s", e.key)->code, 200);
	e.st->cookie = mine, e.st->csrf = csrf;
	CHECK_INT(post(e.st, "", "/a/%s/shared/%s/withdraw", e.key,
	               at)->code, 303);
	r = get(e.st, "/a/%s/shared", e.key);
	CHECK_HAS(PAGE(r), "Ingen är insläppt");
	CHECK_HAS(PAGE(r), "återkallade det");
	CHECK_INT(post(e.st, "", "/a/%s/shared/%s/link", e.key, at)->code,
	          404);
	CHECK_INT(post(e.st, "", "/a/%s/shared/%s/withdraw", e.key,
	               at)->code, 303);         /* of two at once */
	CHECK_INT(post(e.st, "", "/a/%s/shared/nobody/withdraw",
	               e.key)->code, 404);
	e.st->cookie = theirs;
	CHECK_INT(get(e.st, "/a/%s", e.key)->code, 404);
	CHECK_HAS(PAGE(get(e.st, "/shared")), "Inget är delat med dig");
	stage_close(e.st);
}

TEST(letting_in_ends_at_its_hour)
{
	struct trial e = trial_open();
	struct scope s = stage_scope(e.st);
	struct share h = { .assessment = e.id, .organisation = "L",
		.rights = READ, .ends = e.st->now + 1000 };

	stage_as_stranger(e.st);
	h.person = e.st->person;
	IN_WRITE(e.st, share_let_in(&s, &h));
	CHECK_INT(get(e.st, "/a/%s", e.key)->code, 200);
	CHECK_HAS(PAGE(get(e.st, "/shared")), e.key);
	e.st->now = h.ends;
	CHECK_HAS_NOT(PAGE(get(e.st, "/shared")), e.key);
	CHECK_INT(get(e.st, "/a/%s", e.key)->code, 404);
	stage_close(e.st);
}

TEST(a_link_is_never_given_for_an_account_that_leads_elsewhere)
{
	struct trial e = trial_open();
	const char *mine = e.st->cookie, *csrf = e.st->csrf;
	struct scope s = stage_scope(e.st);
	struct person p = {0};
	struct req *r;

	stage_as_stranger(e.st);
	CHECK_OK(person_get(&s, e.st->person, &p));
	CHECK(!p.has_password);
	e.st->cookie = mine, e.st->csrf = csrf;
	r = post(e.st, arena_print(e.st->mem, "name=Kim&organisation=L&may=1"
	         "&yes=1&email=%s", p.email), "/a/%s/shared", e.key);
	CHECK_INT(r->code, 303);
	CHECK_HAS(r->location, "saved=1");
	r = post(e.st, "", "/a/%s/shared/%s/link", e.key, p.key);
	CHECK_INT(r->code, 422);
	CHECK_HAS(PAGE(r), "har en egen väg in");
	stage_close(e.st);
}

/* Does a page of the assessment lead to a page of the organisation? */
static int leads_out(struct trial *e, const struct route *at)
{
	const char *path = trial_address(e, at->path), *out;
	struct req *r;

	if (at->method != GET || at->ground != ON_ASSESSMENT)
		return 0;
	r = get(e->st, "%s", path);
	if (r->code != 200 || PAGE(r) == NULL)
		return 0;
	out = strstr(PAGE(r), "href='/o/");
	if (out != NULL)
		print_error("%s: %.60s\n", path, out);
	return out != NULL;
}

TEST(no_page_leads_one_let_in_to_what_is_not_theirs)
{
	struct trial e = trial_open();
	struct scope s = stage_scope(e.st);
	struct share h = { .assessment = e.id, .organisation = "L",
		.rights = READ | ANSWER | EDIT };
	struct req *r;
	int bad = 0;

	stage_as_stranger(e.st);
	h.person = e.st->person;
	IN_WRITE(e.st, share_let_in(&s, &h));
	for (const struct route *const *t = trial_tables(); *t != NULL; t++)
		for (const struct route *at = *t; at->path != NULL; at++)
			bad += leads_out(&e, at);
	CHECK_INT(bad, 0);
	r = get(e.st, "/a/%s", e.key);
	CHECK_HAS(PAGE(r), "href='/shared'");
	CHECK_INT(get(e.st, "/a/%s", e.other)->code, 404);
	CHECK_INT(get(e.st, "/a/%s/beside/%s", e.key,
	          e.other)->code, 404);
	CHECK_INT(post(e.st, "reason=Ny", "/a/%s/new-version", e.key)->code,
	          403);
	CHECK_HAS(PAGE(get(e.st, "/account")), "href='/shared'");
	stage_close(e.st);
}
