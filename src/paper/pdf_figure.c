/*
 * A figure on a page: its title and what it shows, then the drawing, never
 * parted. It becomes as wide as the text, and smaller where a page is too low.
 */
#include <math.h>

#include "paper/pdf.h"

enum { AIR = 8, HEADING = 90, CAPTION_MEASURE = 440 };

static const struct style title = { 10.5, 15, 0, 1, 0, INK };
static const struct style finding = { 10.5, 15, 0, 0, 0, INK };

static struct text words(struct sheet *s, const char *text,
                         const struct style *style)
{
	struct span *one = NEW(s->mem, struct span);

	one->text = text;
	return text_set(s, one, 1, style, fmin(s->right - s->left,
	                CAPTION_MEASURE), true);
}

/* Points of the page for each of the figure's; a heading may stand above. */
static double scale(const struct sheet *s, const struct figure *f,
                    double words_high)
{
	double room = s->bottom - s->top - words_high - 3 * AIR - HEADING;

	return fmin(1.2, fmin((s->right - s->left) / f->wide,
	                      room / f->high));
}

static void put_words(struct sheet *s, const struct text *t,
                      struct element *caption)
{
	text_flow(s, t, text_elements(s, element_new(s, caption, "P"),
	          t->spans, 1), s->left);
}

static void put_drawing(struct sheet *s, const struct figure *f, double by,
                        struct element *e)
{
	struct ink *ink = ink_add(s, INK_FIGURE, e, INK);

	ink->x = s->left;
	ink->y = s->y;
	ink->w = f->wide * by;
	ink->h = f->high * by;
	ink->figure = f;
	e->box = (struct area){ (int)s->at, ink->x, ink->y, ink->w, ink->h };
	s->y += ink->h;
}

double figure_high(struct sheet *s, const struct figure *f)
{
	struct text head = words(s, f->title, &title);
	struct text says = words(s, f->finding, &finding);
	double high = text_high(&head) + text_high(&says);

	return high + f->high * scale(s, f, high) + 3 * AIR;
}

void lay_figure(struct sheet *s, const struct block *b)
{
	const struct figure *f = b->figure;
	struct text head = words(s, f->title, &title);
	struct text says = words(s, f->finding, &finding);
	struct element *e = element_new(s, s->section, "Figure"), *caption;

	e->alt = arena_print(s->mem, "%s. %s", f->title, f->finding);
	page_space(s, AIR / 2.0);
	page_need(s, figure_high(s, f));
	place_add(s, b, 0);
	caption = element_new(s, e, "Caption");
	put_words(s, &head, caption);
	put_words(s, &says, caption);
	s->y += AIR;
	put_drawing(s, f, scale(s, f, text_high(&head) + text_high(&says)),
	            e);
	s->y += 2 * AIR;
}
