/*
 * Comma separated values, as spreadsheets in Sweden write them. Keeps libcsv.
 */
#ifndef CSV_H
#define CSV_H

#include "base/arena.h"

struct csv_row {
	struct text_list cells;
	i64              line;          /* where it began, from 1 */
};

struct csv {
	struct csv_row *v;
	size_t          n, room;
	i64             wrong_line;     /* 0, or where reading stopped */
};

/*
 * The separator is ; , or tab: the one the first line has most of. A byte
 * order mark is skipped. At most 20 MB, 100 000 rows, 200 cells a row.
 * Cells are made NFC and trimmed; rows where all are empty are left out. Text
 * that is not UTF-8 gives wrong_line 1; so does too much of it. A quote out of
 * place, a control character or a row over a limit stops the reading there.
 */
struct csv csv_read(struct arena *, struct bytes);

/*
 * One cell for writing: quoted when needed; a leading = + - @ tab or CR that is
 * not a number gets a quote before it, so that no spreadsheet runs it.
 */
char *csv_cell(struct arena *, const char *);

#endif
