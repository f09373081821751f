/*
 * What a reading connection has read, kept until somebody commits: the same
 * question with the same values is answered from memory while the database says
 * that nothing has changed. Kept are answers of the engine, never pages; who
 * asks does not know. Off unless asked for (db_keep()).
 *
 * A question is known by the address of its text, so the text must be one that
 * stays: a literal, as everywhere outside db/copy.c, which does not look here.
 */
#ifndef KEPT_H
#define KEPT_H

#include "db/db.h"

struct kept;                    /* all that a connection keeps */

/* One answer: its cells row by row. Lives until the next look. */
struct kept_rows {
	const char   *sql;
	struct value *values;
	size_t        n_values;
	struct value *cells;
	size_t        n_cells, room;
	int           columns;
	void         *made;             /* of the answer, by who asked */
	struct kept_rows *next;
};

struct kept *kept_new(void);
void         kept_free(struct kept *);          /* NULL is harmless */

/* A look begins: what was kept of another version, or too much, is let go. */
void kept_begin(struct kept *, i64 version);

/* The answer to a question asked before, or NULL. */
struct kept_rows *kept_find(const struct kept *, const char *sql,
                            const struct value *, size_t n);

/* A new answer to fill, and a cell of it; bytes are copied. */
struct kept_rows *kept_add(struct kept *, const char *sql,
                           const struct value *, size_t n, int columns);
void kept_cell(struct kept *, struct kept_rows *, struct value);

struct arena *kept_mem(struct kept *);  /* what lives as long as the rest */

#endif
