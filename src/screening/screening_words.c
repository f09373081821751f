/* The words of screening: questions, values, results. */
#include "screening/screening.msg"
#include "screening/screening.h"
#include "web/req.h"

const char *screening_question_say(const struct req *r,
                                   enum screening_question q)
{
	static const struct sentence *const words[] = {
		[SCREENING_PEOPLE]      = Q_PEOPLE,
		[SCREENING_CHILDREN]    = Q_CHILDREN,
		[SCREENING_ENVIRONMENT] = Q_ENVIRONMENT,
		[SCREENING_SAMI]        = Q_SAMI,
		[SCREENING_PLAN]        = Q_PLAN,
		[SCREENING_RISK]        = Q_RISK,
	};

	return say(r, words[q]);
}

const char *screening_value_say(const struct req *r, enum screening_value v)
{
	static const struct sentence *const words[] = {
		[SCREENING_UNSAID]      = V_UNSAID,
		[SCREENING_YES]         = V_YES,
		[SCREENING_NO]          = V_NO,
		[SCREENING_UNCLEAR]     = V_UNCLEAR,
		[SCREENING_DIRECT]      = V_DIRECT,
		[SCREENING_INDIRECT]    = V_INDIRECT,
		[SCREENING_INVESTIGATE] = V_INVESTIGATE,
		[SCREENING_NOT_COVERED] = V_NOT_COVERED,
		[SCREENING_ALREADY]     = V_ALREADY,
		[SCREENING_SMALL]       = V_SMALL,
		[SCREENING_MODERATE]    = V_MODERATE,
		[SCREENING_LARGE]       = V_LARGE,
	};

	return say(r, words[v]);
}

const char *screening_result_say(const struct req *r,
                                 enum screening_result result)
{
	static const struct sentence *const words[] = {
		[SCREENING_OPEN]        = R_OPEN,
		[SCREENING_ASSESS]      = R_ASSESS,
		[SCREENING_NOT_NEEDED]  = R_NOT_NEEDED,
		[SCREENING_SHORT_REPLY] = R_SHORT_REPLY,
	};

	return say(r, words[result]);
}
