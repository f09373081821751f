/* The agenda at the side: what was, what is on, what comes, what is parked. */
#include "base/text.h"
#include "workshop/lead.h"
#include "workshop/lead.msg"

enum { MINUTE_MS = 60 * 1000, WORTH_SAYING = 5 * MINUTE_MS };

static i64 whole_minutes(i64 ms)
{
	return (ms + MINUTE_MS / 2) / MINUTE_MS;
}

static const char *min_say(const struct req *r, i64 n)
{
	return number_say(r->s.mem, r->language, n);
}

static void how_long(struct req *r, const struct item *i)
{
	const char *planned = min_say(r, i->minutes);
	const char *took = min_say(r, whole_minutes(item_spent(i, r->s.now)));

	switch (i->state) {
	case ITEM_DONE:
		state(r, ICON_DONE, "ok", say_with(r, AGENDA_SPENT, took,
		      planned));
		return;
	case ITEM_ON:
		emit(&r->out, "<span class='num'>%s</span>", say_with(r,
		     AGENDA_SPENT, took, planned));
		return;
	case ITEM_SKIPPED:
		emit(&r->out, "<span class='muted'>%s</span>",
		     say(r, AGENDA_SKIPPED));
		return;
	case ITEM_LEFT:
		emit(&r->out, "<span class='muted'>%s</span>",
		     say(r, AGENDA_LEFT));
		return;
	case ITEM_PLANNED:
	case ITEM_PARKED:
		emit(&r->out, "<span class='num muted'>%s</span>", say_with(r,
		     AGENDA_MIN, planned, NULL));
	}
}

/* What it takes as things go: what took less or more, did. */
static i64 takes_ms(const struct req *r, const struct item *i)
{
	i64 planned = i->minutes * MINUTE_MS, spent = item_spent(i, r->s.now);

	switch (i->state) {
	case ITEM_ON:
	case ITEM_PLANNED:
		return planned > spent ? planned : spent;
	case ITEM_DONE:
	case ITEM_SKIPPED:
	case ITEM_PARKED:
	case ITEM_LEFT:
		return spent;
	}
	return 0;
}

static void row(struct req *r, const struct item *i, i64 at, i64 planned)
{
	bool on = i->state == ITEM_ON;

	emit(&r->out, on ? "<li class='now' aria-current='step'>" : "<li>");
	emit(&r->out, "<span class='num%s'>%s</span><span>%s",
	     on ? "" : " muted", say_time(r, at), i->title);
	if (at - planned >= WORTH_SAYING || planned - at >= WORTH_SAYING)
		emit(&r->out, " <small class='tiny muted num'>%s</small>",
		     say_with(r, AGENDA_PLAN, say_time(r, planned), NULL));
	emit(&r->out, "</span>");
	how_long(r, i);
	emit(&r->out, "</li>");
}

static void take_button(struct req *r, const struct lead *v,
                        const struct item *i)
{
	form_open(r, arena_print(r->s.mem, "take-%lld", i->no), "/w/%s/lead",
	          v->w.key);
	form_hidden(r, "command", "take");
	form_hidden_no(r, "turn", v->w.turn);
	form_hidden_no(r, "item", i->no);
	emit(&r->out, "<button class='btn sec sm' type='submit'>%s"
	     "<span class='vh'> %s</span></button>", say(r, TAKE_UP),
	     i->title);
	form_close(r);
}

static void parked(struct req *r, const struct lead *v)
{
	size_t n = 0;

	emit(&r->out, "<h2>%s</h2><ul class='rows tight'>",
	     say(r, PARKED_HEAD));
	for (size_t i = 0; i < v->items.n; i++) {
		const struct item *at = &v->items.v[i];

		if (at->state != ITEM_PARKED)
			continue;
		emit(&r->out, "<li><div class='n'>%s</div><div class='e'>",
		     at->title);
		take_button(r, v, at);
		emit(&r->out, "</div></li>");
		n++;
	}
	emit(&r->out, "</ul>");
	if (n == 0)
		emit(&r->out, "<p class='small muted'>%s</p>",
		     say(r, PARKED_NONE));
}

/* Later on the agenda, now. */
static void take_other(struct req *r, const struct lead *v)
{
	struct option_list later = {0};

	for (size_t i = 0; i < v->items.n; i++)
		if (v->items.v[i].state == ITEM_PLANNED)
			option_add(r, &later, arena_print(r->s.mem, "%lld",
				v->items.v[i].no), v->items.v[i].title,
				false);
	if (later.n == 0)
		return;
	emit(&r->out, "<details><summary>%s</summary>", say(r, TAKE_OTHER));
	form_open(r, "take", "/w/%s/lead", v->w.key);
	form_hidden(r, "command", "take");
	form_hidden_no(r, "turn", v->w.turn);
	ask_select(r, &(struct ask){ .name = "item",
		.label = say(r, TAKE_WHICH) }, &later);
	button(r, "btn sec sm", say(r, TAKE_UP));
	form_close(r);
	emit(&r->out, "</details>");
}

void lead_agenda(struct req *r, const struct lead *v)
{
	const struct workshop *w = &v->w;
	i64 planned = instant_of(w->day, w->starts), at = planned;

	if (w->began_at != 0)
		at = w->began_at;
	if (day_of_instant(at) != w->day)
		planned = at;
	emit(&r->out, "<h2>%s</h2><ol class='agenda'>", say_with(r,
	     AGENDA_HEAD, say_minute(r, w->starts), say_minute(r,
	     w->starts + w->minutes)));
	for (size_t i = 0; i < v->items.n; i++) {
		const struct item *one = &v->items.v[i];

		if (one->state != ITEM_PARKED)
			row(r, one, at, planned);
		at += takes_ms(r, one);
		planned += one->minutes * MINUTE_MS;
	}
	emit(&r->out, "</ol>");
	if (w->state != WORKSHOP_RUNNING)
		return;
	parked(r, v);
	take_other(r, v);
}
