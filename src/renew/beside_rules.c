#include "base/text.h"
#include "renew/beside.h"

const struct framework *framework_in(const struct document *d,
                                     const char *code)
{
	for (size_t i = 0; i < d->frameworks.n; i++)
		if (same(d->frameworks.v[i].code, code))
			return &d->frameworks.v[i];
	return NULL;
}

static void marks_of(struct arena *mem, const struct document *d,
                     const char *framework, const char *code,
                     struct goal_mark_list *out)
{
	for (size_t i = 0; i < d->findings.n; i++) {
		const struct finding *f = &d->findings.v[i];

		for (size_t j = 0; j < f->marks.n; j++) {
			const struct mark *m = &f->marks.v[j];

			if (same(m->framework, framework) &&
			    same(m->code, code))
				*PUSH(mem, out) = (struct goal_mark){ f, m };
		}
	}
}

static bool says(const struct goal_mark_list *all, const struct goal_mark *it)
{
	for (size_t i = 0; i < all->n; i++)
		if (all->v[i].finding->kind == it->finding->kind &&
		    all->v[i].mark->direction == it->mark->direction &&
		    all->v[i].mark->directness == it->mark->directness)
			return true;
	return false;
}

static bool says_all(const struct goal_mark_list *a,
                     const struct goal_mark_list *b)
{
	for (size_t i = 0; i < b->n; i++)
		if (!says(a, &b->v[i]))
			return false;
	return true;
}

static const struct goal *goal_in(const struct framework *f, const char *code)
{
	for (size_t i = 0; f != NULL && i < f->goals.n; i++)
		if (same(f->goals.v[i].code, code))
			return &f->goals.v[i];
	return NULL;
}

static bool is_chosen(const struct document *d, const char *framework,
                      const char *code)
{
	const struct framework *f = framework_in(d, framework);
	const struct goal *g = goal_in(f, code);

	if (g != NULL && f->kind == FRAMEWORK_RUS)
		return goal_is_judged(g);
	for (size_t i = 0; i < d->relevance.n; i++)
		if (same(d->relevance.v[i].framework, framework) &&
		    same(d->relevance.v[i].code, code))
			return true;
	return false;
}

static bool both_left(const struct beside *it)
{
	return it->side[0].n + it->side[1].n == 0;
}

static void side_of(struct arena *mem, const struct document *d, int side,
                    struct beside *it)
{
	marks_of(mem, d, it->framework->code, it->goal->code,
	         &it->side[side]);
	it->chosen[side] = is_chosen(d, it->framework->code, it->goal->code);
}

/* The goals of a framework, but those the other has shown already. */
static void goals_beside(struct arena *mem, const struct document *const d[2],
                         const struct framework *f,
                         const struct framework *shown,
                         struct beside_list *out)
{
	for (size_t i = 0; i < f->goals.n; i++) {
		const struct goal *g = &f->goals.v[i];
		struct beside it = { .framework = f, .goal = g };
		const struct goal *there = goal_in(framework_in(d[1], f->code),
		                                   g->code);

		if (goal_in(shown, g->code) != NULL)
			continue;
		if (there != NULL && !same(there->title_sv, g->title_sv))
			it.renamed = there;
		side_of(mem, d[0], 0, &it);
		side_of(mem, d[1], 1, &it);
		it.differs = both_left(&it) ? it.chosen[0] != it.chosen[1] :
			!says_all(&it.side[0], &it.side[1]) ||
			!says_all(&it.side[1], &it.side[0]);
		if (!both_left(&it) || it.chosen[0] || it.chosen[1])
			*PUSH(mem, out) = it;
	}
}

void documents_beside(struct arena *mem, const struct document *a,
                      const struct document *b, struct beside_list *out)
{
	const struct document *const d[2] = { a, b };

	for (size_t i = 0; i < a->frameworks.n; i++) {
		const struct framework *f = &a->frameworks.v[i];
		const struct framework *other = framework_in(b, f->code);

		goals_beside(mem, d, f, NULL, out);
		if (other != NULL)
			goals_beside(mem, d, other, f, out);
	}
	for (size_t i = 0; i < b->frameworks.n; i++)
		if (framework_in(a, b->frameworks.v[i].code) == NULL)
			goals_beside(mem, d, &b->frameworks.v[i], NULL, out);
}
