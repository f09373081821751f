/*
 * Time. An instant is ms since 1970 in UTC; a day is days since 1970, without
 * a place. Only this file asks the machine what time it is.
 */
#ifndef CLOCK_H
#define CLOCK_H

#include "base/arena.h"

enum { DAY_MS = 24 * 60 * 60 * 1000 };

/*
 * Now, in ms. VAGVAL_CLOCK in the environment moves the whole program:
 * "2025-10-17T09:00:00Z" is when it started, and time goes on from there.
 */
i64   clock_now(void);

/* Monotonic, for measuring only; in µs. */
i64   clock_ticks(void);

struct date {
	int year, month, day;   /* month and day from 1 */
};

struct date date_of_day(i64 day);
i64         day_of_date(struct date);           /* Gregorian */
bool        date_exists(struct date);

/* "2026-11-21" and back; also "2026-11-21T22:34:05.123Z" for instants. */
char *day_write(struct arena *, i64 day);
bool  day_read(const char *, i64 *day);
char *instant_write(struct arena *, i64 ms);
bool  instant_read(const char *, i64 *ms);

#endif
