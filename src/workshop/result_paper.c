/* The compilation, first part: what was found, priority by priority. */
#include "base/text.h"
#include "kit/icu.h"
#include "workshop/close.msg"
#include "workshop/result.h"

struct compiling {
	struct req               *r;
	struct paper             *p;
	const struct compilation *c;
};

static const char *say_no(const struct req *r, i64 no)
{
	return arena_print(r->s.mem, "%lld", no);
}

static void tile(struct span *s, const struct item_goal *g)
{
	s->tile = g->code;
	s->tile_colour = goal_tile_colour(g->framework, g->code);
}

static const char *title_of(const struct compiling *w,
                            const struct item_goal *g)
{
	return either(w->r, g->title_sv, g->title_en);
}

static const struct item *item_of(const struct compiling *w, i64 id)
{
	const struct item_list *all = &w->c->m.items;

	for (size_t i = 0; i < all->n; i++)
		if (all->v[i].id == id)
			return &all->v[i];
	return NULL;
}

/* -- findings ------------------------------------------------------------ */

/* Its number in the assessment, once it has one and says the same still. */
static i64 number_of(const struct compiling *w, const struct found *f)
{
	const char *digest = finding_digest(w->r->s.mem, &f->f);

	for (size_t i = 0; i < w->c->traces.n; i++)
		if (w->c->traces.v[i].item == f->item &&
		    same(w->c->traces.v[i].made, digest))
			return w->c->traces.v[i].no;
	return 0;
}

static const char *mark_says(const struct compiling *w, const struct mark *m,
                             enum finding_kind kind)
{
	static const unsigned values[] = {
		[MARK_DIRECT_POSITIVE] = VALUE_DP,
		[MARK_INDIRECT_POSITIVE] = VALUE_IP,
		[MARK_INDIRECT_NEGATIVE] = VALUE_IN,
		[MARK_DIRECT_NEGATIVE] = VALUE_DN,
		[MARK_POSITIVE] = VALUE_RP, [MARK_NEGATIVE] = VALUE_RN,
		[MARK_NONE] = VALUE_NO, [MARK_GAP] = VALUE_GAP,
	};

	return value_word(w->r, values[mark_drawn(m, kind)]);
}

static void marks(const struct compiling *w, const struct found *f)
{
	const struct item *i = item_of(w, f->item);

	for (size_t k = 0; i != NULL && k < f->f.marks.n; k++) {
		const struct mark *m = &f->f.marks.v[k];

		for (size_t g = 0; g < i->goals.n; g++) {
			struct span *s;

			if (i->goals.v[g].goal != m->goal)
				continue;
			s = paper_span(w->p, say_with(w->r, R_MARK, title_of(w,
				&i->goals.v[g]), mark_says(w, m, f->f.kind)));
			s->mark = (enum paper_mark)mark_drawn(m, f->f.kind);
			tile(s, &i->goals.v[g]);
		}
	}
}

/* Who says it and why, in the paragraph of the sentence. */
static void said_by(const struct compiling *w, const struct found *f)
{
	const char *by = f->boards.n == 0 ? say(w->r, R_ROOM) :
	                 f->f.written_by, *why = f->f.rationale;

	if (f->f.dissent)
		by = arena_print(w->r->s.mem, "%s, %s", by,
		                 say(w->r, R_DIVIDED));
	paper_span(w->p, arena_print(w->r->s.mem, " (%s)", by));
	if (text_blank(why) && finding_is_negative(&f->f))
		why = say(w->r, R_NO_WHY);
	if (!text_blank(why))
		paper_span(w->p, arena_print(w->r->s.mem, "\n%s: %s",
			say(w->r, R_WHY), why));
}

/* Pages of the meeting are for those who may open them: who has only a link of
 * their own reads the same without. */
static bool links(const struct compiling *w)
{
	return w->r->route->ground != ON_GUEST;
}

static const char *round_link(const struct compiling *w, i64 item_no)
{
	return links(w) ? arena_print(w->r->s.mem, "/w/%s/rounds/%lld",
	                              w->c->m.w.key, item_no) : NULL;
}

static void finding(const struct compiling *w, const struct found *f)
{
	const struct item *i = item_of(w, f->item);
	i64 no = number_of(w, f);
	struct block *item = paper_item(w->p, f->f.sentence);

	item->spans.v[0].link = round_link(w, i == NULL ? 0 : i->no);
	item->label = no == 0 ? "–" : arena_print(w->r->s.mem, "F%lld", no);
	if (no != 0 && links(w))
		item->label_link = arena_print(w->r->s.mem,
			"/a/%s/origin/%lld", w->c->m.w.assessment_key, no);
	said_by(w, f);
	marks(w, f);
}

/* -- how the tables answered --------------------------------------------- */

static const struct { unsigned value; enum paper_mark mark; } values[] = {
	{ VALUE_DP, MARK_DIRECT_POSITIVE },
	{ VALUE_IP, MARK_INDIRECT_POSITIVE },
	{ VALUE_IN, MARK_INDIRECT_NEGATIVE },
	{ VALUE_DN, MARK_DIRECT_NEGATIVE },
	{ VALUE_RP, MARK_POSITIVE }, { VALUE_RN, MARK_NEGATIVE },
	{ VALUE_NO, MARK_NONE }, { VALUE_GAP, MARK_GAP },
};

static const struct board_reply *reply_of(const struct compiling *w,
                                          const struct item *i, i64 goal,
                                          i64 board)
{
	const struct board_reply_list *all = &w->c->m.answers.replies;

	for (size_t k = 0; k < all->n; k++)
		if (all->v[k].item == i->id && all->v[k].goal == goal &&
		    all->v[k].board == board)
			return &all->v[k];
	return NULL;
}

static i64 boards_with(const struct compiling *w, const struct item *i,
                       const struct item_goal *g, unsigned value)
{
	i64 n = 0;

	for (size_t k = 0; k < w->c->m.boards.n; k++) {
		const struct board_reply *b = reply_of(w, i, g->goal,
			w->c->m.boards.v[k].id);

		n += b != NULL && (value_read(b->value, goal_has_path(g)) &
		                   value) != 0;
	}
	return n;
}

static void not_judged(const struct compiling *w, const char *text)
{
	paper_span(w->p, text)->mark = MARK_UNJUDGED;
}

/* How many tables said what, and which said nothing: never a mean. */
static void spread(const struct compiling *w, const struct item *i,
                   const struct item_goal *g)
{
	if (boards_answered(&w->c->m.answers.replies, i->id, g->goal) == 0) {
		not_judged(w, say(w->r, R_UNJUDGED));
		return;
	}
	for (size_t k = 0; k < COUNT(values); k++) {
		i64 n = boards_with(w, i, g, values[k].value);

		if (n > 0)
			paper_span(w->p, say_with(w->r, R_TIMES,
				value_word(w->r, values[k].value),
				say_count(w->r, R_BOARDS, n)))
				->mark = values[k].mark;
	}
	for (size_t k = 0; k < w->c->m.boards.n; k++) {
		const struct board *b = &w->c->m.boards.v[k];

		if (!b->retired && reply_of(w, i, g->goal, b->id) == NULL)
			not_judged(w, say_with(w->r, R_UNJUDGED_BY, b->name,
			                       NULL));
	}
}

static const struct verdict *verdict_of(const struct compiling *w,
                                        const struct item *i, i64 goal)
{
	const struct verdict_list *all = &w->c->m.answers.verdicts;

	for (size_t k = 0; k < all->n; k++)
		if (all->v[k].item == i->id && all->v[k].goal == goal)
			return &all->v[k];
	return NULL;
}

static const char *stands(const struct compiling *w, const struct item *i,
                          const struct item_goal *g)
{
	const struct board_reply_list *all = &w->c->m.answers.replies;
	const struct verdict *v = verdict_of(w, i, g->goal);
	size_t n = boards_answered(all, i->id, g->goal);

	if (v != NULL && v->kind != VERDICT_DIVIDED)
		return say(w->r, v->kind == VERDICT_ROOM ? R_ROOM_SET :
		           R_TABLE_SET);
	if (n == 0)
		return say(w->r, R_UNJUDGED);
	if (v != NULL || boards_disagree(all, i->id, g->goal))
		return say(w->r, R_APART);
	return say(w->r, n == 1 ? R_ONE : R_ALIKE);
}

/* What each answered before the table did, as counts in one line. */
static void persons(const struct compiling *w, const struct item *i,
                    const struct item_goal *g)
{
	const struct tally_list *all = &w->c->persons[i - w->c->m.items.v];
	const char *text = NULL;

	for (size_t k = 0; k < COUNT(values); k++) {
		const char *one;
		i64 n = 0;

		for (size_t t = 0; t < all->n; t++)
			if (all->v[t].goal == g->goal &&
			    (value_read(all->v[t].value, goal_has_path(g)) &
			     values[k].value) != 0)
				n += all->v[t].n;
		if (n == 0)
			continue;
		one = say_with(w->r, R_EACH_OF, arena_print(w->r->s.mem,
			"%lld", n), value_word(w->r, values[k].value));
		text = text == NULL ? one : arena_print(w->r->s.mem, "%s, %s",
		                                        text, one);
	}
	if (text != NULL)
		paper_span(w->p, arena_print(w->r->s.mem, "\n%s",
		           say_with(w->r, R_EACH, text, NULL)));
}

static void goal_item(const struct compiling *w, const struct item *i,
                      const struct item_goal *g)
{
	struct block *item = paper_item(w->p, title_of(w, g));

	item->label = g->code;
	item->spans.v[0].link = round_link(w, i->no);
	paper_span(w->p, arena_print(w->r->s.mem, ": %s", stands(w, i, g)));
	persons(w, i, g);
	spread(w, i, g);
}

static void goals_list(const struct compiling *w, i64 of)
{
	const struct item_list *all = &w->c->m.items;

	paper_heading(w->p, 3, NULL, say(w->r, R_SPREAD));
	paper_list(w->p, BLOCK_FINDINGS);
	for (size_t i = 0; i < all->n; i++)
		for (size_t k = 0; all->v[i].priority == of &&
		     k < all->v[i].goals.n; k++)
			goal_item(w, &all->v[i], &all->v[i].goals.v[k]);
}

static void priority(const struct compiling *w, const struct item *of)
{
	size_t n = 0;

	paper_heading(w->p, 2, NULL, arena_print(w->r->s.mem, "P%lld %s",
	              of->priority_no, of->priority_title));
	for (size_t i = 0; i < w->c->found.n; i++)
		if (w->c->found.v[i].f.priority == of->priority) {
			if (n++ == 0)
				paper_list(w->p, BLOCK_FINDINGS);
			finding(w, &w->c->found.v[i]);
		}
	if (n == 0)
		paper_text(w->p, BLOCK_PARAGRAPH, say(w->r, R_NO_FINDING));
	goals_list(w, of->priority);
}

/* In the order of their numbers, each once. */
static const struct item *next_priority(const struct item_list *all, i64 after)
{
	const struct item *next = NULL;

	for (size_t i = 0; i < all->n; i++) {
		const struct item *at = &all->v[i];

		if (at->goals.n > 0 && at->priority_no > after &&
		    (next == NULL || at->priority_no < next->priority_no))
			next = at;
	}
	return next;
}

/* -- the whole ----------------------------------------------------------- */

static const char *held(const struct compiling *w)
{
	const struct workshop *at = &w->c->m.w;

	return say_with(w->r, R_TIMES, say_day(w->r, at->day),
	                workshop_state_say(w->r, at->state));
}

static const char *reached(const struct compiling *w)
{
	const struct meeting *m = &w->c->m;
	i64 asked = 0, done = 0;

	for (size_t i = 0; i < m->items.n; i++) {
		const struct item *it = &m->items.v[i];

		if (!item_is_asked(it->kind) || it->kind == ITEM_CLOSE ||
		    it->state == ITEM_SKIPPED)
			continue;
		asked++;
		done += item_ends(it, &m->reach[i]) == ITEM_DONE ||
		        (it->state == ITEM_LEFT && m->reach[i].reached);
	}
	return say_with(w->r, R_REACHED, say_no(w->r, done),
	                say_no(w->r, asked));
}

struct paper *result_paper(struct req *r, const struct compilation *c)
{
	struct compiling w = { .r = r, .c = c };
	const struct item *at = next_priority(&c->m.items, 0);

	w.p = paper_new(r->s.mem, r->language == ENGLISH ? "en" : "sv",
	                arena_print(r->s.mem, "%s: %s", say(r, R_PAPER),
	                            c->m.w.title));
	w.p->author = r->org_name;
	w.p->subject = say(r, R_TITLE);
	w.p->page_word = say(r, R_PAGE);
	w.p->made_at = c->m.w.ended_at == 0 ? r->s.now : c->m.w.ended_at;
	paper_heading(w.p, 1, NULL, say(r, R_TITLE));
	paper_text(w.p, BLOCK_LEAD, reached(&w));
	paper_text(w.p, BLOCK_PARAGRAPH, held(&w));
	if (c->m.w.state == WORKSHOP_RUNNING)
		paper_text(w.p, BLOCK_PARAGRAPH, say(r, R_NOW));
	for (; at != NULL; at = next_priority(&c->m.items, at->priority_no))
		priority(&w, at);
	result_rest(r, w.p, c);
	return w.p;
}
