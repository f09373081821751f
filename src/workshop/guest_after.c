/*
 * After the last question. What others answered is read here and nowhere else
 * on a participant's pages, and only where own answer is sent and the leader
 * shows it: before that no byte of it leaves the program.
 */
#include <string.h>

#include "base/text.h"
#include "workshop/guest.h"
#include "workshop/guest.msg"
#include "workshop/table.h"

/* -- own answers --------------------------------------------------------- */

static void change_link(struct req *r, const struct here *h, i64 q,
                        const char *word)
{
	if (h->late)
		emit(&r->out, "<a href='now?item=%lld&goal=%lld'>%s",
		     h->item.no, q, word);
	else
		emit(&r->out, "<a href='now?goal=%lld'>%s", q, word);
	emit(&r->out, "<span class='vh'> %s</span></a>", item_question(r,
	     &h->item, item_goal_of(&h->item, q)));
}

static void own_answers(struct req *r, const struct here *h)
{
	bool closed = !h->late && h->w.frozen;

	emit(&r->out, "<h2>%s</h2><ul class='rows'>", say(r, YOUR_ANSWERS));
	for (i64 q = 1; q <= item_questions(&h->item); q++) {
		const struct reply *own = own_reply(h, q);

		emit(&r->out, "<li><span class='n'>%s</span>"
		     "<span class='m'>", item_question(r, &h->item,
		     item_goal_of(&h->item, q)));
		if (own != NULL)
			answer_shown(r, &h->item, q, own);
		else
			emit(&r->out, "%s", say(r, NOT_JUDGED));
		emit(&r->out, "</span><span class='e'>");
		if (!closed)
			change_link(r, h, q, say(r, own != NULL ?
			            CHANGE_ANSWER : ANSWER_NOW));
		emit(&r->out, "</span></li>");
	}
	emit(&r->out, "</ul>");
}

/* -- the others, once they are shown ------------------------------------- */

/* How many chose each answer: at the own table, and in the room. */
struct counts {
	i64 board, room;
};

static i64 persons(const struct reply_list *all, i64 goal, i64 board)
{
	i64 n = 0;

	for (size_t i = 0; i < all->n; i++)
		n += all->v[i].goal == goal &&
		     (board == 0 || all->v[i].board == board);
	return n;
}

static void table_head(struct req *r, const struct here *h, const char *title,
                       i64 n)
{
	emit(&r->out, "<div class='scroll'><table>"
	     "<caption>%s<small>%s</small></caption>"
	     "<thead><tr><th scope='col'>%s</th>", title,
	     say_count(r, PERSONS, n), say(r, COL_ANSWER));
	if (h->g.board != 0)
		emit(&r->out, "<th scope='col' class='r'>%s</th>",
		     h->g.board_name);
	emit(&r->out, "<th scope='col' class='r'>%s</th></tr></thead><tbody>",
	     say(r, COL_ROOM));
}

static void table_counts(struct req *r, const struct here *h,
                         const struct counts *c)
{
	if (h->g.board != 0)
		emit(&r->out, "<td class='r'>%lld</td>", c->board);
	emit(&r->out, "<td class='r'>%lld</td></tr>", c->room);
}

static struct counts chose(const struct here *h, const struct reply_list *all,
                           const struct item_goal *g, unsigned one)
{
	struct counts c = {0};

	for (size_t i = 0; i < all->n; i++) {
		const struct reply *a = &all->v[i];

		if (a->goal != g->goal || (value_read(a->value,
		    goal_has_path(g)) & one) == 0)
			continue;
		c.room++;
		c.board += a->board == h->g.board;
	}
	return c;
}

static const unsigned with_path[] = { VALUE_DP, VALUE_IP, VALUE_IN, VALUE_DN,
                                      VALUE_NO, VALUE_GAP };
static const unsigned without[] = { VALUE_RP, VALUE_RN, VALUE_NO, VALUE_GAP };

static void goal_answers(struct req *r, const struct here *h,
                         const struct reply_list *all,
                         const struct item_goal *g)
{
	bool path = goal_has_path(g);
	const unsigned *values = path ? with_path : without;
	size_t n = path ? COUNT(with_path) : COUNT(without);
	struct views v;

	table_head(r, h, either(r, g->title_sv, g->title_en),
	           persons(all, g->goal, 0));
	for (size_t i = 0; i < n; i++) {
		struct counts c = chose(h, all, g, values[i]);

		emit(&r->out, "<tr><th scope='row'>");
		values_shown(r, values[i]);
		emit(&r->out, "</th>");
		table_counts(r, h, &c);
	}
	v = views_of(all, g->goal, 0, path);
	emit(&r->out, "</tbody></table></div><p>%s</p>", accord_say(r, &v));
}

/* Of a ranking: who has it first. */
static struct counts numbered(const struct here *h,
                              const struct reply_list *all, const char *no)
{
	struct counts c = {0};

	for (size_t i = 0; i < all->n; i++) {
		const char *v = all->v[i].value;
		size_t n = strlen(no);

		if (strncmp(v, no, n) != 0 || (v[n] != '\0' && v[n] != ' '))
			continue;
		c.room++;
		c.board += all->v[i].board == h->g.board;
	}
	return c;
}

static void free_answers(struct req *r, const struct here *h,
                         const struct reply_list *all)
{
	const struct item *item = &h->item;
	i64 n = item->ask == ASK_SCALE ? 5 : (i64)item->options.n;

	if (item->ask == ASK_TEXT) {
		emit(&r->out, "<p>%s</p>", say(r, TEXTS_ON_SCREEN));
		return;
	}
	table_head(r, h, say(r, item->ask == ASK_RANK ? COL_FIRST :
	           COL_ANSWER), persons(all, 0, 0));
	for (i64 i = 1; i <= n; i++) {
		const char *no = arena_print(r->s.mem, "%lld", i);
		struct counts c = numbered(h, all, no);

		emit(&r->out, "<tr><th scope='row'>%s</th>",
		     item->ask == ASK_SCALE ? no : item->options.v[i - 1]);
		table_counts(r, h, &c);
	}
	emit(&r->out, "</tbody></table></div>");
}

static enum status others(struct req *r, const struct here *h)
{
	struct reply_list all = {0};

	if (h->late || !h->w.shown || h->own.n == 0) {
		emit(&r->out, "<p class='muted'>%s</p>",
		     h->late ? "" : say(r, h->w.shown ? ANSWER_FIRST :
		                        WAIT_SHOWN));
		return OK;
	}
	TRY(reply_list(&r->s, h->item.id, &all));
	emit(&r->out, "<h2>%s</h2>", say(r, THE_ANSWERS));
	for (i64 q = 1; q <= item_questions(&h->item); q++) {
		const struct item_goal *g = item_goal_of(&h->item, q);

		if (own_reply(h, q) == NULL)
			emit(&r->out, "<p>%s %s</p>", item_question(r,
			     &h->item, g), say(r, ANSWER_FIRST));
		else if (g != NULL)
			goal_answers(r, h, &all, g);
		else
			free_answers(r, h, &all);
	}
	return OK;
}

enum status answers_page(struct req *r, const struct here *h)
{
	i64 sent = own_count(h), n = item_questions(&h->item);
	struct arena *mem = r->s.mem;

	emit(&r->out, "<h1>%s</h1>", sent == n ? say(r, ALL_SENT) :
	     say_with(r, SOME_SENT, arena_print(mem, "%lld", sent),
	              arena_print(mem, "%lld", n)));
	TRY(others(r, h));
	if (!h->late && h->item.kind != ITEM_ASK)
		emit(&r->out, "<p class='acts'><a class='btn' href='table'>"
		     "%s</a></p>", say(r, TO_TABLE));
	own_answers(r, h);
	return OK;
}

/* -- what one was not there for ------------------------------------------ */

static bool may_be_late(const struct here *h, const struct item *i)
{
	return h->w.state < WORKSHOP_COMPILED && i->id != h->item.id &&
	       (i->state == ITEM_DONE || i->state == ITEM_LEFT) &&
	       here_alone(h, i);
}

enum status missed_shown(struct req *r, const struct here *h)
{
	struct item_list all = {0};
	bool any = false;

	TRY(item_list(&r->s, h->w.id, &all));
	for (size_t i = 0; i < all.n; i++) {
		const struct item *at = &all.v[i];
		struct reply_list own = {0};

		if (!may_be_late(h, at))
			continue;
		TRY(reply_own(&r->s, guest_who(r->s.mem, h->g.key, at->id),
		              at->id, &own));
		if ((i64)own.n >= item_questions(at))
			continue;
		if (!any)
			emit(&r->out, "<h2>%s</h2><p>%s</p><ul>",
			     say(r, MISSED), say(r, MISSED_TEXT));
		any = true;
		emit(&r->out, "<li><a href='now?item=%lld'>%s</a></li>",
		     at->no, item_question(r, at, NULL));
	}
	if (any)
		emit(&r->out, "</ul>");
	return OK;
}
