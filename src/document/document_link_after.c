#include <string.h>

#include "base/text.h"
#include "document/document_link.h"

/* Conflicts, positions and actions, and what they stand on. */

static bool member_found(const struct document *d, struct side_member *m)
{
	if (m->finding_no != 0) {
		const struct finding *f = NUMBERED(&d->findings,
		                                   m->finding_no);

		m->finding = f == NULL ? 0 : f->id;
		m->sentence = f == NULL ? NULL : f->sentence;
		return f != NULL;
	}
	if (m->code != NULL) {
		const struct goal *g = document_goal(d, m->framework, m->code);

		m->goal = g == NULL ? 0 : g->id;
		m->goal_title = g == NULL ? NULL : g->title_sv;
		return g != NULL;
	}
	if (m->actor_key != NULL) {
		const struct actor *a = document_actor(d, m->actor_key);

		m->actor = a == NULL ? 0 : a->id;
		m->actor_name = a == NULL ? NULL : a->name;
		return a != NULL;
	}
	return false;
}

static void link_sides(struct json_reader *r, const struct document *d,
                       struct conflict *c, size_t at)
{
	const char *place = arena_print(r->mem, "conflicts[%zu].sides", at);

	for (size_t i = 0; i < c->sides.n; i++) {
		struct side *s = &c->sides.v[i];

		s->id = (i64)i + 1;
		link_ascend(r, place, i, s[i > 0 ? -1 : 0].no, s->no);
		for (size_t j = 0; j < s->members.n; j++) {
			if (!member_found(d, &s->members.v[j]))
				link_refuse(r, "%s[%zu].members[%zu]",
					    place, i, j);
		}
	}
	place = arena_print(r->mem, "conflicts[%zu].ways", at);
	for (size_t i = 0; i < c->ways.n; i++) {
		struct way *way = &c->ways.v[i];

		way->id = (i64)i + 1;
		link_ascend(r, place, i, way[i > 0 ? -1 : 0].no, way->no);
	}
}

static void link_conflicts(struct json_reader *r, struct document *d)
{
	for (size_t i = 0; i < d->conflicts.n; i++) {
		struct conflict *c = &d->conflicts.v[i];

		c->id = (i64)i + 1;
		c->assessment = d->a.id;
		c->assessment_key = d->a.key;
		c->subject_title = d->subject.title;
		link_ascend(r, "conflicts", i, c[i > 0 ? -1 : 0].no, c->no);
		link_sides(r, d, c, i);
	}
}

static void link_positions(struct json_reader *r, struct document *d)
{
	for (size_t i = 0; i < d->positions.n; i++) {
		struct position *it = &d->positions.v[i];
		const struct priority *p = NUMBERED(&d->priorities,
		                                    it->priority_no);
		const struct finding *f = NUMBERED(&d->findings,
		                                   it->finding_no);

		it->id = (i64)i + 1;
		it->priority = p == NULL ? 0 : p->id;
		it->finding = f == NULL ? 0 : f->id;
		link_ascend(r, "positions", i, it[i > 0 ? -1 : 0].no, it->no);
		if (p == NULL && it->priority_no != 0)
			link_refuse(r, "positions[%zu].priority", i);
		if (f == NULL && it->finding_no != 0)
			link_refuse(r, "positions[%zu].finding", i);
	}
}

static bool source_found(const struct document *d, struct action_source *s)
{
	const struct finding *f = NUMBERED(&d->findings, s->finding_no);
	const struct conflict *c = NUMBERED(&d->conflicts, s->conflict_no);
	const struct actor_link *l = NUMBERED(&d->links, s->actor_link_no);

	if (f != NULL)
		s->finding = f->id;
	if (c != NULL) {
		s->conflict = c->id;
		s->conflict_sign = c->sign;
	}
	if (l != NULL) {
		s->actor_link = l->id;
		s->actor_name = l->name;
	}
	return f != NULL || c != NULL || l != NULL;
}

static void link_actions(struct json_reader *r, struct document *d)
{
	for (size_t i = 0; i < d->actions.n; i++) {
		struct action *a = &d->actions.v[i];

		a->id = (i64)i + 1;
		a->assessment = d->a.id;
		a->assessment_key = d->a.key;
		a->subject_title = d->subject.title;
		link_ascend(r, "actions", i, a[i > 0 ? -1 : 0].no, a->no);
		for (size_t j = 0; j < a->sources.n; j++) {
			if (!source_found(d, &a->sources.v[j]))
				link_refuse(r, "actions[%zu].sources[%zu]",
					    i, j);
		}
	}
}

/* Who said it is one of those asked in the same round. */
static void link_comments(struct json_reader *r, const struct document *d,
                          struct review *v, size_t at)
{
	const char *place = arena_print(r->mem, "reviews[%zu].comments", at);

	for (size_t i = 0; i < v->comments.n; i++) {
		struct comment *c = &v->comments.v[i];
		const struct reviewer *e = NUMBERED(&v->reviewers,
		                                    c->reviewer_no);

		link_ascend(r, place, i, c[i > 0 ? -1 : 0].no, c->no);
		if (e == NULL)
			link_refuse(r, "%s[%zu].reviewer", place, i);
		if (c->finding_no != 0 &&
		    NUMBERED(&d->findings, c->finding_no) == NULL)
			link_refuse(r, "%s[%zu].finding", place, i);
		if (e == NULL)
			continue;
		c->reviewer = e->id;
		c->reviewer_name = e->name;
		c->reviewer_kind = e->kind;
		c->authority = e->authority;
	}
}

/* Two of one name in a round, or of one number in two, are a complaint. */
static bool asked_before(const struct document *d, size_t at, size_t j)
{
	const struct reviewer *e = &d->reviews.v[at].reviewers.v[j];

	for (size_t i = 0; i < at; i++)
		if (NUMBERED(&d->reviews.v[i].reviewers, e->no) != NULL)
			return true;
	for (size_t i = 0; i < j; i++)
		if (same(d->reviews.v[at].reviewers.v[i].name, e->name))
			return true;
	return false;
}

static bool said_before(const struct document *d, size_t at, i64 no)
{
	for (size_t i = 0; i < at; i++)
		if (NUMBERED(&d->reviews.v[i].comments, no) != NULL)
			return true;
	return false;
}

static void link_reviews(struct json_reader *r, struct document *d)
{
	i64 asked = 0;

	for (size_t i = 0; i < d->reviews.n; i++) {
		struct review *v = &d->reviews.v[i];
		const char *place = arena_print(r->mem,
			"reviews[%zu].reviewers", i);

		v->id = (i64)i + 1;
		link_ascend(r, "reviews", i, v[i > 0 ? -1 : 0].no, v->no);
		for (size_t j = 0; j < v->reviewers.n; j++) {
			struct reviewer *e = &v->reviewers.v[j];

			e->id = ++asked;
			e->review = v->id;
			link_ascend(r, place, j, e[j > 0 ? -1 : 0].no, e->no);
			if (asked_before(d, i, j))
				link_refuse(r, "%s[%zu]", place, j);
		}
		link_comments(r, d, v, i);
		for (size_t j = 0; j < v->comments.n; j++)
			if (said_before(d, i, v->comments.v[j].no))
				link_refuse(r, "reviews[%zu].comments[%zu].no",
				            i, j);
	}
}

static void link_changes(struct json_reader *r, struct document *d)
{
	for (size_t i = 0; i < d->changes.n; i++) {
		struct proposal_change *c = &d->changes.v[i];
		const struct conflict *k = NUMBERED(&d->conflicts,
		                                    c->conflict_no);

		c->id = (i64)i + 1;
		c->conflict_sign = k == NULL ? 0 : k->sign;
		link_ascend(r, "changes", i, c[i > 0 ? -1 : 0].no, c->no);
		if (c->finding_no != 0 &&
		    NUMBERED(&d->findings, c->finding_no) == NULL)
			link_refuse(r, "changes[%zu].finding", i);
		if (c->conflict_no != 0 && k == NULL)
			link_refuse(r, "changes[%zu].conflict", i);
		if (c->comment_no != 0 &&
		    !said_before(d, d->reviews.n, c->comment_no))
			link_refuse(r, "changes[%zu].comment", i);
	}
}

/* Only consultations may be several. */
static bool is_twice(const struct duty_list *all, size_t at)
{
	const struct duty *d = &all->v[at];

	for (size_t i = 0; i < at && d->kind != DUTY_CONSULTATION; i++)
		if (all->v[i].kind == d->kind &&
		    same(all->v[i].local, d->local))
			return true;
	return false;
}

static void link_duties(struct json_reader *r, struct document *d)
{
	for (size_t i = 0; i < d->duties.n; i++) {
		struct duty *it = &d->duties.v[i];

		it->id = (i64)i + 1;
		link_ascend(r, "duties", i, it[i > 0 ? -1 : 0].no, it->no);
		if (is_twice(&d->duties, i))
			link_refuse(r, "duties[%zu].kind", i);
		for (size_t j = 0; j < it->parties.n; j++) {
			struct duty_party *p = &it->parties.v[j];
			const struct actor *a = document_actor(d, p->key);

			p->actor = a == NULL ? 0 : a->id;
			p->name = a == NULL ? "" : a->name;
			if (a == NULL)
				link_refuse(r, "duties[%zu].parties[%zu]",
					    i, j);
		}
	}
}

static void link_gates(struct json_reader *r, struct document *d)
{
	for (size_t i = 0; i < d->gates.n; i++) {
		struct gate_choice *g = &d->gates.v[i];

		g->id = (i64)i + 1;
		link_ascend(r, "gates", i, g[i > 0 ? -1 : 0].no, g->no);
	}
	for (size_t i = 0; i < d->relations.n; i++) {
		struct relation *x = &d->relations.v[i];
		const struct priority *p = NUMBERED(&d->priorities,
		                                    x->priority_no);

		x->id = (i64)i + 1;
		x->priority = p == NULL ? 0 : p->id;
		link_ascend(r, "relations", i, x[i > 0 ? -1 : 0].no, x->no);
		if (p == NULL && x->priority_no != 0)
			link_refuse(r, "relations[%zu].priority", i);
	}
}

void document_link_after(struct json_reader *r, struct document *d)
{
	link_gates(r, d);
	link_conflicts(r, d);
	link_positions(r, d);
	link_actions(r, d);
	link_duties(r, d);
	link_reviews(r, d);
	link_changes(r, d);
	for (size_t i = 1; i < d->counters.n; i++) {
		const struct counter *c = &d->counters.v[i];

		if (strcmp(c[-1].kind, c->kind) >= 0)
			link_refuse(r, "counters[%zu].kind", i);
	}
}
