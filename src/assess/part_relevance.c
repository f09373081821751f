/* The part that says which goals are concerned most: framework by framework,
 * with what is set aside in one line, and targets under chosen goals only. */
#include "assess/aside.h"
#include "assess/assess.msg"
#include "assess/finding.msg"
#include "assess/finding_form.h"
#include "base/text.h"

static bool chosen(const struct view *v, i64 goal)
{
	for (size_t i = 0; i < v->relevance.n; i++)
		if (v->relevance.v[i].priority == v->priority->id &&
		    v->relevance.v[i].goal == goal)
			return true;
	return false;
}

static i64 chosen_of(const struct view *v, const struct framework *f)
{
	i64 n = 0;

	for (size_t i = 0; i < f->goals.n; i++)
		n += chosen(v, f->goals.v[i].id);
	return n;
}

/* What the part draws from, of one framework. */
struct picking {
	const struct view      *v;
	const struct framework *f;
	const struct goal_list *goals;  /* with all targets, where asked */
	const struct aside     *aside;  /* or NULL */
	bool                    targets, held;
};

static void goal_tick(struct req *r, const struct picking *p,
                      const struct goal *g)
{
	const char *name = goal_field(r->s.mem, "r", g);
	bool on = is_chosen(r, name, "1", chosen(p->v, g->id));

	emit(&r->out, "<label class='tick'><input type='checkbox' name='%s'"
	     " value='1'%s%s><span class='goal'>", name, on ? " checked" : "",
	     p->v->open ? "" : " disabled");
	goal_tile(r, g);
	emit(&r->out, "<span>%s</span></span></label>",
	     either(r, g->title_sv, g->title_en));
}

static void goal_ticks(struct req *r, const struct picking *p)
{
	emit(&r->out, "<div class='ticks'>");
	for (size_t i = 0; i < p->goals->n; i++) {
		const struct goal *g = &p->goals->v[i];

		if (goal_is_judged(g) &&
		    !(p->targets && g->kind == GOAL_TARGET))
			goal_tick(r, p, g);
	}
	emit(&r->out, "</div>");
}

/* -- targets, under a chosen goal ---------------------------------------- */

static i64 targets_of(const struct picking *p, const struct goal *g,
                      bool only_chosen)
{
	i64 n = 0;

	for (size_t i = 0; i < p->goals->n; i++) {
		const struct goal *t = &p->goals->v[i];

		n += t->kind == GOAL_TARGET && same(t->parent, g->code) &&
		     (!only_chosen || chosen(p->v, t->id));
	}
	return n;
}

static void targets_under(struct req *r, const struct picking *p,
                          const struct goal *g)
{
	i64 n = targets_of(p, g, true);

	emit(&r->out, "<details><summary>%s%s</summary><div class='ticks'>",
	     say_with(r, G_TARGETS, g->code, either(r, g->title_sv,
	                                            g->title_en)),
	     n == 0 ? "" : arena_print(r->s.mem, ": %s",
	                               say_count(r, G_CHOSEN, n)));
	for (size_t i = 0; i < p->goals->n; i++) {
		const struct goal *t = &p->goals->v[i];

		if (t->kind == GOAL_TARGET && same(t->parent, g->code))
			goal_tick(r, p, t);
	}
	emit(&r->out, "</div></details>");
}

static void targets(struct req *r, const struct picking *p)
{
	for (size_t i = 0; i < p->goals->n; i++) {
		const struct goal *g = &p->goals->v[i];

		if (g->kind != GOAL_TARGET && chosen(p->v, g->id) &&
		    targets_of(p, g, false) > 0)
			targets_under(r, p, g);
	}
}

/* -- a framework --------------------------------------------------------- */

static void ask_aside(struct req *r, const struct picking *p)
{
	const char *code = p->f->code;

	ask_tick(r, arena_print(r->s.mem, "aside-%s", code), "1",
	         say(r, G_ASIDE), p->aside != NULL);
	ask_text(r, &(struct ask){
		.name = arena_print(r->s.mem, "why-%s", code),
		.label = say(r, G_ASIDE_WHY), .optional = true,
		.stored = p->aside == NULL ? "" : p->aside->reason });
}

/* What is said of it while it is closed: one line. */
static void one_line(struct req *r, const struct picking *p)
{
	i64 n = chosen_of(p->v, p->f);

	emit(&r->out, "<summary>%s <span class='muted'>",
	     either(r, p->f->title_sv, p->f->title_en));
	if (!p->held)
		emit(&r->out, "%s", n == 0 ? say(r, G_NONE_YET) :
		     say_count(r, G_CHOSEN, n));
	else if (text_blank(p->aside->reason))
		emit(&r->out, "%s", say(r, G_ASIDE_LINE));
	else
		emit(&r->out, "%s", say_with(r, G_ASIDE_BECAUSE,
		     p->aside->reason, NULL));
	emit(&r->out, "</span></summary>");
}

static void framework(struct req *r, const struct picking *p)
{
	bool first = p->f->kind == FRAMEWORK_RUS ||
	             p->f->kind == FRAMEWORK_AGENDA2030;
	bool open = !p->held && (first || chosen_of(p->v, p->f) > 0);

	emit(&r->out, "<details class='pick-of'%s>", open || r->form_failed ?
	     " open" : "");
	one_line(r, p);
	emit(&r->out, "<fieldset class='f'><legend class='vh'>%s</legend>",
	     either(r, p->f->title_sv, p->f->title_en));
	goal_ticks(r, p);
	if (p->targets)
		targets(r, p);
	if (p->v->open && p->f->kind != FRAMEWORK_RUS)
		ask_aside(r, p);
	emit(&r->out, "</fieldset></details>");
}

/* With its targets where the model asks for them; else as the view has it. */
static enum status goals_of(struct req *r, const struct view *v,
                            const struct framework *f,
                            struct framework *full)
{
	*full = *f;
	if ((fields_asked(v) & FIELD_TARGETS) == 0 || !v->open)
		return OK;
	*full = (struct framework){0};
	return framework_get(&r->s, f->id, full);
}

static enum status draw_framework(struct req *r, const struct view *v,
                                  const struct framework *f,
                                  const struct aside_list *asides)
{
	const struct aside *a = aside_of(asides, v->priority->id, f->id);
	struct framework full;
	struct picking p = { .v = v, .f = f, .aside = a };

	TRY(goals_of(r, v, f, &full));
	p.goals = &full.goals;
	p.targets = (fields_asked(v) & FIELD_TARGETS) != 0;
	p.held = a != NULL && aside_holds(a, &v->relevance, &v->findings);
	framework(r, &p);
	return OK;
}

/* Of those this question draws from: another step's goals open nothing here. */
static bool none_chosen(const struct view *v, const struct question *q)
{
	for (size_t i = 0; i < v->frameworks.n; i++)
		if (asks_about(q, &v->frameworks.v[i]) &&
		    chosen_of(v, &v->frameworks.v[i]) > 0)
			return false;
	return true;
}

static enum status draw_relevance(struct req *r, const struct view *v,
                                  const struct question *q)
{
	struct aside_list asides = {0};

	if (v->priority == NULL)
		return OK;
	if (no_framework(r, v, q))
		return OK;
	TRY(aside_list(&r->s, v->a.id, &asides));
	emit(&r->out, "<details class='relevance'%s><summary>%s</summary>",
	     none_chosen(v, q) ? " open" : "",
	     either(r, q->title_sv, q->title_en));
	question_lead(r, q);
	if (v->open) {
		emit(&r->out, "<p><a href='/a/%s/suggest'>%s</a></p>",
		     v->a.key, say(r, G_FROM_TEXT));
		form_open(r, arena_print(r->s.mem, "relevance-%s", q->key),
		          "/a/%s/relevance/%lld", v->a.key, v->priority->no);
		form_hidden(r, "question", q->key);
	}
	for (size_t i = 0; i < v->frameworks.n; i++)
		if (asks_about(q, &v->frameworks.v[i]))
			TRY(draw_framework(r, v, &v->frameworks.v[i],
			                   &asides));
	if (v->open) {
		button_save(r, say(r, G_SAVE));
		form_close(r);
	}
	emit(&r->out, "</details>");
	return OK;
}

/* -- saving -------------------------------------------------------------- */

static bool ticked(struct req *r, const struct goal *g)
{
	return form_raw(r, goal_field(r->s.mem, "r", g)) != NULL;
}

/* A target goes with its goal. */
static bool goal_ticked(struct req *r, const struct goal_list *goals,
                        const struct goal *g)
{
	if (g->kind != GOAL_TARGET || text_blank(g->parent))
		return true;
	for (size_t i = 0; i < goals->n; i++)
		if (same(goals->v[i].code, g->parent))
			return ticked(r, &goals->v[i]);
	return true;
}

/* What is picked is relevant, whatever else was said; and a reason is enough
 * to set aside what was not set aside before. */
static enum status save_aside(struct req *r, const struct view *v,
                              const struct framework *f,
                              const struct aside_list *asides, bool picked)
{
	const char *aside = arena_print(r->s.mem, "aside-%s", f->code);
	const char *why = form_text(r, arena_print(r->s.mem, "why-%s",
	                            f->code), LINE);
	bool was = aside_of(asides, v->priority->id, f->id) != NULL;
	bool on = form_has(r, aside, "1") || (!was && !text_blank(why));

	return aside_set(&r->s, v->a.id, &(struct aside){
		.priority = v->priority->id, .framework = f->id,
		.reason = why }, on && !picked);
}

static enum status save_framework(struct req *r, const struct view *v,
                                  const struct framework *f,
                                  const struct aside_list *asides)
{
	struct framework full;
	size_t n = 0;
	i64 *ids;

	TRY(goals_of(r, v, f, &full));
	ids = arena_take(r->s.mem, (full.goals.n + 1) * sizeof *ids);
	for (size_t i = 0; i < full.goals.n; i++)
		if (ticked(r, &full.goals.v[i]) &&
		    goal_ticked(r, &full.goals, &full.goals.v[i]))
			ids[n++] = full.goals.v[i].id;
	TRY(relevance_set(&r->s, v->a.id, v->priority->id, f->id, ids, n));
	return save_aside(r, v, f, asides, n > 0);
}

/* Where the budget is not per goal, few goals is what keeps it (A2): those of
 * other priorities and of this form, among the ones the question asks about. */
static i64 goals_ticked(struct req *r, const struct view *v,
                        const struct question *q)
{
	i64 n = 0;

	for (size_t i = 0; i < v->frameworks.n; i++) {
		const struct framework *f = &v->frameworks.v[i];

		for (size_t j = 0; asks_about(q, f) && j < f->goals.n; j++) {
			const struct goal *g = &f->goals.v[j];

			if (g->kind == GOAL_TARGET)
				continue;
			n += ticked(r, g);
			for (size_t k = 0; k < v->relevance.n; k++)
				n += v->relevance.v[k].goal == g->id &&
				     v->relevance.v[k].priority !=
				     v->priority->id;
		}
	}
	return n;
}

static void few_goals(struct req *r, const struct view *v,
                      const struct question *q)
{
	if (!v->method.budget_per_goal[v->a.depth] &&
	    goals_ticked(r, v, q) > GOALS_WITHOUT_BUDGET)
		issue(r, NULL, G_AT_MOST_FIVE);
}

static void tick_typed(struct req *r, struct view *v,
                       const struct framework *f)
{
	size_t n = 0;

	for (size_t i = 0; i < v->relevance.n; i++)
		if (!same(v->relevance.v[i].framework, f->code))
			v->relevance.v[n++] = v->relevance.v[i];
	v->relevance.n = n;
	for (size_t i = 0; i < f->goals.n; i++) {
		const struct goal *g = &f->goals.v[i];

		if (ticked(r, g) && goal_ticked(r, &f->goals, g))
			*PUSH(r->s.mem, &v->relevance) = (struct relevant){
				.priority = v->priority->id,
				.priority_no = v->priority->no,
				.goal = g->id, .framework = f->code,
				.code = g->code };
	}
}

enum status relevance_typed(struct req *r, struct view *v,
                            const struct question *q)
{
	few_goals(r, v, q);
	TRY(form_fine(r));
	for (size_t i = 0; i < v->frameworks.n; i++)
		if (asks_about(q, &v->frameworks.v[i]))
			tick_typed(r, v, &v->frameworks.v[i]);
	return OK;
}

enum status relevance_page(struct req *r)
{
	struct view v = {0};
	const struct question *q;

	TRY(view_read(r, 0, arg_no(r, "priority"), &v));
	q = question_by_key(&v, form_raw(r, "question"));
	if (v.priority == NULL || q == NULL || q->part != PART_RELEVANCE)
		return NOT_FOUND;
	TRY(view_open(r, &v, either(r, q->title_sv, q->title_en)));
	emit(&r->out, "<h1>%s</h1>", either(r, q->title_sv, q->title_en));
	TRY(draw_relevance(r, &v, q));
	view_close(r);
	return OK;
}

enum status relevance_save(struct req *r)
{
	struct aside_list asides = {0};
	struct view v = {0};
	const struct question *q;

	TRY(view_read(r, 0, arg_no(r, "priority"), &v));
	q = question_by_key(&v, form_raw(r, "question"));
	if (v.priority == NULL || q == NULL)
		return NOT_FOUND;
	few_goals(r, &v, q);
	TRY(form_fine(r));
	TRY(aside_list(&r->s, v.a.id, &asides));
	for (size_t i = 0; i < v.frameworks.n; i++)
		if (asks_about(q, &v.frameworks.v[i]))
			TRY(save_framework(r, &v, &v.frameworks.v[i],
			                   &asides));
	TRY(form_fine(r));
	return go(r, "%s?saved=1", question_address(r, &v, q, v.priority->no));
}

const struct part part_relevance = { PART_RELEVANCE, draw_relevance, NULL,
                                     relevance_lacking };
