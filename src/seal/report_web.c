/* The annex in the page and as a file, and the document. */
#include <string.h>

#include "assess/view.h"
#include "base/text.h"
#include "paper/paper.h"
#include "seal/seal.h"
#include "seal/seal.msg"

/* -- the annex ----------------------------------------------------------- */

void annex_shown(struct req *r, const char *html)
{
	const struct markup written = { .text = (char *)html,
	                                .n = strlen(html) };

	emit_markup(&r->out, &written);
}

/* An edition is kept as it was, so its way back to the meetings stands beside
 * it; in a draft the numbers themselves are links. */
static void origins(struct req *r, const struct view *v)
{
	const char *between = "";

	for (size_t i = 0; i < v->findings.n; i++) {
		const struct finding *f = &v->findings.v[i];

		if (!f->traced)
			continue;
		if (*between == '\0')
			emit(&r->out, "<p class='noprint'>%s: ",
			     say(r, R_ORIGINS));
		emit(&r->out, "%s<a href='/a/%s/origin/%lld'>F%lld</a>",
		     between, v->a.key, f->no, f->no);
		between = ", ";
	}
	if (*between != '\0')
		emit(&r->out, "</p>");
}

/* The same in other formats, and the papers that are a part of it. */
static void ways_on(struct req *r, const struct view *v)
{
	emit(&r->out, "<p class='acts noprint'>");
	paper_ways(r, arena_print(r->s.mem, "/a/%s/report", v->a.key));
	emit(&r->out, "<a href='/a/%s/document.json'>%s</a><a href='/a/%s/plan"
	     "'>%s</a><a href='/a/%s/actor-list'>%s</a></p>", v->a.key,
	     say(r, R_JSON), v->a.key, say(r, R_PLAN), v->a.key,
	     say(r, R_ACTORS));
}

static enum status report_page(struct req *r)
{
	struct edition e = {0};
	struct view v = {0};
	enum status found;

	TRY(view_read(r, 0, 0, &v));
	found = edition_get(&r->s, v.a.id, &e);
	TRY(view_open(r, &v, say(r, R_TITLE)));
	ways_on(r, &v);
	if (found == OK && *e.html != '\0') {
		origins(r, &v);
		annex_shown(r, e.html);
	} else {
		struct document d = {0};
		struct brand brand;
		struct paper *paper;

		TRY(document_of(&r->s, v.a.id, &d));
		TRY(r->house->brand(&r->s, &brand));
		if (v.open)
			emit(&r->out, "<p class='note'>%s</p>",
			     say(r, R_DRAFT));
		paper = document_annex(r->s.mem, &d, r->language);
		paper->brand = &brand;
		paper_html(paper, &r->out, 1);
	}
	onward_links(r);
	view_close(r);
	return OK;
}

static const char *file_name(const struct req *r, const char *ending)
{
	return arena_print(r->s.mem, "sakring-%s.%s", r->object_key, ending);
}

static enum status report_pdf(struct req *r)
{
	r->type = "application/pdf";
	r->download = file_name(r, "pdf");
	return annex_pdf(r, r->object, r->language, &r->bytes);
}

/* In other formats it is written anew from the document; the PDF of what is
 * final is the one that was kept. */
static enum status report_file(struct req *r)
{
	struct document d = {0};

	if (same(arg_text(r, "kind"), "pdf"))
		return report_pdf(r);
	TRY(document_of(&r->s, r->object, &d));
	return paper_reply(r, document_annex(r->s.mem, &d, r->language),
	                   arena_print(r->s.mem, "sakring-%s",
	                               r->object_key));
}

static enum status document_file(struct req *r)
{
	const char *text;

	TRY(document_text(&r->s, r->object, &text));
	r->type = "application/json; charset=utf-8";
	r->download = file_name(r, "json");
	r->bytes = (struct bytes){ text, strlen(text) };
	return OK;
}

static const struct route rows[] = {
	{ GET, "/a/:assessment/report", report_page, READ, ON_ASSESSMENT,
	  .heavy = true },
	{ GET, "/a/:assessment/report.:kind", report_file, READ,
	  ON_ASSESSMENT, .heavy = true },
	{ GET, "/a/:assessment/document.json", document_file, READ,
	  ON_ASSESSMENT },
	{ 0 },
};
const struct route *const report_routes = rows;
