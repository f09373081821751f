/* One page for the four lists: what, in which assessment, who, by when. */
#include "action/action.h"
#include "base/text.h"
#include "conflict/conflict.h"
#include "insight/list.msg"
#include "insight/list_view.h"
#include "kit/icu.h"

/* -- between the lists --------------------------------------------------- */

void list_tabs(struct req *r, int here)
{
	static const enum list_kind order[] = {
		LIST_CONFLICTS, LIST_POSITIONS, LIST_GAPS, LIST_ACTIONS };

	emit(&r->out, "<nav class='tabs' aria-label='%s'><ul>",
	     say(r, L_TABS));
	for (size_t i = 0; i < COUNT(order); i++)
		tab(r, here == (int)order[i], arena_print(r->s.mem,
		    "/o/%s/%s", r->org_key, list_shape_of(order[i])->path),
		    say(r, list_shape_of(order[i])->tab));
	tab(r, here == LIST_KINDS, arena_print(r->s.mem, "/o/%s/across",
	    r->org_key), say(r, L_ACROSS));
	emit(&r->out, "</ul></nav>");
}

/* -- a row --------------------------------------------------------------- */

/* Of one that was accepted elsewhere a list says no more than that. */
static void how_it_goes(struct req *r, const struct listed *it)
{
	const struct action a = { .state = (enum action_state)it->state,
		.other_org = it->other, .due = it->due, .dropped_why = "" };

	if (!listed_stands_accepted(LIST_ACTIONS, it)) {
		action_state_shown(r, &a);
		return;
	}
	state(r, ICON_TICK, "", listed_stands(r, LIST_ACTIONS, it));
	if (!action_is_late(&a, day_of_instant(r->s.now)))
		return;
	emit(&r->out, "<br>");
	state(r, ICON_LATE, "due", late_word(r, &a));
}

static void where_it_stands(struct req *r, enum list_kind kind,
                            const struct listed *it)
{
	bool over = it->state != 0;

	switch (kind) {
	case LIST_CONFLICTS:
		conflict_state(r, &(struct conflict){
			.sign = (enum conflict_sign)it->kind,
			.state = (enum conflict_state)it->state });
		return;
	case LIST_ACTIONS:
		how_it_goes(r, it);
		return;
	case LIST_GAPS:
		over = it->state != GAP_OPEN;
		break;
	case LIST_POSITIONS:
		break;
	}
	state(r, over ? ICON_DONE : kind == LIST_GAPS ? ICON_NOT_BEGUN :
	      ICON_FORK_ASKED, "", listed_state_word(r, kind, it->state));
}

static void by_when(struct req *r, enum list_kind kind,
                    const struct sieve *f, const struct listed *it)
{
	if (it->due == 0)
		emit(&r->out, "<span class='muted'>%s</span>",
		     say(r, L_NO_DAY));
	else if (listed_is_late(f, it) && kind != LIST_ACTIONS)
		state(r, ICON_LATE, "due", say_day(r, it->due));
	else
		emit(&r->out, "%s", say_day(r, it->due));
}

static void row(struct req *r, enum list_kind kind, const struct sieve *f,
                const struct listed *it)
{
	emit(&r->out, "<tr><th scope='row'><a href='%s'>%s %s</a></th>"
	     "<td data-l='%s'><a href='/a/%s'>%s</a></td><td data-l='%s'>",
	     listed_address(r, kind, it), listed_name(r, kind, it), it->title,
	     say(r, L_ASSESSMENT), it->assessment_key, it->subject,
	     say(r, list_shape_of(kind)->who));
	if (text_blank(it->who))
		emit(&r->out, "<span class='muted'>%s</span>",
		     say(r, L_NOBODY));
	else
		emit(&r->out, "%s", it->who);
	emit(&r->out, "</td><td data-l='%s'>", say(r, L_BY));
	by_when(r, kind, f, it);
	emit(&r->out, "</td><td data-l='%s'>", say(r, L_STATE));
	where_it_stands(r, kind, it);
	emit(&r->out, "</td></tr>");
}

static void table(struct req *r, enum list_kind kind, const struct sieve *f,
                  const struct listed_list *all)
{
	const struct sentence *const heads[] = {
		L_WHAT, L_ASSESSMENT, list_shape_of(kind)->who, L_BY, L_STATE };

	emit(&r->out, "<section class='scroll stack' tabindex='0'"
	     " aria-label='%s'><table><caption class='vh'>%s</caption>"
	     "<thead><tr>", say(r, list_shape_of(kind)->tab),
	     say(r, list_shape_of(kind)->tab));
	for (size_t i = 0; i < COUNT(heads); i++)
		emit(&r->out, "<th scope='col'>%s</th>", say(r, heads[i]));
	emit(&r->out, "</tr></thead><tbody>");
	for (size_t i = 0; i < all->n; i++)
		row(r, kind, f, &all->v[i]);
	emit(&r->out, "</tbody></table></section>");
}

/* -- the page ------------------------------------------------------------ */

static void nothing(struct req *r, enum list_kind kind,
                    const struct sieve *f)
{
	bool asked = !sieve_is_open(f) || f->ended;

	emit(&r->out, "<div class='panel'><p><b>%s</b> %s</p></div>",
	     say(r, L_NONE), say(r, asked ? L_NONE_SUCH :
	     list_shape_of(kind)->none));
}

static void further(struct req *r, enum list_kind kind,
                    const struct list_page *p)
{
	if (p->looked)
		emit(&r->out, "<p class='muted'>%s</p>", say_with(r, L_LOOKED,
		     number_say(r->s.mem, r->language, LOOKED_THROUGH),
		     NULL));
	if (!p->more && !p->earlier)
		return;
	emit(&r->out, "<p class='acts'>");
	if (p->more)
		emit(&r->out, "<a class='btn sec' href='%s'>%s</a>",
		     sieve_turn(r, kind, &p->next, false), say(r, p->looked ?
		     L_LOOK_ON : L_MORE));
	if (p->earlier)
		emit(&r->out, "<a href='%s'>%s</a>", sieve_turn(r, kind,
		     &p->before, true), say(r, L_BEFORE));
	if (p->earlier)
		emit(&r->out, "<a href='%s'>%s</a>", sieve_address(r,
		     list_shape_of(kind)->path), say(r, L_FIRST));
	emit(&r->out, "</p>");
}

static void files(struct req *r, enum list_kind kind)
{
	static const char *const ends[] = { "xlsx", "csv" };
	static const char *const said[] = { "XLSX", "CSV" };

	emit(&r->out, "<p class='acts noprint'><span class='muted'>%s</span>",
	     say(r, L_FILE));
	for (size_t i = 0; i < COUNT(ends); i++)
		emit(&r->out, "<a href='%s'>%s</a>", sieve_address(r,
		     arena_print(r->s.mem, "%s.%s", list_shape_of(kind)->path,
		     ends[i])), said[i]);
	emit(&r->out, "</p>");
}

static enum status list(struct req *r, enum list_kind kind,
                        const char *menu)
{
	const struct sieve f = sieve_read(r, kind);
	struct list_page p = {0};

	TRY(list_read(&r->s, kind, f, LIST_PAGE, &p));
	page_open(r, &(struct page){ .title = say(r, list_shape_of(kind)->tab),
	                             .menu = menu });
	page_main(r);
	emit(&r->out, "<h1>%s</h1>", say(r, list_shape_of(kind)->head));
	list_tabs(r, (int)kind);
	emit(&r->out, "<div class='two'><div><p class='to-side noprint'>"
	     "<a href='#sieve'>%s</a></p>", say(r, sieve_is_open(&f) &&
	     !f.ended ? L_SIEVE : L_SIEVE_ON));
	if (p.items.n > 0)
		table(r, kind, &f, &p.items);
	else if (!p.more)
		nothing(r, kind, &f);
	further(r, kind, &p);
	if (p.items.n > 0)
		files(r, kind);
	emit(&r->out, "</div><aside class='side' id='sieve' aria-label='%s'>",
	     say(r, L_SIEVE));
	sieve_form(r, kind, &f);
	emit(&r->out, "</aside></div>");
	page_close(r);
	return OK;
}

static enum status conflicts(struct req *r)
{
	return list(r, LIST_CONFLICTS, "/o/:org/conflicts");
}

static enum status positions(struct req *r)
{
	return list(r, LIST_POSITIONS, "/o/:org/conflicts");
}

static enum status gaps(struct req *r)
{
	return list(r, LIST_GAPS, "/o/:org/conflicts");
}

static enum status actions(struct req *r)
{
	return list(r, LIST_ACTIONS, "/o/:org/actions");
}

static enum status conflicts_file(struct req *r)
{
	return list_file(r, LIST_CONFLICTS);
}

static enum status positions_file(struct req *r)
{
	return list_file(r, LIST_POSITIONS);
}

static enum status gaps_file(struct req *r)
{
	return list_file(r, LIST_GAPS);
}

static enum status actions_file(struct req *r)
{
	return list_file(r, LIST_ACTIONS);
}

static const struct route rows[] = {
	{ GET, "/o/:org/conflicts", conflicts, READ, ON_ORG,
	  .menu = L_CONFLICTS },
	{ GET, "/o/:org/positions", positions, READ, ON_ORG },
	{ GET, "/o/:org/gaps", gaps, READ, ON_ORG },
	{ GET, "/o/:org/actions", actions, READ, ON_ORG, .menu = L_ACTIONS },
	{ GET, "/o/:org/conflicts.:kind", conflicts_file, READ, ON_ORG,
	  .heavy = true },
	{ GET, "/o/:org/positions.:kind", positions_file, READ, ON_ORG,
	  .heavy = true },
	{ GET, "/o/:org/gaps.:kind", gaps_file, READ, ON_ORG,
	  .heavy = true },
	{ GET, "/o/:org/actions.:kind", actions_file, READ, ON_ORG,
	  .heavy = true },
	{ 0 },
};
const struct route *const list_routes = rows;
