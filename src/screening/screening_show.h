/* Pieces of a screening that several pages show. */
#ifndef SCREENING_SHOW_H
#define SCREENING_SHOW_H

#include "screening/trigger.h"
#include "web/page.h"

const char *screening_answer_say(struct req *,
                                 const struct screening_answer *);
const char *screening_outcome(struct req *, const struct screening *);

/* Which depth the answers point at, and which answers. */
void screening_suggestion_shown(struct req *, const struct screening *);

const char *duty_kind_say(const struct req *, enum duty_kind);

/* What the answers open, in a section of its own; nothing if nothing. */
void screening_opens_shown(struct req *, unsigned duties);

/* Question, answer; result, motive, decider. */
void screening_answers_shown(struct req *, const struct screening *);
void screening_result_shown(struct req *, const struct screening *);

/* Half a page: "/o/:org/screenings/:screening/paper". */
struct paper *screening_paper(struct req *, const struct screening *,
                              const struct subject *);

#endif
