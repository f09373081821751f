/*
 * Ink drawn on pages by cairo. Of cairo's tags only the marks in the content
 * are used, one for each stretch of ink of one element; the structure itself
 * is built by pdf_tags.c.
 */
#include <cairo-pdf.h>
#include <pango/pangocairo.h>
#include <string.h>

#include "base/clock.h"
#include "paper/pdf.h"

cairo_status_t sink_take(void *to, const unsigned char *bytes, unsigned n)
{
	sink_put(to, bytes, n);
	return CAIRO_STATUS_SUCCESS;
}

static void draw_glyphs(cairo_t *c, const struct ink *ink)
{
	PangoGlyphItem item = *ink->glyphs;

	draw_colour(c, ink->colour);
	cairo_move_to(c, ink->x, ink->y);
	pango_cairo_show_glyph_item(c, ink->utf8, &item);
}

struct source { const char *v; size_t n; };

static cairo_status_t give(void *from, unsigned char *bytes, unsigned n)
{
	struct source *s = from;

	if (n > s->n)
		return CAIRO_STATUS_READ_ERROR;
	memcpy(bytes, s->v, n);
	s->v += n;
	s->n -= n;
	return CAIRO_STATUS_SUCCESS;
}

/* A PNG that we wrote ourselves, on white: paper has no other ground. */
static cairo_surface_t *opaque(const struct brand *b)
{
	struct source from = { b->logo.v, b->logo.n };
	cairo_surface_t *logo = cairo_image_surface_create_from_png_stream(
		give, &from);
	cairo_surface_t *out = cairo_image_surface_create(CAIRO_FORMAT_RGB24,
		cairo_image_surface_get_width(logo),
		cairo_image_surface_get_height(logo));
	cairo_t *c = cairo_create(out);

	cairo_set_source_rgb(c, 1, 1, 1);
	cairo_paint(c);
	cairo_set_source_surface(c, logo, 0, 0);
	cairo_paint(c);
	cairo_destroy(c);
	cairo_surface_destroy(logo);
	return out;
}

/* One that cannot be read leaves its place empty. */
static void draw_logo(cairo_t *c, const struct brand *b, const struct ink *ink)
{
	cairo_surface_t *logo = opaque(b);

	if (cairo_image_surface_get_width(logo) > 0 &&
	    cairo_surface_status(logo) == CAIRO_STATUS_SUCCESS) {
		cairo_save(c);
		cairo_translate(c, ink->x, ink->y);
		cairo_scale(c, ink->w / cairo_image_surface_get_width(logo),
		            ink->h / cairo_image_surface_get_height(logo));
		cairo_set_source_surface(c, logo, 0, 0);
		cairo_paint(c);
		cairo_restore(c);
	}
	cairo_surface_destroy(logo);
}

static void draw_drawing(cairo_t *c, const struct sheet *s,
                         const struct ink *ink)
{
	double by = ink->w / ink->figure->wide;

	cairo_save(c);
	cairo_translate(c, ink->x, ink->y);
	cairo_scale(c, by, by);
	figure_draw(ink->figure, c, s->pango, s->mem);
	cairo_restore(c);
}

static void draw_ink(cairo_t *c, const struct sheet *s, const struct ink *ink)
{
	switch (ink->kind) {
	case INK_GLYPHS:
		draw_glyphs(c, ink);
		break;
	case INK_BOX:
		draw_colour(c, ink->colour);
		cairo_rectangle(c, ink->x, ink->y, ink->w, ink->h);
		cairo_fill(c);
		break;
	case INK_HATCHED:
		draw_hatch(c, ink->colour, ink);
		break;
	case INK_MARK:
		draw_mark(c, ink->mark, ink->x, ink->y, ink->w);
		break;
	case INK_TILE:
		draw_tile(c, ink->tile_colour, ink->x, ink->y, ink->w, ink->h);
		break;
	case INK_LOGO:
		draw_logo(c, s->paper->brand, ink);
		break;
	case INK_FIGURE:
		draw_drawing(c, s, ink);
		break;
	}
}

static void mark_content(struct sheet *s, struct element *in, int page,
                         int mark)
{
	struct part *p = PUSH(s->mem, &in->parts);

	p->page = page;
	p->mark = mark;
}

/* cairo draws no picture within a tag: its mark is the last, and is put in
 * with the artifacts. */
static void mark_logo(struct sheet *s, struct element *in, int marks)
{
	mark_content(s, in, 0, marks);
	s->logo = marks;
}

/* Each stretch of ink of one element is one piece of marked content. */
static void draw_page(cairo_t *c, struct sheet *s, int no)
{
	const struct ink_list *list = &s->pages.v[no].ink;
	struct element *open = NULL, *logo = NULL;
	int marks = 0;

	for (size_t i = 0; i < list->n; i++) {
		bool picture = list->v[i].kind == INK_LOGO;
		struct element *in = picture ? NULL : list->v[i].in;

		logo = picture ? list->v[i].in : logo;
		if (open != NULL && open != in)
			cairo_tag_end(c, "P");
		if (in != NULL && open != in) {
			cairo_tag_begin(c, "P", "");
			mark_content(s, in, no, marks++);
		}
		open = in;
		draw_ink(c, s, &list->v[i]);
	}
	if (open != NULL)
		cairo_tag_end(c, "P");
	if (logo != NULL)
		mark_logo(s, logo, marks);
	cairo_show_page(c);
}

static void describe(cairo_surface_t *surface, const struct sheet *s)
{
	const struct paper *p = s->paper;
	char *made = arena_print(s->mem, "%.19sZ",
	                         instant_write(s->mem, p->made_at));

	cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE,
	                               p->title);
	if (p->author != NULL)
		cairo_pdf_surface_set_metadata(surface,
			CAIRO_PDF_METADATA_AUTHOR, p->author);
	if (p->subject != NULL)
		cairo_pdf_surface_set_metadata(surface,
			CAIRO_PDF_METADATA_SUBJECT, p->subject);
	cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR,
	                               "Vägval");
	cairo_pdf_surface_set_metadata(surface,
		CAIRO_PDF_METADATA_CREATE_DATE, made);
	cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_MOD_DATE,
	                               made);
}

/* Bookmarks: each heading under the nearest one of a higher level. */
static void outline(cairo_surface_t *surface, const struct sheet *s)
{
	int under[8] = {0};

	for (size_t i = 0; i < s->places.n; i++) {
		const struct place *p = &s->places.v[i];
		int id;

		if (p->level < 1 || p->level >= (int)COUNT(under) ||
		    text_blank(or_empty(p->title)))
			continue;
		id = cairo_pdf_surface_add_outline(surface,
			under[p->level - 1], p->title,
			arena_print(s->mem, "page=%d pos=[%d %d]",
			            p->page + 1, (int)p->x, (int)p->y),
			p->level == 1 ? CAIRO_PDF_OUTLINE_FLAG_OPEN : 0);
		for (size_t n = (size_t)p->level; n < COUNT(under); n++)
			under[n] = id;
	}
}

enum status draw(struct sheet *s, struct bytes *out)
{
	struct sink sink = { .mem = s->mem };
	cairo_surface_t *surface = cairo_pdf_surface_create_for_stream(
		sink_take, &sink, s->wide, s->high);
	cairo_t *c = cairo_create(surface);
	cairo_status_t drawn;

	describe(surface, s);
	for (size_t i = 0; i < s->pages.n; i++)
		draw_page(c, s, (int)i);
	outline(surface, s);
	drawn = cairo_status(c);
	cairo_destroy(c);
	cairo_surface_finish(surface);
	if (drawn == CAIRO_STATUS_SUCCESS)
		drawn = cairo_surface_status(surface);
	cairo_surface_destroy(surface);
	if (drawn != CAIRO_STATUS_SUCCESS)
		return log_fault("a paper could not be drawn: %s",
		                 cairo_status_to_string(drawn));
	*out = (struct bytes){ sink.v, sink.n };
	return OK;
}
