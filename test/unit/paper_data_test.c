#include "check.h"
#include "kit/csv.h"
#include "kit/json.h"
#include "kit/sandbox.h"
#include "office.h"
#include "sample_paper.h"

static struct paper *two_tables(struct arena *mem)
{
	struct paper *p = paper_new(mem, "sv", "Två tabeller");
	struct cell *c;

	paper_table(p, "Plan", 1);
	paper_row(p);
	paper_cell(p, CELL_COLUMN, "Åtgärd; med \"mål\"");
	paper_cell(p, CELL_COLUMN, "Kostnad");
	paper_cell(p, CELL_COLUMN, "Klart");
	paper_row(p);
	paper_cell(p, CELL_ROW, "=cmd()");
	c = paper_cell(p, CELL_TEXT, "−1 200 kronor");
	c->value = VALUE_NUMBER;
	c->number = -1200;
	c = paper_cell(p, CELL_TEXT, "1 oktober 2024");
	c->value = VALUE_DAY;
	c->number = 19997;
	paper_table(p, "Tom", 0);
	return p;
}

static const char *csv_of(struct arena *mem, const struct paper *p)
{
	struct bytes out = paper_csv(p, mem);

	return arena_text(mem, out.v, out.n);
}

TEST(tables_become_csv_as_a_swedish_spreadsheet_reads_it)
{
	struct arena *mem = arena_new();

	CHECK_TEXT(csv_of(mem, two_tables(mem)),
	           "\xEF\xBB\xBF\"Åtgärd; med \"\"mål\"\"\";Kostnad;Klart\r\n"
	           "'=cmd();-1200;2024-10-01\r\n\r\n");
	arena_free(mem);
}

/* Every first character that would make a formula, and what is a number. */
TEST(no_text_of_a_csv_is_taken_for_a_formula)
{
	struct arena *mem = arena_new();
	const char *text = csv_of(mem, awkward_paper(mem));
	struct csv all = csv_read(mem, (struct bytes){ text, strlen(text) });

	CHECK_INT(all.wrong_line, 0);
	CHECK(all.n > 40);
	for (size_t i = 0; i < all.n; i++) {
		for (size_t k = 0; k < all.v[i].cells.n; k++) {
			const char *cell = all.v[i].cells.v[k];

			CHECK(*cell == '\0' || strchr("=+-@", *cell) == NULL);
		}
	}
	arena_free(mem);
}

TEST(tables_become_json_with_numbers_as_numbers)
{
	struct arena *mem = arena_new();
	struct bytes out = paper_json(two_tables(mem), mem);
	struct json_reader in = json_read(mem, out);
	const struct json *table, *row;

	CHECK_INT(json_length(&in, in.root, NULL, 9, true), 2);
	table = json_at(&in, in.root, NULL, 0);
	CHECK_TEXT(json_text(&in, table, "title", 99, true), "Plan");
	CHECK_TEXT(json_text_at(&in, table, "columns", 1, 99), "Kostnad");
	CHECK_INT(json_length(&in, table, "rows", 9, true), 1);
	row = json_at(&in, table, "rows", 0);
	CHECK_TEXT(json_text_at(&in, row, NULL, 0, 99), "=cmd()");
	CHECK_INT(json_int(&in, json_at(&in, row, NULL, 1), NULL, -9999, 0,
	                   true), -1200);
	CHECK_TEXT(json_text_at(&in, row, NULL, 2, 99), "2024-10-01");
	CHECK_INT(in.wrong, JSON_FINE);
	json_close(&in);
	arena_free(mem);
}

TEST(a_paper_is_packed_with_its_kind_and_the_values_of_its_cells)
{
	struct arena *mem = arena_new();
	struct paper *p = two_tables(mem);
	struct bytes out;

	p->kind = PAPER_CSV;
	CHECK_OK(paper_work(mem, paper_pack(p), &out));
	CHECK_TEXT(arena_text(mem, out.v, out.n), csv_of(mem, p));
	p->kind = PAPER_DOCX;
	CHECK_OK(paper_work(mem, paper_pack(p), &out));
	CHECK_INT(office_parts(mem, out).n > 8, true);
	arena_free(mem);
}

/* Where nothing may make a file, run or connect. */
TEST(every_kind_of_paper_is_made_in_the_sandbox)
{
	static const struct work works[] = {
		{ "paper", paper_work, 20, 512, true }, { 0 },
	};
	struct sandbox *box = sandbox_start(works);
	struct arena *mem = arena_new();
	struct paper *p = sample_paper(mem);
	struct bytes here, there;

	paper_figure(p, figure_new(mem, "f", "T", "F", 100, 100));
	for (int i = 0; i < PAPER_KINDS; i++) {
		p->kind = (enum paper_kind)i;
		CHECK_OK(sandbox_do(box, works, "paper", mem, paper_pack(p),
		                    &there));
		CHECK_OK(paper_work(mem, paper_pack(p), &here));
		CHECK_INT(here.n, there.n);
		CHECK(memcmp(here.v, there.v, here.n) == 0);
	}
	sandbox_stop(box);
	arena_free(mem);
}

TEST(a_kind_of_paper_has_the_name_its_files_end_with)
{
	static const char *const none[] = { "", "PDF", "exe", "docx.pdf" };
	enum paper_kind kind;

	for (int i = 0; i < PAPER_KINDS; i++) {
		CHECK(paper_kind_named(paper_kind_name((enum paper_kind)i),
		                       &kind));
		CHECK_INT(kind, i);
	}
	for (size_t i = 0; i < COUNT(none); i++)
		CHECK(!paper_kind_named(none[i], &kind));
}

TEST(data_keeps_what_a_cell_of_a_spreadsheet_cannot_hold)
{
	struct arena *mem = arena_new();
	struct paper *p = paper_new(mem, "sv", "Långt");
	char *text = arena_take(mem, 40001);
	struct bytes csv;

	memset(text, 'a', 40000);
	text[40000] = '\0';
	paper_heading(p, 1, NULL, "Långt");
	paper_table(p, "Långt", 0);
	paper_row(p);
	paper_cell(p, CELL_TEXT, text);
	csv = paper_csv(p, mem);
	CHECK(strstr(arena_text(mem, csv.v, csv.n), text) != NULL);
	arena_free(mem);
}
