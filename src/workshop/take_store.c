/* Findings of a meeting: new ones, and those whose answers changed. */
#include "action/action.h"
#include "base/text.h"
#include "db/db.h"
#include "workshop/take.h"

/* A finding made of this meeting's answers before. */
struct made {
	i64              no;
	const char      *digest;
	struct board_ids items, goals, boards;  /* no boards: the room */
	const struct finding *now;      /* NULL: somebody removed it */
	bool             free;          /* nobody has changed it since */
	bool             taken;         /* what it came of is still said */
};
struct made_list { struct made *v; size_t n, room; };

static bool holds(const struct board_ids *all, i64 id)
{
	for (size_t i = 0; i < all->n; i++)
		if (all->v[i] == id)
			return true;
	return false;
}

static void keep_id(struct scope *s, struct board_ids *all, i64 id)
{
	if (id != 0 && !holds(all, id))
		*PUSH(s->mem, all) = id;
}

static void gather(struct scope *s, const struct trace_list *traces,
                   struct made_list *out)
{
	for (size_t i = 0; i < traces->n; i++) {
		const struct trace *t = &traces->v[i];
		struct made *m = out->n == 0 ? NULL : &out->v[out->n - 1];

		if (m == NULL || m->no != t->no) {
			m = PUSH(s->mem, out);
			m->no = t->no;
			m->digest = t->made;
		}
		keep_id(s, &m->items, t->item);
		keep_id(s, &m->goals, t->goal);
		keep_id(s, &m->boards, t->board);
	}
}

static enum status made_before(struct scope *s, const struct meeting *m,
                               struct finding_list *now, struct made_list *out)
{
	struct trace_list traces = {0};

	TRY(trace_from(s, m->w.id, TRACE_FINDING, &traces));
	gather(s, &traces, out);
	if (out->n > 0)
		TRY(finding_list(s, m->w.assessment, now));
	for (size_t i = 0; i < out->n; i++)
		for (size_t k = 0; k < now->n; k++)
			if (now->v[k].no == out->v[i].no)
				out->v[i].now = &now->v[k];
	for (size_t i = 0; i < out->n; i++) {
		struct made *at = &out->v[i];

		at->free = at->now != NULL && same(at->digest,
			finding_digest(s->mem, at->now));
	}
	return OK;
}

/* -- which one is which -------------------------------------------------- */

/* Ever looser ways for an answer to be the one a finding was made of. */
enum closeness { THE_SAME, SAME_WORDS, SAME_BOARD, SAME_GOAL, CLOSENESS };

static bool share(const struct board_ids *a, const struct board_ids *b)
{
	for (size_t i = 0; i < a->n; i++)
		if (holds(b, a->v[i]))
			return true;
	return false;
}

static bool share_goal(const struct made *m, const struct found *n)
{
	for (size_t i = 0; i < n->f.marks.n; i++)
		if (holds(&m->goals, n->f.marks.v[i].goal))
			return true;
	return false;
}

static bool alike(struct scope *s, const struct made *m,
                  const struct found *n, enum closeness how)
{
	if (m->taken || !share(&m->items, &n->items))
		return false;
	switch (how) {
	case THE_SAME:
		return same(m->digest, finding_digest(s->mem, &n->f));
	case SAME_WORDS:
		return m->now != NULL && share(&m->boards, &n->boards) &&
		       same(m->now->sentence, n->f.sentence) &&
		       share_goal(m, n);
	case SAME_BOARD:
		return share(&m->boards, &n->boards) && share_goal(m, n);
	case SAME_GOAL:
		return (m->boards.n == 0 || n->boards.n == 0) &&
		       share_goal(m, n);
	case CLOSENESS:
		break;
	}
	return false;
}

static struct made **match(struct scope *s, struct made_list *was,
                           const struct found_list *all)
{
	struct made **of = arena_take(s->mem, (all->n + 1) * sizeof *of);

	for (int how = THE_SAME; was->n > 0 && how < CLOSENESS; how++)
		for (size_t i = 0; i < all->n; i++)
			for (size_t k = 0; of[i] == NULL && k < was->n; k++)
				if (alike(s, &was->v[k], &all->v[i],
				          (enum closeness)how)) {
					of[i] = &was->v[k];
					was->v[k].taken = true;
				}
	return of;
}

/* -- writing ------------------------------------------------------------- */

static enum status trace_found(struct scope *s, const struct meeting *m,
                               const struct found *n)
{
	struct trace t = { .kind = TRACE_FINDING, .no = n->f.no,
		.made = finding_digest(s->mem, &n->f) };

	for (size_t i = 0; i < n->f.marks.n; i++) {
		t.item = n->items.v[i];
		t.goal = n->f.marks.v[i].goal;
		t.board = 0;
		if (n->boards.n == 0)
			TRY(trace_note(s, m->w.id, m->w.assessment, &t));
		for (size_t k = 0; k < n->boards.n; k++) {
			t.board = n->boards.v[k];
			TRY(trace_note(s, m->w.id, m->w.assessment, &t));
		}
	}
	return OK;
}

static enum status note(struct scope *s, const struct meeting *m,
                        struct found *n)
{
	i64 id;

	TRY(finding_note(s, m->w.assessment, &n->f, &id));
	return trace_found(s, m, n);
}

/* Nobody has touched it, and what handles it handles it still. */
static bool may_follow(const struct made *was, const struct found *n,
                       const struct remedies *all)
{
	const struct finding *now = was->now;

	if (!was->free)
		return false;
	return finding_handled(now, &all->conflicts, &all->positions,
	                       &all->actions) == BY_NOTHING ||
	       (now->kind == n->f.kind && finding_is_negative(now) ==
	        finding_is_negative(&n->f));
}

static enum status follow(struct scope *s, const struct meeting *m,
                          const struct made *was, struct found *n)
{
	n->f.no = was->no;
	n->f.version = was->now->version;
	TRY(finding_change(s, m->w.assessment, &n->f));
	TRY(trace_drop(s, m->w.id, TRACE_FINDING, was->no));
	return trace_found(s, m, n);
}

static enum status take(struct scope *s, const struct meeting *m,
                        const struct made *was, struct found *n,
                        const struct remedies *all)
{
	if (was == NULL)
		return note(s, m, n);
	if (same(was->digest, finding_digest(s->mem, &n->f)))
		return OK;
	return may_follow(was, n, all) ? follow(s, m, was, n) :
	       note(s, m, n);
}

/* Its tables say something else now, and nobody has leaned on it. */
static enum status let_go(struct scope *s, const struct meeting *m,
                          const struct made_list *was,
                          const struct remedies *all)
{
	for (size_t i = 0; i < was->n; i++) {
		const struct made *at = &was->v[i];

		if (!at->taken && at->free && finding_handled(at->now,
		    &all->conflicts, &all->positions, &all->actions) ==
		    BY_NOTHING)
			TRY(finding_remove(s, m->w.assessment, at->no, true));
	}
	return OK;
}

/* What the meeting asked about is asked about: unjudged until it is judged. */
static enum status ask_about(struct scope *s, const struct meeting *m)
{
	for (size_t i = 0; i < m->items.n; i++) {
		const struct item *at = &m->items.v[i];

		for (size_t k = 0; at->priority != 0 &&
		     at->state != ITEM_SKIPPED && k < at->goals.n; k++)
			TRY(relevance_add(s, m->w.assessment, at->priority,
			                  at->goals.v[k].goal));
	}
	return OK;
}

enum status take_findings(struct scope *s, const struct meeting *m,
                          const struct close_words *words)
{
	struct found_list all = {0};
	struct finding_list now = {0};
	struct made_list was = {0};
	struct remedies remedies = {0};
	struct made **of;

	for (size_t i = 0; i < m->items.n; i++)
		findings_of(s->mem, &m->items.v[i], 0, &m->answers, words,
		            &all);
	TRY(made_before(s, m, &now, &was));
	if (was.n > 0)
		TRY(remedies_read(s, m->w.assessment, &remedies));
	TRY(ask_about(s, m));
	of = match(s, &was, &all);
	for (size_t i = 0; i < all.n; i++)
		TRY(take(s, m, of[i], &all.v[i], &remedies));
	return let_go(s, m, &was, &remedies);
}
