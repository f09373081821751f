/* When somebody is reminded, and the mail they get. */
#include "check.h"
#include "base/clock.h"
#include "base/text.h"
#include "kit/mail.h"
#include "remind/remind.h"

static i64 on(const char *day)
{
	i64 out = 0;

	CHECK(day_read(day, &out));
	return out;
}

/* One thing with a day, asked about on another. */
static bool reminded(enum remind_often often, const char *due,
                     const char *mailed, const char *looked,
                     const char *today)
{
	struct calendar_entry one = { .kind = CALENDAR_ACTION };
	struct calendar_list all = { .v = &one };
	struct remind_case c = { .often = often, .waiting = &all,
		.mailed_on = *mailed == '\0' ? 0 : on(mailed),
		.looked_on = on(looked), .today = on(today) };

	if (*due != '\0') {
		one.day = on(due);
		all.n = 1;
	}
	return remind_now(&c);
}

TEST(who_is_reminded_once_a_week_is_not_reminded_twice_in_it)
{
	const enum remind_often weekly = REMIND_WEEKLY;

	/* 2026-11-23 is a Monday. */
	CHECK(reminded(weekly, "2026-11-27", "", "2026-11-20", "2026-11-23"));
	CHECK(reminded(weekly, "2026-11-27", "2026-11-22", "2026-11-20",
	               "2026-11-23"));
	CHECK(!reminded(weekly, "2026-11-27", "2026-11-23", "2026-11-24",
	                "2026-11-25"));
	CHECK(!reminded(weekly, "2026-11-27", "2026-11-23", "2026-11-26",
	                "2026-11-27"));
	CHECK(reminded(weekly, "2026-11-27", "2026-11-23", "2026-11-27",
	               "2026-11-30"));
	CHECK(!reminded(weekly, "", "", "2026-11-20", "2026-11-23"));
}

TEST(who_is_reminded_daily_hears_when_it_comes_near_and_when_it_is_late)
{
	const enum remind_often daily = REMIND_DAILY;

	CHECK(reminded(daily, "2026-12-02", "", "2026-11-24", "2026-11-25"));
	CHECK(!reminded(daily, "2026-12-02", "", "2026-11-25", "2026-11-26"));
	CHECK(!reminded(daily, "2026-12-02", "", "2026-12-01", "2026-12-02"));
	CHECK(reminded(daily, "2026-12-02", "", "2026-12-02", "2026-12-03"));
	CHECK(!reminded(daily, "2026-12-02", "", "2026-12-03", "2026-12-04"));
	/* A weekend between: nothing falls through it. */
	CHECK(reminded(daily, "2026-12-05", "", "2026-11-27", "2026-11-30"));
	CHECK(reminded(daily, "2026-11-28", "", "2026-11-27", "2026-11-30"));
	CHECK(!reminded(REMIND_NEVER, "2026-11-20", "", "2026-11-24",
	                "2026-11-25"));
}

static i64 at(const char *instant)
{
	i64 out = 0;

	CHECK(instant_read(instant, &out));
	return out;
}

TEST(a_day_of_reminders_begins_at_seven_on_days_of_work)
{
	/* Seven in Stockholm is six in winter and five in summer, in UTC. */
	CHECK(!remind_day_begins(on("2026-11-24"),
	                         at("2026-11-25T05:59:59.000Z")));
	CHECK(remind_day_begins(on("2026-11-24"),
	                        at("2026-11-25T06:00:00.000Z")));
	CHECK(remind_day_begins(on("2026-06-23"),
	                        at("2026-06-24T05:00:00.000Z")));
	CHECK(!remind_day_begins(on("2026-11-25"),
	                         at("2026-11-25T12:00:00.000Z")));
	/* A Saturday, Christmas Eve. */
	CHECK(!remind_day_begins(on("2026-11-24"),
	                         at("2026-11-28T12:00:00.000Z")));
	CHECK(!remind_day_begins(on("2026-11-24"),
	                         at("2026-12-24T12:00:00.000Z")));
}

TEST(a_mail_carries_a_link_and_the_organisations_name_and_no_more)
{
	struct arena *mem = arena_new();
	struct outgoing m = {0};

	mail_compose(mem, SWEDISH, MAIL_REMINDER, "Region Exempel",
	             "https://v.example/o/abc/waiting", &m);
	CHECK_TEXT(m.subject, "Påminnelse från Vägval");
	CHECK_HAS(m.text, "Region Exempel");
	CHECK_HAS(m.text, "\nhttps://v.example/o/abc/waiting\n");
	mail_compose(mem, ENGLISH, MAIL_TRIAL, "Region Exempel", "x", &m);
	CHECK_TEXT(m.subject, "Trial from Vägval");
	arena_free(mem);
}

/* -- headers ------------------------------------------------------------- */

TEST(an_address_begins_no_header_of_its_own)
{
	CHECK(mail_address_fine("eva.lind@region.example"));
	CHECK(mail_address_fine("eva@xn--rtt-qlad.example"));
	CHECK(!mail_address_fine("eva@region.example\r\nBcc: x@y.example"));
	CHECK(!mail_address_fine("eva@region.example, x@y.example"));
	CHECK(!mail_address_fine("Eva <eva@region.example>"));
	CHECK(!mail_address_fine("eva@a@b.example"));
	CHECK(!mail_address_fine("eva"));
	CHECK(!mail_address_fine("@b.example"));
	CHECK(!mail_address_fine("eva@"));
	CHECK(!mail_address_fine(""));
}

TEST(words_of_a_header_are_split_between_letters)
{
	struct arena *mem = arena_new();
	const char *out = mail_words(mem, "åäöåäöåäöåäöåäö");

	CHECK_TEXT(mail_words(mem, "Åk"), "=?UTF-8?Q?=C3=85=6B?=");
	CHECK_TEXT(out, "=?UTF-8?Q?=C3=A5=C3=A4=C3=B6=C3=A5=C3=A4=C3=B6=C3"
	           "=A5=C3=A4=C3=B6=C3=A5=C3=A4?=\r\n =?UTF-8?Q?=C3=B6=C3=A5"
	           "=C3=A4=C3=B6?=");
	arena_free(mem);
}

TEST(a_mail_says_when_it_was_written)
{
	struct arena *mem = arena_new();

	CHECK_TEXT(mail_date(mem, at("2026-11-26T04:31:02.000Z")),
	           "Thu, 26 Nov 2026 04:31:02 +0000");
	CHECK_TEXT(mail_date(mem, at("2024-02-29T23:59:59.000Z")),
	           "Thu, 29 Feb 2024 23:59:59 +0000");
	arena_free(mem);
}
