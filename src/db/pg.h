/*
 * What the files of the PostgreSQL engine know together: pg.c keeps the
 * connection and its transactions, pg_run.c runs statements, pg_listen.c hears
 * signals. Only these three include this file, and libpq.
 */
#ifndef PG_H
#define PG_H

#include <libpq-fe.h>

#include "db/engine.h"

enum { PG_SLOTS = 1024 };

#define PG_CHANNEL "vagval"     /* of signals */

struct statement;

struct pg {
	struct db          db;
	PGconn            *server;
	enum db_use        use;
	struct arena      *mem;         /* what it knows of statements */
	struct statement **slots;
	int                prepared;
};

static inline struct pg *pg_of(struct db *db)
{
	return (struct pg *)db;
}

bool        pg_fine(const PGresult *);

/* What a failure means; faults are logged here. */
enum status pg_explain(struct pg *, const PGresult *, const char *sql);

/* As struct engine has them. */
enum status  pg_run(struct db *, struct arena *, const char *sql,
                    const struct value *, size_t, void **rows);
enum status  pg_step(struct db *, void *rows, bool *got);
int          pg_columns(void *rows);
const char  *pg_column_name(void *rows, int column);
struct value pg_column(void *rows, int column);
i64          pg_changed(void *rows);
void         pg_done(struct db *, void *rows);

#endif
