/* The rows of a sheet as they are understood, and what is wrong, in words. */
#include "assess/words.h"
#include "base/text.h"
#include "bring/bring.msg"
#include "bring/rows_page.h"

static const struct sentence *const words[ROW_WRONGS] = {
	[ROW_NO_PRIORITY]    = W_NO_PRIORITY,
	[ROW_WHICH_PRIORITY] = W_PRIORITY,
	[ROW_NO_SENTENCE]    = W_NO_SENTENCE,
	[ROW_LONG]           = W_LONG,
	[ROW_NO_GOAL]        = W_NO_GOAL,
	[ROW_WHICH_GOAL]     = W_GOAL,
	[ROW_GOAL_TWO]       = W_GOAL_TWO,
	[ROW_GOAL_NUMBER]    = W_GOAL_NUMBER,
	[ROW_GOAL_TWICE]     = W_GOAL_TWICE,
	[ROW_NO_DIRECTION]   = W_NO_DIRECTION,
	[ROW_WHICH_DIRECTION] = W_DIRECTION,
	[ROW_NO_PATH]        = W_NO_PATH,
	[ROW_WHICH_PATH]     = W_PATH,
	[ROW_NO_RATIONALE]   = W_NO_RATIONALE,
	[ROW_WHICH_GROUP]    = W_GROUP,
	[ROW_THERE]          = W_THERE,
	[ROW_TWICE]          = W_TWICE,
};

enum status rows_read(struct req *r, const struct view *v, const char *content,
                      struct brought_rows *out)
{
	struct group_list groups = {0};
	struct framework_list used = {0};
	struct row_context in = { .priorities = &v->priorities,
		.frameworks = &out->frameworks, .groups = &groups,
		.findings = &v->findings };

	if (!sheet_unwrite(r->s.mem, content, &out->sheet))
		return log_fault("rows of %s cannot be read", v->a.key);
	TRY(group_list(&r->s, &groups));
	TRY(used_list(&r->s, v->a.id, &used));
	out->frameworks = used;
	rows_understand(r->s.mem, &out->sheet, &in, &out->rows);
	for (size_t i = 0; i < out->rows.n; i++)
		out->fit += out->rows.v[i].issues.n == 0;
	out->digest = rows_digest(r->s.mem, &out->rows);
	return OK;
}

/* -- about the sheet ------------------------------------------------------- */

static void note(struct req *r, const char *text)
{
	emit(&r->out, "<p class='note'>%s</p>", text);
}

void sheet_notes(struct req *r, const struct view *v,
                 const struct brought_sheet *s)
{
	const char *missing = "";

	for (size_t i = 0; i < ROW_COLUMNS; i++)
		if ((s->columns & 1u << i) == 0)
			missing = arena_print(r->s.mem, "%s%s%s", missing,
				*missing == '\0' ? "" : ", ",
				column_head((enum row_column)i,
				            r->language == ENGLISH));
	if (*s->made_for == '\0')
		note(r, say(r, B_NO_MARK));
	else if (!same(s->made_for, v->a.key))
		note(r, say_with(r, B_OTHER, s->made_for, NULL));
	if (*s->made_for != '\0' && s->template != ROWS_TEMPLATE)
		note(r, say(r, B_OLD));
	if (*missing != '\0')
		note(r, say_with(r, B_NO_COLUMN, missing, NULL));
	if (s->left_out > 0)
		note(r, say_count(r, B_LEFT_OUT, s->left_out));
}

/* -- a row ----------------------------------------------------------------- */

static void mark_line(struct req *r, const struct brought_rows *b,
                      const struct finding *f, const struct mark *m)
{
	const struct goal *g = goal_of(&b->frameworks, m->goal);

	emit(&r->out, "<div><span class='effl'>");
	if (g != NULL)
		goal_tile(r, g);
	mark_shown(r, mark_class(m, f->kind), mark_sign(m, f->kind));
	emit(&r->out, "<span><span class='vh'>%s: </span>%s</span></span>"
	     "</div>", g == NULL ? m->code : either(r, g->title_sv,
	     g->title_en), mark_word(r, m, f->kind));
}

/* A direction that was not understood has no mark to draw. */
static bool drawn(const struct understood *u)
{
	for (size_t i = 0; i < u->issues.n; i++)
		if (u->issues.v[i].wrong == ROW_NO_DIRECTION ||
		    u->issues.v[i].wrong == ROW_WHICH_DIRECTION ||
		    u->issues.v[i].wrong == ROW_NO_PATH ||
		    u->issues.v[i].wrong == ROW_WHICH_PATH)
			return false;
	return true;
}

static void verdict(struct req *r, const struct understood *u)
{
	if (u->issues.n == 0) {
		state(r, ICON_DONE, "ok", say(r, B_WILL));
		return;
	}
	state(r, ICON_LATE, "due", say(r, B_WILL_NOT));
	for (size_t i = 0; i < u->issues.n; i++)
		emit(&r->out, "<br>%s", say_with(r,
		     words[u->issues.v[i].wrong], text_short(r->s.mem,
		     u->issues.v[i].what, 60), NULL));
}

static void row(struct req *r, const struct brought_rows *b,
                const struct understood *u)
{
	const struct finding *f = &u->finding;

	emit(&r->out, "<tr><th scope='row'>%s</th><td data-l='%s'>%s",
	     say_with(r, B_LINE_NO, arena_print(r->s.mem, "%lld",
	     u->row->line), NULL), say(r, B_FINDING), f->sentence);
	if (u->priority != NULL)
		emit(&r->out, "<br><span class='muted'>%s</span>",
		     say_with(r, B_FOR, arena_print(r->s.mem, "P%lld %s",
		     u->priority->no, u->priority->now.title), NULL));
	emit(&r->out, "</td><td data-l='%s'>", say(r, B_MARKS));
	for (size_t i = 0; drawn(u) && i < f->marks.n; i++)
		mark_line(r, b, f, &f->marks.v[i]);
	emit(&r->out, "</td><td data-l='%s'>", say(r, B_VERDICT));
	verdict(r, u);
	emit(&r->out, "</td></tr>\n");
}

void rows_shown(struct req *r, const struct brought_rows *b)
{
	emit(&r->out, "<section class='scroll stack' tabindex='0'"
	     " aria-labelledby='rows'><table><caption id='rows' class='vh'>"
	     "%s</caption><thead><tr><th scope='col'>%s</th>"
	     "<th scope='col'>%s</th><th scope='col'>%s</th>"
	     "<th scope='col'>%s</th></tr></thead><tbody>\n",
	     say(r, B_ROWS_HEAD), say(r, B_LINE), say(r, B_FINDING),
	     say(r, B_MARKS), say(r, B_VERDICT));
	for (size_t i = 0; i < b->rows.n; i++)
		row(r, b, &b->rows.v[i]);
	emit(&r->out, "</tbody></table></section>");
}
