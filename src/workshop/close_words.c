/* The words of an end: what lacks and why, who came, sentences of findings. */
#include <string.h>

#include "base/text.h"
#include "workshop/close.msg"
#include "workshop/result.h"

/* -- who came ------------------------------------------------------------ */

static i64 came_from(const struct came_list *all, const char *organisation)
{
	i64 n = 0;

	for (size_t i = 0; i < all->n; i++)
		if (same(all->v[i].organisation, organisation))
			n += all->v[i].persons;
	return n;
}

static bool is_named(const struct came_list *all, size_t i)
{
	const char *name = all->v[i].organisation;

	return !text_blank(name) && came_from(all, name) >= SHOWN_FROM;
}

/* Organisations of five or more by name; the others are only counted. */
static const char *who_came(const struct req *r, const struct came_list *all)
{
	const char *text = "", *last = NULL;
	i64 persons = 0, others = 0;

	for (size_t i = 0; i < all->n; i++) {
		const struct came *c = &all->v[i];

		persons += c->persons;
		if (!is_named(all, i))
			others += c->persons;
		else if (!same(last, c->organisation))
			text = arena_print(r->s.mem, "%s%s%s (%lld)", text,
				*text == '\0' ? "" : ", ", c->organisation,
				came_from(all, c->organisation));
		last = c->organisation;
	}
	if (persons == 0)
		return "";
	if (*text == '\0')
		return say_with(r, F_CAME_ONLY, say_count(r, F_PERSONS,
		                persons), NULL);
	if (others > 0)
		text = arena_print(r->s.mem, "%s, %s", text, say_count(r,
		                   F_FROM_OTHERS, others));
	return say_with(r, F_CAME, text, say_count(r, F_PERSONS, persons));
}

struct close_words close_words(const struct req *r,
                               const struct came_list *came)
{
	return (struct close_words){
		.we = say(r, F_WE), .and = say(r, F_AND),
		.none = say(r, F_NONE), .plus = say(r, F_PLUS),
		.minus = say(r, F_MINUS), .gap = say(r, F_GAP),
		.dissent = say(r, F_AGAINST), .came = who_came(r, came) };
}

/* -- what lacks ---------------------------------------------------------- */

const char *item_name(struct req *r, const struct item *i,
                      const struct item_goal *g)
{
	if (g == NULL || i->priority_no == 0)
		return item_question(r, i, g);
	return say_with(r, L_GOAL, g->code, arena_print(r->s.mem, "%lld",
	                i->priority_no));
}

static const char *why(struct req *r, const struct meeting *m, size_t i,
                       i64 goal)
{
	const struct item *it = &m->items.v[i];
	size_t n = boards_answered(&m->answers.replies, it->id, goal);

	if (it->state == ITEM_PARKED)
		return say(r, L_PARKED);
	if (it->state == ITEM_SKIPPED)
		return say(r, L_SKIPPED);
	if (n == 0)
		return say(r, L_NOBODY);
	return say_with(r, L_BOARDS, arena_print(r->s.mem, "%zu", n),
	                arena_print(r->s.mem, "%zu", m->boards.n));
}

static bool lacks(const struct reach *reach, i64 goal)
{
	for (size_t i = 0; i < reach->lacking.n; i++)
		if (reach->lacking.v[i] == goal)
			return true;
	return false;
}

/* A title that asks keeps its own mark. */
static const char *lacking(struct req *r, const char *name, const char *why)
{
	size_t n = strlen(name);

	return n > 0 && name[n - 1] == '?' ?
	       arena_print(r->s.mem, "%s – %s", name, why) :
	       say_with(r, L_IS, name, why);
}

struct text_list lacking_lines(struct req *r, const struct meeting *m,
                               size_t i)
{
	const struct item *it = &m->items.v[i];
	struct text_list out = {0};
	bool all = m->reach[i].lacking.n == 0;

	for (size_t k = 0; k < it->goals.n; k++)
		if (all || lacks(&m->reach[i], it->goals.v[k].goal))
			*PUSH(r->s.mem, &out) = lacking(r,
				item_name(r, it, &it->goals.v[k]),
				why(r, m, i, it->goals.v[k].goal));
	if (it->goals.n == 0)
		*PUSH(r->s.mem, &out) = lacking(r,
			item_name(r, it, NULL), why(r, m, i, 0));
	return out;
}

bool item_is_rest(const struct meeting *m, size_t i)
{
	enum item_state ends = item_ends(&m->items.v[i], &m->reach[i]);

	return ends == ITEM_PARKED ||
	       (ends == ITEM_LEFT && !m->reach[i].reached);
}

/* -- free questions ------------------------------------------------------ */

static i64 times(const struct reply_list *each,
                 const struct board_reply_list *boards, i64 item,
                 const char *value)
{
	i64 n = 0;

	for (size_t i = 0; i < each->n; i++)
		n += each->v[i].item == item && same(each->v[i].value, value);
	for (size_t i = 0; i < boards->n; i++)
		n += boards->v[i].item == item &&
		     same(boards->v[i].value, value);
	return n;
}

static void tell(struct req *r, struct text_list *out, const char *what,
                 i64 n)
{
	if (n > 0)
		*PUSH(r->s.mem, out) = say_with(r, R_TIMES, what,
			say_count(r, R_SAID, n));
}

/* "3 1 2" in the words of the options. */
static const char *in_words(struct req *r, const struct item *it,
                            const char *ranks)
{
	const char *text = "";

	while (*ranks != '\0') {
		size_t n = strcspn(ranks, " ");
		const char *no = arena_text(r->s.mem, ranks, n);
		i64 k;

		if (number_read(no, 1, (i64)it->options.n, &k))
			text = arena_print(r->s.mem, "%s%s%s", text,
				*text == '\0' ? "" : " > ",
				it->options.v[k - 1]);
		ranks += n + strspn(ranks + n, " ");
	}
	return text;
}

/* Each order that somebody gave once, with how many gave it. */
static void ranks(struct req *r, const struct item *it,
                  const struct reply_list *each,
                  const struct board_reply_list *boards,
                  struct text_list *out)
{
	struct text_list seen = {0};

	for (size_t i = 0; i < each->n + boards->n; i++) {
		bool one = i < each->n;
		const char *value = one ? each->v[i].value :
			boards->v[i - each->n].value;
		bool again = (one ? each->v[i].item :
			boards->v[i - each->n].item) != it->id;

		for (size_t k = 0; k < seen.n; k++)
			again = again || same(seen.v[k], value);
		if (again)
			continue;
		*PUSH(r->s.mem, &seen) = value;
		tell(r, out, in_words(r, it, value), times(each, boards,
		     it->id, value));
	}
}

static void texts(struct req *r, const struct item *it,
                  const struct reply_list *each,
                  const struct board_reply_list *boards,
                  struct text_list *out)
{
	for (size_t i = 0; i < each->n; i++)
		if (each->v[i].item == it->id)
			*PUSH(r->s.mem, out) = text_blank(each->v[i].text) ?
				each->v[i].value : each->v[i].text;
	for (size_t i = 0; i < boards->n; i++) {
		const struct board_reply *b = &boards->v[i];

		if (b->item == it->id)
			*PUSH(r->s.mem, out) = say_with(r, R_TIMES,
				b->board_name, text_blank(b->other) ?
				b->value : b->other);
	}
}

struct text_list asked_lines(struct req *r, const struct item *it,
                             const struct reply_list *each,
                             const struct board_reply_list *boards)
{
	struct text_list out = {0};
	i64 most = it->ask == ASK_CHOICE ? (i64)it->options.n :
	           it->ask == ASK_SCALE ? 5 : 0;

	for (i64 k = 1; k <= most; k++) {
		const char *no = arena_print(r->s.mem, "%lld", k);

		tell(r, &out, it->ask == ASK_CHOICE ? it->options.v[k - 1] :
		     no, times(each, boards, it->id, no));
	}
	if (it->ask == ASK_TEXT)
		texts(r, it, each, boards, &out);
	if (it->ask == ASK_RANK)
		ranks(r, it, each, boards, &out);
	return out;
}
