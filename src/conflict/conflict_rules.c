#include "assess/assess.h"
#include "base/text.h"
#include "conflict/conflict.h"

unsigned conflict_flaws(const struct conflict *c)
{
	unsigned flaws = 0;
	size_t sides = 0;

	for (size_t i = 0; i < c->sides.n; i++)
		sides += !text_blank(c->sides.v[i].title);
	if (text_blank(c->title))
		flaws |= CONFLICT_NO_TITLE;
	if (c->kind < CONFLICT_GOALS || c->kind > CONFLICT_RESOURCES)
		flaws |= CONFLICT_NO_KIND;
	if (sides < 2)
		flaws |= CONFLICT_ONE_SIDE;
	if (c->state == CONFLICT_ASKED && text_blank(c->decider))
		flaws |= CONFLICT_NO_DECIDER;
	if (c->state == CONFLICT_ASKED && text_blank(c->question))
		flaws |= CONFLICT_NO_QUESTION;
	if (c->state == CONFLICT_WEIGHED && text_blank(c->chosen))
		flaws |= CONFLICT_NO_CHOICE;
	return flaws;
}

bool conflict_may_become(enum conflict_state from, enum conflict_state to)
{
	return to >= from || from == CONFLICT_ACCEPTED;
}

bool conflict_is_open(enum conflict_state state)
{
	return state < CONFLICT_WEIGHED;
}

bool conflict_lacks_decider(const struct conflict *c)
{
	return c->sign == CONFLICT && !c->removed &&
	       conflict_is_open(c->state) && text_blank(c->decider);
}

const char *conflict_name(struct arena *mem, const struct conflict *c)
{
	return arena_print(mem, "%c%lld", c->sign == SYNERGY ? 'S' : 'K',
	                   c->no);
}

/* Two findings that mark one goal in opposite directions. */
static bool against(const struct finding *a, const struct finding *b)
{
	for (size_t i = 0; i < a->marks.n; i++)
		for (size_t j = 0; j < b->marks.n; j++) {
			const struct mark *m = &a->marks.v[i];
			const struct mark *o = &b->marks.v[j];

			if (m->goal == o->goal &&
			    m->direction != DIRECTION_NONE &&
			    o->direction != DIRECTION_NONE &&
			    m->direction != o->direction)
				return true;
		}
	return false;
}

const struct finding *finding_against(const struct finding_list *all,
                                      const struct finding *f)
{
	for (size_t i = 0; i < all->n; i++)
		if (against(f, &all->v[i]))
			return &all->v[i];
	return NULL;
}

unsigned position_flaws(const struct position *p)
{
	unsigned flaws = 0;

	if (text_blank(p->text))
		flaws |= POSITION_NO_TEXT;
	if (!p->made && text_blank(p->decider))
		flaws |= POSITION_NO_DECIDER;
	return flaws;
}
