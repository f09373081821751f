/* What a yes opens: the one place where screening meets duties. */
#include "base/text.h"
#include "screening/screening.h"
#include "screening/screening.msg"
#include "web/req.h"

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

/* A reply is exempt from consultation by 4 § lag (2022:66): that it concerns
 * the Sámi people is noted with the exemption, and warns of nothing. */
enum status screening_opened(struct req *r, const struct subject *what,
                             const struct screening *it)
{
	const struct screening_answer *a = &it->answers[SCREENING_SAMI];
	struct screening others = *it;
	struct duty_list all = {0};
	struct duty d = { .kind = DUTY_CONSULTATION, .exempt = EXEMPT_REPLY,
		.need = screening_need(a->value),
		.judged_on = day_of_instant(r->s.now) };

	if (what->kind != SUBJECT_REPLY || it->assessment == 0)
		return screening_open_duties(&r->s, it);
	others.answers[SCREENING_SAMI].value = SCREENING_UNSAID;
	TRY(screening_open_duties(&r->s, &others));
	if (d.need == NEED_UNSAID)
		return OK;
	TRY(duty_outlines(&r->s, it->assessment, &all));
	for (size_t i = 0; i < all.n; i++)
		if (all.v[i].kind == DUTY_CONSULTATION)
			return OK;
	d.motive = arena_print(r->s.mem, "%s%s%s", say(r, S_EXEMPT),
	                       text_blank(a->note) ? "" : " ",
	                       or_empty(a->note));
	return duty_note(&r->s, it->assessment, &d);
}
