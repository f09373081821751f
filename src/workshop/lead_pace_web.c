/* How the time goes, in words, and a proposal with one button. */
#include "base/text.h"
#include "workshop/lead.h"
#include "workshop/lead.msg"

enum { MINUTE_MS = 60 * 1000, SIT_MOST = 90 };

const char *minutes_left_say(const struct req *r, const struct item *on)
{
	i64 left = on->minutes * MINUTE_MS - item_spent(on, r->s.now);

	if (left <= 0)
		return say(r, LEFT_OUT);
	return say_count(r, LEFT_MIN, (left + MINUTE_MS - 1) / MINUTE_MS);
}

struct repace_list lead_repace(struct arena *mem, const struct plan_pace *p)
{
	struct repace_list all = {0};

	for (size_t i = 0; i < p->changes.n; i++)
		*PUSH(mem, &all) = p->changes.v[i];
	for (size_t i = 0; i < p->park.n; i++)
		*PUSH(mem, &all) = (struct repace){ p->park.v[i],
		                                    REPACE_PARK };
	return all;
}

static const char *no_say(const struct req *r, i64 n)
{
	return number_say(r->s.mem, r->language, n);
}

/* "ta 6 av 20 min luft", "korta Åtgärder till 20 min", "parkera Mål 13" */
static struct text_list deeds(const struct req *r, const struct lead *v)
{
	const struct plan_pace *p = &v->pace;
	struct text_list all = {0};

	if (p->slack_taken > 0)
		*PUSH(r->s.mem, &all) = say_with(r, PACE_SLACK,
			no_say(r, p->slack_taken), no_say(r, p->slack));
	for (size_t i = 0; i < p->changes.n; i++) {
		const struct item *of = item_of_no(&v->items,
		                                   p->changes.v[i].no);

		if (of != NULL && of->kind != ITEM_SLACK)
			*PUSH(r->s.mem, &all) = say_with(r, PACE_SHORTER,
				of->title, no_say(r,
				p->changes.v[i].minutes));
	}
	for (size_t i = 0; i < p->park.n; i++) {
		const struct item *of = item_of_no(&v->items,
		                                   p->park.v[i]);

		if (of != NULL)
			*PUSH(r->s.mem, &all) = say_with(r, PACE_PARK,
				of->title, NULL);
	}
	return all;
}

static const char *joined(const struct req *r, const struct text_list *all)
{
	const char *text = all->v[0];

	for (size_t i = 1; i < all->n; i++)
		text = say_with(r, i + 1 == all->n ? PACE_AND : PACE_COMMA,
		                text, all->v[i]);
	return text;
}

static void proposal(struct req *r, const struct lead *v)
{
	const struct plan_pace *p = &v->pace;
	struct text_list all = deeds(r, v);
	const char *ends = say_time(r, p->then_ends_at), *then;

	if (all.n == 0) {
		emit(&r->out, " %s", say_with(r, PACE_ENDS_NOW,
		     say_time(r, p->ends_at), NULL));
		return;
	}
	then = p->then_break_at == 0 ? say_with(r, PACE_ENDS, ends, NULL) :
	       say_with(r, PACE_BREAK, say_time(r, p->then_break_at), ends);
	emit(&r->out, " <span class='first'>%s</span>", say_with(r,
	     PACE_PROPOSED, joined(r, &all), then));
}

static void repace_form(struct req *r, const struct lead *v)
{
	if (v->pace.changes.n + v->pace.park.n == 0)
		return;
	form_open(r, "repace", "/w/%s/lead", v->w.key);
	form_hidden(r, "command", "repace");
	form_hidden_no(r, "turn", v->w.turn);
	button(r, "btn sec sm", say(r, PACE_DO));
	form_close(r);
}

static void behind_shown(struct req *r, i64 behind)
{
	emit(&r->out, "<b>%s</b>", behind == 0 ? say(r, PACE_ON) :
	     behind > 0 ? say_count(r, PACE_BEHIND, behind) :
	     say_count(r, PACE_AHEAD, -behind));
}

void lead_pace(struct req *r, const struct lead *v)
{
	const struct plan_pace *p = &v->pace;
	const struct item *up = item_of_no(&v->items, p->take_up);

	if (v->w.state != WORKSHOP_RUNNING)
		return;
	emit(&r->out, "<div class='pace'>");
	behind_shown(r, p->behind);
	emit(&r->out, "<span class='num'>%s", say_with(r, PACE_GONE,
	     no_say(r, (r->s.now - v->w.began_at) / MINUTE_MS),
	     no_say(r, v->w.minutes)));
	if (p->break_in_danger)
		emit(&r->out, " %s", say_with(r, PACE_SITTING,
		     no_say(r, p->sitting), NULL));
	proposal(r, v);
	if (up != NULL)
		emit(&r->out, " %s", say_with(r, PACE_TAKE_UP, up->title,
		     NULL));
	emit(&r->out, "</span>");
	repace_form(r, v);
	emit(&r->out, "</div>");
}
