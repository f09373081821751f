/* Who was asked to come to a meeting: groups and organisations. */
#include "db/db.h"
#include "workshop/after.h"

#define INVITED                                                         \
	"SELECT no, coalesce(actor_id, 0), name, needs, people, came,"  \
	"       state, authority, coalesce(removed_at, 0), version"     \
	"  FROM invited"

static void read_invited(struct query *q, struct invited *i)
{
	i->no        = read_int(q);
	i->actor     = read_int(q);
	i->name      = read_text(q);
	i->needs     = read_text(q);
	i->people    = read_int(q);
	i->came      = read_int(q);
	i->state     = (enum invited_state)read_int(q);
	i->authority = read_int(q) != 0;
	i->removed   = read_int(q) != 0;
	i->version   = read_int(q);
}

enum status invited_list(struct scope *s, i64 workshop,
                         struct invited_list *out)
{
	static const char sql[] =
		INVITED " WHERE org_id = $1 AND workshop_id = $2"
		"   AND removed_at IS NULL ORDER BY no";

	struct query q = db_query(s, sql, VALUES(of_int(s->org),
	                                         of_int(workshop)));

	while (query_next(&q))
		read_invited(&q, PUSH(s->mem, out));
	return query_end(&q);
}

enum status invited_get(struct scope *s, i64 workshop, i64 no,
                        struct invited *out)
{
	static const char sql[] =
		INVITED " WHERE org_id = $1 AND workshop_id = $2"
		"   AND no = $3";

	struct query q = db_query(s, sql, VALUES(of_int(s->org),
		of_int(workshop), of_int(no)));

	if (query_next(&q))
		read_invited(&q, out);
	return query_end_one(&q);
}

/* NOT_FOUND if the actor has never been invited; 0 is none. */
static enum status invited_of(struct scope *s, i64 workshop, i64 actor,
                              struct invited *out)
{
	static const char sql[] =
		INVITED " WHERE org_id = $1 AND workshop_id = $2"
		"   AND actor_id = $3 ORDER BY removed_at NULLS FIRST, no"
		" LIMIT 1";

	struct query q = db_query(s, sql, VALUES(of_int(s->org),
		of_int(workshop), of_int(actor)));

	if (query_next(&q))
		read_invited(&q, out);
	return query_end_one(&q);
}

static enum status still_open(struct scope *s, i64 workshop)
{
	struct workshop w = {0};

	TRY(workshop_get(s, workshop, &w));
	return assess_open(s, w.assessment);
}

static enum status row_of(struct scope *s, i64 workshop, i64 no, i64 *id)
{
	static const char sql[] =
		"SELECT id FROM invited WHERE org_id = $1"
		"   AND workshop_id = $2 AND no = $3";

	return db_number(s, sql, VALUES(of_int(s->org), of_int(workshop),
	                                of_int(no)), id);
}

static enum status insert(struct scope *s, i64 workshop, struct invited *i)
{
	static const char sql[] =
		"INSERT INTO invited (org_id, workshop_id, no, actor_id, name,"
		"  people, came, state, authority, needs)"
		" VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)"
		" RETURNING id";
	i64 id;

	TRY(workshop_counter(s, workshop, "invited", &i->no));
	TRY(db_insert(s, sql, VALUES(
		of_int(s->org), of_int(workshop), of_int(i->no),
		of_id(i->actor), of_text(i->name), of_int(i->people),
		of_int(i->came), of_int(i->state), of_int(i->authority),
		of_said(i->needs)), &id));
	return event_note(s, "invited", id, "note", NULL);
}

enum status invited_note(struct scope *s, i64 workshop, struct invited *i)
{
	struct invited was = {0};
	enum status found;

	TRY(still_open(s, workshop));
	if (i->actor == 0)
		return insert(s, workshop, i);
	found = invited_of(s, workshop, i->actor, &was);
	if (found == NOT_FOUND)
		return insert(s, workshop, i);
	if (found != OK)
		return found;
	if (!was.removed)
		return TAKEN;
	i->no = was.no;
	return invited_remove(s, workshop, was.no, false);
}

enum status invited_change(struct scope *s, i64 workshop,
                           const struct invited *i)
{
	static const char sql[] =
		"UPDATE invited SET name = $4, people = $5, came = $6,"
		"  state = $7, authority = $8, needs = $9,"
		"  version = version + 1"
		" WHERE org_id = $1 AND id = $2 AND version = $3"
		"   AND removed_at IS NULL";
	enum status done;
	i64 id;

	TRY(still_open(s, workshop));
	TRY(row_of(s, workshop, i->no, &id));
	TRY(KEEP(s, "invited", id, "change"));
	done = db_change(s, sql, VALUES(
		of_int(s->org), of_int(id), of_int(i->version),
		of_text(i->name), of_int(i->people), of_int(i->came),
		of_int(i->state), of_int(i->authority), of_said(i->needs)));
	return done == NOT_FOUND ? STALE : done;
}

enum status invited_remove(struct scope *s, i64 workshop, i64 no,
                           bool removed)
{
	static const char sql[] =
		"UPDATE invited SET removed_at = $3, version = version + 1"
		" WHERE org_id = $1 AND id = $2";
	i64 id;

	TRY(still_open(s, workshop));
	TRY(row_of(s, workshop, no, &id));
	TRY(KEEP(s, "invited", id, removed ? "remove" : "restore"));
	return db_change(s, sql, VALUES(of_int(s->org), of_int(id),
	                                of_id(removed ? s->now : 0)));
}
