#include "check.h"
#include "example.h"
#include "paper/paper.h"

static const char *annex(struct arena *mem, const char *name,
                         enum language language)
{
	struct markup out = markup_in(mem);
	struct document d;

	CHECK_INT(example_read(mem, example_with(mem, name, "{", "{"),
	                       &d).wrong, JSON_FINE);
	paper_html(document_annex(mem, &d, language), &out, 1);
	return out.text;
}

static const char *this_one(struct arena *mem)
{
	return annex(mem, "example/rsp_test_2025.json", SWEDISH);
}

static size_t times(const char *text, const char *part)
{
	size_t n = 0;

	for (text = strstr(text, part); text != NULL;
	     text = strstr(text + 1, part))
		n++;
	return n;
}

/* From one heading to the next of the same level. */
static const char *chapter(struct arena *mem, const char *text,
                           const char *heading)
{
	const char *from = strstr(text, heading), *to;

	ASSERT(from != NULL);
	to = strstr(from, "<h2");
	return to == NULL ? from : arena_text(mem, from, (size_t)(to - from));
}

TEST(the_annex_begins_with_its_summary_and_what_is_open)
{
	struct arena *mem = arena_new();
	const char *text = this_one(mem);
	const char *summary = chapter(mem, text, ">Sammanfattning<");

	CHECK(strstr(text, ">Sammanfattning<") < strstr(text, "id='f1'"));
	CHECK_HAS(summary, "3 fynd med negativ påverkan");
	CHECK_HAS(summary, "F20 är inte hanterat");
	CHECK_HAS(summary, "6 valda kombinationer");
	CHECK_HAS_NOT(summary, "20 fynd");
	arena_free(mem);
}

TEST(a_finding_is_printed_once_with_all_its_marks)
{
	struct arena *mem = arena_new();
	const char *text = this_one(mem);

	CHECK_INT(times(text, "id='f1'"), 1);
	CHECK_INT(times(text, "Dagligvaror och drivmedel finns kvar i "
	                      "småorter, så att äldre"), 1);
	CHECK_HAS(text, "Minskad ojämlikhet: Direkt positiv");
	CHECK_HAS(text, "Kvinnor + utrikes födda");
	arena_free(mem);
}

TEST(in_the_annex_a_goal_nobody_judged_is_a_hole)
{
	struct arena *mem = arena_new();
	const char *matrix = chapter(mem, this_one(mem),
	                             ">Målen och det som säkras<");

	CHECK_INT(times(matrix, "ej bedömt"), 6 + 2);
	CHECK_HAS(matrix, "inte vald");
	CHECK_HAS(matrix, "Inte valda som relevanta");
	CHECK_HAS(matrix, "1 Ingen fattigdom");
	arena_free(mem);
}

TEST(what_is_chosen_stands_in_a_chapter_of_its_own)
{
	struct arena *mem = arena_new();
	const char *text = this_one(mem);
	const char *happens = chapter(mem, text,
		">Konflikter och synergier: vad händer<");
	const char *chosen = chapter(mem, text,
		">Ställningstaganden och avvägningar<");

	CHECK_HAS(happens, "340 personer får då mer än tre mil");
	CHECK_HAS_NOT(happens, "Ska regionen ge stöd");
	CHECK_HAS(chosen, "Ska regionen ge stöd");
	CHECK_HAS_NOT(chosen, "340 personer");
	arena_free(mem);
}

TEST(both_sentences_of_a_dissent_are_printed)
{
	struct arena *mem = arena_new();
	const char *dissent = chapter(mem, this_one(mem),
	                              ">Delade meningar<");

	CHECK_HAS(dissent, "F8, Grupp A");
	CHECK_HAS(dissent, "Rådgivning på flera orter");
	CHECK_HAS(dissent, "F9, Grupp B");
	CHECK_HAS(dissent, "Stöd söks mest av män.");
	arena_free(mem);
}

TEST(an_action_of_another_organisation_is_printed_as_proposed)
{
	struct arena *mem = arena_new();

	CHECK_HAS(this_one(mem), "Föreslagen till Länsstyrelsen");
	arena_free(mem);
}

TEST(a_finished_annex_says_who_finished_it_and_when)
{
	struct arena *mem = arena_new();
	const char *text = annex(mem, "example/rsp_test_2021.json", ENGLISH);

	CHECK_HAS(text, "Maria Lund, regional utvecklingsdirektör, number 1, "
	                "14 December 2021");
	CHECK_HAS(text, "its content is locked");
	CHECK_HAS(text, "Directly negative");
	CHECK_HAS(text, "Dropped: Rådet vilade");
	arena_free(mem);
}

/* It stands as proposed, and what was noted is not lost. */
TEST(an_acceptance_noted_with_a_day_alone_is_printed_as_that)
{
	struct arena *mem = arena_new();
	struct markup out = markup_in(mem);
	struct document d;

	CHECK_INT(example_read(mem, example_with(mem,
	          "example/rsp_test_2025.json", "{", "{"), &d).wrong,
	          JSON_FINE);
	d.actions.v[0].other_org = "Länsstyrelsen";
	d.actions.v[0].accepted_on = 20000;
	paper_html(document_annex(mem, &d, SWEDISH), &out, 1);
	CHECK_HAS(out.text, "Föreslagen till Länsstyrelsen");
	CHECK_HAS(out.text, "accepterad 4 oktober 2024, utan uppgift om vem");
	arena_free(mem);
}
