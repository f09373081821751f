/* Goals × what is judged, drawn. */
#include "assess/figures.h"
#include "assess/figures.msg"
#include "base/text.h"
#include "paper/paper.h"

enum {
	LABEL = 196, NAME = 36, NAME_WIDE = 154, LEAST_WIDE = 40,
	MOST_WIDE = 130, LEAST_HIGH = 24, PAD = 4, HEAD = 18, HEAD_LINE = 13,
	HEAD_LINES = 3, FULL = 560,
};

/* One figure being drawn: rows from..to of the matrix. */
struct grid {
	const struct pictured *p;
	struct figure         *f;
	size_t                 from, to;
	int                    column, head, y;
	bool                   used[MARKS_MOST];
};

static int column_wide(const struct pictured *p)
{
	int wide = (FIGURE_WIDE - LABEL) / (int)p->matrix->priorities;

	wide = wide < LEAST_WIDE ? LEAST_WIDE : wide;
	return wide > MOST_WIDE ? MOST_WIDE : wide;
}

static int row_high(const struct pictured *p, size_t goal, int column)
{
	int high = LEAST_HIGH;

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
	g->y = g->head = HEAD + (int)most * HEAD_LINE + 4;
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
	int high = row_high(g->p, at, g->column);
	struct shape *s;

	rule(g, 0, g->y, g->f->wide, 0);
	goal_tile_drawn(g->p, g->f, goal, 1, g->y + 3);
	s = figure_text(g->p->mem, g->f, NAME, g->y + 16,
	                figure_text_cut(g->p->mem, goal_name(g->p, goal), 11,
	                                false, NAME_WIDE));
	s->size = 11;
	for (size_t i = 0; i < g->p->matrix->priorities; i++)
		cell(g, at, i, high);
	g->y += high;
}

static void draw(struct grid *g)
{
	heads(g);
	for (size_t i = g->from; i < g->to; i++)
		row(g, i);
	rule(g, 0, g->y, g->f->wide, 0);
	for (size_t i = 0; i <= g->p->matrix->priorities; i++)
		rule(g, LABEL + (int)i * g->column, g->head, 0,
		     g->y - g->head);
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

/* Rows of one framework that fit on a page. */
static size_t rows_end(const struct pictured *p, size_t from, int column)
{
	size_t to = from;
	int high = 0;

	while (to < p->matrix->goals && p->matrix->goal[to]->framework ==
	       p->matrix->goal[from]->framework) {
		high += row_high(p, to, column);
		if (high > FULL && to > from)
			break;
		to++;
	}
	return to;
}

static const char *title(const struct grid *g, int part)
{
	const struct pictured *p = g->p;
	const struct goal *first = p->matrix->goal[g->from];
	const struct framework *of = framework_of(p, first);
	const char *text = figure_say(p, FX_TITLE, of == NULL ?
		first->framework_code : figure_title(p, of->title_sv,
		of->title_en), NULL);

	return part == 1 ? text : figure_say(p, FG_PART, text,
		arena_print(p->mem, "%d", part));
}

struct figure_list matrix_figures(const struct pictured *p)
{
	struct figure_list all = {0};
	struct grid g = { .p = p };
	int part = 0;

	if (p->matrix->priorities == 0)
		return all;
	g.column = column_wide(p);
	for (g.from = 0; g.from < p->matrix->goals; g.from = g.to) {
		bool more = g.from > 0 && p->matrix->goal[g.from]->framework ==
		            p->matrix->goal[g.from - 1]->framework;

		part = more ? part + 1 : 1;
		g.to = rows_end(p, g.from, g.column);
		g.f = figure_new(p->mem, arena_print(p->mem, "fig-matrix-%zu",
			all.n + 1), title(&g, part), finding(&g), LABEL +
			(int)p->matrix->priorities * g.column + 1, 0);
		for (int i = 0; i < MARKS_MOST; i++)
			g.used[i] = false;
		draw(&g);
		*PUSH(p->mem, &all) = g.f;
	}
	return all;
}
