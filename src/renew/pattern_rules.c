#include <stdlib.h>

#include "renew/pattern.h"

static int by_size(const void *a, const void *b)
{
	i64 x = *(const i64 *)a, y = *(const i64 *)b;

	return (x > y) - (x < y);
}

struct quartiles quartiles_of(struct i64_list *all)
{
	size_t n = all->n;

	if (n == 0)
		return (struct quartiles){ -1, -1, -1 };
	qsort(all->v, n, sizeof *all->v, by_size);
	return (struct quartiles){ all->v[(n - 1) / 4], all->v[(n - 1) / 2],
	                           all->v[(n - 1) * 3 / 4] };
}

/* What was so comes first of what was seen in one assessment. */
static int by_what(const void *a, const void *b)
{
	const struct seen *x = a, *y = b;

	if (x->what != y->what)
		return x->what < y->what ? -1 : 1;
	if (x->in != y->in)
		return x->in < y->in ? -1 : 1;
	return (int)y->hit - (int)x->hit;
}

static int by_count(const void *a, const void *b)
{
	const struct tally *x = a, *y = b;

	if (x->hit != y->hit)
		return x->hit > y->hit ? -1 : 1;
	if (x->of != y->of)
		return x->of < y->of ? -1 : 1;
	return (x->what > y->what) - (x->what < y->what);
}

void pattern_tally(struct arena *mem, struct seen_list *all,
                   struct tally_list *out)
{
	struct tally *t = NULL;

	if (all->n > 1)
		qsort(all->v, all->n, sizeof *all->v, by_what);
	for (size_t i = 0; i < all->n; i++) {
		const struct seen *s = &all->v[i];

		if (i > 0 && s->what == s[-1].what && s->in == s[-1].in)
			continue;
		if (t == NULL || t->what != s->what) {
			t = PUSH(mem, out);
			*t = (struct tally){ .what = s->what,
			                     .name = s->name };
		}
		t->hit += s->hit;
		t->of++;
	}
	if (out->n > 1)
		qsort(out->v, out->n, sizeof *out->v, by_count);
}
