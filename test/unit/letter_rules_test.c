/* Points, lines, and what a letter lacks. */
#include "check.h"
#include "matter/letter.h"

/* -- points -------------------------------------------------------------- */

TEST(a_point_that_begins_with_a_verb_is_fine)
{
	struct arena *mem = arena_new();
	static const char *const fine[] = {
		"godkänna resultatrapport inklusive plan framåt",
		"att anta programmet", "1. avslå motionen",
		"Fastställa taxan från 1 januari", "inte bifalla medborgarförslaget",
		"uppdra åt regiondirektören att återkomma i juni",
		"ge nämnden i uppdrag att se över stödet",
		"överse avgifterna och reglerna", "medge undantag",
		"återremittera ärendet", "lägga informationen till handlingarna",
		"till styrelsen överlämna yttrandet", "ställa sig bakom planen",
		"bistå kommunerna", "även notera rapporten",
	};

	for (size_t i = 0; i < COUNT(fine); i++)
		if (point_flaws(mem, fine[i]) != 0)
			fail_msg("%s: %u", fine[i], point_flaws(mem, fine[i]));
	arena_free(mem);
}

TEST(a_point_without_a_verb_with_several_acts_or_leaning_is_told)
{
	struct arena *mem = arena_new();
	static const struct { const char *text; unsigned flaws; } all[] = {
		{ "Rapporten godkänns", POINT_NO_VERB },
		{ "Detta är en plan", POINT_NO_VERB },
		{ "", POINT_NO_VERB },
		{ "Godkänd", POINT_NO_VERB },
		{ "anta planen och att sända den", POINT_SEVERAL },
		{ "anta planen samt avsätta medel", POINT_SEVERAL },
		{ "anta planen samt dess bilagor", 0 },
		{ "anta planen; avsätta medel", POINT_SEVERAL },
		{ "besluta enligt ovan", POINT_LEANS },
		{ "Planen enligt ovan", POINT_NO_VERB | POINT_LEANS },
	};

	for (size_t i = 0; i < COUNT(all); i++)
		if (point_flaws(mem, all[i].text) != all[i].flaws)
			fail_msg("%s: %u", all[i].text,
			         point_flaws(mem, all[i].text));
	arena_free(mem);
}

TEST(what_people_put_before_a_point_is_not_part_of_it)
{
	struct arena *mem = arena_new();
	struct written_lines all = {0};

	letter_lines(mem, LETTER_PROPOSAL, "1. att anta\n- avslå\n\n 2) ge\n"
	             "2026 års plan antas", &all);
	CHECK_INT(all.n, 4);
	CHECK_TEXT(all.v[0].text, "anta");
	CHECK_TEXT(all.v[1].text, "avslå");
	CHECK_TEXT(all.v[2].text, "ge");
	CHECK_TEXT(all.v[3].text, "2026 års plan antas");
	CHECK(all.v[0].kind == WRITTEN_POINT);
	arena_free(mem);
}

TEST(a_line_is_a_paragraph_a_heading_or_an_item)
{
	struct arena *mem = arena_new();
	struct written_lines all = {0};

	letter_lines(mem, LETTER_RESULT, "# Barn\nEn rad\n\n- sak\n#nej", &all);
	CHECK_INT(all.n, 4);
	CHECK(all.v[0].kind == WRITTEN_HEAD && all.v[1].kind == WRITTEN_TEXT);
	CHECK(all.v[2].kind == WRITTEN_ITEM && all.v[3].kind == WRITTEN_TEXT);
	CHECK_TEXT(all.v[0].text, "Barn");
	arena_free(mem);
}

/* -- what is lacking ----------------------------------------------------- */

static struct letter letter_of(struct arena *mem, int set)
{
	struct letter l = { .matter.registry_no = "RS/1", .org = "",
	                    .wording = "RS beslutar att", .receiver = "RS",
	                    .dated_on = 20000 };
	struct heading_list all = {0};

	letter_set_shipped(mem, set, &all);
	for (size_t i = 0; i < all.n; i++) {
		struct section *s = PUSH(mem, &l.sections);

		s->heading = all.v[i];
		s->text = s->taken = s->now = "";
		if (s->heading.need == NEED_ALWAYS)
			s->text = s->heading.no == LETTER_PROPOSAL ?
				"anta planen" : "Kort.";
	}
	letter_write_lines(mem, &l);
	return l;
}

static struct section *part(struct letter *l, i64 no)
{
	for (size_t i = 0; i < l->sections.n; i++)
		if (l->sections.v[i].heading.no == no)
			return &l->sections.v[i];
	return NULL;
}

static struct letter_lack_list lacks_of(struct arena *mem, struct letter *l)
{
	struct letter_lack_list out = {0};

	letter_write_lines(mem, l);
	letter_lacks(mem, l, &out);
	return out;
}

TEST(what_the_set_demands_blocks_and_what_it_does_not_is_free)
{
	struct arena *mem = arena_new();
	struct letter l = letter_of(mem, 1);
	struct letter_lack_list all = lacks_of(mem, &l);

	CHECK_INT(all.n, 0);
	part(&l, LETTER_ECONOMY)->text = " ";
	all = lacks_of(mem, &l);
	CHECK_INT(all.n, 1);
	CHECK(all.v[0].kind == LETTER_EMPTY && all.v[0].blocks);
	CHECK_INT(all.v[0].part, LETTER_ECONOMY);
	CHECK(!letter_may_go(&all));
	arena_free(mem);
}

TEST(a_summary_is_wanted_of_a_long_letter_only)
{
	struct arena *mem = arena_new();
	struct letter l = letter_of(mem, 1);
	struct letter_lack_list all;

	part(&l, LETTER_BACKGROUND)->text = "a\nb\nc\nd\ne\nf\ng\nh";
	all = lacks_of(mem, &l);
	CHECK_INT(all.n, 1);
	CHECK(all.v[0].kind == LETTER_NO_SUMMARY && all.v[0].blocks);
	part(&l, LETTER_SUMMARY)->text = "Kort.";
	all = lacks_of(mem, &l);
	CHECK_INT(all.n, 0);
	arena_free(mem);
}

TEST(a_number_or_its_reason_is_demanded_a_better_point_only_told)
{
	struct arena *mem = arena_new();
	struct letter l = letter_of(mem, 2);
	struct letter_lack_list all;

	l.matter.registry_no = "";
	part(&l, LETTER_PROPOSAL)->text = "Planen antas\nanta den";
	all = lacks_of(mem, &l);
	CHECK_INT(all.n, 2);
	CHECK(all.v[0].kind == LETTER_NO_REGISTRY && all.v[0].blocks);
	CHECK(all.v[1].kind == LETTER_POINT_FLAW && !all.v[1].blocks);
	CHECK_INT(all.v[1].no, 1);
	l.matter.no_registry = "Registreras i juni";
	all = lacks_of(mem, &l);
	CHECK(all.n == 1 && letter_may_go(&all));
	arena_free(mem);
}

TEST(a_duty_by_law_needs_a_reason_other_holes_only_a_look)
{
	struct arena *mem = arena_new();
	struct letter l = letter_of(mem, 1);
	struct letter_lack_list all;
	struct letter_hole *h = PUSH(mem, &l.holes);

	*h = (struct letter_hole){ .key = "a", .title = "", .hole = {
		.kind = HOLE_CHILDREN, .lawful = true, .reason = "",
		.fact = "Prövning av barnets bästa är inte gjord.",
		.task = "", .address = "" } };
	all = lacks_of(mem, &l);
	CHECK_INT(all.n, 1);
	CHECK(all.v[0].kind == LETTER_HOLE_UNSAID && all.v[0].blocks);
	h->hole.answer = HOLE_NOT_DONE;
	h->hole.reason = "Görs i mars.";
	all = lacks_of(mem, &l);
	CHECK(all.n == 1 && letter_may_go(&all));
	CHECK_TEXT(part(&l, LETTER_CONSEQUENCES)->lines.v[0].text,
	           "Prövning av barnets bästa är inte gjord. Görs i mars.");
	h->hole.lawful = false;
	h->hole.answer = HOLE_UNSAID;
	all = lacks_of(mem, &l);
	CHECK(all.n == 1 && letter_may_go(&all));
	arena_free(mem);
}

TEST(the_childrens_section_says_what_is_missing_whoever_wrote_the_rest)
{
	struct arena *mem = arena_new();
	struct letter l = letter_of(mem, 2);
	const struct section *s = part(&l, LETTER_CONSEQUENCES);
	struct letter_hole *h = PUSH(mem, &l.holes);

	*h = (struct letter_hole){ .hole = { .kind = HOLE_CHILDREN,
		.lawful = true, .reason = "", .fact = "Saknas." } };
	part(&l, LETTER_CONSEQUENCES)->text = "# Barn\nMer lek.\n# Miljö\nBra.";
	letter_write_lines(mem, &l);
	CHECK_INT(s->lines.n, 5);
	CHECK_TEXT(s->lines.v[2].text, "Saknas.");
	CHECK_TEXT(s->lines.v[3].text, "Miljö");
	part(&l, LETTER_CONSEQUENCES)->text = "# Miljö\nBra.";
	letter_write_lines(mem, &l);
	CHECK_TEXT(s->lines.v[2].text, "Barn");
	CHECK_TEXT(s->lines.v[3].text, "Saknas.");
	arena_free(mem);
}

TEST(what_is_missing_by_law_needs_a_place_on_each_paper)
{
	struct arena *mem = arena_new();
	struct letter l = letter_of(mem, 1);
	struct letter_lack_list all;
	struct letter_hole *h;

	l.own_template = true;
	*PUSH(mem, &l.placeholders) = "avvägning";
	all = lacks_of(mem, &l);
	CHECK_INT(all.n, 0);
	h = PUSH(mem, &l.holes);
	*h = (struct letter_hole){ .hole = { .kind = HOLE_CHILDREN,
		.lawful = true, .answer = HOLE_NOT_NEEDED, .reason = "Nej.",
		.fact = "Saknas.", .task = "", .address = "" } };
	all = lacks_of(mem, &l);
	CHECK_INT(all.n, 1);
	CHECK(all.v[0].kind == LETTER_NO_PLACE && all.v[0].blocks);
	*PUSH(mem, &l.placeholders) = "Konsekvenser";
	all = lacks_of(mem, &l);
	CHECK_INT(all.n, 0);
	l.own_template = false;
	part(&l, LETTER_CONSEQUENCES)->heading.no = LETTER_OWN;
	all = lacks_of(mem, &l);
	CHECK(all.n == 1 && all.v[0].kind == LETTER_NO_PLACE);
	arena_free(mem);
}

/* -- the text block ------------------------------------------------------ */

TEST(what_is_chosen_goes_into_the_weighing_and_never_among_consequences)
{
	struct arena *mem = arena_new();
	static const struct { enum about about; const char *text; bool out; }
	all[] = {
		{ ABOUT_PEOPLE, "Barn får mer lek." },
		{ ABOUT_ECONOMY, "Kostnaden ryms." },
		{ ABOUT_CHOICES, "Lek väljs före parkering." },
		{ ABOUT_CHOICES, "Borttaget.", true },
		{ ABOUT_UNKNOWN, "Bullret är inte mätt." },
		{ ABOUT_ANNEX, "Allt finns i bilagan." },
	};
	struct text_block b = {0};

	for (size_t i = 0; i < COUNT(all); i++)
		*PUSH(mem, &b.lines) = (struct block_line){
			.about = all[i].about, .text = all[i].text,
			.left_out = all[i].out, .perspective = "P" };
	CHECK_TEXT(letter_block(mem, &b, LETTER_CONSEQUENCES, false),
	           "Barn får mer lek.\nKostnaden ryms.\n"
	           "Bullret är inte mätt.");
	CHECK_TEXT(letter_block(mem, &b, LETTER_CONSEQUENCES, true),
	           "# P\nBarn får mer lek. Kostnaden ryms. "
	           "Bullret är inte mätt.");
	CHECK_TEXT(letter_block(mem, &b, LETTER_WEIGHING, false),
	           "Lek väljs före parkering.");
	arena_free(mem);
}

/* -- names of placeholders ----------------------------------------------- */

TEST(a_heading_of_ones_own_words_goes_before_a_name_of_ours)
{
	struct arena *mem = arena_new();
	struct letter l = letter_of(mem, 1);
	struct fill_list all = {0};

	part(&l, LETTER_DIALOGUE)->heading.text = "Motiv";
	part(&l, LETTER_DIALOGUE)->text = "Samtal";
	part(&l, LETTER_WEIGHING)->text = "Vägt";
	letter_write_lines(mem, &l);
	letter_fills(mem, &l, &all);
	CHECK_TEXT(fill_named(mem, &all, "MOTIV")->lines.v[0].text, "Samtal");
	CHECK_TEXT(fill_named(mem, &all, "avvägning")->lines.v[0].text,
	           "Vägt");
	CHECK(fill_named(mem, &all, "förslag till beslut")->lines.n == 2);
	arena_free(mem);
}

TEST(the_words_before_the_points_are_not_said_twice)
{
	struct arena *mem = arena_new();
	struct letter l = letter_of(mem, 1);
	struct fill_list all = {0};

	*PUSH(mem, &l.placeholders) = "Beslutsformulering";
	letter_fills(mem, &l, &all);
	CHECK_INT(fill_named(mem, &all, "förslag till beslut")->lines.n, 1);
	CHECK_TEXT(fill_named(mem, &all, "beslutsformulering")->lines.v[0]
	           .text, "RS beslutar att");
	arena_free(mem);
}
