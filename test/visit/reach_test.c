/* What one let in to an assessment reaches: all of it, and nothing beside. */
#include <string.h>

#include "account/account.h"
#include "base/rights.h"
#include "base/text.h"
#include "remind/share.h"
#include "trial.h"

#define EACH_ROUTE(at)                                                  \
	for (const struct route *const *t_ = trial_tables(); *t_; t_++) \
		for (const struct route *at = *t_; at->path != NULL; at++)

/* Rows of an assessment that look at others of the organisation too, or make
 * one more of its own, with all below them; and what only one organisation can
 * say. */
static const struct { const char *path; int code; } apart[] = {
	{ "/a/:assessment/across", 404 },
	{ "/a/:assessment/compare", 404 },
	{ "/a/:assessment/beside", 404 },
	{ "/a/:assessment/new-version", 403 },
	{ "/a/:assessment/actions/:no/unaccept", 422 },
	{ "/a/:assessment/phase", 404 },        /* of what is assured */
};

/* What it answers one let in, or 0: the same as a member of the same rights. */
static int set_apart(const struct route *at)
{
	for (size_t i = 0; i < COUNT(apart); i++) {
		size_t n = strlen(apart[i].path);

		if (strncmp(at->path, apart[i].path, n) == 0 &&
		    (at->path[n] == '\0' || at->path[n] == '/'))
			return apart[i].code;
	}
	return at->ground == ON_ORG || at->ground == ON_MATTER ? 404 : 0;
}

static bool of_an_organisation(const struct route *at)
{
	return at->ground == ON_ORG || at->ground == ON_MATTER ||
	       at->ground == ON_ASSESSMENT || at->ground == ON_WORKSHOP;
}

static int wrong(const struct route *at, int code, const char *rule)
{
	print_error("%s %s: %d, %s\n", at->method == GET ? "GET" : "POST",
	            at->path, code, rule);
	return 1;
}

/* With an empty form, when it is one: what is asked is whose it is. */
static int code_of(struct trial *e, const struct route *at)
{
	struct arena *kept = e->st->mem;
	const char *address;
	int code;

	e->st->mem = arena_new();
	address = trial_address(e, at->path);
	code = at->method == GET ? get(e->st, "%s", address)->code :
	       post(e->st, "", "%s", address)->code;
	arena_free(e->st->mem);
	e->st->mem = kept;
	return code;
}

static int same_as_member(const struct route *at, struct trial *member,
                          struct trial *shared)
{
	int theirs, wanted = set_apart(at);

	if (!of_an_organisation(at))
		return 0;
	theirs = code_of(shared, at);
	if (wanted == 0)
		wanted = code_of(member, at);
	return theirs == wanted ? 0 :
	       wrong(at, theirs, arena_print(shared->st->mem,
	                                     "not %d", wanted));
}

TEST(one_let_in_reaches_all_of_the_assessment_and_nothing_beside)
{
	struct trial member = trial_open(), shared = trial_open();
	int bad = 0;

	trial_other(&member);
	trial_other(&shared);
	stage_rights(member.st, share_rights(SHARE_EDIT));
	stage_as_stranger(shared.st);
	trial_let_in(&shared, share_rights(SHARE_EDIT), "Kommunen");
	EACH_ROUTE(at)
		bad += same_as_member(at, &member, &shared);
	CHECK_INT(bad, 0);
	stage_close(member.st);
	stage_close(shared.st);
}

/* -- what the pages tell ------------------------------------------------- */

/* Of the organisation and not of the assessment: none of it is in its pages.
 * What groups of people are called is a vocabulary, as goals are. */
static const char *const secrets[] = {
	"Trafikprogram", "Resor", "rre har r", "Zebraverket", "Zebrasamebyn",
	"Zebra Zebrasson", "Zebrafrågan", "href='/o/", "href='/m/",
};

static int tells(struct trial *e, const struct route *at)
{
	struct arena *kept = e->st->mem;
	const char *page;
	struct req *r;
	int bad = 0;

	if (at->method != GET || (at->ground != ON_ASSESSMENT &&
	    at->ground != ON_WORKSHOP))
		return 0;
	e->st->mem = arena_new();
	r = get(e->st, "%s", trial_address(e, at->path));
	page = r->bytes.n == 0 ? PAGE(r) :
	       arena_text(e->st->mem, r->bytes.v, r->bytes.n);
	for (size_t i = 0; page != NULL && i < COUNT(secrets); i++)
		if (strstr(page, secrets[i]) != NULL)
			bad += wrong(at, r->code, secrets[i]);
	arena_free(e->st->mem);
	e->st->mem = kept;
	return bad;
}

static void only_of_the_organisation(struct trial *e)
{
	struct scope s = stage_scope(e->st);
	struct person p = { .name = "Zebra Zebrasson", .title = "",
		.email = arena_print(e->st->mem, "z%s@vagval.example",
		                     e->key) };

	trial_other(e);
	IN_WRITE(e->st, person_note(&s, &p, &p.id));
	IN_WRITE(e->st, membership_set(&s, p.id, READ | EDIT | LEAD));
	CHECK_INT(post(e->st, "name=Zebraverket&kind=7", "/o/%s/actors",
	               e->st->org_key)->code, 303);
	CHECK_INT(post(e->st, "name=Zebrasamebyn&kind=6", "/o/%s/actors",
	               e->st->org_key)->code, 303);
	CHECK_INT(post(e->st, "title=Zebrafr%C3%A5gan&kind=2&chain=1.2.3"
	               "&registry=RUN/77",
	               "/o/%s/matters/new", e->st->org_key)->code, 303);
}

TEST(no_page_of_the_assessment_tells_one_let_in_what_is_beside_it)
{
	struct trial e = trial_open();
	int bad = 0;

	only_of_the_organisation(&e);
	stage_as_stranger(e.st);
	trial_let_in(&e, share_rights(SHARE_EDIT), "Kommunen");
	EACH_ROUTE(at)
		bad += tells(&e, at);
	CHECK_INT(bad, 0);
	stage_close(e.st);
}
