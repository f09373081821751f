/* The table's page: on its shared device, and on the phones of those there. */
#include "base/text.h"
#include "workshop/idea.h"
#include "workshop/table.h"
#include "workshop/show.h"
#include "workshop/table.msg"

/* -- what it is about ---------------------------------------------------- */

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

static i64 answered_near(const struct sitting *t, i64 goal)
{
	i64 n = 0;

	for (size_t i = 0; i < t->near.n; i++)
		n += t->near.v[i].goal == goal;
	return n;
}

static struct silence silence_at(const struct sitting *t, i64 goal)
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

/* -- the lists beside ---------------------------------------------------- */

static void answered(struct req *r, bool is)
{
	state(r, is ? ICON_DONE : ICON_NOT_BEGUN, is ? "ok" : "",
	      say(r, is ? T_DONE : T_UNJUDGED));
}

static void goals_listed(struct req *r, const struct sitting *t)
{
	if (t->item->goals.n < 2)
		return;
	emit(&r->out, "<h2>%s</h2><ul class='rows tight'>", say(r, T_GOALS));
	for (size_t i = 0; i < t->item->goals.n; i++) {
		const struct item_goal *g = &t->item->goals.v[i];

		emit(&r->out, "<li><a class='n' href='table?item=%lld&goal="
		     "%lld'%s>%s %s</a><span class='e'>", t->item->no,
		     (i64)i + 1, g == t->goal ? " aria-current='true'" : "",
		     g->code, either(r, g->title_sv, g->title_en));
		answered(r, answer_of(t, t->item->id, g->goal) != NULL);
		emit(&r->out, "</span></li>");
	}
	emit(&r->out, "</ul>");
}

static bool any_idea(const struct sitting *t, i64 item)
{
	for (size_t i = 0; i < t->ideas.n; i++)
		if (t->ideas.v[i].item == item)
			return true;
	return false;
}

static void item_state_shown(struct req *r, const struct sitting *t,
                             const struct item *i)
{
	size_t done = 0;

	if (!item_was_on(i)) {
		emit(&r->out, "<span class='muted'>%s</span>",
		     say(r, T_LATER));
		return;
	}
	for (size_t k = 0; k < i->goals.n; k++)
		done += answer_of(t, i->id, i->goals.v[k].goal) != NULL;
	if (done > 0 && done < i->goals.n)
		state(r, ICON_HALF, "", say_with(r, T_HALF,
		      arena_print(r->s.mem, "%zu", done),
		      arena_print(r->s.mem, "%zu", i->goals.n)));
	else
		answered(r, done > 0 || any_idea(t, i->id) ||
		         answer_of(t, i->id, 0) != NULL);
}

static void items_listed(struct req *r, const struct sitting *t)
{
	emit(&r->out, "<h2>%s</h2><ul class='rows tight'>", say(r, T_ITEMS));
	for (size_t k = 0; k < t->items.n; k++) {
		const struct item *i = &t->items.v[k];

		if (!item_is_asked(i->kind) || i->kind == ITEM_CLOSE)
			continue;
		if (item_was_on(i))
			emit(&r->out, "<li><a class='n' href='table?item="
			     "%lld'%s>%s</a>", i->no, i == t->item ?
			     " aria-current='true'" : "",
			     item_question(r, i, NULL));
		else
			emit(&r->out, "<li><span class='n'>%s</span>",
			     item_question(r, i, NULL));
		emit(&r->out, "<span class='e'>");
		item_state_shown(r, t, i);
		emit(&r->out, "</span></li>");
	}
	emit(&r->out, "</ul>");
}

/* -- the table's own view ------------------------------------------------ */

static struct views near_views(const struct sitting *t,
                               const struct item_goal *g)
{
	struct views v = views_of(&t->near, g->goal, t->g.board,
	                          goal_has_path(g));
	i64 answered_it = answered_near(t, g->goal);

	v.unanswered += t->seated > answered_it ? t->seated - answered_it : 0;
	return v;
}

static const struct item_goal *most_apart(const struct sitting *t,
                                          i64 below, i64 *nth)
{
	const struct item_goal *found = NULL;
	i64 most = 0;

	for (size_t i = 0; i < t->item->goals.n; i++) {
		const struct item_goal *g = &t->item->goals.v[i];
		struct silence s = silence_at(t, g->goal);
		struct views v = near_views(t, g);
		i64 apart = difference_of(&v) * 100 - (i64)i;

		if (!views_open(&s) || difference_of(&v) <= 0 ||
		    apart <= most || apart >= below)
			continue;
		most = apart;
		*nth = (i64)i + 1;
		found = g;
	}
	return found;
}

/* Goals of the question by how much the table differs. */
static void talk(struct req *r, const struct sitting *t)
{
	const struct item_goal *g;
	i64 below = INT64_MAX, nth = 0;

	if (most_apart(t, below, &nth) == NULL)
		return;
	emit(&r->out, "<h3>%s</h3><p class='small muted'>%s</p>"
	     "<ul class='rows tight'>", say(r, T_TALK), say(r, T_TALK_HINT));
	while ((g = most_apart(t, below, &nth)) != NULL) {
		struct views v = near_views(t, g);

		below = difference_of(&v) * 100 - (nth - 1);
		emit(&r->out, "<li><a class='n' href='table?item=%lld&goal="
		     "%lld'>%s %s</a><span class='m'>%s</span></li>",
		     t->item->no, nth, g->code,
		     either(r, g->title_sv, g->title_en), accord_say(r, &v));
	}
	emit(&r->out, "</ul>");
}

static void near_shown(struct req *r, const struct sitting *t)
{
	const struct item_goal *g = t->goal;
	struct silence s = silence_of(t);
	i64 n = s.answered;

	if (t->w.way == WAY_TABLE)
		return;
	emit(&r->out, "<section aria-labelledby='near-h'><h2 id='near-h'>%s"
	     "</h2><p role='status'>%s</p>", say(r, T_NEAR),
	     t->seated == 0 && n == 0 ? say(r, T_NOBODY_ALONE) :
	     say_with(r, T_ANSWERED_OF, arena_print(r->s.mem, "%lld", n),
	     arena_print(r->s.mem, "%lld", t->seated > n ? t->seated : n)));
	if (!views_open(&s)) {
		emit(&r->out, "<p class='small muted'>%s</p>", say(r,
		     t->g.kind == GUEST_TABLE ? T_HIDDEN_TABLE :
		     T_HIDDEN_OWN));
	} else if (g != NULL && n > 0) {
		struct views v = near_views(t, g);

		views_table(r, goal_has_path(g), &v, NULL);
		emit(&r->out, "<p><b>%s</b></p>", accord_say(r, &v));
		talk(r, t);
	}
	emit(&r->out, "</section>");
}

/* -- the page ------------------------------------------------------------ */

static void top(struct req *r, const struct sitting *t)
{
	bool device = t->g.kind == GUEST_TABLE;
	const char *title = say_with(r, T_AT, t->g.board_name, t->w.title);

	page_open(r, &(struct page){ .title = title,
	          .look = device ? "" : "phone", .own_script = true });
	page_main(r);
	emit(&r->out, "<p class='muted small'>%s</p>", title);
	if (t->g.authority)
		emit(&r->out, "<p class='small'>%s</p>", say(r, T_RECEIVED));
	if (!device)
		emit(&r->out, "<p class='small'><a href='now'>%s</a></p>",
		     say(r, T_TO_OWN));
	page_saved(r);
}

static void own_first(struct req *r)
{
	emit(&r->out, "<p class='note'>%s <a href='now'>%s</a></p>",
	     say(r, T_OWN_FIRST), say(r, T_OWN_GO));
}

/* The question, how the table looks at it, and what it answers. */
static enum status question(struct req *r, const struct sitting *t)
{
	struct silence s = silence_of(t);

	item_line(r, t->item, t->goal);
	emit(&r->out, "<h1>%s</h1>", item_question(r, t->item, t->goal));
	if (t->item->kind == ITEM_CLOSE) {
		emit(&r->out, "<p>%s</p>", say(r, T_CLOSING));
		return OK;
	}
	if (t->item->kind == ITEM_PROPOSE || t->item->kind == ITEM_MISSING ||
	    t->item->kind == ITEM_ACTIONS)
		return ideas_shown(r, &t->g, &t->w, t->item, "table");
	near_shown(r, t);
	if (answer_open(&s))
		table_form(r, t);
	else
		own_first(r);
	return OK;
}

static void nothing(struct req *r, const struct sitting *t)
{
	bool over = workshop_is_over(t->w.state);

	emit(&r->out, "<h1>%s</h1><p>%s</p><p><a class='btn sec' href='table'"
	     ">%s</a></p>", say(r, over ? T_ALL_DONE : T_NOTHING_ON),
	     say(r, over ? T_OVER : T_NOTHING_TEXT), say(r, T_RELOAD));
}

enum status table_page(struct req *r)
{
	struct sitting t = {0};
	bool device;

	TRY(sitting_here(r, &t));
	device = t.g.kind == GUEST_TABLE;
	top(r, &t);
	emit(&r->out, device ? "<div class='two lr'><div>" : "<div><div>");
	if (t.item == NULL)
		nothing(r, &t);
	else
		TRY(question(r, &t));
	emit(&r->out, "</div><aside class='side'>");
	if (t.item != NULL)
		goals_listed(r, &t);
	items_listed(r, &t);
	emit(&r->out, "</aside></div>");
	page_close(r);
	return OK;
}

static const struct route rows[] = {
	{ .method = GET, .path = "/d/:guest/table", .run = table_page,
	  .right = GUEST, .ground = ON_GUEST },
	{ .method = POST, .path = "/d/:guest/table", .run = table_answer,
	  .right = GUEST, .ground = ON_GUEST, .form = table_page },
	{ 0 },
};
const struct route *const table_routes = rows;
