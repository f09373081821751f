/* The way back, as they who lead it see it: comments, reports, disposal. */
#include "base/clock.h"
#include "base/text.h"
#include "web/session.h"
#include "workshop/back.h"
#include "workshop/back.msg"
#include "workshop/show.h"

void remark_shown(struct req *r, const struct remark *m)
{
	emit(&r->out, "<blockquote class='say'><p>%s</p></blockquote>"
	     "<p class='small muted'>%s", m->text, m->board_name);
	if (m->finding_no != 0)
		emit(&r->out, " · %s", say_with(r, T_FINDING, arena_print(
		     r->s.mem, "%lld", m->finding_no), NULL));
	if (m->authority)
		emit(&r->out, " · %s", say(r, T_AUTHORITY));
	emit(&r->out, " · %s", treatment_say(r, m->treated));
	if (!text_blank(m->treated_how))
		emit(&r->out, ": %s", m->treated_how);
	emit(&r->out, "</p>");
}

/* -- comments ------------------------------------------------------------ */

static void ask_treatment(struct req *r, const struct workshop *w,
                          const struct remark *m)
{
	struct option_list ways = {0};

	for (int i = TREATED_TAKEN; i <= TREATED_DECLINED; i++)
		option_add(r, &ways, arena_print(r->s.mem, "%d", i),
		           treatment_say(r, (enum treatment)i),
		           i == (int)m->treated);
	form_open(r, arena_print(r->s.mem, "remark-%lld", m->no),
	          "/w/%s/remarks/%lld", w->key, m->no);
	ask_version(r, m->version);
	ask_line(r, &(struct ask){ .name = "treated",
		.label = say(r, T_HOW) }, &ways, false);
	ask_text(r, &(struct ask){ .name = "how", .rows = 2,
		.label = say(r, T_HOW), .stored = m->treated_how });
	emit(&r->out, "<p class='acts'>");
	button(r, "btn sec sm", say(r, T_SAVE));
	emit(&r->out, "</p>");
	form_close(r);
}

static enum status remarks(struct req *r, const struct workshop *w)
{
	struct remark_list all = {0};

	TRY(remark_list(&r->s, w->id, "", &all));
	emit(&r->out, "<h2 id='remarks'>%s</h2>", say(r, B_REMARKS));
	if (all.n == 0)
		emit(&r->out, "<p>%s</p>", say(r, B_NO_REMARKS));
	for (size_t i = 0; i < all.n; i++) {
		remark_shown(r, &all.v[i]);
		if ((r->rights & LEAD) != 0)
			ask_treatment(r, w, &all.v[i]);
	}
	return OK;
}

static enum status treat(struct req *r)
{
	struct workshop w = {0};
	struct remark m = { .no = arg_no(r, "no") };

	TRY(workshop_here(r, &w));
	m.version = form_version(r);
	m.treated = (enum treatment)form_choice(r, "treated", TREATED_TAKEN,
	                                        TREATED_DECLINED);
	if (m.treated == TREATED_NOT)
		issue(r, "treated", T_HOW_SAY);
	m.treated_how = form_needed(r, "how", TEXT, T_HOW_SAY);
	TRY(form_fine(r));
	TRY(remark_treat(&r->s, w.id, &m));
	return go(r, "/w/%s/back?saved=1#remarks", w.key);
}

/* -- organisations ------------------------------------------------------- */

static enum status organisations(struct req *r, const struct workshop *w)
{
	struct text_list all = {0};

	TRY(organisations_named(r, w, &all));
	emit(&r->out, "<h2>%s</h2><p>%s</p>", say(r, B_PAGES),
	     say(r, B_PAGES_TEXT));
	if (all.n == 0)
		emit(&r->out, "<p>%s</p>", say(r, B_NO_PAGES));
	emit(&r->out, "<ul class='rows tight'>");
	for (size_t i = 0; i < all.n; i++)
		emit(&r->out, "<li><a class='n' href='/w/%s/organisation?"
		     "name=%s'>%s</a></li>", w->key,
		     percent_encode(r->s.mem, all.v[i]), all.v[i]);
	emit(&r->out, "</ul>");
	return OK;
}

/* -- disposal ------------------------------------------------------------ */

static bool may_dispose(const struct req *r, const struct workshop *w)
{
	return (r->rights & REGISTER) != 0 && w->disposed_at == 0 &&
	       w->state >= WORKSHOP_COMPILED && w->disposal_on != 0 &&
	       w->disposal_on * DAY_MS <= r->s.now;
}

static void disposal(struct req *r, const struct workshop *w)
{
	emit(&r->out, "<h2>%s</h2><p>%s", say(r, B_DISPOSAL),
	     say_with(r, B_RULE, w->disposal, NULL));
	if (!text_blank(w->disposal_ref))
		emit(&r->out, "<br>%s", say_with(r, B_REF, w->disposal_ref,
		                                 NULL));
	emit(&r->out, "<br>%s</p>", w->disposed_at != 0 ? say(r, R_DISPOSED) :
	     w->disposal_on == 0 ? say(r, B_NO_DAY) :
	     say_with(r, B_ON, say_day(r, w->disposal_on), NULL));
	if (!may_dispose(r, w)) {
		if (w->disposed_at == 0)
			emit(&r->out, "<p class='small muted'>%s</p>",
			     say(r, B_DISPOSE_NOT));
		return;
	}
	emit(&r->out, "<p>%s</p>", say(r, B_DISPOSE_TEXT));
	form_open(r, "dispose", "/w/%s/dispose", w->key);
	ask_tick(r, "checked", "1", say(r, B_DISPOSE_YES), false);
	emit(&r->out, "<p class='acts'>");
	button(r, "btn sec", say(r, B_DISPOSE));
	emit(&r->out, "</p>");
	form_close(r);
}

static enum status dispose(struct req *r)
{
	struct workshop w = {0};

	TRY(workshop_here(r, &w));
	if (!form_has(r, "checked", "1"))
		issue(r, "checked", B_DISPOSE_SAY);
	TRY(form_fine(r));
	TRY(workshop_dispose(&r->s, w.id));
	return go(r, "/w/%s/back?saved=1", w.key);
}

/* -- pages --------------------------------------------------------------- */

enum status back_page(struct req *r)
{
	struct workshop w = {0};

	TRY(workshop_here(r, &w));
	workshop_open(r, &w, say(r, B_TITLE));
	emit(&r->out, "<h1>%s</h1><p class='lead'>%s</p>", say(r, B_HEAD),
	     say(r, B_LEAD));
	if (workshop_is_over(w.state))
		emit(&r->out, "<p class='acts'><a class='btn sec'"
		     " href='/w/%s/slides'>%s</a></p>", w.key,
		     say(r, B_SLIDES));
	emit(&r->out, "<p class='noprint'><a href='/w/%s/back.pdf'>%s</a>"
	     " <a href='/w/%s/back.docx'>DOCX</a></p>", w.key,
	     say(r, B_PAPER), w.key);
	TRY(remarks(r, &w));
	TRY(reports_shown(r, &w));
	TRY(organisations(r, &w));
	disposal(r, &w);
	page_close(r);
	return OK;
}

static enum status organisation_page(struct req *r)
{
	const char *name = query_text(r, "name");
	struct workshop w = {0};

	TRY(workshop_here(r, &w));
	if (text_blank(name))
		return NOT_FOUND;
	workshop_open(r, &w, say_with(r, O_TITLE, name, NULL));
	TRY(organisation_shown(r, &w, name));
	emit(&r->out, "<p class='noprint'><a href='/w/%s/back'>%s</a></p>",
	     w.key, say(r, O_ALL));
	page_close(r);
	return OK;
}

static const struct route rows[] = {
	{ GET,  "/w/:workshop/back", back_page, READ, ON_WORKSHOP },
	{ GET,  "/w/:workshop/back.:kind", report_back_file, READ,
	  ON_WORKSHOP, .heavy = true },
	{ POST, "/w/:workshop/remarks/:no", treat, LEAD, ON_WORKSHOP,
	  back_page },
	{ POST, "/w/:workshop/dispose", dispose, REGISTER, ON_WORKSHOP,
	  back_page },
	{ GET,  "/w/:workshop/organisation", organisation_page, READ,
	  ON_WORKSHOP },
	{ 0 },
};
const struct route *const back_routes = rows;
