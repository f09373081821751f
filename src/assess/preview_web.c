/* Trying a model that is being made, step by step. */
#include <string.h>

#include "assess/finding_form.h"
#include "assess/preview.h"
#include "assess/preview.msg"
#include "assess/words.h"
#include "base/text.h"
#include "method/draft.h"

enum { TRIED_BYTES = 100000 };

/* -- what is drawn over -------------------------------------------------- */

static void example(struct req *r, struct view *v)
{
	struct priority *p = PUSH(r->s.mem, &v->priorities);

	*p = (struct priority){ .id = 1, .no = 1, .now = { .no = 1,
		.title = say(r, V_PRIORITY), .text = "", .serves = "" } };
	v->priority = v->step->per_priority ? p : NULL;
}

/* Targets only where the model asks for them, as those who answer see it. */
static void add_framework(struct req *r, struct view *v,
                          struct framework *f)
{
	bool targets = (fields_asked(v) & FIELD_TARGETS) != 0;
	size_t n = 0;

	for (size_t i = 0; i < f->goals.n; i++)
		if (targets || f->goals.v[i].kind != GOAL_TARGET)
			f->goals.v[n++] = f->goals.v[i];
	f->goals.n = n;
	*PUSH(r->s.mem, &v->frameworks) = *f;
}

/* Of each kind one that is valid; the organisation's own before a shipped. */
static enum status frameworks(struct req *r, struct view *v)
{
	struct framework_list all = {0};

	TRY(framework_list(&r->s, &all));
	for (int kind = FRAMEWORK_RUS; kind <= FRAMEWORK_OWN; kind++) {
		const struct framework *one = NULL;
		struct framework f = {0};

		for (size_t i = 0; i < all.n; i++)
			if (all.v[i].kind == (enum framework_kind)kind &&
			    all.v[i].state == FRAMEWORK_VALID &&
			    (one == NULL || one->shipped))
				one = &all.v[i];
		if (one == NULL)
			continue;
		TRY(framework_get(&r->s, one->id, &f));
		add_framework(r, v, &f);
	}
	return OK;
}

/* As an assessment begins: with every goal of the strategy, or none. */
static void begin(struct req *r, struct view *v)
{
	for (size_t i = 0; i < v->frameworks.n; i++) {
		const struct framework *f = &v->frameworks.v[i];

		for (size_t j = 0; f->kind == FRAMEWORK_RUS &&
		     v->method.budget_per_goal[v->a.depth] &&
		     j < f->goals.n; j++)
			if (goal_is_judged(&f->goals.v[j]))
				*PUSH(r->s.mem, &v->relevance) =
				    (struct relevant){
					.priority = v->priorities.v[0].id,
					.goal = f->goals.v[j].id,
					.framework = f->code,
					.code = f->goals.v[j].code };
	}
}

static i64 pressed(const struct req *r, const char *name)
{
	i64 no = 0;

	(void)number_read(form_raw(r, name), 1, INT32_MAX, &no);
	return no;
}

static const char *kept(const struct req *r)
{
	return r->method == GET ? "" : or_empty(form_raw(r, "tried"));
}

static const char *tried_before(const struct req *r)
{
	const char *all = kept(r);

	return *all == '\0' || all[1] != ' ' ? "" : all + 2;
}

/* The step that the address names, or the one that was pressed. */
static enum status read_view(struct req *r, struct method_draft *d,
                             struct view *v)
{
	i64 depth = pressed(r, "to_depth"), go_on = pressed(r, "go_on");

	if (depth == 0)
		depth = r->method == GET ? query_no(r, "depth") :
		        *kept(r) - '0';

	TRY(draft_here(r, d));
	draft_fill_english(&d->model);
	v->open = true;
	v->method = d->model;
	v->a.key = r->object_key = d->key;
	v->a.state = ASSESS_DRAFT;
	v->a.depth = depth < DEPTH_QUICK || depth > DEPTH_DEEP ?
	             DEPTH_STANDARD : (enum depth)depth;
	v->address = "";
	v->step = draft_step(r, d);
	if (v->step == NULL)
		return NOT_FOUND;
	example(r, v);
	TRY(frameworks(r, v));
	begin(r, v);
	if (r->method == POST)
		trial_take_kept(r, v, tried_before(r));
	if (go_on < 1 || go_on > (i64)d->model.steps.n)
		return OK;
	v->step = &d->model.steps.v[go_on - 1];
	v->priority = v->step->per_priority ? v->priorities.v : NULL;
	return OK;
}

/* -- the page ------------------------------------------------------------ */

/* Links of the parts lead into an assessment that is nowhere: they go, from
 * here on, and only what they say stays. */
static void without_links(struct markup *out, size_t from)
{
	char *at = out->text + from;

	while ((at = strstr(at, " href='/")) != NULL) {
		char *end = strchr(at + strlen(" href='"), '\'');

		ASSERT(end != NULL);
		memmove(at, end + 1, strlen(end + 1) + 1);
		out->n -= (size_t)(end + 1 - at);
	}
}

static void walk_button(struct req *r, const char *name, i64 value,
                        bool now, const char *text)
{
	emit(&r->out, "<button class='btn%s sm' type='submit' name='%s'"
	     " value='%lld'%s>%s</button>", now ? "" : " sec", name, value,
	     now ? " aria-current='true'" : "", text);
}

/* The steps, with what has been tried so far carried along. */
static void walk(struct req *r, const struct view *v)
{
	form_open(r, "walk", "%s", r->trying);
	emit(&r->out, "<p class='acts'>");
	for (size_t i = 0; i < v->method.steps.n; i++) {
		const struct step *st = &v->method.steps.v[i];

		walk_button(r, "go_on", st->no, st == v->step,
		            arena_print(r->s.mem, "%lld. %s", st->no,
		                        either(r, st->name_sv, st->name_en)));
	}
	emit(&r->out, "</p>");
	form_close(r);
	form_open(r, "depths", "%s", r->trying);
	form_hidden_no(r, "go_on", v->step->no);
	emit(&r->out, "<p class='acts'>");
	for (enum depth k = DEPTH_QUICK; k <= DEPTH_DEEP; k++)
		walk_button(r, "to_depth", (i64)k, k == v->a.depth,
		            depth_say(r, k));
	emit(&r->out, "</p>");
	form_close(r);
}

/* What would stand as lacking, of what can be tried here. */
static enum status lacking(struct req *r, struct view *v)
{
	for (size_t i = 0; i < v->method.steps.n; i++) {
		const struct step *st = &v->method.steps.v[i];

		for (size_t j = 0; j < st->questions.n; j++) {
			const struct question *q = &st->questions.v[j];
			const struct part *const *p = assess_parts;

			while (*p != NULL && (*p)->kind != q->part)
				p++;
			if (*p != NULL && (*p)->lacking != NULL &&
			    trial_knows(q->part) &&
			    question_asked(q, v->a.depth))
				TRY((*p)->lacking(r, v, q, &v->lacks));
		}
	}
	emit(&r->out, "<h2>%s</h2><p class='muted'>%s</p>", say(r, V_LEFT),
	     say(r, V_LEFT_HINT));
	if (v->lacks.n == 0)
		emit(&r->out, "<p>%s</p>", say(r, V_NONE_LEFT));
	else
		emit(&r->out, "<ul>");
	for (size_t i = 0; i < v->lacks.n; i++)
		emit(&r->out, "<li>%s</li>", say_with(r, V_AT_STEP,
		     arena_print(r->s.mem, "%d", v->lacks.v[i].step),
		     v->lacks.v[i].text));
	if (v->lacks.n > 0)
		emit(&r->out, "</ul>");
	return OK;
}

static void told(struct req *r, enum tried how)
{
	if (how != TRIED_NOTHING)
		emit(&r->out, "<p class='note' role='status'>%s</p>", say(r,
		     how == TRIED_ANSWER ? V_TAKEN : V_ELSEWHERE));
}

static enum status draw(struct req *r, struct method_draft *d,
                        struct view *v, enum tried how)
{
	size_t from;

	draft_top(r, d, say(r, V_TITLE));
	emit(&r->out, "<p><a href='%s/steps/%lld'>%s</a></p>",
	     draft_address(r, d), v->step->no, say(r, V_BACK));
	told(r, how);
	emit(&r->out, "<p class='note'>%s</p>", say(r, V_LEAD));
	r->trying = arena_print(r->s.mem, "%s/steps/%lld/preview",
	                        draft_address(r, d), v->step->no);
	walk(r, v);
	from = r->out.n;
	TRY(step_drawn(r, v));
	TRY(lacking(r, v));
	without_links(&r->out, from);
	r->trying = NULL;
	page_close(r);
	return OK;
}

/* What each form carries: the depth, and what was tried before. */
static void carry(struct req *r, const struct view *v, const char *before)
{
	r->tried = arena_print(r->s.mem, "%d %s", (int)v->a.depth, before);
}

static enum status page(struct req *r)
{
	struct method_draft d = {0};
	struct view v = {0};

	TRY(read_view(r, &d, &v));
	carry(r, &v, tried_before(r));
	return draw(r, &d, &v, TRIED_NOTHING);
}

static enum status no_preparing(struct req *r)
{
	(void)r;
	return OK;
}

static enum status try_it(struct req *r)
{
	const char *before = tried_before(r);
	struct method_draft d = {0};
	struct view v = {0};
	enum tried how = TRIED_NOTHING;

	if (strlen(before) > TRIED_BYTES)
		return INVALID;
	TRY(read_view(r, &d, &v));
	if (form_raw(r, "go_on") == NULL) {
		TRY(trial_take(r, &v, &how));
		before = trial_keep(r, before);
	}
	carry(r, &v, before);
	return draw(r, &d, &v, how);
}

#define AT "/o/:org/method-drafts/:draft/steps/:step/preview"

static const struct route rows[] = {
	{ GET, AT, page, LEAD, ON_ORG },
	{ .method = POST, .path = AT, .run = try_it, .right = LEAD,
	  .ground = ON_ORG, .form = page, .prepare = no_preparing,
	  .looks = true },
	{ 0 },
};
const struct route *const preview_routes = rows;
