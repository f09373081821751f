/* The agenda from a wish: what goes in, and what is left out (plan.h). */
#include "workshop/plan_part.h"

enum {
	MOST_MINUTES = 600, HALF_DAY = 240, GOALS_A_HALF_DAY = 6, TOGETHER = 3,
};

/* A plan being made. */
struct making {
	struct arena          *mem;
	const struct plan_wish *w;
	unsigned               steps;
	i64                    minutes;
	struct plan_pair_list  rus, goals;      /* in order of worth */
	size_t                 n_rus, n_goals;  /* how many are in */
	bool                   frame[ITEM_KINDS];       /* which others are */
};

/* -- items --------------------------------------------------------------- */

static const struct plan_priority *priority_of(const struct making *m, i64 id)
{
	for (size_t i = 0; i < m->w->priorities.n; i++)
		if (m->w->priorities.v[i].priority == id)
			return &m->w->priorities.v[i];
	panic("a pair of no priority");
}

static struct item *put(struct making *m, struct item_list *out,
                        enum item_kind kind)
{
	struct item *i = PUSH(m->mem, out);

	*i = (struct item){ .kind = kind, .title = "", .priority_title = "",
	                    .minutes = plan_usual(m->w, kind, 1),
	                    .state = ITEM_PLANNED };
	return i;
}

static struct item *put_pair(struct making *m, struct item_list *out,
                             enum item_kind kind, const struct plan_pair *p)
{
	const struct plan_priority *of = priority_of(m, p->priority);
	struct item *i = put(m, out, kind);

	i->priority       = of->priority;
	i->priority_no    = of->no;
	i->wording        = of->wording;
	i->priority_title = of->title;
	i->worth          = plan_worth(p);
	i->reasons        = plan_reasons(p);
	return i;
}

static unsigned class_of(const struct plan_pair *p)
{
	return plan_reasons(p) & REASON_CLASS;
}

/* Into the item before, if that is of the same priority and class and has
 * room. */
static void put_goal(struct making *m, struct item_list *out,
                     const struct plan_pair *p)
{
	i64 most = plan_within(m->w->together, 1, TOGETHER);
	struct item *i = out->n > 0 ? &out->v[out->n - 1] : NULL;

	if (i == NULL || i->kind != ITEM_GOAL || i->priority != p->priority ||
	    (i->reasons & REASON_CLASS) != class_of(p) ||
	    (i64)i->goals.n >= most)
		i = put_pair(m, out, ITEM_GOAL, p);
	i->reasons |= plan_reasons(p);
	*PUSH(m->mem, &i->goals) = p->goal;
	i->minutes = plan_usual(m->w, ITEM_GOAL, (i64)i->goals.n);
}

/* By class; in a class, priorities in the order they first come. */
static void put_goals(struct making *m, struct item_list *out)
{
	bool *done = arena_take(m->mem, m->n_goals + 1);

	for (size_t i = 0; i < m->n_goals; i++) {
		const struct plan_pair *first = &m->goals.v[i];

		for (size_t k = i; k < m->n_goals; k++) {
			const struct plan_pair *p = &m->goals.v[k];

			if (done[k] || p->priority != first->priority ||
			    class_of(p) != class_of(first))
				continue;
			put_goal(m, out, p);
			done[k] = true;
		}
	}
}

static struct item_list build(struct making *m)
{
	static const enum item_kind first[] = {
		ITEM_ARRIVAL, ITEM_INTRODUCTION, ITEM_PROPOSE };
	static const enum item_kind last[] = {
		ITEM_MISSING, ITEM_ACTIONS, ITEM_CLOSE };
	struct item_list out = {0};

	for (size_t i = 0; i < COUNT(first); i++)
		if (m->frame[first[i]])
			put(m, &out, first[i]);
	for (size_t i = 0; i < m->n_rus; i++)
		put_pair(m, &out, ITEM_RUS, &m->rus.v[i])->goals =
			m->w->strategy;
	put_goals(m, &out);
	for (size_t i = 0; i < COUNT(last); i++)
		if (m->frame[last[i]])
			put(m, &out, last[i]);
	return out;
}

/* -- when there is too little time ---------------------------------------- */

static bool fits(const struct making *m, const struct item_list *items)
{
	return plan_total(items, plan_slack(m->minutes)) <= m->minutes;
}

/* The one with most above its least. */
static struct item *longest(struct item_list *items)
{
	struct item *found = NULL;
	i64 best = 0;

	for (size_t i = 0; i < items->n; i++) {
		i64 over = items->v[i].minutes - plan_least(&items->v[i]);

		if (over > best) {
			best = over;
			found = &items->v[i];
		}
	}
	return found;
}

static bool shorten(struct making *m, struct item_list *items)
{
	bool shorter = false;
	struct item *i;

	while (!fits(m, items) && (i = longest(items)) != NULL) {
		i->minutes--;
		shorter = true;
	}
	return shorter;
}

static void leave(struct making *m, struct plan *p, enum item_kind kind,
                  const struct plan_pair *pair, enum plan_why why)
{
	struct plan_left *left = PUSH(m->mem, &p->left);

	*left = (struct plan_left){ .kind = kind, .why = why };
	if (pair == NULL)
		return;
	left->priority    = pair->priority;
	left->priority_no = priority_of(m, pair->priority)->no;
	left->goal        = pair->goal;
	left->worth       = plan_worth(pair);
	left->reasons     = plan_reasons(pair);
}

/* Least missed first; one priority's step 1 and one goal are walked longer. */
static bool drop_one(struct making *m, struct plan *p)
{
	static const enum item_kind order[] = {
		ITEM_ACTIONS, ITEM_MISSING, ITEM_PROPOSE, ITEM_INTRODUCTION,
		ITEM_ARRIVAL, ITEM_CLOSE };

	if (m->n_rus > 1 || (m->n_rus == 1 && m->n_goals == 0 &&
	    !m->frame[ITEM_MISSING])) {
		leave(m, p, ITEM_RUS, &m->rus.v[--m->n_rus], PLAN_NO_TIME);
		return true;
	}
	if (m->n_goals > 0) {
		leave(m, p, ITEM_GOAL, &m->goals.v[--m->n_goals],
		      PLAN_NO_TIME);
		return true;
	}
	for (size_t i = 0; i < COUNT(order); i++) {
		if (!m->frame[order[i]])
			continue;
		m->frame[order[i]] = false;
		leave(m, p, order[i], NULL, PLAN_NO_TIME);
		return true;
	}
	return false;
}

static struct item_list core(struct making *m, struct plan *p)
{
	struct item_list items;

	do {
		items = build(m);
		p->shortened = shorten(m, &items);
		if (fits(m, &items))
			return items;
	} while (drop_one(m, p));
	return (struct item_list){0};
}

/* -- the whole ------------------------------------------------------------ */

static size_t most_goals(const struct making *m)
{
	i64 days = (m->minutes + HALF_DAY - 1) / HALF_DAY;
	i64 most = m->w->most_goals > 0 ? m->w->most_goals
	                                : days * GOALS_A_HALF_DAY;

	if (m->w->template == PLAN_INTRODUCTION)
		most = 1;
	return m->goals.n < (size_t)most ? m->goals.n : (size_t)most;
}

static void add_goals(struct making *m, struct plan *p, size_t most)
{
	while (!p->shortened && p->left.n == 0 && m->n_goals < most) {
		struct item_list more;

		m->n_goals++;
		more = build(m);
		if (!fits(m, &more)) {
			m->n_goals--;
			return;
		}
		p->items = more;
	}
}

/* The rest, least worth first, before what core() left out. */
static void leave_goals(struct making *m, struct plan *p, size_t most)
{
	struct plan_left_list steps = p->left;
	size_t in = m->n_goals, all = m->goals.n;

	if (in == 0 && most > 0)        /* the first one core() left out */
		in = 1;
	if (m->w->template == PLAN_INTRODUCTION)
		all = most;
	p->left = (struct plan_left_list){0};
	for (size_t i = all; i > in; i--)
		leave(m, p, ITEM_GOAL, &m->goals.v[i - 1],
		      i > most ? PLAN_TOO_MANY : PLAN_NO_TIME);
	for (size_t i = 0; i < steps.n; i++)
		*PUSH(m->mem, &p->left) = steps.v[i];
}

/* The shortest time in which all of it would hold. */
static i64 needed(struct making m, size_t most)
{
	struct item_list all;
	i64 minutes = 0;

	m.n_rus = m.rus.n;
	m.n_goals = most;
	all = build(&m);
	while (plan_total(&all, plan_slack(minutes)) > minutes)
		minutes++;
	return minutes;
}

static unsigned remarks_on(const struct making *m)
{
	const struct plan_wish *w = m->w;
	unsigned out = 0;

	if (w->tables > 0 && w->people > 8 * w->tables)
		out |= PLAN_GROUPS_LARGE;
	if (w->tables > 1 && w->people < 3 * w->tables)
		out |= PLAN_GROUPS_SMALL;
	if ((m->steps & PLAN_PROPOSE) != 0 && m->minutes <= HALF_DAY &&
	    (m->steps & ~(unsigned)PLAN_PROPOSE) != 0)
		out |= PLAN_TOO_MUCH;
	return out;
}

static struct making making_of(struct arena *mem, const struct plan_wish *w)
{
	struct making m = { .mem = mem, .w = w };

	m.steps = w->steps & plan_steps(w->template);
	m.minutes = plan_within(w->minutes, 0, MOST_MINUTES);
	if ((m.steps & PLAN_RUS) != 0)
		m.rus = plan_order(mem, w, true);
	if ((m.steps & PLAN_GOALS) != 0)
		m.goals = plan_order(mem, w, false);
	m.n_rus = m.rus.n;
	m.frame[ITEM_ARRIVAL] = m.frame[ITEM_INTRODUCTION] =
		m.frame[ITEM_CLOSE] = true;
	m.frame[ITEM_PROPOSE] = (m.steps & PLAN_PROPOSE) != 0;
	m.frame[ITEM_MISSING] = (m.steps & PLAN_ACTORS) != 0;
	m.frame[ITEM_ACTIONS] = (m.steps & PLAN_ACTIONS) != 0;
	return m;
}

struct plan plan_make(struct arena *mem, const struct plan_wish *w)
{
	struct making m = making_of(mem, w);
	struct plan p = { .remarks = remarks_on(&m) };
	size_t most = most_goals(&m);

	p.needs = needed(m, most);
	p.before = w->template == PLAN_DIGITAL ? w->steps & PLAN_RUS : 0;
	m.n_goals = most > 0 ? 1 : 0;
	p.items = core(&m, &p);
	add_goals(&m, &p, most);
	leave_goals(&m, &p, most);
	p.items = plan_lay(mem, &p.items, m.minutes);
	for (size_t i = 0; i < p.items.n; i++)
		p.minutes += p.items.v[i].minutes;
	p.spare = m.minutes - p.minutes;
	p.holds = p.left.n == 0 && !p.shortened;
	return p;
}
