#include "base/text.h"
#include "screening/screening.h"

bool screening_asks(enum screening_question q, enum depth depth)
{
	return q != SCREENING_RISK || depth > DEPTH_QUICK;
}

bool screening_asks_outside(enum depth depth)
{
	return depth > DEPTH_QUICK;
}

bool screening_asks_baseline(enum depth depth)
{
	return depth == DEPTH_DEEP;
}

const enum screening_value *screening_choices(enum screening_question q)
{
	static const enum screening_value
	yes[] = { SCREENING_YES, SCREENING_NO, SCREENING_UNCLEAR, 0 },
	children[] = { SCREENING_DIRECT, SCREENING_INDIRECT, SCREENING_NO,
	               SCREENING_UNCLEAR, 0 },
	plan[] = { SCREENING_INVESTIGATE, SCREENING_NOT_COVERED,
	           SCREENING_ALREADY, SCREENING_UNCLEAR, 0 },
	risk[] = { SCREENING_SMALL, SCREENING_MODERATE, SCREENING_LARGE,
	           SCREENING_UNCLEAR, 0 };

	switch (q) {
	case SCREENING_PEOPLE:
	case SCREENING_ENVIRONMENT:
	case SCREENING_SAMI:
		return yes;
	case SCREENING_CHILDREN:
		return children;
	case SCREENING_PLAN:
		return plan;
	case SCREENING_RISK:
		return risk;
	}
	return yes;
}

bool screening_wants_reason(enum screening_question q, enum screening_value v)
{
	return v == SCREENING_NO && q != SCREENING_PEOPLE;
}

/* What one answer points at. */
static enum depth points_at(enum screening_question q, enum screening_value v)
{
	switch (v) {
	case SCREENING_UNSAID:
		return 0;
	case SCREENING_DIRECT:
	case SCREENING_INVESTIGATE:
	case SCREENING_LARGE:
		return DEPTH_DEEP;
	case SCREENING_YES:
		return q == SCREENING_SAMI ? DEPTH_DEEP :
		       q == SCREENING_PEOPLE ? DEPTH_QUICK : DEPTH_STANDARD;
	case SCREENING_INDIRECT:
	case SCREENING_MODERATE:
	case SCREENING_UNCLEAR:
		return DEPTH_STANDARD;
	case SCREENING_NO:
	case SCREENING_NOT_COVERED:
	case SCREENING_ALREADY:
	case SCREENING_SMALL:
		return DEPTH_QUICK;
	}
	return 0;
}

enum depth screening_suggests(const struct screening *s, unsigned *because)
{
	enum depth most = 0;

	*because = 0;
	for (int q = SCREENING_PEOPLE; q < SCREENING_QUESTIONS; q++) {
		enum depth at = points_at((enum screening_question)q,
		                          s->answers[q].value);

		if (at > most)
			*because = 0;
		if (at >= most && at != 0)
			*because |= 1u << q;
		if (at > most)
			most = at;
	}
	return most;
}

unsigned screening_flaws(const struct screening *s)
{
	unsigned flaws = 0;

	if (s->result == SCREENING_OPEN)
		flaws |= SCREENING_NO_RESULT;
	if (s->result == SCREENING_ASSESS && s->depth == 0)
		flaws |= SCREENING_NO_DEPTH;
	if (s->result == SCREENING_NOT_NEEDED && text_blank(s->motive))
		flaws |= SCREENING_NO_MOTIVE;
	if (s->result == SCREENING_NOT_NEEDED && text_blank(s->decided_by))
		flaws |= SCREENING_NO_DECIDER;
	return flaws;
}

enum duty_need screening_need(enum screening_value v)
{
	switch (v) {
	case SCREENING_DIRECT:
		return NEED_DIRECT;
	case SCREENING_INDIRECT:
		return NEED_INDIRECT;
	case SCREENING_YES:
	case SCREENING_INVESTIGATE:
		return NEED_YES;
	case SCREENING_UNCLEAR:
		return NEED_UNCLEAR;
	default:
		return NEED_UNSAID;
	}
}

/* The duty that a question is about, 0 for none. */
static enum duty_kind duty_of(enum screening_question q)
{
	return q == SCREENING_CHILDREN ? DUTY_CHILDREN :
	       q == SCREENING_SAMI ? DUTY_CONSULTATION :
	       q == SCREENING_PLAN ? DUTY_ENVIRONMENT : 0;
}

unsigned screening_opens(const struct screening *s)
{
	unsigned set = 0;

	for (int q = SCREENING_PEOPLE; q < SCREENING_QUESTIONS; q++)
		if (duty_of((enum screening_question)q) != 0 &&
		    screening_need(s->answers[q].value) != NEED_UNSAID)
			set |= 1u << duty_of((enum screening_question)q);
	return set;
}
