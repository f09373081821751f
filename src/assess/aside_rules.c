#include "assess/aside.h"
#include "base/text.h"

const struct aside *aside_of(const struct aside_list *all, i64 priority,
                             i64 framework)
{
	for (size_t i = 0; i < all->n; i++)
		if (all->v[i].priority == priority &&
		    all->v[i].framework == framework)
			return &all->v[i];
	return NULL;
}

static bool marks_in(const struct finding *f, const char *framework)
{
	for (size_t i = 0; i < f->marks.n; i++)
		if (same(f->marks.v[i].framework, framework))
			return true;
	return false;
}

bool aside_holds(const struct aside *a, const struct relevance_list *chosen,
                 const struct finding_list *findings)
{
	for (size_t i = 0; i < chosen->n; i++)
		if (chosen->v[i].priority == a->priority &&
		    same(chosen->v[i].framework, a->framework_code))
			return false;
	for (size_t i = 0; i < findings->n; i++)
		if (findings->v[i].priority == a->priority &&
		    marks_in(&findings->v[i], a->framework_code))
			return false;
	return true;
}
