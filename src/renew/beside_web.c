/* Any two assessments: choosing the other, and the two side by side. */
#include "action/action.h"
#include "assess/view.h"
#include "assess/words.h"
#include "base/text.h"
#include "conflict/conflict.h"
#include "renew/beside.h"
#include "renew/beside.msg"

enum { A_PAGE = 30 };

/* The two, and what they are called at the head of a column. */
struct two {
	struct document d[2];
	const char     *key[2], *name[2];
};

/* -- choosing ------------------------------------------------------------ */

static void choice_row(struct req *r, const struct assessment *a)
{
	emit(&r->out, "<li><a class='n' href='/a/%s/beside/%s'>%s</a>"
	     "<span class='m'>%s</span></li>", r->object_key, a->key,
	     a->title, say_with(r, B_EDITION, digits(r, a->edition),
	     state_word(r, a->state)));
}

static bool choices(struct req *r, const struct assessment_list *all,
                    const struct sentence *head, i64 here, size_t most)
{
	bool any = false;

	for (size_t i = 0; i < all->n && i < most; i++) {
		if (all->v[i].id == here)
			continue;
		if (!any)
			emit(&r->out, "<h2>%s</h2><ul class='rows'>",
			     say(r, head));
		any = true;
		choice_row(r, &all->v[i]);
	}
	emit(&r->out, any ? "</ul>" : "");
	return any;
}

static enum status choose_page(struct req *r)
{
	struct assessment_list kin = {0}, recent = {0};
	struct view v = {0};
	bool any;

	TRY(view_read(r, 0, 0, &v));
	if (r->let_in)
		return NOT_FOUND;       /* sees this one, and no other */
	TRY(assess_of_subject(&r->s, v.a.subject, &kin));
	TRY(assess_list(&r->s, 0, query_no(r, "at"), query_no(r, "id"),
	                A_PAGE + 1, &recent));
	TRY(view_open(r, &v, say(r, B_TITLE)));
	emit(&r->out, "<h1>%s</h1><p class='lead'>%s</p>", say(r, B_TITLE),
	     say(r, B_CHOOSE));
	any = query_no(r, "id") == 0 &&
	      choices(r, &kin, B_SAME, v.a.id, kin.n);
	any = choices(r, &recent, B_RECENT, v.a.id, A_PAGE) || any;
	if (!any)
		emit(&r->out, "<p>%s</p>", say(r, B_NONE));
	if (recent.n > A_PAGE)
		emit(&r->out, "<p><a href='/a/%s/beside?at=%lld&amp;id=%lld'>"
		     "%s</a></p>", v.a.key, recent.v[A_PAGE - 1].changed_at,
		     recent.v[A_PAGE - 1].id, say(r, B_OLDER));
	view_close(r);
	return OK;
}

/* -- goal by goal -------------------------------------------------------- */

/* Not judged though chosen, not chosen, or nothing to choose from. */
static void left_shown(struct req *r, const struct two *p, int side,
                       const struct beside *it)
{
	bool used = framework_in(&p->d[side], it->framework->code) != NULL;

	emit(&r->out, "<span class='effl'>");
	mark_shown(r, it->chosen[side] ? "un" : "skp",
	           it->chosen[side] ? "" : "·");
	emit(&r->out, "<i>%s</i></span>", say(r, !used ? B_NOT_USED :
	     it->chosen[side] ? B_UNJUDGED : B_NOT_CHOSEN));
}

static void marks_cell(struct req *r, const struct two *p, int side,
                       const struct beside *it)
{
	const struct goal_mark_list *all = &it->side[side];

	emit(&r->out, "<td data-l='%s'>", p->name[side]);
	if (all->n == 0)
		left_shown(r, p, side, it);
	for (size_t i = 0; i < all->n; i++) {
		const struct finding *f = all->v[i].finding;
		const struct mark *m = all->v[i].mark;

		emit(&r->out, "<div><span class='effl'>");
		mark_shown(r, mark_class(m, f->kind), mark_sign(m, f->kind));
		emit(&r->out, "<span>%s, P%lld <span class='fn'>F%lld</span>"
		     " %s</span></span></div>", mark_word(r, m, f->kind),
		     f->priority_no, f->no, f->sentence);
	}
	emit(&r->out, "</td>");
}

static void heads(struct req *r, const struct two *p,
                  const struct sentence *caption, const char *id,
                  const struct sentence *first)
{
	emit(&r->out, "<section class='scroll stack diff' aria-labelledby="
	     "'%s' tabindex='0'><table><caption id='%s' class='vh'>%s"
	     "</caption><thead><tr><th scope='col'>%s</th><th scope='col'>%s"
	     "</th><th scope='col'>%s</th></tr></thead><tbody>", id, id,
	     say(r, caption), say(r, first), p->name[0], p->name[1]);
}

static void goal_table(struct req *r, const struct two *p, bool only)
{
	struct beside_list all = {0};
	size_t shown = 0;

	documents_beside(r->s.mem, &p->d[0], &p->d[1], &all);
	for (size_t i = 0; i < all.n; i++)
		shown += !only || all.v[i].differs;
	if (shown == 0) {
		emit(&r->out, "<p>%s</p>", say(r, B_NO_DIFFERENCE));
		return;
	}
	heads(r, p, B_GOALS, "bg", B_GOAL);
	for (size_t i = 0; i < all.n; i++) {
		const struct beside *it = &all.v[i];

		if (only && !it->differs)
			continue;
		emit(&r->out, "<tr><th scope='row'>%s %s",
		     it->goal->code, either(r, it->goal->title_sv,
		     it->goal->title_en));
		if (it->renamed != NULL)
			emit(&r->out, " / %s", either(r,
			     it->renamed->title_sv, it->renamed->title_en));
		emit(&r->out, "</th>");
		marks_cell(r, p, 0, it);
		marks_cell(r, p, 1, it);
		emit(&r->out, "</tr>\n");
	}
	emit(&r->out, "</tbody></table></section>");
}

/* -- what else they say -------------------------------------------------- */

static size_t conflict_lines(struct req *r, const struct document *d)
{
	size_t n = 0;

	for (size_t i = 0; i < d->conflicts.n; i++) {
		const struct conflict *c = &d->conflicts.v[i];

		if (c->sign != CONFLICT)
			continue;
		emit(&r->out, "<div>%s %s: %s</div>", conflict_name(
		     r->s.mem, c), c->title, conflict_state_word(r,
		     c->state));
		n++;
	}
	return n;
}

static size_t action_lines(struct req *r, const struct document *d)
{
	for (size_t i = 0; i < d->actions.n; i++) {
		const struct action *a = &d->actions.v[i];

		emit(&r->out, "<div>A%lld %s: %s</div>", a->no, a->title,
		     action_state_word(r, a->state));
	}
	return d->actions.n;
}

static size_t missing_lines(struct req *r, const struct document *d)
{
	size_t n = 0;

	for (size_t i = 0; i < d->links.n; i++)
		if (d->links.v[i].missing) {
			emit(&r->out, "<div>%s</div>", d->links.v[i].name);
			n++;
		}
	return n;
}

static void rest_row(struct req *r, const struct two *p,
                     const struct sentence *what,
                     size_t (*lines)(struct req *, const struct document *))
{
	emit(&r->out, "<tr><th scope='row'>%s</th>", say(r, what));
	for (int side = 0; side < 2; side++) {
		emit(&r->out, "<td data-l='%s'>", p->name[side]);
		if (lines(r, &p->d[side]) == 0)
			emit(&r->out, "%s", say(r, B_NOTHING));
		emit(&r->out, "</td>");
	}
	emit(&r->out, "</tr>\n");
}

/* What makes the two hard to compare is said before anything else. */
static void differences_of_kind(struct req *r, const struct two *p)
{
	const struct method *a = &p->d[0].method, *b = &p->d[1].method;

	if (!same(a->code, b->code))
		emit(&r->out, "<p class='note'>%s</p>", say_with(r, B_MODELS,
		     either(r, a->title_sv, a->title_en),
		     either(r, b->title_sv, b->title_en)));
	for (size_t i = 0; i < p->d[0].frameworks.n; i++) {
		const struct framework *f = &p->d[0].frameworks.v[i];
		const struct framework *o = framework_in(&p->d[1], f->code);

		if (o != NULL && !same(f->edition, o->edition))
			emit(&r->out, "<p class='note'>%s: %s</p>",
			     say(r, B_OTHER_EDITIONS), say_with(r, B_EDITIONS,
			     either(r, f->title_sv, f->title_en),
			     arena_print(r->s.mem, "%s / %s", f->edition,
			     o->edition)));
	}
}

/* -- the page ------------------------------------------------------------ */

/* Two versions of one thing are told apart by their numbers. */
static const char *called(struct req *r, const struct assessment *a,
                          bool kin)
{
	const char *edition = say_with(r, B_EDITION, arena_print(r->s.mem,
		"%lld", a->edition), state_word(r, a->state));

	return kin ? edition : arena_print(r->s.mem, "%s. %s", a->title,
	                                   edition);
}

/* The document; and what lives on after an ending, as it is now. */
static enum status read_side(struct scope *s, i64 assessment,
                             struct document *d)
{
	TRY(document_of(s, assessment, d));
	if (d->ending.kind == 0)
		return OK;
	d->actions = (struct action_list){0};
	d->conflicts = (struct conflict_list){0};
	TRY(action_list(s, assessment, &d->actions));
	return conflict_list(s, assessment, &d->conflicts);
}

static enum status read_two(struct req *r, const struct view *v,
                            struct two *p)
{
	struct assessment other = {0};
	bool kin;
	i64 id;

	if (r->let_in)
		return NOT_FOUND;
	TRY(assess_by_key(&r->s, arg_text(r, "other"), &id));
	TRY(assess_get(&r->s, id, &other));
	kin = other.subject == v->a.subject;
	TRY(read_side(&r->s, v->a.id, &p->d[0]));
	TRY(read_side(&r->s, other.id, &p->d[1]));
	p->key[0] = v->a.key;
	p->key[1] = other.key;
	p->name[0] = called(r, &v->a, kin);
	p->name[1] = called(r, &other, kin);
	return OK;
}

static void tabs(struct req *r, const struct two *p, bool only)
{
	const char *here = arena_print(r->s.mem, "/a/%s/beside/%s",
	                               p->key[0], p->key[1]);

	emit(&r->out, "<nav class='tabs' aria-label='%s'><ul>",
	     say(r, B_SHOW));
	tab(r, only, here, say(r, B_DIFFERS));
	tab(r, !only, arena_print(r->s.mem, "%s?view=all", here),
	    say(r, B_ALL));
	emit(&r->out, "</ul></nav>");
}

static enum status beside_page(struct req *r)
{
	bool only = !same(query_text(r, "view"), "all");
	struct two *p = NEW(r->s.mem, struct two);
	struct view v = {0};

	TRY(view_read(r, 0, 0, &v));
	TRY(read_two(r, &v, p));
	TRY(view_open(r, &v, say(r, B_TITLE)));
	emit(&r->out, "<h1>%s</h1><p class='lead'>%s</p>", say(r, B_TITLE),
	     say(r, B_LEAD));
	emit(&r->out, "<ul><li><a href='/a/%s'>%s</a></li><li>"
	     "<a href='/a/%s'>%s</a></li></ul>", p->key[0], p->name[0],
	     p->key[1], p->name[1]);
	differences_of_kind(r, p);
	tabs(r, p, only);
	goal_table(r, p, only);
	emit(&r->out, "<h2>%s</h2>", say(r, B_REST));
	heads(r, p, B_REST, "br", B_WHAT);
	rest_row(r, p, B_CONFLICTS, conflict_lines);
	rest_row(r, p, B_ACTIONS, action_lines);
	rest_row(r, p, B_MISSING, missing_lines);
	emit(&r->out, "</tbody></table></section><p class='noprint'>"
	     "<a href='/a/%s/beside'>%s</a></p>", v.a.key, say(r, B_OTHER));
	view_close(r);
	return OK;
}

static const struct route rows[] = {
	{ GET, "/a/:assessment/beside", choose_page, READ, ON_ASSESSMENT },
	{ GET, "/a/:assessment/beside/:other", beside_page, READ,
	  ON_ASSESSMENT, .heavy = true },
	{ 0 },
};
const struct route *const beside_routes = rows;
