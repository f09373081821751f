/* Workshops of an assessment, and the hub of one: what is next to do. */
#include <string.h>

#include "base/rights.h"
#include "base/text.h"
#include "workshop/hub.h"
#include "workshop/hub.msg"
#include "workshop/sight.h"

enum { LIST_MOST = 100 };

/* -- the list ------------------------------------------------------------ */

static i64 left_of(const struct item_list *all)
{
	i64 n = 0;

	for (size_t i = 0; i < all->n; i++)
		n += all->v[i].state == ITEM_PARKED ||
		     all->v[i].state == ITEM_LEFT;
	return n;
}

static enum status list_row(struct req *r, const struct workshop *w)
{
	struct item_list items = {0};
	i64 left;

	TRY(item_list(&r->s, w->id, &items));
	left = left_of(&items);
	emit(&r->out, "<li><a class='n' href='/w/%s'>%s</a><span class='m'>"
	     "%s%s%s</span><span class='e'>", w->key, w->title,
	     say_with(r, H_WHEN, say_day(r, w->day), hours_say(r, w)),
	     left > 0 ? " " : "", left > 0 ? arena_print(r->s.mem, "%s.",
	     say_count(r, L_LEFT, left)) : "");
	workshop_state_shown(r, w);
	emit(&r->out, "</span></li>\n");
	return OK;
}

static enum status list_page(struct req *r)
{
	struct workshop_list all = {0};
	struct view v = {0};

	TRY(view_read(r, 0, 0, &v));
	TRY(workshop_list(&r->s, r->object, LIST_MOST, &all));
	TRY(view_open(r, &v, say(r, L_TITLE)));
	emit(&r->out, "<h1>%s</h1>", say(r, L_HEAD));
	if (all.n == 0)
		emit(&r->out, "<p class='lead'>%s</p>", say(r, L_NONE));
	emit(&r->out, "<ul class='rows'>");
	for (size_t i = 0; i < all.n; i++)
		TRY(list_row(r, &all.v[i]));
	emit(&r->out, "</ul><p class='acts'>");
	if (v.open && (r->rights & LEAD) != 0)
		emit(&r->out, "<a class='btn' href='/a/%s/workshops/new'>%s"
		     "</a>", v.a.key, say(r, L_NEW));
	emit(&r->out, "<a href='/a/%s'>%s</a></p>", v.a.key, say(r, L_BACK));
	view_close(r);
	return OK;
}

/* -- what is next -------------------------------------------------------- */

enum hub_row { TO_PLAN, TO_INVITE, TO_PRINT, TO_LEAD, TO_MERGE, TO_ENTRY,
               TO_CLOSE, TO_RESULT, TO_REPORT, NOTHING };

static const struct {
	const char            *path;
	const struct sentence *name, *what;
	enum workshop_state    from, to;        /* while it is of use */
	bool                   leads;           /* only for who leads */
} places[] = {
	[TO_PLAN]   = { "plan", H_PLAN, H_PLAN_NONE, WORKSHOP_PLANNED,
	                WORKSHOP_RUNNING, false },
	[TO_INVITE] = { "invited", H_INVITE, H_INVITE_M, WORKSHOP_PLANNED,
	                WORKSHOP_REPORTED, false },
	[TO_PRINT]  = { "sheets", H_PRINT, H_PRINT_M, WORKSHOP_PLANNED,
	                WORKSHOP_RUNNING, false },
	[TO_LEAD]   = { "lead", H_LEAD, H_LEAD_M, WORKSHOP_PLANNED,
	                WORKSHOP_RUNNING, true },
	[TO_MERGE]  = { "merge", H_MERGE, H_MERGE_M, WORKSHOP_RUNNING,
	                WORKSHOP_PARTLY, true },
	[TO_ENTRY]  = { "entry", H_ENTRY, H_ENTRY_M, WORKSHOP_RUNNING,
	                WORKSHOP_PARTLY, true },
	[TO_CLOSE]  = { "close", H_CLOSE, H_CLOSE_M, WORKSHOP_RUNNING,
	                WORKSHOP_RUNNING, true },
	[TO_RESULT] = { "result", H_RESULT, H_RESULT_M, WORKSHOP_RUNNING,
	                WORKSHOP_REPORTED, false },
	[TO_REPORT] = { "back", H_REPORT, H_REPORT_M, WORKSHOP_DONE,
	                WORKSHOP_REPORTED, true },
};

static enum hub_row next_of(struct req *r, const struct workshop *w,
                            const struct item_list *items)
{
	bool fits = items->n > 0 && agenda_stands(r->s.mem, items,
	                                          w->minutes).air >= 0;

	switch (w->state) {
	case WORKSHOP_PLANNED:  return fits ? TO_INVITE : TO_PLAN;
	case WORKSHOP_INVITED:
	case WORKSHOP_RUNNING:  return TO_LEAD;
	case WORKSHOP_DONE:
	case WORKSHOP_PARTLY:   return TO_RESULT;
	case WORKSHOP_COMPILED: return TO_REPORT;
	case WORKSHOP_REPORTED: return NOTHING;
	}
	return NOTHING;
}

static const char *plan_state(struct req *r, const struct workshop *w,
                              const struct item_list *items)
{
	struct agenda_stand st = agenda_stands(r->s.mem, items, w->minutes);

	if (items->n == 0)
		return say(r, H_PLAN_NONE);
	if (st.air < 0)
		return say_with(r, H_PLAN_LONG, say_length(r, -st.air), NULL);
	return st.holds ? say_with(r, H_PLAN_HOLDS, say_length(r, st.air),
	                           NULL) : say(r, H_PLAN_TIGHT);
}

static void place(struct req *r, const struct workshop *w, enum hub_row at,
                  bool next, const char *what)
{
	emit(&r->out, "<li><a class='n' href='/w/%s/%s'>%s</a>"
	     "<span class='m'>%s</span>", w->key, places[at].path,
	     say(r, places[at].name), what);
	if (next) {
		emit(&r->out, "<span class='e'>");
		state(r, ICON_HALF, "", say(r, H_DO_NOW));
		emit(&r->out, "</span>");
	}
	emit(&r->out, "</li>");
}

static void places_shown(struct req *r, const struct workshop *w,
                         const struct item_list *items)
{
	enum hub_row next = next_of(r, w, items);

	emit(&r->out, "<h2>%s</h2><ol class='rows'>", say(r, H_NEXT));
	for (int i = TO_PLAN; i < NOTHING; i++) {
		if (w->state < places[i].from || w->state > places[i].to ||
		    (places[i].leads && (r->rights & LEAD) == 0))
			continue;
		place(r, w, (enum hub_row)i, i == (int)next, i == TO_PLAN ?
		      plan_state(r, w, items) : say(r, places[i].what));
	}
	emit(&r->out, "</ol>");
}

/* -- the way in ---------------------------------------------------------- */

/* "ABC 4KT": easier to read out and type. */
static const char *code_spaced(const struct req *r, const char *code)
{
	return strlen(code) != 6 ? code :
	       arena_print(r->s.mem, "%.3s %s", code, code + 3);
}

/* Without https://, as people type it. */
static const char *site_of(const struct req *r)
{
	const char *at = strstr(r->house->url, "://");

	return at == NULL ? r->house->url : at + 3;
}

static void join_panel(struct req *r, const struct workshop *w)
{
	const char *link;

	emit(&r->out, "<section class='panel' aria-labelledby='join'>"
	     "<h2 id='join'>%s</h2>", say(r, H_JOIN));
	if (w->code == NULL) {
		emit(&r->out, "<p>%s</p></section>", say(r, H_CODE_GONE));
		return;
	}
	link = arena_print(r->s.mem, "%s/j/%s", r->house->url, w->code);
	emit(&r->out, "<p>%s</p><p class='code'>%s</p>", say_with(r,
	     H_JOIN_AT, arena_print(r->s.mem, "%s/j", site_of(r)), NULL),
	     code_spaced(r, w->code));
	qr_svg(r, link, say_with(r, H_QR, link, NULL));
	emit(&r->out, "<p class='small'>%s<br><b>%s</b></p>"
	     "<p class='small muted'>%s</p>", say(r, H_JOIN_LINK), link,
	     say(r, H_CODE_ENDS));
	if ((r->rights & LEAD) != 0) {
		button_form(r, "code", "btn sec sm", say(r, H_NEW_CODE),
		            "/w/%s/code", w->key);
		emit(&r->out, "<p class='small muted'>%s</p>",
		     say(r, H_NEW_CODE_WHY));
	}
	emit(&r->out, "</section>");
}

/* -- the facts ----------------------------------------------------------- */

static void fact(struct req *r, const struct sentence *label,
                 const char *text)
{
	if (!text_blank(text))
		emit(&r->out, "<div><dt>%s</dt><dd>%s</dd></div>",
		     say(r, label), text);
}

static const char *disposal_of(const struct req *r, const struct workshop *w)
{
	const char *text = w->disposal;

	if (!text_blank(w->disposal_ref))
		text = arena_print(r->s.mem, "%s. %s", text, say_with(r,
		                   H_REF, w->disposal_ref, NULL));
	if (w->disposal_on != 0)
		text = arena_print(r->s.mem, "%s %s", text, say_with(r,
		                   H_FROM_DAY, say_day(r, w->disposal_on),
		                   NULL));
	return text;
}

static void facts(struct req *r, const struct workshop *w)
{
	emit(&r->out, "<h2>%s</h2><dl class='sum'>", say(r, H_FACTS));
	fact(r, H_TEMPLATE, template_say(r, (enum plan_template)w->template));
	fact(r, H_PLACE, arena_print(r->s.mem, "%s%s%s",
	     form_say(r, w->form), text_blank(w->place) ? "" : ". ",
	     w->place));
	fact(r, H_WAY, say(r, w->way == WAY_SILENT ? F_SILENT : F_TOGETHER));
	fact(r, H_DISPOSAL, disposal_of(r, w));
	fact(r, H_NOTE, w->note);
	emit(&r->out, "</dl>");
	if ((r->rights & LEAD) != 0)
		emit(&r->out, "<p><a href='/w/%s/facts'>%s</a></p>", w->key,
		     say(r, F_CHANGE));
}

static void boards(struct req *r, const struct workshop *w,
                   const struct board_list *all)
{
	emit(&r->out, "<h2>%s</h2><p>", say(r, H_BOARDS));
	for (size_t i = 0; i < all->n; i++)
		emit(&r->out, "%s%s", i == 0 ? "" : ", ", all->v[i].name);
	emit(&r->out, ".</p>");
	if ((r->rights & LEAD) != 0)
		emit(&r->out, "<p><a href='/w/%s/boards'>%s</a></p>", w->key,
		     say(r, H_TO_BOARDS));
}

/* -- the hub ------------------------------------------------------------- */

static void agenda(struct req *r, const struct sight *sg)
{
	emit(&r->out, "<h2>%s</h2>", say(r, H_AGENDA));
	if (sg->items.n == 0)
		emit(&r->out, "<p>%s</p>", say(r, H_NO_AGENDA));
	else
		agenda_rows(r, sg, &sg->items, NULL);
}

static enum status hub(struct req *r)
{
	struct sight sg = {0};

	TRY(workshop_here(r, &sg.w));
	TRY(item_list(&r->s, sg.w.id, &sg.items));
	TRY(board_list(&r->s, sg.w.id, &sg.boards));
	workshop_open(r, &sg.w, sg.w.title);
	emit(&r->out, "<h1>%s</h1><p class='lead'>%s %s</p>"
	     "<div class='two lr'><div>", sg.w.title,
	     say_with(r, H_WHEN, say_day(r, sg.w.day), hours_say(r, &sg.w)),
	     say_with(r, H_AT, say_count(r, H_PEOPLE, sg.w.people),
	     say_count(r, H_TABLES, (i64)sg.boards.n)));
	places_shown(r, &sg.w, &sg.items);
	agenda(r, &sg);
	emit(&r->out, "</div><aside class='side' aria-label='%s'>",
	     say(r, H_FACTS));
	join_panel(r, &sg.w);
	facts(r, &sg.w);
	boards(r, &sg.w, &sg.boards);
	emit(&r->out, "</aside></div>");
	page_close(r);
	return OK;
}

static enum status code_renew(struct req *r)
{
	TRY(workshop_new_code(&r->s, r->object));
	return go(r, "/w/%s?saved=1", r->object_key);
}

#define W "/w/:workshop"
#define A "/a/:assessment/workshops"

static const struct route rows[] = {
	{ GET,  A, list_page, READ, ON_ASSESSMENT },
	{ GET,  A "/new", workshop_new_page, LEAD, ON_ASSESSMENT },
	{ POST, A "/new", workshop_create, LEAD, ON_ASSESSMENT,
	  workshop_new_page },
	{ GET,  W, hub, READ, ON_WORKSHOP },
	{ GET,  W "/facts", facts_page, LEAD, ON_WORKSHOP },
	{ POST, W, facts_save, LEAD, ON_WORKSHOP, facts_page },
	{ POST, W "/code", code_renew, LEAD, ON_WORKSHOP, hub },
	{ GET,  W "/boards", boards_page, LEAD, ON_WORKSHOP },
	{ POST, W "/boards", board_add, LEAD, ON_WORKSHOP, boards_page },
	{ POST, W "/boards/:no", board_save, LEAD, ON_WORKSHOP,
	  boards_page },
	{ POST, W "/boards/:no/retire", board_put_away, LEAD, ON_WORKSHOP,
	  boards_page },
	{ POST, W "/boards/:no/restore", board_take_back, LEAD, ON_WORKSHOP,
	  boards_page },
	{ 0 },
};
const struct route *const workshop_routes = rows;
