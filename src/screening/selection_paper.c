/* The year's list as a paper and as a table. */
#include "screening/selection.msg"
#include "screening/selection_show.h"
#include "base/text.h"
#include "paper/paper.h"

static const char *year_text(const struct req *r, i64 year)
{
	return arena_print(r->s.mem, "%lld", year);
}

static void row(struct req *r, struct paper *p, const struct selection *n)
{
	struct cell *c;

	paper_row(p);
	paper_cell(p, CELL_ROW, n->title);
	paper_cell(p, CELL_TEXT, subject_kind_say(r, n->kind));
	paper_cell(p, CELL_TEXT, n->unit);
	paper_cell(p, CELL_TEXT, n->motive);
	paper_cell(p, CELL_TEXT, n->lead);
	c = paper_cell(p, CELL_TEXT, n->quarter == 0 ? "" :
	               year_text(r, n->quarter));
	if (n->quarter != 0) {
		c->value = VALUE_NUMBER;
		c->number = n->quarter;
	}
	paper_cell(p, CELL_TEXT, n->decided_by);
	c = paper_cell(p, CELL_TEXT, say_day(r, n->decided_on));
	if (n->decided_on != 0) {
		c->value = VALUE_DAY;
		c->number = n->decided_on;
	}
	paper_cell(p, CELL_TEXT, selection_where_say(r, n));
}

struct paper *selection_paper(struct req *r, i64 year,
                              const struct selection_list *all,
                              const struct coverage_list *covered)
{
	static const struct sentence *const heads[] = {
		W_WHAT, W_KIND, W_UNIT, Y_MOTIVE, W_LEAD, W_QUARTER,
		W_DECIDED_BY, W_DAY, Y_ASSESSED,
	};
	const char *in = year_text(r, year);
	struct paper *p = paper_new(r->s.mem, r->language == ENGLISH ? "en" :
		"sv", say_with(r, W_TITLE, in, NULL));

	p->author = r->org_name;
	p->subject = say(r, W_SUBJECT);
	p->page_word = say(r, W_PAGE);
	p->made_at = r->s.now;
	p->landscape = true;
	paper_heading(p, 1, NULL, p->title);
	paper_text(p, BLOCK_LEAD, coverage_say(r, covered));
	paper_text(p, BLOCK_PARAGRAPH, say(r, Y_COVERED_TEXT));
	paper_table(p, say_with(r, W_CAPTION, in, NULL), 1);
	paper_row(p);
	for (size_t i = 0; i < COUNT(heads); i++)
		paper_cell(p, CELL_COLUMN, say(r, heads[i]));
	for (size_t i = 0; i < all->n; i++)
		row(r, p, &all->v[i]);
	return p;
}
