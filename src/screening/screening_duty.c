/* What a screening opens: the duties of the assessment it belongs to. */
#include "duty/duty.h"
#include "screening/screening.h"

static enum duty_need need(enum screening_value value)
{
	switch (value) {
	case SCREENING_DIRECT:      return NEED_DIRECT;
	case SCREENING_INDIRECT:    return NEED_INDIRECT;
	case SCREENING_YES:
	case SCREENING_INVESTIGATE: return NEED_YES;
	case SCREENING_UNCLEAR:     return NEED_UNCLEAR;
	default:                    return NEED_UNSAID;
	}
}

static enum status open_one(struct scope *s, const struct screening *it,
                            enum screening_question q, enum duty_kind kind)
{
	enum duty_need n = need(it->answers[q].value);

	if (n == NEED_UNSAID)
		return OK;
	return duty_open(s, it->assessment, kind, n, it->answers[q].note,
	                 NULL);
}

/* One that is open already stays as it is. A reply to a remiss is exempt from
 * consultation by 4 § lag (2022:66). */
enum status screening_open_duties(struct scope *s, const struct screening *it)
{
	TRY(open_one(s, it, SCREENING_CHILDREN, DUTY_CHILDREN));
	if (it->kind != SUBJECT_REPLY)
		TRY(open_one(s, it, SCREENING_SAMI, DUTY_CONSULTATION));
	return open_one(s, it, SCREENING_PLAN, DUTY_ENVIRONMENT);
}
