/*
 * The receipt: a participant's own way back. It outlives the code, needs no
 * account, and shows what the table wrote, the draft, the report and what
 * became of it.
 */
#include "base/clock.h"
#include "base/text.h"
#include "seal/seal.h"
#include "workshop/after.h"
#include "workshop/back.h"
#include "workshop/back.msg"
#include "workshop/show.h"
#include "workshop/table.h"

/* What the page of somebody who took part has at hand. */
struct visitor {
	struct guest      g;
	struct workshop   w;
	struct assessment a;
};

static enum status visitor_here(struct req *r, struct visitor *v)
{
	TRY(guest_get(&r->s, r->object, &v->g));
	v->g.key = r->object_key;
	TRY(workshop_get(&r->s, v->g.workshop, &v->w));
	return assess_get(&r->s, v->w.assessment, &v->a);
}

static void open_phone(struct req *r, const struct visitor *v,
                       const char *title)
{
	page_open(r, &(struct page){ .title = title, .look = "phone",
	                             .own_script = true });
	page_main(r);
	emit(&r->out, "<p class='muted small'>%s · %s</p>", v->w.title,
	     v->a.title);
}

/* -- what the table wrote ------------------------------------------------ */

static void finding_numbers(struct req *r, const struct trace_list *all,
                            const struct board_reply *b)
{
	i64 last = 0;

	emit(&r->out, "<b class='fn'>");
	for (size_t i = 0; i < all->n; i++) {
		const struct trace *t = &all->v[i];

		if (t->item != b->item || t->goal != b->goal ||
		    (t->board != 0 && t->board != b->board) || t->no == last)
			continue;
		emit(&r->out, "%sF%lld", last == 0 ? "" : " ", t->no);
		last = t->no;
	}
	emit(&r->out, "</b>");
}

static void sentence(struct req *r, const char *text)
{
	if (!text_blank(text))
		emit(&r->out, "<p class='s'>%s</p>", text);
}

static void table_row(struct req *r, const struct board_reply *b,
                      const struct item *i, const struct trace_list *traces)
{
	const struct item_goal *g = NULL;
	unsigned set;

	for (size_t k = 0; k < i->goals.n; k++)
		if (i->goals.v[k].goal == b->goal)
			g = &i->goals.v[k];
	emit(&r->out, "<li>");
	finding_numbers(r, traces, b);
	emit(&r->out, "<div>");
	sentence(r, b->plus);
	sentence(r, b->minus);
	sentence(r, b->other);
	emit(&r->out, "<p class='m'>");
	item_line(r, i, g);
	set = g == NULL ? 0 : value_read(b->value, goal_has_path(g));
	if (set != 0)
		values_shown(r, set);
	emit(&r->out, "</p>");
	if (!text_blank(b->dissent))
		emit(&r->out, "<p class='m'><span class='diss'>"
		     "<span aria-hidden='true'>≠</span></span> %s</p>",
		     say_with(r, R_DISSENT, b->dissent, NULL));
	emit(&r->out, "</div></li>");
}

/* While it goes on the receipt is as silent as every other page: nobody reads
 * their table's answer here before they have given their own. */
static enum status table_wrote(struct req *r, const struct visitor *v)
{
	struct board_reply_list all = {0};
	struct trace_list traces = {0};
	struct item_list items = {0};
	bool any = false, waits = false;

	if (v->g.board == 0) {
		emit(&r->out, "<p>%s</p>", say(r, R_NO_TABLE));
		return OK;
	}
	TRY(board_reply_list(&r->s, v->w.id, 0, &all));
	TRY(item_list(&r->s, v->w.id, &items));
	TRY(trace_list(&r->s, v->a.id, TRACE_FINDING, 0, &traces));
	emit(&r->out, "<h2>%s</h2>", say_with(r, R_TABLE, v->g.board_name,
	                                      NULL));
	for (size_t i = 0; i < all.n; i++) {
		const struct item *of = NULL;

		for (size_t k = 0; k < items.n; k++)
			if (items.v[k].id == all.v[i].item)
				of = &items.v[k];
		if (of == NULL || all.v[i].board != v->g.board)
			continue;
		if (!item_is_shown(&v->w, of)) {
			waits = true;
			continue;
		}
		if (!any)
			emit(&r->out, "<ol class='fynd'>");
		table_row(r, &all.v[i], of, &traces);
		any = true;
	}
	if (any)
		emit(&r->out, "</ol><p class='small muted'>%s</p>",
		     say(r, R_WORD));
	if (waits || !any)
		emit(&r->out, "<p>%s</p>", say(r, waits ? R_TABLE_LATER :
		                               R_TABLE_NONE));
	return OK;
}

/* -- what happens now ---------------------------------------------------- */

static void station(struct req *r, const char *class, const char *when)
{
	emit(&r->out, "<li class='%s'><b>%s</b>", class, when);
}

static void draft_station(struct req *r, const struct visitor *v)
{
	bool over = workshop_is_over(v->w.state);

	station(r, over ? "" : "plan", say_day(r, v->w.day));
	if (over)
		emit(&r->out, "<a href='draft'>%s</a></li>", say(r, R_DRAFT));
	else
		emit(&r->out, "%s</li>", say(r, R_DRAFT_SOON));
	if (!over)
		return;
	if (v->w.state < WORKSHOP_REPORTED) {
		station(r, "half", say(r, R_REMARKS));
		emit(&r->out, "<a href='draft#remarks'>%s</a></li>",
		     say(r, R_COMMENT));
	} else {
		station(r, "", say(r, R_REMARKS));
		emit(&r->out, "%s</li>", say(r, R_COMMENT_OVER));
	}
}

static void report_station(struct req *r, const struct visitor *v)
{
	bool done = assessment_is_final(v->a.state);

	station(r, done ? "" : "plan", say(r, R_REPORT));
	if (done)
		emit(&r->out, "<a href='report'>%s</a></li>",
		     say(r, R_REPORT));
	else
		emit(&r->out, "%s</li>", say(r, R_REPORT_SOON));
}

void report_back_row(struct req *r, const struct report_back *b)
{
	emit(&r->out, "%s%s%s", b->forum, text_blank(b->audience) ? "" : " · ",
	     b->audience);
	emit(&r->out, "<br>%s", b->said);
	if (!text_blank(b->changed))
		emit(&r->out, "<br>%s", say_with(r, R_CHANGED, b->changed,
		                                 NULL));
}

static void back_stations(struct req *r, const struct report_back_list *all,
                          enum report_kind kind)
{
	for (size_t i = 0; i < all->n; i++) {
		if (all->v[i].removed || all->v[i].kind != kind)
			continue;
		station(r, "", say_day(r, all->v[i].day));
		report_back_row(r, &all->v[i]);
		emit(&r->out, "</li>");
	}
}

static enum status what_happens(struct req *r, const struct visitor *v)
{
	struct report_back_list back = {0};
	struct subject subject = {0};
	bool became = false;

	TRY(report_back_list(&r->s, v->w.id, &back));
	TRY(subject_get(&r->s, v->a.subject, &subject));
	emit(&r->out, "<h2>%s</h2><ol class='time'>", say(r, R_NEXT));
	draft_station(r, v);
	report_station(r, v);
	back_stations(r, &back, REPORT_BACK);
	for (size_t i = 0; i < back.n; i++)
		became = became || (!back.v[i].removed &&
		                    back.v[i].kind == REPORT_BECAME);
	if (!became && subject.decided_on != 0) {
		station(r, "plan", say_day(r, subject.decided_on));
		emit(&r->out, "%s</li>", say_with(r, R_DECISION,
		     subject.decided_by, NULL));
	}
	back_stations(r, &back, REPORT_BECAME);
	if (!became) {
		station(r, "plan", say(r, R_AFTER));
		emit(&r->out, "%s</li>", say(r, R_BECAME));
	}
	emit(&r->out, "</ol>");
	return OK;
}

static void own_organisation(struct req *r, const struct visitor *v)
{
	if (text_blank(v->g.organisation) || !workshop_is_over(v->w.state))
		return;
	emit(&r->out, "<h2>%s</h2><p>%s</p><p><a class='btn sec'"
	     " href='organisation'>%s</a></p>", say(r, R_ORG),
	     say(r, R_ORG_TEXT), say_with(r, R_ORG_LINK, v->g.organisation,
	     NULL));
}

static enum status receipt_page(struct req *r)
{
	struct visitor v = {0};

	TRY(visitor_here(r, &v));
	open_phone(r, &v, say(r, R_TITLE));
	emit(&r->out, "<p class='effl'>");
	icon(r, ICON_DONE);
	emit(&r->out, "<b>%s</b></p><h1>%s</h1><p>%s</p>", say(r, R_SENT),
	     say(r, R_HEAD), say(r, R_LEAD));
	emit(&r->out, "<p class='small'>%s:<br><span class='num'>%s/d/%s"
	     "/receipt</span></p>", say(r, R_SAVE), r->house->url == NULL ?
	     "" : r->house->url, r->object_key);
	if (v.w.state < WORKSHOP_COMPILED)
		emit(&r->out, "<p><a class='btn sec' href='now'>%s</a></p>",
		     say(r, R_STILL));
	TRY(table_wrote(r, &v));
	TRY(what_happens(r, &v));
	own_organisation(r, &v);
	emit(&r->out, "<p class='small muted'>%s</p>", say(r,
	     v.w.disposed_at != 0 ? R_DISPOSED : R_RECORDS));
	page_close(r);
	return OK;
}

/* -- the draft, and comments on it --------------------------------------- */

static void own_remarks(struct req *r, const struct remark_list *all)
{
	for (size_t i = 0; i < all->n; i++)
		if (all->v[i].own)
			remark_shown(r, &all->v[i]);
}

static void ask_remark(struct req *r)
{
	form_open(r, "remark", "/d/%s/remarks", r->object_key);
	ask_text(r, &(struct ask){ .name = "text", .rows = 4,
		.label = say(r, R_REMARK), .hint = say(r, R_REMARK_HINT) });
	ask_text(r, &(struct ask){ .name = "finding", .optional = true,
		.class = "w10", .label = say(r, R_ABOUT) });
	emit(&r->out, "<p class='acts'>");
	button(r, "btn", say(r, R_SEND));
	emit(&r->out, "</p>");
	form_close(r);
}

static enum status draft_page(struct req *r)
{
	struct visitor v = {0};
	struct remark_list remarks = {0};

	TRY(visitor_here(r, &v));
	if (!workshop_is_over(v.w.state))
		return NOT_FOUND;
	TRY(remark_list(&r->s, v.w.id, remark_who(r->s.mem, r->object_key),
	                &remarks));
	open_phone(r, &v, say(r, R_DRAFT));
	page_saved(r);
	TRY(result_shown(r, &v.w));
	emit(&r->out, "<h2 id='remarks'>%s</h2>", say(r, R_REMARKS));
	own_remarks(r, &remarks);
	if (v.g.category == CATEGORY_ELECTED)
		emit(&r->out, "<p>%s</p>", say(r, R_ELECTED));
	else if (v.w.state < WORKSHOP_REPORTED)
		ask_remark(r);
	else
		emit(&r->out, "<p>%s</p>", say(r, R_OVER));
	emit(&r->out, "<p><a href='receipt'>%s</a></p>", say(r, R_TITLE));
	page_close(r);
	return OK;
}

static enum status remark_add(struct req *r)
{
	struct visitor v = {0};
	struct remark m = {0};

	TRY(visitor_here(r, &v));
	m.text = form_needed(r, "text", TEXT, R_REMARK_SAY);
	m.finding_no = form_choice(r, "finding", 1, 9999);
	TRY(form_fine(r));
	TRY(remark_note(&r->s, &v.g, &m));
	return go(r, "draft?saved=1#remarks");
}

/* What was finished, byte for byte as it is kept. */
static enum status final_report(struct req *r)
{
	struct visitor v = {0};
	struct edition e = {0};

	TRY(visitor_here(r, &v));
	TRY(edition_get(&r->s, v.a.id, &e));
	open_phone(r, &v, say(r, R_REPORT));
	annex_shown(r, e.html);
	page_close(r);
	return OK;
}

static enum status own_page(struct req *r)
{
	struct visitor v = {0};

	TRY(visitor_here(r, &v));
	if (text_blank(v.g.organisation) || !workshop_is_over(v.w.state))
		return NOT_FOUND;
	open_phone(r, &v, say(r, R_ORG));
	TRY(organisation_shown(r, &v.w, v.g.organisation));
	emit(&r->out, "<p><a href='receipt'>%s</a></p>", say(r, R_TITLE));
	page_close(r);
	return OK;
}

static const struct route rows[] = {
	{ GET,  "/d/:guest/receipt", receipt_page, GUEST, ON_GUEST },
	{ GET,  "/d/:guest/draft", draft_page, GUEST, ON_GUEST,
	  .heavy = true },
	{ GET,  "/d/:guest/report", final_report, GUEST, ON_GUEST },
	{ GET,  "/d/:guest/organisation", own_page, GUEST, ON_GUEST },
	{ POST, "/d/:guest/remarks", remark_add, GUEST, ON_GUEST,
	  draft_page },
	{ 0 },
};
const struct route *const receipt_routes = rows;
