/* Sentences with holes. */
#include "check.h"
#include "web/say.h"

N(OF_PRIORITY, "P{1}: 1 mål", "P{1}: {n} mål", "P{1}: 1 goal", "P{1}: {n} goals")

TEST(a_count_fills_its_own_hole_and_leaves_the_others)
{
	struct arena *mem = arena_new();

	CHECK_TEXT(say_fill(mem, say_number(mem, SWEDISH, OF_PRIORITY, 4),
	           "2", NULL), "P2: 4 mål");
	CHECK_TEXT(say_fill(mem, say_number(mem, ENGLISH, OF_PRIORITY, 1),
	           "2", NULL), "P2: 1 goal");
	arena_free(mem);
}
