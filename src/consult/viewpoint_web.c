/* Viewpoints, and what is done with each of them. */
#include "base/rights.h"
#include "base/text.h"
#include "consult/consult.msg"
#include "consult/consult_show.h"
#include "paper/paper.h"

void viewpoint_row(struct req *r, const struct consultation *c,
                   const struct viewpoint *v, bool may)
{
	emit(&r->out, "<li><span class='n'>%s</span><span class='m'>%s · ",
	     v->text, v->consultee_name);
	state(r, treatment_icon(v->treated), "", treatment_say(r, v->treated));
	emit(&r->out, "</span>");
	if (!text_blank(v->why))
		emit(&r->out, "<span class='m'>%s</span>", v->why);
	if (!text_blank(v->change))
		emit(&r->out, "<span class='m'>%s: %s</span>",
		     say(r, V_CHANGE_C), v->change);
	if (may)
		emit(&r->out, "<div class='e'><a href='/m/%s/consultations/"
		     "%lld/viewpoints/%lld'>%s<span class='vh'> %lld</span>"
		     "</a></div>", r->object_key, c->no, v->no,
		     say(r, C_CHANGE), v->no);
	emit(&r->out, "</li>");
}

/* -- the form ------------------------------------------------------------ */

static void ask_question(struct req *r, const struct viewpoint *v,
                         const struct consult_question_list *questions)
{
	struct option_list all = {0};

	option_add(r, &all, "0", say(r, Q_OTHER), v->question_no == 0);
	for (size_t i = 0; i < questions->n; i++)
		option_add(r, &all, arena_print(r->s.mem, "%lld",
		           questions->v[i].no), questions->v[i].text,
		           v->question_no == questions->v[i].no);
	ask_select(r, &(struct ask){ .name = "question",
		.label = say(r, V_QUESTION) }, &all);
}

void ask_viewpoint(struct req *r, const struct viewpoint *v,
                   const struct consult_question_list *questions)
{
	struct option_list all = {0};

	ask_text(r, &(struct ask){ .name = "text", .stored = v->text,
		.label = say(r, V_TEXT_C), .rows = 3 });
	ask_question(r, v, questions);
	for (int i = TREATED_NOT; i <= TREATED_DECLINED; i++)
		option_add(r, &all, arena_print(r->s.mem, "%d", i),
		           treatment_say(r, (enum treatment)i),
		           (int)v->treated == i);
	ask_line(r, &(struct ask){ .name = "treated",
		.label = say(r, V_TREATED) }, &all, false);
	ask_text(r, &(struct ask){ .name = "why", .stored = v->why,
		.label = say(r, V_WHY_C), .hint = say(r, V_WHY_HINT),
		.rows = 2, .optional = true });
	ask_text(r, &(struct ask){ .name = "change", .stored = v->change,
		.label = say(r, V_CHANGE_C), .rows = 2, .optional = true });
}

static void form_viewpoint(struct req *r, struct viewpoint *v,
                           const struct consult_question_list *questions)
{
	i64 no = form_choice(r, "question", 0, INT32_MAX);

	v->text = form_needed(r, "text", TEXT, V_TEXT_SAY);
	v->treated = (enum treatment)form_choice(r, "treated", 0,
	                                       TREATED_DECLINED);
	v->why = form_text(r, "why", TEXT);
	v->change = form_text(r, "change", TEXT);
	v->question = 0;
	for (size_t i = 0; i < questions->n; i++)
		if (questions->v[i].no == no)
			v->question = questions->v[i].id;
	if (v->treated != TREATED_NOT && !viewpoint_is_answered(v))
		issue(r, "why", V_WHY_SAY);
}

/* -- pages --------------------------------------------------------------- */

static void removed_shown(struct req *r, const struct consultation *c)
{
	i64 no = query_no(r, "removed");

	if (no == 0 || r->failed || (r->rights & EDIT) == 0)
		return;
	emit(&r->out, "<div class='note' role='status'><p>%s</p>",
	     say(r, V_REMOVED_C));
	button_form(r, "restore", "btn sec sm", say(r, V_UNDO_C),
	            "/m/%s/consultations/%lld/viewpoints/%lld/restore",
	            r->object_key, c->no, no);
	emit(&r->out, "</div>");
}

static enum status list_page(struct req *r)
{
	bool left = same(query_text(r, "show"), "left");
	struct viewpoint_list all = {0};
	struct consultation c = {0};
	struct matter m = {0};
	const char *here;

	TRY(consult_open(r, say(r, V_HEAD_C), &m, &c));
	TRY(viewpoint_list(&r->s, c.id, 0, &all));
	removed_shown(r, &c);
	here = arena_print(r->s.mem, "/m/%s/consultations/%lld/viewpoints",
	                   m.key, c.no);
	emit(&r->out, "<nav class='tabs' aria-label='%s'><ul>",
	     say(r, V_SHOW_C));
	tab(r, !left, here, say(r, V_ALL_C));
	tab(r, left, arena_print(r->s.mem, "%s?show=left", here),
	    say(r, V_ONLY_LEFT));
	emit(&r->out, "</ul></nav>");
	if (all.n == 0)
		emit(&r->out, "<p>%s</p>", say(r, V_NONE_C));
	emit(&r->out, "<ul class='rows'>");
	for (size_t i = 0; i < all.n; i++)
		if (!left || all.v[i].treated == TREATED_NOT)
			viewpoint_row(r, &c, &all.v[i],
			              (r->rights & EDIT) != 0);
	emit(&r->out, "</ul>");
	matter_close(r);
	return OK;
}

static enum status edit_page(struct req *r)
{
	struct consult_question_list questions = {0};
	struct consultation c = {0};
	struct viewpoint v = {0};
	struct matter m = {0};

	TRY(consult_open(r, say(r, V_EDIT_C), &m, &c));
	TRY(viewpoint_get(&r->s, c.id, arg_no(r, "no"), &v));
	TRY(consult_question_list(&r->s, c.id, &questions));
	emit(&r->out, "<p class='muted'>%s</p>", v.consultee_name);
	form_open(r, "viewpoint", "/m/%s/consultations/%lld/viewpoints/%lld",
	          m.key, c.no, v.no);
	ask_version(r, v.version);
	ask_viewpoint(r, &v, &questions);
	button_save(r, say(r, V_SAVE_C));
	form_close(r);
	button_form(r, "remove", "btn sec sm", say(r, Q_REMOVE),
	            "/m/%s/consultations/%lld/viewpoints/%lld/remove", m.key,
	            c.no, v.no);
	matter_close(r);
	return OK;
}

static enum status add(struct req *r)
{
	struct consult_question_list questions = {0};
	struct consultation c = {0};
	struct consultee e = {0};
	struct viewpoint v = {0};

	TRY(consult_here(r, &c));
	TRY(consultee_get(&r->s, c.id, arg_no(r, "no"), &e));
	TRY(consult_question_list(&r->s, c.id, &questions));
	form_viewpoint(r, &v, &questions);
	TRY(form_fine(r));
	v.consultee = e.id;
	TRY(viewpoint_note(&r->s, c.id, &v));
	return consult_back(r, &c, arena_print(r->s.mem,
		"/asked/%lld?saved=1", e.no));
}

static enum status change(struct req *r)
{
	struct consult_question_list questions = {0};
	struct consultation c = {0};
	struct viewpoint v = {0};

	TRY(consult_here(r, &c));
	TRY(viewpoint_get(&r->s, c.id, arg_no(r, "no"), &v));
	TRY(consult_question_list(&r->s, c.id, &questions));
	form_viewpoint(r, &v, &questions);
	TRY(form_fine(r));
	v.version = form_version(r);
	TRY(viewpoint_change(&r->s, c.id, &v));
	return consult_back(r, &c, "/viewpoints?saved=1");
}

static enum status set_removed(struct req *r, bool removed)
{
	struct consultation c = {0};

	TRY(consult_here(r, &c));
	TRY(viewpoint_remove(&r->s, c.id, arg_no(r, "no"), removed));
	return consult_back(r, &c, !removed ? "/viewpoints?saved=1" :
		arena_print(r->s.mem, "/viewpoints?removed=%lld",
		            arg_no(r, "no")));
}

static enum status remove_one(struct req *r)
{
	return set_removed(r, true);
}

static enum status restore(struct req *r)
{
	return set_removed(r, false);
}

/* What came of it, as a page and as a paper. */
static enum status compilation(struct req *r)
{
	struct consulted all = {0};
	struct matter m = {0};
	const char *here;

	TRY(consulted_read(&r->s, r->object, arg_no(r, "consultation"),
	                   &all));
	TRY(consult_open(r, say(r, W_PAPER), &m, &all.c));
	here = arena_print(r->s.mem, "/m/%s/consultations/%lld/compilation",
	                   m.key, all.c.no);
	emit(&r->out, "<p class='acts noprint'><a class='btn sec sm' href='"
	     "%s.pdf'>PDF</a><a href='%s.docx'>DOCX</a><a href='%s.xlsx'>XLSX"
	     "</a><a href='%s.csv'>CSV</a></p>", here, here, here, here);
	paper_html(consult_paper(r, &all), &r->out, 2);
	matter_close(r);
	return OK;
}

static enum status compilation_file(struct req *r)
{
	struct consulted all = {0};

	TRY(consulted_read(&r->s, r->object, arg_no(r, "consultation"),
	                   &all));
	return paper_reply(r, consult_paper(r, &all), arena_print(r->s.mem,
		"remissammanstallning-%s-%lld", r->object_key, all.c.no));
}

#define C "/m/:matter/consultations/:consultation"

static const struct route rows[] = {
	{ POST, C "/asked/:no/viewpoints", add, EDIT, ON_MATTER,
	  consult_reply_page },
	{ GET,  C "/viewpoints", list_page, READ, ON_MATTER },
	{ GET,  C "/viewpoints/:no", edit_page, EDIT, ON_MATTER },
	{ POST, C "/viewpoints/:no", change, EDIT, ON_MATTER, edit_page },
	{ POST, C "/viewpoints/:no/remove", remove_one, EDIT, ON_MATTER,
	  list_page },
	{ POST, C "/viewpoints/:no/restore", restore, EDIT, ON_MATTER,
	  list_page },
	{ GET,  C "/compilation", compilation, READ, ON_MATTER },
	{ GET,  C "/compilation.:kind", compilation_file, READ, ON_MATTER,
	  .heavy = true },
	{ 0 },
};
const struct route *const viewpoint_routes = rows;
