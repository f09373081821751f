/* Who is let in to an assessment, and what one is let in to oneself. */
#include "account/account.h"
#include "assess/view.h"
#include "base/text.h"
#include "remind/share.h"
#include "remind/share.msg"

enum { MOST_SHARED = 200 };

/* -- those who are let in ------------------------------------------------ */

static const struct sentence *may_word(unsigned rights)
{
	if ((rights & EDIT) != 0)
		return S_MAY_EDIT;
	return (rights & ANSWER) != 0 ? S_MAY_ANSWER : S_MAY_READ;
}

/* What ends with a day holds through it. */
static const char *until_word(const struct req *r, i64 ends)
{
	if (ends == 0)
		return say(r, S_OPEN_END);
	return say_with(r, S_UNTIL, say_day(r, day_of_instant(ends - 1)),
	                NULL);
}

static void buttons(struct req *r, const struct share *h)
{
	emit(&r->out, "<div class='e'>");
	if (!h->has_password)
		button_form(r, arena_print(r->s.mem, "link-%s",
		            h->person_key), "btn sec sm", say(r, S_NEW_LINK),
		            "/a/%s/shared/%s/link", r->object_key,
		            h->person_key);
	button_form(r, arena_print(r->s.mem, "withdraw-%s", h->person_key),
	            "btn sec sm", say(r, S_WITHDRAW),
	            "/a/%s/shared/%s/withdraw", r->object_key,
	            h->person_key);
	emit(&r->out, "</div>");
}

static void share_row(struct req *r, const struct share *h)
{
	bool holds = share_holds(h, r->s.now);
	const char *ended = "";

	if (h->withdrawn_by != NULL)
		ended = say_with(r, S_WITHDRAWN, h->withdrawn_by,
		                 say_instant(r, h->withdrawn_at));
	else if (!holds)
		ended = say(r, S_ENDED);
	emit(&r->out, "<li><span class='n'>%s, %s</span><span class='m'>%s · "
	     "%s · %s</span><span class='m'>%s %s</span>", h->name,
	     h->organisation, h->email, say(r, may_word(h->rights)),
	     until_word(r, h->ends), say_with(r, S_DECIDED, h->decided_by,
	     say_instant(r, h->decided_at)), ended);
	if (holds)
		buttons(r, h);
	emit(&r->out, "</li>");
}

static void rows_where(struct req *r, const struct share_list *all,
                       const struct sentence *head, bool holding)
{
	size_t n = 0;

	for (size_t i = 0; i < all->n; i++)
		n += share_holds(&all->v[i], r->s.now) == holding;
	if (n == 0 && !holding)
		return;
	emit(&r->out, "<h2>%s</h2>", say(r, head));
	if (n == 0) {
		emit(&r->out, "<p>%s</p>", say(r, S_NOBODY));
		return;
	}
	emit(&r->out, "<ul class='rows'>");
	for (size_t i = 0; i < all->n; i++)
		if (share_holds(&all->v[i], r->s.now) == holding)
			share_row(r, &all->v[i]);
	emit(&r->out, "</ul>");
}

/* The link is told once, after it was made, and only here: one of another
 * person or of another place is not repeated. */
static void show_link(struct req *r, const struct share_list *all)
{
	const char *token = query_text(r, "secret");
	i64 person = 0;

	if (token == NULL || r->failed ||
	    link_good(&r->s, token, &person) != OK)
		return;
	for (size_t i = 0; i < all->n; i++)
		if (all->v[i].person == person) {
			emit(&r->out, "<div class='note' role='status'><p>%s"
			     "</p><p><b class='pre'>%s/link/%s</b></p></div>",
			     say_with(r, S_LINK, all->v[i].name, NULL),
			     r->house->url, token);
			return;
		}
}

static void ask_may(struct req *r)
{
	struct option_list options = {0};

	option_add(r, &options, "1", say(r, S_MAY_READ), true);
	option_add(r, &options, "2", say(r, S_MAY_ANSWER), false);
	option_add(r, &options, "3", say(r, S_MAY_EDIT), false);
	ask_line(r, &(struct ask){ .name = "may", .label = say(r, S_MAY) },
	         &options, false);
}

static void ask_share(struct req *r)
{
	emit(&r->out, "<h2>%s</h2>", say(r, S_ADD_HEAD));
	form_open(r, "share", "/a/%s/shared", r->object_key);
	ask_text(r, &(struct ask){ .name = "name", .stored = "",
		.label = say(r, S_NAME), .class = "w20" });
	ask_text(r, &(struct ask){ .name = "email", .type = "email",
		.stored = "", .label = say(r, S_EMAIL), .class = "w20",
		.hint = say(r, S_EMAIL_HINT) });
	ask_text(r, &(struct ask){ .name = "organisation", .stored = "",
		.label = say(r, S_ORGANISATION), .class = "w20" });
	ask_may(r);
	ask_day(r, &(struct ask){ .name = "last", .label = say(r, S_LAST),
		.hint = say(r, S_LAST_HINT), .optional = true,
		.class = "w20" }, 0);
	emit(&r->out, "<div class='panel'><p><b>%s</b> %s</p>"
	     "<p class='small'>%s</p>", say(r, S_YES_HEAD),
	     say(r, S_YES_TEXT), say(r, S_YES_LOGGED));
	ask_tick(r, "yes", "1", say(r, S_YES), false);
	emit(&r->out, "</div>");
	button_save(r, say(r, S_LET_IN));
	form_close(r);
}

static enum status share_page(struct req *r)
{
	struct share_list all = {0};
	struct view v = {0};

	TRY(view_read(r, 0, 0, &v));
	TRY(share_list(&r->s, r->object, MOST_SHARED, &all));
	TRY(view_open(r, &v, say(r, S_TITLE)));
	show_link(r, &all);
	emit(&r->out, "<h1>%s</h1><p class='lead'>%s</p>", say(r, S_HEAD),
	     say(r, S_LEAD));
	rows_where(r, &all, S_IN, true);
	ask_share(r);
	rows_where(r, &all, S_BEFORE, false);
	view_close(r);
	return OK;
}

/* -- letting in ---------------------------------------------------------- */

static enum status whom(struct req *r, struct person *p)
{
	const char *name = p->name, *hash;
	unsigned rights = 0;
	enum status found = person_by_email(&r->s, p->email, p, &hash);

	if (found == NOT_FOUND) {
		TRY(person_note(&r->s, p, &p->id));
		return event_note(&r->s, "person", p->id, "note", NULL);
	}
	TRY(found);
	TRY(membership_rights(&r->s, p->id, &rights));
	if (rights != 0)
		issue_text(r, "email", say_with(r, S_MEMBER, name, NULL));
	if (p->ended)
		issue(r, "email", S_GONE);
	return form_fine(r);
}

/* A link opens all that a person may do, so it is given only to one who has
 * no other way in and nothing to do elsewhere. */
static enum status link_allowed(struct req *r, const struct person *p,
                                bool *out)
{
	bool elsewhere = false;

	TRY(share_elsewhere(&r->s, p->id, &elsewhere));
	*out = !p->has_password && !p->ended && !elsewhere;
	return OK;
}

static enum status give_link(struct req *r, i64 person)
{
	const char *token;

	TRY(link_note(&r->s, person, &token));
	return go(r, "/a/%s/shared?secret=%s", r->object_key, token);
}

static void read_share(struct req *r, struct person *p, struct share *h)
{
	i64 last;

	p->name = form_needed(r, "name", LINE, S_SAY_NAME);
	p->title = "";
	p->email = form_text(r, "email", LINE);
	if (email_flaws(p->email) != 0)
		issue(r, "email", S_SAY_EMAIL);
	h->assessment   = r->object;
	h->organisation = form_needed(r, "organisation", LINE, S_SAY_ORG);
	h->rights = share_rights(form_choice(r, "may", SHARE_READ,
	                                     SHARE_EDIT));
	if (h->rights == 0)
		issue(r, "may", S_SAY_MAY);
	last = form_day(r, "last");
	if (last != 0 && last < day_of_instant(r->s.now))
		issue(r, "last", S_SAY_LAST);
	h->ends = last == 0 ? 0 : instant_of(last + 1, 0);
	if (!form_has(r, "yes", "1"))
		issue(r, "yes", S_SAY_YES);
}

static enum status let_in(struct req *r)
{
	struct person p = {0};
	struct share h = {0};
	bool may = false;

	read_share(r, &p, &h);
	TRY(form_fine(r));
	TRY(whom(r, &p));
	h.person = p.id;
	TRY(link_allowed(r, &p, &may));
	TRY(share_let_in(&r->s, &h));
	return may ? give_link(r, p.id) :
	       go(r, "/a/%s/shared?saved=1", r->object_key);
}

static enum status new_link(struct req *r)
{
	struct share h = {0};
	struct person p = {0};
	bool may = false;

	TRY(share_of(&r->s, r->object, arg_text(r, "person"), &h));
	if (!share_holds(&h, r->s.now))
		return NOT_FOUND;
	TRY(person_get(&r->s, h.person, &p));
	TRY(link_allowed(r, &p, &may));
	if (!may)
		issue_text(r, NULL, say_with(r, S_HAS_WAY, p.name, NULL));
	TRY(form_fine(r));
	return give_link(r, p.id);
}

static enum status withdraw(struct req *r)
{
	TRY(share_withdraw(&r->s, r->object, arg_text(r, "person")));
	return go(r, "/a/%s/shared?saved=1", r->object_key);
}

/* -- what one is let in to ----------------------------------------------- */

static enum status mine_page(struct req *r)
{
	struct shared_list all = {0};
	struct org_list orgs = {0};

	TRY(shared_with_me(&r->s, MOST_SHARED, &all));
	TRY(org_of_person(&r->s, r->s.person, &orgs));
	if (orgs.n > 0) {
		r->org_key = orgs.v[0].key;
		r->org_name = orgs.v[0].name;
	}
	page_open(r, &(struct page){ .title = say(r, S_MINE_HEAD) });
	page_main(r);
	emit(&r->out, "<h1>%s</h1><p class='lead'>%s</p>",
	     say(r, S_MINE_HEAD), say(r, all.n == 0 ? S_MINE_NONE :
	     S_MINE_LEAD));
	if (all.n > 0)
		emit(&r->out, "<ul class='rows'>");
	for (size_t i = 0; i < all.n; i++)
		emit(&r->out, "<li><a class='n' href='/a/%s'>%s</a><span"
		     " class='m'>%s · %s · %s</span></li>", all.v[i].key,
		     all.v[i].title, all.v[i].org_name,
		     say(r, may_word(all.v[i].rights)),
		     until_word(r, all.v[i].ends));
	if (all.n > 0)
		emit(&r->out, "</ul>");
	emit(&r->out, "<p><a href='/account'>%s</a></p>", say(r, S_ACCOUNT));
	page_close(r);
	return OK;
}

#define S "/a/:assessment/shared"

static const struct route rows[] = {
	{ GET,  "/shared", mine_page, PERSON, ON_HOUSE },
	{ GET,  S, share_page, LEAD, ON_ASSESSMENT },
	{ POST, S, let_in, LEAD, ON_ASSESSMENT, share_page },
	{ POST, S "/:person/link", new_link, LEAD, ON_ASSESSMENT,
	  share_page },
	{ POST, S "/:person/withdraw", withdraw, LEAD, ON_ASSESSMENT,
	  share_page },
	{ 0 },
};
const struct route *const share_routes = rows;
