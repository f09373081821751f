/* The agenda in use: does it hold, and what to leave out so that it does. */
#include "base/rights.h"
#include "base/text.h"
#include "workshop/agenda.msg"
#include "workshop/sight.h"

/* -- does it hold? ------------------------------------------------------- */

static void verdict(struct req *r, const struct agenda_stand *st)
{
	const char *all = say_length(r, st->given);

	emit(&r->out, "<h1>");
	if (st->holds)
		emit(&r->out, "%s", say_with(r, A_HOLDS, all,
		     say_length(r, st->air)));
	else if (st->air > 0)
		emit(&r->out, "%s", say_with(r, A_TIGHT_AIR,
		     say_length(r, st->air), NULL));
	else if (st->air == 0)
		emit(&r->out, "%s", say(r, A_TIGHT_NONE));
	else
		emit(&r->out, "%s", say_with(r, A_LONG,
		     say_length(r, -st->air), NULL));
	emit(&r->out, "</h1>");
}

/* What to leave out, and one button that does just that. */
static void remedy(struct req *r, const struct sight *sg,
                   const struct agenda_stand *st, bool leads)
{
	const char *what = items_named(r, &st->drop);

	if (st->holds)
		return;
	emit(&r->out, "<p class='lead'>%s", st->drop_is_enough ?
	     say_with(r, A_REMOVE, what, NULL) : say(r, A_SHORTEN_SELF));
	if (st->air >= 0)
		emit(&r->out, " %s", say_with(r, A_TIGHT_WHY,
		     say_length(r, st->least_air), NULL));
	emit(&r->out, "</p>");
	if (!st->drop_is_enough || !leads)
		return;
	form_open(r, "shorten", "/w/%s/plan/shorten", sg->w.key);
	for (size_t i = 0; i < st->drop.n; i++)
		form_hidden_no(r, "item", st->drop.v[i].no);
	emit(&r->out, "<p class='acts'>");
	button(r, "btn", say_with(r, A_DO_REMOVE, what, NULL));
	emit(&r->out, "<span class='muted small'>%s</span></p>",
	     say(r, A_KEPT));
	form_close(r);
}

/* -- the rows ------------------------------------------------------------ */

static void move_button(struct req *r, const struct sight *sg,
                        const struct item *i, const char *way,
                        const struct sentence *label)
{
	form_open(r, arena_print(r->s.mem, "%s-%lld", way, i->no),
	          "/w/%s/items/%lld/%s", sg->w.key, i->no, way);
	emit(&r->out, "<button class='plain' type='submit'>%s"
	     "<span class='vh'> %s</span></button>", say(r, label), i->title);
	form_close(r);
}

/* Slack is what is left: it moves, and is not changed. */
static void tools(struct req *r, const struct sight *sg, const struct item *i)
{
	bool first = i == sg->items.v;
	bool last = i == sg->items.v + sg->items.n - 1;

	if (!item_is_planned(i))
		return;
	emit(&r->out, "<div class='mv'>");
	if (i->kind != ITEM_SLACK)
		emit(&r->out, "<a href='/w/%s/items/%lld'>%s"
		     "<span class='vh'> %s</span></a>", sg->w.key, i->no,
		     say(r, A_CHANGE), i->title);
	if (!first)
		move_button(r, sg, i, "up", A_UP);
	if (!last)
		move_button(r, sg, i, "down", A_DOWN);
	emit(&r->out, "</div>");
}

/* -- the page ------------------------------------------------------------ */

static void ways_on(struct req *r, const struct sight *sg, bool leads)
{
	const char *key = sg->w.key;

	emit(&r->out, "<aside class='side' aria-label='%s'><h2>%s</h2>"
	     "<ul class='rows tight'>", say(r, A_WAYS), say(r, A_WAYS));
	if (leads)
		emit(&r->out, "<li><a class='n' href='/w/%s/items'>%s</a>"
		     "</li>", key, say(r, A_NEW_ITEM));
	if (leads)
		emit(&r->out, "<li><a class='n' href='/w/%s/facts'>%s</a>"
		     "</li>", key, say(r, A_TO_FACTS));
	if (leads && sg->w.state < WORKSHOP_RUNNING)
		emit(&r->out, "<li><a class='n' href='/w/%s/plan?anew=1'>%s"
		     "</a></li>", key, say(r, A_ANEW));
	emit(&r->out, "<li><a class='n' href='/w/%s'>%s</a></li></ul>"
	     "</aside>", key, say(r, A_TO_HUB));
}

static enum status agenda_page(struct req *r, struct sight *sg)
{
	bool over = workshop_is_over(sg->w.state);
	bool leads = (r->rights & LEAD) != 0 && !over;
	struct agenda_stand st = agenda_stands(r->s.mem, &sg->items,
	                                       sg->w.minutes);

	workshop_open(r, &sg->w, say(r, A_TITLE));
	if (over)
		emit(&r->out, "<h1>%s</h1><p class='lead'>%s</p>",
		     say(r, A_TITLE), say(r, A_OVER));
	else
		verdict(r, &st);
	if (!over)
		remedy(r, sg, &st, leads);
	if (!over && st.sitting > SITTING_MOST)
		emit(&r->out, "<p class='note'>%s</p>", say_with(r,
		     A_SITTING, say_length(r, st.sitting), NULL));
	emit(&r->out, "<div class='two lr'><div><p class='muted'>%s</p>",
	     say(r, A_ORDER));
	agenda_rows(r, sg, &sg->items, leads ? tools : NULL);
	emit(&r->out, "</div>");
	ways_on(r, sg, leads);
	emit(&r->out, "</div>");
	page_close(r);
	return OK;
}

/* A proposal while there is no agenda, or when one is asked for anew. */
static enum status plan_page(struct req *r)
{
	struct sight sg = {0};

	TRY(sight_read(r, &sg));
	if (sg.w.state < WORKSHOP_RUNNING && (sg.items.n == 0 || sg.chosen ||
	    query_no(r, "anew") == 1))
		return propose_page(r, &sg);
	return agenda_page(r, &sg);
}

/* What the page said, and nothing but that. */
enum status plan_shorten(struct req *r)
{
	struct workshop w = {0};
	struct text_list nos = form_all(r, "item", LINE);

	TRY(workshop_here(r, &w));
	for (size_t i = 0; i < nos.n; i++) {
		enum status done = NOT_FOUND;
		i64 no;

		if (number_read(nos.v[i], 1, INT64_MAX, &no))
			done = item_remove(&r->s, w.id, no);
		if (done == DENIED)
			issue(r, NULL, I_ANSWERED);
		TRY(form_fine(r));
		TRY(done);
	}
	TRY(agenda_air(r, w.id));
	return go(r, "/w/%s/plan?saved=1", w.key);
}

#define W "/w/:workshop"

static const struct route rows[] = {
	{ GET,  W "/plan", plan_page, READ, ON_WORKSHOP },
	{ POST, W "/plan", plan_take, LEAD, ON_WORKSHOP, plan_page },
	{ POST, W "/plan/shorten", plan_shorten, LEAD, ON_WORKSHOP,
	  plan_page },
	{ GET,  W "/items", item_new_page, LEAD, ON_WORKSHOP },
	{ POST, W "/items", item_add, LEAD, ON_WORKSHOP, item_new_page },
	{ GET,  W "/items/:no", item_page, LEAD, ON_WORKSHOP },
	{ POST, W "/items/:no", item_save, LEAD, ON_WORKSHOP, item_page },
	{ POST, W "/items/:no/up", item_up, LEAD, ON_WORKSHOP, plan_page },
	{ POST, W "/items/:no/down", item_down, LEAD, ON_WORKSHOP,
	  plan_page },
	{ POST, W "/items/:no/remove", item_drop, LEAD, ON_WORKSHOP,
	  item_page },
	{ 0 },
};
const struct route *const plan_routes = rows;
