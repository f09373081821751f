/*
 * The leader's script: for each item when it begins, what to say, what to do,
 * and what to do if time runs short. The leader owns the way there and has no
 * view of the answers.
 */
#include "base/text.h"
#include "paper/paper.h"
#include "workshop/sheet.h"
#include "workshop/script.msg"
#include "workshop/show.h"

enum { FACTS_HIGH = 150 };      /* points that an item takes, or nearly */

struct part_of_script { const struct sentence *say, *act, *brief; };

static struct part_of_script script_of(const struct sheets *s,
                                       const struct item *i)
{
	bool alone = s->w.way == WAY_SILENT;

	switch (i->kind) {
	case ITEM_ARRIVAL:
		return (struct part_of_script){ P_ARRIVAL_SAY, P_ARRIVAL_DO,
			P_ARRIVAL_SHORT };
	case ITEM_INTRODUCTION:
		return (struct part_of_script){ P_INTRO_SAY, P_INTRO_DO,
			P_INTRO_SHORT };
	case ITEM_PROPOSE:
		return (struct part_of_script){ P_PROPOSE_SAY, P_PROPOSE_DO,
			P_PROPOSE_SHORT };
	case ITEM_RUS:
		return (struct part_of_script){ P_RUS_SAY, alone ?
			P_GOAL_DO : P_GOAL_DO_TABLE, P_GOAL_SHORT };
	case ITEM_GOAL:
		return (struct part_of_script){ P_GOAL_SAY, alone ?
			P_GOAL_DO : P_GOAL_DO_TABLE, P_GOAL_SHORT };
	case ITEM_MISSING:
		return (struct part_of_script){ P_MISSING_SAY, P_MISSING_DO,
			P_MISSING_SHORT };
	case ITEM_ACTIONS:
		return (struct part_of_script){ P_ACTIONS_SAY, P_ACTIONS_DO,
			P_ACTIONS_SHORT };
	case ITEM_ASK:
		return (struct part_of_script){ P_ASK_SAY, P_ASK_DO,
			P_ASK_SHORT };
	case ITEM_BREAK:
		return (struct part_of_script){ P_BREAK_SAY, P_BREAK_DO,
			P_BREAK_SHORT };
	case ITEM_SLACK:
		return (struct part_of_script){ P_SLACK_SAY, P_SLACK_DO,
			P_SLACK_SHORT };
	case ITEM_CLOSE:
		break;
	}
	return (struct part_of_script){ P_CLOSE_SAY, P_CLOSE_DO,
	                                P_CLOSE_SHORT };
}

static void goals_of(struct req *r, const struct item *i, struct paper *p)
{
	if (i->goals.n == 0)
		return;
	paper_text(p, BLOCK_PARAGRAPH, say(r, P_GOALS));
	paper_list(p, BLOCK_NUMBERED);
	for (size_t k = 0; k < i->goals.n; k++) {
		paper_item(p, NULL);
		sheet_tile(paper_span(p, either(r, i->goals.v[k].title_sv,
			i->goals.v[k].title_en)), &i->goals.v[k]);
	}
}

static void options_of(struct req *r, const struct item *i, struct paper *p)
{
	if (i->kind != ITEM_ASK || i->options.n == 0)
		return;
	paper_text(p, BLOCK_PARAGRAPH, say(r, P_OPTIONS));
	paper_list(p, BLOCK_LIST);
	for (size_t k = 0; k < i->options.n; k++)
		paper_item(p, i->options.v[k]);
}

static void item_of(struct req *r, const struct sheets *s, struct paper *p,
                    size_t at)
{
	const struct item *i = &s->items.v[at];
	struct part_of_script parts = script_of(s, i);

	paper_heading(p, 2, NULL, say_with(r, P_HEAD, sheet_starts(r, s, at),
		item_question(r, i, NULL)))->room = FACTS_HIGH;
	paper_facts(p);
	paper_fact(p, say(r, P_MINUTES), say_count(r, P_N_MINUTES,
		i->minutes));
	if (i->priority_no != 0)
		paper_fact(p, say(r, P_ABOUT), say_with(r, P_PRIORITY,
			arena_print(r->s.mem, "%lld", i->priority_no),
			i->priority_title));
	paper_fact(p, say(r, P_SAY), say(r, parts.say));
	paper_fact(p, say(r, P_DO), say(r, parts.act));
	paper_fact(p, say(r, P_SHORT), say(r, parts.brief));
	goals_of(r, i, p);
	options_of(r, i, p);
}

struct paper *script_paper(struct req *r, const struct sheets *s)
{
	struct paper *p = sheet_new(r, s, say_with(r, P_TITLE, s->w.title,
	                                           NULL));

	paper_heading(p, 1, NULL, p->title);
	paper_text(p, BLOCK_LEAD, say(r, P_LEAD));
	if (!text_blank(s->w.note))
		paper_text(p, BLOCK_QUOTE, s->w.note);
	paper_list(p, BLOCK_LIST);
	paper_item(p, say(r, P_RULE_NEUTRAL));
	paper_item(p, say(r, P_RULE_DISSENT));
	paper_item(p, say(r, P_RULE_TIME));
	paper_item(p, say(r, P_RULE_PAPER));
	for (size_t i = 0; i < s->items.n; i++)
		item_of(r, s, p, i);
	return p;
}
