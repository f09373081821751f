/*
 * Actions and the days of an assessment on one line of time. Pure: the day that
 * counts as today is handed in, so that a paper is the same whenever it is
 * written.
 */
#ifndef TIMELINE_H
#define TIMELINE_H

#include "action/action.h"
#include "assess/figures.h"

struct timeline {
	struct arena               *mem;
	enum language               language;
	const struct assessment    *a;
	const struct occasion_list *occasions;
	const struct action_list   *actions;
	i64                         decided_on; /* of the subject, 0 unknown */
	i64                         ended_on;   /* 0 while it is open */
	const char                 *ended_how;  /* "Klar", "Fastställd" */
	i64                         today;
};

struct figure_list timeline_figures(const struct timeline *);

/* The same with a table of the assessment's own days; that of the actions is
 * the reader's next. */
void timeline_on(struct paper *, const struct timeline *);

#endif
