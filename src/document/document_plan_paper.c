/*
 * The plan of action: what shall be done and what it comes out of, and what
 * remains to choose. What happens and what is chosen are in tables of their
 * own.
 */
#include "base/text.h"
#include "document/document_paper.h"
#include "document/document.msg"

struct plan {
	const struct annex *a;
	const char         *site;       /* NULL: links within the site */
	bool                data;
};

static void text_cell(const struct plan *p, const char *text)
{
	paper_cell(p->a->p, CELL_TEXT, text_blank(text) ? NULL : text);
}

/* A day that is typed, or nothing. */
static void day_cell(const struct plan *p, i64 day)
{
	struct cell *c = paper_cell(p->a->p, CELL_TEXT,
	                            day == 0 ? NULL : annex_day(p->a, day));

	if (day == 0)
		return;
	c->value = VALUE_DAY;
	c->number = day;
}

/* The number it has in the assessment, and where that is: both last. */
static void name_cell(const struct plan *p, const char *room, char letter,
                      i64 no)
{
	const char *key = p->a->d->a.key;
	const char *link = arena_print(p->a->mem, "%s/a/%s/%s/%lld",
		p->data ? p->site : "", key, room, no);
	struct span *s;

	paper_cell(p->a->p, CELL_ROW, NULL);
	s = paper_cell_line(p->a->p, p->data ? arena_print(p->a->mem,
		"%s-%c%lld", key, letter, no) : annex_no(p->a, letter, no));
	if (!p->data) {
		s->link = link;
		return;
	}
	paper_cell(p->a->p, CELL_TEXT, NULL);
	paper_cell_line(p->a->p, link)->link = link;
}

static void sources_cell(const struct plan *p, const struct action *it)
{
	const char *all = NULL;

	paper_cell(p->a->p, CELL_TEXT, NULL);
	for (size_t i = 0; i < it->sources.n; i++) {
		const char *one = annex_source(p->a, &it->sources.v[i]);

		if (!p->data)
			paper_cell_line(p->a->p, one);
		all = annex_join(p->a, all, one);
	}
	if (p->data && all != NULL)
		paper_cell_line(p->a->p, all);
}

/* -- for a reader -------------------------------------------------------- */

static void told_action(const struct plan *p, const struct action *it)
{
	struct paper *to = p->a->p;

	paper_row(to);
	name_cell(p, "actions", 'A', it->no);
	paper_cell(to, CELL_TEXT, NULL);
	paper_cell_line(to, it->title)->strong = true;
	if (!text_blank(it->text))
		paper_cell_line(to, it->text);
	paper_cell_line(to, annex_purpose(p->a, it->purpose));
	sources_cell(p, it);
	text_cell(p, it->responsible);
	paper_cell(to, CELL_TEXT, annex_action_state(p->a, it));
	if (action_is_accepted(it) || action_has_day_alone(it))
		paper_cell_line(to, annex_accepted(p->a, it));
	if (!text_blank(it->progress))
		paper_cell_line(to, it->progress);
	if (!text_blank(it->effect))
		paper_cell_line(to, annex_join(p->a, annex_say(p->a,
			PL_EFFECT, NULL, NULL), it->effect));
	if (!text_blank(it->instead))
		paper_cell_line(to, annex_join(p->a, annex_say(p->a,
			PL_INSTEAD, NULL, NULL), it->instead));
	day_cell(p, it->due);
	text_cell(p, it->resource);
	text_cell(p, it->indicator);
}

static void told_actions(const struct plan *p)
{
	static const struct sentence *const heads[] = {
		PL_NR, P_ACTION, P_OUT_OF, PL_RESPONSIBLE, P_STATE, P_DUE,
		PL_RESOURCE, P_INDICATOR, NULL,
	};
	static const int widths[] = { 65, 275, 80, 125, 150, 95, 100, 110 };
	const struct action_list *all = &p->a->d->actions;
	struct block *table;

	annex_heading(p->a, 2, P_ACTIONS);
	if (all->n == 0) {
		annex_text(p->a, P_NO_ACTIONS);
		return;
	}
	table = paper_table(p->a->p, annex_say(p->a, P_ACTIONS_CAPTION, NULL,
	                                       NULL), 1);
	for (size_t i = 0; i < COUNT(widths); i++)
		table->width[i] = widths[i];
	annex_columns(p->a, heads);
	for (size_t i = 0; i < all->n; i++)
		told_action(p, &all->v[i]);
}

static void positions(const struct plan *p)
{
	static const struct sentence *const heads[] = {
		PL_NR, PL_CHOICE, P_DECIDER, P_STATE, P_BY, NULL,
	};
	static const struct sentence *const more[] = {
		PL_NO, PL_LINK, PL_CHOICE, P_DECIDER, P_STATE, P_BY, NULL,
	};
	const struct position_list *all = &p->a->d->positions;

	if (all->n == 0)
		return;
	if (!p->data)
		annex_heading(p->a, 2, PL_CHOICES);
	paper_table(p->a->p, annex_say(p->a, PL_CHOICES, NULL, NULL), 1)
		->width[0] = p->data ? 0 : 65;
	annex_columns(p->a, p->data ? more : heads);
	for (size_t i = 0; i < all->n; i++) {
		const struct position *it = &all->v[i];

		paper_row(p->a->p);
		name_cell(p, "positions", 'V', it->no);
		text_cell(p, it->text);
		text_cell(p, it->decider);
		text_cell(p, annex_say(p->a, it->made ? PL_MADE : P_TO_MAKE,
		                       NULL, NULL));
		day_cell(p, it->due);
	}
}

/* -- for a planning system ----------------------------------------------- */

static void data_action(const struct plan *p, const struct action *it)
{
	paper_row(p->a->p);
	name_cell(p, "actions", 'A', it->no);
	text_cell(p, it->title);
	text_cell(p, it->text);
	text_cell(p, annex_purpose(p->a, it->purpose));
	sources_cell(p, it);
	text_cell(p, it->responsible);
	text_cell(p, it->other_org);
	day_cell(p, it->accepted_on);
	text_cell(p, it->accepted_by);
	text_cell(p, it->accepted_source);
	text_cell(p, annex_action_state(p->a, it));
	day_cell(p, it->due);
	text_cell(p, it->resource);
	text_cell(p, it->indicator);
	text_cell(p, it->progress);
	text_cell(p, it->effect);
}

static void data_actions(const struct plan *p)
{
	static const struct sentence *const heads[] = {
		PL_NO, PL_LINK, P_ACTION, PL_TEXT, PL_PURPOSE, P_OUT_OF,
		PL_RESPONSIBLE, PL_OTHER, PL_ACCEPTED, PL_ACCEPTED_BY,
		PL_ACCEPTED_FROM, P_STATE, P_DUE,
		PL_RESOURCE, P_INDICATOR, PL_PROGRESS, PL_EFFECT, NULL,
	};
	const struct action_list *all = &p->a->d->actions;

	paper_table(p->a->p, annex_say(p->a, P_ACTIONS, NULL, NULL), 1);
	annex_columns(p->a, heads);
	for (size_t i = 0; i < all->n; i++)
		data_action(p, &all->v[i]);
}

struct paper *document_plan(struct arena *mem, const struct document *d,
                            enum language language, const char *site,
                            bool data)
{
	struct annex a = annex_begin(mem, d, language, PL_TITLE, PL_SUBJECT);
	const struct plan p = { &a, site, data };

	a.p->landscape = true;
	if (data) {
		data_actions(&p);
		positions(&p);
		return a.p;
	}
	paper_heading(a.p, 1, NULL, a.p->title);
	paper_text(a.p, BLOCK_LEAD, annex_say(&a, PL_LEAD, NULL, NULL));
	annex_text(&a, PL_MASTER);
	told_actions(&p);
	positions(&p);
	return a.p;
}
