/* Proposals of a meeting: who is missing becomes actors, what shall be done
 * actions. Those merged go with the one that stands for them. */
#include "action/action.h"
#include "actor/actor.h"
#include "base/text.h"
#include "db/db.h"
#include "workshop/take.h"

enum { NAME = 200 };

struct taking {
	struct scope         *s;
	const struct meeting *m;
	struct trace_list     before;   /* taken in earlier */
};

static const struct item *item_of(const struct meeting *m, i64 id)
{
	for (size_t i = 0; i < m->items.n; i++)
		if (m->items.v[i].id == id)
			return &m->items.v[i];
	return NULL;
}

static const char *stamp(struct scope *s, const struct idea *d)
{
	return arena_print(s->mem, "idea %lld", d->no);
}

static bool is_taken(const struct taking *t, const struct idea *d)
{
	const char *made = stamp(t->s, d);

	for (size_t i = 0; i < t->before.n; i++)
		if (same(t->before.v[i].made, made))
			return true;
	return false;
}

/* Not merged, or into something that was taken away. */
static bool stands(const struct meeting *m, const struct idea *d)
{
	for (size_t i = 0; i < m->ideas.n; i++)
		if (m->ideas.v[i].id == d->into)
			return false;
	return true;
}

/* What it says, and what was merged into it, each once. */
static const char *details(const struct taking *t, const struct idea *d)
{
	const char *text = or_empty(d->detail);

	for (size_t i = 0; i < t->m->ideas.n; i++) {
		const struct idea *it = &t->m->ideas.v[i];

		if (it->into != d->id || text_blank(it->detail) ||
		    same(it->detail, text))
			continue;
		text = text_blank(text) ? it->detail : arena_print(t->s->mem,
			"%s\n%s", text, it->detail);
	}
	return text;
}

static enum status trace_one(const struct taking *t, enum trace_kind kind,
                             i64 no, const struct idea *d)
{
	struct trace made = { .kind = kind, .no = no, .item = d->item,
		.board = d->board, .made = stamp(t->s, d) };

	return is_taken(t, d) ? OK : trace_note(t->s, t->m->w.id,
		t->m->w.assessment, &made);
}

static enum status trace_all(const struct taking *t, enum trace_kind kind,
                             i64 no, const struct idea *d)
{
	TRY(trace_one(t, kind, no, d));
	for (size_t i = 0; i < t->m->ideas.n; i++)
		if (t->m->ideas.v[i].into == d->id)
			TRY(trace_one(t, kind, no, &t->m->ideas.v[i]));
	return OK;
}

/* -- who is missing ------------------------------------------------------ */

static bool is_missing(const struct taking *t, const struct idea *d)
{
	bool missing = d->missing;

	for (size_t i = 0; i < t->m->ideas.n; i++)
		missing = missing || (t->m->ideas.v[i].into == d->id &&
		                      t->m->ideas.v[i].missing);
	return missing;
}

/* What somebody wrote of it before stays; only what is empty is filled. */
static enum status fill(const struct taking *t, struct actor_link *l,
                        bool missing, const char *plan)
{
	bool wanted = missing && !l->missing && l->present != PRESENT;
	bool planned = text_blank(l->plan) && !text_blank(plan);

	if (!wanted && !planned)
		return OK;
	l->missing = l->missing || wanted;
	if (planned)
		l->plan = plan;
	return actor_link_change(t->s, t->m->w.assessment, l);
}

static enum status take_actor(const struct taking *t, const struct idea *d)
{
	struct actor a = { .kind = ACTOR_OTHER,
		.name = text_short(t->s->mem, d->text, NAME) };
	struct actor_link l = {
		.role = d->role == 0 ? ROLE_AFFECTED : d->role,
		.missing = is_missing(t, d), .plan = details(t, d) };
	struct actor_link_list all = {0};
	i64 id;

	TRY(actor_find_or_note(t->s, &a, &l.actor));
	TRY(actor_link_list(t->s, t->m->w.assessment, &all));
	for (size_t i = 0; i < all.n; i++) {
		if (all.v[i].actor != l.actor)
			continue;
		TRY(fill(t, &all.v[i], l.missing, l.plan));
		return trace_all(t, TRACE_ACTOR, all.v[i].no, d);
	}
	TRY(actor_link_note(t->s, t->m->w.assessment, &l, &id));
	return trace_all(t, TRACE_ACTOR, l.no, d);
}

/* "None, because …": a table's or the room's word for it. */
static const char *why_none(const struct meeting *m, const struct item *i)
{
	for (size_t k = 0; k < m->answers.verdicts.n; k++) {
		const struct verdict *v = &m->answers.verdicts.v[k];

		if (v->item == i->id && same(v->value, "none"))
			return v->other;
	}
	for (size_t k = 0; k < m->answers.replies.n; k++) {
		const struct board_reply *b = &m->answers.replies.v[k];

		if (b->item == i->id && same(b->value, "none") &&
		    !text_blank(b->other))
			return b->other;
	}
	return NULL;
}

/* "Vem saknas?" has its answer, unless somebody gave one before. */
static enum status answer_missing(const struct taking *t)
{
	const struct meeting *m = t->m;
	struct answer before = {0};
	const char *why = NULL;
	bool yes = false;
	enum status found;

	for (size_t i = 0; i < m->ideas.n; i++) {
		const struct item *of = item_of(m, m->ideas.v[i].item);

		yes = yes || (of != NULL && of->kind == ITEM_MISSING &&
		              m->ideas.v[i].missing);
	}
	for (size_t i = 0; i < m->items.n && why == NULL; i++)
		if (m->items.v[i].kind == ITEM_MISSING)
			why = why_none(m, &m->items.v[i]);
	if (!yes && text_blank(why))
		return OK;
	found = answer_get(t->s, m->w.assessment, 0, MEANS_MISSING, &before);
	if (found != NOT_FOUND)
		return found;
	return answer_set(t->s, m->w.assessment, 0, MEANS_MISSING,
	                  yes ? "yes" : "none", yes ? "" : why, 0);
}

/* -- what shall be done -------------------------------------------------- */

static enum action_purpose purpose_of(const struct finding *f)
{
	if (f->kind == FINDING_GAP)
		return PURPOSE_GAP;
	return finding_is_negative(f) ? PURPOSE_REDUCE : PURPOSE_STRENGTHEN;
}

static bool is_worry(const struct finding *f)
{
	return f->kind == FINDING_GAP || finding_is_negative(f);
}

/* Did it come of the item, and the goal if it names one? */
static bool is_from(const struct trace_list *traces, const struct finding *f,
                    const struct idea *d)
{
	for (size_t i = 0; i < traces->n; i++) {
		const struct trace *t = &traces->v[i];

		if (t->no == f->no && t->item == d->item_from &&
		    (d->goal_from == 0 || t->goal == d->goal_from))
			return true;
	}
	return false;
}

static void add_source(const struct taking *t, const struct finding *f,
                       struct action *a)
{
	if (a->sources.n == 0)
		a->purpose = purpose_of(f);
	PUSH(t->s->mem, &a->sources)->finding = f->id;
}

/* The finding it names, or what came of the item it names: harm and gaps if
 * there are any, since an action is for something. */
static enum status sources(const struct taking *t, const struct idea *d,
                           struct action *a)
{
	struct finding_list all = {0};
	struct trace_list traces = {0};

	TRY(finding_list(t->s, t->m->w.assessment, &all));
	TRY(trace_from(t->s, t->m->w.id, TRACE_FINDING, &traces));
	for (size_t i = 0; i < all.n; i++)
		if (all.v[i].no == d->finding_no || (d->finding_no == 0 &&
		    is_worry(&all.v[i]) &&
		    is_from(&traces, &all.v[i], d)))
			add_source(t, &all.v[i], a);
	for (size_t i = 0; a->sources.n == 0 && i < all.n; i++)
		if (is_from(&traces, &all.v[i], d))
			add_source(t, &all.v[i], a);
	return OK;
}

static enum status take_action(const struct taking *t, const struct idea *d)
{
	struct action a = { .purpose = PURPOSE_REDUCE,
		.state = ACTION_PROPOSED, .text = details(t, d),
		.title = text_short(t->s->mem, d->text, NAME) };
	i64 id;

	if (text_length(d->text) > NAME)
		a.text = arena_print(t->s->mem, "%s\n%s", d->text, a.text);
	TRY(sources(t, d, &a));
	TRY(action_note(t->s, t->m->w.assessment, &a, &id));
	return trace_all(t, TRACE_ACTION, a.no, d);
}

/* ------------------------------------------------------------------------ */

typedef enum status take_fn(const struct taking *, const struct idea *);

static enum status take_each(struct taking *t, enum item_kind kind,
                             enum trace_kind made, take_fn *take)
{
	t->before = (struct trace_list){0};
	TRY(trace_from(t->s, t->m->w.id, made, &t->before));
	for (size_t i = 0; i < t->m->ideas.n; i++) {
		const struct idea *d = &t->m->ideas.v[i];
		const struct item *of = item_of(t->m, d->item);

		if (of != NULL && of->kind == kind && stands(t->m, d) &&
		    !is_taken(t, d))
			TRY(take(t, d));
	}
	return OK;
}

enum status take_ideas(struct scope *s, const struct meeting *m)
{
	struct taking t = { .s = s, .m = m };

	TRY(take_each(&t, ITEM_MISSING, TRACE_ACTOR, take_actor));
	TRY(answer_missing(&t));
	return take_each(&t, ITEM_ACTIONS, TRACE_ACTION, take_action);
}
