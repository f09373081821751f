/*
 * The cellar: one face, two engines. Rooms ask with fixed SQL text that both
 * engines understand (doc/sql.md) and never know which one answers.
 */
#ifndef DB_H
#define DB_H

#include "base/arena.h"

struct db;      /* one connection, one thread at a time */

/* Who asks, on whose behalf, with which connection and whose memory. */
struct scope {
	struct db    *db;
	struct arena *mem;      /* everything handed out lives here */
	i64           org;      /* whose data; bound as $1 in every query */
	i64           person;   /* who acts; 0 is the system itself */
	i64           now;      /* read once, so one visit has one time */
};

enum db_use {
	DB_READ,                /* looks, never writes */
	DB_WRITE,
};

/*
 * Open "sqlite:PATH" or "postgresql://…". A bad address, a folder that is not
 * there or a server that does not answer is FAULT, logged.
 */
enum status db_open(const char *url, enum db_use, struct db **out) MUST_USE;
void        db_close(struct db *);              /* NULL is harmless */

/* May several connections write at once? Only SQLite says no. */
bool        db_one_writer(const struct db *);

/*
 * Bring the schema up to date: each step of src/schema once, in order, in a
 * transaction of its own, under a lock. A database with steps we do not know,
 * or with other text in a step, is refused.
 */
enum status db_migrate(struct db *) MUST_USE;

/* "sqlite" or "postgresql". */
const char *db_engine(const struct db *);

/* Does the file hold together? FAULT, logged, if not. */
enum status db_sound(struct db *) MUST_USE;

/* A reader keeps what it reads until anybody commits; where the engine cannot
 * tell (PostgreSQL), nothing is kept. */
void        db_keep(struct db *);

/* Look at data: one snapshot, nothing written. Ends by db_look_end(). */
enum status db_look(struct db *) MUST_USE;
void        db_look_end(struct db *);

/*
 * Change data: the one way to write, for visits, jobs and commands alike.
 * Runs `change` in a transaction as the only writer of the organisation and
 * commits if it answers OK; otherwise nothing has happened. `org` 0 is the
 * installation itself.
 */
typedef enum status change_fn(void *arg);
enum status db_write(struct db *, i64 org, change_fn *, void *arg) MUST_USE;

/*
 * Several changes with one commit for all, each whole or not at all; `done` is
 * what became of it. If the commit fails nothing has happened, and that is what
 * became of every one. Only where db_one_writer().
 */
struct writing { change_fn *run; void *arg; enum status done; };
void db_write_each(struct db *, struct writing *, size_t n);

/*
 * Something called `topic` changed: at most 60 letters, digits and ':'. Said
 * within a transaction that writes; heard once after its commit, never after a
 * rollback, however often it was said. A savepoint of db_write_each() that
 * fails takes its own signals back.
 */
enum { MOST_TOPIC = 60 };
enum status db_signal(struct scope *, const char *topic) MUST_USE;

/*
 * Who hears the signals of this process, and of every other on the same
 * PostgreSQL while db_listen() lasts. Called from any thread, several at once,
 * and must be quick. "*" means that anything may have changed: the link to the
 * database was lost and is back. NULL: nobody; no call goes on afterwards.
 */
typedef void heard_fn(void *arg, const char *topic);
void        db_hear(heard_fn *, void *arg);

struct ear;     /* NULL on SQLite, where one process is all there is */
enum status db_listen(const char *url, struct ear **out) MUST_USE;
void        db_listen_end(struct ear *);        /* NULL is harmless */

/* A value to bind; the nth is $n, and $1 is the organisation. */
struct value {
	enum value_kind { V_NULL, V_INT, V_REAL, V_TEXT, V_BLOB } kind;
	i64         number;
	double      real;
	const void *bytes;
	size_t      n;
};

static inline struct value of_int(i64 number)
{
	return (struct value){ .kind = V_INT, .number = number };
}

static inline struct value of_real(double real)
{
	return (struct value){ .kind = V_REAL, .real = real };
}

struct value of_text(const char *);             /* NULL binds NULL */
struct value of_said(const char *);             /* NULL binds "" */
struct value of_blob(struct bytes);             /* NULL binds NULL */

/* An id that 0 stands for none: binds NULL for 0. */
static inline struct value of_id(i64 id)
{
	return (struct value){ .kind = id == 0 ? V_NULL : V_INT, .number = id };
}

#define VALUES(...)                                             \
	(const struct value[]){ __VA_ARGS__ },                  \
	COUNT(((const struct value[]){ __VA_ARGS__ }))

/*
 * Change data. Exactly one row must change; otherwise NOT_FOUND. A broken
 * uniqueness is TAKEN, a broken reference NOT_FOUND, a broken CHECK a FAULT.
 * After any failure the transaction can only roll back.
 */
enum status db_change(struct scope *, const char *sql, const struct value *,
                      size_t) MUST_USE;

/* The same for any number of rows, none too. */
enum status db_change_all(struct scope *, const char *sql,
                          const struct value *, size_t) MUST_USE;

/* INSERT … RETURNING id. */
enum status db_insert(struct scope *, const char *sql, const struct value *,
                      size_t, i64 *id) MUST_USE;

/*
 * Read rows. Columns are read left to right, in the order SELECT names them;
 * leaving one unread, or reading the wrong type, is a FAULT the tests meet.
 * Errors are sticky: a query that could not be prepared, bound or stepped
 * yields no rows, and query_end() tells why. NULL reads as 0 or NULL.
 */
struct query {
	struct scope *scope;
	void         *rows;     /* the engine's own */
	enum status   status;
	int           column, columns;
	bool          done;
	i64           row;
	struct kept_rows *kept; /* instead, where answers are kept */
};

struct query db_query(struct scope *, const char *sql, const struct value *,
                      size_t);
bool         query_next(struct query *);
i64          read_int(struct query *);
double       read_real(struct query *);
const char  *read_text(struct query *);         /* copied into the scope */
struct bytes read_blob(struct query *);         /* copied into the scope */

/*
 * What was made of an answer may be kept beside it: a place, and the memory it
 * shall be made in. NULL when the answer is not kept; then it is made anew.
 */
void       **query_made(struct query *, struct arena **mem);
enum status  query_end(struct query *) MUST_USE;

/* Ends a query that has one row or none: NOT_FOUND if there was none. */
enum status  query_end_one(struct query *) MUST_USE;

/* The whole of a query that answers with one number; NOT_FOUND if no row. */
enum status  db_number(struct scope *, const char *sql, const struct value *,
                       size_t, i64 *out) MUST_USE;

/*
 * What happened, written in the same transaction: who, when, to what, and
 * the values it had before. Nothing anyone saved is ever lost.
 * `verb` is a word of doc/words.md; `before` is JSON text or NULL.
 */
enum status event_note(struct scope *, const char *kind, i64 id,
                       const char *verb, const char *before) MUST_USE;

/*
 * The same, reading the row as it stands now. `KEEP(s, "finding", id,
 * "change")` stands before each UPDATE of a row that somebody wrote.
 */
enum status event_keep(struct scope *, const char *kind, const char *sql,
                       i64 id, const char *verb) MUST_USE;
#define KEEP(s, table, id, verb)                                        \
	event_keep((s), table,                                          \
	           "SELECT * FROM " table " WHERE org_id = $1 AND id = $2", \
	           (id), verb)

/* The same for all rows that belong to one: side_member by side_id. */
enum status event_keep_each(struct scope *, const char *kind,
                            const char *ids, const char *sql, i64 owner,
                            const char *verb) MUST_USE;
#define KEEP_EACH(s, table, by, owner, verb)                            \
	event_keep_each((s), table,                                     \
	                "SELECT id FROM " table " WHERE org_id = $1"    \
	                " AND " by " = $2 ORDER BY id",                 \
	                "SELECT * FROM " table                          \
	                " WHERE org_id = $1 AND id = $2", (owner), verb)

/*
 * Copy everything, ids too, from one database to another of either engine:
 * out of one snapshot, into one transaction. The target has the schema and no
 * people or organisations, or it is refused: TAKEN. Both have taken the same
 * schema steps, or it is INVALID. Counts are then compared table by table.
 * The arena must outlive both connections, which remember statements in it.
 */
struct copied { const char *table; i64 rows; };
struct copied_list { struct copied *v; size_t n, room; };
enum status db_copy(struct db *from, struct db *to, struct arena *,
                    struct copied_list *out) MUST_USE;

/* Rows of each table. */
enum status db_counts(struct db *, struct arena *, struct copied_list *out)
	MUST_USE;

/* Ten letters and digits nobody can guess, for addresses. */
char *key_new(struct arena *);

#endif
