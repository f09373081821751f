#include "account/job.h"
#include "base/text.h"

#define TOPIC_JOB "job:%lld"

static enum status tell(struct scope *s, i64 id)
{
	return db_signal(s, arena_print(s->mem, TOPIC_JOB, id));
}

/* -- reading ------------------------------------------------------------- */

static void read_job(struct query *q, struct job *j)
{
	j->id          = read_int(q);
	j->key         = read_text(q);
	j->kind        = read_text(q);
	j->about       = read_text(q);
	j->state       = (enum job_state)read_int(q);
	j->stop        = read_int(q) != 0;
	j->tries       = read_int(q);
	j->done        = read_int(q);
	j->total       = read_int(q);
	j->note        = read_text(q);
	j->person      = read_int(q);
	j->person_name = or_empty(read_text(q));
	j->made_at     = read_int(q);
	j->started_at  = read_int(q);
	j->ended_at    = read_int(q);
}

#define COLUMNS                                                         \
	"SELECT j.id, j.key, j.kind, j.about, j.state, j.stop, j.tries,"  \
	"       j.done, j.total, j.note, j.person, p.name, j.made_at,"    \
	"       j.started_at, j.ended_at"                                 \
	"  FROM job j LEFT JOIN person p ON p.id = j.person"

enum status job_get(struct scope *s, const char *key, struct job *out)
{
	static const char sql[] =
		COLUMNS " WHERE j.org_id = $1 AND j.key = $2";

	struct query q = db_query(s, sql, VALUES(of_int(s->org),
	                                         of_text(key)));

	if (query_next(&q))
		read_job(&q, out);
	return query_end_one(&q);
}

enum status job_by_id(struct scope *s, i64 id, struct job *out)
{
	static const char sql[] =
		COLUMNS " WHERE j.org_id = $1 AND j.id = $2";

	struct query q = db_query(s, sql, VALUES(of_int(s->org), of_int(id)));

	if (query_next(&q))
		read_job(&q, out);
	return query_end_one(&q);
}

enum status job_list(struct scope *s, const char *kind, i64 most,
                     struct job_list *out)
{
	static const char sql[] =
		COLUMNS " WHERE j.org_id = $1 AND ($2 = '' OR j.kind = $2)"
		" ORDER BY j.made_at DESC, j.id DESC LIMIT $3";

	struct query q = db_query(s, sql, VALUES(
		of_int(s->org), of_said(kind), of_int(most)));

	while (query_next(&q))
		read_job(&q, PUSH(s->mem, out));
	return query_end(&q);
}

enum status job_cancelled(struct scope *s, i64 id, bool *out)
{
	static const char sql[] =
		"SELECT stop FROM job WHERE org_id = $1 AND id = $2";
	i64 stop = 0;

	TRY(db_number(s, sql, VALUES(of_int(s->org), of_int(id)), &stop));
	*out = stop != 0;
	return OK;
}

enum status job_next(struct scope *s, i64 silent, i64 *org, i64 *id)
{
	static const char sql[] =
		"SELECT org_id, id FROM job WHERE state = $2"
		"    OR (state = $3 AND beat_at < $1) ORDER BY id LIMIT 1";

	struct query q = db_query(s, sql, VALUES(of_int(silent),
		of_int(JOB_WAITING), of_int(JOB_RUNNING)));

	if (query_next(&q)) {
		*org = read_int(&q);
		*id = read_int(&q);
	}
	return query_end_one(&q);
}

/* -- writing ------------------------------------------------------------- */

static enum status going(struct scope *s, const char *kind,
                         const char *about, i64 *id)
{
	static const char sql[] =
		"SELECT id FROM job WHERE org_id = $1 AND kind = $2"
		"   AND about = $3 AND state <= $4 AND stop = 0"
		" ORDER BY id LIMIT 1";

	return db_number(s, sql, VALUES(of_int(s->org), of_text(kind),
		of_said(about), of_int(JOB_RUNNING)), id);
}

enum status job_note(struct scope *s, const char *kind, const char *about,
                     struct job *out)
{
	static const char sql[] =
		"INSERT INTO job (org_id, key, kind, about, state, person,"
		"                 made_at)"
		" VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id";
	i64 id = 0;
	enum status found = going(s, kind, about, &id);

	if (found != NOT_FOUND) {
		TRY(found);
		return job_by_id(s, id, out);
	}
	TRY(db_insert(s, sql, VALUES(of_int(s->org), of_text(key_new(s->mem)),
		of_text(kind), of_said(about), of_int(JOB_WAITING),
		of_int(s->person), of_int(s->now)), &id));
	return job_by_id(s, id, out);
}

enum status job_cancel(struct scope *s, const struct job *j)
{
	static const char sql[] =
		"UPDATE job SET stop = 1,"
		"       ended_at = CASE WHEN state = $3 THEN $5 ELSE ended_at"
		"                  END,"
		"       state = CASE WHEN state = $3 THEN $4 ELSE state END"
		" WHERE org_id = $1 AND id = $2 AND state <= $6";
	enum status done = db_change(s, sql, VALUES(of_int(s->org),
		of_int(j->id), of_int(JOB_WAITING), of_int(JOB_CANCELLED),
		of_int(s->now), of_int(JOB_RUNNING)));

	if (done == NOT_FOUND)
		return DENIED;
	TRY(done);
	TRY(event_note(s, "job", j->id, "cancel", NULL));
	return tell(s, j->id);
}

/* Another program may have been quicker: then there is nothing to take. */
enum status job_take(struct scope *s, i64 id, i64 silent)
{
	static const char sql[] =
		"UPDATE job SET state = $3, tries = tries + 1, done = 0,"
		"       started_at = coalesce(started_at, $4), beat_at = $4"
		" WHERE org_id = $1 AND id = $2"
		"   AND (state = $5 OR (state = $3 AND beat_at < $6))";

	TRY(db_change(s, sql, VALUES(of_int(s->org), of_int(id),
		of_int(JOB_RUNNING), of_int(s->now), of_int(JOB_WAITING),
		of_int(silent))));
	return tell(s, id);
}

enum status job_progress(struct scope *s, i64 id, i64 done, i64 total)
{
	static const char sql[] =
		"UPDATE job SET done = $3, total = $4, beat_at = $5"
		" WHERE org_id = $1 AND id = $2";

	TRY(db_change(s, sql, VALUES(of_int(s->org), of_int(id),
		of_int(done), of_int(total), of_int(s->now))));
	return tell(s, id);
}

enum status job_end(struct scope *s, const struct job *j)
{
	static const char sql[] =
		"UPDATE job SET state = $3, note = $4, done = $5, total = $6,"
		"       ended_at = $7, tries = $8"
		" WHERE org_id = $1 AND id = $2";

	TRY(db_change(s, sql, VALUES(of_int(s->org), of_int(j->id),
		of_int(j->state), of_said(j->note), of_int(j->done),
		of_int(j->total), of_id(j->ended_at), of_int(j->tries))));
	return tell(s, j->id);
}
