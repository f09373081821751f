/* Documents and workbooks read: those of ours, and those of others. */
#include "check.h"
#include "docx.h"
#include "kit/docx_read.h"
#include "kit/xlsx_read.h"
#include "paper/paper.h"

static const char *read_body(struct arena *mem, const char *body)
{
	char *out = "";

	CHECK_OK(docx_read(mem, docx_made(mem, &(struct docx_made){
		.body = body }), &out));
	return out;
}

TEST(paragraphs_are_lines_and_a_row_of_a_table_is_one)
{
	struct arena *mem = arena_new();

	CHECK_TEXT(read_body(mem, "<w:p><w:r><w:t>Åtgärder </w:t></w:r><w:r>"
		"<w:t>nu</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:p><w:r><w:t>A"
		"</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>B</w:t></w:r>"
		"</w:p></w:tc></w:tr></w:tbl><w:p><w:r><w:t>Slut</w:t></w:r>"
		"</w:p>"), "Åtgärder nu\nA \tB \t\nSlut");
	CHECK_TEXT(read_body(mem, "<w:p><w:del><w:r><w:delText>gick"
		"</w:delText></w:r></w:del><w:ins><w:r><w:t>går</w:t></w:r>"
		"</w:ins><w:r><w:instrText>DATE</w:instrText></w:r></w:p>"),
		"går");
	arena_free(mem);
}

TEST(what_is_no_document_is_refused)
{
	struct arena *mem = arena_new();
	struct zip_parts other = {0};
	char *out = NULL;

	*PUSH(mem, &other) = (struct zip_part){ "a.xml", { "<a/>", 4 } };
	CHECK_INT(docx_read(mem, (struct bytes){ "nej", 3 }, &out), INVALID);
	CHECK_INT(docx_read(mem, zip_pack(mem, &other), &out),
	          INVALID);
	arena_free(mem);
}

/* -- workbooks ------------------------------------------------------------ */

static struct bytes book(struct arena *mem, const char *rows)
{
	struct zip_parts all = {0};
	const struct { const char *name, *text; } parts[] = {
		{ "xl/workbook.xml", "<workbook xmlns:r='r'><sheets>"
		  "<sheet name='Blad' sheetId='1' r:id='x'/></sheets>"
		  "</workbook>" },
		{ "xl/_rels/workbook.xml.rels", "<Relationships>"
		  "<Relationship Id='x' Target='worksheets/a.xml'/>"
		  "</Relationships>" },
		{ "xl/sharedStrings.xml", "<sst><si><t>Fynd</t></si><si><r>"
		  "<t>två </t></r><r><t>delar</t></r><rPh><t>nej</t></rPh>"
		  "</si></sst>" },
		{ "xl/worksheets/a.xml", arena_print(mem, "<worksheet>"
		  "<sheetData>%s</sheetData></worksheet>", rows) },
	};

	for (size_t i = 0; i < COUNT(parts); i++)
		*PUSH(mem, &all) = (struct zip_part){ parts[i].name,
			{ parts[i].text, strlen(parts[i].text) } };
	return zip_pack(mem, &all);
}

TEST(cells_are_shared_inline_numbers_and_what_formulas_came_to)
{
	struct arena *mem = arena_new();
	struct sheet_list all = {0};
	const struct sheet_row *r;

	CHECK_OK(xlsx_read(mem, book(mem, "<row r='2'><c r='A2' t='s'><v>0"
		"</v></c><c r='B2' t='inlineStr'><is><t>här</t></is></c>"
		"<c r='D2'><v>8.0999999999999996</v></c></row><row r='3'>"
		"<c r='A3' s='1'/></row><row r='9'><c r='A9' t='str'>"
		"<f>WEBSERVICE(\"http://x\")</f><v>värde</v></c>"
		"<c r='B9' t='s'><v>1</v></c></row>"), &all));
	CHECK_INT(all.n, 1);
	CHECK_TEXT(all.v[0].name, "Blad");
	CHECK_INT(all.v[0].rows.n, 2);
	r = &all.v[0].rows.v[0];
	CHECK_INT(r->line, 2);
	CHECK_INT(r->cells.n, 4);
	CHECK_TEXT(r->cells.v[0].text, "Fynd");
	CHECK_TEXT(r->cells.v[1].text, "här");
	CHECK_TEXT(r->cells.v[2].text, "");
	CHECK_TEXT(r->cells.v[3].text, "8.1");
	CHECK(r->cells.v[3].number && !r->cells.v[0].number);
	r = &all.v[0].rows.v[1];
	CHECK_INT(r->line, 9);
	CHECK_TEXT(r->cells.v[0].text, "värde");
	CHECK_TEXT(r->cells.v[1].text, "två delar");
	arena_free(mem);
}

TEST(a_workbook_of_ours_is_read_back)
{
	struct arena *mem = arena_new();
	struct paper *p = paper_new(mem, "sv", "Bok");
	struct sheet_list all = {0};
	struct bytes out;

	paper_table(p, "Åtgärder", 1);
	paper_row(p);
	paper_cell(p, CELL_COLUMN, "Åtgärd");
	paper_row(p);
	paper_cell(p, CELL_TEXT, "=1+1");
	CHECK_OK(paper_xlsx(p, mem, &out));
	CHECK_OK(xlsx_read(mem, out, &all));
	CHECK_INT(all.n, 2);
	CHECK_TEXT(all.v[1].name, "Åtgärder");
	CHECK_TEXT(all.v[1].rows.v[1].cells.v[0].text, "=1+1");
	arena_free(mem);
}

TEST(a_workbook_over_its_limits_is_refused)
{
	struct arena *mem = arena_new();
	struct sheet_list all = {0};
	const char *row = "<row><c><v>1</v></c></row>";
	char *rows = arena_take(mem, 5001 * strlen(row) + 1);

	for (size_t i = 0; i < 5001; i++)
		memcpy(rows + i * strlen(row), row, strlen(row));
	CHECK_INT(xlsx_read(mem, book(mem, rows), &all), INVALID);
	CHECK_INT(xlsx_read(mem, book(mem, "<row><c r='ZZZ1'><v>1</v></c>"
	          "</row>"), &all), INVALID);
	CHECK_INT(xlsx_read(mem, book(mem, "<row><c><v>1</row>"), &all),
	          INVALID);
	CHECK_INT(xlsx_read(mem, (struct bytes){ "PK", 2 }, &all), INVALID);
	arena_free(mem);
}
