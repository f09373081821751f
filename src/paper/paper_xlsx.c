/*
 * The tables of a paper as a workbook, a sheet each, after one that says what
 * it is. Keeps libxlsxwriter.
 *
 * The library would put its parts together in files of its own, and where this
 * runs nothing may make a file. So each part is asked for alone, in memory, and
 * packed here; the bytes are then also the same each time.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <xlsxwriter.h>
#include <xlsxwriter/shared_strings.h>
#include <xlsxwriter/styles.h>
#include <xlsxwriter/theme.h>

#include "base/text.h"
#include "kit/icu.h"
#include "paper/xlsx.h"

enum {
	EPOCH = 25569,          /* 1 January 1970, as Excel counts days */
	LINE = 15,              /* points */
};

struct book {
	struct arena       *mem;
	const struct paper *paper;
	lxw_workbook       *workbook;
	struct text_list    names;      /* of sheets */
	lxw_format         *title, *plain, *strong, *head, *group, *day,
	                   *number, *link, *typed;
};

/* -- parts in memory ----------------------------------------------------- */

struct part { char *text; size_t n; FILE *file; };

static FILE *part_open(struct part *p)
{
	*p = (struct part){0};
	p->file = open_memstream(&p->text, &p->n);
	if (p->file == NULL)
		panic("no memory for a workbook");
	return p->file;
}

static void part_close(struct book *b, struct zip_parts *parts,
                       const char *name, struct part *p)
{
	if (fclose(p->file) != 0)
		panic("no memory for a workbook");
	*PUSH(b->mem, parts) = (struct zip_part){
		name, { arena_text(b->mem, p->text, p->n), p->n }
	};
	free(p->text);
}

/* -- looks --------------------------------------------------------------- */

static lxw_format *look(struct book *b, bool strong)
{
	lxw_format *f = workbook_add_format(b->workbook);

	format_set_align(f, LXW_ALIGN_VERTICAL_TOP);
	format_set_text_wrap(f);
	if (strong)
		format_set_bold(f);
	return f;
}

static void looks(struct book *b)
{
	const struct brand *brand = b->paper->brand;
	unsigned colour = brand != NULL && brand->colour != 0 ?
	                  brand->colour : 0x0a5162;

	b->plain = look(b, false);
	b->strong = look(b, true);
	b->title = workbook_add_format(b->workbook);
	format_set_bold(b->title);
	format_set_font_size(b->title, 16);
	b->head = look(b, true);
	format_set_bottom(b->head, LXW_BORDER_MEDIUM);
	format_set_font_color(b->head, colour);
	b->group = workbook_add_format(b->workbook);
	format_set_bold(b->group);
	format_set_bg_color(b->group, 0xf1f5f6);
	b->day = look(b, false);
	format_set_num_format(b->day, "yyyy\\-mm\\-dd");
	format_set_align(b->day, LXW_ALIGN_LEFT);
	b->number = look(b, false);
	format_set_num_format(b->number, "#,##0");
	b->typed = look(b, false);
	format_set_num_format(b->typed, "@");
	b->link = look(b, false);
	format_set_font_color(b->link, colour);
	format_set_underline(b->link, LXW_UNDERLINE_SINGLE);
}

static lxw_format *look_of(const struct book *b, const struct cell *c)
{
	if (c->value == VALUE_TYPED)
		return b->typed;
	switch (c->kind) {
	case CELL_COLUMN:
		return b->head;
	case CELL_ROW:
		return b->strong;
	case CELL_GROUP:
		return b->group;
	case CELL_TEXT:
		break;
	}
	return b->plain;
}

/* -- sheets -------------------------------------------------------------- */

/* The library takes the address as the words first; ours replace them. */
static void put_link(struct book *b, lxw_worksheet *sheet, lxw_row_t row,
                     lxw_col_t column, const char *link, const char *words)
{
	if (worksheet_write_url(sheet, row, column, link, b->link) ==
	    LXW_NO_ERROR)
		worksheet_write_string(sheet, row, column, words, b->link);
	else
		worksheet_write_string(sheet, row, column, words, b->plain);
}

static void put_cell(struct book *b, lxw_worksheet *sheet, lxw_row_t row,
                     lxw_col_t column, const struct cell *c)
{
	const char *words = xlsx_cut(b->mem, office_cell(b->mem, c),
	                             XLSX_CELL);
	const char *link = xlsx_link(b->mem, c);

	if (c->value == VALUE_NUMBER)
		worksheet_write_number(sheet, row, column, (double)c->number,
		                       b->number);
	else if (c->value == VALUE_DAY && c->number > -EPOCH)
		worksheet_write_number(sheet, row, column,
		                       (double)(c->number + EPOCH), b->day);
	else if (*words == '\0')
		worksheet_write_blank(sheet, row, column, look_of(b, c));
	else if (link != NULL)
		put_link(b, sheet, row, column, link, words);
	else
		worksheet_write_string(sheet, row, column, words,
		                       look_of(b, c));
}

static lxw_worksheet *add_sheet(struct book *b, const char *title)
{
	const char *name = xlsx_sheet_name(b->mem, title, &b->names);
	lxw_worksheet *sheet = workbook_add_worksheet(b->workbook, name);

	if (sheet == NULL)
		panic("a sheet cannot be called %s", name);
	worksheet_set_paper(sheet, 9);          /* A4 */
	worksheet_set_landscape(sheet);
	worksheet_fit_to_pages(sheet, 1, 0);
	return sheet;
}

static const char *caption(const struct block *table)
{
	return table->spans.n > 0 ? or_empty(table->spans.v[0].text) : "";
}

static bool heads_rows(const struct block *b)
{
	size_t at = b->head_rows;

	return at < b->rows.n && b->rows.v[at].cells.n > 0 &&
	       b->rows.v[at].cells.v[0].kind == CELL_ROW;
}

static void open_at(lxw_worksheet *sheet)
{
	worksheet_activate(sheet);
	sheet->active = LXW_TRUE;
}

static void table_sheet(struct book *b, const struct block *table)
{
	lxw_worksheet *sheet = add_sheet(b, caption(table));
	size_t columns = table_columns(table);
	double width[COUNT(table->width)];

	for (size_t i = 0; i < columns; i++) {
		width[i] = xlsx_width(b->mem, table, i);
		worksheet_set_column(sheet, (lxw_col_t)i, (lxw_col_t)i,
		                     width[i], NULL);
	}
	for (size_t i = 0; i < table->rows.n && i < XLSX_ROWS; i++) {
		const struct cell_list *cells = &table->rows.v[i].cells;

		worksheet_set_row(sheet, (lxw_row_t)i, LINE * xlsx_lines(
		                  b->mem, &table->rows.v[i], width), NULL);
		for (size_t k = 0; k < cells->n; k++)
			put_cell(b, sheet, (lxw_row_t)i, (lxw_col_t)k,
			         &cells->v[k]);
	}
	worksheet_freeze_panes(sheet, (lxw_row_t)table->head_rows,
	                       heads_rows(table) ? 1 : 0);
	if (table->new_page)
		open_at(sheet);
}

static void about_line(struct book *b, lxw_worksheet *sheet, lxw_row_t *row,
                       const char *text, lxw_format *format)
{
	if (text_blank(text))
		return;
	worksheet_write_string(sheet, (*row)++, 0, xlsx_cut(b->mem,
		office_plain(b->mem, text, '\n'), XLSX_CELL), format);
}

/* What it is, whose and when; then what each sheet holds. */
static void about_sheet(struct book *b)
{
	const struct paper *p = b->paper;
	bool english = p->language[0] == 'e', elsewhere = false;
	lxw_worksheet *sheet = add_sheet(b, english ? "About" : "Om");
	lxw_row_t row = 0;

	worksheet_set_column(sheet, 0, 0, 80, NULL);
	about_line(b, sheet, &row, p->title, b->title);
	about_line(b, sheet, &row, p->author, b->plain);
	about_line(b, sheet, &row, p->subject, b->plain);
	worksheet_write_number(sheet, row++, 0, (double)(EPOCH +
	                       day_of_instant(p->made_at)), b->day);
	row++;
	for (const struct block *t = p->first; t != NULL; t = t->next) {
		if (t->kind != BLOCK_TABLE)
			continue;
		about_line(b, sheet, &row, caption(t), b->plain);
		elsewhere = elsewhere || t->new_page;
	}
	if (!elsewhere)
		open_at(sheet);
}

/* -- the package --------------------------------------------------------- */

static void sheet_links(struct book *b, struct zip_parts *parts,
                        lxw_worksheet *sheet, int no)
{
	struct markup m = markup_in(b->mem);
	lxw_rel_tuple *link;
	int count = 0;

	if (STAILQ_EMPTY(sheet->external_hyperlinks))
		return;
	emit(&m, OFFICE_XML "<Relationships xmlns='" OFFICE_PACKAGE
	     "relationships'>\n");
	for (link = STAILQ_FIRST(sheet->external_hyperlinks); link != NULL;
	     link = STAILQ_NEXT(link, list_pointers))
		emit(&m, "<Relationship Id='rId%d' Type='" OFFICE_RELATION
		     "hyperlink' Target='%s' TargetMode='External'/>\n",
		     ++count, link->target);
	emit(&m, "</Relationships>\n");
	office_add(b->mem, parts, arena_print(b->mem,
	           "xl/worksheets/_rels/sheet%d.xml.rels", no), &m);
}

/* Sheets first: as they are written they say which formats they use. */
static int sheets(struct book *b, struct zip_parts *parts)
{
	lxw_worksheet *sheet;
	struct part p;
	int no = 0;

	for (sheet = STAILQ_FIRST(b->workbook->worksheets); sheet != NULL;
	     sheet = STAILQ_NEXT(sheet, list_pointers)) {
		sheet->file = part_open(&p);
		lxw_worksheet_assemble_xml_file(sheet);
		part_close(b, parts, arena_print(b->mem,
		           "xl/worksheets/sheet%d.xml", ++no), &p);
		sheet_links(b, parts, sheet, no);
	}
	return no;
}

static void styles_part(struct book *b, struct zip_parts *parts)
{
	lxw_styles *styles = lxw_styles_new();
	lxw_hash_element *used;
	struct part p;

	for (used = STAILQ_FIRST(b->workbook->used_xf_formats->order_list);
	     used != NULL; used = STAILQ_NEXT(used, lxw_hash_order_pointers)) {
		lxw_format *copy = lxw_format_new();

		memcpy(copy, used->value, sizeof *copy);
		STAILQ_INSERT_TAIL(styles->xf_formats, copy, list_pointers);
	}
	styles->font_count = b->workbook->font_count;
	styles->border_count = b->workbook->border_count;
	styles->fill_count = b->workbook->fill_count;
	styles->num_format_count = b->workbook->num_format_count;
	styles->xf_count = b->workbook->used_xf_formats->unique_count;
	styles->file = part_open(&p);
	lxw_styles_assemble_xml_file(styles);
	part_close(b, parts, "xl/styles.xml", &p);
	lxw_styles_free(styles);
}

static void book_parts(struct book *b, struct zip_parts *parts)
{
	lxw_theme *theme = lxw_theme_new();
	struct part p;

	b->workbook->file = part_open(&p);
	lxw_workbook_assemble_xml_file(b->workbook);
	part_close(b, parts, "xl/workbook.xml", &p);
	b->workbook->sst->file = part_open(&p);
	lxw_sst_assemble_xml_file(b->workbook->sst);
	part_close(b, parts, "xl/sharedStrings.xml", &p);
	theme->file = part_open(&p);
	lxw_theme_assemble_xml_file(theme);
	part_close(b, parts, "xl/theme/theme1.xml", &p);
	lxw_theme_free(theme);
	styles_part(b, parts);
}

static const struct { const char *name, *what, *kind; } shared[] = {
	{ "theme/theme1", "theme", "theme" },
	{ "styles", "styles", "spreadsheetml.styles" },
	{ "sharedStrings", "sharedStrings", "spreadsheetml.sharedStrings" },
};

static void book_links(struct book *b, struct zip_parts *parts, int n)
{
	struct markup m = markup_in(b->mem);

	emit(&m, OFFICE_XML "<Relationships xmlns='" OFFICE_PACKAGE
	     "relationships'>\n");
	for (int i = 1; i <= n; i++)
		emit(&m, "<Relationship Id='rId%d' Type='" OFFICE_RELATION
		     "worksheet' Target='worksheets/sheet%d.xml'/>\n", i, i);
	for (size_t i = 0; i < COUNT(shared); i++)
		emit(&m, "<Relationship Id='rId%d' Type='" OFFICE_RELATION
		     "%s' Target='%s.xml'/>\n", n + 1 + (int)i,
		     shared[i].what, shared[i].name);
	emit(&m, "</Relationships>\n");
	office_add(b->mem, parts, "xl/_rels/workbook.xml.rels", &m);
}

static void kinds(struct book *b, struct zip_parts *parts, int n)
{
	struct markup m = markup_in(b->mem);

	office_kinds(&m);
	emit(&m, "<Override PartName='/xl/workbook.xml' ContentType='"
	     OFFICE_KIND "spreadsheetml.sheet.main+xml'/>\n");
	for (int i = 1; i <= n; i++)
		emit(&m, "<Override PartName='/xl/worksheets/sheet%d.xml'"
		     " ContentType='" OFFICE_KIND "spreadsheetml.worksheet"
		     "+xml'/>\n", i);
	for (size_t i = 0; i < COUNT(shared); i++)
		emit(&m, "<Override PartName='/xl/%s.xml' ContentType='"
		     OFFICE_KIND "%s+xml'/>\n", shared[i].name,
		     shared[i].kind);
	emit(&m, "</Types>\n");
	office_add(b->mem, parts, "[Content_Types].xml", &m);
}

enum status paper_xlsx(const struct paper *p, struct arena *mem,
                       struct bytes *out)
{
	struct book b = { .mem = mem, .paper = p,
	                  .workbook = workbook_new("") };
	struct zip_parts parts = {0}, inside = {0};
	int n;

	if (b.workbook == NULL)
		panic("no memory for a workbook");
	looks(&b);
	about_sheet(&b);
	for (const struct block *t = p->first; t != NULL; t = t->next) {
		if (t->kind == BLOCK_TABLE)
			table_sheet(&b, t);
	}
	n = sheets(&b, &inside);
	book_parts(&b, &inside);
	kinds(&b, &parts, n);
	office_about(p, mem, "xl/workbook.xml", &parts);
	book_links(&b, &parts, n);
	for (size_t i = 0; i < inside.n; i++)
		*PUSH(mem, &parts) = inside.v[i];
	lxw_workbook_free(b.workbook);
	*out = zip_pack(mem, &parts);
	return OK;
}
