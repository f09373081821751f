/* Goals × priorities as a table, readable without colour. */
#include "assess/assess.msg"
#include "assess/finding.msg"
#include "assess/finding_form.h"
#include "assess/matrix_table.h"
#include "base/text.h"

const struct finding *cell_finding(const struct view *v,
                                          const struct matrix_cell *c,
                                          size_t i)
{
	return &v->findings.v[c->findings[i]];
}

const struct mark *mark_for(const struct finding *f,
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

/* -- one cell ------------------------------------------------------------ */

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

/* -- the table ----------------------------------------------------------- */

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
	emit(&r->out, "<tr><th scope='row'><span class='goal%s'>",
	     g->kind == GOAL_TARGET ? " of-goal" : "");
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

void matrix_shown(struct req *r, const struct view *v, const struct matrix *m)
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

void signs_shown(struct req *r, const struct view *v,
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

void legend_shown(struct req *r)
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
