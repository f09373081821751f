/* Days that law counts, and days on which nothing falls due (lagen om beräkning
 * av lagstadgad tid). */
#include "base/clock.h"
#include "matter/chain.h"

enum { THURSDAY = 3, SATURDAY = 5, WEEK = 7 };

/* Monday is 0; 1 January 1970 was a Thursday. */
static int weekday(i64 day)
{
	return (int)(((day + THURSDAY) % WEEK + WEEK) % WEEK);
}

/* The Gregorian computus (Meeus, Jones and Butcher). */
static i64 easter(int year)
{
	int a = year % 19, b = year / 100, c = year % 100;
	int g = (8 * b + 13) / 25;
	int h = (19 * a + b - b / 4 - g + 15) % 30;
	int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
	int m = (a + 11 * h + 22 * l) / 451;
	int n = h + l - 7 * m + 114;

	return day_of_date((struct date){ year, n / 31, n % 31 + 1 });
}

/* The same each year; eves at the end of the year count as free. */
static bool fixed(struct date d)
{
	static const struct { int month, day; } all[] = {
		{ 1, 1 }, { 1, 6 }, { 5, 1 }, { 6, 6 },
		{ 12, 24 }, { 12, 25 }, { 12, 26 }, { 12, 31 },
	};

	for (size_t i = 0; i < COUNT(all); i++)
		if (all[i].month == d.month && all[i].day == d.day)
			return true;
	return false;
}

bool day_is_free(i64 day)
{
	struct date d = date_of_day(day);
	i64 after = day - easter(d.year);

	if (weekday(day) >= SATURDAY || fixed(d))
		return true;
	/* Good Friday, Easter Monday, Ascension; Sundays are free anyhow. */
	if (after == -2 || after == 1 || after == 39)
		return true;
	/* Midsummer Eve: the Friday between 19 and 25 June. */
	return d.month == 6 && d.day >= 19 && d.day <= 25 &&
	       weekday(day) == SATURDAY - 1;
}

i64 day_at_work(i64 day)
{
	while (day_is_free(day))
		day++;
	return day;
}

struct date_help outcome_dates(const struct outcome *o)
{
	enum { MINUTES = 14, POSTED = 2, APPEAL = 21 };
	struct date_help d = {0};

	if (o->held_on == 0)
		return d;
	d.minutes_by = day_at_work(o->held_on + MINUTES);
	d.post_by = day_at_work(POSTED + (o->approved_on != 0 ?
	                        o->approved_on : d.minutes_by));
	d.appeal_by = day_at_work(APPEAL + (o->posted_on != 0 ?
	                          o->posted_on : d.post_by));
	return d;
}
