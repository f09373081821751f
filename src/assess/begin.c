/* How something is assured, asked and read; and the assessment it becomes. */
#include "assess/about.msg"
#include "assess/about_form.h"
#include "assess/finding_form.h"
#include "base/text.h"

/* -- asking -------------------------------------------------------------- */

static void ask_model(struct req *r, const struct method_list *all,
                      const struct method *now)
{
	struct option_list options = {0};

	if (all->n == 1) {
		form_hidden(r, "model", all->v[0].key);
		return;
	}
	for (size_t i = 0; i < all->n; i++) {
		struct option *o = PUSH(r->s.mem, &options);

		o->value = all->v[i].key;
		o->label = either(r, all->v[i].title_sv, all->v[i].title_en);
		o->hint = either(r, all->v[i].about_sv, all->v[i].about_en);
		o->chosen = same(all->v[i].key, now->key);
	}
	ask_cards(r, &(struct ask){ .name = "model",
		.label = say(r, B_MODEL) }, &options, false);
}

enum status ask_how(struct req *r, const struct method_list *offered,
                    const struct method *model, enum depth depth,
                    const struct framework_list *preselected)
{
	ask_text(r, &(struct ask){ .name = "parts", .stored = "",
		.label = say(r, B_PARTS), .hint = say(r, B_PARTS_HINT),
		.rows = 4, .optional = true });
	ask_judged(r, JUDGED_PRIORITY);
	ask_model(r, offered, model);
	ask_depth(r, model, depth);
	return ask_frameworks(r, preselected);
}

/* -- reading ------------------------------------------------------------- */

static struct text_list read_parts(struct req *r)
{
	struct text_list parts = text_lines(r->s.mem,
		form_text(r, "parts", LONG_TEXT));

	if (parts.n > 20)
		issue(r, "parts", B_TOO_MANY);
	for (size_t i = 0; i < parts.n; i++)
		if (text_length(parts.v[i]) > LINE)
			issue(r, "parts", B_TOO_MANY);
	return parts;
}

enum status read_how(struct req *r, struct how *how)
{
	how->depth = (enum depth)form_choice(r, "depth", DEPTH_QUICK,
	                                     DEPTH_DEEP);
	how->judged = (enum judged_word)form_choice(r, "judged",
		JUDGED_PRIORITY, JUDGED_PROPOSAL);
	how->parts = read_parts(r);
	if (how->depth == 0)
		how->depth = DEPTH_STANDARD;
	TRY(read_frameworks(r, &how->frameworks, &how->n));
	TRY(method_by_key(&r->s, form_text(r, "model", LINE), &how->model));
	return form_fine(r);
}

static bool wants(const struct method *model, enum depth depth,
                  const struct framework *f)
{
	for (size_t i = 0; i < model->steps.n; i++) {
		const struct question_list *in = &model->steps.v[i].questions;

		for (size_t j = 0; j < in->n; j++)
			if (!text_blank(in->v[j].frameworks) &&
			    question_asked(&in->v[j], depth) &&
			    asks_about(&in->v[j], f))
				return f->state == FRAMEWORK_VALID;
	}
	return false;
}

enum status frameworks_for(struct req *r, const struct method *model,
                           enum depth depth, struct framework_list *out)
{
	struct framework_list all = {0};

	TRY(framework_list(&r->s, &all));
	for (size_t i = 0; i < all.n; i++)
		if (wants(model, depth, &all.v[i]) && (!all.v[i].shipped ||
		    all.v[i].kind == FRAMEWORK_AGENDA2030))
			*PUSH(r->s.mem, out) = all.v[i];
	for (size_t i = 0, own = out->n; i < all.n; i++)
		if (own == 0 && all.v[i].kind == FRAMEWORK_OWN &&
		    wants(model, depth, &all.v[i]))
			*PUSH(r->s.mem, out) = all.v[i];
	return OK;
}

/* -- beginning ----------------------------------------------------------- */

static enum status cover_one(struct req *r, const struct assessment *a,
                             const char *title)
{
	struct priority p = { .now = { .title = title, .text = "",
	                               .serves = "" } };
	i64 id;

	TRY(priority_note(&r->s, a->subject, &p, &id));
	TRY(scope_set(&r->s, a->id, id, p.now.id));
	return relevance_begin(&r->s, a->id, id);
}

/* What the subject has already is covered, in the words in force. */
static enum status cover(struct req *r, const struct assessment *a,
                         const struct how *how, const char *whole)
{
	struct priority_list known = {0};

	TRY(priority_list(&r->s, a->subject, false, &known));
	for (size_t i = 0; i < known.n; i++) {
		TRY(scope_set(&r->s, a->id, known.v[i].id,
		              known.v[i].now.id));
		TRY(relevance_begin(&r->s, a->id, known.v[i].id));
	}
	for (size_t i = 0; i < how->parts.n; i++)
		TRY(cover_one(r, a, how->parts.v[i]));
	if (known.n == 0 && how->parts.n == 0)
		return cover_one(r, a, whole);
	return OK;
}

enum status assess_begin(struct req *r, const struct subject *what,
                         const struct how *how, struct assessment *a)
{
	struct assessment_list earlier = {0};
	i64 id;

	TRY(assess_of_subject(&r->s, what->id, &earlier));
	a->subject = what->id;
	a->method = how->model.id;
	a->depth = how->depth;
	a->judged = how->judged;
	a->state = ASSESS_DRAFT;
	a->edition = (i64)earlier.n + 1;
	a->lead = r->s.person;
	a->late_start = assessment_is_late(what->phase, earlier.n);
	TRY(assess_note(&r->s, a, &id));
	TRY(used_set(&r->s, id, how->frameworks, how->n));
	return cover(r, a, how, what->title);
}
