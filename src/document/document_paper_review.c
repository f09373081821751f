#include "assess/words.h"
#include "base/text.h"
#include "document/document_paper.h"
#include "document/document.msg"

/* What changed in the proposal, and who read the draft: chapters that are
 * there when there is something to say. */

static const char *because(const struct annex *a,
                           const struct proposal_change *c)
{
	if (c->finding_no != 0)
		return annex_no(a, 'F', c->finding_no);
	if (c->conflict_no != 0)
		return annex_no(a, c->conflict_sign == SYNERGY ? 'S' : 'K',
		                c->conflict_no);
	return c->comment_no == 0 ? "" : annex_say(a, RV_COMMENT_NO,
	       arena_print(a->mem, "%lld", c->comment_no), NULL);
}

void annex_changes(const struct annex *a)
{
	static const struct sentence *const heads[] = {
		RV_IS, RV_WAS, RV_BECAUSE, RV_DAY, NULL,
	};
	const struct answer *words = annex_answer(a, MEANS_CHANGES);
	bool said = words != NULL && !text_blank(words->value);

	if (a->d->changes.n == 0 && !said)
		return;
	annex_heading(a, 2, RV_CHANGES);
	if (said)
		paper_text(a->p, BLOCK_PARAGRAPH, words->value);
	if (a->d->changes.n == 0)
		return;
	paper_table(a->p, annex_say(a, RV_CHANGES, NULL, NULL), 1);
	annex_columns(a, heads);
	for (size_t i = 0; i < a->d->changes.n; i++) {
		const struct proposal_change *c = &a->d->changes.v[i];

		paper_row(a->p);
		paper_cell(a->p, CELL_ROW, c->becomes);
		paper_cell(a->p, CELL_TEXT, text_blank(c->was) ?
		           annex_say(a, RV_NEW, NULL, NULL) : c->was);
		paper_cell(a->p, CELL_TEXT, because(a, c));
		paper_cell(a->p, CELL_TEXT, annex_day(a, c->day));
	}
}

/* -- reviews ------------------------------------------------------------- */

static const struct sentence *const kinds[] = {
	[REVIEWER_EXPERT]    = RV_EXPERTS,
	[REVIEWER_MISSING]   = RV_MISSING,
	[REVIEWER_OTHER]     = RV_OTHERS,
	[REVIEWER_COLLEAGUE] = RV_COLLEAGUES,
};

/* How many of each kind were asked, side by side, and who they were. */
static void asked(const struct annex *a, const struct review *v)
{
	for (int kind = REVIEWER_EXPERT; kind <= REVIEWER_COLLEAGUE; kind++) {
		const char *names = "";
		i64 n = 0;

		for (size_t i = 0; i < v->reviewers.n; i++) {
			if ((int)v->reviewers.v[i].kind != kind)
				continue;
			names = annex_join(a, names, v->reviewers.v[i].name);
			n++;
		}
		if (n > 0)
			annex_fact(a, kinds[kind], arena_print(a->mem,
			           "%lld: %s", n, names));
	}
}

static void comment(const struct annex *a, const struct comment *c)
{
	paper_row(a->p);
	paper_cell(a->p, CELL_ROW, arena_print(a->mem, "%lld. %s", c->no,
	                                       c->reviewer_name));
	if (c->finding_no != 0)
		paper_cell_line(a->p, annex_no(a, 'F', c->finding_no));
	if (comment_is_received(c))
		paper_cell_line(a->p, annex_say(a, RV_RECEIVED, annex_day(a,
			day_of_instant(c->at)), NULL));
	paper_cell(a->p, CELL_TEXT, c->text);
	paper_cell(a->p, CELL_TEXT, annex_say(a, treatment_word(c->treated),
	           NULL, NULL))->hatched = c->treated == TREATED_NOT;
	if (!text_blank(c->treated_how))
		paper_cell_line(a->p, c->treated_how);
}

static void round_of(const struct annex *a, const struct review *v)
{
	static const struct sentence *const heads[] = {
		RV_WHO, RV_SAID, RV_TREATED, NULL,
	};

	paper_heading(a->p, 3, NULL, annex_say(a, RV_ROUND, arena_print(
		a->mem, "%lld", v->no), annex_day(a,
		day_of_instant(v->begun_at))));
	paper_text(a->p, BLOCK_PARAGRAPH, v->question);
	asked(a, v);
	if (v->comments.n == 0) {
		annex_text(a, RV_NOTHING);
		return;
	}
	paper_table(a->p, annex_say(a, RV_CAPTION, NULL, NULL), 1);
	annex_columns(a, heads);
	for (size_t i = 0; i < v->comments.n; i++)
		comment(a, &v->comments.v[i]);
}

void annex_reviews(const struct annex *a)
{
	if (a->d->reviews.n == 0)
		return;
	annex_heading(a, 2, RV_HEAD);
	for (size_t i = 0; i < a->d->reviews.n; i++)
		round_of(a, &a->d->reviews.v[i]);
}
