#include <string.h>

#include "base/clock.h"
#include "base/text.h"
#include "renew/calendar.h"

enum { FIRST_YEAR = 1970, LAST_YEAR = 2199 };

/* "2025-12" or "2025". */
bool stretch_read(const char *text, struct stretch *out)
{
	i64 year, month = 0;
	const char *dash = strchr(text, '-');
	char only[5] = "";

	if (dash != NULL && (dash - text != 4 || strlen(dash) != 3 ||
	    !number_read(dash + 1, 1, 12, &month)))
		return false;
	memcpy(only, text, strnlen(text, 4));
	if ((dash == NULL && strlen(text) != 4) ||
	    !number_read(only, FIRST_YEAR, LAST_YEAR, &year))
		return false;
	*out = (struct stretch){ (int)year, (int)month };
	return true;
}

i64 stretch_first(struct stretch p)
{
	return day_of_date((struct date){ p.year, p.month == 0 ? 1 : p.month,
	                                  1 });
}

struct stretch stretch_after(struct stretch p, int by)
{
	int n = p.year * 12 + p.month - 1 + by;

	if (p.month == 0)
		return (struct stretch){ p.year + by, 0 };
	return (struct stretch){ n / 12, n % 12 + 1 };
}

char *stretch_write(struct arena *mem, struct stretch p)
{
	return p.month == 0 ? arena_print(mem, "%04d", p.year) :
	       arena_print(mem, "%04d-%02d", p.year, p.month);
}

i64 quarter_of_day(i64 day)
{
	struct date d = date_of_day(day);

	return d.year * 4 + (d.month - 1) / 3;
}

i64 quarter_ends(i64 quarter)
{
	i64 next = quarter + 1;

	return day_of_date((struct date){ (int)(next / 4),
	                                  (int)(next % 4) * 3 + 1, 1 }) - 1;
}

bool calendar_is_due(enum calendar_kind kind)
{
	switch (kind) {
	case CALENDAR_MEETING:
	case CALENDAR_DECISION:
	case CALENDAR_GATHERING:
	case CALENDAR_BODY:
	case CALENDAR_REVISION:
		return false;
	default:
		return true;
	}
}

/* Where the day of row `at` ends. */
static size_t day_ends(const struct calendar_list *all, size_t at)
{
	i64 day = all->v[at].day;

	while (at < all->n && all->v[at].day == day)
		at++;
	return at;
}

struct calendar_page calendar_page(const struct calendar_list *all,
                                   size_t most)
{
	size_t whole = 0, n = 0;

	while (whole < all->n && (!all->cut || all->v[whole].day <
	       all->whole_to))
		whole++;
	if (whole == 0 && all->n > 0)
		return (struct calendar_page){ day_ends(all, 0),
			all->v[0].day + 1, true };
	while (n < whole && (n == 0 || day_ends(all, n) <= most))
		n = day_ends(all, n);
	return (struct calendar_page){ n, n < whole ? all->v[n].day :
		all->cut ? all->whole_to : 0, false };
}
