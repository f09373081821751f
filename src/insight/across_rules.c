#include <stdlib.h>
#include <stdio.h>
#include <string.h>

#include "base/clock.h"
#include "base/text.h"
#include "conflict/conflict.h"
#include "insight/across.h"
#include "kit/icu.h"

enum { YEARS = 4, DAYS_OF_YEARS = YEARS * 365 + 1 };

/* -- time ---------------------------------------------------------------- */

struct period period_of(i64 made_at, i64 decided_on, i64 next_review)
{
	i64 made = day_of_instant(made_at);
	i64 begins = decided_on == 0 ? made : decided_on;
	struct period p = {
		.from = begins < made ? begins : made,
		.to = next_review != 0 ? next_review : begins + DAYS_OF_YEARS,
	};

	if (p.to < made)
		p.to = made;
	return p;
}

bool periods_meet(struct period a, struct period b)
{
	return a.from <= b.to && b.from <= a.to;
}

/* -- order --------------------------------------------------------------- */

/* What they share comes first; goals decide between those that share alike. */
enum { GOALS_MOST = 7 };

int strength_of(unsigned reasons, int actors, int goals)
{
	int shared = (reasons & SHARE_PARENT ? 4 : 0) +
	             (reasons & SHARE_PLACE ? 4 : 0) +
	             (reasons & SHARE_MEANS ? 2 : 0) +
	             (actors > 3 ? 3 : actors);

	return shared * (GOALS_MOST + 1) +
	       (goals > GOALS_MOST ? GOALS_MOST : goals);
}

static bool before(const struct best_one *a, const struct best_one *b)
{
	return a->strength != b->strength ? a->strength > b->strength :
	       a->other > b->other;
}

static void take_in(struct best_one *all, int *n, int most,
                    const struct best_one *one)
{
	int at = *n;

	if (at == most && !before(one, &all[at - 1]))
		return;
	if (at == most)
		at--;
	else
		(*n)++;
	for (; at > 0 && before(one, &all[at - 1]); at--)
		all[at] = all[at - 1];
	all[at] = *one;
}

void best_take(struct best *b, const struct best_one *one)
{
	if (one->sign == CONFLICT)
		take_in(b->conflicts, &b->n_conflicts, ACROSS_CONFLICTS, one);
	else
		take_in(b->synergies, &b->n_synergies, ACROSS_SYNERGIES, one);
}

bool best_may_take(const struct best *b, int sign, unsigned reasons,
                   int actors)
{
	int most = strength_of(reasons, actors, GOALS_MOST);

	if (sign == CONFLICT)
		return b->n_conflicts < ACROSS_CONFLICTS ||
		       b->conflicts[ACROSS_CONFLICTS - 1].strength <= most;
	return b->n_synergies < ACROSS_SYNERGIES ||
	       b->synergies[ACROSS_SYNERGIES - 1].strength <= most;
}

/* -- as bytes ------------------------------------------------------------ */

enum { PACKED = 18 };   /* other 8, goal 6, sign, reasons, actors, goals 1 */

static void put(unsigned char *to, i64 number, int bytes)
{
	for (int i = 0; i < bytes; i++)
		to[i] = (unsigned char)(number >> (8 * i));
}

static i64 taken(const unsigned char *from, int bytes)
{
	i64 number = 0;

	for (int i = bytes - 1; i >= 0; i--)
		number = number << 8 | from[i];
	return number;
}

static i64 byte_of(int n)
{
	return n > 255 ? 255 : n;
}

static void pack_one(unsigned char *to, const struct best_one *one)
{
	put(to, one->other, 8);
	put(to + 8, one->goal, 6);
	put(to + 14, one->sign, 1);
	put(to + 15, one->reasons, 1);
	put(to + 16, byte_of(one->actors), 1);
	put(to + 17, byte_of(one->goals), 1);
}

struct bytes best_pack(struct arena *mem, const struct best *b)
{
	size_t n = (size_t)(b->n_conflicts + b->n_synergies);
	unsigned char *all = arena_take(mem, n * PACKED + 1), *at = all;

	for (int i = 0; i < b->n_conflicts; i++, at += PACKED)
		pack_one(at, &b->conflicts[i]);
	for (int i = 0; i < b->n_synergies; i++, at += PACKED)
		pack_one(at, &b->synergies[i]);
	return (struct bytes){ all, n * PACKED };
}

int best_unpack(struct bytes all, struct best_one out[ACROSS_MOST])
{
	int n = (int)(all.n / PACKED);

	if (n > ACROSS_MOST)
		n = ACROSS_MOST;
	for (int i = 0; i < n; i++) {
		const unsigned char *at = (const unsigned char *)all.v +
		                          (size_t)i * PACKED;

		out[i] = (struct best_one){
			.other = taken(at, 8), .goal = taken(at + 8, 6),
			.sign = (int)taken(at + 14, 1),
			.reasons = (unsigned)taken(at + 15, 1),
			.actors = (int)taken(at + 16, 1),
			.goals = (int)taken(at + 17, 1),
		};
		out[i].strength = strength_of(out[i].reasons, out[i].actors,
		                              out[i].goals);
	}
	return n;
}

/* -- stands -------------------------------------------------------------- */

/* Is the number there, between commas or ends? */
static bool has_number(const char *all, const char *number, size_t n)
{
	const char *at = all;

	while (*at != '\0') {
		size_t m = strcspn(at, ",");

		if (m == n && strncmp(at, number, n) == 0)
			return true;
		at += at[m] == ',' ? m + 1 : m;
	}
	return false;
}

bool candidate_holds(const struct candidate *c, unsigned reasons,
                     const char *goals)
{
	if ((reasons & ~c->reasons) != 0 ||
	    (c->state == CANDIDATE_ACCEPTED && c->conflict_no == 0))
		return false;
	while (*goals != '\0') {
		size_t n = strcspn(goals, ",");

		if (!has_number(c->goals, goals, n))
			return false;
		goals += goals[n] == ',' ? n + 1 : n;
	}
	return true;
}

static size_t numbers_in(const char *all)
{
	size_t n = *all == '\0' ? 0 : 1;

	for (; *all != '\0'; all++)
		n += *all == ',';
	return n;
}

static bool are_the_two(const struct candidate *c, i64 one, i64 other)
{
	return (c->assessment == one && c->other == other) ||
	       (c->assessment == other && c->other == one);
}

bool best_is_taken(const struct candidate_list *all, i64 assessment,
                   const struct best_one *b)
{
	char goal[24];

	snprintf(goal, sizeof goal, "%lld", b->goal);
	for (size_t i = 0; i < all->n; i++) {
		const struct candidate *c = &all->v[i];

		if (c->sign == b->sign &&
		    are_the_two(c, assessment, b->other) &&
		    (size_t)b->goals <= numbers_in(c->goals) &&
		    candidate_holds(c, b->reasons, goal))
			return true;
	}
	return false;
}
