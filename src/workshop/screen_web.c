/* The projector: its link, its stream, and what it shows when. */
#include <string.h>

#include "base/rights.h"
#include "base/text.h"
#include "static_names.h"
#include "web/live.h"
#include "workshop/screen.h"
#include "workshop/screen.msg"

enum { TALLY_MS = 500, EVERY_S = 60, MINUTE_MS = 60 * 1000,
       LONG_QUESTION = 44 };

/* -- what there is to show ------------------------------------------------ */

static i64 persons_in(const struct seated_list *all)
{
	i64 n = 0;

	for (size_t i = 0; i < all->n; i++)
		n += all->v[i].persons;
	return n;
}

static enum status read_tables(struct req *r, struct screen *v)
{
	struct board_list boards = {0};
	size_t goals = v->item.goals.n == 0 ? 1 : v->item.goals.n;

	TRY(board_list(&r->s, v->w.id, &boards));
	TRY(board_reply_list(&r->s, v->w.id, v->item.id, &v->boards));
	v->asked = (i64)boards.n;
	for (size_t i = 0; i < boards.n; i++) {
		size_t sent = 0;

		for (size_t k = 0; k < v->boards.n; k++)
			sent += v->boards.v[k].board == boards.v[i].id;
		v->answered += sent >= goals;
	}
	return OK;
}

static enum status read_persons(struct req *r, struct screen *v)
{
	struct seated_list seated = {0}, replied = {0};

	TRY(seated_list(&r->s, v->w.id, &seated));
	TRY(replied_list(&r->s, &v->item, &replied));
	v->answered = persons_in(&replied);
	v->asked = persons_in(&seated);
	if (v->asked < v->answered)
		v->asked = v->answered; /* some have left */
	return OK;
}

static bool is_proposals(enum item_kind kind)
{
	return kind == ITEM_PROPOSE || kind == ITEM_MISSING ||
	       kind == ITEM_ACTIONS;
}

/* Tables answer goals at once where there are no silent answers; a question
 * of the leader's goes to every phone. */
static bool tables_answer(const struct screen *v)
{
	return v->w.way == WAY_TABLE && v->item.goals.n > 0;
}

static enum status read_shown(struct req *r, struct screen *v)
{
	if (v->tables)
		v->tallies = tally_boards(r->s.mem, &v->boards);
	else
		TRY(tally_list(&r->s, v->item.id, &v->tallies));
	if (v->item.goals.n == 0)
		return OK;
	if (!v->tables)
		TRY(board_reply_list(&r->s, v->w.id, v->item.id,
		                     &v->boards));
	TRY(verdict_list(&r->s, v->w.id, &v->verdicts));
	v->goals = goal_tallies(r->s.mem, &v->item, &v->tallies,
	                        &v->verdicts, v->asked);
	return OK;
}

static enum status read_item(struct req *r, struct screen *v)
{
	TRY(item_by_id(&r->s, v->w.item, &v->item));
	if (!item_is_asked(v->item.kind) || v->item.kind == ITEM_CLOSE)
		return OK;
	if (is_proposals(v->item.kind))
		return idea_list(&r->s, v->w.id, v->item.id, "", &v->ideas);
	v->tables = tables_answer(v);
	TRY(v->tables ? read_tables(r, v) : read_persons(r, v));
	return v->w.shown ? read_shown(r, v) : OK;
}

/* -- the page ------------------------------------------------------------ */

static const char *until(const struct req *r, const struct item *i)
{
	return say_time(r, r->s.now + i->minutes * MINUTE_MS -
	                   item_spent(i, r->s.now));
}

static void sub_line(struct req *r, const struct screen *v)
{
	emit(&r->out, "<p class='sub'>%s", v->w.title);
	if (v->item.priority_no != 0)
		emit(&r->out, " · P%lld %s", v->item.priority_no,
		     v->item.priority_title);
	emit(&r->out, "</p>");
}

static void welcome(struct req *r, const struct screen *v)
{
	sub_line(r, v);
	emit(&r->out, "<h1 class='huge'>%s</h1><p class='say'>",
	     v->item.id == 0 ? say(r, S_WELCOME) : v->item.title);
	if (v->w.state < WORKSHOP_RUNNING)
		emit(&r->out, "%s ", say_with(r, S_BEGINS, say_minute(r,
		     v->w.starts), NULL));
	emit(&r->out, "%s</p>", say(r, S_SCAN));
}

static void pause_shown(struct req *r, const struct screen *v)
{
	bool is_break = v->item.kind == ITEM_BREAK;

	sub_line(r, v);
	emit(&r->out, "<h1 class='huge'>%s</h1>", is_break ?
	     say_with(r, S_BREAK, until(r, &v->item), NULL) : v->item.title);
	if (!is_break)
		emit(&r->out, "<p class='say'>%s</p>", say_with(r, S_UNTIL,
		     until(r, &v->item), NULL));
}

/* Before it is shown: that they answer, and nothing of what. */
static void silent(struct req *r, const struct screen *v)
{
	const char *part = number_say(r->s.mem, r->language, v->answered);
	const char *whole = number_say(r->s.mem, r->language, v->asked);

	if (is_proposals(v->item.kind)) {
		emit(&r->out, "<p class='say most' role='status'>%s</p>",
		     say_count(r, S_PROPOSED, (i64)v->ideas.n));
	} else {
		emit(&r->out, "<p class='say most' role='status'>%s</p>",
		     say_with(r, v->tables ? S_ANSWERED_TABLES : S_ANSWERED,
		     part, whole));
		emit(&r->out, "<svg class='bar' viewBox='0 0 100 8'"
		     " preserveAspectRatio='none' aria-hidden='true'>"
		     "<rect class='b' width='100' height='8' rx='1'/>"
		     "<rect class='v' width='%lld' height='8' rx='1'/></svg>",
		     v->asked == 0 ? 0 : v->answered * 100 / v->asked);
	}
	emit(&r->out, "<p class='sub'>%s</p>", say(r, v->tables ||
	     is_proposals(v->item.kind) ? S_SILENT_TABLES : S_SILENT));
}

static const struct item_goal *goal_asked(const struct screen *v)
{
	if (v->goals.n > 0)
		return v->goals.v[0].goal;
	return v->item.goals.n == 1 ? &v->item.goals.v[0] : NULL;
}

/* Of an item with several goals, while they are answered. */
static void goal_names(struct req *r, const struct screen *v)
{
	if (v->item.goals.n < 2 || v->goals.n > 0)
		return;
	emit(&r->out, "<ul class='names'>");
	for (size_t i = 0; i < v->item.goals.n; i++) {
		const struct item_goal *g = &v->item.goals.v[i];

		emit(&r->out, "<li><b>%s</b> %s</li>", g->code,
		     either(r, g->title_sv, g->title_en));
	}
	emit(&r->out, "</ul>");
}

static void asked(struct req *r, const struct screen *v)
{
	const char *question = item_question(r, &v->item, goal_asked(v));

	sub_line(r, v);
	emit(&r->out, "<h1 class='%s'>%s</h1>",
	     text_length(question) > LONG_QUESTION ? "long" : "", question);
	goal_names(r, v);
	if (!v->w.shown)
		silent(r, v);
	else if (is_proposals(v->item.kind))
		screen_ideas(r, v);
	else if (v->item.goals.n > 0)
		screen_goal(r, v);
	else
		screen_question(r, v);
	if (v->w.frozen)
		emit(&r->out, "<p class='sub'>%s</p>", say(r, S_FROZEN));
}

static enum status what_is_on(struct req *r, const struct screen *v)
{
	if (workshop_is_over(v->w.state) || v->item.kind == ITEM_CLOSE)
		return screen_end(r, &v->w);
	if (v->item.id != 0 && item_is_asked(v->item.kind))
		asked(r, v);
	else if (v->item.kind == ITEM_BREAK || v->item.kind == ITEM_SLACK)
		pause_shown(r, v);
	else if (v->item.id == 0 && v->w.state == WORKSHOP_RUNNING)
		emit(&r->out, "<h1>%s</h1>", say(r, S_BETWEEN));
	else
		welcome(r, v);
	return OK;
}

/* People do not read "https://", and a code is read in two halves. */
static void way_in(struct req *r, const struct screen *v)
{
	const char *at, *place = r->house->url;
	bool large = v->w.state < WORKSHOP_RUNNING ||
	             v->item.kind == ITEM_ARRIVAL ||
	             v->item.kind == ITEM_INTRODUCTION;

	if (v->w.code == NULL)
		return;
	at = arena_print(r->s.mem, "%s/j/%s", place, v->w.code);
	if (strstr(place, "://") != NULL)
		place = strstr(place, "://") + 3;
	emit(&r->out, "<div class='joinbar%s'>", large ? " large" : "");
	qr_svg(r, at, say_with(r, S_QR, at, NULL));
	emit(&r->out, "<p>%s <b>%s/j</b><br><span class='code'>%s %s</span>"
	     "</p></div>", say(r, S_JOIN), place,
	     arena_text(r->s.mem, v->w.code, 3), v->w.code + 3);
}

/* -- handlers ------------------------------------------------------------ */

static enum status screen_here(struct req *r, struct guest *g)
{
	TRY(guest_get(&r->s, r->object, g));
	return g->kind == GUEST_SCREEN ? OK : NOT_FOUND;
}

/* Only this is written in it: no menu, no foot, nothing to press. */
static enum status page(struct req *r)
{
	struct screen v = {0};
	struct guest g = {0};

	TRY(screen_here(r, &g));
	TRY(workshop_get(&r->s, g.workshop, &v.w));
	if (v.w.item != 0 && v.w.state == WORKSHOP_RUNNING)
		TRY(read_item(r, &v));
	page_open(r, &(struct page){ .title = say(r, SCREEN_TITLE),
		.look = "proj", .script = STATIC_LIVE_JS,
		.own_script = true });
	emit(&r->out, "<main id='content' data-live='tally'"
	     " data-part='screen' data-every='%d' data-say='%s'"
	     " data-answered='%lld'>\n", EVERY_S, v.item.title, v.answered);
	TRY(what_is_on(r, &v));
	way_in(r, &v);
	emit(&r->out, "</main>\n</body>\n</html>\n");
	return OK;
}

static enum status follow(struct req *r)
{
	struct guest g = {0};

	TRY(screen_here(r, &g));
	return live_follow(r, topic_tally(r->s.mem, g.workshop), TALLY_MS);
}

static enum status open_screen(struct req *r)
{
	struct guest g = { .kind = GUEST_SCREEN, .workshop = r->object,
	                   .organisation = "" };

	TRY(guest_note(&r->s, &g));
	return go(r, "/d/%s/screen", g.key);
}

static const struct route rows[] = {
	{ POST, "/w/:workshop/screen", open_screen, LEAD, ON_WORKSHOP },
	{ GET,  "/d/:guest/screen", page,   GUEST, ON_GUEST },
	{ GET,  "/d/:guest/tally",  follow, GUEST, ON_GUEST },
	{ 0 },
};
const struct route *const screen_routes = rows;
