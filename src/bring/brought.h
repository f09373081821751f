/*
 * Rows that wait: what was read of a spreadsheet, until it is saved as findings
 * or thrown away. Not a part of the assessment: no document holds them.
 */
#ifndef BROUGHT_H
#define BROUGHT_H

#include "base/arena.h"

struct scope;

enum { BROUGHT_DAYS = 30 };

struct brought {
	i64         id;
	const char *key, *name;
	const char *content;            /* JSON; "" when done with */
	i64         at, saved_at, saved;
};
struct brought_list { struct brought *v; size_t n, room; };

/* Gives it a key. DENIED when the assessment is final. */
enum status brought_note(struct scope *, i64 assessment, struct brought *)
	MUST_USE;
enum status brought_get(struct scope *, i64 assessment, const char *key,
                        struct brought *) MUST_USE;

/* Those that wait, newest first, without content; at most 20. */
enum status brought_waiting(struct scope *, i64 assessment,
                            struct brought_list *) MUST_USE;

/* Done with: so many findings came of it, none when it is thrown away. What
 * stood in it goes. TAKEN if it is done with already. */
enum status brought_done(struct scope *, i64 assessment, i64 id, i64 saved)
	MUST_USE;

/* Throws away the content of all that are too old, in every organisation. */
enum status brought_tidy(struct scope *) MUST_USE;

#endif
