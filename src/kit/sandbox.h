/*
 * Work on files from outside, and rendering, done apart: a helper process
 * forked before any thread starts, which forks a child per piece of work with
 * limits on time and memory and no way to run, write or connect to anything.
 * A child that breaks its limits or crashes is that piece's failure only.
 * Keeps libseccomp.
 */
#ifndef SANDBOX_H
#define SANDBOX_H

#include "base/arena.h"

/* Runs in the child. What it answers crosses back; memory ends with it. */
typedef enum status work_fn(struct arena *, struct bytes in,
                            struct bytes *out);

struct work {
	const char *name;
	work_fn    *run;
	int         seconds;            /* of CPU */
	int         megabytes;
	bool        opens;              /* files, to read: fonts; else none */
};

struct sandbox;

/* Before any thread. `table` ends with a NULL name and must outlive it. */
struct sandbox *sandbox_start(const struct work *table);
void            sandbox_stop(struct sandbox *);

/*
 * Do a piece of work; safe from any thread. Answers what the work answered,
 * FAULT if it crashed, INVALID if it ran out of its limits (three times its
 * seconds by the wall clock is one) or either side is over 64 MB. With a NULL
 * sandbox the work runs in place (tests, commands).
 */
enum status sandbox_do(struct sandbox *, const struct work *table,
                       const char *name, struct arena *, struct bytes in,
                       struct bytes *out) MUST_USE;

/*
 * In a process that serves: refuse execve, ptrace and the like from now on, in
 * every thread. For good, and for what it forks.
 */
void sandbox_narrow(void);

#endif
