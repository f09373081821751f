/* The calendar, and its feed by a link. */
#include "account/account.h"
#include "base/rights.h"
#include "trial.h"

/* The address of the feed, as it is told once. */
static const char *feed_made(struct trial *t)
{
	struct req *r = post(t->st, "", "/o/%s/calendar/feed", t->st->org_key);
	const char *page;

	CHECK_INT(r->code, 303);
	page = strstr(PAGE(get(t->st, "%s", r->location)), "/l/");
	CHECK(page != NULL);
	return arena_text(t->st->mem, page, strcspn(page, "<"));
}

static void action_due(struct trial *t, const char *day)
{
	CHECK_INT(post(t->st, arena_print(t->st->mem, "title=M%%C3%%A4ta"
	               "&purpose=2&findings=2&due=%s", day), "/a/%s/actions",
	               t->key)->code, 303);
}

static const char *text_of(struct req *r)
{
	CHECK_INT(r->code, 200);
	return arena_text(r->s.mem, r->bytes.v, r->bytes.n);
}

TEST(what_shall_be_done_stands_on_its_day)
{
	struct trial t = trial_open();
	const char *page;

	action_due(&t, "2025-12-24");
	page = PAGE(get(t.st, "/o/%s/calendar?month=2025-12", t.st->org_key));
	CHECK_HAS(page, "24 december 2025");
	CHECK_HAS(page, "Mäta");
	CHECK_HAS(page, "/actions/3");
	page = PAGE(get(t.st, "/o/%s/calendar?month=2026-01", t.st->org_key));
	CHECK_HAS_NOT(page, "Mäta");
	CHECK_INT(get(t.st, "/o/%s/calendar?month=2025-77",
	              t.st->org_key)->code, 200);
	stage_close(t.st);
}

TEST(the_feed_leads_to_what_it_is_and_does_not_say_what_it_is_about)
{
	struct trial t = trial_open();
	const char *address, *text;

	action_due(&t, "2025-12-24");
	address = feed_made(&t);
	stage_as_nobody(t.st);
	text = text_of(get(t.st, "%s", address));
	CHECK_HAS(text, "DTSTART;VALUE=DATE:20251224\r\n");
	CHECK_HAS(text, "SUMMARY:Åtgärd ska vara klar\r\n");
	CHECK_HAS(text, "/actions/3\r\n");
	CHECK_HAS_NOT(text, "Mäta");
	stage_close(t.st);
}

TEST(a_new_address_ends_the_old_and_so_does_leaving)
{
	struct trial t = trial_open();
	const char *first = feed_made(&t), *second = feed_made(&t);

	CHECK_INT(get(t.st, "%s", first)->code, 404);
	CHECK_INT(get(t.st, "%s", second)->code, 200);
	stage_rights(t.st, 0);
	CHECK_INT(get(t.st, "%s", second)->code, 404);
	stage_rights(t.st, 0xFFFF);
	CHECK_INT(post(t.st, "", "/o/%s/calendar/feed/end",
	               t.st->org_key)->code, 303);
	CHECK_INT(get(t.st, "%s", second)->code, 404);
	stage_close(t.st);
}
