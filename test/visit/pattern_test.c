/* What comes back from one assessment to the next. */
#include "renew/pattern.h"
#include "trial.h"

TEST(quartiles_are_values_that_are_there)
{
	i64 days[] = { 9, 1, 5, 3, 7 };
	struct i64_list all = { days, COUNT(days), COUNT(days) }, none = {0};
	struct quartiles q = quartiles_of(&all);

	CHECK_INT(q.first, 3);
	CHECK_INT(q.median, 5);
	CHECK_INT(q.third, 7);
	CHECK(quartiles_of(&none).median == -1);
}

TEST(a_pattern_counts_assessments_and_says_out_of_how_many)
{
	struct trial t = trial_open();
	const char *page = PAGE(get(t.st, "/o/%s/patterns", t.st->org_key));

	CHECK_HAS(page, "Ingen säkring är klar ännu.");
	CHECK_INT(post(t.st, "", "/a/%s/finish/done", t.key)->code, 303);
	page = PAGE(get(t.st, "/o/%s/patterns", t.st->org_key));
	CHECK_HAS(page, "En säkring är räknad.");
	CHECK_HAS(page, "13 Klimat");
	CHECK_HAS(page, "1 av 1 som bedömde målet");
	CHECK_HAS(page, "Samebyar");
	CHECK_HAS(page, "0, hälften mellan 0–0");
	CHECK_HAS_NOT(page, "8 Arbete");        /* only a question there */
	stage_close(t.st);
}
