/* What may be given to somebody of another organisation. */
#include "base/rights.h"
#include "remind/share.h"

unsigned share_rights(i64 choice)
{
	switch (choice) {
	case SHARE_READ:
		return READ;
	case SHARE_ANSWER:
		return READ | ANSWER;
	case SHARE_EDIT:
		return READ | ANSWER | EDIT;
	default:
		return 0;
	}
}

bool share_holds(const struct share *s, i64 now)
{
	return s->withdrawn_at == 0 && (s->ends == 0 || s->ends > now);
}
