/* The card's page, the register of an assessment, and of the organisation. */
#include "assess/view.h"
#include "base/text.h"
#include "conflict/conflict.h"
#include "conflict/conflict.msg"

enum { SHOWN = 200 };

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

/* -- over the organisation ----------------------------------------------- */

static void filter(struct req *r, i64 chosen, i64 state,
                   const char *word)
{
	emit(&r->out, "<li><a href='/o/%s/conflicts?state=%lld'", r->org_key,
	     state);
	if (chosen == state)
		emit(&r->out, " aria-current='page'");
	emit(&r->out, ">%s</a></li>", word);
}

static void filters(struct req *r, i64 chosen)
{
	emit(&r->out, "<nav class='tabs' aria-label='%s'><ul>",
	     say(r, FILTER_LABEL));
	filter(r, chosen, 0, say(r, CONFLICTS_ALL_OPEN));
	for (int at = CONFLICT_IDENTIFIED; at < CONFLICT_WEIGHED; at++)
		filter(r, chosen, at, conflict_state_word(r,
		       (enum conflict_state)at));
	filter(r, chosen, CONFLICT_WEIGHED, say(r, CONFLICTS_WEIGHED));
	emit(&r->out, "</ul></nav>");
}

static void waits(struct req *r, const struct conflict *c)
{
	i64 today = day_of_instant(r->s.now);

	if (!conflict_is_open(c->state))
		emit(&r->out, "%s", c->chosen);
	else if (text_blank(c->decider))
		state(r, ICON_NOT_BEGUN, "", say(r, CONFLICT_NAMED_NOBODY));
	else
		emit(&r->out, "%s", c->decider);
	if (c->due == 0 || !conflict_is_open(c->state))
		return;
	emit(&r->out, "<br>");
	if (c->due < today)
		state(r, ICON_LATE, "due", say_with(r, CONFLICT_DAY_GONE,
		      say_day(r, c->due), NULL));
	else
		emit(&r->out, "%s", say_with(r, CONFLICT_BY_DAY,
		     say_day(r, c->due), NULL));
}

static void org_row(struct req *r, const struct conflict *c)
{
	emit(&r->out, "<tr><th scope='row'><a"
	     " href='/a/%s/conflicts/%lld'>%s %s</a></th>"
	     "<td data-l='%s'><a href='/a/%s'>%s</a></td><td data-l='%s'>",
	     c->assessment_key, c->no, conflict_name(r->s.mem, c), c->title,
	     say(r, IN_ASSESSMENT), c->assessment_key, c->subject_title,
	     say(r, DECIDER));
	waits(r, c);
	emit(&r->out, "</td><td data-l='%s'>", say(r, CONFLICT_AT));
	conflict_state(r, c);
	emit(&r->out, "</td></tr>");
}

static void org_table(struct req *r, const struct conflict_list *all)
{
	emit(&r->out, "<section class='scroll stack' tabindex='0'"
	     " aria-labelledby='all'><table><caption id='all'>%s</caption>"
	     "<thead><tr><th scope='col'>%s</th><th scope='col'>%s</th>"
	     "<th scope='col'>%s</th><th scope='col'>%s</th></tr></thead>"
	     "<tbody>", say(r, CONFLICTS), say(r, CONFLICT_CARD),
	     say(r, IN_ASSESSMENT), say(r, DECIDER), say(r, CONFLICT_AT));
	for (size_t i = 0; i < all->n; i++)
		org_row(r, &all->v[i]);
	emit(&r->out, "</tbody></table></section>");
	if (all->n == SHOWN)
		emit(&r->out, "<p class='muted'>%s</p>", say_with(r,
		     SHOWN_MOST, number_say(r->s.mem, r->language, SHOWN),
		     NULL));
}

static enum status org(struct req *r)
{
	struct conflict_list all = {0};
	i64 state = query_no(r, "state");
	i64 to = state;

	if (state == CONFLICT_WEIGHED)
		to = CONFLICT_ENDED;
	else if (state == 0 || state > CONFLICT_WEIGHED) {
		state = 0;
		to = CONFLICT_ASKED;
	}
	TRY(conflict_register(&r->s, (enum conflict_state)state,
	                      (enum conflict_state)to, SHOWN, &all));
	page_open(r, &(struct page){ .title = say(r, CONFLICTS),
	                             .menu = "/o/:org/conflicts" });
	page_main(r);
	emit(&r->out, "<h1>%s</h1>", say(r, CONFLICTS_ORG));
	filters(r, state);
	if (all.n == 0)
		emit(&r->out, "<div class='panel'><p><b>%s</b> %s</p></div>",
		     say(r, NO_CONFLICTS_ORG), say(r,
		     NO_CONFLICTS_ORG_HOW));
	else
		org_table(r, &all);
	page_close(r);
	return OK;
}

static const struct route rows[] = {
	{ .method = GET, .path = "/o/:org/conflicts", .run = org,
	  .right = READ, .ground = ON_ORG, .menu = CONFLICTS },
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
