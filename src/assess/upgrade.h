/*
 * An open assessment goes over to another model or depth. Two questions of one
 * meaning are one question: its answer goes along. What the new model does not
 * ask stays, with the words it was asked by, and is shown apart. Nothing is
 * typed twice and nothing is lost.
 */
#ifndef UPGRADE_H
#define UPGRADE_H

#include "assess/assess.h"

struct upgrade {
	struct question_list more;      /* asked then and not now */
	i64 follows;                    /* answers asked for then too */
	i64 kept;                       /* answers that are not, but stay */
};

/* -- rules --------------------------------------------------------------- */

struct upgrade upgrade_of(struct arena *, const struct method *from,
                          enum depth, const struct method *to, enum depth at,
                          const struct answer_list *);

/* The question of a meaning, asked at the depth; NULL if there is none. */
const struct question *question_meaning(const struct method *, enum depth,
                                        const char *means);

/* The words of an answer on its own: what was chosen, or what was written. */
const char *answer_words(const struct answer *);

/* -- store --------------------------------------------------------------- */

/* Both models with scales. STALE if it was changed meanwhile. */
enum status upgrade_turn(struct scope *, const struct assessment *,
                         const struct method *from, const struct method *to,
                         enum depth) MUST_USE;

/* For documents: the words as they were said. */
enum status answer_asked(struct scope *, i64 assessment, i64 priority,
                         const char *means, const char *asked,
                         const char *label) MUST_USE;

/* -- web ----------------------------------------------------------------- */

struct req;
struct view;

/* Answers that no question here asks for, under a heading; none, nothing. */
void kept_answers_shown(struct req *, const struct view *);

extern const struct route *const upgrade_routes;

#endif
