/* The paper of two assessments being written: what its sections share. */
#ifndef BESIDE_VIEW_H
#define BESIDE_VIEW_H

#include "paper/paper.h"
#include "renew/beside.h"
#include "web/page.h"

struct telling {
	struct req       *r;
	struct paper     *p;
	const struct two *two;
	bool              only;         /* what differs */
};

/* The heading of a section: false if a sentence says all there is to say, that
 * there is nothing of it, or (`agree`) that they say the same. */
bool told_any(const struct telling *, const struct sentence *heading,
              size_t all, size_t differ, const struct sentence *agree);

/* A table with four columns: what, the one, the other, the difference. */
void told_table(const struct telling *, const struct sentence *caption,
                const struct sentence *what);
void told_cell(const struct telling *, const char *said);

/* The difference in words, where only one has it, and of a place. */
const char *told_only_in(const struct telling *, int side);
const char *told_placed(const struct telling *, const struct place *);

size_t places_differing(const struct place_list *);

/* beside_judged.c */
void told_priorities(const struct telling *);
void told_goals(const struct telling *);
void told_findings(const struct telling *);

#endif
