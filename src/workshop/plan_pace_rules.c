/* Where a running meeting stands, and what brings it back (plan.h). */
#include "workshop/plan_part.h"

static const i64 MINUTE = 60 * 1000;

/* -- as it goes ----------------------------------------------------------- */

/* ms that an item still takes; minutes may be other than it has. */
static i64 rest_of(const struct item *i, i64 minutes, i64 now)
{
	i64 rest = minutes * MINUTE - item_spent(i, now);

	return item_is_open(i->state) && rest > 0 ? rest : 0;
}

static bool waits(const struct item *i)
{
	return i->state == ITEM_PLANNED;
}

static i64 until_end(const struct item_list *all, i64 now)
{
	i64 ms = 0;

	for (size_t i = 0; i < all->n; i++)
		ms += rest_of(&all->v[i], all->v[i].minutes, now);
	return ms;
}

/* The next break that has not begun, or NULL. */
static const struct item *next_break(const struct item_list *all)
{
	for (size_t i = 0; i < all->n; i++)
		if (all->v[i].kind == ITEM_BREAK && waits(&all->v[i]))
			return &all->v[i];
	return NULL;
}

/* What is on, wherever it stands, and what waits before that item. */
static i64 until(const struct item_list *all, const struct item *stop, i64 now)
{
	i64 ms = 0;

	for (size_t i = 0; i < all->n; i++) {
		const struct item *at = &all->v[i];

		if (at->state == ITEM_ON || (at < stop && waits(at)))
			ms += rest_of(at, at->minutes, now);
	}
	return ms;
}

/* ms since the last break; in one, nobody sits. */
static i64 sat(const struct item_list *all, i64 now)
{
	i64 ms = 0;

	for (size_t i = 0; i < all->n; i++) {
		const struct item *at = &all->v[i];

		if (at->kind == ITEM_BREAK && at->state == ITEM_ON)
			return 0;
		if (at->kind == ITEM_BREAK && at->state == ITEM_DONE)
			ms = 0;
		else
			ms += item_spent(at, now);
	}
	return ms;
}

static i64 nearest(i64 ms)
{
	return (ms < 0 ? ms - MINUTE / 2 : ms + MINUTE / 2) / MINUTE;
}

/* The first that waits and would make them sit for too long before a break. */
static i64 too_long(const struct item_list *all, const struct item *rest,
                    i64 now)
{
	for (size_t i = 0; i < all->n && &all->v[i] < rest; i++) {
		const struct item *at = &all->v[i];

		if (waits(at) && sat(all, now) + until(all, at + 1, now) >
		    MOST_SITTING * MINUTE)
			return at->no;
	}
	return 0;
}

/* -- the proposal ---------------------------------------------------------- */

/* The meeting as it would be; `need` minutes are still to be found. */
struct mending {
	struct arena     *mem;
	struct item_list  items;
	struct plan_pace *p;
	i64               need;
};

static bool may_shrink(const struct item *i)
{
	return waits(i) && (i->kind == ITEM_MISSING ||
	                    i->kind == ITEM_ACTIONS);
}

/* Minutes over the least, or over two thirds of what was planned. */
static i64 over(const struct item *i, bool third)
{
	i64 least = plan_least(i);

	if (third && least < i->minutes - i->minutes / 3)
		least = i->minutes - i->minutes / 3;
	return i->minutes > least ? i->minutes - least : 0;
}

static void take(struct mending *m, struct item *i, i64 minutes)
{
	struct repace_list *all = &m->p->changes;
	struct repace *one = NULL;

	if (minutes > m->need)
		minutes = m->need;
	if (minutes <= 0)
		return;
	i->minutes -= minutes;
	m->need -= minutes;
	for (size_t k = 0; k < all->n; k++)
		if (all->v[k].no == i->no)
			one = &all->v[k];
	if (one == NULL)
		one = PUSH(m->mem, all);
	*one = (struct repace){ i->no, i->minutes };
}

static void take_slack(struct mending *m)
{
	for (size_t i = 0; i < m->items.n; i++) {
		struct item *at = &m->items.v[i];
		i64 before = m->need;

		if (at->kind != ITEM_SLACK || !waits(at))
			continue;
		m->p->slack += at->minutes;
		take(m, at, at->minutes);
		m->p->slack_taken += before - m->need;
	}
}

static i64 can_shrink(const struct mending *m)
{
	i64 minutes = 0;

	for (size_t i = 0; i < m->items.n; i++)
		if (may_shrink(&m->items.v[i]))
			minutes += over(&m->items.v[i], true);
	return minutes;
}

static void shrink(struct mending *m, bool third)
{
	for (size_t i = 0; i < m->items.n; i++)
		if (may_shrink(&m->items.v[i]))
			take(m, &m->items.v[i], over(&m->items.v[i], third));
}

static bool park_one(struct mending *m)
{
	struct item *least = NULL;

	for (size_t i = 0; i < m->items.n; i++) {
		struct item *at = &m->items.v[i];

		if (at->kind == ITEM_GOAL && waits(at) && at->minutes > 0 &&
		    (least == NULL || at->worth <= least->worth))
			least = at;
	}
	if (least == NULL)
		return false;
	least->state = ITEM_PARKED;
	m->need -= least->minutes;
	*PUSH(m->mem, &m->p->park) = least->no;
	return true;
}

static void mend(struct mending *m)
{
	take_slack(m);
	while (m->need > can_shrink(m) && park_one(m))
		continue;
	shrink(m, true);
	shrink(m, false);
}

static i64 to_take_up(const struct item_list *all, i64 ahead)
{
	const struct item *best = NULL;

	for (size_t i = 0; i < all->n; i++) {
		const struct item *at = &all->v[i];

		if (at->state == ITEM_PARKED && at->minutes <= ahead &&
		    (best == NULL || at->worth > best->worth))
			best = at;
	}
	return best == NULL ? 0 : best->no;
}

static struct item_list copy(struct arena *mem, const struct item_list *all)
{
	struct item_list out = {0};

	for (size_t i = 0; i < all->n; i++)
		*PUSH(mem, &out) = all->v[i];
	return out;
}

struct plan_pace plan_pace(struct arena *mem, const struct item_list *all,
                           i64 starts, i64 ends, i64 now)
{
	i64 from = now > starts ? now : starts, stop;
	struct plan_pace p = {0};
	struct mending m = { mem, copy(mem, all), &p, 0 };
	const struct item *rest = next_break(all);

	p.ends_at = from + until_end(all, now);
	p.behind = nearest(p.ends_at - ends);
	stop = rest == NULL ? until_end(all, now) : until(all, rest, now);
	p.break_at = rest == NULL ? 0 : from + stop;
	p.sitting = nearest(sat(all, now) + stop);
	p.break_in_danger = rest != NULL && p.behind > 0 &&
	                    p.sitting > MOST_SITTING;
	m.need = p.behind > 0 ? p.behind : 0;
	mend(&m);
	if (p.behind < 0)
		p.take_up = to_take_up(all, -p.behind);
	rest = next_break(&m.items);
	p.then_ends_at = from + until_end(&m.items, now);
	p.then_behind = nearest(p.then_ends_at - ends);
	p.then_break_at = rest == NULL ? 0 : from +
	                  until(&m.items, rest, now);
	if (p.break_in_danger && rest != NULL)
		p.break_before = too_long(&m.items, rest, now);
	return p;
}
