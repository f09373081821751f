/*
 * Ink on pages: what every block is laid with.
 */
#include <string.h>

#include "paper/pdf.h"

struct element *element_new(struct sheet *s, struct element *up,
                            const char *role)
{
	struct element *e = NEW(s->mem, struct element);

	e->role = role;
	e->up = up;
	if (up != NULL)
		PUSH(s->mem, &up->parts)->element = e;
	return e;
}

/* The organisation's colours instead of ours, where it has any. */
static unsigned colour_of(const struct brand *b, unsigned colour)
{
	switch (colour) {
	case TITLE:
		return b == NULL ? INK : b->colour;
	case RULE:
		return b == NULL ? ACCENT : b->second;
	case ACCENT:
		return b == NULL ? ACCENT : b->colour;
	}
	return colour;
}

struct ink *ink_add(struct sheet *s, enum ink_kind kind, struct element *in,
                    unsigned colour)
{
	struct page *page = &s->pages.v[s->at];
	struct ink *ink = PUSH(s->mem, &page->ink);

	ink->kind = kind;
	ink->in = in;
	ink->colour = colour_of(s->paper->brand, colour);
	return ink;
}

void ink_box(struct sheet *s, unsigned colour, double x, double y, double w,
             double h)
{
	struct ink *ink = ink_add(s, INK_BOX, NULL, colour);

	ink->x = x;
	ink->y = y;
	ink->w = w;
	ink->h = h;
}

static void put_mark(struct sheet *s, enum paper_mark mark, double x, double y)
{
	struct ink *ink = ink_add(s, INK_MARK, NULL, INK);

	ink->mark = mark;
	ink->x = x;
	ink->y = y;
	ink->w = ink->h = SIGN;
}

/*
 * The square is an artifact; the code in it is read with the element, and so is
 * the space after it, a fifth of the size.
 */
static void put_tile(struct sheet *s, const struct span *of,
                     struct element *in, double x, double y, double w)
{
	struct ink *ink = ink_add(s, INK_TILE, NULL, INK);
	struct style look = { w > SIGN + 3 ? 8 : 8.5, SIGN, 0, 1, 1,
	                      tile_ink(of->tile_colour) };
	struct span code = { .text = arena_print(s->mem, "%s ", of->tile) };
	struct text t = text_set(s, &code, 1, &look, -1, true);

	ink->x = x;
	ink->y = y;
	ink->w = w;
	ink->h = SIGN;
	ink->tile_colour = of->tile_colour;
	x += (w - text_wide(&t, 0) + 0.2 * look.size) / 2;
	line_put(s, &t, 0, &in, x, y);
}

double tile_wide(const char *code)
{
	size_t n = text_length(code);

	return n <= 2 ? SIGN + 3 : 6.0 * (double)n + 6;
}

void ink_signs(struct sheet *s, const struct span *of, struct element *in,
               double x, double y)
{
	if (of->tile != NULL) {
		put_tile(s, of, in, x, y, tile_wide(of->tile));
		x += tile_wide(of->tile) + TILE_GAP;
	}
	if (of->mark != MARK_NO_SIGN)
		put_mark(s, of->mark, x, y);
}

void page_new(struct sheet *s)
{
	(void)PUSH(s->mem, &s->pages);
	s->at = s->pages.n - 1;
	s->y = s->top;
}

bool page_has(const struct sheet *s, double high)
{
	return s->y + high <= s->bottom + 0.01;
}

void page_need(struct sheet *s, double high)
{
	if (!page_has(s, high) && s->y > s->top)
		page_new(s);
}

void page_space(struct sheet *s, double high)
{
	if (s->y > s->top)
		s->y += high;
}

void place_add(struct sheet *s, const struct block *b, int level)
{
	struct place *p;

	if (b->anchor == NULL && level == 0)
		return;
	p = PUSH(s->mem, &s->places);
	p->anchor = b->anchor;
	p->title = b->spans.n > 0 ? b->spans.v[0].text : "";
	p->level = level;
	p->page = (int)s->at;
	p->x = s->left;
	p->y = s->y;
}

/* A link leads somewhere from paper: in it, or to a whole address. */
static bool leads(const struct span *span)
{
	return link_safe(span->link) && span->link[0] != '/';
}

struct element **text_elements(struct sheet *s, struct element *in,
                               const struct span *spans, size_t n)
{
	struct element **each = arena_take(s->mem, (n + 1) * sizeof *each);
	bool links = false;

	for (size_t i = 0; i < n; i++)
		links = links || leads(&spans[i]);
	for (size_t i = 0; i < n; i++) {
		each[i] = in;
		if (!links)
			continue;
		each[i] = element_new(s, in, leads(&spans[i]) ? "Link" :
		                                                "Span");
		if (leads(&spans[i])) {
			each[i]->link = spans[i].link;
			each[i]->words = spans[i].text;
		}
	}
	return each;
}

static void press_area(struct sheet *s, struct element *link, double x,
                       double y, double w, double h)
{
	struct area_list *all = &link->areas;
	struct area *last = all->n > 0 ? &all->v[all->n - 1] : NULL;

	if (last != NULL && last->page == (int)s->at && last->y == y)
		last->w = x + w - last->x;
	else
		*PUSH(s->mem, all) = (struct area){ (int)s->at, x, y, w, h };
}

static void run_put(struct sheet *s, const struct text *t,
                    const struct run *run, struct element *in, double x,
                    double y)
{
	double base = y + t->style.leading / 2 + t->style.size * 0.34;
	bool link = in != NULL && in->link != NULL;
	struct ink *ink;

	x += run->x;
	y += (t->style.leading - SIGN) / 2;
	if (run->kind == RUN_TILE) {
		put_tile(s, run->span, in, x, y, run->w - HOLE_GAP);
		return;
	}
	if (run->kind == RUN_MARK) {
		put_mark(s, run->span->mark, x, y);
		return;
	}
	if (link) {
		press_area(s, in, x, y, run->w, SIGN);
		ink_box(s, ACCENT, x, base + 1.6, run->w, 0.5);
	}
	ink = ink_add(s, INK_GLYPHS, in, link ? ACCENT : t->style.colour);
	ink->glyphs = run->glyphs;
	ink->utf8 = t->utf8;
	ink->x = x;
	ink->y = base;
}

/* The element of a run is that of its span; one for all if there is one. */
void line_put(struct sheet *s, const struct text *t, size_t no,
              struct element **for_span, double x, double y)
{
	const struct run_list *runs = &t->lines.v[no].runs;

	for (size_t i = 0; i < runs->n; i++) {
		ptrdiff_t span = runs->v[i].span - t->spans;

		run_put(s, t, &runs->v[i],
		        for_span == NULL ? NULL : for_span[span], x, y);
	}
}

/* What must fit where a line stands, so that none is left alone. */
double text_together(const struct text *t, size_t line)
{
	size_t n = t->lines.n, left = n - line;

	if (line == 0 && n <= 3)
		return text_high(t);
	return t->style.leading * (line == 0 || left == 2 ? 2 : 1);
}

void text_flow(struct sheet *s, const struct text *t,
               struct element **for_span, double x)
{
	for (size_t i = 0; i < t->lines.n; i++) {
		page_need(s, text_together(t, i));
		line_put(s, t, i, for_span, x, s->y);
		s->y += t->style.leading;
	}
}

