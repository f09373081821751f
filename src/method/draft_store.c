#include <string.h>

#include "base/text.h"
#include "db/db.h"
#include "kit/json.h"
#include "kit/secret.h"
#include "method/draft.h"

#define DRAFT                                                           \
	"SELECT id, key, model, CASE WHEN before = '' THEN 0 ELSE 1 END," \
	"       at, published, coalesce(removed_at, 0), version"        \
	"  FROM method_draft"

static enum status read_model(struct scope *s, const char *text,
                              struct method *m)
{
	struct json_reader r = json_read(s->mem, (struct bytes){
		text, strlen(text) });

	method_read_draft(&r, m);
	json_close(&r);
	return r.wrong == JSON_FINE ? OK :
	       log_fault("a draft of a model cannot be read: %s", r.where);
}

static enum status read_draft(struct scope *s, struct query *q,
                              struct method_draft *d)
{
	const char *model;

	d->id        = read_int(q);
	d->key       = read_text(q);
	model        = read_text(q);
	d->changed   = read_int(q) != 0;
	d->at        = read_int(q);
	d->published = read_int(q);
	d->removed   = read_int(q) != 0;
	d->version   = read_int(q);
	return read_model(s, or_empty(model), &d->model);
}

enum status draft_list(struct scope *s, struct method_draft_list *out)
{
	static const char sql[] =
		DRAFT " WHERE org_id = $1 AND published = 0"
		"   AND removed_at IS NULL ORDER BY at DESC, id DESC"
		" LIMIT 50";

	struct query q = db_query(s, sql, VALUES(of_int(s->org)));
	enum status done = OK;

	while (query_next(&q)) {
		enum status one = read_draft(s, &q, PUSH(s->mem, out));

		done = done == OK ? one : done;
	}
	TRY(query_end(&q));
	return done;
}

enum status draft_by_key(struct scope *s, const char *key,
                         struct method_draft *out)
{
	static const char sql[] = DRAFT " WHERE org_id = $1 AND key = $2";

	struct query q = db_query(s, sql, VALUES(of_int(s->org),
	                                         of_text(key)));
	enum status done = OK;

	if (query_next(&q))
		done = read_draft(s, &q, out);
	TRY(query_end_one(&q));
	return done;
}

/* The newest edition there is of a code, 0 for none. */
static enum status newest(struct scope *s, const char *code, i64 *edition)
{
	static const char sql[] =
		"SELECT coalesce(max(edition), 0) FROM method"
		" WHERE org_id = $1 AND code = $2";

	return db_number(s, sql, VALUES(of_int(s->org), of_text(code)),
	                 edition);
}

enum status draft_note(struct scope *s, const struct method *from,
                       const char *title, struct method_draft *d)
{
	static const char sql[] =
		"INSERT INTO method_draft (org_id, key, code, edition, title,"
		"  model, at, person)"
		" VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING id";
	struct method m = *from;
	i64 edition = 0;

	d->key = key_new(s->mem);
	if (from->shipped || text_blank(from->code))
		m.code = arena_print(s->mem, "egen_%s", d->key);
	TRY(newest(s, m.code, &edition));
	m.edition = edition + 1;
	m.shipped = false;
	m.title_en = same(m.title_sv, title) ? m.title_en : "";
	m.title_sv = title;
	TRY(db_insert(s, sql, VALUES(
		of_int(s->org), of_text(d->key), of_text(m.code),
		of_int(m.edition), of_text(m.title_sv),
		of_text(method_write_json(s->mem, &m)), of_int(s->now),
		of_int(s->person)), &d->id));
	d->model = m;
	return event_note(s, "method_draft", d->id, "note", NULL);
}

enum status draft_change(struct scope *s, const struct method_draft *d)
{
	static const char sql[] =
		"UPDATE method_draft SET before = model, model = $4,"
		"       title = $5, at = $6, person = $7,"
		"       version = version + 1"
		" WHERE org_id = $1 AND id = $2 AND version = $3"
		"   AND published = 0 AND removed_at IS NULL";
	enum status done;

	TRY(KEEP(s, "method_draft", d->id, "change"));
	done = db_change(s, sql, VALUES(
		of_int(s->org), of_int(d->id), of_int(d->version),
		of_text(method_write_json(s->mem, &d->model)),
		of_text(d->model.title_sv), of_int(s->now),
		of_int(s->person)));
	return done == NOT_FOUND ? STALE : done;
}

enum status draft_undo(struct scope *s, const struct method_draft *d)
{
	static const char sql[] =
		"UPDATE method_draft SET before = model, model = before,"
		"       at = $4, person = $5, version = version + 1"
		" WHERE org_id = $1 AND id = $2 AND version = $3"
		"   AND before <> '' AND published = 0";
	enum status done;

	TRY(KEEP(s, "method_draft", d->id, "change"));
	done = db_change(s, sql, VALUES(
		of_int(s->org), of_int(d->id), of_int(d->version),
		of_int(s->now), of_int(s->person)));
	return done == NOT_FOUND ? STALE : done;
}

/* Only what is there, and only what is not: otherwise whoever is writing in it
 * would find it moved by nothing. */
enum status draft_remove(struct scope *s, i64 id, bool removed)
{
	static const char away[] =
		"UPDATE method_draft SET removed_at = $3,"
		"       version = version + 1"
		" WHERE org_id = $1 AND id = $2 AND published = 0"
		"   AND removed_at IS NULL";
	static const char back[] =
		"UPDATE method_draft SET removed_at = NULL,"
		"       version = version + 1"
		" WHERE org_id = $1 AND id = $2 AND published = 0"
		"   AND removed_at <= $3";

	TRY(KEEP(s, "method_draft", id, removed ? "remove" : "restore"));
	return db_change(s, removed ? away : back, VALUES(
		of_int(s->org), of_int(id), of_int(s->now)));
}

static enum status note_published(struct scope *s,
                                  const struct method_draft *d, i64 method)
{
	static const char sql[] =
		"UPDATE method_draft SET published = $4,"
		"       version = version + 1"
		" WHERE org_id = $1 AND id = $2 AND version = $3"
		"   AND published = 0 AND removed_at IS NULL";
	enum status done;

	TRY(KEEP(s, "method_draft", d->id, "publish"));
	done = db_change(s, sql, VALUES(of_int(s->org), of_int(d->id),
	                                of_int(d->version),
	                                of_int(method)));
	return done == NOT_FOUND ? STALE : done;
}

enum status draft_publish(struct scope *s, struct method_draft *d,
                          i64 *method)
{
	struct method_flaw_list flaws = {0};
	struct method m = d->model;

	draft_fill_english(&m);
	method_check(s->mem, &m, &flaws);
	if (flaws.n > 0)
		return INVALID;
	m.key = NULL;
	TRY(method_note(s, &m, method));
	d->model = m;
	return note_published(s, d, *method);
}
