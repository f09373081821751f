#include "assess/aside.h"
#include "base/text.h"
#include "db/db.h"

enum status aside_list(struct scope *s, i64 assessment,
                       struct aside_list *out)
{
	static const char sql[] =
		"SELECT a.priority_id, p.no, a.framework_id, f.code, a.reason"
		"  FROM set_aside a"
		"  JOIN priority p"
		"    ON p.org_id = a.org_id AND p.id = a.priority_id"
		"  JOIN framework f"
		"    ON f.org_id = a.org_id AND f.id = a.framework_id"
		"  JOIN used_framework u ON u.org_id = a.org_id"
		"   AND u.assessment_id = a.assessment_id"
		"   AND u.framework_id = a.framework_id"
		" WHERE a.org_id = $1 AND a.assessment_id = $2"
		" ORDER BY p.no, u.position";

	struct query q = db_query(s, sql, VALUES(of_int(s->org),
	                                         of_int(assessment)));

	while (query_next(&q)) {
		struct aside *a = PUSH(s->mem, out);

		a->priority       = read_int(&q);
		a->priority_no    = read_int(&q);
		a->framework      = read_int(&q);
		a->framework_code = read_text(&q);
		a->reason         = read_text(&q);
	}
	return query_end(&q);
}

static enum status drop(struct scope *s, i64 id)
{
	static const char sql[] =
		"DELETE FROM set_aside WHERE org_id = $1 AND id = $2";

	TRY(KEEP(s, "set_aside", id, "drop"));
	return db_change(s, sql, VALUES(of_int(s->org), of_int(id)));
}

static enum status reason(struct scope *s, i64 id, const char *why)
{
	static const char sql[] =
		"UPDATE set_aside SET reason = $3"
		" WHERE org_id = $1 AND id = $2";

	TRY(KEEP(s, "set_aside", id, "change"));
	return db_change(s, sql, VALUES(of_int(s->org), of_int(id),
	                                of_said(why)));
}

enum status aside_set(struct scope *s, i64 assessment, const struct aside *a,
                      bool on)
{
	static const char find[] =
		"SELECT id FROM set_aside"
		" WHERE org_id = $1 AND assessment_id = $2"
		"   AND priority_id = $3 AND framework_id = $4";
	static const char add[] =
		"INSERT INTO set_aside (org_id, assessment_id, priority_id,"
		"                       framework_id, reason)"
		" VALUES ($1, $2, $3, $4, $5)";

	enum status found;
	i64 id = 0;

	TRY(assess_open(s, assessment));
	found = db_number(s, find, VALUES(
		of_int(s->org), of_int(assessment), of_int(a->priority),
		of_int(a->framework)), &id);
	if (found == OK)
		return on ? reason(s, id, a->reason) : drop(s, id);
	if (found != NOT_FOUND || !on)
		return found == NOT_FOUND ? OK : found;
	TRY(event_note(s, "set_aside", a->priority, "note", a->reason));
	return db_change(s, add, VALUES(
		of_int(s->org), of_int(assessment), of_int(a->priority),
		of_int(a->framework), of_said(a->reason)));
}
