/* What is answered in a preview, into a view in memory and nowhere else. */
#include <string.h>

#include "assess/actor_link.h"
#include "assess/finding_form.h"
#include "assess/gate.h"
#include "assess/preview.h"
#include "base/text.h"
#include "web/session.h"

enum { TRIED_MOST = 40 };

bool trial_knows(enum part_kind part)
{
	return part == PART_TEXT || part == PART_CHOICE ||
	       part == PART_YES_NO_REASON || part == PART_OVERALL ||
	       part == PART_RELEVANCE || part == PART_FINDINGS ||
	       part == PART_MISSING;
}

/* -- one form ------------------------------------------------------------ */

static void answered(struct req *r, struct view *v, const struct answer *a)
{
	size_t i = 0;

	while (i < v->answers.n && (v->answers.v[i].priority != a->priority ||
	                            !same(v->answers.v[i].means, a->means)))
		i++;
	if (i == v->answers.n)
		PUSH(r->s.mem, &v->answers);
	v->answers.v[i] = *a;
}

static const char *field(const struct req *r, const struct question *q,
                         const char *what)
{
	return arena_print(r->s.mem, "%s-%s", q->key, what);
}

/* An answer of the step's own form, if it was in the form that was sent. */
static enum status take_answer(struct req *r, struct view *v,
                               const struct question *q, enum tried *how)
{
	struct answer a = { .means = q->means, .asked = "", .label = "" };

	for (const struct part *const *p = assess_parts; *p != NULL; p++)
		if ((*p)->kind == q->part && (*p)->save != NULL)
			TRY((*p)->save(r, v, q));
	a.priority = q->per_priority && v->priority != NULL ?
	             v->priority->id : 0;
	a.value = form_text(r, q->key, LONG_TEXT);
	a.note = form_text(r, field(r, q, "note"), TEXT);
	*how = TRIED_ANSWER;
	if (!text_blank(a.value) || !text_blank(a.note) ||
	    answer_in(v, a.priority, a.means) != NULL)
		answered(r, v, &a);
	return OK;
}

static enum status take_answers(struct req *r, struct view *v,
                                enum tried *how)
{
	for (size_t i = 0; i < v->step->questions.n; i++) {
		const struct question *q = &v->step->questions.v[i];

		if (form_raw(r, field(r, q, "version")) != NULL)
			TRY(take_answer(r, v, q, how));
	}
	return form_fine(r);
}

static enum status take_finding(struct req *r, struct view *v,
                                const struct question *q)
{
	struct finding f = { .brief = "", .places = "", .written_by = "",
	                     .handled_why = "", .priority_no = 1 };

	TRY(finding_typed(r, v, q, &f));
	f.no = (i64)v->findings.n + 1;
	*PUSH(r->s.mem, &v->findings) = f;
	return OK;
}

static enum status take_missing(struct req *r, struct view *v)
{
	struct answer a = {0};

	TRY(missing_typed(r, &a));
	answered(r, v, &a);
	return OK;
}

enum status trial_take(struct req *r, struct view *v, enum tried *how)
{
	const struct question *q = question_by_key(v, form_raw(r,
		"question"));
	struct gate_choice g = {0};

	*how = TRIED_NOTHING;
	if (form_raw(r, "instead_of") == NULL)
		return OK;
	TRY(take_answers(r, v, how));
	if (*how != TRIED_NOTHING)
		return OK;
	*how = TRIED_ANSWER;
	if (same(form_raw(r, "form"), "missing"))
		return take_missing(r, v);
	if (q != NULL && q->part == PART_RELEVANCE && v->priority != NULL)
		return relevance_typed(r, v, q);
	if (q != NULL && q->part == PART_FINDINGS && v->priority != NULL)
		return take_finding(r, v, q);
	*how = TRIED_ELSEWHERE;
	return q != NULL && q->part == PART_GATE ? gate_typed(r, &g) : OK;
}

/* -- those before -------------------------------------------------------- */

static void take_one(struct req *r, struct view *v, const char *line)
{
	const struct step *shown = v->step;
	const struct priority *priority = v->priority;
	struct field_list was = r->fields;
	struct issue_list issues = r->issues;
	enum tried how;
	i64 step = 0;

	r->fields = (struct field_list){0};
	r->issues = (struct issue_list){0};
	if (fields_decode(r->s.mem, (struct bytes){ line, strlen(line) },
	                  &r->fields) &&
	    number_read(form_raw(r, "at_step"), 1,
	                (i64)v->method.steps.n, &step)) {
		v->step = &v->method.steps.v[step - 1];
		v->priority = v->step->per_priority ? v->priorities.v : NULL;
		/* It was whole when it was tried; if not, it is left. */
		if (trial_take(r, v, &how) != OK)
			how = TRIED_NOTHING;
	}
	r->fields = was;
	r->issues = issues;
	v->step = shown;
	v->priority = priority;
}

/* One after the other, as fields are sent, with a space between. */
void trial_take_kept(struct req *r, struct view *v, const char *kept)
{
	for (int i = 0; *kept != '\0' && i < TRIED_MOST; i++) {
		size_t n = strcspn(kept, " ");

		take_one(r, v, arena_text(r->s.mem, kept, n));
		kept += n + (kept[n] == ' ');
	}
}

const char *trial_keep(struct req *r, const char *kept)
{
	struct field_list fields = {0};

	for (size_t i = 0; i < r->fields.n; i++) {
		const struct field *f = &r->fields.v[i];

		if (f->file == NULL && !same(f->name, "tried") &&
		    !same(f->name, "csrf"))
			*PUSH(r->s.mem, &fields) = *f;
	}
	*PUSH(r->s.mem, &fields) = (struct field){ .name = "at_step",
		.value = arena_print(r->s.mem, "%lld", arg_no(r, "step")) };
	return arena_print(r->s.mem, "%s%s%s", kept, *kept == '\0' ? "" : " ",
	                   fields_encode(r->s.mem, &fields));
}
