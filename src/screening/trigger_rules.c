#include <string.h>

#include "base/text.h"
#include "kit/icu.h"
#include "screening/trigger.h"

bool trigger_has_condition(const struct trigger_rule *t)
{
	return t->kinds != 0 || t->phases != 0 || !text_blank(t->unit) ||
	       !text_blank(t->words) || (t->question != 0 && t->answers != 0);
}

/* The first of the lines that stands in the title, as it was written. */
static const char *word_in(struct arena *mem, const char *words,
                           const char *title)
{
	struct text_list all = text_lines(mem, words);
	const char *folded = text_fold(mem, or_empty(title));

	for (size_t i = 0; i < all.n; i++)
		if (strstr(folded, text_fold(mem, all.v[i])) != NULL)
			return all.v[i];
	return NULL;
}

static bool same_folded(struct arena *mem, const char *a, const char *b)
{
	return same(text_fold(mem, or_empty(a)), text_fold(mem, or_empty(b)));
}

static bool answered(const struct trigger_rule *t,
                     const struct trigger_facts *f)
{
	enum screening_value v = f->screening == NULL ? SCREENING_UNSAID :
	                         f->screening->answers[t->question].value;

	return v != SCREENING_UNSAID && (t->answers & 1u << v) != 0;
}

bool trigger_hits(struct arena *mem, const struct trigger_rule *t,
                  const struct trigger_facts *f, struct trigger_hit *out)
{
	*out = (struct trigger_hit){
		.rule = t, .by_kind = t->kinds != 0, .by_phase = t->phases != 0,
		.by_unit = !text_blank(t->unit),
		.by_answer = t->question != 0 && t->answers != 0,
	};
	if (!trigger_has_condition(t))
		return false;
	if (out->by_kind && (t->kinds & 1u << f->kind) == 0)
		return false;
	if (out->by_phase && (t->phases & 1u << f->phase) == 0)
		return false;
	if (out->by_unit && !same_folded(mem, t->unit, f->unit))
		return false;
	if (out->by_answer && !answered(t, f))
		return false;
	if (text_blank(t->words))
		return true;
	out->word = word_in(mem, t->words, f->title);
	return out->word != NULL;
}

struct trigger_hit_list trigger_all(struct arena *mem,
                                    const struct trigger_list *rules,
                                    const struct trigger_facts *f)
{
	struct trigger_hit_list all = {0};
	struct trigger_hit hit;

	for (size_t i = 0; i < rules->n; i++)
		if (rules->v[i].used &&
		    trigger_hits(mem, &rules->v[i], f, &hit))
			*PUSH(mem, &all) = hit;
	return all;
}

enum depth trigger_depth(const struct trigger_hit_list *all)
{
	for (size_t i = 0; i < all->n; i++)
		if (all->v[i].rule->depth != 0)
			return all->v[i].rule->depth;
	return 0;
}

const char *trigger_method(const struct trigger_hit_list *all)
{
	for (size_t i = 0; i < all->n; i++)
		if (!text_blank(all->v[i].rule->method))
			return all->v[i].rule->method;
	return "";
}

unsigned trigger_duties(const struct trigger_hit_list *all)
{
	unsigned duties = 0;

	for (size_t i = 0; i < all->n; i++)
		duties |= all->v[i].rule->duties;
	return duties;
}
