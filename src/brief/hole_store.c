/* What officers have said of what is missing. Living: no assess_open(). */
#include "brief/brief.h"
#include "db/db.h"

static enum status said_list(struct scope *s, i64 assessment,
                             struct hole_list *out)
{
	static const char sql[] =
		"SELECT kind, no, answer, reason, version FROM hole_reason"
		" WHERE org_id = $1 AND assessment_id = $2"
		" ORDER BY kind, no";

	struct query q = db_query(s, sql, VALUES(of_int(s->org),
	                                         of_int(assessment)));

	while (query_next(&q)) {
		struct hole *h = PUSH(s->mem, out);

		h->kind = (enum hole_kind)read_int(&q);
		h->no = read_int(&q);
		h->answer = (enum hole_answer)read_int(&q);
		h->reason = read_text(&q);
		h->version = read_int(&q);
	}
	return query_end(&q);
}

enum status holes_read(struct scope *s, i64 assessment,
                       const struct document *d, enum language language,
                       struct hole_list *out)
{
	struct hole_list said = {0};
	struct document now = *d;

	TRY(said_list(s, assessment, &said));
	TRY(duty_list(s, assessment, &now.duties));
	holes_find(s->mem, &now, &said, language, out);
	return OK;
}

/* -- writing ------------------------------------------------------------- */

static enum status find_row(struct scope *s, i64 assessment,
                            const struct hole *h, i64 *id)
{
	static const char sql[] =
		"SELECT id FROM hole_reason WHERE org_id = $1"
		"   AND assessment_id = $2 AND kind = $3 AND no = $4";

	return db_number(s, sql, VALUES(of_int(s->org), of_int(assessment),
		of_int(h->kind), of_int(h->no)), id);
}

static enum status add_row(struct scope *s, i64 assessment,
                           const struct hole *h)
{
	static const char sql[] =
		"INSERT INTO hole_reason (org_id, assessment_id, kind, no,"
		"  answer, reason, person, at)"
		" VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING id";

	i64 id;

	TRY(db_insert(s, sql, VALUES(of_int(s->org), of_int(assessment),
		of_int(h->kind), of_int(h->no), of_int(h->answer),
		of_said(h->reason), of_int(s->person), of_int(s->now)),
		&id));
	return event_note(s, "hole_reason", id, "note", NULL);
}

static enum status change_row(struct scope *s, i64 id, const struct hole *h)
{
	static const char sql[] =
		"UPDATE hole_reason SET answer = $4, reason = $5,"
		"       person = $6, at = $7, version = version + 1"
		" WHERE org_id = $1 AND id = $2 AND version = $3";

	enum status done;

	TRY(KEEP(s, "hole_reason", id, "change"));
	done = db_change(s, sql, VALUES(of_int(s->org), of_int(id),
		of_int(h->version), of_int(h->answer), of_said(h->reason),
		of_int(s->person), of_int(s->now)));
	return done == NOT_FOUND ? STALE : done;
}

enum status hole_keep(struct scope *s, i64 assessment, const struct hole *h)
{
	i64 id;
	enum status found = find_row(s, assessment, h, &id);

	if (found == OK)
		return h->version == 0 ? STALE : change_row(s, id, h);
	if (found != NOT_FOUND)
		return found;
	return h->version != 0 ? STALE : add_row(s, assessment, h);
}
