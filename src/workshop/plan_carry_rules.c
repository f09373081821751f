/* What a meeting did not reach is the beginning of the next one (plan.h). */
#include "workshop/plan_part.h"

static bool remains(const struct item *i)
{
	return item_is_asked(i->kind) && i->kind != ITEM_CLOSE &&
	       i->state != ITEM_DONE && i->state != ITEM_SKIPPED;
}

struct item_list plan_carry(struct arena *mem, const struct item_list *items)
{
	struct item_list out = {0};

	for (size_t i = 0; i < items->n; i++) {
		struct item one = items->v[i];

		if (!remains(&one))
			continue;
		one.id = one.no = one.position = one.version = 0;
		one.began_at = one.spent_ms = 0;
		one.state = ITEM_PLANNED;
		one.reasons |= REASON_LEFT;
		one.worth |= (i64)REASON_LEFT << CLASS_SHIFT;
		*PUSH(mem, &out) = one;
	}
	return out;
}

static struct plan_pair *pair_in(struct arena *mem, struct plan_wish *w,
                                 i64 priority, struct item_goal goal)
{
	struct plan_pair *p;

	for (size_t i = 0; i < w->pairs.n; i++) {
		p = &w->pairs.v[i];
		if (p->priority == priority && p->goal.goal == goal.goal)
			return p;
	}
	p = PUSH(mem, &w->pairs);
	p->priority = priority;
	p->goal = goal;
	return p;
}

static void carry_pair(struct arena *mem, struct plan_wish *w,
                       const struct item *i, struct item_goal goal)
{
	struct plan_pair *p = pair_in(mem, w, i->priority, goal);

	p->left    = true;
	p->settled = false;
	p->dissent = p->dissent || (i->reasons & REASON_DISSENT) != 0;
	p->pulls   = p->pulls || (i->reasons & REASON_PULLS) != 0;
	if (p->votes < plan_votes(i->worth))
		p->votes = plan_votes(i->worth);
}

static void carry_priority(struct arena *mem, struct plan_wish *w,
                           const struct item *i)
{
	for (size_t k = 0; k < w->priorities.n; k++)
		if (w->priorities.v[k].priority == i->priority)
			return;
	*PUSH(mem, &w->priorities) = (struct plan_priority){ i->priority,
		i->priority_no, i->wording, i->priority_title };
}

static void carry_item(struct arena *mem, struct plan_wish *w,
                       const struct item *i)
{
	static const unsigned step[ITEM_KINDS] = {
		[ITEM_PROPOSE] = PLAN_PROPOSE, [ITEM_RUS] = PLAN_RUS,
		[ITEM_GOAL] = PLAN_GOALS, [ITEM_MISSING] = PLAN_ACTORS,
		[ITEM_ACTIONS] = PLAN_ACTIONS };

	w->steps |= step[i->kind];
	if (i->priority != 0)
		carry_priority(mem, w, i);
	if (i->kind == ITEM_RUS)
		carry_pair(mem, w, i, (struct item_goal){0});
	for (size_t k = 0; i->kind == ITEM_GOAL && k < i->goals.n; k++)
		carry_pair(mem, w, i, i->goals.v[k]);
}

void plan_carry_into(struct arena *mem, const struct item_list *carried,
                     struct plan_wish *w)
{
	for (size_t i = 0; i < carried->n; i++)
		carry_item(mem, w, &carried->v[i]);
	for (size_t i = 0; i < w->priorities.n; i++) {
		struct plan_pair *p = pair_in(mem, w,
			w->priorities.v[i].priority, (struct item_goal){0});

		p->settled = !p->left;
	}
}
