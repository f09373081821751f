#include "base/text.h"
#include "document/document_paper.h"
#include "document/document.msg"

/* What happens where goals and interests meet; and, in a chapter of its own,
 * what is chosen. */

static const char *kind(const struct annex *a, const struct conflict *c)
{
	static const struct sentence *const kinds[] = {
		[CONFLICT_GOALS]     = P_KIND_GOALS,
		[CONFLICT_BETWEEN]   = P_KIND_BETWEEN,
		[CONFLICT_INTERESTS] = P_KIND_INTERESTS,
		[CONFLICT_TERMS]     = P_KIND_TERMS,
		[CONFLICT_PLACES]    = P_KIND_PLACES,
		[CONFLICT_RESOURCES] = P_KIND_RESOURCES,
	};

	return annex_say(a, c->sign == SYNERGY ? P_SYNERGY_IS : P_CONFLICT_IS,
	                 annex_say(a, kinds[c->kind], NULL, NULL), NULL);
}

static const char *state(const struct annex *a, const struct conflict *c)
{
	static const struct sentence *const states[] = {
		[CONFLICT_IDENTIFIED] = P_CS_IDENTIFIED,
		[CONFLICT_ANALYSED]   = P_CS_ANALYSED,
		[CONFLICT_ASKED]      = P_CS_ASKED,
		[CONFLICT_WEIGHED]    = P_CS_WEIGHED,
		[CONFLICT_IN_ACTION]  = P_CS_IN_ACTION,
		[CONFLICT_ACCEPTED]   = P_CS_ACCEPTED,
		[CONFLICT_ENDED]      = P_CS_ENDED,
	};

	return annex_say(a, states[c->state], NULL, NULL);
}

static void member(const struct annex *a, const struct side_member *m)
{
	const struct goal *g = m->goal == 0 ? NULL : annex_goal(a, m->goal);

	if (m->finding != 0)
		paper_cell_line(a->p, annex_no(a, 'F', m->finding_no))->link =
			arena_print(a->mem, "#f%lld", m->finding_no);
	else if (g != NULL)
		annex_tile(a, paper_cell_line(a->p, annex_title(a,
			g->title_sv, g->title_en)), g);
	else
		paper_cell_line(a->p, m->actor_name);
}

static void sides(const struct annex *a, const struct conflict *c)
{
	static const struct sentence *const heads[] = {
		P_SIDE, P_GAINS, P_LOSES, P_STANDS_ON, NULL,
	};

	if (c->sides.n == 0)
		return;
	paper_table(a->p, annex_say(a, P_SIDES, conflict_name(a->mem, c),
	                            NULL), 1);
	annex_columns(a, heads);
	for (size_t i = 0; i < c->sides.n; i++) {
		const struct side *s = &c->sides.v[i];

		paper_row(a->p);
		paper_cell(a->p, CELL_ROW, s->title);
		paper_cell(a->p, CELL_TEXT, s->gains);
		paper_cell(a->p, CELL_TEXT, s->loses);
		paper_cell(a->p, CELL_TEXT, NULL);
		for (size_t j = 0; j < s->members.n; j++)
			member(a, &s->members.v[j]);
	}
}

static void reversible(const struct annex *a, const struct way *w)
{
	static const struct sentence *const words[] = {
		NULL, P_REV_YES, P_REV_PARTLY, P_REV_NO,
	};

	paper_cell(a->p, CELL_TEXT, NULL);
	if (w->reversible != REVERSIBLE_UNSAID)
		paper_cell_line(a->p, annex_say(a, words[w->reversible], NULL,
		                                NULL));
	if (!text_blank(w->note))
		paper_cell_line(a->p, w->note);
}

static void ways(const struct annex *a, const struct conflict *c)
{
	static const struct sentence *const heads[] = {
		P_WAY, P_GAIN, P_PRICE, P_REVERSIBLE, NULL,
	};

	if (c->ways.n == 0)
		return;
	paper_table(a->p, annex_say(a, P_WAYS, conflict_name(a->mem, c),
	                            NULL), 1);
	annex_columns(a, heads);
	for (size_t i = 0; i < c->ways.n; i++) {
		const struct way *w = &c->ways.v[i];

		paper_row(a->p);
		paper_cell(a->p, CELL_ROW, w->title);
		paper_cell(a->p, CELL_TEXT, w->gain);
		paper_cell(a->p, CELL_TEXT, w->price);
		reversible(a, w);
	}
}

static void conflict(const struct annex *a, const struct conflict *c)
{
	paper_heading(a->p, 3, annex_no(a, 'c', c->no), arena_print(a->mem,
		"%s %s", conflict_name(a->mem, c), c->title));
	annex_fact(a, P_KIND, kind(a, c));
	annex_fact(a, P_STATE, state(a, c));
	annex_fact(a, P_HAPPENS, c->what_happens);
	sides(a, c);
	ways(a, c);
}

void annex_conflicts(const struct annex *a)
{
	const struct conflict_list *all = &a->d->conflicts;

	annex_heading(a, 2, P_CONFLICTS);
	if (all->n == 0)
		annex_text(a, P_NO_CONFLICTS);
	for (size_t i = 0; i < all->n; i++)
		conflict(a, &all->v[i]);
}

/* Is there a choice to speak of? */
static bool is_weighed(const struct conflict *c)
{
	return !text_blank(c->question) || !text_blank(c->decider) ||
	       !text_blank(c->chosen) || !text_blank(c->dissent);
}

static void weighing(const struct annex *a, const struct conflict *c)
{
	const char *chosen = c->chosen;

	paper_heading(a->p, 3, NULL, arena_print(a->mem, "%s %s",
		conflict_name(a->mem, c), c->title));
	if (!text_blank(c->question))
		paper_text(a->p, BLOCK_QUOTE, c->question);
	annex_fact(a, P_DECIDER, text_blank(c->decider) ?
	           annex_say(a, P_NOBODY, NULL, NULL) : c->decider);
	annex_fact(a, P_BY, annex_day(a, c->due));
	annex_fact(a, P_OTHERWISE, c->dissent);
	if (!text_blank(chosen) && c->chosen_on != 0)
		chosen = annex_say(a, P_CHOSEN_ON, chosen,
		                   annex_day(a, c->chosen_on));
	annex_fact(a, P_CHOSEN, chosen);
	annex_fact(a, P_CHOSEN_WHY, c->chosen_why);
}

static void position(const struct annex *a, const struct position *p)
{
	const char *on = annex_day(a, day_of_instant(p->at));

	paper_heading(a->p, 3, NULL, annex_no(a, 'V', p->no));
	paper_text(a->p, BLOCK_QUOTE, p->text);
	annex_fact(a, P_STATE, p->made ? annex_say(a, P_MADE_ON, on, NULL) :
	           annex_say(a, P_TO_MAKE, NULL, NULL));
	annex_fact(a, P_DECIDER, p->decider);
	annex_fact(a, P_BY, annex_day(a, p->due));
	if (p->finding_no != 0)
		annex_fact(a, P_FINDING, annex_no(a, 'F', p->finding_no));
}

void annex_positions(const struct annex *a)
{
	size_t n = a->d->positions.n;

	annex_heading(a, 2, P_POSITIONS);
	annex_text(a, P_POSITIONS_WHAT);
	for (size_t i = 0; i < a->d->conflicts.n; i++) {
		const struct conflict *c = &a->d->conflicts.v[i];

		if (c->sign != CONFLICT || !is_weighed(c))
			continue;
		weighing(a, c);
		n++;
	}
	for (size_t i = 0; i < a->d->positions.n; i++)
		position(a, &a->d->positions.v[i]);
	if (n == 0)
		annex_text(a, P_NO_POSITIONS);
}
