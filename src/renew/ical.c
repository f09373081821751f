#include <string.h>

#include "base/clock.h"
#include "base/text.h"
#include "renew/calendar.h"

enum { FOLD_AT = 75 };  /* octets in a line, without its end (RFC 5545, 3.1) */

#define ZONE "Europe/Stockholm"

/* As it has been since 1996, and in the whole of the Union. */
static const char *const zone[] = {
	"BEGIN:VTIMEZONE", "TZID:" ZONE,
	"BEGIN:DAYLIGHT", "DTSTART:19960331T020000", "TZNAME:CEST",
	"RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
	"TZOFFSETFROM:+0100", "TZOFFSETTO:+0200", "END:DAYLIGHT",
	"BEGIN:STANDARD", "DTSTART:19961027T030000", "TZNAME:CET",
	"RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
	"TZOFFSETFROM:+0200", "TZOFFSETTO:+0100", "END:STANDARD",
	"END:VTIMEZONE",
};

static char *escaped(struct arena *mem, const char *text)
{
	char *out = arena_take(mem, 2 * strlen(text) + 1), *to = out;

	for (; *text != '\0'; text++) {
		if (strchr("\\;,", *text) != NULL)
			*to++ = '\\';
		if (*text == '\n') {
			*to++ = '\\';
			*to++ = 'n';
		} else {
			*to++ = *text;
		}
	}
	*to = '\0';
	return out;
}

/* How many octets of a line fit, without parting a character. */
static size_t fits(const char *line, size_t most)
{
	size_t n = strnlen(line, most);

	if (line[n] == '\0')
		return n;
	while (n > 1 && ((unsigned char)line[n] & 0xC0) == 0x80)
		n--;
	return n;
}

/* A line that goes on begins with a blank, which counts. */
static char *folded(struct arena *mem, const char *line)
{
	size_t n = fits(line, FOLD_AT);
	char *out = arena_print(mem, "%.*s\r\n", (int)n, line);

	for (line += n; *line != '\0'; line += n) {
		n = fits(line, FOLD_AT - 1);
		out = arena_print(mem, "%s %.*s\r\n", out, (int)n, line);
	}
	return out;
}

static char *day_plain(struct arena *mem, i64 day)
{
	struct date d = date_of_day(day);

	return arena_print(mem, "%04d%02d%02d", d.year, d.month, d.day);
}

static char *stamp(struct arena *mem, i64 ms)
{
	i64 day = ms / DAY_MS, second = ms % DAY_MS / 1000;

	return arena_print(mem, "%sT%02d%02d%02dZ", day_plain(mem, day),
	                   (int)(second / 3600), (int)(second / 60 % 60),
	                   (int)(second % 60));
}

static void put(struct arena *mem, struct text_list *out, const char *name,
                const char *value)
{
	*PUSH(mem, out) = folded(mem, arena_print(mem, "%s%s", name, value));
}

/* A whole day ends with it, by itself (3.6.1). */
static void when(struct arena *mem, struct text_list *out,
                 const struct ical_event *e)
{
	const char *day = day_plain(mem, e->day);

	if (e->minutes == 0) {
		put(mem, out, "DTSTART;VALUE=DATE:", day);
		return;
	}
	put(mem, out, "DTSTART;TZID=" ZONE ":", arena_print(mem,
	    "%sT%02d%02d00", day, (int)(e->minute / 60),
	    (int)(e->minute % 60)));
	put(mem, out, "DURATION:", arena_print(mem, "PT%lldM", e->minutes));
}

static void event(struct arena *mem, struct text_list *out,
                  const struct ical_event *e, i64 now)
{
	put(mem, out, "BEGIN:", "VEVENT");
	put(mem, out, "UID:", e->uid);
	put(mem, out, "DTSTAMP:", stamp(mem, now));
	when(mem, out, e);
	put(mem, out, "SUMMARY:", escaped(mem, e->summary));
	put(mem, out, "URL:", e->url);
	put(mem, out, "TRANSP:", "TRANSPARENT");
	put(mem, out, "END:", "VEVENT");
}

char *ical_write(struct arena *mem, const char *name,
                 const struct ical_event *events, size_t n, i64 now)
{
	struct text_list out = {0};

	put(mem, &out, "BEGIN:", "VCALENDAR");
	put(mem, &out, "VERSION:", "2.0");
	put(mem, &out, "PRODID:", "-//vagval//vagval//SV");
	put(mem, &out, "CALSCALE:", "GREGORIAN");
	put(mem, &out, "X-WR-CALNAME:", escaped(mem, name));
	for (size_t i = 0; i < COUNT(zone); i++)
		put(mem, &out, "", zone[i]);
	for (size_t i = 0; i < n; i++)
		event(mem, &out, &events[i], now);
	put(mem, &out, "END:", "VCALENDAR");
	return text_joined(mem, &out);
}
