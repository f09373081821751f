/*
 * The compilation of a meeting: one paper, on the screen as soon as it has
 * ended and as a PDF. It says what was found with each table's sentence, where
 * tables differ, what is not judged, and who was there; spread, never a mean.
 */
#ifndef RESULT_H
#define RESULT_H

#include "paper/paper.h"
#include "workshop/after.h"
#include "workshop/show.h"
#include "workshop/tally.h"

struct compilation {
	struct meeting         m;
	struct found_list      found;
	struct trace_list      traces;  /* of findings */
	struct came_list       came;
	struct evaluation_list said;
	struct reply_list      asked;   /* answers to free questions */
	struct tally_list     *persons; /* by item: what each answered */
};

/* The workshop an address /w/:workshop names, and all that came of it. */
enum status compilation_here(struct req *, struct compilation *) MUST_USE;
struct paper *result_paper(struct req *, const struct compilation *);
void result_rest(struct req *, struct paper *, const struct compilation *);

/* Words of findings and of the occasion, in the visitor's language. */
struct close_words close_words(const struct req *, const struct came_list *);

/* "Mål 13 och P3", or what an item without goals is called. */
const char *item_name(struct req *, const struct item *,
                      const struct item_goal *);
/* "Mål 13 och P3: 1 av 3 bord har svarat" of each goal that lacks an answer;
 * of an item without goals, one line. */
struct text_list lacking_lines(struct req *, const struct meeting *, size_t i);

/* What a free question was answered: each choice with how many, each text. */
struct text_list asked_lines(struct req *, const struct item *,
                             const struct reply_list *,
                             const struct board_reply_list *);

/* Must it be finished some other time, as things stand? */
bool item_is_rest(const struct meeting *, size_t i);

enum status close_page(struct req *);
enum status close_save(struct req *);
enum status result_page(struct req *);
enum status result_file(struct req *);          /* as a PDF */
enum status compile_save(struct req *);
enum status follow_save(struct req *);
enum status round_page(struct req *);           /* of one item */
enum status origin_page(struct req *);          /* of one finding */

#endif
