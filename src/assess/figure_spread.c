/* Findings of each priority on either side of a line, and their table. */
#include "assess/figures.h"
#include "assess/figures.msg"
#include "base/text.h"
#include "paper/paper.h"

enum {
	AXIS = 236, SIDE = 122, UNIT_MOST = 26, NONE_AT = 408, GAP_AT = 484,
	BAR = 14, LINE_HIGH = 20, TITLE_HIGH = 22, AFTER = 10, TOP = 46,
	FULL = 560,
};

struct chart {
	const struct pictured *p;
	struct figure         *f;
	size_t                 from, to;
	int                    unit, y;
};

static void add_marks(const struct finding *f, struct spread *s)
{
	bool plus[3] = {0}, minus[3] = {0};

	for (size_t i = 0; i < f->marks.n; i++) {
		const struct mark *m = &f->marks.v[i];

		plus[m->directness] = plus[m->directness] ||
		                      m->direction == POSITIVE;
		minus[m->directness] = minus[m->directness] ||
		                       m->direction == NEGATIVE;
	}
	for (int i = 0; i < 3; i++) {
		s->positive[i] += plus[i];
		s->negative[i] += minus[i];
	}
}

struct spread finding_spread(const struct finding_list *all, i64 priority)
{
	struct spread s = {0};

	for (size_t i = 0; i < all->n; i++) {
		const struct finding *f = &all->v[i];

		if (f->priority != priority)
			continue;
		s.all++;
		s.none += f->kind == FINDING_LOOKED_AT;
		s.gap += f->kind == FINDING_GAP;
		if (f->kind == FINDING_EFFECT)
			add_marks(f, &s);
	}
	return s;
}

static struct spread spread_at(const struct pictured *p, size_t i)
{
	return finding_spread(p->findings, p->priorities->v[i].id);
}

static const enum directness paths[] = { DIRECT, INDIRECT, WITHOUT_PATH };

/* Direct and indirect are always two lines; a third only where it is used. */
static bool line_used(const struct spread *s, enum directness path)
{
	return path != WITHOUT_PATH || s->positive[path] + s->negative[path] >
	       0;
}

static const char *path_word(const struct pictured *p, enum directness path)
{
	static const struct sentence *const words[] = {
		[WITHOUT_PATH] = FS_NO_PATH, [DIRECT] = FS_DIRECT,
		[INDIRECT] = FS_INDIRECT,
	};

	return figure_say(p, words[path], NULL, NULL);
}

/* -- drawing ------------------------------------------------------------- */

static struct shape *words(const struct chart *c, int x, int y,
                           const char *text, enum anchor anchor)
{
	struct shape *s = figure_text(c->p->mem, c->f, x, y, text);

	s->size = 11;
	s->anchor = anchor;
	return s;
}

static void number(const struct chart *c, int x, int y, i64 n,
                   enum anchor anchor)
{
	struct shape *s = words(c, x, y, arena_print(c->p->mem, "%lld", n),
	                        anchor);

	s->strong = n > 0;
	s->fill = n > 0 ? SHADE_INK : SHADE_SOFT;
}

/* Filled where it is direct, striped where indirect, open without a path. */
static void bar(const struct chart *c, i64 n, bool plus, enum directness path)
{
	static const enum shade fills[] = {
		[WITHOUT_PATH] = SHADE_PAPER, [INDIRECT] = SHADE_HATCH,
	};
	int wide = (int)n * c->unit;
	struct shape *s;

	number(c, plus ? AXIS + wide + 6 : AXIS - wide - 6, c->y + 14, n,
	       plus ? ANCHOR_START : ANCHOR_END);
	if (n == 0)
		return;
	s = figure_shape(c->p->mem, c->f, SHAPE_BOX, plus ? AXIS :
	                 AXIS - wide, c->y + 3, wide, BAR);
	s->stroke = plus ? SHADE_PLUS : SHADE_MINUS;
	s->fill = path == DIRECT ? s->stroke : fills[path];
}

static void line(struct chart *c, const struct spread *s, enum directness path)
{
	words(c, 12, c->y + 14, path_word(c->p, path), ANCHOR_START)->fill =
		SHADE_SOFT;
	bar(c, s->negative[path], false, path);
	bar(c, s->positive[path], true, path);
	c->y += LINE_HIGH;
}

static int block_high(const struct spread *s)
{
	int high = TITLE_HIGH + 2 * LINE_HIGH + AFTER;

	if (s->all == 0)
		return TITLE_HIGH + LINE_HIGH + AFTER;
	return high + (line_used(s, WITHOUT_PATH) ? LINE_HIGH : 0);
}

static void block(struct chart *c, size_t at)
{
	const struct priority *it = &c->p->priorities->v[at];
	struct spread s = spread_at(c->p, at);
	const char *name = arena_print(c->p->mem, "P%lld %s", it->no,
	                               it->now.title);
	int top;

	figure_shape(c->p->mem, c->f, SHAPE_LINE, 0, c->y, FIGURE_WIDE, 0)
		->stroke = SHADE_LINE;
	figure_text(c->p->mem, c->f, 0, c->y + 16, figure_text_cut(c->p->mem,
		name, 12, true, FIGURE_WIDE))->strong = true;
	c->y += TITLE_HIGH;
	top = c->y;
	if (s.all == 0) {
		words(c, 12, c->y + 14, figure_say(c->p, FS_NO_FINDINGS, NULL,
		      NULL), ANCHOR_START)->fill = SHADE_SOFT;
		c->y += LINE_HIGH + AFTER;
		return;
	}
	for (size_t i = 0; i < COUNT(paths); i++) {
		if (line_used(&s, paths[i]))
			line(c, &s, paths[i]);
	}
	number(c, NONE_AT + 7, (top + c->y) / 2 + 4, s.none, ANCHOR_MIDDLE);
	number(c, GAP_AT + 7, (top + c->y) / 2 + 4, s.gap, ANCHOR_MIDDLE);
	figure_shape(c->p->mem, c->f, SHAPE_LINE, AXIS, top, 0, c->y - top);
	c->y += AFTER;
}

static void column_head(const struct chart *c, int x, enum paper_mark mark,
                        const struct sentence *says)
{
	struct text_list lines = figure_text_lines(c->p->mem,
		figure_say(c->p, says, NULL, NULL), 11, false, 74, 2);

	figure_shape(c->p->mem, c->f, SHAPE_MARK, x, 0, 14, 14)->mark =
		(int)mark;
	for (size_t i = 0; i < lines.n; i++)
		words(c, x + 7, 26 + 12 * (int)i, lines.v[i], ANCHOR_MIDDLE);
}

static void heads(const struct chart *c)
{
	words(c, AXIS - 6, 26, figure_say(c->p, FS_LEFT, NULL, NULL),
	      ANCHOR_END);
	words(c, AXIS + 6, 26, figure_say(c->p, FS_RIGHT, NULL, NULL),
	      ANCHOR_START);
	figure_shape(c->p->mem, c->f, SHAPE_MARK, AXIS - 20, 0, 14, 14)->mark =
		MARK_NEGATIVE;
	figure_shape(c->p->mem, c->f, SHAPE_MARK, AXIS + 6, 0, 14, 14)->mark =
		MARK_POSITIVE;
	column_head(c, NONE_AT, MARK_NONE, FG_NONE);
	column_head(c, GAP_AT, MARK_GAP, FG_GAP);
}

/* -- what it says -------------------------------------------------------- */

static const char *both_ways(const struct pictured *p)
{
	struct text_list all = {0};

	for (size_t i = 0; i < p->priorities->n; i++) {
		struct spread s = spread_at(p, i);
		i64 plus = s.positive[0] + s.positive[1] + s.positive[2];
		i64 minus = s.negative[0] + s.negative[1] + s.negative[2];

		if (plus > 0 && minus > 0)
			*PUSH(p->mem, &all) = arena_print(p->mem, "P%lld",
				p->priorities->v[i].no);
	}
	return all.n == 0 ? NULL : figure_say(p, FS_BOTH,
	       list_said(p->mem, p->language, &all), NULL);
}

static const char *finding(const struct pictured *p)
{
	struct finding_counts n = findings_count(p->findings);
	const char *both = both_ways(p), *text;
	struct text_list said = {0};

	count_said(p, &said, FS_POSITIVE, n.positive);
	count_said(p, &said, FS_NEGATIVE, n.negative);
	count_said(p, &said, FS_NONE, n.none);
	count_said(p, &said, FS_GAP, n.gap);
	if (said.n == 0)
		return figure_say(p, FS_EMPTY, NULL, NULL);
	text = figure_say(p, FS_SAYS, list_said(p->mem, p->language, &said),
	                  NULL);
	return both == NULL ? text : arena_print(p->mem, "%s %s", text, both);
}

/* Points for each finding: the same in all parts. */
static int unit(const struct pictured *p)
{
	i64 most = 1;
	int points;

	for (size_t i = 0; i < p->priorities->n; i++) {
		struct spread s = spread_at(p, i);

		for (int k = 0; k < 3; k++) {
			most = s.positive[k] > most ? s.positive[k] : most;
			most = s.negative[k] > most ? s.negative[k] : most;
		}
	}
	points = (int)(SIDE / most);
	return points < 1 ? 1 : points > UNIT_MOST ? UNIT_MOST : points;
}

static void draw(struct chart *c)
{
	struct text_list note = figure_text_lines(c->p->mem,
		figure_say(c->p, FS_NOTE, NULL, NULL), 11, false, FIGURE_WIDE,
		3);

	heads(c);
	c->y = TOP;
	for (size_t i = c->from; i < c->to; i++)
		block(c, i);
	for (size_t i = 0; i < note.n; i++, c->y += 14)
		words(c, 0, c->y + 12, note.v[i], ANCHOR_START)->fill =
			SHADE_SOFT;
	c->f->high = c->y + 8;
}

static size_t blocks_end(const struct pictured *p, size_t from)
{
	size_t to = from;
	int high = 0;

	for (; to < p->priorities->n; to++) {
		struct spread s = spread_at(p, to);

		high += block_high(&s);
		if (high > FULL && to > from)
			break;
	}
	return to;
}

struct figure_list spread_figures(const struct pictured *p)
{
	struct figure_list all = {0};
	struct chart c = { .p = p, .unit = unit(p) };

	for (c.from = 0; c.from < p->priorities->n; c.from = c.to) {
		const char *title = figure_say(p, FS_TITLE, NULL, NULL);
		char *no = arena_print(p->mem, "%zu", all.n + 1);

		if (all.n > 0)
			title = figure_say(p, FG_PART, title, no);
		c.to = blocks_end(p, c.from);
		c.f = figure_new(p->mem, arena_print(p->mem, "fig-spread-%s",
			no), title, finding(p), FIGURE_WIDE, 0);
		draw(&c);
		*PUSH(p->mem, &all) = c.f;
	}
	return all;
}

/* -- the table ----------------------------------------------------------- */

/* A line for each path, as in the drawing. */
static void paths_cell(struct paper *to, const struct pictured *p,
                       const struct spread *s, bool plus)
{
	static const enum paper_mark marks[][2] = {
		[WITHOUT_PATH] = { MARK_NEGATIVE, MARK_POSITIVE },
		[DIRECT]   = { MARK_DIRECT_NEGATIVE, MARK_DIRECT_POSITIVE },
		[INDIRECT] = { MARK_INDIRECT_NEGATIVE,
		               MARK_INDIRECT_POSITIVE },
	};

	paper_cell(to, CELL_TEXT, NULL);
	for (size_t i = 0; i < COUNT(paths); i++) {
		i64 n = (plus ? s->positive : s->negative)[paths[i]];

		if (line_used(s, paths[i]))
			paper_cell_line(to, figure_say(p, FS_LINE,
				path_word(p, paths[i]), arena_print(p->mem,
				"%lld", n)))->mark = marks[paths[i]][plus];
	}
}

static void count(struct paper *to, const struct pictured *p, i64 n)
{
	struct cell *c = paper_cell(to, CELL_TEXT, arena_print(p->mem, "%lld",
	                                                       n));

	c->value = VALUE_NUMBER;
	c->number = n;
}

static void table_row(struct paper *to, const struct pictured *p, size_t at)
{
	const struct priority *it = &p->priorities->v[at];
	struct spread s = spread_at(p, at);

	paper_row(to);
	paper_cell(to, CELL_ROW, arena_print(p->mem, "P%lld %s", it->no,
	                                     it->now.title));
	paths_cell(to, p, &s, false);
	paths_cell(to, p, &s, true);
	count(to, p, s.none);
	count(to, p, s.gap);
}

static void table(struct paper *to, const struct pictured *p)
{
	static const struct sentence *const columns[] = {
		FS_JUDGED, FS_LEFT, FS_RIGHT, FS_NONE_HEAD, FS_GAP_HEAD,
	};

	paper_table(to, figure_say(p, FS_TABLE, NULL, NULL), 1)->width[0] =
		300;
	paper_row(to);
	for (size_t i = 0; i < COUNT(columns); i++)
		paper_cell(to, CELL_COLUMN, figure_say(p, columns[i], NULL,
		                                       NULL));
	for (size_t i = 0; i < p->priorities->n; i++)
		table_row(to, p, i);
}

void spread_on(struct paper *to, const struct pictured *p)
{
	struct figure_list all = spread_figures(p);

	for (size_t i = 0; i < all.n; i++)
		paper_figure(to, all.v[i]);
	if (all.n > 0)
		table(to, p);
}
