/*
 * A participant's phone: what is on, as one question a page, at one's own pace.
 * The first of the addresses of a link of one's own (/d/KEY/…), where nobody
 * has an account and no answer says who gave it.
 */
#include <string.h>

#include "base/text.h"
#include "static_names.h"
#include "web/live.h"
#include "workshop/guest.h"
#include "workshop/guest.msg"
#include "workshop/idea.h"

enum { MINUTE_MS = 60 * 1000 };

/* -- the frame ----------------------------------------------------------- */

/* What a phone compares to know that the leader has gone on. */
static const char *what_is_on(struct req *r, const struct here *h)
{
	return arena_print(r->s.mem, "%lld.%d", h->on, (int)h->w.state);
}

static const char *what_is_shown(struct req *r, const struct here *h)
{
	return arena_print(r->s.mem, "%d%d", (int)h->w.shown,
	                   (int)h->w.frozen);
}

static i64 minutes_left(const struct req *r, const struct here *h)
{
	i64 left = h->item.minutes * MINUTE_MS -
	           item_spent(&h->item, r->s.now);

	return left <= 0 ? 0 : (left + MINUTE_MS - 1) / MINUTE_MS;
}

static void open_round(struct req *r, const struct here *h)
{
	bool asks = h->q <= item_questions(&h->item) &&
	            here_alone(h, &h->item);

	emit(&r->out, "<div id='round' data-on='%s' data-shown='%s'",
	     what_is_on(r, h), what_is_shown(r, h));
	if (asks && h->q < item_questions(&h->item))
		emit(&r->out, h->late ? " data-next='now?item=%lld&goal=%lld'" :
		     " data-item='%lld' data-next='now?goal=%lld'", h->item.no,
		     h->q + 1);
	emit(&r->out, ">");
}

/* Whole minutes, as advice: nothing closes when they are gone. */
static void time_left(struct req *r, const struct here *h)
{
	i64 minutes = minutes_left(r, h);

	if (h->late || h->item.id == 0)
		return;
	emit(&r->out, "<span class='state' id='left' data-left='%lld'"
	     " data-many='%s' data-out='%s'>", minutes,
	     say_with(r, MINUTES_LEFT, "{}", NULL), say(r, TIME_IS_OUT));
	icon(r, ICON_CLOCK);
	emit(&r->out, "<span>%s</span></span>", minutes == 0 ?
	     say(r, TIME_IS_OUT) : say_with(r, MINUTES_LEFT,
	     arena_print(r->s.mem, "%lld", minutes), NULL));
}

static void bit(struct req *r, const struct here *h, bool question)
{
	struct arena *mem = r->s.mem;
	i64 n = item_questions(&h->item);

	emit(&r->out, "<div class='bit'><span>");
	if (question)
		emit(&r->out, "%s", say_with(r, QUESTION_AT,
		     arena_print(mem, "%lld", h->q),
		     arena_print(mem, "%lld", n)));
	if (!text_blank(h->g.board_name))
		emit(&r->out, "%s%s", question ? " · " : "",
		     h->g.board_name);
	emit(&r->out, "</span>");
	time_left(r, h);
	emit(&r->out, "</div>");
	if (question && n > 1)
		emit(&r->out, "<progress value='%lld' max='%lld'"
		     " aria-label='%s'>%s</progress>", own_count(h), n,
		     say(r, ANSWERED_BAR), say_with(r, BAR_SAYS,
		     arena_print(mem, "%lld", own_count(h)),
		     arena_print(mem, "%lld", n)));
}

/* -- what is on ---------------------------------------------------------- */

static enum status question(struct req *r, const struct here *h)
{
	bit(r, h, true);
	if (h->late)
		emit(&r->out, "<p class='note'>%s</p>", say(r, LATE_MEANS));
	question_form(r, h);
	return OK;
}

static enum status before_it(struct req *r, const struct here *h)
{
	emit(&r->out, "<h1>%s</h1><p class='lead'>%s</p>",
	     say_with(r, STARTS_AT, say_minute(r, h->w.starts), NULL),
	     say_with(r, STARTS_TEXT, say_day(r, h->w.day), NULL));
	return OK;
}

static enum status over(struct req *r, const struct here *h)
{
	emit(&r->out, "<h1>%s</h1><p class='lead'>%s</p><p class='acts'>"
	     "<a class='btn' href='receipt'>%s</a></p>", say(r, IS_OVER),
	     say(r, IS_OVER_TEXT), say(r, TO_RECEIPT));
	return missed_shown(r, h);
}

/* A break, an introduction: what it is, and when it goes on. */
static enum status calm(struct req *r, const struct here *h)
{
	const struct item *i = &h->item;
	i64 left = minutes_left(r, h);

	bit(r, h, false);
	if (i->id == 0)
		emit(&r->out, "<h1>%s</h1>", say(r, NOTHING_ON));
	else
		emit(&r->out, "<h1>%s</h1>", say_with(r, IS_ON,
		     item_question(r, i, NULL), NULL));
	emit(&r->out, "<p class='lead'>");
	if (i->id != 0 && left > 0)
		emit(&r->out, "%s ", say_with(r, GOES_ON_AT,
		     say_time(r, r->s.now + left * MINUTE_MS), NULL));
	emit(&r->out, "%s</p>", say(r, GOES_ON));
	return missed_shown(r, h);
}

/* What people propose: each their own, silent like the rest. */
static enum status proposals(struct req *r, const struct here *h)
{
	bit(r, h, false);
	item_line(r, &h->item, NULL);
	emit(&r->out, "<h1>%s</h1>", item_question(r, &h->item, NULL));
	TRY(ideas_shown(r, &h->g, &h->w, &h->item, "now"));
	emit(&r->out, "<p><a class='btn sec' href='table'>%s</a></p>",
	     say(r, TO_TABLE));
	return missed_shown(r, h);
}

/* The table answers: an elected member, a table on one device, proposals. */
static enum status with_table(struct req *r, const struct here *h)
{
	bit(r, h, false);
	item_line(r, &h->item, NULL);
	emit(&r->out, "<h1>%s</h1><p class='lead'>%s</p><p class='acts'>"
	     "<a class='btn' href='table'>%s</a></p>",
	     item_question(r, &h->item, NULL),
	     say(r, h->g.category == CATEGORY_ELECTED ? ELECTED_TEXT :
	         WITH_TABLE_TEXT), say(r, WITH_TABLE));
	return OK;
}

static enum status draw(struct req *r, const struct here *h)
{
	if (h->g.left)
		return left_shown(r, h);
	if (h->item.id != 0 && here_alone(h, &h->item)) {
		if (h->q <= item_questions(&h->item))
			return question(r, h);
		bit(r, h, false);
		TRY(answers_page(r, h));
		return missed_shown(r, h);
	}
	if (h->w.state < WORKSHOP_RUNNING)
		return before_it(r, h);
	if (workshop_is_over(h->w.state))
		return over(r, h);
	if (h->item.kind == ITEM_CLOSE)
		return evaluation_shown(r, h);
	if (item_has_ideas(h->item.kind) && !idea_for_table(&h->g))
		return proposals(r, h);
	return h->item.id != 0 && item_is_asked(h->item.kind) ?
	       with_table(r, h) : calm(r, h);
}

/* A phone asks whether what it shows is still so: then the minutes are all it
 * gets, and hundreds that ask at once cost little. */
static bool nothing_new(struct req *r, const struct here *h)
{
	if (r->method != GET ||
	    !same(query_text(r, "on"), what_is_on(r, h)) ||
	    !same(query_text(r, "shown"), what_is_shown(r, h)))
		return false;
	r->type = "text/plain; charset=utf-8";
	r->bytes.v = arena_print(r->s.mem, "%lld\n", minutes_left(r, h));
	r->bytes.n = strlen(r->bytes.v);
	return true;
}

static enum status now_page(struct req *r)
{
	struct here h = {0};

	TRY(here_find(r, &h));
	if (nothing_new(r, &h))
		return OK;
	if (r->method == GET && h.g.kind == GUEST_TABLE)
		return go(r, "table");
	if (r->method == GET && h.g.kind == GUEST_SCREEN)
		return go(r, "screen");
	page_open(r, &(struct page){ .title = say(r, NOW_TITLE),
		.look = "phone", .own_script = true,
		.script = STATIC_PHONE_JS });
	page_main(r);
	open_round(r, &h);
	TRY(draw(r, &h));
	emit(&r->out, "<p class='acts'><a href='now'>%s</a></p></div>",
	     say(r, FETCH_NEW));
	TRY(ways_shown(r, &h));
	page_close(r);
	return OK;
}

/* -- answering ----------------------------------------------------------- */

/* Said before the store would refuse it, so that the page can say why. */
static void may_answer(struct req *r, const struct here *h)
{
	if (h->w.state >= WORKSHOP_COMPILED)
		issue(r, NULL, IS_COMPILED);
	else if (h->w.frozen && h->item.id == h->w.item)
		issue(r, NULL, IS_FROZEN);
}

/* An answer that comes when its item is no longer on is kept, and the phone
 * goes to what is on; whoever answers afterwards goes on where they are. */
static enum status go_on(struct req *r, const struct here *h)
{
	if (form_has(r, "late", "1") && h->late &&
	    h->q < item_questions(&h->item))
		return go(r, "now?item=%lld&goal=%lld", h->item.no, h->q + 1);
	if (h->late)
		return go(r, "now");
	return go(r, "now?goal=%lld", h->q + 1);
}

static enum status answer_save(struct req *r)
{
	struct here h = {0};
	struct reply a = {0};
	const struct item_goal *g;

	TRY(here_find(r, &h));
	if (h.g.kind != GUEST_PERSON || h.g.category == CATEGORY_ELECTED)
		return DENIED;
	if (form_raw(r, "item") == NULL || !here_alone(&h, &h.item) ||
	    h.q > item_questions(&h.item))
		return NOT_FOUND;
	may_answer(r, &h);
	g = item_goal_of(&h.item, h.q);
	a.item = h.item.id;
	a.goal = g == NULL ? 0 : g->goal;
	a.value = question_read(r, &h);
	a.text = g == NULL ? "" : form_text(r, "text", SENTENCE);
	TRY(form_fine(r));
	TRY(reply_set(&r->s, &h.g, &h.item, &a));
	return go_on(r, &h);
}

static enum status live(struct req *r)
{
	struct guest g = {0};

	TRY(guest_get(&r->s, r->object, &g));
	return live_follow(r, topic_round(r->s.mem, g.workshop), 0);
}

static enum status evaluation_save(struct req *r)
{
	struct here h = {0};

	TRY(here_find(r, &h));
	return evaluation_read(r, &h);
}

static const struct route rows[] = {
	{ GET,  "/d/:guest/now", now_page, GUEST, ON_GUEST },
	{ POST, "/d/:guest/answer", answer_save, GUEST, ON_GUEST, now_page },
	{ POST, "/d/:guest/evaluation", evaluation_save, GUEST, ON_GUEST,
	  now_page },
	{ GET,  "/d/:guest/live", live, GUEST, ON_GUEST },
	{ 0 },
};
const struct route *const guest_routes = rows;
