#include "base/arena.h"
#include "check.h"

struct number_list {
	i64   *v;
	size_t n, room;
};

static bool all_zero(const char *bytes, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		if (bytes[i] != 0)
			return false;
	}
	return true;
}

TEST(memory_comes_zeroed_and_aligned_also_when_used_again)
{
	struct arena *mem = arena_new();

	for (int round = 0; round < 3; round++) {
		for (size_t n = 0; n < 3000; n += 7) {
			char *p = arena_take(mem, n);

			CHECK((uintptr_t)p % 16 == 0);
			CHECK(all_zero(p, n));
			memset(p, 'x', n);
		}
		arena_reset(mem);
	}
	arena_free(mem);
}

TEST(a_piece_larger_than_any_block_fits)
{
	struct arena *mem = arena_new();
	const size_t much = 20 * 1024 * 1024;
	char *small = arena_text(mem, "before", 6);
	char *large = arena_take(mem, much);

	large[much - 1] = 'x';
	CHECK_TEXT(small, "before");
	CHECK_TEXT(arena_text(mem, "after", 5), "after");
	arena_free(mem);
}

TEST(a_list_keeps_its_elements_while_it_grows)
{
	struct arena *mem = arena_new();
	struct number_list list = {0};

	for (i64 i = 0; i < 10000; i++)
		*PUSH(mem, &list) = i;
	CHECK_INT(list.n, 10000);
	for (i64 i = 0; i < 10000; i++)
		CHECK_INT(list.v[i], i);
	arena_free(mem);
}

TEST(text_is_copied_and_ended)
{
	struct arena *mem = arena_new();

	CHECK_TEXT(arena_text(mem, "vagvalet", 6), "vagval");
	CHECK_TEXT(arena_text(mem, NULL, 0), "");
	CHECK_TEXT(arena_copy(mem, "väg"), "väg");
	CHECK(arena_copy(mem, NULL) == NULL);
	CHECK_TEXT(arena_print(mem, "%s %d", "fynd", 7), "fynd 7");
	arena_free(mem);
}

TEST(ending_no_arena_is_harmless)
{
	arena_free(NULL);
}
