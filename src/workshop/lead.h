/*
 * The leader's view, within the room: what its page is drawn from, and its
 * parts. All of it is in the database, so that whoever opens the page sees the
 * same and goes on where another left.
 */
#ifndef LEAD_H
#define LEAD_H

#include "workshop/plan.h"
#include "workshop/show.h"

struct lead {
	struct workshop         w;
	struct item_list        items;
	const struct item      *on;             /* or NULL */
	struct board_list       boards;
	struct seated_list      seated, replied;
	struct board_reply_list answers;        /* to what is on */
	struct plan_pace        pace;           /* while it runs */
};

enum status lead_read(struct req *, struct lead *) MUST_USE;

/* The proposal of plan_pace() as one list for run_repace(). */
struct repace_list lead_repace(struct arena *, const struct plan_pace *);

const struct item *item_of_no(const struct item_list *, i64 no);

/* lead_pace_web.c: how the time goes, and what to do about it. */
void lead_pace(struct req *, const struct lead *);
/* Whole minutes left of what is on, as advice. */
const char *minutes_left_say(const struct req *, const struct item *);

/* lead_tables_web.c, lead_agenda_web.c */
void lead_tables(struct req *, const struct lead *);
void lead_agenda(struct req *, const struct lead *);

/* lead_run_web.c: the commands as buttons with a key each, and reading one. */
void lead_commands(struct req *, const struct lead *);
bool lead_command_read(const char *word, enum run_command *);

/* lead_ask_web.c: a question of one's own. */
void lead_ask(struct req *, const struct lead *);
enum status lead_ask_send(struct req *, const struct workshop *) MUST_USE;

#endif
