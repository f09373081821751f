/* What is worth a remark in an assessment. */
#include "help/example.h"

const struct finding *most_marked(const struct document *d)
{
	const struct finding *most = NULL;

	for (size_t i = 0; i < d->findings.n; i++) {
		const struct finding *f = &d->findings.v[i];

		if (most == NULL || f->marks.n > most->marks.n)
			most = f;
	}
	return most;
}

static bool pulls(const struct finding *f, i64 goal, enum direction way)
{
	for (size_t i = 0; i < f->marks.n; i++)
		if (f->marks.v[i].goal == goal &&
		    f->marks.v[i].direction == way)
			return true;
	return false;
}

/* The goal of a negative mark of `f` that the other has a positive one on. */
static i64 shared(const struct finding *f, const struct finding *other)
{
	for (size_t i = 0; i < f->marks.n; i++)
		if (f->marks.v[i].direction == NEGATIVE &&
		    pulls(other, f->marks.v[i].goal, POSITIVE))
			return f->marks.v[i].goal;
	return 0;
}

bool goal_both_ways(const struct document *d, struct both_ways *out)
{
	for (size_t i = 0; i < d->findings.n; i++) {
		const struct finding *f = &d->findings.v[i], *against;

		against = finding_against(&d->findings, f);
		if (against == NULL || shared(f, against) == 0)
			continue;
		*out = (struct both_ways){ f, against, shared(f, against) };
		return true;
	}
	return false;
}
