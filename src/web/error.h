/*
 * How a visit ends: the only place that knows numbers of statuses.
 */
#ifndef ERROR_H
#define ERROR_H

#include "web/req.h"

/* The page, the redirect, or the error page for a status. */
void answer(struct req *, enum status);

/* The page that is written, with the number of a status. */
void answer_page(struct req *, enum status);

/* problem.c: the answer to a program; the code is set, and may become 201 or
 * 401. */
void answer_program(struct req *, enum status, const char *title);

#endif
