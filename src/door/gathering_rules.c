/* Whom to think of, what a list lacks, and who is asked too often. Pure. */
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "door/gathering.h"
#include "kit/icu.h"

static struct invitee *of_actor(const struct invitee_list *all, i64 actor)
{
	for (size_t i = 0; i < all->n; i++)
		if (all->v[i].actor == actor)
			return &all->v[i];
	return NULL;
}

/* Touched much and little power weighs as much as having been missing once;
 * it orders only, and is shown nowhere. */
static int first(const struct invitee *i)
{
	bool little = i->influence == LEVEL_LOW ||
	              i->influence == LEVEL_MIDDLE;

	return 8 * ((i->why & WHY_MISSED) != 0) +
	       4 * (i->interest == LEVEL_HIGH && little) +
	       2 * i->rights_holder + i->fits;
}

static int by_need(const void *a, const void *b)
{
	const struct invitee *x = a, *y = b;

	if (first(x) != first(y))
		return first(y) - first(x);
	return x->id < y->id ? -1 : x->id > y->id;
}

void candidates_of(struct arena *mem, const struct invitee_list *rows,
                   struct invitee_list *out)
{
	for (size_t i = 0; i < rows->n; i++) {
		struct invitee *was = of_actor(out, rows->v[i].actor);

		if (was == NULL) {
			was = PUSH(mem, out);
			*was = rows->v[i];
			was->id = (i64)out->n;
			continue;
		}
		was->why |= rows->v[i].why & WHY_MISSED;
		was->fits = was->fits || rows->v[i].fits;
		if (was->influence == LEVEL_UNSAID)
			was->influence = rows->v[i].influence;
	}
	if (out->n > 0)
		qsort(out->v, out->n, sizeof *out->v, by_need);
	if (out->n > CANDIDATES_MOST)
		out->n = CANDIDATES_MOST;
}

/* -- what a list lacks --------------------------------------------------- */

static bool is_from(struct arena *mem, const struct invitee_list *on,
                    const char *area)
{
	const char *folded = text_fold(mem, area);

	for (size_t i = 0; i < on->n; i++)
		if (strstr(text_fold(mem, on->v[i].name), folded) != NULL ||
		    strstr(text_fold(mem, on->v[i].comes_from), folded) !=
		    NULL)
			return true;
	return false;
}

struct list_lacks list_lacks_of(struct arena *mem, const struct gathering *g,
                                const struct invitee_list *on,
                                const struct invitee_list *candidates)
{
	struct text_list areas = text_lines(mem, g->areas);
	struct list_lacks n = { .invited = (i64)on->n };

	for (size_t i = 0; i < on->n; i++) {
		n.powerful += on->v[i].influence == LEVEL_HIGH;
		n.unsaid += on->v[i].influence == LEVEL_UNSAID;
		n.unnamed += on->v[i].kind == ACTOR_OTHER;
		n.kinds |= 1u << on->v[i].kind;
	}
	for (size_t i = 0; i < candidates->n; i++) {
		const struct invitee *c = &candidates->v[i];
		bool asked = of_actor(on, c->actor) != NULL;
		bool touched = (c->why & WHY_AFFECTED) != 0;
		bool missed = (c->why & WHY_MISSED) != 0;

		n.affected += touched;
		n.affected_invited += touched && asked;
		n.missed += missed;
		n.missed_invited += missed && asked;
	}
	for (size_t i = 0; i < areas.n; i++)
		if (!is_from(mem, on, areas.v[i]))
			*PUSH(mem, &n.nowhere) = areas.v[i];
	return n;
}

/* -- who is asked by many ------------------------------------------------ */

bool asking_is_own(const struct asking *a, const struct gathering *g)
{
	return (a->by == ASKED_HERE && same(a->key, g->key)) ||
	       (a->by == ASKED_WORKSHOP && same(a->key, g->workshop_key));
}

static bool same_process(const struct asking *a, const struct asking *b)
{
	return a->by == b->by && same(a->key, b->key) && a->day == b->day &&
	       same(a->title, b->title);
}

i64 asked_times(const struct asking_list *all, const struct gathering *g,
                i64 actor)
{
	i64 n = 0;

	for (size_t i = 0; i < all->n; i++)
		n += all->v[i].actor == actor && !asking_is_own(&all->v[i], g);
	return n;
}

static struct join *join_with(struct join_list *all, const struct asking *a)
{
	for (size_t i = 0; i < all->n; i++)
		if (same_process(all->v[i].with, a))
			return &all->v[i];
	return NULL;
}

static i64 apart(i64 a, i64 b)
{
	return a < b ? b - a : a - b;
}

void joins_of(struct arena *mem, const struct asking_list *all,
              const struct gathering *g, const struct invitee_list *on,
              struct join_list *out)
{
	size_t kept = 0;

	for (size_t i = 0; i < all->n; i++) {
		const struct asking *a = &all->v[i];
		struct join *j;

		if (g->day == 0 || asking_is_own(a, g) ||
		    of_actor(on, a->actor) == NULL ||
		    apart(a->day, g->day) > NEAR_DAYS)
			continue;
		j = join_with(out, a);
		if (j == NULL) {
			j = PUSH(mem, out);
			j->with = a;
		}
		j->actors++;
	}
	for (size_t i = 0; i < out->n; i++)
		if (out->v[i].actors >= 2)
			out->v[kept++] = out->v[i];
	out->n = kept;
}
