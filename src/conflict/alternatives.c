#include "conflict/alternatives.h"
#include "base/text.h"
#include "conflict/alternatives.msg"
#include "paper/paper.h"

enum { COLUMNS_MOST = 5, NOBODY = -1 };

/* -- order --------------------------------------------------------------- */

struct priority_list alternatives_order(struct arena *mem,
                                        const struct priority_list *all)
{
	struct priority_list out = {0};

	for (int first = 1; first >= 0; first--)
		for (size_t i = 0; i < all->n; i++)
			if (all->v[i].no_action == (first == 1))
				*PUSH(mem, &out) = all->v[i];
	return out;
}

/* -- one cell ------------------------------------------------------------ */

static const char *words(const struct alternatives *a,
                         const struct sentence *s)
{
	return figure_say(&a->of, s, NULL, NULL);
}

/* Of a column: a priority by its place, or NOBODY: what was not judged. */
static const struct priority *column_of(const struct alternatives *a, int at)
{
	return at == NOBODY ? NULL : &a->of.priorities->v[at];
}

static const struct goal *goal_in(const struct alternatives *a, i64 id)
{
	const struct framework_list *all = a->of.frameworks;

	for (size_t i = 0; i < all->n; i++)
		for (size_t j = 0; j < all->v[i].goals.n; j++)
			if (all->v[i].goals.v[j].id == id)
				return &all->v[i].goals.v[j];
	return NULL;
}

static const char *short_form(const struct alternatives *a,
                              const struct finding *f)
{
	return arena_print(a->of.mem, "F%lld %s", f->no,
	                   text_blank(f->brief) ?
	                   text_short(a->of.mem, f->sentence, 60) : f->brief);
}

/* `set` 0 is what lies in no dimension of its own. */
static bool lies_in(const struct alternatives *a, const struct mark *m,
                    unsigned set)
{
	const struct goal *g = goal_in(a, m->goal);

	if (g == NULL)
		return false;
	return set == 0 ? g->dimensions == 0 : (g->dimensions & set) != 0;
}

/* A finding once for each kind of mark that it has in the dimension. */
static size_t finding_lines(struct paper *to, const struct alternatives *a,
                            const struct finding *f, unsigned set)
{
	unsigned drawn = 0;
	size_t n = 0;

	for (size_t i = 0; i < f->marks.n; i++) {
		int mark = mark_drawn(&f->marks.v[i], f->kind);

		if (!lies_in(a, &f->marks.v[i], set) ||
		    (drawn & 1u << mark) != 0)
			continue;
		drawn |= 1u << mark;
		n++;
		if (to != NULL)
			paper_cell_line(to, short_form(a, f))->mark =
				(enum paper_mark)mark;
	}
	return n;
}

static size_t dimension_lines(struct paper *to, const struct alternatives *a,
                              const struct priority *p, unsigned set)
{
	const struct finding_list *all = a->of.findings;
	size_t n = 0;

	for (size_t i = 0; i < all->n; i++)
		if (all->v[i].priority == p->id)
			n += finding_lines(to, a, &all->v[i], set);
	return n;
}

static void unjudged_cell(struct paper *to, const struct alternatives *a)
{
	struct cell *c = paper_cell(to, CELL_TEXT, NULL);

	c->hatched = true;
	paper_cell_line(to, words(a, AL_UNJUDGED))->mark = MARK_UNJUDGED;
}

static void dimension_cell(struct paper *to, const struct alternatives *a,
                           const struct priority *p, unsigned set)
{
	paper_cell(to, CELL_TEXT, NULL);
	if (dimension_lines(to, a, p, set) == 0)
		paper_cell_line(to, words(a, AL_NO_FINDING));
}

/* "13 Bekämpa klimatförändringarna: F3, F4", a line for each kind of mark. */
static size_t goal_lines(struct paper *to, const struct alternatives *a,
                         size_t at, const struct priority *p)
{
	const struct goal *g = a->of.matrix->goal[at];
	size_t n = 0;

	for (int mark = MARK_DIRECT_POSITIVE; mark <= MARK_GAP; mark++) {
		struct text_list nos = {0};
		struct finding_list own = {0};
		struct pictured one = a->of;
		struct span *s;

		for (size_t i = 0; i < a->of.findings->n; i++)
			if (a->of.findings->v[i].priority == p->id)
				*PUSH(a->of.mem, &own) = a->of.findings->v[i];
		one.findings = &own;
		findings_marked(&one, g->id, mark, &nos);
		if (nos.n == 0)
			continue;
		n++;
		s = paper_cell_line(to, figure_say(&a->of, AL_MARKED,
			goal_name(&a->of, g), list_said(a->of.mem,
			a->of.language, &nos)));
		goal_tile_named(&a->of, g, s);
		s->mark = (enum paper_mark)mark;
	}
	return n;
}

static void goals_cell(struct paper *to, const struct alternatives *a,
                       const struct priority *p)
{
	size_t n = 0;

	paper_cell(to, CELL_TEXT, NULL);
	for (size_t i = 0; i < a->of.matrix->goals; i++)
		n += goal_lines(to, a, i, p);
	if (n == 0)
		paper_cell_line(to, words(a, AL_NO_FINDING));
}

static const struct finding *finding_of(const struct alternatives *a, i64 id)
{
	for (size_t i = 0; i < a->of.findings->n; i++)
		if (a->of.findings->v[i].id == id)
			return &a->of.findings->v[i];
	return NULL;
}

static bool is_party(const struct alternatives *a, const struct conflict *c,
                     const struct priority *p)
{
	for (size_t i = 0; i < c->sides.n; i++) {
		const struct side_member_list *all = &c->sides.v[i].members;

		for (size_t j = 0; j < all->n; j++) {
			const struct finding *f = finding_of(a,
				all->v[j].finding);

			if (f != NULL && f->priority == p->id)
				return true;
		}
	}
	return false;
}

static void conflicts_cell(struct paper *to, const struct alternatives *a,
                           const struct priority *p)
{
	size_t n = 0;

	paper_cell(to, CELL_TEXT, NULL);
	for (size_t i = 0; i < a->conflicts->n; i++) {
		const struct conflict *c = &a->conflicts->v[i];

		if (c->sign != CONFLICT || !is_party(a, c, p))
			continue;
		paper_cell_line(to, arena_print(a->of.mem, "%s %s",
			conflict_name(a->of.mem, c), c->title));
		n++;
	}
	if (n == 0)
		paper_cell_line(to, words(a, AL_NO_CONFLICT));
}

static void unknown_cell(struct paper *to, const struct alternatives *a,
                         size_t at)
{
	const struct priority *p = &a->of.priorities->v[at];
	const struct finding_list *all = a->of.findings;
	i64 holes = 0;
	size_t n = 0;

	paper_cell(to, CELL_TEXT, NULL);
	for (size_t i = 0; i < all->n; i++) {
		if (all->v[i].priority != p->id ||
		    all->v[i].kind != FINDING_GAP)
			continue;
		paper_cell_line(to, short_form(a, &all->v[i]))->mark =
			MARK_GAP;
		n++;
	}
	for (size_t i = 0; i < a->of.matrix->goals; i++)
		holes += matrix_at(a->of.matrix, i, at)->state ==
		         CELL_UNJUDGED;
	if (holes > 0)
		paper_cell_line(to, say_number(a->of.mem, a->of.language,
			AL_HOLES, holes))->mark = MARK_UNJUDGED;
	else if (n == 0)
		paper_cell_line(to, words(a, AL_NO_UNKNOWN));
}

/* -- the table ----------------------------------------------------------- */

/* The places of its columns; NOBODY first where no priority is to do nothing
 * new: then the assessment's own words on it stand there. */
struct columns { int v[COLUMNS_MOST]; size_t n; };

enum row { ROW_WHAT, ROW_GOALS, ROW_CONFLICTS, ROW_UNKNOWN };

static void plain_cell(struct paper *to, const struct alternatives *a,
                       enum row row, int at)
{
	const struct priority *p = column_of(a, at);
	const char *text = p == NULL ? a->baseline : p->now.text;

	if (row == ROW_WHAT)
		paper_cell(to, CELL_TEXT, text_blank(text) ?
		           words(a, AL_NOT_SAID) : text);
	else if (p == NULL)
		unjudged_cell(to, a);
	else if (row == ROW_GOALS)
		goals_cell(to, a, p);
	else if (row == ROW_CONFLICTS)
		conflicts_cell(to, a, p);
	else
		unknown_cell(to, a, (size_t)at);
}

static void plain_row(struct paper *to, const struct alternatives *a,
                      const struct columns *c, enum row row,
                      const struct sentence *head)
{
	paper_row(to);
	paper_cell(to, CELL_ROW, words(a, head));
	for (size_t i = 0; i < c->n; i++)
		plain_cell(to, a, row, c->v[i]);
}

static void dimension_row(struct paper *to, const struct alternatives *a,
                          const struct columns *c, unsigned set,
                          const struct sentence *head)
{
	paper_row(to);
	paper_cell(to, CELL_ROW, words(a, head));
	for (size_t i = 0; i < c->n; i++) {
		const struct priority *p = column_of(a, c->v[i]);

		if (p == NULL)
			unjudged_cell(to, a);
		else
			dimension_cell(to, a, p, set);
	}
}

static bool any_across(const struct alternatives *a)
{
	for (size_t i = 0; i < a->of.priorities->n; i++)
		if (dimension_lines(NULL, a, &a->of.priorities->v[i], 0) > 0)
			return true;
	return false;
}

static void head(struct paper *to, const struct alternatives *a,
                 const struct columns *c, size_t part)
{
	char *no = arena_print(a->of.mem, "%zu", part);

	paper_table(to, part == 1 ? words(a, AL_TABLE) :
	            figure_say(&a->of, AL_PART, no, NULL), 1)->width[0] = 140;
	paper_row(to);
	paper_cell(to, CELL_COLUMN, words(a, AL_ROW));
	for (size_t i = 0; i < c->n; i++) {
		const struct priority *p = column_of(a, c->v[i]);

		paper_cell(to, CELL_COLUMN, p == NULL ?
			words(a, AL_NOTHING) : arena_print(a->of.mem,
			"P%lld %s", p->no, p->now.title));
		if (p != NULL && p->no_action)
			paper_cell_line(to, words(a, AL_NOTHING));
	}
}

static void table(struct paper *to, const struct alternatives *a,
                  const struct columns *c, size_t part)
{
	head(to, a, c, part);
	plain_row(to, a, c, ROW_WHAT, AL_WHAT);
	dimension_row(to, a, c, SOCIAL, AL_PEOPLE);
	dimension_row(to, a, c, ENVIRONMENTAL, AL_NATURE);
	dimension_row(to, a, c, ECONOMIC, AL_ECONOMY);
	if (any_across(a))
		dimension_row(to, a, c, 0, AL_ACROSS);
	plain_row(to, a, c, ROW_GOALS, AL_GOALS);
	plain_row(to, a, c, ROW_CONFLICTS, AL_CONFLICTS);
	plain_row(to, a, c, ROW_UNKNOWN, AL_UNKNOWN);
}

void alternatives_on(struct paper *to, const struct alternatives *a)
{
	const struct priority_list *all = a->of.priorities;
	struct columns c = {0};
	size_t part = 1;

	if (all->n == 0 || !all->v[0].no_action)
		c.v[c.n++] = NOBODY;
	for (size_t i = 0; i < all->n; i++) {
		if (c.n == COLUMNS_MOST) {
			table(to, a, &c, part++);
			c.n = 0;
		}
		c.v[c.n++] = (int)i;
	}
	table(to, a, &c, part);
}
