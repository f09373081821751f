#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "workshop/tally.h"

struct tally_list tally_boards(struct arena *mem,
                               const struct board_reply_list *all)
{
	struct tally_list out = {0};

	for (size_t i = 0; i < all->n; i++)
		*PUSH(mem, &out) = (struct tally){ all->v[i].goal,
		                                   all->v[i].value, 1 };
	return out;
}

/* -- a goal --------------------------------------------------------------- */

/* The words of a scale as its categories: agreement.h. */
static unsigned ticks_of(unsigned set, bool path)
{
	if (path)
		return set & ((1 << SCALE_GOAL) - 1);
	return (set & VALUE_RN ? 1u : 0) | (set & VALUE_NO ? 2u : 0) |
	       (set & VALUE_RP ? 4u : 0);
}

static void add(struct goal_tally *to, const struct tally *t)
{
	bool path = to->goal->framework != FRAMEWORK_RUS;
	unsigned set = value_read(t->value, path);

	if (set == 0)
		return;
	for (i64 i = 0; i < t->n; i++)
		views_add(&to->views, ticks_of(set, path),
		          (set & VALUE_GAP) != 0);
	for (int bit = 0; bit < VALUES_MOST; bit++)
		if ((set & 1u << bit) != 0)
			to->by[bit] += t->n;
	to->answered += t->n;
}

static const struct verdict *verdict_of(const struct verdict_list *all,
                                        i64 item, i64 goal)
{
	for (size_t i = 0; i < all->n; i++)
		if (all->v[i].item == item && all->v[i].goal == goal)
			return &all->v[i];
	return NULL;
}

/* What is settled last; then by how much they differ; else as on the agenda. */
static int sooner(const void *a, const void *b)
{
	const struct goal_tally *x = a, *y = b;
	i64 dx = difference_of(&x->views), dy = difference_of(&y->views);

	if ((x->verdict == NULL) != (y->verdict == NULL))
		return x->verdict == NULL ? -1 : 1;
	if (dx != dy)
		return dx > dy ? -1 : 1;
	return x->goal < y->goal ? -1 : x->goal > y->goal;
}

struct goal_tally_list goal_tallies(struct arena *mem, const struct item *item,
                                    const struct tally_list *all,
                                    const struct verdict_list *verdicts,
                                    i64 asked)
{
	struct goal_tally_list out = {0};

	for (size_t i = 0; i < item->goals.n; i++) {
		struct goal_tally *to = PUSH(mem, &out);

		to->goal = &item->goals.v[i];
		to->views.scale = to->goal->framework == FRAMEWORK_RUS ?
		                  SCALE_RUS : SCALE_GOAL;
		to->verdict = verdict_of(verdicts, item->id, to->goal->goal);
		for (size_t k = 0; k < all->n; k++)
			if (all->v[k].goal == to->goal->goal)
				add(to, &all->v[k]);
		if (asked > to->answered)
			to->views.unanswered = asked - to->answered;
	}
	if (out.n > 1)
		qsort(out.v, out.n, sizeof *out.v, sooner);
	return out;
}

i64 tally_of(const struct goal_tally *t, unsigned one)
{
	for (int bit = 0; bit < VALUES_MOST; bit++)
		if (one == 1u << bit)
			return t->by[bit];
	return 0;
}

/* -- free questions ------------------------------------------------------- */

enum { SCALE_STEPS = 5 };

struct choice_list choices_of(struct arena *mem, const struct item *item,
                              const struct tally_list *all)
{
	struct choice_list out = {0};
	i64 no, options = item->ask == ASK_SCALE ? SCALE_STEPS :
	                  (i64)item->options.n;

	for (i64 i = 0; i < options; i++) {
		struct choice *c = PUSH(mem, &out);

		c->label = item->ask == ASK_SCALE ?
			arena_print(mem, "%lld", i + 1) : item->options.v[i];
		for (size_t k = 0; k < all->n; k++)
			if (number_read(all->v[k].value, 1, options, &no) &&
			    no == i + 1)
				c->n += all->v[k].n;
	}
	return out;
}

i64 scale_median(const struct tally_list *all)
{
	i64 steps[SCALE_STEPS] = {0}, no, answers = 0, seen = 0;

	for (size_t i = 0; i < all->n; i++)
		if (number_read(all->v[i].value, 1, SCALE_STEPS, &no)) {
			steps[no - 1] += all->v[i].n;
			answers += all->v[i].n;
		}
	for (int k = 0; k < SCALE_STEPS && answers > 0; k++) {
		seen += steps[k];
		if (seen * 2 >= answers)
			return k + 1;
	}
	return 0;
}

/* "3 1 2": the third option stands first. */
static void add_ranking(struct place_list *to, const char *value, i64 n)
{
	for (size_t place = 0; place < to->n && *value != '\0'; place++) {
		i64 option = strtoll(value, NULL, 10);

		if (option >= 1 && option <= (i64)to->n)
			to->v[option - 1].n[place] += n;
		value += strcspn(value, " ");
		value += strspn(value, " ");
	}
}

static i64 middle_place(const i64 *n, size_t places)
{
	i64 answers = 0, seen = 0;

	for (size_t i = 0; i < places; i++)
		answers += n[i];
	for (size_t i = 0; i < places && answers > 0; i++) {
		seen += n[i];
		if (seen * 2 >= answers)
			return (i64)i + 1;
	}
	return 0;
}

static int before(const void *a, const void *b)
{
	const struct place *x = a, *y = b;

	if (x->median != y->median)
		return x->median < y->median ? -1 : 1;
	/* of two with the same middle, more first places stand first */
	return x->n[0] > y->n[0] ? -1 : x->n[0] < y->n[0];
}

struct place_list places_of(struct arena *mem, const struct item *item,
                            const struct tally_list *all)
{
	struct place_list out = {0};
	size_t places = item->options.n;

	for (size_t i = 0; i < places; i++) {
		struct place *p = PUSH(mem, &out);

		p->label = item->options.v[i];
		p->n = arena_take(mem, places * sizeof *p->n);
		memset(p->n, 0, places * sizeof *p->n);
	}
	for (size_t i = 0; i < all->n; i++)
		if (ask_reads(item, all->v[i].value))
			add_ranking(&out, all->v[i].value, all->v[i].n);
	for (size_t i = 0; i < places; i++)
		out.v[i].median = middle_place(out.v[i].n, places);
	if (out.n > 1)
		qsort(out.v, out.n, sizeof *out.v, before);
	return out;
}

/* -- drawn ----------------------------------------------------------------- */

enum { ONE_ROW = 12, MOST_DOTS = 60 };

struct dot_scale dot_scale_of(i64 most)
{
	static const i64 steps[] = { 5, 10, 20, 50, 100, 200, 500, 1000 };

	if (most <= ONE_ROW)
		return (struct dot_scale){ 1, 1 };
	if (most <= MOST_DOTS)
		return (struct dot_scale){ 3, 1 };
	for (size_t i = 0; i + 1 < COUNT(steps); i++)
		if (most <= steps[i] * MOST_DOTS)
			return (struct dot_scale){ 3, steps[i] };
	return (struct dot_scale){ 3, steps[COUNT(steps) - 1] };
}
