#include "base/markup.h"
#include "check.h"

TEST(what_means_something_in_markup_is_escaped)
{
	struct arena *mem = arena_new();
	struct markup m = markup_in(mem);

	emit(&m, "<p title='%s'>%s</p>", "a'b\"c", "<script>&amp;</script>");
	CHECK_TEXT(m.text, "<p title='a&#39;b&quot;c'>"
	           "&lt;script&gt;&amp;amp;&lt;/script&gt;</p>");
	CHECK_INT(m.n, strlen(m.text));
	arena_free(mem);
}

TEST(other_text_is_left_as_it_is)
{
	struct arena *mem = arena_new();
	struct markup m = markup_in(mem);

	emit(&m, "%s|%s", "åäö č – 𝌆\n\t`=/", "");
	CHECK_TEXT(m.text, "åäö č – 𝌆\n\t`=/|");
	arena_free(mem);
}

TEST(numbers_and_percent_signs_are_written)
{
	struct arena *mem = arena_new();
	struct markup m = markup_in(mem);
	const char *volatile nothing = NULL;

	emit(&m, "%d %lld %lld 100%%%s.", -3, (i64)INT64_MIN,
	     (i64)INT64_MAX, nothing);
	CHECK_TEXT(m.text,
	           "-3 -9223372036854775808 9223372036854775807 100%.");
	arena_free(mem);
}

TEST(a_page_grows_as_long_as_it_must)
{
	struct arena *mem = arena_new();
	struct markup m = markup_in(mem), whole = markup_in(mem);

	for (int i = 0; i < 20000; i++)
		emit(&m, "<%s>", "&");
	CHECK_INT(m.n, 20000 * 7);
	CHECK_TEXT(m.text + m.n - 7, "<&amp;>");
	emit_markup(&whole, &m);
	emit_markup(&whole, &m);
	CHECK_INT(whole.n, 2 * m.n);
	CHECK(memcmp(whole.text + m.n, m.text, m.n) == 0);
	arena_free(mem);
}

TEST(every_byte_is_written_or_escaped_by_its_own_entity)
{
	struct arena *mem = arena_new();

	for (int c = 1; c < 256; c++) {
		struct markup m = markup_in(mem);
		char one[2] = { (char)c };
		bool means = strchr("&<>\"'", c) != NULL;

		emit(&m, "%s", one);
		CHECK(means ? m.text[0] == '&' && m.text[m.n - 1] == ';'
		            : same(m.text, one));
	}
	arena_free(mem);
}
