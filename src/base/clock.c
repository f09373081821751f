#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/clock.h"

static i64 machine_ms(void)
{
	struct timespec t;

	clock_gettime(CLOCK_REALTIME, &t);
	return (i64)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

static i64 moved_by;

static void read_move(void)
{
	const char *moved = getenv("VAGVAL_CLOCK");
	i64 start;

	if (moved == NULL)
		return;
	if (!instant_read(moved, &start))
		panic("VAGVAL_CLOCK is not an instant: %s", moved);
	moved_by = start - machine_ms();
}

i64 clock_now(void)
{
	static pthread_once_t once = PTHREAD_ONCE_INIT;

	pthread_once(&once, read_move);
	return machine_ms() + moved_by;
}

i64 clock_ticks(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (i64)t.tv_sec * 1000000 + t.tv_nsec / 1000;
}

/*
 * Days and dates by counting years from March in eras of 400 years, so that
 * the leap day is the last of its year. (The well-known civil calendar
 * algorithm; checked against ICU in the tests.)
 */
i64 day_of_date(struct date d)
{
	i64 y = d.year - (d.month <= 2);
	i64 era = (y >= 0 ? y : y - 399) / 400;
	i64 of_era = y - era * 400;
	i64 of_year = (153 * (d.month + (d.month > 2 ? -3 : 9)) + 2) / 5 +
	              d.day - 1;

	return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 +
	       of_year - 719468;
}

struct date date_of_day(i64 day)
{
	i64 z = day + 719468;
	i64 era = (z >= 0 ? z : z - 146096) / 146097;
	i64 in_era = z - era * 146097;
	i64 year = (in_era - in_era / 1460 + in_era / 36524 -
	            in_era / 146096) / 365;
	i64 in_year = in_era - (365 * year + year / 4 - year / 100);
	i64 m = (5 * in_year + 2) / 153;
	struct date d = {
		.day   = (int)(in_year - (153 * m + 2) / 5 + 1),
		.month = (int)(m < 10 ? m + 3 : m - 9),
	};

	d.year = (int)(year + era * 400 + (d.month <= 2));
	return d;
}

bool date_exists(struct date d)
{
	struct date again;

	if (d.year < 1800 || d.year > 9999 || d.month < 1 || d.month > 12 ||
	    d.day < 1 || d.day > 31)
		return false;
	again = date_of_day(day_of_date(d));
	return again.month == d.month && again.day == d.day;
}

char *day_write(struct arena *mem, i64 day)
{
	struct date d = date_of_day(day);

	return arena_print(mem, "%04d-%02d-%02d", d.year, d.month, d.day);
}

/* Does the text begin as the pattern says, where 0 is any digit? */
static bool begins_as(const char *text, const char *pattern)
{
	for (; *pattern != '\0'; pattern++, text++) {
		if (*pattern == '0' ? *text < '0' || *text > '9'
		                    : *text != *pattern)
			return false;
	}
	return true;
}

/* The value of so many digits, which begins_as() has seen. */
static int digits(const char *text, int n)
{
	int value = 0;

	while (n-- > 0)
		value = value * 10 + (*text++ - '0');
	return value;
}

static bool read_date(const char *text, i64 *day)
{
	struct date d;

	if (!begins_as(text, "0000-00-00"))
		return false;
	d = (struct date){ digits(text, 4), digits(text + 5, 2),
	                   digits(text + 8, 2) };
	if (!date_exists(d))
		return false;
	*day = day_of_date(d);
	return true;
}

bool day_read(const char *text, i64 *day)
{
	return text != NULL && strlen(text) == 10 && read_date(text, day);
}

char *instant_write(struct arena *mem, i64 ms)
{
	i64 day = ms >= 0 ? ms / DAY_MS : (ms - DAY_MS + 1) / DAY_MS;
	i64 rest = ms - day * DAY_MS;

	return arena_print(mem, "%sT%02lld:%02lld:%02lld.%03lldZ",
	                   day_write(mem, day), rest / 3600000,
	                   rest / 60000 % 60, rest / 1000 % 60, rest % 1000);
}

bool instant_read(const char *text, i64 *ms)
{
	int hour, minute, second, thousandth = 0;
	i64 day;

	if (text == NULL || !read_date(text, &day) ||
	    !begins_as(text + 10, "T00:00:00"))
		return false;
	hour = digits(text + 11, 2);
	minute = digits(text + 14, 2);
	second = digits(text + 17, 2);
	text += 19;
	if (begins_as(text, ".000")) {
		thousandth = digits(text + 1, 3);
		text += 4;
	}
	if (strcmp(text, "Z") != 0 || hour > 23 || minute > 59 || second > 60)
		return false;
	*ms = day * DAY_MS +
	      ((hour * 60 + minute) * 60 + second) * 1000LL + thousandth;
	return true;
}
