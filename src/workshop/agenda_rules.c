/* Whether the agenda in use holds, and what to leave out so that it does. */
#include <string.h>

#include "base/text.h"
#include "workshop/agenda.h"

bool item_is_planned(const struct item *i)
{
	return i->state == ITEM_PLANNED && i->spent_ms == 0;
}

static bool counts(const struct item *i)
{
	return i->kind != ITEM_SLACK && (item_is_open(i->state) ||
	       i->state == ITEM_DONE);
}

static i64 longest_sitting(const struct item_list *all)
{
	i64 now = 0, most = 0;

	for (size_t i = 0; i < all->n; i++) {
		if (!counts(&all->v[i]))
			continue;
		now = all->v[i].kind == ITEM_BREAK ? 0 :
		      now + all->v[i].minutes;
		most = now > most ? now : most;
	}
	return most;
}

static bool is_dropped(const struct item_list *dropped, const struct item *i)
{
	for (size_t k = 0; k < dropped->n; k++)
		if (dropped->v[k].no == i->no)
			return true;
	return false;
}

/* Worth least; of equals the last on the agenda. NULL when none is left. */
static const struct item *least(const struct item_list *all,
                                const struct item_list *dropped)
{
	const struct item *found = NULL;

	for (size_t i = 0; i < all->n; i++) {
		const struct item *one = &all->v[i];

		if (one->kind == ITEM_GOAL && item_is_planned(one) &&
		    !is_dropped(dropped, one) &&
		    (found == NULL || one->worth <= found->worth))
			found = one;
	}
	return found;
}

struct agenda_stand agenda_stands(struct arena *mem,
                                  const struct item_list *all, i64 given)
{
	struct agenda_stand st = { .given = given,
	                           .least_air = (given + 9) / 10 };
	const struct item *one;
	i64 air;

	for (size_t i = 0; i < all->n; i++)
		if (counts(&all->v[i]))
			st.asked += all->v[i].minutes;
	st.air = air = given - st.asked;
	st.sitting = longest_sitting(all);
	st.holds = air >= st.least_air;
	while (air < st.least_air && (one = least(all, &st.drop)) != NULL) {
		*PUSH(mem, &st.drop) = *one;
		air += one->minutes;
	}
	st.drop_is_enough = air >= st.least_air;
	return st;
}

bool minute_read(const char *typed, i64 *minute)
{
	size_t n = strspn(typed, "0123456789");
	char hours[3] = "";
	i64 hour, rest = 0;

	if (n < 1 || n > 2)
		return false;
	memcpy(hours, typed, n);
	if (!number_read(hours[0] == '0' && n == 2 ? hours + 1 : hours, 0, 23,
	                 &hour))
		return false;
	if (typed[n] != '\0') {
		const char *after = typed + n + 1;

		if ((typed[n] != '.' && typed[n] != ':') ||
		    strlen(after) != 2 || strspn(after, "0123456789") != 2)
			return false;
		rest = (after[0] - '0') * 10 + after[1] - '0';
	}
	*minute = hour * 60 + rest;
	return rest < 60;
}
