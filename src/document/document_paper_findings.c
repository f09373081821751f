#include <string.h>

#include "base/text.h"
#include "document/document_paper.h"
#include "document/document.msg"

/* Each finding once, under what is judged, with all its marks. */

const char *annex_mark_word(const struct annex *a, const struct mark *m,
                            enum finding_kind kind)
{
	static const struct sentence *const words[] = {
		P_UNJUDGED, P_DP, P_IP, P_IN, P_DN, P_P, P_N, P_NO, P_GAP,
	};

	return annex_say(a, words[mark_drawn(m, kind)], NULL, NULL);
}

static const char *by_actions(const struct annex *a, const struct finding *f)
{
	const char *text = "";

	for (size_t i = 0; i < a->d->actions.n; i++) {
		const struct action *it = &a->d->actions.v[i];

		for (size_t j = 0; j < it->sources.n; j++) {
			if (it->sources.v[j].finding == f->id)
				text = annex_join(a, text, annex_say(a,
					P_BY_ACTION, annex_no(a, 'A', it->no),
					NULL));
		}
	}
	return text;
}

static bool is_side(const struct conflict *c, const struct finding *f)
{
	for (size_t i = 0; i < c->sides.n; i++) {
		const struct side_member_list *all = &c->sides.v[i].members;

		for (size_t j = 0; j < all->n; j++) {
			if (all->v[j].finding == f->id)
				return true;
		}
	}
	return false;
}

const char *annex_handled(const struct annex *a, const struct finding *f)
{
	const char *text = by_actions(a, f);

	for (size_t i = 0; i < a->d->conflicts.n; i++) {
		const struct conflict *c = &a->d->conflicts.v[i];

		if (is_side(c, f))
			text = annex_join(a, text, annex_say(a, P_BY_CONFLICT,
				conflict_name(a->mem, c), NULL));
	}
	for (size_t i = 0; i < a->d->positions.n; i++) {
		const struct position *p = &a->d->positions.v[i];

		if (p->finding == f->id)
			text = annex_join(a, text, annex_say(a, P_BY_POSITION,
				arena_print(a->mem, "%lld", p->no), NULL));
	}
	if (f->handled == HANDLED_REMAINS)
		text = annex_join(a, text, annex_say(a, P_BY_REMAINING,
		                                     f->handled_why, NULL));
	if (f->handled == HANDLED_IN_REPLY)
		text = annex_join(a, text, annex_say(a, P_BY_REPLY, NULL,
		                                     NULL));
	return text;
}

bool annex_unhandled(const struct annex *a, const struct finding *f)
{
	return finding_is_negative(f) &&
	       finding_handled(f, &a->d->conflicts, &a->d->positions,
	                       &a->d->actions) == BY_NOTHING;
}

/* "women+foreign_born" as "Kvinnor, utrikes födda": one group of people. */
static const char *combination(const struct annex *a, const char *codes)
{
	const char *text = "";

	while (*codes != '\0') {
		size_t n = strcspn(codes, "+");

		for (size_t i = 0; i < a->d->groups.n; i++) {
			const struct group *g = &a->d->groups.v[i];
			const char *name = annex_title(a, g->name_sv,
			                               g->name_en);

			if (strlen(g->code) != n ||
			    strncmp(g->code, codes, n) != 0)
				continue;
			text = *text == '\0' ? name : arena_print(a->mem,
				"%s + %s", text, text_fold(a->mem, name));
		}
		codes += n + (codes[n] == '+');
	}
	return text;
}

static const char *groups(const struct annex *a, const struct finding *f)
{
	const char *text = "";

	for (size_t i = 0; i < f->groups.n; i++)
		text = annex_join(a, text, combination(a, f->groups.v[i]));
	return text;
}

static void marks(const struct annex *a, const struct finding *f)
{
	for (size_t i = 0; i < f->marks.n; i++) {
		const struct mark *m = &f->marks.v[i];
		const struct goal *g = annex_goal(a, m->goal);
		struct span *s;

		if (g == NULL)
			continue;
		s = paper_span(a->p, annex_say(a, P_MARK_IS,
			annex_title(a, g->title_sv, g->title_en),
			annex_mark_word(a, m, f->kind)));
		s->mark = (enum paper_mark)mark_drawn(m, f->kind);
		annex_tile(a, s, g);
	}
}

static void how_sure(const struct annex *a, const struct finding *f)
{
	static const struct sentence *const terms[] = {
		NULL, P_TERM_SHORT, P_TERM_LONG, P_TERM_BOTH,
	};
	static const struct sentence *const levels[] = {
		NULL, P_LOW, P_MIDDLE, P_HIGH,
	};

	static const struct sentence *const concerns[] = {
		NULL, P_CONCERNS_EFFECT, P_CONCERNS_DOING, P_CONCERNS_BOTH,
	};

	if (f->concerns != CONCERNS_UNSAID)
		annex_fact(a, P_CONCERNS, annex_say(a, concerns[f->concerns],
		                                    NULL, NULL));
	if (f->term != TERM_UNSAID)
		annex_fact(a, P_TERM, annex_say(a, terms[f->term], NULL,
		                                NULL));
	if (f->certainty != CERTAINTY_UNSAID)
		annex_fact(a, P_CERTAINTY, annex_say(a, levels[f->certainty],
		                                     NULL, NULL));
}

static void rests_on(const struct annex *a, const struct finding *f)
{
	for (size_t i = 0; i < f->evidence.n; i++) {
		const struct evidence *e = &f->evidence.v[i];
		const char *text = annex_join(a, annex_join(a, or_empty(
			e->name), e->source), e->place);

		annex_fact(a, P_EVIDENCE, text);
	}
}

static void about(const struct annex *a, const struct finding *f)
{
	const char *handled = annex_handled(a, f), *by = f->written_by;

	if (f->dissent)
		by = annex_join(a, by, annex_say(a, P_DISSENT_WORD, NULL,
		                                 NULL));
	annex_fact(a, P_RATIONALE, f->rationale);
	annex_fact(a, P_GROUPS, groups(a, f));
	annex_fact(a, P_PLACES, f->places);
	how_sure(a, f);
	rests_on(a, f);
	annex_fact(a, P_WRITTEN_BY, by);
	if (f->reworded)
		annex_fact(a, P_WORDING, annex_say(a, P_REWORDED, NULL,
		                                   NULL));
	if (annex_unhandled(a, f))
		handled = annex_say(a, P_NOT_HANDLED, NULL, NULL);
	annex_fact(a, finding_is_negative(f) || f->kind == FINDING_GAP ?
	           P_HANDLED : P_PART_OF, handled);
}

static void finding(const struct annex *a, const struct finding *f)
{
	struct block *item;

	paper_list(a->p, BLOCK_FINDINGS);
	item = paper_item(a->p, f->sentence);
	item->label = annex_no(a, 'F', f->no);
	item->anchor = annex_no(a, 'f', f->no);
	if (f->traced)
		item->label_link = arena_print(a->mem, "/a/%s/origin/%lld",
		                               a->d->a.key, f->no);
	marks(a, f);
	about(a, f);
}

static void wordings(const struct annex *a, const struct priority *p)
{
	annex_fact(a, P_TEXT, p->now.text);
	annex_fact(a, P_SERVES, p->now.serves);
	if (p->wordings.n < 2)
		return;
	for (size_t i = p->wordings.n; i-- > 0;) {
		const struct wording *w = &p->wordings.v[i];
		const char *from = annex_day(a, day_of_instant(w->at));

		annex_fact(a, P_WORDING, annex_say(a, w->no == p->now.no ?
			P_WORDING_FROM : P_WORDING_WAS, w->title, from));
	}
}

static void priority(const struct annex *a, const struct priority *p)
{
	size_t n = 0;

	paper_heading(a->p, 3, annex_no(a, 'p', p->no), arena_print(a->mem,
		"P%lld %s", p->no, p->now.title));
	wordings(a, p);
	annex_answers(a, p, NULL);
	for (size_t i = 0; i < a->d->findings.n; i++) {
		if (a->d->findings.v[i].priority != p->id)
			continue;
		finding(a, &a->d->findings.v[i]);
		n++;
	}
	if (n == 0)
		annex_text(a, P_NO_FINDINGS);
}

void annex_findings(const struct annex *a)
{
	annex_heading(a, 2, P_FINDINGS);
	for (size_t i = 0; i < a->d->priorities.n; i++)
		priority(a, &a->d->priorities.v[i]);
}
