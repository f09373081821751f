#include "assess/upgrade.h"
#include "base/text.h"

const struct question *question_meaning(const struct method *m, enum depth d,
                                        const char *means)
{
	for (size_t i = 0; i < m->steps.n; i++) {
		const struct question_list *all = &m->steps.v[i].questions;

		for (size_t j = 0; j < all->n; j++)
			if (same(all->v[j].means, means) &&
			    question_asked(&all->v[j], d))
				return &all->v[j];
	}
	return NULL;
}

struct upgrade upgrade_of(struct arena *mem, const struct method *from,
                          enum depth was, const struct method *to,
                          enum depth at, const struct answer_list *answers)
{
	struct upgrade out = {0};

	for (size_t i = 0; i < to->steps.n; i++) {
		const struct question_list *all = &to->steps.v[i].questions;

		for (size_t j = 0; j < all->n; j++)
			if (question_asked(&all->v[j], at) &&
			    question_meaning(from, was, all->v[j].means) ==
			    NULL)
				*PUSH(mem, &out.more) = all->v[j];
	}
	for (size_t i = 0; i < answers->n; i++) {
		const struct question *q = question_meaning(to, at,
			answers->v[i].means);

		if (q != NULL && part_is_answer(q->part))
			out.follows++;
		else
			out.kept++;
	}
	return out;
}

const char *answer_words(const struct answer *a)
{
	return text_blank(a->label) ? a->value : a->label;
}
