#include "base/text.h"
#include "workshop/merge.h"

i64 contest_differs(const struct contested *c)
{
	i64 persons = difference_of(&c->persons);
	i64 tables = difference_of(&c->tables);

	return persons > tables ? persons : tables;
}

static bool comes_before(const struct contested *a, const struct contested *b)
{
	if ((a->verdict != NULL) != (b->verdict != NULL))
		return a->verdict == NULL;
	return contest_differs(a) > contest_differs(b);
}

void contests_sort(struct contested_list *all)
{
	for (size_t i = 1; i < all->n; i++) {
		struct contested one = all->v[i];
		size_t at = i;

		for (; at > 0 && comes_before(&one, &all->v[at - 1]); at--)
			all->v[at] = all->v[at - 1];
		all->v[at] = one;
	}
}

static struct alike *group_of(struct arena *mem, struct alike_list *out,
                              unsigned set)
{
	struct alike *one;

	for (size_t i = 0; i < out->n; i++)
		if (out->v[i].set == set)
			return &out->v[i];
	one = PUSH(mem, out);
	one->set = set;
	return one;
}

struct alike_list alike_of(struct arena *mem,
                           const struct board_reply_list *all, i64 item,
                           i64 goal, bool path)
{
	struct alike_list out = {0};

	for (size_t i = 0; i < all->n; i++) {
		const struct board_reply *b = &all->v[i];

		if (b->item == item && b->goal == goal)
			*PUSH(mem, &group_of(mem, &out, value_read(b->value,
			      path))->answers) = *b;
	}
	for (size_t i = 1; i < out.n; i++)
		for (size_t at = i; at > 0 && out.v[at].answers.n >
		     out.v[at - 1].answers.n; at--) {
			struct alike one = out.v[at];

			out.v[at] = out.v[at - 1];
			out.v[at - 1] = one;
		}
	return out;
}

unsigned verdict_flaws(const struct verdict *v, const struct board_reply *of)
{
	if (v->kind < VERDICT_ROOM || v->kind > VERDICT_DIVIDED)
		return VERDICT_NO_KIND;
	if (v->kind == VERDICT_TABLE && of == NULL)
		return VERDICT_NO_BOARD;
	return 0;
}

bool item_is_hidden(const struct workshop *w, const struct item *i)
{
	bool alone = w->way == WAY_SILENT || i->kind == ITEM_ASK;

	return alone && w->state == WORKSHOP_RUNNING && item_was_on(i) &&
	       !item_is_shown(w, i);
}
