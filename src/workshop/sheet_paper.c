/* The agenda, and what participants need to know, on paper. */
#include "base/text.h"
#include "paper/paper.h"
#include "workshop/sheet.h"
#include "workshop/sheet.msg"
#include "workshop/show.h"

struct paper *sheet_new(struct req *r, const struct sheets *s,
                        const char *title)
{
	struct paper *p = paper_new(r->s.mem, r->language == ENGLISH ? "en" :
	                            "sv", title);

	p->author    = r->org_name;
	p->subject   = s->w.title;
	p->page_word = say(r, H_PAGE);
	p->made_at   = s->w.made_at;
	p->running   = arena_print(r->s.mem, "%s, %s", s->w.title,
	                           say_day(r, s->w.day));
	return p;
}

const char *sheet_starts(struct req *r, const struct sheets *s, size_t at)
{
	i64 minute = s->w.starts;

	for (size_t i = 0; i < at; i++)
		minute += s->items.v[i].minutes;
	return say_minute(r, minute);
}

void sheet_tile(struct span *s, const struct item_goal *g)
{
	s->tile = g->code;
	s->tile_colour = goal_tile_colour(g->framework, g->code);
}

static const char *hours(struct req *r, const struct workshop *w)
{
	return arena_print(r->s.mem, "%s–%s", say_minute(r, w->starts),
	                   say_minute(r, w->starts + w->minutes));
}

/* -- agenda -------------------------------------------------------------- */

static const char *minutes(struct req *r, i64 n)
{
	return say_count(r, H_MINUTES, n);
}

static void agenda_row(struct req *r, const struct sheets *s,
                       struct paper *p, size_t at)
{
	const struct item *i = &s->items.v[at];

	paper_row(p);
	paper_cell(p, CELL_ROW, sheet_starts(r, s, at));
	paper_cell(p, CELL_TEXT, item_question(r, i, NULL));
	if (i->priority_no != 0)
		paper_cell_line(p, say_with(r, H_PRIORITY,
			arena_print(r->s.mem, "%lld", i->priority_no),
			i->priority_title));
	for (size_t k = 0; k < i->goals.n; k++)
		sheet_tile(paper_cell_line(p, either(r,
			i->goals.v[k].title_sv, i->goals.v[k].title_en)),
			&i->goals.v[k]);
	paper_cell(p, CELL_TEXT, minutes(r, i->minutes));
}

struct paper *agenda_paper(struct req *r, const struct sheets *s)
{
	struct paper *p = sheet_new(r, s, say_with(r, H_AGENDA_OF, s->w.title,
	                                           NULL));
	struct block *table;

	paper_heading(p, 1, NULL, p->title);
	paper_facts(p);
	paper_fact(p, say(r, H_WHEN), say_with(r, H_WHEN_IS,
		say_day(r, s->w.day), hours(r, &s->w)));
	if (!text_blank(s->w.place))
		paper_fact(p, say(r, H_WHERE), s->w.place);
	table = paper_table(p, say(r, H_AGENDA_TABLE), 1);
	table->width[0] = 130;
	table->width[1] = 700;
	paper_row(p);
	paper_cell(p, CELL_COLUMN, say(r, H_TIME));
	paper_cell(p, CELL_COLUMN, say(r, H_ITEM));
	paper_cell(p, CELL_COLUMN, say(r, H_LENGTH));
	for (size_t i = 0; i < s->items.n; i++)
		agenda_row(r, s, p, i);
	paper_text(p, BLOCK_PARAGRAPH, arena_print(r->s.mem, "%s %s",
		say(r, H_ORDER), say(r, H_BECOME)));
	return p;
}

/* -- for participants ---------------------------------------------------- */

static const struct {
	unsigned               value;
	enum paper_mark        mark;
	const struct sentence *means, *example;
} scale[] = {
	{ VALUE_DP, MARK_DIRECT_POSITIVE, H_MEANS_DP, H_LIKE_DP },
	{ VALUE_IP, MARK_INDIRECT_POSITIVE, H_MEANS_IP, H_LIKE_IP },
	{ VALUE_IN, MARK_INDIRECT_NEGATIVE, H_MEANS_IN, H_LIKE_IN },
	{ VALUE_DN, MARK_DIRECT_NEGATIVE, H_MEANS_DN, H_LIKE_DN },
	{ VALUE_RP, MARK_POSITIVE, H_MEANS_RP, H_LIKE_RP },
	{ VALUE_RN, MARK_NEGATIVE, H_MEANS_RN, H_LIKE_RN },
	{ VALUE_NO, MARK_NONE, H_MEANS_NO, H_LIKE_NO },
	{ VALUE_GAP, MARK_GAP, H_MEANS_GAP, H_LIKE_GAP },
};

/* The goals of the agenda are on a scale with paths, without, or both. */
static bool asks(const struct sheets *s, bool path)
{
	for (size_t i = 0; i < s->items.n; i++)
		for (size_t k = 0; k < s->items.v[i].goals.n; k++)
			if (goal_has_path(&s->items.v[i].goals.v[k]) == path)
				return true;
	return false;
}

static bool is_asked(const struct sheets *s, unsigned value)
{
	const unsigned without = VALUE_RP | VALUE_RN;

	if ((value & (VALUE_NO | VALUE_GAP)) != 0)
		return asks(s, true) || asks(s, false);
	return asks(s, (value & without) == 0);
}

static void scale_table(struct req *r, const struct sheets *s,
                        struct paper *p)
{
	struct block *t;

	if (!is_asked(s, VALUE_NO))
		return;
	paper_heading(p, 2, NULL, say(r, H_SCALE));
	paper_text(p, BLOCK_PARAGRAPH, say(r, H_SCALE_TEXT));
	t = paper_table(p, say(r, H_SCALE_TABLE), 1);
	t->width[0] = 270;
	t->width[1] = 330;
	paper_row(p);
	paper_cell(p, CELL_COLUMN, say(r, H_ANSWER));
	paper_cell(p, CELL_COLUMN, say(r, H_MEANS));
	paper_cell(p, CELL_COLUMN, say(r, H_EXAMPLE));
	for (size_t i = 0; i < COUNT(scale); i++) {
		if (!is_asked(s, scale[i].value))
			continue;
		paper_row(p);
		paper_cell(p, CELL_ROW, NULL);
		paper_cell_line(p, value_word(r, scale[i].value))->mark =
			scale[i].mark;
		paper_cell(p, CELL_TEXT, say(r, scale[i].means));
		paper_cell(p, CELL_TEXT, say(r, scale[i].example));
	}
}

static void bullets(struct req *r, struct paper *p,
                    const struct sentence *head,
                    const struct sentence *const *all)
{
	paper_heading(p, 2, NULL, say(r, head));
	paper_list(p, BLOCK_LIST);
	for (; *all != NULL; all++)
		paper_item(p, say(r, *all));
}

struct paper *participant_paper(struct req *r, const struct sheets *s)
{
	static const struct sentence *const silent[] = {
		H_DO_ALONE, H_DO_TABLE, H_DO_DISSENT, H_DO_PASS, NULL,
	};
	static const struct sentence *const together[] = {
		H_DO_TOGETHER, H_DO_DISSENT, H_DO_PASS, NULL,
	};
	static const struct sentence *const become[] = {
		H_BE_NAME, H_BE_KEPT, H_BE_DRAFT, H_BE_BACK, NULL,
	};
	struct paper *p = sheet_new(r, s, say(r, H_PARTICIPANT_TITLE));

	paper_heading(p, 1, NULL, p->title);
	paper_text(p, BLOCK_LEAD, say(r, H_PARTICIPANT_LEAD));
	bullets(r, p, H_DO, s->w.way == WAY_TABLE ? together : silent);
	bullets(r, p, H_BE, become);
	scale_table(r, s, p);
	if (!text_blank(r->org_contact))
		paper_text(p, BLOCK_PARAGRAPH, say_with(r, H_REACH,
			r->org_contact, NULL));
	return p;
}
