#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#include "check.h"
#include "kit/compound.h"

static const char *parts(struct arena *mem, const char *word)
{
	struct text_list all = compound_parts(mem, word_list(), word);
	const char *said = "";

	for (size_t i = 0; i < all.n; i++)
		said = arena_print(mem, "%s%s%s", said, i > 0 ? " " : "",
		                   all.v[i]);
	return said;
}

TEST(a_compound_is_split_in_two_or_three_and_parts_side_by_side_are_kept)
{
	struct arena *mem = arena_new();

	CHECK_TEXT(parts(mem, "klimatåtgärdsplan"),
	           "klim åtgärd plan klimatåtgärd åtgärdspl");
	CHECK_TEXT(parts(mem, "klimatåtgärdsplanerna"),
	           "klim åtgärd plan klimatåtgärd åtgärdspl");
	CHECK_TEXT(parts(mem, "servicepunkter"), "servic punk");
	CHECK_TEXT(parts(mem, "äldreomsorgsförvaltning"),
	           "äldr omsorg förvaltning äldreomsorg omsorgsförvaltning");
	CHECK_TEXT(parts(mem, "kollektivtrafiken"), "kollektiv trafik");
	arena_free(mem);
}

TEST(the_first_part_may_end_otherwise_than_alone)
{
	struct arena *mem = arena_new();

	CHECK_TEXT(parts(mem, "hälsofrämjande"), "häl främj");
	CHECK_TEXT(parts(mem, "familjecentral"), "familj central");
	CHECK_HAS(parts(mem, "jämställdhetsintegrering"), "integrering");
	CHECK_TEXT(parts(mem, "utvecklingsxyzzyx"), "utveckling xyzzyx");
	arena_free(mem);
}

TEST(a_word_that_is_no_compound_stays_whole)
{
	static const char *const whole[] = {
		"region", "kulturen", "planering", "barnets", "station",
		"kommunens", "åtgärder", "ŋuorra", "xyzzyxyzzy", "", "å",
	};
	struct arena *mem = arena_new();

	for (size_t i = 0; i < COUNT(whole); i++)
		CHECK_TEXT(parts(mem, whole[i]), "");
	arena_free(mem);
}

TEST(without_a_word_list_words_are_whole)
{
	struct arena *mem = arena_new();

	CHECK(word_list_read("/no/such/list.dic") == NULL);
	CHECK_INT(compound_parts(mem, NULL, "klimatåtgärdsplan").n, 0);
	arena_free(mem);
}

/* What is not UTF-8, has no classes or is a name is passed by. */
TEST(a_word_list_of_rubbish_is_read_and_gives_nothing)
{
	char path[] = "/tmp/vagval-words-XXXXXX";
	FILE *file = fdopen(mkstemp(path), "w");
	struct arena *mem = arena_new();
	struct word_list *list;

	fputs("7\nklimat/ADXY\n\xff\xfe/XY\nPlan/XY\nplan\n/XY\n"
	      "3G-plan/XY\nåtgärd/Y", file);
	fclose(file);
	list = word_list_read(path);
	CHECK(list != NULL);
	CHECK_INT(compound_parts(mem, list, "klimatplan").n, 0);
	CHECK_INT(compound_parts(mem, list, "klimatåtgärd").n, 2);
	word_list_free(list);
	unlink(path);
	arena_free(mem);
}
