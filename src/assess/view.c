/* What every page of an assessment has: its facts, the trail, the frame. */
#include "assess/view.h"
#include "assess/gate.h"
#include "assess/state.h"
#include "assess/assess.msg"
#include "assess/suggest.h"
#include "assess/words.h"
#include "base/text.h"

const struct part *const *assess_parts;
beside_fn *assess_beside;
notice_fn *assess_notice;

static const struct part *part_of(enum part_kind kind)
{
	for (const struct part *const *p = assess_parts; *p != NULL; p++)
		if ((*p)->kind == kind)
			return *p;
	return NULL;
}

void lack_add(struct req *r, struct lack_list *lacks, bool blocks, int step,
              const char *text, const char *address)
{
	*PUSH(r->s.mem, lacks) = (struct lack){
		.blocks = blocks, .step = step, .text = text,
		.address = address,
	};
}

int part_step_no(const struct view *v, enum part_kind kind)
{
	for (size_t i = 0; i < v->method.steps.n; i++) {
		const struct step *st = &v->method.steps.v[i];

		for (size_t j = 0; j < st->questions.n; j++)
			if (st->questions.v[j].part == kind)
				return (int)st->no;
	}
	return 0;
}

static const struct step *step_no(const struct view *v, i64 no)
{
	for (size_t i = 0; i < v->method.steps.n; i++)
		if (v->method.steps.v[i].no == no)
			return &v->method.steps.v[i];
	return NULL;
}

static const char *step_address(const struct req *r, const struct view *v,
                                const struct step *st, i64 priority_no)
{
	if (!st->per_priority)
		priority_no = 0;
	else if (priority_no == 0 && v->priorities.n > 0)
		priority_no = v->priorities.v[0].no;
	if (priority_no == 0)
		return arena_print(r->s.mem, "/a/%s/steps/%lld", v->a.key,
		                   st->no);
	return arena_print(r->s.mem, "/a/%s/steps/%lld/%lld", v->a.key,
	                   st->no, priority_no);
}

const char *part_address(const struct req *r, const struct view *v,
                         enum part_kind kind, i64 priority_no)
{
	const struct step *st = step_no(v, part_step_no(v, kind));

	return st == NULL ? arena_print(r->s.mem, "/a/%s", v->a.key) :
	       step_address(r, v, st, priority_no);
}

int question_step(const struct view *v, const struct question *q)
{
	for (size_t i = 0; i < v->method.steps.n; i++) {
		const struct question_list *all =
			&v->method.steps.v[i].questions;

		if (q >= all->v && q < all->v + all->n)
			return (int)v->method.steps.v[i].no;
	}
	return 0;
}

const char *question_address(const struct req *r, const struct view *v,
                             const struct question *q, i64 priority_no)
{
	return step_address(r, v, step_no(v, question_step(v, q)),
	                    priority_no);
}

const struct question *question_by_key(const struct view *v, const char *key)
{
	for (size_t i = 0; i < v->method.steps.n; i++)
		for (size_t j = 0; j < v->method.steps.v[i].questions.n; j++)
			if (same(v->method.steps.v[i].questions.v[j].key, key))
				return &v->method.steps.v[i].questions.v[j];
	return NULL;
}

enum status view_scale(struct req *r, const struct view *v,
                       const struct question *q, struct scale *out)
{
	*out = q->scale;
	if (q->scale.n == 0 && v->a.method != 0)
		return question_scale(&r->s, v->a.method, q->key, out);
	return OK;
}

enum status view_subject(struct req *r, const struct view *v,
                         struct subject *out)
{
	*out = (struct subject){ .key = "", .title = "", .description = "",
		.decided_by = "", .unit = "", .place = "" };
	return v->a.id == 0 ? OK : subject_get(&r->s, v->a.subject, out);
}

/* -- reading ------------------------------------------------------------- */

static bool asks(const struct view *v, enum part_kind kind)
{
	for (size_t i = 0; i < v->method.steps.n; i++) {
		const struct step *st = &v->method.steps.v[i];

		for (size_t j = 0; j < st->questions.n; j++)
			if (st->questions.v[j].part == kind &&
			    question_asked(&st->questions.v[j], v->a.depth))
				return true;
	}
	return false;
}

static enum status find_lacks(struct req *r, struct view *v)
{
	for (size_t i = 0; i < v->method.steps.n; i++) {
		const struct step *st = &v->method.steps.v[i];

		for (size_t j = 0; j < st->questions.n; j++) {
			const struct question *q = &st->questions.v[j];
			const struct part *p = part_of(q->part);

			if (p == NULL || p->lacking == NULL ||
			    !question_asked(q, v->a.depth))
				continue;
			TRY(p->lacking(r, v, q, &v->lacks));
		}
	}
	for (const struct part *const *p = assess_parts; *p != NULL; p++)
		if ((*p)->always && !asks(v, (*p)->kind))
			TRY((*p)->lacking(r, v, NULL, &v->lacks));
	return OK;
}

enum status view_read_asked(struct req *r, i64 step, i64 priority_no,
                            struct view *v)
{
	struct scope *s = &r->s;

	TRY(assess_get(s, r->object, &v->a));
	TRY(method_outline(s, v->a.method, &v->method));
	TRY(scope_list(s, v->a.id, &v->priorities));
	TRY(answer_list(s, v->a.id, &v->answers));
	TRY(used_goals(s, v->a.id, &v->frameworks));
	v->open = !assessment_is_final(v->a.state);
	for (size_t i = 0; i < v->priorities.n; i++)
		if (v->priorities.v[i].no == priority_no)
			v->priority = &v->priorities.v[i];
	if (step != 0) {
		v->step = step_no(v, step);
		if (v->step == NULL)
			return NOT_FOUND;
		v->address = step_address(r, v, v->step, priority_no);
	}
	return priority_no != 0 && v->priority == NULL ? NOT_FOUND : OK;
}

enum status view_read(struct req *r, i64 step, i64 priority_no,
                      struct view *v)
{
	TRY(view_read_asked(r, step, priority_no, v));
	TRY(relevance_list(&r->s, v->a.id, &v->relevance));
	TRY(finding_list(&r->s, v->a.id, &v->findings));
	if (!v->open)
		return OK;
	stopped_lacking(r, v);
	rest_lacking(r, v);
	return find_lacks(r, v);
}

/* -- the trail ----------------------------------------------------------- */

static i64 lacks_in(const struct view *v, i64 step, bool blocking_only)
{
	i64 n = 0;

	for (size_t i = 0; i < v->lacks.n; i++)
		n += (step == 0 || v->lacks.v[i].step == step) &&
		     (!blocking_only || v->lacks.v[i].blocks);
	return n;
}

static void station(struct req *r, const struct view *v,
                    const struct step *st)
{
	i64 lacks = lacks_in(v, st->no, false);
	bool here = v->step == st;

	emit(&r->out, "<li class='%s'><a href='%s'", lacks == 0 ? "done" : "",
	     step_address(r, v, st, v->priority == NULL ? 0 :
	                  v->priority->no));
	if (here)
		emit(&r->out, " aria-current='step'");
	emit(&r->out, ">");
	icon(r, lacks == 0 ? ICON_DONE : ICON_HALF);
	emit(&r->out, "<b>%lld <span class='nm'>%s</span></b><small>%s"
	     "</small></a></li>", st->no,
	     either(r, st->name_sv, st->name_en),
	     lacks == 0 ? say(r, STEP_DONE) :
	     say_count(r, STEP_LACKS, lacks));
}

static void last_station(struct req *r, const struct view *v, bool here)
{
	i64 stops = lacks_in(v, 0, true);

	emit(&r->out, "<li><a href='/a/%s/finish'", v->a.key);
	if (here)
		emit(&r->out, " aria-current='step'");
	emit(&r->out, ">");
	icon(r, v->open ? ICON_NOT_BEGUN : ICON_LOCK);
	emit(&r->out, "<b><span class='nm'>%s</span></b><small>%s</small></a>"
	     "</li>", say(r, v->open ? END_WORD : ENDED_WORD),
	     !v->open ? state_word(r, v->a.state) :
	     stops == 0 ? say(r, END_READY) :
	     say_count(r, END_LACKS, stops));
}

static enum status registry(struct req *r, const struct view *v)
{
	struct subject subject = {0};

	TRY(subject_get(&r->s, v->a.subject, &subject));
	for (size_t i = 0; i < subject.registry.n && i < 1; i++)
		emit(&r->out, "<span class='state num'>%s</span>",
		     subject.registry.v[i].number);
	return OK;
}

static enum status trail(struct req *r, const struct view *v, bool at_end)
{
	emit(&r->out, "<section class='head' aria-label='%s'><div>"
	     "<nav class='crumb' aria-label='%s'><ol><li>"
	     "<a href='%s'>%s</a></li><li><a href='/a/%s'>%s</a></li></ol>"
	     "</nav>\n<p class='t'>%s ", say(r, THE_ASSESSMENT),
	     say(r, YOU_ARE_HERE), r->let_in ? "/shared" :
	     arena_print(r->s.mem, "/o/%s", r->org_key),
	     say(r, r->let_in ? SHARED_WITH_ME : OVERVIEW), v->a.key,
	     v->a.title, v->a.title);
	state_shown(r, &v->a);
	TRY(registry(r, v));
	emit(&r->out, "</p>\n<nav class='led' aria-label='%s'><ol>",
	     say(r, THE_STEPS));
	for (size_t i = 0; i < v->method.steps.n; i++)
		station(r, v, &v->method.steps.v[i]);
	last_station(r, v, at_end);
	emit(&r->out, "</ol></nav></div></section>\n");
	return OK;
}

static enum status open_page(struct req *r, struct view *v,
                             const char *title, bool at_end)
{
	page_open(r, &(struct page){
		.title = arena_print(r->s.mem, "%s – %s", title, v->a.title),
		.menu = "/o/:org/assessments" });
	TRY(trail(r, v, at_end));
	page_main(r);
	page_saved(r);
	marked_shown(r, v);
	if (!v->open)
		emit(&r->out, "<p class='note'>%s</p>", say(r, LOCKED_NOTE));
	stopped_shown(r, v);
	rest_shown(r, v);
	return OK;
}

enum status view_open(struct req *r, struct view *v, const char *title)
{
	return open_page(r, v, title, false);
}

enum status view_open_end(struct req *r, struct view *v, const char *title)
{
	return open_page(r, v, title, true);
}

void view_close(struct req *r)
{
	page_close(r);
}

/* -- small --------------------------------------------------------------- */

const struct goal *goal_of(const struct framework_list *all, i64 id)
{
	for (size_t i = 0; i < all->n; i++)
		for (size_t j = 0; j < all->v[i].goals.n; j++)
			if (all->v[i].goals.v[j].id == id)
				return &all->v[i].goals.v[j];
	return NULL;
}

const struct answer *answer_in(const struct view *v, i64 priority,
                               const char *means)
{
	for (size_t i = 0; i < v->answers.n; i++)
		if (v->answers.v[i].priority == priority &&
		    same(v->answers.v[i].means, means))
			return &v->answers.v[i];
	return NULL;
}
