/* The case officer's pages: their own preparation, and links to groups that
 * decide. */
#include "account/pass.h"
#include "assess/view.h"
#include "base/text.h"
#include "brief/five.h"
#include "brief/five.msg"

/* -- links --------------------------------------------------------------- */

static const struct five_form *form_of(const struct five_form_list *all,
                                       i64 pass)
{
	for (size_t i = 0; i < all->n; i++)
		if (all->v[i].pass == pass)
			return &all->v[i];
	return NULL;
}

static bool is_over(const struct req *r, const struct pass *p)
{
	return p->taken_back != 0 || (p->ends != 0 && p->ends <= r->s.now);
}

/* A link lasts to the end of its last day. */
static const char *last_day(struct req *r, const struct pass *p)
{
	return say_day(r, day_of_instant(p->ends - 1));
}

static void lasts(struct req *r, const struct pass *p)
{
	const char *text = NULL;

	if (p->taken_back != 0)
		text = say_with(r, O_TAKEN_BACK, say_day(r,
		                day_of_instant(p->taken_back)), NULL);
	else if (p->ends != 0)
		text = say_with(r, is_over(r, p) ? O_ENDED : O_UNTIL,
		                last_day(r, p), NULL);
	if (text != NULL)
		emit(&r->out, "%s. ", text);
}

static void link_row(struct req *r, size_t no, const struct pass *p,
                     const struct five_form *f)
{
	emit(&r->out, "<li><span class='n'>%s</span><span class='m'>",
	     p->for_whom);
	lasts(r, p);
	if (f == NULL)
		emit(&r->out, "%s.", say(r, O_NOT_SAVED));
	else
		emit(&r->out, "%s. %s.", say_with(r, O_IS_SAVED,
		     say_instant(r, f->at), NULL), five_word(r,
		     five_of(f->answers)));
	emit(&r->out, "</span>");
	if (!is_over(r, p) && (r->rights & ANSWER) != 0) {
		emit(&r->out, "<span class='e'>");
		button_form(r, arena_print(r->s.mem, "end%zu", no),
		            "btn sec sm", say(r, O_TAKE_BACK),
		            "/a/%s/five/links/%zu/end", r->object_key, no);
		emit(&r->out, "</span>");
	}
	emit(&r->out, "</li>");
}

static void links(struct req *r, const struct pass_list *all,
                  const struct five_form_list *forms)
{
	i64 saved = 0;

	emit(&r->out, "<h2>%s</h2>", say(r, O_LINKS));
	for (size_t i = 0; i < forms->n; i++)
		saved += forms->v[i].pass != 0;
	if (all->n == 0)
		emit(&r->out, "<p>%s</p>", say(r, O_NO_LINKS));
	if (saved > 0)
		emit(&r->out, "<p>%s</p>", say_count(r, O_SAVED, saved));
	if (all->n > 0)
		emit(&r->out, "<ul class='rows'>");
	for (size_t i = 0; i < all->n; i++)
		link_row(r, i + 1, &all->v[i], form_of(forms,
		         all->v[i].id));
	if (all->n > 0)
		emit(&r->out, "</ul>");
}

static void ask_link(struct req *r)
{
	emit(&r->out, "<h2>%s</h2>", say(r, O_NEW));
	form_open(r, "link", "/a/%s/five/links", r->object_key);
	ask_text(r, &(struct ask){ .name = "whom", .label = say(r, O_WHOM),
		.hint = say(r, O_WHOM_HINT), .stored = "" });
	ask_day(r, &(struct ask){ .name = "last", .label = say(r, O_LAST),
		.class = "w10", .optional = true }, 0);
	emit(&r->out, "<p>%s</p>", say(r, O_RECORD));
	ask_tick(r, "yes", "1", say(r, O_YES), false);
	emit(&r->out, "<p class='acts'>");
	button(r, "btn", say(r, O_MAKE));
	emit(&r->out, "</p>");
	form_close(r);
}

static void own(struct req *r, const struct five_form *f)
{
	emit(&r->out, "<h2>%s</h2>", say(r, O_OWN));
	if (f != NULL)
		emit(&r->out, "<p>%s %s.</p>", say_with(r, V_SAVED_OWN,
		     say_instant(r, f->at), NULL), five_word(r,
		     five_of(f->answers)));
	emit(&r->out, "<p class='acts'><a class='btn sec' href='/a/%s/five/"
	     "own%s%s'>%s</a></p>", r->object_key, f == NULL ? "" : "?s=",
	     f == NULL ? "" : f->answers, say(r, f == NULL ? O_START :
	     O_CHANGE));
}

static enum status list_page(struct req *r)
{
	struct five_form_list forms = {0};
	struct pass_list all = {0};
	struct view v = {0};

	TRY(view_read(r, 0, 0, &v));
	TRY(pass_list(&r->s, PASS_FIVE_STEPS, v.a.id, &all));
	TRY(five_form_list(&r->s, v.a.id, &forms));
	TRY(view_open(r, &v, say(r, G_TITLE)));
	emit(&r->out, "<h1>%s</h1><p class='lead'>%s</p>", say(r, O_HEAD),
	     say(r, O_LEAD));
	own(r, form_of(&forms, 0));
	links(r, &all, &forms);
	if ((r->rights & ANSWER) != 0)
		ask_link(r);
	view_close(r);
	return OK;
}

static enum status make_link(struct req *r)
{
	struct pass p = { .kind = PASS_FIVE_STEPS, .object = r->object };
	const char *secret;
	i64 last = form_day(r, "last");

	p.for_whom = form_needed(r, "whom", LINE, O_SAY_WHOM);
	if (last != 0 && last < day_of_instant(r->s.now))
		issue(r, "last", O_SAY_LATER);
	if (!form_has(r, "yes", "1"))
		issue(r, "yes", O_SAY_YES);
	TRY(form_fine(r));
	if (last != 0)
		p.ends = instant_of(last + 1, 0);
	TRY(pass_note(&r->s, &p, &secret));
	return go(r, "/l/%s/five?made=1", secret);
}

static enum status end_link(struct req *r)
{
	struct pass_list all = {0};
	i64 no = arg_no(r, "no");

	TRY(pass_list(&r->s, PASS_FIVE_STEPS, r->object, &all));
	if (no < 1 || no > (i64)all.n)
		return NOT_FOUND;
	if (all.v[no - 1].taken_back == 0)
		TRY(pass_take_back(&r->s, all.v[no - 1].id));
	return go(r, "/a/%s/five?saved=1", r->object_key);
}

/* -- their own preparation ----------------------------------------------- */

/* Where a form failed, its answers are those that were sent. */
static const char *answers_now(struct req *r)
{
	const char *s = r->method == POST ? form_raw(r, "answers") :
	                query_text(r, "s");

	return five_read(r->s.mem, or_empty(s));
}

static void save_own(struct req *r, const char *answers,
                     const struct five_form *f)
{
	if (five_of(answers).state == FIVE_ASKS ||
	    (r->rights & ANSWER) == 0)
		return;
	form_open(r, "five", "/a/%s/five/own", r->object_key);
	form_hidden_no(r, "version", f->version);
	form_hidden(r, "answers", answers);
	emit(&r->out, "<p class='muted'>%s</p><p class='acts'>",
	     say(r, V_SAVE_OWN_MEANS));
	button(r, "btn", say(r, V_SAVE_OWN));
	emit(&r->out, "</p>");
	form_close(r);
}

static enum status own_page(struct req *r)
{
	struct document *d = NEW(r->s.mem, struct document);
	const char *answers = answers_now(r);
	struct five_form f = {0};
	struct hole_list holes = {0};
	struct five_hints known;
	struct view v = {0};
	enum status found;

	TRY(view_read(r, 0, 0, &v));
	found = five_form_get(&r->s, v.a.id, 0, &f);
	if (found != NOT_FOUND)
		TRY(found);
	TRY(document_of(&r->s, v.a.id, d));
	TRY(holes_read(&r->s, v.a.id, d, r->language, &holes));
	five_hints(r->s.mem, d, &holes, r->language, &known);
	TRY(view_open(r, &v, say(r, G_TITLE)));
	emit(&r->out, "<p class='muted noprint'><a href='/a/%s/five'>%s</a>"
	     "</p>", r->object_key, say(r, G_TITLE));
	five_page(r, arena_print(r->s.mem, "/a/%s/five/own", r->object_key),
	          answers, &known);
	save_own(r, answers, &f);
	view_close(r);
	return OK;
}

static enum status own_save(struct req *r)
{
	struct five_form f = { .answers = answers_now(r),
	                       .version = form_version(r) };

	if (five_of(f.answers).state == FIVE_ASKS) {
		issue(r, NULL, V_WRONG);
		return INVALID;
	}
	TRY(five_form_save(&r->s, r->object, &f));
	return go(r, "/a/%s/five?saved=1", r->object_key);
}

#define A "/a/:assessment/five"

static const struct route rows[] = {
	{ GET,  A, list_page, READ, ON_ASSESSMENT },
	{ POST, A "/links", make_link, ANSWER, ON_ASSESSMENT, list_page },
	{ POST, A "/links/:no/end", end_link, ANSWER, ON_ASSESSMENT },
	{ GET,  A "/own", own_page, READ, ON_ASSESSMENT },
	{ POST, A "/own", own_save, ANSWER, ON_ASSESSMENT, own_page },
	{ 0 },
};
const struct route *const five_steps_routes = rows;
