/*
 * The schema is written in SQLite's words; these are PostgreSQL's. Only pg.c
 * includes this file.
 */
#ifndef PG_WORDS_H
#define PG_WORDS_H

#include "base/arena.h"

/*
 * Schema text as PostgreSQL reads it: five words differ. Only whole words in
 * capitals are touched, never comments, quoted text or quoted names.
 */
char *pg_words(struct arena *, const char *sqlite);

#endif
