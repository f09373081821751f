/*
 * A figure people would rather look at than a table: shapes in reading order,
 * drawn once and written alike in page (SVG), PDF (cairo) and DOCX (PNG, and
 * SVG beside it). It has a title, one sentence that says what it shows, and a
 * table of the same facts stands after it. Nothing is said by colour alone.
 *
 * Coordinates are whole points from the upper left corner. A figure is
 * FIGURE_WIDE points wide unless it must be wider: that is a page's text.
 */
#ifndef FIGURE_H
#define FIGURE_H

#include "base/arena.h"
#include "base/markup.h"

enum { FIGURE_WIDE = 560 };

enum shape_kind {
	SHAPE_BOX,              /* x y w h; rounded when `round` */
	SHAPE_LINE,             /* x y to x+w y+h; thicker when `strong` */
	SHAPE_DISC,             /* centre x y, radius w */
	SHAPE_HALF,             /* the right half of such a disc */
	SHAPE_TEXT,             /* baseline x y */
	SHAPE_MARK,             /* enum paper_mark in a square of w at x y */
	SHAPE_TILE,             /* a goal's code in its colour, w by h */
};

/* By what they mean; a page has them in light and dark. SHADE_HATCH fills a
 * box with stripes of its stroke. */
enum shade {
	SHADE_INK, SHADE_SOFT, SHADE_ACCENT, SHADE_LINE, SHADE_EDGE, SHADE_FOG,
	SHADE_GROUND, SHADE_PAPER, SHADE_STOP, SHADE_PLUS, SHADE_MINUS,
	SHADE_HATCH, SHADE_NONE,
};
enum anchor { ANCHOR_START, ANCHOR_MIDDLE, ANCHOR_END };

struct shape {
	enum shape_kind kind;
	int             x, y, w, h;
	enum shade      fill, stroke;   /* a text is written in its fill */
	bool            dashed, round, strong;
	int             size;           /* of text, points; 0 is 12 */
	enum anchor     anchor;
	bool            upright;        /* text turned to read upwards */
	const char     *text;           /* of text and tiles */
	int             mark, tile_colour;
};
struct shape_list { struct shape *v; size_t n, room; };

struct figure {
	const char       *key;          /* unique on the page: ids */
	const char       *title, *finding;
	int               wide, high;
	struct shape_list shapes;
};

struct figure *figure_new(struct arena *, const char *key, const char *title,
                          const char *finding, int wide, int high);

/* Handed back to be filled in further; a line is an edge, a text is ink, a box
 * and a disc are outlines until said otherwise. */
struct shape *figure_shape(struct arena *, struct figure *, enum shape_kind,
                           int x, int y, int w, int h);
struct shape *figure_text(struct arena *, struct figure *, int x, int y,
                          const char *text);

/*
 * States as a family of circles, told apart without colour: filled, ringed (and
 * more came of it), half, open, open with dashes, crossed out, missing (dashes
 * around a cross), and a point where nothing is said. Centred, DOT wide.
 */
enum dot { DOT_FULL, DOT_RINGED, DOT_HALF, DOT_OPEN, DOT_DASHED, DOT_CROSSED,
           DOT_MISSING, DOT_POINT };
enum { DOT = 14 };
void figure_dot(struct arena *, struct figure *, enum dot, int x, int y);

/* What signs mean, in rows from y to the right edge; answers where they end.
 * A sign is a mark, or a dot when it has none. */
struct figure_sign { int mark; enum dot dot; const char *words; };
struct figure_sign_list { struct figure_sign *v; size_t n, room; };
int  figure_signs(struct arena *, struct figure *, int y,
                  const struct figure_sign_list *);

/* How wide a text is in our sans, in points, as all writers set it. */
int figure_text_wide(const char *text, int size, bool strong);

/* The text, or what of it fits with … at its end; and as lines, broken at
 * spaces, of which the last is cut so. */
const char      *figure_text_cut(struct arena *, const char *text, int size,
                                 bool strong, int wide);
struct text_list figure_text_lines(struct arena *, const char *text, int size,
                                   bool strong, int wide, size_t most);

/* In a page, with title and desc: alone, or with its words under it. And a file
 * of its own that stands alone. */
void        figure_svg(const struct figure *, struct markup *);
void        figure_html(const struct figure *, struct markup *);
enum status figure_svg_file(const struct figure *, struct arena *,
                            struct bytes *out) MUST_USE;

/* `scale` pixels for each point. Needs fonts: for the sandbox. */
enum status figure_png(const struct figure *, struct arena *, int scale,
                       struct bytes *out) MUST_USE;

#endif
