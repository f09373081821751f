#include "check.h"
#include "workshop/plan.h"

static const i64 MIN = 60 * 1000;
static const i64 NINE = 9 * 60 * 60 * 1000;

/* The meeting of the design's leader view: 9.00 to 12.00. */
static const struct item leaders_view[] = {
	{ .no = 1, .kind = ITEM_ARRIVAL, .minutes = 15, .state = ITEM_DONE },
	{ .no = 2, .kind = ITEM_INTRODUCTION, .minutes = 10,
	  .state = ITEM_DONE },
	{ .no = 3, .kind = ITEM_GOAL, .minutes = 12, .state = ITEM_DONE },
	{ .no = 4, .kind = ITEM_GOAL, .minutes = 13, .state = ITEM_DONE },
	{ .no = 5, .kind = ITEM_GOAL, .minutes = 20, .state = ITEM_ON,
	  .priority = 2, .worth = 9 },
	{ .no = 6, .kind = ITEM_GOAL, .minutes = 20, .state = ITEM_PLANNED,
	  .priority = 3, .worth = 5 },
	{ .no = 7, .kind = ITEM_BREAK, .minutes = 15, .state = ITEM_PLANNED },
	{ .no = 8, .kind = ITEM_MISSING, .minutes = 30,
	  .state = ITEM_PLANNED },
	{ .no = 9, .kind = ITEM_ACTIONS, .minutes = 20,
	  .state = ITEM_PLANNED },
	{ .no = 10, .kind = ITEM_SLACK, .minutes = 20,
	  .state = ITEM_PLANNED },
	{ .no = 11, .kind = ITEM_CLOSE, .minutes = 5, .state = ITEM_PLANNED },
	{ .no = 12, .kind = ITEM_GOAL, .minutes = 5, .state = ITEM_PARKED,
	  .worth = 3 },
};

static struct item_list meeting(struct arena *mem)
{
	static const i64 spent[] = { 15, 10, 16, 15 };
	struct item_list all = {0};

	for (size_t i = 0; i < COUNT(leaders_view); i++) {
		*PUSH(mem, &all) = leaders_view[i];
		if (i < COUNT(spent))
			all.v[i].spent_ms = spent[i] * MIN;
	}
	all.v[4].began_at = NINE + 56 * MIN;
	return all;
}

static struct plan_pace pace_at(struct arena *mem, struct item_list all,
                                i64 minute)
{
	return plan_pace(mem, &all, NINE, NINE + 180 * MIN,
	                 NINE + minute * MIN);
}

TEST(six_minutes_behind_are_six_of_twenty_minutes_of_slack)
{
	struct arena *mem = arena_new();
	struct plan_pace p = pace_at(mem, meeting(mem), 72);

	CHECK_INT(p.behind, 6);
	CHECK_INT(p.ends_at, NINE + 186 * MIN);
	CHECK_INT(p.break_at, NINE + 96 * MIN);         /* 10.36 */
	CHECK(p.break_in_danger);
	CHECK_INT(p.sitting, 96);
	CHECK_INT(p.slack, 20);
	CHECK_INT(p.slack_taken, 6);
	CHECK_INT(p.changes.n, 1);
	CHECK_INT(p.changes.v[0].no, 10);
	CHECK_INT(p.changes.v[0].minutes, 14);
	CHECK_INT(p.park.n, 0);
	CHECK_INT(p.break_before, 6);
	CHECK_INT(p.then_behind, 0);
	CHECK_INT(p.then_ends_at, NINE + 180 * MIN);
	CHECK_INT(p.then_break_at, NINE + 96 * MIN);
	arena_free(mem);
}

TEST(who_follows_the_proposal_is_on_time)
{
	struct arena *mem = arena_new();
	struct item_list all = meeting(mem);

	all.v[9].minutes = 14;
	CHECK_INT(pace_at(mem, all, 72).behind, 0);
	CHECK_INT(pace_at(mem, all, 72).changes.n, 0);
	CHECK(!pace_at(mem, all, 72).break_in_danger);
	arena_free(mem);
}

TEST(more_than_the_slack_shortens_step_three_before_a_goal_is_parked)
{
	struct arena *mem = arena_new();
	struct item_list all = meeting(mem);
	struct plan_pace p;

	all.v[4].minutes = 39;          /* nineteen more: 25 behind */
	p = pace_at(mem, all, 72);
	CHECK_INT(p.behind, 25);
	CHECK_INT(p.slack_taken, 20);
	CHECK_INT(p.changes.n, 2);
	CHECK_INT(p.changes.v[1].no, 8);
	CHECK_INT(p.changes.v[1].minutes, 25);
	CHECK_INT(p.park.n, 0);
	CHECK_INT(p.then_behind, 0);
	arena_free(mem);
}

TEST(far_behind_parks_the_least_worth_and_never_the_break_or_the_close)
{
	struct arena *mem = arena_new();
	struct item_list all = meeting(mem);
	struct plan_pace p;

	all.v[4].minutes = 60;          /* 46 behind */
	p = pace_at(mem, all, 72);
	CHECK_INT(p.behind, 46);
	CHECK_INT(p.park.n, 1);
	CHECK_INT(p.park.v[0], 6);
	CHECK_INT(p.then_behind, 0);
	for (size_t i = 0; i < p.changes.n; i++)
		CHECK(p.changes.v[i].no >= 8 && p.changes.v[i].no <= 10);
	arena_free(mem);
}

TEST(what_cannot_be_brought_back_is_said)
{
	struct arena *mem = arena_new();
	struct item_list all = meeting(mem);
	struct plan_pace p;

	all.v[4].minutes = 180;
	p = pace_at(mem, all, 72);
	CHECK(p.then_behind > 0);
	CHECK_INT(p.park.n, 1);
	arena_free(mem);
}

TEST(nothing_closes_at_zero_and_overtime_only_adds)
{
	struct arena *mem = arena_new();
	struct item_list all = meeting(mem);

	CHECK_INT(pace_at(mem, all, 76).behind, 6);     /* at zero */
	CHECK_INT(pace_at(mem, all, 80).behind, 10);
	arena_free(mem);
}

TEST(ahead_of_time_a_parked_goal_can_be_taken_up)
{
	struct arena *mem = arena_new();
	struct item_list all = meeting(mem);
	struct plan_pace p;

	all.v[5].state = ITEM_SKIPPED;
	p = pace_at(mem, all, 72);
	CHECK(p.behind == -14);
	CHECK_INT(p.take_up, 12);
	CHECK_INT(p.changes.n, 0);
	CHECK_INT(pace_at(mem, meeting(mem), 72).take_up, 0);
	arena_free(mem);
}

TEST(a_late_start_counts_and_an_early_look_does_not)
{
	struct arena *mem = arena_new();
	struct item_list all = meeting(mem);

	for (size_t i = 0; i < all.n; i++) {
		all.v[i].spent_ms = all.v[i].began_at = 0;
		if (all.v[i].state != ITEM_PARKED)
			all.v[i].state = ITEM_PLANNED;
	}
	CHECK_INT(pace_at(mem, all, -60).behind, 0);
	CHECK_INT(pace_at(mem, all, 0).behind, 0);
	CHECK_INT(pace_at(mem, all, 7).behind, 7);
	arena_free(mem);
}

TEST(a_break_taken_begins_a_new_sitting)
{
	struct arena *mem = arena_new();
	struct item_list all = meeting(mem);
	struct plan_pace p;

	all.v[4].state = ITEM_DONE;
	all.v[4].began_at = 0;
	all.v[4].spent_ms = 20 * MIN;
	all.v[5].state = ITEM_PARKED;
	all.v[6].state = ITEM_ON;
	all.v[6].began_at = NINE + 76 * MIN;
	p = pace_at(mem, all, 80);
	CHECK_INT(p.break_at, 0);
	CHECK_INT(p.sitting, 86);
	CHECK(!p.break_in_danger);
	arena_free(mem);
}

TEST(any_meeting_at_any_minute_has_a_proposal_that_makes_nothing_worse)
{
	struct arena *mem = arena_new();

	for (i64 at = 56; at < 400; at++)
		for (i64 more = 0; more < 90; more += 7) {
			struct item_list all = meeting(mem);
			struct plan_pace p;

			all.v[4].minutes += more;
			p = pace_at(mem, all, at);
			CHECK(p.then_behind <= p.behind ||
			      p.behind <= 0);
			CHECK(p.then_ends_at <= p.ends_at);
			CHECK(p.slack_taken <= p.slack);
			for (size_t i = 0; i < p.changes.n; i++)
				CHECK(p.changes.v[i].minutes >= 0);
			if (at % 40 == 0)
				arena_reset(mem);
		}
	arena_free(mem);
}
