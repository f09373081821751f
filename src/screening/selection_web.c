/* The year's list: what is chosen, what is left of it, what may be chosen. */
#include "screening/selection.msg"
#include "screening/selection_show.h"
#include "base/text.h"
#include "kit/icu.h"
#include "paper/paper.h"

enum { A_PAGE = 50, PROPOSALS = 20, PAPER_MOST = 1000 };

/* -- words --------------------------------------------------------------- */

enum status selection_year(const struct req *r, i64 *year)
{
	return number_read(arg_text(r, "year"), SELECTION_FIRST_YEAR,
	                   SELECTION_LAST_YEAR, year) ? OK : NOT_FOUND;
}

const char *selection_state_say(const struct req *r, enum selection_state at)
{
	return say(r, at == SELECTION_CHOSEN ? Y_CHOSEN :
	           at == SELECTION_LEFT_OUT ? Y_LEFT_OUT : Y_PROPOSED);
}

const char *selection_where_say(const struct req *r, const struct selection *n)
{
	return say(r, n->assured ? Y_ASSURED : n->assessment != NULL ?
	           Y_UNDER_WAY : Y_NOT_BEGUN);
}

static const char *covered_say(const struct req *r, i64 assured, i64 chosen)
{
	return say_fill(r->s.mem, say_count(r, Y_COVERED_OF, chosen),
	                digits(r, assured), NULL);
}

const char *coverage_say(const struct req *r, const struct coverage_list *all)
{
	i64 chosen = 0, assured = 0;

	for (size_t i = 0; i < all->n; i++) {
		chosen += all->v[i].chosen;
		assured += all->v[i].assured;
	}
	return chosen == 0 ? say(r, Y_NOTHING) :
	       arena_print(r->s.mem, "%s.", covered_say(r, assured, chosen));
}

/* -- what is covered ----------------------------------------------------- */

static void coverage_shown(struct req *r, const struct coverage_list *all)
{
	emit(&r->out, "<h2>%s</h2><p><b>%s</b></p>", say(r, Y_COVERED_HEAD),
	     coverage_say(r, all));
	if (all->n > 0)
		emit(&r->out, "<ul class='rows tight'>");
	for (size_t i = 0; i < all->n; i++) {
		const struct coverage *c = &all->v[i];

		emit(&r->out, "<li><span class='n'>%s</span><span class='m'>"
		     "%s</span></li>", text_blank(c->unit) ?
		     say(r, Y_NO_UNIT) : c->unit, covered_say(r, c->assured,
		     c->chosen));
	}
	if (all->n > 0)
		emit(&r->out, "</ul>");
	emit(&r->out, "<p class='muted'>%s</p>", say(r, Y_COVERED_TEXT));
}

/* -- the list ------------------------------------------------------------ */

static void row(struct req *r, const struct selection *n)
{
	emit(&r->out, "<li><a class='n' href='/o/%s/selection/%lld/%s'>%s</a>"
	     "<span class='m'>%s", r->org_key, n->year, n->subject_key,
	     n->title, subject_kind_say(r, n->kind));
	if (!text_blank(n->unit))
		emit(&r->out, " · %s", n->unit);
	if (n->quarter != 0)
		emit(&r->out, " · %s", say_with(r, Y_QUARTER,
		     digits(r, n->quarter), NULL));
	if (!text_blank(n->lead))
		emit(&r->out, " · %s", say_with(r, Y_LEAD_IS, n->lead, NULL));
	if (!text_blank(n->motive))
		emit(&r->out, "<br>%s", text_short(r->s.mem, n->motive, 200));
	emit(&r->out, "</span><span class='e'>");
	if (n->assessment != NULL)
		emit(&r->out, "<a href='/a/%s'>%s</a>", n->assessment,
		     selection_where_say(r, n));
	else if (n->state == SELECTION_CHOSEN && (r->rights & EDIT) != 0)
		emit(&r->out, "%s <a href='/o/%s/begin/%s'>%s</a>",
		     selection_where_say(r, n), r->org_key, n->subject_key,
		     say(r, Y_BEGIN));
	else
		emit(&r->out, "%s", selection_where_say(r, n));
	emit(&r->out, "</span></li>");
}

static const char *shown[] = { "chosen", "left", "proposed", "out" };

static struct selection_filter asked(const struct req *r, i64 year)
{
	const char *show = query_text(r, "show");
	struct selection_filter f = { .year = year, .most = A_PAGE + 1,
		.state = SELECTION_CHOSEN, .after = query_no(r, "after"),
		.left = same(show, "left"), .after_unit = "" };

	if (same(show, "proposed"))
		f.state = SELECTION_PROPOSED;
	if (same(show, "out"))
		f.state = SELECTION_LEFT_OUT;
	return f;
}

static size_t shown_at(const struct selection_filter *f)
{
	return f->state == SELECTION_PROPOSED ? 2 :
	       f->state == SELECTION_LEFT_OUT ? 3 : f->left ? 1 : 0;
}

static void tabs(struct req *r, const struct selection_filter *f)
{
	static const struct sentence *const words[] = {
		Y_CHOSEN, Y_LEFT, Y_PROPOSED, Y_LEFT_OUT };

	emit(&r->out, "<nav class='tabs' aria-label='%s'><ul>",
	     say(r, Y_YEARS));
	for (i64 year = f->year - 1; year <= f->year + 1; year++)
		tab(r, year == f->year, arena_print(r->s.mem,
		    "/o/%s/selection/%lld", r->org_key, year),
		    digits(r, year));
	emit(&r->out, "</ul></nav><nav class='tabs' aria-label='%s'><ul>",
	     say(r, Y_SHOW));
	for (size_t i = 0; i < COUNT(words); i++)
		tab(r, shown_at(f) == i, arena_print(r->s.mem,
		    "/o/%s/selection/%lld?show=%s", r->org_key, f->year,
		    shown[i]), say(r, words[i]));
	emit(&r->out, "</ul></nav>");
}

static void rows_of(struct req *r, const struct selection_list *all,
                    const struct selection_filter *f, bool any)
{
	if (all->n == 0 && f->left && any)
		emit(&r->out, "<p>%s</p>", say(r, Y_ALL_LEFT));
	else if (all->n == 0)
		emit(&r->out, "<div class='panel'><p><b>%s</b> %s</p></div>",
		     say(r, Y_NONE), say(r, Y_NONE_HOW));
	emit(&r->out, "<ul class='rows'>");
	for (size_t i = 0; i < all->n && i < A_PAGE; i++)
		row(r, &all->v[i]);
	emit(&r->out, "</ul>");
	if (all->n > A_PAGE)
		emit(&r->out, "<p><a href='/o/%s/selection/%lld?show=%s"
		     "&amp;after=%lld'>%s</a></p>", r->org_key, f->year,
		     shown[shown_at(f)], all->v[A_PAGE - 1].subject,
		     say(r, Y_MORE));
}

/* -- what may be chosen -------------------------------------------------- */

static const char *why(const struct req *r, const struct upcoming *p)
{
	switch (p->reason) {
	case UPCOMING_DECISION:
		return say_with(r, Y_BY_DECISION, say_day(r, p->day), NULL);
	case UPCOMING_REVISION:
		return say(r, Y_BY_REVISION);
	case UPCOMING_REVIEW:
		return say_with(r, Y_BY_REVIEW, say_day(r, p->day), NULL);
	}
	return "";
}

static void proposals(struct req *r, i64 year, const struct upcoming_list *all)
{
	emit(&r->out, "<h2>%s</h2>", say(r, Y_MAY));
	if (all->n == 0)
		emit(&r->out, "<p>%s</p>", say(r, Y_MAY_NONE));
	emit(&r->out, "<ul class='rows'>");
	for (size_t i = 0; i < all->n; i++) {
		const struct upcoming *p = &all->v[i];

		emit(&r->out, "<li><span class='n'>%s</span><span class='m'>"
		     "%s · %s</span><div class='e'>", p->title,
		     subject_kind_say(r, p->kind), why(r, p));
		if ((r->rights & EDIT) != 0)
			button_form(r, arena_print(r->s.mem, "propose-%zu", i),
			            "btn sec sm", say(r, Y_PROPOSE),
			            "/o/%s/selection/%lld/%s/propose",
			            r->org_key, year, p->key);
		emit(&r->out, "</div></li>");
	}
	emit(&r->out, "</ul>");
}

static void add_form(struct req *r, i64 year)
{
	struct option_list kinds = {0};

	if ((r->rights & EDIT) == 0)
		return;
	subject_kind_options(r, SUBJECT_PROGRAMME, &kinds);
	emit(&r->out, "<details><summary>%s</summary>", say(r, Y_ADD_HEAD));
	form_open(r, "add", "/o/%s/selection/%lld", r->org_key, year);
	ask_text(r, &(struct ask){ .name = "title", .stored = "",
		.label = say(r, Y_WHAT) });
	ask_select(r, &(struct ask){ .name = "kind", .label = say(r, Y_KIND),
		.class = "w20" }, &kinds);
	ask_text(r, &(struct ask){ .name = "unit", .stored = "",
		.label = say(r, Y_UNIT), .optional = true });
	ask_text(r, &(struct ask){ .name = "motive", .stored = "", .rows = 2,
		.label = say(r, Y_MOTIVE), .hint = say(r, Y_MOTIVE_HINT),
		.optional = true });
	button_save(r, say(r, Y_ADD));
	form_close(r);
	emit(&r->out, "</details>");
}

static void papers(struct req *r, i64 year)
{
	static const char *const kinds[] = { "pdf", "docx", "xlsx", "csv" };
	static const char *const names[] = { "PDF", "DOCX", "XLSX", "CSV" };

	emit(&r->out, "<p class='acts noprint'><span class='muted'>%s</span>",
	     say(r, Y_PAPERS));
	for (size_t i = 0; i < COUNT(kinds); i++)
		emit(&r->out, "<a href='/o/%s/selection/%lld/paper/list.%s'>"
		     "%s</a>", r->org_key, year, kinds[i], names[i]);
	emit(&r->out, "</p>");
}

/* -- the page ------------------------------------------------------------ */

/* The list goes on after a subject: where that stands in it. */
static enum status go_on_after(struct req *r, struct selection_filter *f)
{
	struct selection last;
	enum status found;

	if (f->after == 0)
		return OK;
	found = selection_get(&r->s, f->year, f->after, &last);
	f->after = found == OK ? last.id : 0;
	f->after_unit = found == OK ? last.unit : "";
	return found == NOT_FOUND ? OK : found;
}

static enum status year_page(struct req *r)
{
	struct coverage_list covered = {0};
	struct upcoming_list may = {0};
	struct selection_list all = {0};
	struct selection_filter f;
	i64 year;

	TRY(selection_year(r, &year));
	f = asked(r, year);
	TRY(go_on_after(r, &f));
	TRY(selection_list(&r->s, &f, &all));
	TRY(coverage_list(&r->s, year, &covered));
	TRY(upcoming_list(&r->s, year, PROPOSALS, &may));
	page_open(r, &(struct page){ .title = say_with(r, Y_TITLE,
	          digits(r, year), NULL), .menu = "/o/:org/assessments" });
	page_main(r);
	page_saved(r);
	emit(&r->out, "<h1>%s</h1><p class='lead'>%s</p>", say_with(r, Y_HEAD,
	     digits(r, year), NULL), say(r, Y_LEAD));
	tabs(r, &f);
	emit(&r->out, "<div class='two'><div>");
	rows_of(r, &all, &f, covered.n > 0);
	papers(r, year);
	proposals(r, year, &may);
	add_form(r, year);
	emit(&r->out, "</div><aside class='side' aria-label='%s'>",
	     say(r, Y_COVERED_HEAD));
	coverage_shown(r, &covered);
	emit(&r->out, "<p><a href='/o/%s/uncovered'>%s</a></p></aside></div>",
	     r->org_key, say(r, Y_WITHOUT));
	page_close(r);
	return OK;
}

static enum status add(struct req *r)
{
	struct subject what = {
		.title = form_needed(r, "title", LINE, Y_SAY_WHAT),
		.kind = (enum subject_kind)form_choice(r, "kind",
			SUBJECT_PROGRAMME, SUBJECT_OTHER),
		.unit = form_text(r, "unit", LINE),
		.description = "", .decided_by = "", .place = "",
	};
	struct selection n = { .motive = form_text(r, "motive", TEXT),
	                       .unit = what.unit, .lead = "" };

	TRY(selection_year(r, &n.year));
	if (what.kind == 0)
		issue(r, "kind", Y_SAY_KIND);
	TRY(form_fine(r));
	TRY(subject_note(&r->s, &what, &n.subject));
	TRY(selection_note(&r->s, &n));
	return go(r, "/o/%s/selection/%lld/%s?saved=1", r->org_key, n.year,
	          what.key);
}

static enum status propose(struct req *r)
{
	struct subject what = {0};
	struct selection n = {0};

	TRY(selection_year(r, &n.year));
	TRY(subject_by_key(&r->s, arg_text(r, "subject"), &n.subject));
	TRY(subject_get(&r->s, n.subject, &what));
	n.unit = what.unit;
	TRY(selection_note(&r->s, &n));
	return go(r, "/o/%s/selection/%lld/%s?saved=1", r->org_key, n.year,
	          what.key);
}

static enum status paper_file(struct req *r)
{
	struct coverage_list covered = {0};
	struct selection_list all = {0};
	struct selection_filter f = { .state = SELECTION_CHOSEN,
		.after_unit = "", .most = PAPER_MOST };

	TRY(selection_year(r, &f.year));
	TRY(selection_list(&r->s, &f, &all));
	TRY(coverage_list(&r->s, f.year, &covered));
	return paper_reply(r, selection_paper(r, f.year, &all, &covered),
	                   arena_print(r->s.mem, "urval-%lld", f.year));
}

#define YEAR "/o/:org/selection/:year"

static const struct route rows[] = {
	{ GET,  YEAR, year_page, READ, ON_ORG },
	{ POST, YEAR, add, EDIT, ON_ORG, year_page },
	{ POST, YEAR "/:subject/propose", propose, EDIT, ON_ORG, year_page },
	{ GET,  YEAR "/paper/list.:kind", paper_file, READ, ON_ORG,
	  .heavy = true },
	{ 0 },
};
const struct route *const selection_routes = rows;
