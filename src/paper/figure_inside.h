/*
 * What the two that draw figures share: geometry and colours said once, so that
 * a page, a PDF and a picture are the same drawing.
 */
#ifndef FIGURE_INSIDE_H
#define FIGURE_INSIDE_H

#include "paper/figure.h"

/* Paints after the shades: those of the marks, and what is written on them. */
enum paint {
	PAINT_DP = SHADE_NONE + 1, PAINT_DP_ON, PAINT_IP, PAINT_IP_ON,
	PAINT_IN, PAINT_IN_ON, PAINT_DN, PAINT_DN_ON,
};

/* The name in the classes of the style sheet, and the colour where there is no
 * style sheet: its light set. */
struct paint_look { const char *name; unsigned colour; };
const struct paint_look *paint_look(int paint);

/* Of a goal's tile; 0 or any other number is the neutral one. */
unsigned tile_ground(int goal);
unsigned tile_ink(int goal);

/*
 * A mark as pieces in a square with a side of 1000, in the order they are
 * drawn. A piece is an outline unless it is filled.
 */
enum piece_kind {
	PIECE_BOX,              /* x y w h, corners of `r` */
	PIECE_DISC,             /* centre x y, radius r */
	PIECE_RIM,              /* stripes within that disc */
	PIECE_LINE,             /* x y to w h */
	PIECE_DIAMOND, PIECE_HOOK,      /* fill the square; of a ? */
};
struct mark_piece {
	enum piece_kind kind;
	int             x, y, w, h, r;
	int             paint;
	bool            filled, dashed, dotted;
	int             thick;
};

/* The pieces of enum paper_mark. */
const struct mark_piece *mark_pieces(int mark, size_t *n);

/* Stripes through a box or a disc: lines, at most so many. */
enum { STRIPES_MOST = 400, RIM_STEP = 131 };
struct stripe { double x, y, to_x, to_y; };
size_t box_stripes(double w, double h, double step, struct stripe *);
size_t disc_stripes(double radius, double step, struct stripe *);

enum { HATCH_STEP = 5, ROUND = 4 };

/* Of a text; and of the code in a tile, so that it has air. */
int shape_size(const struct shape *);
int tile_size(const struct shape *);

/* Advance widths of our sans, in thousandths of the size, summed. */
i64 glyphs_wide(const char *text, size_t n, bool strong);

/* Whether the width of each of them is known and not guessed. */
bool glyphs_known(const char *text);

/* Within a page that has no style sheet of ours. */
void figure_svg_alone(const struct figure *, struct markup *);

/* figure_cairo.c */
struct _cairo;
struct _PangoContext;
void figure_draw(const struct figure *, struct _cairo *,
                 struct _PangoContext *, struct arena *);

#endif
