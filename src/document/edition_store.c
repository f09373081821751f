/* Editions: what was finished, kept byte for byte. */
#include <string.h>

#include "db/db.h"
#include "document/document.h"
#include "kit/secret.h"

enum status edition_get(struct scope *s, i64 assessment, struct edition *out)
{
	static const char sql[] =
		"SELECT number, kind, document, sha256, html, pdf, signed_by,"
		"       at"
		"  FROM edition WHERE org_id = $1 AND assessment_id = $2";

	struct query q = db_query(s, sql, VALUES(of_int(s->org),
	                                         of_int(assessment)));

	if (query_next(&q)) {
		out->number    = read_int(&q);
		out->kind      = (int)read_int(&q);
		out->document  = read_text(&q);
		out->sha256    = read_text(&q);
		out->html      = read_text(&q);
		out->pdf       = read_blob(&q);
		out->signed_by = read_text(&q);
		out->at        = read_int(&q);
	}
	return query_end_one(&q);
}

enum status edition_note(struct scope *s, i64 assessment,
                         const struct edition *e)
{
	static const char sql[] =
		"INSERT INTO edition (org_id, assessment_id, number, kind,"
		"  document, sha256, html, pdf, signed_by, person, at)"
		" VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";

	TRY(event_note(s, "assessment", assessment, "seal", NULL));
	return db_change(s, sql, VALUES(
		of_int(s->org), of_int(assessment), of_int(e->number),
		of_int(e->kind), of_text(e->document),
		of_text(digest_text(s->mem, e->document)), of_text(e->html),
		of_blob(e->pdf), of_text(e->signed_by), of_int(s->person),
		of_int(e->at)));
}

enum status edition_next_number(struct scope *s, i64 *number)
{
	static const char sql[] =
		"SELECT coalesce(max(number), 0) + 1 FROM edition"
		" WHERE org_id = $1";

	return db_number(s, sql, VALUES(of_int(s->org)), number);
}

enum status document_of(struct scope *s, i64 assessment,
                          struct document *out)
{
	struct edition e = {0};
	enum status found = edition_get(s, assessment, &e);
	struct json_reader reader;

	if (found == NOT_FOUND)
		return document_compose(s, assessment, out);
	TRY(found);
	reader = json_read(s->mem, (struct bytes){ e.document,
	                                           strlen(e.document) });
	document_read(&reader, out);
	json_close(&reader);
	if (reader.wrong != JSON_FINE)
		return log_fault("edition %lld cannot be read at %s",
		                 e.number, reader.where);
	return OK;
}

enum status document_text(struct scope *s, i64 assessment, const char **out)
{
	struct edition e = {0};
	struct document d = {0};
	enum status found = edition_get(s, assessment, &e);

	*out = e.document;
	if (found != NOT_FOUND)
		return found;
	TRY(document_compose(s, assessment, &d));
	*out = document_write(s->mem, &d);
	return OK;
}
