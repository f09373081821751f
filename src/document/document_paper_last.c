#include <stdlib.h>

#include "action/timeline.h"
#include "base/text.h"
#include "document/document_paper.h"
#include "document/document.msg"

/* Who, what then, what is not known, and where the groups differ. */

void annex_in_room(const struct annex *a, const struct actor_link *l)
{
	static const struct sentence *const words[] = {
		NULL, P_HERE, P_ABSENT, P_NOT_INVITED,
	};

	paper_cell(a->p, CELL_TEXT, NULL);
	if (l->missing)
		paper_cell_line(a->p, annex_say(a, P_MISSING, NULL, NULL));
	else if (l->present != PRESENT_UNSAID)
		paper_cell_line(a->p, annex_say(a, words[l->present], NULL,
		                                NULL));
	if (!text_blank(l->present_note))
		paper_cell_line(a->p, l->present_note);
}

const char *annex_level(const struct annex *a, enum level n, bool touched)
{
	static const struct sentence *const power[] = {
		NULL, P_LOW, P_MIDDLE, P_HIGH,
	};
	static const struct sentence *const touch[] = {
		NULL, P_LITTLE, P_MIDDLE, P_MUCH,
	};

	if (n == LEVEL_UNSAID)
		return "";
	return annex_say(a, (touched ? touch : power)[n], NULL, NULL);
}

static int by_touch(const void *x, const void *y)
{
	const struct actor_link *a = x, *b = y;

	if (a->interest != b->interest)
		return a->interest > b->interest ? -1 : 1;
	return a->no < b->no ? -1 : a->no > b->no;
}

static void actor_table(const struct annex *a, const struct actor_link *v,
                        size_t n)
{
	static const struct sentence *const heads[] = {
		P_ACTOR, P_IN_ROOM, P_INFLUENCE, P_TOUCHED, P_HOW, NULL,
	};

	paper_table(a->p, annex_say(a, P_ACTORS_CAPTION, NULL, NULL), 1);
	annex_columns(a, heads);
	for (size_t i = 0; i < n; i++) {
		paper_row(a->p);
		paper_cell(a->p, CELL_ROW, v[i].name);
		annex_in_room(a, &v[i]);
		paper_cell(a->p, CELL_TEXT, annex_level(a, v[i].influence,
		                                        false));
		paper_cell(a->p, CELL_TEXT, annex_level(a, v[i].interest,
		                                        true));
		paper_cell(a->p, CELL_TEXT, v[i].how);
	}
}

static void plans(const struct annex *a)
{
	bool begun = false;

	for (size_t i = 0; i < a->d->links.n; i++) {
		const struct actor_link *l = &a->d->links.v[i];

		if (!l->missing)
			continue;
		if (!begun)
			annex_heading(a, 3, P_PLANS);
		begun = true;
		if (a->p->last->kind != BLOCK_FACTS)
			paper_facts(a->p);
		paper_fact(a->p, l->name, text_blank(l->plan) ?
		           annex_say(a, P_NO_PLAN, NULL, NULL) : l->plan);
	}
}

void annex_actor_map(const struct annex *a)
{
	const struct figure *map = actor_map(a->mem, a->language,
	                                     &a->d->links);

	if (map != NULL)
		paper_figure(a->p, map);
}

void annex_actors(const struct annex *a)
{
	struct actor_link_list sorted = {0};

	annex_heading(a, 2, P_ACTORS);
	if (a->d->links.n == 0) {
		annex_text(a, P_NO_ACTORS);
		return;
	}
	for (size_t i = 0; i < a->d->links.n; i++)
		*PUSH(a->mem, &sorted) = a->d->links.v[i];
	qsort(sorted.v, sorted.n, sizeof *sorted.v, by_touch);
	annex_actor_map(a);
	actor_table(a, sorted.v, sorted.n);
	plans(a);
}

const char *annex_source(const struct annex *a, const struct action_source *s)
{
	for (size_t i = 0; i < a->d->links.n; i++) {
		const struct actor_link *l = &a->d->links.v[i];

		if (l->id == s->actor_link)
			return annex_say(a, l->missing ? P_MISSING_IS :
			                 P_ACTOR_IS, l->name, NULL);
	}
	if (s->finding != 0)
		return annex_no(a, 'F', s->finding_no);
	return annex_no(a, s->conflict_sign == SYNERGY ? 'S' : 'K',
	                s->conflict_no);
}

const char *annex_action_state(const struct annex *a,
                               const struct action *it)
{
	static const struct sentence *const states[] = {
		[ACTION_PROPOSED] = P_AS_PROPOSED,
		[ACTION_DECIDED]  = P_AS_DECIDED,
		[ACTION_ONGOING]  = P_AS_ONGOING,
		[ACTION_DONE]     = P_AS_DONE,
		[ACTION_ASSESSED] = P_AS_ASSESSED,
		[ACTION_DROPPED]  = P_AS_DROPPED,
	};

	if (action_is_proposed_to(it))
		return annex_say(a, P_PROPOSED_TO, it->other_org, NULL);
	if (action_stands_accepted(it))
		return annex_say(a, P_ACCEPTED, NULL, NULL);
	return annex_say(a, states[it->state], it->dropped_why, NULL);
}

const char *annex_accepted(const struct annex *a, const struct action *it)
{
	const char *who = it->accepted_by;

	if (action_has_day_alone(it))
		return annex_say(a, P_ACCEPTED_NOBODY, annex_day(a,
		                 it->accepted_on), NULL);
	if (!action_is_accepted(it))
		return "";
	if (it->accepted_on != 0)
		who = arena_print(a->mem, "%s %s", who,
		                  annex_day(a, it->accepted_on));
	if (text_blank(it->accepted_source))
		return annex_say(a, P_ACCEPTED_THERE, who, it->other_org);
	return annex_say(a, P_ACCEPTED_BY, who, it->accepted_source);
}

const char *annex_purpose(const struct annex *a, enum action_purpose purpose)
{
	static const struct sentence *const words[] = {
		[PURPOSE_STRENGTHEN]    = P_PU_STRENGTHEN,
		[PURPOSE_REDUCE]        = P_PU_REDUCE,
		[PURPOSE_CONFLICT]      = P_PU_CONFLICT,
		[PURPOSE_GAP]           = P_PU_GAP,
		[PURPOSE_PARTICIPATION] = P_PU_PARTICIPATION,
		[PURPOSE_COMPENSATE]    = P_PU_COMPENSATE,
	};

	return purpose == 0 ? "" : annex_say(a, words[purpose], NULL, NULL);
}

static void action_what(const struct annex *a, const struct action *it)
{
	paper_cell(a->p, CELL_ROW, arena_print(a->mem, "A%lld %s", it->no,
	                                       it->title));
	if (!text_blank(it->text))
		paper_cell_line(a->p, it->text);
	paper_cell_line(a->p, annex_purpose(a, it->purpose));
}

static void action(const struct annex *a, const struct action *it)
{
	paper_row(a->p);
	action_what(a, it);
	paper_cell(a->p, CELL_TEXT, NULL);
	for (size_t i = 0; i < it->sources.n; i++)
		paper_cell_line(a->p, annex_source(a, &it->sources.v[i]));
	paper_cell(a->p, CELL_TEXT, it->responsible);
	paper_cell(a->p, CELL_TEXT, annex_day(a, it->due));
	paper_cell(a->p, CELL_TEXT, it->indicator);
	paper_cell(a->p, CELL_TEXT, annex_action_state(a, it));
	if (action_is_accepted(it) || action_has_day_alone(it))
		paper_cell_line(a->p, annex_accepted(a, it));
	if (!text_blank(it->progress))
		paper_cell_line(a->p, it->progress);
	if (!text_blank(it->effect))
		paper_cell_line(a->p, it->effect);
	if (!text_blank(it->instead))
		paper_cell_line(a->p, annex_join(a, annex_say(a, PL_INSTEAD,
		                NULL, NULL), it->instead));
}

/* Drawn as of the paper's own time, not of the reading's. */
static void in_time(const struct annex *a)
{
	const struct ending *e = &a->d->ending;
	struct timeline t = {
		.mem = a->mem, .language = a->language, .a = &a->d->a,
		.occasions = &a->d->occasions, .actions = &a->d->actions,
		.decided_on = a->d->subject.decided_on,
		.ended_on = e->kind == 0 ? 0 : day_of_instant(e->at),
		.ended_how = annex_say(a, e->kind == ASSESS_FINAL ?
			P_ST_FINAL : P_ST_DONE, NULL, NULL),
		.today = day_of_instant(a->p->made_at),
	};

	timeline_on(a->p, &t);
}

void annex_actions(const struct annex *a)
{
	static const struct sentence *const heads[] = {
		P_ACTION, P_OUT_OF, P_AT, P_DUE, P_INDICATOR, P_STATE, NULL,
	};
	const struct action_list *all = &a->d->actions;

	annex_heading(a, 2, P_ACTIONS);
	if (all->n == 0) {
		annex_text(a, P_NO_ACTIONS);
		return;
	}
	in_time(a);
	paper_table(a->p, annex_say(a, P_ACTIONS_CAPTION, NULL, NULL), 1)
		->width[0] = 280;
	annex_columns(a, heads);
	for (size_t i = 0; i < all->n; i++)
		action(a, &all->v[i]);
}

static void gap(const struct annex *a, const struct finding *f)
{
	paper_row(a->p);
	paper_cell(a->p, CELL_ROW, arena_print(a->mem, "F%lld %s", f->no,
		text_blank(f->brief) ? f->sentence : f->brief));
	paper_cell(a->p, CELL_TEXT, f->gap.owner);
	paper_cell(a->p, CELL_TEXT, annex_day(a, f->gap.due));
	paper_cell(a->p, CELL_TEXT, text_blank(f->gap.answer) ?
	           annex_say(a, P_NO_ANSWER, NULL, NULL) : f->gap.answer);
}

void annex_gaps(const struct annex *a)
{
	static const struct sentence *const heads[] = {
		P_FINDING, P_OWNER, P_DUE, P_ANSWER, NULL,
	};
	const struct finding_list *all = &a->d->findings;

	annex_heading(a, 2, P_GAPS_HEAD);
	if (findings_count(all).gap == 0) {
		annex_text(a, P_NO_GAPS);
		return;
	}
	paper_table(a->p, annex_say(a, P_GAPS_HEAD, NULL, NULL), 1);
	annex_columns(a, heads);
	for (size_t i = 0; i < all->n; i++) {
		if (all->v[i].kind == FINDING_GAP)
			gap(a, &all->v[i]);
	}
}

/* Who says it, and what: in the order of the findings, none weighed down. */
static void dissent_of(const struct annex *a, const struct priority *p)
{
	bool begun = false;

	for (size_t i = 0; i < a->d->findings.n; i++) {
		const struct finding *f = &a->d->findings.v[i];

		if (f->priority != p->id || !f->dissent)
			continue;
		if (!begun)
			paper_heading(a->p, 3, NULL, arena_print(a->mem,
				"P%lld %s", p->no, p->now.title));
		if (!begun)
			paper_facts(a->p);
		begun = true;
		paper_fact(a->p, annex_join(a, annex_no(a, 'F', f->no),
		                            f->written_by), f->sentence);
	}
}

void annex_dissent(const struct annex *a)
{
	bool any = false;

	for (size_t i = 0; i < a->d->findings.n; i++)
		any = any || a->d->findings.v[i].dissent;
	annex_heading(a, 2, P_DISSENT);
	annex_text(a, any ? P_DISSENT_WHAT : P_NO_DISSENT);
	for (size_t i = 0; any && i < a->d->priorities.n; i++)
		dissent_of(a, &a->d->priorities.v[i]);
}
