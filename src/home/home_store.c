#include "db/db.h"
#include "home/home.h"

enum status message_note(struct scope *s, i64 org, const struct message *m)
{
	static const char sql[] =
		"INSERT INTO message (org_id, page, text, contact, at)"
		" VALUES ($1, $2, $3, $4, $5)";

	return db_change(s, sql, VALUES(
		of_int(org), of_text(m->page), of_text(m->text),
		of_text(m->contact), of_int(s->now)));
}

enum status message_list(struct scope *s, struct message_list *out)
{
	static const char sql[] =
		"SELECT page, text, contact, at FROM message"
		" WHERE org_id = $1 AND done_at IS NULL"
		" ORDER BY id DESC LIMIT 50";

	struct query q = db_query(s, sql, VALUES(of_int(s->org)));

	while (query_next(&q)) {
		struct message *m = PUSH(s->mem, out);

		m->page    = read_text(&q);
		m->text    = read_text(&q);
		m->contact = read_text(&q);
		m->at      = read_int(&q);
	}
	return query_end(&q);
}

enum status statement_org(struct scope *s, const char *key, i64 *id,
                          const char **name, const char **contact)
{
	static const char sql[] =
		"SELECT id, name, contact FROM org WHERE key = $1";

	struct query q = db_query(s, sql, VALUES(of_text(key)));

	if (query_next(&q)) {
		*id      = read_int(&q);
		*name    = read_text(&q);
		*contact = read_text(&q);
	}
	return query_end_one(&q);
}
