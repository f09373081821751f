/* What the pages of the way back share. */
#ifndef BACK_H
#define BACK_H

#include "assess/words.h"
#include "web/page.h"
#include "workshop/after.h"

void remark_shown(struct req *, const struct remark *);
void report_back_row(struct req *, const struct report_back *);
enum status reports_shown(struct req *, const struct workshop *) MUST_USE;
enum status back_page(struct req *);

/* The reports and what was done with comments, as a file
 * (report_back_paper.c). */
enum status report_back_file(struct req *);

/* One organisation's page: what touches it, what it is asked to do, what it
 * said (of five or more), what changed. */
enum status organisation_shown(struct req *, const struct workshop *,
                               const char *name) MUST_USE;
/* Those who came, are named in findings or asked by actions. */
enum status organisations_named(struct req *, const struct workshop *,
                                struct text_list *) MUST_USE;

/* The draft compilation, as a part of a page (result_web.c). */
enum status result_shown(struct req *, const struct workshop *) MUST_USE;

#endif
