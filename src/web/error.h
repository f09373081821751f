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

#endif
