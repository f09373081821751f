/* Goals × what is judged, drawn. */
#include "assess/figures.h"
#include "assess/figures.msg"
#include "base/text.h"
#include "paper/paper.h"

enum {
	LABEL = 232, NAME = 36, NAME_WIDE = 190, LEAST_WIDE = 40,
	MOST_WIDE = 130, LEAST_HIGH = 24, PAD = 4, HEAD = 18, HEAD_LINE = 13,
	HEAD_LINES = 3, GROUP = 24, FULL = 580,
};

/* One figure being drawn: rows from..to of the matrix. */
struct grid {
	const struct pictured *p;
	struct figure         *f;
	size_t                 from, to;
	int                    column, y;
	bool                   used[MARKS_MOST];
};

static int column_wide(const struct pictured *p)
{
	int wide = (FIGURE_WIDE - LABEL) / (int)p->matrix->priorities;

	wide = wide < LEAST_WIDE ? LEAST_WIDE : wide;
	return wide > MOST_WIDE ? MOST_WIDE : wide;
}

static struct text_list name_lines(const struct pictured *p,
                                   const struct goal *g)
{
	return figure_text_lines(p->mem, goal_name(p, g), 11, false, NAME_WIDE,
	                         2);
}

static int row_high(const struct pictured *p, size_t goal, int column)
{
	int high = 11 + HEAD_LINE * (int)name_lines(p,
		p->matrix->goal[goal]).n;

	high = high < LEAST_HIGH ? LEAST_HIGH : high;
	for (size_t i = 0; i < p->matrix->priorities; i++) {
		int counts[MARKS_MOST] = {0}, need;

		marks_counted(p, matrix_at(p->matrix, goal, i),
		              p->matrix->goal[goal]->id, counts);
		need = marks_drawn(p, NULL, counts, 0, 0, column - 2 * PAD) +
		       2 * PAD - 1;
		high = need > high ? need : high;
	}
	return high;
}

static struct text_list head_lines(const struct grid *g, size_t i)
{
	if (g->column < 70)
		return (struct text_list){0};
	return figure_text_lines(g->p->mem, g->p->priorities->v[i].now.title,
	                         11, false, g->column - 2 * PAD, HEAD_LINES);
}

static void heads(struct grid *g)
{
	struct arena *mem = g->p->mem;
	size_t most = 0;

	for (size_t i = 0; i < g->p->matrix->priorities; i++) {
		struct text_list lines = head_lines(g, i);
		int x = LABEL + (int)i * g->column + PAD;

		most = lines.n > most ? lines.n : most;
		figure_text(mem, g->f, x, 12, arena_print(mem, "P%lld",
			g->p->priorities->v[i].no))->strong = true;
		for (size_t k = 0; k < lines.n; k++) {
			struct shape *s = figure_text(mem, g->f, x, HEAD + 8 +
				(int)k * HEAD_LINE, lines.v[k]);

			s->size = 11;
			s->fill = SHADE_SOFT;
		}
	}
	g->y = HEAD + (int)most * HEAD_LINE + 4;
}

static void cell(struct grid *g, size_t goal, size_t priority, int high)
{
	const struct matrix_cell *c = matrix_at(g->p->matrix, goal, priority);
	int x = LABEL + (int)priority * g->column;
	int counts[MARKS_MOST] = {0};

	marks_counted(g->p, c, g->p->matrix->goal[goal]->id, counts);
	for (int i = 0; i < MARKS_MOST; i++)
		g->used[i] = g->used[i] || counts[i] > 0;
	if (c->state == CELL_UNJUDGED) {
		struct shape *s = figure_shape(g->p->mem, g->f, SHAPE_BOX, x,
			g->y, g->column, high);

		s->fill = SHADE_HATCH;
		s->stroke = SHADE_LINE;
	}
	marks_drawn(g->p, g->f, counts, x + PAD, g->y + PAD + 1,
	            x + g->column - PAD);
}

static void rule(struct grid *g, int x, int y, int w, int h)
{
	figure_shape(g->p->mem, g->f, SHAPE_LINE, x, y, w, h)->stroke =
		SHADE_LINE;
}

static void row(struct grid *g, size_t at)
{
	const struct goal *goal = g->p->matrix->goal[at];
	struct text_list name = name_lines(g->p, goal);
	int high = row_high(g->p, at, g->column);

	rule(g, 0, g->y, g->f->wide, 0);
	goal_tile_drawn(g->p, g->f, goal, 1, g->y + 3);
	for (size_t i = 0; i < name.n; i++)
		figure_text(g->p->mem, g->f, NAME, g->y + 16 +
			(int)i * HEAD_LINE, name.v[i])->size = 11;
	for (size_t i = 0; i <= g->p->matrix->priorities; i++)
		rule(g, LABEL + (int)i * g->column, g->y, 0, high);
	for (size_t i = 0; i < g->p->matrix->priorities; i++)
		cell(g, at, i, high);
	g->y += high;
}

static bool group_begins(const struct pictured *p, size_t from, size_t at)
{
	return at == from || p->matrix->goal[at]->framework !=
	       p->matrix->goal[at - 1]->framework;
}

static void group(struct grid *g, const struct goal *first)
{
	const struct framework *of = framework_of(g->p, first);
	const char *name = of == NULL ? first->framework_code :
	                   figure_title(g->p, of->title_sv, of->title_en);

	rule(g, 0, g->y, g->f->wide, 0);
	figure_text(g->p->mem, g->f, 0, g->y + 16, figure_text_cut(g->p->mem,
		name, 12, true, g->f->wide))->strong = true;
	g->y += GROUP;
}

static void draw(struct grid *g)
{
	heads(g);
	for (size_t i = g->from; i < g->to; i++) {
		if (group_begins(g->p, g->from, i))
			group(g, g->p->matrix->goal[i]);
		row(g, i);
	}
	rule(g, 0, g->y, g->f->wide, 0);
	g->f->high = marks_explained(g->p, g->f, g->y + 8, g->used) + 2;
}

/* -- what it says -------------------------------------------------------- */

static bool both_ways(const struct pictured *p, const struct matrix_cell *c,
                      i64 goal)
{
	int n[MARKS_MOST] = {0};

	marks_counted(p, c, goal, n);
	return n[MARK_DIRECT_POSITIVE] + n[MARK_INDIRECT_POSITIVE] +
	       n[MARK_POSITIVE] > 0 && n[MARK_DIRECT_NEGATIVE] +
	       n[MARK_INDIRECT_NEGATIVE] + n[MARK_NEGATIVE] > 0;
}

static const char *finding(const struct grid *g)
{
	const struct pictured *p = g->p;
	i64 n[CELL_JUDGED + 1] = {0}, both = 0;
	struct text_list said = {0};

	for (size_t i = g->from; i < g->to; i++)
		for (size_t j = 0; j < p->matrix->priorities; j++) {
			const struct matrix_cell *c = matrix_at(p->matrix, i,
			                                        j);

			n[c->state]++;
			both += both_ways(p, c, p->matrix->goal[i]->id);
		}
	count_said(p, &said, FX_JUDGED, n[CELL_JUDGED]);
	count_said(p, &said, FX_BOTH, both);
	count_said(p, &said, FX_NONE, n[CELL_NO_EFFECT]);
	count_said(p, &said, FX_GAP, n[CELL_GAP]);
	count_said(p, &said, FX_UNJUDGED, n[CELL_UNJUDGED]);
	return said.n == 0 ? figure_say(p, FX_EMPTY, NULL, NULL) :
	       figure_say(p, FX_SAYS, list_said(p->mem, p->language, &said),
	                  NULL);
}

/* Rows that fit on a page. */
static size_t rows_end(const struct pictured *p, size_t from, int column)
{
	size_t to = from;
	int high = 0;

	for (; to < p->matrix->goals; to++) {
		high += row_high(p, to, column) +
		        (group_begins(p, from, to) ? GROUP : 0);
		if (high > FULL && to > from)
			break;
	}
	return to;
}

struct figure_list matrix_figures(const struct pictured *p)
{
	struct figure_list all = {0};
	struct grid g = { .p = p };

	if (p->matrix->priorities == 0)
		return all;
	g.column = column_wide(p);
	for (g.from = 0; g.from < p->matrix->goals; g.from = g.to) {
		const char *title = figure_say(p, FX_TITLE, NULL, NULL);
		char *no = arena_print(p->mem, "%zu", all.n + 1);

		if (all.n > 0)
			title = figure_say(p, FG_PART, title, no);
		g.to = rows_end(p, g.from, g.column);
		g.f = figure_new(p->mem, arena_print(p->mem, "fig-matrix-%s",
			no), title, finding(&g), LABEL +
			(int)p->matrix->priorities * g.column + 1, 0);
		for (int i = 0; i < MARKS_MOST; i++)
			g.used[i] = false;
		draw(&g);
		*PUSH(p->mem, &all) = g.f;
	}
	return all;
}
