/*
 * Papers as they were: what is read in them, how that is tagged, and what they
 * look like from afar. GOLDEN=write in the environment writes what is then
 * read through; pictures are kept as greys of a coarse grid, so that another
 * version of what draws may place a dot elsewhere but not a line.
 */
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "check.h"
#include "document/document.h"
#include "example.h"
#include "sample_paper.h"

enum { MOST = 4 << 20, TOLERANCE = 24 };        /* of 255, for one field */

static char folder[] = "/tmp/golden-test-XXXXXX";
static bool made;

static void sweep(void)
{
	struct arena *mem = arena_new();

	remove(arena_print(mem, "%s/a.pdf", folder));
	rmdir(folder);
	arena_free(mem);
}

static bool tools_missing(void)
{
	if (system("command -v pdftotext pdfinfo pdftoppm >/dev/null") == 0)
		return false;
	printf("poppler-utils is missing: not checked\n");
	return true;
}

static void lay(struct arena *mem, const struct paper *p)
{
	struct bytes pdf;
	FILE *f;

	if (!made) {
		made = mkdtemp(folder) != NULL;
		CHECK(made);
		atexit(sweep);
	}
	CHECK_OK(paper_pdf(p, mem, &pdf));
	f = fopen(arena_print(mem, "%s/a.pdf", folder), "wb");
	CHECK(f != NULL && fwrite(pdf.v, 1, pdf.n, f) == pdf.n);
	fclose(f);
}

static struct bytes said(struct arena *mem, const char *command)
{
	FILE *f = popen(arena_print(mem, "cd %s && %s", folder, command), "r");
	char *v = arena_take(mem, MOST);
	size_t n;

	CHECK(f != NULL);
	n = fread(v, 1, MOST - 1, f);
	CHECK_INT(pclose(f), 0);
	return (struct bytes){ v, n };
}

static struct bytes kept(struct arena *mem, const char *name,
                         struct bytes now)
{
	const char *path = arena_print(mem, "test/golden/%s", name);
	char *v = arena_take(mem, MOST);
	FILE *f;
	size_t n;

	if (getenv("GOLDEN") != NULL) {
		f = fopen(path, "wb");
		CHECK(f != NULL && fwrite(now.v, 1, now.n, f) == now.n);
		fclose(f);
	}
	f = fopen(path, "rb");
	CHECK(f != NULL);
	n = fread(v, 1, MOST - 1, f);
	fclose(f);
	return (struct bytes){ v, n };
}

static void same_text(struct arena *mem, const char *name,
                      const char *command)
{
	struct bytes now = said(mem, command);

	CHECK_TEXT(now.v, kept(mem, name, now).v);
}

/* Ten dots an inch: each field is the mean of some letters. */
static void same_picture(struct arena *mem, const char *name)
{
	struct bytes now = said(mem, "pdftoppm -r 10 -gray -f 1 -l 2 a.pdf");
	struct bytes then = kept(mem, name, now);
	const unsigned char *a = now.v, *b = then.v;

	CHECK_INT(now.n, then.n);
	for (size_t i = 0; i < now.n; i++)
		CHECK(abs(a[i] - b[i]) <= TOLERANCE);
}

/* By the numbers of the Matterhorn protocol (doc/papers.md). */
static void is_for_all(struct arena *mem)
{
	char here[512];

	if (system("command -v node >/dev/null") != 0)
		return;
	CHECK(getcwd(here, sizeof here) != NULL);
	CHECK_TEXT(said(mem, arena_print(mem, "node %s/test/http/_pdfua.mjs "
	                "a.pdf || true", here)).v, "");
}

static void same_paper(struct arena *mem, const char *name,
                       const struct paper *p)
{
	lay(mem, p);
	is_for_all(mem);
	same_text(mem, arena_print(mem, "%s.txt", name),
	          "pdftotext -layout a.pdf -");
	same_text(mem, arena_print(mem, "%s.tags", name),
	          "pdfinfo -struct a.pdf");
	same_picture(mem, arena_print(mem, "%s.pgm", name));
}

TEST(a_paper_as_pdf_is_what_it_was_as_text_structure_and_picture)
{
	struct arena *mem = arena_new();

	if (!tools_missing())
		same_paper(mem, "paper", sample_paper(mem));
	arena_free(mem);
}

TEST(a_sheet_is_one_page_and_what_it_was)
{
	struct arena *mem = arena_new();

	if (!tools_missing()) {
		same_paper(mem, "sheet", sample_sheet(mem));
		CHECK_HAS(said(mem, "pdfinfo a.pdf").v,
		          "Pages:           1\n");
	}
	arena_free(mem);
}

TEST(the_annex_as_pdf_is_what_it_was_with_the_look_of_its_house)
{
	static const struct brand look = { .org = "Region Norrskog",
		.colour = 0x742a5b, .second = 0xb35806 };
	struct arena *mem = arena_new();
	struct document d;
	struct paper *p;

	if (!tools_missing()) {
		CHECK_INT(example_read(mem, example_with(mem,
			"example/rsp_test_2025.json", "{", "{"), &d).wrong,
			JSON_FINE);
		p = document_annex(mem, &d, SWEDISH);
		p->brand = &look;
		same_paper(mem, "annex", p);
	}
	arena_free(mem);
}

TEST(awkward_titles_long_tables_and_empty_sections_make_a_good_paper)
{
	struct arena *mem = arena_new();
	struct bytes text;

	if (!tools_missing()) {
		lay(mem, sample_awkward(mem, 2000));
		text = said(mem, "pdfinfo -struct-text a.pdf");
		CHECK_HAS(text.v, "Gáivuona suohkan ŋŧđ");
		CHECK_HAS(text.v, "<script>alert(1)</script>");
		CHECK_HAS(text.v, "=cmd()");
		CHECK_HAS(text.v, ") Tj ET EMC (");
		CHECK_HAS(text.v, "\"1999\"");
		CHECK_HAS(text.v, "\"Sist\"");
		said(mem, "qpdf --check a.pdf");
		is_for_all(mem);
	}
	arena_free(mem);
}
