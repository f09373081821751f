/*
 * The finder over all, in memory. What assessments share are features, each
 * with a list of who has it; an assessment meets those in the lists of its own
 * features, so the work grows with what is shared and never with the square of
 * how many there are. Goals are bits: two pull apart where one's plus meets the
 * other's minus.
 */
#include <stdlib.h>
#include <string.h>

#include "conflict/conflict.h"
#include "assess/finding.h"
#include "base/text.h"
#include "insight/across.h"

struct feature { enum across_reason reason; const char *word; uint64_t hash; };
struct pair { uint32_t who, what; };
struct pair_list { struct pair *v; size_t n, room; };
struct facts_few { i64 id, subject; struct period period; };

struct net {
	struct arena *mem;
	struct { struct facts_few *v; size_t n, room; } all;
	struct { const char **v; size_t n, room; } titles;
	size_t        at;               /* where the last one asked for is */

	struct { struct feature *v; size_t n, room; } features;
	uint32_t     *slots;            /* feature + 1 by hash; 0 is free */
	size_t        n_slots;
	struct pair_list pairs;

	const i64    *goals;            /* ascending */
	size_t        n_goals, words;
	struct { uint64_t *v; size_t n, room; } plus, minus;

	uint32_t     *has, *has_from;   /* features of each, by assessment */
	uint32_t     *who, *who_from;   /* assessments of each, by feature */

	uint8_t      *reasons, *actors; /* of the one asked about now */
	uint32_t     *met;
};

struct net *net_new(struct arena *mem, const i64 *goals, size_t n)
{
	struct net *net = NEW(mem, struct net);

	net->mem = mem;
	net->goals = goals;
	net->n_goals = n;
	net->words = n / 64 + 1;
	net->n_slots = 1024;
	net->slots = arena_take(mem, net->n_slots * sizeof *net->slots);
	return net;
}

size_t net_count(const struct net *net)
{
	return net->all.n;
}

i64 net_id(const struct net *net, size_t at)
{
	return net->all.v[at].id;
}

/* -- who ----------------------------------------------------------------- */

/* Rows come by assessment, so it is mostly the same or the next one. */
static bool find(struct net *net, i64 id)
{
	size_t low = 0, high = net->all.n;

	if (net->at < high && net->all.v[net->at].id == id)
		return true;
	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (net->all.v[middle].id < id)
			low = middle + 1;
		else
			high = middle;
	}
	net->at = low;
	return low < net->all.n && net->all.v[low].id == id;
}

void net_add(struct net *net, const struct facts *f)
{
	*PUSH(net->mem, &net->all) = (struct facts_few){ f->id, f->subject,
	                                                 f->period };
	*PUSH(net->mem, &net->titles) = arena_copy(net->mem, f->title);
	for (size_t i = 0; i < net->words; i++) {
		*PUSH(net->mem, &net->plus) = 0;
		*PUSH(net->mem, &net->minus) = 0;
	}
	net_share(net, f->id, SHARE_PARENT, f->belongs_to);
	net_share(net, f->id, SHARE_PLACE, f->place);
	net_share(net, f->id, SHARE_MEANS, f->unit);
}

/* -- what they share ----------------------------------------------------- */

static uint64_t hash_of(enum across_reason reason, const char *word)
{
	uint64_t sum = 0xCBF29CE484222325u ^ (uint64_t)reason;

	for (; *word != '\0'; word++)
		sum = (sum ^ (unsigned char)*word) * 0x100000001B3u;
	return sum;
}

static uint32_t *slot(struct net *net, enum across_reason reason,
                      const char *word, uint64_t hash)
{
	size_t at = hash % net->n_slots;

	for (;; at = (at + 1) % net->n_slots) {
		uint32_t *s = &net->slots[at];
		const struct feature *f = *s == 0 ? NULL :
		                          &net->features.v[*s - 1];

		if (f == NULL || (f->hash == hash && f->reason == reason &&
		                  strcmp(f->word, word) == 0))
			return s;
	}
}

static void grow(struct net *net)
{
	net->n_slots *= 4;
	net->slots = arena_take(net->mem, net->n_slots * sizeof *net->slots);
	for (size_t i = 0; i < net->features.n; i++) {
		const struct feature *f = &net->features.v[i];

		*slot(net, f->reason, f->word, f->hash) = (uint32_t)i + 1;
	}
}

/* The number of the feature; of one that nobody has had, if `make`. */
static bool feature(struct net *net, enum across_reason reason,
                    const char *word, bool make, uint32_t *out)
{
	uint64_t hash = hash_of(reason, word);
	uint32_t *s;

	if (make && net->features.n * 2 > net->n_slots)
		grow(net);
	s = slot(net, reason, word, hash);
	if (*s == 0 && !make)
		return false;
	if (*s == 0) {
		*PUSH(net->mem, &net->features) = (struct feature){
			reason, arena_copy(net->mem, word), hash };
		*s = (uint32_t)net->features.n;
	}
	*out = *s - 1;
	return true;
}

void net_share(struct net *net, i64 assessment, enum across_reason reason,
               const char *word)
{
	uint32_t what;

	if (text_blank(word) || !find(net, assessment))
		return;
	(void)feature(net, reason, word, true, &what);
	*PUSH(net->mem, &net->pairs) = (struct pair){ (uint32_t)net->at,
	                                              what };
}

static int by_number(const void *a, const void *b)
{
	i64 x = *(const i64 *)a, y = *(const i64 *)b;

	return (x > y) - (x < y);
}

void net_mark(struct net *net, i64 assessment, i64 goal, int direction)
{
	const i64 *g = bsearch(&goal, net->goals, net->n_goals, sizeof *g,
	                       by_number);
	uint64_t *bits = direction == NEGATIVE ? net->minus.v : net->plus.v;
	size_t at;

	if (g == NULL || direction == DIRECTION_NONE ||
	    !find(net, assessment))
		return;
	at = (size_t)(g - net->goals);
	bits[net->at * net->words + at / 64] |= (uint64_t)1 << at % 64;
}

/* -- closed: lists both ways --------------------------------------------- */

/* What belongs to something has its title as feature; so has that itself. */
static void parents_too(struct net *net)
{
	uint32_t what;

	for (size_t i = 0; i < net->all.n; i++)
		if (!text_blank(net->titles.v[i]) &&
		    feature(net, SHARE_PARENT, net->titles.v[i], false, &what))
			*PUSH(net->mem, &net->pairs) = (struct pair){
				(uint32_t)i, what };
}

static uint32_t *starts(struct net *net, size_t n, bool by_who)
{
	uint32_t *from = arena_take(net->mem, (n + 2) * sizeof *from);

	for (size_t i = 0; i < net->pairs.n; i++)
		from[(by_who ? net->pairs.v[i].who : net->pairs.v[i].what) +
		     2]++;
	for (size_t i = 2; i < n + 2; i++)
		from[i] += from[i - 1];
	return from;
}

/* By assessment first; then, going through them in order, by feature, so that
 * each list ends with the newest. What is said twice is there twice: it is
 * met twice and counts once. */
void net_close(struct net *net)
{
	size_t n = net->all.n;
	uint32_t *next;

	parents_too(net);
	net->has = arena_take(net->mem, (net->pairs.n + 1) * sizeof *net->has);
	net->who = arena_take(net->mem, (net->pairs.n + 1) * sizeof *net->who);
	next = starts(net, n, true);
	for (size_t i = 0; i < net->pairs.n; i++)
		net->has[next[net->pairs.v[i].who + 1]++] =
			net->pairs.v[i].what;
	net->has_from = next;
	next = starts(net, net->features.n, false);
	for (size_t i = 0; i < n; i++)
		for (uint32_t j = net->has_from[i]; j < net->has_from[i + 1];
		     j++)
			net->who[next[net->has[j] + 1]++] = (uint32_t)i;
	net->who_from = next;
	net->reasons = arena_take(net->mem, n + 1);
	net->actors = arena_take(net->mem, n + 1);
	net->met = arena_take(net->mem, (n + 1) * sizeof *net->met);
}

/* -- one against those it meets ------------------------------------------ */

static size_t meet(struct net *net, size_t at, uint32_t what, size_t n)
{
	enum across_reason reason = net->features.v[what].reason;
	uint32_t from = net->who_from[what], to = net->who_from[what + 1];

	if (to - from > ACROSS_SHARED)
		from = to - ACROSS_SHARED;
	for (uint32_t i = from; i < to; i++) {
		uint32_t other = net->who[i];

		if (other == at)
			continue;
		if (net->reasons[other] == 0)
			net->met[n++] = other;
		net->reasons[other] |= (uint8_t)reason;
		if (reason == SHARE_ACTOR && net->actors[other] < UINT8_MAX)
			net->actors[other]++;
	}
	return n;
}

static int lowest(uint64_t bits)
{
	return __builtin_ctzll(bits);
}

static void weigh(struct net *net, size_t at, uint32_t other, bool apart,
                  struct best *out)
{
	const uint64_t *p = &net->plus.v[at * net->words];
	const uint64_t *m = &net->minus.v[at * net->words];
	const uint64_t *op = &net->plus.v[other * net->words];
	const uint64_t *om = &net->minus.v[other * net->words];
	struct best_one one = { .sign = apart ? CONFLICT : SYNERGY,
	                        .reasons = net->reasons[other],
	                        .actors = net->actors[other],
	                        .other = net->all.v[other].id };

	if (!best_may_take(out, one.sign, one.reasons, one.actors))
		return;
	for (size_t i = 0; i < net->words; i++) {
		uint64_t meet = apart ? (p[i] & om[i]) | (m[i] & op[i]) :
		                p[i] & op[i];

		if (meet != 0 && one.goals == 0)
			one.goal = net->goals[i * 64 + (size_t)lowest(meet)];
		one.goals += __builtin_popcountll(meet);
	}
	one.strength = strength_of(one.reasons, one.actors, one.goals);
	if (one.goals > 0)
		best_take(out, &one);
}

void net_best(struct net *net, size_t at, struct best *out)
{
	const struct facts_few *f = &net->all.v[at];
	size_t n = 0;

	*out = (struct best){0};
	for (uint32_t i = net->has_from[at]; i < net->has_from[at + 1]; i++)
		n = meet(net, at, net->has[i], n);
	for (size_t i = 0; i < n; i++) {
		uint32_t other = net->met[i];
		const struct facts_few *o = &net->all.v[other];

		if (o->subject != f->subject &&
		    periods_meet(f->period, o->period)) {
			weigh(net, at, other, true, out);
			weigh(net, at, other, false, out);
		}
		net->reasons[other] = net->actors[other] = 0;
	}
}
