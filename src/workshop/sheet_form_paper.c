/*
 * Forms to fill in by hand, one set for each board, in the order of the agenda
 * and numbered as in the entry. A goal takes half a page.
 */
#include "base/text.h"
#include "paper/paper.h"
#include "workshop/sheet.h"
#include "workshop/form.msg"
#include "workshop/show.h"

enum { GOAL_HIGH = 300,         /* points that the form of a goal takes */
       FORMS_MOST = 3000 };     /* of several boards in one paper */

static void box(struct paper *p, const char *text)
{
	paper_cell(p, CELL_TEXT, NULL);
	paper_cell_line(p, text)->mark = MARK_TICK;
}

/* "1 Direkt positiv" */
static void value_box(struct req *r, struct paper *p, bool path, size_t at)
{
	box(p, arena_print(r->s.mem, "%zu  %s", at + 1,
	                   value_word(r, form_box(path, at))));
}

static void boxes(struct req *r, struct paper *p, bool path)
{
	static const struct { size_t from, to; const struct sentence *word; }
	with[] = { { 0, 2, F_BETTER }, { 2, 4, F_WORSE }, { 4, 6, F_ELSE } },
	without[] = { { 0, 1, F_BETTER }, { 1, 2, F_WORSE },
	              { 2, 4, F_ELSE } };
	struct block *t = paper_table(p, say(r, F_TICK), 0);

	t->width[0] = 160;
	for (size_t i = 0; i < COUNT(with); i++) {
		size_t from = path ? with[i].from : without[i].from;
		size_t to = path ? with[i].to : without[i].to;

		paper_row(p);
		paper_cell(p, CELL_ROW, say(r, with[i].word));
		for (size_t at = from; at < to; at++)
			value_box(r, p, path, at);
		if (to - from == 1)
			paper_cell(p, CELL_TEXT, "");
	}
}

static void goal_form(struct req *r, struct paper *p,
                      const struct form_step *f)
{
	const char *name = either(r, f->goal->title_sv, f->goal->title_en);
	const char *no = form_number(r->s.mem, f);
	struct block *head = paper_heading(p, 3, NULL,
		f->item->priority_no == 0 ? say_with(r, F_SHEET, no, NULL) :
		say_with(r, F_SHEET_OF, no, arena_print(r->s.mem, "%lld",
		f->item->priority_no)));

	head->room = GOAL_HIGH;
	sheet_tile(paper_span(p, name), f->goal);
	boxes(r, p, goal_has_path(f->goal));
	paper_lines(p, say(r, F_PLUS), 2);
	paper_lines(p, say(r, F_MINUS), 2);
	paper_lines(p, say(r, F_OTHER), 1);
	paper_lines(p, say(r, F_DISSENT), 1);
}

/* -- proposals ----------------------------------------------------------- */

static void rows(struct req *r, struct paper *p, const struct sentence *head,
                 const struct sentence *more, int n)
{
	struct block *t = paper_table(p, say(r, head), 1);

	t->width[0] = 70;
	t->width[1] = 520;
	paper_row(p);
	paper_cell(p, CELL_COLUMN, say(r, F_NO));
	paper_cell(p, CELL_COLUMN, say(r, F_WHAT));
	paper_cell(p, CELL_COLUMN, say(r, more));
	for (int i = 1; i <= n; i++) {
		paper_row(p);
		paper_cell(p, CELL_ROW, arena_print(r->s.mem, "%d\n ", i));
		paper_cell(p, CELL_TEXT, "");
		paper_cell(p, CELL_TEXT, "");
	}
}

static void idea_form(struct req *r, struct paper *p,
                      const struct form_step *f)
{
	switch (f->item->kind) {
	case ITEM_MISSING:
		rows(r, p, F_AFFECTED, F_HOW_AFFECTED, 4);
		rows(r, p, F_AFFECTS, F_HOW_AFFECTS, 4);
		rows(r, p, F_MISSING, F_REACH, 4);
		return;
	case ITEM_ACTIONS:
		rows(r, p, F_ACTIONS, F_BY_WHOM, 8);
		return;
	default:
		rows(r, p, F_PROPOSE, F_WHY, 8);
	}
}

/* -- the leader's own question ------------------------------------------- */

static void ask_form(struct req *r, struct paper *p, const struct item *i)
{
	if (i->ask == ASK_SCALE) {
		paper_table(p, say(r, F_SCALE), 0);
		paper_row(p);
		for (int k = 1; k <= 5; k++)
			box(p, arena_print(r->s.mem, "%d", k));
	} else if (i->ask == ASK_CHOICE || i->ask == ASK_RANK) {
		paper_table(p, say(r, i->ask == ASK_CHOICE ? F_CHOOSE :
		            F_RANK), 0);
		for (size_t k = 0; k < i->options.n; k++) {
			paper_row(p);
			box(p, arena_print(r->s.mem, "%zu  %s", k + 1,
			                   i->options.v[k]));
		}
	} else {
		paper_lines(p, say(r, F_ANSWER), 6);
	}
	paper_lines(p, say(r, F_DISSENT), 2);
}

/* -- a board's set ------------------------------------------------------- */

static void item_head(struct req *r, struct paper *p, const struct board *b,
                      const struct item *i)
{
	paper_heading(p, 2, NULL, say_with(r, F_ITEM, arena_print(r->s.mem,
		"%lld", i->no), arena_print(r->s.mem, "%s · %s",
		item_question(r, i, NULL), b->name)))->new_page = true;
}

static void cover(struct req *r, struct paper *p, const struct board *b,
                  const struct form_step_list *steps)
{
	paper_heading(p, 1, NULL, say_with(r, F_COVER, b->name, NULL))
		->new_page = true;
	paper_text(p, BLOCK_LEAD, say(r, F_LEAD));
	paper_list(p, BLOCK_LIST);
	paper_item(p, say(r, F_RULE_SENTENCE));
	paper_item(p, say(r, F_RULE_ALONE));
	paper_item(p, say(r, F_RULE_NAMES));
	paper_table(p, say(r, F_AUTHORITY), 0);
	paper_row(p);
	box(p, say(r, F_AUTHORITY_YES));
	paper_table(p, say(r, F_CONTENTS), 1);
	p->last->width[0] = 120;
	paper_row(p);
	paper_cell(p, CELL_COLUMN, say(r, F_NO));
	paper_cell(p, CELL_COLUMN, say(r, F_QUESTION));
	for (size_t i = 0; i < steps->n; i++) {
		const struct form_step *f = &steps->v[i];

		paper_row(p);
		paper_cell(p, CELL_ROW, form_number(r->s.mem, f));
		paper_cell(p, CELL_TEXT, item_question(r, f->item, f->goal));
		if (f->item->priority_no != 0 && f->place <= 1)
			paper_cell_line(p, say_with(r, F_PRIORITY,
				arena_print(r->s.mem, "%lld",
				f->item->priority_no),
				f->item->priority_title));
	}
}

static void board_set(struct req *r, struct paper *p, const struct board *b,
                      const struct form_step_list *steps)
{
	cover(r, p, b, steps);
	for (size_t i = 0; i < steps->n; i++) {
		const struct form_step *f = &steps->v[i];

		if (f->place <= 1)
			item_head(r, p, b, f->item);
		if (f->goal != NULL)
			goal_form(r, p, f);
		else if (f->ideas)
			idea_form(r, p, f);
		else
			ask_form(r, p, f->item);
	}
}

static bool is_wanted(const struct sheets *s, const struct board *b)
{
	return !b->retired && (s->board == 0 || b->no == s->board);
}

struct paper *forms_paper(struct req *r, const struct sheets *s)
{
	struct form_step_list steps = form_steps(r->s.mem, &s->items);
	struct paper *p = sheet_new(r, s, say_with(r, F_TITLE, s->w.title,
	                                           NULL));
	size_t n = 0;

	for (size_t i = 0; i < s->boards.n; i++)
		n += is_wanted(s, &s->boards.v[i]);
	if (n == 0 || (n > 1 && n * steps.n > FORMS_MOST)) {
		paper_heading(p, 1, NULL, p->title);
		paper_text(p, BLOCK_PARAGRAPH, say(r, n == 0 ? F_NO_BOARDS :
		                                   F_ONE_BY_ONE));
		return p;
	}
	for (size_t i = 0; i < s->boards.n; i++)
		if (is_wanted(s, &s->boards.v[i]))
			board_set(r, p, &s->boards.v[i], &steps);
	return p;
}
