/*
 * Colours and marks of figures and papers. The marks are told apart by shape,
 * line and sign also in grey: filled square, disc with a dashed ring, rounded
 * outline, thin box, diamond, dotted box, dot, pill.
 */
#include <math.h>

#include "paper/figure_inside.h"
#include "paper/paper.h"

static const struct paint_look looks[] = {
	[SHADE_INK]    = { "ink", 0x10232b },
	[SHADE_SOFT]   = { "ink2", 0x43565f },
	[SHADE_ACCENT] = { "acc", 0x0a5162 },
	[SHADE_LINE]   = { "line", 0xd2dcdf },
	[SHADE_EDGE]   = { "edge", 0x6b7d85 },
	[SHADE_FOG]    = { "fog", 0xf1f5f6 },
	[SHADE_GROUND] = { "soft", 0xdef0f2 },
	[SHADE_PAPER]  = { "paper", 0xffffff },
	[SHADE_STOP]   = { "err", 0x9a1b1b },
	[SHADE_PLUS]   = { "rp", 0x542788 },
	[SHADE_MINUS]  = { "rn", 0xb35806 },
	[PAINT_DP] = { "dp", 0x542788 }, [PAINT_DP_ON] = { "dp-t", 0xffffff },
	[PAINT_IP] = { "ip", 0x998ec3 }, [PAINT_IP_ON] = { "ip-t", 0x000000 },
	[PAINT_IN] = { "in", 0xf1a340 }, [PAINT_IN_ON] = { "in-t", 0x000000 },
	[PAINT_DN] = { "dn", 0xb35806 }, [PAINT_DN_ON] = { "dn-t", 0xffffff },
};

static const unsigned tiles[] = {
	0xdef0f2, 0xe5243b, 0xdda63a, 0x4c9f38, 0xc5192d, 0xff3a21, 0x26bde2,
	0xfcc30b, 0xa21942, 0xfd6925, 0xdd1367, 0xfd9d24, 0xbf8b2e, 0x3f7e44,
	0x0a97d9, 0x56c02b, 0x00689d, 0x19486a,
};

const struct paint_look *paint_look(int paint)
{
	ASSERT(paint >= 0 && paint < (int)COUNT(looks) &&
	       looks[paint].name != NULL);
	return &looks[paint];
}

unsigned tile_ground(int goal)
{
	return tiles[goal > 0 && goal < (int)COUNT(tiles) ? goal : 0];
}

unsigned tile_ink(int goal)
{
	static const bool light[COUNT(tiles)] = {
		[1] = 1, [4] = 1, [8] = 1, [10] = 1, [13] = 1, [16] = 1,
		[17] = 1,
	};

	return goal > 0 && goal < (int)COUNT(tiles) && light[goal] ?
	       0xffffff : 0x000000;
}

/* -- marks --------------------------------------------------------------- */

#define SQUARE(p)       { PIECE_BOX, 0, 0, 1000, 1000, 77, p, .filled = true }
#define OUTLINE(r, p)   { PIECE_BOX, 46, 46, 908, 908, r, p, .thick = 85 }
#define DISC(p)                                                         \
	{ PIECE_RIM, 500, 500, .r = 460, .paint = p, .thick = 54 },     \
	{ PIECE_DISC, 500, 500, .r = 330, .paint = p, .filled = true }, \
	{ PIECE_DISC, 500, 500, .r = 460, .paint = SHADE_INK,           \
	  .dashed = true, .thick = 77 }
#define MINUS(p)        { PIECE_LINE, 270, 500, 730, 500, 0, p, .thick = 115 }
#define PLUS(p)         { PIECE_LINE, 500, 270, 500, 730, 0, p,         \
                          .thick = 115 }, MINUS(p)
#define UNLIKE(x, y, to_x, to_y)                                        \
	{ PIECE_LINE, x, y, to_x, to_y, 0, SHADE_INK, .thick = 77 }

static const struct mark_piece direct_positive[] = {
	SQUARE(PAINT_DP), PLUS(PAINT_DP_ON) };
static const struct mark_piece direct_negative[] = {
	SQUARE(PAINT_DN), MINUS(PAINT_DN_ON) };
static const struct mark_piece indirect_positive[] = {
	DISC(PAINT_IP), PLUS(PAINT_IP_ON) };
static const struct mark_piece indirect_negative[] = {
	DISC(PAINT_IN), MINUS(PAINT_IN_ON) };
static const struct mark_piece positive[] = {
	OUTLINE(277, SHADE_PLUS), PLUS(SHADE_INK) };
static const struct mark_piece negative[] = {
	OUTLINE(277, SHADE_MINUS), MINUS(SHADE_INK) };
static const struct mark_piece none[] = {
	OUTLINE(0, SHADE_EDGE),
	{ PIECE_BOX, 370, 280, 260, 440, 130, SHADE_INK, .thick = 85 } };
static const struct mark_piece gap[] = {
	{ PIECE_DIAMOND, .paint = SHADE_INK, .thick = 85 },
	{ PIECE_HOOK, .paint = SHADE_INK, .thick = 85 },
	{ PIECE_DISC, 500, 710, .r = 58, .paint = SHADE_INK,
	  .filled = true } };
static const struct mark_piece unjudged[] = {
	{ PIECE_BOX, 46, 46, 908, 908, 0, SHADE_EDGE, .dotted = true,
	  .thick = 92 } };
static const struct mark_piece not_chosen[] = {
	{ PIECE_DISC, 500, 500, .r = 100, .paint = SHADE_SOFT,
	  .filled = true } };
static const struct mark_piece divided[] = {
	{ PIECE_BOX, 46, 123, 908, 754, 377, SHADE_INK, .thick = 85 },
	UNLIKE(300, 392, 700, 392), UNLIKE(300, 608, 700, 608),
	UNLIKE(600, 254, 400, 746) };
static const struct mark_piece tick[] = { OUTLINE(0, SHADE_INK) };

const struct mark_piece *mark_pieces(int mark, size_t *n)
{
	static const struct {
		const struct mark_piece *v;
		size_t                   n;
	} marks[] = {
		[MARK_DIRECT_POSITIVE]   = { direct_positive, 3 },
		[MARK_INDIRECT_POSITIVE] = { indirect_positive, 5 },
		[MARK_INDIRECT_NEGATIVE] = { indirect_negative, 4 },
		[MARK_DIRECT_NEGATIVE]   = { direct_negative, 2 },
		[MARK_POSITIVE]          = { positive, 3 },
		[MARK_NEGATIVE]          = { negative, 2 },
		[MARK_NONE]              = { none, COUNT(none) },
		[MARK_GAP]               = { gap, COUNT(gap) },
		[MARK_UNJUDGED]          = { unjudged, 1 },
		[MARK_NOT_CHOSEN]        = { not_chosen, 1 },
		[MARK_DIVIDED]           = { divided, COUNT(divided) },
		[MARK_TICK]              = { tick, 1 },
	};

	ASSERT(mark >= 0 && mark < (int)COUNT(marks));
	*n = marks[mark].n;
	return marks[mark].v;
}

/* -- stripes ------------------------------------------------------------- */

size_t box_stripes(double w, double h, double step, struct stripe *out)
{
	size_t n = 0;

	for (double at = step; at < w + h && n < STRIPES_MOST; at += step)
		out[n++] = (struct stripe){ fmin(at, w), fmax(0, at - w),
		                            fmax(0, at - h), fmin(at, h) };
	return n;
}

/* Across a disc around 0 0: the chords of x + y = at. */
size_t disc_stripes(double radius, double step, struct stripe *out)
{
	size_t n = 0;

	for (double at = step - M_SQRT2 * radius;
	     at < M_SQRT2 * radius && n < STRIPES_MOST; at += step) {
		double half = sqrt(radius * radius / 2 - at * at / 4);

		out[n++] = (struct stripe){ at / 2 + half, at / 2 - half,
		                            at / 2 - half, at / 2 + half };
	}
	return n;
}
