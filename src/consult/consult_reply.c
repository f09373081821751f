/* One reply, as the officer enters it and as it comes by link. */
#include "base/text.h"
#include "consult/consult.msg"
#include "consult/consult_show.h"

enum status replied_rest(struct scope *s, struct replied *p)
{
	TRY(consult_question_list(s, p->c.id, &p->questions));
	TRY(consult_reply_list(s, p->e.id, &p->replies));
	return viewpoint_list(s, p->c.id, p->e.id, &p->viewpoints);
}

const char *reply_text(const struct replied *p, i64 question)
{
	for (size_t i = 0; i < p->replies.n; i++)
		if (p->replies.v[i].question == question)
			return p->replies.v[i].text;
	return "";
}

const char *reply_field(const struct req *r, i64 question_no)
{
	return arena_print(r->s.mem, "q%lld", question_no);
}

enum status replied_save(struct req *r, const struct replied *p,
                         enum consult_way way)
{
	bool any = false;

	for (size_t i = 0; i <= p->questions.n; i++) {
		bool other = i == p->questions.n;
		const char *text = form_text(r, reply_field(r, other ? 0 :
			p->questions.v[i].no), LONG_TEXT);

		any = any || !text_blank(text);
		TRY(consult_reply_set(&r->s, p->e.id, other ? 0 :
		                      p->questions.v[i].id, text));
	}
	if (!any)
		issue(r, reply_field(r, 0), R_EMPTY);
	TRY(form_fine(r));
	return consult_received(&r->s, &p->e, way);
}
