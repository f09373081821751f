/* Circles for states, and what the signs of a figure mean. */
#include "paper/figure.h"

enum { R = 6, SIGN_HIGH = 14, ROW_HIGH = 22, BETWEEN = 18 };

static struct shape *disc(struct arena *mem, struct figure *f, int x, int y,
                          int r, enum shade fill, enum shade edge)
{
	struct shape *s = figure_shape(mem, f, SHAPE_DISC, x, y, r, 0);

	s->fill = fill;
	s->stroke = edge;
	return s;
}

static void stroke(struct arena *mem, struct figure *f, int x, int y, int w,
                   int h, enum shade shade)
{
	struct shape *s = figure_shape(mem, f, SHAPE_LINE, x, y, w, h);

	s->stroke = shade;
	s->strong = true;
}

void figure_dot(struct arena *mem, struct figure *f, enum dot dot, int x, int y)
{
	switch (dot) {
	case DOT_FULL:
		disc(mem, f, x, y, R, SHADE_ACCENT, SHADE_ACCENT);
		break;
	case DOT_RINGED:
		disc(mem, f, x, y, R, SHADE_PAPER, SHADE_ACCENT);
		disc(mem, f, x, y, R / 2 - 1, SHADE_ACCENT, SHADE_ACCENT);
		break;
	case DOT_HALF:
		disc(mem, f, x, y, R, SHADE_PAPER, SHADE_ACCENT);
		figure_shape(mem, f, SHAPE_HALF, x, y, R, 0)->fill =
			SHADE_ACCENT;
		break;
	case DOT_OPEN:
		disc(mem, f, x, y, R, SHADE_PAPER, SHADE_ACCENT);
		break;
	case DOT_DASHED:
		disc(mem, f, x, y, R, SHADE_PAPER, SHADE_ACCENT)->dashed =
			true;
		break;
	case DOT_CROSSED:
		disc(mem, f, x, y, R, SHADE_PAPER, SHADE_SOFT);
		stroke(mem, f, x - R, y + R, 2 * R, -2 * R, SHADE_SOFT);
		break;
	case DOT_MISSING:
		disc(mem, f, x, y, R, SHADE_PAPER, SHADE_STOP)->dashed = true;
		stroke(mem, f, x - 2, y - 2, 4, 4, SHADE_STOP);
		stroke(mem, f, x - 2, y + 2, 4, -4, SHADE_STOP);
		break;
	case DOT_POINT:
		disc(mem, f, x, y, 2, SHADE_SOFT, SHADE_SOFT);
		break;
	}
}

int figure_signs(struct arena *mem, struct figure *f, int y,
                 const struct figure_sign_list *all)
{
	int x = 0;

	for (size_t i = 0; i < all->n; i++) {
		const struct figure_sign *s = &all->v[i];
		int wide = SIGN_HIGH + 6 + figure_text_wide(s->words, 11,
		                                            false);
		struct shape *text;

		if (x > 0 && x + wide > f->wide) {
			x = 0;
			y += ROW_HIGH;
		}
		if (s->mark != 0)
			figure_shape(mem, f, SHAPE_MARK, x, y + 4, SIGN_HIGH,
			             SIGN_HIGH)->mark = s->mark;
		else
			figure_dot(mem, f, s->dot, x + SIGN_HIGH / 2, y + 11);
		text = figure_text(mem, f, x + SIGN_HIGH + 6, y + 15,
		                   s->words);
		text->size = 11;
		text->fill = SHADE_SOFT;
		x += wide + BETWEEN;
	}
	return all->n == 0 ? y : y + ROW_HIGH;
}
