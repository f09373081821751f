/*
 * The yearly follow-up of what was assured (U-F3): how it stands today with
 * its actions, choices and questions, over all its versions, what departs from
 * the plan and why (U-F5), and what has been reported back.
 */
#ifndef FOLLOW_H
#define FOLLOW_H

struct route;
extern const struct route *const follow_routes;

#endif
