/* A row for each count, so that the files of several organisations can be put
 * under each other and compared. */
#include "actor/actor.h"
#include "assess/words.h"
#include "paper/paper.h"
#include "renew/pattern_view.h"
#include "renew/pattern.msg"

enum { NOT_OUT_OF = -1 };       /* a number that is not out of any */

struct telling { struct req *r; struct paper *p; const char *year; };

static void number(const struct telling *t, i64 n)
{
	struct cell *c = paper_cell(t->p, CELL_TEXT, n < 0 ? NULL :
	                            digits(t->r, n));

	if (n < 0)
		return;
	c->value = VALUE_NUMBER;
	c->number = n;
}

static void count(const struct telling *t, const struct sentence *what,
                  const char *name, const char *of_what, i64 n, i64 of)
{
	paper_row(t->p);
	paper_cell(t->p, CELL_ROW, t->r->org_name);
	paper_cell(t->p, CELL_TEXT, t->year);
	paper_cell(t->p, CELL_TEXT, say(t->r, what));
	paper_cell(t->p, CELL_TEXT, name);
	paper_cell(t->p, CELL_TEXT, of_what);
	number(t, n);
	number(t, of);
}

static void goals(const struct telling *t, const struct pattern *p)
{
	for (size_t i = 0; i < p->goals.n; i++) {
		const struct pattern_goal *g = &p->goals.v[i];

		count(t, Q_F_GOAL, arena_print(t->p->mem, "%s %s", g->code,
		      either(t->r, g->title_sv, g->title_en)),
		      either(t->r, g->framework_sv, g->framework_en),
		      g->negative, g->judged);
	}
}

static void people(const struct telling *t, const struct pattern *p)
{
	for (size_t i = 0; i < p->actors.n; i++)
		count(t, Q_F_ACTOR, p->actors.v[i].name, NULL,
		      p->actors.v[i].hit, p->actors.v[i].of);
	for (size_t i = 0; i < p->kinds.n; i++)
		count(t, Q_F_KIND, actor_kind_say(t->r,
		      (enum actor_kind)p->kinds.v[i].what), NULL,
		      p->kinds.v[i].hit, p->kinds.v[i].of);
	for (size_t i = 0; i < p->groups.n; i++)
		count(t, Q_F_GROUP, either(t->r, p->groups.v[i].name_sv,
		      p->groups.v[i].name_en), NULL, p->groups.v[i].named,
		      p->among);
}

static void uses(const struct telling *t, const struct pattern *p)
{
	for (size_t i = 0; i < p->uses.n; i++) {
		struct pattern_used *u = &p->uses.v[i];
		struct quartiles d = quartiles_of(&u->days);
		const char *name = either(t->r, u->model_sv, u->model_en);
		const char *depth = depth_say(t->r, u->depth);

		count(t, Q_F_ENDED, name, depth, u->ended, p->among);
		count(t, Q_F_CHANGED, name, depth, u->changed, u->ended);
		if (d.median < 0)
			continue;
		count(t, Q_F_FIRST, name, depth, d.first, NOT_OUT_OF);
		count(t, Q_F_MEDIAN, name, depth, d.median, NOT_OUT_OF);
		count(t, Q_F_THIRD, name, depth, d.third, NOT_OUT_OF);
	}
}

static void said(const struct telling *t, const struct pattern *p)
{
	struct pattern_question all[QUESTIONS];

	pattern_questions(&p->said, all);
	for (size_t i = 0; i < QUESTIONS; i++)
		for (i64 k = 1; k <= all[i].most; k++)
			if (all[i].n[0] >= PATTERN_FEW)
				count(t, Q_F_SAID, say(t->r, all[i].asked),
				      pattern_answer(t->r, &all[i], k),
				      all[i].n[k], all[i].n[0]);
}

static void heads(const struct telling *t)
{
	static const struct sentence *const all[] = { Q_ORG, Q_YEAR, Q_WHAT,
		Q_NAME, Q_OF_WHAT, Q_NUMBER, Q_OUT_OF };

	paper_table(t->p, say(t->r, Q_TITLE), 1);
	paper_row(t->p);
	for (size_t i = 0; i < COUNT(all); i++)
		paper_cell(t->p, CELL_COLUMN, say(t->r, all[i]));
}

struct paper *pattern_paper(struct req *r, struct pattern *p)
{
	struct telling t = { .r = r };
	bool many = p->begun > PATTERN_BEGUN;

	t.year = p->year == 0 ? say(r, Q_ALL_YEARS) : digits(r, p->year);
	t.p = paper_new(r->s.mem, either(r, "sv", "en"), say_with(r,
	                Q_TITLE_YEAR, t.year, NULL));
	t.p->author = r->org_name;
	t.p->landscape = true;
	t.p->made_at = r->s.now;
	paper_heading(t.p, 1, NULL, t.p->title);
	paper_text(t.p, BLOCK_LEAD, say(r, Q_LEAD));
	heads(&t);
	count(&t, Q_F_AMONG, NULL, NULL, p->among, NOT_OUT_OF);
	count(&t, Q_F_BEGUN, NULL, many ? say(r, Q_F_AT_LEAST) : NULL,
	      many ? PATTERN_BEGUN : p->begun, NOT_OUT_OF);
	goals(&t, p);
	people(&t, p);
	uses(&t, p);
	said(&t, p);
	return t.p;
}
