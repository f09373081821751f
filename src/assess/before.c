/*
 * What the version before says, beside the new one that begins empty
 * (decisions.md B5). A finished assessment is frozen, so its rows say what its
 * edition says. Who is only let in to the new one sees nothing of the old.
 */
#include "assess/assess.msg"
#include "assess/finding.msg"
#include "assess/finding_form.h"
#include "assess/view.h"
#include "base/text.h"

bool has_before(const struct req *r, const struct view *v)
{
	return v->a.predecessor != 0 && !r->let_in;
}

/* The goal as it is called here: its framework may have a new edition. */
static i64 goal_now(const struct view *v, const struct mark *m)
{
	for (size_t i = 0; i < v->frameworks.n; i++) {
		const struct framework *f = &v->frameworks.v[i];

		for (size_t j = 0; same(f->code, m->framework) &&
		     j < f->goals.n; j++)
			if (same(f->goals.v[j].code, m->code))
				return f->goals.v[j].id;
	}
	return m->goal;
}

static bool is_about(const struct view *v, const struct question *q,
                     const struct goal *g, const struct mark *m)
{
	if (g != NULL)
		return m->goal == g->id;
	for (size_t i = 0; i < v->frameworks.n; i++)
		if (same(v->frameworks.v[i].code, m->framework) &&
		    asks_about(q, &v->frameworks.v[i]))
			return true;
	return false;
}

/* Those of the view's priority. */
static enum status read_before(struct req *r, const struct view *v,
                               const struct question *q,
                               const struct goal *g,
                               struct finding_list *out)
{
	struct finding_list all = {0};

	TRY(finding_list(&r->s, v->a.predecessor, &all));
	for (size_t i = 0; i < all.n; i++) {
		struct finding *f = &all.v[i];
		bool about = false;

		for (size_t j = 0; j < f->marks.n; j++) {
			f->marks.v[j].goal = goal_now(v, &f->marks.v[j]);
			about = about || is_about(v, q, g, &f->marks.v[j]);
		}
		if (about && f->priority == v->priority->id)
			*PUSH(r->s.mem, out) = *f;
	}
	return OK;
}

static void one_shown(struct req *r, const struct view *v,
                      const struct finding *f)
{
	emit(&r->out, "<li><b class='fn'>F%lld</b><div><p class='s'>%s</p>",
	     f->no, f->sentence);
	marks_row(r, v, f, true);
	if (!text_blank(f->rationale))
		emit(&r->out, "<p class='m'>%s: %s</p>", say(r, F_RATIONALE),
		     f->rationale);
	emit(&r->out, "</div></li>\n");
}

enum status findings_before(struct req *r, const struct view *v,
                            const struct question *q, const struct goal *g,
                            bool open)
{
	struct finding_list all = {0};

	if (!has_before(r, v) || v->priority == NULL)
		return OK;
	TRY(read_before(r, v, q, g, &all));
	if (all.n == 0)
		return OK;
	emit(&r->out, "<details class='quiet'%s><summary>%s</summary>"
	     "<ol class='fynd'>", open ? " open" : "",
	     say_count(r, F_BEFORE, (i64)all.n));
	for (size_t i = 0; i < all.n; i++)
		one_shown(r, v, &all.v[i]);
	emit(&r->out, "</ol><p><a href='/a/%s/beside/%s'>%s</a></p>"
	     "</details>", v->a.key, v->a.predecessor_key,
	     say(r, TO_COMPARE));
	return OK;
}
