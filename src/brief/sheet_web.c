/* Decision sheets of an assessment: the list, each as it looks, its form. */
#include "assess/view.h"
#include "base/text.h"
#include "brief/sheet.h"
#include "brief/sheet.msg"
#include "paper/paper.h"

/* -- the list ------------------------------------------------------------ */

static void row(struct req *r, const struct choice *c)
{
	emit(&r->out, "<li><a class='n' href='/a/%s/sheets/%lld'>%s</a>"
	     "<span class='m'>%s", r->object_key, c->no, c->question,
	     c->body);
	if (c->decided_on != 0)
		emit(&r->out, "%s%s", text_blank(c->body) ? "" : ", ",
		     say_day(r, c->decided_on));
	emit(&r->out, "</span></li>");
}

static void rows(struct req *r, const struct choice_list *all)
{
	if (all->n == 0)
		emit(&r->out, "<div class='panel'><p><b>%s</b> %s</p></div>",
		     say(r, W_NONE), say(r, W_NONE_HOW));
	else
		emit(&r->out, "<ul class='rows'>");
	for (size_t i = 0; i < all->n; i++)
		row(r, &all->v[i]);
	if (all->n > 0)
		emit(&r->out, "</ul>");
}

static void removed(struct req *r)
{
	i64 no = query_no(r, "removed");

	if (no == 0 || r->failed)
		return;
	emit(&r->out, "<div class='note' role='status'><p>%s</p>",
	     say(r, W_REMOVED));
	button_form(r, "undo", "btn sec sm", say(r, W_UNDO),
	            "/a/%s/sheets/%lld/restore", r->object_key, no);
	emit(&r->out, "</div>");
}

/* Conflicts and positions that one can begin with: "K1", "V2", or the whole. */
static void ask_from(struct req *r, const struct document *d)
{
	struct option_list all = {0};

	for (size_t i = 0; i < d->conflicts.n; i++) {
		const struct conflict *c = &d->conflicts.v[i];

		if (c->sign == CONFLICT)
			option_add(r, &all, arena_print(r->s.mem, "K%lld",
			           c->no), arena_print(r->s.mem, "K%lld %s",
			           c->no, c->title), all.n == 0);
	}
	for (size_t i = 0; i < d->positions.n; i++)
		option_add(r, &all, arena_print(r->s.mem, "V%lld",
		           d->positions.v[i].no), arena_print(r->s.mem,
		           "V%lld %s", d->positions.v[i].no,
		           d->positions.v[i].text), all.n == 0);
	option_add(r, &all, "0", say(r, W_WHOLE), all.n == 0);
	ask_cards(r, &(struct ask){ .name = "from",
		.label = say(r, W_FROM) }, &all, false);
}

static void ask_new(struct req *r, const struct document *d)
{
	emit(&r->out, "<h2>%s</h2>", say(r, W_NEW));
	form_open(r, "sheet", "/a/%s/sheets", r->object_key);
	ask_from(r, d);
	emit(&r->out, "<p class='acts'>");
	button(r, "btn", say(r, W_MAKE));
	emit(&r->out, "</p><p class='muted'>%s</p>", say(r, W_MEANT));
	form_close(r);
}

static enum status list_page(struct req *r)
{
	struct document *d = NEW(r->s.mem, struct document);
	struct choice_list all = {0};
	struct view v = {0};

	TRY(view_read(r, 0, 0, &v));
	TRY(choice_list(&r->s, v.a.id, &all));
	TRY(document_of(&r->s, v.a.id, d));
	TRY(view_open(r, &v, say(r, W_TITLE)));
	removed(r);
	emit(&r->out, "<h1>%s</h1><p class='lead'>%s</p>", say(r, W_HEAD),
	     say(r, W_LEAD));
	rows(r, &all);
	if ((r->rights & ANSWER) != 0)
		ask_new(r, d);
	view_close(r);
	return OK;
}

/* -- a new one ----------------------------------------------------------- */

static bool read_from(struct req *r, i64 *conflict_no, i64 *position_no)
{
	const char *from = or_empty(form_raw(r, "from"));

	if (same(from, "0"))
		return true;
	if (*from != 'K' && *from != 'V')
		return false;
	return number_read(from + 1, 1, INT32_MAX,
	                   *from == 'K' ? conflict_no : position_no);
}

static enum status make(struct req *r)
{
	struct document *d = NEW(r->s.mem, struct document);
	i64 conflict_no = 0, position_no = 0;
	struct choice c;

	if (!read_from(r, &conflict_no, &position_no)) {
		issue(r, "from", W_FROM_WRONG);
		return INVALID;
	}
	TRY(document_of(&r->s, r->object, d));
	if (!choice_draft(r->s.mem, d, conflict_no, position_no, r->language,
	                  &c)) {
		issue(r, "from", W_FROM_WRONG);
		return INVALID;
	}
	TRY(choice_note(&r->s, r->object, &c));
	return go(r, "/a/%s/sheets/%lld", r->object_key, c.no);
}

/* -- as it looks --------------------------------------------------------- */

static enum status compose(struct req *r, i64 no, struct choice *c,
                           struct paper **out, struct sheet_left *left)
{
	struct document *d = NEW(r->s.mem, struct document);
	struct choice_list one = {0};
	struct hole_list holes = {0};

	TRY(choice_get(&r->s, r->object, no, c));
	TRY(document_of(&r->s, r->object, d));
	TRY(holes_read(&r->s, r->object, d, r->language, &holes));
	*PUSH(r->s.mem, &one) = *c;
	*out = sheet_compose(r->s.mem, d, &one, &holes, r->language, left);
	return OK;
}

static bool anything(const struct sheet_left *left)
{
	return left->ways + left->voices + left->changes + left->unknown +
	       left->shortened > 0;
}

static void ways_on(struct req *r, i64 no, const struct sheet_left *left)
{
	emit(&r->out, "<p class='acts noprint'>");
	if ((r->rights & ANSWER) != 0)
		emit(&r->out, "<a class='btn sm' href='/a/%s/sheets/%lld/edit'"
		     ">%s</a>", r->object_key, no, say(r, W_EDIT));
	emit(&r->out, "<a class='btn sec sm' href='/a/%s/sheets/%lld/"
	     "sheet.pdf'>%s</a><a href='/a/%s/sheets/%lld/sheet.docx'>DOCX"
	     "</a><a href='/a/%s/report'>%s</a></p>", r->object_key, no,
	     say(r, W_PDF), r->object_key, no, r->object_key,
	     say(r, W_ANNEX));
	if (anything(left) && (r->rights & ANSWER) != 0)
		emit(&r->out, "<p class='note noprint'>%s</p>",
		     say(r, W_CUT));
}

static enum status sheet_page(struct req *r)
{
	struct sheet_left left = {0};
	struct view v = {0};
	struct paper *p;
	struct choice c;

	TRY(view_read(r, 0, 0, &v));
	TRY(compose(r, arg_no(r, "no"), &c, &p, &left));
	TRY(view_open(r, &v, c.question));
	emit(&r->out, "<p class='muted noprint'><a href='/a/%s/sheets'>%s</a>"
	     "</p>", r->object_key, say(r, W_TITLE));
	ways_on(r, c.no, &left);
	emit(&r->out, "<article class='a4'><p class='muted small'>%s · %s"
	     "</p>", p->running, r->org_name);
	paper_html(p, &r->out, 1);
	emit(&r->out, "</article><p class='muted small noprint'>%s</p>",
	     say(r, W_RECORD));
	view_close(r);
	return OK;
}

static enum status sheet_file(struct req *r)
{
	struct sheet_left left = {0};
	struct paper *p;
	struct choice c;

	TRY(compose(r, arg_no(r, "no"), &c, &p, &left));
	return paper_reply(r, p, arena_print(r->s.mem, "beslutssida-%s-%lld",
	                   r->object_key, c.no));
}

/* -- changed by a person ------------------------------------------------- */

static enum status edit_page(struct req *r)
{
	struct view v = {0};
	struct choice c;

	TRY(view_read(r, 0, 0, &v));
	TRY(choice_get(&r->s, v.a.id, arg_no(r, "no"), &c));
	TRY(view_open(r, &v, say(r, F_HEAD)));
	emit(&r->out, "<p class='muted'><a href='/a/%s/sheets/%lld'>%s</a>"
	     "</p><h1>%s</h1><p class='lead'>%s</p>", r->object_key, c.no,
	     say(r, W_LOOK), say(r, F_HEAD), say(r, F_LEAD));
	form_open(r, "choice", "/a/%s/sheets/%lld", r->object_key, c.no);
	ask_version(r, c.version);
	ask_choice(r, &c);
	form_close(r);
	button_form(r, "remove", "btn sec sm", say(r, W_REMOVE),
	            "/a/%s/sheets/%lld/remove", r->object_key, c.no);
	view_close(r);
	return OK;
}

static enum status change(struct req *r)
{
	struct choice c;

	read_choice(r, &c);
	c.no = arg_no(r, "no");
	c.version = form_version(r);
	TRY(form_fine(r));
	TRY(choice_change(&r->s, r->object, &c));
	return go(r, "/a/%s/sheets/%lld?saved=1", r->object_key, c.no);
}

static enum status drop(struct req *r)
{
	i64 no = arg_no(r, "no");

	TRY(choice_remove(&r->s, r->object, no, true));
	return go(r, "/a/%s/sheets?removed=%lld", r->object_key, no);
}

static enum status restore(struct req *r)
{
	i64 no = arg_no(r, "no");

	TRY(choice_remove(&r->s, r->object, no, false));
	return go(r, "/a/%s/sheets/%lld?saved=1", r->object_key, no);
}

#define A "/a/:assessment/sheets"

static const struct route routes[] = {
	{ GET,  A, list_page, READ, ON_ASSESSMENT },
	{ POST, A, make, ANSWER, ON_ASSESSMENT, list_page },
	{ GET,  A "/:no", sheet_page, READ, ON_ASSESSMENT },
	{ POST, A "/:no", change, ANSWER, ON_ASSESSMENT, edit_page },
	{ GET,  A "/:no/edit", edit_page, ANSWER, ON_ASSESSMENT },
	{ GET,  A "/:no/sheet.:kind", sheet_file, READ, ON_ASSESSMENT,
	  .heavy = true },
	{ POST, A "/:no/remove", drop, ANSWER, ON_ASSESSMENT },
	{ POST, A "/:no/restore", restore, ANSWER, ON_ASSESSMENT },
	{ 0 },
};
const struct route *const sheet_brief_routes = routes;
