#include "base/text.h"
#include "document/document_walk.h"

/* What was answered and found, and who was in the room. */

static void relevant(struct walk *w, void *element)
{
	struct relevant *r = element;

	r->priority_no = walk_no(w, "priority", r->priority_no);
	r->framework = walk_needed(w, "framework", r->framework, MOST_CODE);
	r->code = walk_needed(w, "goal", r->code, MOST_CODE);
}

static void aside(struct walk *w, void *element)
{
	struct aside *a = element;

	a->priority_no = walk_no(w, "priority", a->priority_no);
	a->framework_code = walk_needed(w, "framework", a->framework_code,
	                                MOST_CODE);
	a->reason = walk_text(w, "reason", a->reason, MOST_TEXT);
}

static void answer(struct walk *w, void *element)
{
	struct answer *a = element;

	a->priority_no = walk_maybe_no(w, "priority", a->priority_no);
	a->means = walk_needed(w, "means", a->means, MOST_CODE);
	a->value = walk_text(w, "value", a->value, MOST_TEXT);
	a->note = walk_text(w, "note", a->note, MOST_TEXT);
	a->at = walk_instant(w, "at", a->at);
	if (walk_later(w, "asked", !text_blank(a->asked))) {
		a->asked = walk_text(w, "asked", a->asked, MOST_TEXT);
	if (walk_later(w, "label", !text_blank(a->label)))
		a->label = walk_text(w, "label", a->label, MOST_TEXT);
	} else {
		a->asked = a->label = "";
	}
}

static void mark(struct walk *w, void *element)
{
	struct mark *m = element;

	m->framework = walk_needed(w, "framework", m->framework, MOST_CODE);
	m->code = walk_needed(w, "goal", m->code, MOST_CODE);
	m->direction = (enum direction)walk_word(w, "direction",
	        &direction_words, (int)m->direction);
	m->directness = (enum directness)walk_word(w, "directness",
	        &directness_words, (int)m->directness);
}

static void gap(struct walk *w, struct finding *f)
{
	struct gap *g = &f->gap;

	if (!walk_enter(w, "gap", f->kind == FINDING_GAP)) {
		if (f->kind == FINDING_GAP)
			walk_refuse(w, "gap", JSON_MISSING);
		return;
	}
	if (f->kind != FINDING_GAP)
		walk_refuse(w, NULL, JSON_VALUE);
	g->owner = walk_text(w, "owner", g->owner, MOST_TITLE);
	g->due = walk_day(w, "due", g->due);
	g->answer = walk_text(w, "answer", g->answer, MOST_TEXT);
	g->state = (enum gap_state)walk_word(w, "state", &gap_state_words,
	                                     (int)g->state);
	walk_leave(w);
}

static void sureness(struct walk *w, struct finding *f)
{
	f->places = walk_text(w, "places", f->places, MOST_TITLE);
	f->term = (enum finding_term)walk_word(w, "term", &term_words,
	                                       (int)f->term);
	f->certainty = (enum certainty)walk_word(w, "certainty",
	        &certainty_words, (int)f->certainty);
	f->source = (enum finding_source)walk_word(w, "source", &source_words,
	                                           (int)f->source);
	f->written_by = walk_text(w, "written_by", f->written_by, MOST_TITLE);
	f->dissent = walk_bool(w, "dissent", f->dissent);
	f->handled = (enum handling)walk_word(w, "handled", &handling_words,
	                                      (int)f->handled);
	f->handled_why = walk_text(w, "handled_why", f->handled_why,
	                           MOST_TEXT);
	f->at = walk_instant(w, "at", f->at);
}

static void evidence(struct walk *w, void *element)
{
	struct evidence *e = element;

	e->paper = walk_text(w, "attachment", e->paper, MOST_CODE);
	e->source = walk_text(w, "source", e->source, MOST_TEXT);
	e->place = walk_text(w, "place", e->place, MOST_TITLE);
	if (text_blank(e->paper) && text_blank(e->source))
		walk_refuse(w, "source", JSON_VALUE);
}

/* What findings in depth have besides. */
static void depth(struct walk *w, struct finding *f)
{
	if (walk_later(w, "concerns", f->concerns != CONCERNS_UNSAID))
		f->concerns = (enum concerns)walk_word(w, "concerns",
			&concerns_words, (int)f->concerns);
	if (walk_later(w, "evidence", f->evidence.n > 0))
		WALK_LIST(w, "evidence", &f->evidence, MOST_FEW, evidence);
}

static void finding(struct walk *w, void *element)
{
	struct finding *f = element;

	f->no = walk_no(w, "no", f->no);
	f->priority_no = walk_no(w, "priority", f->priority_no);
	f->wording_no = walk_no(w, "wording", f->wording_no);
	f->kind = (enum finding_kind)walk_word(w, "kind", &finding_kind_words,
	                                       (int)f->kind);
	f->sentence = walk_needed(w, "sentence", f->sentence, MOST_TEXT);
	f->brief = walk_text(w, "short", f->brief, MOST_TITLE);
	f->rationale = walk_text(w, "rationale", f->rationale, MOST_TEXT);
	sureness(w, f);
	WALK_LIST(w, "marks", &f->marks, MOST_ROWS, mark);
	walk_texts(w, "groups", &f->groups, MOST_TITLE);
	depth(w, f);
	gap(w, f);
}

static void actor_link(struct walk *w, void *element)
{
	struct actor_link *l = element;

	l->no = walk_no(w, "no", l->no);
	l->actor_key = walk_needed(w, "actor", l->actor_key, MOST_CODE);
	l->role = (enum actor_role)walk_word(w, "role", &role_words,
	                                     (int)l->role);
	l->influence = (enum level)walk_word(w, "influence", &level_words,
	                                     (int)l->influence);
	l->interest = (enum level)walk_word(w, "interest", &level_words,
	                                    (int)l->interest);
	l->how = walk_text(w, "how", l->how, MOST_TEXT);
	l->present = (enum presence)walk_word(w, "present", &presence_words,
	                                      (int)l->present);
	l->present_note = walk_text(w, "present_note", l->present_note,
	                            MOST_TEXT);
	l->missing = walk_bool(w, "missing", l->missing);
	l->plan = walk_text(w, "plan", l->plan, MOST_TEXT);
}

static void occasion(struct walk *w, void *element)
{
	struct occasion *o = element;

	o->no = walk_no(w, "no", o->no);
	o->day = walk_day(w, "day", o->day);
	o->what = walk_needed(w, "what", o->what, MOST_TEXT);
	o->who = walk_text(w, "who", o->who, MOST_TEXT);
	o->state = (enum occasion_state)walk_word(w, "state",
	        &occasion_state_words, (int)o->state);
}

void walk_found(struct walk *w, struct document *d)
{
	WALK_LIST(w, "relevance", &d->relevance, MOST_ROWS, relevant);
	if (walk_later(w, "set_aside", d->asides.n > 0))
		WALK_LIST(w, "set_aside", &d->asides, MOST_ROWS, aside);
	WALK_LIST(w, "answers", &d->answers, MOST_ROWS, answer);
	WALK_LIST(w, "findings", &d->findings, MOST_ROWS, finding);
	WALK_LIST(w, "actor_links", &d->links, MOST_ROWS, actor_link);
	WALK_LIST(w, "occasions", &d->occasions, MOST_ROWS, occasion);
}
