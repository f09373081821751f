/*
 * Where an assessment stands (domain.md 11), as far as that is decided by hand:
 * it is compiled, it rests and is taken up again, it is followed up and closed.
 * Its other states follow from what is done.
 */
#ifndef STATE_H
#define STATE_H

#include "assess/assess.h"

struct req;
struct view;

bool assessment_is_moved(enum assessment_state from,
                         enum assessment_state to);

/* STALE if it changed meanwhile, DENIED if it may not become that. */
enum status assess_become_because(struct scope *, i64 id, i64 version,
                                  enum assessment_state, const char *why)
	MUST_USE;

/* One that rests says so on its pages, and cannot be finished. */
void rest_shown(struct req *, const struct view *);
void rest_lacking(struct req *, struct view *);

extern const struct route *const state_routes;

#endif
