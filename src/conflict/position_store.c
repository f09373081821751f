#include "assess/assess.h"
#include "conflict/conflict.h"
#include "db/db.h"

/* -- reading ------------------------------------------------------------- */

static void read_position(struct query *q, struct position *p)
{
	p->id = read_int(q);
	p->no = read_int(q);
	p->priority = read_int(q);
	p->priority_no = read_int(q);
	p->finding = read_int(q);
	p->finding_no = read_int(q);
	p->text = read_text(q);
	p->decider = read_text(q);
	p->due = read_int(q);
	p->at = read_int(q);
	p->made = read_int(q) != 0;
	p->version = read_int(q);
}

/* One by number, or with number 0 all of the assessment. */
static enum status read_all(struct scope *s, i64 assessment, i64 no,
                            struct position_list *out)
{
	static const char sql[] =
		"SELECT p.id, p.no, p.priority_id, y.no, f.id, f.no, p.text,"
		"       p.decider, p.due, p.at, p.made, p.version"
		"  FROM position p"
		"  LEFT JOIN priority y ON y.org_id = p.org_id"
		"   AND y.id = p.priority_id"
		"  LEFT JOIN finding f ON f.org_id = p.org_id"
		"   AND f.id = p.finding_id AND f.removed_at IS NULL"
		" WHERE p.org_id = $1 AND p.assessment_id = $2"
		"   AND ($3 = 0 OR p.no = $3) AND p.removed_at IS NULL"
		" ORDER BY p.no";

	struct query q = db_query(s, sql, VALUES(
		of_int(s->org), of_int(assessment), of_int(no)));

	while (query_next(&q))
		read_position(&q, PUSH(s->mem, out));
	return query_end(&q);
}

enum status position_list(struct scope *s, i64 assessment,
                          struct position_list *out)
{
	*out = (struct position_list){0};
	return read_all(s, assessment, 0, out);
}

enum status position_get(struct scope *s, i64 assessment, i64 no,
                         struct position *out)
{
	struct position_list one = {0};

	if (no <= 0)
		return NOT_FOUND;
	TRY(read_all(s, assessment, no, &one));
	if (one.n == 0)
		return NOT_FOUND;
	*out = one.v[0];
	return OK;
}

/* -- writing ------------------------------------------------------------- */

enum status position_note(struct scope *s, i64 assessment,
                          struct position *p, i64 *id)
{
	static const char sql[] =
		"INSERT INTO position (org_id, assessment_id, no,"
		"  priority_id, finding_id, text, decider, due, made, at,"
		"  person)"
		" VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)"
		" RETURNING id";

	TRY(assess_open(s, assessment));
	TRY(counter_take(s, assessment, "position", &p->no));
	TRY(db_insert(s, sql, VALUES(of_int(s->org), of_int(assessment),
		of_int(p->no), of_id(p->priority), of_id(p->finding),
		of_said(p->text), of_said(p->decider), of_id(p->due),
		of_int(p->made), of_int(p->at == 0 ? s->now : p->at),
		of_int(s->person)), id));
	TRY(event_note(s, "position", *id, "note", NULL));
	return assess_touch(s, assessment);
}

static enum status change_row(struct scope *s, i64 id,
                              const struct position *p)
{
	static const char sql[] =
		"UPDATE position SET text = $4, decider = $5, due = $6,"
		"       made = $7, version = version + 1"
		" WHERE org_id = $1 AND id = $2 AND version = $3";

	enum status done = db_change(s, sql, VALUES(of_int(s->org),
		of_int(id), of_int(p->version), of_said(p->text),
		of_said(p->decider), of_id(p->due), of_int(p->made)));

	return done == NOT_FOUND ? STALE : done;
}

enum status position_change(struct scope *s, i64 assessment,
                            const struct position *p)
{
	struct position now;

	TRY(assess_open(s, assessment));
	TRY(position_get(s, assessment, p->no, &now));
	TRY(KEEP(s, "position", now.id, "change"));
	TRY(change_row(s, now.id, p));
	return assess_touch(s, assessment);
}

enum status position_remove(struct scope *s, i64 assessment, i64 no,
                            bool removed)
{
	return numbered_remove(s, REMOVAL("position"), assessment, no, removed);
}
