/* What groups answered: one form for each link, and the case officer's. */
#include "base/text.h"
#include "brief/five.h"
#include "db/db.h"

static void read_form(struct query *q, struct five_form *f)
{
	f->id      = read_int(q);
	f->pass    = read_int(q);
	f->answers = read_text(q);
	f->at      = read_int(q);
	f->version = read_int(q);
}

enum status five_form_get(struct scope *s, i64 assessment, i64 pass,
                          struct five_form *out)
{
	static const char sql[] =
		"SELECT id, coalesce(pass_id, 0), answers, at, version"
		"  FROM five_form WHERE org_id = $1 AND assessment_id = $2"
		"   AND coalesce(pass_id, 0) = $3";

	struct query q = db_query(s, sql, VALUES(
		of_int(s->org), of_int(assessment), of_int(pass)));

	if (query_next(&q))
		read_form(&q, out);
	return query_end_one(&q);
}

enum status five_form_list(struct scope *s, i64 assessment,
                           struct five_form_list *out)
{
	static const char sql[] =
		"SELECT id, coalesce(pass_id, 0), answers, at, version"
		"  FROM five_form WHERE org_id = $1 AND assessment_id = $2"
		" ORDER BY id";

	struct query q = db_query(s, sql, VALUES(of_int(s->org),
	                                         of_int(assessment)));

	while (query_next(&q))
		read_form(&q, PUSH(s->mem, out));
	return query_end(&q);
}

static enum status note(struct scope *s, i64 assessment,
                        const struct five_form *f)
{
	static const char sql[] =
		"INSERT INTO five_form (org_id, assessment_id, pass_id,"
		"  answers, at)"
		" VALUES ($1, $2, $3, $4, $5) RETURNING id";
	i64 id;

	TRY(db_insert(s, sql, VALUES(of_int(s->org), of_int(assessment),
		of_id(f->pass), of_text(f->answers), of_int(s->now)), &id));
	return event_note(s, "five_form", id, "note", NULL);
}

enum status five_form_save(struct scope *s, i64 assessment,
                           const struct five_form *f)
{
	static const char sql[] =
		"UPDATE five_form SET answers = $3, at = $4,"
		"       version = version + 1"
		" WHERE org_id = $1 AND id = $2";
	struct five_form now = {0};
	enum status found = five_form_get(s, assessment, f->pass, &now);

	if (found == NOT_FOUND && f->version == 0)
		return note(s, assessment, f);
	if (found == NOT_FOUND)
		return STALE;
	TRY(found);
	if (same(now.answers, f->answers))
		return OK;              /* sent twice */
	if (now.version != f->version)
		return STALE;
	TRY(KEEP(s, "five_form", now.id, "change"));
	return db_change(s, sql, VALUES(of_int(s->org), of_int(now.id),
	                                of_text(f->answers), of_int(s->now)));
}
