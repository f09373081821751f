/* What a stream of content shows: the operators that place and show text. */
#include <math.h>
#include <string.h>

#include "kit/pdf_read.h"
#include "kit/pdf_text.h"

enum { MOST_STATES = 64, MOST_MARKED = 128, MOST_OPERANDS = 20 * 1000 };

struct state {
	struct pdf_matrix      here;    /* from content to page */
	const struct pdf_font *font;
	double size, spread, word, wide, leading, rise;
};

struct operand { enum pdf_token kind; double number;
                 const char *text; size_t length; };

struct content {
	struct pdf_show  *show;
	struct state      now, kept[MOST_STATES];
	size_t            n_kept;
	struct pdf_matrix text, line;
	struct operand   *v;
	size_t            n, room;
	bool              artifact[MOST_MARKED];
	size_t            marked;       /* how deep, may be over the most */
	size_t            hidden;       /* artifacts among them */
};

struct pdf_matrix pdf_times(struct pdf_matrix m, struct pdf_matrix by)
{
	return (struct pdf_matrix){
		m.a * by.a + m.b * by.c, m.a * by.b + m.b * by.d,
		m.c * by.a + m.d * by.c, m.c * by.b + m.d * by.d,
		m.e * by.a + m.f * by.c + by.e,
		m.e * by.b + m.f * by.d + by.f,
	};
}

/* The nth operand from the last, 0 where there is none. */
static double number(const struct content *c, size_t from_last)
{
	return c->n > from_last ? c->v[c->n - 1 - from_last].number : 0;
}

static struct pdf_matrix matrix(const struct content *c)
{
	return (struct pdf_matrix){ number(c, 5), number(c, 4), number(c, 3),
		number(c, 2), number(c, 1), number(c, 0) };
}

static const char *last_text(const struct content *c)
{
	const struct operand *o = c->n == 0 ? NULL : &c->v[c->n - 1];

	return o != NULL && o->text != NULL ? o->text : "";
}

/* -- letters -------------------------------------------------------------- */

static void move(struct content *c, double x, double y)
{
	c->line = pdf_times((struct pdf_matrix){ 1, 0, 0, 1, x, y }, c->line);
	c->text = c->line;
}

/* Where the next letter begins; false where no sense can be made of it. */
static bool placed(const struct content *c, struct pdf_place *p, double *scale)
{
	struct pdf_matrix m = pdf_times(c->text, c->now.here);
	double run = hypot(m.a, m.b);

	*scale = run;
	p->x = c->now.rise * m.c + m.e;
	p->y = c->now.rise * m.d + m.f;
	p->size = fabs(c->now.size) * hypot(m.c, m.d);
	if (!(run > 0 && p->size > 0 && run < 1e9 && p->size < 1e9) ||
	    !(fabs(p->x) < 1e9 && fabs(p->y) < 1e9))
		return false;
	p->ahead_x = m.a / run;
	p->ahead_y = m.b / run;
	return true;
}

static void advance(struct content *c, double by)
{
	c->text = pdf_times((struct pdf_matrix){ 1, 0, 0, 1, by, 0 }, c->text);
}

static void show_code(struct content *c, unsigned code)
{
	const struct pdf_font *f = c->now.font;
	double glyph = pdf_wide(f, code) / 1000 * c->now.size, scale;
	const char *letter = pdf_means(f, code);
	struct pdf_place p;

	if (letter != NULL && c->hidden == 0 && placed(c, &p, &scale))
		pdf_letter_at(c->show->lines, &p,
		              glyph * c->now.wide * scale, letter);
	if (f->bytes == 1 && code == ' ')
		glyph += c->now.word;
	advance(c, (glyph + c->now.spread) * c->now.wide);
}

static void show_string(struct content *c, const char *text, size_t n)
{
	const unsigned char *v = (const unsigned char *)text;

	if (c->now.font == NULL)
		return;
	if (c->now.font->bytes == 1)
		for (size_t i = 0; i < n; i++)
			show_code(c, v[i]);
	else
		for (size_t i = 0; i + 1 < n; i += 2)
			show_code(c, (unsigned)v[i] << 8 | v[i + 1]);
}

static void show_all(struct content *c)
{
	for (size_t i = 0; i < c->n; i++) {
		const struct operand *o = &c->v[i];

		if (o->kind == PDF_STRING)
			show_string(c, o->text, o->length);
		else if (o->kind == PDF_NUMBER)
			advance(c, -o->number / 1000 * c->now.size *
			           c->now.wide);
	}
}

/* -- operators ------------------------------------------------------------ */

static bool is(const char *word, const char *text)
{
	return strcmp(word, text) == 0;
}

static bool text_state(struct content *c, const char *word)
{
	struct state *s = &c->now;

	if (is(word, "Tf")) {
		s->size = number(c, 0);
		s->font = c->n < 2 || c->v[c->n - 2].text == NULL ? NULL :
		          pdf_font_called(c->show, c->v[c->n - 2].text);
	} else if (is(word, "Tc")) {
		s->spread = number(c, 0);
	} else if (is(word, "Tw")) {
		s->word = number(c, 0);
	} else if (is(word, "Tz")) {
		s->wide = number(c, 0) / 100;
	} else if (is(word, "TL")) {
		s->leading = number(c, 0);
	} else if (is(word, "Ts")) {
		s->rise = number(c, 0);
	} else {
		return false;
	}
	return true;
}

static bool text_place(struct content *c, const char *word)
{
	if (is(word, "BT")) {
		c->text = c->line = (struct pdf_matrix){ 1, 0, 0, 1, 0, 0 };
	} else if (is(word, "Td")) {
		move(c, number(c, 1), number(c, 0));
	} else if (is(word, "TD")) {
		c->now.leading = -number(c, 0);
		move(c, number(c, 1), number(c, 0));
	} else if (is(word, "Tm")) {
		c->text = c->line = matrix(c);
	} else if (is(word, "T*")) {
		move(c, 0, -c->now.leading);
	} else {
		return false;
	}
	return true;
}

static bool text_shown(struct content *c, const char *word)
{
	if (is(word, "'") || is(word, "\""))
		move(c, 0, -c->now.leading);
	else if (!is(word, "Tj") && !is(word, "TJ"))
		return false;
	if (is(word, "\"") && c->n >= 3) {
		c->now.word = number(c, 2);
		c->now.spread = number(c, 1);
		c->v[c->n - 2].kind = c->v[c->n - 3].kind = PDF_END;
	}
	show_all(c);
	return true;
}

static void mark_open(struct content *c, bool artifact)
{
	if (c->marked < MOST_MARKED) {
		c->artifact[c->marked] = artifact;
		c->hidden += artifact;
	}
	c->marked++;
}

static void mark_close(struct content *c)
{
	if (c->marked == 0)
		return;
	c->marked--;
	if (c->marked < MOST_MARKED)
		c->hidden -= c->artifact[c->marked];
}

static void operate(struct content *c, const char *word)
{
	if (text_state(c, word) || text_place(c, word) ||
	    text_shown(c, word))
		return;
	if (is(word, "q") && c->n_kept < MOST_STATES)
		c->kept[c->n_kept++] = c->now;
	else if (is(word, "Q") && c->n_kept > 0)
		c->now = c->kept[--c->n_kept];
	else if (is(word, "cm"))
		c->now.here = pdf_times(matrix(c), c->now.here);
	else if (is(word, "Do") && c->hidden == 0)
		pdf_form_called(c->show, last_text(c), c->now.here);
	else if (is(word, "BMC") || is(word, "BDC"))
		mark_open(c, c->n > 0 && c->v[0].text != NULL &&
		             is(c->v[0].text, "Artifact"));
	else if (is(word, "EMC"))
		mark_close(c);
}

static void push(struct content *c, enum pdf_token t, const struct pdf_lex *l)
{
	struct operand *o;

	if (c->n >= MOST_OPERANDS)
		return;
	o = arena_push(c->show->mem, (void **)&c->v, &c->n, &c->room,
	               sizeof *c->v);
	*o = (struct operand){ .kind = t };
	if (t == PDF_NUMBER) {
		o->number = l->number;
	} else {
		o->text = l->text;
		o->length = l->length;
	}
}

void pdf_show(struct pdf_show *s, struct bytes in, struct pdf_matrix here)
{
	struct content c = { .show = s, .now = { .here = here, .wide = 1 } };
	struct pdf_lex l;
	enum pdf_token t;

	if (in.n > s->left) {
		s->too_large = true;
		return;
	}
	s->left -= in.n;
	l = pdf_lex(s->mem, in);
	while ((t = pdf_next(&l)) != PDF_END && !s->too_large) {
		if (t == PDF_NUMBER || t == PDF_STRING || t == PDF_NAME)
			push(&c, t, &l);
		if (t != PDF_WORD)
			continue;
		if (is(l.text, "ID"))
			pdf_skip_picture(&l);
		else
			operate(&c, l.text);
		c.n = 0;
		l.used = 0;
		s->too_large = s->too_large ||
		               s->lines->n + 1024 > PDF_MOST_TEXT;
	}
}
