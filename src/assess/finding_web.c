/* Writing a new finding. */
#include "assess/assess.msg"
#include "assess/finding.msg"
#include "assess/finding_form.h"
#include "base/text.h"

static const struct question *question_of(const struct view *v,
                                          const char *key)
{
	const struct question *any = NULL;

	for (size_t i = 0; i < v->method.steps.n; i++) {
		const struct step *st = &v->method.steps.v[i];

		for (size_t j = 0; j < st->questions.n; j++) {
			const struct question *q = &st->questions.v[j];

			if (q->part != PART_FINDINGS)
				continue;
			if (same(q->key, key))
				return q;
			any = q;
		}
	}
	return any;
}

/* -- a new one ----------------------------------------------------------- */

static enum status new_page(struct req *r)
{
	struct view v = {0};
	const struct question *q;
	i64 priority = 0;

	(void)number_read(r->method == GET ? query_text(r, "priority") :
	                  form_raw(r, "priority"), 1, INT32_MAX, &priority);
	TRY(view_read(r, 0, priority, &v));
	q = question_of(&v, form_raw(r, "question"));
	if (v.priority == NULL || q == NULL)
		return NOT_FOUND;
	TRY(view_open(r, &v, say(r, F_NEW)));
	emit(&r->out, "<p class='muted'>P%lld %s</p><h1>%s</h1>",
	     v.priority->no, v.priority->now.title, say(r, F_HEAD));
	page_lesson(r, 2);
	if (v.open)
		TRY(finding_new_form(r, &v, q, NULL));
	view_close(r);
	return OK;
}

/* The same mark on each goal ticked; a RUS goal gets its direction only. */
static void read_goals(struct req *r, const struct view *v,
                       const struct mark *like, struct finding *f,
                       bool *paths)
{
	for (size_t i = 0; i < v->frameworks.n; i++) {
		const struct framework *fw = &v->frameworks.v[i];

		for (size_t j = 0; j < fw->goals.n; j++) {
			const struct goal *g = &fw->goals.v[j];
			struct mark m = *like;

			if (form_raw(r, goal_field(r->s.mem, "g", g)) == NULL)
				continue;
			m.goal = g->id;
			m.framework = g->framework_code;
			m.code = g->code;
			if (!has_path(fw))
				m.directness = WITHOUT_PATH;
			paths[f->marks.n] = has_path(fw);
			*PUSH(r->s.mem, &f->marks) = m;
		}
	}
}

bool *path_room(struct req *r, const struct framework_list *all)
{
	size_t n = 1;

	for (size_t i = 0; i < all->n; i++)
		n += all->v[i].goals.n;
	return arena_take(r->s.mem, n * sizeof(bool));
}

enum status finding_typed(struct req *r, const struct view *v,
                          const struct question *q, struct finding *f)
{
	bool *paths = path_room(r, &v->frameworks);
	struct mark like = {0};

	f->priority = v->priority->id;
	f->wording = v->priority->now.id;
	f->sentence = form_text(r, "sentence", 600);
	f->rationale = form_text(r, "rationale", TEXT);
	TRY(read_details(r, v, f));
	read_groups(r, f);
	if (read_effect(r, f, &like))
		read_goals(r, v, &like, f, paths);
	explain_finding(r, finding_flaws(f, paths) &
	                (like.direction == DIRECTION_NONE && f->kind == 0 ?
	                 FINDING_NO_SENTENCE : ~0u), "v");
	explain_depth(r, q->fields, f);
	return form_fine(r);
}

static enum status add(struct req *r)
{
	struct view v = {0};
	struct finding f = {0};
	const struct question *q;
	i64 priority = 0, id;

	(void)number_read(form_raw(r, "priority"), 1, INT32_MAX, &priority);
	TRY(view_read_asked(r, 0, priority, &v));
	q = question_of(&v, form_raw(r, "question"));
	if (v.priority == NULL || q == NULL)
		return NOT_FOUND;
	TRY(assess_open(&r->s, v.a.id));
	TRY(finding_typed(r, &v, q, &f));
	TRY(finding_note(&r->s, v.a.id, &f, &id));
	return go(r, "%s?saved=1#f%lld", finding_back(r, &v), f.no);
}

static const struct route rows[] = {
	{ GET,  "/a/:assessment/new-finding", new_page, READ, ON_ASSESSMENT },
	{ POST, "/a/:assessment/findings", add, ANSWER, ON_ASSESSMENT,
	  new_page },
	{ 0 },
};
const struct route *const finding_routes = rows;
