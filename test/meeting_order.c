/* The same answers in one order and another. */
#include "meeting.h"

enum arrival_kind { OF_PHONE, OF_TABLE, OF_ROOM };
struct arrival {
	enum arrival_kind kind;
	int               player, board, point, goal;
	const char       *value, *text;
	struct table_said view;
	struct ruled      ruled;
	bool              there;
};
struct arrival_list { struct arrival *v; size_t n, room; };

/* -- what arrives, by the seed ------------------------------------------- */

static void phones(struct play *p, int point, int goal,
                   struct arrival_list *out)
{
	static const char *const path[] = { "dn", "in dp", "no", "gap", "ip" };
	static const char *const rus[] = { "rn", "rp", "no", "gap" };

	for (int i = 0; i < PHONES; i += 3)
		for (int n = roll(p, 3); n > 0 && !p->player[i].elected; n--)
			*PUSH(p->mem, out) = (struct arrival){
				.kind = OF_PHONE, .player = i, .point = point,
				.goal = goal,
				.value = point_has_path(&p->point[point]) ?
					path[roll(p, COUNT(path))] :
					rus[roll(p, COUNT(rus))],
				.text = arena_print(p->mem, "t%d.%d.%d.%d", i,
					point, goal, n) };
}

/* Some tables write in the same words; some write twice. */
static void tables(struct play *p, int point, int goal,
                   struct arrival_list *out)
{
	for (int b = 0; b < BOARDS; b++)
		for (int n = chance(p, 85) + chance(p, 30); n > 0; n--) {
			struct arrival *a = PUSH(p->mem, out);

			*a = (struct arrival){ .kind = OF_TABLE, .board = b,
				.point = point, .goal = goal,
				.player = b * SEATS + 1 };
			a->view = a_view(p, b, point, goal, NULL);
			if (b > 3 && a->view.plus[0] != '\0')
				a->view.plus = "Samma";
			if (b > 3 && a->view.minus[0] != '\0')
				a->view.minus = "Lika";
		}
}

static void rulings(struct play *p, int point, int goal,
                    struct arrival_list *out)
{
	static const struct table_said none = { .value = "", .plus = "",
		.minus = "", .other = "", .rationale = "", .dissent = "" };
	struct arrival a = { .kind = OF_ROOM, .point = point, .goal = goal,
		.ruled = { .kind = (enum verdict_kind)(1 + roll(p, 3)),
		           .words = none } };

	if (!chance(p, 40))
		return;
	if (a.ruled.kind == VERDICT_ROOM) {
		a.ruled.words.value = point_has_path(&p->point[point]) ?
			"dp" : "rp";
		a.ruled.words.plus = arena_print(p->mem, "Rum%d.%d", point,
		                                 chance(p, 50) ? 9 : goal);
	}
	a.board = NOBODY;
	for (size_t i = 0; i < out->n; i++)
		if (out->v[i].kind == OF_TABLE && out->v[i].point == point &&
		    out->v[i].goal == goal)
			a.board = out->v[i].board;
	if (a.ruled.kind != VERDICT_TABLE || a.board != NOBODY)
		*PUSH(p->mem, out) = a;
}

static struct arrival_list what_arrives(struct play *p)
{
	struct arrival_list out = {0};

	for (int i = 0; i < p->points; i++)
		for (int g = 0; g < p->point[i].goals; g++) {
			phones(p, i, g, &out);
			tables(p, i, g, &out);
			rulings(p, i, g, &out);
		}
	return out;
}

/* -- what must come before what ------------------------------------------ */

/* What somebody says anew comes after what they said; the room speaks when it
 * has heard the tables. */
static bool must_follow(const struct arrival *a, const struct arrival *before)
{
	if (a->point != before->point || a->goal != before->goal)
		return false;
	if (a->kind == OF_PHONE)
		return before->kind == OF_PHONE && a->player == before->player;
	if (a->kind == OF_TABLE)
		return before->kind == OF_TABLE && a->board == before->board;
	return before->kind == OF_TABLE;
}

static bool may_come(const struct arrival_list *all, size_t i)
{
	for (size_t k = 0; k < i; k++)
		if (!all->v[k].there && must_follow(&all->v[i], &all->v[k]))
			return false;
	return !all->v[i].there;
}

static struct arrival *next_to_come(struct play *p, struct arrival_list *all)
{
	size_t i = (size_t)roll(p, (int)all->n);

	while (!may_come(all, i))
		i = (i + 1) % all->n;
	all->v[i].there = true;
	return &all->v[i];
}

static void comes(struct play *p, const struct arrival *a)
{
	switch (a->kind) {
	case OF_PHONE:
		phone_says(p, a->player, a->point, a->goal, a->value,
		           a->text);
		break;
	case OF_TABLE:
		MUST(p, table_writes(p, a->player, a->point, a->goal,
		        p->table[a->board][a->point][a->goal].version,
		        a->view));
		break;
	case OF_ROOM:
		leader_writes(p, 0, a->point, a->goal, a->ruled, a->board);
		break;
	}
}

/* -- the meeting --------------------------------------------------------- */

static void everybody_in(struct play *p)
{
	for (int i = 0; i < PHONES; i++)
		if (i % 3 == 0 || i % SEATS == 1)
			joins(p, i);
	while (p->on != NOBODY)
		press(p, 0, "next", p->turn, NOBODY);
}

static void ends(struct play *p)
{
	leader_closes(p, 0);
	model_ends(p);
}

static const char *outcome(struct play *p, struct arena *mem)
{
	const char *items = arena_copy(mem, stored_items(p));
	const char *verdicts = arena_copy(mem, stored_verdicts(p));

	return arena_print(mem, "%s--\n%s--\n%s", items, verdicts,
	                   stored_findings(p));
}

const char *play_in_order(struct arena *mem, i64 seed, i64 order)
{
	static struct play p;
	struct arrival_list all;
	const char *text;
	size_t end;

	play_open(&p, seed);
	all = what_arrives(&p);
	p.dice += (uint64_t)order * 0x632BE59BD9B4E019u;
	everybody_in(&p);
	end = order == 0 ? all.n : (size_t)roll(&p, (int)all.n);
	for (size_t i = 0; i < all.n; i++) {
		if (i == end)
			ends(&p);
		comes(&p, next_to_come(&p, &all));
	}
	if (end == all.n)
		ends(&p);
	as_leader(&p, 1);
	MUST_CODE(&p, post(p.t.st, "", "/w/%s/compile", p.key), 303);
	model_ends(&p);
	p.compiled = true;
	compare_end(&p);
	text = outcome(&p, mem);
	play_close(&p);
	return text;
}
