/* The bodies of an organisation, as they call themselves. */
#include "db/db.h"
#include "matter/chain.h"

static void read_body(struct query *q, struct body *b)
{
	b->id        = read_int(q);
	b->no        = read_int(q);
	b->kind      = (enum body_kind)read_int(q);
	b->name      = read_text(q);
	b->shortened = read_text(q);
	b->retired   = read_int(q) != 0;
	b->version   = read_int(q);
}

enum status body_list(struct scope *s, bool retired, struct body_list *out)
{
	static const char sql[] =
		"SELECT id, no, kind, name, short, coalesce(retired_at, 0),"
		"       version"
		"  FROM body WHERE org_id = $1"
		"   AND ($2 = 1 OR retired_at IS NULL) ORDER BY no";

	struct query q = db_query(s, sql, VALUES(of_int(s->org),
	                                         of_int(retired)));

	while (query_next(&q))
		read_body(&q, PUSH(s->mem, out));
	return query_end(&q);
}

enum status body_get(struct scope *s, i64 no, struct body *out)
{
	static const char sql[] =
		"SELECT id, no, kind, name, short, coalesce(retired_at, 0),"
		"       version"
		"  FROM body WHERE org_id = $1 AND no = $2";

	struct query q = db_query(s, sql, VALUES(of_int(s->org), of_int(no)));

	if (query_next(&q))
		read_body(&q, out);
	return query_end_one(&q);
}

enum status body_note(struct scope *s, struct body *b)
{
	static const char next[] =
		"SELECT coalesce(max(no), 0) + 1 FROM body WHERE org_id = $1";
	static const char sql[] =
		"INSERT INTO body (org_id, no, kind, name, short)"
		" VALUES ($1, $2, $3, $4, $5) RETURNING id";

	TRY(db_number(s, next, VALUES(of_int(s->org)), &b->no));
	TRY(db_insert(s, sql, VALUES(of_int(s->org), of_int(b->no),
		of_int(b->kind), of_text(b->name), of_said(b->shortened)),
		&b->id));
	b->version = 1;
	return event_note(s, "body", b->id, "note", NULL);
}

enum status body_change(struct scope *s, const struct body *b)
{
	static const char sql[] =
		"UPDATE body SET kind = $4, name = $5, short = $6,"
		"       version = version + 1"
		" WHERE org_id = $1 AND id = $2 AND version = $3";
	enum status done;

	TRY(KEEP(s, "body", b->id, "change"));
	done = db_change(s, sql, VALUES(of_int(s->org), of_int(b->id),
		of_int(b->version), of_int(b->kind), of_text(b->name),
		of_said(b->shortened)));
	return done == NOT_FOUND ? STALE : done;
}

enum status body_retire(struct scope *s, i64 no, bool retired)
{
	static const char sql[] =
		"UPDATE body SET retired_at = $3, version = version + 1"
		" WHERE org_id = $1 AND id = $2";
	struct body b;

	TRY(body_get(s, no, &b));
	TRY(KEEP(s, "body", b.id, retired ? "retire" : "restore"));
	return db_change(s, sql, VALUES(of_int(s->org), of_int(b.id),
	                                of_id(retired ? s->now : 0)));
}
