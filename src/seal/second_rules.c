#include "base/text.h"
#include "seal/second.h"

bool sign_takes_two(const struct sign_rule *rule, const char *model)
{
	if (rule->two != SIGN_TWO_BY_MODEL)
		return rule->two == SIGN_TWO;
	for (size_t i = 0; i < rule->models.n; i++)
		if (same(rule->models.v[i], model))
			return true;
	return false;
}

bool sign_request_is_open(const struct sign_request *q)
{
	return q->asked_at != 0 && q->given_at == 0 && q->ended_at == 0;
}

unsigned second_flaws(const struct sign_request *q, i64 person,
                      const char *sha256)
{
	unsigned flaws = 0;

	if (!sign_request_is_open(q))
		return SECOND_NOT_ASKED;
	if (q->asked_by == person)
		flaws |= SECOND_SAME;
	if (!same(q->sha256, sha256))
		flaws |= SECOND_MOVED;
	return flaws;
}
