/* The chapter of the annex on duties and rights. */
#include "document/document_paper.h"
#include "document/document.msg"

void annex_duties(const struct annex *a)
{
	if (a->d->duties.n == 0)
		return;
	annex_heading(a, 2, P_DUTIES);
	for (size_t i = 0; i < a->d->duties.n; i++)
		duty_write(a->p, a->mem, a->language, 3, &a->d->duties.v[i],
		           &a->d->actions);
}
