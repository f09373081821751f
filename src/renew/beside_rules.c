#include "base/text.h"
#include "renew/beside.h"
#include "seal/seal.h"

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

const struct goal *goal_in(const struct framework *f, const char *code)
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

/* -- what stands in either ----------------------------------------------- */

/* Whether number i of the first and number j of the second are one; and
 * whether they say the same. */
typedef bool place_fn(const struct document *a, size_t i,
                      const struct document *b, size_t j);

struct kind { place_fn *is, *says; size_t n[2]; };

static int place_of(const struct kind *k, const struct document *a, size_t i,
                    const struct document *b)
{
	for (size_t j = 0; j < k->n[1]; j++)
		if (k->is(a, i, b, j))
			return (int)j;
	return NOWHERE;
}

static void places(struct arena *mem, const struct kind *k,
                   const struct document *a, const struct document *b,
                   struct place_list *out)
{
	bool *met = arena_take(mem, k->n[1] + 1);

	for (size_t i = 0; i < k->n[0]; i++) {
		int j = place_of(k, a, i, b);

		*PUSH(mem, out) = (struct place){ { (int)i, j },
			j == NOWHERE || !k->says(a, i, b, (size_t)j) };
		if (j != NOWHERE)
			met[j] = true;
	}
	for (size_t j = 0; j < k->n[1]; j++)
		if (!met[j])
			*PUSH(mem, out) = (struct place){ { NOWHERE, (int)j },
				true };
}

static bool is_framework(const struct document *a, size_t i,
                         const struct document *b, size_t j)
{
	return same(a->frameworks.v[i].code, b->frameworks.v[j].code);
}

static bool same_edition(const struct document *a, size_t i,
                         const struct document *b, size_t j)
{
	return same(a->frameworks.v[i].edition, b->frameworks.v[j].edition);
}

void frameworks_beside(struct arena *mem, const struct document *a,
                       const struct document *b, struct place_list *out)
{
	places(mem, &(struct kind){ is_framework, same_edition,
	       { a->frameworks.n, b->frameworks.n } }, a, b, out);
}

static bool is_priority(const struct document *a, size_t i,
                        const struct document *b, size_t j)
{
	const struct priority *p = &a->priorities.v[i];
	const struct priority *q = &b->priorities.v[j];

	return documents_kin(a, b) ? p->no == q->no :
	       same(p->now.title, q->now.title);
}

static bool same_wording(const struct document *a, size_t i,
                         const struct document *b, size_t j)
{
	return wording_same(&a->priorities.v[i].now, &b->priorities.v[j].now);
}

void priorities_beside(struct arena *mem, const struct document *a,
                       const struct document *b, struct place_list *out)
{
	places(mem, &(struct kind){ is_priority, same_wording,
	       { a->priorities.n, b->priorities.n } }, a, b, out);
}

static bool is_actor(const struct document *a, size_t i,
                     const struct document *b, size_t j)
{
	const struct actor_link *p = &a->links.v[i], *q = &b->links.v[j];

	return same(p->actor_key, q->actor_key) || same(p->name, q->name);
}

static bool same_missing(const struct document *a, size_t i,
                          const struct document *b, size_t j)
{
	return a->links.v[i].missing == b->links.v[j].missing;
}

void actors_beside(struct arena *mem, const struct document *a,
                   const struct document *b, struct place_list *out)
{
	places(mem, &(struct kind){ is_actor, same_missing,
	       { a->links.n, b->links.n } }, a, b, out);
}

static bool is_conflict(const struct document *a, size_t i,
                        const struct document *b, size_t j)
{
	const struct conflict *c = &a->conflicts.v[i], *d = &b->conflicts.v[j];

	return c->sign == d->sign && same(c->title, d->title);
}

static bool same_conflict_state(const struct document *a, size_t i,
                                const struct document *b, size_t j)
{
	return a->conflicts.v[i].state == b->conflicts.v[j].state;
}

void conflicts_beside(struct arena *mem, const struct document *a,
                      const struct document *b, struct place_list *out)
{
	places(mem, &(struct kind){ is_conflict, same_conflict_state,
	       { a->conflicts.n, b->conflicts.n } }, a, b, out);
}

static bool is_action(const struct document *a, size_t i,
                      const struct document *b, size_t j)
{
	return same(a->actions.v[i].title, b->actions.v[j].title);
}

static bool same_action_state(const struct document *a, size_t i,
                              const struct document *b, size_t j)
{
	return a->actions.v[i].state == b->actions.v[j].state;
}

void actions_beside(struct arena *mem, const struct document *a,
                    const struct document *b, struct place_list *out)
{
	places(mem, &(struct kind){ is_action, same_action_state,
	       { a->actions.n, b->actions.n } }, a, b, out);
}
