#include <string.h>

#include "base/text.h"
#include "document/document_paper.h"
#include "document/document.msg"

/* Summary first; then why, how, and who was there. */

static void count(const struct annex *a, const struct counted *words, i64 n)
{
	if (n > 0)
		paper_item(a->p, say_number(a->mem, a->language, words, n));
}

static i64 unjudged(const struct annex *a)
{
	i64 n = 0;

	for (size_t i = 0; i < a->matrix.goals * a->matrix.priorities; i++)
		n += a->matrix.cell[i].state == CELL_UNJUDGED;
	return n;
}

static void open_findings(const struct annex *a, struct text_list *open)
{
	const struct finding_list *all = &a->d->findings;

	for (size_t i = 0; i < all->n; i++) {
		const struct finding *f = &all->v[i];
		const struct sentence *what = NULL;

		if (annex_unhandled(a, f))
			what = P_OPEN_FINDING;
		else if (f->kind == FINDING_GAP && f->gap.state == GAP_OPEN)
			what = P_OPEN_GAP;
		if (what != NULL)
			*PUSH(a->mem, open) = annex_say(a, what,
				annex_no(a, 'F', f->no), f->sentence);
	}
}

static void open_conflicts(const struct annex *a, struct text_list *open)
{
	const struct conflict_list *all = &a->d->conflicts;

	for (size_t i = 0; i < all->n; i++) {
		const struct conflict *c = &all->v[i];

		if (c->sign == CONFLICT && conflict_is_open(c->state))
			*PUSH(a->mem, open) = annex_say(a,
				text_blank(c->decider) ? P_OPEN_NOBODY :
				P_OPEN_CONFLICT, conflict_name(a->mem, c),
				c->title);
	}
}

static void open_things(const struct annex *a)
{
	struct text_list open = {0};
	i64 holes = unjudged(a);

	open_findings(a, &open);
	open_conflicts(a, &open);
	if (holes > 0)
		*PUSH(a->mem, &open) = say_number(a->mem, a->language,
		                                  P_OPEN_UNJUDGED, holes);
	if (annex_answer(a, MEANS_MISSING) == NULL)
		*PUSH(a->mem, &open) = annex_say(a, P_OPEN_MISSING, NULL,
		                                 NULL);
	annex_text(a, open.n > 0 ? P_OPEN : P_NOTHING_OPEN);
	if (open.n > 0)
		paper_list(a->p, BLOCK_LIST);
	for (size_t i = 0; i < open.n; i++)
		paper_item(a->p, open.v[i]);
}

void annex_summary(const struct annex *a)
{
	struct finding_counts n = findings_count(&a->d->findings);
	const struct answer *overall = annex_answer(a, MEANS_OVERALL);
	struct pictured p = annex_pictured(a);

	annex_heading(a, 2, P_SUMMARY);
	if (overall != NULL && !text_blank(overall->value))
		paper_text(a->p, BLOCK_LEAD, overall->value);
	else
		annex_text(a, P_NO_OVERALL);
	if (a->d->findings.n > 0) {
		annex_text(a, P_COUNTS);
		paper_list(a->p, BLOCK_LIST);
		count(a, P_POSITIVE, n.positive);
		count(a, P_NEGATIVE, n.negative);
		count(a, P_GAPS, n.gap);
		count(a, P_WITHOUT, n.none);
	}
	open_things(a);
	tiles_on(a->p, &p);
}

static const char *framework_name(const struct annex *a,
                                  const struct framework *f)
{
	const char *name = annex_say(a, P_FRAMEWORK_IS,
		annex_title(a, f->title_sv, f->title_en), f->edition);

	return f->constructed ? annex_say(a, P_MADE_UP, name, NULL) : name;
}

static bool same_aside(const struct aside *a, const struct aside *b)
{
	return a->framework == b->framework && same(a->reason, b->reason);
}

/* Set aside for several priorities with one reason: one line. */
static void set_aside(const struct annex *a, size_t at)
{
	const struct aside_list *all = &a->d->asides;
	const struct aside *it = &all->v[at];
	const char *for_what = "", *name = it->framework_code;

	for (size_t i = 0; i < all->n; i++) {
		bool held = aside_holds(&all->v[i], &a->d->relevance,
		                        &a->d->findings);

		if (!same_aside(&all->v[i], it) || !held)
			continue;
		if (i < at)
			return;
		for_what = annex_join(a, for_what, annex_no(a, 'P',
			all->v[i].priority_no));
	}
	if (*for_what == '\0')
		return;
	for (size_t i = 0; i < a->d->frameworks.n; i++)
		if (a->d->frameworks.v[i].id == it->framework)
			name = annex_title(a, a->d->frameworks.v[i].title_sv,
			                   a->d->frameworks.v[i].title_en);
	name = annex_say(a, P_ASIDE_FOR, name, for_what);
	annex_fact(a, P_ASIDE, text_blank(it->reason) ? name :
	           annex_say(a, P_ASIDE_BECAUSE, name, it->reason));
}

static void ground(const struct annex *a)
{
	static const struct sentence *const depths[] = {
		NULL, P_DEPTH_1, P_DEPTH_2, P_DEPTH_3,
	};
	const struct method *m = &a->d->method;
	const struct assessment *it = &a->d->a;

	annex_fact(a, P_WHAT, a->d->subject.description);
	annex_fact(a, P_REASON, it->reason);
	annex_fact(a, P_BASELINE, it->baseline);
	annex_fact(a, P_OUTSIDE, it->outside);
	for (size_t i = 0; i < a->d->asides.n; i++)
		set_aside(a, i);
	annex_fact(a, P_MODEL, annex_say(a, P_MODEL_IS,
		annex_title(a, m->title_sv, m->title_en),
		arena_print(a->mem, "%lld", m->edition)));
	annex_fact(a, P_DEPTH, annex_say(a, depths[it->depth], NULL, NULL));
	for (size_t i = 0; i < a->d->frameworks.n; i++) {
		const struct framework *f = &a->d->frameworks.v[i];

		annex_fact(a, P_FRAMEWORKS, framework_name(a, f));
		annex_fact(a, P_PICTURE, f->target_picture);
	}
}

void annex_background(const struct annex *a)
{
	annex_heading(a, 2, P_BACKGROUND);
	ground(a);
	annex_text(a, P_UNIT_IS);
	annex_answers(a, NULL, P_WHOLE_ANSWERS);
	annex_other_answers(a);
}

static void occasions(const struct annex *a)
{
	static const struct sentence *const heads[] = {
		P_DAY, P_HELD, P_WHO, P_DONE, NULL,
	};
	static const struct sentence *const done[] = {
		NULL, P_OC_PLANNED, P_OC_PARTLY, P_OC_DONE,
	};
	const struct occasion_list *all = &a->d->occasions;

	if (all->n == 0) {
		annex_text(a, P_NO_OCCASIONS);
		return;
	}
	paper_table(a->p, annex_say(a, P_OCCASIONS, NULL, NULL), 1);
	annex_columns(a, heads);
	for (size_t i = 0; i < all->n; i++) {
		const struct occasion *o = &all->v[i];

		paper_row(a->p);
		paper_cell(a->p, CELL_ROW, annex_day(a, o->day));
		paper_cell(a->p, CELL_TEXT, o->what);
		paper_cell(a->p, CELL_TEXT, o->who);
		paper_cell(a->p, CELL_TEXT, annex_say(a, done[o->state], NULL,
		                                      NULL));
	}
}

static const char *names(const struct annex *a, enum presence present,
                         bool missing)
{
	const char *all = "";

	for (size_t i = 0; i < a->d->links.n; i++) {
		const struct actor_link *l = &a->d->links.v[i];

		if (missing ? l->missing : l->present == present)
			all = annex_join(a, all, l->name);
	}
	return all;
}

static void who(const struct annex *a, const struct sentence *s,
                const char *all)
{
	if (!text_blank(all))
		paper_text(a->p, BLOCK_PARAGRAPH, annex_say(a, s, all, NULL));
}

void annex_carried_out(const struct annex *a)
{
	const struct answer *missing = annex_answer(a, MEANS_MISSING);

	annex_heading(a, 2, P_CARRIED);
	if (a->d->a.late_start)
		annex_text(a, P_LATE_START);
	if (!text_blank(a->d->a.carried_out))
		paper_text(a->p, BLOCK_PARAGRAPH, a->d->a.carried_out);
	occasions(a);
	who(a, P_WERE_THERE, names(a, PRESENT, false));
	who(a, P_NOT_THERE, names(a, PRESENT_INVITED_ABSENT, false));
	who(a, P_MISSING_ARE, names(a, PRESENT_UNSAID, true));
	if (missing == NULL)
		annex_text(a, P_OPEN_MISSING);
	else if (same(missing->value, "none"))
		who(a, P_MISSING_NONE, missing->note);
}
