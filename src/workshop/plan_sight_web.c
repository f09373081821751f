/* Gathers what is known before a meeting, and what the visitor wants of it. */
#include <string.h>

#include "base/text.h"
#include "workshop/sight.h"

enum { EARLIER_MOST = 50, SPENT_MOST = 400 };

/* -- candidates ---------------------------------------------------------- */

static struct item_goal as_item_goal(const struct framework *f,
                                     const struct goal *g)
{
	return (struct item_goal){ .goal = g->id, .framework = f->kind,
		.code = g->code, .title_sv = g->title_sv,
		.title_en = g->title_en, .colour = or_empty(g->colour) };
}

static bool is_relevant(const struct relevance_list *all, i64 priority,
                        i64 goal)
{
	for (size_t i = 0; i < all->n; i++)
		if (all->v[i].priority == priority && all->v[i].goal == goal)
			return true;
	return false;
}

static void add_step_1(struct req *r, struct sight *sg,
                       const struct priority *p)
{
	*PUSH(r->s.mem, &sg->all) = (struct candidate){
		.pair = { .priority = p->id,
		          .goal.framework = FRAMEWORK_RUS },
		.priority_no = p->no, .relevant = true };
}

static void add_goals(struct req *r, struct sight *sg,
                      const struct priority *p, const struct framework *f,
                      const struct relevance_list *chosen)
{
	for (size_t i = 0; i < f->goals.n; i++) {
		const struct goal *g = &f->goals.v[i];
		bool relevant = is_relevant(chosen, p->id, g->id);

		if (g->superseded || !goal_is_judged(g))
			continue;
		if (g->kind == GOAL_TARGET && !relevant)
			continue;
		*PUSH(r->s.mem, &sg->all) = (struct candidate){
			.pair = { .priority = p->id, .votes = relevant,
			          .goal = as_item_goal(f, g) },
			.priority_no = p->no, .goal = g,
			.relevant = relevant };
	}
}

/* Goals of step 1 are one list for all priorities. */
static void add_strategy(struct req *r, struct sight *sg,
                         const struct framework *f)
{
	for (size_t i = 0; i < f->goals.n; i++)
		if (goal_is_judged(&f->goals.v[i]) &&
		    !f->goals.v[i].superseded)
			*PUSH(r->s.mem, &sg->wish.strategy) =
				as_item_goal(f, &f->goals.v[i]);
}

static enum status read_candidates(struct req *r, struct sight *sg)
{
	struct relevance_list chosen = {0};
	i64 of = sg->w.assessment;

	TRY(scope_list(&r->s, of, &sg->priorities));
	TRY(used_goals(&r->s, of, &sg->frameworks));
	TRY(relevance_list(&r->s, of, &chosen));
	for (size_t k = 0; k < sg->frameworks.n; k++)
		if (sg->frameworks.v[k].kind == FRAMEWORK_RUS)
			add_strategy(r, sg, &sg->frameworks.v[k]);
	for (size_t i = 0; i < sg->priorities.n; i++) {
		const struct priority *p = &sg->priorities.v[i];

		if (sg->wish.strategy.n > 0)
			add_step_1(r, sg, p);
		for (size_t k = 0; k < sg->frameworks.n; k++)
			if (sg->frameworks.v[k].kind != FRAMEWORK_RUS)
				add_goals(r, sg, p, &sg->frameworks.v[k],
				          &chosen);
	}
	return OK;
}

/* -- what is known of them ----------------------------------------------- */

/* The assessment's meetings before this one, oldest first. */
static enum status learn_meetings(struct req *r, struct sight *sg)
{
	struct workshop_list all = {0};

	TRY(workshop_list(&r->s, sg->w.assessment, EARLIER_MOST, &all));
	for (size_t i = all.n; i > 0; i--) {
		struct item_list items = {0};

		if (all.v[i - 1].id == sg->w.id)
			continue;
		TRY(item_list(&r->s, all.v[i - 1].id, &items));
		known_items(&sg->all, &items);
	}
	return OK;
}

static enum status learn_findings(struct req *r, struct sight *sg,
                                  struct finding_list *found)
{
	struct assessment a = {0};
	struct finding_list now = {0}, before = {0};

	TRY(assess_get(&r->s, sg->w.assessment, &a));
	TRY(finding_list(&r->s, a.id, &now));
	if (a.predecessor != 0)
		TRY(finding_list(&r->s, a.predecessor, &before));
	known_findings(&sg->all, &now);
	known_dissent(&sg->all, &before, false);
	known_dissent(&sg->all, &now, true);
	for (size_t i = 0; i < now.n; i++)
		*PUSH(r->s.mem, found) = now.v[i];
	for (size_t i = 0; i < before.n; i++)
		*PUSH(r->s.mem, found) = before.v[i];
	return OK;
}

/* -- what the visitor wants ---------------------------------------------- */

static const struct field_list *choices(const struct req *r)
{
	return r->method == POST ? &r->fields : &r->query;
}

static bool has_choice(const struct req *r, const char *name,
                       const char *value)
{
	const struct field_list *all = choices(r);

	for (size_t i = 0; i < all->n; i++)
		if (same(all->v[i].name, name) &&
		    (value == NULL || same(all->v[i].value, value)))
			return true;
	return false;
}

static i64 chosen_number(const struct req *r, const char *name, i64 most)
{
	const struct field_list *all = choices(r);
	i64 n = 0;

	for (size_t i = 0; i < all->n; i++)
		if (same(all->v[i].name, name))
			(void)number_read(all->v[i].value, 0, most, &n);
	return n;
}

const char *candidate_value(const struct req *r, const struct candidate *c)
{
	if (c->goal == NULL)
		return arena_print(r->s.mem, "%lld-0", c->priority_no);
	return arena_print(r->s.mem, "%lld-%s-%s", c->priority_no,
	                   c->goal->framework_code, c->goal->code);
}

static void read_steps(struct req *r, struct sight *sg)
{
	sg->wish.steps = sg->w.steps;
	if (!sg->chosen)
		return;
	sg->wish.steps = 0;
	for (unsigned step = 0; step <= 4; step++)
		if (has_choice(r, "step", arena_print(r->s.mem, "%u", step)))
			sg->wish.steps |= 1U << step;
}

/* As proposed: what is chosen as relevant, or left, and not settled. */
static bool is_wanted(struct req *r, const struct sight *sg,
                      const struct candidate *c)
{
	if (!sg->chosen)
		return !c->pair.settled && (c->relevant || c->pair.left);
	return has_choice(r, "g", candidate_value(r, c));
}

static void read_wish(struct req *r, struct sight *sg)
{
	struct plan_wish *wish = &sg->wish;

	wish->template = (enum plan_template)sg->w.template;
	wish->minutes = sg->w.minutes;
	wish->people = sg->w.people;
	wish->tables = (i64)sg->boards.n;
	wish->way = sg->w.way;
	wish->most_goals = chosen_number(r, "most", 30);
	wish->together = chosen_number(r, "together", 3);
	read_steps(r, sg);
	for (size_t i = 0; i < sg->all.n; i++)
		sg->all.v[i].taken = is_wanted(r, sg, &sg->all.v[i]);
}

/* A priority is in the plan when anything of it is. */
static void fill_wish(struct req *r, struct sight *sg)
{
	for (size_t i = 0; i < sg->priorities.n; i++) {
		const struct priority *p = &sg->priorities.v[i];
		bool any = false;

		for (size_t k = 0; k < sg->all.n; k++)
			any = any || (sg->all.v[k].taken &&
			              sg->all.v[k].pair.priority == p->id);
		if (any)
			*PUSH(r->s.mem, &sg->wish.priorities) =
				(struct plan_priority){ p->id, p->no,
					p->now.id, p->now.title };
	}
	for (size_t k = 0; k < sg->all.n; k++) {
		struct plan_pair pair = sg->all.v[k].pair;

		/* What is asked for anew is taken up; so is the step 1 that
		 * was not ticked left out. */
		pair.settled = !sg->all.v[k].taken;
		if (sg->all.v[k].taken || sg->all.v[k].goal == NULL)
			*PUSH(r->s.mem, &sg->wish.pairs) = pair;
	}
}

enum status sight_read(struct req *r, struct sight *sg)
{
	struct finding_list found = {0};
	struct spent_list spent = {0};

	TRY(workshop_here(r, &sg->w));
	TRY(item_list(&r->s, sg->w.id, &sg->items));
	TRY(board_list(&r->s, sg->w.id, &sg->boards));
	TRY(read_candidates(r, sg));
	TRY(learn_meetings(r, sg));
	TRY(learn_findings(r, sg, &found));
	TRY(spent_list(&r->s, SPENT_MOST, &spent));
	sg->wish.learned = plan_learn(r->s.mem, &spent);
	sg->chosen = has_choice(r, "chosen", NULL);
	read_wish(r, sg);
	known_pulls(&sg->all, &found);
	fill_wish(r, sg);
	return OK;
}

void sight_plan(struct req *r, struct sight *sg)
{
	sg->plan = plan_make(r->s.mem, &sg->wish);
	for (size_t i = 0; i < sg->plan.items.n; i++) {
		struct item *one = &sg->plan.items.v[i];

		one->title = item_title(r, one);
	}
}
