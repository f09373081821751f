/* Papers of what is assured: a row that says what, and the bytes in chunks. */
#include <string.h>

#include "db/db.h"
#include "kit/secret.h"
#include "subject/subject.h"

static void read_attachment(struct query *q, struct attachment *a)
{
	a->id     = read_int(q);
	a->key    = read_text(q);
	a->name   = read_text(q);
	a->type   = read_text(q);
	a->sha256 = read_text(q);
	a->size   = read_int(q);
	a->at     = read_int(q);
}

enum status attachment_list(struct scope *s, i64 subject,
                            struct attachment_list *out)
{
	static const char sql[] =
		"SELECT id, key, name, type, sha256, size, at FROM attachment"
		" WHERE org_id = $1 AND subject_id = $2 AND removed_at IS NULL"
		" ORDER BY at, id";

	struct query q = db_query(s, sql, VALUES(
		of_int(s->org), of_int(subject)));

	while (query_next(&q))
		read_attachment(&q, PUSH(s->mem, out));
	return query_end(&q);
}

static enum status keep_chunks(struct scope *s, i64 attachment,
                               struct bytes all)
{
	static const char sql[] =
		"INSERT INTO chunk (org_id, attachment_id, no, bytes)"
		" VALUES ($1, $2, $3, $4)";
	i64 no = 0;

	for (size_t at = 0; at < all.n; at += CHUNK) {
		struct bytes part = {
			.v = (const char *)all.v + at,
			.n = all.n - at < CHUNK ? all.n - at : CHUNK,
		};

		TRY(db_change(s, sql, VALUES(
			of_int(s->org), of_int(attachment), of_int(++no),
			of_blob(part))));
	}
	return OK;
}

static enum status insert(struct scope *s, i64 subject,
                          struct attachment *a)
{
	static const char sql[] =
		"INSERT INTO attachment (org_id, subject_id, key, name, type,"
		"                        size, sha256, at, person)"
		" VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) RETURNING id";

	TRY(db_insert(s, sql, VALUES(
		of_int(s->org), of_int(subject), of_text(a->key),
		of_text(a->name), of_text(a->type), of_int(a->size),
		of_text(a->sha256), of_int(a->at), of_int(s->person)), &a->id));
	return event_note(s, "attachment", a->id, "note", NULL);
}

enum status attachment_note(struct scope *s, i64 subject,
                            struct attachment *a, struct bytes all)
{
	a->type = attachment_type(all, a->name);
	if (a->type == NULL || all.n > ATTACHMENT_MOST)
		return INVALID;
	if (a->key == NULL)
		a->key = key_new(s->mem);
	a->size = (i64)all.n;
	a->sha256 = digest(s->mem, all);
	a->at = a->at == 0 ? s->now : a->at;
	TRY(insert(s, subject, a));
	return keep_chunks(s, a->id, all);
}

enum status attachment_said(struct scope *s, i64 subject,
                            struct attachment *a)
{
	return insert(s, subject, a);
}

/* As many bytes as the row says, no more and no fewer. */
static enum status read_chunks(struct scope *s, const struct attachment *a,
                               struct bytes *all)
{
	static const char sql[] =
		"SELECT bytes FROM chunk"
		" WHERE org_id = $1 AND attachment_id = $2 ORDER BY no";

	char *v = arena_take(s->mem, (size_t)a->size + 1);
	size_t n = 0;
	struct query q = db_query(s, sql, VALUES(of_int(s->org),
	                                         of_int(a->id)));

	while (query_next(&q)) {
		struct bytes part = read_blob(&q);

		if (part.n <= (size_t)a->size - n)
			memcpy(v + n, part.v, part.n);
		n += part.n;
	}
	TRY(query_end(&q));
	if (n == 0 && a->size > 0)
		return NOT_FOUND;
	if (n != (size_t)a->size)
		return log_fault("attachment %lld has lost bytes", a->id);
	*all = (struct bytes){ v, n };
	return OK;
}

enum status attachment_get(struct scope *s, i64 subject, const char *key,
                           struct attachment *a, struct bytes *all)
{
	static const char sql[] =
		"SELECT id, key, name, type, sha256, size, at FROM attachment"
		" WHERE org_id = $1 AND subject_id = $2 AND key = $3"
		"   AND removed_at IS NULL";

	struct query q = db_query(s, sql, VALUES(
		of_int(s->org), of_int(subject), of_text(key)));

	if (query_next(&q))
		read_attachment(&q, a);
	TRY(query_end_one(&q));
	return read_chunks(s, a, all);
}

enum status attachment_remove(struct scope *s, i64 subject, const char *key,
                              bool removed)
{
	static const char find[] =
		"SELECT id FROM attachment"
		" WHERE org_id = $1 AND subject_id = $2 AND key = $3";
	static const char sql[] =
		"UPDATE attachment SET removed_at = $3"
		" WHERE org_id = $1 AND id = $2";
	i64 id = 0;

	TRY(db_number(s, find, VALUES(of_int(s->org), of_int(subject),
	                              of_text(key)), &id));
	TRY(KEEP(s, "attachment", id, removed ? "remove" : "restore"));
	return db_change(s, sql, VALUES(of_int(s->org), of_int(id),
	                                of_id(removed ? s->now : 0)));
}
