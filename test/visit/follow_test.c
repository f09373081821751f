/* The yearly follow-up of what was assured. */
#include "trial.h"

TEST(a_follow_up_says_how_it_stands_and_what_departs_from_the_plan)
{
	struct trial t = trial_open();
	const char *page;

	CHECK_INT(post(t.st, "title=M%C3%A4ta&purpose=2&findings=2"
	               "&due=2025-10-01", "/a/%s/actions", t.key)->code, 303);
	trial_end(&t, ASSESS_DONE);
	page = PAGE(get(t.st, "/a/%s/follow-up", t.key));
	CHECK_HAS(page, "Uppföljning 2025: Serviceprogram");
	CHECK_HAS(page, "Har dragit över tiden: 1");
	CHECK_HAS(page, "Inte besvarad: 1");
	CHECK_HAS(page, "Laddplatser");
	CHECK_HAS(page, "Ingen orsak är skriven.");
	CHECK_HAS(page, "Inget är bestämt än.");
	CHECK_HAS(page, "Bil mot klimat");
	CHECK_HAS(page, "Hur många jobb?");
	CHECK_HAS(page, "Det är inte redovisat.");
	CHECK_INT(post(t.st, "day=2025-10-17&forum=Torget&said=Allt",
	               "/a/%s/reporting", t.key)->code, 303);
	page = PAGE(get(t.st, "/a/%s/follow-up", t.key));
	CHECK_HAS(page, "Torget");
	CHECK_INT(post(t.st, "version=1&state=3&due=2025-10-01&progress=Sjukdom"
	               "&instead=Konsult+i+mars", "/a/%s/actions/3/follow",
	               t.key)->code, 303);
	page = PAGE(get(t.st, "/a/%s/follow-up", t.key));
	CHECK_HAS(page, "Sjukdom");
	CHECK_HAS(page, "Konsult i mars");
	CHECK_INT(get(t.st, "/a/%s/follow-up.csv", t.key)->code, 200);
	stage_close(t.st);
}

TEST(a_follow_up_takes_up_what_lives_on_in_the_version_before)
{
	struct trial t = trial_open();
	const char *next, *page;
	struct req *r;

	trial_end(&t, ASSESS_DONE);
	r = post(t.st, "reason=Revidering", "/a/%s/new-version", t.key);
	CHECK_INT(r->code, 303);
	next = arena_text(t.st->mem, r->location + 3, 10);
	page = PAGE(get(t.st, "/a/%s/follow-up", next));
	CHECK_HAS(page, "Laddplatser");
	CHECK_HAS(page, arena_print(t.st->mem, "/a/%s/actions/1", t.key));
	stage_close(t.st);
}
