/*
 * The map of actors: influence to the right, touched upwards, three levels
 * each. Actors of one cell stand under each other and a row is as high as its
 * fullest cell, so that names never lie on each other.
 */
#include "assess/actor_link.msg"
#include "assess/figures.h"
#include "base/text.h"

enum {
	LEVELS = 3, LEFT = 72, TOP = 4, WIDE = 162, LEAST_HIGH = 78,
	LINE_HIGH = 15, BETWEEN = 6, PAD = 10, ZONE_WORDS = 18, NAME = 28,
	NAME_WIDE = WIDE - NAME - 8, LINES_MOST = 3,
};

struct map {
	struct arena                 *mem;
	enum language                 language;
	const struct actor_link_list *all;
	struct figure                *f;
	int high[LEVELS];               /* of each row, from the top */
	int top[LEVELS];
	int bottom;
};

static bool mapped(const struct actor_link *l)
{
	return l->influence != LEVEL_UNSAID && l->interest != LEVEL_UNSAID;
}

static int column(const struct actor_link *l)
{
	return (int)l->influence - 1;
}

static int row(const struct actor_link *l)
{
	return LEVELS - (int)l->interest;
}

static const char *say_it(const struct map *m, const struct sentence *s)
{
	return s->in[m->language];
}

static struct text_list lines_of(const struct map *m,
                                 const struct actor_link *l)
{
	return figure_text_lines(m->mem, l->name, 12, l->missing, NAME_WIDE,
	                         LINES_MOST);
}

/* A missing one is so in words too, on a line of its own. */
static int actor_high(const struct map *m, const struct actor_link *l)
{
	return BETWEEN + LINE_HIGH * ((int)lines_of(m, l).n + l->missing);
}

static void measure(struct map *m)
{
	int filled[LEVELS][LEVELS] = {{0}};

	for (size_t i = 0; i < m->all->n; i++) {
		const struct actor_link *l = &m->all->v[i];

		if (mapped(l))
			filled[row(l)][column(l)] += actor_high(m, l);
	}
	m->bottom = TOP;
	for (int y = 0; y < LEVELS; y++) {
		m->high[y] = LEAST_HIGH;
		for (int x = 0; x < LEVELS; x++) {
			int need = filled[y][x] + 2 * PAD +
			           (x == 0 && y == 0 ? ZONE_WORDS : 0);

			m->high[y] = need > m->high[y] ? need : m->high[y];
		}
		m->top[y] = m->bottom;
		m->bottom += m->high[y];
	}
}

/* -- drawing ------------------------------------------------------------- */

static enum dot dot_of(const struct actor_link *l)
{
	if (l->missing)
		return DOT_MISSING;
	switch (l->present) {
	case PRESENT_UNSAID:
		return DOT_POINT;
	case PRESENT:
		return DOT_FULL;
	case PRESENT_INVITED_ABSENT:
		return DOT_HALF;
	case PRESENT_NOT_INVITED:
		return DOT_OPEN;
	}
	return DOT_POINT;
}

static int actor(struct map *m, const struct actor_link *l, int x, int y)
{
	struct text_list lines = lines_of(m, l);
	struct shape *s;
	int at = y + 12;

	figure_dot(m->mem, m->f, dot_of(l), x + 14, y + 8);
	for (size_t i = 0; i < lines.n; i++, at += LINE_HIGH)
		figure_text(m->mem, m->f, x + NAME, at, lines.v[i])->strong =
			l->missing;
	if (l->missing) {
		s = figure_text(m->mem, m->f, x + NAME, at - 1,
		                say_it(m, WAS_MISSING));
		s->size = 11;
		s->fill = SHADE_STOP;
	}
	return y + actor_high(m, l);
}

static void cell(struct map *m, int x, int y)
{
	int at = m->top[y] + PAD + (x == 0 && y == 0 ? ZONE_WORDS : 0);

	for (size_t i = 0; i < m->all->n; i++) {
		const struct actor_link *l = &m->all->v[i];

		if (mapped(l) && column(l) == x && row(l) == y)
			at = actor(m, l, LEFT + x * WIDE, at);
	}
}

static void words(struct map *m, int x, int y, const struct sentence *says,
                  enum anchor anchor)
{
	struct shape *s = figure_text(m->mem, m->f, x, y, say_it(m, says));

	s->size = 11;
	s->fill = SHADE_SOFT;
	s->anchor = anchor;
}

static void line(struct map *m, int x, int y, int w, int h, enum shade shade)
{
	figure_shape(m->mem, m->f, SHAPE_LINE, x, y, w, h)->stroke = shade;
}

/* Where those stand whom one should think of. */
static void zone(struct map *m)
{
	struct shape *s = figure_shape(m->mem, m->f, SHAPE_BOX, LEFT + 3,
		TOP + 3, WIDE - 6, m->high[0] - 6);

	s->fill = SHADE_GROUND;
	s->stroke = SHADE_NONE;
	s->round = true;
	s = figure_text(m->mem, m->f, LEFT + 9, TOP + 18, figure_text_cut(
		m->mem, say_it(m, MAP_ZONE), 11, false, WIDE - 16));
	s->size = 11;
	s->fill = SHADE_SOFT;
}

static void frame(struct map *m)
{
	static const struct sentence *const xs[] = {
		MAP_LOW, MAP_MIDDLE, MAP_HIGH };
	static const struct sentence *const ys[] = {
		INTEREST_HIGH, INTEREST_MIDDLE, INTEREST_LOW };
	struct shape *s;

	zone(m);
	for (int i = 1; i < LEVELS; i++) {
		line(m, LEFT, m->top[i], LEVELS * WIDE, 0, SHADE_LINE);
		line(m, LEFT + i * WIDE, TOP, 0, m->bottom - TOP, SHADE_LINE);
	}
	line(m, LEFT, TOP, 0, m->bottom - TOP, SHADE_EDGE);
	line(m, LEFT, m->bottom, LEVELS * WIDE, 0, SHADE_EDGE);
	for (int i = 0; i < LEVELS; i++) {
		words(m, LEFT + i * WIDE + WIDE / 2, m->bottom + 16, xs[i],
		      ANCHOR_MIDDLE);
		words(m, LEFT - 8, m->top[i] + m->high[i] / 2 + 4, ys[i],
		      ANCHOR_END);
	}
	s = figure_text(m->mem, m->f, LEFT + LEVELS * WIDE / 2, m->bottom +
	                36, say_it(m, MAP_X));
	s->strong = true;
	s->anchor = ANCHOR_MIDDLE;
	s = figure_text(m->mem, m->f, 12, (TOP + m->bottom) / 2,
	                say_it(m, MAP_Y));
	s->strong = true;
	s->anchor = ANCHOR_MIDDLE;
	s->upright = true;
}

static void explain(struct map *m)
{
	static const struct sentence *const says[] = {
		[DOT_FULL] = WAS_PRESENT, [DOT_HALF] = WAS_ABSENT,
		[DOT_OPEN] = WAS_NOT_INVITED, [DOT_MISSING] = WAS_MISSING,
		[DOT_POINT] = WAS_UNSAID,
	};
	bool used[DOT_POINT + 1] = {0};
	struct figure_sign_list all = {0};

	for (size_t i = 0; i < m->all->n; i++) {
		if (mapped(&m->all->v[i]))
			used[dot_of(&m->all->v[i])] = true;
	}
	for (int i = 0; i <= DOT_POINT; i++) {
		if (used[i])
			*PUSH(m->mem, &all) = (struct figure_sign){
				.dot = (enum dot)i,
				.words = say_it(m, says[i]) };
	}
	m->f->high = figure_signs(m->mem, m->f, m->bottom + 48, &all) + 2;
}

/* -- what it says -------------------------------------------------------- */

static const char *also(const struct map *m, const char *text,
                        const char *more)
{
	return *text == '\0' ? more : arena_print(m->mem, "%s %s", text, more);
}

static const char *odd_of(const struct map *m)
{
	struct text_list absent = {0};
	i64 left_out = 0, unsaid = 0;
	const char *text = "";

	for (size_t i = 0; i < m->all->n; i++) {
		const struct actor_link *l = &m->all->v[i];

		left_out += actor_link_left_out(l);
		unsaid += actor_link_suggested(l) && !actor_link_left_out(l);
		if (l->present == PRESENT_INVITED_ABSENT)
			*PUSH(m->mem, &absent) = l->name;
	}
	if (left_out > 0)
		text = say_number(m->mem, m->language, ODD_LEFT_OUT, left_out);
	if (absent.n > 0)
		text = also(m, text, say_fill(m->mem, say_it(m,
			ODD_DID_NOT_COME), list_said(m->mem, m->language,
			&absent), NULL));
	if (unsaid > 0)
		text = also(m, text, say_number(m->mem, m->language,
			ODD_UNSAID, unsaid));
	return *text == '\0' ? say_it(m, ODD_NOTHING) : text;
}

const char *actors_odd(struct arena *mem, enum language language,
                       const struct actor_link_list *all)
{
	struct map m = { .mem = mem, .language = language, .all = all };

	return odd_of(&m);
}

static const char *finding(const struct map *m)
{
	struct text_list outside = {0};
	const char *text = odd_of(m);

	for (size_t i = 0; i < m->all->n; i++) {
		if (!mapped(&m->all->v[i]))
			*PUSH(m->mem, &outside) = m->all->v[i].name;
	}
	return outside.n == 0 ? text : also(m, text, say_fill(m->mem,
	       say_it(m, MAP_OUTSIDE), list_said(m->mem, m->language,
	       &outside), NULL));
}

const struct figure *actor_map(struct arena *mem, enum language language,
                               const struct actor_link_list *all)
{
	struct map m = { .mem = mem, .language = language, .all = all };
	bool any = false;

	for (size_t i = 0; i < all->n; i++)
		any = any || mapped(&all->v[i]);
	if (!any)
		return NULL;
	m.f = figure_new(mem, "fig-actors", say_it(&m, MAP_TITLE),
	                 finding(&m), FIGURE_WIDE, 0);
	measure(&m);
	frame(&m);
	for (int y = 0; y < LEVELS; y++)
		for (int x = 0; x < LEVELS; x++)
			cell(&m, x, y);
	explain(&m);
	return m.f;
}
