/* Page 1 of a reply: what has come, and whom it concerns in a line each. */
#include "assess/about_form.h"
#include "assess/upgrade.h"
#include "base/text.h"
#include "door/door.h"
#include "door/reply.msg"

/* What the page begins with: something registered, or nothing. */
struct begun {
	struct subject          what;
	struct screening        lines;
	struct assessment_list  earlier;
	struct method           model;
	bool                    no_model;
};

/* -- shared by the pages -------------------------------------------------- */

enum status reply_read(struct req *r, struct short_reply *p)
{
	struct screening_list all = {0};

	TRY(view_read(r, 0, 0, &p->v));
	TRY(subject_get(&r->s, p->v.a.subject, &p->what));
	if (p->v.priorities.n == 0)
		return NOT_FOUND;
	TRY(screening_of_subject(&r->s, p->what.id, &all));
	if (all.n > 0)
		p->lines = all.v[0];
	TRY(conflict_list(&r->s, p->v.a.id, &p->conflicts));
	return actor_link_list(&r->s, p->v.a.id, &p->actors);
}

static void heading(struct req *r, i64 answers, int page,
                    const struct sentence *head)
{
	emit(&r->out, "<p class='muted'>%s · %s</p><h1>%s</h1>",
	     say_with(r, D_PAGE, digits(r, page), NULL),
	     say_with(r, D_ANSWERS, digits(r, answers),
	              digits(r, REPLY_ANSWERS)), say(r, head));
}

/* Each page can be gone back to, in any order. */
static void pages(struct req *r, const char *key, int page)
{
	static const struct { const char *at; const struct sentence *word; }
	all[REPLY_PAGES] = {
		{ "/what", D_TO_1 }, { "/goals", D_TO_2 },
		{ "/against", D_TO_3 }, { "", D_TO_4 },
	};

	emit(&r->out, "<nav class='tabs' aria-label='%s'><ul>",
	     say(r, D_TITLE));
	for (int i = 0; i < REPLY_PAGES; i++)
		tab(r, i + 1 == page, arena_print(r->s.mem, "/a/%s/reply%s",
		    key, all[i].at), say(r, all[i].word));
	emit(&r->out, "</ul></nav>");
}

enum status reply_open(struct req *r, struct short_reply *p, int page,
                       const struct sentence *head)
{
	TRY(view_open(r, &p->v, say(r, D_TITLE)));
	pages(r, p->v.a.key, page);
	heading(r, reply_answers(p), page, head);
	return OK;
}

/* -- reading -------------------------------------------------------------- */

/* The quick check; without it, whichever model is the usual one. */
static enum status read_model(struct req *r, struct begun *b)
{
	struct method_list all = {0};
	size_t at;

	TRY(method_offered(&r->s, &all));
	b->no_model = all.n == 0;
	if (b->no_model)
		return OK;
	at = method_usual(&all);
	for (size_t i = 0; i < all.n; i++)
		if (same(all.v[i].code, "snabbkoll"))
			at = i;
	return method_get(&r->s, all.v[at].id, &b->model);
}

static enum status read_begun(struct req *r, struct begun *b)
{
	const char *key = r->failed || r->method == POST ?
	                  form_raw(r, "subject") : query_text(r, "subject");
	struct screening_list all = {0};
	i64 id;

	TRY(read_model(r, b));
	if (text_blank(key))
		return OK;
	TRY(subject_by_key(&r->s, key, &id));
	TRY(subject_get(&r->s, id, &b->what));
	if (b->what.kind != SUBJECT_REPLY)
		return NOT_FOUND;
	TRY(assess_of_subject(&r->s, id, &b->earlier));
	TRY(screening_of_subject(&r->s, id, &all));
	if (all.n > 0)
		b->lines = all.v[0];
	return OK;
}

/* -- the page ------------------------------------------------------------- */

static void begin_form(struct req *r, const struct begun *b)
{
	form_open_upload(r, "reply", "/o/%s/reply", r->org_key);
	if (b->what.id != 0)
		form_hidden(r, "subject", b->what.key);
	reply_ask(r, &b->what, "", &b->lines);
	button_save(r, say(r, D_SAVE_1));
	form_close(r);
}

static enum status page(struct req *r)
{
	struct begun b = {0};

	TRY(read_begun(r, &b));
	page_open(r, &(struct page){ .title = say(r, D_TITLE),
	                             .menu = "/o/:org" });
	page_main(r);
	heading(r, 0, 1, D_HEAD_1);
	emit(&r->out, "<div class='two'><div>");
	if (b.earlier.n > 0) {
		emit(&r->out, "<p>%s</p><ul class='rows'>", say(r, D_EXISTS));
		assessment_row(r, &b.earlier.v[0]);
		emit(&r->out, "</ul>");
	} else if (b.no_model) {
		emit(&r->out, "<p class='note'>%s</p>", say(r, D_NO_MODEL));
	} else {
		begin_form(r, &b);
	}
	emit(&r->out, "</div>");
	reply_beside(r);
	emit(&r->out, "</div>");
	page_close(r);
	return OK;
}

/* -- what was sent -------------------------------------------------------- */

static enum status begin(struct req *r, const struct begun *b,
                         struct screening *lines, struct assessment *a)
{
	struct how how = { .model = b->model, .depth = DEPTH_QUICK,
	                   .judged = JUDGED_PROPOSAL };
	struct framework_list used = {0};

	TRY(frameworks_for(r, &b->model, DEPTH_QUICK, &used));
	how.frameworks = arena_take(r->s.mem, (used.n + 1) * sizeof(i64));
	for (size_t i = 0; i < used.n; i++)
		how.frameworks[how.n++] = used.v[i].id;
	TRY(assess_begin(r, &b->what, &how, a));
	TRY(reply_note_sender(r, a->id, 0));
	lines->subject = b->what.id;
	lines->asked = DEPTH_QUICK;
	lines->unit = or_empty(b->what.unit);
	TRY(screening_note(&r->s, lines, b->lines.no));
	return screening_opened(r, &b->what, lines);
}

static enum status create(struct req *r)
{
	struct screening lines = {0};
	struct assessment a = {0};
	struct begun b = {0};

	TRY(read_begun(r, &b));
	if (b.earlier.n > 0)
		return TAKEN;
	if (b.no_model)
		issue(r, NULL, D_NO_MODEL);
	lines = b.lines;
	lines.made_at = 0;
	reply_read_lines(r, &lines);
	TRY(reply_note_subject(r, &b.what));
	TRY(begin(r, &b, &lines, &a));
	return go(r, "/a/%s/reply/goals?saved=1", a.key);
}

static const struct route rows[] = {
	{ GET, "/o/:org/reply", page, EDIT, ON_ORG },
	{ .method = POST, .path = "/o/:org/reply", .run = create,
	  .right = EDIT, .ground = ON_ORG, .form = page,
	  .prepare = reply_prepare },
	{ 0 },
};
const struct route *const reply_routes = rows;
