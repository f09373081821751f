/* Who from other organisations is let in to an assessment. */
#include "account/account.h"
#include "account/share.h"
#include "assess/view.h"
#include "base/clock.h"
#include "base/rights.h"
#include "base/text.h"
#include "db/db.h"
#include "review/share.h"
#include "review/share.msg"

static const struct may {
	unsigned right;         /* with those before it */
	const char *value;
	const struct sentence *word;
} may[] = {
	{ READ,                 "1", S_READ },
	{ READ | ANSWER,        "2", S_ANSWER },
	{ READ | ANSWER | EDIT, "3", S_EDIT },
};

static const char *may_said(const struct req *r, unsigned rights)
{
	for (size_t i = COUNT(may); i > 0; i--)
		if ((rights & may[i - 1].right) == may[i - 1].right)
			return say(r, may[i - 1].word);
	return "";
}

/* The last day is the one the end comes after. */
static const char *until_said(const struct req *r, i64 ends)
{
	if (ends == 0)
		return say(r, S_NO_END);
	return say_with(r, S_UNTIL, say_day(r, day_of_instant(ends - 1)),
	                NULL);
}

/* -- the page ------------------------------------------------------------ */

/* Told once: the token is in the address of no other page. */
static enum status link_once(struct req *r, const struct share_list *all)
{
	const char *token = query_text(r, "link");
	i64 person = 0;
	enum status good;

	if (token == NULL || r->failed)
		return OK;
	good = link_good(&r->s, token, &person);
	if (good == NOT_FOUND)
		return OK;
	TRY(good);
	for (size_t i = 0; i < all->n; i++)
		if (all->v[i].person == person)
			emit(&r->out, "<div class='note' role='status'><p>%s"
			     "</p><p><b class='pre'>%s/link/%s</b></p><p>%s"
			     "</p><p><b class='pre'>%s/a/%s</b></p></div>",
			     say_with(r, S_LINK, all->v[i].name, NULL),
			     r->house->url, token, say(r, S_ADDRESS),
			     r->house->url, r->object_key);
	return OK;
}

static void place_said(struct req *r, const struct share *h)
{
	if (*h->place != '\0')
		emit(&r->out, "%s%s%s · ", h->place,
		     h->authority ? ", " : "",
		     h->authority ? say(r, S_IS_AUTHORITY) : "");
}

static void let_in_row(struct req *r, const struct share *h)
{
	emit(&r->out, "<li><span class='n'>%s</span><span class='m'>",
	     h->name);
	place_said(r, h);
	emit(&r->out, "%s<br>%s, %s. %s %s</span><div class='e'>", h->email,
	     may_said(r, h->rights), until_said(r, h->ends),
	     say_with(r, S_DECIDED, or_empty(h->by_name),
	              say_instant(r, h->at)),
	     h->has_password ? "" : say(r, S_NOT_YET));
	if (!h->has_password)
		button_form(r, arena_print(r->s.mem, "link-%s",
		            h->person_key), "btn sec sm", say(r, S_NEW_LINK),
		            "/a/%s/shared/%s/link", r->object_key,
		            h->person_key);
	button_form(r, arena_print(r->s.mem, "end-%s", h->person_key),
	            "btn sec sm", say(r, S_WITHDRAW), "/a/%s/shared/%s/end",
	            r->object_key, h->person_key);
	emit(&r->out, "</div></li>");
}

static void ask_what(struct req *r)
{
	struct option_list rights = {0}, kinds = {0};

	option_add(r, &kinds, "1", say(r, S_AUTHORITY), false);
	option_add(r, &kinds, "2", say(r, S_OTHER), false);
	ask_line(r, &(struct ask){ .name = "kind", .label = say(r, S_KIND) },
	         &kinds, false);
	for (size_t i = 0; i < COUNT(may); i++)
		option_add(r, &rights, may[i].value, say(r, may[i].word),
		           false);
	ask_line(r, &(struct ask){ .name = "may", .label = say(r, S_MAY),
		.hint = say(r, S_MAY_HINT) }, &rights, false);
	ask_day(r, &(struct ask){ .name = "ends", .optional = true,
		.label = say(r, S_LAST_DAY), .hint = say(r, S_LAST_HINT) },
		0);
}

static void ask_person(struct req *r)
{
	emit(&r->out, "<h2>%s</h2>", say(r, S_ADD));
	form_open(r, "add", "/a/%s/shared", r->object_key);
	ask_text(r, &(struct ask){ .name = "email", .type = "email",
		.stored = "", .label = say(r, S_EMAIL), .class = "w20",
		.hint = say(r, S_EMAIL_HINT) });
	ask_text(r, &(struct ask){ .name = "name", .stored = "",
		.label = say(r, S_NAME), .class = "w20" });
	ask_text(r, &(struct ask){ .name = "place", .stored = "",
		.label = say(r, S_PLACE), .class = "w20" });
	ask_what(r);
	emit(&r->out, "<div class='panel'><h3>%s</h3><p><b>%s</b></p><p>%s"
	     "</p><p class='small'>%s %s</p>", say(r, S_RECORDS),
	     say(r, S_AT_BOTH), say(r, S_AT_YOURS), say(r, S_DRAWN),
	     say(r, S_LOGGED));
	ask_tick(r, "yes", "1", say(r, S_YES), false);
	emit(&r->out, "</div><p class='acts'>");
	button(r, "btn", say(r, S_LET_IN));
	emit(&r->out, "</p>");
	form_close(r);
}

static enum status history(struct req *r)
{
	struct share_list all = {0};

	TRY(share_log(&r->s, ON_ASSESSMENT, r->object, &all));
	if (all.n == 0)
		return OK;
	emit(&r->out, "<h2>%s</h2><ul class='rows'>", say(r, S_HISTORY));
	for (size_t i = 0; i < all.n; i++) {
		const struct share *h = &all.v[i];
		bool in = h->act == SHARE_LET_IN;

		emit(&r->out, "<li><span class='n plain'>%s</span>"
		     "<span class='m'>", say_with(r, in ? S_WAS_IN :
		     S_WAS_OUT, h->name, NULL));
		place_said(r, h);
		if (in)
			emit(&r->out, "%s, %s<br>", may_said(r, h->rights),
			     until_said(r, h->ends));
		emit(&r->out, "%s</span></li>", say_with(r, S_BY,
		     or_empty(h->by_name), say_instant(r, h->at)));
	}
	emit(&r->out, "</ul>");
	return OK;
}

static enum status page(struct req *r)
{
	struct share_list all = {0};
	struct view v = {0};

	TRY(share_list(&r->s, ON_ASSESSMENT, r->object, &all));
	TRY(view_read(r, 0, 0, &v));
	TRY(view_open(r, &v, say(r, S_TITLE)));
	TRY(link_once(r, &all));
	emit(&r->out, "<h1>%s</h1><p class='lead'>%s</p><h2>%s</h2>",
	     say(r, S_HEAD), say(r, S_LEAD), say(r, S_NOW));
	if (all.n == 0)
		emit(&r->out, "<p>%s</p>", say(r, S_NONE));
	emit(&r->out, "<ul class='rows'>");
	for (size_t i = 0; i < all.n; i++)
		let_in_row(r, &all.v[i]);
	emit(&r->out, "</ul>");
	ask_person(r);
	TRY(history(r));
	view_close(r);
	return OK;
}

/* -- changes ------------------------------------------------------------- */

static void read_share(struct req *r, struct share *h)
{
	i64 chosen = form_choice(r, "may", 1, COUNT(may));
	i64 kind = form_choice(r, "kind", 1, 2);
	i64 day = form_day(r, "ends");

	h->email = form_needed(r, "email", LINE, S_SAY_EMAIL);
	h->name = form_needed(r, "name", LINE, S_SAY_NAME);
	h->place = form_needed(r, "place", LINE, S_SAY_PLACE);
	h->authority = kind == 1;
	if (*h->email != '\0' && email_flaws(h->email) != 0)
		issue(r, "email", S_SAY_EMAIL);
	if (chosen == 0)
		issue(r, "may", S_SAY_MAY);
	if (kind == 0)
		issue(r, "kind", S_SAY_KIND);
	if (day != 0 && day < day_of_instant(r->s.now))
		issue(r, "ends", S_IS_PAST);
	if (!form_has(r, "yes", "1"))
		issue(r, "yes", S_SAY_YES);
	h->rights = chosen > 0 ? may[chosen - 1].right : 0;
	h->ends = day == 0 ? 0 : instant_of(day + 1, 0);
}

/* The account with the address, or a new one; *linkable: has nothing to sign
 * in by, and nothing that is not ours. */
static enum status find_person(struct req *r, struct share *h, bool *linkable)
{
	struct person known = { .email = h->email, .name = h->name };
	const char *hash;
	bool member = false, ours = false;
	enum status found = person_by_email(&r->s, h->email, &known, &hash);

	if (found == NOT_FOUND) {
		TRY(person_note(&r->s, &known, &known.id));
		TRY(event_note(&r->s, "person", known.id, "note", NULL));
	} else {
		TRY(found);
	}
	TRY(share_is_member(&r->s, known.id, &member));
	TRY(share_only_here(&r->s, known.id, &ours));
	if (member)
		issue(r, "email", S_MEMBER);
	else if (known.ended)
		issue(r, "email", S_GONE);
	h->person = known.id;
	*linkable = ours && !known.has_password;
	return form_fine(r);
}

static enum status give_link(struct req *r, i64 person)
{
	const char *token;

	TRY(link_note(&r->s, person, &token));
	return go(r, "/a/%s/shared?link=%s", r->object_key, token);
}

static enum status let_in(struct req *r)
{
	struct share h = {0};
	bool linkable = false;
	enum status done;

	read_share(r, &h);
	TRY(form_fine(r));
	TRY(find_person(r, &h, &linkable));
	done = share_let_in(&r->s, ON_ASSESSMENT, r->object, &h);
	if (done == TAKEN)
		issue(r, NULL, S_FULL);
	TRY(done == TAKEN ? INVALID : done);
	if (linkable)
		return give_link(r, h.person);
	return go(r, "/a/%s/shared?saved=1", r->object_key);
}

static enum status withdraw(struct req *r)
{
	TRY(share_withdraw(&r->s, ON_ASSESSMENT, r->object,
	                   arg_text(r, "person")));
	return go(r, "/a/%s/shared?saved=1", r->object_key);
}

static enum status new_link(struct req *r)
{
	struct share h = {0};
	bool ours = false;

	TRY(share_get(&r->s, ON_ASSESSMENT, r->object, arg_text(r, "person"),
	              &h));
	TRY(share_only_here(&r->s, h.person, &ours));
	if (h.has_password)
		return STALE;
	if (!ours)
		issue_text(r, NULL, say_with(r, S_ELSEWHERE, h.name, NULL));
	TRY(form_fine(r));
	return give_link(r, h.person);
}

/* -- what one has been let in to ----------------------------------------- */

/* Whoever has an organisation keeps its menu here. */
static enum status at_home(struct req *r)
{
	struct org_list orgs = {0};

	TRY(org_of_person(&r->s, r->s.person, &orgs));
	if (orgs.n > 0) {
		r->org_key = orgs.v[0].key;
		r->org_name = orgs.v[0].name;
	}
	return OK;
}

static enum status shared_page(struct req *r)
{
	struct shared_list all = {0};

	TRY(at_home(r));
	TRY(shared_with(&r->s, query_no(r, "before"), SHARED_AT_ONCE, &all));
	page_open(r, &(struct page){ .title = say(r, W_TITLE) });
	page_main(r);
	emit(&r->out, "<h1>%s</h1><p class='lead'>%s</p>", say(r, W_TITLE),
	     say(r, all.n == 0 ? W_NONE : W_LEAD));
	emit(&r->out, "<ul class='rows'>");
	for (size_t i = 0; i < all.n; i++)
		emit(&r->out, "<li><a class='n' href='/a/%s'>%s</a>"
		     "<span class='m'>%s · %s, %s</span></li>",
		     all.v[i].key, all.v[i].title, all.v[i].org_name,
		     may_said(r, all.v[i].rights),
		     until_said(r, all.v[i].ends));
	emit(&r->out, "</ul>");
	if (all.n == SHARED_AT_ONCE)
		emit(&r->out, "<p><a href='/shared?before=%lld'>%s</a></p>",
		     all.v[all.n - 1].id, say(r, W_EARLIER));
	page_close(r);
	return OK;
}

#define S "/a/:assessment/shared"

static const struct route rows[] = {
	{ GET,  S, page, LEAD, ON_ASSESSMENT },
	{ POST, S, let_in, LEAD, ON_ASSESSMENT, page },
	{ POST, S "/:person/end", withdraw, LEAD, ON_ASSESSMENT, page },
	{ POST, S "/:person/link", new_link, LEAD, ON_ASSESSMENT, page },
	{ GET,  "/shared", shared_page, PERSON, ON_HOUSE },
	{ 0 },
};
const struct route *const share_routes = rows;
