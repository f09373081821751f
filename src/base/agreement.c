#include <math.h>

#include "base/agreement.h"

/* Where the answer with this number, from 0 and in order, stands. */
static int category_of(const i64 *chose, size_t m, i64 number)
{
	i64 seen = 0;

	for (size_t i = 0; i < m; i++) {
		seen += chose[i];
		if (number < seen)
			return (int)i;
	}
	return -1;
}

static double consensus(const i64 *chose, size_t m, i64 answers)
{
	double n = (double)answers, mean = 0, sum = 1;

	for (size_t i = 0; i < m; i++) {
		if (chose[i] == answers)
			return 1;
		mean += (double)i * (double)chose[i] / n;
	}
	for (size_t i = 0; i < m; i++) {
		double away = fabs((double)i - mean) / (double)(m - 1);

		if (chose[i] > 0)
			sum += (double)chose[i] / n * log2(1 - away);
	}
	return fmin(1, fmax(0, sum));
}

struct spread spread_of(const i64 *chose, size_t m)
{
	struct spread s = { .median = -1, .agreement = NAN };

	ASSERT(m >= 1 && m <= SCALE_MOST);
	for (size_t i = 0; i < m; i++) {
		ASSERT(chose[i] >= 0);
		s.answers += chose[i];
	}
	if (s.answers == 0)
		return s;
	s.median = category_of(chose, m, (s.answers - 1) / 2);
	s.between = category_of(chose, m, s.answers / 2) != s.median;
	s.agreement = consensus(chose, m, s.answers);
	return s;
}

/* -- views on a goal ----------------------------------------------------- */

static unsigned negative_of(const struct views *v)
{
	return v->scale == SCALE_RUS ? 1u : 3u;
}

static unsigned positive_of(const struct views *v)
{
	return v->scale == SCALE_RUS ? 1u << 2 : 3u << 3;
}

void views_add(struct views *v, unsigned ticks, bool gap)
{
	bool harm = (ticks & negative_of(v)) != 0;
	bool gain = (ticks & positive_of(v)) != 0;

	ASSERT(v->scale == SCALE_RUS || v->scale == SCALE_GOAL);
	ASSERT(ticks >> v->scale == 0);
	if (ticks == 0) {
		v->gap += gap;
		v->unanswered += !gap;
		return;
	}
	v->all = views_persons(v) == 0 ? ticks : v->all & ticks;
	v->any |= ticks;
	v->both     += harm && gain;
	v->negative += harm && !gain;
	v->positive += gain && !harm;
	v->none     += !gain && !harm;
	for (size_t i = 0; i < v->scale; i++)
		v->chose[i] += ticks >> i & 1;
}

i64 views_persons(const struct views *v)
{
	return v->negative + v->none + v->positive + v->both;
}

enum accord accord_of(const struct views *v)
{
	i64 persons = views_persons(v);

	if (persons < 2)
		return ACCORD_TOO_FEW;
	if (v->any == v->all)
		return ACCORD_AGREED;
	if (v->negative == persons || v->positive == persons ||
	    v->both == persons)
		return ACCORD_PATH;
	return ACCORD_DIRECTION;
}

i64 difference_of(const struct views *v)
{
	const i64 whole = 1000 * 1000;
	enum accord accord = accord_of(v);
	double apart;

	if (accord == ACCORD_TOO_FEW)
		return -1;
	if (accord == ACCORD_AGREED)
		return 0;
	apart = 1 - spread_of(v->chose, v->scale).agreement;
	return (i64)(apart * (double)whole + 0.5) + 1 +
	       (accord == ACCORD_DIRECTION ? 2 * whole : 0);
}
