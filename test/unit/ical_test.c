/* What a calendar program reads (RFC 5545). */
#include "base/clock.h"
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
