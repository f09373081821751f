/* The way back: when and where the result was reported, what became of it. */
#include "base/text.h"
#include "db/db.h"
#include "workshop/after.h"

enum status report_back_list(struct scope *s, i64 workshop,
                             struct report_back_list *out)
{
	static const char sql[] =
		"SELECT no, kind, day, forum, audience, said, changed,"
		"       coalesce(removed_at, 0), version"
		"  FROM report_back WHERE org_id = $1 AND workshop_id = $2"
		" ORDER BY day, no";

	struct query q = db_query(s, sql, VALUES(of_int(s->org),
	                                         of_int(workshop)));

	while (query_next(&q)) {
		struct report_back *b = PUSH(s->mem, out);

		b->no       = read_int(&q);
		b->kind     = (enum report_kind)read_int(&q);
		b->day      = read_int(&q);
		b->forum    = read_text(&q);
		b->audience = read_text(&q);
		b->said     = read_text(&q);
		b->changed  = read_text(&q);
		b->removed  = read_int(&q) != 0;
		b->version  = read_int(&q);
	}
	return query_end(&q);
}

/* What became of it tells that it was reported, too. */
static enum status reported(struct scope *s, i64 workshop)
{
	struct workshop w = {0};

	TRY(workshop_get(s, workshop, &w));
	if (!workshop_is_over(w.state))
		return DENIED;
	return workshop_become(s, workshop, WORKSHOP_REPORTED);
}

enum status report_back_note(struct scope *s, i64 workshop,
                             struct report_back *b)
{
	static const char sql[] =
		"INSERT INTO report_back (org_id, workshop_id, no, kind, day,"
		"  forum, audience, said, changed, at, person)"
		" VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)"
		" RETURNING id";
	i64 id;

	TRY(reported(s, workshop));
	TRY(workshop_counter(s, workshop, "report_back", &b->no));
	TRY(db_insert(s, sql, VALUES(
		of_int(s->org), of_int(workshop), of_int(b->no),
		of_int(b->kind), of_int(b->day), of_text(b->forum),
		of_said(b->audience), of_text(b->said), of_said(b->changed),
		of_int(s->now), of_int(s->person)), &id));
	return event_note(s, "report_back", id, "note", NULL);
}

static enum status id_of(struct scope *s, i64 workshop, i64 no, i64 *id)
{
	static const char sql[] =
		"SELECT id FROM report_back"
		" WHERE org_id = $1 AND workshop_id = $2 AND no = $3";

	return db_number(s, sql, VALUES(of_int(s->org), of_int(workshop),
	                                of_int(no)), id);
}

enum status report_back_change(struct scope *s, i64 workshop,
                               const struct report_back *b)
{
	static const char sql[] =
		"UPDATE report_back SET day = $4, forum = $5, audience = $6,"
		"  said = $7, changed = $8, version = version + 1"
		" WHERE org_id = $1 AND id = $2 AND version = $3"
		"   AND removed_at IS NULL";
	enum status done;
	i64 id;

	TRY(id_of(s, workshop, b->no, &id));
	TRY(KEEP(s, "report_back", id, "change"));
	done = db_change(s, sql, VALUES(
		of_int(s->org), of_int(id), of_int(b->version),
		of_int(b->day), of_text(b->forum), of_said(b->audience),
		of_text(b->said), of_said(b->changed)));
	return done == NOT_FOUND ? STALE : done;
}

enum status report_back_remove(struct scope *s, i64 workshop, i64 no,
                               bool removed)
{
	static const char sql[] =
		"UPDATE report_back SET removed_at = $3,"
		"       version = version + 1"
		" WHERE org_id = $1 AND id = $2";
	i64 id;

	TRY(id_of(s, workshop, no, &id));
	TRY(KEEP(s, "report_back", id, removed ? "remove" : "restore"));
	return db_change(s, sql, VALUES(of_int(s->org), of_int(id),
	                                of_id(removed ? s->now : 0)));
}
