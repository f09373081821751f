#include "base/clock.h"
#include "screening/selection.h"

i64 year_begins(i64 year)
{
	return day_of_date((struct date){ (int)year, 1, 1 });
}

i64 year_ends(i64 year)
{
	return day_of_date((struct date){ (int)year, 12, 31 });
}

i64 year_of_day(i64 day)
{
	return date_of_day(day).year;
}

struct upcoming_list upcoming_once(struct arena *mem,
                                    const struct upcoming_list *all)
{
	struct upcoming_list once = {0};

	for (size_t i = 0; i < all->n; i++) {
		bool there = false;

		for (size_t j = 0; j < once.n; j++)
			there = there || once.v[j].subject == all->v[i].subject;
		if (!there)
			*PUSH(mem, &once) = all->v[i];
	}
	return once;
}
