#include "base/text.h"
#include "document/document_walk.h"

/* What was assured, by whom and how: all that stands before the findings. */

static void organisation(struct walk *w, struct org *org)
{
	if (!walk_enter(w, "organisation", true)) {
		walk_refuse(w, "organisation", JSON_MISSING);
		return;
	}
	org->name = walk_needed(w, "name", org->name, MOST_TITLE);
	org->kind = (enum org_kind)walk_word(w, "kind", &org_kind_words,
	                                     (int)org->kind);
	org->constructed = walk_bool(w, "constructed", org->constructed);
	walk_leave(w);
}

static void lead(struct walk *w, struct assessment *a)
{
	if (walk_enter(w, "lead", !text_blank(a->lead_name))) {
		a->lead_name = walk_needed(w, "name", a->lead_name,
		                           MOST_TITLE);
		a->lead_title = walk_text(w, "title", a->lead_title,
		                          MOST_TITLE);
		walk_leave(w);
		return;
	}
	a->lead_name = a->lead_title = "";
}

static void ground(struct walk *w, struct assessment *a)
{
	a->key = walk_needed(w, "key", a->key, MOST_CODE);
	a->edition = walk_no(w, "edition", a->edition);
	a->state = (enum assessment_state)walk_word(w, "state", &state_words,
	                                            (int)a->state);
	a->depth = (enum depth)walk_word(w, "depth", &depth_words,
	                                 (int)a->depth);
	a->judged = (enum judged_word)walk_word(w, "judged", &judged_words,
	                                        (int)a->judged);
	a->reason = walk_text(w, "reason", a->reason, MOST_TEXT);
	a->baseline = walk_text(w, "baseline", a->baseline, MOST_TEXT);
	a->outside = walk_text(w, "outside", a->outside, MOST_TEXT);
	a->carried_out = walk_text(w, "carried_out", a->carried_out,
	                           MOST_TEXT);
	a->client = walk_text(w, "client", a->client, MOST_TITLE);
	lead(w, a);
	a->next_review = walk_day(w, "next_review", a->next_review);
	a->predecessor_key = walk_text(w, "predecessor", a->predecessor_key,
	                               MOST_CODE);
	a->received = walk_bool(w, "received", a->received);
	if (w->to == NULL || a->late_start)
		a->late_start = walk_bool(w, "late_start", a->late_start);
	a->made_at = walk_instant(w, "made_at", a->made_at);
	a->changed_at = walk_instant(w, "changed_at", a->changed_at);
}

static void assessment(struct walk *w, struct assessment *a)
{
	if (!walk_enter(w, "assessment", true)) {
		walk_refuse(w, "assessment", JSON_MISSING);
		return;
	}
	ground(w, a);
	walk_leave(w);
}

static void registry(struct walk *w, void *element)
{
	struct registry_no *no = element;

	no->number = walk_needed(w, "number", no->number, MOST_CODE);
	no->note = walk_text(w, "note", no->note, MOST_TITLE);
}

static void attachment(struct walk *w, void *element)
{
	struct attachment *a = element;

	a->key = walk_needed(w, "key", a->key, MOST_CODE);
	a->name = walk_needed(w, "name", a->name, MOST_TITLE);
	a->type = walk_needed(w, "type", a->type, MOST_CODE);
	a->size = walk_int(w, "size", a->size, 0, ATTACHMENT_MOST);
	a->sha256 = walk_needed(w, "sha256", a->sha256, 64);
	a->at = walk_instant(w, "at", a->at);
}

static void subject(struct walk *w, struct subject *s)
{
	if (!walk_enter(w, "subject", true)) {
		walk_refuse(w, "subject", JSON_MISSING);
		return;
	}
	s->key = walk_needed(w, "key", s->key, MOST_CODE);
	s->kind = (enum subject_kind)walk_word(w, "kind", &subject_kind_words,
	                                       (int)s->kind);
	s->title = walk_needed(w, "title", s->title, MOST_TITLE);
	s->description = walk_text(w, "description", s->description,
	                           MOST_TEXT);
	s->phase = (enum subject_phase)walk_word(w, "phase", &phase_words,
	                                         (int)s->phase);
	s->decided_by = walk_text(w, "decided_by", s->decided_by, MOST_TITLE);
	s->decided_on = walk_day(w, "decided_on", s->decided_on);
	s->unit = walk_text(w, "unit", s->unit, MOST_TITLE);
	s->place = walk_text(w, "place", s->place, MOST_TITLE);
	if (w->to == NULL || !text_blank(s->belongs_to))
		s->belongs_to = walk_text(w, "belongs_to", s->belongs_to,
		                          MOST_TITLE);
	WALK_LIST(w, "registry", &s->registry, MOST_FEW, registry);
	WALK_LIST(w, "attachments", &s->attachments, MOST_FEW, attachment);
	walk_leave(w);
}

static void goal(struct walk *w, void *element)
{
	struct goal *g = element;

	g->code = walk_needed(w, "code", g->code, MOST_CODE);
	g->kind = (enum goal_kind)walk_word(w, "kind", &goal_kind_words,
	                                    (int)g->kind);
	walk_both(w, "title", &g->title_sv, &g->title_en, MOST_TEXT);
	g->description = walk_text(w, "description", g->description,
	                           MOST_TEXT);
	g->parent = walk_text(w, "parent", g->parent, MOST_CODE);
	g->dimensions = walk_set(w, "dimensions", &dimension_words,
	                         g->dimensions);
	g->colour = walk_text(w, "colour", g->colour, MOST_CODE);
}

static void framework(struct walk *w, void *element)
{
	struct framework *f = element;

	f->code = walk_needed(w, "code", f->code, MOST_CODE);
	f->edition = walk_needed(w, "edition", f->edition, MOST_CODE);
	f->kind = (enum framework_kind)walk_word(w, "kind",
	        &framework_kind_words, (int)f->kind);
	walk_both(w, "title", &f->title_sv, &f->title_en, MOST_TITLE);
	f->target_picture = walk_text(w, "target_picture", f->target_picture,
	                              MOST_TEXT);
	f->source = walk_text(w, "source", f->source, MOST_TEXT);
	f->constructed = walk_bool(w, "constructed", f->constructed);
	f->hash = walk_needed(w, "hash", f->hash, MOST_CODE);
	WALK_LIST(w, "goals", &f->goals, MOST_ROWS, goal);
}

static void wording(struct walk *w, void *element)
{
	struct wording *word = element;

	word->no = walk_no(w, "no", word->no);
	word->title = walk_needed(w, "title", word->title, MOST_TITLE);
	word->text = walk_text(w, "text", word->text, MOST_TEXT);
	word->serves = walk_text(w, "serves", word->serves, MOST_TITLE);
	word->at = walk_instant(w, "at", word->at);
}

static void priority(struct walk *w, void *element)
{
	struct priority *p = element;

	p->no = walk_no(w, "no", p->no);
	p->position = walk_no(w, "position", p->position);
	p->now.no = walk_no(w, "in_force", p->now.no);
	if (walk_later(w, "no_action", p->no_action))
		p->no_action = walk_bool(w, "no_action", p->no_action);
	WALK_LIST(w, "wordings", &p->wordings, MOST_FEW, wording);
}

static void group(struct walk *w, void *element)
{
	struct group *g = element;

	g->code = walk_needed(w, "code", g->code, MOST_CODE);
	walk_both(w, "name", &g->name_sv, &g->name_en, MOST_TITLE);
	g->axis = (enum group_axis)walk_word(w, "axis", &axis_words,
	                                     (int)g->axis);
}

static void actor(struct walk *w, void *element)
{
	struct actor *a = element;

	a->key = walk_needed(w, "key", a->key, MOST_CODE);
	a->name = walk_needed(w, "name", a->name, MOST_TITLE);
	a->kind = (enum actor_kind)walk_word(w, "kind", &actor_kind_words,
	                                     (int)a->kind);
	a->rights_holder = walk_bool(w, "rights_holder", a->rights_holder);
}

void walk_about(struct walk *w, struct document *d)
{
	organisation(w, &d->org);
	assessment(w, &d->a);
	subject(w, &d->subject);
	walk_screenings(w, d);
	walk_method(w, &d->method);
	WALK_LIST(w, "frameworks", &d->frameworks, MOST_FEW, framework);
	WALK_LIST(w, "priorities", &d->priorities, MOST_FEW, priority);
	WALK_LIST(w, "groups", &d->groups, MOST_FEW, group);
	WALK_LIST(w, "actors", &d->actors, MOST_FEW, actor);
}
