/* How long each thing takes: usual, learned, and at the least (plan.h). */
#include <stdlib.h>

#include "workshop/plan_part.h"

enum { SILENT = 5, TABLES_HEARD = 6, MORE_TABLES = 8, STEP_ONE = 30 };

static const struct { i64 usual, least, most; } minutes_of[ITEM_KINDS] = {
	[ITEM_ARRIVAL]      = {  5,  2, 20 },
	[ITEM_INTRODUCTION] = { 10,  5, 30 },
	[ITEM_PROPOSE]      = { 30, 15, 60 },
	[ITEM_RUS]          = { 10,  5, 30 },
	[ITEM_GOAL]         = {  8,  5, 25 },   /* each goal */
	[ITEM_MISSING]      = { 35, 15, 60 },
	[ITEM_ACTIONS]      = { 25, 10, 60 },
	[ITEM_CLOSE]        = {  5,  3, 15 },
};

i64 plan_within(i64 n, i64 least, i64 most)
{
	return n < least ? least : n > most ? most : n;
}

i64 plan_least(const struct item *i)
{
	i64 least = minutes_of[i->kind].least;

	return i->kind == ITEM_GOAL ? least * (i64)i->goals.n : least;
}

static i64 step_one(const struct plan_wish *w)
{
	i64 n = w->priorities.n == 0 ? 1 : (i64)w->priorities.n;

	return plan_within(STEP_ONE / n, 10, 15);
}

static i64 judging(const struct plan_wish *w, i64 goals)
{
	i64 more = plan_within(w->tables - TABLES_HEARD, 0, MORE_TABLES);

	return goals * (minutes_of[ITEM_GOAL].usual + more) +
	       (w->way == WAY_TABLE ? 0 : SILENT);
}

/* What a template says of a kind, whatever others have taken; 0 nothing. */
static i64 by_template(const struct plan_wish *w, enum item_kind kind)
{
	if (w->template == PLAN_INTRODUCTION && kind == ITEM_INTRODUCTION)
		return 30;              /* with the example */
	if (w->template == PLAN_DIGITAL && kind == ITEM_MISSING)
		return 20;
	if (w->template == PLAN_DIGITAL && kind == ITEM_ACTIONS)
		return 15;
	return 0;
}

i64 plan_usual(const struct plan_wish *w, enum item_kind kind, i64 goals)
{
	i64 learned = w->learned.minutes[kind];

	if (by_template(w, kind) > 0)
		return by_template(w, kind);
	if (learned > 0)
		return goals * plan_within(learned, minutes_of[kind].least,
		                           minutes_of[kind].most);
	if (kind == ITEM_RUS)
		return step_one(w);
	return kind == ITEM_GOAL ? judging(w, goals) : minutes_of[kind].usual;
}

/* -- templates ------------------------------------------------------------ */

enum {
	FIRST_TWO = PLAN_RUS | PLAN_GOALS,
	LAST_TWO  = PLAN_ACTORS | PLAN_ACTIONS,
	ALL_FOUR  = FIRST_TWO | LAST_TWO,
};

/* What one asks for, and what may be asked of it. */
static const struct { i64 minutes; unsigned steps, may; } templates[] = {
	[PLAN_HALF_DAY]     = { 180, ALL_FOUR, ALL_FOUR | PLAN_PROPOSE },
	[PLAN_INTRODUCTION] = {  60, PLAN_GOALS, PLAN_GOALS },
	[PLAN_PASS_ONE]     = { 120, FIRST_TWO, FIRST_TWO | PLAN_PROPOSE },
	[PLAN_PASS_TWO]     = { 120, LAST_TWO, LAST_TWO },
	[PLAN_DIGITAL]      = {  90, ALL_FOUR, PLAN_GOALS | LAST_TWO },
	[PLAN_OWN]          = { 180, ALL_FOUR, ALL_FOUR | PLAN_PROPOSE },
};

unsigned plan_steps(enum plan_template t)
{
	ASSERT(t >= PLAN_HALF_DAY && t <= PLAN_OWN);
	return templates[t].may;
}

struct plan_wish plan_start(enum plan_template t)
{
	ASSERT(t >= PLAN_HALF_DAY && t <= PLAN_OWN);
	return (struct plan_wish){ .template = t, .way = WAY_SILENT,
		.minutes = templates[t].minutes, .steps = templates[t].steps };
}

/* -- learning ------------------------------------------------------------- */

static int by_size(const void *a, const void *b)
{
	i64 x = *(const i64 *)a, y = *(const i64 *)b;

	return (x > y) - (x < y);
}

static i64 median(i64 *v, size_t n)
{
	qsort(v, n, sizeof *v, by_size);
	return (v[(n - 1) / 2] + v[n / 2]) / 2;
}

/* Milliseconds of one kind, for each goal. */
static size_t took(const struct spent_list *all, int kind, i64 *out)
{
	size_t n = 0;

	for (size_t i = 0; i < all->n; i++) {
		const struct spent *s = &all->v[i];
		bool each = kind == ITEM_GOAL && s->goals > 0;

		if ((int)s->kind == kind && s->ms > 0)
			out[n++] = s->ms / (each ? s->goals : 1);
	}
	return n;
}

struct plan_learned plan_learn(struct arena *mem, const struct spent_list *all)
{
	const i64 minute = 60 * 1000;
	struct plan_learned out = {0};
	i64 *ms = arena_take(mem, (all->n + 1) * sizeof *ms);

	for (int kind = ITEM_ARRIVAL; kind < ITEM_KINDS; kind++) {
		size_t n = took(all, kind, ms);

		if (n > 0 && minutes_of[kind].usual > 0)
			out.minutes[kind] = plan_within(
				(median(ms, n) + minute - 1) / minute,
				minutes_of[kind].least,
				minutes_of[kind].most);
	}
	return out;
}
