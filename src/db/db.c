#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "db/engine.h"
#include "db/kept.h"
#include "kit/secret.h"

enum status db_open(const char *url, enum db_use use, struct db **out)
{
	static const char sqlite[] = "sqlite:";

	*out = NULL;
	if (strncmp(url, sqlite, strlen(sqlite)) == 0)
		return sqlite_open(url + strlen(sqlite), use, out);
	if (strncmp(url, "postgresql://", 13) == 0 ||
	    strncmp(url, "postgres://", 11) == 0)
		return pg_open(url, use, out);
	return log_fault("a database is sqlite:PATH or postgresql://…, not %s",
	                 url);
}

void db_close(struct db *db)
{
	if (db == NULL)
		return;
	kept_free(db->kept);
	free(db->signals.v);
	db->engine->close(db);
}

bool db_one_writer(const struct db *db)
{
	return db->engine->one_writer;
}

const char *db_engine(const struct db *db)
{
	return db->engine->name;
}

enum status db_sound(struct db *db)
{
	return db->engine->sound(db);
}

bool engine_fails(struct db *db)
{
	return ++db->calls == db->fail_at;
}

void db_keep(struct db *db)
{
	if (db->engine->version != NULL && db->kept == NULL)
		db->kept = kept_new();
}

static enum status keep_version(struct db *db)
{
	const struct engine *e = db->engine;
	enum status s;
	void *rows;
	bool got = false;

	TRY(e->run(db, NULL, e->version, NULL, 0, &rows));
	s = e->step(db, rows, &got);
	if (got)
		kept_begin(db->kept, e->column(rows, 0).number);
	e->done(db, rows);
	return s != OK || got ? s : log_fault("the database has no version");
}

enum status db_look(struct db *db)
{
	enum status s = OK;

	ASSERT(!db->in_transaction);
	TRY(db->engine->begin(db, false, 0));
	db->in_transaction = db->looking = true;
	if (db->kept != NULL)
		s = keep_version(db);
	if (s != OK)
		db_look_end(db);
	return s;
}

void db_look_end(struct db *db)
{
	if (!db->in_transaction)
		return;
	db->engine->rollback(db);
	db->in_transaction = db->looking = false;
}

enum status db_write(struct db *db, i64 org, change_fn *change, void *arg)
{
	enum status done;

	ASSERT(!db->in_transaction);
	TRY(db->engine->begin(db, true, org));
	db->in_transaction = true;
	done = change(arg);
	if (done == OK)
		done = db->engine->commit(db);
	if (done != OK)
		db->engine->rollback(db);
	db->in_transaction = false;
	signals_end(db, done == OK);
	return done;
}

/* A change that fails takes back what it did, and nothing else. */
static enum status write_part(struct db *db, struct writing *c)
{
	const struct engine *e = db->engine;
	size_t said = db->signals.n;

	TRY(e->script(db, "SAVEPOINT part"));
	c->done = c->run(c->arg);
	if (!e->lasts(db))
		return BUSY;
	if (c->done != OK) {
		db->signals.n = said;
		TRY(e->script(db, "ROLLBACK TO part"));
	}
	return e->script(db, "RELEASE part");
}

void db_write_each(struct db *db, struct writing *all, size_t n)
{
	enum status done;

	ASSERT(!db->in_transaction && db->engine->one_writer);
	done = db->engine->begin(db, true, 0);
	db->in_transaction = true;
	for (size_t i = 0; i < n && done == OK; i++)
		done = write_part(db, &all[i]);
	if (done == OK)
		done = db->engine->commit(db);
	if (done != OK)
		db->engine->rollback(db);
	db->in_transaction = false;
	signals_end(db, done == OK);
	for (size_t i = 0; i < n && done != OK; i++)
		all[i].done = done;
}

struct value of_text(const char *text)
{
	if (text == NULL)
		return (struct value){ .kind = V_NULL };
	return (struct value){ .kind = V_TEXT, .bytes = text,
	                       .n = strlen(text) };
}

struct value of_said(const char *text)
{
	return of_text(or_empty(text));
}

struct value of_blob(struct bytes bytes)
{
	if (bytes.v == NULL)
		return (struct value){ .kind = V_NULL };
	return (struct value){ .kind = V_BLOB, .bytes = bytes.v, .n = bytes.n };
}

/* Run a statement to its end; how many rows it changed. */
static enum status run(struct scope *s, const char *sql,
                       const struct value *values, size_t n, i64 *changed)
{
	const struct engine *e = s->db->engine;
	enum status done = OK;
	bool got = false;
	void *rows;

	TRY(e->run(s->db, s->mem, sql, values, n, &rows));
	do
		done = e->step(s->db, rows, &got);
	while (done == OK && got);
	*changed = e->changed(rows);
	e->done(s->db, rows);
	return done;
}

enum status db_change_all(struct scope *s, const char *sql,
                          const struct value *values, size_t n)
{
	i64 changed;

	return run(s, sql, values, n, &changed);
}

enum status db_change(struct scope *s, const char *sql,
                      const struct value *values, size_t n)
{
	i64 changed;

	TRY(run(s, sql, values, n, &changed));
	if (changed == 0)
		return NOT_FOUND;
	if (changed > 1)
		return log_fault("%lld rows changed, not one: %.80s", changed,
		                 sql);
	return OK;
}

enum status db_insert(struct scope *s, const char *sql,
                      const struct value *values, size_t n, i64 *id)
{
	return db_number(s, sql, values, n, id);
}

/* All rows at once, to be kept; the statement is put back. */
static enum status read_all(struct query *q, struct kept_rows *a)
{
	struct db *db = q->scope->db;
	bool got = true;

	while (q->status == OK && got) {
		q->status = db->engine->step(db, q->rows, &got);
		for (int i = 0; got && i < a->columns; i++)
			kept_cell(db->kept, a, db->engine->column(q->rows, i));
	}
	db->engine->done(db, q->rows);
	q->rows = NULL;
	return q->status;
}

static void answer_kept(struct query *q, const char *sql,
                        const struct value *values, size_t n)
{
	struct db *db = q->scope->db;
	struct kept_rows *a = kept_find(db->kept, sql, values, n);

	if (a == NULL) {
		q->status = db->engine->run(db, q->scope->mem, sql, values, n,
		                            &q->rows);
		if (q->status != OK)
			return;
		a = kept_add(db->kept, sql, values, n,
		             db->engine->columns(q->rows));
		if (read_all(q, a) != OK) {
			a->sql = NULL;  /* half an answer is none */
			return;
		}
	}
	q->kept = a;
	q->columns = a->columns;
}

struct query db_query(struct scope *s, const char *sql,
                      const struct value *values, size_t n)
{
	const struct engine *e = s->db->engine;
	struct query q = { .scope = s };

	if (s->db->looking && s->db->kept != NULL) {
		answer_kept(&q, sql, values, n);
		return q;
	}
	q.status = e->run(s->db, s->mem, sql, values, n, &q.rows);
	if (q.status == OK)
		q.columns = e->columns(q.rows);
	else
		q.rows = NULL;
	return q;
}

static void check_row(struct query *q)
{
	if (q->row > 0 && !q->done && q->column != q->columns)
		q->status = log_fault("%d of %d columns were read", q->column,
		                      q->columns);
}

bool query_next(struct query *q)
{
	bool got = false;

	if (q->status == OK)
		check_row(q);
	if (q->status != OK || q->done)
		return false;
	if (q->kept != NULL)
		got = (size_t)(q->row + 1) * (size_t)q->columns <=
		      q->kept->n_cells;
	else
		q->status = q->scope->db->engine->step(q->scope->db, q->rows,
		                                       &got);
	q->column = 0;
	q->done = !got;
	if (got)
		q->row++;
	return got && q->status == OK;
}

static struct value next_column(struct query *q, enum value_kind wanted)
{
	struct value v = { .kind = V_NULL };

	if (q->status != OK)
		return v;
	if (q->column >= q->columns) {
		q->status = log_fault("there are only %d columns", q->columns);
		return v;
	}
	if (q->kept != NULL)
		v = q->kept->cells[(q->row - 1) * q->columns + q->column++];
	else
		v = q->scope->db->engine->column(q->rows, q->column++);
	if (v.kind != V_NULL && v.kind != wanted) {
		q->status = log_fault("column %d is of kind %d, read as %d",
		                      q->column, (int)v.kind, (int)wanted);
		v.kind = V_NULL;
	}
	return v;
}

i64 read_int(struct query *q)
{
	struct value v = next_column(q, V_INT);

	return v.kind == V_NULL ? 0 : v.number;
}

double read_real(struct query *q)
{
	struct value v = next_column(q, V_REAL);

	return v.kind == V_NULL ? 0 : v.real;
}

const char *read_text(struct query *q)
{
	struct value v = next_column(q, V_TEXT);

	return v.kind == V_NULL ? NULL : arena_text(q->scope->mem, v.bytes,
	                                            v.n);
}

struct bytes read_blob(struct query *q)
{
	struct value v = next_column(q, V_BLOB);

	if (v.kind == V_NULL)
		return (struct bytes){0};
	return (struct bytes){ arena_text(q->scope->mem, v.bytes, v.n), v.n };
}

void **query_made(struct query *q, struct arena **mem)
{
	if (q->kept == NULL)
		return NULL;
	*mem = kept_mem(q->scope->db->kept);
	return &q->kept->made;
}

enum status query_end(struct query *q)
{
	if (q->status == OK && (q->rows != NULL || q->kept != NULL))
		check_row(q);
	q->kept = NULL;
	if (q->rows == NULL)
		return q->status;
	q->scope->db->engine->done(q->scope->db, q->rows);
	q->rows = NULL;
	return q->status;
}

enum status query_end_one(struct query *q)
{
	bool none = q->row == 0;

	TRY(query_end(q));
	return none ? NOT_FOUND : OK;
}

enum status db_number(struct scope *s, const char *sql,
                      const struct value *values, size_t n, i64 *out)
{
	struct query q = db_query(s, sql, values, n);

	if (query_next(&q))
		*out = read_int(&q);
	while (query_next(&q))
		(void)read_int(&q);
	return query_end_one(&q);
}

char *key_new(struct arena *mem)
{
	return secret_token(mem, 10);
}
