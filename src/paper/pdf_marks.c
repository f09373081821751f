/*
 * Marks, tiles and hatching drawn by cairo; what they look like is said in
 * figure_paint.c.
 */
#include <math.h>

#include "paper/pdf.h"

void draw_colour(cairo_t *c, unsigned colour)
{
	cairo_set_source_rgb(c, (colour >> 16 & 255) / 255.0,
	                     (colour >> 8 & 255) / 255.0,
	                     (colour & 255) / 255.0);
}

void draw_tile(cairo_t *c, int goal, double x, double y, double w, double s)
{
	cairo_rectangle(c, x + 0.4, y + 0.4, w - 0.8, s - 0.8);
	draw_colour(c, tile_ground(goal));
	cairo_fill_preserve(c);
	draw_colour(c, INK);
	cairo_set_line_width(c, 0.6);
	cairo_stroke(c);
}

void draw_stripes(cairo_t *c, const struct stripe *v, size_t n, double x,
                  double y)
{
	for (size_t i = 0; i < n; i++) {
		cairo_move_to(c, x + v[i].x, y + v[i].y);
		cairo_line_to(c, x + v[i].to_x, y + v[i].to_y);
	}
}

void draw_hatch(cairo_t *c, unsigned colour, const struct ink *ink)
{
	struct stripe v[STRIPES_MOST];
	size_t n = box_stripes(ink->w, ink->h, 6, v);

	draw_colour(c, colour);
	cairo_set_line_width(c, 0.7);
	draw_stripes(c, v, n, ink->x, ink->y);
	cairo_stroke(c);
}

void draw_rounded(cairo_t *c, double x, double y, double w, double h, double r)
{
	if (r <= 0) {
		cairo_rectangle(c, x, y, w, h);
		return;
	}
	cairo_new_sub_path(c);
	cairo_arc(c, x + w - r, y + r, r, -M_PI / 2, 0);
	cairo_arc(c, x + w - r, y + h - r, r, 0, M_PI / 2);
	cairo_arc(c, x + r, y + h - r, r, M_PI / 2, M_PI);
	cairo_arc(c, x + r, y + r, r, M_PI, 3 * M_PI / 2);
	cairo_close_path(c);
}

static void diamond(cairo_t *c)
{
	cairo_move_to(c, 500, 0);
	cairo_line_to(c, 1000, 500);
	cairo_line_to(c, 500, 1000);
	cairo_line_to(c, 0, 500);
	cairo_close_path(c);
}

static void hook(cairo_t *c)
{
	cairo_new_sub_path(c);
	cairo_arc(c, 500, 400, 125, M_PI, 2 * M_PI);
	cairo_curve_to(c, 625, 500, 500, 480, 500, 590);
}

static void rim(cairo_t *c, const struct mark_piece *p)
{
	struct stripe v[STRIPES_MOST];
	size_t n = disc_stripes(p->r, RIM_STEP, v);

	draw_stripes(c, v, n, p->x, p->y);
}

static void outline(cairo_t *c, const struct mark_piece *p)
{
	switch (p->kind) {
	case PIECE_BOX:
		draw_rounded(c, p->x, p->y, p->w, p->h, p->r);
		break;
	case PIECE_DISC:
		cairo_new_sub_path(c);
		cairo_arc(c, p->x, p->y, p->r, 0, 2 * M_PI);
		break;
	case PIECE_RIM:
		rim(c, p);
		break;
	case PIECE_LINE:
		cairo_move_to(c, p->x, p->y);
		cairo_line_to(c, p->w, p->h);
		break;
	case PIECE_DIAMOND:
		diamond(c);
		break;
	case PIECE_HOOK:
		hook(c);
		break;
	}
}

static void piece(cairo_t *c, const struct mark_piece *p)
{
	static const double dashes[] = { 162, 108 }, dots[] = { 0, 185 };

	outline(c, p);
	draw_colour(c, paint_look(p->paint)->colour);
	if (p->filled) {
		cairo_fill(c);
		return;
	}
	cairo_set_line_width(c, p->thick);
	cairo_set_line_cap(c, p->dotted ? CAIRO_LINE_CAP_ROUND :
	                                  CAIRO_LINE_CAP_BUTT);
	cairo_set_dash(c, p->dotted ? dots : dashes, p->dotted || p->dashed ?
	               2 : 0, 0);
	cairo_stroke(c);
}

void draw_mark(cairo_t *c, enum paper_mark mark, double x, double y, double s)
{
	size_t n;
	const struct mark_piece *v = mark_pieces((int)mark, &n);

	cairo_new_path(c);
	cairo_save(c);
	cairo_translate(c, x, y);
	cairo_scale(c, s / 1000, s / 1000);
	for (size_t i = 0; i < n; i++)
		piece(c, &v[i]);
	cairo_restore(c);
}
