/* Which days a page of the calendar shows. */
#include "base/clock.h"
#include "check.h"
#include "renew/calendar.h"

enum { ROWS = 6 };

/* Rows on the days 1, 1, 2, 3, 3, 3. */
static struct calendar_list days(struct calendar_entry v[ROWS])
{
	static const i64 on[ROWS] = { 1, 1, 2, 3, 3, 3 };

	for (int i = 0; i < ROWS; i++)
		v[i] = (struct calendar_entry){ .day = on[i] };
	return (struct calendar_list){ .v = v, .n = ROWS, .whole_to = 9 };
}

TEST(a_page_of_the_calendar_ends_between_two_days)
{
	struct calendar_entry v[ROWS];
	struct calendar_list all = days(v);
	struct calendar_page p = calendar_page(&all, ROWS);

	CHECK_INT(p.n, ROWS);
	CHECK_INT(p.next, 0);
	p = calendar_page(&all, 4);
	CHECK_INT(p.n, 3);
	CHECK_INT(p.next, 3);
	p = calendar_page(&all, 1);             /* a day is shown whole */
	CHECK_INT(p.n, 2);
	CHECK_INT(p.next, 2);
	all.n = 0;
	CHECK_INT(calendar_page(&all, 4).n, 0);
}

TEST(a_page_of_the_calendar_ends_where_something_may_be_left_out)
{
	struct calendar_entry v[ROWS];
	struct calendar_list all = days(v);
	struct calendar_page p;

	all.cut = true;
	all.whole_to = 3;
	p = calendar_page(&all, 100);
	CHECK_INT(p.n, 3);
	CHECK_INT(p.next, 3);
	CHECK(!p.cut);
	all.whole_to = 1;                       /* that day has too many */
	p = calendar_page(&all, 100);
	CHECK_INT(p.n, 2);
	CHECK_INT(p.next, 2);
	CHECK(p.cut);
}

TEST(a_month_and_a_year_follow_each_other)
{
	struct stretch p = {0};
	struct arena *mem = arena_new();

	CHECK(stretch_read("2025-12", &p));
	CHECK_TEXT(stretch_write(mem, stretch_after(p, 1)), "2026-01");
	CHECK_TEXT(stretch_write(mem, stretch_after(p, -12)), "2024-12");
	CHECK(stretch_read("2025", &p));
	CHECK_TEXT(stretch_write(mem, stretch_after(p, -1)), "2024");
	CHECK(!stretch_read("2025-13", &p));
	CHECK(!stretch_read("2025-1", &p));
	CHECK(!stretch_read("20251", &p));
	CHECK(!stretch_read("", &p));
	CHECK(!stretch_read("-2025-1", &p));
	arena_free(mem);
}

TEST(a_quarter_has_a_last_day)
{
	i64 last = day_of_date((struct date){ 2026, 12, 31 });

	CHECK_INT(quarter_ends(quarter_of_day(last)), last);
	CHECK_INT(quarter_of_day(last + 1), quarter_of_day(last) + 1);
	CHECK_INT(quarter_ends(quarter_of_day(last + 1)),
	          day_of_date((struct date){ 2027, 3, 31 }));
}
