#include "assess/suggest.h"

struct mark suggested_mark(const struct mark *from, i64 goal, bool path)
{
	struct mark m = { .goal = goal, .direction = from->direction };

	if (path)
		m.directness = from->directness == WITHOUT_PATH ? INDIRECT :
		               from->directness;
	return m;
}
