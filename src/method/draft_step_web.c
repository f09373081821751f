/* A step of a draft: its name and question, its order, what it asks. */
#include <string.h>

#include "base/text.h"
#include "method/draft.h"
#include "web/page.h"
#include "method/draft.msg"

enum { NAME_MOST = 60, HEADLINE_MOST = 300, STEPS_MOST = 12,
       QUESTIONS_MOST = 40 };

static const char *number(const struct req *r, i64 n)
{
	return number_say(r->s.mem, r->language, n);
}

/* -- its page ------------------------------------------------------------ */

static void step_form(struct req *r, const struct method_draft *d,
                      const struct step *st)
{
	form_open(r, "step", "%s/steps/%lld", draft_address(r, d), st->no);
	ask_version(r, d->version);
	ask_swedish(r, "name", say(r, D_STEP_NAME), D_STEP_HINT, st->name_sv,
	            0);
	ask_text(r, &(struct ask){ .name = "headline",
		.label = say(r, D_HEADLINE), .hint = say_with(r,
		D_HEADLINE_HINT, "{priority}", NULL),
		.stored = st->headline_sv });
	ask_tick(r, "per_priority", "1", say_with(r, D_PER_PRIORITY,
	         judged_say(r, d), NULL), st->per_priority);
	english_open(r);
	ask_english(r, "name", say(r, D_STEP_NAME), st->name_sv, st->name_en,
	            0);
	ask_english(r, "headline", say(r, D_HEADLINE), st->headline_sv,
	            st->headline_en, 0);
	english_close(r);
	button_save(r, say(r, D_SAVE));
	form_close(r);
}

static void move_button(struct req *r, const struct method_draft *d,
                        const char *at, const char *way, const char *label)
{
	form_open(r, way, "%s/%s", at, way);
	ask_version(r, d->version);
	button(r, "btn sec sm", label);
	form_close(r);
}

static void question_row(struct req *r, const struct method_draft *d,
                         const struct step *st, size_t i)
{
	const struct question *q = &st->questions.v[i];

	emit(&r->out, "<li><a class='n' href='%s/steps/%lld/questions/%lld'>%s"
	     "</a><span class='m'>%s</span></li>", draft_address(r, d),
	     st->no, (i64)i + 1, text_blank(q->title_sv) ? say(r, D_NO_TITLE) :
	     either(r, q->title_sv, q->title_en), part_say(r, q->part));
}

static void add_form(struct req *r, const struct method_draft *d,
                     const struct step *st)
{
	struct option_list parts = {0};

	for (enum part_kind p = PART_TEXT; p <= PART_OVERALL; p++)
		if (p != PART_VIEWPOINTS)
			option_add(r, &parts, part_word(p), part_say(r, p),
			           p == PART_TEXT);
	form_open(r, "question", "%s/steps/%lld/questions",
	          draft_address(r, d), st->no);
	ask_version(r, d->version);
	ask_text(r, &(struct ask){ .name = "title", .stored = "",
		.label = say(r, D_QUESTION) });
	ask_select(r, &(struct ask){ .name = "part", .label = say(r, D_PART),
		.hint = say(r, D_PART_HINT), .class = "w20" }, &parts);
	emit(&r->out, "<p class='acts'>");
	button(r, "btn sec", say(r, D_ADD));
	emit(&r->out, "</p>");
	form_close(r);
}

/* Those of the models that are offered, by what they mean: the questions of
 * change logic, say, or one that shares its answer with another model. */
static void bank_of(struct req *r, const struct method_draft *d,
                    const struct method *m, struct option_list *all)
{
	for (size_t i = 0; i < m->steps.n; i++) {
		const struct question_list *of = &m->steps.v[i].questions;

		for (size_t j = 0; j < of->n; j++)
			if (!question_taken(&d->model, of->v[j].means))
				option_add(r, all, arena_print(r->s.mem,
				    "%s %s", m->key, of->v[j].key),
				    arena_print(r->s.mem, "%s: %s",
				    either(r, m->title_sv, m->title_en),
				    either(r, of->v[j].title_sv,
				           of->v[j].title_en)), false);
	}
}

static enum status bank_form(struct req *r, const struct method_draft *d,
                             const struct step *st)
{
	struct option_list questions = {0};
	struct method_list all = {0};

	TRY(method_offered(&r->s, &all));
	option_add(r, &questions, "", say(r, D_BANK_NONE), true);
	for (size_t i = 0; i < all.n; i++) {
		struct method m;

		TRY(method_outline(&r->s, all.v[i].id, &m));
		bank_of(r, d, &m, &questions);
	}
	form_open(r, "bank", "%s/steps/%lld/questions", draft_address(r, d),
	          st->no);
	ask_version(r, d->version);
	ask_select(r, &(struct ask){ .name = "from", .label = say(r, D_BANK),
		.hint = say(r, D_BANK_HINT) }, &questions);
	emit(&r->out, "<p class='acts'>");
	button(r, "btn sec", say(r, D_BANK_TAKE));
	emit(&r->out, "</p>");
	form_close(r);
	return OK;
}

static void order(struct req *r, const struct method_draft *d,
                  const struct step *st)
{
	const char *at = arena_print(r->s.mem, "%s/steps/%lld",
	                             draft_address(r, d), st->no);

	emit(&r->out, "<p class='acts'><a class='btn sec' href='%s/preview'>"
	     "%s</a></p><div class='acts'>", at, say(r, D_PREVIEW));
	if (st->no > 1)
		move_button(r, d, at, "up", say(r, D_UP));
	if (st->no < (i64)d->model.steps.n)
		move_button(r, d, at, "down", say(r, D_DOWN));
	move_button(r, d, at, "remove", say(r, D_DROP_STEP));
	emit(&r->out, "</div>");
}

static enum status page(struct req *r)
{
	struct method_draft d = {0};
	struct step *st;

	TRY(draft_here(r, &d));
	st = draft_step(r, &d);
	if (st == NULL)
		return NOT_FOUND;
	draft_top(r, &d, say_with(r, D_STEP, number(r, st->no), NULL));
	emit(&r->out, "<h1>%s</h1><div class='two'><div><h2>%s</h2>"
	     "<ul class='rows'>", say_with(r, F_AT_STEP, number(r, st->no),
	     step_say(r, st)),
	     say(r, D_QUESTIONS));
	for (size_t i = 0; i < st->questions.n; i++)
		question_row(r, &d, st, i);
	emit(&r->out, "</ul>");
	add_form(r, &d, st);
	TRY(bank_form(r, &d, st));
	emit(&r->out, "<h2>%s</h2>", say(r, D_CHANGE_STEP));
	step_form(r, &d, st);
	emit(&r->out, "</div><aside class='side' aria-label='%s'>",
	     say(r, D_BUDGET));
	order(r, &d, st);
	draft_budget(r, &d.model);
	draft_flaws(r, &d);
	emit(&r->out, "</aside></div>");
	page_close(r);
	return OK;
}

/* -- changing ------------------------------------------------------------ */

static enum status saved(struct req *r, struct method_draft *d, i64 step)
{
	d->version = form_version(r);
	TRY(form_fine(r));
	draft_number(&d->model);
	TRY(draft_change(&r->s, d));
	if (step == 0)
		return go(r, "%s?saved=1", draft_address(r, d));
	return go(r, "%s/steps/%lld?saved=1", draft_address(r, d), step);
}

static enum status add(struct req *r)
{
	struct method_draft d = {0};
	struct step *st;
	const char *key;

	TRY(draft_here(r, &d));
	if (d.model.steps.n >= STEPS_MOST)
		issue(r, "name", D_STEPS_MANY);
	key = step_key_new(r->s.mem, &d.model);
	st = PUSH(r->s.mem, &d.model.steps);
	*st = (struct step){ .key = key, .name_en = "", .headline_sv = "",
		.headline_en = "", .name_sv = form_needed(r, "name",
		NAME_MOST, D_NO_NAME) };
	return saved(r, &d, (i64)d.model.steps.n);
}

static enum status change(struct req *r)
{
	struct method_draft d = {0};
	struct step *st;

	TRY(draft_here(r, &d));
	st = draft_step(r, &d);
	if (st == NULL)
		return NOT_FOUND;
	form_both(r, "name", NAME_MOST, &st->name_sv, &st->name_en);
	form_both(r, "headline", HEADLINE_MOST, &st->headline_sv,
	          &st->headline_en);
	st->per_priority = form_has(r, "per_priority", "1");
	for (size_t i = 0; i < st->questions.n; i++)
		if (!st->per_priority)
			st->questions.v[i].per_priority = false;
	return saved(r, &d, st->no);
}

static enum status move(struct req *r, bool up)
{
	struct method_draft d = {0};
	i64 no = arg_no(r, "step");

	TRY(draft_here(r, &d));
	if (draft_step(r, &d) == NULL)
		return NOT_FOUND;
	if (step_move(&d.model, (size_t)no - 1, up))
		no += up ? -1 : 1;
	return saved(r, &d, no);
}

static enum status up(struct req *r)
{
	return move(r, true);
}

static enum status down(struct req *r)
{
	return move(r, false);
}

static enum status drop(struct req *r)
{
	struct method_draft d = {0};

	TRY(draft_here(r, &d));
	if (draft_step(r, &d) == NULL)
		return NOT_FOUND;
	step_drop(&d.model, (size_t)arg_no(r, "step") - 1);
	return saved(r, &d, 0);
}

/* "MODEL QUESTION", as the form names it; with its texts, its scale and what it
 * means, so that answers are shared. */
static enum status from_bank(struct req *r, const struct method_draft *d,
                             const char *from, struct question *q)
{
	const char *key = from + strcspn(from, " ");
	struct method m;

	TRY(method_by_key(&r->s, arena_text(r->s.mem, from,
	                  (size_t)(key - from)), &m));
	for (size_t i = 0; i < m.steps.n; i++)
		for (size_t j = 0; j < m.steps.v[i].questions.n; j++)
			if (*key == ' ' && same(key + 1,
			    m.steps.v[i].questions.v[j].key))
				*q = m.steps.v[i].questions.v[j];
	if (q->part == 0)
		return NOT_FOUND;
	if (question_taken(&d->model, q->means))
		issue(r, "from", D_BANK_TAKEN);
	if (question_taken(&d->model, q->key))
		q->key = question_key_new(r->s.mem, &d->model);
	return OK;
}

/* A new question is asked everywhere and needed nowhere. */
static struct question new_question(struct req *r, const struct step *st,
                                    const char *key)
{
	struct question q = { .key = key, .means = key,
		.part = part_read(form_text(r, "part", NAME_MOST)),
		.title_sv = form_needed(r, "title", HEADLINE_MOST,
			D_NO_TITLE), .title_en = "", .help_sv = "",
		.help_en = "", .example_sv = "", .example_en = "",
		.frameworks = "", .per_priority = st->per_priority,
		.depths = 1u << DEPTH_QUICK | 1u << DEPTH_STANDARD |
		          1u << DEPTH_DEEP };

	if (q.part == 0)
		issue(r, "part", D_SAY_PART);
	return q;
}

static enum status add_question(struct req *r)
{
	const char *from = form_text(r, "from", NAME_MOST * 2);
	struct method_draft d = {0};
	struct question q = {0};
	struct step *st;

	TRY(draft_here(r, &d));
	st = draft_step(r, &d);
	if (st == NULL)
		return NOT_FOUND;
	if (st->questions.n >= QUESTIONS_MOST)
		issue(r, *from == '\0' ? "title" : "from", D_QUESTIONS_MANY);
	if (*from != '\0')
		TRY(from_bank(r, &d, from, &q));
	else if (form_raw(r, "from") != NULL)
		issue(r, "from", D_BANK_SAY);
	else
		q = new_question(r, st, question_key_new(r->s.mem, &d.model));
	d.version = form_version(r);
	TRY(form_fine(r));
	q.per_priority = q.per_priority && st->per_priority;
	question_fit(r->s.mem, &q);
	*PUSH(r->s.mem, &st->questions) = q;
	draft_number(&d.model);
	TRY(draft_change(&r->s, &d));
	return go(r, "%s/steps/%lld/questions/%lld", draft_address(r, &d),
	          st->no, (i64)st->questions.n);
}

#define AT "/o/:org/method-drafts/:draft/steps"

static const struct route rows[] = {
	{ POST, AT, add, LEAD, ON_ORG, draft_page },
	{ GET,  AT "/:step", page, LEAD, ON_ORG },
	{ POST, AT "/:step", change, LEAD, ON_ORG, page },
	{ POST, AT "/:step/up", up, LEAD, ON_ORG, page },
	{ POST, AT "/:step/down", down, LEAD, ON_ORG, page },
	{ POST, AT "/:step/remove", drop, LEAD, ON_ORG, page },
	{ POST, AT "/:step/questions", add_question, LEAD, ON_ORG, page },
	{ 0 },
};
const struct route *const draft_step_routes = rows;
