#include <string.h>

#include "base/text.h"
#include "document/document_paper.h"
#include "document/document.msg"

const char *annex_say(const struct annex *a, const struct sentence *s,
                      const char *first, const char *second)
{
	return say_fill(a->mem, s->in[a->language], first, second);
}

const char *annex_title(const struct annex *a, const char *sv, const char *en)
{
	return a->language == ENGLISH && !text_blank(en) ? en : sv;
}

const char *annex_day(const struct annex *a, i64 day)
{
	return day == 0 ? "" : day_say(a->mem, a->language, day);
}

const char *annex_no(const struct annex *a, char letter, i64 no)
{
	return arena_print(a->mem, "%c%lld", letter, no);
}

struct pictured annex_pictured(const struct annex *a)
{
	return (struct pictured){
		a->mem, a->language, &a->d->frameworks, &a->d->priorities,
		&a->d->findings, &a->matrix,
	};
}

void annex_heading(const struct annex *a, int level, const struct sentence *s)
{
	paper_heading(a->p, level, NULL, annex_say(a, s, NULL, NULL));
}

void annex_text(const struct annex *a, const struct sentence *s)
{
	paper_text(a->p, BLOCK_PARAGRAPH, annex_say(a, s, NULL, NULL));
}

void annex_fact(const struct annex *a, const struct sentence *label,
                const char *text)
{
	if (text_blank(text))
		return;
	if (a->p->last == NULL || a->p->last->kind != BLOCK_FACTS)
		paper_facts(a->p);
	paper_fact(a->p, annex_say(a, label, NULL, NULL), text);
}

void annex_columns(const struct annex *a, const struct sentence *const *heads)
{
	paper_row(a->p);
	for (; *heads != NULL; heads++)
		paper_cell(a->p, CELL_COLUMN, annex_say(a, *heads, NULL, NULL));
}

const char *annex_join(const struct annex *a, const char *before,
                       const char *more)
{
	if (text_blank(before))
		return more;
	if (text_blank(more))
		return before;
	return arena_print(a->mem, "%s, %s", before, more);
}

const struct goal *annex_goal(const struct annex *a, i64 id)
{
	for (size_t i = 0; i < a->goals.n; i++) {
		if (a->goals.v[i].id == id)
			return &a->goals.v[i];
	}
	return NULL;
}

void annex_tile(const struct annex *a, struct span *s, const struct goal *g)
{
	s->tile = g->code;
	for (size_t i = 0; i < a->d->frameworks.n; i++) {
		const struct framework *f = &a->d->frameworks.v[i];

		if (f->id == g->framework)
			s->tile_colour = goal_tile_colour(f->kind, g->code);
	}
}

const struct answer *annex_answer(const struct annex *a, const char *means)
{
	return document_answer(a->d, means);
}

static const struct sentence *const states[] = {
	[ASSESS_DRAFT]    = P_ST_DRAFT,    [ASSESS_ONGOING]  = P_ST_ONGOING,
	[ASSESS_COMPILED] = P_ST_COMPILED, [ASSESS_REVIEWED] = P_ST_REVIEWED,
	[ASSESS_DONE]     = P_ST_DONE,     [ASSESS_FINAL]    = P_ST_FINAL,
	[ASSESS_REPORTED] = P_ST_REPORTED, [ASSESS_FOLLOWED] = P_ST_FOLLOWED,
	[ASSESS_CLOSED]   = P_ST_CLOSED,   [ASSESS_PAUSED]   = P_ST_PAUSED,
	[ASSESS_STOPPED]  = P_ST_STOPPED,  [ASSESS_REPLACED] = P_ST_REPLACED,
};

static const char *registry(const struct annex *a)
{
	const struct registry_list *all = &a->d->subject.registry;
	const struct answer *why = annex_answer(a, MEANS_NO_REGISTRY);
	const char *text = "";

	for (size_t i = 0; i < all->n; i++) {
		const char *one = all->v[i].number;

		if (!text_blank(all->v[i].note))
			one = arena_print(a->mem, "%s (%s)", one,
			                  all->v[i].note);
		text = annex_join(a, text, one);
	}
	if (all->n > 0)
		return text;
	return why == NULL || text_blank(why->value) ?
	       annex_say(a, P_NONE_GIVEN, NULL, NULL) :
	       annex_say(a, P_NONE_BECAUSE, why->value, NULL);
}

static const char *signature(const struct annex *a)
{
	const struct ending *e = &a->d->ending;

	if (e->kind == 0)
		return NULL;
	return annex_join(a, annex_say(a, P_SIGNED_NO, e->signed_by,
		arena_print(a->mem, "%lld", e->number)),
		instant_say(a->mem, a->language, e->at));
}

/* Where it takes two: whose yes came first. */
static const char *first_yes(const struct annex *a)
{
	const struct ending *e = &a->d->ending;

	return e->asked_by == NULL ? NULL : annex_join(a, e->asked_by,
		instant_say(a->mem, a->language, e->asked_at));
}

static void facts(const struct annex *a)
{
	const struct assessment *it = &a->d->a;
	const struct subject *s = &a->d->subject;
	const char *version = arena_print(a->mem, "%lld", it->edition);

	if (!text_blank(it->predecessor_key))
		version = annex_say(a, P_AFTER, version, it->predecessor_key);
	annex_fact(a, P_ORG, a->d->org.name);
	annex_fact(a, P_REGISTRY, registry(a));
	annex_fact(a, P_STATE, annex_say(a, states[it->state], NULL, NULL));
	annex_fact(a, P_VERSION, version);
	annex_fact(a, P_CHANGED, annex_day(a, day_of_instant(it->changed_at)));
	annex_fact(a, P_SIGNED, signature(a));
	annex_fact(a, P_FIRST_YES, first_yes(a));
	annex_fact(a, P_DECIDED, annex_join(a, s->decided_by,
	                                    annex_day(a, s->decided_on)));
	annex_fact(a, P_UNIT, s->unit);
	annex_fact(a, P_CLIENT, it->client);
	annex_fact(a, P_LEAD, annex_join(a, it->lead_name, it->lead_title));
}

static void opening(const struct annex *a)
{
	bool final = assessment_is_final(a->d->a.state);

	paper_heading(a->p, 1, NULL, a->p->title);
	paper_text(a->p, BLOCK_LEAD, annex_say(a, final ? P_FINAL_LEAD :
	                                       P_DRAFT_LEAD, NULL, NULL));
	if (a->d->a.received)
		annex_text(a, P_RECEIVED);
	if (a->d->org.constructed)
		paper_text(a->p, BLOCK_PARAGRAPH, annex_say(a, P_CONSTRUCTED,
		           a->d->org.name, NULL));
	facts(a);
}

static void follow_up(const struct annex *a)
{
	const struct assessment *it = &a->d->a;
	i64 followed = 0;

	for (size_t i = 0; i < a->d->actions.n; i++)
		followed += a->d->actions.v[i].state != ACTION_DROPPED;
	annex_heading(a, 2, P_FOLLOW);
	if (it->next_review != 0)
		paper_text(a->p, BLOCK_PARAGRAPH, annex_say(a, P_NEXT,
		           annex_day(a, it->next_review), NULL));
	else
		annex_text(a, P_NO_NEXT);
	if (followed > 0)
		paper_text(a->p, BLOCK_PARAGRAPH, say_number(a->mem,
		           a->language, P_FOLLOW_ACTIONS, followed));
}

static void chapters(const struct annex *a)
{
	opening(a);
	annex_summary(a);
	annex_screening(a);
	annex_background(a);
	annex_carried_out(a);
	annex_relations(a);
	annex_findings(a);
	annex_matrix(a);
	annex_alternatives(a);
	annex_conflicts(a);
	annex_positions(a);
	annex_gates(a);
	annex_actors(a);
	annex_duties(a);
	annex_actions(a);
	annex_gaps(a);
	annex_dissent(a);
	annex_changes(a);
	annex_reviews(a);
	follow_up(a);
}

struct annex annex_begin(struct arena *mem, const struct document *d,
                         enum language language, const struct sentence *title,
                         const struct sentence *subject)
{
	struct annex a = { .mem = mem, .d = d, .language = language };

	for (size_t i = 0; i < d->frameworks.n; i++) {
		const struct framework *f = &d->frameworks.v[i];

		for (size_t j = 0; j < f->goals.n; j++)
			*PUSH(mem, &a.goals) = f->goals.v[j];
	}
	a.p = paper_new(mem, language == ENGLISH ? "en" : "sv",
	                annex_say(&a, title, d->subject.title, NULL));
	a.p->author = d->org.name;
	a.p->subject = annex_say(&a, subject, NULL, NULL);
	a.p->page_word = P_PAGE->in[language];
	a.p->made_at = d->ending.kind != 0 ? d->ending.at : d->a.changed_at;
	return a;
}

struct paper *document_annex(struct arena *mem, const struct document *d,
                             enum language language)
{
	struct annex a = annex_begin(mem, d, language, P_TITLE, P_SUBJECT);

	a.matrix = matrix_of(mem, &a.goals, &d->priorities, &d->relevance,
	                     &d->findings);
	chapters(&a);
	return a.p;
}
