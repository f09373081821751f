/*
 * A perspective that is not relevant for a priority, and why: kept, shown in
 * one line, told in the annex (domain.md S2-01).
 */
#ifndef ASIDE_H
#define ASIDE_H

#include "assess/assess.h"

struct aside {
	i64         priority, priority_no, framework;   /* ids; number */
	const char *framework_code, *reason;
};
struct aside_list { struct aside *v; size_t n, room; };

/* -- rules --------------------------------------------------------------- */

/* The one of a priority and a framework, or NULL. */
const struct aside *aside_of(const struct aside_list *, i64 priority,
                             i64 framework);

/* What has been picked or marked since is relevant after all. */
bool aside_holds(const struct aside *, const struct relevance_list *,
                 const struct finding_list *);

/* -- store --------------------------------------------------------------- */

/* By priority, and the order of frameworks. */
enum status aside_list(struct scope *, i64 assessment, struct aside_list *)
	MUST_USE;
enum status aside_set(struct scope *, i64 assessment, const struct aside *,
                      bool on) MUST_USE;

#endif
