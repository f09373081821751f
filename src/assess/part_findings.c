/* The parts of steps 1 and 2: which goals, and what happens to them. */
#include "assess/assess.msg"
#include "assess/finding.msg"
#include "assess/finding_form.h"
#include "assess/suggest.h"
#include "base/text.h"

static const char *p_no(const struct req *r, const struct priority *p)
{
	return arena_print(r->s.mem, "%lld", p->no);
}

static bool chosen(const struct view *v, i64 priority, i64 goal)
{
	for (size_t i = 0; i < v->relevance.n; i++)
		if (v->relevance.v[i].priority == priority &&
		    v->relevance.v[i].goal == goal)
			return true;
	return false;
}

/* -- which goals are concerned most -------------------------------------- */

static void goal_ticks(struct req *r, const struct view *v,
                       const struct framework *f)
{
	for (size_t j = 0; j < f->goals.n; j++) {
		const struct goal *g = &f->goals.v[j];
		const char *name = goal_field(r->s.mem, "r", g);
		bool on = is_chosen(r, name, "1",
		                    chosen(v, v->priority->id, g->id));

		if (!goal_is_judged(g))
			continue;
		emit(&r->out, "<label class='tick'><input type='checkbox'"
		     " name='%s' value='1'%s%s><span class='goal'>", name,
		     on ? " checked" : "", v->open ? "" : " disabled");
		goal_tile(r, g);
		emit(&r->out, "<span>%s</span></span></label>",
		     either(r, g->title_sv, g->title_en));
	}
}

static enum status draw_relevance(struct req *r, const struct view *v,
                                  const struct question *q)
{
	if (v->priority == NULL)
		return OK;
	emit(&r->out, "<details class='relevance'%s><summary>%s</summary>"
	     "<p class='muted'>%s</p>", v->relevance.n == 0 ? " open" : "",
	     either(r, q->title_sv, q->title_en), say(r, G_RELEVANT_HINT));
	if (v->open) {
		form_open(r, arena_print(r->s.mem, "relevance-%s", q->key),
		          "/a/%s/relevance/%lld", v->a.key, v->priority->no);
		form_hidden(r, "question", q->key);
	}
	for (size_t i = 0; i < v->frameworks.n; i++) {
		const struct framework *f = &v->frameworks.v[i];

		if (!asks_about(q, f))
			continue;
		emit(&r->out, "<fieldset class='f'><legend>%s</legend>"
		     "<div class='ticks'>", either(r, f->title_sv,
		     f->title_en));
		goal_ticks(r, v, f);
		emit(&r->out, "</div></fieldset>");
	}
	if (v->open) {
		button_save(r, say(r, G_SAVE));
		form_close(r);
	}
	emit(&r->out, "</details>");
	return OK;
}

static i64 unjudged(const struct view *v, const struct question *q,
                    const struct priority *p)
{
	i64 n = 0;

	for (size_t i = 0; i < v->relevance.n; i++) {
		const struct relevant *x = &v->relevance.v[i];
		bool marked = false, asked = false;

		if (x->priority != p->id)
			continue;
		for (size_t j = 0; j < v->frameworks.n; j++)
			asked = asked ||
			        (same(v->frameworks.v[j].code, x->framework) &&
			         asks_about(q, &v->frameworks.v[j]));
		for (size_t j = 0; j < v->findings.n; j++)
			for (size_t k = 0; k < v->findings.v[j].marks.n; k++)
				marked = marked ||
				  (v->findings.v[j].priority == p->id &&
				   v->findings.v[j].marks.v[k].goal == x->goal);
		n += asked && !marked;
	}
	return n;
}

static bool any_chosen(const struct view *v, const struct question *q,
                       const struct priority *p)
{
	for (size_t i = 0; i < v->relevance.n; i++)
		for (size_t j = 0; j < v->frameworks.n; j++)
			if (v->relevance.v[i].priority == p->id &&
			    same(v->frameworks.v[j].code,
			         v->relevance.v[i].framework) &&
			    asks_about(q, &v->frameworks.v[j]))
				return true;
	return false;
}

static enum status relevance_lacking(struct req *r, const struct view *v,
                                     const struct question *q,
                                     struct lack_list *lacks)
{
	for (size_t i = 0; i < v->priorities.n; i++) {
		const struct priority *p = &v->priorities.v[i];

		if (!any_chosen(v, q, p))
			lack_add(r, lacks, false, question_step(v, q),
			         say_with(r, G_NONE_CHOSEN, p_no(r, p), NULL),
			         question_address(r, v, q, p->no));
	}
	return OK;
}

/* Where the budget is not per goal, few goals is what keeps it (A2): those of
 * other priorities and of this form, among the ones the question asks about. */
static i64 goals_chosen(struct req *r, const struct view *v,
                        const struct question *q)
{
	i64 n = 0;

	for (size_t i = 0; i < v->frameworks.n; i++) {
		const struct framework *f = &v->frameworks.v[i];

		for (size_t j = 0; asks_about(q, f) && j < f->goals.n; j++) {
			const struct goal *g = &f->goals.v[j];

			n += form_raw(r, goal_field(r->s.mem, "r", g)) !=
			     NULL;
			for (size_t k = 0; k < v->relevance.n; k++)
				n += v->relevance.v[k].goal == g->id &&
				     v->relevance.v[k].priority !=
				     v->priority->id;
		}
	}
	return n;
}

static void few_goals(struct req *r, const struct view *v,
                      const struct question *q)
{
	if (!v->method.budget_per_goal[v->a.depth] &&
	    goals_chosen(r, v, q) > GOALS_WITHOUT_BUDGET)
		issue(r, NULL, G_AT_MOST_FIVE);
}

enum status relevance_page(struct req *r)
{
	struct view v = {0};
	const struct question *q;

	TRY(view_read(r, 0, arg_no(r, "priority"), &v));
	q = question_by_key(&v, form_raw(r, "question"));
	if (v.priority == NULL || q == NULL || q->part != PART_RELEVANCE)
		return NOT_FOUND;
	TRY(view_open(r, &v, either(r, q->title_sv, q->title_en)));
	emit(&r->out, "<h1>%s</h1>", either(r, q->title_sv, q->title_en));
	TRY(draw_relevance(r, &v, q));
	view_close(r);
	return OK;
}

enum status relevance_save(struct req *r)
{
	struct view v = {0};
	const struct question *q;

	TRY(view_read(r, 0, arg_no(r, "priority"), &v));
	q = question_by_key(&v, form_raw(r, "question"));
	if (v.priority == NULL || q == NULL)
		return NOT_FOUND;
	few_goals(r, &v, q);
	TRY(form_fine(r));
	for (size_t i = 0; i < v.frameworks.n; i++) {
		const struct framework *f = &v.frameworks.v[i];
		i64 *ids = arena_take(r->s.mem, (f->goals.n + 1) * sizeof *ids);
		size_t n = 0;

		if (!asks_about(q, f))
			continue;
		for (size_t j = 0; j < f->goals.n; j++)
			if (form_raw(r, goal_field(r->s.mem, "r",
			    &f->goals.v[j])) != NULL)
				ids[n++] = f->goals.v[j].id;
		TRY(relevance_set(&r->s, v.a.id, v.priority->id, f->id, ids,
		                  n));
	}
	return go(r, "%s?saved=1", question_address(r, &v, q, v.priority->no));
}

/* -- findings ------------------------------------------------------------ */

/* The goals at the side: what each has so far, and what is still a hole. */
static void goals_beside(struct req *r, const struct view *v,
                         const struct question *q, const struct matrix *m,
                         size_t column)
{
	emit(&r->out, "<h2>%s</h2><ul class='rows tight'>",
	     say_with(r, G_SIDE, p_no(r, v->priority), NULL));
	for (size_t i = 0; i < m->goals; i++) {
		const struct goal *g = m->goal[i];
		const struct matrix_cell *c = matrix_at(m, i, column);

		if (c->state == CELL_NOT_CHOSEN)
			continue;
		emit(&r->out, "<li><a class='n plain goal' href='/a/%s/goals/"
		     "%s/%s/%lld'>", v->a.key, g->framework_code, g->code,
		     v->priority->no);
		goal_tile(r, g);
		emit(&r->out, "<span>%s</span></a><span class='e'>"
		     "<span class='effl'>", either(r, g->title_sv,
		     g->title_en));
		cell_signs(r, v, g, c);
		emit(&r->out, "</span></span></li>");
	}
	emit(&r->out, "</ul><p class='small muted'>%s</p>",
	     say(r, G_EMPTY_NOTE));
	(void)q;
}

static bool touches(const struct view *v, const struct question *q,
                    const struct finding *f)
{
	for (size_t i = 0; i < f->marks.n; i++)
		for (size_t j = 0; j < v->frameworks.n; j++)
			if (same(v->frameworks.v[j].code,
			         f->marks.v[i].framework) &&
			    asks_about(q, &v->frameworks.v[j]))
				return true;
	return false;
}

static enum status draw_findings(struct req *r, const struct view *v,
                                 const struct question *q)
{
	struct goal_list asked = {0};
	struct view with = *v;
	struct matrix m;
	size_t column = 0, shown = 0;

	if (v->priority == NULL)
		return OK;
	for (size_t i = 0; i < v->frameworks.n; i++)
		for (size_t j = 0; asks_about(q, &v->frameworks.v[i]) &&
		     j < v->frameworks.v[i].goals.n; j++)
			*PUSH(r->s.mem, &asked) = v->frameworks.v[i].goals.v[j];
	m = matrix_of(r->s.mem, &asked, &v->priorities, &v->relevance,
	              &v->findings);
	while (&v->priorities.v[column] != v->priority)
		column++;
	emit(&r->out, "<h2>%s</h2><p class='muted'>%s</p>"
	     "<ol class='fynd'>", either(r, q->title_sv, q->title_en),
	     say(r, F_LEAD));
	TRY(suggestion_list(&r->s, v->a.id, &with.suggestions));
	for (size_t i = 0; i < v->findings.n; i++) {
		const struct finding *f = &v->findings.v[i];

		if (f->priority == v->priority->id && touches(v, q, f)) {
			finding_row(r, &with, f, "");
			shown++;
		}
	}
	emit(&r->out, "</ol>");
	if (shown == 0)
		emit(&r->out, "<p>%s</p>", say_with(r, F_NONE,
		     p_no(r, v->priority), NULL));
	emit(&r->out, "<div class='two'><div>");
	if (v->open)
		TRY(finding_new_form(r, v, q, NULL));
	emit(&r->out, "</div><aside class='side' aria-label='%s'>",
	     say_with(r, G_SIDE, p_no(r, v->priority), NULL));
	goals_beside(r, v, q, &m, column);
	emit(&r->out, "</aside></div>");
	return OK;
}

/* Is this the question that a finding is asked about by first? */
static bool asked_by(const struct view *v, const struct question *q,
                     const struct finding *f)
{
	for (size_t j = 0; f->marks.n > 0 && j < v->frameworks.n; j++)
		if (same(v->frameworks.v[j].code, f->marks.v[0].framework))
			return asks_about(q, &v->frameworks.v[j]);
	return false;
}

/* Those of a meeting come without, where the tables gave none. */
static void rationales_lacking(struct req *r, const struct view *v,
                               const struct question *q,
                               struct lack_list *lacks)
{
	for (size_t i = 0; i < v->findings.n; i++) {
		const struct finding *f = &v->findings.v[i];
		const char *no = arena_print(r->s.mem, "%lld", f->no);

		if (finding_is_negative(f) && text_blank(f->rationale) &&
		    asked_by(v, q, f))
			lack_add(r, lacks, false, question_step(v, q),
			         say_with(r, F_NO_WHY, no, NULL),
			         arena_print(r->s.mem, "/a/%s/findings/%s",
			                     v->a.key, no));
	}
}

/* Those of a meeting come without that, too. */
static void concerns_lacking(struct req *r, const struct view *v,
                             const struct question *q,
                             struct lack_list *lacks)
{
	for (size_t i = 0; i < v->findings.n; i++) {
		const struct finding *f = &v->findings.v[i];
		const char *no = arena_print(r->s.mem, "%lld", f->no);

		if ((q->fields & FIELD_CONCERNS) != 0 && asked_by(v, q, f) &&
		    f->kind == FINDING_EFFECT &&
		    f->concerns == CONCERNS_UNSAID)
			lack_add(r, lacks, false, question_step(v, q),
			         say_with(r, F_NO_CONCERNS, no, NULL),
			         arena_print(r->s.mem, "/a/%s/findings/%s",
			                     v->a.key, no));
	}
}

static enum status findings_lacking(struct req *r, const struct view *v,
                                    const struct question *q,
                                    struct lack_list *lacks)
{
	for (size_t i = 0; question_needed(q, v->a.depth) &&
	     i < v->priorities.n; i++) {
		const struct priority *p = &v->priorities.v[i];
		i64 n = unjudged(v, q, p);

		if (n > 0)
			lack_add(r, lacks, false, question_step(v, q),
			         say_fill(r->s.mem, say_count(r, G_UNJUDGED,
			         n), p_no(r, p), NULL),
			         question_address(r, v, q, p->no));
	}
	rationales_lacking(r, v, q, lacks);
	concerns_lacking(r, v, q, lacks);
	return OK;
}

const struct part part_relevance = { PART_RELEVANCE, draw_relevance, NULL,
                                     relevance_lacking };
const struct part part_findings = { PART_FINDINGS, draw_findings, NULL,
                                    findings_lacking };
