/*
 * Papers, timed. A long one as PDF, its HTML left in a file for others to
 * print; and one of a page, of the shape of a decision sheet, alone and done
 * apart as a visit has it done.
 *
 *   report CHAPTERS PDF-FILE HTML-FILE    milliseconds, bytes
 *   report -s TIMES                       milliseconds here and apart, for
 *                                         each time; whether all bytes agreed
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/app.h"
#include "base/clock.h"
#include "paper/paper.h"
#include "sample_paper.h"

static void save(const char *name, const void *bytes, size_t n)
{
	FILE *f = fopen(name, "wb");

	if (f == NULL || fwrite(bytes, 1, n, f) != n || fclose(f) != 0)
		panic("%s cannot be written", name);
}

static double since(i64 began)
{
	return (double)(clock_ticks() - began) / 1000;
}

static void long_paper(int chapters, const char *pdf_file,
                       const char *html_file)
{
	struct arena *mem = arena_new();
	struct markup page = markup_in(mem);
	struct paper *paper = sample_long_paper(mem, chapters);
	struct bytes pdf;
	i64 began = clock_ticks();

	if (paper_pdf(paper, mem, &pdf) != OK)
		panic("no paper");
	printf("%.1f\t%zu\n", since(began), pdf.n);
	save(pdf_file, pdf.v, pdf.n);
	paper_html_page(paper, &page, "body{font:11pt/1.45 sans-serif}"
	                "table{border-collapse:collapse}td,th{border:1px solid"
	                " #767676;padding:.25rem .5rem;text-align:left}");
	save(html_file, page.text, page.n);
	arena_free(mem);
}

/* Everything in the arena: a visit's is new each time. */
static bool sheet(struct sandbox *box, struct bytes *kept)
{
	struct arena *mem = arena_new();
	struct paper *paper = sample_sheet(mem);
	struct bytes here, apart;
	double first;
	i64 began = clock_ticks();
	bool alike;

	if (paper_pdf(paper, mem, &here) != OK)
		panic("no paper");
	first = since(began);
	began = clock_ticks();
	if (sandbox_do(box, app_works, "paper", mem, paper_pack(paper),
	               &apart) != OK)
		panic("no paper from apart");
	printf("%.1f\t%.1f\n", first, since(began));
	if (kept->v == NULL) {
		char *copy = malloc(here.n);

		if (copy == NULL)
			panic("out of memory");
		*kept = (struct bytes){ memcpy(copy, here.v, here.n),
		                        here.n };
	}
	alike = here.n == apart.n && here.n == kept->n &&
	        memcmp(here.v, apart.v, here.n) == 0 &&
	        memcmp(here.v, kept->v, here.n) == 0;
	arena_free(mem);
	return alike;
}

int main(int argc, char **argv)
{
	struct sandbox *box = sandbox_start(app_works);
	struct bytes kept = {0};
	bool alike = true;

	if (paper_fonts_prepare() != OK)
		panic("no fonts");
	if (argc == 4) {
		long_paper(atoi(argv[1]), argv[2], argv[3]);
	} else if (argc == 3) {
		for (int i = atoi(argv[2]); i > 0; i--)
			alike = sheet(box, &kept) && alike;
		printf("%s\n", alike ? "alike" : "differ");
	} else {
		panic("usage: report CHAPTERS PDF HTML | report -s TIMES");
	}
	sandbox_stop(box);
	return 0;
}
