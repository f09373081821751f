/* The organisation's page of what is connected to it. */
#include "api/api.h"
#include "api/api.msg"
#include "base/clock.h"
#include "base/rights.h"
#include "base/text.h"
#include "kit/icu.h"
#include "web/page.h"

const struct host_list *api_hosts;

enum { LATEST = 5 };

static const struct { unsigned right; const char *value;
                      const struct sentence *word; } may[] = {
	{ EDIT, "edit", TOKEN_EDIT }, { REGISTER, "register", TOKEN_REGISTER },
};

static const struct sentence *const news_words[NEWS_KINDS] = {
	[NEWS_MATTER]   = NEWS_MATTER_SAY,
	[NEWS_OUTCOME]  = NEWS_OUTCOME_SAY,
	[NEWS_PAPER]    = NEWS_PAPER_SAY,
	[NEWS_FINISHED] = NEWS_DONE_SAY,
};

/* -- tokens -------------------------------------------------------------- */

/* Told once, right after it was made; any other word is not ours. */
static void secret_told(struct req *r)
{
	const char *secret = query_text(r, "secret");
	struct standing at = {0};

	if (secret != NULL && !r->failed &&
	    token_find(&r->s, secret, &at) == OK && at.org == r->s.org)
		emit(&r->out, "<div class='note'><p>%s</p><p><code>%s</code>"
		     "</p></div>", say(r, TOKEN_ONCE), secret);
}

static const char *rights_said(struct req *r, unsigned rights)
{
	const char *text = say(r, TOKEN_READS);

	for (size_t i = 0; i < COUNT(may); i++)
		if ((rights & may[i].right) != 0)
			text = arena_print(r->s.mem, "%s, %s", text,
			                   say(r, may[i].word));
	return text;
}

static const char *token_dates(struct req *r, const struct api_token *t)
{
	const char *text = say_with(r, TOKEN_MADE, say_instant(r, t->made_at),
	                            NULL);

	if (t->taken_back != 0)
		return arena_print(r->s.mem, "%s, %s", text, say_with(r,
			TOKEN_OVER, say_instant(r, t->taken_back), NULL));
	if (t->ends != 0)
		return arena_print(r->s.mem, "%s, %s", text, say_with(r,
			TOKEN_ENDS, say_instant(r, t->ends), NULL));
	return text;
}

static void token_row(struct req *r, const struct api_token *t)
{
	emit(&r->out, "<li><span class='n'>%s</span><span class='m'>%s</span>"
	     "<span class='m'>%s</span>", t->name, rights_said(r, t->rights),
	     token_dates(r, t));
	if (t->taken_back == 0) {
		emit(&r->out, "<div class='e'>");
		button_form(r, arena_print(r->s.mem, "t-%lld", t->no),
		            "btn sec sm", say(r, TOKEN_TAKE_BACK),
		            "/o/%s/api/tokens/%lld/end", r->org_key, t->no);
		emit(&r->out, "</div>");
	}
	emit(&r->out, "</li>");
}

static void ask_token(struct req *r)
{
	struct option_list options = {0};

	for (size_t i = 0; i < COUNT(may); i++)
		option_add(r, &options, may[i].value, say(r, may[i].word),
		           false);
	emit(&r->out, "<h3>%s</h3>", say(r, TOKEN_NEW));
	form_open(r, "token", "/o/%s/api/tokens", r->org_key);
	ask_text(r, &(struct ask){ .name = "name", .stored = "",
		.label = say(r, TOKEN_NAME), .class = "w20",
		.hint = say(r, TOKEN_NAME_HINT) });
	ask_line(r, &(struct ask){ .name = "may",
		.label = say(r, TOKEN_MAY) }, &options, true);
	ask_day(r, &(struct ask){ .name = "ends", .optional = true,
		.label = say(r, TOKEN_LAST_DAY) }, 0);
	button_save(r, say(r, TOKEN_MAKE));
	form_close(r);
}

static enum status tokens(struct req *r)
{
	struct api_token_list all = {0};

	TRY(token_list(&r->s, &all));
	emit(&r->out, "<h2>%s</h2>", say(r, TOKENS_HEAD));
	if (all.n == 0)
		emit(&r->out, "<p class='muted'>%s</p>", say(r, TOKENS_NONE));
	emit(&r->out, "<ul class='rows'>");
	for (size_t i = 0; i < all.n; i++)
		token_row(r, &all.v[i]);
	emit(&r->out, "</ul>");
	ask_token(r);
	return OK;
}

/* -- receivers ----------------------------------------------------------- */

static const char *became(struct req *r, const struct delivery *d)
{
	if (d->done_at != 0)
		return say(r, CALL_DONE);
	if (d->next_at == 0)
		return say(r, CALL_GIVEN_UP);
	return say_with(r, CALL_WAITS, say_instant(r, d->next_at), NULL);
}

static enum status latest(struct req *r, const struct webhook *w)
{
	struct delivery_list all = {0};

	TRY(delivery_list(&r->s, w->id, LATEST, &all));
	if (all.n == 0)
		return OK;
	emit(&r->out, "<details><summary>%s</summary><ul>",
	     say(r, HOOK_LATEST));
	for (size_t i = 0; i < all.n; i++) {
		const struct delivery *d = &all.v[i];

		emit(&r->out, "<li>%s, %s: %s", say_instant(r, d->at),
		     news_name(d->news), became(r, d));
		if (d->code != 0)
			emit(&r->out, " (%d)", d->code);
		else if (!text_blank(d->why))
			emit(&r->out, " (%s)", d->why);
		emit(&r->out, "</li>");
	}
	emit(&r->out, "</ul></details>");
	return OK;
}

static enum status webhook_row(struct req *r, const struct webhook *w)
{
	emit(&r->out, "<li><span class='n'>%s</span><span class='m'>%s · %s ·"
	     " %s</span><span class='m'>%s</span>", w->url,
	     say(r, w->stopped_at != 0 ? HOOK_STOPPED : HOOK_RUNS),
	     say_count(r, HOOK_WAITING, w->waiting),
	     say_count(r, HOOK_GIVEN_UP, w->given_up),
	     say_with(r, HOOK_SECRET, w->secret, NULL));
	TRY(latest(r, w));
	emit(&r->out, "<div class='e'>");
	button_form(r, arena_print(r->s.mem, "w-%lld", w->no), "btn sec sm",
	            say(r, w->stopped_at != 0 ? HOOK_START : HOOK_STOP),
	            "/o/%s/api/webhooks/%lld/%s", r->org_key, w->no,
	            w->stopped_at != 0 ? "start" : "stop");
	if (w->given_up > 0)
		button_form(r, arena_print(r->s.mem, "again-%lld", w->no),
		            "btn sec sm", say(r, HOOK_AGAIN),
		            "/o/%s/api/webhooks/%lld/again", r->org_key,
		            w->no);
	emit(&r->out, "</div></li>");
	return OK;
}

static void ask_webhook(struct req *r)
{
	struct option_list options = {0};

	for (int i = 0; i < NEWS_KINDS; i++)
		option_add(r, &options, arena_print(r->s.mem, "%d", i),
		           say(r, news_words[i]), true);
	emit(&r->out, "<h3>%s</h3>", say(r, HOOK_NEW));
	form_open(r, "webhook", "/o/%s/api/webhooks", r->org_key);
	ask_text(r, &(struct ask){ .name = "url", .stored = "",
		.type = "url", .label = say(r, HOOK_URL),
		.hint = say(r, HOOK_URL_HINT) });
	ask_line(r, &(struct ask){ .name = "news",
		.label = say(r, HOOK_WHAT) }, &options, true);
	button_save(r, say(r, HOOK_MAKE));
	form_close(r);
}

static enum status webhooks(struct req *r)
{
	struct webhook_list all = {0};

	TRY(webhook_list(&r->s, &all));
	emit(&r->out, "<h2>%s</h2><p>%s</p>", say(r, HOOKS_HEAD),
	     say(r, HOOKS_LEAD));
	if (all.n == 0)
		emit(&r->out, "<p class='muted'>%s</p>", say(r, HOOKS_NONE));
	emit(&r->out, "<ul class='rows'>");
	for (size_t i = 0; i < all.n; i++)
		TRY(webhook_row(r, &all.v[i]));
	emit(&r->out, "</ul>");
	if (api_hosts == NULL || api_hosts->n == 0)
		emit(&r->out, "<p class='note'>%s</p>",
		     say(r, HOOKS_NO_HOSTS));
	else
		ask_webhook(r);
	return OK;
}

static enum status admin_page(struct req *r)
{
	page_open(r, &(struct page){ .title = say(r, API_HEAD) });
	page_main(r);
	page_saved(r);
	secret_told(r);
	emit(&r->out, "<h1>%s</h1><p class='lead'>%s</p><p><a href='/api/v1/"
	     "openapi.json'>%s</a></p>", say(r, API_HEAD), say(r, API_LEAD),
	     say(r, API_DESCRIPTION));
	TRY(tokens(r));
	TRY(webhooks(r));
	page_close(r);
	return OK;
}

/* -- changes ------------------------------------------------------------- */

static enum status token_make(struct req *r)
{
	struct api_token t = {
		.name   = form_needed(r, "name", LINE, TOKEN_NAME_SAY),
		.rights = READ,
	};
	i64 last = form_day(r, "ends");
	const char *secret;

	TRY(form_fine(r));
	for (size_t i = 0; i < COUNT(may); i++)
		if (form_has(r, "may", may[i].value))
			t.rights |= may[i].right;
	t.ends = last == 0 ? 0 : instant_of(last + 1, 0);
	TRY(token_note(&r->s, &t, &secret));
	return go(r, "/o/%s/api?secret=%s", r->org_key, secret);
}

static enum status back_here(struct req *r)
{
	return go(r, "/o/%s/api?saved=1", r->org_key);
}

static enum status token_end(struct req *r)
{
	TRY(token_take_back(&r->s, arg_no(r, "no")));
	return back_here(r);
}

static enum status webhook_make(struct req *r)
{
	struct webhook w = {
		.url = form_needed(r, "url", LINE, HOOK_URL_SAY),
	};

	if (*w.url != '\0' && (api_hosts == NULL ||
	    !fetch_allows(r->s.mem, api_hosts, w.url)))
		issue(r, "url", HOOK_URL_SAY);
	for (int i = 0; i < NEWS_KINDS; i++)
		if (form_has(r, "news", arena_print(r->s.mem, "%d", i)))
			w.news |= 1u << i;
	if (w.news == 0)
		issue(r, "news", HOOK_WHAT_SAY);
	TRY(form_fine(r));
	TRY(webhook_note(&r->s, &w));
	return back_here(r);
}

static enum status webhook_end(struct req *r)
{
	TRY(webhook_stop(&r->s, arg_no(r, "no"), true));
	return back_here(r);
}

static enum status webhook_go_on(struct req *r)
{
	TRY(webhook_stop(&r->s, arg_no(r, "no"), false));
	return back_here(r);
}

static enum status webhook_again(struct req *r)
{
	struct webhook_list all = {0};

	TRY(webhook_list(&r->s, &all));
	for (size_t i = 0; i < all.n; i++)
		if (all.v[i].no == arg_no(r, "no")) {
			TRY(delivery_again(&r->s, all.v[i].id));
			return back_here(r);
		}
	return NOT_FOUND;
}

static const struct route rows[] = {
	{ GET,  "/o/:org/api", admin_page, ADMIN, ON_ORG },
	{ POST, "/o/:org/api/tokens", token_make, ADMIN, ON_ORG, admin_page },
	{ POST, "/o/:org/api/tokens/:no/end", token_end, ADMIN, ON_ORG,
	  admin_page },
	{ POST, "/o/:org/api/webhooks", webhook_make, ADMIN, ON_ORG,
	  admin_page },
	{ POST, "/o/:org/api/webhooks/:no/stop", webhook_end, ADMIN, ON_ORG,
	  admin_page },
	{ POST, "/o/:org/api/webhooks/:no/start", webhook_go_on, ADMIN,
	  ON_ORG, admin_page },
	{ POST, "/o/:org/api/webhooks/:no/again", webhook_again, ADMIN,
	  ON_ORG, admin_page },
	{ 0 },
};
const struct route *const api_admin_routes = rows;
