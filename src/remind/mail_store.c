/* Letters that go out: a row says to whom and why, never what. */
#include "db/db.h"
#include "remind/remind.h"

enum status mail_note(struct scope *s, i64 person, enum mail_kind kind,
                      i64 day)
{
	static const char sql[] =
		"INSERT INTO mail (org_id, person_id, kind, day, next_at, at)"
		" VALUES ($1, $2, $3, $4, $5, $5)"
		" ON CONFLICT (org_id, person_id, kind, day) DO NOTHING";

	return db_change_all(s, sql, VALUES(
		of_int(s->org), of_int(person), of_int(kind), of_int(day),
		of_int(s->now)));
}

/* Who may no longer sign in here is not written to. */
#define COLUMNS                                                         \
	" l.id, l.org_id, l.person_id, l.kind, l.day, l.tries,"           \
	" coalesce(l.next_at, 0), coalesce(l.sent_at, 0), l.at, l.why,"   \
	" p.name, CASE WHEN p.ended_at IS NULL AND m.rights <> 0"         \
	"              THEN p.email ELSE '' END,"                         \
	" p.language, o.key, o.name"
#define TO_WHOM                                                         \
	"  JOIN person p ON p.id = l.person_id"                           \
	"  JOIN org o ON o.id = l.org_id"                                 \
	"  LEFT JOIN membership m"                                        \
	"    ON m.org_id = l.org_id AND m.person_id = l.person_id"

static enum status read_mails(struct query *q, struct mail_list *out)
{
	while (query_next(q)) {
		struct mail *l = PUSH(q->scope->mem, out);

		l->id       = read_int(q);
		l->org      = read_int(q);
		l->person   = read_int(q);
		l->kind     = (enum mail_kind)read_int(q);
		l->day      = read_int(q);
		l->tries    = read_int(q);
		l->next_at  = read_int(q);
		l->sent_at  = read_int(q);
		l->at       = read_int(q);
		l->why      = read_text(q);
		l->name     = read_text(q);
		l->email    = read_text(q);
		l->language = (enum language)read_int(q);
		l->org_key  = read_text(q);
		l->org_name = read_text(q);
	}
	return query_end(q);
}

enum status mail_due(struct scope *s, i64 most, struct mail_list *out)
{
	static const char sql[] =
		"SELECT" COLUMNS " FROM mail l" TO_WHOM
		" WHERE l.next_at <= $1"
		" ORDER BY l.next_at, l.id LIMIT $2";

	struct query q = db_query(s, sql, VALUES(of_int(s->now),
	                                         of_int(most)));

	return read_mails(&q, out);
}

enum status mail_list(struct scope *s, i64 most, struct mail_list *out)
{
	static const char sql[] =
		"SELECT" COLUMNS " FROM mail l" TO_WHOM
		" WHERE l.org_id = $1 ORDER BY l.id DESC LIMIT $2";

	struct query q = db_query(s, sql, VALUES(of_int(s->org),
	                                         of_int(most)));

	return read_mails(&q, out);
}

/* Taken for as long as it may last, so that another server does not send it
 * too. */
enum status mail_take(struct scope *s, const struct mail *l)
{
	static const char sql[] =
		"UPDATE mail SET next_at = $4"
		" WHERE org_id = $1 AND id = $2 AND next_at = $3";

	return db_change(s, sql, VALUES(
		of_int(s->org), of_int(l->id), of_int(l->next_at),
		of_int(s->now + 2 * MAIL_SECONDS * 1000)));
}

enum status mail_tried(struct scope *s, const struct mail *l)
{
	static const char sql[] =
		"UPDATE mail SET tries = $3, next_at = $4, sent_at = $5,"
		"       why = $6"
		" WHERE org_id = $1 AND id = $2";

	return db_change(s, sql, VALUES(
		of_int(s->org), of_int(l->id), of_int(l->tries),
		of_id(l->next_at), of_id(l->sent_at), of_said(l->why)));
}

enum status mail_again(struct scope *s)
{
	static const char sql[] =
		"UPDATE mail SET next_at = $2, tries = 0"
		" WHERE org_id = $1 AND next_at IS NULL AND sent_at IS NULL";

	TRY(event_note(s, "mail", 0, "again", NULL));
	return db_change_all(s, sql, VALUES(of_int(s->org),
	                                    of_int(s->now)));
}
