/* "Berör också?" in the row of a finding, and what a tap did. */
#include <string.h>

#include "assess/assess.msg"
#include "assess/finding.msg"
#include "assess/finding_form.h"
#include "assess/suggest.h"
#include "base/text.h"

/* As a tap says it: without path "p" and "n", not as they are drawn. */
static const char *tap_word(const struct mark *m)
{
	const char *drawn = mark_class(m, FINDING_EFFECT);

	return same(drawn, "rp") ? "p" : same(drawn, "rn") ? "n" : drawn;
}

static void one(struct req *r, const struct finding *f,
                const struct suggestion *x)
{
	const struct goal *g = &x->goal;
	const char *title = either(r, g->title_sv, g->title_en);

	emit(&r->out, "<button class='add' type='submit' name='mark'"
	     " value='%s %s'>", goal_field(r->s.mem, "g", g),
	     tap_word(&x->mark));
	icon(r, ICON_PLUS);
	goal_tile(r, g);
	mark_shown(r, mark_class(&x->mark, FINDING_EFFECT),
	           mark_sign(&x->mark, FINDING_EFFECT));
	emit(&r->out, "<span><span class='vh'>%s </span>%s<span class='vh'>"
	     ", %s, F%lld</span></span></button>", say(r, S_ADD), title,
	     mark_word(r, &x->mark, FINDING_EFFECT), f->no);
}

/* Why, in a line each, and the way to say no for good. */
static void reasons(struct req *r, const struct view *v,
                    const struct finding *f,
                    const struct suggestion *const *some, size_t n)
{
	emit(&r->out, "<details class='small why'><summary>%s"
	     "<span class='vh'>, F%lld</span></summary><ul>",
	     say(r, S_WHY), f->no);
	for (size_t i = 0; i < n; i++) {
		const struct goal *g = &some[i]->goal;

		emit(&r->out, "<li>%s %s: %s <button class='btn sec sm'"
		     " type='submit' name='goal' value='%s' formaction="
		     "'/a/%s/findings/%lld/put-off'>%s<span class='vh'>: %s"
		     "</span></button></li>", g->code,
		     either(r, g->title_sv, g->title_en),
		     either(r, some[i]->why_sv, some[i]->why_en),
		     goal_field(r->s.mem, "g", g), v->a.key, f->no,
		     say(r, S_NO), either(r, g->title_sv, g->title_en));
	}
	emit(&r->out, "</ul></details>");
}

void suggestions_shown(struct req *r, const struct view *v,
                       const struct finding *f)
{
	const struct suggestion *some[SUGGESTED_MOST];
	size_t n = 0;

	for (size_t i = 0; i < v->suggestions.n && n < SUGGESTED_MOST; i++)
		if (v->suggestions.v[i].finding == f->id)
			some[n++] = &v->suggestions.v[i];
	if (n == 0 || !v->open || f->removed)
		return;
	form_open(r, arena_print(r->s.mem, "also-%lld", f->no),
	          "/a/%s/findings/%lld/mark", v->a.key, f->no);
	form_hidden(r, "back", r->path);
	emit(&r->out, "<div class='also'><span class='muted'>%s</span>",
	     say(r, S_ALSO));
	for (size_t i = 0; i < n; i++)
		one(r, f, some[i]);
	emit(&r->out, "</div>");
	reasons(r, v, f, some, n);
	form_close(r);
}

/* -- what was just done -------------------------------------------------- */

static const struct goal *named_goal(struct req *r, const struct view *v,
                                     const char *name)
{
	for (size_t i = 0; name != NULL && i < v->frameworks.n; i++) {
		const struct goal_list *all = &v->frameworks.v[i].goals;

		for (size_t j = 0; j < all->n; j++)
			if (same(name, goal_field(r->s.mem, "g", &all->v[j])))
				return &all->v[j];
	}
	return NULL;
}

void marked_shown(struct req *r, const struct view *v)
{
	i64 no = query_no(r, "marked");
	const struct goal *g = no == 0 ? NULL :
		named_goal(r, v, query_text(r, "goal"));

	if (g == NULL || !v->open)
		return;
	emit(&r->out, "<div class='note' role='status'><p>%s</p>",
	     say_with(r, S_MARKED, arena_print(r->s.mem, "%lld", no),
	              arena_print(r->s.mem, "%s %s", g->code,
	                          either(r, g->title_sv, g->title_en))));
	form_open(r, "undo", "/a/%s/findings/%lld/unmark", v->a.key, no);
	form_hidden(r, "back", r->path);
	form_hidden(r, "mark", goal_field(r->s.mem, "g", g));
	button(r, "btn sec sm", say(r, F_UNDO));
	form_close(r);
	emit(&r->out, "</div>");
}

/* -- no, thank you ------------------------------------------------------- */

enum status suggestion_put_off(struct req *r)
{
	struct view v = {0};
	struct finding f = {0};
	const struct goal *g;

	TRY(view_read_asked(r, 0, 0, &v));
	TRY(finding_get(&r->s, v.a.id, arg_no(r, "no"), &f));
	g = named_goal(r, &v, form_raw(r, "goal"));
	if (g == NULL || f.removed)
		return NOT_FOUND;
	TRY(suggestion_dismiss(&r->s, v.a.id, f.id, g->id));
	return go(r, "%s?saved=1", finding_back(r, &v));
}
