/* The decision sheet: drafted alike, on one page, recommending nothing. */
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "brief/sheet.h"
#include "check.h"
#include "example.h"
#include "paper/paper.h"

static const struct hole_list none;

static struct document *example(struct arena *mem)
{
	struct document *d = arena_take(mem, sizeof *d);

	CHECK_INT(example_read(mem, example_with(mem,
		"example/rsp_test_2025.json", "{", "{"), d).wrong,
		JSON_FINE);
	return d;
}

static struct choice drafted(struct arena *mem, i64 conflict, i64 position,
                             enum language language)
{
	struct choice c;

	CHECK(choice_draft(mem, example(mem), conflict, position, language,
	                   &c));
	return c;
}

static struct paper *composed(struct arena *mem, const struct choice *c,
                              const struct hole_list *holes,
                              struct sheet_left *left)
{
	struct choice_list one = { (struct choice *)c, 1, 1 };

	return sheet_compose(mem, example(mem), &one, holes, SWEDISH, left);
}

static const char *html(struct arena *mem, const struct paper *p)
{
	struct markup out = markup_in(mem);

	paper_html(p, &out, 1);
	return out.text;
}

/* -- the draft ----------------------------------------------------------- */

TEST(the_same_document_gives_the_same_sheet)
{
	struct arena *mem = arena_new();
	struct choice a = drafted(mem, 1, 0, SWEDISH);
	struct choice b = drafted(mem, 1, 0, SWEDISH);

	CHECK_TEXT(html(mem, composed(mem, &a, &none, NULL)),
	           html(mem, composed(mem, &b, &none, NULL)));
	arena_free(mem);
}

TEST(a_sheet_asks_what_the_conflict_asks_and_says_who_decides)
{
	struct arena *mem = arena_new();
	struct choice c = drafted(mem, 1, 0, SWEDISH);
	const char *text = html(mem, composed(mem, &c, &none, NULL));

	CHECK_HAS(text, "Ska regionen ge stöd till fossila drivmedel");
	CHECK_HAS(text, "Regionala utvecklingsnämnden (RUN), 23 maj 2026");
	CHECK_HAS(text, "1,8 miljoner kronor mer");
	CHECK_HAS(text, "Grupp B: ”Två år räcker för att byta.");
	CHECK_HAS(text, "uppsökande och på tre språk");
	CHECK_HAS(text, "Äldre boende");
	CHECK_INT(text_lines(mem, c.asks).n, 3);
	arena_free(mem);
}

TEST(what_goes_on_as_today_is_doing_nothing_and_stands_first)
{
	struct arena *mem = arena_new();
	struct choice c = drafted(mem, 1, 0, SWEDISH);

	CHECK_INT(c.ways.n, 3);
	CHECK_TEXT(c.ways.v[0].title, "Behåll stödet som i dag");
	CHECK_INT(c.ways.v[0].reversible, REVERSIBLE_YES);
	CHECK_INT(c.ways.v[2].reversible, REVERSIBLE_NO);
	arena_free(mem);
}

TEST(doing_nothing_is_always_there)
{
	struct arena *mem = arena_new();

	for (i64 k = 1; k <= 4; k++) {
		struct choice c = drafted(mem, k, 0, SWEDISH);

		CHECK(c.ways.n >= 2);
		CHECK(k == 1 || strstr(c.ways.v[0].title, "Inget nytt"));
		CHECK_INT(choice_flaws(mem, &c), 0);
	}
	CHECK_HAS(drafted(mem, 0, 1, SWEDISH).ways.v[0].title, "Inget nytt");
	CHECK_HAS(drafted(mem, 0, 0, ENGLISH).ways.v[0].title, "Nothing new");
	arena_free(mem);
}

TEST(a_conflict_that_is_not_there_gives_no_sheet)
{
	struct arena *mem = arena_new();
	struct choice c;

	CHECK(!choice_draft(mem, example(mem), 99, 0, SWEDISH, &c));
	CHECK(!choice_draft(mem, example(mem), 0, 99, SWEDISH, &c));
	arena_free(mem);
}

static size_t words_count(const char *text)
{
	size_t n = 0;

	while (*text != '\0') {
		text += strspn(text, " \n\t");
		n += *text != '\0';
		text += strcspn(text, " \n\t");
	}
	return n;
}

static size_t words_of(const struct paper *p)
{
	size_t n = 0;

	for (const struct block *b = p->first; b != NULL; b = b->next) {
		for (size_t i = 0; i < b->spans.n; i++)
			n += words_count(b->spans.v[i].text);
		for (const struct block *i = b->child; i; i = i->next)
			n += words_count(i->spans.v[0].text);
		for (size_t i = 0; i < b->rows.n; i++)
			for (size_t k = 0; k < b->rows.v[i].cells.n; k++)
				n += words_count(b->rows.v[i].cells.v[k]
				                 .lines.v[0].text);
	}
	return n;
}

TEST(a_draft_is_at_most_250_words)
{
	struct arena *mem = arena_new();

	for (i64 k = 0; k <= 4; k++) {
		struct choice c = drafted(mem, k, 0, SWEDISH);

		CHECK(words_of(composed(mem, &c, &none, NULL)) <= 250);
	}
	arena_free(mem);
}

TEST(a_price_is_money_when_it_says_a_sum_and_else_told_of_people)
{
	static const struct { const char *price; bool money; } all[] = {
		{ "Det ställer högre krav på alla", false },
		{ "Sekretess för de boende", false },
		{ "Fler kroniskt sjuka väntar", false },
		{ "Kronhjort och kritik, 7 kriser", false },
		{ "Tusen kr eller sek i kommunen", false },
		{ "500 kr i månaden", true }, { "500kr", true },
		{ "5\u00a0000\u00a0kr", true }, { "SEK 400", true },
		{ "1,8 miljoner mer", true }, { "2 mkr", true },
		{ "Ryms i budget", true }, { "Högre kostnader.", true },
		{ "Tusen kronor", true },
	};

	for (size_t i = 0; i < COUNT(all); i++) {
		struct arena *mem = arena_new();
		struct document *d = example(mem);
		struct way_list *ways = &d->conflicts.v[0].ways;
		struct choice c;

		for (size_t k = 0; k < ways->n; k++)
			ways->v[k].price = all[i].price;
		CHECK(choice_draft(mem, d, d->conflicts.v[0].no, 0, SWEDISH,
		                   &c));
		CHECK_INT(!text_blank(c.ways.v[1].money), all[i].money);
		CHECK_INT(strstr(c.ways.v[1].people, all[i].price) == NULL,
		          all[i].money);
		arena_free(mem);
	}
}

TEST(a_draft_keeps_all_and_the_page_says_what_it_leaves_out)
{
	struct arena *mem = arena_new();
	struct document *d = example(mem);
	struct conflict *c = &d->conflicts.v[0];
	const char *long_one = "Grupp 0: Två år räcker inte för oss som bor "
		"långt bort, och vi har sagt det förut utan att någon har "
		"svarat på hur vi ska ta oss till affären, skolan och "
		"vården när bussen inte går längre";
	struct choice draft;
	struct sheet_left left;

	c->dissent = long_one;
	for (int i = 1; i < 12; i++)
		c->dissent = arena_print(mem, "%s\nGrupp %d: Nej till det",
		                         c->dissent, i);
	c->ways.n = 0;
	for (int i = 1; i <= 8; i++)
		*PUSH(mem, &c->ways) = (struct way){ .gain = "", .note = "",
			.title = arena_print(mem, "Väg %d", i), .price = "" };
	CHECK(choice_draft(mem, d, c->no, 0, SWEDISH, &draft));
	CHECK_INT(draft.ways.n, 9);
	CHECK_TEXT(draft.ways.v[8].title, "Väg 8");
	CHECK_HAS(draft.voices, long_one);
	CHECK_HAS(draft.voices, "Grupp 11: Nej");
	CHECK_HAS(html(mem, composed(mem, &draft, &none, &left)),
	          "Allt får inte plats");
	CHECK(left.voices > 0);
	arena_free(mem);
}

/* -- what it never says -------------------------------------------------- */

TEST(a_sheet_recommends_nothing_and_has_no_matrix_or_bare_goal)
{
	static const char *const never[] = {
		"rekommend", "bör ", "lämplig", "bäst", "återremi", "avslå",
		"bifall", "föreslår", "recommend", "should", "refer back",
		"reject", "approve", " best ", "matrix", "<svg", "Mål ",
		"Goal ", "class='sdg",
	};
	struct arena *mem = arena_new();

	for (i64 k = 0; k <= 4; k++)
		for (int l = SWEDISH; l <= ENGLISH; l++) {
			struct choice c = drafted(mem, k, 0,
				(enum language)l);
			struct choice_list one = { &c, 1, 1 };
			const char *text = html(mem, sheet_compose(mem,
				example(mem), &one, &none, (enum language)l,
				NULL));

			for (size_t i = 0; i < COUNT(never); i++)
				CHECK_HAS_NOT(text, never[i]);
		}
	arena_free(mem);
}

TEST(a_voice_is_a_groups_and_a_line_without_one_is_a_flaw)
{
	struct arena *mem = arena_new();
	struct choice c = drafted(mem, 1, 0, SWEDISH);

	CHECK_TEXT(voice_read(mem, "Grupp A:  ja").who, "Grupp A");
	CHECK_TEXT(voice_read(mem, "Grupp A:  ja").says, "ja");
	CHECK_TEXT(voice_read(mem, "Ingen säger").who, "");
	c.voices = "Två år räcker.";
	CHECK_INT(choice_flaws(mem, &c), CHOICE_NO_GROUP);
	c.voices = "";
	c.asks = "A?\nB?\nC?\nD?";
	CHECK_INT(choice_flaws(mem, &c), CHOICE_ASKS);
	arena_free(mem);
}

TEST(what_a_law_demands_stands_on_the_sheet_whatever_else_must_go)
{
	struct arena *mem = arena_new();
	struct choice c = drafted(mem, 1, 0, SWEDISH);
	struct hole law[] = {
		{ .kind = HOLE_CHILDREN, .lawful = true, .reason = "",
		  .fact = "Prövning av barnets bästa är inte gjord." },
		{ .kind = HOLE_BY_SEX, .reason = "", .fact = "Totaler." },
	};
	struct hole_list holes = { law, 2, 2 };
	struct sheet_left left;
	const char *text;

	for (int i = 0; i < 40; i++)
		c.unknown = arena_print(mem, "%s\nHur många %d?", c.unknown,
		                        i);
	text = html(mem, composed(mem, &c, &holes, &left));
	CHECK_HAS(text, "Lagkrav: </strong>Prövning av barnets bästa är inte "
	          "gjord.");
	CHECK_HAS_NOT(text, "Totaler.");
	CHECK(left.unknown > 20);
	CHECK_HAS(text, "Allt får inte plats på sidan");
	arena_free(mem);
}

/* -- one page ------------------------------------------------------------ */

static int pages(struct arena *mem, const struct paper *p)
{
	char name[] = "/tmp/sheet-test-XXXXXX", line[200];
	int fd = mkstemp(name), n = 0;
	struct bytes pdf;
	FILE *f;

	CHECK_OK(paper_pdf(p, mem, &pdf));
	CHECK_INT(write(fd, pdf.v, pdf.n), pdf.n);
	close(fd);
	f = popen(arena_print(mem, "pdfinfo %s", name), "r");
	while (fgets(line, sizeof line, f) != NULL)
		sscanf(line, "Pages: %d", &n);
	pclose(f);
	remove(name);
	return n;
}

/* The same numbers each time. */
static unsigned next(unsigned *seed)
{
	return *seed = *seed * 1103515245u + 12345u, *seed >> 16;
}

static const char *some_text(struct arena *mem, unsigned *seed, size_t most)
{
	static const char *const words[] = {
		"vi", "har", "sett", "att", "butiken", "regionen",
		"kollektivtrafik", "MWMWMW", "Åäö", "servicepunkt", "1,8",
		"hållbarhetssäkringsmodell", "naturvårdsverket", "och",
		"Giehtjedit", "漢字", "i", "WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW",
	};
	size_t n = 1 + next(seed) % most;
	const char *text = words[next(seed) % COUNT(words)];

	while (n-- > 1)
		text = arena_print(mem, "%s %s", text,
		                   words[next(seed) % COUNT(words)]);
	return text;
}

static const char *some_lines(struct arena *mem, unsigned *seed, size_t most,
                              size_t words)
{
	size_t n = next(seed) % most;
	const char *text = "";

	while (n-- > 0)
		text = arena_print(mem, "%sGrupp: %s\n", text,
		                   some_text(mem, seed, words));
	return text;
}

static struct choice some_choice(struct arena *mem, unsigned *seed, size_t size)
{
	struct choice c = {
		.question = some_text(mem, seed, size),
		.body = some_text(mem, seed, size), .decided_on = 20000,
		.voices = some_lines(mem, seed, size, size),
		.changes = some_lines(mem, seed, size, size),
		.asks = some_lines(mem, seed, 4, size),
		.unknown = some_lines(mem, seed, size, size),
	};
	size_t n = 2 + next(seed) % (CHOICE_WAYS - 1);

	for (size_t i = 0; i < n; i++)
		*PUSH(mem, &c.ways) = (struct choice_way){
			.title = some_text(mem, seed, size),
			.people = some_text(mem, seed, size),
			.place = some_text(mem, seed, size / 2 + 1),
			.money = some_text(mem, seed, size / 2 + 1),
			.note = some_text(mem, seed, size / 2 + 1),
			.reversible = (enum reversible)(next(seed) % 4) };
	return c;
}

TEST(a_sheet_is_one_page_whatever_is_written_on_it)
{
	unsigned seed = 7;

	if (system("command -v pdfinfo >/dev/null") != 0)
		return;
	for (size_t i = 0; i < 60; i++) {
		struct arena *mem = arena_new();
		struct choice c = some_choice(mem, &seed, 3 + i % 25);
		struct hole law[3] = {{0}};
		struct hole_list holes = { law, i % 4, 3 };

		for (size_t k = 0; k < COUNT(law); k++)
			law[k] = (struct hole){ .lawful = true,
				.fact = "Konsultation är inte gjord.",
				.reason = some_text(mem, &seed, 12) };
		CHECK_INT(pages(mem, composed(mem, &c, &holes, NULL)), 1);
		arena_free(mem);
	}
}

TEST(several_choices_are_a_page_each)
{
	struct arena *mem = arena_new();
	struct choice two[] = { drafted(mem, 1, 0, SWEDISH),
	                        drafted(mem, 2, 0, SWEDISH) };
	struct choice_list all = { two, 2, 2 };

	if (system("command -v pdfinfo >/dev/null") == 0)
		CHECK_INT(pages(mem, sheet_compose(mem, example(mem), &all,
			&none, SWEDISH, NULL)), 2);
	arena_free(mem);
}

TEST(the_example_fits_without_leaving_anything_out)
{
	struct arena *mem = arena_new();

	for (i64 k = 0; k <= 4; k++) {
		struct choice c = drafted(mem, k, 0, SWEDISH);
		struct sheet_left left;

		composed(mem, &c, &none, &left);
		CHECK_INT(left.ways + left.voices + left.changes +
		          left.unknown + left.shortened, 0);
	}
	arena_free(mem);
}
