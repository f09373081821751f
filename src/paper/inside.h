/*
 * What the writers of a paper share and nobody else needs.
 */
#ifndef PAPER_INSIDE_H
#define PAPER_INSIDE_H

#include "paper/paper.h"

/* Does a sign or a tile stand before its words? */
bool span_signed(const struct span *);

/* Is there a logo that can be drawn? No brand has none. */
bool brand_has_logo(const struct brand *);

/* A link one may follow: inside the paper, on this site, web or mail. */
bool link_safe(const char *link);

/* A row of findings or marks: the cell's columns show marks, not only text. */
bool table_has_marks(const struct block *);

/* Columns of a table or of facts; a group row counts as none. */
size_t table_columns(const struct block *);

#endif
