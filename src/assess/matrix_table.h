/*
 * The matrix drawn: marks with their finding's number and short form, signs
 * only, and how to read the signs. Each cell holds one link to its goal's page.
 */
#ifndef MATRIX_TABLE_H
#define MATRIX_TABLE_H

#include "assess/view.h"

void matrix_shown(struct req *, const struct view *, const struct matrix *);
void signs_shown(struct req *, const struct view *, const struct matrix *);
void legend_shown(struct req *);

/* The ith finding of a cell; and a finding's mark on a goal, or NULL. */
const struct finding *cell_finding(const struct view *,
                                   const struct matrix_cell *, size_t i);
const struct mark *mark_for(const struct finding *, const struct goal *);

#endif
