#include <stdio.h>
#include <stdlib.h>

#include "check.h"
#include "sample_paper.h"

static const char golden[] = "test/golden/paper.html";

static char *read_whole(struct arena *mem, const char *path)
{
	FILE *f = fopen(path, "rb");
	char *text = arena_take(mem, 1 << 20);

	if (f == NULL)
		return text;
	text[fread(text, 1, (1 << 20) - 1, f)] = '\0';
	fclose(f);
	return text;
}

/* GOLDEN=write in the environment writes what is then read through. */
TEST(a_paper_as_html_is_what_it_was)
{
	struct arena *mem = arena_new();
	struct markup m = markup_in(mem);

	paper_html_page(sample_paper(mem), &m, "p>b{color:#000}\n");
	if (getenv("GOLDEN") != NULL) {
		FILE *f = fopen(golden, "wb");

		CHECK(f != NULL && fwrite(m.text, 1, m.n, f) == m.n);
		fclose(f);
	}
	CHECK_TEXT(m.text, read_whole(mem, golden));
	arena_free(mem);
}

TEST(the_body_of_a_paper_fits_under_the_heading_of_a_page)
{
	struct arena *mem = arena_new();
	struct markup m = markup_in(mem);
	struct paper *p = paper_new(mem, "sv", "T");

	paper_heading(p, 1, "a", "Ett");
	paper_heading(p, 4, NULL, "Två");
	paper_html(p, &m, 2);
	CHECK_TEXT(m.text, "<h2 id='a'>Ett</h2>\n<h3>Två</h3>\n");
	arena_free(mem);
}

TEST(what_people_write_in_a_paper_is_never_markup)
{
	struct arena *mem = arena_new();
	struct markup m = markup_in(mem);
	struct paper *p = paper_new(mem, "sv", "<b>'x'");

	paper_heading(p, 1, "a'b", "<script>");
	paper_text(p, BLOCK_PARAGRAPH, "1 < 2\nrad");
	paper_span(p, "hit")->link = "javascript:alert(1)";
	paper_html_page(p, &m, "a{}</sTyle><script>");
	CHECK_HAS(m.text, "<title>&lt;b&gt;&#39;x&#39;</title>");
	CHECK_HAS(m.text, "<h1 id='a&#39;b'>&lt;script&gt;</h1>");
	CHECK_HAS(m.text, "<p>1 &lt; 2<br>radhit</p>");
	CHECK_HAS_NOT(m.text, "javascript");
	CHECK_HAS_NOT(m.text, "<script");
	CHECK_HAS_NOT(m.text, "<style");
	arena_free(mem);
}

TEST(a_mark_is_silent_and_its_words_stand_beside_it)
{
	struct arena *mem = arena_new();
	struct markup m = markup_in(mem);
	struct paper *p = paper_new(mem, "sv", "T");

	paper_table(p, "Mål", 0);
	paper_row(p);
	paper_cell(p, CELL_ROW, "Klimat");
	paper_cell(p, CELL_TEXT, NULL)->hatched = true;
	paper_cell_line(p, "ej bedömt")->mark = MARK_UNJUDGED;
	paper_html(p, &m, 1);
	CHECK_HAS(m.text, "<td><span class='cell todo'><span class='j'>"
	          "<span class='eff un' aria-hidden='true'></span><span>"
	          "<span class='w'>ej bedömt</span></span></span></span></td>");
	CHECK_HAS(m.text, "<th scope='row'>Klimat</th>");
	arena_free(mem);
}
