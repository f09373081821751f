/* The goals that findings mark, as tiles, and their table. */
#include "assess/figures.h"
#include "assess/figures.msg"
#include "base/text.h"
#include "paper/paper.h"

enum {
	COLUMNS = 3, WIDE = FIGURE_WIDE / COLUMNS, NAME = 36, NAME_WIDE = 140,
	NAME_LINES = 2, NAME_HIGH = 13, PAD = 6, GROUP_HIGH = 24, FULL = 560,
};

/* A goal with all that findings say of it, over what is judged. */
struct touched {
	const struct goal *goal;
	int                counts[MARKS_MOST];
};
struct touched_list { struct touched *v; size_t n, room; };

static bool touched_at(const struct pictured *p, size_t at, struct touched *t)
{
	size_t findings = 0;

	*t = (struct touched){ .goal = p->matrix->goal[at] };
	for (size_t i = 0; i < p->matrix->priorities; i++) {
		const struct matrix_cell *c = matrix_at(p->matrix, at, i);

		findings += c->n;
		marks_counted(p, c, t->goal->id, t->counts);
	}
	t->counts[MARK_UNJUDGED] = t->counts[MARK_NOT_CHOSEN] = 0;
	return findings > 0;
}

static struct touched_list touched_goals(const struct pictured *p,
                                         i64 *unjudged)
{
	struct touched_list all = {0};
	struct touched one;

	for (size_t i = 0; i < p->matrix->goals; i++) {
		if (touched_at(p, i, &one))
			*PUSH(p->mem, &all) = one;
		else
			(*unjudged)++;
	}
	return all;
}

/* -- drawing ------------------------------------------------------------- */

struct wall {
	const struct pictured *p;
	struct figure         *f;
	int                    y;
	bool                   used[MARKS_MOST];
};

static struct text_list name_lines(const struct pictured *p,
                                   const struct touched *t)
{
	return figure_text_lines(p->mem, goal_name(p, t->goal), 11, false,
	                         NAME_WIDE, NAME_LINES);
}

static int name_high(const struct pictured *p, const struct touched *t)
{
	return NAME_HIGH * (int)name_lines(p, t).n;
}

static int tile_high(const struct pictured *p, const struct touched *t)
{
	return PAD + name_high(p, t) + 4 +
	       marks_drawn(p, NULL, t->counts, 0, 0, NAME_WIDE) + PAD;
}

static void tile(struct wall *w, const struct touched *t, int x)
{
	struct text_list lines = name_lines(w->p, t);

	goal_tile_drawn(w->p, w->f, t->goal, x + 1, w->y + PAD);
	for (size_t i = 0; i < lines.n; i++)
		figure_text(w->p->mem, w->f, x + NAME, w->y + PAD + 11 +
			(int)i * NAME_HIGH, lines.v[i])->size = 11;
	marks_drawn(w->p, w->f, t->counts, x + NAME, w->y + PAD +
	            name_high(w->p, t) + 4, x + NAME + NAME_WIDE);
	for (int i = 0; i < MARKS_MOST; i++)
		w->used[i] = w->used[i] || t->counts[i] > 0;
}

/* Up to a row of goals of one framework. */
static size_t row_end(const struct touched_list *all, size_t from)
{
	size_t to = from;

	while (to < all->n && to < from + COLUMNS &&
	       all->v[to].goal->framework == all->v[from].goal->framework)
		to++;
	return to;
}

static bool group_begins(const struct touched_list *all, size_t at)
{
	return at == 0 || all->v[at].goal->framework !=
	       all->v[at - 1].goal->framework;
}

static void group(struct wall *w, const struct goal *first)
{
	const struct framework *of = framework_of(w->p, first);
	struct shape *s = figure_text(w->p->mem, w->f, 0, w->y + 16, of == NULL
		? first->framework_code : figure_text_cut(w->p->mem,
		figure_title(w->p, of->title_sv, of->title_en), 12, true,
		FIGURE_WIDE));

	s->strong = true;
	figure_shape(w->p->mem, w->f, SHAPE_LINE, 0, w->y + GROUP_HIGH - 2,
	             FIGURE_WIDE, 0)->stroke = SHADE_LINE;
	w->y += GROUP_HIGH;
}

static int row_high(const struct pictured *p, const struct touched_list *all,
                    size_t from, size_t to)
{
	int high = 0;

	for (size_t i = from; i < to; i++) {
		int one = tile_high(p, &all->v[i]);

		high = one > high ? one : high;
	}
	return high;
}

/* Rows from here on that fit on a page; answers where they end. */
static size_t draw(struct wall *w, const struct touched_list *all, size_t from)
{
	while (from < all->n) {
		size_t to = row_end(all, from);
		int high = row_high(w->p, all, from, to);

		if (w->y > 0 && w->y + high > FULL)
			break;
		if (w->y == 0 || group_begins(all, from))
			group(w, all->v[from].goal);
		for (size_t i = from; i < to; i++)
			tile(w, &all->v[i], (int)(i - from) * WIDE);
		w->y += high;
		from = to;
	}
	w->f->high = marks_explained(w->p, w->f, w->y + 6, w->used) + 2;
	return from;
}

/* -- what it says -------------------------------------------------------- */

static const char *finding(const struct pictured *p,
                           const struct touched_list *all, i64 unjudged)
{
	i64 both = 0, plus = 0, minus = 0, rest = 0;
	struct text_list said = {0};
	const char *text;

	for (size_t i = 0; i < all->n; i++) {
		const int *n = all->v[i].counts;
		bool up = n[MARK_DIRECT_POSITIVE] + n[MARK_INDIRECT_POSITIVE] +
		          n[MARK_POSITIVE] > 0;
		bool down = n[MARK_DIRECT_NEGATIVE] +
		            n[MARK_INDIRECT_NEGATIVE] + n[MARK_NEGATIVE] > 0;

		both += up && down;
		plus += up && !down;
		minus += down && !up;
		rest += !up && !down;
	}
	count_said(p, &said, FT_BOTH, both);
	count_said(p, &said, FT_PLUS, plus);
	count_said(p, &said, FT_MINUS, minus);
	count_said(p, &said, FT_REST, rest);
	text = figure_say(p, FT_SAYS, say_number(p->mem, p->language, FT_GOALS,
		(i64)all->n), list_said(p->mem, p->language, &said));
	return unjudged == 0 ? text : arena_print(p->mem, "%s %s", text,
	       say_number(p->mem, p->language, FT_UNJUDGED, unjudged));
}

struct figure_list tile_figures(const struct pictured *p)
{
	struct figure_list all = {0};
	i64 unjudged = 0;
	struct touched_list goals = touched_goals(p, &unjudged);
	const char *says = finding(p, &goals, unjudged);

	for (size_t at = 0; at < goals.n;) {
		struct wall w = { .p = p };
		char *no = arena_print(p->mem, "%zu", all.n + 1);
		const char *title = figure_say(p, FT_TITLE, NULL, NULL);

		if (all.n > 0)
			title = figure_say(p, FG_PART, title, no);
		w.f = figure_new(p->mem, arena_print(p->mem, "fig-tiles-%s",
		                 no), title, says, FIGURE_WIDE, 0);
		at = draw(&w, &goals, at);
		*PUSH(p->mem, &all) = w.f;
	}
	return all;
}

/* -- the table ----------------------------------------------------------- */

static void lines_of(struct paper *to, const struct pictured *p, size_t at)
{
	static const struct sentence *const words[] = {
		NULL, FG_DP, FG_IP, FG_IN, FG_DN, FG_P, FG_N, FG_NONE, FG_GAP,
	};
	const struct goal *g = p->matrix->goal[at];

	for (int mark = MARK_DIRECT_POSITIVE; mark <= MARK_GAP; mark++) {
		struct text_list nos = {0};

		findings_marked(p, g->id, mark, &nos);
		if (nos.n > 0)
			paper_cell_line(to, figure_say(p, FT_MARKED,
				figure_say(p, words[mark], NULL, NULL),
				list_said(p->mem, p->language, &nos)))->mark =
				(enum paper_mark)mark;
	}
}

static void table_row(struct paper *to, const struct pictured *p, size_t at)
{
	const struct goal *g = p->matrix->goal[at];
	struct span *s;

	paper_row(to);
	paper_cell(to, CELL_ROW, NULL);
	s = paper_cell_line(to, goal_name(p, g));
	goal_tile_named(p, g, s);
	paper_cell(to, CELL_TEXT, NULL);
	lines_of(to, p, at);
}

void tiles_on(struct paper *to, const struct pictured *p)
{
	struct figure_list all = tile_figures(p);
	struct touched one;

	if (all.n == 0)
		return;
	for (size_t i = 0; i < all.n; i++)
		paper_figure(to, all.v[i]);
	paper_table(to, figure_say(p, FT_TABLE, NULL, NULL), 1)->width[0] =
		400;
	paper_row(to);
	paper_cell(to, CELL_COLUMN, figure_say(p, FT_GOAL, NULL, NULL));
	paper_cell(to, CELL_COLUMN, figure_say(p, FT_FOUND, NULL, NULL));
	for (size_t i = 0; i < p->matrix->goals; i++) {
		if (touched_at(p, i, &one))
			table_row(to, p, i);
	}
}
