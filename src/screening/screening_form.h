/* The questions of a screening, asked and read. */
#ifndef SCREENING_FORM_H
#define SCREENING_FORM_H

#include "screening/screening.h"
#include "web/page.h"

void ask_screening(struct req *, const struct screening *now,
                   enum depth asked);

/* Those of out->asked; the others stay as they are. */
void read_screening_form(struct req *, struct screening *out);

#endif
