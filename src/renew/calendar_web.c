/* The days of a month, and the feed by a link of one's own. */
#include <string.h>

#include "account/account.h"
#include "account/pass.h"
#include "base/clock.h"
#include "base/rights.h"
#include "base/text.h"
#include "kit/icu.h"
#include "renew/calendar.h"
#include "web/form.h"
#include "web/page.h"
#include "renew/calendar.msg"

enum { FEED_BACK = 31, FEED_AHEAD = 366 };      /* days in the feed */

static const struct { const struct sentence *word; const char *page; }
kinds[CALENDAR_KINDS] = {
	[CALENDAR_ACTION]    = { K_ACTION, "actions" },
	[CALENDAR_CONFLICT]  = { K_CONFLICT, "conflicts" },
	[CALENDAR_GAP]       = { K_GAP, "gaps" },
	[CALENDAR_POSITION]  = { K_POSITION, "" },
	[CALENDAR_MEETING]   = { K_MEETING, "" },
	[CALENDAR_DECISION]  = { K_DECISION, "" },
	[CALENDAR_REVIEW]    = { K_REVIEW, "" },
	[CALENDAR_GATHERING] = { K_GATHERING, "" },
	[CALENDAR_REPLY]     = { K_REPLY, "" },
	[CALENDAR_BODY]      = { K_BODY, "" },
};

const char *calendar_word(const struct req *r, enum calendar_kind kind)
{
	return say(r, kinds[kind].word);
}

const char *calendar_address(struct arena *mem, const char *org_key,
                             const struct calendar_entry *e)
{
	if (e->kind == CALENDAR_MEETING)
		return arena_print(mem, "/w/%s", e->key);
	if (e->kind == CALENDAR_REPLY || e->kind == CALENDAR_BODY)
		return arena_print(mem, "/m/%s", e->key);
	if (e->kind == CALENDAR_GATHERING)
		return arena_print(mem, "/o/%s/invite/%s/list", org_key,
		                   e->key);
	if (text_blank(e->key))
		return arena_print(mem, "/o/%s/uncovered", org_key);
	if (e->no == 0 || e->kind == CALENDAR_POSITION)
		return arena_print(mem, "/a/%s%s%s", e->key,
		                   *kinds[e->kind].page == '\0' ? "" : "/",
		                   kinds[e->kind].page);
	return arena_print(mem, "/a/%s/%s/%lld", e->key, kinds[e->kind].page,
	                   e->no);
}

/* -- a month ------------------------------------------------------------- */

struct month { int year, month; };

static struct month month_asked(struct req *r)
{
	const char *said = or_empty(query_text(r, "month"));
	struct date now = date_of_day(day_of_instant(r->s.now));
	struct month m = { now.year, now.month };
	i64 day;

	if (day_read(arena_print(r->s.mem, "%s-01", said), &day)) {
		struct date d = date_of_day(day);

		m = (struct month){ d.year, d.month };
	}
	return m;
}

static struct month month_after(struct month m, int by)
{
	int n = m.year * 12 + m.month - 1 + by;

	return (struct month){ n / 12, n % 12 + 1 };
}

static i64 first_day(struct month m)
{
	return day_of_date((struct date){ m.year, m.month, 1 });
}

static const char *month_text(const struct req *r, struct month m)
{
	return arena_print(r->s.mem, "%04d-%02d", m.year, m.month);
}

/* "oktober 2025": its first day in words, without the day. */
static const char *month_said(const struct req *r, struct month m)
{
	const char *said = say_day(r, first_day(m));

	return said + strcspn(said, " ") + 1;
}

static void month_link(struct req *r, struct month m,
                       const struct sentence *word)
{
	emit(&r->out, "<a href='/o/%s/calendar?month=%s'>%s</a>", r->org_key,
	     month_text(r, m), say(r, word));
}

static void days(struct req *r, const struct calendar_list *all)
{
	i64 day = 0;

	if (all->n == 0)
		emit(&r->out, "<p>%s</p>", say(r, K_NONE));
	for (size_t i = 0; i < all->n; i++) {
		const struct calendar_entry *e = &all->v[i];

		if (day != 0 && e->day != day)
			emit(&r->out, "</ul>");
		if (e->day != day)
			emit(&r->out, "<h2>%s</h2><ul class='rows tight'>",
			     say_day(r, e->day));
		day = e->day;
		emit(&r->out, "<li><a class='n' href='%s'>%s</a>"
		     "<span class='m'>%s%s%s</span></li>",
		     calendar_address(r->s.mem, r->org_key, e),
		     text_short(r->s.mem, e->what, 120),
		     calendar_word(r, e->kind),
		     text_blank(e->of) ? "" : " · ", e->of);
	}
	emit(&r->out, all->n == 0 ? "" : "</ul>");
	if (all->cut)
		emit(&r->out, "<p class='note'>%s</p>", say_with(r, K_CUT,
		     digits(r, CALENDAR_MOST), NULL));
}

/* -- the feed's address -------------------------------------------------- */

/* The one that holds; id 0 if none does. */
static enum status own_pass(struct req *r, struct pass *out)
{
	struct pass_list all = {0};

	*out = (struct pass){0};
	TRY(pass_list(&r->s, PASS_CALENDAR, r->s.person, &all));
	for (size_t i = 0; i < all.n; i++)
		if (all.v[i].taken_back == 0)
			*out = all.v[i];
	return OK;
}

static enum status feed_section(struct req *r)
{
	const char *address;
	struct pass p;

	TRY(own_pass(r, &p));
	address = pass_told(r, p.id, "calendar.ics");
	emit(&r->out, "<h2>%s</h2><p>%s</p>", say(r, K_FEED_HEAD),
	     say(r, K_FEED_TEXT));
	if (address != NULL)
		emit(&r->out, "<div class='note' role='status'><p>%s</p>"
		     "<p><code>%s</code></p></div>", say(r, K_FEED_MADE),
		     address);
	else if (p.id != 0)
		emit(&r->out, "<p>%s</p>", say_with(r, K_FEED_HAS, say_day(r,
		     day_of_instant(p.made_at)), NULL));
	emit(&r->out, "<div class='acts'>");
	button_form(r, "feed", "btn sec", say(r, p.id == 0 ? K_FEED_MAKE :
	            K_FEED_NEW), "/o/%s/calendar/feed", r->org_key);
	if (p.id != 0)
		button_form(r, "end", "btn sec sm", say(r, K_FEED_END),
		            "/o/%s/calendar/feed/end", r->org_key);
	emit(&r->out, "</div>");
	return OK;
}

static enum status page(struct req *r)
{
	struct month m = month_asked(r);
	struct calendar_list all = {0};

	TRY(calendar_between(&r->s, first_day(m),
	                     first_day(month_after(m, 1)), &all));
	page_open(r, &(struct page){ .title = say(r, K_TITLE) });
	page_main(r);
	page_saved(r);
	emit(&r->out, "<h1>%s, %s</h1><p class='lead'>%s</p><div class='two'>"
	     "<div>", say(r, K_TITLE), month_said(r, m), say(r, K_LEAD));
	days(r, &all);
	emit(&r->out, "<p class='acts'>");
	month_link(r, month_after(m, -1), K_PREVIOUS);
	month_link(r, month_after(m, 1), K_NEXT);
	emit(&r->out, "</p></div><aside class='side' aria-label='%s'>",
	     say(r, K_FEED_HEAD));
	TRY(feed_section(r));
	emit(&r->out, "</aside></div>");
	page_close(r);
	return OK;
}

/* -- changes ------------------------------------------------------------- */

static enum status end_own(struct req *r)
{
	struct pass p;

	TRY(own_pass(r, &p));
	return p.id == 0 ? OK : pass_take_back(&r->s, p.id);
}

/* One address for each: a new one ends the old. */
static enum status make_feed(struct req *r)
{
	struct pass p = { .kind = PASS_CALENDAR, .object = r->s.person,
	                  .for_whom = "" };
	const char *secret;

	TRY(end_own(r));
	TRY(pass_note(&r->s, &p, &secret));
	return go(r, "/o/%s/calendar?secret=%s", r->org_key, secret);
}

static enum status end_feed(struct req *r)
{
	TRY(end_own(r));
	return go(r, "/o/%s/calendar?saved=1", r->org_key);
}

/* -- the feed ------------------------------------------------------------ */

static void events_of(struct req *r, const struct org *o,
                      const struct calendar_list *all,
                      struct ical_event *out)
{
	for (size_t i = 0; i < all->n; i++) {
		const struct calendar_entry *e = &all->v[i];
		const char *at = calendar_address(r->s.mem, o->key, e);

		out[i] = (struct ical_event){
			.uid = arena_print(r->s.mem, "%d-%s-%lld@%s",
			                   e->kind, e->own, e->no, o->key),
			.summary = say(r, kinds[e->kind].word),
			.url = arena_print(r->s.mem, "%s%s", r->house->url,
			                   at),
			.day = e->day,
		};
	}
}

/* Whoever made it must still be a member who may read. */
static enum status feed(struct req *r)
{
	i64 today = day_of_instant(r->s.now);
	struct calendar_list all = {0};
	struct ical_event *events;
	struct org o = {0};
	struct pass p = {0};
	unsigned rights = 0;
	char *text;

	TRY(pass_get(&r->s, r->object, &p));
	if (p.kind != PASS_CALENDAR)
		return NOT_FOUND;
	TRY(membership_rights(&r->s, p.object, &rights));
	if ((rights & READ) == 0)
		return NOT_FOUND;
	TRY(org_get(&r->s, r->s.org, &o));
	TRY(calendar_between(&r->s, today - FEED_BACK, today + FEED_AHEAD,
	                     &all));
	events = arena_take(r->s.mem, (all.n + 1) * sizeof *events);
	events_of(r, &o, &all, events);
	text = ical_write(r->s.mem, o.name, events, all.n, r->s.now);
	r->type = "text/calendar; charset=utf-8";
	r->bytes = (struct bytes){ text, strlen(text) };
	return OK;
}

static const struct route rows[] = {
	{ GET,  "/o/:org/calendar", page, READ, ON_ORG },
	{ POST, "/o/:org/calendar/feed", make_feed, READ, ON_ORG, page },
	{ POST, "/o/:org/calendar/feed/end", end_feed, READ, ON_ORG, page },
	{ GET,  "/l/:pass/calendar.ics", feed, GUEST, ON_PASS },
	{ 0 },
};
const struct route *const calendar_routes = rows;
