/*
 * The embedded engine. One file, WAL, every commit on the disk before anyone
 * is told (synchronous FULL). One connection writes; the others only look.
 */
#include <pthread.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "db/engine.h"

enum { MOST_VALUES = 60, TABLE = 1024 };

/* A prepared statement; `at` says which value each of its names stands for. */
struct statement {
	const char   *sql;              /* the literal's address is its name */
	sqlite3_stmt *prepared;
	sqlite3      *file;
	int           names;
	int           at[MOST_VALUES];
	bool          busy, spare;      /* spare: thrown away when done */
};

struct sqlite {
	struct db         db;
	sqlite3          *file;
	struct statement *known[TABLE]; /* open addressing */
	size_t            n_known;
};

static const struct engine sqlite_engine;

static struct sqlite *of(struct db *db)
{
	return (struct sqlite *)db;
}

static enum status explain(sqlite3 *file, int code, const char *sql)
{
	switch (sqlite3_extended_errcode(file)) {
	case SQLITE_CONSTRAINT_UNIQUE:
	case SQLITE_CONSTRAINT_PRIMARYKEY:
	case SQLITE_CONSTRAINT_ROWID:
		return TAKEN;
	case SQLITE_CONSTRAINT_FOREIGNKEY:
		return NOT_FOUND;
	}
	if ((code & 0xFF) == SQLITE_BUSY || (code & 0xFF) == SQLITE_LOCKED)
		return BUSY;
	return log_fault("sqlite: %s (%d): %.80s", sqlite3_errmsg(file), code,
	                 sql);
}

static enum status script(struct db *db, const char *sql)
{
	int code = sqlite3_exec(of(db)->file, sql, NULL, NULL, NULL);

	return code == SQLITE_OK ? OK : explain(of(db)->file, code, sql);
}

static void statement_free(struct statement *st)
{
	sqlite3_finalize(st->prepared);
	free(st);
}

static void sqlite_close_db(struct db *db)
{
	for (size_t i = 0; i < TABLE; i++)
		if (of(db)->known[i] != NULL)
			statement_free(of(db)->known[i]);
	sqlite3_close(of(db)->file);
	free(db);
}

static enum status settings(struct db *db, enum db_use use)
{
	sqlite3 *file = of(db)->file;

	sqlite3_extended_result_codes(file, 1);
	sqlite3_busy_timeout(file, 10000);
	sqlite3_db_config(file, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
	sqlite3_db_config(file, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
	sqlite3_limit(file, SQLITE_LIMIT_ATTACHED, 0);
	sqlite3_limit(file, SQLITE_LIMIT_EXPR_DEPTH, 100);
	TRY(script(db, "PRAGMA journal_mode = WAL;"
	               "PRAGMA synchronous = FULL;"
	               "PRAGMA foreign_keys = ON;"
	               "PRAGMA cell_size_check = ON;"
	               "PRAGMA cache_size = -4000;"));
	return use == DB_READ ? script(db, "PRAGMA query_only = ON;") : OK;
}

/* Counting its memory would make the threads wait for each other. */
static void configure(void)
{
	sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
	sqlite3_config(SQLITE_CONFIG_LOOKASIDE, 1200, 200);
}

enum status sqlite_open(const char *path, enum db_use use, struct db **out)
{
	static pthread_once_t once = PTHREAD_ONCE_INIT;
	struct sqlite *s = calloc(1, sizeof *s);
	enum status done;

	pthread_once(&once, configure);
	if (s == NULL)
		panic("out of memory");
	s->db.engine = &sqlite_engine;
	if (sqlite3_open_v2(path, &s->file, SQLITE_OPEN_READWRITE |
	                    SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX |
	                    SQLITE_OPEN_EXRESCODE, NULL) != SQLITE_OK)
		done = log_fault("cannot open %s: %s", path,
		                 sqlite3_errmsg(s->file));
	else
		done = settings(&s->db, use);
	if (done != OK) {
		sqlite_close_db(&s->db);
		return done;
	}
	*out = &s->db;
	return OK;
}

static enum status begin(struct db *db, bool write, i64 org)
{
	(void)org;      /* one writer for the whole file */
	if (engine_fails(db))
		return FAULT;
	return script(db, write ? "BEGIN IMMEDIATE" : "BEGIN");
}

/*
 * A commit that the disk refused leaves the truth unknown: the process ends,
 * and the next one reads what is really there.
 */
static enum status commit(struct db *db)
{
	int code;

	if (engine_fails(db))
		return FAULT;
	code = sqlite3_exec(of(db)->file, "COMMIT", NULL, NULL, NULL);
	if ((code & 0xFF) == SQLITE_IOERR)
		panic("the disk refused a commit (%d)", code);
	return code == SQLITE_OK ? OK : explain(of(db)->file, code, "COMMIT");
}

static void rollback(struct db *db)
{
	if (!sqlite3_get_autocommit(of(db)->file))
		(void)script(db, "ROLLBACK");
}

static bool lasts(struct db *db)
{
	return !sqlite3_get_autocommit(of(db)->file);
}

/* Names are $1, $2 …: SQLite takes them as words, so look each number up. */
static enum status learn_names(struct statement *st)
{
	st->names = sqlite3_bind_parameter_count(st->prepared);
	if (st->names > MOST_VALUES)
		return log_fault("too many values: %.80s", st->sql);
	for (int i = 0; i < st->names; i++) {
		const char *name = sqlite3_bind_parameter_name(st->prepared,
		                                               i + 1);
		i64 no;

		if (name == NULL || *name != '$' ||
		    !number_read(name + 1, 1, MOST_VALUES, &no))
			return log_fault("values are $1, $2 …: %.80s", st->sql);
		st->at[i] = (int)no - 1;
	}
	return OK;
}

static enum status prepare(struct sqlite *s, const char *sql,
                           struct statement **out)
{
	struct statement *st = calloc(1, sizeof *st);
	enum status done = OK;
	int code;

	if (st == NULL)
		panic("out of memory");
	st->sql = sql;
	st->file = s->file;
	code = sqlite3_prepare_v3(s->file, sql, -1, SQLITE_PREPARE_PERSISTENT,
	                          &st->prepared, NULL);
	if (code != SQLITE_OK)
		done = explain(s->file, code, sql);
	if (done == OK)
		done = learn_names(st);
	if (done != OK) {
		statement_free(st);
		return done;
	}
	*out = st;
	return OK;
}

static enum status find(struct sqlite *s, const char *sql,
                        struct statement **out)
{
	size_t at = ((uintptr_t)sql >> 4) % TABLE;

	while (s->known[at] != NULL && s->known[at]->sql != sql)
		at = (at + 1) % TABLE;
	if (s->known[at] != NULL && !s->known[at]->busy) {
		*out = s->known[at];
		return OK;
	}
	TRY(prepare(s, sql, out));
	if (s->known[at] != NULL || s->n_known > TABLE * 3 / 4) {
		(*out)->spare = true;   /* the same statement within itself */
		return OK;
	}
	s->known[at] = *out;
	s->n_known++;
	return OK;
}

static int bind(sqlite3_stmt *st, int at, const struct value *v)
{
	switch (v->kind) {
	case V_NULL:
		return sqlite3_bind_null(st, at);
	case V_INT:
		return sqlite3_bind_int64(st, at, v->number);
	case V_REAL:
		return sqlite3_bind_double(st, at, v->real);
	case V_TEXT:
		return sqlite3_bind_text64(st, at, v->bytes, v->n,
		                           SQLITE_STATIC, SQLITE_UTF8);
	case V_BLOB:
		return sqlite3_bind_blob64(st, at, v->n == 0 ? "" : v->bytes,
		                           v->n, SQLITE_STATIC);
	}
	return SQLITE_MISUSE;
}

static void done(struct db *db, void *rows)
{
	struct statement *st = rows;

	(void)db;
	sqlite3_reset(st->prepared);
	sqlite3_clear_bindings(st->prepared);
	st->busy = false;
	if (st->spare)
		statement_free(st);
}

static enum status run(struct db *db, struct arena *mem, const char *sql,
                       const struct value *values, size_t n, void **rows)
{
	struct statement *st;

	(void)mem;
	if (engine_fails(db))
		return FAULT;
	TRY(find(of(db), sql, &st));
	st->busy = true;
	for (int i = 0; i < st->names; i++) {
		size_t at = (size_t)st->at[i];

		if (at >= n || bind(st->prepared, i + 1,
		                    &values[at]) != SQLITE_OK) {
			done(db, st);
			return log_fault("$%zu is not given: %.80s", at + 1,
			                 sql);
		}
	}
	*rows = st;
	return OK;
}

static enum status step(struct db *db, void *rows, bool *got)
{
	struct statement *st = rows;
	int code;

	*got = false;
	if (engine_fails(db))
		return FAULT;
	code = sqlite3_step(st->prepared);
	*got = code == SQLITE_ROW;
	if (code == SQLITE_ROW || code == SQLITE_DONE)
		return OK;
	return explain(st->file, code, st->sql);
}

static int columns(void *rows)
{
	return sqlite3_column_count(((struct statement *)rows)->prepared);
}

static const char *column_name(void *rows, int column)
{
	return sqlite3_column_name(((struct statement *)rows)->prepared,
	                           column);
}

static struct value column(void *rows, int at)
{
	sqlite3_stmt *st = ((struct statement *)rows)->prepared;
	struct value v = { .kind = V_NULL };

	switch (sqlite3_column_type(st, at)) {
	case SQLITE_INTEGER:
		return of_int(sqlite3_column_int64(st, at));
	case SQLITE_FLOAT:
		return of_real(sqlite3_column_double(st, at));
	case SQLITE_TEXT:
		v.kind = V_TEXT;
		v.bytes = sqlite3_column_text(st, at);
		break;
	case SQLITE_BLOB:
		v.kind = V_BLOB;
		v.bytes = sqlite3_column_blob(st, at);
		if (v.bytes == NULL)
			v.bytes = "";
		break;
	}
	v.n = (size_t)sqlite3_column_bytes(st, at);
	return v;
}

static i64 changed(void *rows)
{
	struct statement *st = rows;

	if (sqlite3_stmt_readonly(st->prepared))
		return 0;
	return sqlite3_changes64(st->file);
}

/* One line that says ok, or one for each thing that is wrong. */
static int say_flaw(void *flaws, int n, char **values, char **names)
{
	(void)n;
	(void)names;
	if (values[0] == NULL || strcmp(values[0], "ok") != 0) {
		log_fault("sqlite: %s", values[0] == NULL ? "?" : values[0]);
		++*(int *)flaws;
	}
	return 0;
}

static enum status sound(struct db *db)
{
	int flaws = 0;
	int code = sqlite3_exec(of(db)->file, "PRAGMA quick_check;"
	                        "PRAGMA foreign_key_check;", say_flaw, &flaws,
	                        NULL);

	if (code != SQLITE_OK)
		return explain(of(db)->file, code, "PRAGMA quick_check");
	return flaws == 0 ? OK : FAULT;
}

static enum status settle_ids(struct db *db, const char *table)
{
	(void)db;       /* an id is always one more than the last here */
	(void)table;
	return OK;
}

static const struct engine sqlite_engine = {
	.version     = "PRAGMA data_version",
	.name        = "sqlite",
	.one_writer  = true,
	.close       = sqlite_close_db,
	.begin       = begin,
	.commit      = commit,
	.rollback    = rollback,
	.lasts       = lasts,
	.script      = script,
	.run         = run,
	.step        = step,
	.columns     = columns,
	.column_name = column_name,
	.column      = column,
	.changed     = changed,
	.done        = done,
	.sound       = sound,
	.settle_ids  = settle_ids,
};
