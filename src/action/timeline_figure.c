/* The line of time, drawn: what, when on the line, and both in words. */
#include <string.h>

#include "action/timeline.msg"
#include "action/timeline_row.h"
#include "base/clock.h"
#include "base/text.h"

enum {
	WHAT_WIDE = 176, LEFT = 196, WIDE = 200, RIGHT = LEFT + WIDE,
	WORDS = 414, WORDS_WIDE = FIGURE_WIDE - WORDS, LINE_HIGH = 14,
	LINES_MOST = 2, PAD = 5, AXIS = 20, HEAD = 24, FOOT = 24, FULL = 600,
	TICKS_MOST = 3,
};

/* The days the line goes over, and how far its ticks are apart. */
struct span_of_time { i64 from, to; int months; };

struct strip {
	const struct timeline *t;
	struct figure         *f;
	struct span_of_time           scale;
	int                    y, top;
};

static int at(const struct span_of_time *s, i64 day)
{
	return LEFT + (int)((day - s->from) * WIDE / (s->to - s->from));
}

static i64 month_day(int month)
{
	return day_of_date((struct date){ month / 12, month % 12 + 1, 1 });
}

static int month_of(i64 day)
{
	struct date d = date_of_day(day);

	return d.year * 12 + d.month - 1;
}

static void widen(struct span_of_time *s, const struct timeline_row_list *rows)
{
	for (size_t i = 0; i < rows->n; i++) {
		i64 day = rows->v[i].day;

		if (day == 0)
			continue;
		s->from = day < s->from ? day : s->from;
		s->to = day > s->to ? day : s->to;
	}
}

/* Whole months around all days there are, and today. */
static struct span_of_time scale_of(const struct timeline *t,
                             const struct timeline_row_list *own,
                             const struct timeline_row_list *actions)
{
	static const int steps[] = { 1, 2, 3, 6, 12 };
	struct span_of_time s = { t->today, t->today, 24 };
	int months;

	widen(&s, own);
	widen(&s, actions);
	months = month_of(s.to) + 1 - month_of(s.from);
	s.from = month_day(month_of(s.from));
	s.to = month_day(month_of(s.to) + 1);
	while (months / s.months > TICKS_MOST)
		s.months *= 2;
	for (size_t i = COUNT(steps); i-- > 0 && s.months <= 24;) {
		if (months / steps[i] <= TICKS_MOST)
			s.months = steps[i];
	}
	return s;
}

/* -- drawing ------------------------------------------------------------- */

static struct shape *text(const struct strip *s, int x, int y,
                          const char *words, enum shade shade)
{
	struct shape *it = figure_text(s->t->mem, s->f, x, y, words);

	it->size = 11;
	it->fill = shade;
	return it;
}

/* "nov 2026" of a month, and the year alone where ticks are years. */
static const char *tick_word(const struct strip *s, int month)
{
	const char *day = day_say(s->t->mem, s->t->language,
	                          month_day(month));
	const char *name = strchr(day, ' ');

	if (s->scale.months >= 12 || name == NULL)
		return arena_print(s->t->mem, "%d", month / 12);
	return arena_print(s->t->mem, "%.3s %d", name + 1, month / 12);
}

static void ticks(const struct strip *s)
{
	int step = s->scale.months, month = month_of(s->scale.from);

	month += (step - month % step) % step;
	for (; month_day(month) <= s->scale.to; month += step) {
		int x = at(&s->scale, month_day(month));
		struct shape *it = text(s, x, 12, tick_word(s, month),
		                        SHADE_SOFT);
		int half = figure_text_wide(it->text, 11, false) / 2;

		it->anchor = x + half > WORDS - 8 ? ANCHOR_END :
		             ANCHOR_MIDDLE;
		figure_shape(s->t->mem, s->f, SHAPE_LINE, x, AXIS, 0,
		             s->y - AXIS)->stroke = SHADE_LINE;
	}
}

static void today(const struct strip *s)
{
	struct arena *mem = s->t->mem;
	int x = at(&s->scale, s->t->today), half;
	struct shape *it = figure_shape(mem, s->f, SHAPE_LINE, x, AXIS, 0,
	                                s->y - AXIS + 4);

	it->stroke = SHADE_INK;
	it->dashed = true;
	it = text(s, x, s->y + 16, say_fill(mem, TL_TODAY->in[s->t->language],
		day_say(mem, s->t->language, s->t->today), NULL), SHADE_INK);
	it->anchor = ANCHOR_MIDDLE;
	half = figure_text_wide(it->text, 11, false) / 2;
	if (x + half > FIGURE_WIDE)
		it->x = FIGURE_WIDE - half;
}

static struct text_list what_lines(const struct strip *s,
                                   const struct timeline_row *r)
{
	return figure_text_lines(s->t->mem, r->what, 11, false, WHAT_WIDE,
	                         LINES_MOST);
}

static struct text_list state_lines(const struct strip *s,
                                    const struct timeline_row *r)
{
	return figure_text_lines(s->t->mem, r->state, 11, r->late, WORDS_WIDE,
	                         LINES_MOST);
}

static int row_high(const struct strip *s, const struct timeline_row *r)
{
	size_t left = what_lines(s, r).n, right = 1 + state_lines(s, r).n;

	return LINE_HIGH * (int)(left > right ? left : right) + 2 * PAD;
}

static void row(struct strip *s, const struct timeline_row *r)
{
	struct text_list left = what_lines(s, r), right = state_lines(s, r);
	int base = s->y + PAD + 11, high = row_high(s, r);

	figure_shape(s->t->mem, s->f, SHAPE_LINE, 0, s->y, FIGURE_WIDE, 0)
		->stroke = SHADE_LINE;
	for (size_t i = 0; i < left.n; i++)
		text(s, 0, base + LINE_HIGH * (int)i, left.v[i], SHADE_INK);
	if (r->day != 0)
		figure_dot(s->t->mem, s->f, r->dot, at(&s->scale, r->day),
		           s->y + high / 2);
	text(s, WORDS, base, r->when, SHADE_INK);
	for (size_t i = 0; i < right.n; i++)
		text(s, WORDS, base + LINE_HIGH * ((int)i + 1), right.v[i],
		     r->late ? SHADE_STOP : SHADE_SOFT)->strong = r->late;
	s->y += high;
}

static void head(struct strip *s, const struct sentence *says)
{
	figure_text(s->t->mem, s->f, 0, s->y + 17,
	            says->in[s->t->language])->strong = true;
	s->y += HEAD;
}

/* The grid lies under the rows: it is drawn first, once their height is
 * known. */
static int rows_high(const struct strip *s, const struct timeline_row *v,
                     size_t n)
{
	int high = n > 0 ? HEAD : 0;

	for (size_t i = 0; i < n; i++)
		high += row_high(s, &v[i]);
	return high;
}

static void rows(struct strip *s, const struct sentence *says,
                 const struct timeline_row *v, size_t n)
{
	if (n == 0)
		return;
	head(s, says);
	for (size_t i = 0; i < n; i++)
		row(s, &v[i]);
}

/* How many of the rows fit in what is left of the page; one at least. */
static size_t fitting(const struct strip *s, const struct timeline_row *v,
                      size_t n, int room)
{
	int high = HEAD;
	size_t most = 0;

	for (; most < n; most++) {
		high += row_high(s, &v[most]);
		if (high > room && most > 0)
			break;
	}
	return most;
}

static void draw(struct strip *s, const struct timeline_row_list *own,
                 const struct timeline_row *actions, size_t n)
{
	s->y = AXIS + rows_high(s, own->v, own->n) + rows_high(s, actions, n);
	ticks(s);
	s->f->high = s->y + FOOT;
	today(s);
	s->y = AXIS;
	rows(s, TL_OWN, own->v, own->n);
	rows(s, TL_ACTIONS_HEAD, actions, n);
}

struct figure_list timeline_figures(const struct timeline *t)
{
	struct timeline_row_list own = own_rows(t), actions = action_rows(t);
	struct strip s = { .t = t, .scale = scale_of(t, &own, &actions) };
	const char *title = TL_TITLE->in[t->language];
	struct figure_list all = {0};
	size_t from = 0;

	do {
		char *no = arena_print(t->mem, "%zu", all.n + 1);
		int used = rows_high(&s, own.v, own.n);
		size_t n = fitting(&s, actions.v + from, actions.n - from,
		                   FULL - used);

		s.f = figure_new(t->mem, arena_print(t->mem, "fig-time-%s",
			no), all.n == 0 ? title : say_fill(t->mem,
			TL_PART->in[t->language], title, no),
			timeline_finding(t), FIGURE_WIDE, 0);
		draw(&s, &own, actions.v + from, n);
		*PUSH(t->mem, &all) = s.f;
		from += n;
		own.n = 0;
	} while (from < actions.n);
	return all;
}
