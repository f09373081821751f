/*
 * The tables of a paper as data: CSV for a spreadsheet, JSON for a program.
 */
#include <string.h>

#include "base/clock.h"
#include "base/text.h"
#include "kit/csv.h"
#include "kit/json.h"
#include "paper/office.h"

/* Text that grows; what is added is copied once or twice, not each time. */
struct growing { struct arena *mem; char *v; size_t n, room; };

static void grow(struct growing *g, const char *text)
{
	size_t n = strlen(text);

	if (g->n + n > g->room) {
		size_t room = 2 * (g->n + n) + 4096;
		char *more = arena_take(g->mem, room);

		if (g->n > 0)
			memcpy(more, g->v, g->n);
		g->v = more;
		g->room = room;
	}
	memcpy(g->v + g->n, text, n);
	g->n += n;
}

static const char *csv_value(struct arena *mem, const struct cell *c)
{
	switch (c->value) {
	case VALUE_NUMBER:
		return arena_print(mem, "%lld", c->number);
	case VALUE_DAY:
		return day_write(mem, c->number);
	case VALUE_TEXT:
	case VALUE_TYPED:
		break;
	}
	return csv_cell(mem, text_trim(mem, office_cell(mem, c)));
}

static void csv_table(struct growing *out, const struct block *b)
{
	for (size_t i = 0; i < b->rows.n; i++) {
		const struct cell_list *cells = &b->rows.v[i].cells;

		for (size_t k = 0; k < cells->n; k++) {
			if (k > 0)
				grow(out, ";");
			grow(out, csv_value(out->mem, &cells->v[k]));
		}
		grow(out, "\r\n");
	}
}

struct bytes paper_csv(const struct paper *p, struct arena *mem)
{
	struct growing out = { .mem = mem };
	bool first = true;

	grow(&out, "\xEF\xBB\xBF");
	for (const struct block *b = p->first; b != NULL; b = b->next) {
		if (b->kind != BLOCK_TABLE)
			continue;
		if (!first)
			grow(&out, "\r\n");
		csv_table(&out, b);
		first = false;
	}
	return (struct bytes){ out.v, out.n };
}

static void json_cell(struct json_writer *w, const struct cell *c)
{
	if (c->value == VALUE_NUMBER)
		json_put_int(w, NULL, c->number);
	else if (c->value == VALUE_DAY)
		json_put_text(w, NULL, day_write(w->mem, c->number));
	else
		json_put_text(w, NULL, office_cell(w->mem, c));
}

static void json_row(struct json_writer *w, const char *name,
                     const struct cell_list *cells)
{
	json_open(w, name, '[');
	for (size_t k = 0; k < cells->n; k++)
		json_cell(w, &cells->v[k]);
	json_close_with(w, ']');
}

static void json_table(struct json_writer *w, const struct block *b)
{
	static const struct cell_list none;
	size_t heads = b->head_rows < b->rows.n ? b->head_rows : b->rows.n;

	json_open(w, NULL, '{');
	json_put_text(w, "title", b->spans.n > 0 ?
	              or_empty(b->spans.v[0].text) : "");
	json_row(w, "columns", heads > 0 ? &b->rows.v[heads - 1].cells : &none);
	json_open(w, "rows", '[');
	for (size_t i = heads; i < b->rows.n; i++)
		json_row(w, NULL, &b->rows.v[i].cells);
	json_close_with(w, ']');
	json_close_with(w, '}');
}

struct bytes paper_json(const struct paper *p, struct arena *mem)
{
	struct json_writer w = json_in(mem);

	json_open(&w, NULL, '[');
	for (const struct block *b = p->first; b != NULL; b = b->next) {
		if (b->kind == BLOCK_TABLE)
			json_table(&w, b);
	}
	json_close_with(&w, ']');
	return (struct bytes){ w.text, w.n };
}
