/* Signing in: links that work once, sessions, and what slows a guesser. */
#include "account/account.h"
#include "base/rights.h"
#include "base/text.h"
#include "db/db.h"
#include "kit/icu.h"
#include "kit/secret.h"

enum { QUARTER_MS = 15 * 60 * 1000 };

enum status link_note(struct scope *s, i64 person, const char **token)
{
	static const char sql[] =
		"INSERT INTO link (token, person_id, ends_at)"
		" VALUES ($1, $2, $3)";

	*token = secret_token(s->mem, 40);
	return db_change(s, sql, VALUES(
		of_text(digest_text(s->mem, *token)), of_int(person),
		of_int(s->now + LINK_MS)));
}

enum status link_good(struct scope *s, const char *token, i64 *person)
{
	static const char sql[] =
		"SELECT l.person_id FROM link l"
		"  JOIN person p ON p.id = l.person_id"
		" WHERE l.token = $1 AND l.ends_at > $2 AND l.used_at IS NULL"
		"   AND p.ended_at IS NULL";

	return db_number(s, sql, VALUES(of_text(digest_text(s->mem, token)),
	                                of_int(s->now)), person);
}

enum status link_use(struct scope *s, const char *token, i64 *person)
{
	static const char sql[] =
		"UPDATE link SET used_at = $2"
		" WHERE token = $1 AND used_at IS NULL";

	TRY(link_good(s, token, person));
	return db_change(s, sql, VALUES(of_text(digest_text(s->mem, token)),
	                                of_int(s->now)));
}

enum status session_list(struct scope *s, i64 person, const char *token,
                         struct session_list *out)
{
	static const char sql[] =
		"SELECT id, browser, made_at, ends_at, token FROM session"
		" WHERE person_id = $1 AND ends_at > $2 ORDER BY made_at DESC";

	const char *mine = token == NULL ? "" : digest_text(s->mem, token);
	struct query q = db_query(s, sql, VALUES(of_int(person),
	                                         of_int(s->now)));

	while (query_next(&q)) {
		struct session_row *row = PUSH(s->mem, out);

		row->id       = read_int(&q);
		row->browser  = read_text(&q);
		row->made_at  = read_int(&q);
		row->ends_at  = read_int(&q);
		row->this_one = same(read_text(&q), mine);
	}
	return query_end(&q);
}

enum status session_end(struct scope *s, i64 person, i64 session)
{
	static const char sql[] =
		"DELETE FROM session WHERE person_id = $1 AND id = $2";

	TRY(db_signal(s, arena_print(s->mem, TOPIC_PERSON, person)));
	TRY(db_signal(s, arena_print(s->mem, TOPIC_END, person)));
	return db_change(s, sql, VALUES(of_int(person), of_int(session)));
}

static const char *email_digest(struct scope *s, const char *email)
{
	return digest_text(s->mem, text_fold(s->mem, email));
}

enum status attempt_note(struct scope *s, const char *email)
{
	static const char sql[] =
		"INSERT INTO attempt (email, at) VALUES ($1, $2)";

	return db_change(s, sql, VALUES(of_text(email_digest(s, email)),
	                                of_int(s->now)));
}

enum status attempt_count(struct scope *s, const char *email, i64 *n,
                          i64 *last_at)
{
	static const char sql[] =
		"SELECT count(*), coalesce(max(at), 0) FROM attempt"
		" WHERE email = $1 AND at > $2";

	struct query q = db_query(s, sql, VALUES(
		of_text(email_digest(s, email)), of_int(s->now - QUARTER_MS)));

	if (query_next(&q)) {
		*n = read_int(&q);
		*last_at = read_int(&q);
	}
	return query_end_one(&q);
}

enum status account_tidy(struct scope *s)
{
	static const char *const old[] = {
		"DELETE FROM receipt WHERE at < $1",
		"DELETE FROM draft WHERE at < $1",
		"DELETE FROM attempt WHERE at < $1",
		"DELETE FROM session WHERE ends_at < $1",
	};
	i64 month_ago = s->now - 30LL * 24 * 60 * 60 * 1000;

	for (size_t i = 0; i < COUNT(old); i++)
		TRY(db_change_all(s, old[i], VALUES(of_int(month_ago))));
	return OK;
}
