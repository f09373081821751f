#include <stdio.h>

#include "brief/brief.h"
#include "check.h"
#include "example.h"

static struct document example(struct arena *mem)
{
	struct document d;

	CHECK_INT(example_read(mem, example_with(mem,
		"example/rsp_test_2025.json", "{", "{"), &d).wrong, JSON_FINE);
	return d;
}

TEST(the_text_of_the_example_is_read_aloud)
{
	struct arena *mem = arena_new();
	struct document d = example(mem);

	for (int e = 0; e < 2; e++) {
		struct block_lines all;
		int about = 0;

		textblock_draft(mem, &d, e, &all);
		for (size_t i = 0; i < all.n; i++) {
			if ((int)all.v[i].about != about)
				printf("\n");
			about = (int)all.v[i].about;
			printf("%s [%s] (%d)\n", all.v[i].text,
			       all.v[i].basis, all.v[i].under);
		}
		printf("%zu ---\n", all.n);
	}
	arena_free(mem);
}
