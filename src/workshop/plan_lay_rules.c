/* Where breaks and slack stand in an agenda (plan.h). */
#include "workshop/plan_part.h"

enum { MORE_SLACK = 10 };       /* what is over becomes slack, so much of it */

i64 plan_slack(i64 minutes)
{
	return (minutes + 9) / 10;
}

/*
 * Items as blocks that no break divides: each item; but the last one that asks
 * something stands with slack and close, if people can sit through it, since a
 * break just before the end is none.
 */
struct blocks {
	const struct item_list *items;
	size_t                  n;
	i64                     slack;
};

static i64 sum(const struct item_list *items, size_t from)
{
	i64 minutes = 0;

	for (size_t i = from; i < items->n; i++)
		minutes += items->v[i].minutes;
	return minutes;
}

static bool has_close(const struct item_list *items)
{
	return items->n > 0 && items->v[items->n - 1].kind == ITEM_CLOSE;
}

static struct blocks blocks_of(const struct item_list *items, i64 slack)
{
	struct blocks b = { items, items->n - has_close(items), slack };

	if (b.n > 0 && sum(items, b.n - 1) + slack <= MOST_SITTING)
		return b;
	b.n++;          /* slack and close by themselves */
	return b;
}

static i64 block_minutes(const struct blocks *b, size_t at)
{
	if (at + 1 < b->n)
		return b->items->v[at].minutes;
	return sum(b->items, at) + b->slack;
}

/* How many breaks there are if nobody sits for longer than `most`, unless it is
 * one block. Notes the blocks they stand before. */
static i64 breaks(const struct blocks *b, i64 most, bool *before)
{
	i64 sat = 0, n = 0;

	for (size_t i = 0; i < b->n; i++) {
		i64 minutes = block_minutes(b, i);
		bool rest = sat > 0 && sat + minutes > most;

		if (before != NULL)
			before[i] = rest;
		n += rest;
		sat = rest ? minutes : sat + minutes;
	}
	return n;
}

i64 plan_total(const struct item_list *items, i64 slack)
{
	struct blocks b = blocks_of(items, slack);

	return sum(items, 0) + slack +
	       breaks(&b, MOST_SITTING, NULL) * BREAK_MINUTES;
}

/* The shortest sitting that costs no further break. */
static i64 even(const struct blocks *b)
{
	i64 n = breaks(b, MOST_SITTING, NULL);

	for (i64 most = 1; most < MOST_SITTING; most++)
		if (breaks(b, most, NULL) == n)
			return most;
	return MOST_SITTING;
}

static void put(struct arena *mem, struct item_list *out, enum item_kind kind,
                i64 minutes)
{
	*PUSH(mem, out) = (struct item){ .kind = kind, .minutes = minutes,
		.title = "", .priority_title = "", .state = ITEM_PLANNED };
}

struct item_list plan_lay(struct arena *mem, const struct item_list *items,
                          i64 minutes)
{
	i64 slack = plan_slack(minutes), most = slack + MORE_SLACK;
	size_t asked = items->n - has_close(items);
	struct item_list out = {0};
	struct blocks b;
	bool *before;

	if (items->n == 0)
		return out;
	while (slack < most && plan_total(items, slack + 1) <= minutes)
		slack++;
	b = blocks_of(items, slack);
	before = arena_take(mem, b.n + 1);
	breaks(&b, even(&b), before);
	for (size_t i = 0; i < asked; i++) {
		if (before[i])
			put(mem, &out, ITEM_BREAK, BREAK_MINUTES);
		*PUSH(mem, &out) = items->v[i];
	}
	if (b.n > asked && before[asked])
		put(mem, &out, ITEM_BREAK, BREAK_MINUTES);
	put(mem, &out, ITEM_SLACK, slack);
	if (asked < items->n)
		*PUSH(mem, &out) = items->v[asked];
	return out;
}
