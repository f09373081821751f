/*
 * Text set in lines, by pango. Each span becomes runs of its own, so that a
 * link can be an element of its own; a sign before a span is room left in the
 * line, held by a character no font has.
 */
#include <hb.h>
#include <string.h>

#include "paper/fonts.h"
#include "paper/pdf.h"

#define HOLE "\uFFFC"
#define TIE  "\u00A0"          /* keeps a sign and its words together */

/* Where each span begins in the text that is set. */
struct starts { size_t *v; size_t n; };

static void attribute(PangoAttrList *list, PangoAttribute *a, size_t from,
                      size_t to)
{
	a->start_index = (guint)from;
	a->end_index = (guint)to;
	pango_attr_list_insert(list, a);
}

static void hole(PangoAttrList *list, size_t at, double wide)
{
	PangoRectangle r = { 0, -PANGO_SCALE, (int)(wide * PANGO_SCALE),
	                     PANGO_SCALE };

	attribute(list, pango_attr_shape_new(&r, &r), at, at + strlen(HOLE));
}

static size_t put(char *to, size_t n, const char *text)
{
	size_t more = strlen(text);

	memcpy(to + n, text, more + 1);
	return n + more;
}

/* The text of one span, after the holes for its signs. */
static size_t put_span(struct sheet *s, char *to, size_t n, bool bare,
                       const struct span *span, PangoAttrList *list)
{
	size_t from = n;

	if (!bare && span->tile != NULL) {
		hole(list, n, tile_wide(span->tile) + HOLE_GAP);
		n = put(to, n, HOLE TIE);
	}
	if (!bare && span->mark != MARK_NO_SIGN) {
		hole(list, n, SIGN + HOLE_GAP);
		n = put(to, n, HOLE TIE);
	}
	if (span->text != NULL)
		n = put(to, n, fonts_fit(s->mem, span->text));
	if (span->strong)
		attribute(list, pango_attr_weight_new(PANGO_WEIGHT_SEMIBOLD),
		          from, n);
	return n;
}

/* Never seen: pango parts its runs where this changes. */
static void part_spans(PangoAttrList *list, const struct starts *at,
                       size_t end)
{
	for (size_t i = 0; i < at->n; i++)
		attribute(list, pango_attr_foreground_new(0, 0,
		          (guint16)(i & 0xFFFF)), at->v[i],
		          i + 1 < at->n ? at->v[i + 1] : end);
}

static void take_run(struct sheet *s, struct text *t, struct line *line,
                     const PangoGlyphItem *g, const struct span *span,
                     bool first, double *x)
{
	struct run *run = PUSH(s->mem, &line->runs);
	const char *text = t->utf8 + g->item->offset;

	run->glyphs = g;
	run->span = span;
	run->x = *x;
	run->w = pango_glyph_string_get_width(g->glyphs) / (double)PANGO_SCALE;
	*x += run->w;
	if (strncmp(text, HOLE, strlen(HOLE)) != 0)
		return;
	run->kind = first && span->tile != NULL ? RUN_TILE : RUN_MARK;
}

/*
 * Pango takes the space away where a line is broken. It is put back, without
 * width, so that who listens or copies hears two words and not one.
 */
static void keep_space(const struct text *t, PangoGlyphItem *g)
{
	int last = g->glyphs->num_glyphs - 1;
	hb_codepoint_t space;

	if (last < 0 || g->glyphs->glyphs[last].glyph != PANGO_GLYPH_EMPTY ||
	    t->utf8[g->item->offset + g->glyphs->log_clusters[last]] != ' ')
		return;
	if (hb_font_get_nominal_glyph(
	    pango_font_get_hb_font(g->item->analysis.font), ' ', &space))
		g->glyphs->glyphs[last].glyph = space;
}

static void take_lines(struct sheet *s, struct text *t, PangoLayout *layout,
                       const struct span *spans, const struct starts *at)
{
	GSList *l = pango_layout_get_lines(layout);

	for (; l != NULL; l = l->next) {
		struct line *line = PUSH(s->mem, &t->lines);
		const PangoLayoutLine *from = l->data;
		double x = 0;

		for (GSList *r = from->runs; r != NULL; r = r->next) {
			PangoGlyphItem *g = r->data;
			size_t i = 0;

			keep_space(t, g);
			while (i + 1 < at->n &&
			       at->v[i + 1] <= (size_t)g->item->offset)
				i++;
			take_run(s, t, line, g, &spans[i],
			         (size_t)g->item->offset == at->v[i], &x);
		}
	}
}

static PangoFontDescription *font(const struct style *style, bool serif)
{
	PangoFontDescription *d = pango_font_description_new();

	pango_font_description_set_family_static(d, serif ? FONT_SERIF :
	                                                    FONT_SANS);
	pango_font_description_set_weight(d, style->serif || style->strong ?
	                                  PANGO_WEIGHT_SEMIBOLD :
	                                  PANGO_WEIGHT_NORMAL);
	pango_font_description_set_absolute_size(d, style->size * PANGO_SCALE);
	return d;
}

static void dress(PangoLayout *layout, const struct text *t,
                  PangoAttrList *list, double width)
{
	bool serif = t->style.serif && fonts_serif_has(t->utf8);
	PangoFontDescription *d = font(&t->style, serif);

	if (t->style.figures)
		pango_attr_list_insert(list,
			pango_attr_font_features_new("tnum=1"));
	pango_layout_set_font_description(layout, d);
	pango_layout_set_attributes(layout, list);
	pango_layout_set_width(layout, (int)(width * PANGO_SCALE));
	pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
	pango_layout_set_text(layout, t->utf8, -1);
	pango_font_description_free(d);
	pango_attr_list_unref(list);
}

/* On a large paper nothing is smaller than its body text. */
static struct style style_on(const struct sheet *s, const struct style *style)
{
	static const double size = 11.5, leading = 15;
	struct style on = *style;

	if (!s->paper->large || on.size >= size)
		return on;
	on.size = size;
	if (on.leading < leading)
		on.leading = leading;
	return on;
}

static struct text set_anew(struct sheet *s, const struct span *spans,
                            size_t n, const struct style *style, double width,
                            bool bare)
{
	struct text t = { .spans = spans, .style = style_on(s, style) };
	struct starts at = { arena_take(s->mem, (n + 1) * sizeof *at.v), n };
	PangoAttrList *list = pango_attr_list_new();
	PangoLayout *layout = pango_layout_new(s->pango);
	size_t room = 1, end = 0;
	char *utf8;

	for (size_t i = 0; i < n; i++)
		room += 2 * sizeof HOLE TIE + (spans[i].text == NULL ? 0 :
		             3 * strlen(spans[i].text));
	utf8 = arena_take(s->mem, room);
	for (size_t i = 0; i < n; i++) {
		at.v[i] = end;
		end = put_span(s, utf8, end, bare, &spans[i], list);
	}
	t.utf8 = utf8;
	if (n > 1)
		part_spans(list, &at, end);
	*PUSH(s->mem, &s->layouts) = layout;
	dress(layout, &t, list, width);
	take_lines(s, &t, layout, spans, &at);
	return t;
}

/*
 * The words of marks, states and goals stand in every row of a matrix. Each is
 * set once in a look and a width, and drawn where it is wanted.
 */
struct set_before {
	struct text        text;
	struct span        span;
	struct style       look;
	double             width;
	struct set_before *next;
};

enum { SHORT = 60 };            /* bytes: labels, not sentences */

static bool alike(const struct set_before *b, const struct span *span,
                  const struct style *look, double width)
{
	const struct style *was = &b->look;

	return b->width == width && was->size == look->size &&
	       was->leading == look->leading && was->serif == look->serif &&
	       was->strong == look->strong && was->figures == look->figures &&
	       was->colour == look->colour &&
	       b->text.spans->strong == span->strong &&
	       strcmp(b->text.spans->text, span->text) == 0;
}

static size_t bucket(const char *text)
{
	size_t sum = 5381;

	while (*text != '\0')
		sum = sum * 33 + (unsigned char)*text++;
	return sum % SET_BUCKETS;
}

static struct text set_once(struct sheet *s, const struct span *span,
                            const struct style *style, double width)
{
	struct set_before **in = &s->before[bucket(span->text)], *b;

	for (b = *in; b != NULL; b = b->next) {
		if (alike(b, span, style, width))
			return b->text;
	}
	b = NEW(s->mem, struct set_before);
	b->span = *span;        /* the caller's own may be gone by then */
	b->text = set_anew(s, &b->span, 1, style, width, true);
	b->look = *style;
	b->width = width;
	b->next = *in;
	*in = b;
	return b->text;
}

struct text text_set(struct sheet *s, const struct span *spans, size_t n,
                     const struct style *style, double width, bool bare)
{
	if (n == 1 && bare && spans->text != NULL &&
	    strlen(spans->text) <= SHORT)
		return set_once(s, spans, style, width);
	return set_anew(s, spans, n, style, width, bare);
}

double text_high(const struct text *t)
{
	return t->style.leading * (double)t->lines.n;
}

double text_wide(const struct text *t, size_t line)
{
	const struct run_list *runs = &t->lines.v[line].runs;
	double wide = 0;

	for (size_t i = 0; i < runs->n; i++)
		wide = runs->v[i].x + runs->v[i].w;
	return wide;
}
