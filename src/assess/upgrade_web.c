/* Changing an open assessment to another model or depth, seen beforehand. */
#include "assess/assess.msg"
#include "assess/upgrade.h"
#include "assess/upgrade.msg"
#include "assess/words.h"
#include "base/text.h"

static const char *model_name(const struct req *r, const struct method *m)
{
	return either(r, m->title_sv, m->title_en);
}

/* -- seen beforehand ----------------------------------------------------- */

static void more(struct req *r, const struct upgrade *u)
{
	if (u->more.n == 0) {
		emit(&r->out, "<p>%s</p>", say(r, T_NO_MORE));
		return;
	}
	emit(&r->out, "<details><summary>%s</summary><ul>",
	     say_count(r, T_MORE, (i64)u->more.n));
	for (size_t i = 0; i < u->more.n; i++)
		emit(&r->out, "<li>%s</li>", either(r,
		     u->more.v[i].title_sv, u->more.v[i].title_en));
	emit(&r->out, "</ul></details>");
}

static void would(struct req *r, const struct view *v,
                  const struct method *to, enum depth d)
{
	struct upgrade u = upgrade_of(r->s.mem, &v->method, v->a.depth, to,
	                              d, &v->answers);

	emit(&r->out, "<h3>%s</h3>", depth_say(r, d));
	more(r, &u);
	if (u.follows > 0)
		emit(&r->out, "<p>%s</p>", say_count(r, T_FOLLOWS,
		     u.follows));
	if (u.kept > 0)
		emit(&r->out, "<p>%s</p>", say_count(r, T_KEPT, u.kept));
	form_open(r, arena_print(r->s.mem, "turn%d", (int)d), "/a/%s/model",
	          v->a.key);
	ask_version(r, v->a.version);
	form_hidden(r, "model", to->key);
	form_hidden_no(r, "depth", (i64)d);
	button(r, "btn sec", say_with(r, T_DO, text_fold(r->s.mem,
	       depth_say(r, d)), NULL));
	form_close(r);
}

static enum status offered(struct req *r, const struct view *v)
{
	struct method_list all = {0};

	TRY(method_offered(&r->s, &all));
	emit(&r->out, "<h2>%s</h2><ul class='rows'>", say(r, T_OFFERED));
	for (size_t i = 0; i < all.n; i++)
		emit(&r->out, "<li><a class='n' href='/a/%s/model?to=%s'>%s"
		     "</a><span class='m'>%s</span></li>", v->a.key,
		     all.v[i].key, model_name(r, &all.v[i]), either(r,
		     all.v[i].about_sv, all.v[i].about_en));
	emit(&r->out, "</ul>");
	return OK;
}

static enum status looked_at(struct req *r, struct method *to)
{
	const char *key = r->method == GET ? query_text(r, "to") :
	                  form_raw(r, "model");

	if (text_blank(key))
		return NOT_FOUND;
	TRY(method_by_key(&r->s, key, to));
	return to->published_at == 0 ? NOT_FOUND : OK;
}

static enum status page(struct req *r)
{
	struct method to = {0};
	enum status found = looked_at(r, &to);
	struct view v = {0};

	if (found != OK && found != NOT_FOUND)
		return found;
	TRY(view_read(r, 0, 0, &v));
	if (!v.open)
		return NOT_FOUND;
	TRY(view_open(r, &v, say(r, T_TITLE)));
	emit(&r->out, "<h1>%s</h1><p class='lead'>%s</p><p>%s</p>",
	     say(r, T_HEAD), say(r, T_LEAD), say_with(r, T_NOW,
	     model_name(r, &v.method), text_fold(r->s.mem, depth_say(r,
	     v.a.depth))));
	if (found == OK) {
		emit(&r->out, "<section class='panel'><h2>%s</h2><p>%s</p>",
		     model_name(r, &to), say(r, T_FOUND));
		for (enum depth d = DEPTH_QUICK; d <= DEPTH_DEEP; d++)
			if (to.id != v.method.id || d != v.a.depth)
				would(r, &v, &to, d);
		emit(&r->out, "</section>");
	}
	TRY(offered(r, &v));
	view_close(r);
	return OK;
}

/* -- doing it ------------------------------------------------------------ */

static enum status turn(struct req *r)
{
	struct method from = {0}, to = {0};
	struct assessment a = {0};
	i64 depth = form_choice(r, "depth", DEPTH_QUICK, DEPTH_DEEP);
	enum status found = looked_at(r, &to);

	if (found == NOT_FOUND || depth == 0)
		issue(r, NULL, T_SAY);
	else
		TRY(found);
	TRY(form_fine(r));
	TRY(assess_open(&r->s, r->object));
	TRY(assess_get(&r->s, r->object, &a));
	if (a.method == to.id && (i64)a.depth == depth) {
		issue(r, NULL, T_SAME);
		return INVALID;
	}
	a.version = form_version(r);
	TRY(method_get(&r->s, a.method, &from));
	TRY(upgrade_turn(&r->s, &a, &from, &to, (enum depth)depth));
	return go(r, "/a/%s?saved=1", a.key);
}

/* -- what no question asks for ------------------------------------------- */

static const char *on_which(const struct req *r, const struct answer *a)
{
	return a->priority_no == 0 ? "" : arena_print(r->s.mem, "P%lld. ",
	                                              a->priority_no);
}

/* A yes and a no are stored as such, and have no label. */
static const char *words_of(const struct req *r, const struct answer *a)
{
	return same(a->value, "yes") ? say(r, YES) :
	       same(a->value, "no") ? say(r, NO) : answer_words(a);
}

void kept_answers_shown(struct req *r, const struct view *v)
{
	size_t shown = 0;

	for (size_t i = 0; i < v->answers.n; i++) {
		const struct answer *a = &v->answers.v[i];

		if (text_blank(a->asked))
			continue;
		if (shown++ == 0)
			emit(&r->out, "<h2>%s</h2><p class='muted'>%s</p>"
			     "<dl class='sum'>", say(r, T_OTHER_MODEL),
			     say(r, T_OTHER_TEXT));
		emit(&r->out, "<div><dt>%s%s</dt><dd>%s", on_which(r, a),
		     a->asked, words_of(r, a));
		if (!text_blank(a->note))
			emit(&r->out, ". %s", a->note);
		emit(&r->out, "</dd></div>");
	}
	if (shown > 0)
		emit(&r->out, "</dl>");
}

static const struct route rows[] = {
	{ GET,  "/a/:assessment/model", page, EDIT, ON_ASSESSMENT },
	{ POST, "/a/:assessment/model", turn, EDIT, ON_ASSESSMENT, page },
	{ 0 },
};
const struct route *const upgrade_routes = rows;
