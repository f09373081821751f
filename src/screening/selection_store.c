/* The year's list. */
#include "base/text.h"
#include "db/db.h"
#include "kit/icu.h"
#include "screening/selection.h"

/*
 * Assured is what somebody has finished since the year began: an edition, the
 * only thing that says on which day. Otherwise the newest assessment is shown,
 * as under way.
 */
#define COLUMNS                                                         \
	"SELECT n.id, n.year, n.subject_id, j.key, j.title, j.kind,"      \
	"       n.state, n.motive, n.unit, n.lead, n.quarter,"            \
	"       n.decided_by, n.decided_on, n.version,"                   \
	"       (SELECT a.key FROM assessment a"                          \
	"         WHERE a.org_id = n.org_id"                              \
	"           AND a.subject_id = n.subject_id"                      \
	"         ORDER BY a.edition DESC, a.id DESC LIMIT 1),"           \
	"       CASE WHEN EXISTS (" FINISHED ") THEN 1 ELSE 0 END"        \
	"  FROM selection n"                                              \
	"  JOIN subject j ON j.org_id = n.org_id AND j.id = n.subject_id"
#define FINISHED                                                        \
	"SELECT 1 FROM assessment a"                                      \
	"  JOIN edition e ON e.org_id = a.org_id"                         \
	"   AND e.assessment_id = a.id"                                   \
	" WHERE a.org_id = n.org_id AND a.subject_id = n.subject_id"      \
	"   AND e.at >= $3"

static void read_selection(struct query *q, struct selection *n)
{
	n->id          = read_int(q);
	n->year        = read_int(q);
	n->subject     = read_int(q);
	n->subject_key = read_text(q);
	n->title       = read_text(q);
	n->kind        = (enum subject_kind)read_int(q);
	n->state       = (enum selection_state)read_int(q);
	n->motive      = read_text(q);
	n->unit        = read_text(q);
	n->lead        = read_text(q);
	n->quarter     = read_int(q);
	n->decided_by  = read_text(q);
	n->decided_on  = read_int(q);
	n->version     = read_int(q);
	n->assessment  = read_text(q);
	n->assured     = read_int(q) != 0;
}

static i64 since(i64 year)
{
	return instant_of(year_begins(year), 0);
}

enum status selection_list(struct scope *s, const struct selection_filter *f,
                           struct selection_list *out)
{
	static const char sql[] =
		COLUMNS " WHERE n.org_id = $1 AND n.year = $2 AND n.state = $4"
		"   AND (n.unit > $5 OR (n.unit = $5 AND n.id > $6))"
		"   AND ($7 = 0 OR NOT EXISTS (" FINISHED "))"
		" ORDER BY n.unit, n.id LIMIT $8";
	struct query q = db_query(s, sql, VALUES(
		of_int(s->org), of_int(f->year), of_int(since(f->year)),
		of_int(f->state), of_said(f->after_unit), of_int(f->after),
		of_int(f->left), of_int(f->most)));

	while (query_next(&q))
		read_selection(&q, PUSH(s->mem, out));
	return query_end(&q);
}

enum status selection_get(struct scope *s, i64 year, i64 subject,
                          struct selection *out)
{
	static const char sql[] =
		COLUMNS " WHERE n.org_id = $1 AND n.year = $2"
		"   AND n.subject_id = $4";
	struct query q = db_query(s, sql, VALUES(
		of_int(s->org), of_int(year), of_int(since(year)),
		of_int(subject)));

	*out = (struct selection){0};
	if (query_next(&q))
		read_selection(&q, out);
	return query_end_one(&q);
}

enum status selection_note(struct scope *s, struct selection *n)
{
	static const char sql[] =
		"INSERT INTO selection (org_id, year, subject_id, state,"
		"  motive, unit, lead, quarter, person, made_at)"
		" VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)"
		" RETURNING id";

	n->state = SELECTION_PROPOSED;
	TRY(db_insert(s, sql, VALUES(
		of_int(s->org), of_int(n->year), of_int(n->subject),
		of_int(n->state), of_said(n->motive), of_said(n->unit),
		of_said(n->lead), of_int(n->quarter), of_int(s->person),
		of_int(s->now)), &n->id));
	n->version = 1;
	return event_note(s, "selection", n->id, "note", NULL);
}

enum status selection_change(struct scope *s, const struct selection *n)
{
	static const char sql[] =
		"UPDATE selection SET motive = $4, unit = $5, lead = $6,"
		"       quarter = $7, version = version + 1"
		" WHERE org_id = $1 AND id = $2 AND version = $3";
	enum status done;

	TRY(KEEP(s, "selection", n->id, "change"));
	done = db_change(s, sql, VALUES(
		of_int(s->org), of_int(n->id), of_int(n->version),
		of_said(n->motive), of_said(n->unit), of_said(n->lead),
		of_int(n->quarter)));
	return done == NOT_FOUND ? STALE : done;
}

enum status selection_decide(struct scope *s, const struct selection *n)
{
	static const char sql[] =
		"UPDATE selection SET state = $4, decided_by = $5,"
		"       decided_on = $6, motive = $7, version = version + 1"
		" WHERE org_id = $1 AND id = $2 AND version = $3";
	enum status done;

	TRY(KEEP(s, "selection", n->id, "decide"));
	done = db_change(s, sql, VALUES(
		of_int(s->org), of_int(n->id), of_int(n->version),
		of_int(n->state), of_said(n->decided_by),
		of_id(n->decided_on), of_said(n->motive)));
	return done == NOT_FOUND ? STALE : done;
}

enum status coverage_list(struct scope *s, i64 year,
                          struct coverage_list *out)
{
	static const char sql[] =
		"SELECT n.unit, count(*),"
		"       count(*) FILTER (WHERE EXISTS (" FINISHED "))"
		"  FROM selection n"
		" WHERE n.org_id = $1 AND n.year = $2 AND n.state = $4"
		" GROUP BY n.unit ORDER BY n.unit";
	struct query q = db_query(s, sql, VALUES(
		of_int(s->org), of_int(year), of_int(since(year)),
		of_int(SELECTION_CHOSEN)));

	while (query_next(&q)) {
		struct coverage *c = PUSH(s->mem, out);

		c->unit    = read_text(&q);
		c->chosen  = read_int(&q);
		c->assured = read_int(&q);
	}
	return query_end(&q);
}
