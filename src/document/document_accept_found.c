#include "base/text.h"
#include "db/db.h"
#include "assess/upgrade.h"
#include "document/document_accept.h"

static enum status used(struct scope *s, const struct document *d)
{
	i64 *ids = arena_take(s->mem, d->frameworks.n * sizeof *ids + 1);

	for (size_t i = 0; i < d->frameworks.n; i++)
		ids[i] = d->frameworks.v[i].id;
	return used_set(s, d->a.id, ids, d->frameworks.n);
}

static enum status scope(struct scope *s, const struct document *d)
{
	for (size_t i = 0; i < d->priorities.n; i++) {
		const struct priority *p = &d->priorities.v[i];

		TRY(scope_set(s, d->a.id, p->id, p->now.id));
		if (p->no_action)
			TRY(scope_no_action(s, d->a.id, p->id, true));
	}
	return OK;
}

/* Chosen goals of one priority in one framework are set together. */
static enum status relevance_of(struct scope *s, const struct document *d,
                                const struct priority *p,
                                const struct framework *f)
{
	i64 *goals = arena_take(s->mem, d->relevance.n * sizeof *goals + 1);
	size_t n = 0;

	for (size_t i = 0; i < d->relevance.n; i++) {
		const struct relevant *r = &d->relevance.v[i];

		if (r->priority_no == p->no && same(r->framework, f->code))
			goals[n++] = document_goal(d, f->code, r->code)->id;
	}
	return n == 0 ? OK : relevance_set(s, d->a.id, p->id, f->id, goals, n);
}

static enum status relevance(struct scope *s, const struct document *d)
{
	for (size_t i = 0; i < d->priorities.n; i++) {
		for (size_t j = 0; j < d->frameworks.n; j++)
			TRY(relevance_of(s, d, &d->priorities.v[i],
			                 &d->frameworks.v[j]));
	}
	return OK;
}

static enum status asides(struct scope *s, const struct document *d)
{
	for (size_t i = 0; i < d->asides.n; i++) {
		struct aside a = d->asides.v[i];

		a.priority = NUMBERED(&d->priorities, a.priority_no)->id;
		for (size_t j = 0; j < d->frameworks.n; j++)
			if (same(d->frameworks.v[j].code, a.framework_code))
				a.framework = d->frameworks.v[j].id;
		TRY(aside_set(s, d->a.id, &a, true));
	}
	return OK;
}

/* Answers carry the time they were given, not the time they arrived. */
static enum status answers(struct scope *s, const struct document *d)
{
	for (size_t i = 0; i < d->answers.n; i++) {
		const struct answer *a = &d->answers.v[i];
		const struct priority *p = NUMBERED(&d->priorities,
		                                    a->priority_no);
		struct scope then = *s;

		then.now = a->at;
		TRY(answer_set(&then, d->a.id, p == NULL ? 0 : p->id, a->means,
		               a->value, a->note, 0));
		if (!text_blank(a->asked))
			TRY(answer_asked(s, d->a.id, a->priority, a->means,
			                 a->asked, a->label));
	}
	return OK;
}

static enum status findings(struct scope *s, struct document *d)
{
	for (size_t i = 0; i < d->findings.n; i++) {
		struct finding *f = &d->findings.v[i];
		const struct priority *p = NUMBERED(&d->priorities,
		                                    f->priority_no);

		f->priority = p->id;
		f->wording = NUMBERED(&p->wordings, f->wording_no)->id;
		for (size_t j = 0; j < f->marks.n; j++) {
			struct mark *m = &f->marks.v[j];

			m->goal = document_goal(d, m->framework, m->code)->id;
		}
		TRY(finding_note(s, d->a.id, f, &f->id));
		TRY(counter_past(s, d->a.id, "finding", f->no));
	}
	return OK;
}

static enum status links(struct scope *s, struct document *d)
{
	for (size_t i = 0; i < d->links.n; i++) {
		struct actor_link *l = &d->links.v[i];

		l->actor = document_actor(d, l->actor_key)->id;
		TRY(actor_link_note(s, d->a.id, l, &l->id));
	}
	return OK;
}

static enum status occasions(struct scope *s, struct document *d)
{
	for (size_t i = 0; i < d->occasions.n; i++)
		TRY(occasion_note(s, d->a.id, &d->occasions.v[i],
		                  &d->occasions.v[i].id));
	return OK;
}

static enum status gates(struct scope *s, struct document *d)
{
	for (size_t i = 0; i < d->gates.n; i++)
		TRY(gate_note(s, d->a.id, &d->gates.v[i]));
	return OK;
}

static enum status relations(struct scope *s, struct document *d)
{
	for (size_t i = 0; i < d->relations.n; i++) {
		struct relation *x = &d->relations.v[i];
		const struct priority *p = NUMBERED(&d->priorities,
		                                    x->priority_no);

		x->priority = p == NULL ? 0 : p->id;
		TRY(relation_note(s, d->a.id, x));
	}
	return OK;
}

enum status accept_found(struct scope *s, struct document *d)
{
	if (d->frameworks.n > 0)
		TRY(used(s, d));
	TRY(scope(s, d));
	TRY(relevance(s, d));
	TRY(asides(s, d));
	TRY(answers(s, d));
	TRY(findings(s, d));
	TRY(links(s, d));
	TRY(occasions(s, d));
	TRY(gates(s, d));
	return relations(s, d);
}
