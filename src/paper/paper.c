#include <string.h>

#include "base/text.h"
#include "paper/paper.h"

struct paper *paper_new(struct arena *mem, const char *language,
                        const char *title)
{
	struct paper *p = NEW(mem, struct paper);

	p->mem = mem;
	p->language = language;
	p->title = title;
	p->running = title;
	return p;
}

static struct block *add(struct paper *p, enum block_kind kind)
{
	struct block *b = NEW(p->mem, struct block);

	b->kind = kind;
	if (p->last == NULL)
		p->first = b;
	else
		p->last->next = b;
	p->last = b;
	return b;
}

/* Where text goes now: the latest item of a list, or the latest block. */
static struct block *latest(struct paper *p)
{
	ASSERT(p->last != NULL);
	return p->last->child_last != NULL ? p->last->child_last : p->last;
}

struct span *paper_span(struct paper *p, const char *text)
{
	struct span *s = PUSH(p->mem, &latest(p)->spans);

	s->text = text;
	return s;
}

struct block *paper_heading(struct paper *p, int level, const char *anchor,
                            const char *text)
{
	struct block *b = add(p, BLOCK_HEADING);

	if (level > p->level + 1)
		level = p->level + 1;
	b->level = level;
	if (!text_blank(or_empty(text)))
		p->level = level;
	b->anchor = anchor;
	paper_span(p, text);
	return b;
}

struct block *paper_text(struct paper *p, enum block_kind kind,
                         const char *text)
{
	struct block *b = add(p, kind);

	if (text != NULL)
		paper_span(p, text);
	return b;
}

struct block *paper_list(struct paper *p, enum block_kind kind)
{
	return add(p, kind);
}

struct block *paper_item(struct paper *p, const char *text)
{
	struct block *item = NEW(p->mem, struct block), *list = p->last;

	ASSERT(list != NULL);
	item->kind = BLOCK_PARAGRAPH;
	if (list->child_last == NULL)
		list->child = item;
	else
		list->child_last->next = item;
	list->child_last = item;
	if (text != NULL)
		paper_span(p, text);
	return item;
}

struct block *paper_facts(struct paper *p)
{
	return add(p, BLOCK_FACTS);
}

void paper_fact(struct paper *p, const char *label, const char *text)
{
	paper_row(p);
	paper_cell(p, CELL_ROW, label);
	paper_cell(p, CELL_TEXT, text);
}

struct block *paper_table(struct paper *p, const char *caption,
                          size_t head_rows)
{
	struct block *b = add(p, BLOCK_TABLE);

	b->head_rows = head_rows;
	paper_span(p, caption);
	return b;
}

void paper_row(struct paper *p)
{
	(void)PUSH(p->mem, &p->last->rows);
}

struct cell *paper_cell(struct paper *p, enum cell_kind kind,
                        const char *text)
{
	struct row_list *rows = &p->last->rows;
	struct cell *c;

	ASSERT(rows->n > 0);
	c = PUSH(p->mem, &rows->v[rows->n - 1].cells);
	c->kind = kind;
	if (text != NULL)
		paper_cell_line(p, text);
	return c;
}

struct span *paper_cell_line(struct paper *p, const char *text)
{
	struct row_list *rows = &p->last->rows;
	struct cell_list *cells;
	struct span *s;

	ASSERT(rows->n > 0 && rows->v[rows->n - 1].cells.n > 0);
	cells = &rows->v[rows->n - 1].cells;
	s = PUSH(p->mem, &cells->v[cells->n - 1].lines);
	s->text = text;
	return s;
}

struct block *paper_lines(struct paper *p, const char *label, int lines)
{
	struct block *b = paper_text(p, BLOCK_LINES, label);

	b->lines = lines;
	return b;
}

struct block *paper_figure(struct paper *p, const struct figure *f)
{
	struct block *b = add(p, BLOCK_FIGURE);

	b->figure = f;
	return b;
}
