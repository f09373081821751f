/* What the figures of an assessment share: words, tiles and marks. */
#include "assess/figures.h"
#include "assess/figures.msg"
#include "base/text.h"
#include "paper/paper.h"

enum { MARK = 14, STEP = 17, LINE_HIGH = 18 };

const char *figure_say(const struct pictured *p, const struct sentence *s,
                       const char *first, const char *second)
{
	return say_fill(p->mem, s->in[p->language], first, second);
}

const char *figure_title(const struct pictured *p, const char *sv,
                         const char *en)
{
	return p->language == ENGLISH && !text_blank(en) ? en : sv;
}

const char *list_said(struct arena *mem, enum language language,
                      const struct text_list *all)
{
	const char *text = "";

	for (size_t i = 0; i < all->n; i++) {
		if (i == 0)
			text = all->v[0];
		else if (i + 1 < all->n)
			text = arena_print(mem, "%s, %s", text, all->v[i]);
		else
			text = arena_print(mem, "%s %s %s", text,
				FG_AND->in[language], all->v[i]);
	}
	return text;
}

void count_said(const struct pictured *p, struct text_list *to,
                const struct counted *words, i64 n)
{
	if (n > 0)
		*PUSH(p->mem, to) = say_number(p->mem, p->language, words, n);
}

const struct framework *framework_of(const struct pictured *p,
                                     const struct goal *g)
{
	for (size_t i = 0; i < p->frameworks->n; i++) {
		if (p->frameworks->v[i].id == g->framework)
			return &p->frameworks->v[i];
	}
	return NULL;
}

const char *goal_name(const struct pictured *p, const struct goal *g)
{
	return figure_title(p, g->title_sv, g->title_en);
}

static int tile_colour(const struct pictured *p, const struct goal *g)
{
	const struct framework *of = framework_of(p, g);

	return of == NULL ? 0 : goal_tile_colour(of->kind, g->code);
}

void goal_tile_named(const struct pictured *p, const struct goal *g,
                     struct span *s)
{
	s->tile = g->code;
	s->tile_colour = tile_colour(p, g);
}

void goal_tile_drawn(const struct pictured *p, struct figure *f,
                     const struct goal *g, int x, int y)
{
	struct shape *s = figure_shape(p->mem, f, SHAPE_TILE, x, y, 28, 18);

	s->text = g->code;
	s->tile_colour = tile_colour(p, g);
}

/* -- marks --------------------------------------------------------------- */

void marks_counted(const struct pictured *p, const struct matrix_cell *c,
                   i64 goal, int counts[MARKS_MOST])
{
	for (size_t i = 0; i < c->n; i++) {
		const struct finding *f = &p->findings->v[c->findings[i]];

		for (size_t j = 0; j < f->marks.n; j++) {
			if (f->marks.v[j].goal == goal)
				counts[mark_drawn(&f->marks.v[j], f->kind)]++;
		}
	}
	counts[MARK_DIVIDED] += c->dissent;
	counts[MARK_UNJUDGED] += c->state == CELL_UNJUDGED;
	counts[MARK_NOT_CHOSEN] += c->state == CELL_NOT_CHOSEN;
}

void findings_marked(const struct pictured *p, i64 goal, int mark,
                     struct text_list *out)
{
	for (size_t i = 0; i < p->findings->n; i++) {
		const struct finding *f = &p->findings->v[i];

		for (size_t j = 0; j < f->marks.n; j++) {
			if (f->marks.v[j].goal == goal &&
			    mark_drawn(&f->marks.v[j], f->kind) == mark)
				*PUSH(p->mem, out) = arena_print(p->mem,
					"F%lld", f->no);
		}
	}
}

/* Positive before negative, direct before indirect; what is no effect last. */
static const enum paper_mark order[] = {
	MARK_DIRECT_POSITIVE, MARK_INDIRECT_POSITIVE, MARK_POSITIVE,
	MARK_DIRECT_NEGATIVE, MARK_INDIRECT_NEGATIVE, MARK_NEGATIVE,
	MARK_NONE, MARK_GAP, MARK_DIVIDED, MARK_UNJUDGED, MARK_NOT_CHOSEN,
};

static void one_mark(const struct pictured *p, struct figure *f, int mark,
                     const char *times, int x, int y)
{
	figure_shape(p->mem, f, SHAPE_MARK, x, y, MARK, MARK)->mark = mark;
	if (*times != '\0')
		figure_text(p->mem, f, x + MARK + 2, y + 11, times)->size = 11;
}

int marks_drawn(const struct pictured *p, struct figure *f,
                const int counts[MARKS_MOST], int x, int y, int right)
{
	int at = x;

	for (size_t i = 0; i < COUNT(order); i++) {
		int n = counts[order[i]], wide;
		const char *times = n > 1 && order[i] < MARK_UNJUDGED ?
		                    arena_print(p->mem, "%d", n) : "";

		if (n == 0)
			continue;
		wide = STEP + (*times == '\0' ? 0 :
		               2 + figure_text_wide(times, 11, false));
		if (at > x && at + wide - 3 > right) {
			at = x;
			y += LINE_HIGH;
		}
		if (f != NULL)
			one_mark(p, f, (int)order[i], times, at, y);
		at += wide;
	}
	return y + LINE_HIGH;
}

int marks_explained(const struct pictured *p, struct figure *f, int y,
                    const bool used[MARKS_MOST])
{
	static const struct sentence *const words[] = {
		[MARK_DIRECT_POSITIVE]   = FG_DP,
		[MARK_INDIRECT_POSITIVE] = FG_IP,
		[MARK_INDIRECT_NEGATIVE] = FG_IN,
		[MARK_DIRECT_NEGATIVE]   = FG_DN,
		[MARK_POSITIVE]          = FG_P,
		[MARK_NEGATIVE]          = FG_N,
		[MARK_NONE]              = FG_NONE,
		[MARK_GAP]               = FG_GAP,
		[MARK_UNJUDGED]          = FG_UNJUDGED,
		[MARK_NOT_CHOSEN]        = FG_NOT_CHOSEN,
		[MARK_DIVIDED]           = FG_DIVIDED,
	};
	struct figure_sign_list all = {0};

	for (size_t i = 0; i < COUNT(order); i++) {
		if (!used[order[i]])
			continue;
		*PUSH(p->mem, &all) = (struct figure_sign){
			.mark = (int)order[i],
			.words = figure_say(p, words[order[i]], NULL, NULL),
		};
	}
	return figure_signs(p->mem, f, y, &all);
}
