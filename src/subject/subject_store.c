#include "db/db.h"
#include "kit/icu.h"
#include "subject/subject.h"

/* -- what is assured ----------------------------------------------------- */

enum status registry_set(struct scope *s, i64 subject,
                         const struct registry_list *all)
{
	static const char clear[] =
		"DELETE FROM registry_no WHERE org_id = $1 AND subject_id = $2";
	static const char add[] =
		"INSERT INTO registry_no (org_id, subject_id, no, number, note)"
		" VALUES ($1, $2, $3, $4, $5)"
		" ON CONFLICT (org_id, subject_id, number) DO NOTHING";

	TRY(KEEP(s, "subject", subject, "register"));
	TRY(db_change_all(s, clear, VALUES(of_int(s->org), of_int(subject))));
	for (size_t i = 0; i < all->n; i++)
		TRY(db_change_all(s, add, VALUES(
			of_int(s->org), of_int(subject), of_int((i64)i + 1),
			of_text(all->v[i].number),
			of_said(all->v[i].note))));
	return OK;
}

static enum status registry_list(struct scope *s, i64 subject,
                                 struct registry_list *out)
{
	static const char sql[] =
		"SELECT number, note FROM registry_no"
		" WHERE org_id = $1 AND subject_id = $2 ORDER BY no";

	struct query q = db_query(s, sql, VALUES(of_int(s->org),
	                                         of_int(subject)));

	while (query_next(&q)) {
		struct registry_no *no = PUSH(s->mem, out);

		no->number = read_text(&q);
		no->note   = read_text(&q);
	}
	return query_end(&q);
}

enum status subject_note(struct scope *s, struct subject *t, i64 *id)
{
	static const char sql[] =
		"INSERT INTO subject (org_id, key, kind, title, sort_key,"
		"                     description, phase, decided_by,"
		"                     decided_on, unit, place, made_at,"
		"                     belongs_to)"
		" VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12,"
		"         $13)"
		" RETURNING id";

	if (t->key == NULL)
		t->key = key_new(s->mem);
	TRY(db_insert(s, sql, VALUES(
		of_int(s->org), of_text(t->key), of_int(t->kind),
		of_text(t->title), of_text(text_sort_key(s->mem, t->title)),
		of_said(t->description), of_int(t->phase),
		of_said(t->decided_by), of_id(t->decided_on),
		of_said(t->unit), of_said(t->place),
		of_int(s->now), of_said(t->belongs_to)), &t->id));
	t->version = 1;
	*id = t->id;
	TRY(event_note(s, "subject", t->id, "note", NULL));
	return t->registry.n == 0 ? OK : registry_set(s, t->id, &t->registry);
}

enum status subject_get(struct scope *s, i64 id, struct subject *t)
{
	static const char sql[] =
		"SELECT id, key, kind, title, description, phase, decided_by,"
		"       decided_on, unit, place, belongs_to, version"
		"  FROM subject WHERE org_id = $1 AND id = $2";

	struct query q = db_query(s, sql, VALUES(of_int(s->org), of_int(id)));

	*t = (struct subject){0};
	if (query_next(&q)) {
		t->id          = read_int(&q);
		t->key         = read_text(&q);
		t->kind        = (enum subject_kind)read_int(&q);
		t->title       = read_text(&q);
		t->description = read_text(&q);
		t->phase       = (enum subject_phase)read_int(&q);
		t->decided_by  = read_text(&q);
		t->decided_on  = read_int(&q);
		t->unit        = read_text(&q);
		t->place       = read_text(&q);
		t->belongs_to  = read_text(&q);
		t->version     = read_int(&q);
	}
	TRY(query_end_one(&q));
	TRY(registry_list(s, id, &t->registry));
	return attachment_list(s, id, &t->attachments);
}

enum status subject_by_key(struct scope *s, const char *key, i64 *id)
{
	static const char sql[] =
		"SELECT id FROM subject WHERE org_id = $1 AND key = $2";

	return db_number(s, sql, VALUES(of_int(s->org), of_text(key)), id);
}

enum status subject_change(struct scope *s, const struct subject *t)
{
	static const char sql[] =
		"UPDATE subject SET kind = $4, title = $5, sort_key = $6,"
		"       description = $7, phase = $8, decided_by = $9,"
		"       decided_on = $10, unit = $11, place = $12,"
		"       belongs_to = $13,"
		"       phase_at = CASE WHEN phase <> $8 THEN $14"
		"                       ELSE phase_at END,"
		"       version = version + 1"
		" WHERE org_id = $1 AND id = $2 AND version = $3";
	enum status done;

	TRY(KEEP(s, "subject", t->id, "change"));
	done = db_change(s, sql, VALUES(
		of_int(s->org), of_int(t->id), of_int(t->version),
		of_int(t->kind), of_text(t->title),
		of_text(text_sort_key(s->mem, t->title)),
		of_said(t->description), of_int(t->phase),
		of_said(t->decided_by), of_id(t->decided_on),
		of_said(t->unit), of_said(t->place),
		of_said(t->belongs_to), of_int(s->now)));
	return done == NOT_FOUND ? STALE : done;
}
