/* The meeting as those in the room could have written it down. */
#include "meeting.h"

bool point_has_ideas(const struct point *at)
{
	return at->kind == ITEM_PROPOSE || at->kind == ITEM_MISSING ||
	       at->kind == ITEM_ACTIONS;
}

bool asks_alone(const struct point *at)
{
	return at->goals > 0 || at->kind == ITEM_ASK;
}

bool point_has_path(const struct point *at)
{
	return at->kind == ITEM_GOAL;
}

int questions(const struct point *at)
{
	return at->goals > 0 ? at->goals : 1;
}

/* -- commands ------------------------------------------------------------ */

static int place_of(const struct play *p, int point)
{
	for (int i = 0; i < p->points; i++)
		if (p->order[i] == point)
			return i;
	return p->points;
}

static int next_waiting(const struct play *p)
{
	for (int i = 0; i < p->points; i++)
		if (p->point[p->order[i]].state == ITEM_PLANNED)
			return p->order[i];
	return NOBODY;
}

static int last_behind(const struct play *p)
{
	int i = p->on == NOBODY ? p->points : place_of(p, p->on);

	while (i-- > 0) {
		enum item_state s = p->point[p->order[i]].state;

		if (s == ITEM_DONE || s == ITEM_SKIPPED)
			return p->order[i];
	}
	return NOBODY;
}

static void turn_to(struct play *p, enum item_state leave, int next)
{
	if (next == p->on && next != NOBODY)
		return;
	if (p->on != NOBODY)
		p->point[p->on].state = leave;
	p->on = next;
	p->shown = p->frozen = false;
	if (next == NOBODY)
		return;
	p->point[next].state = ITEM_ON;
	p->point[next].was_on = true;
}

bool model_obeys(struct play *p, enum run_command what, int point)
{
	switch (what) {
	case RUN_START:
	case RUN_NEXT:
		turn_to(p, ITEM_DONE, next_waiting(p));
		return true;
	case RUN_BACK:
		if (last_behind(p) == NOBODY)
			return false;
		turn_to(p, ITEM_PLANNED, last_behind(p));
		return true;
	case RUN_MORE:
		return p->on != NOBODY;
	case RUN_SKIP:
	case RUN_PARK:
		if (p->on == NOBODY)
			return false;
		turn_to(p, what == RUN_SKIP ? ITEM_SKIPPED : ITEM_PARKED,
		        next_waiting(p));
		return true;
	case RUN_SHOW:
	case RUN_HIDE:
		p->shown = what == RUN_SHOW;
		return true;
	case RUN_FREEZE:
	case RUN_THAW:
		p->frozen = what == RUN_FREEZE;
		return true;
	case RUN_TAKE_UP:
	case RUN_ASK:
		turn_to(p, ITEM_PLANNED, point);
		return true;
	}
	return false;
}

/* -- silence ------------------------------------------------------------- */

bool model_shown(const struct play *p, int point)
{
	return p->over || p->point[point].state == ITEM_DONE ||
	       (p->on == point && p->shown);
}

bool model_answered(const struct play *p, int player, int point,
                    unsigned goals)
{
	for (int g = 0; g < GOALS; g++)
		if ((goals & 1u << g) != 0 &&
		    p->said[player][point][g].value != NULL)
			return true;
	return false;
}

/* Who leads, and the wall: what is on is not read until it is shown. */
static bool room_may_see(const struct play *p, const struct word *w)
{
	return p->on != w->point || p->shown || w->kind == WORD_VERDICT;
}

/* A table's words are its own, and of those who have given their own view. */
static bool table_may_see(const struct play *p, int player,
                          const struct word *w)
{
	const struct player *at = &p->player[player];

	if (at->board != w->board && !p->over)
		return false;
	return at->device || at->elected || model_shown(p, w->point) ||
	       model_answered(p, player, w->point, w->goals);
}

static bool idea_may_see(const struct play *p, int player,
                         const struct word *w)
{
	const struct player *at = &p->player[player];
	bool for_table = at->device || at->elected;

	if (for_table && w->player == NOBODY && w->board == at->board)
		return true;
	return model_shown(p, w->point) &&
	       (p->over || for_table ||
	        model_answered(p, player, w->point, 1));
}

bool model_may_see(const struct play *p, int player, const struct word *w)
{
	if (player == NOBODY)
		return room_may_see(p, w);
	if (w->player == player)
		return true;
	switch (w->kind) {
	case WORD_REPLY:   return false;
	case WORD_TABLE:   return table_may_see(p, player, w);
	case WORD_IDEA:    return idea_may_see(p, player, w);
	case WORD_VERDICT: return p->over;
	}
	return false;
}

/* -- the end ------------------------------------------------------------- */

static bool took_part(const struct play *p, int board)
{
	for (int i = 0; i < PLAYERS; i++)
		if (p->player[i].key != NULL && p->player[i].board == board)
			return true;
	for (int i = 0; i < p->points; i++)
		for (int g = 0; g < GOALS; g++)
			if (p->table[board][i][g].value != NULL)
				return true;
	return false;
}

bool model_lacks(const struct play *p, int point, int goal)
{
	const struct ruled *v = &p->ruled[point][goal];
	int answered = 0, here = 0;

	for (int b = 0; b < BOARDS; b++) {
		answered += p->table[b][point][goal].value != NULL;
		here += took_part(p, b);
	}
	if (v->kind != 0 && (v->kind != VERDICT_DIVIDED || answered > 0))
		return false;
	return answered == 0 || answered < here;
}

static bool anything_said(const struct play *p, int point)
{
	for (int i = 0; i < PLAYERS; i++)
		if (p->said[i][point][0].value != NULL)
			return true;
	for (int b = 0; b < BOARDS; b++)
		if (p->table[b][point][0].value != NULL)
			return true;
	return false;
}

static bool reached(const struct play *p, int point)
{
	const struct point *at = &p->point[point];

	for (int g = 0; g < at->goals; g++)
		if (model_lacks(p, point, g))
			return false;
	return at->goals > 0 || anything_said(p, point);
}

static enum item_state ends(const struct play *p, int point)
{
	const struct point *at = &p->point[point];
	bool asked = asks_alone(at) || point_has_ideas(at);

	if (at->state == ITEM_SKIPPED || at->state == ITEM_LEFT)
		return at->state;
	if (at->state == ITEM_PARKED)
		return asked ? ITEM_PARKED : ITEM_SKIPPED;
	if (at->goals > 0 && at->state == ITEM_DONE)
		return reached(p, point) ? ITEM_DONE : ITEM_LEFT;
	if (at->state == ITEM_DONE || (!asked && at->state == ITEM_ON))
		return ITEM_DONE;
	if (!asked)
		return ITEM_SKIPPED;
	return reached(p, point) ? ITEM_DONE : ITEM_LEFT;
}

bool model_ends(struct play *p)
{
	bool left = false;

	for (int i = 0; i < p->points; i++) {
		struct point *at = &p->point[i];

		at->state = ends(p, i);
		if (p->over && at->state == ITEM_LEFT && reached(p, i))
			at->state = ITEM_DONE;
		left = left || at->state == ITEM_LEFT ||
		       at->state == ITEM_PARKED;
	}
	if (!p->over)
		p->on = NOBODY, p->shown = p->frozen = false;
	p->over = true;
	return left;
}
