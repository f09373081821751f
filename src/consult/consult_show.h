/* What the pages of a consultation share. */
#ifndef CONSULT_SHOW_H
#define CONSULT_SHOW_H

#include "assess/words.h"
#include "consult/consult.h"
#include "web/page.h"

/* The consultation the address names, under the frame of its matter. */
enum status consult_open(struct req *, const char *title, struct matter *,
                         struct consultation *) MUST_USE;
enum status consult_here(struct req *, struct consultation *) MUST_USE;
enum status consult_back(struct req *, const struct consultation *,
                         const char *more) MUST_USE;

/* One reply, and the question it answers: consult_reply.c. */
struct replied {
	struct consultation          c;
	struct consultee             e;
	struct consult_question_list questions;
	struct consult_reply_list    replies;
	struct viewpoint_list        viewpoints;
};

/* All but the consultation and who was asked, which are there already. */
enum status replied_rest(struct scope *, struct replied *) MUST_USE;

/* What was answered to a question, 0 beside them; "" for nothing. */
const char *reply_text(const struct replied *, i64 question);
const char *reply_field(const struct req *, i64 question_no);

/* The form's answers, as received from now on; INVALID if all are empty. */
enum status replied_save(struct req *, const struct replied *,
                         enum consult_way) MUST_USE;

/* One consultation, and its questions within it. */
enum status consult_page(struct req *);
enum status consult_questions(struct req *, const struct consultation *,
                              bool may) MUST_USE;

/* A reply, and what is read out of it; also where that could not be saved. */
enum status consult_reply_page(struct req *);

const char *consultee_state_word(struct req *, const struct consultee *);
void        viewpoint_row(struct req *, const struct consultation *,
                          const struct viewpoint *, bool may);
/* A new one, or a change of one (with a version). */
void        ask_viewpoint(struct req *, const struct viewpoint *,
                          const struct consult_question_list *);

#endif
