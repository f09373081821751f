/* Whether the organisation sends reminders, and what became of the latest. */
#include "base/rights.h"
#include "base/text.h"
#include "remind/remind.h"
#include "web/page.h"
#include "remind/remind.msg"

enum { MAILS_SHOWN = 30 };

static const char *outcome(struct req *r, const struct mail *l)
{
	if (l->sent_at != 0)
		return say_with(r, E_SENT, say_instant(r, l->sent_at), NULL);
	if (l->next_at != 0)
		return say_with(r, E_WAITS, say_instant(r, l->next_at),
		                l->why);
	return say_with(r, E_GIVEN_UP, l->why, NULL);
}

static bool given_up(const struct mail *l)
{
	return l->sent_at == 0 && l->next_at == 0;
}

static enum status latest(struct req *r)
{
	struct mail_list all = {0};
	bool again = false;

	TRY(mail_list(&r->s, MAILS_SHOWN, &all));
	emit(&r->out, "<h2>%s</h2>", say(r, E_LATEST));
	if (all.n == 0)
		emit(&r->out, "<p class='muted'>%s</p>", say(r, E_NONE));
	emit(&r->out, all.n == 0 ? "" : "<ul class='rows'>");
	for (size_t i = 0; i < all.n; i++) {
		const struct mail *l = &all.v[i];

		emit(&r->out, "<li><span class='n'>%s, %s</span>"
		     "<span class='m'>%s</span></li>", l->name,
		     say(r, l->kind == MAIL_TRIAL ? E_TRIAL_KIND :
		         E_REMINDER), outcome(r, l));
		again = again || given_up(l);
	}
	emit(&r->out, all.n == 0 ? "" : "</ul>");
	if (again)
		button_form(r, "again", "btn sec sm", say(r, E_AGAIN),
		            "/o/%s/mail/again", r->org_key);
	return OK;
}

static void switches(struct req *r, bool sends)
{
	emit(&r->out, "<p>%s</p><p><b>%s</b></p><div class='acts'>",
	     say_with(r, E_FROM, mail_post->from, NULL),
	     say(r, sends ? E_ON : E_OFF));
	button_form(r, "switch", sends ? "btn sec" : "btn",
	            say(r, sends ? E_STOP : E_START), "/o/%s/mail/%s",
	            r->org_key, sends ? "stop" : "start");
	button_form(r, "trial", "btn sec", say(r, E_TRIAL), "/o/%s/mail/trial",
	            r->org_key);
	emit(&r->out, "</div>");
}

static enum status mail_page(struct req *r)
{
	bool sends;

	TRY(remind_sends(&r->s, &sends));
	page_open(r, &(struct page){ .title = say(r, E_TITLE) });
	page_main(r);
	page_saved(r);
	emit(&r->out, "<h1>%s</h1><p class='lead'>%s</p>", say(r, E_TITLE),
	     say(r, E_LEAD));
	if (mail_post == NULL)
		emit(&r->out, "<p class='note'>%s</p>", say(r, E_NO_POST));
	else
		switches(r, sends);
	TRY(latest(r));
	page_close(r);
	return OK;
}

/* -- changes ------------------------------------------------------------- */

static enum status back_here(struct req *r)
{
	return go(r, "/o/%s/mail?saved=1", r->org_key);
}

/* The page that is drawn again says the same. */
static enum status can_send(struct req *r)
{
	if (mail_post == NULL)
		issue(r, "mail", E_NO_POST);
	return form_fine(r);
}

static enum status start(struct req *r)
{
	TRY(can_send(r));
	TRY(remind_send(&r->s, true));
	return back_here(r);
}

static enum status stop(struct req *r)
{
	TRY(remind_send(&r->s, false));
	return back_here(r);
}

static enum status trial(struct req *r)
{
	TRY(can_send(r));
	TRY(mail_note(&r->s, r->s.person, MAIL_TRIAL,
	              day_of_instant(r->s.now)));
	return back_here(r);
}

static enum status again(struct req *r)
{
	TRY(mail_again(&r->s));
	return back_here(r);
}

static const struct route rows[] = {
	{ GET,  "/o/:org/mail", mail_page, ADMIN, ON_ORG },
	{ POST, "/o/:org/mail/start", start, ADMIN, ON_ORG, mail_page },
	{ POST, "/o/:org/mail/stop", stop, ADMIN, ON_ORG, mail_page },
	{ POST, "/o/:org/mail/trial", trial, ADMIN, ON_ORG, mail_page },
	{ POST, "/o/:org/mail/again", again, ADMIN, ON_ORG, mail_page },
	{ 0 },
};
const struct route *const mail_routes = rows;
