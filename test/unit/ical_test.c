/* What a calendar program reads (RFC 5545). */
#include <string.h>

#include "base/clock.h"
#include "base/text.h"
#include "check.h"
#include "renew/calendar.h"

static i64 ms_of(const char *text)
{
	i64 at = 0;

	CHECK(instant_read(text, &at));
	return at;
}

static char *one(struct arena *mem, const char *summary)
{
	struct ical_event e = { .uid = "1-abc-4@org", .summary = summary,
		.url = "https://v.example/a/abc/actions/4",
		.day = day_of_date((struct date){ 2026, 2, 3 }) };

	return ical_write(mem, "Region Å", &e, 1,
	                  ms_of("2026-01-31T22:04:05.000Z"));
}

TEST(an_event_is_a_whole_day_with_a_name_that_stays)
{
	struct arena *mem = arena_new();
	const char *text = one(mem, "Åtgärd ska vara klar");

	CHECK_HAS(text, "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n");
	CHECK_HAS(text, "UID:1-abc-4@org\r\n");
	CHECK_HAS(text, "DTSTAMP:20260131T220405Z\r\n");
	CHECK_HAS(text, "DTSTART;VALUE=DATE:20260203\r\n");
	CHECK_HAS(text, "SUMMARY:Åtgärd ska vara klar\r\n");
	CHECK_HAS(text, "END:VEVENT\r\nEND:VCALENDAR\r\n");
	arena_free(mem);
}

TEST(text_in_a_calendar_is_escaped)
{
	struct arena *mem = arena_new();

	CHECK_HAS(one(mem, "a,b;c\\d\nEND:VEVENT"),
	          "SUMMARY:a\\,b\\;c\\\\d\\nEND:VEVENT\r\n");
	arena_free(mem);
}

/* No line is longer than 75 octets, and put together again it is the same. */
TEST(a_long_line_is_folded_between_characters)
{
	struct arena *mem = arena_new();
	char *line = arena_take(mem, 401), *to = line;
	const char *text;

	for (int i = 0; i < 200; i++)
		to = stpcpy(to, "å");
	text = one(mem, line);
	for (const char *at = text; *at != '\0'; ) {
		size_t n = (size_t)(strstr(at, "\r\n") - at);

		CHECK(n <= 75);
		CHECK(((unsigned char)at[at[0] == ' '] & 0xC0) != 0x80);
		at += n + 2;
	}
	to = line + 8;
	*to = '\0';
	CHECK_HAS(text, "SUMMARY:åååå");
	arena_free(mem);
}

/* -- a strict reader ----------------------------------------------------- */

enum { LINES_MOST = 200, DEEP = 4 };

/* Lines put together again, each "NAME;PARAMETER=VALUE:VALUE" (3.1). */
struct lines { char *v[LINES_MOST]; size_t n; };

static void unfold(struct arena *mem, const char *text, struct lines *out)
{
	for (const char *end; *text != '\0'; text = end + 2) {
		end = strpbrk(text, "\r\n");
		CHECK(end != NULL && end[0] == '\r' && end[1] == '\n');
		CHECK(end > text && end - text <= 75);
		if (*text == ' ')
			out->v[out->n - 1] = arena_print(mem, "%s%.*s",
				out->v[out->n - 1], (int)(end - text - 1),
				text + 1);
		else
			out->v[out->n++] = arena_text(mem, text,
				(size_t)(end - text));
		CHECK(out->n < LINES_MOST);
	}
}

/* The value of a property of the component that begins at `at`, and how many
 * times it is there (3.6). */
static const char *property(const struct lines *all, size_t at,
                            const char *name, int *times)
{
	const char *found = NULL;
	size_t n = strlen(name);
	int deep = 0;

	*times = 0;
	for (size_t i = at + 1; i < all->n && deep >= 0; i++) {
		const char *line = all->v[i];

		deep += strncmp(line, "BEGIN:", 6) == 0;
		deep -= strncmp(line, "END:", 4) == 0;
		if (deep == 0 && strncmp(line, name, n) == 0 &&
		    (line[n] == ':' || line[n] == ';')) {
			++*times;
			found = line + n;
		}
	}
	return found;
}

static const char *once(const struct lines *all, size_t at, const char *name)
{
	int times;
	const char *value = property(all, at, name, &times);

	if (times != 1)
		fail_msg("%d of %s in %s", times, name, all->v[at]);
	return value;
}

/* TEXT: no bare comma or semicolon, and only known escapes (3.3.11). */
static void is_text(const char *value)
{
	CHECK(*value++ == ':');
	for (; *value != '\0'; value++)
		if (*value == '\\')
			CHECK(strchr("\\;,nN", *++value) != NULL && *value);
		else
			CHECK(*value != ',' && *value != ';');
}

static void is_form(const char *value, const char *form)
{
	for (; *form != '\0'; form++, value++)
		CHECK(*form == '9' ? *value >= '0' && *value <= '9' :
		      *value == *form);
	CHECK(*value == '\0');
}

static void is_event(const struct lines *all, size_t at)
{
	const char *start = once(all, at, "DTSTART");
	int durations;
	const char *length = property(all, at, "DURATION", &durations);

	once(all, at, "UID");
	is_form(once(all, at, "DTSTAMP"), ":99999999T999999Z");
	is_text(once(all, at, "SUMMARY"));
	CHECK_HAS(once(all, at, "URL"), ":http");
	if (durations == 0) {
		is_form(start, ";VALUE=DATE:99999999");
	} else {
		is_form(start, ";TZID=Europe/Stockholm:99999999T999999");
		CHECK(strncmp(length, ":PT", 3) == 0);
	}
}

static void is_zone(const struct lines *all, size_t at)
{
	static const char *const halves[] = { "BEGIN:DAYLIGHT",
	                                      "BEGIN:STANDARD" };

	CHECK_TEXT(once(all, at, "TZID"), ":Europe/Stockholm");
	for (size_t i = at, met = 0; met < COUNT(halves); i++) {
		CHECK(i < all->n);
		if (strcmp(all->v[i], halves[met]) != 0)
			continue;
		met++;
		is_form(once(all, i, "DTSTART"), ":99999999T999999");
		is_form(once(all, i, "TZOFFSETFROM"), ":+9999");
		is_form(once(all, i, "TZOFFSETTO"), ":+9999");
	}
}

/* How many events a whole calendar has; anything amiss is a fault. */
static int events_in(struct arena *mem, const char *text)
{
	const char *open[DEEP] = { 0 };
	struct lines all = { .n = 0 };
	int deep = 0, parts = 0, events = 0;

	unfold(mem, text, &all);
	for (size_t i = 0; i < all.n; i++) {
		const char *line = all.v[i];

		CHECK(text_clean(line) && strpbrk(line, ":;") > line);
		CHECK(deep > 0 || i == 0);      /* one calendar */
		if (strncmp(line, "BEGIN:", 6) == 0) {
			CHECK(deep < DEEP);
			parts += deep == 1;
			open[deep++] = line + 6;
		} else if (strncmp(line, "END:", 4) == 0) {
			CHECK_TEXT(line + 4, open[--deep]);
		}
		if (strcmp(line, "BEGIN:VEVENT") == 0)
			events++, is_event(&all, i);
		if (strcmp(line, "BEGIN:VTIMEZONE") == 0)
			is_zone(&all, i);
	}
	CHECK_INT(deep, 0);
	CHECK(parts > 0);
	CHECK_TEXT(once(&all, 0, "VERSION"), ":2.0");
	is_text(once(&all, 0, "PRODID"));
	return events;
}

TEST(a_strict_reader_takes_any_calendar_also_one_without_events)
{
	struct arena *mem = arena_new();
	const i64 day = day_of_date((struct date){ 2026, 3, 29 });
	const struct ical_event all[] = {
		{ .uid = "1-a-1@o", .summary = "Möte; i Åre, 9\\12\nnu",
		  .url = "https://v.example/w/a", .day = day, .minute = 545,
		  .minutes = 200 },
		{ .uid = "2-a-1@o", .summary = "En dag som är lång nog för "
		  "att vikas på ett ställe där å, ä och ö står: åäöåäöåäö",
		  .url = "https://v.example/a/a", .day = day },
	};
	const char *text = ical_write(mem, "Region Å, Ä; Ö", all, COUNT(all),
	                              ms_of("2026-01-31T22:04:05.000Z"));

	CHECK_INT(events_in(mem, text), 2);
	CHECK_HAS(text, "DTSTART;TZID=Europe/Stockholm:20260329T090500\r\n"
	          "DURATION:PT200M\r\n");
	CHECK_INT(events_in(mem, ical_write(mem, "", NULL, 0, 0)), 0);
	arena_free(mem);
}
