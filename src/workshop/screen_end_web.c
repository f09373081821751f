/*
 * "Det ni kom fram till": counts for each kind, side by side and never added
 * up, and by name what was not reached. The same before and after the end.
 */
#include "base/text.h"
#include "workshop/screen.h"
#include "workshop/screen.msg"

enum { LEFT_MOST = 8 };

struct found {
	i64 judged, gain, harm, none, gap, divided;
	i64 missing, actions, priorities;
};

/* What the tables said of one goal, or the room for them all. */
struct goal_said { unsigned set; bool answered, differ, divided; };

static bool has_path(const struct item *i, i64 goal)
{
	for (size_t k = 0; k < i->goals.n; k++)
		if (i->goals.v[k].goal == goal)
			return goal_has_path(&i->goals.v[k]);
	return true;
}

static struct goal_said said_of(const struct item *i, i64 goal,
                                const struct board_reply_list *boards,
                                const struct verdict_list *verdicts)
{
	struct goal_said said = {0};
	bool path = has_path(i, goal);

	for (size_t k = 0; k < boards->n; k++) {
		const struct board_reply *b = &boards->v[k];
		unsigned set = value_read(b->value, path);

		if (b->item != i->id || b->goal != goal || set == 0)
			continue;
		said.differ |= said.answered && set != said.set;
		said.set |= set;
		said.answered = true;
	}
	said.divided = said.differ;
	for (size_t k = 0; k < verdicts->n; k++) {
		const struct verdict *v = &verdicts->v[k];

		if (v->item != i->id || v->goal != goal)
			continue;
		said.divided = v->kind == VERDICT_DIVIDED;
		if (!said.divided)
			said.set = value_read(v->value, path);
		said.answered = true;
	}
	return said;
}

static void count_item(struct found *f, const struct item *i,
                       const struct board_reply_list *boards,
                       const struct verdict_list *verdicts)
{
	for (size_t k = 0; k < i->goals.n; k++) {
		struct goal_said said = said_of(i, i->goals.v[k].goal,
		                                boards, verdicts);

		f->judged  += said.answered;
		f->gain    += (said.set & VALUE_POSITIVE) != 0;
		f->harm    += (said.set & VALUE_NEGATIVE) != 0;
		f->none    += (said.set & VALUE_NO) != 0;
		f->gap     += (said.set & VALUE_GAP) != 0;
		f->divided += said.divided;
	}
}

static void count_ideas(struct found *f, const struct item_list *items,
                        const struct idea_list *ideas)
{
	for (size_t k = 0; k < ideas->n; k++) {
		const struct idea *one = &ideas->v[k];

		for (size_t i = 0; i < items->n; i++) {
			enum item_kind kind = items->v[i].kind;

			if (items->v[i].id != one->item || one->into != 0)
				continue;
			f->missing    += kind == ITEM_MISSING && one->missing;
			f->actions    += kind == ITEM_ACTIONS;
			f->priorities += kind == ITEM_PROPOSE;
		}
	}
}

/* -- drawn ----------------------------------------------------------------- */

static void count(struct req *r, i64 n, const struct counted *word)
{
	if (n > 0)
		emit(&r->out, "<li><b>%s</b> %s</li>", number_say(r->s.mem,
		     r->language, n), say_count(r, word, n));
}

static void counts(struct req *r, const struct found *f)
{
	emit(&r->out, "<ul class='found'>");
	count(r, f->judged, E_JUDGED);
	count(r, f->gain, E_GAIN);
	count(r, f->harm, E_HARM);
	count(r, f->none, E_NONE);
	count(r, f->gap, E_GAP);
	count(r, f->divided, E_DIVIDED);
	count(r, f->priorities, E_PRIORITIES);
	count(r, f->missing, E_MISSING);
	count(r, f->actions, E_ACTIONS);
	emit(&r->out, "</ul>");
}

static bool is_left(const struct item *i)
{
	return item_is_asked(i->kind) && i->kind != ITEM_CLOSE &&
	       (i->state == ITEM_PLANNED || i->state == ITEM_PARKED ||
	        i->state == ITEM_LEFT);
}

static void left(struct req *r, const struct item_list *items)
{
	size_t n = 0;

	for (size_t i = 0; i < items->n; i++) {
		if (!is_left(&items->v[i]))
			continue;
		if (n == 0)
			emit(&r->out, "<h2>%s</h2><ul class='names'>",
			     say(r, E_LEFT));
		if (n++ < LEFT_MOST)
			emit(&r->out, "<li>%s</li>", items->v[i].title);
	}
	if (n == 0) {
		emit(&r->out, "<p class='say'>%s</p>", say(r, E_ALL));
		return;
	}
	emit(&r->out, "</ul>");
	if (n > LEFT_MOST)
		emit(&r->out, "<p class='sub'>%s</p>", say_count(r, T_MORE,
		     (i64)(n - LEFT_MOST)));
}

enum status screen_end(struct req *r, const struct workshop *w)
{
	struct item_list items = {0};
	struct board_reply_list boards = {0};
	struct verdict_list verdicts = {0};
	struct idea_list ideas = {0};
	struct found f = {0};

	TRY(item_list(&r->s, w->id, &items));
	TRY(board_reply_list(&r->s, w->id, 0, &boards));
	TRY(verdict_list(&r->s, w->id, &verdicts));
	TRY(idea_list(&r->s, w->id, 0, "", &ideas));
	for (size_t i = 0; i < items.n; i++)
		count_item(&f, &items.v[i], &boards, &verdicts);
	count_ideas(&f, &items, &ideas);
	emit(&r->out, "<p class='sub'>%s</p><h1>%s</h1>", w->title,
	     say(r, END_TITLE));
	counts(r, &f);
	left(r, &items);
	emit(&r->out, "<p class='sub'>%s</p>", say(r, E_BACK));
	return OK;
}
