/*
 * The yearly follow-up of what was assured (U-F3): how it stands today with
 * its actions, choices and questions, over all its versions, what departs from
 * the plan and why (U-F5), and what has been reported back.
 */
#ifndef FOLLOW_H
#define FOLLOW_H

#include "action/action.h"
#include "conflict/conflict.h"
#include "review/review.h"

/* What lives on of one assessment; what was removed is not in it. */
struct followed {
	struct assessment     a;
	struct action_list    actions;
	struct conflict_list  conflicts;        /* no synergies */
	struct position_list  positions;
	struct finding_list   gaps;
	struct reporting_list told;
};
struct followed_list { struct followed *v; size_t n, room; };

/* Is it late, or dropped? Then why, and what instead, is asked for. */
bool action_departs(const struct action *, i64 today);

extern const struct route *const follow_routes;

#endif
