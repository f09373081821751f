/* Occasions: what was done when, and which organisations were there. */
#include "assess/assess.h"
#include "db/db.h"

#define OCCASION                                                        \
	"SELECT id, no, day, what, who, state,"                         \
	"       coalesce(removed_at, 0), version FROM occasion"

static void read_occasion(struct query *q, struct occasion *o)
{
	o->id      = read_int(q);
	o->no      = read_int(q);
	o->day     = read_int(q);
	o->what    = read_text(q);
	o->who     = read_text(q);
	o->state   = (enum occasion_state)read_int(q);
	o->removed = read_int(q) != 0;
	o->version = read_int(q);
}

enum status occasion_list(struct scope *s, i64 assessment,
                          struct occasion_list *out)
{
	static const char sql[] =
		OCCASION " WHERE org_id = $1 AND assessment_id = $2"
		"   AND removed_at IS NULL ORDER BY day, no";

	struct query q = db_query(s, sql, VALUES(of_int(s->org),
	                                         of_int(assessment)));

	while (query_next(&q))
		read_occasion(&q, PUSH(s->mem, out));
	return query_end(&q);
}

enum status occasion_get(struct scope *s, i64 assessment, i64 no,
                         struct occasion *out)
{
	static const char sql[] =
		OCCASION " WHERE org_id = $1 AND assessment_id = $2"
		"   AND no = $3";

	struct query q = db_query(s, sql, VALUES(
		of_int(s->org), of_int(assessment), of_int(no)));

	if (query_next(&q))
		read_occasion(&q, out);
	return query_end_one(&q);
}

enum status occasion_note(struct scope *s, i64 assessment,
                          struct occasion *o, i64 *id)
{
	static const char sql[] =
		"INSERT INTO occasion (org_id, assessment_id, no, day, what,"
		"                      who, state)"
		" VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id";

	TRY(assess_open(s, assessment));
	TRY(counter_take(s, assessment, "occasion", &o->no));
	TRY(db_insert(s, sql, VALUES(
		of_int(s->org), of_int(assessment), of_int(o->no),
		of_int(o->day), of_text(o->what),
		of_said(o->who), of_int(o->state)),
		&o->id));
	*id = o->id;
	TRY(event_note(s, "occasion", o->id, "note", NULL));
	return assess_touch(s, assessment);
}

enum status occasion_change(struct scope *s, i64 assessment,
                            const struct occasion *o)
{
	static const char sql[] =
		"UPDATE occasion SET day = $4, what = $5, who = $6,"
		"       state = $7, version = version + 1"
		" WHERE org_id = $1 AND id = $2 AND version = $3"
		"   AND removed_at IS NULL";
	struct occasion was = {0};
	enum status done;

	TRY(assess_open(s, assessment));
	TRY(occasion_get(s, assessment, o->no, &was));
	TRY(KEEP(s, "occasion", was.id, "change"));
	done = db_change(s, sql, VALUES(
		of_int(s->org), of_int(was.id), of_int(o->version),
		of_int(o->day), of_text(o->what), of_text(o->who),
		of_int(o->state)));
	if (done != OK)
		return done == NOT_FOUND ? STALE : done;
	return assess_touch(s, assessment);
}

enum status occasion_remove(struct scope *s, i64 assessment, i64 no,
                            bool removed)
{
	static const char sql[] =
		"UPDATE occasion SET removed_at = $3, version = version + 1"
		" WHERE org_id = $1 AND id = $2";
	struct occasion was = {0};

	TRY(assess_open(s, assessment));
	TRY(occasion_get(s, assessment, no, &was));
	TRY(KEEP(s, "occasion", was.id, removed ? "remove" : "restore"));
	TRY(db_change(s, sql, VALUES(of_int(s->org), of_int(was.id),
	                             of_id(removed ? s->now : 0))));
	return assess_touch(s, assessment);
}
