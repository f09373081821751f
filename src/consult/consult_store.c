/* Consultations and their questions. */
#include "base/text.h"
#include "consult/consult.h"
#include "db/db.h"

#define COLUMNS                                                         \
	"SELECT c.id, c.no, c.matter_id, c.title, c.text, c.why,"       \
	"       c.decided_by, coalesce(c.decided_on, 0),"               \
	"       coalesce(c.due, 0), coalesce(c.sent_at, 0),"            \
	"       coalesce(c.closed_at, 0), c.version,"                   \
	"       (SELECT count(*) FROM consultee e"                      \
	"         WHERE e.org_id = $1 AND e.consultation_id = c.id"     \
	"           AND e.removed_at IS NULL),"                         \
	"       (SELECT count(*) FROM consultee e"                      \
	"         WHERE e.org_id = $1 AND e.consultation_id = c.id"     \
	"           AND e.removed_at IS NULL"                           \
	"           AND e.received_at IS NOT NULL),"                    \
	"       (SELECT count(*) FROM consultee e"                      \
	"         WHERE e.org_id = $1 AND e.consultation_id = c.id"     \
	"           AND e.removed_at IS NULL"                           \
	"           AND e.declined_at IS NOT NULL),"                    \
	"       (SELECT count(*) FROM viewpoint v"                      \
	"         WHERE v.org_id = $1 AND v.consultation_id = c.id"     \
	"           AND v.removed_at IS NULL),"                         \
	"       (SELECT count(*) FROM viewpoint v"                      \
	"         WHERE v.org_id = $1 AND v.consultation_id = c.id"     \
	"           AND v.removed_at IS NULL AND v.treated = 0)"        \
	"  FROM consultation c"

static void read_one(struct query *q, struct consultation *c)
{
	c->id         = read_int(q);
	c->no         = read_int(q);
	c->matter     = read_int(q);
	c->title      = read_text(q);
	c->text       = read_text(q);
	c->why        = read_text(q);
	c->decided_by = read_text(q);
	c->decided_on = read_int(q);
	c->due        = read_int(q);
	c->sent_at    = read_int(q);
	c->closed_at  = read_int(q);
	c->version    = read_int(q);
	c->asked      = read_int(q);
	c->answered   = read_int(q);
	c->declined   = read_int(q);
	c->viewpoints = read_int(q);
	c->untreated  = read_int(q);
}

enum status consultation_list(struct scope *s, i64 matter,
                              struct consultation_list *out)
{
	static const char sql[] =
		COLUMNS " WHERE c.org_id = $1 AND c.matter_id = $2"
		" ORDER BY c.no";

	struct query q = db_query(s, sql, VALUES(of_int(s->org),
	                                         of_int(matter)));

	while (query_next(&q))
		read_one(&q, PUSH(s->mem, out));
	return query_end(&q);
}

enum status consultation_get(struct scope *s, i64 matter, i64 no,
                             struct consultation *out)
{
	static const char sql[] =
		COLUMNS " WHERE c.org_id = $1 AND c.matter_id = $2"
		"   AND c.no = $3";

	struct query q = db_query(s, sql, VALUES(
		of_int(s->org), of_int(matter), of_int(no)));

	if (query_next(&q))
		read_one(&q, out);
	return query_end_one(&q);
}

enum status consultation_by_id(struct scope *s, i64 id,
                               struct consultation *out)
{
	static const char sql[] =
		COLUMNS " WHERE c.org_id = $1 AND c.id = $2";

	struct query q = db_query(s, sql, VALUES(of_int(s->org), of_int(id)));

	if (query_next(&q))
		read_one(&q, out);
	return query_end_one(&q);
}

enum status consultation_note(struct scope *s, i64 matter,
                              struct consultation *c)
{
	static const char next[] =
		"SELECT coalesce(max(no), 0) + 1 FROM consultation"
		" WHERE org_id = $1 AND matter_id = $2";
	static const char sql[] =
		"INSERT INTO consultation (org_id, matter_id, no, title,"
		"  text, why, decided_by, decided_on, due)"
		" VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) RETURNING id";

	TRY(db_number(s, next, VALUES(of_int(s->org), of_int(matter)),
	              &c->no));
	TRY(db_insert(s, sql, VALUES(
		of_int(s->org), of_int(matter), of_int(c->no),
		of_text(c->title), of_said(c->text), of_said(c->why),
		of_said(c->decided_by), of_id(c->decided_on), of_id(c->due)),
		&c->id));
	return event_note(s, "consultation", c->id, "note", NULL);
}

enum status consultation_change(struct scope *s, const struct consultation *c)
{
	static const char sql[] =
		"UPDATE consultation SET title = $4, text = $5, why = $6,"
		"       decided_by = $7, decided_on = $8, due = $9,"
		"       version = version + 1"
		" WHERE org_id = $1 AND id = $2 AND version = $3";

	enum status done;

	TRY(KEEP(s, "consultation", c->id, "change"));
	done = db_change(s, sql, VALUES(
		of_int(s->org), of_int(c->id), of_int(c->version),
		of_text(c->title), of_said(c->text), of_said(c->why),
		of_said(c->decided_by), of_id(c->decided_on),
		of_id(c->due)));
	return done == NOT_FOUND ? STALE : done;
}

enum status consultation_send(struct scope *s, const struct consultation *c)
{
	static const char sql[] =
		"UPDATE consultation SET sent_at = $4, sent_by = $5,"
		"       version = version + 1"
		" WHERE org_id = $1 AND id = $2 AND version = $3"
		"   AND sent_at IS NULL";

	struct matter m = {0};
	enum status done;

	TRY(KEEP(s, "consultation", c->id, "send"));
	done = db_change(s, sql, VALUES(
		of_int(s->org), of_int(c->id), of_int(c->version),
		of_int(s->now), of_int(s->person)));
	if (done != OK)
		return done == NOT_FOUND ? STALE : done;
	TRY(matter_get(s, c->matter, &m));
	return !matter_may_become(m.state, MATTER_OUT) ? OK :
	       matter_become(s, c->matter, MATTER_OUT);
}

enum status consultation_close(struct scope *s, i64 id, bool closed)
{
	static const char sql[] =
		"UPDATE consultation SET closed_at = $3, version = version + 1"
		" WHERE org_id = $1 AND id = $2 AND sent_at IS NOT NULL";

	TRY(KEEP(s, "consultation", id, closed ? "close" : "reopen"));
	return db_change(s, sql, VALUES(of_int(s->org), of_int(id),
	                                of_id(closed ? s->now : 0)));
}

/* -- questions ----------------------------------------------------------- */

enum status consult_question_list(struct scope *s, i64 consultation,
                                  struct consult_question_list *out)
{
	static const char sql[] =
		"SELECT id, no, part, text, version FROM consult_question"
		" WHERE org_id = $1 AND consultation_id = $2"
		"   AND removed_at IS NULL ORDER BY no";

	struct query q = db_query(s, sql, VALUES(of_int(s->org),
	                                         of_int(consultation)));

	while (query_next(&q)) {
		struct consult_question *one = PUSH(s->mem, out);

		one->id      = read_int(&q);
		one->no      = read_int(&q);
		one->part    = read_text(&q);
		one->text    = read_text(&q);
		one->version = read_int(&q);
	}
	return query_end(&q);
}

enum status consult_question_note(struct scope *s, i64 consultation,
                                  struct consult_question *one)
{
	static const char next[] =
		"SELECT coalesce(max(no), 0) + 1 FROM consult_question"
		" WHERE org_id = $1 AND consultation_id = $2";
	static const char sql[] =
		"INSERT INTO consult_question (org_id, consultation_id, no,"
		"                              part, text)"
		" VALUES ($1, $2, $3, $4, $5) RETURNING id";

	TRY(db_number(s, next, VALUES(of_int(s->org), of_int(consultation)),
	              &one->no));
	TRY(db_insert(s, sql, VALUES(
		of_int(s->org), of_int(consultation), of_int(one->no),
		of_said(one->part), of_text(one->text)), &one->id));
	return event_note(s, "consult_question", one->id, "note", NULL);
}

static enum status question_id(struct scope *s, i64 consultation, i64 no,
                               i64 *id)
{
	static const char sql[] =
		"SELECT id FROM consult_question"
		" WHERE org_id = $1 AND consultation_id = $2 AND no = $3";

	return db_number(s, sql, VALUES(
		of_int(s->org), of_int(consultation), of_int(no)), id);
}

enum status consult_question_remove(struct scope *s, i64 consultation, i64 no,
                                    bool removed)
{
	static const char sql[] =
		"UPDATE consult_question SET removed_at = $3,"
		"       version = version + 1"
		" WHERE org_id = $1 AND id = $2";

	i64 id;

	TRY(question_id(s, consultation, no, &id));
	TRY(KEEP(s, "consult_question", id, removed ? "remove" : "restore"));
	return db_change(s, sql, VALUES(of_int(s->org), of_int(id),
	                                of_id(removed ? s->now : 0)));
}
