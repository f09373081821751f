/* The page of the whole picture: what is odd first, then the matrix, the list
 * of findings, what is not judged, where opinions are divided. */
#include "assess/aside.h"
#include "assess/assess.msg"
#include "assess/finding.msg"
#include "assess/figures.h"
#include "assess/finding_form.h"
#include "assess/matrix_table.h"
#include "base/text.h"
#include "paper/paper.h"

/* -- the page ------------------------------------------------------------ */

static struct matrix whole_matrix(struct req *r, const struct view *v)
{
	struct goal_list all = {0};

	for (size_t i = 0; i < v->frameworks.n; i++)
		for (size_t j = 0; j < v->frameworks.v[i].goals.n; j++)
			*PUSH(r->s.mem, &all) = v->frameworks.v[i].goals.v[j];
	return matrix_of(r->s.mem, &all, &v->priorities, &v->relevance,
	                 &v->findings);
}

struct tally { i64 chosen, judged, dissent; };

static struct tally count_cells(const struct matrix *m)
{
	struct tally t = {0};

	for (size_t i = 0; i < m->goals * m->priorities; i++) {
		t.chosen += m->cell[i].state != CELL_NOT_CHOSEN;
		t.judged += m->cell[i].state > CELL_UNJUDGED;
		t.dissent += m->cell[i].dissent;
	}
	return t;
}

static bool pulls_both_ways(const struct view *v, const struct goal *g,
                            const struct matrix_cell *c)
{
	bool plus = false, minus = false;

	for (size_t i = 0; i < c->n; i++) {
		const struct mark *m = mark_for(cell_finding(v, c, i), g);

		plus = plus || m->direction == POSITIVE;
		minus = minus || m->direction == NEGATIVE;
	}
	return plus && minus;
}

/* What is odd comes first: both ways at once, and where groups disagree. */
static void lead(struct req *r, const struct view *v, const struct matrix *m,
                 struct tally t)
{
	const char *n = say_count(r, X_FINDINGS, (i64)v->findings.n);
	int told = 0;

	emit(&r->out, "<p class='lead'>%s %s", say_with(r, X_LEAD, n,
	     say_count(r, X_MARKS, findings_count(&v->findings).marks)),
	     say_with(r, X_JUDGED, arena_print(r->s.mem, "%lld", t.judged),
	              arena_print(r->s.mem, "%lld", t.chosen)));
	for (size_t i = 0; i < m->goals; i++)
		for (size_t j = 0; j < m->priorities && told < 3; j++) {
			const struct matrix_cell *c = matrix_at(m, i, j);
			const char *goal = either(r, m->goal[i]->title_sv,
			                          m->goal[i]->title_en);
			const char *p = arena_print(r->s.mem, "%lld",
			                            v->priorities.v[j].no);
			bool both = pulls_both_ways(v, m->goal[i], c);

			if (!both && !c->dissent)
				continue;
			emit(&r->out, " %s", say_with(r, c->dissent ?
			     X_DISSENT : X_BOTH, goal, p));
			told++;
		}
	emit(&r->out, "</p>");
}

static void view_tab(struct req *r, const struct view *v, const char *name,
                     const char *label, const char *now)
{
	tab(r, same(name, now), arena_print(r->s.mem, "/a/%s/matrix%s%s",
	    v->a.key, *name == '\0' ? "" : "?view=", name), label);
}

static void tabs(struct req *r, const struct view *v, struct tally t,
                 const char *now)
{
	emit(&r->out, "<nav class='tabs' aria-label='%s'><ul>", say(r, X_AS));
	view_tab(r, v, "", say(r, X_VIEW_MATRIX), now);
	view_tab(r, v, "list", say_with(r, X_VIEW_LIST, arena_print(r->s.mem,
	         "%lld", (i64)v->findings.n), NULL), now);
	view_tab(r, v, "signs", say(r, X_VIEW_SIGNS), now);
	view_tab(r, v, "todo", say_with(r, X_VIEW_TODO, arena_print(r->s.mem,
	         "%lld", t.chosen - t.judged), NULL), now);
	view_tab(r, v, "dissent", say_with(r, X_VIEW_DISSENT,
	         arena_print(r->s.mem, "%lld", t.dissent), NULL), now);
	emit(&r->out, "</ul></nav>");
}

static void findings_of(struct req *r, const struct view *v, bool dissent)
{
	emit(&r->out, "<h2 id='findings'>%s</h2><ol class='fynd'>",
	     say(r, X_LIST));
	for (size_t i = 0; i < v->findings.n; i++)
		if (!dissent || v->findings.v[i].dissent)
			finding_row(r, v, &v->findings.v[i], "");
	emit(&r->out, "</ol>");
}

/* How the findings spread, with its table. */
static void spread(struct req *r, const struct view *v, const struct matrix *m)
{
	struct paper *p = paper_new(r->s.mem, "", "");
	struct pictured of = {
		r->s.mem, r->language, &v->frameworks, &v->priorities,
		&v->findings, m,
	};

	spread_on(p, &of);
	paper_html(p, &r->out, 2);
}

static void todo_list(struct req *r, const struct view *v,
                      const struct matrix *m)
{
	emit(&r->out, "<ul class='rows'>");
	for (size_t j = 0; j < m->priorities; j++)
		for (size_t i = 0; i < m->goals; i++) {
			const struct goal *g = m->goal[i];

			if (matrix_at(m, i, j)->state != CELL_UNJUDGED)
				continue;
			emit(&r->out, "<li><a class='n' href='/a/%s/goals/%s/"
			     "%s/%lld'>P%lld, %s %s</a></li>", v->a.key,
			     g->framework_code, g->code,
			     v->priorities.v[j].no, v->priorities.v[j].no,
			     g->code, either(r, g->title_sv, g->title_en));
		}
	emit(&r->out, "</ul>");
}

static void not_chosen(struct req *r, const struct view *v,
                       const struct matrix *m)
{
	emit(&r->out, "<details><summary>%s</summary><ul>",
	     say(r, X_NOT_CHOSEN));
	for (size_t i = 0; i < v->frameworks.n; i++)
		for (size_t j = 0; j < v->frameworks.v[i].goals.n; j++) {
			const struct goal *g = &v->frameworks.v[i].goals.v[j];
			bool row = !goal_is_judged(g);

			for (size_t k = 0; k < m->goals; k++)
				row = row || m->goal[k]->id == g->id;
			if (!row)
				emit(&r->out, "<li>%s %s</li>", g->code,
				     either(r, g->title_sv, g->title_en));
		}
	emit(&r->out, "</ul></details>");
}

static bool is_used(const struct view *v, const struct framework *f)
{
	for (size_t i = 0; i < v->frameworks.n; i++)
		if (v->frameworks.v[i].id == f->id)
			return true;
	return false;
}

static void aside_row(struct req *r, const struct view *v,
                      const struct aside *a)
{
	const char *name = a->framework_code;

	for (size_t i = 0; i < v->frameworks.n; i++)
		if (v->frameworks.v[i].id == a->framework)
			name = either(r, v->frameworks.v[i].title_sv,
			              v->frameworks.v[i].title_en);
	emit(&r->out, "<li>P%lld, %s: %s</li>", a->priority_no, name,
	     text_blank(a->reason) ? say(r, G_ASIDE_LINE) :
	     say_with(r, G_ASIDE_BECAUSE, a->reason, NULL));
}

/* What is left out, once: perspectives set aside, frameworks not used. */
static enum status left_out(struct req *r, const struct view *v)
{
	struct framework_list all = {0};
	struct aside_list asides = {0};
	const char *names = NULL;

	TRY(aside_list(&r->s, v->a.id, &asides));
	TRY(framework_list(&r->s, &all));
	emit(&r->out, "<ul>");
	for (size_t i = 0; i < asides.n; i++)
		if (aside_holds(&asides.v[i], &v->relevance, &v->findings))
			aside_row(r, v, &asides.v[i]);
	for (size_t i = 0; i < all.n; i++) {
		const struct framework *f = &all.v[i];
		const char *name = either(r, f->title_sv, f->title_en);

		if (f->state == FRAMEWORK_VALID && !is_used(v, f))
			names = names == NULL ? name : arena_print(r->s.mem,
				"%s, %s", names, name);
	}
	if (names != NULL)
		emit(&r->out, "<li>%s</li>", say_with(r, X_NOT_USED, names,
		                                      NULL));
	emit(&r->out, "</ul>");
	return OK;
}

static enum status matrix_page(struct req *r)
{
	const char *now = query_text(r, "view");
	struct view v = {0};
	struct matrix m;
	struct tally t;

	if (now == NULL)
		now = "";
	TRY(view_read(r, 0, 0, &v));
	m = whole_matrix(r, &v);
	t = count_cells(&m);
	TRY(view_open(r, &v, say(r, X_TITLE)));
	emit(&r->out, "<h1>%s</h1>", say(r, X_HEAD));
	lead(r, &v, &m, t);
	tabs(r, &v, t, now);
	emit(&r->out, "<p><a href='/a/%s/who'>%s</a>", v.a.key,
	     say(r, X_WHO));
	if (judges_alternatives(&v.a, &v.method))
		emit(&r->out, " · <a href='/a/%s/alternatives'>%s</a>",
		     v.a.key, say(r, X_BESIDE));
	emit(&r->out, "</p>");
	if (same(now, "list") || same(now, "dissent")) {
		if (same(now, "dissent") && t.dissent == 0)
			emit(&r->out, "<p>%s</p>", say(r, X_DISSENT_NONE));
		findings_of(r, &v, same(now, "dissent"));
	} else if (same(now, "todo")) {
		if (t.chosen == t.judged)
			emit(&r->out, "<p>%s</p>", say(r, X_TODO_NONE));
		todo_list(r, &v, &m);
	} else if (same(now, "signs")) {
		legend_shown(r);
		signs_shown(r, &v, &m);
	} else if (m.goals == 0) {
		emit(&r->out, "<p>%s <a href='%s'>%s</a></p>",
		     say(r, X_EMPTY), part_address(r, &v, PART_RELEVANCE, 0),
		     say(r, G_RELEVANT));
	} else {
		legend_shown(r);
		matrix_shown(r, &v, &m);
		spread(r, &v, &m);
		findings_of(r, &v, false);
		not_chosen(r, &v, &m);
		TRY(left_out(r, &v));
	}
	page_lesson(r, 4);
	view_close(r);
	return OK;
}

static const struct route rows[] = {
	{ GET, "/a/:assessment/matrix", matrix_page, READ, ON_ASSESSMENT },
	{ 0 },
};
const struct route *const matrix_routes = rows;
