/* The consultations of a matter, and one of them: what is sent, the questions,
 * and whether it can be sent. */
#include "base/rights.h"
#include "base/text.h"
#include "consult/consult.msg"
#include "consult/consult_show.h"

/* -- shared -------------------------------------------------------------- */

enum status consult_here(struct req *r, struct consultation *c)
{
	return consultation_get(&r->s, r->object, arg_no(r, "consultation"),
	                        c);
}

enum status consult_open(struct req *r, const char *title, struct matter *m,
                         struct consultation *c)
{
	TRY(consult_here(r, c));
	TRY(matter_open(r, title == NULL ? c->title : title, m));
	if (title != NULL)
		emit(&r->out, "<p class='muted'><a href='/m/%s/"
		     "consultations/%lld'>%s</a></p>", m->key, c->no,
		     c->title);
	return OK;
}

enum status consult_back(struct req *r, const struct consultation *c,
                         const char *more)
{
	return go(r, "/m/%s/consultations/%lld%s", r->object_key, c->no,
	          more);
}

static const char *stands(struct req *r, const struct consultation *c)
{
	if (c->closed_at != 0)
		return say_with(r, C_CLOSED, say_instant(r, c->closed_at),
		                NULL);
	if (c->sent_at == 0)
		return say(r, C_NOT_SENT);
	return arena_print(r->s.mem, "%s, %s",
	                   say_with(r, C_SENT, say_instant(r, c->sent_at),
	                            NULL),
	                   say_with(r, C_REPLY_BY, say_day(r, c->due), NULL));
}

static const char *counted(struct req *r, const struct consultation *c)
{
	const char *text = say_count(r, C_ASKED, c->asked);

	if (c->answered > 0)
		text = arena_print(r->s.mem, "%s, %s", text,
		                   say_count(r, C_ANSWERED, c->answered));
	if (c->declined > 0)
		text = arena_print(r->s.mem, "%s, %s", text,
		                   say_count(r, C_DECLINED, c->declined));
	return text;
}

/* -- the list, and a new one --------------------------------------------- */

static void ask_consultation(struct req *r, const struct consultation *c)
{
	ask_text(r, &(struct ask){ .name = "title", .stored = c->title,
		.label = say(r, C_TITLE), .hint = say(r, C_TITLE_HINT) });
	ask_text(r, &(struct ask){ .name = "text", .stored = c->text,
		.label = say(r, C_TEXT), .hint = say(r, C_TEXT_HINT),
		.rows = 6, .optional = true });
	ask_text(r, &(struct ask){ .name = "why", .stored = c->why,
		.label = say(r, C_WHY), .hint = say(r, C_WHY_HINT),
		.rows = 2, .optional = true });
	ask_text(r, &(struct ask){ .name = "decided_by",
		.stored = c->decided_by, .label = say(r, C_DECIDER),
		.class = "w20", .optional = true });
	ask_day(r, &(struct ask){ .name = "decided_on", .optional = true,
		.label = say(r, C_DECIDED_ON) }, c->decided_on);
	ask_day(r, &(struct ask){ .name = "due", .optional = true,
		.label = say(r, C_DUE) }, c->due);
}

/* What was sent is what they were asked about. */
static void ask_due(struct req *r, const struct consultation *c)
{
	emit(&r->out, "<p>%s</p>", say(r, C_IS_SENT));
	ask_day(r, &(struct ask){ .name = "due", .label = say(r, C_DUE) },
	        c->due);
}

static void form_consultation(struct req *r, struct consultation *c)
{
	c->title      = form_needed(r, "title", LINE, C_TITLE_SAY);
	c->text       = form_text(r, "text", LONG_TEXT);
	c->why        = form_text(r, "why", TEXT);
	c->decided_by = form_text(r, "decided_by", LINE);
	c->decided_on = form_day(r, "decided_on");
	c->due        = form_day(r, "due");
}

static enum status list_page(struct req *r)
{
	struct consultation_list all = {0};
	struct consultation none = { .title = "", .text = "", .why = "",
	                             .decided_by = "" };
	struct matter m = {0};

	TRY(consultation_list(&r->s, r->object, &all));
	TRY(matter_open(r, say(r, C_HEAD), &m));
	emit(&r->out, "<p class='lead'>%s</p>", say(r, C_LEAD));
	if (all.n == 0)
		emit(&r->out, "<p>%s</p>", say(r, C_NONE));
	emit(&r->out, "<ul class='rows'>");
	for (size_t i = 0; i < all.n; i++)
		emit(&r->out, "<li><a class='n' href='/m/%s/consultations/"
		     "%lld'>%s</a><span class='m'>%s · %s</span></li>",
		     m.key, all.v[i].no, all.v[i].title, stands(r, &all.v[i]),
		     counted(r, &all.v[i]));
	emit(&r->out, "</ul>");
	if ((r->rights & EDIT) != 0) {
		emit(&r->out, "<h2>%s</h2>", say(r, C_NEW));
		form_open(r, "new", "/m/%s/consultations", m.key);
		ask_consultation(r, &none);
		button_save(r, say(r, C_MAKE));
		form_close(r);
	}
	matter_close(r);
	return OK;
}

static enum status make(struct req *r)
{
	struct consultation c = {0};

	form_consultation(r, &c);
	TRY(form_fine(r));
	TRY(consultation_note(&r->s, r->object, &c));
	return consult_back(r, &c, "");
}

/* -- one ----------------------------------------------------------------- */

static void facts(struct req *r, const struct consultation *c)
{
	emit(&r->out, "<p class='lead'>%s. %s.</p>", stands(r, c),
	     counted(r, c));
	if (c->untreated > 0)
		emit(&r->out, "<p>%s</p>", say_count(r, C_UNTREATED,
		                                     c->untreated));
	if (!text_blank(c->text))
		emit(&r->out, "<p class='pre'>%s</p>", c->text);
	emit(&r->out, "<p class='acts'><a class='btn sec'"
	     " href='/m/%s/consultations/%lld/asked'>%s</a>"
	     "<a class='btn sec' href='/m/%s/consultations/%lld/viewpoints'>"
	     "%s</a><a href='/m/%s/consultations/%lld/compilation'>%s</a>",
	     r->object_key, c->no, say(r, E_HEAD), r->object_key, c->no,
	     say(r, V_HEAD_C), r->object_key, c->no, say(r, W_PAPER));
	if ((r->rights & EDIT) != 0 && c->closed_at == 0)
		emit(&r->out, "<a href='/m/%s/consultations/%lld/edit'>%s</a>",
		     r->object_key, c->no, say(r, C_CHANGE));
	emit(&r->out, "</p>");
}

/* -- is it ready to be sent ---------------------------------------------- */

static void flaws_shown(struct req *r, unsigned flaws)
{
	static const struct { unsigned flaw; const struct sentence *says; }
	all[] = {
		{ CONSULT_NO_TITLE, S_NO_TITLE },
		{ CONSULT_NO_DUE, S_NO_DUE },
		{ CONSULT_NO_DECIDER, S_NO_DECIDER },
		{ CONSULT_NO_ONE, S_NO_ONE },
		{ CONSULT_NO_REGISTRY, S_NO_REGISTRY },
		{ CONSULT_DUE_SOON, S_DUE_SOON },
		{ CONSULT_NO_WHY, S_NO_WHY },
	};

	if (flaws == 0)
		return;
	emit(&r->out, "<h3>%s</h3><ul>", say(r, S_STOPS));
	for (size_t i = 0; i < COUNT(all); i++)
		if ((flaws & all[i].flaw) != 0)
			emit(&r->out, "<li>%s</li>", say(r, all[i].says));
	emit(&r->out, "</ul>");
}

static void sending(struct req *r, const struct consultation *c,
                    const struct matter *m)
{
	unsigned flaws = consult_flaws(c, m, day_of_instant(r->s.now));

	emit(&r->out, "<section class='panel' aria-labelledby='send-h'>"
	     "<h2 id='send-h'>%s</h2>", say(r, S_HEAD));
	flaws_shown(r, flaws);
	if (!consult_stops(flaws)) {
		emit(&r->out, "<p>%s</p><p>%s</p>", say(r, S_PUBLIC),
		     say(r, S_LINKS));
		form_open(r, "send", "/m/%s/consultations/%lld/send",
		          r->object_key, c->no);
		ask_version(r, c->version);
		ask_tick(r, "yes", "1", say(r, S_YES), false);
		button_save(r, say(r, S_SEND));
		form_close(r);
	}
	emit(&r->out, "</section>");
}

static void after_sending(struct req *r, const struct consultation *c)
{
	if (c->closed_at == 0)
		emit(&r->out, "<details><summary>%s</summary><p>%s</p>"
		     "</details>", say(r, S_REMIND), say_with(r,
		     S_REMIND_TEXT, c->title, say_day(r, c->due)));
	emit(&r->out, "<p class='acts'>");
	button_form(r, "close", "btn sec", say(r, c->closed_at == 0 ? S_CLOSE :
	            S_REOPEN), "/m/%s/consultations/%lld/%s", r->object_key,
	            c->no, c->closed_at == 0 ? "close" : "reopen");
	emit(&r->out, "</p>");
}

enum status consult_page(struct req *r)
{
	bool may = (r->rights & EDIT) != 0;
	struct consultation c = {0};
	struct matter m = {0};

	TRY(consult_open(r, NULL, &m, &c));
	facts(r, &c);
	TRY(consult_questions(r, &c, may && c.sent_at == 0));
	if (may && c.sent_at == 0)
		sending(r, &c, &m);
	else if (may)
		after_sending(r, &c);
	matter_close(r);
	return OK;
}

static enum status edit_page(struct req *r)
{
	struct consultation c = {0};
	struct matter m = {0};

	TRY(consult_open(r, say(r, C_CHANGE), &m, &c));
	form_open(r, "edit", "/m/%s/consultations/%lld/edit", m.key, c.no);
	ask_version(r, c.version);
	if (c.sent_at == 0)
		ask_consultation(r, &c);
	else
		ask_due(r, &c);
	button_save(r, say(r, C_SAVE));
	form_close(r);
	matter_close(r);
	return OK;
}

static enum status edit(struct req *r)
{
	struct consultation c = {0};

	TRY(consult_here(r, &c));
	if (c.closed_at != 0)
		return STALE;
	c.version = form_version(r);
	if (c.sent_at == 0)
		form_consultation(r, &c);
	else
		c.due = form_day(r, "due");
	if (c.sent_at != 0 && c.due == 0)
		issue(r, "due", S_NO_DUE);
	TRY(form_fine(r));
	TRY(consultation_change(&r->s, &c));
	return consult_back(r, &c, "?saved=1");
}

/* -- changes ------------------------------------------------------------- */

static enum status send(struct req *r)
{
	struct consultation c = {0};
	struct matter m = {0};

	TRY(consult_here(r, &c));
	TRY(matter_get(&r->s, r->object, &m));
	if (consult_stops(consult_flaws(&c, &m, day_of_instant(r->s.now))))
		return INVALID;
	if (!form_has(r, "yes", "1"))
		issue(r, "yes", S_YES_SAY);
	TRY(form_fine(r));
	c.version = form_version(r);
	TRY(consultation_send(&r->s, &c));
	return consult_back(r, &c, "/asked?saved=1");
}

static enum status close_it(struct req *r)
{
	struct consultation c = {0};

	TRY(consult_here(r, &c));
	TRY(consultation_close(&r->s, c.id, true));
	return consult_back(r, &c, "?saved=1");
}

static enum status reopen(struct req *r)
{
	struct consultation c = {0};

	TRY(consult_here(r, &c));
	TRY(consultation_close(&r->s, c.id, false));
	return consult_back(r, &c, "?saved=1");
}

#define C "/m/:matter/consultations/:consultation"

static const struct route rows[] = {
	{ GET,  "/m/:matter/consultations", list_page, READ, ON_MATTER },
	{ POST, "/m/:matter/consultations", make, EDIT, ON_MATTER,
	  list_page },
	{ GET,  C, consult_page, READ, ON_MATTER },
	{ GET,  C "/edit", edit_page, EDIT, ON_MATTER },
	{ POST, C "/edit", edit, EDIT, ON_MATTER, edit_page },
	{ POST, C "/send", send, EDIT, ON_MATTER, consult_page },
	{ POST, C "/close", close_it, EDIT, ON_MATTER, consult_page },
	{ POST, C "/reopen", reopen, EDIT, ON_MATTER, consult_page },
	{ 0 },
};
const struct route *const consult_routes = rows;
