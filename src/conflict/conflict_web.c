/* The card's page, and the register of an assessment. */
#include "account/account.h"
#include "assess/view.h"
#include "base/text.h"
#include "conflict/conflict.h"
#include "conflict/conflict.msg"

/* -- rows ---------------------------------------------------------------- */

void conflict_rows(struct req *r, const struct conflict_list *all, i64 here)
{
	emit(&r->out, "<ul class='rows'>");
	for (size_t i = 0; i < all->n; i++) {
		const struct conflict *c = &all->v[i];

		emit(&r->out, "<li><a class='n' href='/a/%s/conflicts/%lld'",
		     r->object_key, c->no);
		if (c->no == here)
			emit(&r->out, " aria-current='page'");
		emit(&r->out, ">%s %s</a><span class='m'>",
		     conflict_name(r->s.mem, c), c->title);
		conflict_state(r, c);
		emit(&r->out, "</span></li>");
	}
	emit(&r->out, "</ul>");
}

void removed_note(struct req *r, const char *text, const char *kind)
{
	i64 no = query_no(r, "removed");

	if (no == 0 || r->failed || !same(query_text(r, "kind"), kind))
		return;
	emit(&r->out, "<div class='note' role='status'><p>%s</p>", text);
	button_form(r, "undo", "btn sec sm", say(r, UNDO_REMOVAL),
	            "/a/%s/%ss/%lld/restore", r->object_key, kind, no);
	emit(&r->out, "</div>");
}

/* -- the card's page ----------------------------------------------------- */

static void comes_from(struct req *r, const struct conflict *c)
{
	bool any = false;

	for (size_t i = 0; i < c->sides.n; i++)
		for (size_t j = 0; j < c->sides.v[i].members.n; j++) {
			const struct side_member *m =
				&c->sides.v[i].members.v[j];

			if (m->finding == 0)
				continue;
			if (any)
				emit(&r->out, ", ");
			else
				emit(&r->out, "<h2>%s</h2><p>",
				     say(r, COMES_FROM));
			emit(&r->out, "<a class='fn'"
			     " href='/a/%s/findings/%lld'><span class='vh'>"
			     "%s </span>F%lld</a>", r->object_key,
			     m->finding_no, say(r, FINDING_WORD),
			     m->finding_no);
			any = true;
		}
	if (any && c->sign == CONFLICT)
		emit(&r->out, ".</p><p>%s</p>", say(r, HANDLED_THROUGH));
	else if (any)
		emit(&r->out, ".</p>");
}

static void ways_on(struct req *r, const struct view *v,
                    const struct conflict *c)
{
	if ((r->rights & ANSWER) == 0)
		return;
	emit(&r->out, "<p class='acts'>");
	if (v->open && c->sign == CONFLICT)
		emit(&r->out, "<a class='btn' href='/a/%s/action-new"
		     "?conflict=%lld'>%s</a>", r->object_key, c->no,
		     say(r, MAKE_ACTION));
	emit(&r->out, "<a class='btn sec' href='/a/%s/conflicts/%lld/settle'>"
	     "%s</a>", r->object_key, c->no, say(r, SETTLE));
	if (v->open)
		emit(&r->out, "<a href='/a/%s/conflicts/%lld/edit'>%s</a>",
		     r->object_key, c->no, say(r, CONFLICT_EDIT));
	emit(&r->out, "</p>");
}

static enum status card(struct req *r)
{
	struct conflict_list all = {0};
	struct conflict c;
	struct view v = {0};

	TRY(view_read(r, 0, 0, &v));
	TRY(conflict_get(&r->s, v.a.id, arg_no(r, "no"), &c));
	TRY(conflict_list(&r->s, v.a.id, &all));
	TRY(view_open(r, &v, c.title));
	emit(&r->out, "<p class='muted'><a href='/a/%s/conflicts'>%s</a> · "
	     "%s · %s</p><h1>%s</h1>", r->object_key, say(r, CONFLICTS_HERE),
	     conflict_name(r->s.mem, &c), conflict_kind_word(r, c.kind),
	     c.title);
	conflict_card(r, &v, &c);
	ways_on(r, &v, &c);
	emit(&r->out, "</div><aside class='side' aria-label='%s'><h2>%s</h2>",
	     say(r, REGISTER_LABEL), say(r, ALL_HERE));
	conflict_rows(r, &all, c.no);
	comes_from(r, &c);
	page_lesson(r, 6);
	emit(&r->out, "</aside></div>");
	view_close(r);
	return OK;
}

/* -- the register of the assessment -------------------------------------- */

static enum status here(struct req *r)
{
	struct conflict_list all = {0};
	struct view v = {0};

	TRY(view_read(r, 0, 0, &v));
	TRY(conflict_list(&r->s, v.a.id, &all));
	TRY(view_open(r, &v, say(r, CONFLICTS_HERE)));
	removed_note(r, say(r, CONFLICT_REMOVED), "conflict");
	emit(&r->out, "<h1>%s</h1>", say(r, CONFLICTS_QUESTION));
	if (all.n == 0)
		emit(&r->out, "<div class='panel'><p><b>%s</b> %s</p></div>",
		     say(r, NO_CONFLICTS), say(r, NO_CONFLICTS_HOW));
	else
		conflict_rows(r, &all, 0);
	if (v.open && (r->rights & ANSWER) != 0)
		emit(&r->out, "<p class='acts'><a class='btn sec'"
		     " href='/a/%s/conflict-new'>%s</a></p>", r->object_key,
		     say(r, CONFLICT_ADD));
	if (!r->let_in)
		emit(&r->out, "<p class='noprint'><a href='/a/%s/across'>%s"
		     "</a></p>", r->object_key, say(r, TO_ACROSS));
	view_close(r);
	return OK;
}

static enum status drop(struct req *r)
{
	i64 no = arg_no(r, "no");

	TRY(conflict_remove(&r->s, r->object, no, true));
	return go(r, "/a/%s/conflicts?removed=%lld&kind=conflict",
	          r->object_key, no);
}

static enum status restore(struct req *r)
{
	i64 no = arg_no(r, "no");

	TRY(conflict_remove(&r->s, r->object, no, false));
	return go(r, "/a/%s/conflicts/%lld?saved=1", r->object_key, no);
}

static const struct route rows[] = {
	{ .method = GET, .path = "/a/:assessment/conflicts", .run = here,
	  .right = READ, .ground = ON_ASSESSMENT },
	{ .method = GET, .path = "/a/:assessment/conflicts/:no", .run = card,
	  .right = READ, .ground = ON_ASSESSMENT },
	{ .method = POST, .path = "/a/:assessment/conflicts/:no/remove",
	  .run = drop, .right = ANSWER, .ground = ON_ASSESSMENT,
	  .form = here },
	{ .method = POST, .path = "/a/:assessment/conflicts/:no/restore",
	  .run = restore, .right = ANSWER, .ground = ON_ASSESSMENT,
	  .form = here },
	{0},
};
const struct route *const conflict_routes = rows;
