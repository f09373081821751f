/* The table's page: on its shared device, and on the phones of those there. */
#include "base/text.h"
#include "static_names.h"
#include "web/live.h"
#include "workshop/idea.h"
#include "workshop/table.h"
#include "workshop/show.h"
#include "workshop/table.msg"

/* -- the lists beside ---------------------------------------------------- */

static void answered(struct req *r, bool is)
{
	state(r, is ? ICON_DONE : ICON_NOT_BEGUN, is ? "ok" : "",
	      say(r, is ? T_DONE : T_UNJUDGED));
}

static void goals_listed(struct req *r, const struct sitting *t)
{
	i64 here = t->goal == NULL ? 0 : t->goal->goal;

	if (t->item->goals.n < 2)
		return;
	emit(&r->out, "<h2>%s</h2><ul class='rows tight'>", say(r, T_GOALS));
	for (size_t i = 0; i < t->item->goals.n; i++) {
		const struct item_goal *g = &t->item->goals.v[i];

		emit(&r->out, "<li><a class='n' href='table?item=%lld&goal="
		     "%lld' aria-current='%s'>%s %s</a><span class='e'>",
		     t->item->no, (i64)i + 1,
		     g->goal == here ? "true" : "false",
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
			     "%lld' aria-current='%s'>%s</a>", i->no,
			     i == t->item ? "true" : "false",
			     item_question(r, i, NULL));
		else
			emit(&r->out, "<li><span class='n'>%s</span>",
			     item_question(r, i, NULL));
		if (i->id == t->w.item)
			emit(&r->out, "<span class='m'>%s</span>",
			     say(r, T_NOW));
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
	const char *said = t->seated == 0 && n == 0 ?
		say(r, T_NOBODY_ALONE) : say_with(r, T_ANSWERED_OF,
		arena_print(r->s.mem, "%lld", n), arena_print(r->s.mem,
		"%lld", t->seated > n ? t->seated : n));

	if (t->w.way == WAY_TABLE)
		return;
	emit(&r->out, "<section id='near' aria-labelledby='near-h'"
	     " data-live='table/live' data-part='table?item=%lld&goal=%lld'"
	     " data-jitter='800' data-say='%s'><h2 id='near-h'>%s</h2>"
	     "<p>%s</p>", t->item->no, t->nth, said, say(r, T_NEAR), said);
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
	          .look = device ? "" : "phone", .own_script = true,
	          .script = STATIC_LIVE_JS });
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

/* Gone from the page when there is a question, which is how live.js knows. */
static void nothing(struct req *r, const struct sitting *t)
{
	bool over = workshop_is_over(t->w.state);

	emit(&r->out, "<div id='nothing' data-live='table/live'"
	     " data-part='table' data-jitter='800'><h1>%s</h1><p>%s</p>"
	     "<p><a class='btn sec' href='table'>%s</a></p></div>",
	     say(r, over ? T_ALL_DONE : T_NOTHING_ON),
	     say(r, over ? T_OVER : T_NOTHING_TEXT), say(r, T_RELOAD));
}

/* On the table's device the lists follow the meeting. */
static void beside(struct req *r, const struct sitting *t)
{
	emit(&r->out, "</div><aside class='side' id='lists'");
	if (t->g.kind == GUEST_TABLE && t->item == NULL)
		emit(&r->out, " data-live='table/live' data-part='table'");
	else if (t->g.kind == GUEST_TABLE)
		emit(&r->out, " data-live='table/live' data-part="
		     "'table?item=%lld&goal=%lld'", t->item->no, t->nth);
	emit(&r->out, ">");
	if (t->item != NULL && workshop_is_over(t->w.state))
		emit(&r->out, "<p class='note'>%s %s</p>",
		     say(r, T_ALL_DONE), say(r, T_OVER));
	if (t->item != NULL)
		goals_listed(r, t);
	items_listed(r, t);
	emit(&r->out, "</aside></div>");
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
	beside(r, &t);
	page_close(r);
	return OK;
}

/* What changes at the table: somebody answers, or the meeting goes on. */
static enum status live(struct req *r)
{
	struct guest g = {0};

	TRY(guest_get(&r->s, r->object, &g));
	if (g.kind == GUEST_SCREEN || g.board == 0)
		return NOT_FOUND;
	return live_follow(r, topic_tally(r->s.mem, g.workshop), 1000);
}

static const struct route rows[] = {
	{ .method = GET, .path = "/d/:guest/table", .run = table_page,
	  .right = GUEST, .ground = ON_GUEST },
	{ .method = POST, .path = "/d/:guest/table", .run = table_answer,
	  .right = GUEST, .ground = ON_GUEST, .form = table_page },
	{ .method = GET, .path = "/d/:guest/table/live", .run = live,
	  .right = GUEST, .ground = ON_GUEST },
	{ 0 },
};
const struct route *const table_routes = rows;
