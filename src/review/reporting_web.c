/* The report back: what has been told to whom, and who still waits. */
#include "assess/words.h"
#include "base/text.h"
#include "review/reporting.msg"
#include "review/review.h"

static enum status owed_read(struct req *r, const struct reporting_list *told,
                             struct owed_list *out)
{
	struct actor_link_list links = {0};
	struct occasion_list occasions = {0};
	struct review_list reviews = {0};

	TRY(actor_link_list(&r->s, r->object, &links));
	TRY(occasion_list(&r->s, r->object, &occasions));
	TRY(review_list(&r->s, r->object, &reviews));
	owed_of(r->s.mem, &links, &occasions, &reviews, told, out);
	return OK;
}

static const char *owed_name(const struct req *r, const struct owed *o)
{
	switch (o->kind) {
	case OWED_OCCASION: return say_with(r, B_OCCASION, o->name, NULL);
	case OWED_REVIEWER: return say_with(r, B_REVIEWER, o->name, NULL);
	case OWED_ACTOR:    break;
	}
	return o->name;
}

static bool has(const struct owed_list *all, const struct owed *one)
{
	for (size_t i = 0; i < all->n; i++)
		if (all->v[i].kind == one->kind && all->v[i].no == one->no)
			return true;
	return false;
}

/* -- the form ------------------------------------------------------------ */

static void ask_report(struct req *r, const struct reporting *b,
                       const struct owed_list *owed)
{
	struct option_list to = {0};

	ask_day(r, &(struct ask){ .name = "day", .label = say(r, B_DAY),
		.class = "w20" }, b->day);
	ask_text(r, &(struct ask){ .name = "forum", .label = say(r, B_FORUM),
		.hint = say(r, B_FORUM_HINT), .stored = b->forum });
	for (size_t i = 0; i < owed->n; i++)
		option_add(r, &to, arena_print(r->s.mem, "%d-%lld",
		           (int)owed->v[i].kind, owed->v[i].no),
		           owed_name(r, &owed->v[i]), b->no == 0 ?
		           !owed->v[i].told : has(&b->to, &owed->v[i]));
	if (to.n > 0)
		ask_line(r, &(struct ask){ .name = "to",
			.label = say(r, B_TO) }, &to, true);
	ask_text(r, &(struct ask){ .name = "audience", .optional = true,
		.label = say(r, B_AUDIENCE), .stored = b->audience });
	ask_text(r, &(struct ask){ .name = "said", .rows = 4,
		.label = say(r, B_SAID), .stored = b->said });
	button_save(r, say(r, B_SAVE));
}

static enum status read_to(struct req *r, const struct owed_list *owed,
                           struct reporting *b)
{
	for (size_t i = 0; i < owed->n; i++)
		if (form_has(r, "to", arena_print(r->s.mem, "%d-%lld",
		             (int)owed->v[i].kind, owed->v[i].no)))
			*PUSH(r->s.mem, &b->to) = owed->v[i];
	return form_fine(r);
}

static enum status read_report(struct req *r, struct reporting *b)
{
	size_t before = r->issues.n;
	struct reporting_list told = {0};
	struct owed_list owed = {0};

	b->day = form_day(r, "day");
	if (b->day == 0 && r->issues.n == before)
		issue(r, "day", B_SAY_DAY);
	b->forum = form_needed(r, "forum", LINE, B_SAY_FORUM);
	b->audience = form_text(r, "audience", TEXT);
	b->said = form_needed(r, "said", TEXT, B_SAY_SAID);
	b->to = (struct owed_list){0};
	TRY(owed_read(r, &told, &owed));
	return read_to(r, &owed, b);
}

/* -- the list ------------------------------------------------------------ */

static void who_waits(struct req *r, const struct owed_list *owed)
{
	bool any = false;

	emit(&r->out, "<h2>%s</h2>", say(r, B_OWED));
	for (size_t i = 0; i < owed->n; i++) {
		if (owed->v[i].told)
			continue;
		emit(&r->out, any ? "<li>" : "<ul class='rows tight'><li>");
		state(r, ICON_NOT_BEGUN, "", owed_name(r, &owed->v[i]));
		emit(&r->out, "</li>");
		any = true;
	}
	if (any)
		emit(&r->out, "</ul>");
	else
		emit(&r->out, "<p>%s</p>", say(r, owed->n == 0 ? B_NO_ONE :
		                               B_OWED_NONE));
}

static void report_row(struct req *r, const struct reporting *b,
                       const struct owed_list *owed)
{
	const char *to = b->audience;

	for (size_t i = 0; i < owed->n; i++)
		if (has(&b->to, &owed->v[i]))
			to = text_blank(to) ? owed_name(r, &owed->v[i]) :
			     arena_print(r->s.mem, "%s, %s", to,
			                 owed_name(r, &owed->v[i]));
	emit(&r->out, "<li><b>%s · %s</b><br>%s<br><span class='pre'>%s"
	     "</span>", say_day(r, b->day), b->forum, to, b->said);
	if ((r->rights & LEAD) != 0)
		emit(&r->out, "<br><a href='/a/%s/reporting/%lld'>%s<span"
		     " class='vh'> %s</span></a>", r->object_key, b->no,
		     say(r, B_CHANGE), say_day(r, b->day));
	emit(&r->out, "</li>");
}

static void just_removed(struct req *r, const struct reporting_list *all)
{
	i64 no = query_no(r, "removed");

	for (size_t i = 0; i < all->n; i++) {
		if (!all->v[i].removed || all->v[i].no != no)
			continue;
		emit(&r->out, "<div class='note' role='status'><p>%s</p>",
		     say(r, B_REMOVED));
		button_form(r, "undo", "btn sec sm", say(r, B_UNDO),
		            "/a/%s/reporting/%lld/restore", r->object_key,
		            no);
		emit(&r->out, "</div>");
	}
}

static void reports(struct req *r, const struct reporting_list *all,
                    const struct owed_list *owed)
{
	bool any = false;

	emit(&r->out, "<h2>%s</h2>", say(r, B_DONE));
	just_removed(r, all);
	for (size_t i = 0; i < all->n; i++) {
		if (all->v[i].removed)
			continue;
		if (!any)
			emit(&r->out, "<ol class='time'>");
		any = true;
		report_row(r, &all->v[i], owed);
	}
	if (any)
		emit(&r->out, "</ol>");
	else
		emit(&r->out, "<p>%s</p>", say(r, B_NONE));
}

static enum status list_page(struct req *r)
{
	struct reporting_list all = {0};
	struct owed_list owed = {0};
	struct view v = {0};

	TRY(view_read(r, 0, 0, &v));
	TRY(reporting_list(&r->s, v.a.id, &all));
	TRY(owed_read(r, &all, &owed));
	TRY(view_open(r, &v, say(r, B_TITLE)));
	emit(&r->out, "<h1>%s</h1><p class='lead'>%s</p>", say(r, B_HEAD),
	     say(r, v.open ? B_EARLY : B_LEAD));
	who_waits(r, &owed);
	reports(r, &all, &owed);
	emit(&r->out, "<p class='noprint'><a href='/a/%s/workshops'>%s</a>"
	     "</p>", v.a.key, say(r, B_WORKSHOPS));
	if (!v.open && (r->rights & LEAD) != 0) {
		emit(&r->out, "<h2>%s</h2>", say(r, B_NEW));
		form_open(r, "report", "/a/%s/reporting", v.a.key);
		ask_report(r, &(struct reporting){ .forum = "",
			.audience = "", .said = "" }, &owed);
		form_close(r);
	}
	view_close(r);
	return OK;
}

static enum status here(struct req *r, struct reporting *b)
{
	return reporting_get(&r->s, r->object, arg_no(r, "no"), b);
}

static enum status edit_page(struct req *r)
{
	struct reporting_list told = {0};
	struct owed_list owed = {0};
	struct reporting b = {0};
	struct view v = {0};

	TRY(here(r, &b));
	if (b.removed)
		return NOT_FOUND;
	TRY(view_read(r, 0, 0, &v));
	TRY(owed_read(r, &told, &owed));
	TRY(view_open(r, &v, say(r, B_TITLE)));
	emit(&r->out, "<p><a href='/a/%s/reporting'>", v.a.key);
	icon(r, ICON_BACK);
	emit(&r->out, "%s</a></p><h1>%s</h1>", say(r, B_ALL),
	     say(r, B_EDIT_HEAD));
	form_open(r, "report", "/a/%s/reporting/%lld", v.a.key, b.no);
	ask_version(r, b.version);
	ask_report(r, &b, &owed);
	form_close(r);
	button_form(r, "remove", "btn sec", say(r, B_REMOVE),
	            "/a/%s/reporting/%lld/remove", v.a.key, b.no);
	view_close(r);
	return OK;
}

/* -- changes ------------------------------------------------------------- */

static enum status add(struct req *r)
{
	struct reporting b = {0};

	TRY(read_report(r, &b));
	TRY(reporting_note(&r->s, r->object, &b));
	return go(r, "/a/%s/reporting?saved=1", r->object_key);
}

static enum status change(struct req *r)
{
	struct reporting b = {0};

	TRY(here(r, &b));
	if (b.removed)
		return NOT_FOUND;
	TRY(read_report(r, &b));
	b.version = form_version(r);
	TRY(reporting_change(&r->s, r->object, &b));
	return go(r, "/a/%s/reporting?saved=1", r->object_key);
}

static enum status drop(struct req *r)
{
	TRY(reporting_remove(&r->s, r->object, arg_no(r, "no"), true));
	return go(r, "/a/%s/reporting?removed=%lld", r->object_key,
	          arg_no(r, "no"));
}

static enum status restore(struct req *r)
{
	TRY(reporting_remove(&r->s, r->object, arg_no(r, "no"), false));
	return go(r, "/a/%s/reporting?saved=1", r->object_key);
}

#define B "/a/:assessment/reporting"

static const struct route rows[] = {
	{ GET,  B, list_page, READ, ON_ASSESSMENT },
	{ POST, B, add, LEAD, ON_ASSESSMENT, list_page },
	{ GET,  B "/:no", edit_page, LEAD, ON_ASSESSMENT },
	{ POST, B "/:no", change, LEAD, ON_ASSESSMENT, edit_page },
	{ POST, B "/:no/remove", drop, LEAD, ON_ASSESSMENT },
	{ POST, B "/:no/restore", restore, LEAD, ON_ASSESSMENT },
	{ 0 },
};
const struct route *const reporting_routes = rows;
