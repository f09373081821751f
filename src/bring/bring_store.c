#include "assess/assess.h"
#include "bring/brought.h"
#include "db/db.h"

#define DAY_MS (24 * 60 * 60 * 1000LL)

enum status brought_note(struct scope *s, i64 assessment, struct brought *b)
{
	static const char sql[] =
		"INSERT INTO brought (org_id, assessment_id, key, name,"
		"                     content, at, person)"
		" VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id";

	TRY(assess_open(s, assessment));
	b->key = key_new(s->mem);
	TRY(db_insert(s, sql, VALUES(of_int(s->org), of_int(assessment),
		of_text(b->key), of_said(b->name), of_text(b->content),
		of_int(s->now), of_int(s->person)), &b->id));
	return event_note(s, "brought", b->id, "note", NULL);
}

enum status brought_get(struct scope *s, i64 assessment, const char *key,
                        struct brought *b)
{
	static const char sql[] =
		"SELECT id, key, name, content, at, coalesce(saved_at, 0),"
		"       saved FROM brought"
		" WHERE org_id = $1 AND assessment_id = $2 AND key = $3";

	struct query q = db_query(s, sql, VALUES(of_int(s->org),
		of_int(assessment), of_text(key)));

	if (query_next(&q)) {
		b->id       = read_int(&q);
		b->key      = read_text(&q);
		b->name     = read_text(&q);
		b->content  = read_text(&q);
		b->at       = read_int(&q);
		b->saved_at = read_int(&q);
		b->saved    = read_int(&q);
	}
	return query_end_one(&q);
}

enum status brought_waiting(struct scope *s, i64 assessment,
                            struct brought_list *out)
{
	static const char sql[] =
		"SELECT id, key, name, at FROM brought"
		" WHERE org_id = $1 AND assessment_id = $2"
		"   AND saved_at IS NULL AND at >= $3"
		" ORDER BY id DESC LIMIT 20";

	struct query q = db_query(s, sql, VALUES(of_int(s->org),
		of_int(assessment), of_int(s->now - BROUGHT_DAYS * DAY_MS)));

	while (query_next(&q)) {
		struct brought *b = PUSH(s->mem, out);

		b->id      = read_int(&q);
		b->key     = read_text(&q);
		b->name    = read_text(&q);
		b->at      = read_int(&q);
		b->content = "";
	}
	return query_end(&q);
}

enum status brought_done(struct scope *s, i64 assessment, i64 id, i64 saved)
{
	static const char sql[] =
		"UPDATE brought SET saved_at = $4, saved = $5, content = ''"
		" WHERE org_id = $1 AND assessment_id = $2 AND id = $3"
		"   AND saved_at IS NULL";
	enum status done;

	TRY(assess_open(s, assessment));
	done = db_change(s, sql, VALUES(of_int(s->org), of_int(assessment),
		of_int(id), of_int(s->now), of_int(saved)));
	if (done == NOT_FOUND)
		return TAKEN;
	TRY(done);
	return event_note(s, "brought", id, saved > 0 ? "save" : "drop",
	                  NULL);
}

enum status brought_tidy(struct scope *s)
{
	static const char sql[] =
		"UPDATE brought SET saved_at = $1, content = ''"
		" WHERE saved_at IS NULL AND at < $2";

	return db_change_all(s, sql, VALUES(of_int(s->now),
		of_int(s->now - BROUGHT_DAYS * DAY_MS)));
}
