/*
 * What the pages of a participant know: who it is, what is on, which question
 * of it, and what they have answered so far. Nothing of anybody else's.
 */
#ifndef GUEST_H
#define GUEST_H

#include "web/page.h"
#include "workshop/after.h"
#include "workshop/show.h"

enum { SENTENCE = 500 };        /* characters of what happens, and for whom */

struct here {
	struct workshop   w;
	struct guest      g;            /* with its key */
	struct item       item;         /* what the page is about; id 0 none */
	bool              late;         /* … and it is not what is on */
	i64               on;           /* no of what is on; 0 nothing */
	struct reply_list own;          /* own answers to it */
	i64               q;            /* question from 1; one above the last
	                                 * when there are no more */
};

/* By the address, and what a link or form says of `item` and `goal`, from 1. */
enum status here_find(struct req *, struct here *) MUST_USE;

/* Do they answer this item for themselves, on this page? */
bool here_alone(const struct here *, const struct item *);

/* An item's questions; the goal of one, NULL if it has none; its own answer,
 * NULL if there is none yet. */
i64                     item_questions(const struct item *);
const struct item_goal *item_goal_of(const struct item *, i64 q);
const struct reply     *own_reply(const struct here *, i64 q);
i64                     own_count(const struct here *);

/* -- guest_form.c -------------------------------------------------------- */

/* The question the page is at, as a form to answer. */
void question_form(struct req *, const struct here *);
/* The value as the form sent it, or issues. "" too when nothing was chosen. */
const char *question_read(struct req *, const struct here *);
/* An answer in words. */
void answer_shown(struct req *, const struct item *, i64 q,
                  const struct reply *);

/* -- guest_after.c ------------------------------------------------------- */

/* After the last question: own answers, and what the others answered once the
 * leader shows it. */
enum status answers_page(struct req *, const struct here *) MUST_USE;
/* Earlier items that can still be answered. */
enum status missed_shown(struct req *, const struct here *) MUST_USE;

/* -- guest_way.c --------------------------------------------------------- */

/* Own link, another table, leaving: at the foot of each page. */
enum status ways_shown(struct req *, const struct here *) MUST_USE;
/* To one who has left. */
enum status left_shown(struct req *, const struct here *) MUST_USE;

/* -- guest_close.c ------------------------------------------------------- */

/* Three questions on the meeting, and what was said to them. */
enum status evaluation_shown(struct req *, const struct here *) MUST_USE;
enum status evaluation_read(struct req *, const struct here *) MUST_USE;

#endif
