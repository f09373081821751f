/* What a yes opens: the one place where screening meets duties. */
#include "base/text.h"
#include "screening/screening.h"

static enum status open_one(struct scope *s, const struct screening *it,
                            enum screening_question q, enum duty_kind kind)
{
	const struct screening_answer *a = &it->answers[q];
	enum duty_need need = screening_need(a->value);

	return need == NEED_UNSAID ? OK : duty_open(s, it->assessment, kind,
	       need, or_empty(a->note), NULL);
}

enum status screening_open_duties(struct scope *s,
                                  const struct screening *it)
{
	if (it->assessment == 0)
		return OK;
	TRY(open_one(s, it, SCREENING_CHILDREN, DUTY_CHILDREN));
	TRY(open_one(s, it, SCREENING_SAMI, DUTY_CONSULTATION));
	return open_one(s, it, SCREENING_PLAN, DUTY_ENVIRONMENT);
}
