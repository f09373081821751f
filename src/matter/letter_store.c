/* Headings, sections and templates. A letter is not frozen by an assessment. */
#include "base/text.h"
#include "db/db.h"
#include "kit/secret.h"
#include "matter/letter.h"

/* -- headings ------------------------------------------------------------ */

enum status heading_rows(struct scope *s, struct heading_list *out)
{
	static const char sql[] =
		"SELECT no, place, text, hint, need, by_perspective,"
		"       CASE WHEN retired_at IS NULL THEN 0 ELSE 1 END, version"
		"  FROM letter_heading WHERE org_id = $1"
		" ORDER BY CASE WHEN retired_at IS NULL THEN 0 ELSE 1 END,"
		"          place, no";

	struct query q = db_query(s, sql, VALUES(of_int(s->org)));

	while (query_next(&q)) {
		struct heading *h = PUSH(s->mem, out);

		h->no             = read_int(&q);
		h->place          = read_int(&q);
		h->text           = read_text(&q);
		h->hint           = read_text(&q);
		h->need           = (enum need)read_int(&q);
		h->by_perspective = read_int(&q) != 0;
		h->retired        = read_int(&q) != 0;
		h->version        = read_int(&q);
	}
	return query_end(&q);
}

static enum status heading_insert(struct scope *s, const struct heading *h)
{
	static const char sql[] =
		"INSERT INTO letter_heading (org_id, no, place, text, hint,"
		"  need, by_perspective, retired_at)"
		" VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING id";
	enum status done;
	i64 id;

	done = db_insert(s, sql, VALUES(of_int(s->org), of_int(h->no),
		of_int(h->place), of_text(h->text), of_said(h->hint),
		of_int(h->need), of_int(h->by_perspective),
		of_id(h->retired ? s->now : 0)), &id);
	if (done == TAKEN)
		return STALE;
	TRY(done);
	return event_note(s, "letter_heading", id, "note", NULL);
}

enum status heading_keep(struct scope *s, const struct heading *h)
{
	static const char find[] =
		"SELECT id FROM letter_heading WHERE org_id = $1 AND no = $2";
	static const char sql[] =
		"UPDATE letter_heading SET place = $4, text = $5, hint = $6,"
		"       need = $7, by_perspective = $8, retired_at = $9,"
		"       version = version + 1"
		" WHERE org_id = $1 AND id = $2 AND version = $3";
	enum status done;
	i64 id;

	if (h->version == 0)
		return heading_insert(s, h);
	TRY(db_number(s, find, VALUES(of_int(s->org), of_int(h->no)), &id));
	TRY(KEEP(s, "letter_heading", id, "change"));
	done = db_change(s, sql, VALUES(of_int(s->org), of_int(id),
		of_int(h->version), of_int(h->place), of_text(h->text),
		of_said(h->hint), of_int(h->need), of_int(h->by_perspective),
		of_id(h->retired ? s->now : 0)));
	return done == NOT_FOUND ? STALE : done;
}

/* -- sections ------------------------------------------------------------ */

enum status letter_text_list(struct scope *s, i64 matter,
                             struct letter_text_list *out)
{
	static const char sql[] =
		"SELECT part, text, taken, version FROM letter_text"
		" WHERE org_id = $1 AND matter_id = $2 ORDER BY part";

	struct query q = db_query(s, sql, VALUES(of_int(s->org),
	                                         of_int(matter)));

	while (query_next(&q)) {
		struct letter_text *t = PUSH(s->mem, out);

		t->part    = read_int(&q);
		t->text    = read_text(&q);
		t->taken   = read_text(&q);
		t->version = read_int(&q);
	}
	return query_end(&q);
}

static enum status text_insert(struct scope *s, i64 matter,
                               const struct letter_text *t)
{
	static const char sql[] =
		"INSERT INTO letter_text (org_id, matter_id, part, text,"
		"  taken, person, at)"
		" VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id";
	enum status done;
	i64 id;

	done = db_insert(s, sql, VALUES(of_int(s->org), of_int(matter),
		of_int(t->part), of_said(t->text), of_said(t->taken),
		of_int(s->person), of_int(s->now)), &id);
	if (done == TAKEN)
		return STALE;
	TRY(done);
	return event_note(s, "letter_text", id, "note", NULL);
}

enum status letter_text_keep(struct scope *s, i64 matter,
                             const struct letter_text *t)
{
	static const char find[] =
		"SELECT id FROM letter_text"
		" WHERE org_id = $1 AND matter_id = $2 AND part = $3";
	static const char sql[] =
		"UPDATE letter_text SET text = $4, taken = $5, person = $6,"
		"       at = $7, version = version + 1"
		" WHERE org_id = $1 AND id = $2 AND version = $3";
	enum status done;
	i64 id;

	if (t->version == 0)
		return text_insert(s, matter, t);
	TRY(db_number(s, find, VALUES(of_int(s->org), of_int(matter),
	                              of_int(t->part)), &id));
	TRY(KEEP(s, "letter_text", id, "change"));
	done = db_change(s, sql, VALUES(of_int(s->org), of_int(id),
		of_int(t->version), of_said(t->text), of_said(t->taken),
		of_int(s->person), of_int(s->now)));
	return done == NOT_FOUND ? STALE : done;
}

/* -- the template -------------------------------------------------------- */

enum status letter_template_get(struct scope *s, struct letter_template *out)
{
	static const char sql[] =
		"SELECT id, name, found, at FROM letter_template"
		" WHERE org_id = $1 AND retired_at IS NULL";

	struct query q = db_query(s, sql, VALUES(of_int(s->org)));

	if (query_next(&q)) {
		out->id     = read_int(&q);
		out->name   = read_text(&q);
		out->found  = text_lines(s->mem, read_text(&q));
		out->at     = read_int(&q);
	}
	return query_end_one(&q);
}

enum status letter_template_bytes(struct scope *s, struct bytes *out)
{
	static const char sql[] =
		"SELECT bytes FROM letter_template"
		" WHERE org_id = $1 AND retired_at IS NULL";

	struct query q = db_query(s, sql, VALUES(of_int(s->org)));

	if (query_next(&q))
		*out = read_blob(&q);
	return query_end_one(&q);
}

enum status letter_template_retire(struct scope *s)
{
	static const char sql[] =
		"UPDATE letter_template SET retired_at = $3,"
		"       version = version + 1"
		" WHERE org_id = $1 AND id = $2";
	struct letter_template now = {0};

	TRY(letter_template_get(s, &now));
	TRY(event_note(s, "letter_template", now.id, "retire", NULL));
	return db_change(s, sql, VALUES(of_int(s->org), of_int(now.id),
	                                of_int(s->now)));
}

enum status letter_template_note(struct scope *s,
                                 const struct template_report *t,
                                 const char *name)
{
	static const char sql[] =
		"INSERT INTO letter_template (org_id, name, found, sha256,"
		"  bytes, person, at)"
		" VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id";
	enum status gone = letter_template_retire(s);
	const char *found = "";
	i64 id;

	if (gone != NOT_FOUND)
		TRY(gone);
	for (size_t i = 0; i < t->found.n; i++)
		found = arena_print(s->mem, "%s%s\n", found, t->found.v[i]);
	TRY(db_insert(s, sql, VALUES(of_int(s->org), of_text(name),
		of_text(found), of_text(digest(s->mem, t->clean)),
		of_blob(t->clean), of_int(s->person), of_int(s->now)), &id));
	return event_note(s, "letter_template", id, "note", NULL);
}
