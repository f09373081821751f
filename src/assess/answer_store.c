/* Answers that are one value and one note each. */
#include "assess/assess.h"
#include "db/db.h"

#define ANSWER                                                          \
	"SELECT n.priority, p.no, n.means, n.value, n.note, n.asked,"   \
	"       n.label, n.at, n.version"                               \
	"  FROM answer n LEFT JOIN priority p"                          \
	"    ON p.org_id = n.org_id AND p.id = n.priority"

static void read_answer(struct query *q, struct answer *a)
{
	a->priority    = read_int(q);
	a->priority_no = read_int(q);
	a->means       = read_text(q);
	a->value       = read_text(q);
	a->note        = read_text(q);
	a->asked       = read_text(q);
	a->label       = read_text(q);
	a->at          = read_int(q);
	a->version     = read_int(q);
}

enum status answer_list(struct scope *s, i64 assessment,
                        struct answer_list *out)
{
	static const char sql[] =
		ANSWER " WHERE n.org_id = $1 AND n.assessment_id = $2"
		" ORDER BY n.priority, n.means";

	struct query q = db_query(s, sql, VALUES(of_int(s->org),
	                                         of_int(assessment)));

	while (query_next(&q))
		read_answer(&q, PUSH(s->mem, out));
	return query_end(&q);
}

enum status answer_get(struct scope *s, i64 assessment, i64 priority,
                       const char *means, struct answer *out)
{
	static const char sql[] =
		ANSWER " WHERE n.org_id = $1 AND n.assessment_id = $2"
		"   AND n.priority = $3 AND n.means = $4";

	struct query q = db_query(s, sql, VALUES(
		of_int(s->org), of_int(assessment), of_int(priority),
		of_text(means)));

	if (query_next(&q))
		read_answer(&q, out);
	return query_end_one(&q);
}

static enum status answer_first(struct scope *s, i64 assessment, i64 priority,
                                const char *means, const char *value,
                                const char *note)
{
	static const char sql[] =
		"INSERT INTO answer (org_id, assessment_id, priority, means,"
		"                    value, note, at, person)"
		" VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING id";

	i64 id = 0;
	enum status done = db_insert(s, sql, VALUES(
		of_int(s->org), of_int(assessment), of_int(priority),
		of_text(means), of_text(value), of_text(note), of_int(s->now),
		of_int(s->person)), &id);

	/* Somebody answered first, since the form was drawn. */
	if (done == TAKEN)
		return STALE;
	TRY(done);
	return event_note(s, "answer", id, "note", NULL);
}

enum status answer_set(struct scope *s, i64 assessment, i64 priority,
                       const char *means, const char *value,
                       const char *note, i64 version)
{
	static const char find[] =
		"SELECT id FROM answer WHERE org_id = $1"
		"   AND assessment_id = $2 AND priority = $3 AND means = $4";
	static const char sql[] =
		"UPDATE answer SET value = $3, note = $4, at = $5,"
		"       person = $6, version = version + 1"
		" WHERE org_id = $1 AND id = $2 AND version = $7";

	enum status done;
	i64 id = 0;

	TRY(assess_open(s, assessment));
	if (version == 0) {
		TRY(answer_first(s, assessment, priority, means, value,
		                 note));
		return assess_touch(s, assessment);
	}
	TRY(db_number(s, find, VALUES(
		of_int(s->org), of_int(assessment), of_int(priority),
		of_text(means)), &id));
	TRY(KEEP(s, "answer", id, "change"));
	done = db_change(s, sql, VALUES(
		of_int(s->org), of_int(id), of_text(value), of_text(note),
		of_int(s->now), of_int(s->person), of_int(version)));
	if (done == NOT_FOUND)
		return STALE;
	TRY(done);
	return assess_touch(s, assessment);
}
