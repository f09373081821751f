/*
 * Tables and facts. A row is laid in slices: one, when it fits the page or the
 * next; more, when it is taller than a page. The head is repeated on each page
 * as an artifact, since the structure has it once.
 */
#include <math.h>
#include <string.h>

#include "paper/pdf.h"

enum { PAD = 5, SIDE = 7, COLUMNS = COUNT(((struct block *)0)->width) };

static const struct style plain = { 9.5, 13, 0, 0, 1, INK };
static const struct style soft = { 9.5, 13, 0, 0, 1, INK_SOFT };
static const struct style strong = { 9.5, 13, 0, 1, 1, INK };
static const struct style group = { 9, 13, 0, 1, 0, INK_SOFT };
static const struct style caption = { 10.5, 15, 0, 1, 0, INK };

/* A line of a cell that is ready to be put. */
struct piece {
	const struct text *text;
	size_t             line;
	const struct span *signs;               /* before its first line */
	struct element   **for_span;
	double             indent, before, high;
};
struct piece_list { struct piece *v; size_t n, room; };

struct box {                    /* a cell, measured */
	const struct cell *cell;
	struct element    *element;
	struct piece_list  pieces;
	size_t             put;
	double             x, w;
};

struct grid {
	const struct block *block;
	size_t              columns;
	double              x[COLUMNS + 1];
	bool                ruled;      /* lines between columns: marks */
	bool                facts;
};

/* Columns take their per mille; those with 0 share what is left. */
static void columns(const struct sheet *s, struct grid *g)
{
	const int *width = g->block->width;
	double all = s->right - s->left, x = s->left;
	int given = 0;
	size_t shared = 0;

	for (size_t i = 0; i < g->columns; i++) {
		given += width[i];
		shared += width[i] == 0;
	}
	for (size_t i = 0; i < g->columns; i++) {
		double part = width[i] > 0 ? width[i] :
		              fmax(1000 - given, 60) / (double)shared;

		if (g->facts && given == 0)
			part = i == 0 ? 320 : 680;
		g->x[i] = x;
		x += all * part / 1000;
	}
	g->x[g->columns] = s->right;
}

/* Lines under the words of a mark are quieter. */
static const struct style *style_of(const struct cell *c,
                                    const struct span *span, bool under)
{
	switch (c->kind) {
	case CELL_TEXT:
		if (span->strong)
			return &strong;
		return under ? &soft : &plain;
	case CELL_COLUMN:
	case CELL_ROW:
		return &strong;
	case CELL_GROUP:
		return &group;
	}
	return &plain;
}

static double signs_wide(const struct span *span)
{
	double wide = span->tile == NULL ? 0 :
	              tile_wide(span->tile) + TILE_GAP + 2;

	return wide + (span->mark == MARK_NO_SIGN ? 0 : SIGN_STEP + 2);
}

static struct element **elements_of(struct sheet *s, const struct box *b,
                                    const struct span *span)
{
	struct element *in = b->element;

	if (in == NULL)
		return arena_take(s->mem, sizeof(struct element *));
	if (b->cell->lines.n > 1)
		in = element_new(s, in, "P");
	return text_elements(s, in, span, 1);
}

/* The lines of one span of a cell; those after a sign stand under its words. */
static void add_span(struct sheet *s, struct box *b, const struct span *span,
                     double *indent)
{
	struct text *t = NEW(s->mem, struct text);
	struct element **each = elements_of(s, b, span);
	double wide = signs_wide(span);

	if (wide > 0)
		*indent = wide;
	*t = text_set(s, span, 1,
	              style_of(b->cell, span, wide <= 0 && *indent > 0),
	              b->w - 2 * SIDE - *indent, true);
	for (size_t i = 0; i < t->lines.n; i++) {
		struct piece *p = PUSH(s->mem, &b->pieces);

		p->text = t;
		p->line = i;
		p->for_span = each;
		p->indent = *indent;
		p->high = t->style.leading;
		if (i > 0 || wide == 0)
			continue;
		p->signs = span;
		p->before = b->pieces.n > 1 ? 6 : 0;
	}
}

static double box_high(const struct box *b)
{
	double high = 0;

	for (size_t i = b->put; i < b->pieces.n; i++)
		high += b->pieces.v[i].high + b->pieces.v[i].before;
	return high;
}

static struct element *cell_element(struct sheet *s, const struct grid *g,
                                    const struct cell *c, struct element *row)
{
	struct element *e;

	if (g->facts)
		return element_new(s, row, c->kind == CELL_ROW ? "Lbl" :
		                                                 "LBody");
	e = element_new(s, row, c->kind == CELL_TEXT ? "TD" : "TH");
	if (c->kind == CELL_ROW)
		e->scope = "Row";
	else if (c->kind != CELL_TEXT)
		e->scope = "Column";
	if (c->kind == CELL_GROUP && g->columns > 1)
		e->across = (int)g->columns;
	return e;
}

struct row {
	struct box box[COLUMNS];
	size_t     n;
	bool       heads, groups;
};

/* Measured; without an element of the structure it is an artifact. */
static void measure_row(struct sheet *s, const struct grid *g, size_t no,
                        struct element *in, struct row *row)
{
	const struct cell_list *cells = &g->block->rows.v[no].cells;

	*row = (struct row){ .n = cells->n, .heads = no < g->block->head_rows };
	for (size_t i = 0; i < cells->n; i++) {
		const struct cell *c = &cells->v[i];
		struct box *b = &row->box[i];
		double indent = 0;

		row->groups = row->groups || c->kind == CELL_GROUP;
		b->cell = c;
		b->x = g->x[i];
		b->w = (row->groups ? s->right : g->x[i + 1]) - b->x;
		if (in != NULL)
			b->element = cell_element(s, g, c, in);
		for (size_t n = 0; n < c->lines.n; n++)
			add_span(s, b, &c->lines.v[n], &indent);
	}
}

static double row_high(const struct row *row)
{
	double most = 0;

	for (size_t i = 0; i < row->n; i++)
		most = fmax(most, box_high(&row->box[i]));
	return fmax(most, 13) + 2 * PAD;
}

/* As many lines as there is room for, one at least, and their height. */
static size_t fits(const struct box *b, double room, double *high)
{
	size_t i = b->put;

	*high = 0;
	while (i < b->pieces.n) {
		double more = b->pieces.v[i].high + b->pieces.v[i].before;

		if (*high + more > room + 0.01 && i > b->put)
			break;
		*high += more;
		i++;
	}
	return i;
}

static void grounds(struct sheet *s, const struct grid *g,
                    const struct row *row, double high)
{
	if (row->groups)
		ink_box(s, FOG, s->left, s->y, s->right - s->left, high);
	for (size_t i = 0; i < row->n; i++) {
		const struct box *b = &row->box[i];
		struct ink *ink;

		if (g->ruled && i > 0 && !row->heads)
			ink_box(s, LINE, b->x, s->y, 0.6, high);
		if (!b->cell->hatched)
			continue;
		ink = ink_add(s, INK_HATCHED, NULL, HATCH);
		*ink = (struct ink){ .kind = INK_HATCHED, .colour = HATCH,
			.x = b->x + 1, .y = s->y, .w = b->w - 1, .h = high };
	}
	ink_box(s, row->heads ? INK : LINE, s->left, s->y + high,
	        s->right - s->left, row->heads ? 1 : 0.6);
}

static void put_pieces(struct sheet *s, struct box *b, size_t end)
{
	double y = s->y + PAD;

	for (; b->put < end; b->put++) {
		const struct piece *p = &b->pieces.v[b->put];
		double x = b->x + (b->x > s->left ? SIDE : 0);
		double drop = (p->high - p->text->style.leading) / 2;

		y += p->before;
		if (p->signs != NULL)
			ink_signs(s, p->signs, p->for_span[0], x,
			          y + (p->high - SIGN) / 2);
		line_put(s, p->text, p->line, p->for_span, x + p->indent,
		         y + drop);
		y += p->high;
	}
}

/* Everything that fits in what is left of the page; true when all is put. */
static bool put_slice(struct sheet *s, const struct grid *g, struct row *row)
{
	double room = s->bottom - s->y - 2 * PAD, most = 13;
	size_t end[COLUMNS];
	bool all = true;

	for (size_t i = 0; i < row->n; i++) {
		double high;

		end[i] = fits(&row->box[i], room, &high);
		most = fmax(most, high);
		all = all && end[i] == row->box[i].pieces.n;
	}
	grounds(s, g, row, most + 2 * PAD);
	for (size_t i = 0; i < row->n; i++)
		put_pieces(s, &row->box[i], end[i]);
	s->y += most + 2 * PAD + (row->heads ? 1 : 0.6);
	return all;
}

/* The head again, on a new page. */
static void page_of_table(struct sheet *s, const struct grid *g)
{
	struct row row;

	page_new(s);
	if (g->facts)
		ink_box(s, LINE, s->left, s->y, s->right - s->left, 0.6);
	for (size_t i = 0; i < g->block->head_rows; i++) {
		measure_row(s, g, i, NULL, &row);
		put_slice(s, g, &row);
	}
}

static void put_row(struct sheet *s, const struct grid *g, struct row *row)
{
	double want = row_high(row) + (row->groups ? 40 : 0);

	if (!page_has(s, want) && (want < (s->bottom - s->top) * 0.6 ||
	    !page_has(s, 80)))
		page_of_table(s, g);
	while (!put_slice(s, g, row))
		page_of_table(s, g);
}

static struct text caption_text(struct sheet *s, const struct block *b)
{
	return text_set(s, b->spans.v, b->spans.n, &caption,
	                fmin(s->right - s->left, 440), false);
}

/* A head is never left without the row it heads, nor a row that heads others;
 * but a row that is cut anyway may be cut here. */
double table_start(struct sheet *s, const struct block *b)
{
	struct grid g = { .block = b, .columns = table_columns(b) };
	double high = 0, most = (s->bottom - s->top) * 0.6;
	bool heads = true;
	struct row row;

	columns(s, &g);
	for (size_t i = 0; heads && i < b->rows.n; i++) {
		measure_row(s, &g, i, NULL, &row);
		heads = row.heads || row.groups;
		high += row_high(&row) < most ? row_high(&row) : 80;
	}
	if (!b->quiet) {
		struct text t = caption_text(s, b);

		high = fmax(high, 90) + 4 + text_high(&t);
	}
	return 4 + fmax(high, 90);
}

static void lay_caption(struct sheet *s, const struct block *b,
                        struct element *table)
{
	struct text t;

	page_need(s, table_start(s, b));
	page_space(s, 4);
	place_add(s, b, 0);
	if (b->quiet)
		return;
	t = caption_text(s, b);
	text_flow(s, &t, text_elements(s, element_new(s, table, "Caption"),
	          b->spans.v, b->spans.n), s->left);
	s->y += 4;
}

void lay_table(struct sheet *s, const struct block *b)
{
	struct grid g = { .block = b, .columns = table_columns(b),
	                  .ruled = table_has_marks(b) };
	struct element *table = element_new(s, s->section, "Table");
	struct element *part = NULL;
	struct row row;

	columns(s, &g);
	lay_caption(s, b, table);
	for (size_t i = 0; i < b->rows.n; i++) {
		const struct cell_list *cells = &b->rows.v[i].cells;
		bool begins = i == b->head_rows || (cells->n > 0 &&
		              cells->v[0].kind == CELL_GROUP);

		if (i < b->head_rows && part == NULL)
			part = element_new(s, table, "THead");
		else if (part == NULL || begins)
			part = element_new(s, table, "TBody");
		measure_row(s, &g, i, element_new(s, part, "TR"), &row);
		put_row(s, &g, &row);
	}
	s->y += 14;
}

void lay_facts(struct sheet *s, const struct block *b)
{
	struct grid g = { .block = b, .columns = table_columns(b),
	                  .facts = true };
	struct element *list = element_new(s, s->section, "L");
	struct row row;

	list->numbering = "Disc";
	columns(s, &g);
	page_space(s, 4);
	page_need(s, 50);
	place_add(s, b, 0);
	ink_box(s, LINE, s->left, s->y, s->right - s->left, 0.6);
	for (size_t i = 0; i < b->rows.n; i++) {
		measure_row(s, &g, i, element_new(s, list, "LI"), &row);
		put_row(s, &g, &row);
	}
	s->y += 12;
}
