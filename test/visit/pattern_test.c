/* What comes back from one assessment to the next. */
#include "renew/pattern.h"
#include "trial.h"
#include "workshop/after.h"

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

TEST(what_is_seen_many_times_in_an_assessment_counts_once)
{
	struct seen v[] = {
		{ 7, 1, false, "G" }, { 7, 1, true, "G" }, { 7, 2, false, "G" },
		{ 8, 1, true, "H" }, { 9, 1, false, "I" },
	};
	struct seen_list all = { v, COUNT(v), COUNT(v) };
	struct tally_list t = {0};
	struct arena *mem = arena_new();

	pattern_tally(mem, &all, &t);
	CHECK_INT(t.n, 3);
	CHECK_INT(t.v[0].what, 8);      /* as often, out of fewer */
	CHECK_INT(t.v[1].hit, 1);
	CHECK_INT(t.v[1].of, 2);
	CHECK_INT(t.v[2].hit, 0);
	arena_free(mem);
}

static const char *shown(struct trial *t, const char *rest)
{
	return PAGE(get(t->st, "/o/%s/patterns%s", t->st->org_key, rest));
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
	CHECK_HAS(page, "data-l='Dagar från början till slut'>0</td>");
	CHECK_HAS_NOT(page, "8 Arbete");        /* only a question there */
	stage_close(t.st);
}

TEST(patterns_are_of_the_year_it_was_finished_and_say_how_many_are_begun)
{
	struct trial t = trial_open();
	const char *page;

	CHECK_HAS(shown(&t, ""), "Just nu är en säkring påbörjad och inte"
	          " klar.");
	CHECK_INT(post(t.st, "", "/a/%s/finish/done", t.key)->code, 303);
	page = shown(&t, "?year=2025");
	CHECK_HAS(page, "Mönster, 2025");
	CHECK_HAS(page, "13 Klimat");
	CHECK_HAS(page, "Slag av aktörer som oftast saknas");
	CHECK_HAS(page, "av 1 säkring</span><span class='m'>");
	CHECK_HAS(page, "patterns.csv?year=2025");
	page = shown(&t, "?year=2024");
	CHECK_HAS(page, "Ingen säkring blev klar 2024.");
	CHECK_HAS_NOT(page, "13 Klimat");
	CHECK_HAS(page, "Just nu är ingen säkring påbörjad.");
	CHECK_HAS(shown(&t, "?year=x"), "<h1>Mönster</h1>");
	stage_close(t.st);
}

/* So many answer, each by a link of their own. */
static void answer_on_meeting(struct trial *t, int from, int to)
{
	struct scope s = stage_scope(t->st);

	for (int i = from; i < to; i++) {
		struct guest g = { .workshop = t->workshop_id,
			.kind = GUEST_PERSON, .key = arena_print(t->st->mem,
			"guest-%d", i) };
		struct evaluation e = { .worth = i < 3 ? 5 : 2, .pace = 2,
		                        .text = "Mer kaffe" };

		IN_WRITE(t->st, evaluation_set(&s, &g, &e));
	}
}

TEST(what_was_thought_of_meetings_is_counts_of_answers_and_of_four_nothing)
{
	struct trial t = trial_open();
	const char *page;

	answer_on_meeting(&t, 0, 4);
	CHECK_INT(post(t.st, "", "/a/%s/finish/done", t.key)->code, 303);
	page = shown(&t, "");
	CHECK_HAS(page, "Färre än fem svarade.");
	CHECK_HAS_NOT(page, "5, helt och hållet' class='num'>3<");
	answer_on_meeting(&t, 4, 5);
	page = shown(&t, "");
	CHECK_HAS(page, "<td data-l='2' class='num'>2</td>");
	CHECK_HAS(page, "5, helt och hållet' class='num'>3</td>");
	CHECK_HAS(page, "Lagom' class='num'>5</td>");
	CHECK_HAS(page, "Svarade' class='num'>5</td>");
	CHECK_HAS_NOT(page, "Mer kaffe");
	stage_close(t.st);
}

TEST(a_file_of_patterns_has_a_row_for_each_count_with_whose_it_is)
{
	struct trial t = trial_open();
	struct req *r;
	const char *text;

	CHECK_INT(post(t.st, "", "/a/%s/finish/done", t.key)->code, 303);
	r = get(t.st, "/o/%s/patterns.csv?year=2025", t.st->org_key);
	CHECK_INT(r->code, 200);
	text = arena_text(t.st->mem, r->bytes.v, r->bytes.n);
	CHECK_HAS(text, arena_print(t.st->mem, "%s;2025;Klara säkringar som"
	          " är räknade;;;1;", t.st->org_name));
	CHECK_HAS(text, ";Säkringar där målet påverkas negativt;13 Klimat");
	CHECK_HAS(text, ";Säkringar där aktören saknades;Samebyar;;1;1");
	r = get(t.st, "/o/%s/patterns.xlsx", t.st->org_key);
	CHECK_INT(r->code, 200);
	CHECK_TEXT(r->download, "monster.xlsx");
	stage_close(t.st);
}
