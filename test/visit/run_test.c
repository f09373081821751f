/* The meeting while it runs, against a simple model of it: whatever two leaders
 * press, in whatever order, both end in the same state. */
#include "trial.h"
#include "workshop/after.h"

enum { ITEMS = 6, MINUTE = 60 * 1000 };

struct model {
	enum workshop_state state;
	enum item_state     item[ITEMS];
	i64                 minutes[ITEMS], spent[ITEMS], since;
	int                 on;                 /* -1: nothing */
	bool                shown, frozen;
	i64                 turn;
};

struct game { struct trial t; struct workshop w; struct model m; unsigned seed; };

static const enum item_kind kinds[ITEMS] = {
	ITEM_INTRODUCTION, ITEM_MISSING, ITEM_BREAK, ITEM_ACTIONS, ITEM_ASK,
	ITEM_CLOSE,
};

static unsigned roll(struct game *g, unsigned sides)
{
	g->seed = g->seed * 1103515245u + 12345u;
	return (g->seed >> 16) % sides;
}

static struct game game_open(unsigned seed)
{
	struct game g = { .t = trial_open(), .seed = seed };
	struct scope s = stage_scope(g.t.st);
	i64 id;

	g.w = (struct workshop){ .assessment = g.t.id, .title = "Spel",
		.day = 20400, .starts = 540, .minutes = 60,
		.form = FORM_ROOM, .template = 2, .way = WAY_TABLE,
		.people = 5, .steps = 2, .disposal = "Plan" };
	CHECK_OK(stage_begin(g.t.st));
	CHECK_OK(workshop_note(&s, &g.w, 1, "Bord", &id));
	for (int i = 0; i < ITEMS; i++) {
		struct item it = { .kind = kinds[i], .title = "Punkt",
			.minutes = 10,
			.ask = kinds[i] == ITEM_ASK ? ASK_TEXT : ASK_NONE };

		CHECK_OK(item_note(&s, g.w.id, &it, &id));
		g.m.item[i] = ITEM_PLANNED;
		g.m.minutes[i] = 10;
	}
	CHECK_OK(stage_commit(g.t.st));
	g.m.state = WORKSHOP_PLANNED;
	g.m.on = -1;
	g.m.turn = 1;
	return g;
}

/* -- the model ----------------------------------------------------------- */

static int first_planned(const struct model *m)
{
	for (int i = 0; i < ITEMS; i++)
		if (m->item[i] == ITEM_PLANNED)
			return i;
	return -1;
}

static int last_over(const struct model *m)
{
	for (int i = m->on < 0 ? ITEMS - 1 : m->on - 1; i >= 0; i--)
		if (m->item[i] == ITEM_DONE || m->item[i] == ITEM_SKIPPED)
			return i;
	return -1;
}

/* What has been on has been on for something: one may still answer it. */
static void leave_time(struct model *m, int i, i64 now)
{
	m->spent[i] += now - m->since;
	if (m->spent[i] == 0)
		m->spent[i] = 1;
}

static void move(struct model *m, enum item_state leave, int next, i64 now)
{
	if (m->on >= 0 && next == m->on)
		return;
	if (m->on >= 0) {
		leave_time(m, m->on, now);
		m->item[m->on] = leave;
	}
	m->on = next;
	m->since = now;
	m->shown = m->frozen = false;
	if (next >= 0)
		m->item[next] = ITEM_ON;
}

static enum status put_off(struct model *m, enum item_state leave, i64 now)
{
	if (m->on < 0)
		return DENIED;
	move(m, leave, first_planned(m), now);
	return OK;
}

static enum status back(struct model *m, i64 now)
{
	int to = last_over(m);

	if (to < 0)
		return DENIED;
	move(m, ITEM_PLANNED, to, now);
	return OK;
}

static enum status start(struct model *m, i64 now)
{
	if (m->state != WORKSHOP_PLANNED)
		return STALE;
	m->state = WORKSHOP_RUNNING;
	move(m, ITEM_DONE, first_planned(m), now);
	return OK;
}

static enum status more(struct model *m)
{
	if (m->on < 0)
		return DENIED;
	m->minutes[m->on] += 5;
	return OK;
}

static enum status take_up(struct model *m, i64 no, i64 now)
{
	if (no < 1 || no > ITEMS)
		return NOT_FOUND;
	move(m, ITEM_PLANNED, (int)no - 1, now);
	return OK;
}

static enum status obey(struct model *m, enum run_command what, i64 no,
                        i64 now)
{
	if (what == RUN_START)
		return start(m, now);
	if (m->state != WORKSHOP_RUNNING)
		return STALE;
	switch (what) {
	case RUN_START: break;
	case RUN_NEXT:  move(m, ITEM_DONE, first_planned(m), now); break;
	case RUN_BACK:  return back(m, now);
	case RUN_MORE:  return more(m);
	case RUN_SKIP:  return put_off(m, ITEM_SKIPPED, now);
	case RUN_PARK:  return put_off(m, ITEM_PARKED, now);
	case RUN_SHOW:  m->shown = true; break;
	case RUN_HIDE:  m->shown = false; break;
	case RUN_FREEZE: m->frozen = true; break;
	case RUN_THAW:  m->frozen = false; break;
	case RUN_TAKE_UP:
	case RUN_ASK:   return take_up(m, no, now);
	}
	return OK;
}

/* At the end nothing waits: not reached is left, breaks are nobody's. */
static enum status ended(struct model *m, i64 now)
{
	bool left = false;

	if (m->state != WORKSHOP_RUNNING)
		return DENIED;
	for (int i = 0; i < ITEMS; i++) {
		bool asked = kinds[i] == ITEM_MISSING ||
			kinds[i] == ITEM_ACTIONS || kinds[i] == ITEM_ASK;

		if (m->item[i] == ITEM_ON) {
			leave_time(m, i, now);
			m->item[i] = asked ? ITEM_LEFT : ITEM_DONE;
		} else if (m->item[i] == ITEM_PLANNED) {
			m->item[i] = asked ? ITEM_LEFT : ITEM_SKIPPED;
		} else if (m->item[i] == ITEM_PARKED && !asked) {
			m->item[i] = ITEM_SKIPPED;
		}
		left = left || m->item[i] == ITEM_LEFT ||
		       m->item[i] == ITEM_PARKED;
	}
	m->on = -1;
	m->shown = m->frozen = false;
	m->state = left ? WORKSHOP_PARTLY : WORKSHOP_DONE;
	return OK;
}

/* -- beside each other --------------------------------------------------- */

static const struct close_words words = {
	.we = "Vi", .and = "och", .none = "", .plus = "", .minus = "",
	.gap = "", .dissent = "", .came = "" };

static enum status press(struct game *g, i64 turn, int what, i64 no)
{
	struct scope s = stage_scope(g->t.st);
	enum status done;

	CHECK_OK(stage_begin(g->t.st));
	done = what > RUN_ASK ? workshop_close(&s, g->w.id, turn, &words) :
	       run_command(&s, g->w.id, turn, (enum run_command)what, no);
	if (done == OK)
		CHECK_OK(stage_commit(g->t.st));
	else
		stage_rollback(g->t.st);
	return done;
}

static enum status expect(struct game *g, i64 turn, int what, i64 no)
{
	struct model was = g->m;
	enum status done;

	if (turn != g->m.turn)
		return STALE;
	done = what > RUN_ASK ? ended(&g->m, g->t.st->now) :
	       obey(&g->m, (enum run_command)what, no, g->t.st->now);
	if (done != OK)
		g->m = was;
	else
		g->m.turn++;
	return done;
}

static void compare(struct game *g)
{
	struct scope s = stage_scope(g->t.st);
	struct workshop w = {0};
	struct item_list all = {0};

	CHECK_OK(workshop_get(&s, g->w.id, &w));
	CHECK_OK(item_list(&s, g->w.id, &all));
	CHECK_INT(w.state, g->m.state);
	CHECK_INT(w.turn, g->m.turn);
	CHECK_INT(w.item, g->m.on < 0 ? 0 : all.v[g->m.on].id);
	CHECK(w.shown == g->m.shown && w.frozen == g->m.frozen);
	CHECK((w.code == NULL) == workshop_is_over(w.state));
	for (int i = 0; i < ITEMS; i++) {
		i64 spent = g->m.spent[i] + (i == g->m.on ?
			s.now - g->m.since : 0);

		CHECK_INT(all.v[i].state, g->m.item[i]);
		CHECK_INT(all.v[i].minutes, g->m.minutes[i]);
		CHECK_INT(item_spent(&all.v[i], s.now), spent);
	}
}

/* Mostly the latest turn; sometimes the one before, as a second leader has. */
static void one_press(struct game *g, int most)
{
	int what = RUN_START + (int)roll(g, (unsigned)most);
	i64 turn = g->m.turn - (roll(g, 6) == 0), no = roll(g, ITEMS + 2);
	enum status wanted;

	g->t.st->now += roll(g, 5) * MINUTE;
	wanted = expect(g, turn, what, no);
	CHECK_INT(press(g, turn, what, no), wanted);
	compare(g);
}

TEST(whatever_two_leaders_press_the_meeting_is_in_one_state)
{
	for (unsigned seed = 1; seed <= 12; seed++) {
		struct game g = game_open(seed * 7919);

		CHECK_OK(expect(&g, 1, RUN_START, 0));
		CHECK_OK(press(&g, 1, RUN_START, 0));
		for (int i = 0; i < 40; i++)
			one_press(&g, RUN_ASK);
		for (int i = 0; i < 20; i++)
			one_press(&g, RUN_ASK + 1);
		stage_close(g.t.st);
	}
}

TEST(nothing_moves_before_it_begins_or_after_it_has_ended)
{
	struct game g = game_open(3);

	for (int what = RUN_NEXT; what <= RUN_ASK + 1; what++)
		CHECK_INT(press(&g, 1, what, 1), what > RUN_ASK ? DENIED :
		          STALE);
	CHECK_OK(press(&g, 1, RUN_START, 0));
	CHECK_OK(press(&g, 2, RUN_ASK + 1, 0));
	for (int what = RUN_START; what <= RUN_ASK + 1; what++)
		CHECK(press(&g, 3, what, 1) != OK);
	stage_close(g.t.st);
}

TEST(what_was_put_off_by_something_else_comes_before_what_is_later)
{
	struct game g = game_open(5);
	struct scope s = stage_scope(g.t.st);
	struct item_list all = {0};

	CHECK_OK(press(&g, 1, RUN_START, 0));
	CHECK_OK(press(&g, 2, RUN_TAKE_UP, 4));
	CHECK_OK(press(&g, 3, RUN_NEXT, 0));
	CHECK_OK(item_list(&s, g.w.id, &all));
	CHECK_INT(all.v[0].state, ITEM_ON);
	CHECK_INT(all.v[3].state, ITEM_DONE);
	stage_close(g.t.st);
}

TEST(the_last_item_can_be_parked_and_then_nothing_is_on)
{
	struct game g = game_open(9);
	struct scope s = stage_scope(g.t.st);
	struct workshop w = {0};
	i64 turn = 1;

	CHECK_OK(press(&g, turn++, RUN_START, 0));
	for (int i = 0; i < ITEMS; i++)
		CHECK_OK(press(&g, turn++, RUN_PARK, 0));
	CHECK_OK(workshop_get(&s, g.w.id, &w));
	CHECK_INT(w.item, 0);
	CHECK_INT(press(&g, turn, RUN_PARK, 0), DENIED);
	CHECK_INT(press(&g, turn, RUN_BACK, 0), DENIED);
	CHECK_OK(press(&g, turn++, RUN_TAKE_UP, 2));
	CHECK_OK(press(&g, turn, RUN_ASK + 1, 0));
	stage_close(g.t.st);
}
