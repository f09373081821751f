/*
 * What of PDF/UA a program can decide, asked of a paper with everything in it:
 * by the tools of poppler and qpdf, and by reading the file they unfold.
 */
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "check.h"
#include "paper/fonts.h"
#include "paper/pdf.h"
#include "sample_paper.h"

static char folder[] = "/tmp/paper-test-XXXXXX", file[64];

static void sweep(void)
{
	remove(file);
	rmdir(folder);
}

static bool tools_missing(void)
{
	if (system("command -v qpdf pdffonts pdfinfo >/dev/null") == 0)
		return false;
	printf("qpdf or poppler-utils is missing: not checked\n");
	return true;
}

static struct bytes made(struct arena *mem, struct paper *p)
{
	struct bytes pdf;

	CHECK_OK(paper_pdf(p, mem, &pdf));
	return pdf;
}

/* The sample in a folder of its own, once; what a command says of it. */
static char *said(struct arena *mem, const char *command)
{
	char *text = arena_take(mem, 8 << 20);
	struct bytes pdf;
	FILE *f;

	if (file[0] == '\0') {
		CHECK(mkdtemp(folder) != NULL);
		snprintf(file, sizeof file, "%s/a.pdf", folder);
		atexit(sweep);
		pdf = made(mem, sample_paper(mem));
		f = fopen(file, "wb");
		CHECK(f != NULL && fwrite(pdf.v, 1, pdf.n, f) == pdf.n);
		fclose(f);
	}
	f = popen(arena_print(mem, "cd %s && %s", folder, command), "r");
	CHECK(f != NULL);
	text[fread(text, 1, (8 << 20) - 1, f)] = '\0';
	pclose(f);
	return text;
}

TEST(a_paper_is_a_sound_file)
{
	struct arena *mem = arena_new();

	if (!tools_missing())
		CHECK_HAS(said(mem, "qpdf --check a.pdf 2>&1"),
		          "No syntax or stream encoding errors found");
	arena_free(mem);
}

TEST(a_paper_says_what_it_is)
{
	struct arena *mem = arena_new();
	char *text, *plain;

	if (tools_missing()) {
		arena_free(mem);
		return;
	}
	text = said(mem, "pdfinfo a.pdf; pdfinfo -meta a.pdf");
	CHECK_HAS(text, "Säkring av regionalt serviceprogram");
	CHECK_HAS(text, "Tagged:          yes");
	CHECK_HAS(text, "<pdfuaid:part>1</pdfuaid:part>");
	CHECK_HAS(text, "<dc:title>");
	CHECK_HAS(text, "<xmp:CreateDate>2026-11-21T09:00:00Z");
	plain = said(mem, "qpdf --qdf --object-streams=disable a.pdf - "
	             "| strings");
	CHECK_HAS(plain, "/Lang (sv)");
	CHECK_HAS(plain, "/DisplayDocTitle true");
	CHECK_HAS(plain, "/Marked true");
	CHECK_HAS(plain, "/Tabs /S");
	CHECK_HAS(plain, "/Outlines");
	CHECK_HAS(plain, "/CIDToGIDMap /Identity");
	arena_free(mem);
}

TEST(a_paper_has_only_our_fonts_and_all_of_them_in_it)
{
	struct arena *mem = arena_new();
	struct text_list lines;

	if (!tools_missing()) {
		lines = text_lines(mem, said(mem, "pdffonts a.pdf"));
		CHECK(lines.n > 4);
		for (size_t i = 2; i < lines.n; i++) {
			CHECK_HAS(lines.v[i], "+Source");
			CHECK_HAS(lines.v[i], "yes yes yes");
		}
	}
	arena_free(mem);
}

TEST(a_heading_in_a_sami_language_keeps_its_type_or_changes_it_whole)
{
	CHECK_OK(paper_fonts_prepare());
	CHECK(fonts_serif_has("Saepmien åarjelsaemien gïele: Čohkkiras, "
	                      "Bearalváhki, Máttá-, Gáŋga, Đ đ š ž â õ ǧ"));
	CHECK(!fonts_serif_has("Ruoŧŧa"));
}

TEST(a_paper_is_read_in_order_with_its_letters)
{
	struct arena *mem = arena_new();
	char *text;

	if (!tools_missing()) {
		text = said(mem, "pdfinfo -struct-text a.pdf");
		CHECK_HAS(text, "\"Regionalt serviceprogram: vad händer med "
		          "målen?\"");
		CHECK_HAS(text, "ŋ š ŧ ž đ č Č Š. Tecken: – − … “så” ”så” ’ · "
		          "=/= >= 5 % -> klart ?.");
		CHECK_HAS(text, "\"1 Ingen fattigdom\"");
		CHECK_HAS(text, "Åtgärder i Bearalváhki och Čohkkiras");
		CHECK_HAS_NOT(text, "Sida 1 av");
	}
	arena_free(mem);
}

/* The objects of the file, by their references. */
static json_t *whole(struct arena *mem)
{
	char *text = said(mem, "qpdf --json=1 --json-key=objects a.pdf");
	json_t *all = json_loads(text, 0, NULL);
	json_t *objects = json_incref(json_object_get(all, "objects"));

	CHECK(objects != NULL);
	json_decref(all);
	return objects;
}

/* What a reference leads to, or the value itself. */
static json_t *at(json_t *all, json_t *value)
{
	json_t *to = json_is_string(value) ?
	             json_object_get(all, json_string_value(value)) : NULL;

	return to != NULL ? to : value;
}

struct tally { size_t marks, unscoped, links, presses, figures; };

static void count_part(json_t *all, json_t *part, struct tally *t);

static void count_element(json_t *all, json_t *e, struct tally *t)
{
	const char *role = json_string_value(json_object_get(e, "/S"));
	json_t *look = at(all, json_object_get(e, "/A"));
	json_t *parts = at(all, json_object_get(e, "/K"));

	if (strcmp(role, "/TH") == 0 && !json_object_get(look, "/Scope"))
		t->unscoped++;
	t->links += strcmp(role, "/Link") == 0;
	if (strcmp(role, "/Figure") == 0) {
		const char *alt = json_string_value(json_object_get(e,
		                                                    "/Alt"));

		CHECK_HAS(alt, "Tecknen & <rutorna>. Varje tecken står en");
		CHECK_INT(json_array_size(json_object_get(look, "/BBox")), 4);
		t->figures++;
	}
	if (!json_is_array(parts))
		count_part(all, parts, t);
	for (size_t i = 0; i < json_array_size(parts); i++)
		count_part(all, json_array_get(parts, i), t);
}

static void count_part(json_t *all, json_t *part, struct tally *t)
{
	json_t *to = at(all, part);
	const char *type = json_string_value(json_object_get(to, "/Type"));

	if (json_is_integer(to) || (type && strcmp(type, "/MCR") == 0))
		t->marks++;
	else if (type != NULL && strcmp(type, "/OBJR") == 0)
		t->presses++;
	else if (json_is_object(to))
		count_element(all, to, t);
}

static json_t *tree_of(json_t *all)
{
	json_t *trailer = json_object_get(all, "trailer");
	json_t *root = at(all, json_object_get(trailer, "/Root"));

	return at(all, json_object_get(root, "/StructTreeRoot"));
}

static size_t count_text(const char *text, const char *part)
{
	size_t n = 0;

	while ((text = strstr(text, part)) != NULL) {
		text += strlen(part);
		n++;
	}
	return n;
}

TEST(a_figure_says_what_it_shows_and_where_it_stands)
{
	struct arena *mem = arena_new();
	struct tally t = {0};
	json_t *all;

	if (!tools_missing()) {
		all = whole(mem);
		count_part(all, json_object_get(tree_of(all), "/K"), &t);
		CHECK_INT(t.figures, 1);
		CHECK_HAS(said(mem, "pdfinfo -struct a.pdf"), "Caption");
		json_decref(all);
	}
	arena_free(mem);
}

TEST(every_mark_of_a_paper_is_in_the_structure)
{
	struct arena *mem = arena_new();
	struct tally t = {0};
	json_t *all;
	char *plain;

	if (!tools_missing()) {
		all = whole(mem);
		count_part(all, json_object_get(tree_of(all), "/K"), &t);
		plain = said(mem, "qpdf --qdf --object-streams=disable "
		             "a.pdf - | tr -d '\\000'");
		CHECK(t.marks > 500);
		CHECK_INT(t.marks, count_text(plain, ">> BDC"));
		CHECK_INT(t.unscoped, 0);
		CHECK(t.links > 50 && t.presses >= t.links);
		CHECK_INT(t.presses, count_text(plain, "/Subtype /Link"));
		json_decref(all);
	}
	arena_free(mem);
}

/* Text shown outside any mark, in a page's content as it is written. */
static size_t loose(const char *text)
{
	size_t found = 0;
	int depth = 0;

	for (; *text != '\0'; text++) {
		depth += strncmp(text, " BDC", 4) == 0 ||
		         strncmp(text, " BMC", 4) == 0;
		depth -= strncmp(text, "EMC", 3) == 0;
		found += depth == 0 && (strncmp(text, ")Tj", 3) == 0 ||
		         strncmp(text, ">Tj", 3) == 0 ||
		         strncmp(text, "]TJ", 3) == 0 ||
		         strncmp(text, " re f", 5) == 0);
	}
	CHECK_INT(depth, 0);
	return found;
}

TEST(nothing_in_a_paper_is_outside_its_marks)
{
	struct arena *mem = arena_new();

	if (!tools_missing()) {
		char *plain = said(mem, "qpdf --qdf --object-streams=disable "
		                   "a.pdf - | tr -d '\\000'");

		CHECK(count_text(plain, "/Artifact BMC") > 20);
		CHECK_INT(loose(plain), 0);
	}
	arena_free(mem);
}

TEST(the_same_paper_gives_the_same_bytes)
{
	struct arena *mem = arena_new();
	struct bytes a = made(mem, sample_paper(mem));
	struct bytes b = made(mem, sample_paper(mem));

	CHECK(a.n == b.n && memcmp(a.v, b.v, a.n) == 0);
	arena_free(mem);
}

static int child_writes_paper(void)
{
	struct arena *mem = arena_new();
	struct rlimit none = { 0, 0 };
	struct bytes pdf;

	if (setrlimit(RLIMIT_FSIZE, &none) != 0)
		return 2;
	return paper_pdf(sample_paper(mem), mem, &pdf) == OK ? 0 : 1;
}

TEST(a_child_that_may_write_no_file_can_write_a_paper)
{
	pid_t child;
	int how;

	CHECK_OK(paper_fonts_prepare());
	child = fork();
	if (child == 0)
		_exit(child_writes_paper());
	CHECK(waitpid(child, &how, 0) == child);
	CHECK(WIFEXITED(how) && WEXITSTATUS(how) == 0);
}

TEST(odd_papers_are_papers_too)
{
	struct arena *mem = arena_new();
	struct paper *p = paper_new(mem, "sv", "T");
	char *word = arena_take(mem, 30001);

	made(mem, p);
	memset(word, 'x', 30000);
	paper_text(p, BLOCK_PARAGRAPH, "");
	paper_list(p, BLOCK_FINDINGS);
	paper_item(p, NULL);
	paper_text(p, BLOCK_QUOTE, word);
	paper_table(p, "En rad högre än en sida", 1);
	paper_row(p);
	paper_cell(p, CELL_COLUMN, "");
	paper_cell(p, CELL_COLUMN, "日本語 العربية \t x");
	paper_row(p);
	paper_cell(p, CELL_ROW, NULL);
	paper_cell(p, CELL_TEXT, word);
	paper_span(p, "utan mål")->link = "#finns-inte";
	p->landscape = true;
	made(mem, p);
	arena_free(mem);
}

TEST(what_lies_between_marks_becomes_artifacts)
{
	struct arena *mem = arena_new();
	static const char page[] = "q 0 0 5 5 re f\n"
		"/P << /MCID 0 >> BDC\nBT (a\\)EMC) Tj ET EMC\n"
		"BT /Span << /ActualText <feff> >> BDC (b) Tj EMC ET\nQ";
	int marks;
	struct bytes out = content_with_artifacts(mem,
		(struct bytes){ page, sizeof page - 1 }, -1, &marks);

	CHECK_INT(marks, 1);
	CHECK_TEXT(arena_text(mem, out.v, out.n),
		"/Artifact BMC\nq 0 0 5 5 re f\nEMC\n"
		"\n/P << /MCID 0 >> BDC\nBT (a\\)EMC) Tj ET EMC"
		"/Artifact BMC\n\nBT /Span << /ActualText <feff> >> BDC (b) "
		"Tj EMC ET\nQ\nEMC\n");
	arena_free(mem);
}

TEST(a_paper_that_was_packed_is_the_same_paper)
{
	struct arena *mem = arena_new();
	struct paper *p = sample_paper(mem);
	struct paper *again = paper_unpack(mem, paper_pack(p));
	struct bytes one = made(mem, p), two;

	CHECK(again != NULL);
	two = made(mem, again);
	CHECK_INT(one.n, two.n);
	CHECK(memcmp(one.v, two.v, one.n) == 0);
	arena_free(mem);
}

TEST(half_a_packed_paper_is_refused_wherever_it_ends)
{
	struct arena *mem = arena_new();
	struct bytes all = paper_pack(sample_paper(mem));

	for (size_t n = 0; n < all.n; n += 61)
		CHECK(paper_unpack(mem, (struct bytes){ all.v, n }) == NULL);
	arena_free(mem);
}
