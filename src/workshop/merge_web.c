/* What tables and persons see differently, most divided first. */
#include "base/text.h"
#include "workshop/idea.h"
#include "workshop/merge.h"
#include "workshop/merge.msg"
#include "workshop/show.h"

/* -- reading ------------------------------------------------------------- */

static const struct verdict *verdict_on(const struct merging *m, i64 item,
                                        i64 goal)
{
	for (size_t i = 0; i < m->verdicts.n; i++)
		if (m->verdicts.v[i].item == item &&
		    m->verdicts.v[i].goal == goal)
			return &m->verdicts.v[i];
	return NULL;
}

static i64 boards_in_use(const struct merging *m)
{
	i64 n = 0;

	for (size_t i = 0; i < m->boards.n; i++)
		n += !m->boards.v[i].retired;
	return n;
}

static i64 counted(const struct views *v)
{
	return views_persons(v) + v->gap;
}

static void contest(struct req *r, struct merging *m, const struct item *i,
                    size_t at, const struct reply_list *replies, i64 seated)
{
	const struct item_goal *g = &i->goals.v[at];
	bool path = goal_has_path(g);
	struct board_reply_list own = {0};
	struct contested *c = PUSH(r->s.mem, &m->all);
	i64 lack;

	for (size_t k = 0; k < m->answers.n; k++)
		if (m->answers.v[k].item == i->id)
			*PUSH(r->s.mem, &own) = m->answers.v[k];
	*c = (struct contested){ .item = i, .goal = g, .nth = (i64)at + 1,
		.verdict = verdict_on(m, i->id, g->goal),
		.hidden = item_is_hidden(&m->w, i),
		.persons = views_of(replies, g->goal, 0, path),
		.tables = views_of_boards(&own, g->goal, path) };
	lack = seated - counted(&c->persons);
	if (m->w.way == WAY_SILENT && lack > 0)
		c->persons.unanswered += lack;
	lack = boards_in_use(m) - counted(&c->tables);
	if (lack > 0)
		c->tables.unanswered += lack;
}

static enum status read_contests(struct req *r, struct merging *m)
{
	struct seated_list seated = {0};
	i64 persons = 0;

	TRY(seated_list(&r->s, m->w.id, &seated));
	for (size_t i = 0; i < seated.n; i++)
		persons += seated.v[i].persons;
	for (size_t i = 0; i < m->items.n; i++) {
		const struct item *one = &m->items.v[i];
		struct reply_list replies = {0};

		if (one->goals.n == 0 || !item_was_on(one))
			continue;
		TRY(reply_list(&r->s, one->id, &replies));
		for (size_t k = 0; k < one->goals.n; k++)
			contest(r, m, one, k, &replies, persons);
	}
	return OK;
}

static i64 asked_no(const struct req *r, const char *name)
{
	i64 no = 0;

	if (r->method == GET)
		return query_no(r, name);
	return number_read(or_empty(form_raw(r, name)), 1, INT32_MAX, &no) ?
	       no : 0;
}

static enum status find_asked(const struct req *r, struct merging *m)
{
	i64 item = asked_no(r, "item"), nth = asked_no(r, "goal");

	for (size_t i = 0; i < m->items.n; i++)
		if (m->items.v[i].no == item && item_was_on(&m->items.v[i]))
			m->item = &m->items.v[i];
	if (item != 0 && m->item == NULL)
		return NOT_FOUND;
	for (size_t i = 0; i < m->all.n; i++)
		if (m->all.v[i].item == m->item && m->all.v[i].nth == nth)
			m->at = &m->all.v[i];
	return nth != 0 && m->at == NULL ? NOT_FOUND : OK;
}

enum status merging_here(struct req *r, struct merging *m)
{
	TRY(workshop_here(r, &m->w));
	TRY(item_list(&r->s, m->w.id, &m->items));
	TRY(board_list(&r->s, m->w.id, &m->boards));
	TRY(board_reply_list(&r->s, m->w.id, 0, &m->answers));
	TRY(verdict_list(&r->s, m->w.id, &m->verdicts));
	TRY(read_contests(r, m));
	return find_asked(r, m);
}

/* -- the list ------------------------------------------------------------ */

static void contest_row(struct req *r, const struct contested *c)
{
	const struct item_goal *g = c->goal;

	emit(&r->out, "<li><a class='n' href='merge?item=%lld&goal=%lld'>%s "
	     "%s</a>", c->item->no, c->nth, g->code,
	     either(r, g->title_sv, g->title_en));
	if (c->item->priority_no != 0)
		emit(&r->out, "<span class='m'>P%lld %s</span>",
		     c->item->priority_no, c->item->priority_title);
	if (c->hidden)
		emit(&r->out, "<span class='m'>%s</span>",
		     say(r, G_HIDDEN_TEXT));
	if (!c->hidden && views_persons(&c->persons) > 1)
		emit(&r->out, "<span class='m'>%s</span>", say_with(r,
		     G_PERSONS, accord_say(r, &c->persons), NULL));
	if (!c->hidden && views_persons(&c->tables) > 1)
		emit(&r->out, "<span class='m'>%s</span>", say_with(r,
		     G_TABLES, accord_say(r, &c->tables), NULL));
	if (!c->hidden && contest_differs(c) > 0)
		emit(&r->out, "<span class='e'><span class='diss'>"
		     "<span aria-hidden='true'>≠</span> %s</span></span>",
		     say(r, G_DIVIDED));
	emit(&r->out, "</li>");
}

enum section { DIFFER, ALIKE, FEW, SETTLED, HIDDEN, SECTIONS };

static enum section section_of(const struct contested *c)
{
	if (c->hidden)
		return HIDDEN;
	if (c->verdict != NULL)
		return SETTLED;
	if (contest_differs(c) > 0)
		return DIFFER;
	return contest_differs(c) == 0 ? ALIKE : FEW;
}

static void section(struct req *r, const struct contested_list *all,
                    enum section which)
{
	static const struct sentence *const heads[] = {
		[DIFFER] = G_DIFFER, [ALIKE] = G_ALIKE, [FEW] = G_FEW,
		[SETTLED] = G_SETTLED, [HIDDEN] = G_HIDDEN };
	size_t n = 0;

	for (size_t i = 0; i < all->n; i++) {
		if (section_of(&all->v[i]) != which)
			continue;
		if (n++ == 0)
			emit(&r->out, "<h2>%s</h2><ul class='rows'>",
			     say(r, heads[which]));
		contest_row(r, &all->v[i]);
	}
	if (n > 0)
		emit(&r->out, "</ul>");
}

static void others_listed(struct req *r, const struct merging *m)
{
	size_t n = 0;

	for (size_t i = 0; i < m->items.n; i++) {
		const struct item *one = &m->items.v[i];

		if ((!item_has_ideas(one->kind) && one->kind != ITEM_ASK) ||
		    !item_was_on(one))
			continue;
		if (n++ == 0)
			emit(&r->out, "<h2>%s</h2><ul class='rows'>",
			     say(r, G_OTHERS));
		emit(&r->out, "<li><a class='n' href='merge?item=%lld'>%s"
		     "</a></li>", one->no, item_question(r, one, NULL));
	}
	if (n > 0)
		emit(&r->out, "</ul>");
}

static void list(struct req *r, const struct merging *m)
{
	struct contested_list all = {0};

	emit(&r->out, "<h1>%s</h1><p class='lead'>%s</p>", say(r, G_HEAD),
	     say(r, G_LEAD));
	for (size_t i = 0; i < m->all.n; i++)
		if (m->item == NULL || m->all.v[i].item == m->item)
			*PUSH(r->s.mem, &all) = m->all.v[i];
	contests_sort(&all);
	if (all.n == 0)
		emit(&r->out, "<p>%s</p>", say(r, G_NOTHING));
	for (int which = DIFFER; which < SECTIONS; which++)
		section(r, &all, (enum section)which);
	others_listed(r, m);
}

/* -- the page ------------------------------------------------------------ */

static enum status one_item(struct req *r, const struct merging *m)
{
	item_line(r, m->item, NULL);
	emit(&r->out, "<h1>%s</h1>", item_question(r, m->item, NULL));
	if (item_is_hidden(&m->w, m->item)) {
		emit(&r->out, "<p>%s</p>", say(r, G_HIDDEN_TEXT));
		return OK;
	}
	if (item_has_ideas(m->item->kind))
		return merge_ideas(r, m);
	free_answers(r, m);
	return OK;
}

static enum status what_is_asked(struct req *r, const struct merging *m)
{
	if (m->at != NULL) {
		contest_shown(r, m);
		return OK;
	}
	if (m->item != NULL && m->item->goals.n == 0)
		return one_item(r, m);
	list(r, m);
	return OK;
}

enum status merge_page(struct req *r)
{
	struct merging m = {0};

	TRY(merging_here(r, &m));
	workshop_open(r, &m.w, say(r, G_HEAD));
	emit(&r->out, "<p class='small noprint'><a href='/w/%s/lead'>%s</a>",
	     m.w.key, say(r, G_TO_LEAD));
	if (m.item != NULL)
		emit(&r->out, " · <a href='/w/%s/merge'>%s</a>", m.w.key,
		     say(r, G_TO_ALL));
	emit(&r->out, "</p>");
	TRY(what_is_asked(r, &m));
	page_close(r);
	return OK;
}

static const struct route rows[] = {
	{ .method = GET, .path = "/w/:workshop/merge", .run = merge_page,
	  .right = LEAD, .ground = ON_WORKSHOP, .heavy = true },
	{ .method = POST, .path = "/w/:workshop/merge", .run = verdict_save,
	  .right = LEAD, .ground = ON_WORKSHOP, .form = merge_page },
	{ 0 },
};
const struct route *const merge_routes = rows;
