/* The whole of it: who is there, what is on the agenda, and how it goes. */
#include "base/rights.h"
#include "meeting.h"

enum { MINUTE_MS = 60 * 1000, ACTS = 480, COMPARE_EVERY = 160 };

static i64 from_env(const char *name, i64 usual)
{
	const char *said = getenv(name);

	return said == NULL || said[0] == '\0' ? usual :
	       strtoll(said, NULL, 10);
}

i64 seed_first(void)
{
	return from_env("VAGVAL_SEED", 1);
}

i64 seeds_wanted(i64 usual)
{
	return from_env("VAGVAL_SEEDS", usual);
}

/* -- the agenda ---------------------------------------------------------- */

static void add_point(struct play *p, struct scope *s, struct item i)
{
	struct point *at = &p->point[p->points];
	i64 id;

	i.minutes = 10;
	MUST(p, item_note(s, p->id, &i, &id) == OK);
	*at = (struct point){ .id = id, .no = i.no, .kind = i.kind,
		.ask = i.ask, .goals = (int)i.goals.n,
		.options = (int)i.options.n, .state = ITEM_PLANNED,
		.priority_no = i.priority_no };
	for (int g = 0; g < at->goals; g++) {
		at->goal[g] = i.goals.v[g].goal;
		at->code[g] = i.goals.v[g].code;
	}
	p->order[p->points] = p->points;
	p->points++;
}

static struct item judging(struct play *p, struct scope *s,
                           enum item_kind kind, const struct priority *of,
                           const struct framework_list *used, int most)
{
	struct item i = { .kind = kind, .title = "Fråga",
		.priority = of->id, .priority_no = of->no,
		.wording = of->now.id };

	for (size_t k = 0; k < used->n; k++) {
		const struct framework *f = &used->v[k];

		if ((f->kind == FRAMEWORK_RUS) != (kind == ITEM_RUS))
			continue;
		for (size_t g = 0; g < f->goals.n; g++)
			if ((int)i.goals.n < most)
				*PUSH(s->mem, &i.goals) = (struct item_goal){
					.goal = f->goals.v[g].id,
					.code = f->goals.v[g].code };
	}
	MUST(p, i.goals.n > 0);
	return i;
}

static void agenda(struct play *p, struct scope *s)
{
	struct framework_list used = {0};
	struct priority_list all = {0};
	struct item choice = { .kind = ITEM_ASK, .title = "Vad först?",
	                       .ask = ASK_CHOICE };

	MUST(p, scope_list(s, p->t.id, &all) == OK);
	MUST(p, used_list(s, p->t.id, &used) == OK);
	*PUSH(s->mem, &choice.options) = "Butiken";
	*PUSH(s->mem, &choice.options) = "Macken";
	add_point(p, s, (struct item){ .kind = ITEM_ARRIVAL,
	                               .title = "Kaffe" });
	add_point(p, s, judging(p, s, ITEM_RUS, &all.v[0], &used, 2));
	add_point(p, s, judging(p, s, ITEM_GOAL, &all.v[0], &used, 3));
	add_point(p, s, (struct item){ .kind = ITEM_PROPOSE,
	                               .title = "Förslag" });
	add_point(p, s, judging(p, s, ITEM_GOAL, &all.v[1], &used, 2));
	add_point(p, s, (struct item){ .kind = ITEM_BREAK,
	                               .title = "Paus" });
	add_point(p, s, (struct item){ .kind = ITEM_MISSING,
	                               .title = "Vem saknas?" });
	add_point(p, s, (struct item){ .kind = ITEM_ACTIONS,
	                               .title = "Åtgärder" });
	add_point(p, s, choice);
	add_point(p, s, (struct item){ .kind = ITEM_CLOSE,
	                               .title = "Avslut" });
}

static void make(struct play *p, struct scope *s)
{
	struct workshop w = { .assessment = p->t.id, .title = "Mötet",
		.day = 20378, .starts = 9 * 60, .minutes = 180,
		.form = FORM_ROOM, .template = 2, .way = WAY_SILENT,
		.people = PHONES, .steps = 0x1f, .disposal = "Enligt plan" };
	struct guest screen = { .kind = GUEST_SCREEN, .organisation = "" };
	struct board_list boards = {0};

	MUST(p, workshop_note(s, &w, BOARDS, "Bord", &p->id) == OK);
	MUST(p, board_list(s, p->id, &boards) == OK);
	for (int b = 0; b < BOARDS; b++)
		p->board_id[b] = boards.v[b].id;
	agenda(p, s);
	screen.workshop = p->id;
	MUST(p, guest_note(s, &screen) == OK);
	p->key = w.key;
	p->code = w.code;
	p->screen = screen.key;
}

/* -- who is there -------------------------------------------------------- */

/* Each comes at a time of their own; some after an hour. */
static void people(struct play *p)
{
	static const int tables[DEVICES] = { 0, 0, 2, 4 };

	for (int i = 0; i < PLAYERS; i++) {
		struct player *at = &p->player[i];

		at->device = i >= PHONES;
		at->board = at->device ? tables[i - PHONES] : i / SEATS;
		at->elected = i == 3 || i == 21;
		at->authority = i == 10;
		at->organisation = at->device ? "" : i % 3 == 0 ?
			"Kommunen" : i == 10 ? "Myndigheten" : "";
		at->at = NOBODY;
		at->due = at->device || chance(p, 75) ?
			roll(p, 10 * MINUTE_MS) : roll(p, 90 * MINUTE_MS);
	}
	for (int i = 0; i < LEADERS; i++) {
		stage_as_new(p->t.st, READ | EDIT | LEAD);
		p->leader[i].cookie = p->t.st->cookie;
		p->leader[i].csrf = p->t.st->csrf;
		p->leader[i].person = p->t.st->person;
	}
}

void play_open(struct play *p, i64 seed)
{
	struct scope s;

	*p = (struct play){ .t = trial_open(), .seed = seed, .on = NOBODY,
	                    .turn = 1 };
	p->dice = (uint64_t)seed * 0x9E3779B97F4A7C15u;
	p->mem = p->t.st->mem;
	p->page = arena_new();
	p->began = p->t.st->now;
	s = stage_scope(p->t.st);
	MUST(p, stage_begin(p->t.st) == OK);
	make(p, &s);
	MUST(p, stage_commit(p->t.st) == OK);
	people(p);
	press(p, 0, "start", 1, NOBODY);
}

void play_close(struct play *p)
{
	arena_free(p->page);
	stage_close(p->t.st);
}

/* -- how it goes --------------------------------------------------------- */

static int whose_turn(const struct play *p)
{
	int first = 0;

	for (int i = 1; i < PLAYERS; i++)
		if (p->player[i].due < p->player[first].due)
			first = i;
	return first;
}

static void somebody(struct play *p)
{
	int i = whose_turn(p);

	if (chance(p, 2))
		p->jump += (roll(p, 60) - 30) * MINUTE_MS;
	if (!p->player[i].device) {
		phone_does(p, i);
		return;
	}
	table_does(p, i);
	p->player[i].due += 30 * 1000 + roll(p, 60 * 1000);
}

static void until_it_ends(struct play *p)
{
	int acts = chance(p, 40) ? ACTS / 2 + roll(p, ACTS / 2) : ACTS;
	i64 checked = 0;

	while (p->acts < acts) {
		somebody(p);
		if (chance(p, 8))
			leader_does(p, roll(p, LEADERS));
		if (chance(p, 2))
			table_clash(p);
		if (p->acts - checked < COMPARE_EVERY)
			continue;
		checked = p->acts;
		compare(p);
	}
}

/* One who can write for the table once the answers are shown; or nobody. */
static int writer_at(const struct play *p, int board)
{
	for (int i = PLAYERS - 1; i >= 0; i--)
		if (p->player[i].key != NULL && p->player[i].board == board)
			return i;
	return NOBODY;
}

static void all_tables(struct play *p, int point)
{
	for (int b = 0; b < BOARDS; b++) {
		int i = writer_at(p, b);

		for (int g = 0; i != NOBODY && g < p->point[point].goals; g++)
			if (p->table[b][point][g].value == NULL)
				table_answers(p, i, point, g);
	}
	if (p->point[point].goals == 0 && asks_alone(&p->point[point]) &&
	    p->table[0][point][0].value == NULL && writer_at(p, 0) != NOBODY)
		table_answers(p, writer_at(p, 0), point, 0);
	if (point_has_ideas(&p->point[point]) && writer_at(p, 0) != NOBODY)
		proposes(p, writer_at(p, 0), point);
}

/* A meeting with time to spare: what was put aside is taken up, and every
 * table answers what it had left out. */
static void everything_is_done(struct play *p)
{
	for (int i = 0; i < p->points; i++) {
		if (p->point[i].state == ITEM_SKIPPED)
			continue;
		press(p, 0, "take", p->turn, i);
		press(p, 1, "show", p->turn, NOBODY);
		press(p, 1, "thaw", p->turn, NOBODY);
		all_tables(p, i);
		press(p, 0, "next", p->turn, NOBODY);
	}
}

/* -- the end, and after -------------------------------------------------- */

static void state_is(struct play *p, enum workshop_state state)
{
	struct scope s = stage_scope(p->t.st);
	struct workshop w = {0};

	MUST(p, workshop_get(&s, p->id, &w) == OK);
	MUST(p, w.state == state);
	MUST(p, w.code == NULL);
}

/* Phones that were out of reach send what they hold; a table that had not
 * answered does. */
static void late_ones(struct play *p)
{
	for (int n = 0; n < 20; n++) {
		int i = roll(p, PLAYERS), point = roll(p, p->points);
		const struct point *at = &p->point[point];
		int goal = roll(p, questions(at));

		if (p->player[i].key == NULL || at->goals == 0 ||
		    !at->was_on)
			continue;
		if (p->player[i].device && p->table[p->player[i].board]
		    [point][goal].value == NULL)
			table_answers(p, i, point, goal);
		else if (!p->player[i].device)
			phone_answers(p, i, point, goal);
	}
}

static struct req *leader_sends(struct play *p, const char *fields,
                                const char *path)
{
	as_leader(p, 0);
	return post(p->t.st, fields, "/w/%s/%s", p->key, path);
}

static bool lacks_anything(const struct play *p)
{
	for (int i = 0; i < p->points; i++)
		for (int g = 0; g < p->point[i].goals; g++)
			if (model_lacks(p, i, g) &&
			    p->point[i].state != ITEM_SKIPPED)
				return true;
	return false;
}

/* What nobody answered is not judged, and is said to be so. */
static void result_says(struct play *p)
{
	struct req *r;

	as_leader(p, 1);
	r = get(p->t.st, "/w/%s/result", p->key);
	MUST_CODE(p, r, 200);
	silent(p, NOBODY, PAGE(r));
	if (lacks_anything(p))
		MUST(p, strstr(PAGE(r), "Ej bedömt") != NULL ||
		     strstr(PAGE(r), "ej bedömt") != NULL);
}

/* The rest, in order, with the goals that somebody left out. */
static void next_meeting(struct play *p, bool left)
{
	struct scope s = stage_scope(p->t.st);
	struct req *r = leader_sends(p, "day=2025-11-20", "follow");
	struct text_list is = {0}, should = {0};
	struct item_list rest = {0};
	struct workshop next = {0};

	if (!left) {
		MUST_CODE(p, r, 422);
		return;
	}
	MUST_CODE(p, r, 303);
	MUST(p, workshop_followed_by(&s, p->id, &next) == OK);
	MUST(p, item_list(&s, next.id, &rest) == OK);
	for (size_t i = 0; i < rest.n; i++) {
		const char *text = arena_print(p->mem, "%d P%lld",
			(int)rest.v[i].kind, rest.v[i].priority_no);

		for (size_t g = 0; g < rest.v[i].goals.n; g++)
			text = arena_print(p->mem, "%s %s", text,
			                   rest.v[i].goals.v[g].code);
		*PUSH(p->mem, &is) = text;
	}
	for (int k = 0; k < p->points; k++) {
		const struct point *at = &p->point[k];
		const char *text = arena_print(p->mem, "%d P%lld",
			(int)at->kind, at->priority_no);
		bool any = false;

		if (at->state != ITEM_LEFT && at->state != ITEM_PARKED)
			continue;
		for (int g = 0; g < at->goals; g++)
			any = any || model_lacks(p, k, g);
		for (int g = 0; g < at->goals; g++)
			if (!any || model_lacks(p, k, g))
				text = arena_print(p->mem, "%s %s", text,
				                   at->code[g]);
		*PUSH(p->mem, &should) = text;
	}
	MUST_TEXT(p, sorted(p->mem, &is), sorted(p->mem, &should));
}

static void play_end(struct play *p)
{
	bool left;

	leader_closes(p, roll(p, LEADERS));
	left = model_ends(p);
	p->partly = left;
	state_is(p, left ? WORKSHOP_PARTLY : WORKSHOP_DONE);
	compare_end(p);
	late_ones(p);
	MUST_CODE(p, leader_sends(p, "", "compile"), 303);
	left = model_ends(p);
	p->compiled = true;
	state_is(p, WORKSHOP_COMPILED);
	late_ones(p);
	compare_end(p);
	result_says(p);
	next_meeting(p, left);
}

void play_whole(struct play *p)
{
	compare(p);
	until_it_ends(p);
	table_clash(p);
	if (p->seed % 4 == 0)
		everything_is_done(p);
	play_end(p);
}
