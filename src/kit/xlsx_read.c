#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "kit/icu.h"
#include "kit/xlsx_read.h"
#include "kit/xml.h"
#include "kit/zip.h"

enum { MOST_STRINGS = 100 * 1000 };

/* Text of a cell or a shared string while it is read. */
struct said { char *text; size_t n, room; };

struct link { const char *id, *target; };

struct book {
	struct arena     *mem;
	struct zip_parts  parts;
	struct { struct link *v; size_t n, room; } links;
	struct text_list  strings;
	struct sheet_list *sheets;
	struct text_list  ids;          /* of the sheets, as linked */

	/* what is being read */
	struct said       said;
	bool              hears;        /* words belong to `said` */
	bool              apart;        /* within a reading aid: passed over */
	struct sheet     *sheet;
	struct sheet_row  row;
	size_t            column;
	const char       *type;         /* of the cell: "s", "inlineStr" … */
	bool              full;         /* a limit was broken */
};

/* The prefix is the writer's own choice. */
static bool is(const struct xml_event *e, const char *name)
{
	const char *colon = strchr(e->name, ':');

	return strcmp(colon == NULL ? e->name : colon + 1, name) == 0;
}

static bool hear(struct book *b, const struct xml_event *e)
{
	struct said *s = &b->said;

	if (!b->hears || b->apart)
		return true;
	if (s->n + e->n > XLSX_MOST_TEXT)
		return false;
	if (s->n + e->n + 1 > s->room) {
		size_t room = 2 * (s->n + e->n) + 64;
		char *more = arena_take(b->mem, room);

		if (s->n > 0)
			memcpy(more, s->text, s->n);
		s->text = more;
		s->room = room;
	}
	memcpy(s->text + s->n, e->text, e->n);
	s->n += e->n;
	s->text[s->n] = '\0';
	return true;
}

static const char *heard(struct book *b)
{
	const char *text = b->said.n == 0 ? "" : b->said.text;

	b->said.n = 0;
	if (*text == '\0')
		return "";
	text = text_trim(b->mem, text_normal(b->mem, text));
	return text_clean(text) ? text : "";
}

/* -- which sheets there are ----------------------------------------------- */

static bool each_sheet(void *context, const struct xml_event *e)
{
	struct book *b = context;
	const char *id = NULL, *name;

	if (e->kind != XML_START || !is(e, "sheet") ||
	    b->sheets->n >= XLSX_MOST_SHEETS)
		return true;
	name = xml_attribute(e, "name");
	for (size_t i = 0; e->attributes[i] != NULL; i += 2)
		if (strchr(e->attributes[i], ':') != NULL &&
		    strcmp(strchr(e->attributes[i], ':'), ":id") == 0)
			id = e->attributes[i + 1];
	if (name == NULL || id == NULL)
		return true;
	PUSH(b->mem, b->sheets)->name = arena_copy(b->mem, name);
	*PUSH(b->mem, &b->ids) = arena_copy(b->mem, id);
	return true;
}

static bool each_link(void *context, const struct xml_event *e)
{
	struct book *b = context;
	const char *id, *target;

	if (e->kind != XML_START || !is(e, "Relationship"))
		return true;
	id = xml_attribute(e, "Id");
	target = xml_attribute(e, "Target");
	if (id != NULL && target != NULL)
		*PUSH(b->mem, &b->links) = (struct link){
			arena_copy(b->mem, id), arena_copy(b->mem, target) };
	return true;
}

static const struct zip_part *part_of(struct book *b, const char *id)
{
	for (size_t i = 0; i < b->links.n; i++) {
		const char *to = b->links.v[i].target;

		if (!same(b->links.v[i].id, id))
			continue;
		return zip_named(&b->parts, *to == '/' ? to + 1 :
		                 arena_print(b->mem, "xl/%s", to));
	}
	return NULL;
}

/* -- shared strings ------------------------------------------------------- */

static bool each_string(void *context, const struct xml_event *e)
{
	struct book *b = context;
	bool begins = e->kind == XML_START;

	if (e->kind == XML_WORDS)
		return hear(b, e);
	if (is(e, "t"))
		b->hears = begins;
	else if (is(e, "rPh"))
		b->apart = begins;
	else if (is(e, "si") && !begins)
		*PUSH(b->mem, &b->strings) = heard(b);
	return b->strings.n <= MOST_STRINGS;
}

/* -- cells ---------------------------------------------------------------- */

/* "AB12" is column 28, from 1; 0 for none. */
static size_t column_of(const char *at)
{
	size_t n = 0;

	for (; at != NULL && *at >= 'A' && *at <= 'Z' && n < 100000; at++)
		n = n * 26 + (size_t)(*at - 'A') + 1;
	return n;
}

static const char *shortest(struct arena *mem, const char *text)
{
	char *end, out[40];
	double n = strtod(text, &end);

	if (*end != '\0' || end == text || !(n > -1e15 && n < 1e15))
		return text;
	snprintf(out, sizeof out, "%.12g", n);
	return arena_copy(mem, out);
}

static void put(struct book *b, struct sheet_cell cell)
{
	struct sheet_cells *cells = &b->row.cells;

	if (*cell.text == '\0')
		return;
	if (b->column > XLSX_MOST_COLUMNS || b->column <= cells->n) {
		b->full = true;
		return;
	}
	while (cells->n + 1 < b->column)
		PUSH(b->mem, cells)->text = "";
	*PUSH(b->mem, cells) = cell;
}

static void cell_end(struct book *b)
{
	struct sheet_cell cell = { .text = heard(b) };
	i64 no = -1;

	if (same(b->type, "s")) {
		cell.text = number_read(cell.text, 0, (i64)b->strings.n - 1,
		                        &no) ? b->strings.v[no] : "";
	} else if (b->type == NULL || same(b->type, "n")) {
		cell.number = *cell.text != '\0';
		cell.text = shortest(b->mem, cell.text);
	}
	put(b, cell);
}

static void cell_begin(struct book *b, const struct xml_event *e)
{
	size_t column = column_of(xml_attribute(e, "r"));

	b->column = column != 0 ? column : b->column + 1;
	b->type = arena_copy(b->mem, xml_attribute(e, "t"));
	b->said.n = 0;
}

static void row_begin(struct book *b, const struct xml_event *e)
{
	i64 line = 0;

	if (!number_read(or_empty(xml_attribute(e, "r")), 1, 1 << 30, &line))
		line = b->row.line + 1;
	b->row = (struct sheet_row){ .line = line };
	b->column = 0;
}

static void row_end(struct book *b)
{
	if (b->row.cells.n == 0)
		return;
	if (b->sheet->rows.n >= XLSX_MOST_ROWS)
		b->full = true;
	else
		*PUSH(b->mem, &b->sheet->rows) = b->row;
	b->row.cells = (struct sheet_cells){0};
}

static bool each_cell(void *context, const struct xml_event *e)
{
	struct book *b = context;
	bool begins = e->kind == XML_START;

	if (e->kind == XML_WORDS)
		return hear(b, e);
	if (is(e, "v") || is(e, "t"))
		b->hears = begins;
	else if (is(e, "rPh"))
		b->apart = begins;
	else if (is(e, "c"))
		begins ? cell_begin(b, e) : cell_end(b);
	else if (is(e, "row"))
		begins ? row_begin(b, e) : row_end(b);
	return !b->full;
}

/* -- all of it ------------------------------------------------------------ */

static enum status read_part(struct book *b, const char *name,
                             bool (*each)(void *, const struct xml_event *))
{
	const struct zip_part *part = zip_named(&b->parts, name);

	return part == NULL ? NOT_FOUND :
	       xml_read(part->bytes, each, b, NULL);
}

enum status xlsx_read(struct arena *mem, struct bytes in,
                      struct sheet_list *out)
{
	struct book b = { .mem = mem, .sheets = out };
	enum status strings;

	TRY(zip_unpack(mem, in, &b.parts));
	if (read_part(&b, "xl/workbook.xml", each_sheet) != OK ||
	    read_part(&b, "xl/_rels/workbook.xml.rels", each_link) != OK)
		return INVALID;
	strings = read_part(&b, "xl/sharedStrings.xml", each_string);
	if (strings != OK && strings != NOT_FOUND)
		return INVALID;
	for (size_t i = 0; i < out->n; i++) {
		const struct zip_part *part = part_of(&b, b.ids.v[i]);

		b.sheet = &out->v[i];
		b.row = (struct sheet_row){0};
		if (part != NULL)
			TRY(xml_read(part->bytes, each_cell, &b, NULL));
	}
	return out->n == 0 ? INVALID : OK;
}
