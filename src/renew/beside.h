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

/* Was the same framework used in another edition by the other? NULL: no. */
const struct framework *framework_in(const struct document *,
                                     const char *code);

struct route;
extern const struct route *const beside_routes;

#endif
