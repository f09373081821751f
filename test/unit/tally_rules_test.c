/* Answers as counts. */
#include "check.h"
#include "workshop/tally.h"

static struct item_goal climate = { .goal = 1,
	.framework = FRAMEWORK_AGENDA2030, .code = "13" };
static struct item_goal equality = { .goal = 2,
	.framework = FRAMEWORK_AGENDA2030, .code = "5" };
static struct item_goal strategy = { .goal = 3, .framework = FRAMEWORK_RUS,
	.code = "R1" };

static struct item item_of(struct arena *mem, const struct item_goal *a,
                           const struct item_goal *b)
{
	struct item i = { .id = 9 };

	*PUSH(mem, &i.goals) = *a;
	if (b != NULL)
		*PUSH(mem, &i.goals) = *b;
	return i;
}

static void say_so(struct arena *mem, struct tally_list *to, i64 goal,
                   const char *value, i64 n)
{
	*PUSH(mem, to) = (struct tally){ goal, value, n };
}

TEST(each_person_is_counted_once_and_each_tick_on_its_own)
{
	struct arena *mem = arena_new();
	struct item i = item_of(mem, &climate, NULL);
	struct tally_list all = {0};
	struct goal_tally_list out;

	say_so(mem, &all, 1, "dp", 2);
	say_so(mem, &all, 1, "in dp", 3);
	say_so(mem, &all, 1, "gap", 1);
	say_so(mem, &all, 1, "no", 1);
	out = goal_tallies(mem, &i, &all, &(struct verdict_list){0}, 10);
	CHECK_INT(out.n, 1);
	CHECK_INT(out.v[0].answered, 7);
	CHECK_INT(out.v[0].views.unanswered, 3);
	CHECK_INT(out.v[0].views.gap, 1);
	CHECK_INT(out.v[0].views.both, 3);
	CHECK_INT(tally_of(&out.v[0], VALUE_DP), 5);
	CHECK_INT(tally_of(&out.v[0], VALUE_IN), 3);
	CHECK_INT(tally_of(&out.v[0], VALUE_NO), 1);
	CHECK_INT(tally_of(&out.v[0], VALUE_DN), 0);
	arena_free(mem);
}

TEST(a_strategys_scale_has_no_path)
{
	struct arena *mem = arena_new();
	struct item i = item_of(mem, &strategy, NULL);
	struct tally_list all = {0};
	struct goal_tally_list out;

	say_so(mem, &all, 3, "rp", 2);
	say_so(mem, &all, 3, "rn", 1);
	say_so(mem, &all, 3, "dp", 5);
	out = goal_tallies(mem, &i, &all, &(struct verdict_list){0}, 3);
	CHECK_INT(out.v[0].answered, 3);
	CHECK_INT(tally_of(&out.v[0], VALUE_RP), 2);
	CHECK_INT(accord_of(&out.v[0].views), ACCORD_DIRECTION);
	arena_free(mem);
}

TEST(the_goal_they_differ_most_on_comes_first_until_it_is_settled)
{
	struct arena *mem = arena_new();
	struct item i = item_of(mem, &climate, &equality);
	struct tally_list all = {0};
	struct verdict_list said = {0};
	struct goal_tally_list out;

	say_so(mem, &all, 1, "dp", 4);
	say_so(mem, &all, 2, "dp", 2);
	say_so(mem, &all, 2, "dn", 2);
	out = goal_tallies(mem, &i, &all, &said, 4);
	CHECK_TEXT(out.v[0].goal->code, "5");
	*PUSH(mem, &said) = (struct verdict){ .item = 9, .goal = 2,
		.kind = VERDICT_DIVIDED };
	out = goal_tallies(mem, &i, &all, &said, 4);
	CHECK_TEXT(out.v[0].goal->code, "13");
	CHECK(out.v[1].verdict != NULL);
	arena_free(mem);
}

TEST(a_scale_has_a_middle_answer_and_an_empty_one_has_none)
{
	struct arena *mem = arena_new();
	struct tally_list all = {0};

	CHECK_INT(scale_median(&all), 0);
	say_so(mem, &all, 0, "1", 1);
	say_so(mem, &all, 0, "4", 2);
	CHECK_INT(scale_median(&all), 4);
	say_so(mem, &all, 0, "1", 1);
	CHECK_INT(scale_median(&all), 1);
	arena_free(mem);
}

TEST(options_are_ordered_by_their_middle_place)
{
	struct arena *mem = arena_new();
	struct item i = { .ask = ASK_RANK };
	struct tally_list all = {0};
	struct place_list out;

	*PUSH(mem, &i.options) = "A";
	*PUSH(mem, &i.options) = "B";
	*PUSH(mem, &i.options) = "C";
	say_so(mem, &all, 0, "2 3 1", 3);
	say_so(mem, &all, 0, "1 2 3", 2);
	say_so(mem, &all, 0, "1 1 1", 9);       /* no ranking */
	out = places_of(mem, &i, &all);
	CHECK_TEXT(out.v[0].label, "B");
	CHECK_INT(out.v[0].n[0], 3);
	CHECK_INT(out.v[0].n[1], 2);
	CHECK_TEXT(out.v[1].label, "C");
	CHECK_TEXT(out.v[2].label, "A");
	CHECK_INT(out.v[2].n[2], 3);
	arena_free(mem);
}

TEST(a_dot_is_an_answer_until_there_are_too_many)
{
	CHECK_INT(dot_scale_of(0).each, 1);
	CHECK_INT(dot_scale_of(12).rows, 1);
	CHECK_INT(dot_scale_of(13).rows, 3);
	CHECK_INT(dot_scale_of(60).each, 1);
	CHECK_INT(dot_scale_of(61).each, 5);
	CHECK_INT(dot_scale_of(300).each, 5);
	CHECK_INT(dot_scale_of(301).each, 10);
	CHECK_INT(dot_scale_of(500).each, 10);
}
