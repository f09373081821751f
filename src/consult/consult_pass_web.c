/*
 * The page of one who is asked: by their own link, without an account. They
 * answer for an organisation; nobody is named, and the link works until the
 * consultation is closed.
 */
#include "account/pass.h"
#include "base/rights.h"
#include "base/text.h"
#include "consult/consult.msg"
#include "consult/consult_show.h"

static enum status answering_read(struct req *r, struct replied *a)
{
	struct pass p = {0};

	TRY(pass_get(&r->s, r->object, &p));
	if (p.kind != PASS_CONSULTEE)
		return NOT_FOUND;
	TRY(consultee_by_id(&r->s, p.object, &a->e));
	TRY(consultation_by_id(&r->s, a->e.consultation, &a->c));
	return replied_rest(&r->s, a);
}

/* -- the page ------------------------------------------------------------ */

static void ask_part(struct req *r, const struct consult_question *q,
                     const char *stored)
{
	ask_text(r, &(struct ask){ .name = reply_field(r, q->no),
		.label = q->text, .rows = 5, .optional = true,
		.hint = text_blank(q->part) ? NULL : q->part,
		.stored = stored });
}

static void ask_answers(struct req *r, const struct replied *a)
{
	form_open(r, "reply", "/l/%s/reply", r->object_key);
	ask_version(r, a->e.version);
	for (size_t i = 0; i < a->questions.n; i++)
		ask_part(r, &a->questions.v[i],
		         reply_text(a, a->questions.v[i].id));
	ask_text(r, &(struct ask){ .name = reply_field(r, 0), .rows = 5,
		.label = say(r, a->questions.n == 0 ? P_YOUR : Q_OTHER),
		.optional = a->questions.n > 0, .stored = reply_text(a, 0) });
	emit(&r->out, "<p class='small muted'>%s</p>", say_with(r, P_PUBLIC,
	     r->org_name, NULL));
	button_save(r, say(r, a->e.received_at != 0 ? P_CHANGE : P_SEND));
	form_close(r);
	if (a->e.received_at != 0 || a->e.declined_at != 0)
		return;
	emit(&r->out, "<p class='acts'>");
	button_form(r, "decline", "btn sec sm", say(r, P_DECLINE),
	            "/l/%s/decline", r->object_key);
	emit(&r->out, "</p>");
}

static void answers_shown(struct req *r, const struct replied *a)
{
	emit(&r->out, "<h2>%s</h2>", say(r, P_YOUR));
	for (size_t i = 0; i < a->replies.n; i++)
		if (!text_blank(a->replies.v[i].text))
			emit(&r->out, "<p class='pre'>%s</p>",
			     a->replies.v[i].text);
}

/* What was done with what they said, once it is closed. */
static void treated_shown(struct req *r, const struct replied *a)
{
	if (a->viewpoints.n == 0)
		return;
	emit(&r->out, "<h2>%s</h2><ul class='rows'>", say(r, P_TREATED));
	for (size_t i = 0; i < a->viewpoints.n; i++)
		viewpoint_row(r, &a->c, &a->viewpoints.v[i], false);
	emit(&r->out, "</ul>");
}

static void stands(struct req *r, const struct replied *a)
{
	if (a->e.received_at != 0)
		emit(&r->out, "<p class='note' role='status'>%s</p>",
		     say_with(r, P_SENT, say_instant(r, a->e.received_at),
		              NULL));
	else if (a->e.declined_at != 0)
		emit(&r->out, "<p class='note'>%s</p>", say(r, P_DECLINED));
}

static enum status page(struct req *r)
{
	struct replied a = {0};

	TRY(answering_read(r, &a));
	page_open(r, &(struct page){ .title = say(r, P_LINK_HEAD),
	                             .plain = true, .own_script = true });
	page_main(r);
	emit(&r->out, "<p class='muted'>%s</p><h1>%s</h1><p class='lead'>%s"
	     " %s</p>", say_with(r, P_FROM, r->org_name, NULL), a.c.title,
	     say_with(r, P_TO, a.e.name, NULL), a.c.due == 0 ? "" :
	     say_with(r, P_REPLY_BY, say_day(r, a.c.due), NULL));
	if (!text_blank(a.c.text))
		emit(&r->out, "<p class='pre'>%s</p>", a.c.text);
	if (a.c.closed_at != 0) {
		emit(&r->out, "<p class='note'>%s</p>", say(r, P_OVER));
		answers_shown(r, &a);
		treated_shown(r, &a);
	} else {
		stands(r, &a);
		ask_answers(r, &a);
	}
	page_close(r);
	return OK;
}

/* -- what they send ------------------------------------------------------ */

static enum status reply(struct req *r)
{
	struct replied a = {0};

	TRY(answering_read(r, &a));
	if (a.c.closed_at != 0 || form_version(r) != a.e.version)
		return STALE;
	TRY(replied_save(r, &a, WAY_LINK));
	return go(r, "reply");
}

static enum status decline(struct req *r)
{
	struct replied a = {0};

	TRY(answering_read(r, &a));
	if (a.c.closed_at != 0)
		return STALE;
	TRY(consultee_decline(&r->s, &a.e, true));
	return go(r, "reply");
}

static const struct route rows[] = {
	{ GET,  "/l/:pass/reply", page, GUEST, ON_PASS },
	{ POST, "/l/:pass/reply", reply, GUEST, ON_PASS, page },
	{ POST, "/l/:pass/decline", decline, GUEST, ON_PASS, page },
	{ 0 },
};
const struct route *const consult_pass_routes = rows;
