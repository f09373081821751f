/*
 * Walks at random through the states of an assessment and of what is around
 * it: each move is lawful or not by a small model, and the program must say the
 * same. What is unlawful moves nothing. On PostgreSQL each walk is walked again
 * on SQLite, and both must have come to the same.
 *
 *   VAGVAL_SEED=7 VAGVAL_WALKS=1    one walk of one's own
 */
#ifndef WALK_H
#define WALK_H

#include "trial.h"

/* Stands first in the struct of the model. */
struct walk {
	struct trial t;
	i64          seed;
	uint64_t     dice, trace;
};

struct walker {
	size_t size;                    /* of the struct of the model */
	int    moves;
	void (*begin)(struct walk *);   /* the model, and what it needs */
	void (*move)(struct walk *);
	void (*agrees)(struct walk *);  /* the program with the model */
};

/* `usual` walks, unless VAGVAL_WALKS asks for more. */
void walk_all(const struct walker *, i64 usual);

/* A number from 0, below what is said: the same seed, the same numbers. */
int  walk_roll(struct walk *, int below);
bool walk_tossed(struct walk *);
/* One page of eight is an old one: who has it in front of them is told so. */
bool walk_is_old(struct walk *);

/*
 * Sends a form. Is it saved, as it should be? One that should not be must be
 * refused, and no row may have moved. `path` goes on from the assessment's
 * address, unless it begins with /l/ or /o/.
 */
bool walk_sends(struct walk *, bool lawful, const char *fields,
                const char *path);
/* One number of what is so now; what a walk comes to has them all. */
void walk_notes(struct walk *, i64 what);

/* "…" in the arena of the walk. */
const char *walk_print(struct walk *, const char *, ...) PRINTF(2, 3);

#endif
