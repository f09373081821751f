/*
 * What the page and the file of patterns share.
 */
#ifndef PATTERN_VIEW_H
#define PATTERN_VIEW_H

#include "renew/pattern.h"
#include "web/page.h"

/* A question on a meeting, and what its answers are called; the last one has
 * others than the rest. */
struct pattern_question {
	const struct sentence        *asked;
	const struct sentence *const *words;    /* of its answers */
	const i64                    *n;        /* in struct pattern_said */
	i64                           most;
};
enum { QUESTIONS = 3 };
void pattern_questions(const struct pattern_said *,
                       struct pattern_question out[QUESTIONS]);
/* Of an answer, from 1. */
const char *pattern_answer(const struct req *, const struct pattern_question *,
                           i64 answer);

/*
 * All of it as one table, a row for each count: for a spreadsheet in which
 * several organisations are put under each other.
 */
struct paper *pattern_paper(struct req *, struct pattern *);

#endif
