/* A rule that hit, in words: by which guideline, what, and because of what. */
#include "screening/trigger.msg"
#include "screening/screening_show.h"
#include "assess/words.h"
#include "base/text.h"

static const char *and(const struct req *r, const char *before,
                       const char *more)
{
	return text_blank(before) ? more : say_with(r, H_AND, before, more);
}

/* With the letters small: it stands within a sentence. */
static const char *small(const struct req *r, const char *word)
{
	return text_fold(r->s.mem, word);
}

static const char *because(const struct req *r, const struct trigger_hit *h,
                           const struct trigger_facts *f)
{
	const char *all = "";

	if (h->by_kind)
		all = and(r, all, say_with(r, H_KIND, small(r,
		          subject_kind_say(r, f->kind)), NULL));
	if (h->by_phase)
		all = and(r, all, say_with(r, H_PHASE, small(r,
		          subject_phase_say(r, f->phase)), NULL));
	if (h->by_unit)
		all = and(r, all, say_with(r, H_UNIT, f->unit, NULL));
	if (h->word != NULL)
		all = and(r, all, say_with(r, H_WORD, h->word, NULL));
	if (h->by_answer)
		all = and(r, all, say_with(r, H_ANSWER,
		          screening_question_say(r, h->rule->question),
		          small(r, screening_value_say(r,
		          f->screening->answers[h->rule->question].value))));
	return all;
}

static const char *duties_of(const struct req *r, unsigned duties)
{
	const char *all = "";

	for (int k = DUTY_CHILDREN; k <= DUTY_RIGHTS; k++)
		if ((duties & 1u << k) != 0)
			all = and(r, all, small(r, duty_kind_say(r,
			          (enum duty_kind)k)));
	return all;
}

/* "riktlinjen (RS 2025 § 12)" */
static const char *guideline(const struct req *r,
                             const struct trigger_rule *t)
{
	return text_blank(t->reference) ? t->name :
	       arena_print(r->s.mem, "%s (%s)", t->name, t->reference);
}

const char *trigger_say(const struct req *r, const struct trigger_hit *h,
                        const struct trigger_facts *f)
{
	const struct trigger_rule *t = h->rule;
	const char *by = guideline(r, t), *says = "";

	if (t->depth != 0)
		says = say_with(r, H_SHALL_DEPTH, by, small(r, depth_say(r,
		                t->depth)));
	else if (t->duties == 0)
		says = say_with(r, H_SHALL, by, NULL);
	if (t->duties != 0)
		says = arena_print(r->s.mem, "%s%s%s", says,
			text_blank(says) ? "" : " ", say_with(r, H_TRIES,
			text_blank(says) ? by : t->name,
			duties_of(r, t->duties)));
	return arena_print(r->s.mem, "%s %s", says, say_with(r, H_BECAUSE,
	                   because(r, h, f), NULL));
}

struct trigger_facts trigger_facts_of(const struct subject *what,
                                      const struct screening *it)
{
	return (struct trigger_facts){ .kind = what->kind,
		.phase = what->phase, .title = what->title,
		.unit = what->unit, .screening = it };
}

enum status trigger_try(struct scope *s, const struct subject *what,
                        const struct screening *it,
                        struct trigger_hit_list *out)
{
	struct trigger_facts f = trigger_facts_of(what, it);
	struct trigger_list all = {0};

	TRY(trigger_list(s, &all));
	*out = trigger_all(s->mem, &all, &f);
	return OK;
}

void trigger_shown(struct req *r, const struct trigger_hit_list *all,
                   const struct trigger_facts *f)
{
	if (all->n == 0)
		return;
	emit(&r->out, "<h2>%s</h2><ul>", say(r, H_HEAD));
	for (size_t i = 0; i < all->n; i++)
		emit(&r->out, "<li>%s</li>", trigger_say(r, &all->v[i], f));
	emit(&r->out, "</ul><p class='muted'>%s</p>", say(r, H_GROUND));
}
