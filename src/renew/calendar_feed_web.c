/* The feed by a link of one's own: the days, and nothing of what they are
 * about. */
#include <string.h>

#include "account/account.h"
#include "account/pass.h"
#include "base/rights.h"
#include "kit/icu.h"
#include "renew/calendar_view.h"
#include "web/form.h"
#include "renew/calendar.msg"

enum { FEED_BACK = 31, FEED_AHEAD = 366 };      /* days in the feed */
enum { FEED_MOST = 200 };                       /* of a kind */

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

enum status feed_section(struct req *r)
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
			.summary = say(r, calendar_word(e->kind)),
			.url = arena_print(r->s.mem, "%s%s", r->house->url,
			                   at),
			.day = e->day, .minute = e->minute,
			.minutes = e->minutes,
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
	TRY(calendar_between(&r->s, 0, today - FEED_BACK, today + FEED_AHEAD,
	                     FEED_MOST, &all));
	events = arena_take(r->s.mem, (all.n + 1) * sizeof *events);
	events_of(r, &o, &all, events);
	text = ical_write(r->s.mem, o.name, events, all.n, r->s.now);
	r->type = "text/calendar; charset=utf-8";
	r->bytes = (struct bytes){ text, strlen(text) };
	return OK;
}

static const struct route rows[] = {
	{ POST, "/o/:org/calendar/feed", make_feed, READ, ON_ORG,
	  calendar_page_of },
	{ POST, "/o/:org/calendar/feed/end", end_feed, READ, ON_ORG,
	  calendar_page_of },
	{ GET,  "/l/:pass/calendar.ics", feed, GUEST, ON_PASS },
	{ 0 },
};
const struct route *const calendar_feed_routes = rows;
