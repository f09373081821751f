#include "document/document_walk.h"

/* The model as it was when it was used: a copy, so that the questions can be
 * read where the model is not. */

static void scale_value(struct walk *w, void *element)
{
	struct scale_value *v = element;

	v->value = walk_needed(w, "value", v->value, MOST_CODE);
	walk_both(w, "label", &v->label_sv, &v->label_en, MOST_TITLE);
	walk_both(w, "means", &v->means_sv, &v->means_en, MOST_TEXT);
	walk_both(w, "example", &v->example_sv, &v->example_en, MOST_TEXT);
}

static enum part_kind part(struct walk *w, enum part_kind kind)
{
	const char *word = w->to == NULL ? NULL : part_word(kind);

	word = walk_needed(w, "part", word, MOST_CODE);
	if (w->to == NULL)
		kind = part_read(word);
	if (kind == 0)
		walk_refuse(w, "part", JSON_VALUE);
	return kind;
}

static void question(struct walk *w, void *element)
{
	struct question *q = element;

	q->no = walk_no(w, "no", q->no);
	q->key = walk_needed(w, "key", q->key, MOST_CODE);
	q->means = walk_needed(w, "means", q->means, MOST_CODE);
	q->part = part(w, q->part);
	walk_both(w, "title", &q->title_sv, &q->title_en, MOST_TEXT);
	walk_both(w, "help", &q->help_sv, &q->help_en, MOST_TEXT);
	walk_both(w, "example", &q->example_sv, &q->example_en, MOST_TEXT);
	WALK_LIST(w, "scale", &q->scale, MOST_FEW, scale_value);
	q->frameworks = walk_text(w, "frameworks", q->frameworks, MOST_TITLE);
	q->directness = walk_bool(w, "directness", q->directness);
	q->depths = walk_set(w, "depths", &depth_words, q->depths);
	q->needed = walk_set(w, "needed", &depth_words, q->needed);
	q->per_priority = walk_bool(w, "per_priority", q->per_priority);
	if (walk_later(w, "fields", q->fields != 0))
		q->fields = walk_set(w, "fields", &finding_field_words,
		                     q->fields);
}

static void step(struct walk *w, void *element)
{
	struct step *s = element;

	s->no = walk_no(w, "no", s->no);
	s->key = walk_needed(w, "key", s->key, MOST_CODE);
	walk_both(w, "name", &s->name_sv, &s->name_en, MOST_TITLE);
	walk_both(w, "headline", &s->headline_sv, &s->headline_en, MOST_TEXT);
	s->per_priority = walk_bool(w, "per_priority", s->per_priority);
	WALK_LIST(w, "questions", &s->questions, MOST_FEW, question);
}

static void depth_budget(struct walk *w, struct method *m, enum depth depth)
{
	if (!walk_enter(w, depth_words.word[depth], true)) {
		walk_refuse(w, depth_words.word[depth], JSON_MISSING);
		return;
	}
	m->budget[depth] = walk_int(w, "most", m->budget[depth], 0,
	                            MOST_NUMBER);
	m->budget_per_goal[depth] = walk_bool(w, "per_goal",
	                                      m->budget_per_goal[depth]);
	walk_leave(w);
}

static void budget(struct walk *w, struct method *m)
{
	if (!walk_enter(w, "budget", true)) {
		walk_refuse(w, "budget", JSON_MISSING);
		return;
	}
	depth_budget(w, m, DEPTH_QUICK);
	depth_budget(w, m, DEPTH_STANDARD);
	depth_budget(w, m, DEPTH_DEEP);
	walk_leave(w);
}

void walk_method(struct walk *w, struct method *m)
{
	if (!walk_enter(w, "method", true)) {
		walk_refuse(w, "method", JSON_MISSING);
		return;
	}
	m->code = walk_needed(w, "code", m->code, MOST_CODE);
	m->edition = walk_no(w, "edition", m->edition);
	walk_both(w, "title", &m->title_sv, &m->title_en, MOST_TITLE);
	walk_both(w, "about", &m->about_sv, &m->about_en, MOST_TEXT);
	walk_both(w, "judged", &m->judged_sv, &m->judged_en, MOST_TITLE);
	m->source = walk_text(w, "source", m->source, MOST_TEXT);
	m->hash = walk_needed(w, "hash", m->hash, MOST_CODE);
	budget(w, m);
	WALK_LIST(w, "steps", &m->steps, MOST_FEW, step);
	walk_leave(w);
}
