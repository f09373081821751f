/* A screening as a paper of half a page, to be filed with the matter. */
#include "screening/screening.msg"
#include "screening/screening_show.h"
#include "assess/words.h"
#include "base/text.h"
#include "paper/paper.h"

static void fact(struct req *r, struct paper *p, const struct sentence *label,
                 const char *text)
{
	if (!text_blank(text))
		paper_fact(p, say(r, label), text);
}

static const char *numbers(struct req *r, const struct subject *what)
{
	const char *all = "";

	for (size_t i = 0; i < what->registry.n; i++)
		all = arena_print(r->s.mem, "%s%s%s", all, i == 0 ? "" : ", ",
		                  what->registry.v[i].number);
	return all;
}

static void result(struct req *r, struct paper *p, const struct screening *it)
{
	if (it->result == SCREENING_OPEN) {
		fact(r, p, S_RESULT, say(r, P_NOT_DECIDED));
		return;
	}
	fact(r, p, S_RESULT, screening_outcome(r, it));
	if (it->suggested != 0)
		fact(r, p, P_SUGGESTED, depth_say(r, it->suggested));
	fact(r, p, S_MOTIVE, it->motive);
	fact(r, p, S_DECIDED_BY, it->decided_by);
	fact(r, p, S_DECIDED_ON, say_day(r, it->decided_on));
}

struct paper *screening_paper(struct req *r, const struct screening *it,
                              const struct subject *what)
{
	struct paper *p = paper_new(r->s.mem, r->language == ENGLISH ? "en" :
		"sv", say_with(r, P_TITLE, what->title, NULL));

	p->author = r->org_name;
	p->subject = say(r, P_SUBJECT);
	p->page_word = say(r, P_PAGE);
	p->made_at = it->made_at;
	paper_heading(p, 1, NULL, p->title);
	paper_facts(p);
	fact(r, p, S_WHAT, arena_print(r->s.mem, "%s. %s", what->title,
	     subject_kind_say(r, what->kind)));
	fact(r, p, S_REGISTRY, numbers(r, what));
	fact(r, p, S_UNIT, it->unit);
	result(r, p, it);
	paper_heading(p, 2, NULL, say(r, S_ANSWERS));
	paper_facts(p);
	for (int q = SCREENING_PEOPLE; q < SCREENING_QUESTIONS; q++)
		if (it->answers[q].value != SCREENING_UNSAID)
			paper_fact(p, screening_question_say(r,
				(enum screening_question)q),
				screening_answer_say(r, &it->answers[q]));
	fact(r, p, Q_OUTSIDE, it->outside);
	fact(r, p, Q_BASELINE, it->baseline);
	return p;
}
