/*
 * Tables and facts. A table's head is repeated on each page by the word
 * processor; a caption before it and as its title says what it is.
 */
#include "base/text.h"
#include "paper/docx.h"

enum { COLUMNS = COUNT(((struct block *)0)->width) };

struct grid {
	const struct block *block;
	size_t              columns;
	int                 width[COLUMNS];     /* twips */
	bool                ruled, facts;
};

/* As in the PDF: per mille, and those with 0 share what is left. */
static struct grid grid_of(const struct docx *d, const struct block *b)
{
	struct grid g = { .block = b, .columns = table_columns(b),
	                  .ruled = table_has_marks(b),
	                  .facts = b->kind == BLOCK_FACTS };
	int given = 0, shared = 0, left;

	for (size_t i = 0; i < g.columns; i++) {
		given += b->width[i];
		shared += b->width[i] == 0;
	}
	left = given > 940 ? 60 : 1000 - given;
	for (size_t i = 0; i < g.columns; i++) {
		int part = b->width[i];

		if (part == 0 && shared > 0)
			part = left / shared;
		if (g.facts && given == 0 && g.columns == 2)
			part = i == 0 ? 320 : 680;
		g.width[i] = d->wide * part / 1000;
	}
	return g;
}

static void open_table(struct docx *d, const struct grid *g)
{
	const struct span_list *says = &g->block->spans;

	emit(&d->body, "<w:tbl><w:tblPr><w:tblStyle w:val='PaperTable'/>"
	     "<w:tblW w:w='5000' w:type='pct'/>");
	if (g->facts)
		emit(&d->body, "<w:tblBorders><w:top w:val='single' w:sz='4'"
		     " w:color='D2DCDF'/></w:tblBorders>");
	emit(&d->body, "<w:tblLayout w:type='fixed'/><w:tblLook w:val='%s'"
	     " w:firstRow='%d' w:lastRow='0' w:firstColumn='1'"
	     " w:lastColumn='0' w:noHBand='1' w:noVBand='1'/>",
	     g->block->head_rows > 0 ? "06A0" : "0680",
	     g->block->head_rows > 0);
	if (says->n > 0 && says->v[0].text != NULL)
		emit(&d->body, "<w:tblCaption w:val='%s'/>",
		     text_short(d->mem, office_plain(d->mem,
		                says->v[0].text, ' '), 250));
	emit(&d->body, "</w:tblPr><w:tblGrid>");
	for (size_t i = 0; i < g->columns; i++)
		emit(&d->body, "<w:gridCol w:w='%d'/>", g->width[i]);
	emit(&d->body, "</w:tblGrid>\n");
}

/* Nothing may come right after a table, and two of them would become one. */
static void close_table(struct docx *d)
{
	emit(&d->body, "</w:tbl>\n");
	docx_open(d, "AfterTable");
	docx_close(d);
}

static const char *style_of(const struct cell *c, bool under)
{
	switch (c->kind) {
	case CELL_TEXT:
		return under ? "CellUnder" : "Cell";
	case CELL_COLUMN:
		return "ColumnHead";
	case CELL_ROW:
		return "RowHead";
	case CELL_GROUP:
		return "GroupHead";
	}
	return "Cell";
}

/* Each span on a line of its own; those after a sign stand under its words. */
static void cell_lines(struct docx *d, const struct cell *c)
{
	bool marked = false;

	for (size_t i = 0; i < c->lines.n; i++) {
		bool head = span_signed(&c->lines.v[i]);

		docx_open(d, style_of(c, marked && !head));
		docx_spans(d, &c->lines.v[i], 1);
		docx_close(d);
		marked = marked || head;
	}
	if (c->lines.n > 0)
		return;
	docx_open(d, style_of(c, false));
	docx_close(d);
}

static void cell(struct docx *d, const struct grid *g, const struct cell *c,
                 size_t at)
{
	bool group = c->kind == CELL_GROUP;

	emit(&d->body, "<w:tc><w:tcPr><w:tcW w:w='%d' w:type='dxa'/>",
	     group ? d->wide : g->width[at]);
	if (group && g->columns > 1)
		emit(&d->body, "<w:gridSpan w:val='%d'/>", (int)g->columns);
	if (g->ruled && at > 0 && !group)
		emit(&d->body, "<w:tcBorders><w:left w:val='single' w:sz='4'"
		     " w:color='D2DCDF'/></w:tcBorders>");
	if (group)
		emit(&d->body, "<w:shd w:val='clear' w:color='auto'"
		     " w:fill='F1F5F6'/>");
	else if (c->hatched)
		emit(&d->body, "<w:shd w:val='thinDiagStripe'"
		     " w:color='D2DCDF' w:fill='FFFFFF'/>");
	if (g->ruled && at > 0 && !group)
		emit(&d->body, "<w:tcMar><w:left w:w='100' w:type='dxa'/>"
		     "</w:tcMar>");
	emit(&d->body, "</w:tcPr>");
	cell_lines(d, c);
	emit(&d->body, "</w:tc>");
}

/* A row that is short of cells has empty ones: a grid has no holes. */
static void row(struct docx *d, const struct grid *g, size_t no)
{
	static const struct cell empty = { .kind = CELL_TEXT };
	const struct cell_list *cells = &g->block->rows.v[no].cells;
	bool group = cells->n > 0 && cells->v[0].kind == CELL_GROUP;

	emit(&d->body, "<w:tr><w:trPr><w:cantSplit/>");
	if (no < g->block->head_rows)
		emit(&d->body, "<w:tblHeader/>");
	emit(&d->body, "</w:trPr>");
	for (size_t i = 0; i < (group ? 1 : g->columns); i++)
		cell(d, g, i < cells->n ? &cells->v[i] : &empty, i);
	emit(&d->body, "</w:tr>\n");
}

static void rows(struct docx *d, const struct block *b)
{
	struct grid g;

	if (b->rows.n == 0)
		return;
	g = grid_of(d, b);
	open_table(d, &g);
	for (size_t i = 0; i < b->rows.n; i++)
		row(d, &g, i);
	close_table(d);
}

void docx_table(struct docx *d, const struct block *b)
{
	if (b->quiet) {
		docx_anchor(d, b->anchor);
	} else {
		docx_open(d, "Caption");
		docx_anchor(d, b->anchor);
		docx_spans(d, b->spans.v, b->spans.n);
		docx_close(d);
	}
	rows(d, b);
}

void docx_facts(struct docx *d, const struct block *b)
{
	docx_anchor(d, b->anchor);
	rows(d, b);
}
