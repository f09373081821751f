/* Calls to make: whose time has come, and what became of them. */
#include "api/api.h"
#include "db/db.h"

enum status hook_orgs(struct scope *s, struct no_list *out)
{
	static const char sql[] =
		"SELECT DISTINCT org_id FROM webhook WHERE stopped_at IS NULL"
		"   AND id > $1 ORDER BY org_id";

	struct query q = db_query(s, sql, VALUES(of_int(0)));

	while (query_next(&q))
		*PUSH(s->mem, out) = read_int(&q);
	return query_end(&q);
}

static void read_delivery(struct query *q, struct delivery *d)
{
	d->id      = read_int(q);
	d->org     = read_int(q);
	d->event   = read_int(q);
	d->url     = read_text(q);
	d->secret  = read_text(q);
	d->body    = read_text(q);
	d->news    = (enum news)read_int(q);
	d->tries   = read_int(q);
	d->next_at = read_int(q);
	d->done_at = read_int(q);
	d->at      = read_int(q);
	d->code    = (int)read_int(q);
	d->why     = read_text(q);
}

enum status hook_due(struct scope *s, i64 most, struct delivery_list *out)
{
	static const char sql[] =
		"SELECT d.id, d.org_id, d.event_id, w.url, w.secret, d.body,"
		"       d.news, d.tries, coalesce(d.next_at, 0),"
		"       coalesce(d.done_at, 0), d.at, d.code, d.why"
		"  FROM delivery d JOIN webhook w"
		"    ON w.org_id = d.org_id AND w.id = d.webhook_id"
		" WHERE d.next_at <= $1 AND w.stopped_at IS NULL"
		" ORDER BY d.next_at, d.id LIMIT $2";

	struct query q = db_query(s, sql, VALUES(of_int(s->now),
	                                         of_int(most)));

	while (query_next(&q))
		read_delivery(&q, PUSH(s->mem, out));
	return query_end(&q);
}

enum status delivery_list(struct scope *s, i64 webhook, i64 most,
                          struct delivery_list *out)
{
	static const char sql[] =
		"SELECT d.id, d.org_id, d.event_id, w.url, w.secret, d.body,"
		"       d.news, d.tries, coalesce(d.next_at, 0),"
		"       coalesce(d.done_at, 0), d.at, d.code, d.why"
		"  FROM delivery d JOIN webhook w"
		"    ON w.org_id = d.org_id AND w.id = d.webhook_id"
		" WHERE d.org_id = $1 AND d.webhook_id = $2"
		" ORDER BY d.id DESC LIMIT $3";

	struct query q = db_query(s, sql, VALUES(
		of_int(s->org), of_int(webhook), of_int(most)));

	while (query_next(&q))
		read_delivery(&q, PUSH(s->mem, out));
	return query_end(&q);
}

/* Taken for as long as a call may last, so that another server does not make
 * the same one; what came of it is noted afterwards. */
enum status hook_take(struct scope *s, const struct delivery *d)
{
	static const char sql[] =
		"UPDATE delivery SET next_at = $4"
		" WHERE org_id = $1 AND id = $2 AND next_at = $3";

	return db_change(s, sql, VALUES(
		of_int(s->org), of_int(d->id), of_int(d->next_at),
		of_int(s->now + 2 * FETCH_SECONDS * 1000)));
}

enum status hook_tried(struct scope *s, const struct delivery *d)
{
	static const char sql[] =
		"UPDATE delivery SET tries = $3, next_at = $4, code = $5,"
		"       why = $6, done_at = $7"
		" WHERE org_id = $1 AND id = $2";

	return db_change(s, sql, VALUES(
		of_int(s->org), of_int(d->id), of_int(d->tries),
		of_id(d->next_at), of_int(d->code), of_said(d->why),
		of_id(d->done_at)));
}

enum status delivery_again(struct scope *s, i64 webhook)
{
	static const char sql[] =
		"UPDATE delivery SET next_at = $3, tries = 0"
		" WHERE org_id = $1 AND webhook_id = $2"
		"   AND next_at IS NULL AND done_at IS NULL";

	TRY(event_note(s, "webhook", webhook, "again", NULL));
	return db_change_all(s, sql, VALUES(
		of_int(s->org), of_int(webhook), of_int(s->now)));
}
