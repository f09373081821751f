#include "base/text.h"
#include "workshop/table.h"

bool item_was_on(const struct item *i)
{
	return i->state == ITEM_ON || i->state == ITEM_DONE ||
	       i->began_at != 0 || i->spent_ms > 0;
}

bool item_is_shown(const struct workshop *w, const struct item *i)
{
	return (w->item == i->id && w->shown) || i->state == ITEM_DONE ||
	       workshop_is_over(w->state);
}

/* Where the table answers at once, nobody was asked alone. */
bool views_open(const struct silence *s)
{
	if (s->way == WAY_TABLE || s->kind == GUEST_SCREEN)
		return false;
	if (s->kind == GUEST_TABLE)
		return s->shown ||
		       (s->seated > 0 && s->answered >= s->seated);
	return s->shown && (s->own || s->elected);
}

bool answer_open(const struct silence *s)
{
	return s->way == WAY_TABLE || s->kind == GUEST_TABLE || s->elected ||
	       s->own || s->shown;
}

/* -- counting ------------------------------------------------------------ */

unsigned ticks_of(unsigned set, bool path)
{
	static const unsigned with[] = { VALUE_DN, VALUE_IN, VALUE_NO,
	                                 VALUE_IP, VALUE_DP };
	static const unsigned without[] = { VALUE_RN, VALUE_NO, VALUE_RP };
	const unsigned *scale = path ? with : without;
	size_t n = path ? COUNT(with) : COUNT(without);
	unsigned ticks = 0;

	for (size_t i = 0; i < n; i++)
		if ((set & scale[i]) != 0)
			ticks |= 1u << i;
	return ticks;
}

struct views views_new(bool path)
{
	return (struct views){ .scale = path ? SCALE_GOAL : SCALE_RUS };
}

void views_add_value(struct views *v, const char *value, bool path)
{
	unsigned set = value_read(value, path);

	views_add(v, ticks_of(set, path), (set & VALUE_GAP) != 0);
}

struct views views_of(const struct reply_list *all, i64 goal, i64 board,
                      bool path)
{
	struct views v = views_new(path);

	for (size_t i = 0; i < all->n; i++)
		if (all->v[i].goal == goal &&
		    (board == 0 || all->v[i].board == board))
			views_add_value(&v, all->v[i].value, path);
	return v;
}

struct views views_of_boards(const struct board_reply_list *all, i64 goal,
                             bool path)
{
	struct views v = views_new(path);

	for (size_t i = 0; i < all->n; i++)
		if (all->v[i].goal == goal)
			views_add_value(&v, all->v[i].value, path);
	return v;
}
