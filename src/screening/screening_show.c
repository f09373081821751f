/* Answers, what they point at, and the result, as pages show them. */
#include "screening/screening.msg"
#include "screening/screening_show.h"
#include "assess/words.h"
#include "base/text.h"

static void fact(struct req *r, const char *label, const char *text)
{
	if (!text_blank(text))
		emit(&r->out, "<div><dt>%s</dt><dd>%s</dd></div>", label, text);
}

const char *screening_answer_say(struct req *r,
                                 const struct screening_answer *a)
{
	const char *value = screening_value_say(r, a->value);

	return text_blank(a->note) ? value :
	       arena_print(r->s.mem, "%s. %s", value, a->note);
}

void screening_answers_shown(struct req *r, const struct screening *it)
{
	emit(&r->out, "<dl class='sum'>");
	for (int q = SCREENING_PEOPLE; q < SCREENING_QUESTIONS; q++)
		if (screening_asks((enum screening_question)q, it->asked) ||
		    it->answers[q].value != SCREENING_UNSAID)
			fact(r, screening_question_say(r,
			     (enum screening_question)q),
			     screening_answer_say(r, &it->answers[q]));
	fact(r, say(r, Q_OUTSIDE), it->outside);
	fact(r, say(r, Q_BASELINE), it->baseline);
	emit(&r->out, "</dl>");
}

void screening_suggestion_shown(struct req *r, const struct screening *it)
{
	unsigned because;
	enum depth depth = screening_suggests(it, &because);

	if (depth == 0) {
		emit(&r->out, "<p>%s</p>", say(r, S_SUGGEST_NONE));
		return;
	}
	emit(&r->out, "<p>%s</p><ul>", say_with(r, depth == DEPTH_QUICK ?
	     S_SUGGEST_QUICK : S_SUGGEST_LINE, depth_say(r, depth), NULL));
	for (int q = SCREENING_PEOPLE; q < SCREENING_QUESTIONS; q++)
		if ((because & 1u << q) != 0)
			emit(&r->out, "<li>%s <b>%s</b></li>",
			     screening_question_say(r,
			     (enum screening_question)q),
			     screening_value_say(r, it->answers[q].value));
	emit(&r->out, "</ul><p class='muted'>%s</p>",
	     say(r, S_SUGGEST_FREE));
}

const char *duty_kind_say(const struct req *r, enum duty_kind kind)
{
	return duty_name(r->language, &(struct duty){ .kind = kind });
}

void screening_opens_shown(struct req *r, unsigned duties)
{
	if (duties == 0)
		return;
	emit(&r->out, "<h2>%s</h2><ul>", say(r, S_OPENS));
	for (int k = DUTY_CHILDREN; k <= DUTY_RIGHTS; k++)
		if ((duties & 1u << k) != 0)
			emit(&r->out, "<li>%s</li>", duty_kind_say(r,
			     (enum duty_kind)k));
	emit(&r->out, "</ul><p class='muted'>%s</p>", say(r, S_OPENS_TEXT));
}

/* "Det säkras, Standard" */
const char *screening_outcome(struct req *r, const struct screening *it)
{
	const char *result = screening_result_say(r, it->result);

	return it->result != SCREENING_ASSESS || it->depth == 0 ? result :
	       arena_print(r->s.mem, "%s, %s", result,
	                   depth_say(r, it->depth));
}

void screening_result_shown(struct req *r, const struct screening *it)
{
	emit(&r->out, "<dl class='sum'>");
	fact(r, say(r, S_RESULT), screening_outcome(r, it));
	fact(r, say(r, S_MOTIVE), it->motive);
	fact(r, say(r, S_DECIDED_BY), it->decided_by);
	fact(r, say(r, S_DECIDED_ON), say_day(r, it->decided_on));
	emit(&r->out, "</dl>");
}
