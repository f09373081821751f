/* What the participants got to know, as a paper: each report with what changed,
 * and what was done with their comments. Nobody is named. */
#include "base/text.h"
#include "kit/icu.h"
#include "paper/paper.h"
#include "workshop/back.h"
#include "workshop/back.msg"
#include "workshop/show.h"

static void fact(struct req *r, struct paper *p, const struct sentence *label,
                 const char *text)
{
	if (!text_blank(text))
		paper_fact(p, say(r, label), text);
}

static void reports(struct req *r, struct paper *p,
                    const struct report_back_list *all)
{
	size_t n = 0;

	for (size_t i = 0; i < all->n; i++) {
		const struct report_back *b = &all->v[i];

		if (b->removed)
			continue;
		n++;
		paper_heading(p, 2, NULL, arena_print(r->s.mem, "%s, %s",
			say(r, b->kind == REPORT_BACK ? B_KIND_BACK :
			    B_KIND_BECAME), say_day(r, b->day)));
		paper_facts(p);
		fact(r, p, B_FORUM, b->forum);
		fact(r, p, B_AUDIENCE, b->audience);
		fact(r, p, B_SAID, b->said);
		fact(r, p, B_CHANGED, b->changed);
	}
	if (n == 0)
		paper_text(p, BLOCK_PARAGRAPH, say(r, B_NO_BACK));
}

static void remark_cells(struct req *r, struct paper *p,
                         const struct remark *m)
{
	paper_row(p);
	paper_cell(p, CELL_ROW, m->text);
	paper_cell(p, CELL_TEXT, m->finding_no == 0 ? "" : arena_print(
		r->s.mem, "F%lld", m->finding_no));
	paper_cell(p, CELL_TEXT, treatment_say(r, m->treated))->hatched =
		m->treated == TREATED_NOT;
	paper_cell(p, CELL_TEXT, m->treated_how);
}

static void remarks(struct req *r, struct paper *p,
                    const struct remark_list *all)
{
	static const struct sentence *const heads[] = {
		R_REMARK_COLUMN, R_ABOUT_COLUMN, R_DONE_COLUMN, T_HOW };

	paper_heading(p, 2, NULL, say(r, B_REMARKS));
	if (all->n == 0) {
		paper_text(p, BLOCK_PARAGRAPH, say(r, B_NO_REMARKS));
		return;
	}
	paper_table(p, say(r, B_REMARKS), 1);
	paper_row(p);
	for (size_t i = 0; i < COUNT(heads); i++)
		paper_cell(p, CELL_COLUMN, say(r, heads[i]));
	for (size_t i = 0; i < all->n; i++)
		remark_cells(r, p, &all->v[i]);
}

enum status report_back_file(struct req *r)
{
	struct workshop w = {0};
	struct report_back_list reported = {0};
	struct remark_list said = {0};
	struct paper *p;

	TRY(workshop_here(r, &w));
	TRY(report_back_list(&r->s, w.id, &reported));
	TRY(remark_list(&r->s, w.id, "", &said));
	p = paper_new(r->s.mem, r->language == ENGLISH ? "en" : "sv",
	              say_with(r, B_PAPER_TITLE, w.title, NULL));
	p->author    = r->org_name;
	p->subject   = say(r, B_PAPER_LEAD);
	p->page_word = say(r, B_PAPER_PAGE);
	p->made_at   = w.ended_at != 0 ? w.ended_at : w.made_at;
	paper_heading(p, 1, NULL, p->title);
	paper_text(p, BLOCK_LEAD, say(r, B_PAPER_LEAD));
	reports(r, p, &reported);
	remarks(r, p, &said);
	return paper_reply(r, p, arena_print(r->s.mem, "redovisning-%s",
	                                     w.key));
}
