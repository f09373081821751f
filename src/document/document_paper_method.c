#include "base/text.h"
#include "document/document_paper.h"
#include "document/document.msg"

/* What only some models have: relations to other work, and stopping places. */

static const char *priority(const struct annex *a, i64 no)
{
	return no == 0 ? annex_say(a, P_THE_WHOLE, NULL, NULL) :
	       annex_no(a, 'P', no);
}

void annex_relations(const struct annex *a)
{
	static const struct sentence *const heads[] = {
		P_RELATION_WITH, P_RELATION_HOW, P_RELATION_TEXT,
		P_RELATION_OF, NULL,
	};
	static const struct sentence *const hows[] = {
		NULL, P_STRENGTHENS, P_OVERLAPS, P_COMPETES,
	};
	const struct relation_list *all = &a->d->relations;

	if (all->n == 0)
		return;
	annex_heading(a, 2, P_RELATIONS);
	paper_table(a->p, annex_say(a, P_RELATIONS, NULL, NULL), 1);
	annex_columns(a, heads);
	for (size_t i = 0; i < all->n; i++) {
		const struct relation *x = &all->v[i];

		paper_row(a->p);
		paper_cell(a->p, CELL_ROW, x->name);
		paper_cell(a->p, CELL_TEXT, annex_say(a, hows[x->how], NULL,
		                                      NULL));
		paper_cell(a->p, CELL_TEXT, x->text);
		paper_cell(a->p, CELL_TEXT, priority(a, x->priority_no));
	}
}

/* The question's own words; what was stopped and taken up has none. */
static const char *gate_title(const struct annex *a, const char *means)
{
	const struct step_list *steps = &a->d->method.steps;

	for (size_t i = 0; i < steps->n; i++)
		for (size_t j = 0; j < steps->v[i].questions.n; j++) {
			const struct question *q =
				&steps->v[i].questions.v[j];

			if (same(q->means, means))
				return annex_title(a, q->title_sv,
				                   q->title_en);
		}
	return annex_say(a, P_THE_WHOLE, NULL, NULL);
}

static void gate(const struct annex *a, const struct gate_choice *g)
{
	static const struct sentence *const ways[] = {
		NULL, P_GO_ON, P_RETHINK, P_STOP, P_RESUME,
	};

	paper_row(a->p);
	paper_cell(a->p, CELL_ROW, gate_title(a, g->means));
	paper_cell(a->p, CELL_TEXT, annex_say(a, ways[g->way], NULL, NULL));
	paper_cell(a->p, CELL_TEXT, g->why);
	paper_cell(a->p, CELL_TEXT, annex_join(a, g->decider,
	                                       annex_day(a, g->day)));
	paper_cell(a->p, CELL_TEXT, g->noted_by);
}

void annex_gates(const struct annex *a)
{
	static const struct sentence *const heads[] = {
		P_GATE, P_GATE_WAY, P_GATE_WHY, P_GATE_BY, P_GATE_NOTED,
		NULL,
	};

	if (a->d->gates.n == 0)
		return;
	annex_heading(a, 2, P_GATES);
	paper_table(a->p, annex_say(a, P_GATES, NULL, NULL), 1);
	annex_columns(a, heads);
	for (size_t i = 0; i < a->d->gates.n; i++)
		gate(a, &a->d->gates.v[i]);
}
