/* Two assessments as paper, which is also what the page shows of them. */
#include "action/action.h"
#include "assess/words.h"
#include "base/text.h"
#include "conflict/conflict.h"
#include "renew/beside.msg"
#include "renew/beside_view.h"

/* -- a section ------------------------------------------------------------ */

bool told_any(const struct telling *t, const struct sentence *heading,
              size_t all, size_t differ, const struct sentence *agree)
{
	paper_heading(t->p, 2, NULL, say(t->r, heading));
	if (all == 0)
		paper_text(t->p, BLOCK_PARAGRAPH, say(t->r, B_NOTHING));
	else if (t->only && differ == 0)
		paper_text(t->p, BLOCK_PARAGRAPH, say(t->r, agree));
	return all > 0 && (!t->only || differ > 0);
}

void told_table(const struct telling *t, const struct sentence *caption,
                const struct sentence *what)
{
	static const int width[] = { 260, 305, 305, 130 };
	struct block *b = paper_table(t->p, say(t->r, caption), 1);

	for (size_t i = 0; i < COUNT(width); i++)
		b->width[i] = width[i];
	paper_row(t->p);
	paper_cell(t->p, CELL_COLUMN, say(t->r, what));
	paper_cell(t->p, CELL_COLUMN, t->two->name[0]);
	paper_cell(t->p, CELL_COLUMN, t->two->name[1]);
	paper_cell(t->p, CELL_COLUMN, say(t->r, B_DIFFERENCE));
}

void told_cell(const struct telling *t, const char *said)
{
	paper_cell(t->p, CELL_TEXT, text_blank(said) ? NULL : said);
}

static const char *differs_word(const struct telling *t, bool differs)
{
	return say(t->r, differs ? B_DIFFERENT : B_SAID_SAME);
}

const char *told_placed(const struct telling *t, const struct place *it,
                        bool lives)
{
	bool versions = t->two->kin && !lives;

	if (it->at[1] == NOWHERE)
		return say(t->r, versions ? B_GONE : B_IN_FIRST);
	if (it->at[0] == NOWHERE)
		return say(t->r, versions ? B_NEW : B_IN_SECOND);
	return differs_word(t, it->differs);
}

size_t places_differing(const struct place_list *all)
{
	size_t n = 0;

	for (size_t i = 0; i < all->n; i++)
		n += all->v[i].differs;
	return n;
}

/* -- lists of what either has --------------------------------------------- */

/* A section of one line for each: what it is called, and what one says. */
struct told_list {
	const struct sentence *heading, *caption, *what, *agree, *absent;
	void (*beside)(struct arena *, const struct document *,
	               const struct document *, struct place_list *);
	const char *(*name)(const struct telling *, const struct document *,
	                    int at);
	const char *(*said)(const struct telling *, const struct document *,
	                    int at);
	bool lives;             /* on in the version where it was written */
};

static const char *said_by(const struct telling *t, const struct told_list *l,
                           const struct place *it, int side)
{
	return it->at[side] == NOWHERE ? say(t->r, l->absent) :
	       l->said(t, &t->two->d[side], it->at[side]);
}

static void row(const struct telling *t, const char *what, const char *one,
                const char *other, const char *difference)
{
	paper_row(t->p);
	paper_cell(t->p, CELL_ROW, what);
	told_cell(t, one);
	told_cell(t, other);
	told_cell(t, difference);
}

static void list_rows(const struct telling *t, const struct told_list *l,
                      const struct place_list *all)
{
	for (size_t i = 0; i < all->n; i++) {
		const struct place *it = &all->v[i];
		int side = it->at[0] == NOWHERE;

		if (it->differs || !t->only)
			row(t, l->name(t, &t->two->d[side], it->at[side]),
			    said_by(t, l, it, 0), said_by(t, l, it, 1),
			    told_placed(t, it, l->lives));
	}
}

static void list(const struct telling *t, const struct told_list *l)
{
	struct place_list all = {0};

	l->beside(t->p->mem, &t->two->d[0], &t->two->d[1], &all);
	if (!told_any(t, l->heading, all.n, places_differing(&all), l->agree))
		return;
	told_table(t, l->caption, l->what);
	list_rows(t, l, &all);
}

/* -- what they rest on ---------------------------------------------------- */

static const char *framework_name(const struct telling *t,
                                  const struct document *d, int at)
{
	const struct framework *f = &d->frameworks.v[at];

	return either(t->r, f->title_sv, f->title_en);
}

static const char *framework_said(const struct telling *t,
                                  const struct document *d, int at)
{
	return say_with(t->r, B_FRAMEWORK_EDITION,
	                d->frameworks.v[at].edition, NULL);
}

static const char *model(const struct telling *t, const struct document *d)
{
	return arena_print(t->p->mem, "%s, %s", either(t->r,
		d->method.title_sv, d->method.title_en), say_with(t->r,
		B_VERSION, digits(t->r, d->method.edition), NULL));
}

/* What makes two hard to compare is said before anything else. */
static void ground(const struct telling *t)
{
	static const struct told_list frameworks = { .absent = B_NOT_USED,
		.name = framework_name, .said = framework_said };
	const struct document *a = &t->two->d[0], *b = &t->two->d[1];
	bool models = !same(a->method.code, b->method.code) ||
	              a->method.edition != b->method.edition;
	bool depths = a->a.depth != b->a.depth;
	struct place_list all = {0};

	frameworks_beside(t->p->mem, a, b, &all);
	if (!told_any(t, B_GROUND, 2, models + depths +
	              places_differing(&all), B_SAME_GROUND))
		return;
	told_table(t, B_GROUND_TABLE, B_WHAT);
	if (models || !t->only)
		row(t, say(t->r, B_MODEL), model(t, a), model(t, b),
		    differs_word(t, models));
	if (depths || !t->only)
		row(t, say(t->r, B_DEPTH), depth_say(t->r, a->a.depth),
		    depth_say(t->r, b->a.depth), differs_word(t, depths));
	list_rows(t, &frameworks, &all);
}

/* -- actors, conflicts and actions ---------------------------------------- */

static const char *actor_name(const struct telling *t,
                              const struct document *d, int at)
{
	(void)t;
	return d->links.v[at].name;
}

static const char *actor_said(const struct telling *t,
                              const struct document *d, int at)
{
	return say(t->r, d->links.v[at].missing ? B_MISSED : B_TAKEN_UP);
}

static const char *conflict_title(const struct telling *t,
                                  const struct document *d, int at)
{
	(void)t;
	return d->conflicts.v[at].title;
}

static const char *conflict_said(const struct telling *t,
                                 const struct document *d, int at)
{
	const struct conflict *c = &d->conflicts.v[at];

	return arena_print(t->p->mem, "%s, %s", conflict_name(t->p->mem, c),
	                   conflict_state_word(t->r, c->state));
}

static const char *action_title(const struct telling *t,
                                const struct document *d, int at)
{
	(void)t;
	return d->actions.v[at].title;
}

static const char *action_said(const struct telling *t,
                               const struct document *d, int at)
{
	const struct action *a = &d->actions.v[at];

	return arena_print(t->p->mem, "A%lld, %s", a->no,
	                   action_state_said(t->r, a));
}

static const struct told_list lists[] = {
	{ B_ACTORS, B_ACTORS_TABLE, B_ACTOR, B_SAME_ACTORS, B_NOT_THERE,
	  actors_beside, actor_name, actor_said },
	{ B_CONFLICTS, B_CONFLICTS_TABLE, B_WHAT, B_SAME_CONFLICTS,
	  B_NOT_THERE, conflicts_beside, conflict_title, conflict_said, true },
	{ B_ACTIONS, B_ACTIONS_TABLE, B_WHAT, B_SAME_ACTIONS, B_NOT_THERE,
	  actions_beside, action_title, action_said, true },
};

/* -- what follows --------------------------------------------------------- */

static void follows(const struct telling *t, size_t *n, const char *room,
                    i64 no, const char *name, const char *title)
{
	struct block *item;

	if ((*n)++ == 0) {
		paper_heading(t->p, 2, NULL, say(t->r, B_FOLLOWS));
		paper_text(t->p, BLOCK_PARAGRAPH, say(t->r, B_FOLLOWS_TEXT));
		paper_list(t->p, BLOCK_LIST);
	}
	item = paper_item(t->p, arena_print(t->p->mem, "%s %s", name, title));
	item->spans.v[0].link = arena_print(t->p->mem, "/a/%s/%s/%lld",
	                                    t->two->key[0], room, no);
}

/* Open conflicts, questions and actions live on where they were written. */
static void what_follows(const struct telling *t)
{
	const struct document *d = &t->two->d[0];
	size_t n = 0;

	for (size_t i = 0; i < d->conflicts.n; i++) {
		const struct conflict *c = &d->conflicts.v[i];

		if (conflict_is_open(c->state))
			follows(t, &n, "conflicts", c->no, conflict_name(
			        t->p->mem, c), c->title);
	}
	for (size_t i = 0; i < d->findings.n; i++) {
		const struct finding *f = &d->findings.v[i];

		if (f->kind == FINDING_GAP && f->gap.state == GAP_OPEN)
			follows(t, &n, "gaps", f->no, arena_print(t->p->mem,
			        "F%lld", f->no), f->sentence);
	}
	for (size_t i = 0; i < d->actions.n; i++) {
		const struct action *a = &d->actions.v[i];

		if (a->state < ACTION_DONE)
			follows(t, &n, "actions", a->no, arena_print(t->p->mem,
			        "A%lld", a->no), a->title);
	}
}

/* -- the paper ------------------------------------------------------------ */

static struct paper *begin(struct req *r, const struct two *two)
{
	const char *title = two->kin ?
		say_with(r, B_PAPER_KIN, two->d[0].subject.title, NULL) :
		say_with(r, B_PAPER, two->d[0].subject.title,
		         two->d[1].subject.title);
	struct paper *p = paper_new(r->s.mem, either(r, "sv", "en"), title);

	p->author = r->org_name;
	p->landscape = true;
	p->stacked = true;
	p->made_at = r->s.now;
	return p;
}

static void body(const struct telling *t)
{
	ground(t);
	told_priorities(t);
	told_goals(t);
	told_findings(t);
	for (size_t i = 0; i < COUNT(lists); i++)
		list(t, &lists[i]);
	if (t->two->next)
		what_follows(t);
}

struct paper *beside_body(struct req *r, const struct two *two, bool only)
{
	struct paper *p = begin(r, two);

	p->level = 1;           /* the page has the head */
	body(&(struct telling){ r, p, two, only });
	return p;
}

struct paper *beside_paper(struct req *r, const struct two *two, bool only)
{
	struct paper *p = begin(r, two);

	paper_heading(p, 1, NULL, p->title);
	paper_text(p, BLOCK_LEAD, say(r, B_LEAD));
	paper_list(p, BLOCK_LIST);
	for (int side = 0; side < 2; side++)
		paper_item(p, two->full[side]);
	paper_text(p, BLOCK_PARAGRAPH, say(r, only ? B_ONLY : B_EVERYTHING));
	if (!two->kin)
		paper_text(p, BLOCK_PARAGRAPH, say(r, B_OF_DIFFERENT));
	body(&(struct telling){ r, p, two, only });
	return p;
}
