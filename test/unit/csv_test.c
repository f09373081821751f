#include "check.h"
#include "kit/csv.h"

static struct csv reading(struct arena *mem, const char *text)
{
	return csv_read(mem, (struct bytes){ text, strlen(text) });
}

/* All of it on one line: cells after |, rows after / and their line number. */
static char *told(struct arena *mem, const char *text)
{
	struct csv all = reading(mem, text);
	char *out = "";

	for (size_t i = 0; i < all.n; i++) {
		out = arena_print(mem, "%s/%lld", out, all.v[i].line);
		for (size_t j = 0; j < all.v[i].cells.n; j++)
			out = arena_print(mem, "%s|%s", out,
			                  all.v[i].cells.v[j]);
	}
	if (all.wrong_line != 0)
		out = arena_print(mem, "%s!%lld", out, all.wrong_line);
	return out;
}

TEST(the_separator_is_the_one_the_first_line_has_most_of)
{
	struct arena *mem = arena_new();

	CHECK_TEXT(told(mem, "a;b,c;d\n1;2;3"), "/1|a|b,c|d/2|1|2|3");
	CHECK_TEXT(told(mem, "a,b,c;d\n1,2,3"), "/1|a|b|c;d/2|1|2|3");
	CHECK_TEXT(told(mem, "a\tb\n1\t2"), "/1|a|b/2|1|2");
	CHECK_TEXT(told(mem, "\"x,y,z\";b\n1;2"), "/1|x,y,z|b/2|1|2");
	CHECK_TEXT(told(mem, "alone\n1;2"), "/1|alone/2|1|2");
	arena_free(mem);
}

TEST(rows_end_as_any_machine_ends_them)
{
	struct arena *mem = arena_new();

	CHECK_TEXT(told(mem, "a;b\n1;2\n"), "/1|a|b/2|1|2");
	CHECK_TEXT(told(mem, "a;b\r\n1;2\r\n"), "/1|a|b/2|1|2");
	CHECK_TEXT(told(mem, "a;b\r1;2\r"), "/1|a|b/2|1|2");
	CHECK_TEXT(told(mem, "a;b\n1;2"), "/1|a|b/2|1|2");
	CHECK_TEXT(told(mem, ""), "");
	CHECK_TEXT(told(mem, "\n\n"), "");
	CHECK_TEXT(told(mem, "\xEF\xBB\xBF" "a;b\n"), "/1|a|b");
	arena_free(mem);
}

TEST(quoted_cells_hold_anything)
{
	struct arena *mem = arena_new();

	CHECK_TEXT(told(mem, "a;\"b;c\";\"say \"\"hej\"\"\"\n"),
	           "/1|a|b;c|say \"hej\"");
	CHECK_TEXT(told(mem, "a;\"one\r\n\r\ntwo\";c\r\nd\r\n"),
	           "/1|a|one\n\ntwo|c/4|d");
	arena_free(mem);
}

TEST(a_row_knows_the_line_where_it_began)
{
	struct arena *mem = arena_new();

	CHECK_TEXT(told(mem, "\n \na\n\n\"b\nc\"\nd\n;;\ne"),
	           "/3|a/5|b\nc/7|d/9|e");
	arena_free(mem);
}

TEST(cells_are_trimmed_and_normal_and_empty_rows_left_out)
{
	struct arena *mem = arena_new();

	CHECK_TEXT(told(mem, "  a  ;\" b \";A\xCC\x8Are;\n ; ;\n1;;3\n"),
	           "/1|a|b|Åre|/3|1||3");
	arena_free(mem);
}

TEST(reading_stops_at_what_cannot_be_read)
{
	struct arena *mem = arena_new();

	CHECK_TEXT(told(mem, "a;b\nc;\xE5\n"), "!1");
	CHECK_TEXT(told(mem, "a;b\nc;d\"e\nf;g\n"), "/1|a|b!2");
	CHECK_TEXT(told(mem, "a;b\n\"c;d\ne\n"), "/1|a|b!2");
	CHECK_TEXT(told(mem, "a;b\n\"c\"d;e\n"), "/1|a|b!2");
	CHECK_TEXT(told(mem, "a;b\nc;\x1B[1m\nd;e\n"), "/1|a|b!2");
	CHECK_INT(csv_read(mem, (struct bytes){ "a\0b", 3 }).wrong_line, 1);
	arena_free(mem);
}

TEST(a_row_has_at_most_two_hundred_cells)
{
	struct arena *mem = arena_new();
	char text[1000] = "a\n";

	memset(text + 2, ';', 199);
	text[201] = 'x';
	CHECK_INT(reading(mem, text).wrong_line, 0);
	CHECK_INT(reading(mem, text).v[1].cells.n, 200);
	memset(text + 2, ';', 200);
	CHECK_INT(reading(mem, text).wrong_line, 2);
	arena_free(mem);
}

TEST(a_file_has_at_most_a_hundred_thousand_rows)
{
	struct arena *mem = arena_new();
	const size_t most = 100 * 1000;
	char *text = arena_take(mem, 2 * most + 3);
	struct csv all;

	for (size_t i = 0; i <= most; i++)
		memcpy(text + 2 * i, "a\n", 2);
	all = csv_read(mem, (struct bytes){ text, 2 * most });
	CHECK(all.n == most && all.wrong_line == 0);
	all = csv_read(mem, (struct bytes){ text, 2 * most + 2 });
	CHECK(all.n == most && all.wrong_line == (i64)most + 1);
	arena_free(mem);
}

TEST(what_a_spreadsheet_would_run_is_made_text)
{
	struct arena *mem = arena_new();

	CHECK_TEXT(csv_cell(mem, "=1+1"), "'=1+1");
	CHECK_TEXT(csv_cell(mem, "+cmd|' /C calc'!A0"), "'+cmd|' /C calc'!A0");
	CHECK_TEXT(csv_cell(mem, "@SUM(A1)"), "'@SUM(A1)");
	CHECK_TEXT(csv_cell(mem, "-2+3;x"), "\"'-2+3;x\"");
	CHECK_TEXT(csv_cell(mem, "\t=1"), "\"'\t=1\"");
	CHECK_TEXT(csv_cell(mem, "\r=1"), "\"'\r=1\"");
	CHECK_TEXT(csv_cell(mem, "- punkt"), "'- punkt");
	CHECK_TEXT(csv_cell(mem, "-"), "'-");
	CHECK_TEXT(csv_cell(mem, "-5,"), "\"'-5,\"");
	arena_free(mem);
}

TEST(numbers_stay_numbers)
{
	struct arena *mem = arena_new();

	CHECK_TEXT(csv_cell(mem, "-5"), "-5");
	CHECK_TEXT(csv_cell(mem, "+46"), "+46");
	CHECK_TEXT(csv_cell(mem, "-3.25"), "-3.25");
	CHECK_TEXT(csv_cell(mem, "-3,25"), "\"-3,25\"");
	arena_free(mem);
}

TEST(a_cell_is_quoted_when_it_must_be_and_reads_back)
{
	static const char *const cells[] = {
		"vanlig", "a;b", "a,b", "a\tb", "sa \"hej\"", "två\nrader",
		"\"",
	};
	struct arena *mem = arena_new();

	CHECK_TEXT(csv_cell(mem, "vanlig"), "vanlig");
	CHECK_TEXT(csv_cell(mem, "sa \"hej\""), "\"sa \"\"hej\"\"\"");
	CHECK_TEXT(csv_cell(mem, " a"), "\" a\"");
	CHECK_TEXT(csv_cell(mem, NULL), "");
	for (size_t i = 0; i < COUNT(cells); i++) {
		char *row = arena_print(mem, "x;y\n%s;z\n",
		                        csv_cell(mem, cells[i]));
		struct csv all = reading(mem, row);

		CHECK_INT(all.n, 2);
		CHECK_TEXT(all.v[1].cells.v[0], cells[i]);
		CHECK_TEXT(all.v[1].cells.v[1], "z");
	}
	arena_free(mem);
}
