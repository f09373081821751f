/*
 * A model that is being made is tried before it is published: its pages are
 * drawn by the parts that draw them for those who answer, over an assessment
 * that is nowhere. What is answered follows in the forms of the page, is read
 * by the same readers, and is kept nowhere.
 */
#ifndef PREVIEW_H
#define PREVIEW_H

#include "assess/view.h"

/* What came of the form that was sent. */
enum tried { TRIED_NOTHING = 0, TRIED_ANSWER, TRIED_ELSEWHERE };

/* Takes the form in r->fields into the view. INVALID with issues. */
enum status trial_take(struct req *, struct view *, enum tried *) MUST_USE;

/* Those before it, as trial_keep() wrote them; what cannot be read is left. */
void        trial_take_kept(struct req *, struct view *, const char *kept);

/* … with the form in r->fields after them. */
const char *trial_keep(struct req *, const char *kept);

/* Does the view have what its lacks would be told from? */
bool        trial_knows(enum part_kind);

#endif
