/*
 * The map of actors: influence to the right, touched upwards, three levels
 * each. Actors of one cell stand under each other and a row is as high as its
 * fullest cell, so that names never lie on each other.
 */
#include "assess/actor_link.h"
#include "assess/actor_link.msg"
#include "base/text.h"

enum {
	LEVELS = 3, LEFT = 90, TOP = 20, WIDE = 266, LEAST_HIGH = 110,
	LINE_HIGH = 19, BETWEEN = 8, PAD = 14, ZONE_WORDS = 26,
	LINE_CHARS = 30, LINES_MOST = 3,
};

struct cells {
	int high[LEVELS];               /* of each row, from the top */
	int top[LEVELS];
	int bottom;
};

static bool mapped(const struct actor_link *l)
{
	return l->influence != LEVEL_UNSAID && l->interest != LEVEL_UNSAID;
}

static int column(const struct actor_link *l)
{
	return (int)l->influence - 1;
}

static int row(const struct actor_link *l)
{
	return LEVELS - (int)l->interest;
}

/* Bytes of the next line: up to the last space that fits, or a cut word. */
static size_t line_bytes(const char *at)
{
	size_t space = 0, i = 0;
	int chars = 0;

	for (; at[i] != '\0'; i++) {
		if (((unsigned char)at[i] & 0xC0) == 0x80)
			continue;
		if (chars++ == LINE_CHARS)
			return space > 0 ? space : i;
		if (at[i] == ' ')
			space = i;
	}
	return i;
}

static struct text_list lines_of(struct arena *mem, const char *name)
{
	struct text_list lines = {0};

	while (*name != '\0' && lines.n + 1 < LINES_MOST) {
		size_t n = line_bytes(name);

		*PUSH(mem, &lines) = arena_text(mem, name, n);
		name += n;
		name += *name == ' ';
	}
	if (*name != '\0')
		*PUSH(mem, &lines) = text_short(mem, name, LINE_CHARS);
	return lines;
}

static struct cells measure(struct arena *mem,
                            const struct actor_link_list *all)
{
	struct cells c = { .bottom = TOP };
	int filled[LEVELS][LEVELS] = {{0}};

	for (size_t i = 0; i < all->n; i++)
		if (mapped(&all->v[i]))
			filled[row(&all->v[i])][column(&all->v[i])] +=
				BETWEEN + LINE_HIGH *
				(int)lines_of(mem, all->v[i].name).n;
	for (int y = 0; y < LEVELS; y++) {
		c.high[y] = LEAST_HIGH;
		for (int x = 0; x < LEVELS; x++)
			if (filled[y][x] + 2 * PAD > c.high[y])
				c.high[y] = filled[y][x] + 2 * PAD;
		if (y == 0)
			c.high[y] += ZONE_WORDS;
		c.top[y] = c.bottom;
		c.bottom += c.high[y];
	}
	return c;
}

/* -- drawing ------------------------------------------------------------- */

static void dot(struct req *r, const struct actor_link *l, int x, int y)
{
	const char *class = l->missing ? "miss" : NULL;

	if (class == NULL)
		switch (l->present) {
		case PRESENT_UNSAID:
			emit(&r->out, "<circle class='pk' cx='%d' cy='%d'"
			     " r='5'/>", x, y);
			return;
		case PRESENT:                class = "in-room"; break;
		case PRESENT_INVITED_ABSENT: class = "half"; break;
		case PRESENT_NOT_INVITED:    class = "out"; break;
		}
	emit(&r->out, "<circle class='%s' cx='%d' cy='%d' r='9'/>", class, x,
	     y);
	if (!l->missing && l->present == PRESENT_INVITED_ABSENT)
		emit(&r->out, "<path class='hf' d='M%d %da9 9 0 0 1 0 18z'/>",
		     x, y - 9);
}

static int actor(struct req *r, const struct actor_link *l, int x, int y)
{
	struct text_list lines = lines_of(r->s.mem, l->name);

	emit(&r->out, "<g>");
	dot(r, l, x + 10, y + 9);
	emit(&r->out, "<text class='%s' x='%d' y='%d'>",
	     l->missing ? "b" : "", x + 28, y + 14);
	for (size_t i = 0; i < lines.n; i++) {
		if (i == 0)
			emit(&r->out, "%s", lines.v[i]);
		else
			emit(&r->out, "<tspan x='%d' dy='%d'>%s</tspan>",
			     x + 28, LINE_HIGH, lines.v[i]);
	}
	emit(&r->out, "</text></g>");
	return (int)lines.n * LINE_HIGH + BETWEEN;
}

static void cell(struct req *r, const struct actor_link_list *all,
                 const struct cells *c, int x, int y)
{
	int at = c->top[y] + PAD;

	for (size_t i = 0; i < all->n; i++) {
		const struct actor_link *l = &all->v[i];

		if (mapped(l) && column(l) == x && row(l) == y)
			at += actor(r, l, LEFT + x * WIDE + 12, at);
	}
}

static void frame(struct req *r, const struct cells *c)
{
	static const struct sentence *const xs[] = {
		MAP_LOW, MAP_MIDDLE, MAP_HIGH };
	static const struct sentence *const ys[] = {
		INTEREST_HIGH, INTEREST_MIDDLE, INTEREST_LOW };
	int right = LEFT + LEVELS * WIDE;

	emit(&r->out, "<rect class='zone' x='%d' y='%d' width='%d'"
	     " height='%d' rx='6'/><text class='s' x='%d' y='%d'>%s</text>",
	     LEFT + 4, TOP + 4, WIDE - 8, c->high[0] - 8, LEFT + 16,
	     c->top[1] - 14, say(r, MAP_ZONE));
	for (int i = 1; i < LEVELS; i++)
		emit(&r->out, "<path class='gr' d='M%d %dH%dM%d %dV%d'/>",
		     LEFT, c->top[i], right, LEFT + i * WIDE, TOP, c->bottom);
	emit(&r->out, "<path class='ax' d='M%d %dV%dH%d'/>", LEFT, TOP,
	     c->bottom, right);
	for (int i = 0; i < LEVELS; i++) {
		emit(&r->out, "<text class='s' x='%d' y='%d'"
		     " text-anchor='middle'>%s</text>",
		     LEFT + i * WIDE + WIDE / 2, c->bottom + 24,
		     say(r, xs[i]));
		emit(&r->out, "<text class='s' x='%d' y='%d'"
		     " text-anchor='end'>%s</text>", LEFT - 10,
		     c->top[i] + c->high[i] / 2, say(r, ys[i]));
	}
	emit(&r->out, "<text class='b' x='%d' y='%d' text-anchor='middle'>%s"
	     "</text>", (LEFT + right) / 2, c->bottom + 50, say(r, MAP_X));
	emit(&r->out, "<text class='b' x='16' y='%d' text-anchor='middle'"
	     " transform='rotate(-90 16 %d)'>%s</text>",
	     (TOP + c->bottom) / 2, (TOP + c->bottom) / 2, say(r, MAP_Y));
}

static void legend(struct req *r)
{
	static const struct {
		struct actor_link as;
		const struct sentence *word;
	} marks[] = {
		{ { .present = PRESENT }, WAS_PRESENT },
		{ { .present = PRESENT_INVITED_ABSENT }, WAS_ABSENT },
		{ { .present = PRESENT_NOT_INVITED }, WAS_NOT_INVITED },
		{ { .missing = true }, WAS_MISSING },
		{ { .present = PRESENT_UNSAID }, WAS_UNSAID },
	};

	emit(&r->out, "<ul class='legend'>");
	for (size_t i = 0; i < COUNT(marks); i++) {
		emit(&r->out, "<li><svg class='i chart' viewBox='0 0 24 24'"
		     " aria-hidden='true'>");
		dot(r, &marks[i].as, 12, 12);
		emit(&r->out, "</svg>%s</li>", say(r, marks[i].word));
	}
	emit(&r->out, "</ul>");
}

static void outside(struct req *r, const struct actor_link_list *all)
{
	const char *names = NULL;

	for (size_t i = 0; i < all->n; i++)
		if (!mapped(&all->v[i]))
			names = names == NULL ? all->v[i].name :
			        arena_print(r->s.mem, "%s, %s", names,
			                    all->v[i].name);
	if (names != NULL)
		emit(&r->out, "<p>%s</p>", say_with(r, MAP_OUTSIDE, names,
		     NULL));
}

void actor_map(struct req *r, const struct actor_link_list *all)
{
	struct cells c = measure(r->s.mem, all);
	bool any = false;

	for (size_t i = 0; i < all->n; i++)
		any = any || mapped(&all->v[i]);
	if (!any)
		return;
	emit(&r->out, "<figure><section class='scroll' aria-label='%s'"
	     " tabindex='0'><svg class='chart' viewBox='0 0 %d %d' role='img'"
	     " aria-labelledby='map-t map-d'><title id='map-t'>%s</title>"
	     "<desc id='map-d'>%s</desc>", say(r, MAP_LABEL),
	     LEFT + LEVELS * WIDE + 4, c.bottom + 64, say(r, MAP_TITLE),
	     say_with(r, MAP_DESC, actors_odd(r, all), NULL));
	frame(r, &c);
	for (int y = 0; y < LEVELS; y++)
		for (int x = 0; x < LEVELS; x++)
			cell(r, all, &c, x, y);
	emit(&r->out, "</svg></section><figcaption class='small muted'>");
	legend(r);
	outside(r, all);
	emit(&r->out, "</figcaption></figure>");
}
