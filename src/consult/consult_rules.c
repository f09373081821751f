#include "base/text.h"
#include "consult/consult.h"

enum { SHORT_DAYS = 21 };

unsigned consult_flaws(const struct consultation *c, const struct matter *m,
                       i64 today)
{
	unsigned flaws = 0;

	if (text_blank(c->title))
		flaws |= CONSULT_NO_TITLE;
	if (c->due == 0)
		flaws |= CONSULT_NO_DUE;
	else if (c->due < today + SHORT_DAYS)
		flaws |= CONSULT_DUE_SOON;
	if (text_blank(c->decided_by))
		flaws |= CONSULT_NO_DECIDER;
	if (c->asked == 0)
		flaws |= CONSULT_NO_ONE;
	if (text_blank(c->why))
		flaws |= CONSULT_NO_WHY;
	if (matter_unregistered(m))
		flaws |= CONSULT_NO_REGISTRY;
	return flaws;
}

bool consult_stops(unsigned flaws)
{
	return (flaws & ~(unsigned)(CONSULT_DUE_SOON | CONSULT_NO_WHY)) != 0;
}

bool viewpoint_is_answered(const struct viewpoint *v)
{
	return v->treated == TREATED_TAKEN ||
	       (v->treated != TREATED_NOT && !text_blank(v->why));
}
