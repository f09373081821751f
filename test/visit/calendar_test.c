/* The calendar, and its feed by a link. */
#include "account/account.h"
#include "base/clock.h"
#include "base/rights.h"
#include "kit/icu.h"
#include "document/document.h"
#include "review/review.h"
#include "screening/selection.h"
#include "subject/subject.h"
#include "trial.h"
#include "workshop/workshop.h"

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

/* A round of review and a task of the matter in November 2025, besides the
 * example's question to look deeper at; and a revision that begins now. */
static void more_days(struct trial *t)
{
	struct scope s = stage_scope(t->st);
	struct review v = { .question = "Stämmer målen?", .due = 20402 };
	struct assessment a = {0};
	struct subject j = {0};

	IN_WRITE(t->st, review_note(&s, t->id, &v));
	CHECK_OK(assess_get(&s, t->id, &a));
	CHECK_OK(subject_get(&s, a.subject, &j));
	j.phase = PHASE_REVISION;
	IN_WRITE(t->st, subject_change(&s, &j));
	CHECK_INT(post(t->st, "text=R%C3%A4kna&due=2025-11-20", "/m/%s/tasks",
	               t->matter)->code, 303);
}

static const char *days_of(struct trial *t, const char *asked)
{
	struct req *r = get(t->st, "/o/%s/calendar?%s", t->st->org_key, asked);

	CHECK_INT(r->code, 200);
	return PAGE(r);
}

TEST(reviews_tasks_and_questions_to_look_deeper_at_have_days_and_revisions_begin)
{
	struct trial t = trial_open();
	const char *page, *text;

	more_days(&t);
	page = days_of(&t, "month=2025-11");
	CHECK_HAS(page, arena_print(t.st->mem, "/a/%s/review/3'>Stämmer"
	          " målen?", t.key));
	CHECK_HAS(page, arena_print(t.st->mem, "/a/%s/assignments/1'>Hur"
	          " långt?", t.key));
	CHECK_HAS(page, arena_print(t.st->mem, "/m/%s#task3'>Räkna",
	          t.matter));
	CHECK_HAS(PAGE(get(t.st, "/m/%s", t.matter)), "<li id='task3'>");
	CHECK_HAS_NOT(page, "Dagen har gått");
	page = days_of(&t, "year=2025&month=10&kind=revision");
	CHECK_HAS(page, "17 oktober 2025");
	CHECK_HAS(page, "<span class='m'>Revidering började");
	text = text_of(get(t.st, "%s", feed_made(&t)));
	CHECK_HAS(text, "SUMMARY:Uppgift i ärende ska vara klar\r\n");
	CHECK_HAS(text, "SUMMARY:Sista dag i granskning\r\n");
	CHECK_HAS_NOT(text, "Räkna");
	CHECK_HAS_NOT(text, "Stämmer");
	stage_close(t.st);
}

/* The end of 2026 where no quarter is said; gone once it is finished. */
TEST(what_is_chosen_for_a_year_stands_on_the_last_day_of_its_quarter)
{
	struct trial t = trial_open();
	struct scope s = stage_scope(t.st);
	struct selection n = {0};
	struct assessment a = {0};
	struct edition done = { .number = 1, .kind = ASSESS_DONE,
		.document = "{}", .sha256 = "", .html = "", .signed_by = "K",
		.pdf = { "%PDF", 4 },
		.at = instant_of(year_begins(2026), 0) };
	const char *page;

	CHECK_OK(assess_get(&s, t.id, &a));
	n = (struct selection){ .year = 2026, .subject = a.subject,
		.quarter = 2 };
	IN_WRITE(t.st, selection_note(&s, &n));
	CHECK_HAS_NOT(days_of(&t, "year=2026&kind=selection"), "/selection/2026/");
	n.state = SELECTION_CHOSEN;
	IN_WRITE(t.st, selection_decide(&s, &n));
	page = days_of(&t, "month=2026-06&kind=selection");
	CHECK_HAS(page, "<h2>30 juni 2026");
	CHECK_HAS(page, arena_print(t.st->mem, "/o/%s/selection/2026/",
	          t.st->org_key));
	n.quarter = 0;
	n.version++;
	IN_WRITE(t.st, selection_change(&s, &n));
	CHECK_HAS(days_of(&t, "month=2026-12&kind=selection"),
	          "<h2>31 december 2026");
	IN_WRITE(t.st, edition_note(&s, t.id, &done));
	CHECK_HAS(days_of(&t, "month=2026-12&kind=selection"),
	          "Ingenting passar urvalet.");
	stage_close(t.st);
}

TEST(a_workshop_has_its_hours_in_the_page_and_in_the_feed)
{
	struct trial t = trial_open();
	struct scope s = stage_scope(t.st);
	struct workshop w = {0};
	const char *page;

	CHECK_OK(workshop_get(&s, t.workshop_id, &w));
	page = days_of(&t, arena_print(t.st->mem, "month=%.7s&kind=workshop",
	               day_write(t.st->mem, w.day)));
	CHECK_HAS(page, ">Workshop, 9.00–");
	CHECK_HAS(text_of(get(t.st, "%s", feed_made(&t))), arena_print(
	          t.st->mem, "T090000\r\nDURATION:PT%lldM\r\n",
	          w.minutes));
	stage_close(t.st);
}

TEST(a_year_is_sieved_by_kind_and_by_what_has_passed_and_the_links_keep_it)
{
	struct trial t = trial_open();
	struct scope s = stage_scope(t.st);
	struct review late = { .question = "Saknas någon?", .due = 20370 };
	const char *page;

	more_days(&t);
	IN_WRITE(t.st, review_note(&s, t.id, &late));
	page = days_of(&t, "year=2025&kind=review&when=past");
	CHECK_HAS(page, "Saknas någon?");
	CHECK_HAS(page, "Dagen har gått");
	CHECK_HAS_NOT(page, "Stämmer målen?");
	CHECK_HAS(page, "year=2024&amp;kind=review&amp;when=past");
	page = days_of(&t, "year=2025&when=coming");
	CHECK_HAS(page, "Räkna");
	CHECK_HAS(page, "Stämmer målen?");
	CHECK_HAS_NOT(page, "Saknas någon?");
	CHECK_HAS(days_of(&t, "year=2026&kind=review&when=past"),
	          "Ingenting passar urvalet.");
	CHECK_HAS_NOT(days_of(&t, "month=2025-11&from=2025-11-21"), "Räkna");
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
