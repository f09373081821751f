/* The map of the method, drawn: the root in the middle, four branches on either
 * side, read downwards on the left and then on the right. */
#include <string.h>

#include "base/base.h"
#include "help/map.h"
#include "help/map.msg"

const struct sentence *const map_root = K_ROOT;
const struct branch map_branches[BRANCHES] = {
	{ K1, { K1_1, K1_2, K1_3 }, "/help/course/1" },
	{ K2, { K2_1, K2_2, K2_3 }, "/help/example#background" },
	{ K3, { K3_1, K3_2, K3_3 }, "/help/words#framework" },
	{ K4, { K4_1, K4_2, K4_3 }, "/help/course/2" },
	{ K5, { K5_1, K5_2, K5_3 }, "/help/course/5" },
	{ K6, { K6_1, K6_2, K6_3 }, "/help/course/6" },
	{ K7, { K7_1, K7_2, K7_3 }, "/help/course/7" },
	{ K8, { K8_1, K8_2, K8_3 }, "/help/course/8" },
};

enum {
	BOX_WIDE = 196, HEAD = 26, LEAF = 17, BOX_HIGH = HEAD + LEAVES * LEAF
	+ 8, APART = 16, ROOT_WIDE = 112, ROOT_HIGH = 56, ROWS = BRANCHES / 2,
	HIGH = ROWS * BOX_HIGH + (ROWS - 1) * APART, INDENT = 10,
};

struct drawing { struct arena *mem; enum language l; struct figure *f; };

static int box_x(size_t i)
{
	return i < ROWS ? 0 : FIGURE_WIDE - BOX_WIDE;
}

static int box_y(size_t i)
{
	return (int)(i % ROWS) * (BOX_HIGH + APART);
}

/* From the side of the root to the middle of the box's near edge. */
static void arm(const struct drawing *d, size_t i)
{
	int side = i < ROWS ? -1 : 1;
	int x = FIGURE_WIDE / 2 + side * ROOT_WIDE / 2, y = HIGH / 2;
	int to = i < ROWS ? BOX_WIDE : FIGURE_WIDE - BOX_WIDE;

	figure_shape(d->mem, d->f, SHAPE_LINE, x, y, to - x,
	             box_y(i) + BOX_HIGH / 2 - y)->stroke = SHADE_ACCENT;
}

static void box(const struct drawing *d, size_t i)
{
	const struct branch *b = &map_branches[i];
	int x = box_x(i), y = box_y(i);
	struct shape *it = figure_shape(d->mem, d->f, SHAPE_BOX, x, y,
	                                BOX_WIDE, BOX_HIGH);

	it->round = true;
	it->fill = SHADE_FOG;
	it->stroke = SHADE_LINE;
	it = figure_text(d->mem, d->f, x + INDENT, y + 19,
	                 b->name->in[d->l]);
	it->strong = true;
	it->size = 13;
	for (int k = 0; k < LEAVES; k++) {
		it = figure_text(d->mem, d->f, x + INDENT,
			y + HEAD + LEAF * k + 12, figure_text_cut(d->mem,
			b->leaves[k]->in[d->l], 11, false,
			BOX_WIDE - 2 * INDENT));
		it->size = 11;
	}
}

/* Two lines: the word is too long for one. */
static void root(const struct drawing *d)
{
	const char *text = map_root->in[d->l];
	size_t n = strcspn(text, "\n");
	int x = (FIGURE_WIDE - ROOT_WIDE) / 2, y = (HIGH - ROOT_HIGH) / 2;
	struct shape *it = figure_shape(d->mem, d->f, SHAPE_BOX, x, y,
	                                ROOT_WIDE, ROOT_HIGH);
	const char *lines[2] = { arena_text(d->mem, text, n), text + n + 1 };

	it->round = true;
	it->fill = SHADE_PAPER;
	it->stroke = SHADE_ACCENT;
	it->strong = true;
	for (int i = 0; i < 2; i++) {
		it = figure_text(d->mem, d->f, FIGURE_WIDE / 2,
		                 y + 24 + 17 * i, lines[i]);
		it->anchor = ANCHOR_MIDDLE;
		it->strong = true;
		it->size = 13;
	}
}

const struct figure *map_figure(struct arena *mem, enum language l)
{
	struct drawing d = { mem, l, figure_new(mem, "fig-map",
		K_FIGURE->in[l], K_FINDING->in[l], FIGURE_WIDE, HIGH) };

	for (size_t i = 0; i < BRANCHES; i++)
		arm(&d, i);
	root(&d);
	for (size_t i = 0; i < BRANCHES; i++)
		box(&d, i);
	return d.f;
}
