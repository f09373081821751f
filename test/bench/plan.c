/*
 * What the order of an agenda is worth: recorded answers replayed in our order,
 * in the order given (priority by priority, as the frameworks stand) and in
 * many random ones. The same items with the same minutes in all of them, step 1
 * before step 2; only the order within each step differs. An answer is settled
 * when its item is over.
 *
 *   plan EARLIER LATER
 *
 * Recorded: the order sees what the earlier assessment knew and which goals are
 * chosen for the later one; the later one's findings are the final picture.
 * `must` is the share of what must be handled or decided: goals (of a priority)
 * with a negative finding, dissent, a knowledge gap, or a finding that is a
 * side in a conflict. `calm` is the share of the others that have a finding.
 *
 * Generated: there the worth of what is known before is an assumption, so it is
 * printed for several. Three priorities and eight goals; three in ten must be
 * handled; what was so earlier is so again in so many cases of a hundred, and
 * in the others it is drawn anew. At 0 nothing known before says anything, and
 * no order can be better than another. Votes say nothing here.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <jansson.h>

#include "workshop/plan.h"

enum { P_SHIFT = 10, ROUNDS = 20000, POINTS = 5, CELLS = 256 };

enum part { PART_MUST, PART_CALM, PARTS };

/* A goal of a priority, in the final picture. */
struct cell {
	const char *framework, *goal;
	i64         priority;
	bool        rus;                /* settled by step 1 */
	bool        chosen, earlier, pulls, dissent;    /* known before */
	bool        found, must;        /* known after */
};

struct picture { struct cell v[CELLS]; size_t n; };

/* Settled at 0, 1/4 … 4/4 of the time, in shares of each part; and over all
 * minutes, as their mean. */
struct curve { double at[PARTS][POINTS], mean[PARTS]; };

static unsigned long long seed = 88172645463325252ull;

static i64 dice(i64 n)
{
	seed ^= seed << 13;
	seed ^= seed >> 7;
	seed ^= seed << 17;
	return (i64)(seed % (unsigned long long)n);
}

/* -- reading -------------------------------------------------------------- */

static const char *text(const json_t *in, const char *name)
{
	const char *t = json_string_value(json_object_get(in, name));

	return t == NULL ? "" : t;
}

static i64 number(const json_t *in, const char *name)
{
	return json_integer_value(json_object_get(in, name));
}

static struct cell *cell(struct picture *all, i64 priority,
                         const char *framework, const char *goal)
{
	struct cell *c;

	for (size_t i = 0; i < all->n; i++) {
		c = &all->v[i];
		if (c->priority == priority && strcmp(c->goal, goal) == 0 &&
		    strcmp(c->framework, framework) == 0)
			return c;
	}
	ASSERT(all->n < CELLS);
	c = &all->v[all->n++];
	*c = (struct cell){ framework, goal, priority,
		.rus = strncmp(framework, "rus", 3) == 0 };
	return c;
}

static json_t *read_file(const char *name)
{
	json_t *all = json_load_file(name, 0, NULL);

	if (all == NULL)
		panic("%s cannot be read", name);
	return all;
}

/* Is a finding a side in a conflict (not a synergy)? */
static bool is_side(const json_t *all, i64 finding)
{
	json_t *c, *side, *member;
	size_t i, k, n;

	json_array_foreach(json_object_get(all, "conflicts"), i, c) {
		if (strcmp(text(c, "sign"), "conflict") != 0)
			continue;
		json_array_foreach(json_object_get(c, "sides"), k, side)
			json_array_foreach(json_object_get(side, "members"),
			                   n, member)
				if (number(member, "finding") == finding)
					return true;
	}
	return false;
}

static void relevance(struct picture *p, const json_t *all, bool later)
{
	json_t *r;
	size_t i;

	json_array_foreach(json_object_get(all, "relevance"), i, r) {
		struct cell *c = cell(p, number(r, "priority"),
		                      text(r, "framework"), text(r, "goal"));

		c->chosen  = c->chosen || later;
		c->earlier = c->earlier || !later;
	}
}

static void mark(struct picture *p, const json_t *all, const json_t *finding,
                 const json_t *m, bool later)
{
	struct cell *c = cell(p, number(finding, "priority"),
	                      text(m, "framework"), text(m, "goal"));
	bool dissent = json_is_true(json_object_get(finding, "dissent"));
	bool side = is_side(all, number(finding, "no"));

	if (!later) {
		c->dissent = c->dissent || dissent;
		c->pulls   = c->pulls || side;
		return;
	}
	c->found = true;
	c->must = c->must || dissent || side ||
	          strcmp(text(m, "direction"), "negative") == 0 ||
	          strcmp(text(finding, "kind"), "gap") == 0;
}

static void findings(struct picture *p, const json_t *all, bool later)
{
	json_t *f, *m;
	size_t i, k;

	json_array_foreach(json_object_get(all, "findings"), i, f)
		json_array_foreach(json_object_get(f, "marks"), k, m)
			mark(p, all, f, m, later);
}

/* -- replaying ------------------------------------------------------------- */

static i64 goal_id(const struct picture *p, const struct cell *c)
{
	return c->priority << P_SHIFT | (c - p->v + 1);
}

/* An item is over: what of it is settled. */
static void settle(const struct picture *p, const struct item *i, i64 *n)
{
	for (size_t k = 0; k < p->n; k++) {
		const struct cell *c = &p->v[k];
		bool of = i->kind == ITEM_RUS
			? c->rus && c->priority == i->priority
			: i->goals.v[0].goal == goal_id(p, c);

		if (of && c->chosen && c->found)
			n[c->must ? PART_MUST : PART_CALM]++;
	}
}

static struct curve replay(const struct picture *p, const struct item *items,
                           size_t n)
{
	struct curve out = {0};
	i64 all[PARTS] = {0}, now[PARTS] = {0}, minutes = 0, gone = 0;

	for (size_t i = 0; i < n; i++) {
		minutes += items[i].minutes;
		settle(p, &items[i], all);
	}
	for (size_t i = 0; i < n; i++) {
		for (int k = 0; k < PARTS; k++)
			if (all[k] > 0)
				out.mean[k] += (double)(now[k] *
					items[i].minutes) /
					(double)(all[k] * minutes);
		gone += items[i].minutes;
		settle(p, &items[i], now);
		for (int q = 0; q < POINTS; q++)
			for (int k = 0; k < PARTS; k++)
				if (all[k] > 0 && gone * (POINTS - 1) <=
				    minutes * q)
					out.at[k][q] = (double)now[k] /
						(double)all[k];
	}
	return out;
}

static void add(struct curve *sum, const struct curve *one)
{
	for (int k = 0; k < PARTS; k++)
		for (int q = 0; q < POINTS; q++)
			sum->at[k][q] += one->at[k][q];
	for (int k = 0; k < PARTS; k++)
		sum->mean[k] += one->mean[k];
}

static void divide(struct curve *sum, double n)
{
	for (int k = 0; k < PARTS; k++)
		for (int q = 0; q < POINTS; q++)
			sum->at[k][q] /= n;
	for (int k = 0; k < PARTS; k++)
		sum->mean[k] /= n;
}

/* Each within its own step. */
static void shuffle(struct item *v, size_t n)
{
	size_t rus = 0;

	while (rus < n && v[rus].kind == ITEM_RUS)
		rus++;
	for (size_t i = n; i > 1; i--) {
		size_t from = i > rus ? rus : 0;
		size_t k = from + (size_t)dice((i64)(i - from));
		struct item last = v[i - 1];

		v[i - 1] = v[k];
		v[k] = last;
	}
}

/* The mean of many, and how large a share of them settle less than `ours` does
 * over all minutes. */
static struct curve random_mean(const struct picture *p,
                                const struct item *items, size_t n,
                                int rounds, double *beaten)
{
	struct curve sum = {0}, ours = replay(p, items, n);
	struct item v[CELLS];
	int less = 0;

	ASSERT(n <= CELLS);
	memcpy(v, items, n * sizeof *v);
	for (int i = 0; i < rounds; i++) {
		struct curve one;

		shuffle(v, n);
		one = replay(p, v, n);
		less += one.mean[PART_MUST] < ours.mean[PART_MUST];
		add(&sum, &one);
	}
	divide(&sum, rounds);
	*beaten = (double)less / rounds;
	return sum;
}

/* -- our order ------------------------------------------------------------- */

static void wish_pair(struct arena *mem, struct plan_wish *w,
                      const struct picture *p, const struct cell *c)
{
	struct plan_pair one = { .priority = c->priority, .votes = c->earlier,
		.dissent = c->dissent, .pulls = c->pulls };

	if (!c->rus) {
		one.goal.goal = goal_id(p, c);
		*PUSH(mem, &w->pairs) = one;
		return;
	}
	/* step 1 of a priority has what any of its goals has */
	for (size_t i = 0; i < w->pairs.n; i++) {
		struct plan_pair *was = &w->pairs.v[i];

		if (was->priority != c->priority || was->goal.goal != 0)
			continue;
		was->dissent = was->dissent || one.dissent;
		was->pulls   = was->pulls || one.pulls;
		was->votes  += one.votes;
		return;
	}
	*PUSH(mem, &w->pairs) = one;
}

static bool has_priority(const struct plan_wish *w, i64 priority)
{
	for (size_t i = 0; i < w->priorities.n; i++)
		if (w->priorities.v[i].priority == priority)
			return true;
	return false;
}

static struct item_list agenda(struct arena *mem, const struct picture *p)
{
	struct plan_wish w = { .template = PLAN_OWN, .minutes = 600,
		.way = WAY_TABLE, .steps = PLAN_GOALS, .most_goals = CELLS,
		.tables = 6, .people = 30 };
	struct item_list out = {0};
	struct plan plan;

	for (size_t i = 0; i < p->n; i++) {
		const struct cell *c = &p->v[i];

		if (!c->chosen)
			continue;
		if (c->rus)
			w.steps |= PLAN_RUS;
		if (!has_priority(&w, c->priority))
			*PUSH(mem, &w.priorities) = (struct plan_priority){
				.priority = c->priority };
		wish_pair(mem, &w, p, c);
	}
	plan = plan_make(mem, &w);
	ASSERT(plan.holds);
	for (size_t i = 0; i < plan.items.n; i++)
		if (plan.items.v[i].kind == ITEM_RUS ||
		    plan.items.v[i].kind == ITEM_GOAL)
			*PUSH(mem, &out) = plan.items.v[i];
	return out;
}

static int as_given(const void *x, const void *y)
{
	const struct item *a = x, *b = y;

	if (a->kind != b->kind)
		return a->kind < b->kind ? -1 : 1;
	if (a->kind == ITEM_RUS || a->priority != b->priority)
		return a->priority < b->priority ? -1 : 1;
	return a->goals.v[0].goal < b->goals.v[0].goal ? -1 : 1;
}

static struct curve given(const struct picture *p,
                          const struct item_list *ours)
{
	struct item v[CELLS];

	ASSERT(ours->n <= CELLS);
	memcpy(v, ours->v, ours->n * sizeof *v);
	qsort(v, ours->n, sizeof *v, as_given);
	return replay(p, v, ours->n);
}

/* -- what is printed ------------------------------------------------------- */

static void figure(const char *name, const char *of, const char *by,
                   double value, const char *unit, const char *asked)
{
	printf("plan_%s%s%s\t%.3f\t%s\t%s\n", name, of, by, value, unit,
	       asked);
}

static void print_curve(const char *name, const char *by,
                        const struct curve *c)
{
	static const char *const quarter[] = { "0", "quarter", "half",
		"three_quarters", "end" };
	static const char *const part[] = { "must_at_", "calm_at_" };
	char of[32];

	for (int k = 0; k < PARTS; k++)
		for (int q = 1; q < POINTS - 1; q++) {
			snprintf(of, sizeof of, "%s%s", part[k], quarter[q]);
			figure(name, of, by, c->at[k][q], "share", "-");
		}
	figure(name, "must_mean", by, c->mean[PART_MUST], "share", "-");
}

static double ratio(const struct curve *ours, const struct curve *others)
{
	return ours->at[PART_MUST][2] / others->at[PART_MUST][2];
}

/* The plan of the later one, made before its answers are read. */
static struct item_list replayed(struct arena *mem, struct picture *p,
                                 const json_t *then, const json_t *now)
{
	struct item_list order;

	relevance(p, now, true);
	relevance(p, then, false);
	findings(p, then, false);
	order = agenda(mem, p);
	findings(p, now, true);
	return order;
}

static void print_picture(const struct picture *p, size_t items)
{
	i64 n[PARTS] = {0};

	for (size_t i = 0; i < p->n; i++)
		if (p->v[i].found && p->v[i].chosen)
			n[p->v[i].must ? PART_MUST : PART_CALM]++;
	figure("recorded_", "items", "", (double)items, "items", "-");
	figure("recorded_", "must", "", (double)n[PART_MUST], "goals", "-");
	figure("recorded_", "calm", "", (double)n[PART_CALM], "goals", "-");
}

/* Step 1 is walked first in every order; step 2 is where they differ most. */
static void step_two(const struct picture *p, const struct item_list *order)
{
	struct curve ours, random;
	size_t rus = 0;
	double beaten;

	while (rus < order->n && order->v[rus].kind == ITEM_RUS)
		rus++;
	ours = replay(p, order->v + rus, order->n - rus);
	random = random_mean(p, order->v + rus, order->n - rus, ROUNDS,
	                     &beaten);
	print_curve("recorded_goals_", "_ours", &ours);
	print_curve("recorded_goals_", "_random", &random);
	figure("recorded_goals_", "beaten", "", beaten, "share", "-");
	figure("recorded_goals_", "ratio", "", ratio(&ours, &random), "ratio",
	       "-");
}

static void recorded(struct arena *mem, const char *earlier, const char *later)
{
	json_t *then = read_file(earlier), *now = read_file(later);
	struct picture *p = arena_take(mem, sizeof *p);
	struct item_list order = replayed(mem, p, then, now);
	struct curve ours, random, plain;
	double beaten;

	ours = replay(p, order.v, order.n);
	random = random_mean(p, order.v, order.n, ROUNDS, &beaten);
	plain = given(p, &order);
	print_picture(p, order.n);
	print_curve("recorded_", "_ours", &ours);
	print_curve("recorded_", "_given", &plain);
	print_curve("recorded_", "_random", &random);
	figure("recorded_", "beaten", "", beaten, "share", "-");
	step_two(p, &order);
	figure("settled_at_half", "", "_ours", ours.at[PART_MUST][2], "share",
	       "-");
	figure("settled_at_half", "", "_random", random.at[PART_MUST][2],
	       "share", "-");
	figure("settled_at_half", "", "_ratio", ratio(&ours, &random),
	       "ratio", ">= 1.2");
	json_decref(then);
	json_decref(now);
}

/* -- generated ------------------------------------------------------------- */

static void generate(struct picture *p, i64 persists)
{
	static const char *const goals[] = { "1", "2", "3", "4", "5", "6",
		"7", "8" };

	p->n = 0;
	for (i64 priority = 1; priority <= 3; priority++)
		for (size_t g = 0; g < COUNT(goals); g++) {
			struct cell *c = cell(p, priority, "made", goals[g]);
			bool before = dice(100) < 30;

			c->chosen = c->found = true;
			c->must = dice(100) < persists ? before
			                               : dice(100) < 30;
			c->dissent = before && dice(2) == 0;
			c->pulls = before && !c->dissent;
		}
}

static void generated(i64 persists, int meetings, const char *asked)
{
	struct arena *mem = arena_new();
	struct picture *p = calloc(1, sizeof *p);
	struct curve ours = {0}, random = {0};
	char name[32];
	double beaten;

	if (p == NULL)
		panic("no memory");
	for (int i = 0; i < meetings; i++) {
		struct item_list order;
		struct curve one;

		generate(p, persists);
		order = agenda(mem, p);
		one = replay(p, order.v, order.n);
		add(&ours, &one);
		one = random_mean(p, order.v, order.n, 20, &beaten);
		add(&random, &one);
		arena_reset(mem);
	}
	divide(&ours, meetings);
	divide(&random, meetings);
	snprintf(name, sizeof name, "generated_%lld_", persists);
	print_curve(name, "_ours", &ours);
	print_curve(name, "_random", &random);
	figure(name, "ratio", "", ratio(&ours, &random), "ratio", asked);
	free(p);
	arena_free(mem);
}

int main(int argc, char **argv)
{
	struct arena *mem = arena_new();

	if (argc != 3)
		panic("usage: plan EARLIER LATER");
	recorded(mem, argv[1], argv[2]);
	generated(0, 1000, "-");
	generated(25, 1000, "-");
	generated(50, 1000, ">= 1.2");
	generated(75, 1000, "-");
	arena_free(mem);
	return 0;
}
