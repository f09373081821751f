/* One's own account, and the people of an organisation. */
#include "account/account.h"
#include "account/account.msg"
#include "base/text.h"
#include "static_names.h"
#include "web/live.h"
#include "web/page.h"

/* -- one's own ----------------------------------------------------------- */

static enum status front(struct req *r)
{
	struct org_list orgs = {0};

	TRY(org_of_person(&r->s, r->s.person, &orgs));
	if (orgs.n == 0)
		return go(r, "/shared");
	return go(r, "/o/%s", orgs.v[0].key);
}

static enum status sessions(struct req *r)
{
	struct session_list all = {0};

	TRY(session_list(&r->s, r->s.person, r->session, &all));
	emit(&r->out, "<h2>%s</h2><div id='sessions' data-live='/account/live'"
	     " data-part='/account' data-say='%s'><ul class='rows'>",
	     say(r, SESSIONS_HEAD), say_count(r, SESSIONS_OPEN, (i64)all.n));
	for (size_t i = 0; i < all.n; i++) {
		const struct session_row *row = &all.v[i];

		emit(&r->out, "<li><span class='n'>%s</span>"
		     "<span class='m'>%s</span><div class='e'>",
		     row->this_one ? say(r, SESSION_THIS) :
		     text_short(r->s.mem, row->browser, 60),
		     say_with(r, SESSION_SINCE, say_instant(r, row->made_at),
		              say_instant(r, row->ends_at)));
		if (!row->this_one)
			button_form(r, arena_print(r->s.mem, "end-%lld",
			            row->id), "btn sec sm",
			            say(r, SESSION_END),
			            "/account/sessions/%lld/end", row->id);
		emit(&r->out, "</div></li>");
	}
	emit(&r->out, "</ul></div><p class='acts'><button class='btn sec sm'"
	     " type='button' data-live-pause hidden>%s</button></p>",
	     say(r, LIVE_PAUSE));
	return OK;
}

/* Somebody signed in or out as this person: seen at once, where it is open. */
static enum status account_live(struct req *r)
{
	return live_follow(r, arena_print(r->s.mem, TOPIC_PERSON, r->s.person),
	                   0);
}

static enum status account_page(struct req *r)
{
	struct org_list orgs = {0};

	TRY(org_of_person(&r->s, r->s.person, &orgs));
	if (orgs.n > 0) {
		r->org_key = orgs.v[0].key;
		r->org_name = orgs.v[0].name;
	}
	page_open(r, &(struct page){ .title = say(r, ACCOUNT_HEAD),
	                             .script = STATIC_LIVE_JS });
	page_main(r);
	page_saved(r);
	emit(&r->out, "<h1>%s</h1><p class='lead'>%s, %s</p><h2>%s</h2>",
	     say(r, ACCOUNT_HEAD), r->person_name, r->person_email,
	     say(r, ACCOUNT_ORGS));
	if (orgs.n == 0)
		emit(&r->out, "<p>%s</p>", say(r, ACCOUNT_NO_ORG));
	emit(&r->out, "<ul class='rows'>");
	for (size_t i = 0; i < orgs.n; i++)
		emit(&r->out, "<li><a class='n' href='/o/%s'>%s</a></li>",
		     orgs.v[i].key, orgs.v[i].name);
	emit(&r->out, "</ul><p><a href='/shared'>%s</a></p>",
	     say(r, ACCOUNT_SHARED));
	TRY(sessions(r));
	emit(&r->out, "<div class='acts'><a class='btn sec'"
	     " href='/account/password'>%s</a>", say(r, CHANGE_PASSWORD));
	button_form(r, "out", "btn", say(r, SIGN_OUT_WORD), "/sign-out");
	emit(&r->out, "</div>");
	page_close(r);
	return OK;
}

static enum status session_stop(struct req *r)
{
	TRY(session_end(&r->s, r->s.person, arg_no(r, "no")));
	return go(r, "/account?saved=1");
}

/* -- the people of an organisation --------------------------------------- */

static const struct {
	unsigned right;
	const char *value;
	const struct sentence *word;
} may[] = {
	{ ANSWER,   "answer",   MAY_ANSWER },
	{ EDIT,     "edit",     MAY_EDIT },
	{ LEAD,     "lead",     MAY_LEAD },
	{ REVIEW,   "review",   MAY_REVIEW },
	{ SIGN,     "sign",     MAY_SIGN },
	{ REGISTER, "register", MAY_REGISTER },
	{ ADMIN,    "admin",    MAY_ADMIN },
};

static void ask_rights(struct req *r, unsigned rights)
{
	struct option_list options = {0};

	for (size_t i = 0; i < COUNT(may); i++)
		option_add(r, &options, may[i].value, say(r, may[i].word),
		           (rights & may[i].right) != 0);
	ask_line(r, &(struct ask){ .name = "may",
		.label = say(r, PERSON_MAY) }, &options, true);
}

static unsigned form_rights(struct req *r)
{
	unsigned rights = READ;

	for (size_t i = 0; i < COUNT(may); i++)
		if (form_has(r, "may", may[i].value))
			rights |= may[i].right;
	return rights;
}

static void person_row(struct req *r, const struct person *p)
{
	const char *name = arena_print(r->s.mem, "p-%s", p->key);

	emit(&r->out, "<li><span class='n'>%s</span><span class='m'>%s%s%s%s"
	     "</span><div class='m'>", p->name, p->title,
	     *p->title != '\0' ? " · " : "", p->email,
	     p->has_password ? "" : arena_print(r->s.mem, " · %s",
	     say(r, NOT_SIGNED_YET)));
	form_open(r, name, "/o/%s/people/%s", r->org_key, p->key);
	ask_rights(r, p->rights);
	emit(&r->out, "<p class='acts'>");
	button(r, "btn sec sm", say(r, SAVE_RIGHTS));
	emit(&r->out, "</p>");
	form_close(r);
	emit(&r->out, "</div><div class='e'>");
	button_form(r, arena_print(r->s.mem, "l-%s", p->key), "btn sec sm",
	            say(r, PERSON_NEW_LINK), "/o/%s/people/%s/link",
	            r->org_key, p->key);
	emit(&r->out, "</div></li>");
}

static void ask_person(struct req *r)
{
	emit(&r->out, "<h2>%s</h2>", say(r, PERSON_ADD_HEAD));
	form_open(r, "add", "/o/%s/people", r->org_key);
	ask_text(r, &(struct ask){ .name = "name", .stored = "",
		.label = say(r, PERSON_NAME), .class = "w20" });
	ask_text(r, &(struct ask){ .name = "email", .type = "email",
		.stored = "", .label = say(r, EMAIL), .class = "w20" });
	ask_text(r, &(struct ask){ .name = "title", .optional = true,
		.stored = "", .label = say(r, PERSON_ROLE), .class = "w20",
		.hint = say(r, PERSON_ROLE_HINT) });
	ask_rights(r, ANSWER);
	button_save(r, say(r, PERSON_ADD));
	form_close(r);
}

/* The link shown once, right after it was made; its token is in the address
 * of no other page and only its digest is stored. */
static void show_link(struct req *r)
{
	const char *token = query_text(r, "secret");

	if (token == NULL || r->failed)
		return;
	emit(&r->out, "<div class='note'><p>%s</p><p><b>%s/link/%s</b></p>"
	     "</div>", say_with(r, PERSON_LINK, query_text(r, "name"), NULL),
	     r->house->url, token);
}

static enum status people_page(struct req *r)
{
	struct person_list all = {0};

	TRY(person_list(&r->s, &all));
	page_open(r, &(struct page){ .title = say(r, PEOPLE) });
	page_main(r);
	page_saved(r);
	show_link(r);
	emit(&r->out, "<h1>%s</h1><p class='lead'>%s</p><ul class='rows'>",
	     say_with(r, PEOPLE_HEAD, r->org_name, NULL),
	     say(r, PEOPLE_LEAD));
	for (size_t i = 0; i < all.n; i++)
		person_row(r, &all.v[i]);
	emit(&r->out, "</ul>");
	ask_person(r);
	page_close(r);
	return OK;
}

/* A link opens all that a person may do, so only where they are at home:
 * who is a member elsewhere too is not for one organisation to sign in as. */
static enum status is_elsewhere(struct req *r, i64 person, bool *elsewhere)
{
	struct org_list orgs = {0};

	TRY(org_of_person(&r->s, person, &orgs));
	for (size_t i = 0; i < orgs.n; i++)
		*elsewhere = *elsewhere || orgs.v[i].id != r->s.org;
	return OK;
}

static enum status give_link(struct req *r, i64 person)
{
	const char *token;

	TRY(link_note(&r->s, person, &token));
	return go(r, "/o/%s/people?secret=%s", r->org_key, token);
}

static enum status person_add(struct req *r)
{
	struct person p = {
		.name  = form_needed(r, "name", LINE, SAY_NAME),
		.email = form_needed(r, "email", LINE, EMAIL_IS_BROKEN),
		.title = form_text(r, "title", LINE),
	}, known = {0};
	const char *hash;
	bool elsewhere = false;
	enum status found;

	if (*p.email != '\0' && email_flaws(p.email) != 0)
		issue(r, "email", EMAIL_IS_BROKEN);
	TRY(form_fine(r));
	found = person_by_email(&r->s, p.email, &known, &hash);
	if (found == NOT_FOUND) {
		TRY(person_note(&r->s, &p, &known.id));
		TRY(event_note(&r->s, "person", known.id, "note", NULL));
	} else {
		TRY(found);
	}
	TRY(is_elsewhere(r, known.id, &elsewhere));
	TRY(membership_set(&r->s, known.id, form_rights(r)));
	if (known.has_password || elsewhere)
		return go(r, "/o/%s/people?saved=1", r->org_key);
	return give_link(r, known.id);
}

/* A person of this organisation, by the key in the address. */
static enum status member(struct req *r, struct person *out)
{
	struct person_list all = {0};

	TRY(person_list(&r->s, &all));
	for (size_t i = 0; i < all.n; i++) {
		if (same(all.v[i].key, arg_text(r, "person"))) {
			*out = all.v[i];
			return OK;
		}
	}
	return NOT_FOUND;
}

static enum status person_rights(struct req *r)
{
	struct person p = {0};

	TRY(member(r, &p));
	TRY(membership_set(&r->s, p.id, form_rights(r) |
	    (p.id == r->s.person ? ADMIN : 0)));
	return go(r, "/o/%s/people?saved=1", r->org_key);
}

static enum status person_link(struct req *r)
{
	struct person p = {0};
	bool elsewhere = false;

	TRY(member(r, &p));
	TRY(is_elsewhere(r, p.id, &elsewhere));
	if (elsewhere)
		issue_text(r, NULL, say_with(r, PERSON_ELSEWHERE, p.name,
		                             NULL));
	TRY(form_fine(r));
	return give_link(r, p.id);
}

static const struct route rows[] = {
	{ GET,  "/", front, PERSON, ON_HOUSE },
	{ GET,  "/account", account_page, PERSON, ON_HOUSE },
	{ GET,  "/account/live", account_live, PERSON, ON_HOUSE },
	{ POST, "/account/sessions/:no/end", session_stop, PERSON, ON_HOUSE,
	  account_page },
	{ GET,  "/o/:org/people", people_page, ADMIN, ON_ORG },
	{ POST, "/o/:org/people", person_add, ADMIN, ON_ORG, people_page },
	{ POST, "/o/:org/people/:person", person_rights, ADMIN, ON_ORG,
	  people_page },
	{ POST, "/o/:org/people/:person/link", person_link, ADMIN, ON_ORG,
	  people_page },
	{ 0 },
};
const struct route *const account_routes = rows;
