/*
 * The shipped example, row by row through the forms, as one person writes it:
 * the example is the table.
 */
#ifndef BY_HAND_H
#define BY_HAND_H

#include "example.h"
#include "trial.h"

struct hand {
	struct stage   *st;
	struct document shipped, now;
	const char     *key;
	i64             id;
	const char     *fields;         /* of the form at hand */
};

/* What is sent next: a field, and to where under the assessment; 303. */
void hand_field(struct hand *, const char *name, const char *value);
void hand_sends(struct hand *, const char *rest);

/* The programme in September 2025, and all its rows. */
void hand_begins(struct hand *);
void hand_writes(struct hand *);

#endif
