/* The tables right now: how many have answered, never who. */
#include "base/text.h"
#include "workshop/lead.h"
#include "workshop/lead.msg"

static i64 persons_at(const struct seated_list *all, i64 board)
{
	for (size_t i = 0; i < all->n; i++)
		if (all->v[i].board == board)
			return all->v[i].persons;
	return 0;
}

/* Who has answered and then left counts as having been there. */
static i64 asked_at(const struct lead *v, i64 board)
{
	i64 here = persons_at(&v->seated, board);
	i64 answered = persons_at(&v->replied, board);

	return here > answered ? here : answered;
}

static const char *of_say(const struct req *r, const struct sentence *s,
                          i64 part, i64 whole)
{
	return say_with(r, s, number_say(r->s.mem, r->language, part),
	                number_say(r->s.mem, r->language, whole));
}

static void persons(struct req *r, const struct lead *v, i64 board)
{
	i64 asked = asked_at(v, board), answered = persons_at(&v->replied,
	                                                      board);

	emit(&r->out, "<td data-l='%s'>", say(r, TABLE_PERSONS));
	if (asked == 0) {
		emit(&r->out, "<span class='muted'>%s</span></td>",
		     say(r, TABLE_EMPTY));
		return;
	}
	emit(&r->out, "<span class='num'>%s</span><svg class='bar'"
	     " viewBox='0 0 100 8' preserveAspectRatio='none'"
	     " aria-hidden='true'><rect class='b' width='100' height='8'"
	     " rx='1'/><rect class='v' width='%lld' height='8' rx='1'/>"
	     "</svg></td>", of_say(r, TABLE_OF, answered, asked),
	     answered * 100 / asked);
}

static void answer(struct req *r, const struct lead *v, i64 board)
{
	i64 sent = 0, goals = v->on->goals.n == 0 ? 1 :
	                      (i64)v->on->goals.n;

	for (size_t i = 0; i < v->answers.n; i++)
		sent += v->answers.v[i].board == board;
	emit(&r->out, "<td data-l='%s'>", say(r, TABLE_ANSWER));
	state(r, sent == 0 ? ICON_NOT_BEGUN : sent < goals ? ICON_HALF :
	      ICON_DONE, sent >= goals ? "ok" : "",
	      sent == 0 ? say(r, TABLE_NOT) : sent >= goals ?
	      say(r, TABLE_SENT) : of_say(r, TABLE_PARTLY, sent, goals));
	if (sent > 0)
		emit(&r->out, " <a href='/w/%s/merge?item=%lld'>%s</a>",
		     v->w.key, v->on->no, say(r, TABLE_READ));
	emit(&r->out, "</td>");
}

static void row(struct req *r, const struct lead *v, const char *name,
                i64 board)
{
	emit(&r->out, "<tr><th scope='row'>%s</th>", name);
	persons(r, v, board);
	if (board != 0)
		answer(r, v, board);
	else
		emit(&r->out, "<td></td>");
	emit(&r->out, "</tr>");
}

static void rows(struct req *r, const struct lead *v)
{
	emit(&r->out, "<section class='scroll stack'"
	     " aria-labelledby='tables' tabindex='0'><table class='tables'>"
	     "<thead><tr><th scope='col'>%s</th><th scope='col'>%s</th>"
	     "<th scope='col'>%s</th></tr></thead><tbody>",
	     say(r, TABLE_NAME), say(r, TABLE_PERSONS),
	     say(r, TABLE_ANSWER));
	for (size_t i = 0; i < v->boards.n; i++)
		row(r, v, v->boards.v[i].name, v->boards.v[i].id);
	if (asked_at(v, 0) > 0)
		row(r, v, say(r, TABLE_NONE), 0);
	emit(&r->out, "</tbody></table></section>");
}

static i64 not_answered(const struct lead *v)
{
	i64 n = asked_at(v, 0) - persons_at(&v->replied, 0);

	for (size_t i = 0; i < v->boards.n; i++)
		n += asked_at(v, v->boards.v[i].id) -
		     persons_at(&v->replied, v->boards.v[i].id);
	return n;
}

static void people_in(struct req *r, const struct lead *v)
{
	i64 n = 0;

	for (size_t i = 0; i < v->seated.n; i++)
		n += v->seated.v[i].persons;
	emit(&r->out, "<p class='num'>%s</p>", say_count(r, PEOPLE_IN, n));
}

void lead_tables(struct req *r, const struct lead *v)
{
	i64 wait;

	if (v->on == NULL || !item_is_asked(v->on->kind)) {
		people_in(r, v);
		return;
	}
	wait = not_answered(v);
	emit(&r->out, "<h2 id='tables'>%s</h2><p class='num'>%s</p>",
	     say(r, TABLES_HEAD), wait > 0 ?
	     say_count(r, TABLES_WAIT, wait) : say(r, TABLES_ALL));
	rows(r, v);
	emit(&r->out, "<p class='small muted'>%s", say(r, v->w.shown ?
	     TABLES_SHOWN : TABLES_HIDDEN));
	if (v->w.frozen)
		emit(&r->out, " %s", say(r, TABLES_FROZEN));
	emit(&r->out, "</p><p class='note'>%s <a href='/w/%s/merge?item=%lld'"
	     ">%s</a></p>", say(r, ROOM_SAYS), v->w.key, v->on->no,
	     say(r, ROOM_WRITE));
}
