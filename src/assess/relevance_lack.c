/* What is lacking of the goals that are concerned: never more than the model
 * says that it demands, whichever frameworks there are (decisions.md A2). */
#include "assess/aside.h"
#include "assess/assess.msg"
#include "assess/finding.msg"
#include "assess/finding_form.h"
#include "base/text.h"

static bool has_framework(const struct view *v, const struct question *q)
{
	for (size_t i = 0; i < v->frameworks.n; i++)
		if (asks_about(q, &v->frameworks.v[i]))
			return true;
	return false;
}

bool no_framework(struct req *r, const struct view *v,
                  const struct question *q)
{
	if (has_framework(v, q))
		return false;
	emit(&r->out, "<h2>%s</h2><p>%s <a href='/a/%s/about'>%s</a></p>",
	     either(r, q->title_sv, q->title_en), say(r, G_NONE_OF_KIND),
	     v->a.key, say(r, G_CHOOSE_FRAMEWORK));
	return true;
}

/* Goals of the question, of all priorities; targets are not counted. */
static i64 goals_chosen(const struct view *v, const struct question *q)
{
	i64 n = 0;

	for (size_t i = 0; i < v->frameworks.n; i++) {
		const struct framework *f = &v->frameworks.v[i];

		for (size_t j = 0; asks_about(q, f) && j < f->goals.n; j++)
			for (size_t k = 0; k < v->relevance.n; k++)
				n += f->goals.v[j].kind != GOAL_TARGET &&
				     v->relevance.v[k].goal ==
				     f->goals.v[j].id;
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

static bool all_aside(const struct view *v, const struct question *q,
                      const struct priority *p,
                      const struct aside_list *asides)
{
	bool any = false;

	for (size_t i = 0; i < v->frameworks.n; i++) {
		if (!asks_about(q, &v->frameworks.v[i]))
			continue;
		if (aside_of(asides, p->id, v->frameworks.v[i].id) == NULL)
			return false;
		any = true;
	}
	return any;
}

/* Of the questions on findings: one that must be answered of these goals, and
 * whether the assessment has goals for any of them. */
static void findings_asked(const struct view *v, const struct question *q,
                           bool *needed, bool *goals)
{
	*needed = *goals = false;
	for (size_t i = 0; i < v->method.steps.n; i++) {
		const struct question_list *all =
			&v->method.steps.v[i].questions;

		for (size_t j = 0; j < all->n; j++) {
			const struct question *x = &all->v[j];

			if (x->part != PART_FINDINGS ||
			    !question_asked(x, v->a.depth))
				continue;
			*goals = *goals || has_framework(v, x);
			*needed = *needed ||
			          (same(x->frameworks, q->frameworks) &&
			           question_needed(x, v->a.depth));
		}
	}
}

static enum status none_chosen(struct req *r, const struct view *v,
                               const struct question *q,
                               struct lack_list *lacks)
{
	struct aside_list asides = {0};
	bool read = false;

	for (size_t i = 0; i < v->priorities.n; i++) {
		const struct priority *p = &v->priorities.v[i];

		if (any_chosen(v, q, p))
			continue;
		if (!read)
			TRY(aside_list(&r->s, v->a.id, &asides));
		read = true;
		if (!all_aside(v, q, p, &asides))
			lack_add(r, lacks, false, question_step(v, q),
			         say_with(r, G_NONE_CHOSEN, arena_print(
			         r->s.mem, "%lld", p->no), NULL),
			         question_address(r, v, q, p->no));
	}
	return OK;
}

/*
 * Goals are demanded where the model says so, and where findings on them are:
 * for each priority, unless few goals is what keeps the budget. Then one goal
 * is enough, and when all that may be chosen are, nothing more is asked.
 */
enum status relevance_lacking(struct req *r, const struct view *v,
                              const struct question *q,
                              struct lack_list *lacks)
{
	bool flat = !v->method.budget_per_goal[v->a.depth];
	bool needed, goals;

	findings_asked(v, q, &needed, &goals);
	if (!needed && !question_needed(q, v->a.depth))
		return OK;
	if (!goals && v->priorities.n > 0)
		lack_add(r, lacks, false, question_step(v, q),
		         say(r, G_NO_FRAMEWORK),
		         arena_print(r->s.mem, "/a/%s/about", v->a.key));
	if (!has_framework(v, q) ||
	    (flat && goals_chosen(v, q) >= GOALS_WITHOUT_BUDGET))
		return OK;
	if (!flat || question_needed(q, v->a.depth))
		return none_chosen(r, v, q, lacks);
	if (goals_chosen(v, q) == 0 && v->priorities.n > 0)
		lack_add(r, lacks, false, question_step(v, q),
		         say(r, G_NONE_AT_ALL), question_address(r, v, q,
		         v->priorities.v[0].no));
	return OK;
}
