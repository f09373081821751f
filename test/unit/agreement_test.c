#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include <jansson.h>

#include "base/agreement.h"
#include "check.h"

#define SPREAD(...)                                     \
	spread_of((const i64[]){ __VA_ARGS__ },         \
	          COUNT(((const i64[]){ __VA_ARGS__ })))

static bool near(double a, double b)
{
	return fabs(a - b) <= 1e-9;
}

static bool known(double a)
{
	return isnan(a) == 0;
}

/* -- the distribution ---------------------------------------------------- */

TEST(nobody_answering_is_no_agreement_and_no_disagreement_either)
{
	struct spread s = SPREAD(0, 0, 0, 0, 0);

	CHECK_INT(s.answers, 0);
	CHECK_INT(s.median, -1);
	CHECK(!s.between);
	CHECK(!known(s.agreement));
}

TEST(all_in_one_place_agree_wholly_wherever_it_is)
{
	CHECK(near(SPREAD(7, 0, 0, 0, 0).agreement, 1));
	CHECK(near(SPREAD(0, 0, 0, 1, 0).agreement, 1));
	CHECK(near(SPREAD(0, 3, 0).agreement, 1));
	CHECK(near(SPREAD(4).agreement, 1));
}

TEST(half_at_each_end_is_no_agreement_at_all)
{
	CHECK(near(SPREAD(3, 0, 0, 0, 3).agreement, 0));
	CHECK(near(SPREAD(1, 0, 1).agreement, 0));
}

TEST(agreement_is_what_a_hand_makes_of_the_formula)
{
	/* mean 1/2 of 0 and 1 on five: 1 + log2(1 - 0.5/4) */
	CHECK(near(SPREAD(2, 2, 0, 0, 0).agreement, 0.8073549220576041));
	/* mean 1 of three: 1 + 2/3 log2(1/2) */
	CHECK(near(SPREAD(1, 1, 1).agreement, 1.0 / 3));
	/* 3 against 1 on three, mean 1/2: 1 + 3/4 log2(3/4) + 1/4 log2(1/4) */
	CHECK(near(SPREAD(3, 0, 1).agreement, 0.1887218755408671));
}

TEST(neighbours_agree_more_than_the_ends)
{
	CHECK(SPREAD(0, 5, 5, 0, 0).agreement > SPREAD(5, 0, 5, 0, 0).agreement);
	CHECK(SPREAD(5, 0, 5, 0, 0).agreement > SPREAD(5, 0, 0, 0, 5).agreement);
}

TEST(the_median_is_the_lower_of_two_and_says_that_it_lies_between)
{
	struct spread s = SPREAD(2, 0, 0, 2, 0);

	CHECK_INT(s.median, 0);
	CHECK(s.between);
	s = SPREAD(1, 2, 1, 0, 0);
	CHECK_INT(s.median, 1);
	CHECK(!s.between);
	s = SPREAD(1, 0, 0, 1, 3);
	CHECK_INT(s.median, 4);
	CHECK(!s.between);
	s = SPREAD(0, 1, 0);
	CHECK_INT(s.median, 1);
}

/* -- views on a goal ----------------------------------------------------- */

enum { DN = 1, IN = 2, NO = 4, IP = 8, DP = 16 };

static struct views views(const unsigned *ticks, size_t n)
{
	struct views v = { .scale = SCALE_GOAL };

	for (size_t i = 0; i < n; i++)
		views_add(&v, ticks[i], false);
	return v;
}

#define VIEWS(...)                                              \
	views((const unsigned[]){ __VA_ARGS__ },                \
	      COUNT(((const unsigned[]){ __VA_ARGS__ })))

static enum accord accord(struct views v)
{
	return accord_of(&v);
}

static i64 difference(struct views v)
{
	return difference_of(&v);
}

TEST(a_gap_and_no_answer_never_enter_as_no_effect)
{
	struct views v = VIEWS(DP, DP), w = v;

	for (int i = 0; i < 5; i++)
		views_add(&w, 0, i % 2 == 0);
	CHECK_INT(w.gap, 3);
	CHECK_INT(w.unanswered, 2);
	CHECK_INT(w.none, 0);
	CHECK_INT(views_persons(&w), 2);
	CHECK(memcmp(v.chose, w.chose, sizeof v.chose) == 0);
	CHECK_INT(accord_of(&w), ACCORD_AGREED);
	CHECK_INT(difference_of(&w), difference_of(&v));
}

TEST(who_ticks_both_ways_gives_two_answers_and_is_one_person)
{
	struct views v = VIEWS(IP | IN, DP, IN);

	CHECK_INT(v.both, 1);
	CHECK_INT(v.positive, 1);
	CHECK_INT(v.negative, 1);
	CHECK_INT(views_persons(&v), 3);
	CHECK_INT(spread_of(v.chose, v.scale).answers, 4);
	CHECK_INT(accord_of(&v), ACCORD_DIRECTION);
}

TEST(seven_see_an_improvement_and_seven_a_harm_of_whom_two_see_both)
{
	struct views v = VIEWS(DP, DP, IP, IP, IP, IP | IN, IP | IN,
	                       IN, IN, IN, IN, DN);

	for (int i = 0; i < 3; i++)
		views_add(&v, 0, true);
	views_add(&v, 0, false);
	CHECK_INT(v.positive + v.both, 7);
	CHECK_INT(v.negative + v.both, 7);
	CHECK_INT(views_persons(&v), 12);
	CHECK_INT(accord_of(&v), ACCORD_DIRECTION);
}

TEST(one_answer_is_too_few_to_say)
{
	struct views v = VIEWS(DP);

	views_add(&v, 0, true);
	views_add(&v, 0, true);
	CHECK_INT(accord_of(&v), ACCORD_TOO_FEW);
	CHECK(difference_of(&v) == -1);
	CHECK_INT(accord((struct views){ .scale = SCALE_RUS }),
	          ACCORD_TOO_FEW);
}

TEST(direction_is_compared_before_path)
{
	CHECK_INT(accord(VIEWS(DP, DP, DP)), ACCORD_AGREED);
	CHECK_INT(accord(VIEWS(DP, IP, DP)), ACCORD_PATH);
	CHECK_INT(accord(VIEWS(DN, IN)), ACCORD_PATH);
	CHECK_INT(accord(VIEWS(DN, IP)), ACCORD_DIRECTION);
	CHECK_INT(accord(VIEWS(NO, NO)), ACCORD_AGREED);
	CHECK_INT(accord(VIEWS(NO, IP)), ACCORD_DIRECTION);
}

TEST(all_who_see_both_ways_agree_on_that)
{
	CHECK_INT(accord(VIEWS(DP | IN, DP | IN)), ACCORD_AGREED);
	CHECK_INT(accord(VIEWS(DP | IN, IP | IN)), ACCORD_PATH);
	CHECK_INT(accord(VIEWS(DP | IN, DP)), ACCORD_DIRECTION);
}

TEST(one_among_many_who_sees_it_otherwise_is_dissent)
{
	struct views v = VIEWS(DN);

	for (int i = 0; i < 39; i++)
		views_add(&v, DP, false);
	CHECK_INT(accord_of(&v), ACCORD_DIRECTION);
}

TEST(a_strategy_has_three_places_and_no_path)
{
	struct views v = { .scale = SCALE_RUS };

	views_add(&v, 1, false);
	views_add(&v, 1, false);
	CHECK_INT(v.negative, 2);
	CHECK_INT(accord_of(&v), ACCORD_AGREED);
	views_add(&v, 1 << 2, false);
	CHECK_INT(v.positive, 1);
	CHECK_INT(accord_of(&v), ACCORD_DIRECTION);
	views_add(&v, 1 << 1, false);
	CHECK_INT(v.none, 1);
}

TEST(talk_begins_where_they_differ_most_direction_first)
{
	CHECK(difference(VIEWS(DP, DP)) == 0);
	CHECK(difference(VIEWS(DP, IP)) > 0);
	CHECK(difference(VIEWS(DP, DP, DP, DP, NO)) >
	      difference(VIEWS(DP, DP, IP, IP)));
	CHECK(difference(VIEWS(DP, DN)) > difference(VIEWS(IP, IN)));
	CHECK(difference(VIEWS(IP, IN)) > difference(VIEWS(IP, NO)));
	CHECK(difference(VIEWS(DP, DP, DN, DN)) >
	      difference(VIEWS(DP, DP, DP, DN)));
	/* both ways in one head is a wide spread, but of one direction */
	CHECK(difference(VIEWS(DP | DN, DP | IN)) <
	      difference(VIEWS(IP, IP, IP, IP, NO)));
}

TEST(the_order_of_arrival_changes_nothing)
{
	struct views a = VIEWS(DP, IN, NO, DP | IN);
	struct views b = VIEWS(DP | IN, NO, IN, DP);

	CHECK(memcmp(&a, &b, sizeof a) == 0);
}

/* -- published numbers --------------------------------------------------- */

static json_t *published(void)
{
	static const char name[] = "oracles/ordinal_consensus_agrmt.json";
	const char *places[] = { getenv("VAGVAL_SHARED"), "../shared",
	                         "../../shared" };
	char path[512];
	json_t *found = NULL;

	for (size_t i = 0; i < COUNT(places) && found == NULL; i++) {
		if (places[i] == NULL)
			continue;
		snprintf(path, sizeof path, "%s/%s", places[i], name);
		found = json_load_file(path, 0, NULL);
	}
	return found;
}

TEST(agreement_equals_what_others_have_published)
{
	json_t *all = published(), *one, *n;
	size_t i, k;

	if (all == NULL) {
		print_message("not compared: the published numbers are not "
		              "here (VAGVAL_SHARED)\n");
		return;
	}
	CHECK(json_array_size(json_object_get(all, "cases")) > 0);
	json_array_foreach(json_object_get(all, "cases"), i, one) {
		i64 chose[SCALE_MOST];
		size_t m = json_array_size(json_object_get(one, "freq"));

		json_array_foreach(json_object_get(one, "freq"), k, n)
			chose[k] = json_integer_value(n);
		CHECK(near(spread_of(chose, m).agreement,
		           json_number_value(json_object_get(one,
		               "tastle_wierman_consensus"))));
	}
	json_decref(all);
}
