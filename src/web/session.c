#include <string.h>

#include "base/text.h"
#include "kit/secret.h"
#include "web/session.h"

enum { VISITOR_S = 30 * 24 * 60 * 60 };

/* __Host- binds a cookie to this address; it needs Secure, as browsers see
 * loopback too. On plain http by consent both go. */
static const char *cookie_name(const struct req *r, const char *name)
{
	return r->house->insecure ? name :
	       arena_print(r->s.mem, "__Host-%s", name);
}

void cookie_set(struct req *r, const char *name, const char *value,
                i64 most_s)
{
	set_header(r, "Set-Cookie", arena_print(r->s.mem,
		"%s=%s; Path=/; HttpOnly; SameSite=Lax%s; Max-Age=%lld",
		cookie_name(r, name), value,
		r->house->insecure ? "" : "; Secure", most_s));
}

const char *cookie_get(const struct req *r, const char *name)
{
	const char *at = r->cookies, *full = cookie_name(r, name);
	size_t n = strlen(full);

	while (at != NULL && *at != '\0') {
		at += strspn(at, " ;");
		if (strncmp(at, full, n) == 0 && at[n] == '=')
			return arena_text(r->s.mem, at + n + 1,
			                  strcspn(at + n + 1, "; "));
		at = strchr(at, ';');
	}
	return NULL;
}

static enum status find_person(struct req *r, const char *token)
{
	static const char sql[] =
		"SELECT s.ends_at, p.id, p.name, p.email, p.language,"
		"       s.confirmed_at"
		"  FROM session s JOIN person p ON p.id = s.person_id"
		" WHERE s.token = $1 AND p.ended_at IS NULL";

	struct query q = db_query(&r->s, sql, VALUES(
		of_text(digest_text(r->s.mem, token))));
	i64 ends = 0, person = 0;

	if (query_next(&q)) {
		ends            = read_int(&q);
		person          = read_int(&q);
		r->person_name  = read_text(&q);
		r->person_email = read_text(&q);
		r->language     = (enum language)read_int(&q);
		r->confirmed_at = read_int(&q);
	}
	if (ends > r->s.now) {
		r->s.person = person;
		r->session  = token;
	}
	return query_end(&q);
}

static void choose_language(struct req *r)
{
	const char *said = cookie_get(r, "l");

	if (said == NULL)
		said = r->languages != NULL ? r->languages : "sv";
	r->language = strncmp(said, "en", 2) == 0 ? ENGLISH : SWEDISH;
}

/*
 * A visitor who has not signed in gets a cookie of their own, so that their
 * forms have a token and what they type can wait for them.
 */
static const char *visitor_token(struct req *r)
{
	const char *token = cookie_get(r, "v");

	if (token == NULL || strlen(token) != 32) {
		token = secret_token(r->s.mem, 32);
		if (r->method == GET)
			cookie_set(r, "v", token, VISITOR_S);
	}
	return token;
}

void session_nobody(struct req *r)
{
	r->cookies = NULL;
	choose_language(r);
	r->visitor = r->csrf = "";
}

enum status session_find(struct req *r)
{
	const char *token = cookie_get(r, "s");

	choose_language(r);
	if (token != NULL)
		TRY(find_person(r, token));
	if (r->session == NULL)
		token = visitor_token(r);
	r->visitor = digest_keyed(r->s.mem, token, "visitor");
	r->csrf = digest_keyed(r->s.mem, token, "csrf");
	return OK;
}

/* Their list of sessions is another one. */
static enum status say_sessions(struct req *r, i64 person)
{
	return db_signal(&r->s, arena_print(r->s.mem, TOPIC_PERSON, person));
}

enum status session_open(struct req *r, i64 person)
{
	static const char sql[] =
		"INSERT INTO session (token, person_id, browser, made_at,"
		"                     ends_at, confirmed_at)"
		" VALUES ($1, $2, $3, $4, $5, $4)";

	const char *token = secret_token(r->s.mem, 52);
	const char *browser = r->browser == NULL ? "" :
	                      text_short(r->s.mem, r->browser, 160);

	TRY(db_change(&r->s, sql, VALUES(
		of_text(digest_text(r->s.mem, token)), of_int(person),
		of_text(browser), of_int(r->s.now),
		of_int(r->s.now + SESSION_MS))));
	cookie_set(r, "s", token, SESSION_MS / 1000);
	TRY(say_sessions(r, person));
	return draft_inherit(r, person);
}

enum status session_confirm(struct req *r)
{
	static const char sql[] =
		"UPDATE session SET confirmed_at = $2 WHERE token = $1";

	return db_change(&r->s, sql, VALUES(
		of_text(digest_text(r->s.mem, r->session)),
		of_int(r->s.now)));
}

enum status session_close(struct req *r)
{
	static const char sql[] = "DELETE FROM session WHERE token = $1";

	cookie_set(r, "s", "", 0);
	set_header(r, "Clear-Site-Data", "\"cache\", \"storage\"");
	if (r->session == NULL)
		return OK;
	TRY(say_sessions(r, r->s.person));
	TRY(db_signal(&r->s, arena_print(r->s.mem, TOPIC_END, r->s.person)));
	return db_change_all(&r->s, sql, VALUES(
		of_text(digest_text(r->s.mem, r->session))));
}
