/* Whole meetings, each from a seed: test/meeting.h. */
#include "meeting.h"

enum { SEEDS = 40 };

TEST(a_whole_meeting_keeps_what_was_acknowledged_and_ends_in_it)
{
	i64 first = seed_first(), n = seeds_wanted(SEEDS), acts = 0;
	i64 clashes = 0, races = 0, partly = 0;

	for (i64 seed = first; seed < first + n; seed++) {
		static struct play p;

		play_open(&p, seed);
		play_whole(&p);
		acts += p.acts;
		clashes += p.clashes;
		races += p.lost_races;
		partly += p.partly;
		play_close(&p);
	}
	/* It was no empty play. */
	CHECK(acts > n * 200);
	CHECK(n < 10 || (clashes > 0 && races > 0 && partly > 0 &&
	                 partly < n));
	print_message("%lld meetings, %lld of them in part, %lld visits,"
	              " %lld clashes, %lld races\n", n, partly, acts, clashes,
	              races);
}

/* Answers as they come, all before the end; and otherwise, some after it. */
TEST(a_whole_meeting_comes_to_the_same_in_whatever_order_answers_arrive)
{
	i64 first = seed_first(), n = seeds_wanted(SEEDS);

	for (i64 seed = first; seed < first + n; seed++) {
		struct arena *mem = arena_new();
		const char *one = play_in_order(mem, seed, 0);
		const char *other = play_in_order(mem, seed, 1);

		if (strcmp(one, other) != 0)
			print_error("seed %lld\n", seed);
		CHECK_TEXT(one, other);
		arena_free(mem);
	}
}
