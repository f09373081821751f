/* Rows that wait, on their page. */
#ifndef ROWS_PAGE_H
#define ROWS_PAGE_H

#include "assess/view.h"
#include "bring/rows.h"

struct brought_rows {
	struct brought_sheet   sheet;
	struct framework_list  frameworks;      /* with all goals */
	struct understood_list rows;
	i64                    fit;     /* that can be saved */
	const char            *digest;
};

/* What is understood of them now; `v` is read with findings. */
enum status rows_read(struct req *, const struct view *, const char *content,
                      struct brought_rows *) MUST_USE;

void sheet_notes(struct req *, const struct view *,
                 const struct brought_sheet *);
void rows_shown(struct req *, const struct brought_rows *);

/* The template: XLSX through the desk, CSV with the head only. */
enum status template_xlsx(struct req *);
enum status template_csv(struct req *);

#endif
