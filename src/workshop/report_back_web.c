/* Reports back, and what became of it: their rows and their form. */
#include "base/text.h"
#include "workshop/back.h"
#include "workshop/back.msg"
#include "workshop/show.h"

static void ask_report(struct req *r, const struct report_back *b)
{
	ask_day(r, &(struct ask){ .name = "day", .label = say(r, B_DAY),
	        .class = "w20" }, b->day);
	ask_text(r, &(struct ask){ .name = "forum", .stored = b->forum,
		.label = say(r, B_FORUM) });
	ask_text(r, &(struct ask){ .name = "audience", .optional = true,
		.stored = b->audience, .label = say(r, B_AUDIENCE) });
	ask_text(r, &(struct ask){ .name = "said", .rows = 3,
		.stored = b->said, .label = say(r, B_SAID) });
	ask_text(r, &(struct ask){ .name = "changed", .rows = 3,
		.optional = true, .stored = b->changed,
		.label = say(r, B_CHANGED) });
	emit(&r->out, "<p class='acts'>");
	button(r, "btn", say(r, B_SAVE));
	emit(&r->out, "</p>");
}

static enum status read_report(struct req *r, struct report_back *b)
{
	size_t before = r->issues.n;

	b->day = form_day(r, "day");
	if (b->day == 0 && r->issues.n == before)
		issue(r, "day", B_SAY_DAY);
	b->forum    = form_needed(r, "forum", LINE, B_SAY_FORUM);
	b->audience = form_text(r, "audience", LINE);
	b->said     = form_needed(r, "said", TEXT, B_SAY_SAID);
	b->changed  = form_text(r, "changed", TEXT);
	return form_fine(r);
}

static void ask_new(struct req *r, const struct workshop *w)
{
	struct option_list kinds = {0};

	option_add(r, &kinds, "1", say(r, B_KIND_BACK), true);
	option_add(r, &kinds, "2", say(r, B_KIND_BECAME), false);
	emit(&r->out, "<details%s><summary>%s</summary>",
	     r->failed ? " open" : "", say(r, B_ADD));
	form_open(r, "report", "/w/%s/back", w->key);
	ask_line(r, &(struct ask){ .name = "kind",
		.label = say(r, B_KIND) }, &kinds, false);
	ask_report(r, &(struct report_back){ .forum = "", .audience = "",
		.said = "", .changed = "" });
	form_close(r);
	emit(&r->out, "</details>");
}

static void report_row(struct req *r, const struct workshop *w,
                       const struct report_back *b)
{
	if (b->removed)
		return;
	emit(&r->out, "<li><b>%s · %s</b>", say_day(r, b->day),
	     say(r, b->kind == REPORT_BACK ? B_KIND_BACK : B_KIND_BECAME));
	report_back_row(r, b);
	if ((r->rights & LEAD) != 0)
		emit(&r->out, "<br><a href='/w/%s/back/%lld'>%s<span"
		     " class='vh'> %s</span></a>", w->key, b->no,
		     say(r, B_CHANGE), say_day(r, b->day));
	emit(&r->out, "</li>");
}

static void just_removed(struct req *r, const struct workshop *w,
                         const struct report_back_list *all)
{
	i64 no = query_no(r, "removed");

	for (size_t i = 0; i < all->n; i++) {
		const struct report_back *b = &all->v[i];

		if (!b->removed || b->no != no)
			continue;
		emit(&r->out, "<div class='note' role='status'><p>%s</p>",
		     say_with(r, B_REMOVED, say_day(r, b->day), NULL));
		button_form(r, "undo", "btn sec sm", say(r, B_UNDO),
		            "/w/%s/back/%lld/restore", w->key, no);
		emit(&r->out, "</div>");
	}
}

enum status reports_shown(struct req *r, const struct workshop *w)
{
	struct report_back_list all = {0};
	size_t n = 0;

	TRY(report_back_list(&r->s, w->id, &all));
	emit(&r->out, "<h2>%s</h2>", say(r, B_BACK));
	just_removed(r, w, &all);
	for (size_t i = 0; i < all.n; i++)
		n += !all.v[i].removed;
	if (n == 0)
		emit(&r->out, "<p>%s</p>", say(r, B_NO_BACK));
	emit(&r->out, "<ol class='time'>");
	for (size_t i = 0; i < all.n; i++)
		report_row(r, w, &all.v[i]);
	emit(&r->out, "</ol>");
	if ((r->rights & LEAD) == 0)
		return OK;
	if (workshop_is_over(w->state))
		ask_new(r, w);
	else
		emit(&r->out, "<p class='muted'>%s</p>", say(r, B_EARLY));
	return OK;
}

/* -- pages --------------------------------------------------------------- */

static enum status report_add(struct req *r)
{
	struct workshop w = {0};
	struct report_back b = {0};

	TRY(workshop_here(r, &w));
	b.kind = (enum report_kind)form_choice(r, "kind", REPORT_BACK,
	                                       REPORT_BECAME);
	if (b.kind == 0)
		issue(r, "kind", B_SAY_KIND);
	TRY(read_report(r, &b));
	TRY(report_back_note(&r->s, w.id, &b));
	return go(r, "/w/%s/back?saved=1", w.key);
}

static enum status report_here(struct req *r, struct workshop *w,
                               struct report_back *b)
{
	struct report_back_list all = {0};

	TRY(workshop_here(r, w));
	TRY(report_back_list(&r->s, w->id, &all));
	for (size_t i = 0; i < all.n; i++)
		if (all.v[i].no == arg_no(r, "no")) {
			*b = all.v[i];
			return OK;
		}
	return NOT_FOUND;
}

static enum status report_page(struct req *r)
{
	struct workshop w = {0};
	struct report_back b = {0};

	TRY(report_here(r, &w, &b));
	if (b.removed)
		return NOT_FOUND;
	workshop_open(r, &w, say(r, B_TITLE));
	emit(&r->out, "<h1>%s</h1>", say(r, b.kind == REPORT_BACK ?
	     B_KIND_BACK : B_KIND_BECAME));
	form_open(r, "report", "/w/%s/back/%lld", w.key, b.no);
	ask_version(r, b.version);
	ask_report(r, &b);
	form_close(r);
	button_form(r, "remove", "btn sec", say(r, B_REMOVE),
	            "/w/%s/back/%lld/remove", w.key, b.no);
	page_close(r);
	return OK;
}

static enum status report_change(struct req *r)
{
	struct workshop w = {0};
	struct report_back b = {0};

	TRY(report_here(r, &w, &b));
	b.version = form_version(r);
	TRY(read_report(r, &b));
	TRY(report_back_change(&r->s, w.id, &b));
	return go(r, "/w/%s/back?saved=1", w.key);
}

static enum status report_remove(struct req *r)
{
	struct workshop w = {0};
	struct report_back b = {0};

	TRY(report_here(r, &w, &b));
	TRY(report_back_remove(&r->s, w.id, b.no, true));
	return go(r, "/w/%s/back?removed=%lld", w.key, b.no);
}

static enum status report_restore(struct req *r)
{
	struct workshop w = {0};
	struct report_back b = {0};

	TRY(report_here(r, &w, &b));
	TRY(report_back_remove(&r->s, w.id, b.no, false));
	return go(r, "/w/%s/back?saved=1", w.key);
}

static const struct route rows[] = {
	{ POST, "/w/:workshop/back", report_add, LEAD, ON_WORKSHOP,
	  back_page },
	{ GET,  "/w/:workshop/back/:no", report_page, LEAD, ON_WORKSHOP },
	{ POST, "/w/:workshop/back/:no", report_change, LEAD, ON_WORKSHOP,
	  report_page },
	{ POST, "/w/:workshop/back/:no/remove", report_remove, LEAD,
	  ON_WORKSHOP, report_page },
	{ POST, "/w/:workshop/back/:no/restore", report_restore, LEAD,
	  ON_WORKSHOP, back_page },
	{ 0 },
};
const struct route *const report_back_routes = rows;
