#include "db/engine.h"
#include "kit/json.h"

enum status event_note(struct scope *s, const char *kind, i64 id,
                       const char *verb, const char *before)
{
	static const char sql[] =
		"INSERT INTO event (org_id, at, person, kind, object, verb,"
		"                   before)"
		" VALUES ($1, $2, $3, $4, $5, $6, $7)";

	return db_change(s, sql, VALUES(
		of_int(s->org), of_int(s->now), of_int(s->person),
		of_text(kind), of_int(id), of_text(verb), of_text(before)));
}

static void put_column(struct scope *s, struct json_writer *w,
                       const char *name, const struct value *v)
{
	switch (v->kind) {
	case V_NULL:
	case V_BLOB:            /* kept by its digest elsewhere */
		json_put_null(w, name);
		return;
	case V_INT:
		json_put_int(w, name, v->number);
		return;
	case V_REAL:
		json_put_text(w, name, arena_print(s->mem, "%.17g", v->real));
		return;
	case V_TEXT:
		json_put_text(w, name, arena_text(s->mem, v->bytes, v->n));
		return;
	}
}

enum status event_keep(struct scope *s, const char *kind, const char *sql,
                       i64 id, const char *verb)
{
	const struct engine *e = s->db->engine;
	struct json_writer w = json_in(s->mem);
	enum status done;
	bool got = false;
	void *rows;

	TRY(e->run(s->db, s->mem, sql, VALUES(of_int(s->org), of_int(id)),
	           &rows));
	done = e->step(s->db, rows, &got);
	json_open(&w, NULL, '{');
	for (int i = 0; got && i < e->columns(rows); i++) {
		struct value v = e->column(rows, i);

		put_column(s, &w, e->column_name(rows, i), &v);
	}
	json_close_with(&w, '}');
	e->done(s->db, rows);
	TRY(done);
	return got ? event_note(s, kind, id, verb, w.text) : NOT_FOUND;
}

enum status event_keep_each(struct scope *s, const char *kind,
                            const char *ids, const char *sql, i64 owner,
                            const char *verb)
{
	struct query q = db_query(s, ids, VALUES(of_int(s->org),
	                                         of_int(owner)));
	struct { i64 *v; size_t n, room; } all = {0};

	while (query_next(&q))
		*PUSH(s->mem, &all) = read_int(&q);
	TRY(query_end(&q));
	for (size_t i = 0; i < all.n; i++)
		TRY(event_keep(s, kind, sql, all.v[i], verb));
	return OK;
}
