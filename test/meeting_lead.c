/* Two who lead, each at a screen of their own. */
#include "meeting.h"

static struct req *sees(struct play *p, int leader, const char *path)
{
	struct req *r;

	as_leader(p, leader);
	arena_reset(p->page);
	p->t.st->mem = p->page;
	p->acts++;
	r = get(p->t.st, "/w/%s/%s", p->key, path);
	p->t.st->mem = p->mem;
	silent(p, NOBODY, PAGE(r));
	return r;
}

static struct req *does(struct play *p, int leader, const char *fields,
                        const char *path)
{
	struct req *r;

	as_leader(p, leader);
	arena_reset(p->page);
	p->t.st->mem = p->page;
	p->acts++;
	r = post(p->t.st, fields, "/w/%s/%s", p->key, path);
	p->t.st->mem = p->mem;
	silent(p, NOBODY, PAGE(r));
	return r;
}

/* -- commands ------------------------------------------------------------ */

static enum run_command command_of(const char *word)
{
	static const struct { const char *word; enum run_command is; } all[] = {
		{ "next", RUN_NEXT }, { "back", RUN_BACK },
		{ "more", RUN_MORE }, { "skip", RUN_SKIP },
		{ "park", RUN_PARK }, { "show", RUN_SHOW },
		{ "hide", RUN_HIDE }, { "freeze", RUN_FREEZE },
		{ "thaw", RUN_THAW }, { "take", RUN_TAKE_UP } };

	for (size_t i = 0; i < COUNT(all); i++)
		if (strcmp(all[i].word, word) == 0)
			return all[i].is;
	return RUN_START;
}

/* Pressed on a page of that turn: only the latest turn is obeyed. */
void press(struct play *p, int leader, const char *word, i64 turn, int point)
{
	struct req *r = does(p, leader, arena_print(p->mem,
		"command=%s&turn=%lld&item=%lld", word, turn,
		point == NOBODY ? 1 : p->point[point].no), "lead");

	if (turn != p->turn) {
		MUST_CODE(p, r, 409);
		MUST(p, strstr(PAGE(r), "Någon annan hann före") != NULL);
		return;
	}
	if (!model_obeys(p, command_of(word), point)) {
		MUST_CODE(p, r, 422);
		return;
	}
	MUST_CODE(p, r, 303);
	p->turn++;
}

static i64 turn_seen(struct play *p, int leader)
{
	const char *page = PAGE(sees(p, leader, "lead"));
	const char *turn = field_of(p, page, arena_print(p->mem,
		"/w/%s/lead", p->key), "turn");

	MUST(p, turn != NULL);
	MUST(p, strtoll(turn, NULL, 10) == p->turn);
	return p->turn;
}

/* Both have the same page before them, and press: one does, one is told. */
void leaders_race(struct play *p)
{
	static const char *const words[] = { "next", "show", "more" };
	int first = roll(p, LEADERS);
	i64 turn = turn_seen(p, first);
	const char *a = words[roll(p, COUNT(words))];
	const char *b = words[roll(p, COUNT(words))];

	MUST(p, turn_seen(p, 1 - first) == turn);
	press(p, first, a, turn, NOBODY);
	if (p->turn == turn)
		return;
	press(p, 1 - first, b, turn, NOBODY);
	MUST(p, p->turn == turn + 1);
	p->lost_races++;
}

/* A question of one's own stands on the agenda, and is on. */
static void asks(struct play *p, int leader)
{
	static const enum ask_kind kinds[] = { ASK_TEXT, ASK_CHOICE,
	                                       ASK_SCALE };
	struct point *at = &p->point[p->points];

	if (p->points == POINTS)
		return;
	*at = (struct point){ .kind = ITEM_ASK, .state = ITEM_PLANNED,
		.ask = kinds[roll(p, COUNT(kinds))], .no = p->points + 1 };
	at->options = at->ask == ASK_CHOICE ? 2 : 0;
	MUST_CODE(p, does(p, leader, arena_print(p->mem, "command=ask"
	          "&title=Fr%%C3%%A5ga+%d&kind=%d&options=%s", p->points,
	          (int)at->ask, at->options == 2 ? "A%0AB" : ""), "lead"),
	          303);
	p->order[p->points] = p->points;
	p->points++;
	model_obeys(p, RUN_ASK, p->points - 1);
	p->turn++;
}

/* -- the room's word ----------------------------------------------------- */

static int a_table_of(struct play *p, int point, int goal)
{
	int first = roll(p, BOARDS);

	for (int i = 0; i < BOARDS; i++) {
		int b = (first + i) % BOARDS;

		if (p->table[b][point][goal].value != NULL)
			return b;
	}
	return NOBODY;
}

static const char *verdict_form(struct play *p, int point, int goal,
                                const struct ruled *v, int board)
{
	const char *who = arena_print(p->mem, "item=%lld&goal=%d&version=%lld"
		"&how=%d", p->point[point].no, goal + 1,
		p->ruled[point][goal].version, (int)v->kind);

	if (v->kind == VERDICT_TABLE)
		return arena_print(p->mem, "%s&board=%d", who, board + 1);
	if (v->kind == VERDICT_DIVIDED)
		return who;
	return arena_print(p->mem, "%s&v=%s&plus=%s&rationale=%s", who,
		v->words.value, v->words.plus, v->words.rationale);
}

static const char *rules(struct play *p, int point, int goal)
{
	return new_word(p, (struct word){ .kind = WORD_VERDICT,
		.player = NOBODY, .point = point, .goals = 1u << goal });
}

/* Kept with the words that a table has now, or with the room's own. */
void leader_writes(struct play *p, int leader, int point, int goal,
                   struct ruled v, int board)
{
	struct req *r;

	if (v.kind == VERDICT_TABLE)
		v.words = p->table[board][point][goal];
	v.version = p->ruled[point][goal].version + 1;
	r = does(p, leader, verdict_form(p, point, goal, &v, board), "merge");
	if (p->compiled || !p->point[point].was_on ||
	    !model_shown(p, point)) {
		MUST(p, r->code == 404 || r->code == 403 || r->code == 422);
		return;
	}
	MUST_CODE(p, r, 303);
	p->ruled[point][goal] = v;
}

static void leader_rules(struct play *p, int leader, int point, int goal,
                         enum verdict_kind kind)
{
	static const struct table_said none = { .value = "", .plus = "",
		.minus = "", .other = "", .rationale = "", .dissent = "" };
	struct ruled v = { .kind = kind, .words = none };
	int board = a_table_of(p, point, goal);

	if (kind == VERDICT_TABLE && board == NOBODY)
		return;
	if (kind == VERDICT_ROOM) {
		v.words.value = point_has_path(&p->point[point]) ? "ip" : "rp";
		v.words.plus = rules(p, point, goal);
		v.words.rationale = rules(p, point, goal);
	}
	leader_writes(p, leader, point, goal, v, board);
}

static void rules_something(struct play *p, int leader)
{
	int point = roll(p, p->points);
	const struct point *at;

	for (int i = 0; i < p->points && (p->point[point].goals == 0 ||
	                                  !p->point[point].was_on); i++)
		point = (point + 1) % p->points;
	at = &p->point[point];
	if (at->goals == 0 || !at->was_on)
		return;
	sees(p, leader, arena_print(p->mem, "merge?item=%lld&goal=1",
	                            at->no));
	leader_rules(p, leader, point, roll(p, at->goals),
	             (enum verdict_kind)(1 + roll(p, 3)));
}

static void reads_something(struct play *p, int leader)
{
	static const char *const pages[] = { "merge", "close", "result" };
	struct req *r;

	if (chance(p, 60)) {
		sees(p, leader, pages[roll(p, COUNT(pages))]);
		return;
	}
	if (chance(p, 50)) {
		sees(p, leader, arena_print(p->mem, "rounds/%lld",
		     p->point[roll(p, p->points)].no));
		return;
	}
	arena_reset(p->page);
	p->t.st->mem = p->page;
	r = get(p->t.st, "/d/%s/screen", p->screen);
	p->t.st->mem = p->mem;
	MUST_CODE(p, r, 200);
	silent(p, NOBODY, PAGE(r));
}

/* -- a leader's turn ----------------------------------------------------- */

static void commands(struct play *p, int leader)
{
	static const char *const words[] = { "next", "next", "next", "next",
		"show", "show", "show", "freeze", "thaw", "hide", "more",
		"back", "park", "take", "skip" };
	const char *word = words[roll(p, COUNT(words))];
	i64 turn = chance(p, 85) ? turn_seen(p, leader) :
	           p->turn - roll(p, 3);
	int point = roll(p, p->points);

	if (strcmp(word, "skip") == 0 && chance(p, 60))
		word = "next";
	press(p, leader, word, turn, point);
}

void leader_does(struct play *p, int leader)
{
	int what = roll(p, 100);

	if (what < 8)
		leaders_race(p);
	else if (what < 14)
		asks(p, leader);
	else if (what < 30)
		rules_something(p, leader);
	else if (what < 45)
		reads_something(p, leader);
	else
		commands(p, leader);
}

/* The end, by the page one has before one; the other's page is old then. */
void leader_closes(struct play *p, int leader)
{
	const char *form = arena_print(p->mem, "turn=%lld", p->turn);

	sees(p, leader, "close");
	MUST_CODE(p, does(p, leader, arena_print(p->mem, "turn=%lld",
	          p->turn - 1), "close"), 409);
	MUST_CODE(p, does(p, leader, form, "close"), 303);
	MUST_CODE(p, does(p, 1 - leader, form, "close"), 409);
	p->turn++;
}
