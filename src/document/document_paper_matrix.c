#include "base/text.h"
#include "conflict/alternatives.h"
#include "document/document_paper.h"
#include "document/document.msg"

/* Goals against what is judged. Five states, always told apart. */

static const struct mark *mark_on(const struct finding *f, i64 goal)
{
	for (size_t i = 0; i < f->marks.n; i++) {
		if (f->marks.v[i].goal == goal)
			return &f->marks.v[i];
	}
	return NULL;
}

static void found(const struct annex *a, const struct finding *f, i64 goal)
{
	const struct mark *m = mark_on(f, goal);
	struct span *s;

	if (m == NULL)
		return;
	s = paper_cell_line(a->p, arena_print(a->mem, "%s, F%lld",
	                    annex_mark_word(a, m, f->kind), f->no));
	s->mark = (enum paper_mark)mark_drawn(m, f->kind);
	s->strong = true;
	s->link = arena_print(a->mem, "#f%lld", f->no);
	if (!text_blank(f->brief))
		paper_cell_line(a->p, f->brief);
}

static void cell(const struct annex *a, const struct matrix_cell *c, i64 goal)
{
	struct cell *out = paper_cell(a->p, CELL_TEXT, NULL);
	bool chosen = c->state != CELL_NOT_CHOSEN;
	struct span *s;

	if (c->state == CELL_UNJUDGED || !chosen) {
		out->hatched = chosen;
		s = paper_cell_line(a->p, annex_say(a, chosen ? P_UNJUDGED :
		                                    P_NOT_CHOSEN, NULL, NULL));
		s->mark = chosen ? MARK_UNJUDGED : MARK_NOT_CHOSEN;
		return;
	}
	for (size_t i = 0; i < c->n; i++)
		found(a, &a->d->findings.v[c->findings[i]], goal);
	if (!c->dissent)
		return;
	s = paper_cell_line(a->p, annex_say(a, P_DISSENT_WORD, NULL, NULL));
	s->mark = MARK_DIVIDED;
}

static void row(const struct annex *a, size_t at)
{
	const struct goal *g = a->matrix.goal[at];

	paper_row(a->p);
	paper_cell(a->p, CELL_ROW, NULL);
	annex_tile(a, paper_cell_line(a->p, annex_title(a, g->title_sv,
	                                                g->title_en)), g);
	for (size_t i = 0; i < a->matrix.priorities; i++)
		cell(a, matrix_at(&a->matrix, at, i), g->id);
}

static void table(const struct annex *a)
{
	i64 framework = 0;

	paper_table(a->p, annex_say(a, P_MATRIX_CAPTION, NULL, NULL), 1)
		->width[0] = 280;
	paper_row(a->p);
	paper_cell(a->p, CELL_COLUMN, annex_say(a, P_GOAL, NULL, NULL));
	for (size_t i = 0; i < a->d->priorities.n; i++) {
		const struct priority *p = &a->d->priorities.v[i];

		paper_cell(a->p, CELL_COLUMN, arena_print(a->mem,
			"P%lld %s", p->no, p->now.title));
	}
	for (size_t i = 0; i < a->matrix.goals; i++) {
		const struct goal *g = a->matrix.goal[i];

		for (size_t j = 0; j < a->d->frameworks.n; j++) {
			const struct framework *f = &a->d->frameworks.v[j];

			if (f->id != g->framework || framework == f->id)
				continue;
			framework = f->id;
			paper_row(a->p);
			paper_cell(a->p, CELL_GROUP, annex_title(a,
			           f->title_sv, f->title_en));
		}
		row(a, i);
	}
}

static bool is_row(const struct annex *a, const struct goal *g)
{
	for (size_t i = 0; i < a->matrix.goals; i++) {
		if (a->matrix.goal[i]->id == g->id)
			return true;
	}
	return false;
}

/* What nobody chose is said in words, framework by framework. */
static void not_chosen(const struct annex *a, const struct framework *f)
{
	const char *all = "";

	for (size_t i = 0; i < f->goals.n; i++) {
		const struct goal *g = &f->goals.v[i];

		if (g->kind != GOAL_TARGET && goal_is_judged(g) &&
		    !is_row(a, g))
			all = annex_join(a, all, arena_print(a->mem, "%s %s",
				g->code, annex_title(a, g->title_sv,
				                     g->title_en)));
	}
	if (!text_blank(all))
		paper_text(a->p, BLOCK_PARAGRAPH, annex_say(a,
			P_NOT_CHOSEN_HEAD, annex_title(a, f->title_sv,
			f->title_en), all));
}

static void sign(const struct annex *a, enum paper_mark mark,
                 const struct sentence *word, const struct sentence *means)
{
	paper_row(a->p);
	paper_cell(a->p, CELL_ROW, NULL);
	paper_cell_line(a->p, annex_say(a, word, NULL, NULL))->mark = mark;
	paper_cell(a->p, CELL_TEXT, annex_say(a, means, NULL, NULL));
}

static void signs(const struct annex *a)
{
	static const struct sentence *const heads[] = { P_SIGN, P_MEANS,
	                                                NULL };

	paper_table(a->p, annex_say(a, P_SIGNS, NULL, NULL), 1)
		->width[0] = 300;
	annex_columns(a, heads);
	sign(a, MARK_DIRECT_POSITIVE, P_DP, P_MEANS_D);
	sign(a, MARK_INDIRECT_POSITIVE, P_IP, P_MEANS_I);
	sign(a, MARK_INDIRECT_NEGATIVE, P_IN, P_MEANS_I);
	sign(a, MARK_DIRECT_NEGATIVE, P_DN, P_MEANS_D);
	sign(a, MARK_POSITIVE, P_P, P_MEANS_RUS);
	sign(a, MARK_NEGATIVE, P_N, P_MEANS_RUS);
	sign(a, MARK_NONE, P_NO, P_MEANS_NO);
	sign(a, MARK_GAP, P_GAP, P_MEANS_GAP);
	sign(a, MARK_UNJUDGED, P_UNJUDGED, P_MEANS_UNJUDGED);
	sign(a, MARK_NOT_CHOSEN, P_NOT_CHOSEN, P_MEANS_NOT_CHOSEN);
	sign(a, MARK_DIVIDED, P_DISSENT_WORD, P_MEANS_DISSENT);
}

static void drawn(const struct annex *a)
{
	struct pictured p = annex_pictured(a);
	struct figure_list all = matrix_figures(&p);

	for (size_t i = 0; i < all.n; i++)
		paper_figure(a->p, all.v[i]);
	table(a);
	spread_on(a->p, &p);
}

/* Alternatives side by side, where that is what is judged. */
void annex_alternatives(const struct annex *a)
{
	struct alternatives it = { .of = annex_pictured(a),
		.conflicts = &a->d->conflicts, .baseline = a->d->a.baseline };
	struct priority_list order = alternatives_order(a->mem,
	                                                &a->d->priorities);
	struct matrix m;

	if (!judges_alternatives(&a->d->a, &a->d->method) || order.n == 0)
		return;
	m = matrix_of(a->mem, &a->goals, &order, &a->d->relevance,
	              &a->d->findings);
	it.of.priorities = &order;
	it.of.matrix = &m;
	annex_heading(a, 2, P_ALTERNATIVES);
	annex_text(a, P_ALTERNATIVES_LEAD);
	alternatives_on(a->p, &it);
}

void annex_matrix(const struct annex *a)
{
	annex_heading(a, 2, P_MATRIX);
	if (a->matrix.goals == 0 || a->matrix.priorities == 0)
		annex_text(a, P_NO_MATRIX);
	else
		drawn(a);
	for (size_t i = 0; i < a->d->frameworks.n; i++)
		not_chosen(a, &a->d->frameworks.v[i]);
	signs(a);
}
