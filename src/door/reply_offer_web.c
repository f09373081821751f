/* What page 2 of a reply offers to judge; see reply_offer.h. */
#include <string.h>

#include "assess/finding_form.h"
#include "base/text.h"
#include "door/reply_offer.h"

const char *slot_field(const struct req *r, const char *what, int slot)
{
	return arena_print(r->s.mem, "%s%d", what, slot);
}

bool goal_is_whole(const struct goal *g)
{
	return goal_is_judged(g) && g->kind != GOAL_TARGET;
}

bool goal_is_marked(const struct view *v, i64 goal)
{
	for (size_t i = 0; i < v->findings.n; i++)
		for (size_t k = 0; k < v->findings.v[i].marks.n; k++)
			if (v->findings.v[i].marks.v[k].goal == goal)
				return true;
	return false;
}

i64 reply_room(const struct view *v)
{
	if (v->a.depth != DEPTH_QUICK)
		return REPLY_GOALS;
	return v->findings.n >= REPLY_GOALS ? 0 :
	       REPLY_GOALS - (i64)v->findings.n;
}

const struct goal *goal_called(const struct framework_list *all,
                               const char *value, bool *paths)
{
	for (size_t i = 0; i < all->n; i++)
		for (size_t k = 0; k < all->v[i].goals.n; k++) {
			const struct goal *g = &all->v[i].goals.v[k];
			size_t n = strlen(g->framework_code);

			if (!goal_is_whole(g) ||
			    strncmp(value, g->framework_code, n) != 0 ||
			    value[n] != ' ' || !same(value + n + 1, g->code))
				continue;
			*paths = has_path(&all->v[i]);
			return g;
		}
	return NULL;
}

/* -- what the text suggests ----------------------------------------------- */

/* All of it where it was kept whole, else what the facts hold. */
static enum status text_of(struct req *r, const struct short_reply *p,
                           const char **text)
{
	const struct attachment_list *all = &p->what.attachments;

	*text = or_empty(p->what.description);
	for (size_t i = 0; i < all->n; i++) {
		struct attachment a = {0};
		struct bytes bytes = {0};
		enum status found;

		if (!same(all->v[i].type, "text/plain"))
			continue;
		found = attachment_get(&r->s, p->what.id, all->v[i].key, &a,
		                       &bytes);
		if (found == NOT_FOUND || bytes.n > SUGGEST_TEXT ||
		    !text_valid(bytes.v, bytes.n))
			continue;
		TRY(found);
		*text = arena_text(r->s.mem, bytes.v, bytes.n);
	}
	return OK;
}

/* A target stands for its goal: the quick check is of goals. */
static const struct goal *whole_of(const struct goal_hint *h)
{
	const struct framework *f = h->framework;

	if (goal_is_whole(h->goal))
		return h->goal;
	for (size_t i = 0; i < f->goals.n; i++)
		if (same(f->goals.v[i].code, h->goal->parent) &&
		    goal_is_whole(&f->goals.v[i]))
			return &f->goals.v[i];
	return NULL;
}

static void offer(struct req *r, const struct view *v,
                  const struct goal_hint *h, struct offer_list *out)
{
	const struct goal *g = whole_of(h);

	if (g == NULL || goal_is_marked(v, g->id))
		return;
	for (size_t i = 0; i < out->n; i++)
		if (out->v[i].goal == g)
			return;
	*PUSH(r->s.mem, out) = (struct offer){ .goal = g, .hint = h };
	out->v[out->n - 1].slot = (int)out->n;
}

enum status reply_offers(struct req *r, const struct short_reply *p,
                         struct framework_list *used,
                         struct offer_list *out)
{
	struct goal_hint_list *hints = NEW(r->s.mem, struct goal_hint_list);
	const char *text = "";

	TRY(text_of(r, p, &text));
	TRY(suggest_for(r, text, used, 4 * REPLY_GOALS, hints));
	for (size_t i = 0; i < hints->n; i++)
		if (out->n < (size_t)reply_room(&p->v))
			offer(r, &p->v, &hints->v[i], out);
	return OK;
}

static const char *typed(const struct req *r, const char *name)
{
	const struct field_list *all = r->form_failed ? &r->fields :
	                               &r->form_draft;

	for (size_t i = 0; i < all->n; i++)
		if (same(all->v[i].name, name))
			return all->v[i].value;
	return NULL;
}

bool offers_typed(struct req *r, const struct framework_list *used,
                  struct offer_list *offers)
{
	struct offer_list was = {0};
	bool paths;

	for (int i = 1; i <= REPLY_GOALS; i++) {
		const char *value = typed(r, slot_field(r, "goal", i));
		const struct goal *g = value == NULL ? NULL :
		                       goal_called(used, value, &paths);
		struct offer o = { .goal = g, .slot = i };

		for (size_t k = 0; g != NULL && k < offers->n; k++)
			if (offers->v[k].goal == g)
				o.hint = offers->v[k].hint;
		if (g != NULL)
			*PUSH(r->s.mem, &was) = o;
	}
	if (r->form_failed || was.n > 0)
		*offers = was;
	return r->form_failed || was.n > 0;
}
