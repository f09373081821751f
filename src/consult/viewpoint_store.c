/* What they answered, and the viewpoints in it. */
#include "base/text.h"
#include "consult/consult.h"
#include "db/db.h"

enum status consult_reply_list(struct scope *s, i64 consultee,
                               struct consult_reply_list *out)
{
	static const char sql[] =
		"SELECT coalesce(r.question_id, 0), coalesce(q.no, 0),"
		"       r.text, r.at, r.version"
		"  FROM consult_reply r LEFT JOIN consult_question q"
		"    ON q.org_id = r.org_id AND q.id = r.question_id"
		" WHERE r.org_id = $1 AND r.consultee_id = $2"
		" ORDER BY coalesce(q.no, 1000)";

	struct query q = db_query(s, sql, VALUES(of_int(s->org),
	                                         of_int(consultee)));

	while (query_next(&q)) {
		struct consult_reply *r = PUSH(s->mem, out);

		r->question    = read_int(&q);
		r->question_no = read_int(&q);
		r->text        = read_text(&q);
		r->at          = read_int(&q);
		r->version     = read_int(&q);
	}
	return query_end(&q);
}

static enum status reply_find(struct scope *s, i64 consultee, i64 question,
                              i64 *id, const char **text)
{
	static const char sql[] =
		"SELECT id, text FROM consult_reply"
		" WHERE org_id = $1 AND consultee_id = $2"
		"   AND coalesce(question_id, 0) = $3";

	struct query q = db_query(s, sql, VALUES(
		of_int(s->org), of_int(consultee), of_int(question)));

	if (query_next(&q)) {
		*id   = read_int(&q);
		*text = read_text(&q);
	}
	return query_end(&q);
}

static enum status reply_insert(struct scope *s, i64 consultee, i64 question,
                                const char *text)
{
	static const char sql[] =
		"INSERT INTO consult_reply (org_id, consultee_id,"
		"                           question_id, text, at)"
		" VALUES ($1, $2, $3, $4, $5) RETURNING id";

	i64 id;

	TRY(db_insert(s, sql, VALUES(
		of_int(s->org), of_int(consultee), of_id(question),
		of_text(text), of_int(s->now)), &id));
	return event_note(s, "consult_reply", id, "note", NULL);
}

enum status consult_reply_set(struct scope *s, i64 consultee, i64 question,
                              const char *text)
{
	static const char sql[] =
		"UPDATE consult_reply SET text = $3, at = $4,"
		"       version = version + 1"
		" WHERE org_id = $1 AND id = $2";

	const char *was = "";
	i64 id = 0;

	TRY(reply_find(s, consultee, question, &id, &was));
	if (same(was, text))
		return OK;
	if (id == 0)
		return reply_insert(s, consultee, question, text);
	TRY(KEEP(s, "consult_reply", id, "change"));
	return db_change(s, sql, VALUES(of_int(s->org), of_int(id),
	                                of_said(text), of_int(s->now)));
}

/* -- viewpoints ---------------------------------------------------------- */

#define COLUMNS                                                         \
	"SELECT v.no, v.consultee_id, e.no, e.name,"                    \
	"       coalesce(v.question_id, 0), coalesce(q.no, 0), v.text," \
	"       v.treated, v.why, v.change, v.at, v.version"            \
	"  FROM viewpoint v JOIN consultee e"                           \
	"    ON e.org_id = v.org_id AND e.id = v.consultee_id"          \
	"  LEFT JOIN consult_question q"                                \
	"    ON q.org_id = v.org_id AND q.id = v.question_id"

static void read_one(struct query *q, struct viewpoint *v)
{
	v->no             = read_int(q);
	v->consultee      = read_int(q);
	v->consultee_no   = read_int(q);
	v->consultee_name = read_text(q);
	v->question       = read_int(q);
	v->question_no    = read_int(q);
	v->text           = read_text(q);
	v->treated        = (enum treatment)read_int(q);
	v->why            = read_text(q);
	v->change         = read_text(q);
	v->at             = read_int(q);
	v->version        = read_int(q);
}

enum status viewpoint_list(struct scope *s, i64 consultation, i64 consultee,
                           struct viewpoint_list *out)
{
	static const char sql[] =
		COLUMNS " WHERE v.org_id = $1 AND v.consultation_id = $2"
		"   AND ($3 = 0 OR v.consultee_id = $3)"
		"   AND v.removed_at IS NULL"
		" ORDER BY coalesce(q.no, 1000), v.no";

	struct query q = db_query(s, sql, VALUES(
		of_int(s->org), of_int(consultation), of_int(consultee)));

	while (query_next(&q))
		read_one(&q, PUSH(s->mem, out));
	return query_end(&q);
}

enum status viewpoint_get(struct scope *s, i64 consultation, i64 no,
                          struct viewpoint *out)
{
	static const char sql[] =
		COLUMNS " WHERE v.org_id = $1 AND v.consultation_id = $2"
		"   AND v.no = $3";

	struct query q = db_query(s, sql, VALUES(
		of_int(s->org), of_int(consultation), of_int(no)));

	if (query_next(&q))
		read_one(&q, out);
	return query_end_one(&q);
}

enum status viewpoint_note(struct scope *s, i64 consultation,
                           struct viewpoint *v)
{
	static const char next[] =
		"SELECT coalesce(max(no), 0) + 1 FROM viewpoint"
		" WHERE org_id = $1 AND consultation_id = $2";
	static const char sql[] =
		"INSERT INTO viewpoint (org_id, consultation_id, no,"
		"  consultee_id, question_id, text, treated, why, change, at)"
		" VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)"
		" RETURNING id";

	i64 id;

	TRY(db_number(s, next, VALUES(of_int(s->org), of_int(consultation)),
	              &v->no));
	TRY(db_insert(s, sql, VALUES(
		of_int(s->org), of_int(consultation), of_int(v->no),
		of_int(v->consultee), of_id(v->question), of_text(v->text),
		of_int(v->treated), of_said(v->why), of_said(v->change),
		of_int(s->now)), &id));
	return event_note(s, "viewpoint", id, "note", NULL);
}

static enum status viewpoint_id(struct scope *s, i64 consultation, i64 no,
                                i64 *id)
{
	static const char sql[] =
		"SELECT id FROM viewpoint"
		" WHERE org_id = $1 AND consultation_id = $2 AND no = $3";

	return db_number(s, sql, VALUES(
		of_int(s->org), of_int(consultation), of_int(no)), id);
}

enum status viewpoint_change(struct scope *s, i64 consultation,
                             const struct viewpoint *v)
{
	static const char sql[] =
		"UPDATE viewpoint SET question_id = $4, text = $5,"
		"       treated = $6, why = $7, change = $8, at = $9,"
		"       version = version + 1"
		" WHERE org_id = $1 AND id = $2 AND version = $3";

	enum status done;
	i64 id;

	TRY(viewpoint_id(s, consultation, v->no, &id));
	TRY(KEEP(s, "viewpoint", id, "change"));
	done = db_change(s, sql, VALUES(
		of_int(s->org), of_int(id), of_int(v->version),
		of_id(v->question), of_text(v->text), of_int(v->treated),
		of_said(v->why), of_said(v->change), of_int(s->now)));
	return done == NOT_FOUND ? STALE : done;
}

enum status viewpoint_remove(struct scope *s, i64 consultation, i64 no,
                             bool removed)
{
	static const char sql[] =
		"UPDATE viewpoint SET removed_at = $3, version = version + 1"
		" WHERE org_id = $1 AND id = $2";

	i64 id;

	TRY(viewpoint_id(s, consultation, no, &id));
	TRY(KEEP(s, "viewpoint", id, removed ? "remove" : "restore"));
	return db_change(s, sql, VALUES(of_int(s->org), of_int(id),
	                                of_id(removed ? s->now : 0)));
}
