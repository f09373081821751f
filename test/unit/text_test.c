#include "check.h"

static bool valid(const char *text)
{
	return text_valid(text, strlen(text));
}

TEST(the_first_and_last_of_each_length_are_valid)
{
	CHECK(text_valid("", 0));
	CHECK(valid("\x01\x7F"));
	CHECK(valid("\xC2\x80\xDF\xBF"));
	CHECK(valid("\xE0\xA0\x80\xEF\xBF\xBF"));
	CHECK(valid("\xF0\x90\x80\x80\xF4\x8F\xBF\xBF"));
	CHECK(valid("\xED\x9F\xBF\xEE\x80\x80"));       /* beside surrogates */
	CHECK(valid("Å hå, Sápmi: čáhci 𝌆"));
}

TEST(overlong_forms_are_not_valid)
{
	CHECK(!valid("\xC0\x80"));
	CHECK(!valid("\xC1\xBF"));
	CHECK(!valid("\xE0\x80\x80"));
	CHECK(!valid("\xE0\x9F\xBF"));
	CHECK(!valid("\xF0\x80\x80\x80"));
	CHECK(!valid("\xF0\x8F\xBF\xBF"));
}

TEST(surrogates_and_what_is_beyond_unicode_are_not_valid)
{
	CHECK(!valid("\xED\xA0\x80"));
	CHECK(!valid("\xED\xBF\xBF"));
	CHECK(!valid("\xF4\x90\x80\x80"));
	CHECK(!valid("\xF5\x80\x80\x80"));
	CHECK(!valid("\xFE"));
	CHECK(!valid("\xFF"));
}

TEST(broken_sequences_are_not_valid)
{
	CHECK(!valid("\x80"));
	CHECK(!valid("a\xBF"));
	CHECK(!valid("\xC3"));
	CHECK(!valid("\xC3("));
	CHECK(!valid("\xE2\x82"));
	CHECK(!valid("\xE2\x28\xA1"));
	CHECK(!valid("\xE2\x82\x28"));
	CHECK(!valid("\xF0\x9F\x98"));
	CHECK(!valid("\xF0\x9F\x28\x80"));
	CHECK(!valid("\xF0\x9F\x98\x28"));
	CHECK(!text_valid("\xC3\xA5", 1));      /* cut by its length */
	CHECK(!text_valid("a\0b", 3));
}

TEST(only_line_feeds_and_tabs_are_clean_controls)
{
	CHECK(text_clean("en rad\n\tetill, åäö\u00A0"));
	CHECK(!text_clean("a\rb"));
	CHECK(!text_clean("\x1B[31m"));
	CHECK(!text_clean("a\x7F"));
	CHECK(!text_clean("a\xC2\x85" "b"));
	CHECK(!text_clean("\xC2\x9F"));
}

TEST(length_counts_characters)
{
	CHECK_INT(text_length(""), 0);
	CHECK_INT(text_length("åäö"), 3);
	CHECK_INT(text_length("a𝌆b"), 3);
}

TEST(trimming_takes_the_ends_and_makes_line_feeds)
{
	struct arena *mem = arena_new();

	CHECK_TEXT(text_trim(mem, " \r\n\t a\r\nb\rc \n"), "a\nb\nc");
	CHECK_TEXT(text_trim(mem, "a\r\r\nb"), "a\n\nb");
	CHECK_TEXT(text_trim(mem, " \r "), "");
	CHECK_TEXT(text_trim(mem, ""), "");
	arena_free(mem);
}

TEST(white_space_is_blank)
{
	CHECK(text_blank(NULL) && text_blank("") && text_blank(" \t\r\n"));
	CHECK(!text_blank(" a "));
}

TEST(long_text_is_cut_at_a_word_and_says_so)
{
	struct arena *mem = arena_new();

	CHECK_TEXT(text_short(mem, "kort", 4), "kort");
	CHECK_TEXT(text_short(mem, "längre", 6), "längre");
	CHECK_TEXT(text_short(mem, "buss till byn", 11), "buss till…");
	CHECK_TEXT(text_short(mem, "buss till byn", 9), "buss till…");
	CHECK_TEXT(text_short(mem, "ååååååååå", 3), "ååå…");
	CHECK_TEXT(text_short(mem, "a hållbarhetssäkring", 9), "a hållbar…");
	CHECK_TEXT(text_short(mem, "något", 0), "…");
	arena_free(mem);
}

TEST(lines_are_those_that_say_something)
{
	struct arena *mem = arena_new();
	struct text_list lines = text_lines(mem, "\n en \r\n\r\ntvå\r  \ntre");

	CHECK_INT(lines.n, 3);
	CHECK_TEXT(lines.v[0], "en");
	CHECK_TEXT(lines.v[1], "två");
	CHECK_TEXT(lines.v[2], "tre");
	CHECK_INT(text_lines(mem, " \n ").n, 0);
	arena_free(mem);
}

/* In their natural order, as a reader of the framework expects it. */
static const char *const in_order[] = {
	"1", "1.1", "1.2", "1.10", "1.a", "1.b", "2", "8", "8.2", "8.9",
	"8.10", "8.a", "10", "10.1", "17.19", "100", "A", "B1", "B2", "B10",
};

TEST(codes_come_in_their_natural_order)
{
	for (size_t i = 0; i < COUNT(in_order); i++) {
		for (size_t j = 0; j < COUNT(in_order); j++) {
			int order = code_order(in_order[i], in_order[j]);

			CHECK((order < 0) == (i < j));
			CHECK((order == 0) == (i == j));
		}
	}
}

TEST(bytes_of_sort_keys_come_in_the_order_of_codes)
{
	struct arena *mem = arena_new();

	for (size_t i = 1; i < COUNT(in_order); i++)
		CHECK(strcmp(code_sort_key(mem, in_order[i - 1]),
		             code_sort_key(mem, in_order[i])) < 0);
	arena_free(mem);
}

TEST(a_longer_number_is_larger)
{
	char hundred[102] = "1";

	memset(hundred + 1, '0', 100);
	CHECK(code_order("9", hundred) < 0);
	CHECK(code_order("9.x", hundred) < 0);
	CHECK(code_order(hundred, "a") < 0);
}

TEST(numbers_are_whole_decimal_and_within_limits)
{
	i64 n = 7;

	CHECK(number_read("0", 0, 9, &n) && n == 0);
	CHECK(number_read("-12", -12, 0, &n) && n == -12);
	CHECK(number_read("9223372036854775807", 0, INT64_MAX, &n) &&
	      n == INT64_MAX);
	n = 7;
	CHECK(!number_read(NULL, 0, 9, &n) && !number_read("", 0, 9, &n));
	CHECK(!number_read(" 1", 0, 9, &n) && !number_read("1 ", 0, 9, &n));
	CHECK(!number_read("+1", 0, 9, &n) && !number_read("-", -9, 9, &n));
	CHECK(!number_read("1.5", 0, 9, &n) && !number_read("0x1", 0, 9, &n));
	CHECK(!number_read("10", 0, 9, &n) && !number_read("-1", 0, 9, &n));
	CHECK(!number_read("9223372036854775808", 0, INT64_MAX, &n));
	CHECK_INT(n, 7);
}

TEST(bytes_are_written_as_hex)
{
	struct arena *mem = arena_new();

	CHECK_TEXT(hex_write(mem, "\x00\x9f\xff", 3), "009fff");
	CHECK_TEXT(hex_write(mem, "", 0), "");
	arena_free(mem);
}

TEST(nothing_is_the_same_as_nothing_only)
{
	CHECK(same(NULL, NULL) && same("a", "a"));
	CHECK(!same(NULL, "") && !same("", NULL) && !same("a", "b"));
}
