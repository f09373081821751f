/* The compilation, the rest: proposals, who was there, time, what is left. */
#include "base/text.h"
#include "workshop/close.msg"
#include "workshop/result.h"

static void heading(struct req *r, struct paper *p, const struct sentence *s)
{
	paper_heading(p, 2, NULL, say(r, s));
}

static void line(struct paper *p, const char *text)
{
	paper_item(p, text);
}

static const struct item *item_of(const struct compilation *c, i64 id)
{
	for (size_t i = 0; i < c->m.items.n; i++)
		if (c->m.items.v[i].id == id)
			return &c->m.items.v[i];
	return NULL;
}

static bool has_kind(const struct compilation *c, enum item_kind kind)
{
	for (size_t i = 0; i < c->m.items.n; i++)
		if (c->m.items.v[i].kind == kind)
			return true;
	return false;
}

/* -- proposals ----------------------------------------------------------- */

static const char *idea_text(struct req *r, const struct idea *d)
{
	const char *text = d->text;

	if (!text_blank(d->detail))
		text = arena_print(r->s.mem, "%s: %s", text, d->detail);
	if (!text_blank(d->board_name))
		text = arena_print(r->s.mem, "%s (%s)", text, d->board_name);
	return d->chosen ? arena_print(r->s.mem, "%s, %s", text,
	                               say(r, R_CHOSEN)) : text;
}

/* Those merged stand under the one that stands for them. */
static void ideas(struct req *r, struct paper *p, const struct compilation *c,
                  enum item_kind kind, const struct sentence *title)
{
	size_t n = 0;

	if (!has_kind(c, kind))
		return;
	heading(r, p, title);
	for (size_t i = 0; i < c->m.ideas.n; i++) {
		const struct idea *d = &c->m.ideas.v[i];
		const struct item *of = item_of(c, d->item);

		if (of == NULL || of->kind != kind || d->into != 0)
			continue;
		if (n++ == 0)
			paper_list(p, BLOCK_LIST);
		line(p, idea_text(r, d));
	}
	if (n == 0)
		paper_text(p, BLOCK_PARAGRAPH, say(r, R_MISSING_NONE));
}

/* -- the leader's own questions ------------------------------------------ */

static void asked(struct req *r, struct paper *p, const struct compilation *c)
{
	if (!has_kind(c, ITEM_ASK))
		return;
	heading(r, p, R_ASKED);
	for (size_t i = 0; i < c->m.items.n; i++) {
		const struct item *it = &c->m.items.v[i];
		struct text_list all;

		if (it->kind != ITEM_ASK)
			continue;
		all = asked_lines(r, it, &c->asked, &c->m.answers.replies);
		paper_heading(p, 3, NULL, it->title);
		if (all.n == 0)
			paper_text(p, BLOCK_PARAGRAPH, say(r, R_MISSING_NONE));
		else
			paper_list(p, BLOCK_LIST);
		for (size_t k = 0; k < all.n; k++)
			line(p, all.v[k]);
	}
}

/* -- who was there ------------------------------------------------------- */

static void came(struct req *r, struct paper *p, const struct compilation *c)
{
	const char *who = close_words(r, &c->came).came;

	heading(r, p, R_CAME);
	paper_text(p, BLOCK_PARAGRAPH, text_blank(who) ?
	           say(r, R_CAME_NONE) : who);
	if (!text_blank(who))
		paper_text(p, BLOCK_PARAGRAPH, say(r, R_CAME_FEW));
}

/* -- the evaluation: how many said what ---------------------------------- */

typedef i64 said_fn(const struct evaluation *);

static i64 worth_of(const struct evaluation *e) { return e->worth; }
static i64 heard_of(const struct evaluation *e) { return e->heard; }
static i64 pace_of(const struct evaluation *e) { return e->pace; }

static i64 how_many(const struct evaluation_list *all, said_fn *said, i64 what)
{
	i64 n = 0;

	for (size_t i = 0; i < all->n; i++)
		n += said(&all->v[i]) == what;
	return n;
}

static void counts(struct req *r, struct paper *p,
                   const struct compilation *c, said_fn *said, i64 most,
                   const struct sentence *label)
{
	const char *text = "";

	for (i64 k = 1; k <= most; k++)
		text = arena_print(r->s.mem, "%s%s%lld: %lld", text,
			k == 1 ? "" : ", ", k, how_many(&c->said, said, k));
	paper_fact(p, say(r, label), text);
}

static void pace(struct req *r, struct paper *p, const struct compilation *c)
{
	static const struct sentence *const words[] = {
		R_SLOW, R_RIGHT, R_FAST,
	};
	const char *text = "";

	for (i64 k = 1; k <= 3; k++)
		text = arena_print(r->s.mem, "%s%s%s: %lld", text,
			k == 1 ? "" : ", ", say(r, words[k - 1]),
			how_many(&c->said, pace_of, k));
	paper_fact(p, say(r, R_PACE), text);
}

static void evaluation(struct req *r, struct paper *p,
                       const struct compilation *c)
{
	size_t texts = 0;

	if (c->said.n == 0)
		return;
	heading(r, p, R_EVALUATION);
	paper_text(p, BLOCK_PARAGRAPH, say_count(r, R_EVALUATED,
	           (i64)c->said.n));
	paper_facts(p);
	counts(r, p, c, worth_of, 5, R_WORTH);
	counts(r, p, c, heard_of, 5, R_HEARD);
	pace(r, p, c);
	for (size_t i = 0; i < c->said.n; i++)
		if (!text_blank(c->said.v[i].text) && texts++ == 0)
			paper_list(p, BLOCK_LIST);
	for (size_t i = 0; i < c->said.n; i++)
		if (!text_blank(c->said.v[i].text))
			line(p, c->said.v[i].text);
}

/* -- time ---------------------------------------------------------------- */

static const char *minutes(struct req *r, i64 n)
{
	return say_with(r, R_MINUTES, arena_print(r->s.mem, "%lld", n), NULL);
}

static void time_table(struct req *r, struct paper *p,
                       const struct compilation *c)
{
	enum { MINUTE = 60 * 1000 };

	heading(r, p, R_TIME);
	paper_table(p, say(r, R_TIME_EACH), 1)->width[0] = 600;
	paper_row(p);
	paper_cell(p, CELL_COLUMN, say(r, R_ITEM));
	paper_cell(p, CELL_COLUMN, say(r, R_PLANNED));
	paper_cell(p, CELL_COLUMN, say(r, R_ACTUAL));
	for (size_t i = 0; i < c->m.items.n; i++) {
		const struct item *it = &c->m.items.v[i];
		i64 ms = item_spent(it, r->s.now);

		paper_row(p);
		paper_cell(p, CELL_ROW, item_question(r, it, NULL));
		paper_cell(p, CELL_TEXT, minutes(r, it->minutes));
		paper_cell(p, CELL_TEXT, ms == 0 ? "–" : minutes(r,
		           (ms + MINUTE / 2) / MINUTE));
	}
}

/* -- what is left -------------------------------------------------------- */

static void left(struct req *r, struct paper *p, const struct compilation *c)
{
	size_t n = 0;

	heading(r, p, R_LEFT);
	for (size_t i = 0; i < c->m.items.n; i++) {
		struct text_list lines = lacking_lines(r, &c->m, i);

		for (size_t k = 0; item_is_rest(&c->m, i) && k < lines.n; k++) {
			if (n++ == 0)
				paper_list(p, BLOCK_LIST);
			line(p, lines.v[k]);
		}
	}
	if (n == 0)
		paper_text(p, BLOCK_PARAGRAPH, say(r, R_LATE_NONE));
}

void result_rest(struct req *r, struct paper *p, const struct compilation *c)
{
	left(r, p, c);
	ideas(r, p, c, ITEM_PROPOSE, R_PROPOSED);
	ideas(r, p, c, ITEM_MISSING, R_MISSING);
	ideas(r, p, c, ITEM_ACTIONS, R_ACTIONS);
	asked(r, p, c);
	came(r, p, c);
	evaluation(r, p, c);
	time_table(r, p, c);
}
