/* A proposed agenda, and what it shall take up: looked at, then taken. */
#include "base/rights.h"
#include "base/text.h"
#include "workshop/agenda.msg"
#include "workshop/sight.h"

/* -- what it says -------------------------------------------------------- */

/* What is left out, as items that can be named. */
static struct item_list left_out(struct req *r, const struct plan *p,
                                 enum plan_why why)
{
	struct item_list all = {0};

	for (size_t i = 0; i < p->left.n; i++) {
		struct item one = { .kind = p->left.v[i].kind,
			.priority_no = p->left.v[i].priority_no };

		if (p->left.v[i].why != why)
			continue;
		if (one.kind == ITEM_GOAL)
			*PUSH(r->s.mem, &one.goals) = p->left.v[i].goal;
		*PUSH(r->s.mem, &all) = one;
	}
	return all;
}

static i64 air_of(const struct plan *p)
{
	i64 air = p->spare;

	for (size_t i = 0; i < p->items.n; i++)
		if (p->items.v[i].kind == ITEM_SLACK)
			air += p->items.v[i].minutes;
	return air;
}

static void verdict(struct req *r, const struct sight *sg,
                    const struct item_list *out)
{
	const struct plan *p = &sg->plan;

	if (out->n == 0)
		emit(&r->out, "<h1>%s</h1>", say_with(r, P_HOLDS,
		     say_length(r, sg->w.minutes),
		     say_length(r, air_of(p))));
	else
		emit(&r->out, "<h1>%s</h1><p class='lead'>%s</p>",
		     say_with(r, P_LONG, say_length(r, p->needs -
		     sg->w.minutes), NULL), say_with(r, P_WITHOUT,
		     items_named(r, out), NULL));
}

static void remark(struct req *r, const char *text)
{
	emit(&r->out, "<p class='note'>%s</p>", text);
}

static void remarks(struct req *r, const struct plan *p)
{
	struct item_list wait = left_out(r, p, PLAN_TOO_MANY);

	if (p->shortened)
		remark(r, say(r, P_SHORTENED));
	if (wait.n > 0)
		remark(r, say_with(r, P_TOO_MANY, items_named(r, &wait),
		       NULL));
	if (p->before != 0)
		remark(r, say(r, P_BEFORE));
	if ((p->remarks & PLAN_GROUPS_LARGE) != 0)
		remark(r, say(r, P_LARGE));
	if ((p->remarks & PLAN_GROUPS_SMALL) != 0)
		remark(r, say(r, P_SMALL));
	if ((p->remarks & PLAN_TOO_MUCH) != 0)
		remark(r, say(r, P_MUCH));
}

/* -- taking it ----------------------------------------------------------- */

/* The same choices, so that what is taken is what was seen. */
static void same_choices(struct req *r, const struct sight *sg)
{
	form_hidden(r, "chosen", "1");
	for (unsigned step = 0; step <= 4; step++)
		if ((sg->wish.steps & 1U << step) != 0)
			form_hidden_no(r, "step", step);
	for (size_t i = 0; i < sg->all.n; i++)
		if (sg->all.v[i].taken)
			form_hidden(r, "g", candidate_value(r,
			            &sg->all.v[i]));
	if (sg->wish.most_goals != 0)
		form_hidden_no(r, "most", sg->wish.most_goals);
}

static void take_form(struct req *r, const struct sight *sg,
                      const struct item_list *out)
{
	form_open(r, "take", "/w/%s/plan", sg->w.key);
	ask_version(r, sg->w.version);
	same_choices(r, sg);
	emit(&r->out, "<p class='acts'>");
	button(r, "btn", out->n == 0 ? say(r, P_TAKE) :
	       say_with(r, P_TAKE_WITHOUT, items_named(r, out), NULL));
	if (sg->items.n > 0)
		emit(&r->out, "<span class='muted small'>%s</span>",
		     say(r, P_REPLACES));
	emit(&r->out, "</p>");
	form_close(r);
}

/* -- what to take up ----------------------------------------------------- */

static void box(struct req *r, const char *name, const char *value,
                const char *label, const char *note, bool on)
{
	emit(&r->out, "<li><label class='tick'><input type='checkbox'"
	     " name='%s' value='%s'%s><span>%s%s<span class='muted small'>%s"
	     "</span></span></label></li>", name, value, on ? " checked" :
	     "", label, text_blank(note) ? "" : " ", note);
}

static void ask_steps(struct req *r, const struct sight *sg)
{
	const struct sentence *const words[] = {
		P_STEP_0, P_STEP_1, P_STEP_2, P_STEP_3, P_STEP_4 };

	emit(&r->out, "<fieldset class='f'><legend>%s</legend>"
	     "<ul class='boxes'>", say(r, P_STEPS));
	for (unsigned i = 0; i < COUNT(words); i++)
		box(r, "step", arena_print(r->s.mem, "%u", i),
		    say(r, words[i]), "", (sg->wish.steps & 1U << i) != 0);
	emit(&r->out, "</ul></fieldset>");
}

static const char *note_of(const struct req *r, const struct candidate *c)
{
	if (c->pair.left)
		return say(r, W_LEFT);
	if (c->pair.dissent)
		return say(r, W_DISSENT);
	if (c->pair.settled)
		return say(r, W_JUDGED);
	return c->pair.pulls && c->against != NULL ?
	       say_with(r, W_PULLS, c->against->code, NULL) : "";
}

static void ask_candidate(struct req *r, const struct candidate *c)
{
	const char *label = say(r, P_STEP_ONE_OF);

	if (c->goal != NULL)
		label = arena_print(r->s.mem, "%s %s", c->goal->code,
		                    either(r, c->goal->title_sv,
		                           c->goal->title_en));
	box(r, "g", candidate_value(r, c), label, note_of(r, c), c->taken);
}

/* Of a priority: those that are chosen, or the others. */
static size_t ask_goals(struct req *r, const struct sight *sg, i64 priority,
                        bool at_hand)
{
	size_t n = 0;

	emit(&r->out, "<ul class='boxes'>");
	for (size_t i = 0; i < sg->all.n; i++) {
		const struct candidate *c = &sg->all.v[i];

		if (c->pair.priority != priority ||
		    (c->relevant || c->taken || c->pair.left) != at_hand)
			continue;
		ask_candidate(r, c);
		n++;
	}
	emit(&r->out, "</ul>");
	return n;
}

static i64 taken_of(const struct sight *sg, i64 priority)
{
	i64 n = 0;

	for (size_t i = 0; i < sg->all.n; i++)
		n += sg->all.v[i].taken && sg->all.v[i].goal != NULL &&
		     sg->all.v[i].pair.priority == priority;
	return n;
}

static void ask_priority(struct req *r, const struct sight *sg,
                         const struct priority *p)
{
	i64 n = taken_of(sg, p->id);

	emit(&r->out, "<details><summary>P%lld %s <span class='muted'>%s"
	     "</span></summary>", p->no, p->now.title,
	     n == 0 ? say(r, P_NOTHING_OF) : say_count(r, P_N_GOALS, n));
	ask_goals(r, sg, p->id, true);
	emit(&r->out, "<details><summary>%s</summary>",
	     say(r, P_OTHER_GOALS));
	ask_goals(r, sg, p->id, false);
	emit(&r->out, "</details></details>");
}

/* A form that only looks: its address is the choice. */
static void choose_form(struct req *r, const struct sight *sg)
{
	emit(&r->out, "<form method='get' action='/w/%s/plan'>"
	     "<h2>%s</h2><input type='hidden' name='chosen' value='1'>",
	     sg->w.key, say(r, P_CHOOSE));
	ask_steps(r, sg);
	for (size_t i = 0; i < sg->priorities.n; i++)
		ask_priority(r, sg, &sg->priorities.v[i]);
	emit(&r->out, "<p class='f'><label for='most'>%s</label>"
	     "<span class='hint' id='most-h'>%s</span><input type='text'"
	     " id='most' name='most' class='w10' inputmode='numeric'"
	     " aria-describedby='most-h' value='", say(r, P_MOST),
	     say(r, P_MOST_HINT));
	if (sg->wish.most_goals != 0)
		emit(&r->out, "%lld", sg->wish.most_goals);
	emit(&r->out, "'></p><p class='acts'><button class='btn sec'"
	     " type='submit'>%s</button></p></form>", say(r, P_COUNT));
}

enum status propose_page(struct req *r, struct sight *sg)
{
	struct item_list out;
	bool leads = (r->rights & LEAD) != 0;

	sight_plan(r, sg);
	out = left_out(r, &sg->plan, PLAN_NO_TIME);
	workshop_open(r, &sg->w, say(r, P_TITLE));
	if (sg->plan.items.n == 0)
		emit(&r->out, "<h1>%s</h1>", say(r, P_EMPTY));
	else
		verdict(r, sg, &out);
	if (leads && sg->plan.items.n > 0)
		take_form(r, sg, &out);
	emit(&r->out, "<div class='two lr'><div>");
	remarks(r, &sg->plan);
	emit(&r->out, "<p class='muted'>%s</p>", say(r, A_ORDER));
	agenda_rows(r, sg, &sg->plan.items, NULL);
	emit(&r->out, "<p class='acts'><a href='/w/%s'>%s</a></p></div>"
	     "<aside class='side' aria-label='%s'>", sg->w.key,
	     say(r, A_TO_HUB), say(r, P_CHOOSE));
	choose_form(r, sg);
	emit(&r->out, "</aside></div>");
	page_close(r);
	return OK;
}

enum status plan_take(struct req *r)
{
	struct sight sg = {0};

	TRY(sight_read(r, &sg));
	sight_plan(r, &sg);
	if (sg.w.state >= WORKSHOP_RUNNING)
		issue(r, NULL, P_BEGUN);
	else if (sg.plan.items.n == 0)
		issue(r, NULL, P_EMPTY);
	TRY(form_fine(r));
	sg.w.version = form_version(r);
	sg.w.steps = sg.wish.steps;
	TRY(workshop_change(&r->s, &sg.w));
	TRY(items_replace(&r->s, sg.w.id, &sg.plan.items));
	return go(r, "/w/%s/plan?saved=1", sg.w.key);
}
