/*
 * The marks, told apart by shape, line and sign also in grey: filled square,
 * disc with a dashed ring, rounded outline, thin box, diamond, dotted box,
 * dot, pill.
 */
#include <cairo.h>
#include <math.h>

#include "paper/pdf.h"

enum sign { NOTHING, PLUS, MINUS, ZERO, QUESTION, UNLIKE };
enum outline { SQUARE, DISC, ROUNDED, BOX, DIAMOND, DOTTED, DOT, PILL };

static const struct {
	enum outline shape;
	enum sign  sign;
	unsigned   colour, on;          /* of the shape, of the sign on it */
} marks[] = {
	[MARK_DIRECT_POSITIVE]   = { SQUARE, PLUS, 0x542788, 0xffffff },
	[MARK_INDIRECT_POSITIVE] = { DISC, PLUS, 0x998ec3, 0x000000 },
	[MARK_INDIRECT_NEGATIVE] = { DISC, MINUS, 0xf1a340, 0x000000 },
	[MARK_DIRECT_NEGATIVE]   = { SQUARE, MINUS, 0xb35806, 0xffffff },
	[MARK_POSITIVE]          = { ROUNDED, PLUS, 0x542788, INK },
	[MARK_NEGATIVE]          = { ROUNDED, MINUS, 0xb35806, INK },
	[MARK_NONE]              = { BOX, ZERO, EDGE, INK },
	[MARK_GAP]               = { DIAMOND, QUESTION, INK, INK },
	[MARK_UNJUDGED]          = { DOTTED, NOTHING, EDGE, INK },
	[MARK_NOT_CHOSEN]        = { DOT, NOTHING, INK_SOFT, INK },
	[MARK_DIVIDED]           = { PILL, UNLIKE, INK, INK },
	[MARK_TICK]              = { BOX, NOTHING, INK, INK },
};

static const unsigned tiles[] = {
	0xdef0f2, 0xe5243b, 0xdda63a, 0x4c9f38, 0xc5192d, 0xff3a21, 0x26bde2,
	0xfcc30b, 0xa21942, 0xfd6925, 0xdd1367, 0xfd9d24, 0xbf8b2e, 0x3f7e44,
	0x0a97d9, 0x56c02b, 0x00689d, 0x19486a,
};

void draw_colour(cairo_t *c, unsigned colour)
{
	cairo_set_source_rgb(c, (colour >> 16 & 255) / 255.0,
	                     (colour >> 8 & 255) / 255.0,
	                     (colour & 255) / 255.0);
}

unsigned tile_ink(int goal)
{
	static const bool light[COUNT(tiles)] = {
		[1] = 1, [4] = 1, [8] = 1, [10] = 1, [13] = 1, [16] = 1,
		[17] = 1,
	};

	return goal > 0 && goal < (int)COUNT(tiles) && light[goal] ?
	       0xffffff : 0x000000;
}

void draw_tile(cairo_t *c, int goal, double x, double y, double w, double s)
{
	cairo_rectangle(c, x + 0.4, y + 0.4, w - 0.8, s - 0.8);
	draw_colour(c, tiles[goal > 0 && goal < (int)COUNT(tiles) ? goal : 0]);
	cairo_fill_preserve(c);
	draw_colour(c, INK);
	cairo_set_line_width(c, 0.6);
	cairo_stroke(c);
}

static void stripes(cairo_t *c, double x, double y, double w, double h,
                    double step)
{
	cairo_save(c);
	cairo_clip(c);
	for (double at = step; at < w + h; at += step) {
		cairo_move_to(c, x + at, y);
		cairo_line_to(c, x + at - h, y + h);
	}
	cairo_stroke(c);
	cairo_restore(c);
	cairo_new_path(c);
}

void draw_hatch(cairo_t *c, unsigned colour, const struct ink *ink)
{
	draw_colour(c, colour);
	cairo_set_line_width(c, 0.7);
	cairo_rectangle(c, ink->x, ink->y, ink->w, ink->h);
	stripes(c, ink->x, ink->y, ink->w, ink->h, 6);
}

static void rounded(cairo_t *c, double x, double y, double w, double h,
                    double r)
{
	cairo_new_sub_path(c);
	cairo_arc(c, x + w - r, y + r, r, -M_PI / 2, 0);
	cairo_arc(c, x + w - r, y + h - r, r, 0, M_PI / 2);
	cairo_arc(c, x + r, y + h - r, r, M_PI / 2, M_PI);
	cairo_arc(c, x + r, y + r, r, M_PI, 3 * M_PI / 2);
	cairo_close_path(c);
}

static void disc(cairo_t *c, unsigned colour, double s)
{
	draw_colour(c, colour);
	cairo_set_line_width(c, 0.7);
	cairo_arc(c, s / 2, s / 2, s * 0.46, 0, 2 * M_PI);
	stripes(c, 0, 0, s, s, 1.7);
	cairo_arc(c, s / 2, s / 2, s * 0.33, 0, 2 * M_PI);
	cairo_fill(c);
	draw_colour(c, INK);
	cairo_set_line_width(c, 1);
	cairo_set_dash(c, (double[]){ 2.1, 1.4 }, 2, 0);
	cairo_arc(c, s / 2, s / 2, s * 0.46, 0, 2 * M_PI);
	cairo_stroke(c);
}

static void diamond(cairo_t *c, double s)
{
	cairo_move_to(c, s / 2, 0);
	cairo_line_to(c, s, s / 2);
	cairo_line_to(c, s / 2, s);
	cairo_line_to(c, 0, s / 2);
	cairo_close_path(c);
	cairo_stroke(c);
}

static void dotted(cairo_t *c, double s)
{
	cairo_set_line_cap(c, CAIRO_LINE_CAP_ROUND);
	cairo_set_line_width(c, 1.2);
	cairo_set_dash(c, (double[]){ 0, 2.4 }, 2, 0);
	cairo_rectangle(c, 0.6, 0.6, s - 1.2, s - 1.2);
	cairo_stroke(c);
}

static void draw_shape(cairo_t *c, enum outline shape, unsigned colour, double s)
{
	draw_colour(c, colour);
	cairo_set_line_width(c, 1.1);
	switch (shape) {
	case SQUARE:
		rounded(c, 0, 0, s, s, 1);
		cairo_fill(c);
		break;
	case DISC:
		disc(c, colour, s);
		break;
	case ROUNDED:
		rounded(c, 0.6, 0.6, s - 1.2, s - 1.2, 3.6);
		cairo_stroke(c);
		break;
	case BOX:
		cairo_rectangle(c, 0.6, 0.6, s - 1.2, s - 1.2);
		cairo_stroke(c);
		break;
	case DIAMOND:
		diamond(c, s);
		break;
	case DOTTED:
		dotted(c, s);
		break;
	case DOT:
		cairo_arc(c, s / 2, s / 2, 1.3, 0, 2 * M_PI);
		cairo_fill(c);
		break;
	case PILL:
		rounded(c, 0.6, 1.6, s - 1.2, s - 3.2, s / 2 - 1.6);
		cairo_stroke(c);
		break;
	}
}

static void stroke_from(cairo_t *c, double x, double y, double to_x,
                        double to_y)
{
	cairo_move_to(c, x, y);
	cairo_line_to(c, to_x, to_y);
	cairo_stroke(c);
}

/* A hook and a dot, within the diamond. */
static void question(cairo_t *c, double s)
{
	cairo_set_line_width(c, 1.1);
	cairo_arc(c, s / 2, s * 0.40, s * 0.125, M_PI, 2 * M_PI);
	cairo_curve_to(c, s * 0.625, s * 0.5, s / 2, s * 0.48, s / 2,
	               s * 0.59);
	cairo_stroke(c);
	cairo_arc(c, s / 2, s * 0.71, 0.75, 0, 2 * M_PI);
	cairo_fill(c);
}

static void draw_sign(cairo_t *c, enum sign sign, unsigned colour, double s)
{
	double a = s * 0.27, b = s * 0.73, m = s / 2;

	draw_colour(c, colour);
	cairo_set_line_width(c, 1.5);
	switch (sign) {
	case NOTHING:
		break;
	case PLUS:
		stroke_from(c, m, a, m, b);
		stroke_from(c, a, m, b, m);
		break;
	case MINUS:
		stroke_from(c, a, m, b, m);
		break;
	case ZERO:
		cairo_set_line_width(c, 1.1);
		rounded(c, s * 0.37, s * 0.28, s * 0.26, s * 0.44, s * 0.13);
		cairo_stroke(c);
		break;
	case QUESTION:
		question(c, s);
		break;
	case UNLIKE:
		cairo_set_line_width(c, 1);
		stroke_from(c, s * 0.3, m - 1.4, s * 0.7, m - 1.4);
		stroke_from(c, s * 0.3, m + 1.4, s * 0.7, m + 1.4);
		stroke_from(c, s * 0.6, m - 3.2, s * 0.4, m + 3.2);
		break;
	}
}

void draw_mark(cairo_t *c, enum paper_mark mark, double x, double y, double s)
{
	if (mark == MARK_NO_SIGN)
		return;
	cairo_new_path(c);
	cairo_save(c);
	cairo_translate(c, x, y);
	draw_shape(c, marks[mark].shape, marks[mark].colour, s);
	cairo_restore(c);
	cairo_save(c);
	cairo_translate(c, x, y);
	draw_sign(c, marks[mark].sign, marks[mark].on, s);
	cairo_restore(c);
}
