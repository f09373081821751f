#include "assess/assess.h"
#include "assess/gate.h"
#include "assess/state.h"
#include "base/text.h"

bool assessment_is_final(enum assessment_state s)
{
	switch (s) {
	case ASSESS_DRAFT:
	case ASSESS_ONGOING:
	case ASSESS_COMPILED:
	case ASSESS_REVIEWED:
	case ASSESS_PAUSED:
	case ASSESS_STOPPED:
		return false;
	case ASSESS_DONE:
	case ASSESS_FINAL:
	case ASSESS_REPORTED:
	case ASSESS_FOLLOWED:
	case ASSESS_CLOSED:
	case ASSESS_REPLACED:
		return true;
	}
	return true;
}

/*
 * Forward along draft … closed, where optional states may be skipped and none
 * is returned to (B3.4); Klar and Fastställd are two ends of the same road.
 * Aside to paused and stopped, and back from there while nothing is final.
 */
bool assessment_may_become(enum assessment_state from,
                           enum assessment_state to)
{
	if (from == to || from == ASSESS_REPLACED)
		return false;
	if (to == ASSESS_REPLACED)
		return assessment_is_final(from);
	if (to == ASSESS_PAUSED || to == ASSESS_STOPPED)
		return !assessment_is_final(from);
	if (from == ASSESS_PAUSED || from == ASSESS_STOPPED)
		return to == ASSESS_ONGOING;
	if (from == ASSESS_DONE && to == ASSESS_FINAL)
		return false;
	return to > from;
}

bool assessment_is_moved(enum assessment_state from,
                         enum assessment_state to)
{
	if (!assessment_may_become(from, to))
		return false;
	switch (to) {
	case ASSESS_ONGOING:
		return from == ASSESS_PAUSED;
	case ASSESS_COMPILED:
		return from == ASSESS_ONGOING;
	case ASSESS_PAUSED:             /* the end at a stopping place stands */
		return from != ASSESS_STOPPED;
	case ASSESS_FOLLOWED:
	case ASSESS_CLOSED:
		return assessment_is_final(from);
	default:
		return false;
	}
}

bool judges_alternatives(const struct assessment *a, const struct method *m)
{
	return a->judged == JUDGED_ALTERNATIVE ||
	       (a->judged == JUDGED_BY_MODEL &&
	        same(m->judged_sv, "alternativ"));
}

bool assessment_is_late(enum subject_phase phase, size_t earlier)
{
	return phase == PHASE_BEFORE_DECISION && earlier == 0;
}

/* -- stopping places ----------------------------------------------------- */

const struct gate_choice *gate_latest(const struct gate_choice_list *all,
                                      const char *means)
{
	for (size_t i = all->n; i > 0; i--)
		if (same(all->v[i - 1].means, means))
			return &all->v[i - 1];
	return NULL;
}

bool gates_stop(const struct gate_choice_list *all)
{
	size_t n = all->n;

	while (n > 0 && all->v[n - 1].way != GATE_RESUME)
		n--;
	for (; n < all->n; n++)
		if (all->v[n].way == GATE_STOP &&
		    gate_latest(all, all->v[n].means) == &all->v[n])
			return true;
	return false;
}

/* -- findings ------------------------------------------------------------ */

static unsigned mark_flaws(const struct finding *f, const struct mark *m,
                           bool path)
{
	bool effect = f->kind == FINDING_EFFECT;

	if (effect != (m->direction != DIRECTION_NONE))
		return effect ? FINDING_NO_DIRECTION : FINDING_WRONG_KIND;
	if (effect && path && m->directness == WITHOUT_PATH)
		return FINDING_NO_DIRECTNESS;
	return 0;
}

unsigned finding_flaws(const struct finding *f, const bool *paths)
{
	unsigned flaws = 0;

	if (text_blank(f->sentence))
		flaws |= FINDING_NO_SENTENCE;
	if (f->marks.n == 0)
		flaws |= FINDING_NO_MARK;
	for (size_t i = 0; i < f->marks.n; i++) {
		flaws |= mark_flaws(f, &f->marks.v[i], paths[i]);
		for (size_t j = 0; j < i; j++)
			if (f->marks.v[i].goal == f->marks.v[j].goal)
				flaws |= FINDING_MARK_TWICE;
	}
	if (finding_is_negative(f) && text_blank(f->rationale))
		flaws |= FINDING_NO_RATIONALE;
	return flaws;
}

bool finding_is_negative(const struct finding *f)
{
	for (size_t i = 0; i < f->marks.n; i++)
		if (f->marks.v[i].direction == NEGATIVE)
			return true;
	return false;
}

struct finding_counts findings_count(const struct finding_list *all)
{
	struct finding_counts n = {0};

	for (size_t i = 0; i < all->n; i++) {
		const struct finding *f = &all->v[i];

		n.marks += (i64)f->marks.n;
		if (f->kind == FINDING_GAP)
			n.gap++;
		else if (f->kind == FINDING_LOOKED_AT)
			n.none++;
		else if (finding_is_negative(f))
			n.negative++;
		else
			n.positive++;
	}
	return n;
}

/* -- how a mark is drawn ------------------------------------------------- */

/* In the order of enum paper_mark, which draws the same on paper. */
static const struct { const char *class, *sign; } drawn[] = {
	{ "un", "" },
	{ "dp", "+" }, { "ip", "+" }, { "in", "−" }, { "dn", "−" },
	{ "rp", "+" }, { "rn", "−" },
	{ "no", "0" }, { "gap", "?" },
};

int mark_drawn(const struct mark *m, enum finding_kind kind)
{
	bool plus = m->direction == POSITIVE;

	if (kind == FINDING_GAP)
		return 8;
	if (m->direction == DIRECTION_NONE)
		return 7;
	switch (m->directness) {
	case WITHOUT_PATH:
		return plus ? 5 : 6;
	case DIRECT:
		return plus ? 1 : 4;
	case INDIRECT:
		return plus ? 2 : 3;
	}
	return 0;
}

const char *mark_class(const struct mark *m, enum finding_kind kind)
{
	return drawn[mark_drawn(m, kind)].class;
}

const char *mark_sign(const struct mark *m, enum finding_kind kind)
{
	return drawn[mark_drawn(m, kind)].sign;
}

/* -- the matrix ---------------------------------------------------------- */

static const struct mark *mark_on(const struct finding *f, i64 goal)
{
	for (size_t i = 0; i < f->marks.n; i++)
		if (f->marks.v[i].goal == goal)
			return &f->marks.v[i];
	return NULL;
}

static bool is_chosen(const struct relevance_list *chosen, i64 goal,
                      i64 priority)
{
	for (size_t i = 0; i < chosen->n; i++)
		if (chosen->v[i].goal == goal &&
		    (priority == 0 || chosen->v[i].priority == priority))
			return true;
	return false;
}

/* Chosen for some priority, marked by some finding, or of a RUS. */
static bool is_row(const struct goal *g, const struct relevance_list *chosen,
                   const struct finding_list *findings)
{
	if (is_chosen(chosen, g->id, 0))
		return true;
	for (size_t i = 0; i < findings->n; i++)
		if (mark_on(&findings->v[i], g->id) != NULL)
			return true;
	return false;
}

/* An effect outweighs a gap, a gap outweighs no effect: all are listed. */
static enum cell_state state_of(const struct finding *f)
{
	switch (f->kind) {
	case FINDING_EFFECT:
		return CELL_JUDGED;
	case FINDING_GAP:
		return CELL_GAP;
	case FINDING_LOOKED_AT:
		return CELL_NO_EFFECT;
	}
	return CELL_UNJUDGED;
}

/* Two findings that disagree about this goal: in direction or directness, not
 * in their words (B4.6). */
static bool disagree(const struct finding *a, const struct finding *b,
                     i64 goal)
{
	const struct mark *x = mark_on(a, goal), *y = mark_on(b, goal);

	return a->dissent && b->dissent &&
	       (a->kind != b->kind || x->direction != y->direction ||
	        x->directness != y->directness);
}

static struct matrix_cell cell_of(struct arena *mem, const struct goal *g,
                                  const struct priority *p, bool chosen,
                                  const struct finding_list *all)
{
	struct matrix_cell c = {
		.state = chosen ? CELL_UNJUDGED : CELL_NOT_CHOSEN,
	};

	for (size_t i = 0; i < all->n; i++) {
		const struct finding *f = &all->v[i];
		enum cell_state s;

		if (f->priority != p->id || mark_on(f, g->id) == NULL)
			continue;
		if (c.n == 0)
			c.findings = arena_take(mem, all->n *
			                        sizeof *c.findings);
		c.findings[c.n++] = i;
		s = state_of(f);
		if (s > c.state)
			c.state = s;
		for (size_t j = 0; j + 1 < c.n; j++)
			c.dissent = c.dissent ||
			            disagree(&all->v[c.findings[j]], f, g->id);
	}
	return c;
}

struct matrix matrix_of(struct arena *mem, const struct goal_list *goals,
                        const struct priority_list *priorities,
                        const struct relevance_list *chosen,
                        const struct finding_list *findings)
{
	struct matrix m = { .priorities = priorities->n };

	m.goal = arena_take(mem, goals->n * sizeof *m.goal + 1);
	for (size_t i = 0; i < goals->n; i++)
		if (is_row(&goals->v[i], chosen, findings))
			m.goal[m.goals++] = &goals->v[i];
	m.cell = arena_take(mem, m.goals * m.priorities * sizeof *m.cell + 1);
	for (size_t i = 0; i < m.goals; i++)
		for (size_t j = 0; j < m.priorities; j++) {
			const struct priority *p = &priorities->v[j];

			m.cell[i * m.priorities + j] = cell_of(mem, m.goal[i],
				p, is_chosen(chosen, m.goal[i]->id, p->id),
				findings);
		}
	return m;
}

const struct matrix_cell *matrix_at(const struct matrix *m, size_t goal,
                                    size_t priority)
{
	ASSERT(goal < m->goals && priority < m->priorities);
	return &m->cell[goal * m->priorities + priority];
}
