/* Actions and the days of an assessment, as rows; timeline_figure.c draws. */
#include <stdlib.h>

#include "action/action.msg"
#include "action/timeline.msg"
#include "action/timeline_row.h"
#include "base/text.h"
#include "paper/paper.h"

static const char *say_it(const struct timeline *t, const struct sentence *s)
{
	return s->in[t->language];
}

static const char *day_words(const struct timeline *t, i64 day)
{
	return day == 0 ? say_it(t, TL_NO_DATE) :
	       day_say(t->mem, t->language, day);
}

static struct timeline_row *add(const struct timeline *t,
                                struct timeline_row_list *rows, i64 day,
                                const char *what, enum dot dot,
                                const char *state)
{
	struct timeline_row *r = PUSH(t->mem, rows);

	*r = (struct timeline_row){ .day = day, .what = what, .dot = dot,
	                            .when = day_words(t, day),
	                            .state = state };
	return r;
}

/* -- the assessment's own days ------------------------------------------- */

/* A day whose outcome nobody has noted is only a point once it has passed. */
static void day_to_come(const struct timeline *t,
                        struct timeline_row_list *rows, i64 day,
                        const struct sentence *what)
{
	bool ahead = day > t->today;

	if (day != 0)
		add(t, rows, day, say_it(t, what), ahead ? DOT_DASHED :
		    DOT_POINT, say_it(t, ahead ? TL_PLANNED : TL_UNSAID));
}

static void occasions(const struct timeline *t, struct timeline_row_list *rows)
{
	static const struct { enum dot dot; const struct sentence *word; }
	looks[] = {
		[OCCASION_PLANNED] = { DOT_DASHED, TL_PLANNED },
		[OCCASION_PARTLY]  = { DOT_HALF, TL_PARTLY },
		[OCCASION_DONE]    = { DOT_FULL, TL_HELD },
	};

	for (size_t i = 0; i < t->occasions->n; i++) {
		const struct occasion *o = &t->occasions->v[i];

		add(t, rows, o->day, o->what, looks[o->state].dot,
		    say_it(t, looks[o->state].word));
	}
}

/* By day; those without one last, in the order they came. */
static int by_day(const void *x, const void *y)
{
	const struct timeline_row *a = x, *b = y;

	if (a->day != b->day && a->day != 0 && b->day != 0)
		return a->day < b->day ? -1 : 1;
	if ((a->day == 0) != (b->day == 0))
		return a->day == 0 ? 1 : -1;
	return a->no < b->no ? -1 : a->no > b->no;
}

static void in_order(struct timeline_row_list *rows)
{
	for (size_t i = 0; i < rows->n; i++)
		rows->v[i].no = i;
	if (rows->n > 0)
		qsort(rows->v, rows->n, sizeof *rows->v, by_day);
}

struct timeline_row_list own_rows(const struct timeline *t)
{
	struct timeline_row_list rows = {0};

	add(t, &rows, day_of_instant(t->a->made_at), say_it(t, TL_BEGUN),
	    DOT_FULL, say_it(t, TL_BEGUN_STATE));
	occasions(t, &rows);
	if (t->ended_on != 0)
		add(t, &rows, t->ended_on, say_it(t, TL_ENDED), DOT_FULL,
		    t->ended_how);
	day_to_come(t, &rows, t->decided_on, TL_DECISION);
	day_to_come(t, &rows, t->a->next_review, TL_REVIEW);
	in_order(&rows);
	return rows;
}

/* -- actions ------------------------------------------------------------- */

static const struct { enum dot dot; const struct sentence *word; } states[] = {
	[ACTION_PROPOSED] = { DOT_DASHED, AST_PROPOSED },
	[ACTION_DECIDED]  = { DOT_OPEN, AST_DECIDED },
	[ACTION_ONGOING]  = { DOT_HALF, AST_ONGOING },
	[ACTION_DONE]     = { DOT_FULL, AST_DONE },
	[ACTION_ASSESSED] = { DOT_RINGED, AST_ASSESSED },
	[ACTION_DROPPED]  = { DOT_CROSSED, AST_DROPPED },
};

static void action(const struct timeline *t, struct timeline_row_list *rows,
                   const struct action *a)
{
	const char *state = say_it(t, states[a->state].word);
	enum dot dot = states[a->state].dot;
	struct timeline_row *r;

	if (action_is_proposed_to(a) && a->state != ACTION_DROPPED) {
		state = say_fill(t->mem, say_it(t, PROPOSED_TO), a->other_org,
		                 NULL);
		dot = DOT_DASHED;
	} else if (action_stands_accepted(a)) {
		state = say_it(t, ACCEPTED);
	}
	r = add(t, rows, a->due, arena_print(t->mem, "A%lld %s", a->no,
	        a->title), dot, state);
	r->late = action_is_late(a, t->today);
	if (r->late)
		r->state = say_fill(t->mem, say_it(t, TL_STATE_LATE), state,
			say_number(t->mem, t->language, DAYS_LATE,
			           t->today - a->due));
}

struct timeline_row_list action_rows(const struct timeline *t)
{
	struct timeline_row_list rows = {0};

	for (size_t i = 0; i < t->actions->n; i++)
		action(t, &rows, &t->actions->v[i]);
	in_order(&rows);
	return rows;
}

/* -- what it says -------------------------------------------------------- */

static void count(const struct timeline *t, struct text_list *said,
                  const struct counted *words, i64 n)
{
	if (n > 0)
		*PUSH(t->mem, said) = say_number(t->mem, t->language, words,
		                                 n);
}

static const char *also(const struct timeline *t, const char *text,
                        const struct counted *words, i64 n)
{
	return n == 0 ? text : arena_print(t->mem, "%s %s", text,
	       say_number(t->mem, t->language, words, n));
}

const char *timeline_finding(const struct timeline *t)
{
	i64 n[ACTION_DROPPED + 1] = {0}, late = 0, undated = 0, accepted = 0;
	struct text_list said = {0};
	const char *text;

	for (size_t i = 0; i < t->actions->n; i++) {
		const struct action *a = &t->actions->v[i];
		bool open = a->state != ACTION_DROPPED;

		n[open && action_is_proposed_to(a) ? ACTION_PROPOSED :
		  a->state]++;
		accepted += action_stands_accepted(a);
		late += action_is_late(a, t->today);
		undated += open && a->due == 0;
	}
	count(t, &said, TL_PROPOSED, n[ACTION_PROPOSED] - accepted);
	count(t, &said, TL_ACCEPTED, accepted);
	count(t, &said, TL_DECIDED, n[ACTION_DECIDED]);
	count(t, &said, TL_ONGOING, n[ACTION_ONGOING]);
	count(t, &said, TL_DONE, n[ACTION_DONE] + n[ACTION_ASSESSED]);
	count(t, &said, TL_DROPPED, n[ACTION_DROPPED]);
	text = say_fill(t->mem, say_it(t, TL_SAYS), say_number(t->mem,
		t->language, TL_ACTIONS, (i64)t->actions->n),
		list_said(t->mem, t->language, &said));
	return also(t, also(t, text, TL_LATE, late), TL_UNDATED, undated);
}

/* -- on paper ------------------------------------------------------------ */

void timeline_on(struct paper *to, const struct timeline *t)
{
	struct figure_list all = timeline_figures(t);
	struct timeline_row_list own = own_rows(t);

	for (size_t i = 0; i < all.n; i++)
		paper_figure(to, all.v[i]);
	paper_table(to, say_it(t, TL_TABLE), 1)->width[1] = 500;
	paper_row(to);
	paper_cell(to, CELL_COLUMN, say_it(t, TL_DAY));
	paper_cell(to, CELL_COLUMN, say_it(t, TL_WHAT));
	paper_cell(to, CELL_COLUMN, say_it(t, TL_STATE));
	for (size_t i = 0; i < own.n; i++) {
		struct cell *c;

		paper_row(to);
		c = paper_cell(to, CELL_ROW, own.v[i].when);
		c->value = VALUE_DAY;
		c->number = own.v[i].day;
		paper_cell(to, CELL_TEXT, own.v[i].what);
		paper_cell(to, CELL_TEXT, own.v[i].state);
	}
}
