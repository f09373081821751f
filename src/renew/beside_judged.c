/* What the two say of what is judged: its wording, the goals, the findings. */
#include "assess/words.h"
#include "base/text.h"
#include "renew/beside.msg"
#include "renew/beside_view.h"
#include "seal/seal.h"

/* -- what is judged ------------------------------------------------------- */

static const struct priority *priority_at(const struct telling *t,
                                          const struct place *it, int side)
{
	return it->at[side] == NOWHERE ? NULL :
	       &t->two->d[side].priorities.v[it->at[side]];
}

static void wording(const struct telling *t, const struct priority *p)
{
	if (p == NULL) {
		told_cell(t, say(t->r, B_NOT_THERE));
		return;
	}
	paper_cell(t->p, CELL_TEXT, NULL);
	paper_cell_line(t->p, arena_print(t->p->mem, "P%lld %s", p->no,
	                                  p->now.title))->strong = true;
	if (!text_blank(p->now.text))
		paper_cell_line(t->p, p->now.text);
	if (!text_blank(p->now.serves))
		paper_cell_line(t->p, say_with(t->r, B_SERVES, p->now.serves,
		                               NULL));
}

void told_priorities(const struct telling *t)
{
	struct place_list all = {0};

	priorities_beside(t->p->mem, &t->two->d[0], &t->two->d[1], &all);
	if (!told_any(t, B_JUDGED, all.n, places_differing(&all),
	              B_SAME_JUDGED))
		return;
	told_table(t, B_WORDINGS, B_WHAT);
	for (size_t i = 0; i < all.n; i++) {
		const struct priority *a = priority_at(t, &all.v[i], 0);
		const struct priority *b = priority_at(t, &all.v[i], 1);

		if (t->only && !all.v[i].differs)
			continue;
		paper_row(t->p);
		paper_cell(t->p, CELL_ROW, (a != NULL ? a : b)->now.title);
		wording(t, a);
		wording(t, b);
		told_cell(t, told_placed(t, &all.v[i]));
	}
}

/* -- goal by goal --------------------------------------------------------- */

/* Not judged though chosen, not chosen, or nothing to choose from. */
static const struct sentence *why_left(const struct document *d, bool chosen,
                                       const struct beside *it)
{
	const struct framework *f = framework_in(d, it->framework->code);

	if (f == NULL)
		return B_NOT_USED;
	if (goal_in(f, it->goal->code) == NULL)
		return B_NOT_IN_EDITION;
	return chosen ? B_UNJUDGED : B_NOT_CHOSEN;
}

static void left(const struct telling *t, int side, const struct beside *it)
{
	bool chosen = it->chosen[side];

	paper_cell_line(t->p, say(t->r, why_left(&t->two->d[side], chosen,
		it)))->mark = chosen ? MARK_UNJUDGED : MARK_NOT_CHOSEN;
}

static void marks_cell(const struct telling *t, int side,
                       const struct beside *it)
{
	const struct goal_mark_list *all = &it->side[side];
	struct cell *c = paper_cell(t->p, CELL_TEXT, NULL);

	c->hatched = all->n == 0 && it->chosen[side];
	if (all->n == 0)
		left(t, side, it);
	for (size_t i = 0; i < all->n; i++) {
		const struct finding *f = all->v[i].finding;
		const struct mark *m = all->v[i].mark;

		paper_cell_line(t->p, arena_print(t->p->mem,
			"%s, P%lld F%lld: %s", mark_word(t->r, m, f->kind),
			f->priority_no, f->no, f->sentence))->mark =
			(enum paper_mark)mark_drawn(m, f->kind);
	}
}

static void goal_row(const struct telling *t, const struct beside *it)
{
	const char *title = either(t->r, it->goal->title_sv,
	                           it->goal->title_en);
	struct span *s;

	paper_row(t->p);
	paper_cell(t->p, CELL_ROW, NULL);
	s = paper_cell_line(t->p, it->renamed == NULL ? title :
		arena_print(t->p->mem, "%s / %s", title, either(t->r,
		it->renamed->title_sv, it->renamed->title_en)));
	s->tile = it->goal->code;
	s->tile_colour = goal_tile_colour(it->framework->kind,
	                                  it->goal->code);
	marks_cell(t, 0, it);
	marks_cell(t, 1, it);
	told_cell(t, say(t->r, it->differs ? B_DIFFERENT : B_SAID_SAME));
}

void told_goals(const struct telling *t)
{
	const struct framework *under = NULL;
	struct beside_list all = {0};
	size_t differ = 0;

	documents_beside(t->p->mem, &t->two->d[0], &t->two->d[1], &all);
	for (size_t i = 0; i < all.n; i++)
		differ += all.v[i].differs;
	if (!told_any(t, B_GOALS, all.n, differ, B_NO_DIFFERENCE))
		return;
	told_table(t, B_GOAL_BY_GOAL, B_GOAL);
	for (size_t i = 0; i < all.n; i++) {
		const struct framework *f = all.v[i].framework;

		if (t->only && !all.v[i].differs)
			continue;
		if (under == NULL || !same(under->code, f->code)) {
			paper_row(t->p);
			paper_cell(t->p, CELL_GROUP, either(t->r, f->title_sv,
			                                    f->title_en));
		}
		under = f;
		goal_row(t, &all.v[i]);
	}
}

/* -- finding by finding --------------------------------------------------- */

static const char *change_word(const struct telling *t, enum change c)
{
	switch (c) {
	case CHANGE_NONE:
		return say(t->r, t->two->kin ? B_KEPT : B_IN_BOTH);
	case CHANGE_WORDS:
		return say(t->r, B_OTHER_WORDS);
	case CHANGE_MARKS:
		return say(t->r, B_OTHER_MARKS);
	case CHANGE_NEW:
		return told_only_in(t, 1);
	case CHANGE_GONE:
		return told_only_in(t, 0);
	}
	return "";
}

static void mark_line(const struct telling *t, const struct document *d,
                      const struct finding *f, const struct mark *m)
{
	const struct framework *of = framework_in(d, m->framework);
	const struct goal *g = goal_in(of, m->code);
	struct span *s = paper_cell_line(t->p, arena_print(t->p->mem, "%s: %s",
		mark_word(t->r, m, f->kind), g == NULL ? m->code :
		either(t->r, g->title_sv, g->title_en)));

	s->mark = (enum paper_mark)mark_drawn(m, f->kind);
	s->tile = m->code;
	s->tile_colour = of == NULL ? 0 : goal_tile_colour(of->kind, m->code);
}

/* Where it stands there, what it marks; and its words if they are others. */
static void found_cell(const struct telling *t, int side,
                       const struct finding *f, const char *sentence)
{
	if (f == NULL) {
		told_cell(t, say(t->r, B_NOT_THERE));
		return;
	}
	paper_cell(t->p, CELL_TEXT, NULL);
	paper_cell_line(t->p, arena_print(t->p->mem, "P%lld F%lld",
		f->priority_no, f->no))->link = arena_print(t->p->mem,
		"/a/%s/findings/%lld", t->two->key[side], f->no);
	if (!same(f->sentence, sentence))
		paper_cell_line(t->p, f->sentence);
	for (size_t i = 0; i < f->marks.n; i++)
		mark_line(t, &t->two->d[side], f, &f->marks.v[i]);
}

/* "Nya: 3. Finns inte kvar: 1." of findings, and of nothing else. */
static void counted(const struct telling *t, const struct compared_list *all)
{
	static const enum change order[] = { CHANGE_NEW, CHANGE_GONE,
		CHANGE_NONE, CHANGE_MARKS, CHANGE_WORDS };
	const char *said = "";

	for (size_t c = 0; c < COUNT(order); c++) {
		i64 n = 0;

		for (size_t i = 0; i < all->n; i++)
			n += all->v[i].change == order[c];
		if (n > 0)
			said = arena_print(t->p->mem, "%s%s%s: %s.", said,
				*said == '\0' ? "" : " ",
				change_word(t, order[c]), digits(t->r, n));
	}
	paper_text(t->p, BLOCK_PARAGRAPH, said);
}

void told_findings(const struct telling *t)
{
	struct compared_list all = {0};
	size_t differ = 0;

	findings_compare(t->p->mem, &t->two->d[0], &t->two->d[1], &all);
	for (size_t i = 0; i < all.n; i++)
		differ += all.v[i].change != CHANGE_NONE;
	if (!told_any(t, B_FINDINGS, all.n, differ, B_SAME_FINDINGS))
		return;
	counted(t, &all);
	told_table(t, B_FINDING_BY_FINDING, B_FINDING);
	for (size_t i = 0; i < all.n; i++) {
		const struct compared *c = &all.v[i];
		const char *said = (c->before != NULL ? c->before :
		                    c->now)->sentence;

		if (t->only && c->change == CHANGE_NONE)
			continue;
		paper_row(t->p);
		paper_cell(t->p, CELL_ROW, said);
		found_cell(t, 0, c->before, said);
		found_cell(t, 1, c->now, said);
		told_cell(t, change_word(t, c->change));
	}
}
