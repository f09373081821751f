/* Those near an assessment, weighed: who shares most, who pulls which way. */
#include <stdlib.h>
#include <string.h>

#include "assess/finding.h"
#include "base/text.h"
#include "conflict/conflict.h"
#include "insight/across_near.h"

char *ids_text(struct arena *mem, const i64 *ids, size_t n)
{
	char *all = arena_take(mem, n * 12 + 1);

	for (size_t i = 0; i < n; i++) {
		i64 id = ids[i];

		for (size_t j = 12; j > 0; j--, id /= 10)
			all[i * 12 + j - 1] = (char)('0' + id % 10);
	}
	return all;
}

/* -- who shares most ----------------------------------------------------- */

static int by_id(const void *a, const void *b)
{
	const struct near *x = a, *y = b;

	return (x->id > y->id) - (x->id < y->id);
}

static int by_strength(const void *a, const void *b)
{
	const struct meeting_with *x = a, *y = b;
	int sx = strength_of(x->reasons, x->actors, 0);
	int sy = strength_of(y->reasons, y->actors, 0);

	return sx != sy ? sy - sx : (x->id < y->id) - (x->id > y->id);
}

struct meeting_list near_gather(struct arena *mem, struct near_list *near,
                                i64 self)
{
	struct meeting_list out = {0};
	size_t to;

	if (near->n > 0)
		qsort(near->v, near->n, sizeof *near->v, by_id);
	for (size_t i = 0; i < near->n; i = to) {
		struct meeting_with one = { .id = near->v[i].id, .from = i };

		for (to = i; to < near->n && near->v[to].id == one.id; to++) {
			one.reasons |= (unsigned)near->v[to].reason;
			one.actors += near->v[to].reason == SHARE_ACTOR;
		}
		one.to = to;
		if (one.id != self)
			*PUSH(mem, &out) = one;
	}
	if (out.n > 0)
		qsort(out.v, out.n, sizeof *out.v, by_strength);
	return out;
}

static int by_number(const void *a, const void *b)
{
	i64 x = *(const i64 *)a, y = *(const i64 *)b;

	return (x > y) - (x < y);
}

size_t near_tried(const struct meeting_list *met, i64 ids[ACROSS_TRIED])
{
	size_t n = met->n < ACROSS_TRIED ? met->n : ACROSS_TRIED;

	for (size_t i = 0; i < n; i++)
		ids[i] = met->v[i].id;
	qsort(ids, n, sizeof *ids, by_number);
	return n;
}

/* -- who pulls which way ------------------------------------------------- */

static const struct pull *pull_at(const struct pull_list *all, i64 goal)
{
	for (size_t i = 0; i < all->n; i++)
		if (all->v[i].goal == goal)
			return &all->v[i];
	return NULL;
}

/* A goal on which they meet this way; who marks it is noted the first time. */
static bool meets(const struct pull *a, const struct pull *b, int sign,
                  struct pairing *x)
{
	bool apart = a->plus != 0 && b->minus != 0;
	bool other = a->minus != 0 && b->plus != 0;
	bool along = a->plus != 0 && b->plus != 0;

	if (sign == CONFLICT ? !apart && !other : !along)
		return false;
	if (x->how.goals++ > 0)
		return true;
	x->how.goal = a->goal;
	x->here.direction = sign == CONFLICT && !apart ? NEGATIVE : POSITIVE;
	x->here.finding = x->here.direction == POSITIVE ? a->plus : a->minus;
	x->there.direction = sign == SYNERGY || !apart ? POSITIVE : NEGATIVE;
	x->there.finding = x->there.direction == POSITIVE ? b->plus :
	                   b->minus;
	return true;
}

/* Where the pulls of an assessment begin in the list. */
static size_t first_of(const struct pull_list *all, i64 assessment)
{
	size_t low = 0, high = all->n;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (all->v[middle].assessment < assessment)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static void compare(struct arena *mem, const struct near_try *t,
                    const struct facts *other, struct pairing *x)
{
	x->goals = "";
	for (size_t i = first_of(t->there, other->id); i < t->there->n &&
	     t->there->v[i].assessment == other->id; i++) {
		const struct pull *b = &t->there->v[i];
		const struct pull *a = pull_at(t->here, b->goal);

		if (a != NULL && meets(a, b, x->how.sign, x))
			x->goals = arena_print(mem, "%s%s%lld", x->goals,
			           *x->goals == '\0' ? "" : ",", b->goal);
	}
}

static bool is_taken(const struct candidate_list *taken,
                     const struct pairing *x)
{
	for (size_t i = 0; i < taken->n; i++)
		if (taken->v[i].sign == x->how.sign &&
		    same(taken->v[i].other_key, x->other.key) &&
		    candidate_holds(&taken->v[i], x->how.reasons, x->goals))
			return true;
	return false;
}

static const char *words(struct arena *mem, const struct near_try *t,
                         const struct meeting_with *m,
                         enum across_reason reason)
{
	const char *all = "";

	for (size_t i = m->from; i < m->to; i++) {
		const char *word = t->near->v[i].word;

		if (t->near->v[i].reason != reason || strstr(all, word) != NULL)
			continue;
		all = arena_print(mem, "%s%s%s", all,
		                  *all == '\0' ? "" : ", ", word);
	}
	return all;
}

static void shared_words(struct arena *mem, const struct near_try *t,
                         struct pairing *x)
{
	for (size_t i = 0; i < t->met->n; i++) {
		const struct meeting_with *m = &t->met->v[i];

		if (m->id != x->other.id)
			continue;
		x->places = words(mem, t, m, SHARE_PLACE);
		x->actors = words(mem, t, m, SHARE_ACTOR);
		return;
	}
}

static void suggest(struct arena *mem, const struct near_try *t,
                    const struct meeting_with *m, const struct facts *other,
                    int sign, struct pairing_list *out)
{
	struct pairing x = {
		.how = { .other = other->id, .sign = sign,
		         .reasons = m->reasons, .actors = m->actors },
		.other = *other,
	};

	compare(mem, t, other, &x);
	if (x.how.goals == 0 || is_taken(t->taken, &x))
		return;
	x.how.strength = strength_of(m->reasons, m->actors, x.how.goals);
	*PUSH(mem, out) = x;
}

static int best_first(const void *a, const void *b)
{
	const struct best_one *x = &((const struct pairing *)a)->how;
	const struct best_one *y = &((const struct pairing *)b)->how;

	if (x->sign != y->sign)
		return x->sign - y->sign;
	if (x->strength != y->strength)
		return y->strength - x->strength;
	return (x->other < y->other) - (x->other > y->other);
}

static const struct facts *facts_at(const struct facts_list *all, i64 id)
{
	for (size_t i = 0; i < all->n; i++)
		if (all->v[i].id == id)
			return &all->v[i];
	return NULL;
}

static void keep_best(struct pairing_list *all)
{
	int n[SYNERGY + 1] = {0};
	size_t kept = 0;

	for (size_t i = 0; i < all->n; i++) {
		int sign = all->v[i].how.sign;

		if (n[sign]++ < (sign == CONFLICT ? ACROSS_CONFLICTS :
		                 ACROSS_SYNERGIES))
			all->v[kept++] = all->v[i];
	}
	all->n = kept;
}

void near_suggest(struct arena *mem, const struct near_try *t,
                  struct pairing_list *out)
{
	for (size_t i = 0; i < t->met->n && i < ACROSS_TRIED; i++) {
		const struct meeting_with *m = &t->met->v[i];
		const struct facts *other = facts_at(t->others, m->id);

		if (other == NULL || other->subject == t->mine->subject ||
		    !periods_meet(other->period, t->mine->period))
			continue;
		suggest(mem, t, m, other, CONFLICT, out);
		suggest(mem, t, m, other, SYNERGY, out);
	}
	if (out->n > 0)
		qsort(out->v, out->n, sizeof *out->v, best_first);
	keep_best(out);
	for (size_t i = 0; i < out->n; i++)
		shared_words(mem, t, &out->v[i]);
}
