/*
 * What an engine must do. Two do it: sqlite.c and pg.c. Nothing outside src/db
 * includes this file.
 *
 * Rows an engine hands out are valid until the next step of the same query.
 */
#ifndef ENGINE_H
#define ENGINE_H

#include "db/db.h"

struct engine;

/* A connection as db.c knows it; each engine's own struct begins with it. */
struct db {
	const struct engine *engine;
	bool  in_transaction;
	i64   fail_at;          /* tests: the engine call to fail; 0 is none */
	i64   calls;
	bool  looking;
	struct kept *kept;      /* of a reader that keeps what it reads */

	/* Said in this transaction; only where the engine has no `notify`. */
	struct signals {
		char (*v)[MOST_TOPIC + 1];
		size_t n, room;
	} signals;
};

struct engine {
	const char *name;
	bool        one_writer;

	void        (*close)(struct db *);

	/* Begin; a writer waits for its turn, BUSY after 10 s. */
	enum status (*begin)(struct db *, bool write, i64 org);
	enum status (*commit)(struct db *);
	void        (*rollback)(struct db *);

	/*
	 * A question for a number that is another one when anybody else has
	 * committed since it was asked last; as the first of a look it opens
	 * the snapshot it speaks of. NULL where there is none.
	 */
	const char *version;

	/*
	 * A question that tells everyone who listens of topic $1 when the
	 * transaction commits, and answers with a number. NULL: db.c tells.
	 */
	const char *notify;

	/* Is it still going on? A full disk may have ended it. One writer. */
	bool        (*lasts)(struct db *);

	/* Many statements without values: schema steps only. */
	enum status (*script)(struct db *, const char *sql);

	/*
	 * Prepare once per connection (found by the literal's address), bind
	 * and be ready to step. `rows` is the engine's own.
	 */
	enum status (*run)(struct db *, struct arena *, const char *sql,
	                   const struct value *, size_t, void **rows);

	/* OK with *got true for a row; *got false at the end. */
	enum status (*step)(struct db *, void *rows, bool *got);
	int         (*columns)(void *rows);
	const char *(*column_name)(void *rows, int column);
	struct value (*column)(void *rows, int column);

	/* Rows changed by the statement, and the statement put back. */
	i64         (*changed)(void *rows);
	void        (*done)(struct db *, void *rows);

	/* What is stored holds together; else FAULT, logged. */
	enum status (*sound)(struct db *);

	/* Copying: make the counter of a table's ids go on after its last. */
	enum status (*settle_ids)(struct db *, const char *table);
};

enum status sqlite_open(const char *path, enum db_use, struct db **out);
enum status pg_open(const char *url, enum db_use, struct db **out);

/*
 * What an engine calls first in begin, run, step and commit, so that tests
 * can make the nth call fail: true means fail with FAULT, silently.
 */
bool engine_fails(struct db *);

/* -- signal.c ------------------------------------------------------------ */

/* The transaction is over: what was said in it is heard, or forgotten. */
void signals_end(struct db *, bool committed);
bool signal_fits(const char *topic);
void signal_heard(const char *topic);   /* from any thread */

enum status pg_listen(const char *url, struct ear **out);
void        pg_listen_end(struct ear *);

/* Schema steps embedded at build: name, text. Ends with a NULL name. */
struct schema_step {
	const char *name, *sql;
};
extern const struct schema_step schema_steps[];

/* The tables the steps make, in an order in which references hold. */
struct text_list schema_tables(struct arena *);

#endif
