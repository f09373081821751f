/*
 * The inside of the line of time: what is on it, and how it is drawn.
 */
#ifndef TIMELINE_ROW_H
#define TIMELINE_ROW_H

#include "action/timeline.h"

struct timeline_row {
	i64         day;                /* 0 none */
	const char *what, *when, *state;
	enum dot    dot;
	bool        late;
	size_t      no;                 /* the order they came in */
};
struct timeline_row_list { struct timeline_row *v; size_t n, room; };

/* In the order of their days. */
struct timeline_row_list own_rows(const struct timeline *);
struct timeline_row_list action_rows(const struct timeline *);

const char *timeline_finding(const struct timeline *);

#endif
