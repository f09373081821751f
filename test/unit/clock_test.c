#include <unicode/ucal.h>

#include "base/clock.h"
#include "check.h"

/* A calendar that is not ours, Gregorian all the way back as ours is. */
static UCalendar *judge(void)
{
	UErrorCode code = U_ZERO_ERROR;
	UCalendar *c = ucal_open(u"UTC", -1, "sv", UCAL_GREGORIAN, &code);

	ucal_setGregorianChange(c, -1e16, &code);
	CHECK(U_SUCCESS(code));
	return c;
}

static bool agrees(UCalendar *c, i64 day)
{
	UErrorCode code = U_ZERO_ERROR;
	struct date d = date_of_day(day);

	ucal_setMillis(c, (UDate)(day * DAY_MS), &code);
	return d.year == ucal_get(c, UCAL_YEAR, &code) &&
	       d.month == ucal_get(c, UCAL_MONTH, &code) + 1 &&
	       d.day == ucal_get(c, UCAL_DATE, &code) &&
	       day_of_date(d) == day && date_exists(d) && U_SUCCESS(code);
}

TEST(every_day_of_five_centuries_is_the_one_icu_says)
{
	UCalendar *c = judge();
	i64 last = day_of_date((struct date){ 2300, 12, 31 });
	i64 day = day_of_date((struct date){ 1800, 1, 1 });

	for (; day <= last; day++)
		CHECK(agrees(c, day));
	for (; day < 365 * 7000; day += 97)
		CHECK(agrees(c, day));
	ucal_close(c);
}

TEST(only_days_that_are_in_the_calendar_exist)
{
	CHECK(date_exists((struct date){ 2024, 2, 29 }));
	CHECK(date_exists((struct date){ 2000, 2, 29 }));
	CHECK(!date_exists((struct date){ 1900, 2, 29 }));
	CHECK(!date_exists((struct date){ 2023, 2, 29 }));
	CHECK(!date_exists((struct date){ 2023, 4, 31 }));
	CHECK(!date_exists((struct date){ 2023, 0, 1 }));
	CHECK(!date_exists((struct date){ 2023, 13, 1 }));
	CHECK(!date_exists((struct date){ 2023, 1, 0 }));
	CHECK(!date_exists((struct date){ 1799, 12, 31 }));
	CHECK(!date_exists((struct date){ 10000, 1, 1 }));
}

TEST(a_day_is_written_and_read_back)
{
	struct arena *mem = arena_new();
	i64 day = 0;

	CHECK_TEXT(day_write(mem, 0), "1970-01-01");
	CHECK_TEXT(day_write(mem, -1), "1969-12-31");
	for (i64 d = -60000; d < 60000; d += 331)
		CHECK(day_read(day_write(mem, d), &day) && day == d);
	arena_free(mem);
}

TEST(a_day_is_ten_characters_and_nothing_else)
{
	static const char *const wrong[] = {
		"", "2026", "2026-11-21 ", " 2026-11-21", "2026-1-21",
		" 2026-1-21", "2026-11- 1", "2026-11-+1", "+026-11-21",
		"-026-11-21", "2026/11/21", "2026-11-31", "2026-00-10",
		"20261121", "2026-11-2x", "0000-00-00",
	};
	i64 day = 7;

	for (size_t i = 0; i < COUNT(wrong); i++)
		CHECK(!day_read(wrong[i], &day));
	CHECK(!day_read(NULL, &day));
	CHECK_INT(day, 7);
}

TEST(an_instant_is_written_and_read_back)
{
	struct arena *mem = arena_new();
	i64 ms = 0;

	CHECK_TEXT(instant_write(mem, 0), "1970-01-01T00:00:00.000Z");
	CHECK_TEXT(instant_write(mem, -1), "1969-12-31T23:59:59.999Z");
	CHECK_TEXT(instant_write(mem, -DAY_MS), "1969-12-31T00:00:00.000Z");
	for (i64 t = -2000000000000; t < 4000000000000; t += 12345678901)
		CHECK(instant_read(instant_write(mem, t), &ms) && ms == t);
	CHECK(instant_read("2025-10-17T09:00:00Z", &ms));
	CHECK_TEXT(instant_write(mem, ms), "2025-10-17T09:00:00.000Z");
	arena_free(mem);
}

TEST(an_instant_is_in_utc_and_whole)
{
	static const char *const wrong[] = {
		"", "2025-10-17", "2025-10-17T09:00Z", "2025-10-17T09:00:00",
		"2025-10-17T09:00:00+02:00", "2025-10-17 09:00:00Z",
		"2025-10-17T24:00:00Z", "2025-10-17T09:60:00Z",
		"2025-10-17T09:00:61Z", "2025-10-17T 9:00:00Z",
		"2025-10-17T+9:00:00Z", "2025-10-17T09:00:00.1Z",
		"2025-10-17T09:00:00.-12Z", "2025-10-17T09:00:00.1234Z",
		"2025-02-30T09:00:00Z", "2025-10-17T09:00:00Z ",
	};
	i64 ms = 7;

	for (size_t i = 0; i < COUNT(wrong); i++)
		CHECK(!instant_read(wrong[i], &ms));
	CHECK(!instant_read(NULL, &ms));
	CHECK_INT(ms, 7);
}

TEST(the_clock_goes_forward)
{
	i64 ticks = clock_ticks(), now = clock_now();

	CHECK(clock_ticks() >= ticks);
	CHECK(clock_now() >= now);
}
