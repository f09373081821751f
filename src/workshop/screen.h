/*
 * The projector, within the room: the room sees itself, and nobody in it. What
 * was answered is read only once the leader shows it; before that the page is
 * drawn from counts of who has answered.
 */
#ifndef SCREEN_H
#define SCREEN_H

#include "workshop/show.h"
#include "workshop/tally.h"

struct screen {
	struct workshop    w;
	struct item        item;        /* what is on; id 0 for none */
	i64                asked;       /* persons or tables who may answer */
	i64                answered;    /* … and have, all of it */
	bool               tables;      /* the tables answer at once */

	/* read only when shown */
	struct tally_list       tallies;
	struct goal_tally_list  goals;  /* in the order to talk of them */
	struct board_reply_list boards;
	struct verdict_list     verdicts;
	struct idea_list        ideas;
};

/* screen_goal_web.c: how a goal is seen to be affected. */
void screen_goal(struct req *, const struct screen *);
/* screen_ask_web.c: a free question; proposals, those alike together. */
void screen_question(struct req *, const struct screen *);
void screen_ideas(struct req *, const struct screen *);
/* screen_end_web.c: what came out of it, side by side, and what is left. */
enum status screen_end(struct req *, const struct workshop *) MUST_USE;

/* dots_web.c: `one` of enum goal_value, or 0 for those who have not answered;
 * in words there is always the number beside. */
void dots(struct req *, unsigned one, i64 n, struct dot_scale);
/* "En ruta är 5 svar", or nothing. */
void dots_legend(struct req *, struct dot_scale);

#endif
