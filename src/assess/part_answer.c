/* Parts that are one answer each: text, choice, yes or no with a reason, and
 * the overall text. They share the step's form. */
#include "assess/assess.msg"
#include "assess/words.h"
#include "base/text.h"

static i64 asked_of(const struct view *v, const struct question *q)
{
	return q->per_priority && v->priority != NULL ? v->priority->id : 0;
}

static const struct answer *stored(const struct view *v,
                                   const struct question *q)
{
	static const struct answer none = { .value = "", .note = "" };
	const struct answer *a = answer_in(v, asked_of(v, q), q->means);

	return a == NULL ? &none : a;
}

static const char *field(const struct req *r, const struct question *q,
                         const char *what)
{
	return arena_print(r->s.mem, "%s-%s", q->key, what);
}

static const char *hint(const struct req *r, const struct question *q)
{
	return with_example(r, either(r, q->help_sv, q->help_en),
	                    either(r, q->example_sv, q->example_en));
}

/* What stands there, when it may not be changed any more. */
static void shown(struct req *r, const char *title, const char *value,
                  const char *note)
{
	emit(&r->out, "<h2>%s</h2><p>%s</p>", title,
	     text_blank(value) ? say(r, EMPTY_ANSWER) : value);
	if (!text_blank(note))
		emit(&r->out, "<p class='muted'>%s</p>", note);
}

static enum status save(struct req *r, const struct view *v,
                        const struct question *q, const char *value,
                        const char *note)
{
	const struct answer *was = stored(v, q);
	i64 version = 0;

	if (form_raw(r, field(r, q, "version")) == NULL)
		return OK;      /* not in the form that was sent */
	(void)number_read(form_raw(r, field(r, q, "version")), 0, INT32_MAX,
	                  &version);
	if (same(was->value, value) && same(was->note, note))
		return OK;
	if (was->version == 0 && version == 0 && *value == '\0' &&
	    *note == '\0')
		return OK;
	if (v->a.id == 0)
		return OK;      /* tried in a preview, and kept nowhere */
	return answer_set(&r->s, v->a.id, asked_of(v, q), q->means, value,
	                  note, version);
}

static enum status lacking(struct req *r, const struct view *v,
                           const struct question *q, struct lack_list *lacks)
{
	size_t n = q->per_priority ? v->priorities.n : 1;

	if (!question_needed(q, v->a.depth))
		return OK;
	for (size_t i = 0; i < n; i++) {
		const struct priority *p = q->per_priority ?
		                           &v->priorities.v[i] : NULL;
		const struct answer *a = answer_in(v, p == NULL ? 0 : p->id,
		                                   q->means);
		const char *title = either(r, q->title_sv, q->title_en);

		if (a != NULL && (!text_blank(a->value) ||
		                  !text_blank(a->note)))
			continue;
		if (p != NULL)
			title = arena_print(r->s.mem, "P%lld. %s", p->no,
			                    title);
		lack_add(r, lacks, false, question_step(v, q),
		         say_with(r, NOT_ANSWERED, title, NULL),
		         question_address(r, v, q, p == NULL ? 0 : p->no));
	}
	return OK;
}

/* -- text, and the overall text ------------------------------------------ */

static enum status draw_text(struct req *r, const struct view *v,
                             const struct question *q)
{
	const struct answer *a = stored(v, q);
	const char *title = either(r, q->title_sv, q->title_en);

	if (!v->open) {
		shown(r, title, a->value, "");
		return OK;
	}
	form_hidden_no(r, field(r, q, "version"), a->version);
	ask_text(r, &(struct ask){ .name = q->key, .label = title,
		.hint = hint(r, q), .stored = a->value,
		.rows = q->part == PART_OVERALL ? 9 : 3,
		.optional = !question_needed(q, v->a.depth) });
	return OK;
}

static enum status save_text(struct req *r, const struct view *v,
                             const struct question *q)
{
	return save(r, v, q, form_text(r, q->key, LONG_TEXT), "");
}

/* -- one of a scale ------------------------------------------------------ */

static enum status draw_choice(struct req *r, const struct view *v,
                               const struct question *q)
{
	const struct answer *a = stored(v, q);
	const char *title = either(r, q->title_sv, q->title_en);
	struct option_list options = {0};
	const char *chosen = "";
	struct scale scale;

	TRY(view_scale(r, v, q, &scale));
	for (size_t i = 0; i < scale.n; i++) {
		const struct scale_value *x = &scale.v[i];
		struct option *o = PUSH(r->s.mem, &options);

		o->value = x->value;
		o->label = either(r, x->label_sv, x->label_en);
		o->hint = value_hint(r, x);
		o->chosen = same(a->value, x->value);
		if (o->chosen)
			chosen = o->label;
	}
	if (!v->open) {
		shown(r, title, chosen, a->note);
		return OK;
	}
	form_hidden_no(r, field(r, q, "version"), a->version);
	ask_cards(r, &(struct ask){ .name = q->key, .label = title,
		.hint = hint(r, q) }, &options, false);
	return OK;
}

static enum status save_choice(struct req *r, const struct view *v,
                               const struct question *q)
{
	const char *value = form_text(r, q->key, LINE);
	bool known = *value == '\0';
	struct scale scale;

	TRY(view_scale(r, v, q, &scale));
	for (size_t i = 0; i < scale.n; i++)
		known = known || same(value, scale.v[i].value);
	if (!known) {
		form_choice(r, q->key, 0, -1);
		return INVALID;
	}
	return save(r, v, q, value, "");
}

/* -- yes or no, with a reason -------------------------------------------- */

static enum status draw_yes_no(struct req *r, const struct view *v,
                               const struct question *q)
{
	const struct answer *a = stored(v, q);
	const char *title = either(r, q->title_sv, q->title_en);
	struct option_list options = {0};

	if (!v->open) {
		shown(r, title, same(a->value, "yes") ? say(r, YES) :
		      same(a->value, "no") ? say(r, NO) : "", a->note);
		return OK;
	}
	form_hidden_no(r, field(r, q, "version"), a->version);
	option_add(r, &options, "yes", say(r, YES), same(a->value, "yes"));
	option_add(r, &options, "no", say(r, NO), same(a->value, "no"));
	ask_line(r, &(struct ask){ .name = q->key, .label = title,
		.hint = hint(r, q) }, &options, false);
	ask_text(r, &(struct ask){ .name = field(r, q, "note"),
		.label = say(r, WHY), .stored = a->note });
	return OK;
}

static enum status save_yes_no(struct req *r, const struct view *v,
                               const struct question *q)
{
	/* Unanswered is no answer: a reason alone is kept too. */
	const char *value = form_text(r, q->key, LINE);
	const char *note = form_text(r, field(r, q, "note"), TEXT);

	if (*value != '\0' && !same(value, "yes") && !same(value, "no")) {
		form_choice(r, q->key, 0, -1);
		return INVALID;
	}
	if (*value != '\0' && text_blank(note)) {
		issue(r, field(r, q, "note"), SAY_WHY);
		return OK;      /* the other answers are read too */
	}
	return save(r, v, q, value, note);
}

const struct part part_text = { PART_TEXT, draw_text, save_text, lacking };
const struct part part_overall = { PART_OVERALL, draw_text, save_text,
                                   lacking };
const struct part part_choice = { PART_CHOICE, draw_choice, save_choice,
                                  lacking };
const struct part part_yes_no_reason = { PART_YES_NO_REASON, draw_yes_no,
                                         save_yes_no, lacking };
