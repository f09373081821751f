#include <string.h>

#include "assess/upgrade.h"
#include "base/text.h"
#include "document/document_paper.h"
#include "document/document.msg"

/* Answers to the model's own questions, in the model's order. */

static const struct answer *answered(const struct annex *a, const char *means,
                                     i64 priority)
{
	const struct answer_list *all = &a->d->answers;

	for (size_t i = 0; i < all->n; i++) {
		if (all->v[i].priority == priority &&
		    same(all->v[i].means, means))
			return &all->v[i];
	}
	return NULL;
}

/* The label of a value on the scale; a value off it is its own. */
static const char *label(const struct annex *a, const struct question *q,
                         const char *value)
{
	if (q->part == PART_YES_NO_REASON && same(value, "yes"))
		return annex_say(a, P_REV_YES, NULL, NULL);
	if (q->part == PART_YES_NO_REASON && same(value, "no"))
		return annex_say(a, P_REV_NO, NULL, NULL);
	for (size_t i = 0; i < q->scale.n; i++) {
		const struct scale_value *v = &q->scale.v[i];

		if (same(v->value, value))
			return annex_title(a, v->label_sv, v->label_en);
	}
	return value;
}

static bool is_plain(enum part_kind part)
{
	return part == PART_TEXT || part == PART_CHOICE ||
	       part == PART_YES_NO_REASON;
}

static void one(const struct annex *a, const struct question *q, i64 priority)
{
	const struct answer *it = answered(a, q->means, priority);
	const char *text;

	if (it == NULL || !is_plain(q->part))
		return;
	text = label(a, q, it->value);
	if (!text_blank(it->note))
		text = text_blank(text) ? it->note : arena_print(a->mem,
			"%s. %s", text, it->note);
	if (text_blank(text))
		return;
	if (a->p->last->kind != BLOCK_FACTS)
		paper_facts(a->p);
	paper_fact(a->p, annex_title(a, q->title_sv, q->title_en), text);
}

static bool any(const struct annex *a, i64 priority)
{
	const struct step_list *steps = &a->d->method.steps;

	for (size_t i = 0; i < steps->n; i++)
		for (size_t j = 0; j < steps->v[i].questions.n; j++) {
			const struct question *q =
				&steps->v[i].questions.v[j];

			if (is_plain(q->part) &&
			    answered(a, q->means, priority) != NULL)
				return true;
		}
	return false;
}

void annex_answers(const struct annex *a, const struct priority *p,
                   const struct sentence *heading)
{
	const struct step_list *steps = &a->d->method.steps;
	i64 priority = p == NULL ? 0 : p->id;

	if (!any(a, priority))
		return;
	if (heading != NULL)
		annex_heading(a, 3, heading);
	for (size_t i = 0; i < steps->n; i++) {
		for (size_t j = 0; j < steps->v[i].questions.n; j++)
			one(a, &steps->v[i].questions.v[j], priority);
	}
}

/* Answers from before the model was changed, as they were asked for. */
void annex_other_answers(const struct annex *a)
{
	bool begun = false;

	for (size_t i = 0; i < a->d->answers.n; i++) {
		const struct answer *it = &a->d->answers.v[i];
		const char *text, *asked = it->asked;

		if (text_blank(asked))
			continue;
		if (!begun) {
			annex_heading(a, 3, P_OTHER_MODEL);
			paper_facts(a->p);
			begun = true;
		}
		text = same(it->value, "yes") ?
		       annex_say(a, P_REV_YES, NULL, NULL) :
		       same(it->value, "no") ?
		       annex_say(a, P_REV_NO, NULL, NULL) : answer_words(it);
		if (!text_blank(it->note))
			text = annex_join(a, text, it->note);
		if (it->priority_no != 0)
			asked = arena_print(a->mem, "P%lld. %s",
			                    it->priority_no, asked);
		paper_fact(a->p, asked, text);
	}
}
