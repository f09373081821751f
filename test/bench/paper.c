/*
 * A long paper, timed: as PDF, and its HTML left in a file for a browser to
 * print. Prints milliseconds for the PDF and its bytes, with a tab between.
 *
 *   paper CHAPTERS PDF-FILE HTML-FILE
 */
#include <stdio.h>
#include <stdlib.h>

#include "base/clock.h"
#include "paper/paper.h"
#include "sample_paper.h"

static void save(const char *name, const void *bytes, size_t n)
{
	FILE *f = fopen(name, "wb");

	if (f == NULL || fwrite(bytes, 1, n, f) != n || fclose(f) != 0)
		panic("%s cannot be written", name);
}

int main(int argc, char **argv)
{
	struct arena *mem = arena_new();
	struct markup page = markup_in(mem);
	struct bytes pdf;
	struct paper *paper;
	i64 began;

	if (argc != 4)
		panic("usage: paper CHAPTERS PDF HTML");
	if (paper_fonts_prepare() != OK)
		panic("no fonts");
	paper = sample_long_paper(mem, atoi(argv[1]));
	began = clock_ticks();
	if (paper_pdf(paper, mem, &pdf) != OK)
		panic("no paper");
	printf("%.1f\t%zu\n", (double)(clock_ticks() - began) / 1000, pdf.n);
	save(argv[2], pdf.v, pdf.n);
	paper_html_page(paper, &page, "body{font:11pt/1.45 sans-serif}"
	                "table{border-collapse:collapse}td,th{border:1px solid"
	                " #767676;padding:.25rem .5rem;text-align:left}");
	save(argv[3], page.text, page.n);
	arena_free(mem);
	return 0;
}
