/* An agenda in words: titles, reasons, lengths, and its rows with times. */
#include "base/text.h"
#include "db/db.h"
#include "workshop/agenda.msg"
#include "workshop/sight.h"

/* -- lengths ------------------------------------------------------------- */

const char *say_length(const struct req *r, i64 minutes)
{
	const char *hours, *rest;

	if (minutes < 60)
		return say_count(r, MINUTES, minutes);
	hours = say_count(r, HOURS, minutes / 60);
	if (minutes % 60 == 0)
		return hours;
	rest = say_count(r, MINUTES, minutes % 60);
	return say_with(r, AND, hours, rest);
}

/* -- titles -------------------------------------------------------------- */

/* "9, 12 och 13" of codes; the last joined with the word. */
static const char *codes_of(const struct req *r, const struct text_list *all)
{
	const char *text = all->n == 0 ? "" : all->v[0];

	for (size_t i = 1; i + 1 < all->n; i++)
		text = arena_print(r->s.mem, "%s, %s", text, all->v[i]);
	return all->n < 2 ? text :
	       say_with(r, AND, text, all->v[all->n - 1]);
}

static const char *goal_codes(const struct req *r, const struct item *i)
{
	struct text_list codes = {0};

	for (size_t k = 0; k < i->goals.n; k++) {
		const char **code = PUSH(r->s.mem, &codes);

		*code = i->goals.v[k].code;
	}
	return codes_of(r, &codes);
}

const char *item_title(const struct req *r, const struct item *i)
{
	const struct item_goal *g = i->goals.v;
	const char *no = digits(r, i->priority_no);

	if (i->kind == ITEM_RUS && i->priority_no != 0)
		return say_with(r, T_RUS_AND, no, i->priority_title);
	if (i->kind != ITEM_GOAL || i->goals.n == 0)
		return item_kind_say(r, i->kind);
	if (i->goals.n > 1)
		return say_with(r, T_GOALS_OF, goal_codes(r, i), no);
	return say_with(r, i->priority_no != 0 ? T_GOAL_AND : T_GOAL,
	                arena_print(r->s.mem, "%s %s", g->code,
	                either(r, g->title_sv, g->title_en)), no);
}

static const char *step_named(const struct req *r, enum item_kind kind)
{
	switch (kind) {
	case ITEM_PROPOSE:      return say(r, NAMED_PROPOSE);
	case ITEM_MISSING:      return say(r, NAMED_MISSING);
	case ITEM_ACTIONS:      return say(r, NAMED_ACTIONS);
	case ITEM_ARRIVAL:      return say(r, NAMED_ARRIVAL);
	case ITEM_INTRODUCTION: return say(r, NAMED_INTRO);
	case ITEM_CLOSE:        return say(r, NAMED_CLOSE);
	default:                return item_kind_say(r, kind);
	}
}

/* Codes of the goals of one priority, from all the items. */
static void gather(const struct req *r, const struct item_list *all,
                   i64 priority_no, struct text_list *codes)
{
	for (size_t i = 0; i < all->n; i++)
		for (size_t k = 0; all->v[i].kind == ITEM_GOAL &&
		     all->v[i].priority_no == priority_no &&
		     k < all->v[i].goals.n; k++) {
			const char **code = PUSH(r->s.mem, codes);

			*code = all->v[i].goals.v[k].code;
		}
}

static bool named_before(const struct item_list *all, size_t at)
{
	for (size_t i = 0; i < at; i++)
		if (all->v[i].kind == ITEM_GOAL &&
		    all->v[i].priority_no == all->v[at].priority_no)
			return true;
	return false;
}

static const char *one_named(const struct req *r,
                             const struct item_list *all, size_t at)
{
	const struct item *i = &all->v[at];
	const char *no = digits(r, i->priority_no);
	struct text_list codes = {0};

	if (i->kind == ITEM_RUS)
		return say_with(r, NAMED_RUS, no, NULL);
	if (i->kind != ITEM_GOAL)
		return step_named(r, i->kind);
	gather(r, all, i->priority_no, &codes);
	return say_with(r, NAMED_GOALS, codes_of(r, &codes), no);
}

const char *items_named(const struct req *r, const struct item_list *all)
{
	struct text_list names = {0};

	for (size_t i = 0; i < all->n; i++) {
		const char **name;

		if (all->v[i].kind == ITEM_GOAL && named_before(all, i))
			continue;
		name = PUSH(r->s.mem, &names);
		*name = one_named(r, all, i);
	}
	return codes_of(r, &names);
}

/* -- worth --------------------------------------------------------------- */

static const struct goal *pulls_against(const struct sight *sg,
                                        const struct item *i)
{
	for (size_t k = 0; k < sg->all.n; k++) {
		const struct candidate *c = &sg->all.v[k];

		if (c->goal == NULL || c->pair.priority != i->priority)
			continue;
		for (size_t g = 0; g < i->goals.n; g++)
			if (i->goals.v[g].goal == c->goal->id &&
			    c->against != NULL)
				return c->against;
	}
	return NULL;
}

const char *worth_said(const struct req *r, const struct sight *sg,
                       const struct item *i)
{
	const struct goal *against = pulls_against(sg, i);
	const char *text = "";

	if ((i->reasons & REASON_LEFT) != 0)
		text = say(r, W_LEFT);
	if ((i->reasons & REASON_DISSENT) != 0)
		text = arena_print(r->s.mem, "%s %s", text, say(r, W_DISSENT));
	if ((i->reasons & REASON_PULLS) != 0)
		text = arena_print(r->s.mem, "%s %s", text, against == NULL ?
		                   say(r, W_PULLS_SOME) :
		                   say_with(r, W_PULLS, against->code, NULL));
	if ((i->reasons & REASON_VOTED) != 0 && plan_votes(i->worth) > 1)
		text = arena_print(r->s.mem, "%s %s", text,
		                   say_count(r, W_VOTED, plan_votes(i->worth)));
	return text_trim(r->s.mem, text);
}

/* -- the rows ------------------------------------------------------------ */

static bool takes_time(const struct item *i)
{
	return item_is_open(i->state) || i->state == ITEM_DONE;
}

static void row(struct req *r, const struct sight *sg, const struct item *i,
                i64 at)
{
	/* Where nothing is known of the candidates, only the agenda is said. */
	const char *why = sg->all.n == 0 ? "" : worth_said(r, sg, i);

	if (i->state == ITEM_ON)
		emit(&r->out, "<li class='now' aria-current='step'>");
	else
		emit(&r->out, "<li>");
	emit(&r->out, "<span class='num muted'>%s</span><span>%s",
	     takes_time(i) ? say_minute(r, at) : "", i->title);
	if (!text_blank(why))
		emit(&r->out, "<br><span class='small muted'>%s</span>", why);
	emit(&r->out, "</span><span class='num muted'>%s</span>",
	     say_with(r, MIN_SHORT, digits(r, i->minutes), NULL));
}

void agenda_rows(struct req *r, const struct sight *sg,
                 const struct item_list *items,
                 void (*tools)(struct req *, const struct sight *,
                               const struct item *))
{
	i64 at = sg->w.starts;

	emit(&r->out, "<ol class='agenda'>");
	for (size_t i = 0; i < items->n; i++) {
		row(r, sg, &items->v[i], at);
		if (tools != NULL)
			tools(r, sg, &items->v[i]);
		emit(&r->out, "</li>\n");
		if (takes_time(&items->v[i]))
			at += items->v[i].minutes;
	}
	emit(&r->out, "</ol>");
}

/* -- slack --------------------------------------------------------------- */

enum { MORE_AIR = 10 };         /* above a tenth; what is over ends it early */

enum status agenda_air(struct req *r, i64 workshop)
{
	struct workshop w = {0};
	struct item_list items = {0};
	struct agenda_stand st;
	i64 air;

	TRY(workshop_get(&r->s, workshop, &w));
	TRY(item_list(&r->s, workshop, &items));
	st = agenda_stands(r->s.mem, &items, w.minutes);
	air = st.air < 0 ? 0 : st.air > st.least_air + MORE_AIR ?
	      st.least_air + MORE_AIR : st.air;
	for (size_t i = 0; i < items.n; i++) {
		struct item *one = &items.v[i];

		if (one->kind != ITEM_SLACK || !item_is_planned(one) ||
		    one->minutes == air)
			continue;
		one->minutes = air;
		return item_change(&r->s, one);
	}
	return OK;
}
