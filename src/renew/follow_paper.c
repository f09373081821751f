/* The yearly follow-up as a paper. */
#include "action/action.h"
#include "assess/words.h"
#include "base/text.h"
#include "conflict/conflict.h"
#include "kit/icu.h"
#include "paper/paper.h"
#include "renew/follow.h"
#include "review/review.h"
#include "screening/selection.h"
#include "seal/seal.h"
#include "subject/subject.h"
#include "web/page.h"
#include "renew/follow.msg"

/* What lives on of one assessment; what was removed is not in it. */
struct followed {
	struct assessment     a;
	struct action_list    actions;
	struct conflict_list  conflicts;        /* no synergies */
	struct position_list  positions;
	struct finding_list   gaps;
	struct reporting_list told;
};
struct followed_list { struct followed *v; size_t n, room; };

/* Late, or dropped: then why, and what instead, is asked for. */
static bool departs(const struct action *a, i64 today)
{
	return a->state == ACTION_DROPPED || action_is_late(a, today);
}

/* -- what there is ------------------------------------------------------- */

static enum status read_one(struct scope *s, struct followed *f)
{
	struct conflict_list conflicts = {0};
	struct finding_list findings = {0};

	TRY(action_list(s, f->a.id, &f->actions));
	TRY(conflict_list(s, f->a.id, &conflicts));
	TRY(position_list(s, f->a.id, &f->positions));
	TRY(finding_list(s, f->a.id, &findings));
	TRY(reporting_list(s, f->a.id, &f->told));
	for (size_t i = 0; i < conflicts.n; i++)
		if (conflicts.v[i].sign == CONFLICT)
			*PUSH(s->mem, &f->conflicts) = conflicts.v[i];
	for (size_t i = 0; i < findings.n; i++)
		if (findings.v[i].kind == FINDING_GAP)
			*PUSH(s->mem, &f->gaps) = findings.v[i];
	return OK;
}

/* One who is only let in follows what they are let in to, and no more. */
static enum status read_all(struct req *r, const struct assessment *a,
                            struct followed_list *out)
{
	struct assessment_list all = {0};

	TRY(assess_of_subject(&r->s, a->subject, &all));
	for (size_t i = 0; i < all.n; i++) {
		if (r->let_in && all.v[i].id != a->id)
			continue;
		*PUSH(r->s.mem, out) = (struct followed){ .a = all.v[i] };
		TRY(read_one(&r->s, &out->v[out->n - 1]));
	}
	return OK;
}

/* -- the paper ----------------------------------------------------------- */

struct telling {
	struct req          *r;
	struct paper        *p;
	struct followed_list all;
	i64                  today;
};

static void columns(const struct telling *t, const struct sentence *caption,
                    const struct sentence *const *heads, size_t n)
{
	struct block *b = paper_table(t->p, say(t->r, caption), 1);

	b->quiet = true;
	b->width[0] = 70;
	paper_row(t->p);
	for (size_t i = 0; i < n; i++)
		paper_cell(t->p, CELL_COLUMN, say(t->r, heads[i]));
}

static void text(const struct telling *t, const char *said)
{
	paper_cell(t->p, CELL_TEXT, text_blank(said) ? NULL : said);
}

static void day(const struct telling *t, i64 due)
{
	struct cell *c = paper_cell(t->p, CELL_TEXT, due == 0 ? NULL :
	                            say_day(t->r, due));

	if (due == 0)
		return;
	c->value = VALUE_DAY;
	c->number = due;
}

/* "A3", with the way to it, where all may go; of an older version, which. */
static void name(const struct telling *t, const struct followed *f,
                 const char *room, char letter, i64 no)
{
	const char *which = f->a.id == t->all.v[t->all.n - 1].a.id ? "" :
		arena_print(t->p->mem, " (%lld)", f->a.edition);
	struct span *said;

	paper_row(t->p);
	paper_cell(t->p, CELL_ROW, NULL);
	said = paper_cell_line(t->p, arena_print(t->p->mem, "%c%lld%s",
	                       letter, no, which));
	if (room != NULL)
		said->link = arena_print(t->p->mem, "/a/%s/%s/%lld",
		                         f->a.key, room, no);
}

static void heading(const struct telling *t, const struct sentence *head,
                    size_t n, const struct sentence *none)
{
	paper_heading(t->p, 2, NULL, say(t->r, head));
	if (n == 0)
		paper_text(t->p, BLOCK_PARAGRAPH, say(t->r, none));
}

static void told_actions(const struct telling *t)
{
	static const struct sentence *const heads[] = { W_NR, W_WHAT, W_WHO,
		W_STATE, W_DUE, W_PROGRESS, W_EFFECT };
	size_t n = 0;

	for (size_t i = 0; i < t->all.n; i++)
		n += t->all.v[i].actions.n;
	heading(t, W_ACTIONS, n, W_NO_ACTIONS);
	if (n == 0)
		return;
	columns(t, W_ACTIONS, heads, COUNT(heads));
	for (size_t i = 0; i < t->all.n; i++)
		for (size_t j = 0; j < t->all.v[i].actions.n; j++) {
			const struct action *a = &t->all.v[i].actions.v[j];

			name(t, &t->all.v[i], "actions", 'A', a->no);
			text(t, a->title);
			text(t, a->responsible);
			text(t, action_state_word(t->r, a->state));
			day(t, a->due);
			text(t, a->progress);
			text(t, a->effect);
		}
}

/* Late or dropped: why, and what is done instead, are what was written when it
 * was followed (domain.md BR-18). */
static void departures(const struct telling *t)
{
	static const struct sentence *const heads[] = { W_NR, W_WHAT, W_WHO,
		W_STATE, W_DUE, W_WHY, W_INSTEAD };
	size_t n = 0;

	for (size_t i = 0; i < t->all.n; i++)
		for (size_t j = 0; j < t->all.v[i].actions.n; j++)
			n += departs(&t->all.v[i].actions.v[j],
			                    t->today);
	heading(t, W_DEPARTS, n, W_NO_DEPARTURE);
	if (n == 0)
		return;
	columns(t, W_DEPARTS, heads, COUNT(heads));
	for (size_t i = 0; i < t->all.n; i++)
		for (size_t j = 0; j < t->all.v[i].actions.n; j++) {
			const struct action *a = &t->all.v[i].actions.v[j];
			const char *why = a->state == ACTION_DROPPED ?
			                  a->dropped_why : a->progress;

			if (!departs(a, t->today))
				continue;
			name(t, &t->all.v[i], "actions", 'A', a->no);
			text(t, a->title);
			text(t, a->responsible);
			text(t, action_state_word(t->r, a->state));
			day(t, a->due);
			text(t, text_blank(why) ? say(t->r, W_NO_WHY) : why);
			text(t, text_blank(a->instead) ?
			     say(t->r, W_NO_INSTEAD) : a->instead);
		}
}

static void choices_of(const struct telling *t, const struct followed *f)
{
	for (size_t i = 0; i < f->conflicts.n; i++) {
		const struct conflict *c = &f->conflicts.v[i];

		name(t, f, "conflicts", 'K', c->no);
		text(t, c->title);
		text(t, c->decider);
		text(t, conflict_state_word(t->r, c->state));
		day(t, c->due);
		text(t, text_blank(c->chosen) ? say(t->r, W_NOT_CHOSEN) :
		     c->chosen);
	}
	for (size_t i = 0; i < f->positions.n; i++) {
		const struct position *p = &f->positions.v[i];

		name(t, f, NULL, 'V', p->no);
		text(t, p->text);
		text(t, p->decider);
		text(t, say(t->r, W_MADE));
		day(t, p->due);
		text(t, say(t->r, p->made ? W_CHOSEN : W_NOT_CHOSEN));
	}
}

static void choices(const struct telling *t)
{
	static const struct sentence *const heads[] = { W_NR, W_WHAT, W_WHO,
		W_STATE, W_DUE, W_CHOSEN };
	size_t n = 0;

	for (size_t i = 0; i < t->all.n; i++)
		n += t->all.v[i].conflicts.n + t->all.v[i].positions.n;
	heading(t, W_CHOICES, n, W_NO_CHOICES);
	if (n == 0)
		return;
	columns(t, W_CHOICES, heads, COUNT(heads));
	for (size_t i = 0; i < t->all.n; i++)
		choices_of(t, &t->all.v[i]);
}

static void gaps(const struct telling *t)
{
	static const struct sentence *const heads[] = { W_NR, W_WHAT, W_WHO,
		W_DUE, W_ANSWER };
	size_t n = 0;

	for (size_t i = 0; i < t->all.n; i++)
		n += t->all.v[i].gaps.n;
	heading(t, W_GAPS, n, W_NO_GAPS);
	if (n == 0)
		return;
	columns(t, W_GAPS, heads, COUNT(heads));
	for (size_t i = 0; i < t->all.n; i++)
		for (size_t j = 0; j < t->all.v[i].gaps.n; j++) {
			const struct finding *f = &t->all.v[i].gaps.v[j];

			name(t, &t->all.v[i], "findings", 'F', f->no);
			text(t, f->sentence);
			text(t, f->gap.owner);
			day(t, f->gap.due);
			text(t, text_blank(f->gap.answer) ?
			     say(t->r, W_NO_ANSWER) : f->gap.answer);
		}
}

static void reported(const struct telling *t)
{
	static const struct sentence *const heads[] = { W_DAY, W_FORUM,
		W_SAID };
	size_t n = 0;

	for (size_t i = 0; i < t->all.n; i++)
		for (size_t j = 0; j < t->all.v[i].told.n; j++)
			n += !t->all.v[i].told.v[j].removed;
	heading(t, W_TOLD, n, W_NO_TOLD);
	if (n == 0)
		return;
	columns(t, W_TOLD, heads, COUNT(heads));
	for (size_t i = 0; i < t->all.n; i++)
		for (size_t j = 0; j < t->all.v[i].told.n; j++) {
			const struct reporting *b = &t->all.v[i].told.v[j];

			if (b->removed)
				continue;
			paper_row(t->p);
			paper_cell(t->p, CELL_ROW, say_day(t->r, b->day));
			text(t, b->forum);
			text(t, b->said);
		}
}

/* -- how many, first of all ------------------------------------------------ */

static void add_count(const struct telling *t, const char **all, i64 n,
                      const char *word)
{
	if (n > 0)
		*all = arena_print(t->p->mem, "%s%s%s: %lld", *all,
		                   **all == '\0' ? "" : " · ", word, n);
}

static void count_actions(const struct telling *t)
{
	i64 of[ACTION_DROPPED + 1] = {0}, late = 0;
	const char *all = "";

	for (size_t i = 0; i < t->all.n; i++)
		for (size_t j = 0; j < t->all.v[i].actions.n; j++) {
			const struct action *a = &t->all.v[i].actions.v[j];

			of[a->state]++;
			late += action_is_late(a, t->today);
		}
	for (int i = ACTION_PROPOSED; i <= ACTION_DROPPED; i++)
		add_count(t, &all, of[i], action_state_word(t->r,
		          (enum action_state)i));
	add_count(t, &all, late, say(t->r, W_LATE));
	if (*all != '\0')
		paper_fact(t->p, say(t->r, W_ACTIONS), all);
}

static void count_open(const struct telling *t, const struct sentence *label,
                       i64 of[2], const struct sentence *const words[2])
{
	const char *all = "";

	for (int i = 0; i < 2; i++)
		add_count(t, &all, of[i], say(t->r, words[i]));
	if (*all != '\0')
		paper_fact(t->p, say(t->r, label), all);
}

static void counts(const struct telling *t)
{
	i64 chosen[2] = {0}, answered[2] = {0}, n = 0;

	for (size_t i = 0; i < t->all.n; i++) {
		const struct followed *f = &t->all.v[i];

		for (size_t j = 0; j < f->conflicts.n; j++)
			chosen[text_blank(f->conflicts.v[j].chosen)]++;
		for (size_t j = 0; j < f->positions.n; j++)
			chosen[!f->positions.v[j].made]++;
		for (size_t j = 0; j < f->gaps.n; j++)
			answered[text_blank(f->gaps.v[j].gap.answer)]++;
		n += (i64)(f->actions.n + f->conflicts.n +
		           f->positions.n + f->gaps.n);
	}
	if (n == 0)
		return;
	paper_facts(t->p);
	count_actions(t);
	count_open(t, W_CHOICES, chosen, (const struct sentence *const[]){
		W_CHOSEN, W_NOT_CHOSEN });
	count_open(t, W_GAPS, answered, (const struct sentence *const[]){
		W_ANSWERED, W_NO_ANSWER });
}

enum status follow_paper(struct req *r, i64 assessment, struct paper **out)
{
	struct telling t = { .r = r, .today = day_of_instant(r->s.now) };
	struct assessment a = {0};
	const char *title;

	TRY(assess_get(&r->s, assessment, &a));
	TRY(read_all(r, &a, &t.all));
	title = say_with(r, W_TITLE, digits(r, year_of_day(t.today)), a.title);
	t.p = paper_new(r->s.mem, either(r, "sv", "en"), title);
	t.p->author = r->org_name;
	t.p->landscape = true;
	t.p->stacked = true;
	t.p->made_at = r->s.now;
	paper_heading(t.p, 1, NULL, title);
	paper_text(t.p, BLOCK_LEAD, say_with(r, W_LEAD, say_day(r, t.today),
	                                     NULL));
	counts(&t);
	told_actions(&t);
	departures(&t);
	choices(&t);
	gaps(&t);
	reported(&t);
	*out = t.p;
	return OK;
}
