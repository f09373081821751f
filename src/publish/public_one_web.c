/* One assessment for anyone: what it is, the report as it was, its files. */
#include <string.h>

#include "base/text.h"
#include "publish/publish.h"
#include "publish/publish.msg"
#include "seal/seal.h"
#include "web/page.h"

static enum status enter_one(struct req *r, struct publication *p)
{
	struct public_view v;

	TRY(public_enter(r, &v));
	return publication_by_key(&r->s, arg_text(r, "assessment"), p);
}

static void fact(struct req *r, const struct sentence *label,
                 const char *text)
{
	if (!text_blank(text))
		emit(&r->out, "<div><dt>%s</dt><dd>%s</dd></div>",
		     say(r, label), text);
}

static void facts(struct req *r, const struct publication *p)
{
	emit(&r->out, "<dl class='facts'>");
	fact(r, U_WHAT, arena_print(r->s.mem, "%s, %s",
	     subject_kind_say(r, p->kind), text_fold(r->s.mem,
	     public_version(r, p))));
	fact(r, U_WHEN, public_ending(r, p));
	fact(r, U_WHO, p->signed_by);
	fact(r, U_SHOWN, say_day(r, day_of_instant(p->at)));
	emit(&r->out, "</dl>");
}

static void files(struct req *r, const char *key)
{
	const char *at = arena_print(r->s.mem, "/p/%s/a/%s", r->org_key, key);

	emit(&r->out, "<p class='acts'><a class='btn sec sm' href='%s/"
	     "report.pdf'>%s</a><a href='%s/findings.csv'>%s</a>"
	     "<a href='%s/document.json'>%s</a></p>", at, say(r, U_PDF), at,
	     say(r, U_FINDINGS), at, say(r, U_DOCUMENT));
}

/* "Version 2, klar 3 maj 2026" as a link. */
static void version_link(struct req *r, const struct publication *p)
{
	emit(&r->out, "<a href='/p/%s/a/%s'>%s, %s</a>", r->org_key, p->key,
	     public_version(r, p), text_fold(r->s.mem, public_ending(r, p)));
}

/* A later one is said at the top; others follow the report. */
static void later(struct req *r, const struct publication *p,
                  const struct publication_list *others)
{
	if (others->n == 0 || others->v[0].edition <= p->edition)
		return;
	emit(&r->out, "<p class='note'>%s ", say_with(r, U_LATER,
	     public_version(r, &others->v[0]), NULL));
	version_link(r, &others->v[0]);
	emit(&r->out, "</p>");
}

static void versions(struct req *r, const struct publication_list *others)
{
	if (others->n == 0)
		return;
	emit(&r->out, "<h2>%s</h2><ul>", say(r, U_VERSIONS));
	for (size_t i = 0; i < others->n; i++) {
		emit(&r->out, "<li>");
		version_link(r, &others->v[i]);
		emit(&r->out, "</li>");
	}
	emit(&r->out, "</ul>");
}

static void all_link(struct req *r)
{
	emit(&r->out, "<p class='noprint'><a href='/p/%s'>%s</a></p>",
	     r->org_key, say(r, U_BACK));
}

static enum status one_page(struct req *r)
{
	struct publication_list others = {0};
	struct publication p = {0};
	struct public_copy copy = {0};

	TRY(enter_one(r, &p));
	TRY(publication_copy(&r->s, p.id, &copy));
	TRY(publication_versions(&r->s, p.assessment, &others));
	public_open(r, p.title);
	all_link(r);
	emit(&r->out, "<section class='panel noprint' aria-label='%s'>",
	     say(r, U_ABOUT));
	facts(r, &p);
	if (p.masked)
		emit(&r->out, "<p class='small'>%s</p>", say(r, U_MASKED));
	files(r, p.key);
	emit(&r->out, "</section>");
	later(r, &p, &others);
	emit(&r->out, "<div lang='sv'>");
	annex_shown(r, copy.html);
	emit(&r->out, "</div>");
	versions(r, &others);
	page_close(r);
	return OK;
}

/* -- its files ----------------------------------------------------------- */

static enum status read_one(struct req *r, const char *ending,
                            struct publication *p, struct public_copy *copy)
{
	TRY(enter_one(r, p));
	r->download = arena_print(r->s.mem, "sakring-%s.%s", p->key, ending);
	return publication_copy(&r->s, p->id, copy);
}

static enum status one_pdf(struct req *r)
{
	struct publication p = {0};
	struct public_copy copy = {0};

	TRY(read_one(r, "pdf", &p, &copy));
	r->type = "application/pdf";
	r->bytes = copy.pdf;
	return OK;
}

static enum status one_document(struct req *r)
{
	struct publication p = {0};
	struct public_copy copy = {0};

	TRY(read_one(r, "json", &p, &copy));
	r->type = "application/json; charset=utf-8";
	r->bytes = (struct bytes){ copy.document, strlen(copy.document) };
	return OK;
}

static enum status one_findings(struct req *r)
{
	struct public_row_list rows = {0};
	struct publication p = {0};

	TRY(enter_one(r, &p));
	TRY(public_row_list(&r->s, p.id, &rows));
	r->type = "text/csv; charset=utf-8";
	r->download = arena_print(r->s.mem, "fynd-%s.csv", p.key);
	r->bytes = public_csv(r->s.mem, &(struct publication_list){ &p, 1, 1 },
	                      &rows);
	return OK;
}

#define P "/p/:org/a/:assessment"

static const struct route rows[] = {
	{ GET, P, one_page, PUBLIC, ON_HOUSE, .shared = true },
	{ GET, P "/report.pdf", one_pdf, PUBLIC, ON_HOUSE, .shared = true },
	{ GET, P "/document.json", one_document, PUBLIC, ON_HOUSE,
	  .shared = true },
	{ GET, P "/findings.csv", one_findings, PUBLIC, ON_HOUSE,
	  .shared = true },
	{ 0 },
};
const struct route *const public_one_routes = rows;
