/*
 * The papers of a workshop, all from its agenda: the agenda itself, the
 * leader's script, what participants need to know, and forms that fit the
 * agenda exactly. And the entry of those forms by keyboard: a form is known by
 * its board and its number, "3.2" is the second goal of item 3.
 */
#ifndef SHEET_H
#define SHEET_H

#include "workshop/meeting.h"

/* A form to fill in: a goal of an item, or an item without goals. */
struct form_step {
	const struct item      *item;
	const struct item_goal *goal;           /* NULL: without goals */
	i64                     place;          /* of the goal, from 1; or 0 */
	bool                    ideas;          /* rows of proposals */
};
struct form_step_list { struct form_step *v; size_t n, room; };

/* -- sheet_rules --------------------------------------------------------- */

/* All forms of an agenda, in its order. */
struct form_step_list form_steps(struct arena *, const struct item_list *);

/* The boxes of a goal's scale in the order of the form; `at` from 0, 0 when
 * there are no more. Box 1 is ticked by the key 1. */
unsigned form_box(bool path, size_t at);

/* What a board has answered of a form; NULL or 0: nothing. */
const struct board_reply *form_reply(const struct board_reply_list *,
                                     const struct form_step *, i64 board);
i64 form_ideas(const struct idea_list *, const struct form_step *, i64 board);

/* The next form nobody has entered for the board, after the one at `from`
 * and round to it; the number of forms if there is none. */
size_t form_next(const struct form_step_list *,
                 const struct board_reply_list *, const struct idea_list *,
                 i64 board, size_t from);

/* "3.2", "4" */
const char *form_number(struct arena *, const struct form_step *);

/* "ungdomar; via skolorna": what stands before the first semicolon, and what
 * stands after it, trimmed; "" if there is none. */
void form_line(struct arena *, const char *line, const char **text,
               const char **detail);

/* -- papers: sheet_paper.c, sheet_script.c, sheet_form_paper.c ----------- */

struct req;
struct paper;

struct sheets {
	struct workshop   w;
	struct item_list  items;
	struct board_list boards;
	i64               board;        /* no of one; 0 all */
};

struct paper *agenda_paper(struct req *, const struct sheets *);
struct paper *participant_paper(struct req *, const struct sheets *);
struct paper *script_paper(struct req *, const struct sheets *);
struct paper *forms_paper(struct req *, const struct sheets *);

/* What all of them begin with: language, foot, "Workshop 24 oktober 2025". */
struct paper *sheet_new(struct req *, const struct sheets *,
                        const char *title);
/* "9.15" of an item of the agenda; minutes before it are counted. */
const char *sheet_starts(struct req *, const struct sheets *, size_t at);
/* The goal's square before a span. */
struct span;
void        sheet_tile(struct span *, const struct item_goal *);

/* -- entry: entry_web.c, entry_form_web.c -------------------------------- */

struct entry {
	struct workshop         w;
	struct item_list        items;
	struct board_list       boards;
	struct form_step_list   steps;
	struct board_reply_list replies;
	struct idea_list        ideas;
	const struct board     *board;  /* NULL: none chosen */
	size_t                  at;     /* of the step; steps.n: none */
	bool                    closed; /* compiled: nothing more is entered */
};

/* What the address names: the workshop, one of its boards, a form of it. */
enum entry_of { ENTRY_ALL = 1, ENTRY_BOARD, ENTRY_FORM };
enum status entry_read(struct req *, enum entry_of, struct entry *) MUST_USE;
const char *entry_address(struct req *, const struct entry *, size_t at);
enum status entry_page(struct req *) MUST_USE;          /* boards */
enum status entry_board_page(struct req *) MUST_USE;    /* its forms */
enum status entry_form_page(struct req *) MUST_USE;
enum status entry_save(struct req *) MUST_USE;

#endif
