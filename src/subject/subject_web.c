/* The words of kinds and phases. What is assured has no pages of its own: the
 * assessment's show it. */
#include "subject/subject.h"
#include "subject/subject.msg"
#include "web/form.h"

const char *subject_kind_say(const struct req *r, enum subject_kind kind)
{
	switch (kind) {
	case SUBJECT_PROGRAMME:      return say(r, KIND_PROGRAMME);
	case SUBJECT_STRATEGY:       return say(r, KIND_STRATEGY);
	case SUBJECT_PLAN:           return say(r, KIND_PLAN);
	case SUBJECT_PROJECT:        return say(r, KIND_PROJECT);
	case SUBJECT_MATTER:         return say(r, KIND_MATTER);
	case SUBJECT_REPLY:          return say(r, KIND_REPLY);
	case SUBJECT_SUPPORT:        return say(r, KIND_SUPPORT);
	case SUBJECT_BUDGET:         return say(r, KIND_BUDGET);
	case SUBJECT_POLICY:         return say(r, KIND_POLICY);
	case SUBJECT_PROCUREMENT:    return say(r, KIND_PROCUREMENT);
	case SUBJECT_REORGANISATION: return say(r, KIND_REORGANISATION);
	case SUBJECT_OTHER:          return say(r, KIND_OTHER);
	}
	return "";
}

const char *subject_phase_say(const struct req *r, enum subject_phase phase)
{
	switch (phase) {
	case PHASE_UNSAID:          return say(r, PHASE_SAY_UNSAID);
	case PHASE_IDEA:            return say(r, PHASE_SAY_IDEA);
	case PHASE_EARLY:           return say(r, PHASE_SAY_EARLY);
	case PHASE_DRAFT:           return say(r, PHASE_SAY_DRAFT);
	case PHASE_CONSULTATION:    return say(r, PHASE_SAY_CONSULTATION);
	case PHASE_BEFORE_DECISION: return say(r, PHASE_SAY_BEFORE);
	case PHASE_REVISION:        return say(r, PHASE_SAY_REVISION);
	}
	return "";
}

void subject_kind_options(struct req *r, enum subject_kind chosen,
                          struct option_list *out)
{
	for (int k = SUBJECT_PROGRAMME; k <= SUBJECT_OTHER; k++)
		option_add(r, out, digits(r, k), subject_kind_say(r,
		           (enum subject_kind)k), k == (int)chosen);
}

void subject_phase_options(struct req *r, enum subject_phase chosen,
                           struct option_list *out)
{
	for (int p = PHASE_UNSAID; p <= PHASE_REVISION; p++)
		option_add(r, out, digits(r, p), subject_phase_say(r,
		           (enum subject_phase)p), p == (int)chosen);
}
