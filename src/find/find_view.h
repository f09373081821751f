/* How what was found is drawn; find_row.c. */
#ifndef FIND_VIEW_H
#define FIND_VIEW_H

#include "find/find.h"
#include "web/page.h"

/* "Fynd", over a list of them. */
const char *find_kind_word(const struct req *, enum find_kind);

void entry_row(struct req *, const struct asked *, const struct entry *);

#endif
