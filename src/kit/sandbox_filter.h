/*
 * What the kernel refuses: limits and filters of system calls, for a child that
 * does one piece of work and for the process that serves.
 */
#ifndef SANDBOX_FILTER_H
#define SANDBOX_FILTER_H

#include "kit/sandbox.h"

/* How a child ends that used up its memory; crashes end by a signal. */
enum { EXIT_EXHAUSTED = 3 };

/* In the child, when its input is read: from now on it can only compute. */
void filter_child(const struct work *);

#endif
