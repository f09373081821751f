/*
 * A figure drawn by cairo, in a PDF or as a picture. Shapes, stripes and marks
 * are those of the page.
 */
#include <math.h>
#include <pango/pangocairo.h>

#include "paper/fonts.h"
#include "paper/pdf.h"

struct canvas {
	cairo_t      *c;
	PangoContext *pango;
	struct arena *mem;
};

static void stroke(cairo_t *c, int paint, double thick)
{
	if (paint == SHADE_NONE) {
		cairo_new_path(c);
		return;
	}
	draw_colour(c, paint_look(paint)->colour);
	cairo_set_line_width(c, thick);
	cairo_stroke(c);
}

static void fill_and_stroke(cairo_t *c, const struct shape *s, double thick)
{
	if (s->fill != SHADE_NONE && s->fill != SHADE_HATCH) {
		draw_colour(c, paint_look((int)s->fill)->colour);
		cairo_fill_preserve(c);
	}
	if (s->dashed)
		cairo_set_dash(c, (double[]){ 4, 3 }, 2, 0);
	stroke(c, (int)s->stroke, thick);
	cairo_set_dash(c, NULL, 0, 0);
}

static void hatch(cairo_t *c, const struct shape *s)
{
	struct stripe v[STRIPES_MOST];
	size_t n = box_stripes(s->w, s->h, HATCH_STEP, v);

	draw_stripes(c, v, n, s->x, s->y);
	stroke(c, (int)s->stroke, 1);
}

static void box(cairo_t *c, const struct shape *s)
{
	if (s->fill == SHADE_HATCH)
		hatch(c, s);
	if (s->round)
		draw_rounded(c, s->x, s->y, s->w, s->h, ROUND);
	else
		cairo_rectangle(c, s->x, s->y, s->w, s->h);
	fill_and_stroke(c, s, 1);
}

static void line(cairo_t *c, const struct shape *s)
{
	cairo_move_to(c, s->x, s->y);
	cairo_line_to(c, s->x + s->w, s->y + s->h);
	fill_and_stroke(c, s, s->strong ? 2 : 1);
}

static void disc(cairo_t *c, const struct shape *s)
{
	cairo_new_sub_path(c);
	cairo_arc(c, s->x, s->y, s->w, 0, 2 * M_PI);
	fill_and_stroke(c, s, 2);
}

static void half(cairo_t *c, const struct shape *s)
{
	cairo_new_sub_path(c);
	cairo_arc(c, s->x, s->y, s->w, -M_PI / 2, M_PI / 2);
	cairo_close_path(c);
	fill_and_stroke(c, s, 1);
}

static PangoLayout *layout_of(const struct canvas *v, const char *text,
                              int size, bool strong)
{
	PangoLayout *l = pango_layout_new(v->pango);
	PangoFontDescription *d = pango_font_description_new();

	pango_font_description_set_family_static(d, FONT_SANS);
	pango_font_description_set_weight(d, strong ? PANGO_WEIGHT_SEMIBOLD :
	                                  PANGO_WEIGHT_NORMAL);
	pango_font_description_set_absolute_size(d, size * PANGO_SCALE);
	pango_layout_set_font_description(l, d);
	pango_layout_set_single_paragraph_mode(l, TRUE);
	pango_layout_set_auto_dir(l, FALSE);
	pango_layout_set_text(l, fonts_fit(v->mem, text), -1);
	pango_font_description_free(d);
	return l;
}

/* At the point that is current, as its anchor says. */
static void set(const struct canvas *v, const char *text, int size,
                  bool strong, enum anchor anchor)
{
	PangoLayout *l = layout_of(v, text, size, strong);
	PangoRectangle r;

	pango_layout_get_extents(l, NULL, &r);
	if (anchor != ANCHOR_START)
		cairo_rel_move_to(v->c, -r.width / (double)PANGO_SCALE /
		                  (anchor == ANCHOR_MIDDLE ? 2 : 1), 0);
	pango_cairo_show_layout_line(v->c,
		pango_layout_get_line_readonly(l, 0));
	g_object_unref(l);
}

static void text(const struct canvas *v, const struct shape *s)
{
	cairo_save(v->c);
	cairo_translate(v->c, s->x, s->y);
	if (s->upright)
		cairo_rotate(v->c, -M_PI / 2);
	draw_colour(v->c, paint_look((int)s->fill)->colour);
	cairo_move_to(v->c, 0, 0);
	set(v, s->text, shape_size(s), s->strong, s->anchor);
	cairo_restore(v->c);
}

static void tile(const struct canvas *v, const struct shape *s)
{
	int size = tile_size(s);

	cairo_rectangle(v->c, s->x, s->y, s->w, s->h);
	draw_colour(v->c, tile_ground(s->tile_colour));
	cairo_fill_preserve(v->c);
	stroke(v->c, SHADE_INK, 1);
	draw_colour(v->c, tile_ink(s->tile_colour));
	cairo_move_to(v->c, s->x + s->w / 2.0, s->y + s->h / 2.0 +
	              0.34 * size);
	set(v, s->text, size, true, ANCHOR_MIDDLE);
}

static void shape(const struct canvas *v, const struct shape *s)
{
	cairo_new_path(v->c);
	switch (s->kind) {
	case SHAPE_BOX:
		box(v->c, s);
		break;
	case SHAPE_LINE:
		line(v->c, s);
		break;
	case SHAPE_DISC:
		disc(v->c, s);
		break;
	case SHAPE_HALF:
		half(v->c, s);
		break;
	case SHAPE_TEXT:
		text(v, s);
		break;
	case SHAPE_MARK:
		draw_mark(v->c, (enum paper_mark)s->mark, s->x, s->y, s->w);
		break;
	case SHAPE_TILE:
		tile(v, s);
		break;
	}
}

void figure_draw(const struct figure *f, cairo_t *c, PangoContext *pango,
                 struct arena *mem)
{
	struct canvas v = { c, pango, mem };

	for (size_t i = 0; i < f->shapes.n; i++)
		shape(&v, &f->shapes.v[i]);
}

/* -- a picture ----------------------------------------------------------- */

static enum status picture(const struct figure *f, struct arena *mem,
                           cairo_surface_t *surface, int scale,
                           struct bytes *out)
{
	struct sink sink = { .mem = mem };
	cairo_t *c = cairo_create(surface);
	PangoContext *pango = paper_pango("sv");
	cairo_status_t drawn;

	cairo_scale(c, scale, scale);
	pango_cairo_update_context(c, pango);
	cairo_set_source_rgb(c, 1, 1, 1);
	cairo_paint(c);
	figure_draw(f, c, pango, mem);
	g_object_unref(pango);
	drawn = cairo_status(c);
	cairo_destroy(c);
	if (drawn == CAIRO_STATUS_SUCCESS)
		drawn = cairo_surface_write_to_png_stream(surface, sink_take,
		                                          &sink);
	if (drawn != CAIRO_STATUS_SUCCESS)
		return log_fault("a figure could not be drawn: %s",
		                 cairo_status_to_string(drawn));
	*out = (struct bytes){ sink.v, sink.n };
	return OK;
}

enum status figure_png(const struct figure *f, struct arena *mem, int scale,
                       struct bytes *out)
{
	cairo_surface_t *surface;
	enum status done;

	TRY(paper_fonts_prepare());
	surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24,
		f->wide * scale, f->high * scale);
	done = picture(f, mem, surface, scale, out);
	cairo_surface_destroy(surface);
	return done;
}
