/*
 * Alternatives side by side, doing nothing new among them (domain.md S2-10):
 * what happens to people, environment and economy, the goals with their marks,
 * conflicts, and what is not known. Nothing is added up, nothing ranked. The
 * same on the page and in papers.
 */
#ifndef ALTERNATIVES_H
#define ALTERNATIVES_H

#include "assess/figures.h"
#include "conflict/conflict.h"

struct alternatives {
	struct pictured             of;         /* in the order below */
	const struct conflict_list *conflicts;
	const char                 *baseline;   /* what happens without */
};

/* Doing nothing new first, else as they stand. */
struct priority_list alternatives_order(struct arena *,
                                        const struct priority_list *);

/* The table, or several of so many columns that one can read. */
void alternatives_on(struct paper *, const struct alternatives *);

struct route;
extern const struct route *const alternatives_routes;

#endif
