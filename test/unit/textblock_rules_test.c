#include "base/text.h"
#include "brief/brief.h"
#include "check.h"
#include "example.h"
#include "paper/paper.h"

static struct document example(struct arena *mem)
{
	struct document d;

	CHECK_INT(example_read(mem, example_with(mem,
		"example/rsp_test_2025.json", "{", "{"), &d).wrong, JSON_FINE);
	return d;
}

static struct block_lines draft(struct arena *mem, const struct document *d)
{
	struct block_lines all;

	textblock_draft(mem, d, SWEDISH, &all);
	return all;
}

static const struct block_line *line(const struct block_lines *all,
                                     const char *key)
{
	for (size_t i = 0; i < all->n; i++)
		if (same(all->v[i].key, key))
			return &all->v[i];
	return NULL;
}

static const char *plain(struct arena *mem, const struct block_lines *all)
{
	struct block_lines none = {0};
	struct text_block t = { .language = SWEDISH };

	textblock_merge(mem, all, &none, &t);
	return textblock_plain(mem, &t);
}

static size_t times(const char *text, const char *part)
{
	size_t n = 0;

	for (text = strstr(text, part); text != NULL;
	     text = strstr(text + 1, part))
		n++;
	return n;
}

/* -- the example --------------------------------------------------------- */

TEST(the_example_is_said_in_eight_to_fifteen_lines_with_the_annex_last)
{
	struct arena *mem = arena_new();
	struct document d = example(mem);
	struct block_lines all = draft(mem, &d);

	CHECK(all.n >= 8 && all.n <= LINES_MOST);
	CHECK_TEXT(all.v[all.n - 1].key, "annex");
	for (size_t i = 1; i < all.n; i++)
		CHECK(all.v[i].about >= all.v[i - 1].about);
	arena_free(mem);
}

static bool there_is(const struct document *d, char kind, i64 no)
{
	size_t n = 0;

	for (size_t i = 0; i < d->findings.n; i++)
		n += kind == 'F' && d->findings.v[i].no == no;
	for (size_t i = 0; i < d->conflicts.n; i++)
		n += kind == 'K' && d->conflicts.v[i].no == no;
	for (size_t i = 0; i < d->actions.n; i++)
		n += kind == 'A' && d->actions.v[i].no == no;
	for (size_t i = 0; i < d->positions.n; i++)
		n += kind == 'V' && d->positions.v[i].no == no;
	return n == 1;
}

TEST(each_line_rests_on_something_that_is_there)
{
	struct arena *mem = arena_new();
	struct document d = example(mem);
	struct block_lines all = draft(mem, &d);

	for (size_t i = 0; i < all.n; i++) {
		const char *basis = all.v[i].basis;

		CHECK(*basis != '\0');
		while (*basis >= 'A' && *basis <= 'Z') {
			size_t n = strcspn(basis, " ");
			i64 no = 0;

			CHECK(number_read(arena_text(mem, basis + 1, n - 1),
			                  1, 1000, &no));
			CHECK(there_is(&d, *basis, no));
			basis += n + strspn(basis + n, " ");
		}
	}
	arena_free(mem);
}

TEST(groups_are_named_in_the_sentence_or_right_after_it_and_not_twice)
{
	struct arena *mem = arena_new();
	struct document d = example(mem);
	struct block_lines all = draft(mem, &d);

	CHECK_TEXT(line(&all, "F2")->text, "Läkemedel går att hämta på orten."
	           " Det berör äldre.");
	CHECK_TEXT(line(&all, "F5")->text, "Omsorgsresorna blir färre, och "
	           "det sparar mest tid för kvinnor.");
	CHECK_HAS(line(&all, "F6")->text, "Det berör renskötande samer.");
	*PUSH(mem, &d.findings.v[9].groups) = "women+foreign_born";
	*PUSH(mem, &d.findings.v[9].groups) = "age_65_79+age_80";
	all = draft(mem, &d);
	CHECK_HAS(line(&all, "F10")->text, "Det berör kvinnor i gruppen "
	          "utrikes födda och äldre.");
	arena_free(mem);
}

TEST(findings_that_pull_apart_on_a_goal_are_one_sentence)
{
	struct arena *mem = arena_new();
	struct document d = example(mem);
	struct block_lines all = draft(mem, &d);

	CHECK_HAS(line(&all, "F3")->text, "på orter som får stöd, samtidigt "
	          "som inköpsresorna blir kortare när butiken ligger kvar. "
	          "Därför pågår åtgärden ”Plan för drivmedelsomställning”");
	CHECK_TEXT(line(&all, "F3")->basis, "F3 F4 A3");
	CHECK(line(&all, "F4") == NULL);
	arena_free(mem);
}

TEST(a_name_keeps_its_capital_and_an_adverb_its_order_of_words)
{
	struct arena *mem = arena_new();
	struct document d = example(mem);
	struct block_lines all;

	d.findings.v[3].sentence = "Åre får kortare inköpsresor";
	all = draft(mem, &d);
	CHECK_HAS(line(&all, "F3")->text, "stöd. Samtidigt finns en påverkan "
	          "åt andra hållet: Åre får kortare inköpsresor. Därför");
	d.findings.v[3].sentence = "På sikt blir inköpsresorna kortare..";
	all = draft(mem, &d);
	CHECK_HAS(line(&all, "F3")->text, "hållet: På sikt blir inköpsresorna "
	          "kortare. Därför");
	arena_free(mem);
}

TEST(what_the_groups_disagree_on_is_said_by_each_in_their_words)
{
	struct arena *mem = arena_new();
	struct document d = example(mem);
	struct block_lines all = draft(mem, &d);
	const char *text = line(&all, "F8")->text;

	CHECK_HAS(text, "tycker olika om målet Jämställdhet");
	CHECK_HAS(text, d.findings.v[7].sentence);
	CHECK_HAS(text, d.findings.v[8].sentence);
	CHECK_HAS_NOT(text, "Grupp A");
	arena_free(mem);
}

TEST(a_fact_is_said_once)
{
	struct arena *mem = arena_new();
	struct document d = example(mem);
	struct block_lines all = draft(mem, &d);
	const char *text = plain(mem, &all);

	for (size_t i = 0; i < d.findings.n; i++)
		CHECK(times(text, d.findings.v[i].sentence) <= 1);
	for (size_t i = 0; i < d.actions.n; i++)
		CHECK(times(text, d.actions.v[i].title) <= 1);
	arena_free(mem);
}

TEST(what_is_chosen_never_shares_a_paragraph_with_what_follows)
{
	struct arena *mem = arena_new();
	struct document d = example(mem);
	struct block_lines all;

	d.conflicts.v[0].chosen = "Vi ställer om till 2029.";
	d.conflicts.v[0].chosen_on = d.conflicts.v[0].due;
	all = draft(mem, &d);
	CHECK_TEXT(line(&all, "K1")->text, "Valet ”Tillgång till drivmedel "
	           "eller lägre klimatpåverkan” är gjort av Regionala "
	           "utvecklingsnämnden (RUN) den 23 maj 2026: Vi ställer om "
	           "till 2029.");
	for (size_t i = 0; i < all.n; i++)
		CHECK((all.v[i].about == ABOUT_CHOICES) ==
		      (strstr(all.v[i].basis, "K") != NULL));
	arena_free(mem);
}

TEST(the_draft_neither_scores_nor_recommends)
{
	static const char *const words[] = {
		"bör ", "rekommender", "föreslår att", "sammantaget", "poäng",
		"nettoeffekt", "överväger", " 5 ", "mål 1", "R4", "JM", NULL,
	};
	struct arena *mem = arena_new();
	struct document d = example(mem);
	struct block_lines all = draft(mem, &d);
	const char *text = plain(mem, &all);

	for (size_t i = 0; words[i] != NULL; i++)
		CHECK_HAS_NOT(text, words[i]);
	arena_free(mem);
}

TEST(an_empty_assessment_is_one_honest_sentence)
{
	struct arena *mem = arena_new();
	struct document d = example(mem);
	struct block_lines all;

	d.findings.n = d.conflicts.n = d.positions.n = 0;
	all = draft(mem, &d);
	CHECK_INT(all.n, 1);
	CHECK_HAS(all.v[0].text, "inga fynd än");
	CHECK_HAS(all.v[0].text, "inte bedömda");
	arena_free(mem);
}

TEST(where_there_are_only_gaps_nothing_is_said_to_follow)
{
	struct arena *mem = arena_new();
	struct document d = example(mem);
	struct block_lines all;

	d.findings.v[0] = d.findings.v[6];
	d.findings.n = 1;
	d.conflicts.n = d.positions.n = 0;
	all = draft(mem, &d);
	for (size_t i = 0; i < all.n; i++)
		CHECK(all.v[i].about >= ABOUT_UNKNOWN);
	CHECK_HAS(line(&all, "F7")->text, "Mer kunskap behövs om detta, och "
	          "svar väntas från GIS-enheten senast 1 december 2025.");
	CHECK_HAS_NOT(plain(mem, &all), "ingen påverkan");
	arena_free(mem);
}

TEST(tried_without_effect_is_said_as_that_and_not_as_a_gap)
{
	struct arena *mem = arena_new();
	struct document d = example(mem);
	struct block_lines all;

	d.findings.v[0] = d.findings.v[16];
	d.findings.n = 1;
	d.conflicts.n = d.positions.n = 0;
	all = draft(mem, &d);
	CHECK_HAS(line(&all, "none")->text, "prövade också målet God "
	          "utbildning för alla och såg ingen påverkan.");
	CHECK_HAS(line(&all, "unjudged")->text, "inte gjorda än");
	CHECK_TEXT(line(&all, "annex")->text, "Hållbarhetssäkringen pågår, "
	           "och läget hittills finns i bilagan.");
	arena_free(mem);
}

TEST(three_hundred_findings_are_fifteen_lines_and_a_count_of_the_rest)
{
	struct arena *mem = arena_new();
	struct document d = example(mem);
	struct block_lines all;

	for (i64 i = 0; i < 280; i++) {
		struct finding *f = PUSH(mem, &d.findings);

		*f = d.findings.v[i % 2 == 0 ? 2 : 9];
		f->id = 1000 + i;
		f->no = 21 + i;
		f->sentence = arena_print(mem, "Följd %lld kommer.", i);
	}
	all = draft(mem, &d);
	CHECK_INT(all.n, LINES_MOST);
	CHECK_HAS(line(&all, "annex")->text, "fynd till.");
	CHECK_HAS(line(&all, "annex")->text, "av dem är negativa.");
	arena_free(mem);
}

TEST(the_same_document_gives_the_same_lines_and_english_has_its_own_frames)
{
	struct arena *mem = arena_new();
	struct document d = example(mem);
	struct block_lines a = draft(mem, &d), b = draft(mem, &d), en;

	CHECK_TEXT(plain(mem, &a), plain(mem, &b));
	textblock_draft(mem, &d, ENGLISH, &en);
	CHECK_INT(en.n, a.n);
	CHECK_HAS(line(&en, "F3")->text, ", while inköpsresorna");
	CHECK_HAS(line(&en, "F2")->text, "This concerns older people.");
	arena_free(mem);
}

/* -- what people made of it ---------------------------------------------- */

static struct block_line kept(const char *key, const char *text,
                              const char *was)
{
	return (struct block_line){ .key = key, .text = text,
		.was_drafted = was, .about = ABOUT_PEOPLE, .basis = "F2",
		.by_hand = true, .version = 1, .perspective = "",
		.drafted = "" };
}

TEST(a_line_changed_by_hand_stands_and_tells_when_its_draft_has_moved)
{
	struct arena *mem = arena_new();
	struct document d = example(mem);
	struct block_lines now = draft(mem, &d), old = {0};
	struct text_block t = { .language = SWEDISH };

	*PUSH(mem, &old) = kept("F2", "Apoteket är kvar.",
	                        line(&now, "F2")->text);
	textblock_merge(mem, &now, &old, &t);
	CHECK_TEXT(line(&t.lines, "F2")->text, "Apoteket är kvar.");
	CHECK(!line(&t.lines, "F2")->changed);
	d.findings.v[1].sentence = "Läkemedel kommer med posten.";
	now = draft(mem, &d);
	textblock_merge(mem, &now, &old, &t);
	CHECK_TEXT(line(&t.lines, "F2")->text, "Apoteket är kvar.");
	CHECK(line(&t.lines, "F2")->changed);
	CHECK_HAS(line(&t.lines, "F2")->drafted, "med posten");
	CHECK_TEXT(d.findings.v[1].sentence, "Läkemedel kommer med posten.");
	arena_free(mem);
}

TEST(a_line_whose_finding_is_gone_stays_with_a_note)
{
	struct arena *mem = arena_new();
	struct document d = example(mem);
	struct block_lines now = draft(mem, &d), old = {0};
	struct text_block t = { .language = SWEDISH };

	*PUSH(mem, &old) = kept("F99", "Det var en gång.", "Det är.");
	textblock_merge(mem, &now, &old, &t);
	CHECK_INT(t.gone, 1);
	CHECK(line(&t.lines, "F99")->changed);
	CHECK_TEXT(line(&t.lines, "F99")->drafted, "");
	arena_free(mem);
}

TEST(each_perspective_has_a_line_and_an_empty_one_says_which_kind_of_empty)
{
	struct arena *mem = arena_new();
	struct document d = example(mem);
	struct block_lines now, none = {0};
	struct text_block t = { .language = SWEDISH, .headed = true };
	const char *text;

	now = draft(mem, &d);
	textblock_merge(mem, &now, &none, &t);
	textblock_by_perspective(mem, &d, &t);
	text = textblock_plain(mem, &t);
	CHECK_HAS(text, "Barn\nFöljderna är inte bedömda.");
	CHECK_HAS(text, "Miljö och klimat\nFossila drivmedel");
	CHECK_HAS(text, "Val och avvägningar\nValet");
	for (size_t i = 0; i < d.findings.n; i++)
		CHECK(times(text, d.findings.v[i].sentence) <= 1);
	*PUSH(mem, &d.findings.v[16].groups) = "age_6_12";
	textblock_merge(mem, &now, &none, &t);
	textblock_by_perspective(mem, &d, &t);
	CHECK_HAS(textblock_plain(mem, &t), "Barn\nFöljderna är prövade");
	d.findings.v[16].kind = FINDING_GAP;
	textblock_merge(mem, &now, &none, &t);
	textblock_by_perspective(mem, &d, &t);
	CHECK_HAS(textblock_plain(mem, &t), "Barn\nMer kunskap behövs");
	arena_free(mem);
}

TEST(on_paper_the_lines_are_paragraphs_without_numbers)
{
	struct arena *mem = arena_new();
	struct document d = example(mem);
	struct block_lines now = draft(mem, &d), old = {0};
	struct text_block t = { .language = SWEDISH };
	struct paper *p = paper_new(mem, "sv", "Prov");
	struct markup out = markup_in(mem);

	*PUSH(mem, &old) = kept("F2", "Apoteket är kvar.", "");
	old.v[0].left_out = true;
	textblock_merge(mem, &now, &old, &t);
	textblock_write(&t, p, 2);
	paper_html(p, &out, 1);
	CHECK_INT(times(out.text, "<p>"), 6);
	CHECK_HAS(out.text, "når dem. Omsorgsresorna blir färre");
	CHECK_HAS_NOT(out.text, "Apoteket");
	CHECK_HAS_NOT(out.text, "F1");
	arena_free(mem);
}

TEST(a_line_that_was_broken_by_hand_is_not_new_since_it_was_used)
{
	struct arena *mem = arena_new();
	struct block_line line = { .text = "Ett \n\ntvå" };
	struct text_block t = { .lines = { &line, 1, 1 } };

	textblock_since(mem, arena_print(mem, "%s\n",
		textblock_flat(mem, line.text)), &t);
	CHECK_INT(t.new_since.n, 0);
	CHECK_INT(t.gone_since.n, 0);
	arena_free(mem);
}
