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
	struct sink *s = to;

	if (s->n + n > s->room) {
		size_t room = 2 * (s->n + n) + 64 * 1024;
		char *grown = arena_take(s->mem, room);

		if (s->n > 0)
			memcpy(grown, s->v, s->n);
		s->v = grown;
		s->room = room;
	}
	memcpy(s->v + s->n, bytes, n);
	s->n += n;
	return CAIRO_STATUS_SUCCESS;
}

static void draw_glyphs(cairo_t *c, const struct ink *ink)
{
	PangoGlyphItem item = *ink->glyphs;

	draw_colour(c, ink->colour);
	cairo_move_to(c, ink->x, ink->y);
	pango_cairo_show_glyph_item(c, ink->utf8, &item);
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

/* Each stretch of ink of one element is one piece of marked content. */
static void draw_page(cairo_t *c, struct sheet *s, int no)
{
	const struct ink_list *list = &s->pages.v[no].ink;
	struct element *open = NULL;
	int marks = 0;

	for (size_t i = 0; i < list->n; i++) {
		struct element *in = list->v[i].in;

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

		if (p->level < 1 || p->level >= (int)COUNT(under))
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
