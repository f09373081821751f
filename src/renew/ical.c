#include <string.h>

#include "base/clock.h"
#include "base/text.h"
#include "renew/calendar.h"

enum { FOLD_AT = 75 };  /* octets in a line, without its end (RFC 5545, 3.1) */

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

static void event(struct arena *mem, struct text_list *out,
                  const struct ical_event *e, i64 now)
{
	put(mem, out, "BEGIN:", "VEVENT");
	put(mem, out, "UID:", e->uid);
	put(mem, out, "DTSTAMP:", stamp(mem, now));
	put(mem, out, "DTSTART;VALUE=DATE:", day_plain(mem, e->day));
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
	for (size_t i = 0; i < n; i++)
		event(mem, &out, &events[i], now);
	put(mem, &out, "END:", "VCALENDAR");
	return text_joined(mem, &out);
}
