/*
 * What behöver ses över (domain.md BR-01, BR-02, A-05): a finished assessment
 * whose subject is being revised, and any that uses a framework that has been
 * replaced. The flag is read from that, never stored, and touches no content.
 * It is answered by a new version that is begun, in an open one by another
 * framework, or by a reason why none is needed.
 */
#ifndef RENEWAL_H
#define RENEWAL_H

#include "base/base.h"

struct scope;
struct req;
struct route;

enum renewal_cause { RENEWAL_REVISION = 1, RENEWAL_FRAMEWORK };

struct renewal {
	i64         id;                 /* of the answer; 0 not answered */
	i64         assessment;
	const char *key, *title;
	int         state;              /* enum assessment_state */
	const char *lead_name;          /* "" nobody */
	enum renewal_cause cause;
	i64         of;                 /* the subject, or the framework */
	const char *framework;          /* its key; "" none */
	const char *of_sv, *of_en, *of_edition;
	const char *why, *by;           /* of an answer */
	i64         at;
};
struct renewal_list {
	struct renewal *v;
	size_t n, room;
	bool   more;            /* there is a next page */
};

/*
 * Those that wait, newest assessment first, from before `before` (an id; 0 the
 * first page); with a person, those that they lead. One for each cause: so at
 * most `most` rows, but never one cause of an assessment without the other.
 */
enum status renewal_waiting(struct scope *, i64 person, i64 before, i64 most,
                            struct renewal_list *) MUST_USE;

/* Those that were answered, newest answer first, from before it. */
enum status renewal_answered(struct scope *, i64 before, i64 most,
                             struct renewal_list *) MUST_USE;

/* Why one waits, each cause by itself: none when it does not. */
enum status renewal_here(struct scope *, i64 assessment,
                         struct renewal_list *) MUST_USE;

/* One that waits, because of a revision or (key) a framework; NOT_FOUND if it
 * does not wait for that. */
enum status renewal_of(struct scope *, i64 assessment, const char *framework,
                       struct renewal *) MUST_USE;

/* Why it need not be: `why` of what waits. */
enum status renewal_answer(struct scope *, const struct renewal *) MUST_USE;
/* The answer taken back: it waits again. */
enum status renewal_take_back(struct scope *, i64 assessment,
                              const char *framework) MUST_USE;

/* Rows of a list; beside each why it waits. */
void renewal_rows(struct req *, const struct renewal_list *, size_t most);

/* What the first page of an assessment says of it (assess_notice). */
struct view;
enum status renewal_notice(struct req *, const struct view *);

extern const struct route *const renewal_routes, *const phase_routes;

#endif
