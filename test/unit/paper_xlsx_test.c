#include "check.h"
#include "office.h"
#include "paper/xlsx.h"
#include "sample_paper.h"

static struct bytes made(struct arena *mem, const struct paper *p)
{
	struct bytes out;

	CHECK_OK(paper_xlsx(p, mem, &out));
	return out;
}

static const char *sheet_of(struct arena *mem, const struct paper *p, int no)
{
	struct zip_parts parts = office_parts(mem, made(mem, p));

	return office_text(mem, &parts, arena_print(mem,
	                   "xl/worksheets/sheet%d.xml", no));
}

static struct paper *one_cell(struct arena *mem, enum cell_value value,
                              i64 number, const char *text)
{
	struct paper *p = paper_new(mem, "sv", "En cell");
	struct cell *c;

	paper_table(p, "Tabell", 0);
	paper_row(p);
	c = paper_cell(p, CELL_TEXT, text);
	c->value = value;
	c->number = number;
	return p;
}

TEST(a_workbook_is_the_same_bytes_each_time)
{
	struct arena *mem = arena_new();
	struct bytes a = made(mem, sample_paper(mem)),
	             b = made(mem, sample_paper(mem));

	CHECK_INT(a.n, b.n);
	CHECK(memcmp(a.v, b.v, a.n) == 0);
	arena_free(mem);
}

TEST(each_table_is_a_sheet_after_one_that_says_what_it_is)
{
	struct arena *mem = arena_new();
	struct zip_parts parts = office_parts(mem, made(mem,
	                                      sample_paper(mem)));
	const char *book = office_text(mem, &parts, "xl/workbook.xml");
	const char *texts = office_text(mem, &parts, "xl/sharedStrings.xml");

	CHECK_HAS(book, "<sheet name=\"Om\"");
	CHECK_HAS(book, "<sheet name=\"Fyndens märken- tre prioriterin\"");
	CHECK_HAS(book, "<sheet name=\"Åtgärder\"");
	CHECK_INT(office_count(book, "<sheet "), 3);
	CHECK_HAS(texts, ">Säkring av regionalt serviceprogram<");
	CHECK_HAS(texts, ">Region Norrskog<");
	CHECK_HAS(texts, ">1 Ingen fattigdom<");
	CHECK_HAS(office_text(mem, &parts, "docProps/core.xml"),
	          ">2026-11-21T09:00:00Z</dcterms:created>");
	arena_free(mem);
}

TEST(the_head_of_a_sheet_stands_still_and_what_names_its_rows_too)
{
	struct arena *mem = arena_new();

	CHECK_HAS(sheet_of(mem, sample_paper(mem), 3),
	          "<pane xSplit=\"1\" ySplit=\"1\" topLeftCell=\"B2\"");
	arena_free(mem);
}

TEST(numbers_and_days_are_typed_and_a_negative_number_stays_one)
{
	struct arena *mem = arena_new();

	CHECK_HAS(sheet_of(mem, one_cell(mem, VALUE_NUMBER, -12, "−12"), 2),
	          "<v>-12</v>");
	CHECK_HAS(sheet_of(mem, one_cell(mem, VALUE_DAY, 20000, "en dag"), 2),
	          "<v>45569</v>");
	CHECK_HAS(sheet_of(mem, one_cell(mem, VALUE_TEXT, 0, "-12"), 2),
	          "t=\"s\"");
	arena_free(mem);
}

TEST(no_text_in_a_workbook_is_ever_a_formula_or_markup)
{
	struct arena *mem = arena_new();
	struct zip_parts parts = office_parts(mem, made(mem,
	                                      awkward_paper(mem)));
	const char *texts = office_text(mem, &parts, "xl/sharedStrings.xml");

	for (size_t i = 0; i < parts.n; i++) {
		const char *text = arena_text(mem, parts.v[i].bytes.v,
		                              parts.v[i].bytes.n);

		CHECK_HAS_NOT(text, "<f>");
		CHECK_HAS_NOT(text, "<f ");
		CHECK_HAS_NOT(text, "<script");
	}
	CHECK_HAS(texts, ">=cmd()<");
	CHECK_HAS(texts, ">+1+1<");
	CHECK_HAS(texts, "مرحبا بالعالم");
	CHECK_HAS(texts, "Gáivuotna, Ŋ đ š ŧ ž");
	CHECK_HAS(texts, "👩‍👩‍👧‍👦 🏔️");
	arena_free(mem);
}

TEST(sheets_have_names_that_excel_takes_each_once)
{
	struct arena *mem = arena_new();
	struct text_list taken = {0};

	CHECK_TEXT(xlsx_sheet_name(mem, "Åtgärder", &taken), "Åtgärder");
	CHECK_TEXT(xlsx_sheet_name(mem, "åtgärder", &taken), "åtgärder 2");
	CHECK_TEXT(xlsx_sheet_name(mem, "a/b:c*d?[e]\\", &taken),
	           "a-b-c-d--e--");
	CHECK_TEXT(xlsx_sheet_name(mem, "''quoted' ", &taken), "quoted");
	CHECK_TEXT(xlsx_sheet_name(mem, "", &taken), "-");
	CHECK_TEXT(xlsx_sheet_name(mem, " ' ", &taken), "- 2");
	CHECK_TEXT(xlsx_sheet_name(mem, "1234567890123456789012345678901234",
	                           &taken), "1234567890123456789012345678901");
	CHECK_TEXT(xlsx_sheet_name(mem, "1234567890123456789012345678901234",
	                           &taken), "12345678901234567890123456 2");
	CHECK_TEXT(xlsx_sheet_name(mem, "123456789012345678901234567890🏔",
	                           &taken), "123456789012345678901234567890");
	arena_free(mem);
}

TEST(a_text_longer_than_a_cell_may_be_is_cut_and_the_file_is_whole)
{
	struct arena *mem = arena_new();
	char *much = arena_take(mem, XLSX_CELL + 11);

	memset(much, 'x', XLSX_CELL + 10);
	CHECK_INT(strlen(xlsx_cut(mem, much, XLSX_CELL)), XLSX_CELL);
	CHECK_HAS(sheet_of(mem, one_cell(mem, VALUE_TEXT, 0, much), 2),
	          "t=\"s\"");
	arena_free(mem);
}

TEST(a_cell_that_leads_to_an_address_is_a_link_with_its_own_words)
{
	struct arena *mem = arena_new();
	struct paper *p = one_cell(mem, VALUE_TEXT, 0, "A1");
	struct zip_parts parts;

	p->last->rows.v[0].cells.v[0].lines.v[0].link =
		"https://vagval.example/a/B7KQ/actions/1?x=1&y=2";
	parts = office_parts(mem, made(mem, p));
	CHECK_HAS(office_text(mem, &parts,
	          "xl/worksheets/_rels/sheet2.xml.rels"),
	          "Target='https://vagval.example/a/B7KQ/actions/1?x=1&amp;"
	          "y=2'");
	CHECK_HAS(office_text(mem, &parts, "xl/worksheets/sheet2.xml"),
	          "<hyperlink ref=\"A1\" r:id=\"rId1\"");
	CHECK_HAS(office_text(mem, &parts, "xl/sharedStrings.xml"), ">A1<");
	arena_free(mem);
}

TEST(a_workbook_holds_a_table_of_two_thousand_rows)
{
	struct arena *mem = arena_new();

	CHECK_INT(office_count(sheet_of(mem, wide_paper(mem, 2000), 2),
	                       "<row "), 2001);
	arena_free(mem);
}
