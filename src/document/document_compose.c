#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "db/db.h"
#include "document/document_link.h"

/*
 * From the rooms to one value, in the order it is written in. What the rooms
 * keep of things no longer covered (a priority taken out, a finding removed)
 * is not in it, nor anything that points at them.
 */

/* -- order --------------------------------------------------------------- */

static int by_no(const void *a, const void *b, void *offset)
{
	i64 x, y;

	memcpy(&x, (const char *)a + *(const size_t *)offset, sizeof x);
	memcpy(&y, (const char *)b + *(const size_t *)offset, sizeof y);
	return x < y ? -1 : x > y;
}

static void sort_by_no(void *v, size_t n, size_t size, size_t offset)
{
	if (n > 1)
		qsort_r(v, n, size, by_no, &offset);
}
#define SORT(list)                                                      \
	sort_by_no((list)->v, (list)->n, sizeof *(list)->v,             \
	           offsetof(__typeof__(*(list)->v), no))

/* Where a goal stands in the document, over all its frameworks. */
static size_t place_of(const struct document *d, i64 goal)
{
	size_t place = 0;

	for (size_t i = 0; i < d->frameworks.n; i++) {
		const struct goal_list *goals = &d->frameworks.v[i].goals;

		for (size_t j = 0; j < goals->n; j++, place++) {
			if (goals->v[j].id == goal)
				return place;
		}
	}
	return SIZE_MAX;
}

static int by_goal(const void *a, const void *b, void *document)
{
	size_t x = place_of(document, ((const struct mark *)a)->goal);
	size_t y = place_of(document, ((const struct mark *)b)->goal);

	return x < y ? -1 : x > y;
}

static int by_relevance(const void *a, const void *b, void *document)
{
	const struct relevant *x = a, *y = b;
	size_t at = place_of(document, x->goal);
	size_t other = place_of(document, y->goal);

	if (x->priority_no != y->priority_no)
		return x->priority_no < y->priority_no ? -1 : 1;
	return at < other ? -1 : at > other;
}

static int by_means(const void *a, const void *b)
{
	const struct answer *x = a, *y = b;

	if (x->priority_no != y->priority_no)
		return x->priority_no < y->priority_no ? -1 : 1;
	return strcmp(x->means, y->means);
}

static int by_kind(const void *a, const void *b)
{
	return strcmp(((const struct counter *)a)->kind,
	              ((const struct counter *)b)->kind);
}

static void put_in_order(struct document *d)
{
	struct finding_list *f = &d->findings;

	SORT(f);
	SORT(&d->links);
	SORT(&d->occasions);
	SORT(&d->conflicts);
	SORT(&d->positions);
	SORT(&d->actions);
	SORT(&d->changes);
	SORT(&d->reviews);
	SORT(&d->duties);
	SORT(&d->relations);
	for (size_t i = 0; i < f->n; i++) {
		if (f->v[i].marks.n > 1)
			qsort_r(f->v[i].marks.v, f->v[i].marks.n,
			        sizeof *f->v[i].marks.v, by_goal, d);
	}
	if (d->relevance.n > 1)
		qsort_r(d->relevance.v, d->relevance.n,
		        sizeof *d->relevance.v, by_relevance, d);
	if (d->answers.n > 1)
		qsort(d->answers.v, d->answers.n, sizeof *d->answers.v,
		      by_means);
	if (d->counters.n > 1)
		qsort(d->counters.v, d->counters.n, sizeof *d->counters.v,
		      by_kind);
}

/* -- what is covered ----------------------------------------------------- */

/* Wordings up to the one judged in: later ones belong to a later version. */
static enum status read_priorities(struct scope *s, struct document *d)
{
	struct priority_list all = {0};

	TRY(scope_list(s, d->a.id, &d->priorities));
	TRY(priority_list(s, d->a.subject, true, &all));
	SORT(&d->priorities);
	SORT(&all);
	for (size_t i = 0; i < d->priorities.n; i++) {
		struct priority *p = &d->priorities.v[i];
		const struct priority *full = NUMBERED(&all, p->no);

		for (size_t j = 0; full != NULL && j < full->wordings.n; j++) {
			if (full->wordings.v[j].no <= p->now.no)
				*PUSH(s->mem, &p->wordings) =
					full->wordings.v[j];
		}
	}
	return OK;
}

/* A framework may have been set aside after goals of it were marked. */
static enum status find_framework(struct scope *s, struct document *d,
                                  i64 goal)
{
	struct framework_list all = {0};

	if (place_of(d, goal) != SIZE_MAX)
		return OK;
	TRY(framework_list(s, &all));
	for (size_t i = 0; i < all.n; i++) {
		struct framework f = {0};

		TRY(framework_get(s, all.v[i].id, &f));
		for (size_t j = 0; j < f.goals.n; j++) {
			if (f.goals.v[j].id != goal)
				continue;
			*PUSH(s->mem, &d->frameworks) = f;
			return OK;
		}
	}
	return NOT_FOUND;
}

/* Of the lists that stand on a priority, what stands on one that is here. */
static void keep_covered(struct document *d)
{
	size_t relevant = 0, answers = 0, findings = 0, relations = 0;
	size_t asides = 0;

	for (size_t i = 0; i < d->relevance.n; i++) {
		if (NUMBERED(&d->priorities, d->relevance.v[i].priority_no))
			d->relevance.v[relevant++] = d->relevance.v[i];
	}
	for (size_t i = 0; i < d->asides.n; i++) {
		if (NUMBERED(&d->priorities, d->asides.v[i].priority_no))
			d->asides.v[asides++] = d->asides.v[i];
	}
	for (size_t i = 0; i < d->answers.n; i++) {
		const struct answer *a = &d->answers.v[i];

		if (a->priority == 0 ||
		    NUMBERED(&d->priorities, a->priority_no))
			d->answers.v[answers++] = *a;
	}
	for (size_t i = 0; i < d->findings.n; i++) {
		const struct finding *f = &d->findings.v[i];
		const struct priority *p = NUMBERED(&d->priorities,
		                                    f->priority_no);

		if (p != NULL && NUMBERED(&p->wordings, f->wording_no))
			d->findings.v[findings++] = *f;
	}
	for (size_t i = 0; i < d->relations.n; i++) {
		const struct relation *x = &d->relations.v[i];

		if (x->priority == 0 ||
		    NUMBERED(&d->priorities, x->priority_no))
			d->relations.v[relations++] = *x;
	}
	d->relations.n = relations;
	d->relevance.n = relevant;
	d->asides.n = asides;
	d->answers.n = answers;
	d->findings.n = findings;
}

static void keep_members(const struct document *d, struct side *s)
{
	size_t n = 0;

	for (size_t i = 0; i < s->members.n; i++) {
		struct side_member m = s->members.v[i];

		if (NUMBERED(&d->findings, m.finding_no) || m.goal != 0 ||
		    m.actor != 0)
			s->members.v[n++] = m;
	}
	s->members.n = n;
}

static void keep_sources(const struct document *d, struct action *a)
{
	size_t n = 0;

	for (size_t i = 0; i < a->sources.n; i++) {
		struct action_source it = a->sources.v[i];

		if (NUMBERED(&d->findings, it.finding_no) ||
		    NUMBERED(&d->conflicts, it.conflict_no) ||
		    NUMBERED(&d->links, it.actor_link_no))
			a->sources.v[n++] = it;
	}
	a->sources.n = n;
}

static bool has_comment(const struct document *d, i64 no)
{
	for (size_t i = 0; i < d->reviews.n; i++)
		if (NUMBERED(&d->reviews.v[i].comments, no) != NULL)
			return true;
	return false;
}

/* A reason that is there no longer is none. */
static void keep_reasons(const struct document *d,
                         struct proposal_change *c)
{
	if (NUMBERED(&d->findings, c->finding_no) == NULL)
		c->finding_no = 0;
	if (NUMBERED(&d->conflicts, c->conflict_no) == NULL)
		c->conflict_no = 0;
	if (!has_comment(d, c->comment_no))
		c->comment_no = 0;
}

static void keep_reviews(struct document *d)
{
	for (size_t i = 0; i < d->changes.n; i++)
		keep_reasons(d, &d->changes.v[i]);
	for (size_t i = 0; i < d->reviews.n; i++) {
		struct comment_list *said = &d->reviews.v[i].comments;

		for (size_t j = 0; j < said->n; j++)
			if (NUMBERED(&d->findings, said->v[j].finding_no) ==
			    NULL)
				said->v[j].finding_no = 0;
	}
}

static void keep_standing(struct document *d)
{
	for (size_t i = 0; i < d->conflicts.n; i++) {
		struct side_list *sides = &d->conflicts.v[i].sides;

		for (size_t j = 0; j < sides->n; j++)
			keep_members(d, &sides->v[j]);
	}
	for (size_t i = 0; i < d->actions.n; i++)
		keep_sources(d, &d->actions.v[i]);
	for (size_t i = 0; i < d->positions.n; i++) {
		struct position *p = &d->positions.v[i];

		if (NUMBERED(&d->findings, p->finding_no) == NULL)
			p->finding = p->finding_no = 0;
		if (NUMBERED(&d->priorities, p->priority_no) == NULL)
			p->priority = p->priority_no = 0;
	}
	keep_reviews(d);
}

/* -- all of it ----------------------------------------------------------- */

static enum status read_ground(struct scope *s, i64 id, struct document *d)
{
	TRY(assess_get(s, id, &d->a));
	TRY(org_get(s, s->org, &d->org));
	TRY(subject_get(s, d->a.subject, &d->subject));
	TRY(method_get(s, d->a.method, &d->method));
	TRY(used_list(s, id, &d->frameworks));
	return read_priorities(s, d);
}

static enum status read_found(struct scope *s, i64 id, struct document *d)
{
	TRY(screening_of_assessment(s, id, &d->screenings));
	TRY(relevance_list(s, id, &d->relevance));
	TRY(aside_list(s, id, &d->asides));
	TRY(answer_list(s, id, &d->answers));
	TRY(finding_list(s, id, &d->findings));
	TRY(actor_link_list(s, id, &d->links));
	TRY(occasion_list(s, id, &d->occasions));
	TRY(conflict_list(s, id, &d->conflicts));
	TRY(position_list(s, id, &d->positions));
	TRY(action_list(s, id, &d->actions));
	TRY(proposal_change_list(s, id, &d->changes));
	TRY(review_list(s, id, &d->reviews));
	TRY(duty_list(s, id, &d->duties));
	TRY(gate_list(s, id, &d->gates));
	TRY(relation_list(s, id, &d->relations));
	return counter_list(s, id, &d->counters);
}

/* Every goal that something stands on has its framework here. */
static enum status read_frameworks(struct scope *s, struct document *d)
{
	for (size_t i = 0; i < d->relevance.n; i++)
		TRY(find_framework(s, d, d->relevance.v[i].goal));
	for (size_t i = 0; i < d->findings.n; i++) {
		const struct mark_list *marks = &d->findings.v[i].marks;

		for (size_t j = 0; j < marks->n; j++)
			TRY(find_framework(s, d, marks->v[j].goal));
	}
	for (size_t i = 0; i < d->conflicts.n; i++) {
		const struct side_list *sides = &d->conflicts.v[i].sides;

		for (size_t j = 0; j < sides->n; j++) {
			const struct side_member_list *all =
				&sides->v[j].members;

			for (size_t k = 0; k < all->n; k++)
				if (all->v[k].goal != 0)
					TRY(find_framework(s, d,
					                   all->v[k].goal));
		}
	}
	return OK;
}

enum status document_compose(struct scope *s, i64 assessment,
                             struct document *d)
{
	*d = (struct document){0};
	TRY(read_ground(s, assessment, d));
	TRY(read_found(s, assessment, d));
	put_in_order(d);
	keep_covered(d);
	keep_standing(d);
	TRY(read_frameworks(s, d));
	document_thin(s->mem, d);
	put_in_order(d);
	return document_registers(s, d);
}
