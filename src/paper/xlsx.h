/*
 * The inside of the XLSX writer that knows nothing of the library: what sheets
 * are called and what a cell says in one text.
 */
#ifndef PAPER_XLSX_H
#define PAPER_XLSX_H

#include "paper/office.h"

enum {
	XLSX_NAME = 31,         /* of a sheet: UTF-16 units, as Excel counts */
	XLSX_CELL = 32767,      /* of a cell */
	XLSX_ROWS = 1048576,
};

/* The first of it that has at most so many UTF-16 units. */
char *xlsx_cut(struct arena *, const char *text, size_t units);

/* A name no sheet in the list has yet; it is added. */
const char *xlsx_sheet_name(struct arena *, const char *title,
                            struct text_list *taken);

/* The one link of a cell that leads out of the paper, or NULL. */
const char *xlsx_link(struct arena *, const struct cell *);

/* A column's width in characters: as its longest line, within limits. */
double xlsx_width(struct arena *, const struct block *, size_t column);

/* Lines a row needs in columns of these widths; at most what Excel shows. */
int xlsx_lines(struct arena *, const struct table_row *, const double *width);

#endif
