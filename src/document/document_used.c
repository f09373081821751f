#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "db/db.h"
#include "document/document_link.h"

/*
 * What a document copies from the registers: of the goals all that are not
 * targets, and the targets something stands on; of actors and groups those
 * that are in it.
 */

static bool stands_on(const struct document *d, i64 goal)
{
	for (size_t i = 0; i < d->relevance.n; i++) {
		if (d->relevance.v[i].goal == goal)
			return true;
	}
	for (size_t i = 0; i < d->findings.n; i++) {
		const struct mark_list *marks = &d->findings.v[i].marks;

		for (size_t j = 0; j < marks->n; j++) {
			if (marks->v[j].goal == goal)
				return true;
		}
	}
	return false;
}

static bool is_member(const struct document *d, i64 goal)
{
	for (size_t i = 0; i < d->conflicts.n; i++) {
		const struct side_list *sides = &d->conflicts.v[i].sides;

		for (size_t j = 0; j < sides->n; j++) {
			const struct side_member_list *all =
				&sides->v[j].members;

			for (size_t k = 0; k < all->n; k++)
				if (all->v[k].goal == goal)
					return true;
		}
	}
	return false;
}

static bool is_used(const struct document *d, const struct goal *g)
{
	return g->kind != GOAL_TARGET || stands_on(d, g->id) ||
	       is_member(d, g->id);
}

static const struct goal *parent_of(const struct framework *f,
                                    const struct goal *g)
{
	for (size_t i = 0; i < f->goals.n && *g->parent != '\0'; i++) {
		if (same(f->goals.v[i].code, g->parent))
			return &f->goals.v[i];
	}
	return NULL;
}

/* A target that is kept keeps what it is part of, all the way up. */
static void thin(struct arena *mem, const struct document *d,
                 struct framework *f)
{
	bool *keeps = arena_take(mem, f->goals.n + 1);
	struct goal_list kept = {0};

	for (size_t i = 0; i < f->goals.n; i++) {
		const struct goal *g = &f->goals.v[i];

		if (keeps[i] || !is_used(d, g))
			continue;
		for (; g != NULL && !keeps[g - f->goals.v];
		     g = parent_of(f, g))
			keeps[g - f->goals.v] = true;
	}
	for (size_t i = 0; i < f->goals.n; i++)
		if (keeps[i])
			*PUSH(mem, &kept) = f->goals.v[i];
	f->goals = kept;
}

void document_thin(struct arena *mem, struct document *d)
{
	for (size_t i = 0; i < d->frameworks.n; i++)
		thin(mem, d, &d->frameworks.v[i]);
}

static bool names_group(const char *codes, const char *code)
{
	while (*codes != '\0') {
		size_t n = strcspn(codes, "+");

		if (strlen(code) == n && strncmp(codes, code, n) == 0)
			return true;
		codes += n + (codes[n] == '+');
	}
	return false;
}

static bool touches(const struct document *d, const char *code)
{
	for (size_t i = 0; i < d->findings.n; i++) {
		const struct text_list *groups = &d->findings.v[i].groups;

		for (size_t j = 0; j < groups->n; j++) {
			if (names_group(groups->v[j], code))
				return true;
		}
	}
	return false;
}

struct id_list { i64 *v; size_t n, room; };

static void actors_in(struct arena *mem, const struct document *d,
                      struct id_list *out)
{
	for (size_t i = 0; i < d->links.n; i++)
		*PUSH(mem, out) = d->links.v[i].actor;
	for (size_t i = 0; i < d->conflicts.n; i++) {
		const struct side_list *sides = &d->conflicts.v[i].sides;

		for (size_t j = 0; j < sides->n; j++)
			for (size_t k = 0; k < sides->v[j].members.n; k++)
				*PUSH(mem, out) =
					sides->v[j].members.v[k].actor;
	}
	for (size_t i = 0; i < d->duties.n; i++)
		for (size_t j = 0; j < d->duties.v[i].parties.n; j++)
			*PUSH(mem, out) = d->duties.v[i].parties.v[j].actor;
}

/* By axis and code: an order that does not hang on when a group was added. */
static int by_axis(const void *a, const void *b)
{
	const struct group *x = a, *y = b;

	if (x->axis != y->axis)
		return x->axis < y->axis ? -1 : 1;
	return strcmp(x->code, y->code);
}

static const char *in_order(struct arena *mem, const struct group_list *groups,
                            const char *codes)
{
	const char *text = "";

	for (size_t i = 0; i < groups->n; i++) {
		const char *code = groups->v[i].code;

		if (names_group(codes, code))
			text = arena_print(mem, "%s%s%s", text,
			                   *text == '\0' ? "" : "+", code);
	}
	return text;
}

static void order_groups(struct arena *mem, struct document *d)
{
	if (d->groups.n > 1)
		qsort(d->groups.v, d->groups.n, sizeof *d->groups.v, by_axis);
	for (size_t i = 0; i < d->findings.n; i++) {
		struct text_list *all = &d->findings.v[i].groups;

		for (size_t j = 0; j < all->n; j++)
			all->v[j] = in_order(mem, &d->groups, all->v[j]);
	}
}

enum status document_registers(struct scope *s, struct document *d)
{
	struct group_list groups = {0};
	struct id_list ids = {0};
	size_t n = 0;

	TRY(group_list(s, &groups));
	for (size_t i = 0; i < groups.n; i++) {
		if (touches(d, groups.v[i].code))
			*PUSH(s->mem, &d->groups) = groups.v[i];
	}
	order_groups(s->mem, d);
	actors_in(s->mem, d, &ids);
	for (size_t i = 0; i < ids.n; i++)      /* a side may have none */
		if (ids.v[i] != 0)
			ids.v[n++] = ids.v[i];
	return actors_by_ids(s, ids.v, n, &d->actors);
}

const struct answer *document_answer(const struct document *d,
                                     const char *means)
{
	for (size_t i = 0; i < d->answers.n; i++)
		if (d->answers.v[i].priority == 0 &&
		    same(d->answers.v[i].means, means))
			return &d->answers.v[i];
	return NULL;
}
