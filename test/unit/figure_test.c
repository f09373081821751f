/* Figures: what they never do, and that all who write them write the same. */
#include <expat.h>
#include <pango/pangocairo.h>

#include "action/timeline.h"
#include "assess/figures.h"
#include "check.h"
#include "example.h"
#include "paper/fonts.h"
#include "paper/paper.h"
#include "paper/pdf.h"

static const char *svg(struct arena *mem, const struct figure *f)
{
	struct bytes out;

	CHECK_OK(figure_svg_file(f, mem, &out));
	return arena_text(mem, out.v, out.n);
}

static bool well_formed(const char *text)
{
	XML_Parser p = XML_ParserCreate("UTF-8");
	bool fine = XML_Parse(p, text, (int)strlen(text), 1) ==
	            XML_STATUS_OK;

	XML_ParserFree(p);
	return fine;
}

/* -- an assessment ------------------------------------------------------- */

struct drawn { struct document d; struct matrix m; struct pictured p; };

static const struct drawn *drawn(struct arena *mem, const char *name,
                                 enum language language)
{
	struct drawn *x = NEW(mem, struct drawn);
	struct goal_list *goals = NEW(mem, struct goal_list);

	CHECK_INT(example_read(mem, example_with(mem, name, "{", "{"),
	                       &x->d).wrong, JSON_FINE);
	for (size_t i = 0; i < x->d.frameworks.n; i++)
		for (size_t j = 0; j < x->d.frameworks.v[i].goals.n; j++)
			*PUSH(mem, goals) = x->d.frameworks.v[i].goals.v[j];
	x->m = matrix_of(mem, goals, &x->d.priorities, &x->d.relevance,
	                 &x->d.findings);
	x->p = (struct pictured){ mem, language, &x->d.frameworks,
		&x->d.priorities, &x->d.findings, &x->m };
	return x;
}

static const struct drawn *example(struct arena *mem)
{
	return drawn(mem, "example/rsp_test_2025.json", SWEDISH);
}

/* All five of it. */
static struct figure_list five(struct arena *mem, const struct drawn *x)
{
	struct figure_list all = matrix_figures(&x->p), more;
	struct timeline t = {
		.mem = mem, .language = x->p.language, .a = &x->d.a,
		.occasions = &x->d.occasions, .actions = &x->d.actions,
		.decided_on = x->d.subject.decided_on, .today = 20382,
	};

	more = tile_figures(&x->p);
	for (size_t i = 0; i < more.n; i++)
		*PUSH(mem, &all) = more.v[i];
	more = spread_figures(&x->p);
	for (size_t i = 0; i < more.n; i++)
		*PUSH(mem, &all) = more.v[i];
	more = timeline_figures(&t);
	for (size_t i = 0; i < more.n; i++)
		*PUSH(mem, &all) = more.v[i];
	*PUSH(mem, &all) = actor_map(mem, x->p.language, &x->d.links);
	return all;
}

/* -- where things stand -------------------------------------------------- */

/* From above its letters to below them; what is upright has none. */
static bool text_at(const struct shape *s, int edge[4])
{
	int size = s->size == 0 ? 12 : s->size, wide;

	if (s->kind != SHAPE_TEXT || s->upright)
		return false;
	wide = figure_text_wide(s->text, size, s->strong);
	edge[0] = s->anchor == ANCHOR_START ? s->x :
	          s->anchor == ANCHOR_END ? s->x - wide : s->x - wide / 2;
	edge[1] = s->y - size * 3 / 4;
	edge[2] = edge[0] + wide;
	edge[3] = s->y + size / 5;
	return true;
}

static size_t overlaps(const struct figure *f)
{
	size_t n = 0;
	int a[4], b[4];

	for (size_t i = 0; i < f->shapes.n; i++) {
		for (size_t j = 0; j < i; j++) {
			if (text_at(&f->shapes.v[i], a) &&
			    text_at(&f->shapes.v[j], b) && a[0] < b[2] &&
			    b[0] < a[2] && a[1] < b[3] && b[1] < a[3])
				n++;
		}
	}
	return n;
}

static size_t outside(const struct figure *f)
{
	size_t n = 0;
	int a[4];

	for (size_t i = 0; i < f->shapes.n; i++) {
		if (text_at(&f->shapes.v[i], a))
			n += a[0] < 0 || a[1] < 0 || a[2] > f->wide + 1 ||
			     a[3] > f->high;
	}
	return n;
}

static size_t marks(const struct figure_list *all, int mark)
{
	size_t n = 0;

	for (size_t i = 0; i < all->n; i++) {
		for (size_t j = 0; j < all->v[i]->shapes.n; j++) {
			const struct shape *s = &all->v[i]->shapes.v[j];

			n += s->kind == SHAPE_MARK && s->mark == mark;
		}
	}
	return n;
}

TEST(no_text_of_a_figure_lies_on_another_or_outside)
{
	struct arena *mem = arena_new();
	static const char *const names[] = { "example/rsp_test_2025.json",
	                                     "example/rsp_test_2021.json" };

	for (size_t i = 0; i < 2; i++) {
		struct figure_list all = five(mem, drawn(mem, names[i],
		                              i == 0 ? SWEDISH : ENGLISH));

		CHECK(all.n >= 5);
		for (size_t j = 0; j < all.n; j++) {
			CHECK_INT(overlaps(all.v[j]), 0);
			CHECK_INT(outside(all.v[j]), 0);
		}
	}
	arena_free(mem);
}

TEST(names_of_actors_never_lie_on_each_other)
{
	struct arena *mem = arena_new();
	struct actor_link_list all = {0};
	const struct figure *f;

	for (int i = 0; i < 45; i++) {
		struct actor_link *l = PUSH(mem, &all);

		l->name = i % 2 ? "Kommunerna" : "Företagande utrikes födda "
			"kvinnor i glesbygd och deras föreningar i hela länet";
		l->influence = (enum level)(1 + i % 3);
		l->interest = (enum level)(1 + i / 3 % 3);
		l->present = (enum presence)(i % 4);
		l->missing = i % 5 == 0;
	}
	f = actor_map(mem, SWEDISH, &all);
	CHECK_INT(overlaps(f), 0);
	CHECK_INT(outside(f), 0);
	arena_free(mem);
}

TEST(a_missing_actor_is_missing_in_shape_and_words)
{
	struct arena *mem = arena_new();
	struct actor_link one = { .name = "Ungdomsrådet", .missing = true,
		.influence = LEVEL_LOW, .interest = LEVEL_HIGH };
	struct actor_link_list all = { &one, 1, 1 };
	const char *text = svg(mem, actor_map(mem, SWEDISH, &all));

	CHECK_HAS(text, ">Ungdomsrådet</text>");
	CHECK_HAS(text, ">Saknas</text>");
	CHECK_HAS(text, "stroke-dasharray");
	all.v->influence = LEVEL_UNSAID;
	CHECK(actor_map(mem, SWEDISH, &all) == NULL);
	arena_free(mem);
}

/* -- what is never mixed up ---------------------------------------------- */

TEST(a_goal_both_positive_and_negative_is_drawn_with_both)
{
	struct arena *mem = arena_new();
	struct figure_list all = tile_figures(&example(mem)->p);
	const struct shape_list *v = &all.v[0]->shapes;
	bool plus = false, minus = false, here = false;

	for (size_t i = 0; i < v->n; i++) {
		if (v->v[i].kind == SHAPE_TILE)
			here = same(v->v[i].text, "13");
		if (!here || v->v[i].kind != SHAPE_MARK)
			continue;
		plus = plus || v->v[i].mark == MARK_INDIRECT_POSITIVE;
		minus = minus || v->v[i].mark == MARK_DIRECT_NEGATIVE;
	}
	CHECK(plus && minus);
	CHECK_HAS(all.v[0]->finding, "5 både positivt och negativt");
	arena_free(mem);
}

/* Six are not judged and three were looked at: each sign once more in its
 * explanation. */
TEST(what_nobody_judged_is_never_drawn_as_no_effect)
{
	struct arena *mem = arena_new();
	const struct drawn *x = example(mem);
	struct figure_list all = matrix_figures(&x->p);

	CHECK_HAS(all.v[0]->finding, "6 är ej bedömda");
	CHECK_INT(marks(&all, MARK_UNJUDGED), 6 + 1);
	CHECK_INT(marks(&all, MARK_NONE), 3 + 1);
	all = tile_figures(&x->p);
	CHECK_INT(marks(&all, MARK_UNJUDGED), 0);
	arena_free(mem);
}

TEST(a_priority_without_findings_has_words_and_no_zeros)
{
	struct arena *mem = arena_new();
	struct drawn x = *example(mem);
	struct figure_list all;

	x.d.findings.n = 0;
	x.p.findings = &x.d.findings;
	all = spread_figures(&x.p);
	CHECK_HAS(svg(mem, all.v[0]), ">inga fynd</text>");
	CHECK_HAS_NOT(svg(mem, all.v[0]), ">0</text>");
	CHECK_TEXT(all.v[0]->finding, "Inga fynd är skrivna än.");
	arena_free(mem);
}

TEST(findings_are_counted_on_either_side_and_never_added)
{
	struct arena *mem = arena_new();
	const struct drawn *x = example(mem);
	struct spread s = finding_spread(&x->d.findings,
	                                 x->d.priorities.v[0].id);

	CHECK_INT(s.positive[DIRECT], 1);
	CHECK_INT(s.positive[INDIRECT], 3);
	CHECK_INT(s.negative[DIRECT], 1);
	CHECK_INT(s.negative[INDIRECT], 0);
	CHECK_INT(s.none, 1);
	CHECK_INT(s.gap, 1);
	CHECK_HAS(spread_figures(&x->p).v[0]->finding,
	          "13 positiva, 3 negativa, 3 utan påverkan");
	arena_free(mem);
}

/* -- time ---------------------------------------------------------------- */

TEST(an_action_without_a_day_is_in_words_and_not_on_the_line)
{
	struct arena *mem = arena_new();
	struct action action = { .no = 1, .title = "Mät", .other_org = "",
	                         .state = ACTION_DECIDED };
	struct action_list actions = { &action, 1, 1 };
	struct occasion_list none = {0};
	struct assessment a = { .made_at = 1760000000000 };
	struct timeline t = { .mem = mem, .language = SWEDISH, .a = &a,
		.occasions = &none, .actions = &actions, .today = 20400 };
	struct figure_list all = timeline_figures(&t);
	size_t discs = 0;

	for (size_t i = 0; i < all.v[0]->shapes.n; i++)
		discs += all.v[0]->shapes.v[i].kind == SHAPE_DISC;
	CHECK_INT(discs, 1);
	CHECK_HAS(svg(mem, all.v[0]), ">Inget datum</text>");
	CHECK_HAS(all.v[0]->finding, "1 har inget datum");
	action.due = 20390;
	CHECK_HAS(svg(mem, timeline_figures(&t).v[0]), "10 dagar sen");
	action.due = 2900000;
	CHECK_INT(outside(timeline_figures(&t).v[0]), 0);
	arena_free(mem);
}

/* -- how it is written --------------------------------------------------- */

TEST(the_same_assessment_gives_the_same_drawing)
{
	struct arena *mem = arena_new();
	struct figure_list a = five(mem, example(mem));
	struct figure_list b = five(mem, example(mem));

	for (size_t i = 0; i < a.n; i++) {
		struct bytes x, y;

		CHECK_TEXT(svg(mem, a.v[i]), svg(mem, b.v[i]));
		CHECK(well_formed(svg(mem, a.v[i])));
		CHECK_OK(figure_png(a.v[i], mem, 2, &x));
		CHECK_OK(figure_png(b.v[i], mem, 2, &y));
		CHECK(x.n == y.n && memcmp(x.v, y.v, x.n) == 0);
		CHECK(memcmp(x.v, "\x89PNG", 4) == 0);
	}
	arena_free(mem);
}

TEST(whatever_a_name_holds_a_figure_is_sound)
{
	struct arena *mem = arena_new();
	struct actor_link v[4] = {0};
	struct actor_link_list all = { v, 4, 4 };
	char *word = arena_take(mem, 501);
	struct bytes png;
	const char *text;

	memset(word, 'x', 500);
	v[0].name = "<script>alert('&\"')</script>";
	v[1].name = "\u0627\u0644\u0639\u0631\u0628\u064a\u0629 \u202e abc";
	v[2].name = word;
	v[3].name = "Bearalv\u00e1hki \U0001F600 =cmd()";
	for (int i = 0; i < 4; i++)
		v[i].influence = v[i].interest = LEVEL_HIGH;
	text = svg(mem, actor_map(mem, SWEDISH, &all));
	CHECK(well_formed(text));
	CHECK_HAS(text, "&lt;script&gt;");
	CHECK_HAS(text, "…</text>");
	CHECK_INT(outside(actor_map(mem, SWEDISH, &all)), 0);
	CHECK_INT(overlaps(actor_map(mem, SWEDISH, &all)), 0);
	CHECK_OK(figure_png(actor_map(mem, SWEDISH, &all), mem, 1, &png));
	arena_free(mem);
}

TEST(a_cut_text_fits_and_says_that_it_is_cut)
{
	struct arena *mem = arena_new();
	const char *cut = figure_text_cut(mem, "Företagande utrikes födda "
	                                  "kvinnor", 11, true, 90);
	struct text_list lines = figure_text_lines(mem, "Jämn fördelning av "
		"det obetalda hem- och omsorgsarbetet", 11, false, 90, 2);

	CHECK_HAS(cut, "…");
	CHECK(figure_text_wide(cut, 11, true) <= 90);
	CHECK_TEXT(figure_text_cut(mem, "Kort", 11, true, 90), "Kort");
	CHECK_INT(lines.n, 2);
	CHECK_HAS(lines.v[1], "…");
	for (size_t i = 0; i < lines.n; i++)
		CHECK(figure_text_wide(lines.v[i], 11, false) <= 90);
	arena_free(mem);
}

/* What the table of widths says against what the font does. */
static void measured(PangoContext *pango, const char *text, bool strong)
{
	PangoLayout *l = pango_layout_new(pango);
	PangoFontDescription *d = pango_font_description_new();
	PangoRectangle r;
	double is, said;

	pango_font_description_set_family_static(d, FONT_SANS);
	pango_font_description_set_weight(d, strong ? PANGO_WEIGHT_SEMIBOLD :
	                                  PANGO_WEIGHT_NORMAL);
	pango_font_description_set_absolute_size(d, 100 * PANGO_SCALE);
	pango_layout_set_font_description(l, d);
	pango_layout_set_text(l, text, -1);
	pango_layout_get_extents(l, NULL, &r);
	is = r.width / (double)PANGO_SCALE;
	said = figure_text_wide(text, 100, strong);
	CHECK(said > is * 0.99 && said < is * 1.03);
	pango_font_description_free(d);
	g_object_unref(l);
}

TEST(text_is_as_wide_as_the_table_of_widths_says)
{
	static const char *const texts[] = {
		"Företagande utrikes födda kvinnor", "0123456789 – … · ”så”",
		"ŋ š ŧ ž đ č Č Š Bearalváhki", "AVOKADO Toronto Yta",
		"Direkt positiv, indirekt negativ",
	};
	PangoContext *pango;

	CHECK_OK(paper_fonts_prepare());
	pango = paper_pango("sv");
	for (size_t i = 0; i < COUNT(texts); i++) {
		measured(pango, texts[i], false);
		measured(pango, texts[i], true);
	}
	g_object_unref(pango);
}

TEST(a_figure_comes_back_as_it_was_packed)
{
	struct arena *mem = arena_new();
	struct paper *p = paper_new(mem, "sv", "Figurer"), *back;
	struct figure_list all = five(mem, example(mem));
	struct bytes packed, a, b;

	paper_heading(p, 1, NULL, "Figurer");
	for (size_t i = 0; i < all.n; i++)
		paper_figure(p, all.v[i]);
	packed = paper_pack(p);
	back = paper_unpack(mem, packed);
	CHECK(back != NULL);
	CHECK_OK(paper_pdf(p, mem, &a));
	CHECK_OK(paper_pdf(back, mem, &b));
	CHECK(a.n == b.n && memcmp(a.v, b.v, a.n) == 0);
	for (size_t n = 0; n < packed.n; n += packed.n / 40)
		CHECK(paper_unpack(mem, (struct bytes){ packed.v, n }) ==
		      NULL);
	arena_free(mem);
}
