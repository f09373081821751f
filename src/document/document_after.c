#include "base/text.h"
#include "document/document_walk.h"

/* What follows from what was found: conflicts, positions, actions, an end. */

/* Nothing, or the key of what is named. */
static const char *walk_maybe(struct walk *w, const char *name,
                              const char *text)
{
	text = walk_text(w, name, text, MOST_CODE);
	return *text == '\0' ? NULL : text;
}

static void side_member(struct walk *w, void *element)
{
	struct side_member *m = element;

	m->finding_no = walk_maybe_no(w, "finding", m->finding_no);
	m->framework = walk_maybe(w, "framework", m->framework);
	m->code = walk_maybe(w, "goal", m->code);
	m->actor_key = walk_maybe(w, "actor", m->actor_key);
	if ((m->framework == NULL) != (m->code == NULL))
		walk_refuse(w, "goal", JSON_MISSING);
	if ((m->finding_no != 0) + (m->code != NULL) +
	    (m->actor_key != NULL) != 1)
		walk_refuse(w, NULL, JSON_VALUE);
}

static void side(struct walk *w, void *element)
{
	struct side *s = element;

	s->no = walk_no(w, "no", s->no);
	s->title = walk_needed(w, "title", s->title, MOST_TEXT);
	s->gains = walk_text(w, "gains", s->gains, MOST_TEXT);
	s->loses = walk_text(w, "loses", s->loses, MOST_TEXT);
	WALK_LIST(w, "members", &s->members, MOST_FEW, side_member);
}

static void way(struct walk *w, void *element)
{
	struct way *way = element;

	way->no = walk_no(w, "no", way->no);
	way->title = walk_needed(w, "title", way->title, MOST_TEXT);
	way->gain = walk_text(w, "gain", way->gain, MOST_TEXT);
	way->price = walk_text(w, "price", way->price, MOST_TEXT);
	way->reversible = (enum reversible)walk_word(w, "reversible",
	        &reversible_words, (int)way->reversible);
	way->note = walk_text(w, "note", way->note, MOST_TEXT);
}

static void weighing(struct walk *w, struct conflict *c)
{
	c->question = walk_text(w, "question", c->question, MOST_TEXT);
	c->decider = walk_text(w, "decider", c->decider, MOST_TITLE);
	c->due = walk_day(w, "due", c->due);
	c->dissent = walk_text(w, "dissent", c->dissent, MOST_TEXT);
	c->chosen = walk_text(w, "chosen", c->chosen, MOST_TEXT);
	c->chosen_why = walk_text(w, "chosen_why", c->chosen_why, MOST_TEXT);
	c->chosen_on = walk_day(w, "chosen_on", c->chosen_on);
}

/* Only of a conflict with another assessed thing. */
static void between(struct walk *w, struct conflict *c)
{
	if (w->to != NULL && text_blank(c->other_key))
		return;
	c->other_key = walk_text(w, "other_assessment", c->other_key,
	                         MOST_CODE);
	c->other_finding = walk_maybe_no(w, "other_finding",
	                                 c->other_finding);
}

static void conflict(struct walk *w, void *element)
{
	struct conflict *c = element;

	c->no = walk_no(w, "no", c->no);
	c->sign = (enum conflict_sign)walk_word(w, "sign", &sign_words,
	                                        (int)c->sign);
	c->kind = (enum conflict_kind)walk_word(w, "kind",
	        &conflict_kind_words, (int)c->kind);
	c->title = walk_needed(w, "title", c->title, MOST_TITLE);
	c->what_happens = walk_text(w, "what_happens", c->what_happens,
	                            MOST_TEXT);
	c->state = (enum conflict_state)walk_word(w, "state",
	        &conflict_state_words, (int)c->state);
	weighing(w, c);
	between(w, c);
	WALK_LIST(w, "sides", &c->sides, MOST_FEW, side);
	WALK_LIST(w, "ways", &c->ways, MOST_FEW, way);
}

static void position(struct walk *w, void *element)
{
	struct position *p = element;

	p->no = walk_no(w, "no", p->no);
	p->priority_no = walk_maybe_no(w, "priority", p->priority_no);
	p->finding_no = walk_maybe_no(w, "finding", p->finding_no);
	p->text = walk_needed(w, "text", p->text, MOST_TEXT);
	p->decider = walk_text(w, "decider", p->decider, MOST_TITLE);
	p->due = walk_day(w, "due", p->due);
	p->made = walk_bool(w, "made", p->made);
	p->at = walk_instant(w, "at", p->at);
}

static void action_source(struct walk *w, void *element)
{
	struct action_source *s = element;

	s->finding_no = walk_maybe_no(w, "finding", s->finding_no);
	s->conflict_no = walk_maybe_no(w, "conflict", s->conflict_no);
	s->actor_link_no = walk_maybe_no(w, "actor_link", s->actor_link_no);
	if ((s->finding_no != 0) + (s->conflict_no != 0) +
	    (s->actor_link_no != 0) != 1)
		walk_refuse(w, NULL, JSON_VALUE);
}

static void accepted(struct walk *w, struct action *a)
{
	a->accepted_on = walk_day(w, "accepted_on", a->accepted_on);
	if (!walk_later(w, "accepted_by", !text_blank(a->accepted_by))) {
		a->accepted_by = a->accepted_source = "";
		return;
	}
	a->accepted_by = walk_needed(w, "accepted_by", a->accepted_by,
	                             MOST_TITLE);
	a->accepted_source = walk_text(w, "accepted_source",
	                               a->accepted_source, MOST_TITLE);
}

static void action(struct walk *w, void *element)
{
	struct action *a = element;

	a->no = walk_no(w, "no", a->no);
	a->title = walk_needed(w, "title", a->title, MOST_TITLE);
	a->text = walk_text(w, "text", a->text, MOST_TEXT);
	a->purpose = (enum action_purpose)walk_word(w, "purpose",
	        &purpose_words, (int)a->purpose);
	a->responsible = walk_text(w, "responsible", a->responsible,
	                           MOST_TITLE);
	a->other_org = walk_text(w, "other_org", a->other_org, MOST_TITLE);
	accepted(w, a);
	a->due = walk_day(w, "due", a->due);
	a->resource = walk_text(w, "resource", a->resource, MOST_TEXT);
	a->indicator = walk_text(w, "indicator", a->indicator, MOST_TEXT);
	a->state = (enum action_state)walk_word(w, "state",
	        &action_state_words, (int)a->state);
	a->progress = walk_text(w, "progress", a->progress, MOST_TEXT);
	a->effect = walk_text(w, "effect", a->effect, MOST_TEXT);
	a->dropped_why = walk_text(w, "dropped_why", a->dropped_why,
	                           MOST_TEXT);
	a->instead = !walk_later(w, "instead", !text_blank(a->instead)) ? "" :
	             walk_text(w, "instead", a->instead, MOST_TEXT);
	WALK_LIST(w, "sources", &a->sources, MOST_FEW, action_source);
}

static void counter(struct walk *w, void *element)
{
	struct counter *c = element;

	c->kind = walk_needed(w, "kind", c->kind, MOST_CODE);
	c->last = walk_no(w, "last", c->last);
}

static void ending(struct walk *w, struct ending *e)
{
	if (!walk_enter(w, "ending", e->kind != 0))
		return;
	e->kind = walk_word(w, "kind", &state_words, e->kind);
	e->number = walk_no(w, "number", e->number);
	e->at = walk_instant(w, "at", e->at);
	e->signed_by = walk_needed(w, "signed_by", e->signed_by, MOST_TITLE);
	if (walk_later(w, "asked_by", e->asked_by != NULL)) {
		e->asked_by = walk_needed(w, "asked_by", e->asked_by,
		                          MOST_TITLE);
		e->asked_at = walk_instant(w, "asked_at", e->asked_at);
	}
	if (e->kind != ASSESS_DONE && e->kind != ASSESS_FINAL)
		walk_refuse(w, "kind", JSON_VALUE);
	walk_leave(w);
}

void walk_after(struct walk *w, struct document *d)
{
	WALK_LIST(w, "conflicts", &d->conflicts, MOST_ROWS, conflict);
	WALK_LIST(w, "positions", &d->positions, MOST_ROWS, position);
	WALK_LIST(w, "actions", &d->actions, MOST_ROWS, action);
	walk_duties(w, &d->duties);
	walk_reviews(w, d);
	WALK_LIST(w, "counters", &d->counters, MOST_FEW, counter);
	ending(w, &d->ending);
}
