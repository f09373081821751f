#include <pthread.h>

#include <unicode/udat.h>

#include "base/clock.h"
#include "check.h"
#include "kit/icu.h"

TEST(text_is_made_normal_whatever_way_it_was_typed)
{
	struct arena *mem = arena_new();

	CHECK_TEXT(text_normal(mem, ""), "");
	CHECK_TEXT(text_normal(mem, "plain"), "plain");
	CHECK_TEXT(text_normal(mem, "Åäö – “ŧ” 𝌆"), "Åäö – “ŧ” 𝌆");
	CHECK_TEXT(text_normal(mem, "A\u030A a\u0308 o\u0308"), "Å ä ö");
	CHECK_TEXT(text_normal(mem, "\u212B"), "\u00C5");
	CHECK_TEXT(text_normal(mem, "a\u0301\u0323"), "\u1EA1\u0301");
	CHECK_TEXT(text_normal(mem, "\u1100\u1161"), "\uAC00");
	CHECK_TEXT(text_normal(mem, "\uFB01"), "\uFB01");
	arena_free(mem);
}

TEST(names_sort_as_swedish_does)
{
	static const char *const names[] = {
		"Abisko", "adak", "Áhkká", "Boden", "Čohkka", "Dalarna",
		"Đorvi", "nagg", "Ŋuorra", "Sarek", "Šibbo", "Tärnaby",
		"Ŧuovla", "Vadstena", "Wasa", "Žan", "zon", "Åre", "Älvdalen", "Öland",
	};
	struct arena *mem = arena_new();

	for (size_t i = 1; i < COUNT(names); i++)
		CHECK(strcmp(text_sort_key(mem, names[i - 1]),
		             text_sort_key(mem, names[i])) < 0);
	CHECK_TEXT(text_sort_key(mem, ""), text_sort_key(mem, ""));
	CHECK(strspn(text_sort_key(mem, "Åre"), "0123456789abcdef") ==
	      strlen(text_sort_key(mem, "Åre")));
	CHECK(*icu_version() != '\0');
	arena_free(mem);
}

static void *sort_key(void *mem)
{
	return text_sort_key(mem, "Älvdalen");
}

TEST(every_thread_sorts_alike)
{
	struct arena *mem = arena_new(), *its = arena_new();
	pthread_t other;
	void *key;

	pthread_create(&other, NULL, sort_key, its);
	pthread_join(other, &key);
	CHECK_TEXT(key, text_sort_key(mem, "Älvdalen"));
	arena_free(its);
	arena_free(mem);
}

TEST(folding_lowers_and_keeps_accents)
{
	struct arena *mem = arena_new();

	CHECK_TEXT(text_fold(mem, "ÅRE Kommun"), "åre kommun");
	CHECK_TEXT(text_fold(mem, "ČŊŠŽ"), "čŋšž");
	CHECK_TEXT(text_fold(mem, ""), "");
	arena_free(mem);
}

/* What ICU itself would print, to hold our month names against. */
static char *by_pattern(struct arena *mem, const char *language,
                        const UChar *pattern, i64 ms)
{
	UErrorCode code = U_ZERO_ERROR;
	UDateFormat *f = udat_open(UDAT_PATTERN, UDAT_PATTERN, language,
	                           u"Europe/Stockholm", -1, pattern, -1, &code);
	UChar said[80];
	char *text = arena_take(mem, 160);

	udat_format(f, (UDate)ms, said, 80, NULL, &code);
	for (size_t i = 0; said[i] != 0; i++)
		text[i] = (char)said[i];        /* all of it is ASCII */
	udat_close(f);
	CHECK(U_SUCCESS(code));
	return text;
}

TEST(days_and_instants_are_said_as_icu_says_them)
{
	struct arena *mem = arena_new();
	i64 ms = 1700000000000;

	for (int i = 0; i < 400; i++, ms += 7 * 3600 * 1000 + DAY_MS) {
		i64 day = day_of_instant(ms);

		CHECK_TEXT(day_say(mem, SWEDISH, day),
		           by_pattern(mem, "sv", u"d MMMM y", ms));
		CHECK_TEXT(day_say(mem, ENGLISH, day),
		           by_pattern(mem, "en", u"d MMMM y", ms));
		CHECK_TEXT(instant_say(mem, SWEDISH, ms),
		           by_pattern(mem, "sv", u"d MMMM y 'kl'. HH.mm", ms));
		CHECK_TEXT(instant_say(mem, ENGLISH, ms),
		           by_pattern(mem, "en", u"d MMMM y 'at' HH:mm", ms));
	}
	arena_free(mem);
}

static i64 instant(const char *text)
{
	i64 ms = 0;

	CHECK(instant_read(text, &ms));
	return ms;
}

TEST(time_is_that_of_stockholm_in_summer_and_winter)
{
	struct arena *mem = arena_new();
	i64 before = instant("2026-03-29T00:59:59Z");
	i64 winter = instant("2026-12-31T23:30:00Z");

	CHECK_TEXT(time_say(mem, SWEDISH, before), "01.59");
	CHECK_TEXT(time_say(mem, ENGLISH, before + 1000), "03:00");
	CHECK_TEXT(day_say(mem, SWEDISH, day_of_instant(winter)),
	           "1 januari 2027");
	CHECK_TEXT(instant_say(mem, SWEDISH, instant("2026-07-01T22:05:00Z")),
	           "2 juli 2026 kl. 00.05");
	CHECK_TEXT(time_say(mem, SWEDISH, -1), "00.59");
	CHECK_INT(day_of_instant(-2 * 3600 * 1000), -1);
	arena_free(mem);
}

TEST(a_day_may_be_typed_in_four_ways)
{
	static const char *const right[] = {
		"2026-03-31", " 2026-03-31 ", "31/3 2026", "31/03 2026",
		"31 mars 2026", "31 MARS 2026", "31 March 2026",
		"31  march  2026", " 31 mars 2026 ",
	};
	i64 day, wanted = day_of_date((struct date){ 2026, 3, 31 });

	for (size_t i = 0; i < COUNT(right); i++) {
		day = 0;
		CHECK(day_typed(right[i], &day));
		CHECK_INT(day, wanted);
	}
	CHECK(day_typed("1 maj 2026", &day) && day == wanted + 31);
	CHECK(day_typed("1 May 2026", &day) && day == wanted + 31);
}

TEST(other_days_are_not_guessed)
{
	static const char *const wrong[] = {
		"", " ", "31", "31/3", "31/3 26", "3/31 2026", "31 3 2026",
		"31 april 2026", "30 februari 2026", "mars 2026", "31 mar",
		"2026-02-30", "2026-3-31", "31 mars 20260", "31 mars 2026 x",
		"131 mars 2026", "31/ 2026", "31/131 2026", "-1 mars 2026",
	};
	i64 day = 7;

	for (size_t i = 0; i < COUNT(wrong); i++)
		CHECK(!day_typed(wrong[i], &day));
	CHECK(!day_typed(NULL, &day));
	CHECK_INT(day, 7);
}

TEST(numbers_are_said_in_threes)
{
	struct arena *mem = arena_new();

	CHECK_TEXT(number_say(mem, SWEDISH, 0), "0");
	CHECK_TEXT(number_say(mem, SWEDISH, 999), "999");
	CHECK_TEXT(number_say(mem, SWEDISH, 1000), "1\u00A0000");
	CHECK_TEXT(number_say(mem, SWEDISH, 1234567),
	           "1\u00A0234\u00A0567");
	CHECK_TEXT(number_say(mem, ENGLISH, 1234567), "1,234,567");
	CHECK_TEXT(number_say(mem, SWEDISH, -1234), "\u2212" "1\u00A0234");
	CHECK_TEXT(number_say(mem, ENGLISH, INT64_MIN),
	           "-9,223,372,036,854,775,808");
	CHECK_INT(strlen(number_say(mem, SWEDISH, INT64_MIN)), 19 + 3 + 12);
	arena_free(mem);
}
