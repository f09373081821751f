/* The way in: password, link, language, and the drafts of what was typed. */
#include <string.h>

#include "account/account.h"
#include "account/account.msg"
#include "base/text.h"
#include "kit/secret.h"
#include "web/page.h"
#include "web/session.h"

struct entrance {
	i64 person;
};

/* -- password ------------------------------------------------------------ */

/* The way in to a meeting, which needs no account. Without a key, as on its
 * own page: a receipt would keep the address of somebody's link. */
static void code_form(struct req *r)
{
	emit(&r->out, "<form method='post' action='/j' id='join' novalidate>"
	     "<h2>%s</h2>", say(r, IN_A_MEETING));
	form_hidden(r, "csrf", r->csrf);
	form_hidden(r, "form", "join");
	r->form_now = "join";
	ask_text(r, &(struct ask){ .name = "code", .stored = "",
		.label = say(r, MEETING_CODE), .class = "w10",
		.hint = say(r, MEETING_HINT), .autocomplete = "off" });
	emit(&r->out, "<p class='acts'><button class='btn' type='submit'>%s"
	     "</button></p>", say(r, MEETING_JOIN));
	form_close(r);
}

static enum status sign_in_page(struct req *r)
{
	const char *back = r->method == GET ? query_text(r, "back") :
	                   form_raw(r, "back");

	page_open(r, &(struct page){ .title = say(r, SIGN_IN_WORD),
	                             .plain = true });
	page_main(r);
	emit(&r->out, "<div class='two even'><div><h1>%s</h1>"
	     "<p class='lead'>%s</p>", say(r, WELCOME),
	     say(r, WELCOME_LEAD));
	code_form(r);
	emit(&r->out, "<hr><h2>%s</h2>", say(r, WORK_HERE));
	form_open(r, "in", "/sign-in");
	form_hidden(r, "back", back == NULL ? "" : back);
	ask_text(r, &(struct ask){ .name = "email", .label = say(r, EMAIL),
		.type = "email", .autocomplete = "username", .stored = "" });
	ask_text(r, &(struct ask){ .name = "password",
		.label = say(r, PASSWORD), .hint = say(r, PASTE_FINE),
		.type = "password", .autocomplete = "current-password" });
	button_save(r, say(r, SIGN_IN_WORD));
	form_close(r);
	emit(&r->out, "<p class='small muted'>%s</p></div>",
	     say(r, NO_PASSWORD_YET));
	trail_drawing(r);
	emit(&r->out, "</div>");
	page_close(r);
	return OK;
}

/* Hash of nothing anyone has: an unknown address takes as long as a known. */
static const char nobody[] = "$argon2id$v=19$m=65536,t=3,p=1$"
	"c29tZXNhbHRzb21lc2FsdA$"
	"Tq8zTk3mDY3F3YbZl0uU7pQd3mC0Uqz6m6p0cQkQH2k";

static enum status note_attempt(void *visit)
{
	struct req *r = visit;

	return attempt_note(&r->s, form_text(r, "email", LINE));
}

static enum status note_own_attempt(void *visit)
{
	struct req *r = visit;

	return attempt_note(&r->s, r->person_email);
}

/* How long this address still has to wait, and who it is, if anyone. */
static enum status look_up(struct req *r, const char *email, i64 *wait_ms,
                           struct person *p, const char **hash)
{
	i64 failed = 0, last = 0;
	enum status found = attempt_count(&r->s, email, &failed, &last);

	if (found == OK) {
		*wait_ms = last + sign_in_wait_ms(failed) - r->s.now;
		found = person_by_email(&r->s, email, p, hash);
	}
	return found == NOT_FOUND ? OK : found;
}

static enum status sign_in_prepare(struct req *r)
{
	struct entrance *in = NEW(r->s.mem, struct entrance);
	const char *email = form_needed(r, "email", LINE, SAY_EMAIL);
	const char *password = form_raw(r, "password"), *hash = NULL;
	struct person p = {0};
	i64 wait_ms = 0;
	enum status s;

	if (text_blank(password))
		issue(r, "password", SAY_PASSWORD);
	TRY(form_fine(r));
	TRY(db_look(r->s.db));
	s = look_up(r, email, &wait_ms, &p, &hash);
	db_look_end(r->s.db);
	TRY(s);
	if (wait_ms > 0) {
		issue_text(r, "password", say_with(r, WAIT_SIGN_IN,
			arena_print(r->s.mem, "%lld", wait_ms / 1000 + 1),
			NULL));
		return INVALID;
	}
	if (!password_fits(hash != NULL ? hash : nobody, password) ||
	    hash == NULL || p.ended) {
		TRY(db_write(r->s.db, 0, note_attempt, r));
		issue(r, "password", WRONG_SIGN_IN);
		return INVALID;
	}
	in->person = p.id;
	r->prepared = in;
	return OK;
}

static enum status sign_in(struct req *r)
{
	const struct entrance *in = r->prepared;
	const char *back = way_back_read(r, form_raw(r, "back"));

	TRY(session_open(r, in->person));
	return go(r, "%s", back == NULL ? "/" : back);
}

static enum status sign_out(struct req *r)
{
	TRY(session_close(r));
	return go(r, "/sign-in");
}

/* -- link ---------------------------------------------------------------- */

static enum status link_page(struct req *r)
{
	i64 person;
	enum status good = link_good(&r->s, arg_text(r, "token"), &person);

	if (good != OK && good != NOT_FOUND)
		return good;
	page_open(r, &(struct page){ .title = say(r, LINK_HEAD),
	                             .plain = true });
	page_main(r);
	emit(&r->out, "<h1>%s</h1><p class='lead'>%s</p>",
	     say(r, good == OK ? LINK_HEAD : LINK_GONE_HEAD),
	     say(r, good == OK ? LINK_TEXT : LINK_GONE_TEXT));
	if (good == OK)
		button_form(r, "use", "btn", say(r, SIGN_IN_WORD),
		            "/link/%s", arg_text(r, "token"));
	page_close(r);
	return OK;
}

static enum status link_follow(struct req *r)
{
	i64 person;

	TRY(link_use(&r->s, arg_text(r, "token"), &person));
	TRY(session_open(r, person));
	return go(r, "/account/password");
}

/* -- a password of one's own --------------------------------------------- */

static enum status password_page(struct req *r)
{
	page_open(r, &(struct page){ .title = say(r, CHOOSE_PASSWORD),
	                             .plain = true });
	page_main(r);
	emit(&r->out, "<h1>%s</h1>", say(r, CHOOSE_PASSWORD));
	form_open(r, "password", "/account/password");
	emit(&r->out, "<input type='hidden' autocomplete='username'"
	     " name='email' value='%s'>", r->person_email);
	ask_text(r, &(struct ask){ .name = "password",
		.label = say(r, PASSWORD), .hint = say(r, PASSWORD_HINT),
		.type = "password", .autocomplete = "new-password" });
	ask_text(r, &(struct ask){ .name = "again",
		.label = say(r, PASSWORD_AGAIN), .type = "password",
		.autocomplete = "new-password" });
	button_save(r, say(r, SAVE_PASSWORD));
	form_close(r);
	page_close(r);
	return OK;
}

static enum status password_prepare(struct req *r)
{
	const char *password = form_raw(r, "password");
	unsigned flaws;

	if (password == NULL)
		password = "";
	flaws = password_flaws(password, r->person_email);
	if ((flaws & PASSWORD_SHORT) != 0)
		issue(r, "password", PASSWORD_IS_SHORT);
	else if ((flaws & PASSWORD_COMMON) != 0)
		issue(r, "password", PASSWORD_IS_COMMON);
	else if (!same(password, form_raw(r, "again")))
		issue(r, "again", PASSWORD_DIFFERS);
	if (strlen(password) > 1000)
		issue(r, "password", PASSWORD_IS_COMMON);
	TRY(form_fine(r));
	r->prepared = password_hash(r->s.mem, password);
	return OK;
}

static enum status password_save(struct req *r)
{
	TRY(person_password(&r->s, r->s.person, r->prepared));
	TRY(session_open(r, r->s.person));
	return go(r, "/account?saved=1");
}

/* -- the password again -------------------------------------------------- */

static enum status confirm_page(struct req *r)
{
	const char *back = r->method == GET ? query_text(r, "back") :
	                   form_raw(r, "back");

	page_open(r, &(struct page){ .title = say(r, CONFIRM_HEAD),
	                             .plain = true });
	page_main(r);
	emit(&r->out, "<h1>%s</h1><p class='lead'>%s</p>",
	     say(r, CONFIRM_HEAD), say(r, CONFIRM_TEXT));
	form_open(r, "confirm", "/account/confirm");
	form_hidden(r, "back", back == NULL ? "" : back);
	ask_text(r, &(struct ask){ .name = "password",
		.label = say(r, PASSWORD), .hint = say(r, PASTE_FINE),
		.type = "password", .autocomplete = "current-password" });
	button_save(r, say(r, CONFIRM_GO));
	form_close(r);
	emit(&r->out, "<p class='small muted'>%s <a href='/account/password'>"
	     "%s</a></p>", say(r, CONFIRM_NONE), say(r, CHOOSE_PASSWORD));
	page_close(r);
	return OK;
}

/* Slowed like signing in: a stolen session is no place to guess either. */
static enum status confirm_prepare(struct req *r)
{
	const char *password = form_raw(r, "password"), *hash = NULL;
	struct person p = {0};
	i64 wait_ms = 0;
	enum status s;

	if (text_blank(password)) {
		issue(r, "password", SAY_PASSWORD);
		return INVALID;
	}
	TRY(db_look(r->s.db));
	s = look_up(r, r->person_email, &wait_ms, &p, &hash);
	db_look_end(r->s.db);
	TRY(s);
	if (wait_ms > 0) {
		issue_text(r, "password", say_with(r, WAIT_SIGN_IN,
			arena_print(r->s.mem, "%lld", wait_ms / 1000 + 1),
			NULL));
		return INVALID;
	}
	if (hash != NULL && password_fits(hash, password))
		return OK;
	TRY(db_write(r->s.db, 0, note_own_attempt, r));
	issue(r, "password", WRONG_SIGN_IN);
	return INVALID;
}

static enum status confirm(struct req *r)
{
	const char *back = way_back_read(r, form_raw(r, "back"));

	TRY(session_confirm(r));
	return go(r, "%s", back == NULL ? "/" : back);
}

/* -- language and drafts ------------------------------------------------- */

static enum status language(struct req *r)
{
	bool english = same(form_raw(r, "language"), "en");
	const char *back = form_raw(r, "back");

	cookie_set(r, "l", english ? "en" : "sv", 365LL * 24 * 60 * 60);
	if (r->s.person != 0)
		TRY(person_language(&r->s, r->s.person,
		                    english ? ENGLISH : SWEDISH));
	if (back == NULL || back[0] != '/' || back[1] == '/' ||
	    back[1] == '\\' || !text_clean(back) || strchr(back, '\n'))
		back = "/";
	return go(r, "%s", back);
}

/* Sent as people type; or, with drop, thrown away. */
static enum status draft(struct req *r)
{
	const char *page = form_raw(r, "page"), *form = form_raw(r, "draft");
	struct field_list kept = {0};

	if (page == NULL || page[0] != '/' || page[1] == '/' ||
	    address_has_secret(page) || strlen(page) > 500 ||
	    strchr(page, '\n') != NULL)
		return INVALID;
	if (form_raw(r, "drop") != NULL) {
		TRY(draft_drop(r, page, form_raw(r, "draft")));
		return go(r, "%s", page);
	}
	if (form == NULL || strlen(form) > 500)
		return INVALID;
	for (size_t i = 0; i < r->fields.n; i++) {
		const struct field *f = &r->fields.v[i];

		if (!same(f->name, "csrf") && !same(f->name, "key") &&
		    !same(f->name, "page") && !same(f->name, "draft") &&
		    !same(f->name, "form") && !same(f->name, "password") &&
		    !same(f->name, "again") && f->file == NULL)
			*PUSH(r->s.mem, &kept) = *f;
	}
	TRY(draft_keep(r, page, form, fields_encode(r->s.mem, &kept)));
	r->type = "text/plain; charset=utf-8";
	r->bytes.v = time_say(r->s.mem, r->language, r->s.now);
	r->bytes.n = strlen(r->bytes.v);
	return OK;
}

static const struct route rows[] = {
	{ GET,  "/sign-in", sign_in_page, PUBLIC, ON_HOUSE },
	{ POST, "/sign-in", sign_in, PUBLIC, ON_HOUSE, sign_in_page,
	  sign_in_prepare },
	{ POST, "/sign-out", sign_out, PUBLIC, ON_HOUSE },
	{ GET,  "/link/:token", link_page, PUBLIC, ON_HOUSE },
	{ POST, "/link/:token", link_follow, PUBLIC, ON_HOUSE, link_page },
	{ GET,  "/account/password", password_page, PERSON, ON_HOUSE },
	{ POST, "/account/password", password_save, PERSON, ON_HOUSE,
	  password_page, password_prepare },
	{ GET,  "/account/confirm", confirm_page, PERSON, ON_HOUSE },
	{ POST, "/account/confirm", confirm, PERSON, ON_HOUSE, confirm_page,
	  confirm_prepare },
	{ POST, "/language", language, PUBLIC, ON_HOUSE },
	{ POST, "/draft", draft, PUBLIC, ON_HOUSE },
	{ 0 },
};
const struct route *const sign_routes = rows;
