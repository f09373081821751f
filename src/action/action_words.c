/* The words of actions, and how findings are handled, in words. */
#include "action/action.h"
#include "assess/view.h"
#include "action/action.msg"
#include "base/text.h"

const char *purpose_word(const struct req *r, enum action_purpose purpose)
{
	static const struct sentence *const words[] = {
		[0]                      = PU_NONE,
		[PURPOSE_STRENGTHEN]     = PU_STRENGTHEN,
		[PURPOSE_REDUCE]         = PU_REDUCE,
		[PURPOSE_CONFLICT]       = PU_CONFLICT,
		[PURPOSE_GAP]            = PU_GAP,
		[PURPOSE_PARTICIPATION]  = PU_PARTICIPATION,
		[PURPOSE_COMPENSATE]     = PU_COMPENSATE,
	};

	return say(r, words[purpose]);
}

const char *action_state_word(const struct req *r, enum action_state at)
{
	static const struct sentence *const words[] = {
		[ACTION_PROPOSED] = AST_PROPOSED,
		[ACTION_DECIDED]  = AST_DECIDED,
		[ACTION_ONGOING]  = AST_ONGOING,
		[ACTION_DONE]     = AST_DONE,
		[ACTION_ASSESSED] = AST_ASSESSED,
		[ACTION_DROPPED]  = AST_DROPPED,
	};

	return say(r, words[at]);
}

static enum icon icon_of(enum action_state at)
{
	switch (at) {
	case ACTION_PROPOSED:
		return ICON_NOT_BEGUN;
	case ACTION_DECIDED:
		return ICON_CLOCK;
	case ACTION_ONGOING:
		return ICON_HALF;
	case ACTION_DONE:
	case ACTION_ASSESSED:
		return ICON_DONE;
	case ACTION_DROPPED:
		return ICON_OUTSIDE;
	}
	return ICON_NOT_BEGUN;
}

const char *late_word(const struct req *r, const struct action *a)
{
	return say_count(r, DAYS_LATE, day_of_instant(r->s.now) - a->due);
}

void action_state_shown(struct req *r, const struct action *a)
{
	bool late = action_is_late(a, day_of_instant(r->s.now));

	if (action_is_proposed_to(a) && a->state != ACTION_DROPPED)
		state(r, ICON_PROPOSED, "", say_with(r, PROPOSED_TO,
		      a->other_org, NULL));
	else if (action_stands_accepted(a))
		state(r, ICON_TICK, "", say(r, ACCEPTED));
	else
		state(r, icon_of(a->state), "", action_state_word(r,
		      a->state));
	if (a->state == ACTION_DROPPED)
		emit(&r->out, "<br><span class='tiny muted'>%s</span>",
		     a->dropped_why);
	if (action_is_accepted(a))
		emit(&r->out, "<br><span class='tiny muted'>%s</span>",
		     accepted_words(r, a));
	if (action_has_day_alone(a))
		emit(&r->out, "<br><span class='tiny muted'>%s</span>",
		     say_with(r, ACCEPTED_BY_NOBODY, say_day(r,
		     a->accepted_on), NULL));
	if (!late)
		return;
	emit(&r->out, "<br>");
	state(r, ICON_LATE, "due", late_word(r, a));
}

/* Who there, which day, and on whose word. */
const char *accepted_words(const struct req *r, const struct action *a)
{
	const char *who = a->accepted_by;

	if (a->accepted_on != 0)
		who = arena_print(r->s.mem, "%s %s", who,
		                  say_day(r, a->accepted_on));
	if (text_blank(a->accepted_source))
		return say_with(r, ACCEPTED_THERE, who, a->other_org);
	return say_with(r, ACCEPTED_BY, who, a->accepted_source);
}

/* -- what it comes out of ------------------------------------------------ */

static void source(struct req *r, const struct action_source *from)
{
	const struct conflict c = { .no = from->conflict_no,
	                            .sign = from->conflict_sign };

	emit(&r->out, "<div>");
	if (from->finding != 0)
		emit(&r->out, "<a class='fn' href='/a/%s/findings/%lld'>"
		     "<span class='vh'>%s </span>F%lld</a>", r->object_key,
		     from->finding_no, say(r, FINDING_NO), from->finding_no);
	else if (from->conflict != 0)
		emit(&r->out, "<a href='/a/%s/conflicts/%lld'>%s</a>",
		     r->object_key, c.no, conflict_name(r->s.mem, &c));
	else
		state(r, ICON_NOT_BEGUN, "", say_with(r, MISSING_ACTOR,
		      from->actor_name, NULL));
	emit(&r->out, "</div>");
}

void sources_shown(struct req *r, const struct action *a)
{
	if (a->sources.n == 0)
		state(r, ICON_LATE, "due", say(r, NO_SOURCE));
	for (size_t i = 0; i < a->sources.n; i++)
		source(r, &a->sources.v[i]);
}

/* -- how a finding is handled -------------------------------------------- */

static void add_words(struct req *r, const char **all,
                      const struct sentence *how, const char *what)
{
	const char *one = say_with(r, how, what, NULL);

	*all = *all == NULL ? one :
	       arena_print(r->s.mem, "%s. %s", *all, one);
}

const char *handled_words(struct req *r, const struct finding *f,
                          const struct remedies *by)
{
	const char *all = NULL;

	for (size_t i = 0; i < by->conflicts.n; i++)
		if (conflict_has(&by->conflicts.v[i], f->id))
			add_words(r, &all, IS_SIDE, conflict_name(r->s.mem,
			          &by->conflicts.v[i]));
	for (size_t i = 0; i < by->actions.n; i++)
		if (action_has(&by->actions.v[i], f->id))
			add_words(r, &all, IS_ACTION, arena_print(r->s.mem,
			          "A%lld", by->actions.v[i].no));
	for (size_t i = 0; i < by->positions.n; i++)
		if (by->positions.v[i].finding == f->id)
			add_words(r, &all, IS_POSITION, arena_print(r->s.mem,
			          "V%lld", by->positions.v[i].no));
	if (f->handled == HANDLED_REMAINS)
		add_words(r, &all, IS_REMAINING, f->handled_why);
	if (f->handled == HANDLED_IN_REPLY)
		add_words(r, &all, IS_IN_REPLY, NULL);
	return all == NULL ? "" : all;
}
