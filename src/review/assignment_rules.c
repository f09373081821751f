#include "review/assignment.h"

bool assignment_is_late(const struct assignment *a, i64 today)
{
	return a->state == ASSIGNMENT_GIVEN && a->due < today;
}

bool assignment_takes_answers(enum assignment_state state)
{
	return state == ASSIGNMENT_GIVEN || state == ASSIGNMENT_ANSWERED;
}

enum assignment_state assignment_settled(const struct assignment *a)
{
	bool taken = false;

	if (a->proposals.n == 0)
		return a->state;
	for (size_t i = 0; i < a->proposals.n; i++) {
		if (a->proposals.v[i].state == PROPOSAL_OPEN)
			return ASSIGNMENT_ANSWERED;
		taken = taken || a->proposals.v[i].state == PROPOSAL_TAKEN;
	}
	return taken ? ASSIGNMENT_ACCEPTED : ASSIGNMENT_DECLINED;
}
