/*
 * The cells of a workbook as text. A formula is its value as it was last
 * computed, and is never run; looks, drawings and links are passed over. What
 * is read comes from anybody: do it in the sandbox.
 */
#ifndef XLSX_READ_H
#define XLSX_READ_H

#include "base/arena.h"

struct sheet_cell {
	const char *text;               /* trimmed; "" is empty */
	bool        number;             /* kept as one: 8.10 is "8.1" */
};
struct sheet_cells { struct sheet_cell *v; size_t n, room; };

struct sheet_row {
	i64                line;        /* as the program numbers it, from 1 */
	struct sheet_cells cells;       /* from A; the last is not empty */
};
struct sheet_rows { struct sheet_row *v; size_t n, room; };

struct sheet { const char *name; struct sheet_rows rows; };
struct sheet_list { struct sheet *v; size_t n, room; };

enum {
	XLSX_MOST_SHEETS  = 20,         /* those after are not read */
	XLSX_MOST_ROWS    = 5000,       /* with something in them, each sheet */
	XLSX_MOST_COLUMNS = 100,
	XLSX_MOST_TEXT    = 20000,      /* bytes of a cell */
};

/*
 * Sheets in their order; rows that say nothing are left out. A number is
 * written as short as it can be, a day is the number it is kept as. INVALID
 * for what is no workbook, or is over a limit here, of kit/zip.h or kit/xml.h.
 */
enum status xlsx_read(struct arena *, struct bytes, struct sheet_list *out)
	MUST_USE;

#endif
