/* One dot for each answer: its shape says which, as the mark beside it does. */
#include "workshop/screen.h"
#include "workshop/screen.msg"

/* Square for direct, disc for indirect, rounded for a scale without a path,
 * diamond for a gap, an empty dotted box for those who have not answered. */
enum shape { SQUARE, DISC, ROUNDED, DIAMOND, BOX, WAITING };

static enum shape shape_of(unsigned one)
{
	switch (one) {
	case VALUE_DP: case VALUE_DN:   return SQUARE;
	case VALUE_IP: case VALUE_IN:   return DISC;
	case VALUE_RP: case VALUE_RN:   return ROUNDED;
	case VALUE_GAP:                 return DIAMOND;
	case VALUE_NO:                  return BOX;
	default:                        return WAITING;
	}
}

static const char *class_of(unsigned one)
{
	switch (one) {
	case VALUE_DP:  return "dpx";
	case VALUE_IP:  return "ipx";
	case VALUE_IN:  return "inx";
	case VALUE_DN:  return "dnx";
	default:        return "gx";
	}
}

/* Within a square of `size` from x, y; `wide` is less for the last of a block
 * that is not full. */
static void dot(struct req *r, enum shape shape, int x, int y, int size,
                int wide)
{
	int half = size / 2;

	switch (shape) {
	case DISC:
		emit(&r->out, "<circle cx='%d' cy='%d' r='%d'/>", x + half,
		     y + half, wide / 2 > 1 ? wide / 2 : 1);
		return;
	case DIAMOND:
		emit(&r->out, "<path class='h' d='M%d %dl%d %dl-%d %dl-%d"
		     " -%dz'/>", x + wide / 2, y, wide / 2, half, wide / 2,
		     half, wide / 2, half);
		return;
	case SQUARE:
	case ROUNDED:
	case BOX:
	case WAITING:
		emit(&r->out, "<rect class='%s' x='%d' y='%d' width='%d'"
		     " height='%d' rx='%d'/>", shape == SQUARE ? "" :
		     shape == WAITING ? "h wait" : "h", x, y, wide, size,
		     shape == ROUNDED ? size / 4 : 1);
	}
}

void dots(struct req *r, unsigned one, i64 n, struct dot_scale scale)
{
	int cell = scale.rows == 1 ? 28 : 10, size = scale.rows == 1 ? 22 : 8;
	int count = (int)((n + scale.each - 1) / scale.each);
	int last = (int)(n % scale.each);

	if (n == 0)
		return;
	emit(&r->out, "<svg class='dots %s%s' viewBox='0 0 %d 30'"
	     " aria-hidden='true'>", class_of(one), scale.rows == 1 ? "" :
	     " fine", (count + scale.rows - 1) / scale.rows * cell + 2);
	for (int i = 0; i < count; i++) {
		int wide = i + 1 == count && last != 0 && scale.each > 1 ?
		           1 + (int)(last * (size - 1) / scale.each) : size;

		dot(r, shape_of(one), 1 + i / scale.rows * cell,
		    (scale.rows == 1 ? 4 : 1) + i % scale.rows * cell, size,
		    wide);
	}
	emit(&r->out, "</svg>");
}

void dots_legend(struct req *r, struct dot_scale scale)
{
	if (scale.each > 1)
		emit(&r->out, "<p class='sub'>%s</p>", say_count(r, S_EACH,
		     scale.each));
}
