/* A phone in the room: looks, answers, changes its mind, drops off. */
#include "meeting.h"
#include "web/form.h"

/* -- visits -------------------------------------------------------------- */

/* The clock of each is their own, and the server's may jump. */
static void begin_visit(struct play *p)
{
	arena_reset(p->page);
	p->t.st->mem = p->page;
	p->acts++;
}

void as_player(struct play *p, int i)
{
	struct stage *st = p->t.st;

	st->cookie = p->player[i].cookie;
	st->csrf = p->player[i].csrf;
	st->person = 0;
	st->now = p->began + p->jump + p->player[i].due;
}

void as_leader(struct play *p, int i)
{
	struct stage *st = p->t.st;

	st->cookie = p->leader[i].cookie;
	st->csrf = p->leader[i].csrf;
	st->person = p->leader[i].person;
}

struct req *look(struct play *p, int i, const char *path)
{
	struct req *r;

	as_player(p, i);
	begin_visit(p);
	r = get(p->t.st, "/d/%s/%s", p->player[i].key, path);
	p->t.st->mem = p->mem;
	silent(p, i, PAGE(r));
	return r;
}

struct req *act(struct play *p, int i, const char *fields, const char *path)
{
	struct req *r;

	as_player(p, i);
	begin_visit(p);
	r = post(p->t.st, fields, "/d/%s/%s", p->player[i].key, path);
	p->t.st->mem = p->mem;
	silent(p, i, PAGE(r));
	return r;
}

void silent(struct play *p, int player, const char *page)
{
	const char *at = page;

	while (at != NULL && (at = strstr(at, "ord_")) != NULL) {
		size_t no = 0;

		for (at += 4; *at >= '0' && *at <= '9'; at++)
			no = no * 10 + (size_t)(*at - '0');
		if (*at != '_' || no >= p->words.n)
			continue;
		if (model_may_see(p, player, &p->words.v[no]))
			continue;
		print_error("player %d sees ord_%zu_, kind %d, of player %d"
		            " at board %d on point %d goals %x: %.600s\n",
		            player, no, (int)p->words.v[no].kind,
		            p->words.v[no].player, p->words.v[no].board,
		            p->words.v[no].point, p->words.v[no].goals,
		            at - page > 300 ? at - 300 : page);
		play_fails(p, "silence", __FILE__, __LINE__);
	}
}

/* -- coming and going ---------------------------------------------------- */

static void new_browser(struct play *p, int i)
{
	struct player *at = &p->player[i];

	stage_as_nobody(p->t.st);
	at->cookie = p->t.st->cookie;
	at->csrf = p->t.st->csrf;
}

/* By the code, with a finger that may press twice. */
void joins(struct play *p, int i)
{
	struct player *at = &p->player[i];
	const char *fields;
	struct req *r;

	new_browser(p, i);
	fields = arena_print(p->mem, "key=%s&board=%d%s%s%s&organisation=%s",
		form_key(p), at->board + 1, at->device ? "&shared=1" : "",
		at->elected ? "&category=2" : "",
		at->authority ? "&authority=1" : "", at->organisation);
	for (int twice = chance(p, 20); twice >= 0; twice--) {
		as_player(p, i);
		begin_visit(p);
		r = post(p->t.st, fields, "/j/%s", p->code);
		MUST_CODE(p, r, 303);
		r = get(p->t.st, "%s", r->location);
		p->t.st->mem = p->mem;
		MUST_CODE(p, r, 303);
		at->key = arena_text(p->mem, r->location + 3,
		                     strcspn(r->location + 3, "/"));
	}
}

static bool is_ticked(struct play *p, const char *page, const char *words)
{
	static const char *const all[] = { "dn", "in", "no", "ip", "dp", "rn",
	                                   "rp", "gap" };
	bool right = true;

	for (size_t i = 0; i < COUNT(all); i++) {
		bool on = strstr(page, arena_print(p->page,
			"name='v' value='%s' checked", all[i])) != NULL;

		right = right && on == (words != NULL &&
		        strstr(words, all[i]) != NULL);
	}
	return right;
}

/* The phone died: another one opens the link. What was answered is there. */
static void comes_back(struct play *p, int i)
{
	struct player *at = &p->player[i];
	int point = roll(p, p->points), goal;
	const struct said *said;
	const char *page;

	new_browser(p, i);
	at->at = NOBODY;
	if (p->point[point].goals == 0 || p->point[point].state ==
	    ITEM_PLANNED || at->elected || at->left)
		return;
	goal = roll(p, p->point[point].goals);
	said = &p->said[i][point][goal];
	page = PAGE(look(p, i, arena_print(p->mem, "now?item=%lld&goal=%d",
	                 p->point[point].no, goal + 1)));
	MUST(p, is_ticked(p, page, said->value));
	MUST(p, said->value == NULL || said->text[0] == '\0' ||
	     strstr(page, said->text) != NULL);
}

static void moves(struct play *p, int i)
{
	struct player *at = &p->player[i];

	if (chance(p, 50)) {
		const char *how = at->left ? "back=1" : "left=1";

		MUST_CODE(p, act(p, i, how, "seat"), 303);
		at->left = !at->left;
		return;
	}
	at->board = roll(p, BOARDS);
	MUST_CODE(p, act(p, i, arena_print(p->mem, "board=%d",
	                 at->board + 1), "seat"), 303);
	at->left = false;
}

/* -- answering ----------------------------------------------------------- */

static bool closed(const struct play *p, int point)
{
	return p->compiled || (p->frozen && p->on == point);
}

/* Random words of the scale, as they are stored: harm first. */
static const char *a_value(struct play *p, const struct point *at)
{
	static const char *const path[] = { "dn", "in", "no", "ip", "dp",
		"gap", "dn ip", "in dp", "dn dp", "in ip" };
	static const char *const rus[] = { "rn", "no", "rp", "gap", "rn rp" };

	if (at->goals > 0)
		return point_has_path(at) ? path[roll(p, COUNT(path))] :
		                      rus[roll(p, COUNT(rus))];
	return arena_print(p->mem, "%d", 1 + roll(p, at->ask == ASK_SCALE ?
	                   5 : at->options == 0 ? 1 : at->options));
}

static const char *ticks(struct play *p, const char *value)
{
	const char *space = strchr(value, ' ');

	if (space == NULL)
		return arena_print(p->mem, "v=%s", value);
	return arena_print(p->mem, "v=%.*s&v=%s", (int)(space - value), value,
	                   space + 1);
}

/* Once, twice with the same key, and once more with another: one answer. */
static void sends(struct play *p, int i, int point, struct said said,
                  int goal, const char *key, const char *fields)
{
	struct player *at = &p->player[i];
	const char *first = arena_print(p->mem, "key=%s&%s", key, fields);
	struct req *r = act(p, i, first, "answer");

	if (at->elected) {
		MUST_CODE(p, r, 403);
		return;
	}
	if (closed(p, point)) {
		MUST_CODE(p, r, 422);
		return;
	}
	MUST_CODE(p, r, 303);
	p->said[i][point][goal] = said;
	at->last = first;
	at->last_to = "answer";
	at->where = arena_copy(p->mem, r->location);
	if (chance(p, 10)) {
		r = act(p, i, first, "answer");
		MUST_CODE(p, r, 303);
		MUST_TEXT(p, r->location, at->where);
	}
	if (chance(p, 6))
		MUST_CODE(p, act(p, i, fields, "answer"), 303);
}

void phone_says(struct play *p, int i, int point, int goal,
                const char *value, const char *text)
{
	struct player *at = &p->player[i];
	const struct point *of = &p->point[point];
	struct said said = { .value = value, .text = text,
	                     .board = at->board };
	const char *fields = of->goals > 0 ?
		arena_print(p->mem, "item=%lld&goal=%d&%s&text=%s", of->no,
		            goal + 1, ticks(p, value), text) :
		arena_print(p->mem, "item=%lld&goal=1&free=%s", of->no,
		            value);

	sends(p, i, point, said, goal, at->form != NULL ? at->form :
	      form_key(p), fields);
	at->form = NULL;
}

void phone_answers(struct play *p, int i, int point, int goal)
{
	const struct point *of = &p->point[point];
	const char *value = a_value(p, of), *text = "";

	if (of->ask == ASK_TEXT || (of->goals > 0 && chance(p, 70)))
		text = new_word(p, (struct word){ .kind = WORD_REPLY,
			.player = i, .board = p->player[i].board,
			.point = point, .goals = 1u << goal });
	if (of->ask == ASK_TEXT)
		phone_says(p, i, point, goal, text, "");
	else
		phone_says(p, i, point, goal, value, text);
}

/* A queue that was emptied long ago sends it once more. */
static void replays(struct play *p, int i)
{
	struct player *at = &p->player[i];
	struct req *r;

	if (at->last == NULL)
		return;
	r = act(p, i, at->last, at->last_to);
	MUST_CODE(p, r, 303);
	MUST_TEXT(p, r->location, at->where);
}

/* -- looking ------------------------------------------------------------- */

static int point_of(const struct play *p, const char *no)
{
	for (int i = 0; no != NULL && i < p->points; i++)
		if (p->point[i].no == strtoll(no, NULL, 10))
			return i;
	return NOBODY;
}

/* What the leader has on is what a phone asks, at its own next question. */
static void must_be_on(struct play *p, int i)
{
	const struct player *at = &p->player[i];
	int goal = 0;

	if (at->at == NOBODY)
		return;
	MUST(p, at->at == p->on);
	while (p->said[i][at->at][goal].value != NULL)
		goal++;
	MUST(p, goal == at->goal);
}

static void reads(struct play *p, int i, const char *path)
{
	struct player *at = &p->player[i];
	const char *page, *action, *goal;

	page = PAGE(look(p, i, path));
	action = arena_print(p->mem, "/d/%s/answer", at->key);
	at->at = point_of(p, field_of(p, page, action, "item"));
	goal = field_of(p, page, action, "goal");
	at->goal = goal == NULL ? 0 : (int)strtol(goal, NULL, 10) - 1;
	at->form = field_of(p, page, action, "key");
	MUST(p, strstr(page, "<table") == NULL || p->over || p->shown);
}

/* Back to something, or on past it. */
static void reads_another(struct play *p, int i)
{
	int point = roll(p, p->points);
	const struct point *of = &p->point[point];

	if (!asks_alone(of) || of->state == ITEM_PLANNED)
		return;
	reads(p, i, arena_print(p->mem, "now?item=%lld&goal=%d", of->no,
	                        1 + roll(p, questions(of))));
}

static void evaluates(struct play *p, int i)
{
	MUST_CODE(p, act(p, i, arena_print(p->mem, "worth=%d&pace=2&heard=%d",
	          1 + roll(p, 5), 1 + roll(p, 5)), "evaluation"), 303);
	p->thought[i] = true;
}

static void looks_around(struct play *p, int i)
{
	static const char *const pages[] = { "table", "receipt", "ideas",
	                                     "now?goal=2", "seat" };
	const char *path = pages[roll(p, COUNT(pages))];

	if (strcmp(path, "seat") != 0)
		look(p, i, path);
	else
		moves(p, i);
}

/* -- a phone's turn ------------------------------------------------------ */

static void takes_part(struct play *p, int i)
{
	struct player *at = &p->player[i];

	if (p->on != NOBODY && p->point[p->on].kind == ITEM_CLOSE &&
	    !at->elected && chance(p, 50))
		evaluates(p, i);
	else if (p->on != NOBODY && point_has_ideas(&p->point[p->on]) &&
	         chance(p, 40))
		proposes(p, i, p->on);
	else if (at->at != NOBODY && chance(p, 90))
		phone_answers(p, i, at->at, at->goal), at->at = NOBODY;
	else if (chance(p, 75))
		reads(p, i, "now"), must_be_on(p, i);
	else
		reads_another(p, i);
}

void phone_does(struct play *p, int i)
{
	struct player *at = &p->player[i];
	int what = roll(p, 100);

	if (at->key == NULL)
		joins(p, i);
	else if (what < 4)
		comes_back(p, i);
	else if (what < 8)
		replays(p, i);
	else if (what < 16)
		looks_around(p, i);
	else if (what < 22)
		table_does(p, i);
	else
		takes_part(p, i);
	/* It may be quick, or gone for a quarter of an hour. */
	at->due += chance(p, 8) ? 900 * 1000 : 20 * 1000 + roll(p, 240 * 1000);
}
