/*
 * Any two assessments side by side, goal by goal, from their documents: as it
 * is now when open, as it was finished when final (decisions.md B2, B3). What
 * nobody judged, what has no effect and what is not known stay three things,
 * and nothing is added up over goals.
 */
#ifndef BESIDE_H
#define BESIDE_H

#include "document/document.h"

/* What one finding says of a goal. */
struct goal_mark { const struct finding *finding; const struct mark *mark; };
struct goal_mark_list { struct goal_mark *v; size_t n, room; };

/* A goal that either has chosen or judged; sides 0 and 1 are the two. */
struct beside {
	const struct framework *framework;
	const struct goal      *goal;
	const struct goal      *renamed;        /* the second's, if it is called
	                                         * something else there */
	bool                    chosen[2];
	struct goal_mark_list   side[2];
	bool                    differs;
};
struct beside_list { struct beside *v; size_t n, room; };

/*
 * In the order of the frameworks of the first, then of those that only the
 * second has. A goal goes by its framework's code and its own, so that two
 * editions meet. It differs unless both say the same things of it, however
 * many findings say each, or both left it: chosen and not judged, or not
 * chosen. All goals of a RUS are chosen.
 */
void documents_beside(struct arena *, const struct document *a,
                      const struct document *b, struct beside_list *);

/*
 * What both have, or one of them: its place in the list of each, in the order
 * of the first and then of what only the second has. What stands in one only
 * differs.
 */
enum { NOWHERE = -1 };
struct place { int at[2]; bool differs; };
struct place_list { struct place *v; size_t n, room; };

/* By code; another edition differs. */
void frameworks_beside(struct arena *, const struct document *a,
                       const struct document *b, struct place_list *);
/* By number in versions of one thing, else by name; another wording differs. */
void priorities_beside(struct arena *, const struct document *a,
                       const struct document *b, struct place_list *);
/* By key or name; who was missing in one and not in the other differs. */
void actors_beside(struct arena *, const struct document *a,
                   const struct document *b, struct place_list *);
/* By title; another state differs. */
void conflicts_beside(struct arena *, const struct document *a,
                      const struct document *b, struct place_list *);
void actions_beside(struct arena *, const struct document *a,
                    const struct document *b, struct place_list *);

/* The same framework, in any edition; NULL: it is not used. And a goal of one
 * that is; NULL: it has none of that code. */
const struct framework *framework_in(const struct document *,
                                     const char *code);
const struct goal *goal_in(const struct framework *, const char *code);

/*
 * The two as paper; what the page shows is the same. Versions of one thing
 * stand in their order.
 */
struct two {
	struct document d[2];
	const char     *key[2];
	const char     *name[2];        /* at the head of a column */
	const char     *full[2];        /* and with what is assured */
	bool            kin;
};
struct req;
struct paper;
struct paper *beside_paper(struct req *, const struct two *, bool only);
/* … and only what comes after the head, under a heading of level 1. */
struct paper *beside_body(struct req *, const struct two *, bool only);

struct route;
extern const struct route *const beside_routes;

#endif
