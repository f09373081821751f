/* A reply as it came, entered by us when it came by post or mail, and the
 * viewpoints in it. */
#include "base/rights.h"
#include "base/text.h"
#include "consult/consult.msg"
#include "consult/consult_show.h"

static enum status replied_read(struct req *r, struct replied *p)
{
	TRY(consult_here(r, &p->c));
	TRY(consultee_get(&r->s, p->c.id, arg_no(r, "no"), &p->e));
	return replied_rest(&r->s, p);
}

/* -- reading ------------------------------------------------------------- */

static void answer_shown(struct req *r, const char *question,
                         const char *text)
{
	if (!text_blank(text))
		emit(&r->out, "<h3>%s</h3><p class='pre'>%s</p>", question,
		     text);
}

static void reply_shown(struct req *r, const struct replied *p)
{
	if (p->e.received_at == 0) {
		emit(&r->out, "<p class='lead'>%s</p>",
		     p->e.declined_at != 0 ? say(r, E_DECLINED_STATE) :
		     say(r, R_NOTHING));
		return;
	}
	emit(&r->out, "<p class='muted'>%s</p>", say_with(r,
	     p->e.way == WAY_LINK ? R_BY_LINK : R_BY_US,
	     say_instant(r, p->e.received_at), NULL));
	for (size_t i = 0; i < p->questions.n; i++)
		answer_shown(r, p->questions.v[i].text,
		             reply_text(p, p->questions.v[i].id));
	answer_shown(r, say(r, Q_OTHER), reply_text(p, 0));
}

/* -- entering ------------------------------------------------------------ */

static void ask_reply(struct req *r, const struct replied *p)
{
	emit(&r->out, "<details%s><summary>%s</summary>",
	     r->failed ? " open" : "", say(r, E_ENTER));
	form_open(r, "reply", "/m/%s/consultations/%lld/asked/%lld",
	          r->object_key, p->c.no, p->e.no);
	ask_version(r, p->e.version);
	for (size_t i = 0; i < p->questions.n; i++)
		ask_text(r, &(struct ask){
			.name = reply_field(r, p->questions.v[i].no),
			.label = p->questions.v[i].text, .rows = 4,
			.optional = true,
			.stored = reply_text(p, p->questions.v[i].id) });
	ask_text(r, &(struct ask){ .name = reply_field(r, 0), .rows = 4,
		.label = say(r, Q_OTHER), .optional = true,
		.stored = reply_text(p, 0) });
	button_save(r, say(r, R_SAVE_REPLY));
	form_close(r);
	emit(&r->out, "</details>");
}

static void ask_registry(struct req *r, const struct replied *p)
{
	form_open(r, "register", "/m/%s/consultations/%lld/asked/%lld/"
	          "register", r->object_key, p->c.no, p->e.no);
	ask_version(r, p->e.version);
	ask_text(r, &(struct ask){ .name = "registry_no", .class = "w20",
		.label = say(r, R_REGISTRY), .stored = p->e.registry_no,
		.optional = true });
	ask_text(r, &(struct ask){ .name = "no_registry", .class = "w20",
		.label = say(r, R_NO_REGISTRY), .stored = p->e.no_registry,
		.optional = true });
	emit(&r->out, "<p class='acts'>");
	button(r, "btn sec sm", say(r, C_SAVE));
	emit(&r->out, "</p>");
	form_close(r);
}

/* What they wrote may be newer than what was read out of it. */
static bool changed_since(const struct replied *p)
{
	i64 answered = 0, read = 0;

	for (size_t i = 0; i < p->replies.n; i++)
		if (p->replies.v[i].at > answered)
			answered = p->replies.v[i].at;
	for (size_t i = 0; i < p->viewpoints.n; i++)
		if (p->viewpoints.v[i].at > read)
			read = p->viewpoints.v[i].at;
	return read != 0 && answered > read;
}

static void viewpoints_here(struct req *r, const struct replied *p, bool may)
{
	static const struct viewpoint none = { .text = "", .why = "",
	                                       .change = "" };

	emit(&r->out, "<h2>%s</h2>", say(r, V_HEAD_C));
	if (changed_since(p))
		emit(&r->out, "<p class='note'>%s</p>",
		     say(r, V_SINCE_CHANGED));
	if (p->viewpoints.n == 0)
		emit(&r->out, "<p>%s</p>", say(r, V_NONE_C));
	emit(&r->out, "<ul class='rows'>");
	for (size_t i = 0; i < p->viewpoints.n; i++)
		viewpoint_row(r, &p->c, &p->viewpoints.v[i], may);
	emit(&r->out, "</ul>");
	if (!may)
		return;
	emit(&r->out, "<h3>%s</h3>", say(r, V_ADD_C));
	form_open(r, "viewpoint", "/m/%s/consultations/%lld/asked/%lld/"
	          "viewpoints", r->object_key, p->c.no, p->e.no);
	ask_viewpoint(r, &none, &p->questions);
	button_save(r, say(r, V_SAVE_C));
	form_close(r);
}

enum status consult_reply_page(struct req *r)
{
	bool may = (r->rights & EDIT) != 0;
	struct replied p = {0};
	struct matter m = {0};

	TRY(replied_read(r, &p));
	TRY(consult_open(r, say_with(r, R_HEAD_C, p.e.name, NULL), &m,
	                 &p.c));
	reply_shown(r, &p);
	if (may && p.c.sent_at != 0 && p.c.closed_at == 0 &&
	    p.e.way != WAY_LINK)
		ask_reply(r, &p);
	else if (may && p.e.way == WAY_LINK)
		emit(&r->out, "<p class='small muted'>%s</p>",
		     say(r, R_ONLY_OURS));
	if ((r->rights & (EDIT | REGISTER)) != 0 && p.e.received_at != 0)
		ask_registry(r, &p);
	if (p.e.received_at != 0)
		viewpoints_here(r, &p, may);
	matter_close(r);
	return OK;
}

/* -- changes ------------------------------------------------------------- */

static enum status back(struct req *r, const struct replied *p)
{
	return consult_back(r, &p->c, arena_print(r->s.mem,
		"/asked/%lld?saved=1", p->e.no));
}

/* One that came by link is theirs; one that we enter is as they wrote it. */
static enum status enter(struct req *r)
{
	struct replied p = {0};

	TRY(replied_read(r, &p));
	if (p.c.sent_at == 0 || p.c.closed_at != 0 || p.e.way == WAY_LINK ||
	    form_version(r) != p.e.version)
		return STALE;
	TRY(replied_save(r, &p, WAY_BY_US));
	return back(r, &p);
}

static enum status enregister(struct req *r)
{
	struct replied p = {0};

	TRY(replied_read(r, &p));
	p.e.version = form_version(r);
	p.e.registry_no = form_text(r, "registry_no", 60);
	p.e.no_registry = form_text(r, "no_registry", LINE);
	TRY(form_fine(r));
	TRY(consultee_register(&r->s, &p.e));
	return back(r, &p);
}

#define C "/m/:matter/consultations/:consultation"

static const struct route rows[] = {
	{ GET,  C "/asked/:no", consult_reply_page, READ, ON_MATTER },
	{ POST, C "/asked/:no", enter, EDIT, ON_MATTER, consult_reply_page },
	{ POST, C "/asked/:no/register", enregister, EDIT, ON_MATTER,
	  consult_reply_page },
	{ 0 },
};
const struct route *const consult_reply_routes = rows;
