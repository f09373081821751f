/* Who takes a position, and what was chosen: lives on after the end. */
#include "assess/view.h"
#include "base/text.h"
#include "conflict/conflict.h"
#include "conflict/conflict.msg"

static void ask_state(struct req *r, const struct conflict *c)
{
	struct option_list states = {0};

	for (int at = CONFLICT_IDENTIFIED; at <= CONFLICT_ENDED; at++) {
		enum conflict_state to = (enum conflict_state)at;

		if (conflict_may_become(c->state, to))
			option_add(r, &states,
			           arena_print(r->s.mem, "%d", at),
			           conflict_state_word(r, to),
			           c->state == to);
	}
	ask_line(r, &(struct ask){ .name = "state",
		.label = say(r, ASK_STATE) }, &states, false);
}

static void ask_settling(struct req *r, const struct conflict *c)
{
	ask_state(r, c);
	ask_text(r, &(struct ask){ .name = "question", .rows = 2,
		.label = say(r, ASK_QUESTION), .stored = c->question,
		.optional = true });
	ask_text(r, &(struct ask){ .name = "decider", .class = "w20",
		.label = say(r, ASK_DECIDER), .stored = c->decider,
		.hint = say(r, ASK_DECIDER_HINT), .optional = true });
	ask_day(r, &(struct ask){ .name = "due", .label = say(r, ASK_BY),
		.optional = true }, c->due);
	ask_text(r, &(struct ask){ .name = "dissent", .rows = 2,
		.label = say(r, ASK_DISSENT), .stored = c->dissent,
		.hint = say(r, ASK_DISSENT_HINT), .optional = true });
	ask_text(r, &(struct ask){ .name = "chosen", .rows = 2,
		.label = say(r, ASK_CHOSEN), .stored = c->chosen,
		.optional = true });
	ask_text(r, &(struct ask){ .name = "why", .rows = 2,
		.label = say(r, ASK_CHOSEN_WHY), .stored = c->chosen_why,
		.optional = true });
	ask_day(r, &(struct ask){ .name = "on",
		.label = say(r, ASK_CHOSEN_ON), .optional = true },
		c->chosen_on);
	button_save(r, say(r, SETTLE_SAVE));
}

static enum status page(struct req *r)
{
	struct view v = {0};
	struct conflict c;

	TRY(view_read(r, 0, 0, &v));
	TRY(conflict_get(&r->s, v.a.id, arg_no(r, "no"), &c));
	TRY(view_open(r, &v, say(r, SETTLE_HEAD)));
	emit(&r->out, "<p class='muted'><a href='/a/%s/conflicts/%lld'>%s %s"
	     "</a></p><h1>%s</h1><p>%s</p>", r->object_key, c.no,
	     conflict_name(r->s.mem, &c), c.title, say(r, SETTLE_HEAD),
	     say(r, POSITION_APART));
	form_open(r, "settle", "/a/%s/conflicts/%lld/settle", r->object_key,
	          c.no);
	ask_version(r, c.version);
	ask_settling(r, &c);
	form_close(r);
	view_close(r);
	return OK;
}

static void explain(struct req *r, unsigned flaws)
{
	if (flaws & CONFLICT_NO_DECIDER)
		issue(r, "decider", WANT_DECIDER);
	if (flaws & CONFLICT_NO_QUESTION)
		issue(r, "question", WANT_QUESTION);
	if (flaws & CONFLICT_NO_CHOICE)
		issue(r, "chosen", WANT_CHOICE);
}

static void read_form(struct req *r, struct conflict *c)
{
	enum conflict_state to = (enum conflict_state)form_choice(r, "state",
		CONFLICT_IDENTIFIED, CONFLICT_ENDED);

	if (to != 0 && !conflict_may_become(c->state, to))
		issue_text(r, "state", say_with(r, WANT_STATE,
			conflict_state_word(r, c->state),
			conflict_state_word(r, to)));
	else if (to != 0)
		c->state = to;
	c->question = form_text(r, "question", TEXT);
	c->decider = form_text(r, "decider", LINE);
	c->due = form_day(r, "due");
	c->dissent = form_text(r, "dissent", TEXT);
	c->chosen = form_text(r, "chosen", TEXT);
	c->chosen_why = form_text(r, "why", TEXT);
	c->chosen_on = form_day(r, "on");
	if (!text_blank(c->chosen) && c->chosen_on == 0)
		c->chosen_on = day_of_instant(r->s.now);
	c->version = form_version(r);
	explain(r, conflict_flaws(c));
}

static enum status settle(struct req *r)
{
	struct conflict c;

	TRY(conflict_get(&r->s, r->object, arg_no(r, "no"), &c));
	read_form(r, &c);
	TRY(form_fine(r));
	TRY(conflict_settle(&r->s, r->object, &c));
	return go(r, "/a/%s/conflicts/%lld?saved=1", r->object_key, c.no);
}

static const struct route rows[] = {
	{ .method = GET, .path = "/a/:assessment/conflicts/:no/settle",
	  .run = page, .right = ANSWER, .ground = ON_ASSESSMENT },
	{ .method = POST, .path = "/a/:assessment/conflicts/:no/settle",
	  .run = settle, .right = ANSWER, .ground = ON_ASSESSMENT,
	  .form = page },
	{0},
};
const struct route *const conflict_settle_routes = rows;
