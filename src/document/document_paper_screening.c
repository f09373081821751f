#include "base/text.h"
#include "document/document_paper.h"
#include "document/document.msg"

/* The chapter on whether it was needed, how deep, and who decided: the latest
 * version that was settled. */

static const char *value_word(const struct annex *a, enum screening_value v)
{
	static const struct sentence *const words[] = {
		NULL, P_SV_YES, P_SV_NO, P_SV_UNCLEAR, P_SV_DIRECT,
		P_SV_INDIRECT, P_SV_INVESTIGATE, P_SV_NOT_COVERED,
		P_SV_ALREADY, P_SV_SMALL, P_SV_MODERATE, P_SV_LARGE,
	};

	return v == SCREENING_UNSAID ? "" : annex_say(a, words[v], NULL, NULL);
}

static void answer(const struct annex *a, int q, const struct screening *it)
{
	static const struct sentence *const questions[] = {
		NULL, P_SQ_PEOPLE, P_SQ_CHILDREN, P_SQ_ENVIRONMENT,
		P_SQ_SAMI, P_SQ_PLAN, P_SQ_RISK,
	};
	const struct screening_answer *at = &it->answers[q];
	const char *word = value_word(a, at->value);

	if (text_blank(word))
		return;
	annex_fact(a, questions[q], text_blank(at->note) ? word :
	           arena_print(a->mem, "%s. %s", word, at->note));
}

static const struct screening *settled(const struct document *d)
{
	for (size_t i = d->screenings.n; i > 0; i--)
		if (d->screenings.v[i - 1].result != SCREENING_OPEN)
			return &d->screenings.v[i - 1];
	return NULL;
}

void annex_screening(const struct annex *a)
{
	static const struct sentence *const results[] = {
		NULL, P_SR_ASSESS, P_SR_NOT_NEEDED, P_SR_SHORT_REPLY,
	};
	static const struct sentence *const depths[] = {
		NULL, P_DEPTH_1, P_DEPTH_2, P_DEPTH_3,
	};
	const struct screening *it = settled(a->d);

	if (it == NULL)
		return;
	annex_heading(a, 2, P_SCREENING);
	annex_fact(a, P_S_RESULT, annex_say(a, results[it->result], NULL,
	                                    NULL));
	if (it->depth != 0)
		annex_fact(a, P_S_DEPTH, annex_say(a, depths[it->depth], NULL,
		                                   NULL));
	if (it->suggested != 0 && it->suggested != it->depth)
		annex_fact(a, P_S_SUGGESTED, annex_say(a,
			depths[it->suggested], NULL, NULL));
	annex_fact(a, P_S_MOTIVE, it->motive);
	annex_fact(a, P_S_DECIDED_BY, it->decided_by);
	annex_fact(a, P_S_DECIDED_ON, annex_day(a, it->decided_on));
	for (int q = SCREENING_PEOPLE; q < SCREENING_QUESTIONS; q++)
		answer(a, q, it);
	annex_fact(a, P_OUTSIDE, it->outside);
	annex_fact(a, P_BASELINE, it->baseline);
}
