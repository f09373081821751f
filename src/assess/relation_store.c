#include "assess/assess.h"
#include "assess/gate.h"
#include "db/db.h"

#define RELATION                                                        \
	"SELECT r.id, r.no, r.priority, p.no, r.other_key, r.name,"     \
	"       r.how, r.text, r.at, coalesce(r.removed_at, 0),"        \
	"       r.version"                                              \
	"  FROM relation r LEFT JOIN priority p"                        \
	"    ON p.org_id = r.org_id AND p.id = r.priority"

static void read_relation(struct query *q, struct relation *x)
{
	x->id          = read_int(q);
	x->no          = read_int(q);
	x->priority    = read_int(q);
	x->priority_no = read_int(q);
	x->other_key   = read_text(q);
	x->name        = read_text(q);
	x->how         = (enum relation_how)read_int(q);
	x->text        = read_text(q);
	x->at          = read_int(q);
	x->removed     = read_int(q) != 0;
	x->version     = read_int(q);
}

enum status relation_list(struct scope *s, i64 assessment,
                          struct relation_list *out)
{
	static const char sql[] =
		RELATION " WHERE r.org_id = $1 AND r.assessment_id = $2"
		"   AND r.removed_at IS NULL ORDER BY r.no";

	struct query q = db_query(s, sql, VALUES(of_int(s->org),
	                                         of_int(assessment)));

	while (query_next(&q))
		read_relation(&q, PUSH(s->mem, out));
	return query_end(&q);
}

enum status relation_get(struct scope *s, i64 assessment, i64 no,
                         struct relation *out)
{
	static const char sql[] =
		RELATION " WHERE r.org_id = $1 AND r.assessment_id = $2"
		"   AND r.no = $3";

	struct query q = db_query(s, sql, VALUES(
		of_int(s->org), of_int(assessment), of_int(no)));

	if (query_next(&q))
		read_relation(&q, out);
	return query_end_one(&q);
}

enum status relation_note(struct scope *s, i64 assessment,
                          struct relation *x)
{
	static const char sql[] =
		"INSERT INTO relation (org_id, assessment_id, no, priority,"
		"  other_key, name, how, text, at, person)"
		" VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)"
		" RETURNING id";

	TRY(assess_open(s, assessment));
	TRY(counter_take(s, assessment, "relation", &x->no));
	if (x->at == 0)
		x->at = s->now;
	TRY(db_insert(s, sql, VALUES(
		of_int(s->org), of_int(assessment), of_int(x->no),
		of_int(x->priority), of_said(x->other_key), of_text(x->name),
		of_int(x->how), of_said(x->text), of_int(x->at),
		of_int(s->person)), &x->id));
	TRY(event_note(s, "relation", x->id, "note", NULL));
	return assess_touch(s, assessment);
}

enum status relation_change(struct scope *s, i64 assessment,
                            const struct relation *x)
{
	static const char sql[] =
		"UPDATE relation SET other_key = $4, name = $5, how = $6,"
		"       text = $7, version = version + 1"
		" WHERE org_id = $1 AND id = $2 AND version = $3"
		"   AND removed_at IS NULL";
	enum status done;

	TRY(assess_open(s, assessment));
	TRY(KEEP(s, "relation", x->id, "change"));
	done = db_change(s, sql, VALUES(
		of_int(s->org), of_int(x->id), of_int(x->version),
		of_said(x->other_key), of_text(x->name), of_int(x->how),
		of_said(x->text)));
	if (done != OK)
		return done == NOT_FOUND ? STALE : done;
	return assess_touch(s, assessment);
}

enum status relation_remove(struct scope *s, i64 assessment, i64 no,
                            bool removed)
{
	return numbered_remove(s, REMOVAL("relation"), assessment, no,
	                       removed);
}

enum status related_list(struct scope *s, const char *key,
                         struct related_list *out)
{
	static const char sql[] =
		"SELECT a.key, t.title, r.how, r.text FROM relation r"
		"  JOIN assessment a ON a.org_id = r.org_id"
		"   AND a.id = r.assessment_id"
		"  JOIN subject t ON t.org_id = a.org_id"
		"   AND t.id = a.subject_id"
		" WHERE r.org_id = $1 AND r.other_key = $2"
		"   AND r.removed_at IS NULL"
		"   AND EXISTS (SELECT 1 FROM membership m"
		"     WHERE m.org_id = $1 AND m.person_id = $3)"
		" ORDER BY r.id DESC LIMIT 50";

	struct query q = db_query(s, sql, VALUES(of_int(s->org),
	                                         of_text(key),
	                                         of_int(s->person)));

	while (query_next(&q)) {
		struct related *x = PUSH(s->mem, out);

		x->key   = read_text(&q);
		x->title = read_text(&q);
		x->how   = (enum relation_how)read_int(&q);
		x->text  = read_text(&q);
	}
	return query_end(&q);
}

enum status relation_other(struct scope *s, const char *key, i64 *id)
{
	static const char sql[] =
		"SELECT a.id FROM assessment a"
		" WHERE a.org_id = $1 AND a.key = $2"
		"   AND EXISTS (SELECT 1 FROM membership m"
		"     WHERE m.org_id = $1 AND m.person_id = $3)";

	return db_number(s, sql, VALUES(of_int(s->org), of_text(key),
	                                of_int(s->person)), id);
}
