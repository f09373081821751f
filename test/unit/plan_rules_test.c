#include "check.h"
#include "workshop/plan_part.h"

/* -- a wish to start from -------------------------------------------------- */

enum { P = 100 };               /* id of the first priority */

static void priorities(struct arena *mem, struct plan_wish *w, i64 n)
{
	for (i64 i = 0; i < n; i++)
		*PUSH(mem, &w->priorities) = (struct plan_priority){
			P + i, i + 1, 500 + i, "Prioritering" };
}

static struct plan_pair *pair(struct arena *mem, struct plan_wish *w,
                              i64 priority, i64 goal, i64 votes)
{
	struct plan_pair *p = PUSH(mem, &w->pairs);

	*p = (struct plan_pair){ .priority = priority, .votes = votes,
	                         .goal.goal = goal };
	return p;
}

static struct plan_wish half_day(struct arena *mem, i64 n, i64 goals)
{
	struct plan_wish w = plan_start(PLAN_HALF_DAY);

	w.tables = 6;
	w.people = 30;
	priorities(mem, &w, n);
	for (i64 i = 0; i < n; i++)
		for (i64 g = 1; g <= goals; g++)
			pair(mem, &w, P + i, g, 0);
	return w;
}

static i64 count(const struct plan *p, enum item_kind kind)
{
	i64 n = 0;

	for (size_t i = 0; i < p->items.n; i++)
		n += p->items.v[i].kind == kind;
	return n;
}

static i64 minutes(const struct plan *p, enum item_kind kind)
{
	i64 n = 0;

	for (size_t i = 0; i < p->items.n; i++)
		if (p->items.v[i].kind == kind)
			n += p->items.v[i].minutes;
	return n;
}

/* -- templates ------------------------------------------------------------- */

TEST(a_half_day_has_all_four_steps_a_break_and_slack)
{
	struct arena *mem = arena_new();
	struct plan_wish w = half_day(mem, 3, 4);
	struct plan p = plan_make(mem, &w);

	CHECK_INT(minutes(&p, ITEM_ARRIVAL) +
	          minutes(&p, ITEM_INTRODUCTION), 15);
	CHECK_INT(minutes(&p, ITEM_RUS), 30);
	CHECK_INT(minutes(&p, ITEM_MISSING), 35);
	CHECK_INT(minutes(&p, ITEM_ACTIONS), 25);
	CHECK_INT(minutes(&p, ITEM_CLOSE), 5);
	CHECK_INT(minutes(&p, ITEM_BREAK), 15);
	CHECK(minutes(&p, ITEM_SLACK) >= 18);
	CHECK(count(&p, ITEM_GOAL) >= 2);
	CHECK(p.minutes <= 180);
	arena_free(mem);
}

TEST(an_introduction_tries_one_goal_and_leaves_no_debt)
{
	struct arena *mem = arena_new();
	struct plan_wish w = plan_start(PLAN_INTRODUCTION);
	struct plan p;

	priorities(mem, &w, 2);
	pair(mem, &w, P, 1, 0);
	pair(mem, &w, P + 1, 2, 9);
	p = plan_make(mem, &w);
	CHECK_INT(count(&p, ITEM_GOAL), 1);
	CHECK_INT(count(&p, ITEM_RUS) + count(&p, ITEM_MISSING), 0);
	CHECK_INT(minutes(&p, ITEM_INTRODUCTION), 30);
	CHECK_INT(minutes(&p, ITEM_BREAK), 0);
	CHECK(p.holds);
	arena_free(mem);
}

TEST(two_passes_have_two_steps_each)
{
	struct arena *mem = arena_new();
	struct plan_wish w = half_day(mem, 3, 1), v = w;
	struct plan p, q;

	w.template = PLAN_PASS_ONE;
	v.template = PLAN_PASS_TWO;
	w.minutes = v.minutes = plan_start(PLAN_PASS_ONE).minutes;
	p = plan_make(mem, &w);
	q = plan_make(mem, &v);
	CHECK_INT(w.minutes, 120);
	CHECK_INT(count(&p, ITEM_RUS), 3);
	CHECK_INT(count(&p, ITEM_GOAL), 3);
	CHECK_INT(count(&p, ITEM_MISSING) + count(&p, ITEM_ACTIONS), 0);
	CHECK(p.holds);
	CHECK_INT(count(&q, ITEM_RUS) + count(&q, ITEM_GOAL), 0);
	CHECK_INT(minutes(&q, ITEM_MISSING), 35);
	CHECK_INT(minutes(&q, ITEM_ACTIONS), 25);
	CHECK(q.holds);
	arena_free(mem);
}

TEST(a_digital_meeting_has_step_one_before_it_begins)
{
	struct arena *mem = arena_new();
	struct plan_wish w = half_day(mem, 3, 1);
	struct plan p;

	w.template = PLAN_DIGITAL;
	w.minutes = plan_start(PLAN_DIGITAL).minutes;
	p = plan_make(mem, &w);
	CHECK_INT(w.minutes, 90);
	CHECK_INT(p.before, PLAN_RUS);
	CHECK_INT(count(&p, ITEM_RUS), 0);
	CHECK_INT(count(&p, ITEM_GOAL), 2);
	CHECK_INT(minutes(&p, ITEM_MISSING), 20);
	CHECK_INT(minutes(&p, ITEM_ACTIONS), 15);
	CHECK(!p.shortened);
	arena_free(mem);
}

/* -- what is left out ------------------------------------------------------ */

TEST(what_is_left_out_makes_the_rest_hold)
{
	struct arena *mem = arena_new();
	struct plan_wish w = half_day(mem, 3, 4);
	struct plan p = plan_make(mem, &w), q;

	w.most_goals = 12;
	p = plan_make(mem, &w);
	CHECK(!p.holds);
	CHECK(p.needs > 180);
	CHECK_INT(p.left.n + (size_t)count(&p, ITEM_GOAL), 12);
	for (size_t i = 0; i < p.left.n; i++)
		for (size_t k = 0; k < w.pairs.n; k++)
			if (w.pairs.v[k].priority == p.left.v[i].priority &&
			    w.pairs.v[k].goal.goal == p.left.v[i].goal.goal)
				w.pairs.v[k].settled = true;
	q = plan_make(mem, &w);
	CHECK(q.holds);
	CHECK_INT(count(&q, ITEM_GOAL), count(&p, ITEM_GOAL));
	w = half_day(mem, 3, 4);
	w.most_goals = 12;
	w.minutes = p.needs;
	CHECK(plan_make(mem, &w).holds);
	w.minutes--;
	CHECK(!plan_make(mem, &w).holds);
	arena_free(mem);
}

TEST(six_goals_a_half_day_is_a_default_and_no_wall)
{
	struct arena *mem = arena_new();
	struct plan_wish w = half_day(mem, 1, 9);
	struct plan p;

	w.steps = PLAN_GOALS;
	w.way = WAY_TABLE;
	p = plan_make(mem, &w);
	CHECK_INT(count(&p, ITEM_GOAL), 6);
	CHECK(!p.holds);
	CHECK_INT(p.left.n, 3);
	CHECK_INT(p.left.v[0].why, PLAN_TOO_MANY);
	w.most_goals = 9;
	p = plan_make(mem, &w);
	CHECK_INT(count(&p, ITEM_GOAL), 9);
	CHECK(p.holds);
	arena_free(mem);
}

TEST(too_little_time_shortens_the_steps_before_any_is_left_out)
{
	struct arena *mem = arena_new();
	struct plan_wish w = half_day(mem, 3, 4);
	struct plan p;

	w.minutes = 120;
	p = plan_make(mem, &w);
	CHECK(p.shortened);
	CHECK(!p.holds);
	CHECK_INT(count(&p, ITEM_RUS), 3);
	CHECK_INT(count(&p, ITEM_GOAL), 1);
	CHECK_INT(count(&p, ITEM_MISSING), 1);
	CHECK_INT(count(&p, ITEM_ACTIONS), 1);
	CHECK(minutes(&p, ITEM_MISSING) < 35);
	w.minutes = 45;
	p = plan_make(mem, &w);
	CHECK(count(&p, ITEM_RUS) < 3);
	CHECK(p.minutes <= 45);
	arena_free(mem);
}

TEST(a_priority_is_not_without_a_goal_while_another_has_two)
{
	struct arena *mem = arena_new();
	struct plan_wish w = half_day(mem, 3, 5);
	struct plan_pair_list o = plan_order(mem, &w, false);

	for (size_t i = 0; i < 6; i++)
		CHECK_INT(o.v[i].priority, P + (i64)i % 3);
	CHECK_INT(o.v[0].goal.goal, 1);
	CHECK_INT(o.v[3].goal.goal, 2);
	arena_free(mem);
}

TEST(answering_at_the_table_at_once_gives_room_for_more_goals)
{
	struct arena *mem = arena_new();
	struct plan_wish w = half_day(mem, 3, 4);
	i64 silent, table, shared;

	silent = count((struct plan[]){ plan_make(mem, &w) }, ITEM_GOAL);
	w.way = WAY_TABLE;
	table = count((struct plan[]){ plan_make(mem, &w) }, ITEM_GOAL);
	CHECK(table > silent);
	w.tables = 12;
	CHECK(count((struct plan[]){ plan_make(mem, &w) }, ITEM_GOAL) < table);
	w = half_day(mem, 1, 4);
	w.together = 3;
	shared = 0;
	{
		struct plan p = plan_make(mem, &w);

		for (size_t i = 0; i < p.items.n; i++)
			shared += (i64)p.items.v[i].goals.n;
		CHECK(shared > count(&p, ITEM_GOAL));
	}
	arena_free(mem);
}

/* -- worth ----------------------------------------------------------------- */

TEST(worth_is_compared_reason_by_reason_and_votes_come_last)
{
	struct plan_pair none = {0}, votes = { .votes = 400 };
	struct plan_pair pulls = { .pulls = true };
	struct plan_pair dissent = { .dissent = true };
	struct plan_pair both = { .dissent = true, .pulls = true };
	struct plan_pair left = { .left = true };
	struct plan_pair divided = { .left = true, .dissent = true };

	CHECK_INT(plan_worth(&none), 0);
	CHECK(plan_worth(&votes) > plan_worth(&none));
	CHECK(plan_worth(&pulls) > plan_worth(&votes));
	CHECK(plan_worth(&dissent) > plan_worth(&pulls));
	CHECK(plan_worth(&both) > plan_worth(&dissent));
	CHECK(plan_worth(&left) > plan_worth(&both));
	CHECK(plan_worth(&divided) > plan_worth(&left));
	CHECK_INT(plan_votes(plan_worth(&votes)), 400);
	votes.votes = 1000 * 1000;
	CHECK(plan_worth(&pulls) > plan_worth(&votes));
	CHECK_INT(plan_reasons(&votes), REASON_VOTED);
}

TEST(what_decides_most_comes_first_and_priorities_stay_together)
{
	struct arena *mem = arena_new();
	struct plan_wish w = plan_start(PLAN_OWN);
	i64 want[] = { 7, 1, 2, 3, 4 };
	struct plan p;
	size_t at = 0;

	priorities(mem, &w, 2);
	w.steps = PLAN_GOALS;
	pair(mem, &w, P, 1, 9);
	pair(mem, &w, P + 1, 3, 8);
	pair(mem, &w, P, 2, 1);
	pair(mem, &w, P + 1, 4, 7);
	pair(mem, &w, P + 1, 7, 0)->dissent = true;
	pair(mem, &w, P + 1, 8, 50)->settled = true;
	p = plan_make(mem, &w);
	CHECK(p.holds);
	for (size_t i = 0; i < p.items.n; i++)
		if (p.items.v[i].kind == ITEM_GOAL)
			CHECK_INT(p.items.v[i].goals.v[0].goal, want[at++]);
	CHECK_INT(at, 5);
	arena_free(mem);
}

TEST(step_one_begins_with_the_priority_it_decides_most_for)
{
	struct arena *mem = arena_new();
	struct plan_wish w = half_day(mem, 3, 1);
	struct plan_pair_list o;

	pair(mem, &w, P + 2, 0, 0)->dissent = true;
	pair(mem, &w, P, 0, 0)->settled = true;
	o = plan_order(mem, &w, true);
	CHECK_INT(o.n, 2);
	CHECK_INT(o.v[0].priority, P + 2);
	CHECK_INT(o.v[1].priority, P + 1);
	arena_free(mem);
}

/* -- whatever one wishes --------------------------------------------------- */

static unsigned long long seed;

static i64 dice(i64 n)
{
	seed ^= seed << 13;
	seed ^= seed >> 7;
	seed ^= seed << 17;
	return (i64)(seed % (unsigned long long)n);
}

static struct plan_wish any_wish(struct arena *mem)
{
	struct plan_wish w = { .template = (enum plan_template)(1 + dice(6)),
		.minutes = dice(4) == 0 ? dice(40) : dice(620),
		.tables = dice(20), .people = dice(90),
		.way = (enum answer_way)(1 + dice(2)),
		.steps = (unsigned)dice(32), .most_goals = dice(20),
		.together = dice(5) };

	priorities(mem, &w, dice(8));
	for (i64 n = dice(40); n > 0; n--) {
		struct plan_pair *p = pair(mem, &w, P + dice(9), dice(17),
		                           dice(12));

		p->left    = dice(5) == 0;
		p->dissent = dice(5) == 0;
		p->pulls   = dice(5) == 0;
		p->settled = dice(9) == 0;
	}
	for (int kind = 0; kind < ITEM_KINDS; kind++)
		w.learned.minutes[kind] = dice(3) == 0 ? dice(100) : 0;
	return w;
}

static void check_time(const struct plan_wish *w, const struct plan *p)
{
	i64 all = 0, sitting = 0, most = w->minutes < 600 ? w->minutes : 600;

	for (size_t i = 0; i < p->items.n; i++) {
		const struct item *at = &p->items.v[i];

		CHECK(at->minutes > 0);
		all += at->minutes;
		sitting = at->kind == ITEM_BREAK ? 0 : sitting + at->minutes;
		CHECK(sitting <= 90);
		if (at->kind == ITEM_BREAK)
			CHECK_INT(at->minutes, 15);
	}
	CHECK_INT(all, p->minutes);
	CHECK_INT(all + p->spare, most);
	CHECK(all <= most);
	if (p->items.n > 0)
		CHECK(10 * minutes(p, ITEM_SLACK) >= most);
}

static void check_worth(const struct plan *p)
{
	i64 least = -1;

	for (size_t i = 0; i < p->items.n; i++) {
		const struct item *at = &p->items.v[i];

		if (at->kind == ITEM_GOAL &&
		    (least < 0 || at->worth < least) && at->goals.n == 1)
			least = at->worth;
	}
	for (size_t i = 0; i < p->left.n; i++) {
		const struct plan_left *l = &p->left.v[i];

		if (l->kind == ITEM_GOAL && least >= 0)
			CHECK(l->worth <= least);
		if (i > 0 && l->kind == ITEM_GOAL &&
		    p->left.v[i - 1].kind == ITEM_GOAL)
			CHECK(l->worth >= p->left.v[i - 1].worth);
	}
}

static bool same_plan(const struct plan *a, const struct plan *b)
{
	bool equal = a->items.n == b->items.n && a->left.n == b->left.n &&
	             a->needs == b->needs;

	for (size_t i = 0; equal && i < a->items.n; i++) {
		const struct item *x = &a->items.v[i], *y = &b->items.v[i];

		equal = x->kind == y->kind && x->minutes == y->minutes &&
		        x->priority == y->priority && x->worth == y->worth &&
		        x->goals.n == y->goals.n && (x->goals.n == 0 ||
		        x->goals.v[0].goal == y->goals.v[0].goal);
	}
	return equal;
}

TEST(any_wish_at_all_gives_a_plan_that_ends_in_time)
{
	seed = 20251025;
	for (int i = 0; i < 4000; i++) {
		struct arena *mem = arena_new();
		struct plan_wish w = any_wish(mem);
		struct plan p = plan_make(mem, &w), q = plan_make(mem, &w);

		check_time(&w, &p);
		check_worth(&p);
		CHECK(same_plan(&p, &q));
		CHECK_INT(p.holds, p.left.n == 0 && !p.shortened);
		if (p.holds && w.minutes <= 600)
			CHECK(p.needs <= w.minutes);
		arena_free(mem);
	}
}

TEST(a_plan_holds_just_when_the_sum_fits)
{
	seed = 17;
	for (int i = 0; i < 2000; i++) {
		struct arena *mem = arena_new();
		struct plan_wish w = any_wish(mem);
		struct plan p;

		w.most_goals = 999;
		p = plan_make(mem, &w);
		if (w.minutes <= 600)
			CHECK_INT(p.holds, p.needs <= w.minutes);
		arena_free(mem);
	}
}

TEST(no_step_is_left_out_while_two_goals_are_in)
{
	seed = 4711;
	for (int i = 0; i < 2000; i++) {
		struct arena *mem = arena_new();
		struct plan_wish w = any_wish(mem);
		struct plan p = plan_make(mem, &w);

		if (count(&p, ITEM_GOAL) >= 2) {
			for (size_t k = 0; k < p.left.n; k++)
				CHECK_INT(p.left.v[k].kind, ITEM_GOAL);
			CHECK(!p.shortened);
		}
		arena_free(mem);
	}
}

/* -- what earlier meetings took -------------------------------------------- */

TEST(what_earlier_meetings_took_is_what_the_next_plan_reckons_with)
{
	const i64 minute = 60000;
	struct arena *mem = arena_new();
	struct spent spent[] = {
		{ ITEM_GOAL, 36 * minute, 3 }, { ITEM_GOAL, 14 * minute, 1 },
		{ ITEM_GOAL, 99 * minute, 1 }, { ITEM_MISSING, 40 * minute, 0 },
		{ ITEM_MISSING, 41 * minute + 1, 0 }, { ITEM_GOAL, 0, 1 },
		{ ITEM_BREAK, 30 * minute, 0 }, { ITEM_RUS, 1, 6 },
	};
	struct plan_learned l = plan_learn(mem, (struct spent_list[]){
		{ spent, COUNT(spent), COUNT(spent) } });
	struct plan_wish w = half_day(mem, 1, 1);
	struct plan p;

	CHECK_INT(l.minutes[ITEM_GOAL], 14);
	CHECK_INT(l.minutes[ITEM_MISSING], 41);
	CHECK_INT(l.minutes[ITEM_BREAK], 0);
	CHECK_INT(l.minutes[ITEM_RUS], 5);
	CHECK_INT(l.minutes[ITEM_ACTIONS], 0);
	w.learned = l;
	p = plan_make(mem, &w);
	CHECK_INT(minutes(&p, ITEM_MISSING), 41);
	CHECK_INT(minutes(&p, ITEM_GOAL), 14);
	CHECK_INT(minutes(&p, ITEM_ACTIONS), 25);
	arena_free(mem);
}

TEST(who_sits_how_and_what_is_too_much_is_remarked_on)
{
	struct arena *mem = arena_new();
	struct plan_wish w = half_day(mem, 1, 1);

	CHECK_INT(plan_make(mem, &w).remarks, 0);
	w.people = 60;
	CHECK_INT(plan_make(mem, &w).remarks, PLAN_GROUPS_LARGE);
	w.people = 10;
	CHECK_INT(plan_make(mem, &w).remarks, PLAN_GROUPS_SMALL);
	w.people = 30;
	w.steps |= PLAN_PROPOSE;
	CHECK_INT(plan_make(mem, &w).remarks, PLAN_TOO_MUCH);
	arena_free(mem);
}
