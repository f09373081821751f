/*
 * Statements and rows of PostgreSQL: prepare, bind, run, read.
 */
#include <endian.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "db/pg.h"

/* Types by the numbers PostgreSQL has given them for ever. */
enum {
	PG_BYTEA = 17, PG_NAME = 19, PG_INT8 = 20, PG_INT2 = 21, PG_INT4 = 23,
	PG_TEXT = 25, PG_FLOAT4 = 700, PG_FLOAT8 = 701, PG_VARCHAR = 1043,
};

/*
 * A statement as the server knows it. The same literal has several when its
 * values come in different kinds; a NULL fits any of them.
 */
struct statement {
	const char      *sql;           /* the literal's address */
	const char      *text;          /* a copy: built text moves about */
	char             name[24];
	size_t           n;
	enum value_kind *kinds;
	struct statement *next;         /* in the same slot */
};

struct rows {
	PGresult *all;
	int       at;
};

static bool fits(const struct statement *st, const char *sql,
                 const struct value *values, size_t n)
{
	if (st->sql != sql || st->n != n || strcmp(st->text, sql) != 0)
		return false;
	for (size_t i = 0; i < n; i++)
		if (values[i].kind != V_NULL && values[i].kind != st->kinds[i])
			return false;
	return true;
}

static Oid type_of(enum value_kind kind)
{
	switch (kind) {
	case V_NULL:
		return 0;               /* the server sees from the context */
	case V_INT:
		return PG_INT8;
	case V_REAL:
		return PG_FLOAT8;
	case V_TEXT:
		return PG_TEXT;
	case V_BLOB:
		return PG_BYTEA;
	}
	return 0;
}

static struct statement *statement_new(struct pg *pg, const char *sql,
                                       const struct value *values, size_t n)
{
	struct statement *st = NEW(pg->mem, struct statement);

	*st = (struct statement){
		.sql   = sql,
		.text  = arena_copy(pg->mem, sql),
		.n     = n,
		.kinds = arena_take(pg->mem, n * sizeof(*st->kinds)),
	};
	snprintf(st->name, sizeof st->name, "s%d", ++pg->prepared);
	for (size_t i = 0; i < n; i++)
		st->kinds[i] = values[i].kind;
	return st;
}

/* Prepared once per connection, found again by the literal's address. */
static enum status find(struct pg *pg, struct arena *mem, const char *sql,
                        const struct value *values, size_t n,
                        struct statement **out)
{
	struct statement **slot =
		&pg->slots[((uintptr_t)sql >> 3) * 31 % PG_SLOTS];
	Oid *types = arena_take(mem, n * sizeof *types);
	enum status done = OK;
	PGresult *result;

	for (*out = *slot; *out != NULL; *out = (*out)->next)
		if (fits(*out, sql, values, n))
			return OK;
	*out = statement_new(pg, sql, values, n);
	for (size_t i = 0; i < n; i++)
		types[i] = type_of(values[i].kind);
	result = PQprepare(pg->server, (*out)->name, sql, (int)n, types);
	if (!pg_fine(result))
		done = pg_explain(pg, result, sql);
	PQclear(result);
	if (done != OK)
		return done;
	(*out)->next = *slot;
	*slot = *out;
	return OK;
}

/* Values as the wire has them: numbers with their largest byte first. */
struct wire {
	const char **bytes;
	int         *lengths, *formats;
	uint64_t    *numbers;
};

static enum status bind(struct wire *wire, size_t at, const struct value *v)
{
	uint64_t bits = (uint64_t)v->number;

	wire->formats[at] = 1;
	switch (v->kind) {
	case V_NULL:
		return OK;
	case V_REAL:
		memcpy(&bits, &v->real, sizeof bits);
		/* fall through */
	case V_INT:
		wire->numbers[at] = htobe64(bits);
		wire->bytes[at] = (const char *)&wire->numbers[at];
		wire->lengths[at] = sizeof bits;
		return OK;
	case V_TEXT:
	case V_BLOB:
		if (v->n > INT32_MAX)
			return log_fault("$%zu is too long", at + 1);
		wire->bytes[at] = v->n == 0 ? "" : v->bytes;
		wire->lengths[at] = (int)v->n;
		return OK;
	}
	return OK;
}

static enum status execute(struct pg *pg, struct arena *mem,
                           const struct statement *st,
                           const struct value *values, PGresult **out)
{
	struct wire wire = {
		.bytes   = arena_take(mem, st->n * sizeof(char *)),
		.lengths = arena_take(mem, st->n * sizeof(int)),
		.formats = arena_take(mem, st->n * sizeof(int)),
		.numbers = arena_take(mem, st->n * sizeof(uint64_t)),
	};

	for (size_t i = 0; i < st->n; i++)
		TRY(bind(&wire, i, &values[i]));
	*out = PQexecPrepared(pg->server, st->name, (int)st->n, wire.bytes,
	                      wire.lengths, wire.formats, 1);
	return pg_fine(*out) ? OK : pg_explain(pg, *out, st->sql);
}

static enum value_kind kind_of(Oid type)
{
	switch (type) {
	case PG_INT2:
	case PG_INT4:
	case PG_INT8:
		return V_INT;
	case PG_FLOAT4:
	case PG_FLOAT8:
		return V_REAL;
	case PG_TEXT:
	case PG_VARCHAR:
	case PG_NAME:
		return V_TEXT;
	case PG_BYTEA:
		return V_BLOB;
	}
	return V_NULL;
}

/* A truth value or a numeric has no counterpart in SQLite: SELECT must cast. */
static enum status check_kinds(const PGresult *all, const char *sql)
{
	for (int i = 0; i < PQnfields(all); i++)
		if (kind_of(PQftype(all, i)) == V_NULL)
			return log_fault("column %d needs a CAST: %.60s", i + 1,
			                 sql);
	return OK;
}

enum status pg_run(struct db *db, struct arena *mem, const char *sql,
                       const struct value *values, size_t n, void **out)
{
	struct rows *rows = NEW(mem, struct rows);
	struct statement *st;
	enum status done;

	if (engine_fails(db))
		return FAULT;
	TRY(find(pg_of(db), mem, sql, values, n, &st));
	done = execute(pg_of(db), mem, st, values, &rows->all);
	if (done == OK)
		done = check_kinds(rows->all, sql);
	if (done != OK) {
		PQclear(rows->all);
		return done;
	}
	rows->at = -1;
	*out = rows;
	return OK;
}

enum status pg_step(struct db *db, void *rows, bool *got)
{
	struct rows *r = rows;

	*got = false;
	if (engine_fails(db))
		return FAULT;
	if (r->at < PQntuples(r->all))
		r->at++;
	*got = r->at < PQntuples(r->all);
	return OK;
}

int pg_columns(void *rows)
{
	return PQnfields(((struct rows *)rows)->all);
}

const char *pg_column_name(void *rows, int column)
{
	return PQfname(((struct rows *)rows)->all, column);
}

static i64 whole(const char *bytes, int n)
{
	uint64_t bits = (unsigned char)bytes[0] & 0x80 ? UINT64_MAX : 0;

	for (int i = 0; i < n; i++)
		bits = bits << 8 | (unsigned char)bytes[i];
	return (i64)bits;
}

static double real(const char *bytes, int n)
{
	uint64_t bits = (uint64_t)whole(bytes, n);
	uint32_t half = (uint32_t)bits;
	double wide;
	float narrow;

	memcpy(&wide, &bits, sizeof wide);
	memcpy(&narrow, &half, sizeof narrow);
	return n == sizeof narrow ? (double)narrow : wide;
}

struct value pg_column(void *rows, int at)
{
	const struct rows *r = rows;
	const char *bytes = PQgetvalue(r->all, r->at, at);
	int n = PQgetlength(r->all, r->at, at);
	enum value_kind kind = kind_of(PQftype(r->all, at));

	if (PQgetisnull(r->all, r->at, at))
		return (struct value){ .kind = V_NULL };
	switch (kind) {
	case V_INT:
		return of_int(whole(bytes, n));
	case V_REAL:
		return of_real(real(bytes, n));
	case V_NULL:
	case V_TEXT:
	case V_BLOB:
		break;
	}
	return (struct value){ .kind = kind, .bytes = bytes, .n = (size_t)n };
}

i64 pg_changed(void *rows)
{
	PGresult *all = ((struct rows *)rows)->all;
	i64 n;

	if (strncmp(PQcmdStatus(all), "SELECT", 6) == 0)
		return 0;
	if (!number_read(PQcmdTuples(all), 0, LLONG_MAX, &n))
		return 0;
	return n;
}

void pg_done(struct db *db, void *rows)
{
	(void)db;
	PQclear(((struct rows *)rows)->all);
}
