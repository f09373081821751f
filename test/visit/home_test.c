#include "base/rights.h"
#include "example.h"
#include "stage.h"

TEST(the_overview_says_what_waits_for_the_one_who_leads)
{
	struct document before, now;
	struct stage *st = example_stage(NULL, &before, &now);
	struct req *r = get(st, "/o/%s", st->org_key);

	CHECK_INT(r->code, 200);
	CHECK_HAS(PAGE(r), "Tillgång till drivmedel");
	CHECK_HAS(PAGE(r), "/new'");
	stage_as_new(st, READ);
	r = get(st, "/o/%s", st->org_key);
	CHECK_INT(r->code, 200);
	CHECK_HAS(PAGE(r), "Inget väntar på dig just nu.");
	CHECK_HAS_NOT(PAGE(r), "/new'");
	stage_close(st);
}

TEST(anyone_may_read_the_statement_and_say_what_is_hard)
{
	struct stage *st = stage_open(NULL);
	struct req *r;

	stage_as_nobody(st);
	CHECK_INT(get(st, "/accessibility")->code, 200);
	r = get(st, "/accessibility/%s", st->org_key);
	CHECK_HAS(PAGE(r), st->org_name);
	r = post(st, "form=message&text=", "/accessibility/%s", st->org_key);
	CHECK_INT(r->code, 422);
	r = post(st, "form=message&text=Kontrasten+i+matrisen",
	         "/accessibility/%s", st->org_key);
	CHECK_INT(r->code, 303);
	stage_as_new(st, READ | ADMIN);
	CHECK_HAS(PAGE(get(st, "/o/%s", st->org_key)),
	          "Kontrasten i matrisen");
	stage_as_new(st, READ);
	CHECK_HAS_NOT(PAGE(get(st, "/o/%s", st->org_key)),
	              "Kontrasten i matrisen");
	stage_close(st);
}

TEST(the_statement_of_an_organisation_that_is_not_there_is_not_there)
{
	struct stage *st = stage_open(NULL);

	CHECK_INT(get(st, "/accessibility/nowhere")->code, 404);
	stage_close(st);
}
