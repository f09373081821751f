/* What a model may not be published with, and where it stands. */
#include <string.h>

#include "base/text.h"
#include "method/method.h"

struct checking {
	struct arena            *mem;
	const struct method     *m;
	struct method_flaw_list *out;
	size_t                   step, question;        /* places, from 0 */
};

/* -- saying where -------------------------------------------------------- */

static void flaw_of_step(struct checking *c, enum method_wrong wrong,
                         const char *member)
{
	*PUSH(c->mem, c->out) = (struct method_flaw){
		.wrong = wrong, .step = (i64)c->step + 1,
		.place = arena_print(c->mem, "steps[%zu]%s", c->step, member),
	};
}

static void flaw_of_question(struct checking *c, enum method_wrong wrong,
                             const char *member)
{
	*PUSH(c->mem, c->out) = (struct method_flaw){
		.wrong = wrong, .step = (i64)c->step + 1,
		.question = (i64)c->question + 1,
		.place = arena_print(c->mem, "steps[%zu].questions[%zu]%s",
		                     c->step, c->question, member),
	};
}

static void flaw_of_whole(struct checking *c, enum method_wrong wrong,
                          enum depth depth, const char *place)
{
	*PUSH(c->mem, c->out) = (struct method_flaw){
		.wrong = wrong, .depth = depth, .place = place,
	};
}

/* -- a question ---------------------------------------------------------- */

static bool is_gate_scale(const struct scale *s)
{
	if (s->n != 3)
		return false;
	for (size_t i = 0; i < s->n; i++)
		if (gate_read(s->v[i].value) != (enum gate_way)(i + 1))
			return false;
	return true;
}

static bool is_effect_scale(const struct scale *s)
{
	for (size_t i = 0; i < s->n; i++)
		if (effect_value(s->v[i].value) == NULL)
			return false;
	return true;
}

static bool scale_fits(const struct question *q)
{
	for (size_t i = 0; i < q->scale.n; i++)
		for (size_t j = 0; j < i; j++)
			if (same(q->scale.v[i].value, q->scale.v[j].value))
				return false;
	switch (q->part) {
	case PART_CHOICE:
		return q->scale.n >= 2;
	case PART_GATE:
		return is_gate_scale(&q->scale);
	case PART_FINDINGS:
		return is_effect_scale(&q->scale);
	default:
		return q->scale.n == 0;
	}
}

static bool says_all(const struct question *q)
{
	bool all = !text_blank(q->title_sv) && !text_blank(q->help_sv) &&
	           !text_blank(q->example_sv);

	for (size_t i = 0; i < q->scale.n; i++) {
		const struct scale_value *v = &q->scale.v[i];

		all = all && !text_blank(v->label_sv) &&
		      !text_blank(v->means_sv) && !text_blank(v->example_sv);
	}
	return all;
}

static bool asked_before(const struct checking *c, const struct question *q)
{
	for (size_t i = 0; i <= c->step; i++) {
		const struct question_list *all = &c->m->steps.v[i].questions;

		for (size_t j = 0; j < all->n && &all->v[j] != q; j++)
			if (same(all->v[j].key, q->key) ||
			    same(all->v[j].means, q->means))
				return true;
	}
	return false;
}

static void check_question(struct checking *c, const struct question *q)
{
	bool goals = q->part == PART_FINDINGS || q->part == PART_RELEVANCE;
	bool found = q->part == PART_FINDINGS;

	if (q->part == 0)
		flaw_of_question(c, METHOD_NO_PART, ".part");
	if (!scale_fits(q))
		flaw_of_question(c, METHOD_SCALE, ".scale");
	if (goals != (*q->frameworks != '\0'))
		flaw_of_question(c, METHOD_FRAMEWORKS, ".frameworks");
	if (q->directness && !found)
		flaw_of_question(c, METHOD_ONLY_FINDINGS, ".directness");
	if (q->fields != 0 && !found)
		flaw_of_question(c, METHOD_ONLY_FINDINGS, ".fields");
	if ((q->needed & ~q->depths) != 0 || q->depths == 0)
		flaw_of_question(c, METHOD_NEEDED, ".needed");
	if (goals && !c->m->steps.v[c->step].per_priority)
		flaw_of_question(c, METHOD_FRAMEWORKS, ".per_priority");
	if (asked_before(c, q))
		flaw_of_question(c, METHOD_TWICE, "");
	if (!says_all(q))
		flaw_of_question(c, METHOD_WITHOUT, "");
}

/* -- a step -------------------------------------------------------------- */

static void check_step(struct checking *c)
{
	const struct step *st = &c->m->steps.v[c->step];

	for (size_t i = 0; i < c->step; i++)
		if (same(c->m->steps.v[i].key, st->key))
			flaw_of_step(c, METHOD_STEP_TWICE, ".key");
	if (!st->per_priority &&
	    (strstr(st->headline_sv, "{priority}") != NULL ||
	     strstr(st->headline_en, "{priority}") != NULL))
		flaw_of_step(c, METHOD_HOLE, ".headline");
	if (text_blank(st->name_sv) || text_blank(st->headline_sv))
		flaw_of_step(c, METHOD_WITHOUT, ".name");
	if (st->questions.n == 0)
		flaw_of_step(c, METHOD_EMPTY_STEP, ".questions");
	for (c->question = 0; c->question < st->questions.n; c->question++)
		check_question(c, &st->questions.v[c->question]);
}

/* -- the whole ----------------------------------------------------------- */

static bool asks(const struct method *m, enum part_kind part, enum depth d)
{
	for (size_t i = 0; i < m->steps.n; i++) {
		const struct question_list *all = &m->steps.v[i].questions;

		for (size_t j = 0; j < all->n; j++)
			if (all->v[j].part == part &&
			    question_asked(&all->v[j], d))
				return true;
	}
	return false;
}

static void check_depth(struct checking *c, enum depth d)
{
	const char *place = arena_print(c->mem, "budget.%s", depth_key(d));

	if (method_demands(c->m, d) > c->m->budget[d] ||
	    c->m->budget[d] > budget_most(d) ||
	    (d == DEPTH_QUICK && c->m->budget_per_goal[d]))
		flaw_of_whole(c, METHOD_BUDGET, d, place);
}

static void check_parts(struct checking *c, enum depth d)
{
	if (!asks(c->m, PART_FINDINGS, d))
		flaw_of_whole(c, METHOD_NO_FINDINGS, d, "steps");
	if (!asks(c->m, PART_MISSING, d))
		flaw_of_whole(c, METHOD_NO_MISSING, d, "steps");
}

void method_check(struct arena *mem, const struct method *m,
                  struct method_flaw_list *out)
{
	struct checking c = { .mem = mem, .m = m, .out = out };

	if (text_blank(m->title_sv) || text_blank(m->about_sv) ||
	    text_blank(m->judged_sv))
		flaw_of_whole(&c, METHOD_WITHOUT, 0, "title");
	if (m->steps.n == 0)
		flaw_of_whole(&c, METHOD_NO_STEP, 0, "steps");
	for (c.step = 0; c.step < m->steps.n; c.step++)
		check_step(&c);
	for (enum depth d = DEPTH_QUICK; d <= DEPTH_DEEP; d++)
		check_depth(&c, d);
	for (enum depth d = DEPTH_QUICK; d <= DEPTH_DEEP; d++)
		check_parts(&c, d);
}
