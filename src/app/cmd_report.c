#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "app/app.h"
#include "assess/assess.h"
#include "base/text.h"
#include "document/document.h"
#include "paper/paper.h"

static const char usage[] =
	"usage: vagval report [--org NAME] [--db URL] KEY --format html|pdf "
	"[-o FILE]\n\n"
	"Writes the annex of an assessment to stdout or a file, in Swedish. A "
	"finished one\nis written as it was finished.";

static const struct flag flags[] = {
	{ "--org", true }, { "--format", true }, { "-o", true },
	{ NULL, false },
};

static const char style[] =
	"body{font:11pt/1.45 'Source Sans 3',sans-serif;max-width:46rem;"
	"margin:2rem auto;padding:0 1rem}table{border-collapse:collapse}"
	"td,th{border:1px solid #767676;padding:.25rem .5rem;"
	"text-align:left;vertical-align:top}";

static enum status draw(struct scope *s, i64 id, bool pdf, struct bytes *out)
{
	struct document d = {0};
	struct markup page = markup_in(s->mem);
	struct paper *paper;

	TRY(document_of(s, id, &d));
	paper = document_annex(s->mem, &d, SWEDISH);
	if (pdf)
		return paper_pdf(paper, s->mem, out);
	paper_html_page(paper, &page, style);
	*out = (struct bytes){ page.text, page.n };
	return OK;
}

static enum status annex(struct scope *s, const char *key, bool pdf,
                         struct bytes *out)
{
	struct edition e = {0};
	enum status found;
	i64 id;

	TRY(assess_by_key(s, key, &id));
	found = edition_get(s, id, &e);
	if (found != OK && found != NOT_FOUND)
		return found;
	if (e.pdf.n == 0)
		return draw(s, id, pdf, out);
	*out = pdf ? e.pdf : (struct bytes){ e.html, strlen(e.html) };
	return OK;
}

static int write_out(const char *name, struct bytes bytes)
{
	FILE *to = name == NULL ? stdout : fopen(name, "wb");
	bool fine = to != NULL && fwrite(bytes.v, 1, bytes.n, to) == bytes.n;

	if (to != NULL && to != stdout)
		fine = fclose(to) == 0 && fine;
	else if (to != NULL)
		fine = fflush(to) == 0 && fine;
	return fine ? EXIT_FINE : complain("%s: %s", name == NULL ? "stdout" :
	                                   name, strerror(errno));
}

static int report(struct line *line)
{
	const char *format = line_own(line, "--format");
	struct scope s = { .mem = line->mem };
	struct bytes out = {0};
	enum status done = FAULT;

	if (!same(format, "html") && !same(format, "pdf")) {
		complain("--format is html or pdf");
		return EXIT_USAGE;
	}
	s.db = open_db(line, DB_READ);
	if (s.db == NULL)
		return EXIT_FAILED;
	if (choose_org(line, &s) && db_look(s.db) == OK) {
		done = annex(&s, line->words.v[0], same(format, "pdf"), &out);
		db_look_end(s.db);
		if (done == NOT_FOUND)
			complain("there is no assessment %s here",
			         line->words.v[0]);
		else if (done != OK)
			complain("the report could not be made");
	}
	db_close(s.db);
	return done == OK ? write_out(line_own(line, "-o"), out) : EXIT_FAILED;
}

const struct command cmd_report = {
	.name = "report", .about = "write the annex as HTML or PDF",
	.usage = usage, .flags = flags, .least = 1, .most = 1, .run = report,
	.settings = 1u << SET_DB | 1u << SET_FILE,
};
