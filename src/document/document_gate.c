#include "document/document_walk.h"

/* What was decided at stopping places, and relations to other work: younger
 * than the format, so they stand there only where there are any. */

static void gate(struct walk *w, void *element)
{
	struct gate_choice *g = element;

	g->no = walk_no(w, "no", g->no);
	g->means = walk_needed(w, "means", g->means, MOST_CODE);
	g->way = (enum gate_way)walk_word(w, "choice", &gate_way_words,
	                                  (int)g->way);
	g->why = walk_needed(w, "why", g->why, MOST_TEXT);
	g->decider = walk_needed(w, "decider", g->decider, MOST_TITLE);
	g->day = walk_day(w, "day", g->day);
	g->at = walk_instant(w, "at", g->at);
	g->noted_by = walk_text(w, "noted_by", g->noted_by, MOST_TITLE);
}

static void relation(struct walk *w, void *element)
{
	struct relation *x = element;

	x->no = walk_no(w, "no", x->no);
	x->priority_no = walk_maybe_no(w, "priority", x->priority_no);
	x->other_key = walk_text(w, "other", x->other_key, MOST_CODE);
	x->name = walk_needed(w, "name", x->name, MOST_TITLE);
	x->how = (enum relation_how)walk_word(w, "how", &relation_how_words,
	                                      (int)x->how);
	x->text = walk_text(w, "text", x->text, MOST_TEXT);
	x->at = walk_instant(w, "at", x->at);
}

void walk_gates(struct walk *w, struct document *d)
{
	if (walk_later(w, "gates", d->gates.n > 0))
		WALK_LIST(w, "gates", &d->gates, MOST_ROWS, gate);
	if (walk_later(w, "relations",
	               d->relations.n > 0))
		WALK_LIST(w, "relations", &d->relations, MOST_ROWS, relation);
}
