#include <stdlib.h>
#include <string.h>

#include "assess/who.h"
#include "base/text.h"
#include "kit/icu.h"

bool combination_names(const char *codes, const char *code)
{
	while (*codes != '\0') {
		size_t n = strcspn(codes, "+");

		if (strlen(code) == n && strncmp(codes, code, n) == 0)
			return true;
		codes += n + (codes[n] == '+');
	}
	return false;
}

bool combination_on(const char *codes, const struct group_list *all,
                    enum group_axis axis)
{
	for (size_t i = 0; i < all->n; i++)
		if (all->v[i].axis == axis &&
		    combination_names(codes, all->v[i].code))
			return true;
	return false;
}

static struct heap *heap_of(struct arena *mem, struct heap_list *all,
                            const char *name)
{
	const char *folded = text_fold(mem, name);
	struct heap *h;

	for (size_t i = 0; i < all->n; i++)
		if (same(text_fold(mem, all->v[i].name), folded))
			return &all->v[i];
	h = PUSH(mem, all);
	h->name = name;
	return h;
}

static void heap_add(struct arena *mem, struct heap *h, size_t finding)
{
	size_t n = h->findings.n;

	if (n == 0 || h->findings.v[n - 1] != finding)
		*PUSH(mem, &h->findings) = finding;
}

/* -- groups -------------------------------------------------------------- */

/* The places in the register of its groups: "women+foreign_born" is 1, 7. */
static int by_register(const void *a, const void *b, void *groups)
{
	const struct heap *x = a, *y = b;
	const struct group_list *all = groups;

	for (size_t i = 0; i < all->n; i++) {
		bool in = combination_names(x->name, all->v[i].code);
		bool other = combination_names(y->name, all->v[i].code);

		if (in != other)
			return in ? -1 : 1;
		if (in && strchr(x->name, '+') == NULL &&
		    strchr(y->name, '+') != NULL)
			return -1;
		if (in && strchr(x->name, '+') != NULL &&
		    strchr(y->name, '+') == NULL)
			return 1;
	}
	return strcmp(x->name, y->name);
}

struct heap_list heaps_by_group(struct arena *mem,
                                const struct finding_list *findings,
                                const struct group_list *groups)
{
	struct heap_list all = {0};
	struct group_list register_of = *groups;

	for (size_t i = 0; i < findings->n; i++)
		for (size_t j = 0; j < findings->v[i].groups.n; j++)
			heap_add(mem, heap_of(mem, &all,
				findings->v[i].groups.v[j]), i);
	if (all.n > 1)
		qsort_r(all.v, all.n, sizeof *all.v, by_register,
		        &register_of);
	return all;
}

static bool is_touched(const struct finding_list *findings, const char *code)
{
	for (size_t i = 0; i < findings->n; i++)
		for (size_t j = 0; j < findings->v[i].groups.n; j++)
			if (combination_names(findings->v[i].groups.v[j],
			                      code))
				return true;
	return false;
}

struct group_list groups_untouched(struct arena *mem,
                                   const struct finding_list *findings,
                                   const struct group_list *groups)
{
	struct group_list out = {0};

	for (size_t i = 0; i < groups->n; i++)
		if (!groups->v[i].retired &&
		    !is_touched(findings, groups->v[i].code))
			*PUSH(mem, &out) = groups->v[i];
	return out;
}

/* -- places -------------------------------------------------------------- */

struct placed { const char *key; struct heap heap; };

static int by_name(const void *a, const void *b)
{
	return strcmp(((const struct placed *)a)->key,
	              ((const struct placed *)b)->key);
}

static void in_order(struct arena *mem, struct heap_list *all)
{
	struct placed *v = arena_take(mem, all->n * sizeof *v + 1);

	for (size_t i = 0; i < all->n; i++)
		v[i] = (struct placed){ text_sort_key(mem, all->v[i].name),
		                        all->v[i] };
	if (all->n > 1)
		qsort(v, all->n, sizeof *v, by_name);
	for (size_t i = 0; i < all->n; i++)
		all->v[i] = v[i].heap;
}

struct heap_list heaps_by_place(struct arena *mem,
                                const struct finding_list *findings)
{
	struct heap_list all = {0};

	for (size_t i = 0; i < findings->n; i++) {
		const char *at = or_empty(findings->v[i].places);

		while (*at != '\0') {
			size_t n = strcspn(at, ",;\n");
			const char *one = text_trim(mem,
				arena_text(mem, at, n));

			if (!text_blank(one))
				heap_add(mem, heap_of(mem, &all, one), i);
			at += n + (at[n] != '\0');
		}
	}
	in_order(mem, &all);
	return all;
}
