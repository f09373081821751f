/* Chosen proposals become priorities, and are judged next. */
#include "assess/assess.h"
#include "base/text.h"
#include "db/db.h"
#include "workshop/after.h"
#include "workshop/merge.h"

enum { GOALS_NEXT = 6, GOAL_MINUTES = 8, SILENT_MINUTES = 5,
       RUS_MINUTES = 10 };

static const char *stamp(struct scope *s, const struct idea *d)
{
	return arena_print(s->mem, "idea %lld", d->no);
}

enum status priority_made(struct scope *s, const struct workshop *w,
                          const struct idea *d, i64 *no)
{
	struct trace_list all = {0};
	const char *made = stamp(s, d);

	*no = 0;
	TRY(trace_from(s, w->id, TRACE_PRIORITY, &all));
	for (size_t i = 0; i < all.n; i++)
		if (same(all.v[i].made, made))
			*no = all.v[i].no;
	return OK;
}

/* -- what the new ones are judged against -------------------------------- */

static bool has_goal(const struct item_goal_list *goals, i64 goal)
{
	for (size_t i = 0; i < goals->n; i++)
		if (goals->v[i].goal == goal)
			return true;
	return false;
}

static void add_goal(struct scope *s, struct item *i, i64 goal)
{
	if (!has_goal(&i->goals, goal) &&
	    (i->kind == ITEM_RUS || i->goals.n < GOALS_NEXT))
		PUSH(s->mem, &i->goals)->goal = goal;
}

/* The goals the meeting judges already, and the time it gives each. */
static void as_before(struct scope *s, const struct item_list *items,
                      struct item *i)
{
	i64 minutes = 0, goals = 0;

	for (size_t k = 0; k < items->n; k++) {
		const struct item *one = &items->v[k];

		if (one->kind != i->kind)
			continue;
		minutes += one->minutes;
		goals += (i64)one->goals.n;
		for (size_t g = 0; g < one->goals.n; g++)
			add_goal(s, i, one->goals.v[g].goal);
	}
	if (goals > 0)
		i->minutes = minutes * (i64)i->goals.n / goals;
}

static void add_chosen(struct scope *s, const struct goal_list *goals,
                       const struct relevance_list *chosen, struct item *i)
{
	for (size_t g = 0; g < goals->n; g++)
		for (size_t k = 0; k < chosen->n; k++)
			if (goals->v[g].id == chosen->v[k].goal)
				add_goal(s, i, goals->v[g].id);
}

static void add_all(struct scope *s, const struct goal_list *goals,
                    struct item *i)
{
	for (size_t g = 0; g < goals->n; g++)
		if (goal_is_judged(&goals->v[g]))
			add_goal(s, i, goals->v[g].id);
}

/* Else those of the strategy; or those found relevant for the others, and if
 * there are none the first ones of the frameworks used. */
static enum status as_used(struct scope *s, i64 assessment, struct item *i)
{
	struct framework_list used = {0};
	struct relevance_list chosen = {0};
	bool rus = i->kind == ITEM_RUS;

	TRY(used_goals(s, assessment, &used));
	TRY(relevance_list(s, assessment, &chosen));
	for (size_t f = 0; f < used.n; f++)
		if ((used.v[f].kind == FRAMEWORK_RUS) == rus && !rus)
			add_chosen(s, &used.v[f].goals, &chosen, i);
	for (size_t f = 0; f < used.n && (rus || i->goals.n == 0); f++)
		if ((used.v[f].kind == FRAMEWORK_RUS) == rus)
			add_all(s, &used.v[f].goals, i);
	return OK;
}

static enum status judge(struct scope *s, const struct workshop *w,
                         const struct priority *p, enum item_kind kind,
                         const char *title, i64 position)
{
	struct item i = { .kind = kind, .priority = p->id,
		.wording = p->now.id,
		.title = arena_print(s->mem, "%s P%lld", title, p->no) };
	struct item_list items = {0};
	i64 id;

	TRY(item_list(s, w->id, &items));
	as_before(s, &items, &i);
	if (i.goals.n == 0)
		TRY(as_used(s, w->assessment, &i));
	if (i.goals.n == 0)
		return OK;
	if (i.minutes == 0)
		i.minutes = kind == ITEM_RUS ? RUS_MINUTES : SILENT_MINUTES +
		            GOAL_MINUTES * (i64)i.goals.n;
	TRY(item_note(s, w->id, &i, &id));
	return item_move(s, w->id, i.no, position);
}

/* -- the priorities ------------------------------------------------------ */

static enum status trace_one(struct scope *s, const struct workshop *w,
                             const struct idea *d, i64 no)
{
	return trace_note(s, w->id, w->assessment, &(struct trace){
		.kind = TRACE_PRIORITY, .no = no, .item = d->item,
		.board = d->board, .made = stamp(s, d) });
}

static enum status make(struct scope *s, const struct workshop *w,
                        i64 subject, const struct idea_list *all,
                        const struct idea *d, struct priority *p)
{
	i64 id;

	p->now.title = d->text;
	p->now.text = d->detail;
	p->now.serves = "";
	TRY(priority_note(s, subject, p, &id));
	p->id = id;
	TRY(scope_set(s, w->assessment, id, p->now.id));
	TRY(relevance_begin(s, w->assessment, id));
	TRY(trace_one(s, w, d, p->no));
	for (size_t i = 0; i < all->n; i++)
		if (all->v[i].into == d->id)
			TRY(trace_one(s, w, &all->v[i], p->no));
	return OK;
}

/* Where what shall be next stands: before what waits, if that was put off and
 * stands earlier, or else after the item it comes from. */
static i64 next_place(const struct item_list *items, const struct item *from)
{
	i64 at = 1;

	for (size_t i = 0; i < items->n; i++, at++) {
		if (items->v[i].state == ITEM_PLANNED)
			return at;
		if (items->v[i].id == from->id)
			return at + 1;
	}
	return at;
}

/* Next: step 1 of each, then step 2. */
static enum status judge_all(struct scope *s, const struct workshop *w,
                             const struct item *from,
                             const struct priority_list *made,
                             const struct priority_words *words)
{
	static const enum item_kind kinds[] = { ITEM_RUS, ITEM_GOAL };
	struct item_list items = {0};
	i64 at;

	if (workshop_is_over(w->state))
		return OK;
	TRY(item_list(s, w->id, &items));
	at = next_place(&items, from);
	for (size_t k = 0; k < COUNT(kinds); k++)
		for (size_t i = 0; i < made->n; i++)
			TRY(judge(s, w, &made->v[i], kinds[k],
			          words->title[kinds[k]], at++));
	TRY(db_signal(s, topic_round(s->mem, w->id)));
	return db_signal(s, topic_tally(s->mem, w->id));
}

enum status priorities_from(struct scope *s, const struct workshop *w,
                            const struct item *from,
                            const struct priority_words *words, i64 *made)
{
	struct priority_list fresh = {0};
	struct assessment a = {0};
	struct idea_list all = {0};

	TRY(assess_open(s, w->assessment));
	TRY(assess_get(s, w->assessment, &a));
	TRY(idea_list(s, w->id, from->id, "", &all));
	for (size_t i = 0; i < all.n; i++) {
		struct priority p = {0};
		i64 no = 0;

		if (!all.v[i].chosen || all.v[i].into != 0)
			continue;
		TRY(priority_made(s, w, &all.v[i], &no));
		if (no != 0)
			continue;
		TRY(make(s, w, a.subject, &all, &all.v[i], &p));
		*PUSH(s->mem, &fresh) = p;
	}
	*made = (i64)fresh.n;
	return judge_all(s, w, from, &fresh, words);
}
