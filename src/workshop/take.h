/*
 * What a meeting answered, taken into its assessment: at the end, and once
 * more when late answers are compiled. What was taken in before and nobody has
 * changed since follows its answers; what a person changed is theirs.
 */
#ifndef TAKE_H
#define TAKE_H

#include "workshop/after.h"

enum status take_findings(struct scope *, const struct meeting *,
                          const struct close_words *) MUST_USE;
/* Who is missing, and actions. */
enum status take_ideas(struct scope *, const struct meeting *) MUST_USE;

#endif
