/* The way in to a meeting, through the door. */
#include "kit/secret.h"
#include "trial.h"
#include "web/tries.h"
#include "workshop/guest.h"

/* A visit that comes from an address. */
static struct req *from(struct trial *e, const char *peer, const char *path)
{
	struct req *r = req_new(&e->st->house, e->st->db, e->st->mem,
	                        e->st->now);

	r->method = GET;
	r->address = r->path = path;
	r->cookies = e->st->cookie;
	r->peer = peer;
	serve(r);
	return r;
}

static struct req *send_code(struct trial *e, const char *peer,
                             const char *code)
{
	struct req *r = req_new(&e->st->house, e->st->db, e->st->mem,
	                        e->st->now);
	char *body = arena_print(e->st->mem, "csrf=%s&form=join&code=%s",
	                         e->st->csrf, code);

	r->method = POST;
	r->address = r->path = "/j";
	r->cookies = e->st->cookie;
	r->peer = peer;
	r->content_type = "application/x-www-form-urlencoded";
	r->body = (struct bytes){ body, strlen(body) };
	serve(r);
	return r;
}

static const char *join_page(struct trial *e)
{
	return arena_print(e->st->mem, "/j/%s", e->join);
}

/* The key of the link somebody gets who sends this form. */
static const char *joins(struct trial *e, const char *fields)
{
	struct req *r = post(e->st, fields, "%s", join_page(e));

	CHECK_INT(r->code, 303);
	r = get(e->st, "%s", r->location);
	CHECK_INT(r->code, 303);
	CHECK(strncmp(r->location, "/d/", 3) == 0);
	return arena_text(e->st->mem, r->location + 3,
	                  strcspn(r->location + 3, "/"));
}

static struct guest guest_of(struct trial *e, const char *key)
{
	struct scope s = stage_scope(e->st);
	struct standing at = {0};
	struct guest g = {0};

	CHECK_OK(guest_find(&s, key, &at));
	CHECK_OK(guest_get(&s, at.object, &g));
	return g;
}

/* -- codes --------------------------------------------------------------- */

TEST(a_code_leads_to_what_the_answers_become_before_the_first_one)
{
	struct trial e = trial_open();
	struct req *r;

	stage_as_nobody(e.st);
	CHECK_HAS(PAGE(get(e.st, "/j")), "Skriv koden från skärmen");
	r = send_code(&e, NULL, e.join);
	CHECK_INT(r->code, 303);
	CHECK_TEXT(r->location, join_page(&e));
	r = get(e.st, "%s", r->location);
	CHECK_HAS(PAGE(r), "Innan du svarar");
	CHECK_HAS(PAGE(r), "Ditt namn sparas inte. Svaren kan begäras ut.");
	CHECK_HAS(PAGE(r), "sparas bara bordets svar");
	CHECK_HAS_NOT(PAGE(r), "name='name'");
	stage_close(e.st);
}

TEST(a_code_is_read_as_people_type_it_and_out_of_an_address)
{
	struct trial e = trial_open();
	const char *spaced = arena_print(e.st->mem, "%.3s+%s", e.join,
	                                 e.join + 3);

	CHECK_INT(send_code(&e, NULL, spaced)->code, 303);
	CHECK_TEXT(send_code(&e, NULL, arena_print(e.st->mem,
	           "https%%3A%%2F%%2Fx.se%%2Fj%%2F%s", e.join))->location,
	           join_page(&e));
	CHECK_INT(send_code(&e, NULL, "ABC+2")->code, 422);
	CHECK_INT(send_code(&e, NULL, "")->code, 422);
	stage_close(e.st);
}

TEST(ones_own_link_goes_in_the_same_field)
{
	struct trial e = trial_open();
	const char *now = arena_print(e.st->mem, "/d/%s/now", e.guest);

	stage_as_nobody(e.st);
	CHECK_TEXT(send_code(&e, NULL, e.guest)->location, now);
	CHECK_TEXT(send_code(&e, NULL, arena_print(e.st->mem,
	           "http%%3A%%2F%%2Fx.se%%2Fd%%2F%s%%2Fnow",
	           e.guest))->location, now);
	CHECK_INT(send_code(&e, NULL, "abcdefghij234567")->code, 422);
	stage_close(e.st);
}

TEST(a_code_ends_with_its_meeting_and_says_kindly_what_still_works)
{
	struct trial e = trial_open();
	struct scope s = stage_scope(e.st);
	struct req *r;

	IN_WRITE(e.st, workshop_become(&s, e.workshop_id, WORKSHOP_DONE));
	stage_as_nobody(e.st);
	r = get(e.st, "%s", join_page(&e));
	CHECK_HAS(PAGE(r), "Koden gäller inte");
	CHECK_HAS(PAGE(r), "fungerar din egen länk fortfarande");
	CHECK_HAS_NOT(PAGE(r), "Innan du svarar");
	CHECK_TEXT(post(e.st, "board=1", "%s", join_page(&e))->location,
	           "/j");
	CHECK_INT(get(e.st, "/d/%s/now", e.guest)->code, 200);
	stage_close(e.st);
}

/* -- in ------------------------------------------------------------------ */

TEST(the_table_with_the_fewest_people_is_picked_and_can_be_changed)
{
	struct trial e = trial_open();
	const char *page = PAGE(get(e.st, "%s", join_page(&e)));
	struct guest g;

	/* One sits at table 1 already. */
	CHECK_HAS(page, "name='board' value='2' checked");
	g = guest_of(&e, joins(&e, "board=1&organisation=Kommunen"
	                           "&category=1"));
	CHECK_INT(g.board_no, 1);
	CHECK_INT(g.kind, GUEST_PERSON);
	CHECK_INT(g.category, CATEGORY_OFFICIAL);
	CHECK_TEXT(g.organisation, "Kommunen");
	CHECK(!g.authority);
	CHECK_INT(post(e.st, "form=in", "%s", join_page(&e))->code, 422);
	CHECK_INT(post(e.st, "form=in&board=7", "%s", join_page(&e))->code,
	          422);
	stage_close(e.st);
}

TEST(another_authority_is_told_that_it_makes_records_and_is_marked)
{
	struct trial e = trial_open();

	CHECK_HAS(PAGE(get(e.st, "%s", join_page(&e))),
	          "inkommen handling här");
	CHECK(guest_of(&e, joins(&e, "board=1&authority=1")).authority);
	stage_close(e.st);
}

TEST(a_shared_screen_is_the_tables_and_has_no_role)
{
	struct trial e = trial_open();
	const char *key = joins(&e, "board=2&shared=1&category=2");
	struct guest g = guest_of(&e, key);

	CHECK_INT(g.kind, GUEST_TABLE);
	CHECK_INT(g.category, CATEGORY_UNSAID);
	CHECK_TEXT(get(e.st, "/d/%s/now", key)->location, "table");
	stage_close(e.st);
}

TEST(a_form_sent_twice_is_one_participant_and_two_forms_are_two)
{
	struct trial e = trial_open();
	const char *once = "key=abcdefghij234567&board=1";
	const char *first = joins(&e, once), *again = joins(&e, once);
	const char *other = joins(&e, "board=1");

	CHECK_TEXT(first, again);
	CHECK(strcmp(first, other) != 0);
	/* Another phone cannot make the link out of the form's key. */
	stage_as_nobody(e.st);
	CHECK_HAS(PAGE(get(e.st, "/j/%s/in?as=abcdefghij234567", e.join)),
	          "kunde inte läsa vem du är");
	stage_close(e.st);
}

TEST(no_receipt_says_whose_session_joined)
{
	struct trial e = trial_open();
	struct scope s = stage_scope(e.st);
	i64 before, after;

	CHECK_OK(db_number(&s, "SELECT count(*) FROM receipt", NULL, 0,
	                   &before));
	joins(&e, "board=1");
	s = stage_scope(e.st);
	CHECK_OK(db_number(&s, "SELECT count(*) FROM receipt", NULL, 0,
	                   &after));
	CHECK_INT(after, before);
	stage_close(e.st);
}

TEST(whoever_is_signed_in_joins_as_anybody_else)
{
	struct trial e = trial_open();

	CHECK_HAS_NOT(PAGE(get(e.st, "%s", join_page(&e))), "Karin Ek");
	CHECK_HAS_NOT(PAGE(get(e.st, "/d/%s/now", joins(&e, "board=1"))),
	              "Karin Ek");
	stage_close(e.st);
}

/* -- guessing ------------------------------------------------------------ */

TEST(a_hundred_wrong_in_ten_minutes_are_let_pass_and_then_one_waits)
{
	i64 until = 0, now = 1000000;

	for (int i = 0; i < WRONG_MOST; i++) {
		CHECK(!tries_over(until, now));
		until = tries_next(until, now);
	}
	CHECK(!tries_over(until, now));
	until = tries_next(until, now);
	CHECK(tries_over(until, now));
	CHECK(!tries_over(until, now + 60 * 1000));
}

TEST(wrong_codes_are_limited_by_address_and_nobody_else_is)
{
	struct trial e = trial_open();
	const char *bad = arena_print(e.st->mem, "2001:db8:%.4s::7",
		digest_text(e.st->mem, e.st->org_key));
	const char *near = arena_print(e.st->mem, "2001:db8:%.4s::8",
		digest_text(e.st->mem, e.st->org_key));
	struct req *r;

	for (int i = 0; i <= WRONG_MOST; i++)
		CHECK_HAS(PAGE(from(&e, bad, "/j/QQQQQQ")),
		          "Koden gäller inte");
	/* Right or wrong, by link or by field: no answer tells. */
	CHECK_HAS(PAGE(from(&e, bad, join_page(&e))), "Vänta en minut");
	CHECK_HAS(PAGE(from(&e, near, join_page(&e))), "Vänta en minut");
	r = send_code(&e, bad, e.join);
	CHECK_INT(r->code, 503);
	CHECK_HAS(PAGE(r), "Vänta en minut");
	/* Those who have joined are untouched, and so are others. */
	CHECK_INT(from(&e, bad, arena_print(e.st->mem, "/d/%s/now",
	               e.guest))->code, 200);
	CHECK_HAS(PAGE(from(&e, "192.0.2.9", join_page(&e))),
	          "Innan du svarar");
	e.st->now += 60 * 1000;
	CHECK_HAS(PAGE(from(&e, bad, join_page(&e))), "Innan du svarar");
	stage_close(e.st);
}

TEST(three_hundred_phones_behind_one_address_all_get_in)
{
	struct trial e = trial_open();

	for (int i = 0; i < 300; i++)
		CHECK_HAS(PAGE(from(&e, "192.0.2.30", join_page(&e))),
		          "Innan du svarar");
	stage_close(e.st);
}
