#include "document/document_walk.h"

/* Duties: what was judged, where it stood, with whom and what was said. */

static const struct words *concern_words(enum duty_kind kind)
{
	static const char *const interests[] = {
		"language", "culture", "livelihoods", "status",
	};
	static const char *const minorities[] = {
		"jews", "roma", "sami", "sweden_finns", "tornedalians",
	};
	static const struct words all[] = {
		{ interests, INTERESTS, true },
		{ minorities, MINORITIES, true },
		{ NULL, 0, true },
	};

	return kind == DUTY_CONSULTATION ? &all[0] :
	       kind == DUTY_MINORITIES ? &all[1] : &all[2];
}

static void party(struct walk *w, void *element)
{
	struct duty_party *p = element;

	p->key = walk_needed(w, "actor", p->key, MOST_CODE);
}

static void contact(struct walk *w, void *element)
{
	struct contact *c = element;

	c->no = walk_no(w, "no", c->no);
	c->kind = (enum contact_kind)walk_word(w, "kind",
	        &contact_kind_words, (int)c->kind);
	c->day = walk_day(w, "day", c->day);
	c->with = walk_text(w, "with", c->with, MOST_TITLE);
	c->what = walk_needed(w, "what", c->what, MOST_TEXT);
	c->by = walk_text(w, "by", c->by, MOST_TITLE);
	c->reply = walk_text(w, "reply", c->reply, MOST_TEXT);
	c->replied_on = walk_day(w, "replied_on", c->replied_on);
}

static void parts(struct walk *w, struct duty *d)
{
	struct text_list all = { d->part, duty_parts(d->kind), 0 };

	if (w->to == NULL)
		all = (struct text_list){0};
	walk_texts(w, "parts", &all, MOST_TEXT);
	for (size_t i = 0; w->to == NULL && i < PARTS_MOST; i++)
		d->part[i] = i < all.n ? all.v[i] : "";
	if (all.n > PARTS_MOST)
		walk_refuse(w, "parts", JSON_VALUE);
}

static void judged(struct walk *w, struct duty *d)
{
	d->need = (enum duty_need)walk_word(w, "need", &duty_need_words,
	                                    (int)d->need);
	d->motive = walk_text(w, "motive", d->motive, MOST_TEXT);
	d->exempt = (enum duty_exemption)walk_word(w, "exemption",
	        &exemption_words, (int)d->exempt);
	d->concerns = walk_set(w, "concerns", concern_words(d->kind),
	                       d->concerns);
	d->judged_by = walk_text(w, "judged_by", d->judged_by, MOST_TITLE);
	d->judged_on = walk_day(w, "judged_on", d->judged_on);
	d->heard = (enum duty_said)walk_word(w, "heard", &said_words,
	                                     (int)d->heard);
	d->heard_how = walk_text(w, "heard_how", d->heard_how, MOST_TEXT);
	d->yields = (enum duty_said)walk_word(w, "yields", &said_words,
	                                      (int)d->yields);
	parts(w, d);
}

static void standing(struct walk *w, struct duty *d)
{
	d->state = (enum duty_state)walk_word(w, "state", &duty_state_words,
	                                      (int)d->state);
	d->state_why = walk_text(w, "state_why", d->state_why, MOST_TEXT);
	d->state_on = walk_day(w, "state_on", d->state_on);
	d->state_by = walk_text(w, "state_by", d->state_by, MOST_TITLE);
	d->ended = (enum duty_ending)walk_word(w, "ended",
	        &duty_ending_words, (int)d->ended);
	d->significant = (enum duty_said)walk_word(w, "significant",
	        &said_words, (int)d->significant);
	d->checks = (unsigned)walk_int(w, "checks", d->checks, 0,
	                               (1 << CHECKS) - 1);
}

static void duty(struct walk *w, void *element)
{
	struct duty *d = element;

	d->no = walk_no(w, "no", d->no);
	d->kind = (enum duty_kind)walk_word(w, "kind", &duty_kind_words,
	                                    (int)d->kind);
	d->ground = (enum duty_ground)walk_word(w, "ground",
	        &duty_ground_words, (int)d->ground);
	d->local = walk_text(w, "local", d->local, MOST_CODE);
	d->name = walk_text(w, "name", d->name, MOST_TITLE);
	d->question = walk_text(w, "question", d->question, MOST_TEXT);
	judged(w, d);
	standing(w, d);
	WALK_LIST(w, "parties", &d->parties, MOST_FEW, party);
	WALK_LIST(w, "log", &d->log, MOST_ROWS, contact);
}

/* Left out when there is none, so that a document from before there were
 * duties is written again with the same bytes. */
void walk_duties(struct walk *w, struct duty_list *all)
{
	if (w->from != NULL || all->n > 0)
		WALK_LIST(w, "duties", all, MOST_FEW, duty);
}
