/* The method as a tree of two levels: a picture, and a list of the same. */
#ifndef HELP_MAP_H
#define HELP_MAP_H

#include "kit/icu.h"
#include "paper/figure.h"
#include "web/say.h"

enum { BRANCHES = 8, LEAVES = 3 };
struct branch {
	const struct sentence *name, *leaves[LEAVES];
	const char            *address; /* where it is read about */
};
extern const struct sentence *const map_root;
extern const struct branch map_branches[BRANCHES];

const struct figure *map_figure(struct arena *, enum language);

#endif
