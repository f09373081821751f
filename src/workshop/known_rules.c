/* What is known before a meeting of each goal it might take up. */
#include <string.h>

#include "base/text.h"
#include "workshop/agenda.h"

static bool marks(const struct mark *m, const struct candidate *c)
{
	return c->goal != NULL && same(m->code, c->goal->code) &&
	       same(m->framework, c->goal->framework_code);
}

static bool in_step_1(const struct mark *m, const struct candidate *c)
{
	return c->goal == NULL && c->pair.goal.framework == FRAMEWORK_RUS &&
	       m->directness == WITHOUT_PATH && m->direction != DIRECTION_NONE;
}

/* Does the finding say something of what the candidate asks? */
static bool is_about(const struct finding *f, const struct candidate *c)
{
	if (f->priority != c->pair.priority)
		return false;
	for (size_t i = 0; i < f->marks.n; i++)
		if (marks(&f->marks.v[i], c) ||
		    in_step_1(&f->marks.v[i], c))
			return true;
	return false;
}

static bool asks(const struct item *i, const struct candidate *c)
{
	if (i->priority != c->pair.priority)
		return false;
	if (c->goal == NULL)
		return i->kind == ITEM_RUS;
	for (size_t k = 0; k < i->goals.n; k++)
		if (i->kind == ITEM_GOAL &&
		    i->goals.v[k].goal == c->goal->id)
			return true;
	return false;
}

void known_items(struct candidate_list *all, const struct item_list *items)
{
	for (size_t i = 0; i < items->n; i++) {
		const struct item *one = &items->v[i];
		bool done = one->state == ITEM_DONE;
		bool left = one->state == ITEM_LEFT ||
		            one->state == ITEM_PARKED;

		for (size_t k = 0; k < all->n; k++) {
			if ((!done && !left) || !asks(one, &all->v[k]))
				continue;
			all->v[k].pair.settled = done;
			all->v[k].pair.left = left;
		}
	}
}

void known_findings(struct candidate_list *all,
                    const struct finding_list *found)
{
	for (size_t i = 0; i < found->n; i++)
		for (size_t k = 0; k < all->n; k++)
			if (found->v[i].kind != FINDING_GAP &&
			    !all->v[k].pair.left &&
			    is_about(&found->v[i], &all->v[k]))
				all->v[k].pair.settled = true;
}

void known_dissent(struct candidate_list *all,
                   const struct finding_list *found, bool now)
{
	for (size_t i = 0; i < found->n; i++)
		for (size_t k = 0; k < all->n; k++) {
			struct plan_pair *p = &all->v[k].pair;

			if (!found->v[i].dissent ||
			    !is_about(&found->v[i], &all->v[k]))
				continue;
			p->dissent = true;
			p->settled = p->settled && !now;
		}
}

/* -- goals that pull apart ----------------------------------------------- */

static bool has(const struct finding_list *found, const struct candidate *c,
                enum direction way)
{
	for (size_t i = 0; i < found->n; i++) {
		const struct finding *f = &found->v[i];

		if (f->priority != c->pair.priority)
			continue;
		for (size_t k = 0; k < f->marks.n; k++)
			if (f->marks.v[k].direction == way &&
			    marks(&f->marks.v[k], c))
				return true;
	}
	return false;
}

static bool pull_apart(const struct finding_list *found,
                       const struct candidate *a, const struct candidate *b)
{
	return a->pair.priority == b->pair.priority && a->goal != b->goal &&
	       ((has(found, a, POSITIVE) && has(found, b, NEGATIVE)) ||
	        (has(found, a, NEGATIVE) && has(found, b, POSITIVE)));
}

static bool wanted(const struct candidate *c)
{
	return c->goal != NULL && (c->relevant || c->taken);
}

void known_pulls(struct candidate_list *all, const struct finding_list *found)
{
	for (size_t i = 0; i < all->n; i++) {
		struct candidate *a = &all->v[i];

		for (size_t k = 0; wanted(a) && k < all->n; k++) {
			if (a->against != NULL || !wanted(&all->v[k]) ||
			    !pull_apart(found, a, &all->v[k]))
				continue;
			a->against = all->v[k].goal;
			a->pair.pulls = true;
		}
	}
}
