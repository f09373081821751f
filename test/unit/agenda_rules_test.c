/* Does an agenda hold, and what is known of what it might take up. */
#include "check.h"
#include "workshop/agenda.h"

static struct arena *mem;

static struct item item(i64 no, enum item_kind kind, i64 minutes, i64 worth)
{
	return (struct item){ .no = no, .kind = kind, .minutes = minutes,
		.worth = worth, .state = ITEM_PLANNED, .title = "" };
}

static struct agenda_stand stands(struct item *v, size_t n, i64 given)
{
	struct item_list all = { v, n, n };

	return agenda_stands(mem, &all, given);
}

TEST(an_agenda_holds_with_a_tenth_of_slack)
{
	struct item v[] = { item(1, ITEM_GOAL, 90, 0),
	                    item(2, ITEM_SLACK, 50, 0) };
	struct agenda_stand st;

	mem = arena_new();
	st = stands(v, 2, 100);
	CHECK(st.holds);
	CHECK_INT(st.air, 10);
	v[0].minutes = 91;
	CHECK(!stands(v, 2, 100).holds);
	arena_free(mem);
}

TEST(what_decides_least_is_left_out_first_and_no_more_than_needed)
{
	struct item v[] = { item(1, ITEM_GOAL, 20, 5),
		item(2, ITEM_GOAL, 20, 1), item(3, ITEM_GOAL, 20, 3),
		item(4, ITEM_MISSING, 20, 0) };
	struct agenda_stand st;

	mem = arena_new();
	st = stands(v, 4, 50);
	CHECK(st.drop_is_enough);
	CHECK_INT(st.drop.n, 2);
	CHECK_INT(st.drop.v[0].no, 2);
	CHECK_INT(st.drop.v[1].no, 3);
	arena_free(mem);
}

TEST(what_has_begun_is_never_left_out)
{
	struct item v[] = { item(1, ITEM_GOAL, 60, 5),
	                    item(2, ITEM_GOAL, 60, 1) };
	struct agenda_stand st;

	mem = arena_new();
	v[1].spent_ms = 1;
	st = stands(v, 2, 100);
	CHECK_INT(st.drop.n, 1);
	CHECK_INT(st.drop.v[0].no, 1);
	CHECK(!stands(v, 2, 50).drop_is_enough);
	arena_free(mem);
}

TEST(what_is_parked_takes_no_time)
{
	struct item v[] = { item(1, ITEM_GOAL, 60, 5),
	                    item(2, ITEM_GOAL, 60, 1) };

	mem = arena_new();
	v[1].state = ITEM_PARKED;
	CHECK_INT(stands(v, 2, 100).asked, 60);
	arena_free(mem);
}

TEST(a_break_ends_a_sitting_and_slack_does_not_lengthen_it)
{
	struct item v[] = { item(1, ITEM_GOAL, 60, 0),
		item(2, ITEM_BREAK, 15, 0), item(3, ITEM_GOAL, 40, 0),
		item(4, ITEM_SLACK, 30, 0), item(5, ITEM_CLOSE, 5, 0) };

	mem = arena_new();
	CHECK_INT(stands(v, 5, 180).sitting, 60);
	arena_free(mem);
}

TEST(a_time_of_day_is_read_as_people_write_it)
{
	i64 at = 0;

	CHECK(minute_read("9", &at) && at == 540);
	CHECK(minute_read("9.05", &at) && at == 545);
	CHECK(minute_read("09:30", &at) && at == 570);
	CHECK(minute_read("00:00", &at) && at == 0);
	CHECK(!minute_read("24.00", &at));
	CHECK(!minute_read("9.60", &at));
	CHECK(!minute_read("9.5", &at));
	CHECK(!minute_read("", &at));
	CHECK(!minute_read("930", &at));
	CHECK(!minute_read("9-30", &at));
}

/* -- what is known ------------------------------------------------------- */

static const struct goal climate = { .id = 13, .framework_code = "agenda",
	.code = "13" };
static const struct goal jobs = { .id = 8, .framework_code = "agenda",
	.code = "8" };

static struct candidate candidate(i64 priority, const struct goal *g)
{
	return (struct candidate){ .pair = { .priority = priority },
	                           .goal = g, .relevant = true };
}

static struct finding finding(i64 priority, struct mark *m)
{
	return (struct finding){ .kind = FINDING_EFFECT,
		.priority = priority, .marks = { m, 1, 1 } };
}

static struct mark mark(const char *code, enum direction way)
{
	return (struct mark){ .framework = "agenda", .code = code,
		.direction = way, .directness = DIRECT };
}

TEST(what_is_judged_is_settled_and_a_gap_is_not)
{
	struct candidate v[] = { candidate(1, &climate),
	                         candidate(2, &climate) };
	struct candidate_list all = { v, 2, 2 };
	struct mark m = mark("13", NEGATIVE);
	struct finding f = finding(1, &m), gap = finding(2, &m);
	struct finding_list found = { &f, 1, 1 }, gaps = { &gap, 1, 1 };

	gap.kind = FINDING_GAP;
	known_findings(&all, &found);
	known_findings(&all, &gaps);
	CHECK(v[0].pair.settled);
	CHECK(!v[1].pair.settled);
}

TEST(dissent_now_opens_what_was_judged_and_earlier_dissent_only_weighs)
{
	struct candidate v[] = { candidate(1, &climate) };
	struct candidate_list all = { v, 1, 1 };
	struct mark m = mark("13", NEGATIVE);
	struct finding f = finding(1, &m);
	struct finding_list found = { &f, 1, 1 };

	f.dissent = true;
	v[0].pair.settled = true;
	known_dissent(&all, &found, false);
	CHECK(v[0].pair.dissent && v[0].pair.settled);
	known_dissent(&all, &found, true);
	CHECK(!v[0].pair.settled);
}

TEST(what_a_later_meeting_did_is_no_longer_left)
{
	struct candidate v[] = { candidate(1, &climate) };
	struct candidate_list all = { v, 1, 1 };
	struct item_goal g = { .goal = 13 };
	struct item i = { .kind = ITEM_GOAL, .priority = 1,
		.state = ITEM_LEFT, .goals = { &g, 1, 1 } };
	struct item_list items = { &i, 1, 1 };

	known_items(&all, &items);
	CHECK(v[0].pair.left && !v[0].pair.settled);
	i.state = ITEM_DONE;
	known_items(&all, &items);
	CHECK(!v[0].pair.left && v[0].pair.settled);
	i.state = ITEM_SKIPPED;
	known_items(&all, &items);
	CHECK(v[0].pair.settled);
}

TEST(goals_pull_apart_only_within_one_priority)
{
	struct candidate v[] = { candidate(1, &climate), candidate(1, &jobs),
	                         candidate(2, &jobs) };
	struct candidate_list all = { v, 3, 3 };
	struct mark bad = mark("13", NEGATIVE), good = mark("8", POSITIVE);
	struct finding f[] = { finding(1, &bad), finding(1, &good),
	                       finding(2, &good) };
	struct finding_list found = { f, 3, 3 };

	known_pulls(&all, &found);
	CHECK(v[0].pair.pulls && v[0].against == &jobs);
	CHECK(v[1].pair.pulls && v[1].against == &climate);
	CHECK(!v[2].pair.pulls);
}
