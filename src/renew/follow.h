/*
 * The yearly follow-up of what was assured (U-F3): how it stands today with
 * its actions, choices and questions, over all its versions, what departs from
 * the plan and why (U-F5), and what has been reported back.
 */
#ifndef FOLLOW_H
#define FOLLOW_H

#include "base/base.h"

struct req;
struct paper;
struct route;

enum status follow_paper(struct req *, i64 assessment, struct paper **)
	MUST_USE;
extern const struct route *const follow_routes;

#endif
