/* What came in, and what is done with it: the compilation as a paper. */
#include "base/text.h"
#include "consult/consult.msg"
#include "consult/consult_show.h"
#include "paper/paper.h"

enum status consulted_read(struct scope *s, i64 matter, i64 no,
                           struct consulted *out)
{
	TRY(matter_get(s, matter, &out->m));
	TRY(consultation_get(s, matter, no, &out->c));
	TRY(consult_question_list(s, out->c.id, &out->questions));
	TRY(consultee_list(s, out->c.id, &out->consultees));
	return viewpoint_list(s, out->c.id, 0, &out->viewpoints);
}

static void head_row(struct req *r, struct paper *p,
                     const struct sentence *const *heads)
{
	paper_row(p);
	for (; *heads != NULL; heads++)
		paper_cell(p, CELL_COLUMN, say(r, *heads));
}

static void who_replied(struct req *r, struct paper *p,
                        const struct consulted *all)
{
	static const struct sentence *const heads[] = {
		W_NAME, W_STATE, W_DAY, W_REGISTRY_C, NULL };

	paper_heading(p, 2, NULL, say(r, W_WHO));
	paper_text(p, BLOCK_PARAGRAPH, say_with(r, W_COUNTS,
		say_count(r, C_ASKED, all->c.asked),
		say_count(r, C_ANSWERED, all->c.answered)));
	paper_table(p, say(r, W_WHO_CAPTION), 1);
	head_row(r, p, heads);
	for (size_t i = 0; i < all->consultees.n; i++) {
		const struct consultee *e = &all->consultees.v[i];
		i64 day = e->received_at == 0 ? 0 :
		          day_of_instant(e->received_at);
		struct cell *c;

		paper_row(p);
		paper_cell(p, CELL_ROW, e->name);
		paper_cell(p, CELL_TEXT, consultee_state_word(r, e));
		c = paper_cell(p, CELL_TEXT, day == 0 ? "" : say_day(r, day));
		if (day != 0) {
			c->value = VALUE_DAY;
			c->number = day;
		}
		paper_cell(p, CELL_TEXT, e->registry_no);
	}
}

static void viewpoint_cells(struct req *r, struct paper *p,
                            const struct viewpoint *v)
{
	struct cell *c;

	paper_row(p);
	paper_cell(p, CELL_ROW, v->consultee_name);
	paper_cell(p, CELL_TEXT, v->text);
	c = paper_cell(p, CELL_TEXT, treatment_say(r, v->treated));
	c->hatched = v->treated == TREATED_NOT;
	paper_cell(p, CELL_TEXT, v->why);
	paper_cell(p, CELL_TEXT, v->change);
}

/* A table for each question that something was said about. */
static void about(struct req *r, struct paper *p, const struct consulted *all,
                  i64 question, const char *title)
{
	static const struct sentence *const heads[] = {
		W_NAME, V_TEXT_C, W_TREATMENT, V_WHY_C, V_CHANGE_C, NULL };
	bool any = false;

	for (size_t i = 0; i < all->viewpoints.n; i++) {
		const struct viewpoint *v = &all->viewpoints.v[i];

		if (v->question != question)
			continue;
		if (!any) {
			paper_heading(p, 3, NULL, title);
			paper_table(p, title, 1);
			head_row(r, p, heads);
		}
		any = true;
		viewpoint_cells(r, p, v);
	}
}

struct paper *consult_paper(struct req *r, const struct consulted *all)
{
	struct paper *p = paper_new(r->s.mem, r->language == ENGLISH ? "en" :
		"sv", say_with(r, W_TITLE, all->c.title, NULL));

	p->author = r->org_name;
	p->subject = say(r, W_SUBJECT);
	p->page_word = say(r, W_PAGE_C);
	p->made_at = all->c.closed_at != 0 ? all->c.closed_at :
	             all->c.sent_at != 0 ? all->c.sent_at : r->s.now;
	p->landscape = true;
	paper_heading(p, 1, NULL, p->title);
	paper_text(p, BLOCK_LEAD, say(r, W_LEAD_C));
	if (all->c.untreated > 0)
		paper_text(p, BLOCK_PARAGRAPH, say(r, W_DRAFT_C));
	paper_facts(p);
	paper_fact(p, say(r, W_MATTER), all->m.title);
	if (!text_blank(all->m.registry_no))
		paper_fact(p, say(r, W_REGISTRY_C), all->m.registry_no);
	if (!text_blank(all->c.decided_by))
		paper_fact(p, say(r, C_DECIDER), all->c.decided_by);
	if (all->c.due != 0)
		paper_fact(p, say(r, C_DUE), say_day(r, all->c.due));
	who_replied(r, p, all);
	paper_heading(p, 2, NULL, say(r, W_ALL_VIEWS));
	if (all->viewpoints.n == 0)
		paper_text(p, BLOCK_PARAGRAPH, say(r, V_NONE_C));
	for (size_t i = 0; i < all->questions.n; i++)
		about(r, p, all, all->questions.v[i].id,
		      all->questions.v[i].text);
	about(r, p, all, 0, say(r, Q_OTHER));
	return p;
}
