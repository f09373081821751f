/* The template of an assessment: a sheet to fill in, and one of what may be
 * written there. */
#include <string.h>

#include "actor/actor.h"
#include "assess/words.h"
#include "base/text.h"
#include "bring/bring.msg"
#include "bring/rows_page.h"
#include "kit/csv.h"
#include "paper/paper.h"

enum { EMPTY_ROWS = 100 };

struct filling {
	struct req            *r;
	struct paper          *p;
	struct priority_list   priorities;
	struct framework_list  frameworks;
	struct group_list      groups;
	struct assessment      a;
};

static bool english(const struct req *r)
{
	return r->language == ENGLISH;
}

/* Cells that stay text: 8.10 must not become 8.1 or a day in October. */
static void findings_sheet(struct filling *f)
{
	paper_table(f->p, say(f->r, T_FINDINGS), 1)->new_page = true;
	paper_row(f->p);
	for (size_t i = 0; i < ROW_COLUMNS; i++)
		paper_cell(f->p, CELL_COLUMN, column_head((enum row_column)i,
		           english(f->r)));
	paper_cell(f->p, CELL_COLUMN, template_mark(f->r->s.mem, f->a.key));
	for (int i = 0; i < EMPTY_ROWS; i++) {
		paper_row(f->p);
		for (size_t k = 0; k < ROW_COLUMNS; k++)
			paper_cell(f->p, CELL_TEXT, "")->value = VALUE_TYPED;
	}
}

static void word(struct filling *f, enum row_column column, const char *write,
                 const char *means)
{
	paper_row(f->p);
	paper_cell(f->p, CELL_TEXT, column_head(column, english(f->r)));
	paper_cell(f->p, CELL_TEXT, write)->value = VALUE_TYPED;
	paper_cell(f->p, CELL_TEXT, means);
}

static void fixed_words(struct filling *f)
{
	static const struct sentence *const directions[] = {
		T_POSITIVE, T_NEGATIVE, T_NONE, T_GAP };
	static const struct sentence *const paths[] = {
		T_DIRECT, T_INDIRECT };
	int language = english(f->r) ? 1 : 0;

	for (size_t i = 0; i < COUNT(directions); i++)
		word(f, ROW_DIRECTION, rows_directions[language][i],
		     say(f->r, directions[i]));
	for (size_t i = 0; i < COUNT(paths); i++)
		word(f, ROW_PATH, rows_paths[language][i],
		     say(f->r, paths[i]));
	word(f, ROW_PATH, "", say(f->r, T_PATH_RUS));
}

static void goal_words(struct filling *f)
{
	word(f, ROW_GOALS, "", say(f->r, T_SEVERAL));
	for (size_t i = 0; i < f->frameworks.n; i++) {
		const struct framework *fw = &f->frameworks.v[i];

		for (size_t j = 0; j < fw->goals.n; j++) {
			const struct goal *g = &fw->goals.v[j];

			if (goal_is_judged(g))
				word(f, ROW_GOALS, arena_print(f->r->s.mem,
				     "%s %s", fw->code, g->code),
				     either(f->r, g->title_sv, g->title_en));
		}
	}
}

static void words_sheet(struct filling *f)
{
	struct arena *mem = f->r->s.mem;

	paper_table(f->p, say(f->r, T_WORDS), 1);
	paper_row(f->p);
	paper_cell(f->p, CELL_COLUMN, say(f->r, T_COLUMN));
	paper_cell(f->p, CELL_COLUMN, say(f->r, T_WRITE));
	paper_cell(f->p, CELL_COLUMN, say(f->r, T_MEANS));
	for (size_t i = 0; i < f->priorities.n; i++)
		word(f, ROW_PRIORITY, arena_print(mem, "P%lld",
		     f->priorities.v[i].no), f->priorities.v[i].now.title);
	fixed_words(f);
	if (f->groups.n > 0)
		word(f, ROW_GROUPS, "", say(f->r, T_BOTH));
	for (size_t i = 0; i < f->groups.n; i++) {
		const struct group *g = &f->groups.v[i];

		if (!g->retired)
			word(f, ROW_GROUPS, either(f->r, g->name_sv,
			     g->name_en), "");
	}
	goal_words(f);
}

enum status template_xlsx(struct req *r)
{
	struct filling f = { .r = r };
	enum status done;

	TRY(assess_get(&r->s, r->object, &f.a));
	TRY(scope_list(&r->s, r->object, &f.priorities));
	TRY(used_list(&r->s, r->object, &f.frameworks));
	TRY(group_list(&r->s, &f.groups));
	f.p = paper_new(r->s.mem, english(r) ? "en" : "sv",
	                say_with(r, T_TITLE, f.a.title, NULL));
	f.p->author = r->org_name;
	f.p->subject = say(r, B_TEMPLATE_TEXT);
	f.p->made_at = r->s.now;
	findings_sheet(&f);
	words_sheet(&f);
	done = paper_reply(r, f.p, arena_print(r->s.mem, "%s-%s",
	                   say(r, T_NAME), f.a.key));
	return done;
}

/* The head only: words and codes have no sheet of their own in a CSV. */
enum status template_csv(struct req *r)
{
	const char *line = "\xEF\xBB\xBF";

	for (size_t i = 0; i < ROW_COLUMNS; i++)
		line = arena_print(r->s.mem, "%s%s;", line, csv_cell(
		       r->s.mem, column_head((enum row_column)i,
		       english(r))));
	line = arena_print(r->s.mem, "%s%s\r\n", line, template_mark(
	       r->s.mem, r->object_key));
	r->type = "text/csv; charset=utf-8";
	r->download = arena_print(r->s.mem, "%s-%s.csv", say(r, T_NAME),
	                          r->object_key);
	r->bytes = (struct bytes){ line, strlen(line) };
	return OK;
}
