/* The part of steps 1 and 2 that says what happens, and to whom. */
#include "assess/assess.msg"
#include "assess/finding.msg"
#include "assess/finding_form.h"
#include "assess/suggest.h"
#include "base/text.h"

static const char *p_no(const struct req *r, const struct priority *p)
{
	return arena_print(r->s.mem, "%lld", p->no);
}

static bool is_target(const struct view *v, i64 goal)
{
	const struct goal *g = goal_of(&v->frameworks, goal);

	return g != NULL && g->kind == GOAL_TARGET;
}

/* Chosen goals without a mark. Targets are a help to say where in a goal, and
 * none of them has to be answered. */
static i64 unjudged(const struct view *v, const struct question *q,
                    const struct priority *p)
{
	i64 n = 0;

	for (size_t i = 0; i < v->relevance.n; i++) {
		const struct relevant *x = &v->relevance.v[i];
		bool marked = false, asked = false;

		if (x->priority != p->id || is_target(v, x->goal))
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

	if (v->priority == NULL || no_framework(r, v, q))
		return OK;
	for (size_t i = 0; i < v->frameworks.n; i++)
		for (size_t j = 0; asks_about(q, &v->frameworks.v[i]) &&
		     j < v->frameworks.v[i].goals.n; j++)
			*PUSH(r->s.mem, &asked) = v->frameworks.v[i].goals.v[j];
	m = matrix_of(r->s.mem, &asked, &v->priorities, &v->relevance,
	              &v->findings);
	while (&v->priorities.v[column] != v->priority)
		column++;
	emit(&r->out, "<h2>%s</h2>", either(r, q->title_sv, q->title_en));
	question_lead(r, q);
	emit(&r->out, "<ol class='fynd'>");
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
	TRY(findings_before(r, v, q, NULL, shown == 0));
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

const struct part part_findings = { PART_FINDINGS, draw_findings, NULL,
                                    findings_lacking };
