/*
 * One page, always. How high it becomes is reckoned from the widths of letters,
 * rounded up, so that no library of fonts is needed to know; what does not fit
 * goes, and is counted.
 */
#include <string.h>

#include "base/text.h"
#include "brief/sheet.h"
#include "paper/figure.h"

/* Points; as paper/pdf_layout.c and pdf_table.c lay a large paper. */
enum {
	WIDE = 493, HIGH = 732, SLACK = 12,
	STEP = 15, AFTER = 7, ITEM = 3, LIST_END = 5, INDENT = 16,
	TITLE_STEP = 23, TITLE_AFTER = 6, HEADING = 29,
	CAPTION = 23, ROW = 11, SIDE = 14, TABLE_END = 14,
	COLUMNS = 5, LISTS = 4, KEEP = 2, SHOW = 300,
};
static const double body = 11.5, title = 19;
const int sheet_columns[COLUMNS] = { 230, 260, 170, 170, 170 };

/* -- how high ------------------------------------------------------------ */

/* The width of the character at *at, which is passed. Of scripts that are not
 * ours nothing is known but that their letters fit a square. */
static double step(const char **at)
{
	unsigned char c = (unsigned char)*(*at)++, next;

	if (c < 0x80)
		return c < ' ' || c > '~' ? 0 : figure_text_wide(
			(const char[]){ (char)c, '\0' }, 1000, false);
	next = (unsigned char)**at;
	while (((unsigned char)**at & 0xC0) == 0x80)
		(*at)++;
	if (c == 0xC3)                  /* À to ÿ */
		return next < 0xA0 ? 665 : 545;
	return c == 0xE2 && next == 0x80 ? 600 : 1050;
}

/* A line being filled, in thousandths of the size. */
struct filling { double x, most; int n; };

static void put(struct filling *f, double wide)
{
	if (f->x + wide > f->most && f->x > 0) {
		f->n++;
		f->x = 0;
	}
	f->x += wide;
}

static bool is_space(char c)
{
	return c == ' ' || c == '\n';
}

/* A word is kept whole where a line has room for it, else broken anywhere. */
static const char *put_word(struct filling *f, const char *word)
{
	const char *end = word, *next;
	double wide = 0;

	while (*end != '\0' && !is_space(*end))
		wide += step(&end);
	put(f, wide);
	if (wide <= f->most)
		return end;
	f->x = 0;
	for (next = word; next < end; )
		put(f, step(&next));
	return end;
}

/* `x` of the first line is taken. */
static int lines_from(double x, const char *text, double size, double wide)
{
	struct filling f = { x, wide * 1000 / size, 1 };

	while (*text != '\0')
		if (*text == '\n') {
			f.n++;
			f.x = 0;
			text++;
		} else if (*text == ' ') {
			f.x += figure_text_wide(" ", 1000, false);
			text++;
		} else {
			text = put_word(&f, text);
		}
	return f.n;
}

static int lines(const char *text, double size, double wide)
{
	return lines_from(0, text, size, wide);
}

/* After a label in strong: "Beslut: ", "Legal duty: ". */
static double labelled(const char *text)
{
	return lines_from(5500, text, body, WIDE) * STEP + AFTER;
}

static double list_high(const struct text_list *all)
{
	double high = HEADING + LIST_END;

	for (size_t i = 0; i < all->n; i++)
		high += lines(all->v[i], body, WIDE - INDENT - 6) * STEP + ITEM;
	return all->n > 0 ? high : HEADING + STEP + AFTER;
}

/* The last cell begins with a word on whether it can be changed: "Partly. ".
 * That nothing is described takes one line. */
static double row_high(const struct choice_way *w)
{
	static const double words[] = {
		[REVERSIBLE_UNSAID] = 0, [REVERSIBLE_YES] = 2000,
		[REVERSIBLE_PARTLY] = 3700, [REVERSIBLE_NO] = 1800,
	};
	const char *cell[COLUMNS] = { w->title, w->people, w->place, w->money,
	                              w->note };
	int most = 1;

	for (int i = 0; i < COLUMNS; i++) {
		double wide = WIDE * sheet_columns[i] / 1000.0 - SIDE;
		int n = lines_from(i == COLUMNS - 1 ?
			words[w->reversible] : 0, cell[i],
			i == 0 ? body * 1.05 : body, wide);

		most = n > most ? n : most;
	}
	return most * STEP + ROW;
}

static double high_of(const struct sheet_says *s)
{
	double high = lines(s->question, title * 1.2, WIDE) * TITLE_STEP +
	              TITLE_AFTER + labelled(s->body) + CAPTION +
	              STEP + ROW + TABLE_END;

	for (size_t i = 0; i < s->facts.n; i++)
		high += labelled(s->facts.v[i]);
	for (size_t i = 0; i < s->ways.n; i++)
		high += row_high(&s->ways.v[i]);
	return high + list_high(&s->voices) + list_high(&s->changes) +
	       list_high(&s->asks) + list_high(&s->unknown);
}

/* Below it stands what it rests on, and what was left out, if anything was:
 * two lines each at most. */
static bool fits(const struct sheet_says *s, bool left)
{
	double foot = (2 * STEP + AFTER) * (left ? 2 : 1);

	return high_of(s) + foot <= HIGH - SLACK;
}

/* -- what goes ----------------------------------------------------------- */

static struct text_list *longest(struct sheet_says *s, size_t least)
{
	struct text_list *all[] = { &s->unknown, &s->changes, &s->voices };
	struct text_list *most = NULL;

	for (size_t i = 0; i < COUNT(all); i++)
		if (all[i]->n > least && (most == NULL || all[i]->n > most->n))
			most = all[i];
	return most;
}

/* False when everything is down to the least. An alternative goes last. */
static bool drop_one(struct sheet_says *s, size_t least, size_t ways)
{
	struct text_list *from = longest(s, least);

	if (from != NULL)
		from->n--;
	else if (s->ways.n > ways)
		s->ways.n--;
	else
		return false;
	return true;
}

static void cut(struct arena *mem, const char **text, size_t most, i64 *n)
{
	if (text_length(*text) <= most)
		return;
	*text = text_short(mem, *text, most);
	(*n)++;
}

static void cut_list(struct arena *mem, struct text_list *all, size_t most,
                     i64 *n)
{
	for (size_t i = 0; i < all->n; i++)
		cut(mem, &all->v[i], most, n);
}

static i64 cut_all(struct arena *mem, struct sheet_says *s, size_t most)
{
	i64 n = 0;

	cut(mem, &s->question, 2 * most, &n);
	cut(mem, &s->body, 2 * most, &n);
	for (size_t i = 0; i < s->ways.n; i++) {
		struct choice_way *w = &s->ways.v[i];

		cut(mem, &w->title, most, &n);
		cut(mem, &w->people, most, &n);
		cut(mem, &w->place, most, &n);
		cut(mem, &w->money, most, &n);
		cut(mem, &w->note, most, &n);
	}
	cut_list(mem, &s->voices, most, &n);
	cut_list(mem, &s->changes, most, &n);
	cut_list(mem, &s->asks, 2 * most, &n);
	cut_list(mem, &s->unknown, most, &n);
	cut_list(mem, &s->facts, 3 * most, &n);
	return n;
}

/* A list of its own, so that what is cut is cut here only. */
static struct text_list copy(struct arena *mem, const struct text_list *from)
{
	struct text_list to = {0};

	for (size_t i = 0; i < from->n; i++)
		*PUSH(mem, &to) = from->v[i];
	return to;
}

static struct sheet_says copy_of(struct arena *mem, const struct sheet_says *s)
{
	struct sheet_says to = *s;

	to.ways = (struct choice_way_list){0};
	for (size_t i = 0; i < s->ways.n; i++)
		*PUSH(mem, &to.ways) = s->ways.v[i];
	to.voices = copy(mem, &s->voices);
	to.changes = copy(mem, &s->changes);
	to.asks = copy(mem, &s->asks);
	to.unknown = copy(mem, &s->unknown);
	to.facts = copy(mem, &s->facts);
	return to;
}

void sheet_fit(struct arena *mem, struct sheet_says *s,
               struct sheet_left *left)
{
	static const struct { size_t most, least, ways; } tries[] = {
		{ SHOW, KEEP, CHOICE_WAYS }, { 160, KEEP, CHOICE_WAYS },
		{ SHOW, 1, CHOICE_WAYS }, { 160, 1, CHOICE_WAYS },
		{ 100, 1, CHOICE_WAYS }, { 70, 1, CHOICE_WAYS },
		{ 70, 1, 3 }, { 50, 1, 3 }, { 30, 1, 2 }, { 16, 1, 2 },
	};
	struct sheet_says whole = *s;

	for (size_t i = 0; i < COUNT(tries); i++) {
		*s = copy_of(mem, &whole);
		left->shortened = cut_all(mem, s, tries[i].most);
		if (fits(s, left->shortened > 0))
			break;
		while (!fits(s, true) && drop_one(s, tries[i].least,
		                                 tries[i].ways))
			;
		if (fits(s, true))
			break;
	}
	left->ways = (i64)(whole.ways.n - s->ways.n);
	left->voices = (i64)(whole.voices.n - s->voices.n);
	left->changes = (i64)(whole.changes.n - s->changes.n);
	left->unknown = (i64)(whole.unknown.n - s->unknown.n);
}

/* -- what it says -------------------------------------------------------- */

void sheet_gather(struct arena *mem, const struct choice *c,
                  const struct hole_list *holes, struct sheet_says *out)
{
	*out = (struct sheet_says){ .question = or_empty(c->question),
		.body = or_empty(c->body), .ways = c->ways,
		.voices = text_lines(mem, c->voices),
		.changes = text_lines(mem, c->changes),
		.asks = text_lines(mem, c->asks),
		.unknown = text_lines(mem, c->unknown) };
	for (size_t i = 0; i < holes->n; i++) {
		const struct hole *h = &holes->v[i];

		if (h->lawful && h->answer != HOLE_DONE)
			*PUSH(mem, &out->facts) = hole_told(mem, h);
	}
}
