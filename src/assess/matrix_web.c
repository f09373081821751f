/* The whole picture: goals × priorities, readable without colour; and the page
 * of one goal for one priority. */
#include "assess/assess.msg"
#include "assess/finding.msg"
#include "assess/finding_form.h"
#include "base/text.h"

static const struct finding *cell_finding(const struct view *v,
                                          const struct matrix_cell *c,
                                          size_t i)
{
	return &v->findings.v[c->findings[i]];
}

static const struct mark *mark_for(const struct finding *f,
                                   const struct goal *g)
{
	for (size_t i = 0; i < f->marks.n; i++)
		if (f->marks.v[i].goal == g->id)
			return &f->marks.v[i];
	return NULL;
}

/* Signs and numbers only, for a list at the side. */
void cell_signs(struct req *r, const struct view *v, const struct goal *g,
                const struct matrix_cell *c)
{
	if (c->n == 0 && c->state == CELL_UNJUDGED) {
		mark_shown(r, "un", "");
		emit(&r->out, "<span>%s</span>", say(r, W_UNJUDGED));
	}
	if (c->n == 0 && c->state == CELL_NOT_CHOSEN) {
		mark_shown(r, "skp", "·");
		emit(&r->out, "<span class='vh'>%s</span>",
		     say(r, W_NOT_CHOSEN));
	}
	for (size_t i = 0; i < c->n; i++) {
		const struct finding *f = cell_finding(v, c, i);
		const struct mark *m = mark_for(f, g);

		mark_shown(r, mark_class(m, f->kind), mark_sign(m, f->kind));
		emit(&r->out, "<span class='vh'>%s, </span>"
		     "<span class='fn'>F%lld</span> ",
		     mark_word(r, m, f->kind), f->no);
	}
}

/* -- one cell --------------------------------------------------------------------------- */

static void judgement(struct req *r, const struct finding *f,
                      const struct goal *g)
{
	const struct mark *m = mark_for(f, g);

	emit(&r->out, "<span class='j' data-f='%lld'>", f->no);
	mark_shown(r, mark_class(m, f->kind), mark_sign(m, f->kind));
	emit(&r->out, "<span><span class='k'>%s <span class='fn'>"
	     "<span class='vh'>, %s</span>F%lld</span></span>"
	     "<span class='w'>%s</span></span></span>",
	     mark_word(r, m, f->kind), say(r, F_WORD), f->no,
	     text_blank(f->brief) ? text_short(r->s.mem, f->sentence, 34) :
	     f->brief);
}

static void cell(struct req *r, const struct view *v, const struct goal *g,
                 const struct priority *p, const struct matrix_cell *c)
{
	const char *kind = c->n > 0 ? "" : c->state == CELL_UNJUDGED ?
	                   " todo" : " out";

	emit(&r->out, "<td><a class='cell%s' href='/a/%s/goals/%s/%s/%lld'>"
	     "<span class='vh'>P%lld, %s %s: </span>", kind, v->a.key,
	     g->framework_code, g->code, p->no, p->no, say(r, X_GOAL),
	     g->code);
	for (size_t i = 0; i < c->n; i++)
		judgement(r, cell_finding(v, c, i), g);
	if (c->n == 0) {
		bool todo = c->state == CELL_UNJUDGED;

		emit(&r->out, "<span class='j'>");
		mark_shown(r, todo ? "un" : "skp", todo ? "" : "·");
		emit(&r->out, "<span class='%s'>%s</span></span>",
		     todo ? "k" : "w", say(r, todo ? W_UNJUDGED :
		     W_NOT_CHOSEN));
	}
	if (c->dissent)
		emit(&r->out, "<span class='diss'><span aria-hidden='true'>≠"
		     "</span> %s</span>", say(r, W_DISSENT));
	emit(&r->out, "</a></td>");
}

/* -- the table ---------------------------------------------------------------------------- */

static void head_row(struct req *r, const struct view *v)
{
	emit(&r->out, "<thead><tr><th scope='col'>%s</th>", say(r, X_GOAL));
	for (size_t i = 0; i < v->priorities.n; i++) {
		const struct priority *p = &v->priorities.v[i];

		emit(&r->out, "<th scope='col'>P%lld %s<small>%s</small></th>",
		     p->no, p->now.title, p->now.no > 1 ? say_with(r,
		     X_REWORDED, say_day(r, day_of_instant(p->now.at)), NULL)
		     : p->now.serves);
	}
	emit(&r->out, "</tr></thead>");
}

static void goal_head(struct req *r, const struct goal *g)
{
	emit(&r->out, "<tr><th scope='row'><span class='goal'>");
	goal_tile(r, g);
	emit(&r->out, "<span>%s</span></span></th>",
	     either(r, g->title_sv, g->title_en));
}

static void framework_body(struct req *r, const struct view *v,
                           const struct framework *f, const struct matrix *m)
{
	bool opened = false;

	for (size_t i = 0; i < m->goals; i++) {
		if (!same(m->goal[i]->framework_code, f->code))
			continue;
		if (!opened)
			emit(&r->out, "<tbody><tr class='grp'><th colspan="
			     "'%lld' scope='rowgroup'>%s</th></tr>\n",
			     (i64)m->priorities + 1, has_path(f) ?
			     either(r, f->title_sv, f->title_en) :
			     say_with(r, X_ONLY_DIRECTION, either(r,
			     f->title_sv, f->title_en), NULL));
		opened = true;
		goal_head(r, m->goal[i]);
		for (size_t j = 0; j < m->priorities; j++)
			cell(r, v, m->goal[i], &v->priorities.v[j],
			     matrix_at(m, i, j));
		emit(&r->out, "</tr>\n");
	}
	if (opened)
		emit(&r->out, "</tbody>");
}

/* Counts per kind side by side, never a sum over goals. */
static void count_row(struct req *r, const struct view *v)
{
	emit(&r->out, "<tfoot><tr><th scope='row'>%s</th>", say(r, X_COUNT));
	for (size_t i = 0; i < v->priorities.n; i++) {
		struct finding_list its = {0};
		struct finding_counts n;

		for (size_t j = 0; j < v->findings.n; j++)
			if (v->findings.v[j].priority == v->priorities.v[i].id)
				*PUSH(r->s.mem, &its) = v->findings.v[j];
		n = findings_count(&its);
		emit(&r->out, "<td><span class='cell'><span class='w'>%s, %s,"
		     " %s, %s</span></span></td>",
		     say_count(r, X_POSITIVE, n.positive),
		     say_count(r, X_NEGATIVE, n.negative),
		     say_count(r, X_NOTHING, n.none),
		     say_count(r, X_GAPS, n.gap));
	}
	emit(&r->out, "</tr></tfoot>");
}

static void table(struct req *r, const struct view *v, const struct matrix *m)
{
	const char *names = "";

	for (size_t i = 0; i < v->frameworks.n; i++)
		names = arena_print(r->s.mem, "%s%s%s", names, i == 0 ? "" :
		                    ", ", either(r, v->frameworks.v[i].title_sv,
		                    v->frameworks.v[i].title_en));
	emit(&r->out, "<section class='scroll matrix%s' aria-labelledby="
	     "'mcap' tabindex='0' data-grid><table><caption class='vh'"
	     " id='mcap'>%s</caption>", m->goals > 23 ? " tall" : "",
	     say_with(r, X_CAPTION, judged_many(r, v), names));
	head_row(r, v);
	for (size_t i = 0; i < v->frameworks.n; i++)
		framework_body(r, v, &v->frameworks.v[i], m);
	count_row(r, v);
	emit(&r->out, "</table></section>\n");
}

static void signs_table(struct req *r, const struct view *v,
                        const struct matrix *m)
{
	emit(&r->out, "<section class='scroll strip' aria-labelledby='scap'"
	     " tabindex='0'><table><caption class='vh' id='scap'>%s"
	     "</caption><thead><tr><th scope='col'>%s</th>",
	     say(r, X_VIEW_SIGNS), judged_many(r, v));
	for (size_t i = 0; i < m->goals; i++) {
		emit(&r->out, "<th scope='col'>");
		goal_tile(r, m->goal[i]);
		emit(&r->out, "<span class='vh'>%s</span></th>",
		     either(r, m->goal[i]->title_sv, m->goal[i]->title_en));
	}
	emit(&r->out, "</tr></thead><tbody>");
	for (size_t j = 0; j < m->priorities; j++) {
		emit(&r->out, "<tr><th scope='row'>P%lld %s</th>",
		     v->priorities.v[j].no, v->priorities.v[j].now.title);
		for (size_t i = 0; i < m->goals; i++) {
			emit(&r->out, "<td><span class='duo'>");
			cell_signs(r, v, m->goal[i], matrix_at(m, i, j));
			emit(&r->out, "</span></td>");
		}
		emit(&r->out, "</tr>");
	}
	emit(&r->out, "</tbody></table></section>");
}

static void legend(struct req *r)
{
	static const struct {
		const char *class, *sign;
		const struct sentence *word;
	} marks[] = {
		{ "dp", "+", W_DP }, { "ip", "+", W_IP }, { "in", "−", W_IN },
		{ "dn", "−", W_DN }, { "rp", "+", W_P }, { "rn", "−", W_N },
		{ "no", "0", W_NONE }, { "gap", "?", W_GAP },
		{ "un", "", W_UNJUDGED }, { "skp", "·", W_NOT_CHOSEN },
	};

	emit(&r->out, "<h2 class='vh'>%s</h2><ul class='legend'>",
	     say(r, X_LEGEND));
	for (size_t i = 0; i < COUNT(marks); i++) {
		emit(&r->out, "<li>");
		mark_shown(r, marks[i].class, marks[i].sign);
		emit(&r->out, "<span>%s</span></li>", say(r, marks[i].word));
	}
	emit(&r->out, "<li><span class='diss'><span aria-hidden='true'>≠"
	     "</span></span><span>%s</span></li></ul>"
	     "<p class='small muted'>%s %s</p>", say(r, W_DISSENT),
	     say(r, X_READING), say(r, X_KEYS));
}

/* -- the page ---------------------------------------------------------------------------------- */

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
	if (same(now, "list") || same(now, "dissent")) {
		if (same(now, "dissent") && t.dissent == 0)
			emit(&r->out, "<p>%s</p>", say(r, X_DISSENT_NONE));
		findings_of(r, &v, same(now, "dissent"));
	} else if (same(now, "todo")) {
		if (t.chosen == t.judged)
			emit(&r->out, "<p>%s</p>", say(r, X_TODO_NONE));
		todo_list(r, &v, &m);
	} else if (same(now, "signs")) {
		legend(r);
		signs_table(r, &v, &m);
	} else if (m.goals == 0) {
		emit(&r->out, "<p>%s <a href='%s'>%s</a></p>",
		     say(r, X_EMPTY), part_address(r, &v, PART_RELEVANCE, 0),
		     say(r, G_RELEVANT));
	} else {
		legend(r);
		table(r, &v, &m);
		findings_of(r, &v, false);
		not_chosen(r, &v, &m);
	}
	view_close(r);
	return OK;
}

static const struct route rows[] = {
	{ GET, "/a/:assessment/matrix", matrix_page, READ, ON_ASSESSMENT },
	{ 0 },
};
const struct route *const matrix_routes = rows;
