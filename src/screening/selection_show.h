/* Pieces of the yearly selection that its pages and its paper share. */
#ifndef SELECTION_SHOW_H
#define SELECTION_SHOW_H

#include "screening/selection.h"
#include "web/page.h"

/* The year in the address; NOT_FOUND if it is none. */
enum status selection_year(const struct req *, i64 *year) MUST_USE;

const char *selection_state_say(const struct req *, enum selection_state);

/* "Säkrad", "Pågår" or "Inte påbörjad". */
const char *selection_where_say(const struct req *, const struct selection *);

/* "6 av 9 utvalda är säkrade", of all units. */
const char *coverage_say(const struct req *, const struct coverage_list *);

struct paper *selection_paper(struct req *, i64 year,
                              const struct selection_list *,
                              const struct coverage_list *);

#endif
