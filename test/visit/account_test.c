#include "account/account.h"
#include "base/rights.h"
#include "stage.h"

static const struct route *const *tables(void)
{
	static const struct route *all[3];

	all[0] = sign_routes;
	all[1] = account_routes;
	return all;
}

TEST(a_stranger_to_an_organisation_is_told_that_nothing_is_there)
{
	struct stage *st = stage_open(tables());

	CHECK_INT(get(st, "/o/%s/people", st->org_key)->code, 200);
	stage_as_stranger(st);
	CHECK_INT(get(st, "/o/%s/people", st->org_key)->code, 404);
	CHECK_INT(post(st, "name=A&email=a@b.se", "/o/%s/people",
	               st->org_key)->code, 404);
	stage_close(st);
}

TEST(nobody_signed_in_is_shown_the_way_in_and_back)
{
	struct stage *st = stage_open(tables());
	struct req *r;

	stage_as_nobody(st);
	r = get(st, "/o/%s/people", st->org_key);
	CHECK_INT(r->code, 303);
	CHECK_HAS(r->location, "/sign-in?back=");
	r = get(st, "%s", r->location);
	CHECK_INT(r->code, 200);
	CHECK_HAS(PAGE(r), "type='password'");
	stage_close(st);
}

TEST(a_form_from_elsewhere_is_refused)
{
	struct stage *st = stage_open(tables());

	st->csrf = "wrong";
	CHECK_INT(post(st, "", "/sign-out")->code, 403);
	stage_close(st);
}

TEST(a_person_is_added_with_a_link_that_works_once)
{
	struct stage *st = stage_open(tables());
	struct req *r = post(st, "name=Anders&email=anders@region.example"
	                     "&may=answer", "/o/%s/people", st->org_key);
	const char *token;

	CHECK_INT(r->code, 303);
	token = strstr(r->location, "secret=") + 7;
	stage_as_nobody(st);
	CHECK_HAS(PAGE(get(st, "/link/%s", token)), "btn");
	CHECK_INT(post(st, "", "/link/%s", token)->code, 303);
	CHECK_INT(post(st, "", "/link/%s", token)->code, 404);
	stage_close(st);
}

TEST(what_is_wrong_with_a_person_is_said_at_the_field_and_nothing_is_lost)
{
	struct stage *st = stage_open(tables());
	struct req *r = post(st, "form=add&name=&email=Anders+Lind&title=chef",
	                     "/o/%s/people", st->org_key);

	CHECK_INT(r->code, 422);
	CHECK_HAS(PAGE(r), "<title>Fel: ");
	CHECK_HAS(PAGE(r), "href='#add-name'");
	CHECK_HAS(PAGE(r), "value='Anders Lind'");
	CHECK_HAS(PAGE(r), "value='chef'");
	stage_close(st);
}

TEST(a_form_sent_twice_is_saved_once)
{
	struct stage *st = stage_open(tables());
	const char *fields = "key=abcdefghijklmnop&name=Eva"
	                     "&email=eva@region.example";
	struct req *first = post(st, fields, "/o/%s/people", st->org_key);
	struct req *again = post(st, fields, "/o/%s/people", st->org_key);

	CHECK_INT(first->code, 303);
	CHECK_INT(again->code, 303);
	stage_close(st);
}

TEST(what_people_write_is_shown_but_never_run)
{
	struct stage *st = stage_open(tables());
	struct req *r;

	CHECK_INT(post(st, "name=%3Cscript%3Ealert('x')%3C/script%3E"
	               "&email=x@region.example", "/o/%s/people",
	               st->org_key)->code, 303);
	r = get(st, "/o/%s/people", st->org_key);
	CHECK_HAS(PAGE(r), "&lt;script&gt;alert(&#39;x&#39;)");
	CHECK_HAS_NOT(PAGE(r), "<script>alert");
	stage_close(st);
}

TEST(a_draft_waits_on_the_page_until_it_is_thrown_away)
{
	struct stage *st = stage_open(tables());
	const char *form = arena_print(st->mem, "add /o/%s/people",
	                               st->org_key);
	const char *page = arena_print(st->mem, "/o/%s/people", st->org_key);

	CHECK_INT(post(st, arena_print(st->mem, "page=%s&draft=%s&name=Halvt",
	               page, form), "/draft")->code, 200);
	CHECK_HAS(PAGE(get(st, "%s", page)), "value='Halvt'");
	CHECK_INT(post(st, arena_print(st->mem, "page=%s&draft=%s&drop=1",
	               page, form), "/draft")->code, 303);
	CHECK_HAS_NOT(PAGE(get(st, "%s", page)), "value='Halvt'");
	stage_close(st);
}

/* Whoever is signed in adds a person; the key in the address of their row. */
static const char *add_person(struct stage *st, const char *email)
{
	struct req *r = post(st, arena_print(st->mem, "name=Eva&email=%s",
	                     email), "/o/%s/people", st->org_key);
	struct scope s = stage_scope(st);
	struct person_list all = {0};

	CHECK_INT(r->code, 303);
	CHECK_OK(person_list(&s, &all));
	for (size_t i = 0; i < all.n; i++)
		if (same(all.v[i].email, email))
			return all.v[i].key;
	return "";
}

TEST(no_organisation_signs_in_as_somebody_of_another)
{
	struct stage *there = stage_open(tables()), *here;
	const char *email = arena_print(there->mem, "eva@%s.example",
	                                there->org_key), *key;
	struct req *r;

	add_person(there, email);
	here = stage_open(tables());
	r = post(here, arena_print(here->mem, "name=Eva&email=%s", email),
	         "/o/%s/people", here->org_key);
	CHECK_INT(r->code, 303);
	CHECK_HAS_NOT(r->location, "secret=");
	key = add_person(here, email);
	r = post(here, "", "/o/%s/people/%s/link", here->org_key, key);
	CHECK_INT(r->code, 422);
	CHECK_HAS_NOT(PAGE(r), "/link/");
	stage_close(here);
	stage_close(there);
}

TEST(an_act_of_an_administrator_asks_for_a_password_given_lately)
{
	struct stage *st = stage_open(tables());
	const char *page = arena_print(st->mem, "/o/%s/people", st->org_key);
	struct req *r;

	st->now += 16 * 60 * 1000;
	r = post(st, arena_print(st->mem, "page=%s&form=add&name=Eva"
	         "&email=eva@region.example", page), "%s", page);
	CHECK_INT(r->code, 303);
	CHECK_HAS(r->location, "/account/confirm?back=");
	CHECK_HAS(PAGE(get(st, "%s", r->location)), "type='password'");
	CHECK_HAS(PAGE(get(st, "%s", page)), "value='Eva'");
	CHECK_INT(post(st, "form=confirm&password=fel+igen",
	               "/account/confirm")->code, 422);
	stage_close(st);
}
