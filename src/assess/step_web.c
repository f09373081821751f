/* Step pages: a model's questions, drawn by their parts. */
#include "assess/assess.msg"
#include "assess/words.h"
#include "base/text.h"

/* Answers of the step's own form; the other parts have forms of their own. */
static const struct part *simple_part(const struct view *v,
                                      const struct question *q)
{
	for (const struct part *const *p = assess_parts; *p != NULL; p++)
		if ((*p)->kind == q->part && (*p)->save != NULL &&
		    question_asked(q, v->a.depth))
			return *p;
	return NULL;
}

static const struct part *formed_part(const struct view *v,
                                      const struct question *q)
{
	for (const struct part *const *p = assess_parts; *p != NULL; p++)
		if ((*p)->kind == q->part && (*p)->save == NULL &&
		    question_asked(q, v->a.depth))
			return *p;
	return NULL;
}

static void priority_tabs(struct req *r, const struct view *v)
{
	emit(&r->out, "<nav class='tabs' aria-label='%s'><ul>",
	     judged_many(r, v));
	for (size_t i = 0; i < v->priorities.n; i++) {
		const struct priority *p = &v->priorities.v[i];

		emit(&r->out, "<li><a href='/a/%s/steps/%lld/%lld'", v->a.key,
		     v->step->no, p->no);
		if (p == v->priority)
			emit(&r->out, " aria-current='page'");
		emit(&r->out, ">P%lld %s</a></li>", p->no,
		     text_short(r->s.mem, p->now.title, 32));
	}
	emit(&r->out, "</ul></nav>");
}

static void headline(struct req *r, const struct view *v)
{
	const char *title = headline_for(r->s.mem, either(r,
		v->step->headline_sv, v->step->headline_en),
		v->priority == NULL ? "" : v->priority->now.title);

	emit(&r->out, "<p class='muted'>%s · %s</p>\n<h1>%s</h1>\n",
	     say_with(r, STEP_OF, arena_print(r->s.mem, "%lld",
	     v->step->no), NULL), v->priority == NULL ? say(r, WHOLE) :
	     arena_print(r->s.mem, "P%lld %s", v->priority->no,
	                 v->priority->now.title), title);
}

/* Questions that are one answer each share a form while they stand together. */
static void open_answers(struct req *r, const struct view *v, int no)
{
	if (v->open)
		form_open(r, arena_print(r->s.mem, "answers%d", no),
		          "%s/answers", v->address);
}

static void close_answers(struct req *r, const struct view *v)
{
	if (!v->open)
		return;
	button_save(r, say(r, SAVE_ANSWERS));
	form_close(r);
}

static enum status draw_questions(struct req *r, const struct view *v)
{
	bool within = false;
	int forms = 0;

	for (size_t i = 0; i < v->step->questions.n; i++) {
		const struct question *q = &v->step->questions.v[i];
		const struct part *simple = simple_part(v, q);
		const struct part *formed = formed_part(v, q);

		if (simple != NULL && !within)
			open_answers(r, v, ++forms);
		if (formed != NULL && within)
			close_answers(r, v);
		if (simple != NULL || formed != NULL) {
			within = simple != NULL;
			TRY((within ? simple : formed)->draw(r, v, q));
		}
	}
	if (within)
		close_answers(r, v);
	return OK;
}

/* Where one goes from here: the next priority, or the next step. */
static void way_on(struct req *r, const struct view *v)
{
	size_t at = 0;

	while (v->priority != NULL && &v->priorities.v[at] != v->priority)
		at++;
	if (v->priority != NULL && at + 1 < v->priorities.n) {
		const struct priority *p = &v->priorities.v[at + 1];

		emit(&r->out, "<p class='acts'><a class='btn sec'"
		     " href='/a/%s/steps/%lld/%lld'>%s</a></p>", v->a.key,
		     v->step->no, p->no, say_with(r, NEXT_PAGE,
		     arena_print(r->s.mem, "P%lld", p->no), NULL));
		return;
	}
	if (v->step->no < (i64)v->method.steps.n)
		emit(&r->out, "<p class='acts'><a class='btn sec'"
		     " href='/a/%s/steps/%lld'>%s</a></p>", v->a.key,
		     v->step->no + 1, say_with(r, NEXT_PAGE,
		     say_fill(r->s.mem, STEP_OF->in[r->language],
		     arena_print(r->s.mem, "%lld", v->step->no + 1), NULL),
		     NULL));
	else
		emit(&r->out, "<p class='acts'><a class='btn sec'"
		     " href='/a/%s/finish'>%s</a></p>", v->a.key,
		     say(r, END_WORD));
}

/* The part of the course that is about what the step asks, 0 for none. */
static int lesson_of(const struct view *v)
{
	static const int lessons[PART_OVERALL + 1] = {
		[PART_FINDINGS] = 3, [PART_ACTORS] = 5, [PART_MISSING] = 5,
		[PART_CONFLICTS] = 6, [PART_POSITIONS] = 6,
		[PART_ACTIONS] = 7, [PART_OVERALL] = 8,
	};

	for (size_t i = 0; i < v->step->questions.n; i++) {
		const struct question *q = &v->step->questions.v[i];

		if (question_asked(q, v->a.depth) && lessons[q->part] != 0)
			return lessons[q->part];
	}
	return 0;
}

/* An address that names no step is not there. */
static enum status read_step(struct req *r, i64 priority_no, struct view *v)
{
	i64 no = arg_no(r, "step");

	if (no == 0)
		return NOT_FOUND;
	TRY(view_read(r, no, priority_no, v));
	return v->step->per_priority || priority_no == 0 ? OK : NOT_FOUND;
}

enum status step_drawn(struct req *r, const struct view *v)
{
	headline(r, v);
	page_lesson(r, lesson_of(v));
	if (v->step->per_priority)
		priority_tabs(r, v);
	return draw_questions(r, v);
}

static enum status draw_step(struct req *r, i64 priority_no)
{
	struct view v = {0};

	TRY(read_step(r, priority_no, &v));
	if (v.step->per_priority && v.priority == NULL &&
	    v.priorities.n > 0 && r->method == GET)
		return go(r, "%s", v.address);
	TRY(view_open(r, &v, either(r, v.step->name_sv, v.step->name_en)));
	TRY(step_drawn(r, &v));
	way_on(r, &v);
	view_close(r);
	return OK;
}

static enum status step_page(struct req *r)
{
	return draw_step(r, 0);
}

static enum status step_priority_page(struct req *r)
{
	i64 no = arg_no(r, "priority");

	return no == 0 ? NOT_FOUND : draw_step(r, no);
}

static enum status save_step(struct req *r, i64 priority_no)
{
	struct view v = {0};

	TRY(view_read_asked(r, arg_no(r, "step"), priority_no, &v));
	if (v.step == NULL || (v.priority != NULL) != v.step->per_priority)
		return NOT_FOUND;
	TRY(assess_open(&r->s, v.a.id));
	for (size_t i = 0; i < v.step->questions.n; i++) {
		const struct question *q = &v.step->questions.v[i];
		const struct part *p = simple_part(&v, q);

		if (p != NULL)
			TRY(p->save(r, &v, q));
	}
	TRY(form_fine(r));
	return go(r, "%s?saved=1", v.address);
}

static enum status save_answers(struct req *r)
{
	return save_step(r, 0);
}

static enum status save_priority_answers(struct req *r)
{
	i64 no = arg_no(r, "priority");

	return no == 0 ? NOT_FOUND : save_step(r, no);
}

static const struct route rows[] = {
	{ GET,  "/a/:assessment/steps/:step", step_page, READ,
	  ON_ASSESSMENT },
	{ GET,  "/a/:assessment/steps/:step/:priority", step_priority_page,
	  READ, ON_ASSESSMENT },
	{ POST, "/a/:assessment/steps/:step/answers", save_answers, ANSWER,
	  ON_ASSESSMENT, step_page },
	{ POST, "/a/:assessment/steps/:step/:priority/answers",
	  save_priority_answers, ANSWER, ON_ASSESSMENT, step_priority_page },
	{ 0 },
};
const struct route *const step_routes = rows;
