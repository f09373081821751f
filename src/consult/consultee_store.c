/* Who is asked: their links, and that their reply has come. */
#include "account/pass.h"
#include "base/text.h"
#include "consult/consult.h"
#include "db/db.h"

#define COLUMNS                                                         \
	"SELECT e.id, e.no, e.consultation_id, e.name,"                 \
	"       coalesce(e.actor_id, 0), coalesce(e.pass_id, 0),"       \
	"       e.authority, coalesce(e.declined_at, 0),"               \
	"       coalesce(e.received_at, 0), e.received_how,"            \
	"       e.registry_no, e.no_registry,"                          \
	"       (SELECT count(*) FROM viewpoint v"                      \
	"         WHERE v.org_id = $1 AND v.consultee_id = e.id"        \
	"           AND v.removed_at IS NULL),"                         \
	"       (SELECT count(*) FROM viewpoint v"                      \
	"         WHERE v.org_id = $1 AND v.consultee_id = e.id"        \
	"           AND v.removed_at IS NULL AND v.treated = 0),"       \
	"       e.version"                                              \
	"  FROM consultee e"

static void read_one(struct query *q, struct consultee *e)
{
	e->id           = read_int(q);
	e->no           = read_int(q);
	e->consultation = read_int(q);
	e->name         = read_text(q);
	e->actor        = read_int(q);
	e->pass         = read_int(q);
	e->authority    = read_int(q) != 0;
	e->declined_at  = read_int(q);
	e->received_at  = read_int(q);
	e->way          = (enum consult_way)read_int(q);
	e->registry_no  = read_text(q);
	e->no_registry  = read_text(q);
	e->viewpoints   = read_int(q);
	e->untreated    = read_int(q);
	e->version      = read_int(q);
}

enum status consultee_list(struct scope *s, i64 consultation,
                           struct consultee_list *out)
{
	static const char sql[] =
		COLUMNS " WHERE e.org_id = $1 AND e.consultation_id = $2"
		"   AND e.removed_at IS NULL ORDER BY e.no";

	struct query q = db_query(s, sql, VALUES(of_int(s->org),
	                                         of_int(consultation)));

	while (query_next(&q))
		read_one(&q, PUSH(s->mem, out));
	return query_end(&q);
}

enum status consultee_get(struct scope *s, i64 consultation, i64 no,
                          struct consultee *out)
{
	static const char sql[] =
		COLUMNS " WHERE e.org_id = $1 AND e.consultation_id = $2"
		"   AND e.no = $3";

	struct query q = db_query(s, sql, VALUES(
		of_int(s->org), of_int(consultation), of_int(no)));

	if (query_next(&q))
		read_one(&q, out);
	return query_end_one(&q);
}

enum status consultee_by_id(struct scope *s, i64 id, struct consultee *out)
{
	static const char sql[] =
		COLUMNS " WHERE e.org_id = $1 AND e.id = $2"
		"   AND e.removed_at IS NULL";

	struct query q = db_query(s, sql, VALUES(of_int(s->org), of_int(id)));

	if (query_next(&q))
		read_one(&q, out);
	return query_end_one(&q);
}

static enum status is_asked(struct scope *s, i64 consultation,
                            const char *name, i64 *n)
{
	static const char sql[] =
		"SELECT count(*) FROM consultee"
		" WHERE org_id = $1 AND consultation_id = $2 AND name = $3"
		"   AND removed_at IS NULL";

	return db_number(s, sql, VALUES(
		of_int(s->org), of_int(consultation), of_text(name)), n);
}

enum status consultee_note(struct scope *s, i64 consultation,
                           struct consultee *e)
{
	static const char next[] =
		"SELECT coalesce(max(no), 0) + 1 FROM consultee"
		" WHERE org_id = $1 AND consultation_id = $2";
	static const char sql[] =
		"INSERT INTO consultee (org_id, consultation_id, no, name,"
		"                       actor_id, authority)"
		" VALUES ($1, $2, $3, $4, $5, $6) RETURNING id";

	i64 there;

	TRY(is_asked(s, consultation, e->name, &there));
	if (there > 0)
		return TAKEN;
	TRY(db_number(s, next, VALUES(of_int(s->org), of_int(consultation)),
	              &e->no));
	if (e->no > CONSULTEES_MOST)
		return DENIED;
	TRY(db_insert(s, sql, VALUES(
		of_int(s->org), of_int(consultation), of_int(e->no),
		of_text(e->name), of_id(e->actor), of_int(e->authority)),
		&e->id));
	return event_note(s, "consultee", e->id, "note", NULL);
}

enum status consultee_remove(struct scope *s, i64 consultation, i64 no,
                             bool removed)
{
	static const char sql[] =
		"UPDATE consultee SET removed_at = $3, version = version + 1"
		" WHERE org_id = $1 AND id = $2";

	struct consultee e = {0};

	TRY(consultee_get(s, consultation, no, &e));
	if (e.received_at != 0)
		return DENIED;          /* a reply is kept, with who gave it */
	if (removed && e.pass != 0)
		TRY(pass_take_back(s, e.pass));
	TRY(KEEP(s, "consultee", e.id, removed ? "remove" : "restore"));
	return db_change(s, sql, VALUES(of_int(s->org), of_int(e.id),
	                                of_id(removed ? s->now : 0)));
}

/* What was taken back already stays so. */
static enum status end_pass(struct scope *s, i64 pass)
{
	enum status ended = pass == 0 ? OK : pass_take_back(s, pass);

	return ended == NOT_FOUND ? OK : ended;
}

enum status consultee_link(struct scope *s, const struct consultee *e,
                           const char **secret)
{
	static const char sql[] =
		"UPDATE consultee SET pass_id = $3, version = version + 1"
		" WHERE org_id = $1 AND id = $2";

	struct pass p = { .kind = PASS_CONSULTEE, .object = e->id,
	                  .for_whom = e->name };

	TRY(end_pass(s, e->pass));
	TRY(pass_note(s, &p, secret));
	TRY(event_note(s, "consultee", e->id, "link", NULL));
	return db_change(s, sql, VALUES(of_int(s->org), of_int(e->id),
	                                of_int(p.id)));
}

enum status consultee_decline(struct scope *s, const struct consultee *e,
                              bool declined)
{
	static const char sql[] =
		"UPDATE consultee SET declined_at = $3, version = version + 1"
		" WHERE org_id = $1 AND id = $2 AND received_at IS NULL";

	enum status done;

	TRY(KEEP(s, "consultee", e->id, declined ? "decline" : "ask again"));
	done = db_change(s, sql, VALUES(of_int(s->org), of_int(e->id),
	                                of_id(declined ? s->now : 0)));
	return done == NOT_FOUND ? STALE : done;
}

enum status consultee_register(struct scope *s, const struct consultee *e)
{
	static const char sql[] =
		"UPDATE consultee SET registry_no = $4, no_registry = $5,"
		"       version = version + 1"
		" WHERE org_id = $1 AND id = $2 AND version = $3";

	enum status done;

	TRY(KEEP(s, "consultee", e->id, "register"));
	done = db_change(s, sql, VALUES(
		of_int(s->org), of_int(e->id), of_int(e->version),
		of_said(e->registry_no), of_said(e->no_registry)));
	return done == NOT_FOUND ? STALE : done;
}

enum status consult_received(struct scope *s, const struct consultee *e,
                             enum consult_way way)
{
	static const char sql[] =
		"UPDATE consultee SET received_at = coalesce(received_at, $3),"
		"       received_how = $4, declined_at = NULL,"
		"       version = version + 1"
		" WHERE org_id = $1 AND id = $2";

	TRY(KEEP(s, "consultee", e->id, "receive"));
	return db_change(s, sql, VALUES(of_int(s->org), of_int(e->id),
	                                of_int(s->now), of_int(way)));
}
