#include "base/text.h"
#include "review/review.h"

bool review_is_over(enum assessment_state state,
                    const struct review_list *all)
{
	return assessment_may_become(state, ASSESS_REVIEWED) &&
	       !assessment_is_final(state) && state != ASSESS_PAUSED &&
	       state != ASSESS_STOPPED && reviews_are_done(all);
}

bool comment_is_late(enum assessment_state state, const struct review *v)
{
	return assessment_is_final(state) || v->closed_at != 0;
}

/* -- who is to be told --------------------------------------------------- */

static bool was_told(const struct reporting_list *all, enum owed_kind kind,
                     i64 no)
{
	for (size_t i = 0; i < all->n; i++)
		for (size_t j = 0; j < all->v[i].to.n; j++)
			if (!all->v[i].removed &&
			    all->v[i].to.v[j].kind == kind &&
			    all->v[i].to.v[j].no == no)
				return true;
	return false;
}

static void owe(struct arena *mem, const struct reporting_list *all,
                struct owed_list *out, struct owed one)
{
	one.told = was_told(all, one.kind, one.no);
	*PUSH(mem, out) = one;
}

static bool has_said(const struct review *v, const struct reviewer *e)
{
	for (size_t i = 0; i < v->comments.n; i++)
		if (v->comments.v[i].reviewer == e->id)
			return true;
	return false;
}

void owed_of(struct arena *mem, const struct actor_link_list *links,
             const struct occasion_list *occasions,
             const struct review_list *reviews,
             const struct reporting_list *told, struct owed_list *out)
{
	for (size_t i = 0; i < occasions->n; i++) {
		const struct occasion *o = &occasions->v[i];

		if (o->state != OCCASION_PLANNED)
			owe(mem, told, out, (struct owed){ OWED_OCCASION,
			    o->no, o->what, false });
	}
	for (size_t i = 0; i < links->n; i++)
		if (links->v[i].present == PRESENT)
			owe(mem, told, out, (struct owed){ OWED_ACTOR,
			    links->v[i].no, links->v[i].name, false });
	for (size_t i = 0; i < reviews->n; i++)
		for (size_t j = 0; j < reviews->v[i].reviewers.n; j++) {
			const struct reviewer *e =
				&reviews->v[i].reviewers.v[j];

			if (has_said(&reviews->v[i], e))
				owe(mem, told, out, (struct owed){
				    OWED_REVIEWER, e->no, e->name, false });
		}
}
