/*
 * The words of an assessment on pages: states, marks, depths, what is judged.
 */
#ifndef WORDS_H
#define WORDS_H

#include "assess/comment.h"
#include "assess/view.h"

const char *state_word(const struct req *, enum assessment_state);
void        state_shown(struct req *, const struct assessment *);
const char *depth_say(const struct req *, enum depth);

/* "Agenda 2030 (utgåva 2015)" */
const char *framework_word(const struct req *, const struct framework *);

/* A count of assess_counts(): "12", or "minst 1 000". */
const char *counted_say(const struct req *, i64 n);

/* "Direkt positiv" */
const char *mark_word(const struct req *, const struct mark *,
                      enum finding_kind);

/* "Beaktas delvis": of a comment, on pages and on paper. */
const struct sentence *treatment_word(enum treatment);
const char *treatment_say(const struct req *, enum treatment);
enum icon   treatment_icon(enum treatment);

/* "prioriteringen", and "Prioriteringar" over a list. */
const char *judged_one(const struct req *, const struct view *);
const char *judged_many(const struct req *, const struct view *);

/* A definition and its example, as they stand at the point of choice. */
const char *with_example(const struct req *, const char *text,
                         const char *example);
const char *value_hint(const struct req *, const struct scale_value *);

/* What the model says to whoever answers, under the title of the question. */
void        question_lead(struct req *, const struct question *);

/* A mark drawn: its shape and sign, decoration beside its word. */
void mark_shown(struct req *, const char *class, const char *sign);

#endif
