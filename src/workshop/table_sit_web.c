/* What a page at a table is about: who looks, at which question. */
#include "base/text.h"
#include "web/page.h"
#include "workshop/idea.h"
#include "workshop/table.h"

static i64 asked_no(const struct req *r, const char *name)
{
	i64 no = 0;

	if (r->method == GET)
		return query_no(r, name);
	return number_read(or_empty(form_raw(r, name)), 1, INT32_MAX, &no) ?
	       no : 0;
}

/* The question that is on, or the one in the address. */
static enum status find_item(struct sitting *t, i64 no)
{
	for (size_t i = 0; i < t->items.n; i++) {
		const struct item *one = &t->items.v[i];

		if (!item_is_asked(one->kind) ||
		    (no == 0 ? one->id != t->w.item : one->no != no))
			continue;
		if (!item_was_on(one))
			return NOT_FOUND;
		t->item = one;
	}
	return no != 0 && t->item == NULL ? NOT_FOUND : OK;
}

/* The goal in the address, or the first that the table has not answered. */
static enum status find_goal(struct sitting *t, i64 nth)
{
	const struct item_goal_list *goals = &t->item->goals;

	if (nth > (i64)goals->n)
		return NOT_FOUND;
	for (size_t i = 0; nth == 0 && i < goals->n; i++)
		if (answer_of(t, t->item->id, goals->v[i].goal) == NULL)
			nth = (i64)i + 1;
	if (goals->n > 0) {
		t->nth = nth == 0 ? 1 : nth;
		t->goal = &goals->v[t->nth - 1];
	}
	return OK;
}

/* Only the table's own stays in memory. */
static enum status read_answers(struct req *r, struct sitting *t)
{
	struct board_reply_list all = {0};
	struct idea_list ideas = {0};

	TRY(board_reply_list(&r->s, t->w.id, 0, &all));
	for (size_t i = 0; i < all.n; i++)
		if (all.v[i].board == t->g.board)
			*PUSH(r->s.mem, &t->answers) = all.v[i];
	TRY(idea_list(&r->s, t->w.id, 0, "", &ideas));
	for (size_t i = 0; i < ideas.n; i++)
		if (ideas.v[i].board == t->g.board && ideas.v[i].shared)
			*PUSH(r->s.mem, &t->ideas) = ideas.v[i];
	return OK;
}

/* Minutes are whole in what a participant sends. */
static enum status read_near(struct req *r, struct sitting *t)
{
	const struct item *i = t->item;
	i64 since = i->spent_ms > 0 ? 0 : i->began_at - 60 * 1000;

	t->who = guest_who(r->s.mem, t->g.key, i->id);
	TRY(reply_own(&r->s, t->who, i->id, &t->own));
	TRY(seated_since(&r->s, t->g.board, since, &t->seated));
	return near_list(&r->s, i->id, t->g.board, &t->near);
}

enum status sitting_here(struct req *r, struct sitting *t)
{
	TRY(guest_get(&r->s, r->object, &t->g));
	t->g.key = r->object_key;
	if (t->g.kind == GUEST_SCREEN || t->g.board == 0)
		return NOT_FOUND;
	TRY(workshop_get(&r->s, t->g.workshop, &t->w));
	TRY(item_list(&r->s, t->w.id, &t->items));
	TRY(read_answers(r, t));
	TRY(find_item(t, asked_no(r, "item")));
	if (t->item == NULL)
		return OK;
	TRY(find_goal(t, asked_no(r, "goal")));
	return read_near(r, t);
}

i64 answered_near(const struct sitting *t, i64 goal)
{
	i64 n = 0;

	for (size_t i = 0; i < t->near.n; i++)
		n += t->near.v[i].goal == goal;
	return n;
}

struct silence silence_at(const struct sitting *t, i64 goal)
{
	struct silence s = {
		.way = t->w.way, .kind = t->g.kind, .seated = t->seated,
		.elected = t->g.category == CATEGORY_ELECTED,
		.shown = item_is_shown(&t->w, t->item),
		.answered = answered_near(t, goal),
	};

	for (size_t i = 0; i < t->own.n; i++)
		s.own = s.own || t->own.v[i].goal == goal;
	return s;
}

struct silence silence_of(const struct sitting *t)
{
	return silence_at(t, t->goal == NULL ? 0 : t->goal->goal);
}

const struct board_reply *answer_of(const struct sitting *t, i64 item,
                                    i64 goal)
{
	for (size_t i = 0; i < t->answers.n; i++)
		if (t->answers.v[i].item == item &&
		    t->answers.v[i].goal == goal)
			return &t->answers.v[i];
	return NULL;
}
