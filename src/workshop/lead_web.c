/*
 * The leader's view: one screen from which the meeting is run. Each command is
 * a plain form, so it works from any machine, and two may lead at once.
 */
#include "base/rights.h"
#include "base/text.h"
#include "static_names.h"
#include "web/live.h"
#include "workshop/lead.h"
#include "workshop/lead.msg"

enum { TALLY_MS = 500, EVERY_S = 30 };

const struct item *item_of_no(const struct item_list *all, i64 no)
{
	for (size_t i = 0; i < all->n; i++)
		if (all->v[i].no == no)
			return &all->v[i];
	return NULL;
}

/* A meeting that is tried out on another day began when it began. */
static struct plan_pace pace_of(struct req *r, const struct lead *v)
{
	i64 starts = instant_of(v->w.day, v->w.starts);

	if (day_of_instant(v->w.began_at) != v->w.day)
		starts = v->w.began_at;
	return plan_pace(r->s.mem, &v->items, starts,
	                 starts + v->w.minutes * 60 * 1000, r->s.now);
}

enum status lead_read(struct req *r, struct lead *v)
{
	TRY(workshop_here(r, &v->w));
	TRY(item_list(&r->s, v->w.id, &v->items));
	TRY(board_list(&r->s, v->w.id, &v->boards));
	TRY(seated_list(&r->s, v->w.id, &v->seated));
	for (size_t i = 0; i < v->items.n; i++)
		if (v->items.v[i].id == v->w.item)
			v->on = &v->items.v[i];
	if (v->w.state == WORKSHOP_RUNNING)
		v->pace = pace_of(r, v);
	if (v->on == NULL || !item_is_asked(v->on->kind))
		return OK;
	TRY(replied_list(&r->s, v->on, &v->replied));
	return board_reply_list(&r->s, v->w.id, v->on->id, &v->answers);
}

/* -- the page ------------------------------------------------------------ */

static void headline(struct req *r, const struct lead *v)
{
	const struct item *on = v->on;

	if (v->w.state < WORKSHOP_RUNNING) {
		emit(&r->out, "<h1>%s</h1><p>%s</p>", say(r, LEAD_NOT_BEGUN),
		     say(r, v->items.n == 0 ? LEAD_NO_ITEMS :
		            LEAD_NOT_BEGUN_TEXT));
		return;
	}
	if (on == NULL) {
		emit(&r->out, "<h1>%s</h1><p>%s</p>", say(r, LEAD_NOTHING_ON),
		     say(r, LEAD_NOTHING_ON_TEXT));
		return;
	}
	emit(&r->out, "<p class='muted num'>%s · ", say(r, LEAD_NOW));
	if (on->priority_no != 0)
		emit(&r->out, "P%lld %s · ", on->priority_no,
		     on->priority_title);
	emit(&r->out, "%s</p><h1>%s</h1>", minutes_left_say(r, on),
	     item_question(r, on, on->goals.n == 1 ? &on->goals.v[0] :
	                   NULL));
	if (on->goals.n < 2)
		return;
	emit(&r->out, "<ul class='chips'>");
	for (size_t i = 0; i < on->goals.n; i++) {
		const struct item_goal *g = &on->goals.v[i];

		emit(&r->out, "<li>%s %s</li>", g->code,
		     either(r, g->title_sv, g->title_en));
	}
	emit(&r->out, "</ul>");
}

/* What others change: fetched anew as one part. */
static void live_part(struct req *r, const struct lead *v)
{
	emit(&r->out, "<div class='spread' id='now' data-live='/w/%s/live'"
	     " data-part='/w/%s/lead' data-every='%d' data-say='%s'>",
	     v->w.key, v->w.key, EVERY_S, v->on == NULL ? "" : v->on->title);
	lead_pace(r, v);
	emit(&r->out, "<div class='run'>");
	headline(r, v);
	lead_commands(r, v);
	lead_tables(r, v);
	emit(&r->out, "</div><aside class='side'>");
	lead_agenda(r, v);
	emit(&r->out, "</aside></div>");
}

static void way_in(struct req *r, const struct workshop *w)
{
	const char *at = arena_print(r->s.mem, "%s/j/%s", r->house->url,
	                             w->code);

	emit(&r->out, "<section class='panel'><h2>%s</h2><p>%s/j</p>"
	     "<p class='code'>%s</p>", say(r, JOIN_HEAD), r->house->url,
	     w->code);
	qr_svg(r, at, say_with(r, JOIN_QR, at, NULL));
	emit(&r->out, "<p class='small muted'>%s</p></section>",
	     say(r, JOIN_ENDS));
}

static void screen_form(struct req *r, const struct workshop *w)
{
	emit(&r->out, "<h2>%s</h2><p class='small'>%s</p>",
	     say(r, SCREEN_HEAD), say(r, w->shown ? SCREEN_SHOWN :
	     SCREEN_HIDDEN));
	form_open(r, "screen", "/w/%s/screen", w->key);
	emit(&r->out, "<button class='btn sec sm' type='submit'"
	     " formtarget='_blank'>%s</button>", say(r, SCREEN_OPEN));
	form_close(r);
}

static void around(struct req *r, const struct lead *v)
{
	const struct workshop *w = &v->w;

	emit(&r->out, "<div class='below'>");
	if (w->state == WORKSHOP_RUNNING)
		lead_ask(r, v);
	emit(&r->out, "<div class='two even'>");
	if (w->code != NULL)
		way_in(r, w);
	emit(&r->out, "<section>");
	screen_form(r, w);
	emit(&r->out, "<h3>%s</h3><p class='small'>%s</p><p class='small'>"
	     "<a href='/w/%s/lead'>%s/w/%s/lead</a></p>", say(r, HAND_HEAD),
	     say(r, HAND_TEXT), w->key, r->house->url, w->key);
	emit(&r->out, "<h3>%s</h3><p class='small'>%s</p><p>"
	     "<a class='btn sec sm' href='/w/%s/close'>%s</a></p></section>"
	     "</div></div>", say(r, END_HEAD), say(r, END_TEXT), w->key,
	     say(r, END_LINK));
}

static enum status page(struct req *r)
{
	struct lead v = {0};

	TRY(lead_read(r, &v));
	workshop_open_page(r, &v.w, &(struct page){
		.title = say(r, LEAD_TITLE), .script = STATIC_LIVE_JS,
		.no_keys = v.w.keys_off });
	if (workshop_is_over(v.w.state)) {
		emit(&r->out, "<h1>%s</h1><p><a href='/w/%s/result'>%s</a>"
		     "</p>", say(r, LEAD_OVER), v.w.key,
		     say(r, LEAD_OVER_LINK));
		page_close(r);
		return OK;
	}
	emit(&r->out, "<div class='two lr console'>");
	live_part(r, &v);
	around(r, &v);
	emit(&r->out, "</div><p class='acts noprint'><a href='/w/%s/lead'>%s"
	     "</a> <button class='btn sec sm' type='button'"
	     " data-live-pause='' hidden>%s</button></p>", v.w.key,
	     say(r, LEAD_FETCH), say(r, LEAD_PAUSE));
	page_close(r);
	return OK;
}

/* -- commands ------------------------------------------------------------ */

static enum status switch_keys(struct req *r, struct workshop *w)
{
	w->keys_off = !w->keys_off;
	return workshop_change(&r->s, w);
}

static enum status repace(struct req *r, i64 turn)
{
	struct lead v = {0};
	struct repace_list changes;

	TRY(lead_read(r, &v));
	changes = lead_repace(r->s.mem, &v.pace);
	return run_repace(&r->s, v.w.id, turn, changes.v, changes.n);
}

static enum status obey(struct req *r, struct workshop *w)
{
	const char *word = or_empty(form_raw(r, "command"));
	i64 turn = form_choice(r, "turn", 1, INT32_MAX);
	i64 item = form_choice(r, "item", 1, INT32_MAX);
	enum run_command command;

	if (same(word, "ask"))
		return lead_ask_send(r, w);
	if (same(word, "keys"))
		return switch_keys(r, w);
	if (same(word, "repace"))
		return repace(r, turn);
	if (!lead_command_read(word, &command)) {
		issue(r, NULL, NOT_A_COMMAND);
		return INVALID;
	}
	return run_command(&r->s, w->id, turn, command, item);
}

/* What cannot be done now draws the page again, with how things are. */
static enum status run(struct req *r)
{
	struct workshop w = {0};
	enum status done;

	TRY(workshop_here(r, &w));
	done = obey(r, &w);
	if (done == STALE)
		issue(r, NULL, LATE_OTHER);
	if (done == DENIED || done == NOT_FOUND) {
		issue(r, NULL, NOT_NOW);
		return INVALID;
	}
	TRY(done);
	return go(r, "/w/%s/lead", w.key);
}

static enum status follow(struct req *r)
{
	return live_follow(r, topic_tally(r->s.mem, r->object), TALLY_MS);
}

static const struct route rows[] = {
	{ GET,  "/w/:workshop/lead", page,   LEAD, ON_WORKSHOP },
	{ POST, "/w/:workshop/lead", run,    LEAD, ON_WORKSHOP, page },
	{ GET,  "/w/:workshop/live", follow, LEAD, ON_WORKSHOP },
	{ 0 },
};
const struct route *const lead_routes = rows;
