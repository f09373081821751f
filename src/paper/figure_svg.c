/*
 * A figure as SVG. In a page its colours are the classes of the style sheet, so
 * that they follow dark and forced colours; as a file it carries its own, and
 * texts are told how long they are, since another font may be at hand.
 */
#include <math.h>
#include <stdlib.h>

#include "base/text.h"
#include "paper/figure_inside.h"
#include "paper/paper.h"

struct drawing {
	struct markup *m;
	const char    *key;
	bool           alone;
};

/* A coordinate in tenths. */
static const char *tenths(const struct drawing *d, double v)
{
	long n = lround(v * 10);

	return arena_print(d->m->mem, "%s%ld.%ld", n < 0 ? "-" : "",
	                   labs(n) / 10, labs(n) % 10);
}

static const char *colour(const struct drawing *d, unsigned rgb)
{
	return arena_print(d->m->mem, "#%06x", rgb);
}

static void paint_file(const struct drawing *d, int fill, int stroke)
{
	if (fill != SHADE_NONE)
		emit(d->m, " fill='%s'", colour(d, paint_look(fill)->colour));
	if (stroke != SHADE_NONE)
		emit(d->m, " stroke='%s'",
		     colour(d, paint_look(stroke)->colour));
}

static void paint(const struct drawing *d, int fill, int stroke)
{
	bool both = fill != SHADE_NONE && stroke != SHADE_NONE;

	if (fill == SHADE_NONE)
		emit(d->m, " fill='none'");
	if (d->alone) {
		paint_file(d, fill, stroke);
		return;
	}
	if (fill == SHADE_NONE && stroke == SHADE_NONE)
		return;
	emit(d->m, " class='");
	if (fill != SHADE_NONE)
		emit(d->m, "f-%s%s", paint_look(fill)->name, both ? " " : "");
	if (stroke != SHADE_NONE)
		emit(d->m, "s-%s", paint_look(stroke)->name);
	emit(d->m, "'");
}

/* One path of all the stripes. */
static void stripes(const struct drawing *d, const struct stripe *v, size_t n,
                    double x, double y)
{
	emit(d->m, "<path d='");
	for (size_t i = 0; i < n; i++)
		emit(d->m, "M%s %sL%s %s", tenths(d, x + v[i].x),
		     tenths(d, y + v[i].y), tenths(d, x + v[i].to_x),
		     tenths(d, y + v[i].to_y));
	emit(d->m, "'");
}

/* -- marks --------------------------------------------------------------- */

static void rim(const struct drawing *d, const struct mark_piece *p)
{
	struct stripe v[STRIPES_MOST] = {0};
	size_t n = disc_stripes(p->r, RIM_STEP, v);

	stripes(d, v, n, p->x, p->y);
}

static void piece_shape(const struct drawing *d, const struct mark_piece *p)
{

	switch (p->kind) {
	case PIECE_BOX:
		emit(d->m, "<rect x='%d' y='%d' width='%d' height='%d' rx='%d'",
		     p->x, p->y, p->w, p->h, p->r);
		break;
	case PIECE_DISC:
		emit(d->m, "<circle cx='%d' cy='%d' r='%d'", p->x, p->y, p->r);
		break;
	case PIECE_RIM:
		rim(d, p);
		break;
	case PIECE_LINE:
		emit(d->m, "<path d='M%d %dL%d %d'", p->x, p->y, p->w, p->h);
		break;
	case PIECE_DIAMOND:
		emit(d->m, "<path d='M500 0L1000 500L500 1000L0 500z'");
		break;
	case PIECE_HOOK:
		emit(d->m, "<path d='M375 400A125 125 0 0 1 625 400"
		     "C625 500 500 480 500 590'");
		break;
	}
}

static void piece(const struct drawing *d, const struct mark_piece *p)
{
	piece_shape(d, p);
	if (p->filled) {
		paint(d, p->paint, SHADE_NONE);
	} else {
		paint(d, SHADE_NONE, p->paint);
		emit(d->m, " stroke-width='%d'", p->thick);
	}
	if (p->dashed)
		emit(d->m, " stroke-dasharray='162 108'");
	if (p->dotted)
		emit(d->m, " stroke-dasharray='0 185' stroke-linecap='round'");
	emit(d->m, "/>");
}

static void pieces(const struct drawing *d, int mark)
{
	size_t n;
	const struct mark_piece *v = mark_pieces(mark, &n);

	for (size_t i = 0; i < n; i++)
		piece(d, &v[i]);
}

/* In a page a mark is drawn once and used where it stands; a file goes to
 * readers that may not know how. */
static void mark(const struct drawing *d, const struct shape *s)
{
	if (s->mark == MARK_NO_SIGN)
		return;
	if (!d->alone) {
		emit(d->m, "<use href='#%s-m%d' transform='translate(%d %d)"
		     " scale(%s)'/>", d->key, s->mark, s->x, s->y,
		     arena_print(d->m->mem, "%.3f", s->w / 1000.0));
		return;
	}
	emit(d->m, "<g transform='translate(%d %d) scale(%s)'>", s->x, s->y,
	     arena_print(d->m->mem, "%.3f", s->w / 1000.0));
	pieces(d, s->mark);
	emit(d->m, "</g>");
}

static void marks_once(const struct drawing *d, const struct shape_list *all)
{
	bool used[MARK_TICK + 1] = {0};
	bool any = false;

	for (size_t i = 0; i < all->n; i++) {
		if (all->v[i].kind == SHAPE_MARK)
			any = used[all->v[i].mark] = true;
	}
	if (!any || d->alone)
		return;
	emit(d->m, "<defs>");
	for (int i = 1; i <= MARK_TICK; i++) {
		if (!used[i])
			continue;
		emit(d->m, "<g id='%s-m%d'>", d->key, i);
		pieces(d, i);
		emit(d->m, "</g>");
	}
	emit(d->m, "</defs>\n");
}

/* -- shapes -------------------------------------------------------------- */

static void dashes(const struct drawing *d, const struct shape *s)
{
	if (s->dashed)
		emit(d->m, " stroke-dasharray='4 3'");
	emit(d->m, "/>");
}

static void box(const struct drawing *d, const struct shape *s)
{
	struct stripe v[STRIPES_MOST] = {0};
	bool hatched = s->fill == SHADE_HATCH;

	if (hatched) {
		stripes(d, v, box_stripes(s->w, s->h, HATCH_STEP, v), s->x,
		        s->y);
		paint(d, SHADE_NONE, (int)s->stroke);
		emit(d->m, "/>");
	}
	emit(d->m, "<rect x='%d' y='%d' width='%d' height='%d'", s->x, s->y,
	     s->w, s->h);
	if (s->round)
		emit(d->m, " rx='%d'", ROUND);
	paint(d, (int)(hatched ? SHADE_NONE : s->fill), (int)s->stroke);
	dashes(d, s);
}

static void line(const struct drawing *d, const struct shape *s)
{
	emit(d->m, "<path d='M%d %dl%d %d'", s->x, s->y, s->w, s->h);
	paint(d, SHADE_NONE, (int)s->stroke);
	if (s->strong)
		emit(d->m, " stroke-width='2'");
	dashes(d, s);
}

static void disc(const struct drawing *d, const struct shape *s)
{
	emit(d->m, "<circle cx='%d' cy='%d' r='%d'", s->x, s->y, s->w);
	paint(d, s->fill, s->stroke);
	emit(d->m, " stroke-width='2'");
	dashes(d, s);
}

static void half(const struct drawing *d, const struct shape *s)
{
	emit(d->m, "<path d='M%d %da%d %d 0 0 1 0 %dz'", s->x, s->y - s->w,
	     s->w, s->w, 2 * s->w);
	paint(d, s->fill, s->stroke);
	emit(d->m, "/>");
}

static void text(const struct drawing *d, const struct shape *s)
{
	static const char *const anchors[] = { "", "middle", "end" };
	int size = shape_size(s);

	emit(d->m, "<text x='%d' y='%d' font-size='%d'", s->x, s->y, size);
	if (s->strong)
		emit(d->m, " font-weight='600'");
	if (s->anchor != ANCHOR_START)
		emit(d->m, " text-anchor='%s'", anchors[s->anchor]);
	if (s->upright)
		emit(d->m, " transform='rotate(-90 %d %d)'", s->x, s->y);
	paint(d, s->fill, SHADE_NONE);
	if (d->alone && glyphs_known(s->text) && *s->text != '\0')
		emit(d->m, " textLength='%d' lengthAdjust='spacingAndGlyphs'",
		     figure_text_wide(s->text, size, s->strong));
	emit(d->m, ">%s</text>", s->text);
}

/* The colours of the goals are the same in light and dark. */
static void tile(const struct drawing *d, const struct shape *s)
{
	emit(d->m, "<rect x='%d' y='%d' width='%d' height='%d' fill='%s'",
	     s->x, s->y, s->w, s->h, colour(d, tile_ground(s->tile_colour)));
	if (d->alone)
		paint_file(d, SHADE_NONE, SHADE_INK);
	else
		emit(d->m, " class='s-ink'");
	emit(d->m, "/><text x='%s' y='%s' font-size='%d' font-weight='600'"
	     " text-anchor='middle' fill='%s'", tenths(d, s->x + s->w / 2.0),
	     tenths(d, s->y + s->h / 2.0 + 0.34 * tile_size(s)), tile_size(s),
	     colour(d, tile_ink(s->tile_colour)));
	if (!d->alone)
		emit(d->m, " class='tile'");
	emit(d->m, ">%s</text>", s->text);
}

static void shape(const struct drawing *d, const struct shape *s)
{
	switch (s->kind) {
	case SHAPE_BOX:
		box(d, s);
		break;
	case SHAPE_LINE:
		line(d, s);
		break;
	case SHAPE_DISC:
		disc(d, s);
		break;
	case SHAPE_HALF:
		half(d, s);
		break;
	case SHAPE_TEXT:
		text(d, s);
		break;
	case SHAPE_MARK:
		mark(d, s);
		break;
	case SHAPE_TILE:
		tile(d, s);
		break;
	}
	emit(d->m, "\n");
}

static void inside(const struct drawing *d, const struct figure *f)
{
	emit(d->m, " viewBox='0 0 %d %d' role='img'"
	     " aria-labelledby='%s-t %s-d'>\n<title id='%s-t'>%s</title>"
	     "<desc id='%s-d'>%s</desc>\n", f->wide, f->high, f->key, f->key,
	     f->key, f->title, f->key, f->finding);
	marks_once(d, &f->shapes);
	for (size_t i = 0; i < f->shapes.n; i++)
		shape(d, &f->shapes.v[i]);
	emit(d->m, "</svg>");
}

void figure_svg_alone(const struct figure *f, struct markup *m)
{
	struct drawing d = { m, f->key, true };

	emit(m, "<svg xmlns='http://www.w3.org/2000/svg' width='%dpt'"
	     " height='%dpt' font-family=\"'Source Sans 3', 'Source Sans Pro',"
	     " Arial, Helvetica, sans-serif\"", f->wide, f->high);
	inside(&d, f);
}

/* Twelve points are fifteen pixels: what pages write beside it. */
void figure_svg(const struct figure *f, struct markup *m)
{
	struct drawing d = { m, f->key, false };

	emit(m, "<svg class='chart fig' width='%d' height='%d'",
	     f->wide * 5 / 4, f->high * 5 / 4);
	inside(&d, f);
}

enum status figure_svg_file(const struct figure *f, struct arena *mem,
                            struct bytes *out)
{
	struct markup m = markup_in(mem);

	emit(&m, "<?xml version='1.0' encoding='UTF-8'?>\n");
	figure_svg_alone(f, &m);
	emit(&m, "\n");
	*out = (struct bytes){ m.text, m.n };
	return OK;
}
