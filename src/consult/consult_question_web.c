/* Questions of a consultation: open until it is sent, then as they were. */
#include "base/rights.h"
#include "base/text.h"
#include "consult/consult.msg"
#include "consult/consult_show.h"

enum status consult_questions(struct req *r, const struct consultation *c,
                              bool may)
{
	struct consult_question_list all = {0};

	TRY(consult_question_list(&r->s, c->id, &all));
	emit(&r->out, "<h2>%s</h2>", say(r, Q_HEAD));
	if (all.n == 0)
		emit(&r->out, "<p>%s</p>", say(r, Q_NONE));
	emit(&r->out, "<ul class='rows'>");
	for (size_t i = 0; i < all.n; i++) {
		const struct consult_question *q = &all.v[i];

		emit(&r->out, "<li><span class='n'>%lld. %s</span>"
		     "<span class='m'>%s</span>", q->no, q->text, q->part);
		if (may) {
			emit(&r->out, "<div class='e'>");
			button_form(r, arena_print(r->s.mem, "q-%lld", q->no),
			            "btn sec sm", say(r, Q_REMOVE),
			            "/m/%s/consultations/%lld/questions/%lld/"
			            "remove", r->object_key, c->no, q->no);
			emit(&r->out, "</div>");
		}
		emit(&r->out, "</li>");
	}
	emit(&r->out, "</ul>");
	if (!may)
		return OK;
	form_open(r, "question", "/m/%s/consultations/%lld/questions",
	          r->object_key, c->no);
	ask_text(r, &(struct ask){ .name = "question", .stored = "",
		.label = say(r, Q_TEXT) });
	ask_text(r, &(struct ask){ .name = "part", .stored = "",
		.label = say(r, Q_PART), .optional = true, .class = "w20" });
	button_save(r, say(r, Q_ADD));
	form_close(r);
	return OK;
}

/* Once it is sent, the questions are what they were asked. */
static enum status unsent(struct req *r, struct consultation *c)
{
	TRY(consult_here(r, c));
	return c->sent_at == 0 ? OK : STALE;
}

static enum status question_add(struct req *r)
{
	struct consultation c = {0};
	struct consult_question q = {
		.text = form_needed(r, "question", TEXT, Q_SAY),
		.part = form_text(r, "part", LINE),
	};
	struct consult_question_list all = {0};

	TRY(unsent(r, &c));
	TRY(consult_question_list(&r->s, c.id, &all));
	if (all.n >= QUESTIONS_MOST)
		issue(r, "question", Q_FULL);
	TRY(form_fine(r));
	TRY(consult_question_note(&r->s, c.id, &q));
	return consult_back(r, &c, "");
}

static enum status question_remove(struct req *r)
{
	struct consultation c = {0};

	TRY(unsent(r, &c));
	TRY(consult_question_remove(&r->s, c.id, arg_no(r, "no"), true));
	return consult_back(r, &c, "");
}

#define C "/m/:matter/consultations/:consultation"

static const struct route rows[] = {
	{ POST, C "/questions", question_add, EDIT, ON_MATTER, consult_page },
	{ POST, C "/questions/:no/remove", question_remove, EDIT, ON_MATTER,
	  consult_page },
	{ 0 },
};
const struct route *const consult_question_routes = rows;
