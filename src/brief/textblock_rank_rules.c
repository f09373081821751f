/*
 * Which findings decide, and so stand in the text. Compared reason by reason,
 * never as a number: negative and not handled; negative; the groups disagree;
 * in a choice somebody shall make; groups are named; in any open conflict;
 * direct before indirect; several goals; written first.
 *
 * Findings that pull apart on the same goal are said together, and so are those
 * the groups disagree on: a fact is said once.
 */
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "brief/textblock.h"

enum { REASONS = 8 };
struct ranked { const struct finding *f; i64 reason[REASONS]; bool taken; };

const struct goal *block_goal(const struct document *d, i64 id)
{
	for (size_t i = 0; i < d->frameworks.n; i++) {
		const struct goal_list *all = &d->frameworks.v[i].goals;

		for (size_t j = 0; j < all->n; j++)
			if (all->v[j].id == id)
				return &all->v[j];
	}
	return NULL;
}

/* -- where it belongs ---------------------------------------------------- */

static unsigned dimensions(const struct document *d, i64 goal)
{
	const struct goal *g = block_goal(d, goal);

	return g == NULL ? 0 : g->dimensions;
}

/* Where most of its goals are; people first where groups are named, else where
 * its first goal is. */
enum about block_about(const struct document *d, const struct finding *f)
{
	static const struct { unsigned bit; enum about about; } all[] = {
		{ SOCIAL, ABOUT_PEOPLE },
		{ ENVIRONMENTAL, ABOUT_ENVIRONMENT },
		{ ECONOMIC, ABOUT_ECONOMY },
	};
	i64 n[COUNT(all)] = {0};
	size_t best = 0;

	for (size_t i = 0; i < f->marks.n; i++)
		for (size_t j = 0; j < COUNT(all); j++)
			if (dimensions(d, f->marks.v[i].goal) & all[j].bit)
				n[j] += 2;
	if (f->groups.n > 0)
		n[0]++;
	else if (f->marks.n > 0)
		for (size_t j = 0; j < COUNT(all); j++)
			n[j] += (dimensions(d, f->marks.v[0].goal) &
			         all[j].bit) != 0;
	for (size_t j = 1; j < COUNT(all); j++)
		if (n[j] > n[best])
			best = j;
	return all[best].about;
}

bool finding_in_group(const struct finding *f, const char *const *codes)
{
	for (size_t i = 0; i < f->groups.n; i++) {
		for (const char *const *c = codes; *c != NULL; c++) {
			size_t n = strlen(*c);
			const char *at = strstr(f->groups.v[i], *c);

			if (at != NULL && (at[n] == '\0' || at[n] == '+') &&
			    (at == f->groups.v[i] || at[-1] == '+'))
				return true;
		}
	}
	return false;
}

bool finding_marks(const struct finding *f, const char *framework,
                   const char *goal)
{
	for (size_t i = 0; i < f->marks.n; i++) {
		if (same(f->marks.v[i].framework, framework) &&
		    (goal == NULL || same(f->marks.v[i].code, goal)))
			return true;
	}
	return false;
}

enum perspective block_under(const struct document *d,
                             const struct finding *f)
{
	static const char *const children[] = {
		"age_0_5", "age_6_12", "age_13_17", "girls", "boys", NULL,
	};
	static const char *const sexes[] = { "women", "men", "other_gender",
	                                     NULL };

	if (finding_in_group(f, children) ||
	    finding_marks(f, "barnkonventionen", NULL))
		return BY_CHILDREN;
	if (finding_in_group(f, sexes) ||
	    finding_marks(f, "jamstalldhet", NULL) ||
	    finding_marks(f, "cemr", NULL) ||
	    finding_marks(f, "diskrimineringsgrunder", NULL) ||
	    finding_marks(f, "agenda2030", "5") ||
	    finding_marks(f, "agenda2030", "10"))
		return BY_EQUALITY;
	switch (block_about(d, f)) {
	case ABOUT_ENVIRONMENT:
		return BY_ENVIRONMENT_CLIMATE;
	case ABOUT_ECONOMY:
		return BY_ECONOMY;
	default:
		return BY_SUSTAINABILITY;
	}
}

/* -- reasons ------------------------------------------------------------- */

/* 2: in a choice that somebody shall make; 1: in an open conflict. */
static int in_conflict(const struct document *d, i64 finding)
{
	int most = 0;

	for (size_t i = 0; i < d->conflicts.n; i++) {
		const struct conflict *c = &d->conflicts.v[i];
		int here = text_blank(c->decider) ? 1 : 2;

		if (c->sign == CONFLICT && conflict_is_open(c->state) &&
		    conflict_has(c, finding) && here > most)
			most = here;
	}
	return most;
}

static bool is_direct(const struct finding *f)
{
	for (size_t i = 0; i < f->marks.n; i++)
		if (f->marks.v[i].directness == DIRECT)
			return true;
	return false;
}

static struct ranked rank(const struct document *d, const struct finding *f)
{
	bool bad = finding_is_negative(f);
	int conflict = in_conflict(d, f->id);

	return (struct ranked){ .f = f, .reason = {
		bad && finding_handled(f, &d->conflicts, &d->positions,
		                       &d->actions) == BY_NOTHING,
		bad, f->dissent, conflict == 2, f->groups.n > 0,
		conflict == 1, is_direct(f), (i64)f->marks.n } };
}

static int by_rank(const void *x, const void *y)
{
	const struct ranked *a = x, *b = y;

	for (size_t i = 0; i < REASONS; i++)
		if (a->reason[i] != b->reason[i])
			return a->reason[i] > b->reason[i] ? -1 : 1;
	return a->f->no < b->f->no ? -1 : a->f->no > b->f->no;
}

/* -- what is said together ----------------------------------------------- */

/* Goals that both mark, each the other's way if `against`. */
static i64 shared(const struct finding *a, const struct finding *b,
                  bool against)
{
	i64 n = 0;

	for (size_t i = 0; i < a->marks.n; i++)
		for (size_t j = 0; j < b->marks.n; j++)
			n += a->marks.v[i].goal == b->marks.v[j].goal &&
			     (!against || a->marks.v[i].direction !=
			                  b->marks.v[j].direction);
	return n;
}

/* The one that pulls most against it: by goals, then on the same priority. */
static struct ranked *against(struct ranked *all, size_t n,
                              const struct finding *f)
{
	struct ranked *best = NULL;
	i64 most = 0;

	for (size_t i = 0; i < n; i++) {
		struct ranked *r = &all[i];
		i64 here = 2 * shared(f, r->f, true) +
		           (r->f->priority == f->priority);

		if (r->taken || r->f == f || r->f->dissent ||
		    shared(f, r->f, true) == 0 || here <= most)
			continue;
		most = here;
		best = r;
	}
	return best;
}

static void take(struct unit *u, struct ranked *r)
{
	r->taken = true;
	u->v[u->n++] = r->f;
}

static void take_dissent(struct unit *u, struct ranked *all, size_t n,
                         const struct finding *f)
{
	u->dissent = true;
	for (size_t i = 0; i < n && u->n < COUNT(u->v); i++) {
		if (!all[i].taken && all[i].f->dissent &&
		    shared(f, all[i].f, false) > 0)
			take(u, &all[i]);
	}
}

static int by_no(const void *x, const void *y)
{
	const struct finding *const *a = x, *const *b = y;

	return (*a)->no < (*b)->no ? -1 : (*a)->no > (*b)->no;
}

static void add_unit(const struct drafting *b, struct unit_list *out,
                     struct ranked *all, size_t n, struct ranked *r)
{
	struct unit *u = PUSH(b->mem, out);
	struct ranked *other = NULL;

	take(u, r);
	u->about = block_about(b->d, r->f);
	if (r->f->dissent)
		take_dissent(u, all, n, r->f);
	else
		other = against(all, n, r->f);
	if (other != NULL)
		take(u, other);
	qsort(u->v, u->n, sizeof u->v[0], by_no);
}

void block_units(const struct drafting *b, struct unit_list *out)
{
	const struct finding_list *found = &b->d->findings;
	struct ranked *all = arena_take(b->mem, (found->n + 1) *
	                                        sizeof *all);
	size_t n = 0;

	for (size_t i = 0; i < found->n; i++)
		if (found->v[i].kind == FINDING_EFFECT)
			all[n++] = rank(b->d, &found->v[i]);
	qsort(all, n, sizeof *all, by_rank);
	for (size_t i = 0; i < n; i++)
		if (!all[i].taken)
			add_unit(b, out, all, n, &all[i]);
}
