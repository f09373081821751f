/*
 * What the answers shall come to, worked out anew from the model: a line for
 * each mark, with the finding it stands in and where that comes from.
 */
#include "meeting.h"

/* One direction of one goal, of the room or of the tables that say so. */
struct made {
	int         point, goal;
	char        sign;               /* + − 0 ? */
	const char *way;                /* d i, "" without */
	const char *sentence, *by, *from, *against;
	bool        agreed, dissent;
};
struct made_list { struct made *v; size_t n, room; };

struct view {
	const struct table_said *b;
	const char *by, *who, *from, *against;
	bool        agreed, dissent;
};

/* -- one answer ---------------------------------------------------------- */

static void make(struct play *p, struct made_list *out, int point, int goal,
                 const struct view *v, char sign, const char *way)
{
	const struct table_said *b = v->b;
	const char *text = sign == '+' ? b->plus : sign == '-' ? b->minus :
	                   b->other;

	if (text[0] == '\0')
		text = arena_print(p->page, "%s såg ingen påverkan.", v->who);
	*PUSH(p->page, out) = (struct made){ .point = point, .goal = goal,
		.sign = sign, .way = way, .sentence = text, .by = v->by,
		.from = v->from, .against = v->against, .agreed = v->agreed,
		.dissent = v->dissent };
}

static void make_each(struct play *p, struct made_list *out, int point,
                      int goal, const struct view *v)
{
	static const struct { const char *word, *way; char sign; } all[] = {
		{ "dp", "d", '+' }, { "ip", "i", '+' }, { "rp", "", '+' },
		{ "dn", "d", '-' }, { "in", "i", '-' }, { "rn", "", '-' },
		{ "no", "", '0' }, { "gap", "", '?' } };

	for (size_t i = 0; i < COUNT(all); i++)
		if (strstr(v->b->value, all[i].word) != NULL)
			make(p, out, point, goal, v, all[i].sign, all[i].way);
}

/* -- of tables and of the room ------------------------------------------- */

static bool same_view(const struct table_said *a, const struct table_said *b)
{
	return strcmp(a->value, b->value) == 0 &&
	       strcmp(a->plus, b->plus) == 0 &&
	       strcmp(a->minus, b->minus) == 0 &&
	       strcmp(a->other, b->other) == 0;
}

static bool differ(const struct play *p, int point, int goal)
{
	const char *first = NULL;

	for (int b = 0; b < BOARDS; b++) {
		const char *value = p->table[b][point][goal].value;

		if (first != NULL && value != NULL &&
		    strcmp(value, first) != 0)
			return true;
		first = value == NULL ? first : value;
	}
	return false;
}

static const char *with(struct play *p, const char *a, const char *between,
                        const char *b)
{
	return a[0] == '\0' ? b : arena_print(p->page, "%s%s%s", a, between,
	                                      b);
}

static bool said_before(const struct play *p, int board, int point, int goal)
{
	for (int b = 0; b < board; b++)
		if (p->table[b][point][goal].value != NULL &&
		    same_view(&p->table[b][point][goal],
		              &p->table[board][point][goal]))
			return true;
	return false;
}

static void of_tables(struct play *p, int point, int goal, bool divided,
                      struct made_list *out)
{
	for (int b = 0; b < BOARDS; b++) {
		const struct table_said *is = &p->table[b][point][goal];
		struct view v = { .b = is, .by = "", .who = "", .from = "",
			.against = "",
			.dissent = divided || differ(p, point, goal) };

		if (is->value == NULL || said_before(p, b, point, goal))
			continue;
		for (int k = b; k < BOARDS; k++) {
			const struct table_said *at = &p->table[k][point][goal];
			const char *name = arena_print(p->page, "Bord %d",
			                               k + 1);

			if (at->value == NULL || !same_view(at, is))
				continue;
			v.by = with(p, v.by, ", ", name);
			v.who = with(p, v.who, " och ", name);
			v.from = with(p, v.from, "+", name);
			v.against = with(p, v.against, " ", at->dissent);
			v.dissent = v.dissent || at->dissent[0] != '\0';
		}
		make_each(p, out, point, goal, &v);
	}
}

static void of_goal(struct play *p, int point, int goal,
                    struct made_list *out)
{
	const struct ruled *r = &p->ruled[point][goal];
	struct view v = { .b = &r->words, .by = "", .who = "Vi",
		.from = "room", .against = "", .agreed = true };

	if (r->kind == 0 || r->kind == VERDICT_DIVIDED) {
		of_tables(p, point, goal, r->kind != 0, out);
		return;
	}
	for (int b = 0; b < BOARDS; b++)
		if (p->table[b][point][goal].value != NULL)
			v.against = with(p, v.against, " ",
			                 p->table[b][point][goal].dissent);
	v.dissent = v.against[0] != '\0' && v.against[0] != ' ';
	make_each(p, out, point, goal, &v);
}

/* -- lines --------------------------------------------------------------- */

/* One fact of several goals of an item is one finding: divided if one is. */
static bool one_finding(const struct made *a, const struct made *b)
{
	return a->point == b->point && a->sign == b->sign &&
	       a->agreed == b->agreed && strcmp(a->from, b->from) == 0 &&
	       strcmp(a->sentence, b->sentence) == 0;
}

const char *model_findings(struct play *p)
{
	struct made_list all = {0};
	struct text_list lines = {0};

	for (int i = 0; i < p->points; i++)
		for (int g = 0; g < p->point[i].goals; g++)
			of_goal(p, i, g, &all);
	for (size_t i = 0; i < all.n; i++) {
		struct made m = all.v[i];

		for (size_t k = 0; k < all.n; k++)
			if (one_finding(&m, &all.v[k]))
				m.dissent = m.dissent || all.v[k].dissent;
		*PUSH(p->page, &lines) = arena_print(p->page,
			"P%lld %s %c%s '%s' %s %s by '%s' of %s",
			p->point[m.point].priority_no,
			p->point[m.point].code[m.goal], m.sign, m.way,
			m.sentence, m.agreed ? "agreed" : "table",
			m.dissent ? "divided" : "whole", m.by, m.from);
	}
	return sorted(p->page, &lines);
}

/* -- what is there ------------------------------------------------------- */

static const char *traced_to(struct play *p, const struct trace_list *all,
                             i64 no, i64 goal)
{
	struct text_list names = {0};
	const char *text = "";

	for (size_t i = 0; i < all->n; i++)
		if (all->v[i].no == no && all->v[i].goal == goal)
			*PUSH(p->page, &names) = all->v[i].board == 0 ?
				"room" : all->v[i].board_name;
	sorted(p->page, &names);
	for (size_t i = 0; i < names.n; i++)
		text = with(p, text, "+", names.v[i]);
	return text;
}

static void finding_lines(struct play *p, const struct finding *f,
                          const struct trace_list *traces,
                          struct text_list *lines)
{
	for (size_t i = 0; i < f->marks.n; i++) {
		const struct mark *m = &f->marks.v[i];
		char sign = f->kind == FINDING_GAP ? '?' :
			f->kind == FINDING_LOOKED_AT ? '0' :
			m->direction == POSITIVE ? '+' : '-';

		*PUSH(p->page, lines) = arena_print(p->page,
			"P%lld %s %c%s '%s' %s %s by '%s' of %s",
			f->priority_no, m->code, sign,
			m->directness == DIRECT ? "d" :
			m->directness == INDIRECT ? "i" : "", f->sentence,
			f->source == SOURCE_AGREED ? "agreed" : "table",
			f->dissent ? "divided" : "whole", f->written_by,
			traced_to(p, traces, f->no, m->goal));
	}
}

/* What was said against it stands in the finding, in their words. */
static void against_is_kept(struct play *p, const struct finding_list *all)
{
	for (int b = 0; b < BOARDS; b++)
		for (int i = 0; i < p->points; i++)
			for (int g = 0; g < p->point[i].goals; g++) {
				const struct table_said *is =
					&p->table[b][i][g];
				bool kept = is->value == NULL ||
				            is->dissent[0] == '\0';

				for (size_t k = 0; !kept && k < all->n; k++)
					kept = strstr(all->v[k].rationale,
					              is->dissent) != NULL;
				MUST(p, kept);
			}
}

const char *stored_findings(struct play *p)
{
	struct scope s = stage_scope(p->t.st);
	struct finding_list all = {0};
	struct trace_list traces = {0};
	struct text_list lines = {0};

	arena_reset(p->page);
	s.mem = p->page;
	MUST(p, finding_list(&s, p->t.id, &all) == OK);
	MUST(p, trace_from(&s, p->id, TRACE_FINDING, &traces) == OK);
	for (size_t i = 0; i < all.n; i++) {
		bool ours = false;

		for (size_t k = 0; k < traces.n; k++)
			ours = ours || traces.v[k].no == all.v[i].no;
		if (ours && !all.v[i].removed)
			finding_lines(p, &all.v[i], &traces, &lines);
	}
	against_is_kept(p, &all);
	return sorted(p->page, &lines);
}
