/* What is understood of the rows of a sheet, and what is wrong with them. */
#include <string.h>

#include "base/text.h"
#include "bring/rows.h"
#include "kit/icu.h"

const char *const rows_directions[2][4] = {
	{ "positiv", "negativ", "ingen", "mer kunskap behövs" },
	{ "positive", "negative", "none", "more knowledge needed" },
};

const char *const rows_paths[2][2] = {
	{ "direkt", "indirekt" }, { "direct", "indirect" },
};

struct reading {
	struct arena             *mem;
	const struct row_context *in;
	struct understood        *u;
	bool                      paths[64];    /* of the marks read */
};

static void wrong(struct reading *r, enum row_wrong what, const char *text)
{
	*PUSH(r->mem, &r->u->issues) = (struct row_issue){ what, text };
}

static const char *cell(const struct reading *r, enum row_column column)
{
	return r->u->row->cell[column];
}

/* The parts of a cell that ; or a line's end divides, trimmed; a comma too
 * where a space follows it, since "8,1" is a number somebody changed. */
static struct text_list parts_of(struct arena *mem, const char *text)
{
	struct text_list out = {0};

	while (*text != '\0') {
		size_t n = 0;
		const char *part;

		while (text[n] != '\0' && text[n] != ';' && text[n] != '\n' &&
		       !(text[n] == ',' && text[n + 1] == ' '))
			n++;
		part = text_trim(mem, arena_text(mem, text, n));
		if (*part != '\0')
			*PUSH(mem, &out) = part;
		text += n;
		text += *text != '\0';
	}
	return out;
}

/* -- which priority -------------------------------------------------------- */

/* "P2", "2", "P2 Stöd i tid", or the title itself. */
static bool is_called(struct arena *mem, const struct priority *p,
                      const char *said)
{
	const char *digits = *said == 'p' ? said + 1 : said;
	size_t n = strspn(digits, "0123456789");
	i64 no = 0;

	if (same(said, text_fold(mem, p->now.title)))
		return true;
	return n > 0 && (digits[n] == '\0' || digits[n] == ' ' ||
	                 digits[n] == '.') &&
	       number_read(arena_text(mem, digits, n), 1, INT32_MAX, &no) &&
	       no == p->no;
}

static void read_priority(struct reading *r)
{
	const struct priority_list *all = r->in->priorities;
	const char *said = text_fold(r->mem, cell(r, ROW_PRIORITY));

	for (size_t i = 0; *said != '\0' && i < all->n; i++)
		if (is_called(r->mem, &all->v[i], said)) {
			r->u->priority = &all->v[i];
			r->u->finding.priority = all->v[i].id;
			r->u->finding.priority_no = all->v[i].no;
			r->u->finding.wording = all->v[i].now.id;
			return;
		}
	if (*said == '\0')
		wrong(r, ROW_NO_PRIORITY, "");
	else
		wrong(r, ROW_WHICH_PRIORITY, cell(r, ROW_PRIORITY));
}

/* -- which goals ----------------------------------------------------------- */

struct goal_found { const struct framework *framework;
                    const struct goal *goal; size_t n; };

/* "13", "mål 13", "agenda2030 13"; letters as they come. */
static struct goal_found goal_called(const struct reading *r,
                                     const char *said)
{
	struct goal_found out = {0};
	const char *space = strrchr(said, ' ');
	const char *code = space == NULL ? said : space + 1;
	size_t n = space == NULL ? 0 : (size_t)(space - said);
	bool any = n == 0 || strncmp(said, "mål ", n + 1) == 0 ||
	           strncmp(said, "goal ", n + 1) == 0;

	for (size_t i = 0; i < r->in->frameworks->n; i++) {
		const struct framework *f = &r->in->frameworks->v[i];

		if (!any && (strlen(f->code) != n ||
		             strncasecmp(f->code, said, n) != 0))
			continue;
		for (size_t j = 0; j < f->goals.n; j++) {
			const struct goal *g = &f->goals.v[j];

			if (strcasecmp(g->code, code) != 0 ||
			    !goal_is_judged(g))
				continue;
			out.framework = f;
			out.goal = g;
			out.n++;
		}
	}
	return out;
}

/* A spreadsheet has made 8.1 of both 8.1 and 8.10. */
static bool may_be_another(const struct reading *r, const char *said)
{
	return r->u->row->number && strchr(said, '.') != NULL &&
	       goal_called(r, arena_print(r->mem, "%s0", said)).n > 0;
}

static void read_goal(struct reading *r, const char *text)
{
	struct mark_list *marks = &r->u->finding.marks;
	const char *said = text_fold(r->mem, text);
	struct goal_found found = goal_called(r, said);

	if (found.n > 1) {
		wrong(r, ROW_GOAL_TWO, text);
		return;
	}
	if (found.n == 0 || may_be_another(r, said)) {
		wrong(r, r->u->row->number ? ROW_GOAL_NUMBER :
		         ROW_WHICH_GOAL, text);
		return;
	}
	for (size_t i = 0; i < marks->n; i++)
		if (marks->v[i].goal == found.goal->id) {
			wrong(r, ROW_GOAL_TWICE, text);
			return;
		}
	if (marks->n == COUNT(r->paths))
		return;
	r->paths[marks->n] = found.framework->kind != FRAMEWORK_RUS;
	*PUSH(r->mem, marks) = (struct mark){ .goal = found.goal->id,
		.framework = found.framework->code,
		.code = found.goal->code };
}

static void read_goals(struct reading *r)
{
	struct text_list all = parts_of(r->mem, cell(r, ROW_GOALS));

	if (all.n == 0)
		wrong(r, ROW_NO_GOAL, "");
	for (size_t i = 0; i < all.n; i++)
		read_goal(r, all.v[i]);
}

/* -- what happens to them -------------------------------------------------- */

static const struct { const char *word; enum finding_kind kind;
                      enum direction direction; } directions[] = {
	{ "positiv", FINDING_EFFECT, POSITIVE },
	{ "positive", FINDING_EFFECT, POSITIVE },
	{ "+", FINDING_EFFECT, POSITIVE },
	{ "negativ", FINDING_EFFECT, NEGATIVE },
	{ "negative", FINDING_EFFECT, NEGATIVE },
	{ "-", FINDING_EFFECT, NEGATIVE },
	{ "−", FINDING_EFFECT, NEGATIVE },
	{ "–", FINDING_EFFECT, NEGATIVE },
	{ "ingen", FINDING_LOOKED_AT, DIRECTION_NONE },
	{ "ingen påverkan", FINDING_LOOKED_AT, DIRECTION_NONE },
	{ "none", FINDING_LOOKED_AT, DIRECTION_NONE },
	{ "0", FINDING_LOOKED_AT, DIRECTION_NONE },
	{ "mer kunskap behövs", FINDING_GAP, DIRECTION_NONE },
	{ "more knowledge needed", FINDING_GAP, DIRECTION_NONE },
	{ "?", FINDING_GAP, DIRECTION_NONE },
};

static enum direction read_direction(struct reading *r)
{
	const char *said = text_fold(r->mem, cell(r, ROW_DIRECTION));

	for (size_t i = 0; i < COUNT(directions); i++)
		if (same(said, directions[i].word)) {
			r->u->finding.kind = directions[i].kind;
			return directions[i].direction;
		}
	if (*said == '\0')
		wrong(r, ROW_NO_DIRECTION, "");
	else
		wrong(r, ROW_WHICH_DIRECTION, cell(r, ROW_DIRECTION));
	return DIRECTION_NONE;
}

static enum directness read_path(struct reading *r)
{
	const char *said = text_fold(r->mem, cell(r, ROW_PATH));

	for (size_t i = 0; i < 2; i++) {
		if (same(said, rows_paths[i][0]))
			return DIRECT;
		if (same(said, rows_paths[i][1]))
			return INDIRECT;
	}
	if (*said != '\0')
		wrong(r, ROW_WHICH_PATH, cell(r, ROW_PATH));
	return WITHOUT_PATH;
}

/* A goal of a strategy has a direction only, whatever else the row says. */
static void read_effect(struct reading *r)
{
	enum direction direction = read_direction(r);
	enum directness path = read_path(r);
	struct mark_list *marks = &r->u->finding.marks;

	for (size_t i = 0; i < marks->n; i++) {
		marks->v[i].direction = direction;
		if (r->paths[i] && direction != DIRECTION_NONE)
			marks->v[i].directness = path;
	}
}

/* -- who and where --------------------------------------------------------- */

static const struct group *group_called(const struct reading *r,
                                        const char *said)
{
	const struct group_list *all = r->in->groups;

	for (size_t i = 0; i < all->n; i++) {
		const struct group *g = &all->v[i];

		if (!g->retired && (same(said, g->code) ||
		    same(said, text_fold(r->mem, g->name_sv)) ||
		    same(said, text_fold(r->mem, g->name_en))))
			return g;
	}
	return NULL;
}

/* "kvinnor + unga; män": people who are both, and others. */
static void read_combination(struct reading *r, const char *text)
{
	const char *codes = "";

	for (const char *at = text; *at != '\0'; ) {
		size_t n = strcspn(at, "+");
		const char *one = text_trim(r->mem, arena_text(r->mem, at,
		                                               n));
		const struct group *g = group_called(r, text_fold(r->mem,
		                                                  one));

		if (g == NULL) {
			wrong(r, ROW_WHICH_GROUP, one);
			return;
		}
		codes = arena_print(r->mem, "%s%s%s", codes,
		                    *codes == '\0' ? "" : "+", g->code);
		at += n;
		at += *at == '+';
	}
	*PUSH(r->mem, &r->u->finding.groups) = codes;
}

static void read_groups(struct reading *r)
{
	struct text_list all = parts_of(r->mem, cell(r, ROW_GROUPS));

	for (size_t i = 0; i < all.n; i++)
		read_combination(r, all.v[i]);
}

/* -- the whole row --------------------------------------------------------- */

/* Flaws that the form would find; those already told are not told again. */
static void judge(struct reading *r)
{
	unsigned flaws = finding_flaws(&r->u->finding, r->paths);

	if ((flaws & FINDING_NO_SENTENCE) != 0)
		wrong(r, ROW_NO_SENTENCE, "");
	if (text_length(r->u->finding.sentence) > SENTENCE_MOST)
		wrong(r, ROW_LONG, "");
	if ((flaws & FINDING_NO_DIRECTNESS) != 0 &&
	    *cell(r, ROW_PATH) == '\0')
		wrong(r, ROW_NO_PATH, "");
	if ((flaws & FINDING_NO_RATIONALE) != 0)
		wrong(r, ROW_NO_RATIONALE, "");
}

static bool marks_goal(const struct finding *f, const struct mark *m)
{
	for (size_t i = 0; i < f->marks.n; i++)
		if (f->marks.v[i].goal == m->goal &&
		    f->marks.v[i].direction == m->direction &&
		    f->marks.v[i].directness == m->directness)
			return true;
	return false;
}

/* The same sentence on the same priority, with the same marks. */
static bool same_finding(const struct finding *a, const struct finding *b)
{
	if (a->priority != b->priority || a->kind != b->kind ||
	    a->marks.n != b->marks.n || !same(a->sentence, b->sentence))
		return false;
	for (size_t i = 0; i < a->marks.n; i++)
		if (!marks_goal(b, &a->marks.v[i]))
			return false;
	return true;
}

static void find_twins(struct reading *r, const struct understood_list *all)
{
	const struct finding *f = &r->u->finding;

	if (r->u->issues.n > 0)
		return;
	for (size_t i = 0; i < r->in->findings->n; i++)
		if (same_finding(f, &r->in->findings->v[i])) {
			wrong(r, ROW_THERE, arena_print(r->mem, "F%lld",
			      r->in->findings->v[i].no));
			return;
		}
	for (size_t i = 0; i + 1 < all->n; i++)
		if (all->v[i].issues.n == 0 &&
		    same_finding(f, &all->v[i].finding)) {
			wrong(r, ROW_TWICE, arena_print(r->mem, "%lld",
			      all->v[i].row->line));
			return;
		}
}

void rows_understand(struct arena *mem, const struct brought_sheet *sheet,
                     const struct row_context *in,
                     struct understood_list *out)
{
	for (size_t i = 0; i < sheet->rows.n; i++) {
		struct reading r = { .mem = mem, .in = in,
		                     .u = PUSH(mem, out) };

		r.u->row = &sheet->rows.v[i];
		r.u->finding.sentence = cell(&r, ROW_SENTENCE);
		r.u->finding.rationale = cell(&r, ROW_RATIONALE);
		r.u->finding.places = text_short(mem, cell(&r, ROW_PLACES),
		                                 200);
		r.u->finding.brief = r.u->finding.written_by = "";
		r.u->finding.source = SOURCE_AGREED;
		read_priority(&r);
		read_goals(&r);
		read_effect(&r);
		read_groups(&r);
		judge(&r);
		find_twins(&r, out);
	}
}

char *rows_digest(struct arena *mem, const struct understood_list *all)
{
	struct text_list parts = {0};

	for (size_t i = 0; i < all->n; i++) {
		const struct understood *u = &all->v[i];

		*PUSH(mem, &parts) = arena_print(mem, "%lld %zu %lld %lld",
			u->row->line, u->issues.n, u->finding.priority,
			u->finding.wording);
		for (size_t k = 0; k < u->finding.marks.n; k++)
			*PUSH(mem, &parts) = arena_print(mem, " %lld",
				u->finding.marks.v[k].goal);
	}
	return text_joined(mem, &parts);
}
