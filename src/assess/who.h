/*
 * Who it happens to, and where: the findings by combination of groups, by
 * place, and those that name neither (domain.md S2-05).
 */
#ifndef WHO_H
#define WHO_H

#include "actor/actor.h"
#include "assess/finding.h"

/* Findings that name the same: indexes in the list, by number. */
struct heap {
	const char *name;               /* codes with +, or a place */
	struct index_list { size_t *v; size_t n, room; } findings;
};
struct heap_list { struct heap *v; size_t n, room; };

/* In register order: what begins with sex stands first, a group alone before
 * its combinations. */
struct heap_list heaps_by_group(struct arena *, const struct finding_list *,
                                const struct group_list *);

/* In Swedish order; `places` of a finding is cut at commas, semicolons and new
 * lines, and written in one way of several is one place. */
struct heap_list heaps_by_place(struct arena *, const struct finding_list *);

/* Groups in use that no finding names, alone or in a combination. */
struct group_list groups_untouched(struct arena *, const struct finding_list *,
                                   const struct group_list *);

/* Does a combination name the group? And one of an axis? */
bool combination_names(const char *codes, const char *code);
bool combination_on(const char *codes, const struct group_list *,
                    enum group_axis);

struct route;
extern const struct route *const who_routes;

#endif
