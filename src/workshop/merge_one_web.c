/* One goal: how everybody answered, and what each table wrote. */
#include "base/text.h"
#include "workshop/merge.h"
#include "workshop/merge.msg"
#include "workshop/show.h"

static void sentence(struct req *r, const char *text)
{
	if (!text_blank(text))
		emit(&r->out, "<p>%s</p>", text);
}

static void beside(struct req *r, const struct sentence *s, const char *text)
{
	if (!text_blank(text))
		emit(&r->out, "<p class='small muted'>%s</p>",
		     say_with(r, s, text, NULL));
}

/* Every table's sentence, and what was said against it. */
static void table_answer_row(struct req *r, const struct board_reply *b)
{
	emit(&r->out, "<div><dt>%s</dt><dd>", b->board_name);
	sentence(r, b->plus);
	sentence(r, b->minus);
	sentence(r, b->other);
	beside(r, G_WHY, b->rationale);
	beside(r, G_DISSENT, b->dissent);
	if (b->authority)
		emit(&r->out, "<p class='small muted'>%s</p>",
		     say(r, G_RECEIVED));
	emit(&r->out, "</dd></div>");
}

static void alike_shown(struct req *r, const struct alike *a)
{
	emit(&r->out, "<h3>");
	values_shown(r, a->set);
	emit(&r->out, "</h3><dl class='sum'>");
	for (size_t i = 0; i < a->answers.n; i++)
		table_answer_row(r, &a->answers.v[i]);
	emit(&r->out, "</dl>");
}

static const char *boards_without(struct req *r, const struct merging *m,
                                  const struct contested *c)
{
	const char *names = "";

	for (size_t i = 0; i < m->boards.n; i++) {
		const struct board *b = &m->boards.v[i];
		bool said = b->retired;

		for (size_t k = 0; k < m->answers.n; k++)
			said = said || (m->answers.v[k].board == b->id &&
			        m->answers.v[k].item == c->item->id &&
			        m->answers.v[k].goal == c->goal->goal);
		if (!said)
			names = arena_print(r->s.mem, "%s%s%s", names,
				*names == '\0' ? "" : ", ", b->name);
	}
	return names;
}

static void answers_shown(struct req *r, const struct merging *m)
{
	const struct contested *c = m->at;
	struct alike_list all = alike_of(r->s.mem, &m->answers, c->item->id,
		c->goal->goal, goal_has_path(c->goal));
	const char *without = boards_without(r, m, c);

	emit(&r->out, "<h2>%s</h2>", say(r, G_ANSWERS));
	if (all.n == 0)
		emit(&r->out, "<p>%s</p>", say(r, G_NO_ANSWERS));
	if (all.n > 1)
		emit(&r->out, "<p><span class='diss'><span aria-hidden='true'>"
		     "≠</span> %s</span></p>", say(r, G_DIVIDED));
	for (size_t i = 0; i < all.n; i++)
		alike_shown(r, &all.v[i]);
	if (all.n > 0 && *without != '\0')
		emit(&r->out, "<p class='muted'>%s</p>",
		     say_with(r, G_UNJUDGED, without, NULL));
}

static const char *board_name(const struct merging *m, i64 id)
{
	for (size_t i = 0; i < m->boards.n; i++)
		if (m->boards.v[i].id == id)
			return m->boards.v[i].name;
	return "";
}

/* What the room has answered so far. */
static void verdict_shown(struct req *r, const struct merging *m)
{
	const struct verdict *v = m->at->verdict;

	if (v == NULL)
		return;
	emit(&r->out, "<div class='note'><p><b>%s</b></p>",
	     v->kind == VERDICT_ROOM ? say(r, G_NOW_ROOM) :
	     v->kind == VERDICT_TABLE ? say_with(r, G_NOW_TABLE,
	     board_name(m, v->board), NULL) : say(r, G_NOW_DIVIDED));
	if (v->kind != VERDICT_DIVIDED) {
		emit(&r->out, "<p>");
		values_shown(r, value_read(v->value,
		             goal_has_path(m->at->goal)));
		emit(&r->out, "</p>");
		sentence(r, v->plus);
		sentence(r, v->minus);
		sentence(r, v->other);
	}
	emit(&r->out, "</div>");
}

static void views_shown(struct req *r, const struct contested *c)
{
	bool path = goal_has_path(c->goal);
	bool persons = views_persons(&c->persons) > 1;
	const struct views *most = difference_of(&c->persons) >
		difference_of(&c->tables) ? &c->persons : &c->tables;

	emit(&r->out, "<h2>%s</h2>", say(r, G_VIEWS));
	views_table(r, path, &c->persons, &c->tables);
	emit(&r->out, "<p><b>%s</b></p>", accord_say(r, most));
	spread_shown(r, path, persons ? &c->persons : &c->tables);
}

void contest_shown(struct req *r, const struct merging *m)
{
	const struct contested *c = m->at;

	item_line(r, c->item, c->goal);
	emit(&r->out, "<h1>%s</h1>", item_question(r, c->item, c->goal));
	if (c->hidden) {
		emit(&r->out, "<p>%s</p>", say(r, G_HIDDEN_TEXT));
		return;
	}
	emit(&r->out, "<div class='two even'><div>");
	verdict_shown(r, m);
	answers_shown(r, m);
	emit(&r->out, "</div><div>");
	views_shown(r, c);
	emit(&r->out, "</div></div>");
	verdict_form(r, m);
}

/* -- a free question ----------------------------------------------------- */

void free_answers(struct req *r, const struct merging *m)
{
	emit(&r->out, "<h2>%s</h2><ul class='rows'>", say(r, G_ANSWERS));
	for (size_t i = 0; i < m->answers.n; i++) {
		const struct board_reply *b = &m->answers.v[i];

		if (b->item != m->item->id)
			continue;
		emit(&r->out, "<li><span class='n'>%s</span>", say_with(r,
		     G_FREE, b->board_name, free_say(r, m->item, b->value)));
		if (!text_blank(b->dissent))
			emit(&r->out, "<span class='m'>%s</span>", say_with(r,
			     G_DISSENT, b->dissent, NULL));
		emit(&r->out, "</li>");
	}
	emit(&r->out, "</ul>");
}
