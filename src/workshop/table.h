/*
 * A table in the meeting: what it and those who sit there may see of a
 * question, how differently they look at it, and the form of the answer that
 * it gives together. Its shared device and the phones of those who sit there
 * show the same pages.
 */
#ifndef TABLE_H
#define TABLE_H

#include "base/agreement.h"
#include "workshop/meeting.h"

/* -- table_rules: no database, no web ------------------------------------ */

/* Has it been taken up, now or earlier? What nobody has asked is not opened. */
bool item_was_on(const struct item *);

/* Answers to it have been shown to the room, or it is behind us. */
bool item_is_shown(const struct workshop *, const struct item *);

/* Who looks at a question, and what has been said of it. */
struct silence {
	enum answer_way way;
	enum guest_kind kind;
	bool            elected;        /* answers with the table only */
	bool            own;            /* they have sent their own answer */
	bool            shown;          /* item_is_shown() */
	i64             seated, answered;       /* at the table */
};

/* May they see how the table answered, person by person? A person when they
 * have answered and it is shown; the table's device when all who sit there
 * have answered, or it is shown. */
bool views_open(const struct silence *);

/* May they see, and write, what the table answers together? */
bool answer_open(const struct silence *);

/* Answers on one goal, to be counted; of persons, or of tables. */
unsigned     ticks_of(unsigned set, bool path);
struct views views_new(bool path);
void         views_add_value(struct views *, const char *value, bool path);
struct views views_of(const struct reply_list *, i64 goal, i64 board,
                      bool path);
struct views views_of_boards(const struct board_reply_list *, i64 goal,
                             bool path);

/* -- table_store --------------------------------------------------------- */

/* Persons who answer for themselves and have sat at the board at any time
 * since then, those who left too. */
enum status seated_since(struct scope *, i64 board, i64 since, i64 *out)
	MUST_USE;

/* Goal and value of every answer given at the board to an item; no more. */
enum status near_list(struct scope *, i64 item, i64 board,
                      struct reply_list *) MUST_USE;

/* -- what a page at the table is about ----------------------------------- */

struct sitting {
	struct workshop         w;
	struct guest            g;
	struct item_list        items;
	const struct item      *item;   /* NULL: nothing is asked */
	const struct item_goal *goal;   /* NULL: an item without goals */
	i64                     nth;    /* of the goal, from 1 */
	const char             *who;
	struct reply_list       own;    /* to the item */
	struct reply_list       near;   /* … of everybody at the table */
	i64                     seated;
	struct board_reply_list answers;        /* the table's own, to all */
	struct idea_list        ideas;          /* the table's own, to all */
};

/* By ?item and ?goal, or those fields of a form. NOT_FOUND for a screen, for
 * one without a table, and for an item that has not been taken up. */
enum status sitting_here(struct req *, struct sitting *) MUST_USE;
struct silence silence_at(const struct sitting *, i64 goal);
struct silence silence_of(const struct sitting *);
i64            answered_near(const struct sitting *, i64 goal);
const struct board_reply *answer_of(const struct sitting *, i64 item,
                                    i64 goal);

struct req;

/* -- pages --------------------------------------------------------------- */

/* Counts in the order of the scale; beside it gaps, and those who have not
 * answered. `second` NULL or counted in a column of its own. */
void views_table(struct req *, bool path, const struct views *,
                 const struct views *second);

/* "Ni är oense om riktningen: 2 ser en förbättring, 1 en försämring." */
const char *accord_say(const struct req *, const struct views *);

/* Median and agreement in words and number; nothing for fewer than two. */
void spread_shown(struct req *, bool path, const struct views *);

void table_form(struct req *, const struct sitting *);
enum status table_answer(struct req *) MUST_USE;

/* Draws the page again when the form could not be saved. */
enum status table_page(struct req *) MUST_USE;

/* Fields of a free question, and reading them. */
void        ask_free(struct req *, const struct item *, const char *stored);
const char *read_free(struct req *, const struct item *);
const char *free_say(const struct req *, const struct item *,
                     const char *value);

#endif
