#include <string.h>

#include "base/text.h"
#include "db/db.h"
#include "document/document_accept.h"

/*
 * Into the rooms, from what stands on nothing to what stands on it. Times and
 * numbers stay as they were.
 */

static enum status goals_here(struct scope *s, struct framework *f)
{
	for (size_t i = 0; i < f->goals.n; i++) {
		enum status found = goal_by_code(s, f->id, f->goals.v[i].code,
		                                 &f->goals.v[i].id);

		if (found != OK)
			return found == NOT_FOUND ? INVALID : found;
	}
	return OK;
}

/* Known by code and edition; else made of the goals that were copied, so that
 * it says what it said there. */
static enum status frameworks(struct scope *s, struct document *d)
{
	for (size_t i = 0; i < d->frameworks.n; i++) {
		struct framework *f = &d->frameworks.v[i];
		enum status found = framework_by_code(s, f->code, f->edition,
		                                      &f->id);

		if (found == NOT_FOUND)
			found = framework_note(s, f, 0, &f->id);
		TRY(found);
		TRY(goals_here(s, f));
	}
	return OK;
}

static enum status registers(struct scope *s, struct document *d)
{
	for (size_t i = 0; i < d->groups.n; i++) {
		struct group *g = &d->groups.v[i];
		enum status found = group_by_code(s, g->code, &g->id);

		g->position = 0;
		if (found == NOT_FOUND)
			found = group_note(s, g, &g->id);
		TRY(found);
	}
	for (size_t i = 0; i < d->actors.n; i++) {
		struct actor *a = &d->actors.v[i];
		enum status found = actor_by_key(s, a->key, &a->id);

		if (found == NOT_FOUND)
			found = actor_find_or_note(s, a, &a->id);
		TRY(found);
	}
	return OK;
}

static enum status method(struct scope *s, struct document *d)
{
	struct method *m = &d->method;
	enum status found = method_by_code(s, m->code, m->edition, &m->id);

	return found == NOT_FOUND ? method_note(s, m, &m->id) : found;
}

static enum status wordings(struct scope *s, struct priority *p,
                            const struct priority *here)
{
	for (size_t i = 0; i < p->wordings.n; i++) {
		struct wording *w = &p->wordings.v[i];
		const struct wording *there = NUMBERED(&here->wordings, w->no);

		if (there == NULL)
			TRY(wording_note(s, here->id, w, &w->id));
		else if (!same(there->title, w->title) ||
		         !same(there->text, w->text))
			return INVALID;
		else
			w->id = there->id;
	}
	return OK;
}

/* One number means one thing: other words under it are another subject. */
static enum status priorities(struct scope *s, i64 subject,
                              struct document *d)
{
	struct priority_list all = {0};

	TRY(priority_list(s, subject, true, &all));
	for (size_t i = 0; i < d->priorities.n; i++) {
		struct priority *p = &d->priorities.v[i];
		const struct priority *here = NULL;

		for (size_t j = 0; j < all.n; j++) {
			if (all.v[j].no == p->no)
				here = &all.v[j];
		}
		if (here != NULL) {
			TRY(wordings(s, p, here));
			p->id = here->id;
		} else {
			TRY(priority_note(s, subject, p, &p->id));
		}
		p->now = *NUMBERED(&p->wordings, p->now.no);
	}
	return OK;
}

static enum status attachments(struct scope *s, struct subject *t)
{
	for (size_t i = 0; i < t->attachments.n; i++)
		TRY(attachment_said(s, t->id, &t->attachments.v[i]));
	return OK;
}

static enum status subject(struct scope *s, struct document *d)
{
	struct subject *t = &d->subject;
	enum status found = subject_by_key(s, t->key, &t->id);

	if (found == NOT_FOUND) {
		TRY(subject_note(s, t, &t->id));
		TRY(attachments(s, t));
		found = OK;
	}
	TRY(found);
	return priorities(s, t->id, d);
}

static enum status lead(struct scope *s, struct assessment *a)
{
	struct person_list all = {0};

	a->lead = 0;
	TRY(person_list(s, &all));
	for (size_t i = 0; i < all.n; i++) {
		if (same(all.v[i].name, a->lead_name) &&
		    same(all.v[i].title, a->lead_title))
			a->lead = all.v[i].id;
	}
	return OK;
}

static enum status screenings(struct scope *s, struct document *d)
{
	for (size_t i = 0; i < d->screenings.n; i++) {
		struct screening *it = &d->screenings.v[i];

		it->subject = d->subject.id;
		it->assessment = d->a.id;
		TRY(screening_said(s, it));
	}
	return OK;
}

/* Ongoing while it is filled; assess_said() gives it its state at the end. */
static enum status assessment(struct scope *s, struct assessment *a,
                              const struct document *d)
{
	enum status found = NOT_FOUND;

	a->subject = d->subject.id;
	a->method = d->method.id;
	a->state = ASSESS_ONGOING;
	a->predecessor = 0;
	TRY(lead(s, a));
	if (!text_blank(a->predecessor_key))
		found = assess_by_key(s, a->predecessor_key, &a->predecessor);
	if (found != OK && found != NOT_FOUND)
		return found;
	return assess_note(s, a, &a->id);
}

/* A copy whose ids may be written over: the document, written and read. */
static enum status copy(struct arena *mem, const struct document *said,
                        struct document *d)
{
	const char *text = document_write(mem, said);
	struct json_reader r = json_read(mem, (struct bytes){ text,
	                                 strlen(text) });

	document_read(&r, d);
	json_close(&r);
	return r.wrong == JSON_FINE ? OK : INVALID;
}

enum status document_accept(struct scope *s, const struct document *said,
                            i64 *id)
{
	struct document d;

	TRY(copy(s->mem, said, &d));
	TRY(frameworks(s, &d));
	TRY(registers(s, &d));
	TRY(method(s, &d));
	TRY(subject(s, &d));
	TRY(assessment(s, &d.a, &d));
	TRY(screenings(s, &d));
	TRY(accept_found(s, &d));
	TRY(accept_after(s, &d));
	*id = d.a.id;
	return assess_said(s, d.a.id, said->a.state, said->a.changed_at);
}
