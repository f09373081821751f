/* What waits for whoever leads, and how often they want to hear of it. */
#include "base/rights.h"
#include "base/text.h"
#include "remind/remind.h"
#include "renew/calendar_view.h"
#include "renew/renewal.h"
#include "remind/remind.msg"

enum { RENEWALS_SHOWN = 5 };

/* -- what waits ---------------------------------------------------------- */

/* Those before today, or those from today on. */
static void entries(struct req *r, const struct calendar_list *all, bool past,
                    const struct sentence *head)
{
	i64 today = day_of_instant(r->s.now);
	bool any = false;

	for (size_t i = 0; i < all->n; i++) {
		if ((all->v[i].day < today) != past)
			continue;
		if (!any)
			emit(&r->out, "<h2>%s</h2><ul class='rows'>",
			     say(r, head));
		any = true;
		calendar_row(r, &all->v[i], true);
	}
	emit(&r->out, any ? "</ul>" : "");
}

static enum status to_renew(struct req *r, bool *any)
{
	struct renewal_list all = {0};

	TRY(renewal_waiting(&r->s, r->s.person, 0, RENEWALS_SHOWN, &all));
	*any = all.n > 0;
	if (all.n == 0)
		return OK;
	emit(&r->out, "<h2>%s</h2>", say(r, W_RENEW));
	renewal_rows(r, &all, RENEWALS_SHOWN);
	if (all.more)
		emit(&r->out, "<p><a href='/o/%s/renewal'>%s</a></p>",
		     r->org_key, say(r, W_RENEW_ALL));
	return OK;
}

static enum status what_waits(struct req *r)
{
	struct calendar_list all = {0};
	bool renew, more;

	TRY(leads_more(&r->s, r->s.person, &more));
	TRY(waiting_for(&r->s, r->s.person,
	                day_of_instant(r->s.now) + REMIND_AHEAD, &all));
	entries(r, &all, true, W_LATE);
	entries(r, &all, false, W_SOON);
	if (all.cut)
		emit(&r->out, "<p class='note'>%s</p>", say_with(r, W_CUT,
		     digits(r, WAITING_MOST), NULL));
	if (more)
		emit(&r->out, "<p class='note'>%s</p>", say_with(r, W_MORE,
		     digits(r, LED_LOOKED_AT), NULL));
	TRY(to_renew(r, &renew));
	if (all.n == 0 && !renew)
		emit(&r->out, "<p>%s</p>", say(r, W_NONE));
	return OK;
}

/* -- how often ----------------------------------------------------------- */

static const struct { enum remind_often often; const char *value;
                      const struct sentence *word; } choices[] = {
	{ REMIND_WEEKLY, "1", W_WEEKLY }, { REMIND_DAILY, "2", W_DAILY },
	{ REMIND_NEVER, "3", W_NEVER },
};

static enum status ask_often(struct req *r)
{
	struct option_list options = {0};
	enum remind_often often;
	bool sends;

	TRY(remind_often(&r->s, r->s.person, &often));
	TRY(remind_sends(&r->s, &sends));
	emit(&r->out, "<h2>%s</h2><p>%s</p>", say(r, W_OFTEN_HEAD),
	     say_with(r, W_OFTEN_TEXT, r->person_email, NULL));
	if (!sends)
		emit(&r->out, "<p class='note'>%s</p>", say(r, W_OFF));
	for (size_t i = 0; i < COUNT(choices); i++)
		option_add(r, &options, choices[i].value,
		           say(r, choices[i].word), choices[i].often == often);
	form_open(r, "often", "/o/%s/waiting", r->org_key);
	ask_cards(r, &(struct ask){ .name = "often",
	                            .label = say(r, W_OFTEN) }, &options,
	          false);
	button_save(r, say(r, W_SAVE));
	form_close(r);
	return OK;
}

static enum status waiting_page(struct req *r)
{
	page_open(r, &(struct page){ .title = say(r, W_TITLE) });
	page_main(r);
	page_saved(r);
	emit(&r->out, "<h1>%s</h1><p class='lead'>%s</p><div class='two'>"
	     "<div>", say(r, W_TITLE), say(r, W_LEAD));
	TRY(what_waits(r));
	emit(&r->out, "</div><aside class='side' aria-label='%s'>",
	     say(r, W_OFTEN_HEAD));
	TRY(ask_often(r));
	emit(&r->out, "</aside></div>");
	page_close(r);
	return OK;
}

static enum status choose(struct req *r)
{
	i64 often = form_choice(r, "often", REMIND_WEEKLY, REMIND_NEVER);

	if (often == 0)
		issue(r, "often", W_OFTEN);
	TRY(form_fine(r));
	TRY(remind_choose(&r->s, r->s.person, (enum remind_often)often));
	return go(r, "/o/%s/waiting?saved=1", r->org_key);
}

static const struct route rows[] = {
	{ GET,  "/o/:org/waiting", waiting_page, READ, ON_ORG },
	{ POST, "/o/:org/waiting", choose, READ, ON_ORG, waiting_page },
	{ 0 },
};
const struct route *const waiting_routes = rows;
