#include "db/db.h"
#include "document/document_accept.h"

static void member_here(const struct document *d, struct side_member *m)
{
	const struct finding *f = NUMBERED(&d->findings, m->finding_no);

	m->finding = f == NULL ? 0 : f->id;
	if (m->code != NULL)
		m->goal = document_goal(d, m->framework, m->code)->id;
	if (m->actor_key != NULL)
		m->actor = document_actor(d, m->actor_key)->id;
}

static enum status conflicts(struct scope *s, struct document *d)
{
	for (size_t i = 0; i < d->conflicts.n; i++) {
		struct conflict *c = &d->conflicts.v[i];

		for (size_t j = 0; j < c->sides.n; j++) {
			struct side *side = &c->sides.v[j];

			for (size_t k = 0; k < side->members.n; k++)
				member_here(d, &side->members.v[k]);
		}
		TRY(conflict_note(s, d->a.id, c, &c->id));
	}
	return OK;
}

static enum status positions(struct scope *s, struct document *d)
{
	for (size_t i = 0; i < d->positions.n; i++) {
		struct position *it = &d->positions.v[i];
		const struct priority *p = NUMBERED(&d->priorities,
		                                    it->priority_no);
		const struct finding *f = NUMBERED(&d->findings,
		                                   it->finding_no);

		it->priority = p == NULL ? 0 : p->id;
		it->finding = f == NULL ? 0 : f->id;
		TRY(position_note(s, d->a.id, it, &it->id));
	}
	return OK;
}

static enum status actions(struct scope *s, struct document *d)
{
	for (size_t i = 0; i < d->actions.n; i++) {
		struct action *a = &d->actions.v[i];

		for (size_t j = 0; j < a->sources.n; j++) {
			struct action_source *from = &a->sources.v[j];
			const struct finding *f = NUMBERED(&d->findings,
			                                   from->finding_no);
			const struct conflict *c = NUMBERED(&d->conflicts,
			                                    from->conflict_no);
			const struct actor_link *l = NUMBERED(&d->links,
			        from->actor_link_no);

			from->finding = f == NULL ? 0 : f->id;
			from->conflict = c == NULL ? 0 : c->id;
			from->actor_link = l == NULL ? 0 : l->id;
		}
		TRY(action_note(s, d->a.id, a, &a->id));
	}
	return OK;
}

static enum status review(struct scope *s, i64 assessment, struct review *v)
{
	TRY(review_note(s, assessment, v));
	for (size_t i = 0; i < v->reviewers.n; i++) {
		v->reviewers.v[i].review = v->id;
		TRY(reviewer_note(s, assessment, &v->reviewers.v[i]));
	}
	for (size_t i = 0; i < v->comments.n; i++) {
		struct comment *c = &v->comments.v[i];
		const struct reviewer *e = NUMBERED(&v->reviewers,
		                                    c->reviewer_no);

		c->reviewer = e->id;
		TRY(comment_note(s, assessment, c));
	}
	return OK;
}

static enum status reviews(struct scope *s, struct document *d)
{
	for (size_t i = 0; i < d->reviews.n; i++)
		TRY(review(s, d->a.id, &d->reviews.v[i]));
	for (size_t i = 0; i < d->changes.n; i++)
		TRY(proposal_change_note(s, d->a.id, &d->changes.v[i]));
	return OK;
}

static enum status duties(struct scope *s, struct document *d)
{
	for (size_t i = 0; i < d->duties.n; i++) {
		struct duty_party_list *all = &d->duties.v[i].parties;

		for (size_t j = 0; j < all->n; j++)
			all->v[j].actor = document_actor(d, all->v[j].key)
				->id;
		TRY(duty_note(s, d->a.id, &d->duties.v[i]));
	}
	return OK;
}

enum status accept_after(struct scope *s, struct document *d)
{
	TRY(conflicts(s, d));
	TRY(positions(s, d));
	TRY(actions(s, d));
	TRY(duties(s, d));
	TRY(reviews(s, d));
	for (size_t i = 0; i < d->counters.n; i++)
		TRY(counter_past(s, d->a.id, d->counters.v[i].kind,
		                 d->counters.v[i].last));
	return OK;
}
