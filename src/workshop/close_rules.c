/*
 * What the answers come to. A verdict of the room is one finding for each
 * direction; otherwise each table's answer stands, those that say the same
 * thing as one. What nobody answered comes to nothing at all.
 */
#include <string.h>

#include "base/text.h"
#include "workshop/after.h"

/* One answer, of the room or of the tables that gave it. */
struct given {
	unsigned         set;
	const char      *plus, *minus, *other, *rationale;
	const char      *who;           /* "Bord 1 och Bord 2", "Vi" */
	const char      *written_by;
	const char      *against;       /* what was said against it */
	enum finding_source source;
	bool             dissent;
	struct board_ids boards;
};
struct given_list { struct given *v; size_t n, room; };

struct task {
	struct arena             *mem;
	const struct item        *item;
	const struct item_goal   *goal;
	const struct answers     *all;
	const struct close_words *words;
};

static bool is_path(const struct item_goal *g)
{
	return g->framework != FRAMEWORK_RUS;
}

static bool about(const struct task *t, i64 item, i64 goal)
{
	return item == t->item->id && goal == t->goal->goal;
}

static const char *joined(struct arena *mem, const char *a,
                          const char *between, const char *b)
{
	if (text_blank(a))
		return or_empty(b);
	return arena_print(mem, "%s%s%s", a, between, b);
}

/* Is `text` all of some lines of `in`? */
static bool stands_in(const char *in, const char *text)
{
	size_t n = strlen(text);

	for (const char *at = in; (at = strstr(at, text)) != NULL; at++)
		if ((at == in || at[-1] == '\n') &&
		    (at[n] == '\0' || at[n] == '\n'))
			return true;
	return false;
}

/* A text after another, unless it is there. */
static const char *with_text(struct arena *mem, const char *a, const char *b)
{
	if (text_blank(b) || (!text_blank(a) && stands_in(a, b)))
		return or_empty(a);
	return joined(mem, a, "\n", b);
}

/* -- who says what ------------------------------------------------------- */

static unsigned any_value(const char *words)
{
	unsigned set = value_read(words, true);

	return set != 0 ? set : value_read(words, false);
}

bool boards_disagree(const struct board_reply_list *all, i64 item, i64 goal)
{
	const struct board_reply *first = NULL;

	for (size_t i = 0; i < all->n; i++) {
		const struct board_reply *b = &all->v[i];

		if (b->item != item || b->goal != goal)
			continue;
		if (first != NULL &&
		    any_value(first->value) != any_value(b->value))
			return true;
		first = b;
	}
	return false;
}

static const char *against(const struct task *t, const struct board_reply *b)
{
	if (text_blank(b->dissent))
		return "";
	return arena_print(t->mem, "%s (%s): %s", t->words->dissent,
	                   b->board_name, b->dissent);
}

static bool says_the_same(const struct given *g, const struct board_reply *b,
                          unsigned set)
{
	return g->set == set && same(g->plus, b->plus) &&
	       same(g->minus, b->minus) && same(g->other, b->other);
}

static struct given *given_like(struct given_list *out,
                                const struct board_reply *b, unsigned set)
{
	for (size_t i = 0; i < out->n; i++)
		if (says_the_same(&out->v[i], b, set))
			return &out->v[i];
	return NULL;
}

static void give(const struct task *t, const struct board_reply *b,
                 bool dissent, struct given_list *out)
{
	unsigned set = value_read(b->value, is_path(t->goal));
	struct given *g = given_like(out, b, set);

	if (set == 0)
		return;
	if (g == NULL) {
		g = PUSH(t->mem, out);
		*g = (struct given){ .set = set, .plus = b->plus,
			.minus = b->minus, .other = b->other,
			.source = SOURCE_TABLE };
	}
	g->who = joined(t->mem, g->who, arena_print(t->mem, " %s ",
	                t->words->and), b->board_name);
	g->written_by = joined(t->mem, g->written_by, ", ", b->board_name);
	g->rationale = with_text(t->mem, g->rationale, b->rationale);
	g->against = with_text(t->mem, g->against, against(t, b));
	g->dissent = g->dissent || dissent || !text_blank(b->dissent);
	*PUSH(t->mem, &g->boards) = b->board;
}

static void of_tables(const struct task *t, bool divided,
                      struct given_list *out)
{
	const struct board_reply_list *all = &t->all->replies;
	bool dissent = divided || boards_disagree(all, t->item->id,
	                                          t->goal->goal);

	for (size_t i = 0; i < all->n; i++)
		if (about(t, all->v[i].item, all->v[i].goal))
			give(t, &all->v[i], dissent, out);
}

static const struct board_reply *reply_of(const struct task *t, i64 board)
{
	const struct board_reply_list *all = &t->all->replies;

	for (size_t i = 0; i < all->n; i++)
		if (about(t, all->v[i].item, all->v[i].goal) &&
		    all->v[i].board == board)
			return &all->v[i];
	return NULL;
}

/* What a table wrote against it is kept, whatever the room agreed on. */
static const char *all_against(const struct task *t)
{
	const struct board_reply_list *all = &t->all->replies;
	const char *text = "";

	for (size_t i = 0; i < all->n; i++)
		if (about(t, all->v[i].item, all->v[i].goal))
			text = with_text(t->mem, text,
			                 against(t, &all->v[i]));
	return text;
}

static bool of_room(const struct task *t, const struct verdict *v,
                    struct given_list *out)
{
	const struct board_reply *b = reply_of(t, v->board);
	struct given g = { .plus = v->plus, .minus = v->minus,
		.other = v->other, .rationale = v->rationale,
		.who = t->words->we, .written_by = "",
		.source = SOURCE_AGREED };

	g.set = value_read(v->value, is_path(t->goal));
	if (g.set == 0 && b != NULL) {
		g.set = value_read(b->value, is_path(t->goal));
		g.plus = b->plus;
		g.minus = b->minus;
		g.other = b->other;
		g.rationale = b->rationale;
	}
	if (g.set == 0)
		return false;
	g.against = all_against(t);
	g.dissent = !text_blank(g.against);
	*PUSH(t->mem, out) = g;
	return true;
}

static const struct verdict *verdict_of(const struct task *t)
{
	const struct verdict_list *all = &t->all->verdicts;

	for (size_t i = 0; i < all->n; i++)
		if (about(t, all->v[i].item, all->v[i].goal))
			return &all->v[i];
	return NULL;
}

/* -- to findings --------------------------------------------------------- */

static const struct { unsigned value; enum direction direction;
                      enum directness directness; } effects[] = {
	{ VALUE_DP, POSITIVE, DIRECT }, { VALUE_IP, POSITIVE, INDIRECT },
	{ VALUE_RP, POSITIVE, WITHOUT_PATH },
	{ VALUE_DN, NEGATIVE, DIRECT }, { VALUE_IN, NEGATIVE, INDIRECT },
	{ VALUE_RN, NEGATIVE, WITHOUT_PATH },
	{ VALUE_NO, DIRECTION_NONE, WITHOUT_PATH },
	{ VALUE_GAP, DIRECTION_NONE, WITHOUT_PATH },
};

static bool same_boards(const struct board_ids *a, const struct board_ids *b)
{
	for (size_t i = 0; i < a->n && i < b->n; i++)
		if (a->v[i] != b->v[i])
			return false;
	return a->n == b->n;
}

static bool marks_goal(const struct finding *f, i64 goal)
{
	for (size_t i = 0; i < f->marks.n; i++)
		if (f->marks.v[i].goal == goal)
			return true;
	return false;
}

/* In one item; or in several, when people chose to say the same of them. */
static bool one_breath(const struct found *at, const struct found *n)
{
	return at->item == n->item ||
	       (at->written && n->written &&
	        at->f.priority == n->f.priority &&
	        at->f.wording == n->f.wording &&
	        at->f.dissent == n->f.dissent);
}

/* One fact on several goals is one finding. */
static struct found *found_like(struct found_list *out, const struct found *n)
{
	for (size_t i = 0; i < out->n; i++) {
		struct found *at = &out->v[i];

		if (one_breath(at, n) && at->f.kind == n->f.kind &&
		    at->f.source == n->f.source &&
		    same(at->f.sentence, n->f.sentence) &&
		    at->f.marks.v[0].direction == n->f.marks.v[0].direction &&
		    same_boards(&at->boards, &n->boards) &&
		    !marks_goal(&at->f, n->f.marks.v[0].goal))
			return at;
	}
	return NULL;
}

static void add(const struct task *t, const struct found *n,
                struct found_list *out)
{
	struct found *like = found_like(out, n);

	if (like == NULL) {
		*PUSH(t->mem, out) = *n;
		return;
	}
	*PUSH(t->mem, &like->f.marks) = n->f.marks.v[0];
	*PUSH(t->mem, &like->items) = n->item;
	like->f.rationale = with_text(t->mem, like->f.rationale,
	                              n->f.rationale);
	like->f.dissent = like->f.dissent || n->f.dissent;
}

/* The sentence that was written; else what was ticked, in words. */
static const char *sentence(const struct task *t, const struct given *g,
                            unsigned one, bool *written)
{
	const char *said = g->other, *else_said = t->words->gap;

	if ((one & VALUE_POSITIVE) != 0)
		said = g->plus, else_said = t->words->plus;
	else if ((one & VALUE_NEGATIVE) != 0)
		said = g->minus, else_said = t->words->minus;
	else if (one == VALUE_NO)
		else_said = t->words->none;
	*written = !text_blank(said);
	return *written ? said : arena_print(t->mem, "%s %s", g->who,
	                                     else_said);
}

static enum finding_kind kind_of(unsigned one)
{
	return one == VALUE_NO ? FINDING_LOOKED_AT :
	       one == VALUE_GAP ? FINDING_GAP : FINDING_EFFECT;
}

static void to_findings(const struct task *t, const struct given *g,
                        struct found_list *out)
{
	for (size_t i = 0; i < COUNT(effects); i++) {
		struct found n = { .item = t->item->id, .boards = g->boards };

		if ((g->set & effects[i].value) == 0)
			continue;
		n.f.priority    = t->item->priority;
		n.f.priority_no = t->item->priority_no;
		n.f.wording     = t->item->wording;
		n.f.kind        = kind_of(effects[i].value);
		n.f.sentence    = sentence(t, g, effects[i].value,
		                           &n.written);
		n.f.rationale   = with_text(t->mem, g->rationale,
		                            g->against);
		n.f.source      = g->source;
		n.f.written_by  = g->written_by;
		n.f.dissent     = g->dissent;
		*PUSH(t->mem, &n.f.marks) = (struct mark){
			.goal = t->goal->goal, .framework = "",
			.code = t->goal->code,
			.direction = effects[i].direction,
			.directness = effects[i].directness };
		*PUSH(t->mem, &n.items) = n.item;
		add(t, &n, out);
	}
}

static void of_goal(const struct task *t, struct found_list *out)
{
	const struct verdict *v = verdict_of(t);
	struct given_list given = {0};
	bool divided = v != NULL && v->kind == VERDICT_DIVIDED;

	if (v == NULL || divided || !of_room(t, v, &given))
		of_tables(t, divided, &given);
	for (size_t i = 0; i < given.n; i++)
		to_findings(t, &given.v[i], out);
}

void findings_of(struct arena *mem, const struct item *item, i64 goal,
                 const struct answers *all, const struct close_words *words,
                 struct found_list *out)
{
	struct task t = { .mem = mem, .item = item, .all = all,
	                  .words = words };

	if (item->priority == 0 ||
	    (item->kind != ITEM_RUS && item->kind != ITEM_GOAL))
		return;
	for (size_t i = 0; i < item->goals.n; i++) {
		t.goal = &item->goals.v[i];
		if (goal == 0 || goal == t.goal->goal)
			of_goal(&t, out);
	}
}
