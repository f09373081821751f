/* A workbook or CSV → the sheet with our headings → JSON, and back. */
#include <string.h>

#include "base/text.h"
#include "bring/rows.h"
#include "kit/csv.h"
#include "kit/icu.h"
#include "kit/json.h"
#include "kit/plain.h"
#include "kit/xlsx_read.h"

enum { HEAD_WITHIN = 15, CELL_MOST = 6000 };

/* The first of each is what the template says; the rest is what people do. */
static const struct { enum row_column column; const char *head; } heads[] = {
	{ ROW_PRIORITY, "prioritering" }, { ROW_PRIORITY, "priority" },
	{ ROW_PRIORITY, "insats" }, { ROW_PRIORITY, "alternativ" },
	{ ROW_PRIORITY, "förslag" }, { ROW_PRIORITY, "del" },
	{ ROW_SENTENCE, "fynd" }, { ROW_SENTENCE, "finding" },
	{ ROW_SENTENCE, "mening" },
	{ ROW_GOALS, "mål" }, { ROW_GOALS, "goals" }, { ROW_GOALS, "goal" },
	{ ROW_DIRECTION, "riktning" }, { ROW_DIRECTION, "direction" },
	{ ROW_PATH, "väg" }, { ROW_PATH, "path" },
	{ ROW_RATIONALE, "motiv" }, { ROW_RATIONALE, "motive" },
	{ ROW_GROUPS, "grupper" }, { ROW_GROUPS, "groups" },
	{ ROW_PLACES, "plats" }, { ROW_PLACES, "place" },
};

static const char *const shown[2][ROW_COLUMNS] = {
	{ "Prioritering", "Fynd", "Mål", "Riktning", "Väg", "Motiv",
	  "Grupper", "Plats" },
	{ "Priority", "Finding", "Goals", "Direction", "Path", "Motive",
	  "Groups", "Place" },
};

const char *column_head(enum row_column column, bool english)
{
	return shown[english ? 1 : 0][column];
}

/* -- which column is which ------------------------------------------------- */

struct head {
	size_t      at[ROW_COLUMNS];    /* column + 1, or 0 */
	const char *mark;               /* of the template, or NULL */
};

#define MARK "vagval "

static struct head head_of(struct arena *mem, const struct sheet_row *row)
{
	struct head h = {0};

	for (size_t i = 0; i < row->cells.n; i++) {
		const char *said = text_fold(mem, row->cells.v[i].text);

		if (strncmp(said, MARK, strlen(MARK)) == 0)
			h.mark = said + strlen(MARK);
		for (size_t k = 0; k < COUNT(heads); k++)
			if (same(said, heads[k].head) &&
			    h.at[heads[k].column] == 0)
				h.at[heads[k].column] = i + 1;
	}
	return h;
}

/* Without these nothing can be understood. */
static bool is_head(const struct head *h)
{
	return h->at[ROW_PRIORITY] != 0 && h->at[ROW_SENTENCE] != 0 &&
	       h->at[ROW_GOALS] != 0;
}

char *template_mark(struct arena *mem, const char *assessment)
{
	return arena_print(mem, MARK "%d %s", ROWS_TEMPLATE, assessment);
}

static void read_mark(struct arena *mem, const char *mark,
                      struct brought_sheet *out)
{
	size_t n = mark == NULL ? 0 : strcspn(mark, " ");

	out->made_for = "";
	if (n == 0 || mark[n] == '\0' || !number_read(arena_text(mem, mark,
	    n), 1, 1000, &out->template))
		return;
	out->made_for = text_trim(mem, mark + n);
}

static void take_row(struct arena *mem, const struct head *h,
                     const struct sheet_row *row, struct brought_sheet *out)
{
	struct brought_row got = { .line = row->line };
	bool any = false;

	for (size_t i = 0; i < ROW_COLUMNS; i++) {
		size_t at = h->at[i];
		const struct sheet_cell *c = at == 0 || at > row->cells.n ?
			NULL : &row->cells.v[at - 1];

		got.cell[i] = c == NULL ? "" : text_short(mem, c->text,
		                                          CELL_MOST / 2);
		any = any || *got.cell[i] != '\0';
		if (i == ROW_GOALS && c != NULL)
			got.number = c->number;
	}
	if (!any)
		return;
	if (out->rows.n >= ROWS_MOST)
		out->left_out++;
	else
		*PUSH(mem, &out->rows) = got;
}

static bool take_sheet(struct arena *mem, const struct sheet *s,
                       struct brought_sheet *out)
{
	struct head h = {0};
	size_t at = 0;

	while (at < s->rows.n && at < HEAD_WITHIN && !is_head(&h))
		h = head_of(mem, &s->rows.v[at++]);
	if (!is_head(&h))
		return false;
	read_mark(mem, h.mark, out);
	for (size_t i = 0; i < ROW_COLUMNS; i++)
		if (h.at[i] != 0)
			out->columns |= 1u << i;
	for (; at < s->rows.n; at++)
		take_row(mem, &h, &s->rows.v[at], out);
	return true;
}

/* -- both kinds of file ---------------------------------------------------- */

static enum read_flaw csv_sheet(struct arena *mem, struct bytes in,
                                struct sheet *out)
{
	struct csv all = csv_read(mem, plain_utf8(mem, in));

	if (all.wrong_line != 0)
		return READ_BROKEN;
	for (size_t i = 0; i < all.n; i++) {
		struct sheet_row *row = PUSH(mem, &out->rows);

		row->line = all.v[i].line;
		for (size_t k = 0; k < all.v[i].cells.n; k++)
			PUSH(mem, &row->cells)->text = all.v[i].cells.v[k];
	}
	return READ_FINE;
}

enum read_flaw sheet_read(struct arena *mem, struct bytes in,
                          struct brought_sheet *out)
{
	struct sheet_list all = {0};
	enum read_flaw flaw;

	if (in.n < 2 || memcmp(in.v, "PK", 2) != 0) {
		flaw = csv_sheet(mem, in, PUSH(mem, &all));
		if (flaw != READ_FINE)
			return flaw;
	} else if (xlsx_read(mem, in, &all) != OK) {
		return READ_BROKEN;
	}
	for (size_t i = 0; i < all.n; i++)
		if (take_sheet(mem, &all.v[i], out))
			return out->rows.n == 0 ? READ_NO_TEXT : READ_FINE;
	return READ_NO_HEAD;
}

/* -- JSON ------------------------------------------------------------------ */

static const char *const names[ROW_COLUMNS] = {
	"priority", "sentence", "goals", "direction", "path", "rationale",
	"groups", "places",
};

char *sheet_write(struct arena *mem, const struct brought_sheet *s)
{
	struct json_writer w = json_in(mem);

	json_open(&w, NULL, '{');
	json_put_text(&w, "made_for", s->made_for);
	json_put_int(&w, "template", s->template);
	json_put_int(&w, "columns", s->columns);
	json_put_int(&w, "left_out", s->left_out);
	json_open(&w, "rows", '[');
	for (size_t i = 0; i < s->rows.n; i++) {
		const struct brought_row *row = &s->rows.v[i];

		json_open(&w, NULL, '{');
		json_put_int(&w, "line", row->line);
		json_put_bool(&w, "number", row->number);
		for (size_t k = 0; k < ROW_COLUMNS; k++)
			json_put_text(&w, names[k], row->cell[k]);
		json_close_with(&w, '}');
	}
	json_close_with(&w, ']');
	json_close_with(&w, '}');
	return w.text;
}

static void read_row(struct json_reader *r, const struct json *at,
                     struct brought_row *row)
{
	row->line = json_int(r, at, "line", 1, INT64_MAX, true);
	row->number = json_bool(r, at, "number", true);
	for (size_t k = 0; k < ROW_COLUMNS; k++)
		row->cell[k] = or_empty(json_text(r, at, names[k], CELL_MOST,
		                                  true));
}

bool sheet_unwrite(struct arena *mem, const char *text,
                   struct brought_sheet *out)
{
	struct json_reader r = json_read(mem, (struct bytes){ text,
	                                                      strlen(text) });
	size_t n;

	out->made_for = or_empty(json_text(&r, r.root, "made_for", 200,
	                                   true));
	out->template = json_int(&r, r.root, "template", 0, 1000, true);
	out->columns = (unsigned)json_int(&r, r.root, "columns", 0,
	                                  (1 << ROW_COLUMNS) - 1, true);
	out->left_out = json_int(&r, r.root, "left_out", 0, INT32_MAX, true);
	n = json_length(&r, r.root, "rows", ROWS_MOST, true);
	for (size_t i = 0; i < n; i++)
		read_row(&r, json_at(&r, r.root, "rows", i),
		         PUSH(mem, &out->rows));
	json_close(&r);
	return r.wrong == JSON_FINE;
}
