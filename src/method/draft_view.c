/* What the pages of a draft share: where one is, the budget, what is left. */
#include "base/text.h"
#include "method/draft.h"
#include "web/page.h"
#include "method/draft.msg"

static const char *number(const struct req *r, i64 n)
{
	return number_say(r->s.mem, r->language, n);
}

/* -- what the address names ---------------------------------------------- */

enum status draft_here(struct req *r, struct method_draft *d)
{
	TRY(draft_by_key(&r->s, arg_text(r, "draft"), d));
	return d->removed || d->published != 0 ? NOT_FOUND : OK;
}

struct step *draft_step(struct req *r, struct method_draft *d)
{
	i64 no = arg_no(r, "step");

	return no < 1 || no > (i64)d->model.steps.n ? NULL :
	       &d->model.steps.v[no - 1];
}

struct question *draft_question(struct req *r, struct step *st)
{
	i64 no = arg_no(r, "question");

	return st == NULL || no < 1 || no > (i64)st->questions.n ? NULL :
	       &st->questions.v[no - 1];
}

const char *draft_address(const struct req *r, const struct method_draft *d)
{
	return arena_print(r->s.mem, "/o/%s/method-drafts/%s", r->org_key,
	                   d->key);
}

/* What it calls things, in the reader's language where that is written. */
const char *title_say(const struct req *r, const struct method_draft *d)
{
	return either(r, d->model.title_sv, d->model.title_en);
}

const char *judged_say(const struct req *r, const struct method_draft *d)
{
	return either(r, d->model.judged_sv, d->model.judged_en);
}

const char *step_say(const struct req *r, const struct step *st)
{
	return text_blank(st->name_sv) ? say(r, D_NO_NAME) :
	       either(r, st->name_sv, st->name_en);
}

/* On the page of the draft itself there is no title apart, and no way to it. */
void draft_top(struct req *r, const struct method_draft *d,
               const char *title)
{
	page_open(r, &(struct page){ .title = title != NULL ? title :
	                             title_say(r, d) });
	page_main(r);
	page_saved(r);
	emit(&r->out, "<p class='muted'><a href='/o/%s/methods'>%s</a>",
	     r->org_key, say(r, D_DRAFTS));
	if (title != NULL)
		emit(&r->out, " / <a href='%s'>%s</a>", draft_address(r, d),
		     title_say(r, d));
	emit(&r->out, "</p>");
}

/* -- words --------------------------------------------------------------- */

const char *part_say(const struct req *r, enum part_kind part)
{
	static const struct sentence *const words[] = {
		[PART_TEXT] = PT_TEXT, [PART_CHOICE] = PT_CHOICE,
		[PART_YES_NO_REASON] = PT_YES_NO,
		[PART_RELEVANCE] = PT_RELEVANCE,
		[PART_FINDINGS] = PT_FINDINGS,
		[PART_CONFLICTS] = PT_CONFLICTS,
		[PART_POSITIONS] = PT_POSITIONS,
		[PART_RELATIONS] = PT_RELATIONS,
		[PART_ACTORS] = PT_ACTORS, [PART_MISSING] = PT_MISSING,
		[PART_RIGHTS] = PT_RIGHTS, [PART_DUTIES] = PT_DUTIES,
		[PART_ACTIONS] = PT_ACTIONS,
		[PART_VIEWPOINTS] = PT_VIEWPOINTS, [PART_GATE] = PT_GATE,
		[PART_CHANGES] = PT_CHANGES, [PART_OVERALL] = PT_OVERALL,
	};

	return part == 0 ? "" : say(r, words[part]);
}

/* -- the budget, counted as it stands ------------------------------------ */

static void budget_row(struct req *r, const struct method *m, enum depth d)
{
	static const i64 counted[] = { 1, 3, PRIORITIES_COUNTED };
	const char *most = number(r, m->budget[d]);
	bool holds = method_demands(m, d) <= m->budget[d];

	if (m->budget_per_goal[d])
		most = say_with(r, D_PER_GOAL, most, NULL);
	emit(&r->out, "<tr><th scope='row'>%s</th><td data-l='%s'>%s</td>",
	     say(r, depth_sentence(d)), say(r, D_MOST), most);
	for (size_t i = 0; i < COUNT(counted); i++)
		emit(&r->out, "<td data-l='%s'>%s</td>", say_with(r, D_FOR,
		     number(r, counted[i]), NULL), number(r,
		     method_answers(m, d, counted[i])));
	emit(&r->out, "<td>");
	state(r, holds ? ICON_DONE : ICON_LATE, holds ? "ok" : "due",
	      say(r, holds ? D_HOLDS : D_TOO_MANY));
	emit(&r->out, "</td></tr>");
}

void draft_budget(struct req *r, const struct method *m)
{
	emit(&r->out, "<h2 id='budget'>%s</h2><p class='small muted'>%s</p>"
	     "<section class='scroll stack' tabindex='0'"
	     " aria-labelledby='budget'><table><thead><tr><td></td>"
	     "<th scope='col'>%s</th>", say(r, D_BUDGET),
	     say(r, D_BUDGET_TEXT), say(r, D_MOST));
	for (i64 n = 1; n <= PRIORITIES_COUNTED; n = n == 1 ? 3 : n + 3)
		emit(&r->out, "<th scope='col'>%s</th>", number(r, n));
	emit(&r->out, "<td></td></tr></thead><tbody>");
	for (enum depth d = DEPTH_QUICK; d <= DEPTH_DEEP; d++)
		budget_row(r, m, d);
	emit(&r->out, "</tbody></table></section>");
}

/* -- what is left before it can be published ----------------------------- */

static const char *flaw_say(const struct req *r, const struct method_flaw *f)
{
	static const struct sentence *const words[] = {
		[METHOD_NO_STEP] = F_NO_STEP,
		[METHOD_STEP_TWICE] = F_STEP_TWICE, [METHOD_HOLE] = F_HOLE,
		[METHOD_NO_PART] = F_NO_PART, [METHOD_SCALE] = F_SCALE,
		[METHOD_FRAMEWORKS] = F_FRAMEWORKS,
		[METHOD_ONLY_FINDINGS] = F_ONLY, [METHOD_NEEDED] = F_NEEDED,
		[METHOD_TWICE] = F_TWICE, [METHOD_WITHOUT] = F_WITHOUT,
		[METHOD_EMPTY_STEP] = F_EMPTY_STEP,
		[METHOD_BUDGET] = F_BUDGET,
		[METHOD_NO_FINDINGS] = F_NO_FINDINGS,
		[METHOD_NO_MISSING] = F_NO_MISSING,
	};
	const char *depth = f->depth == 0 ? NULL : text_fold(r->s.mem,
		say(r, depth_sentence(f->depth)));

	return say_with(r, words[f->wrong], depth, NULL);
}

static void flaw(struct req *r, const struct method_draft *d,
                 const struct method_flaw *f)
{
	const char *text = flaw_say(r, f), *at = draft_address(r, d);

	if (f->question != 0)
		emit(&r->out, "<li><a href='%s/steps/%lld/questions/%lld'>%s"
		     "</a></li>", at, f->step, f->question, say_with(r,
		     F_AT_QUESTION, number(r, f->step), say_with(r,
		     F_QUESTION_NO, number(r, f->question), text)));
	else if (f->step != 0)
		emit(&r->out, "<li><a href='%s/steps/%lld'>%s</a></li>", at,
		     f->step, say_with(r, F_AT_STEP, number(r, f->step),
		     text));
	else
		emit(&r->out, "<li>%s</li>", text);
}

void draft_flaws(struct req *r, const struct method_draft *d)
{
	struct method_flaw_list flaws = {0};

	method_check(r->s.mem, &d->model, &flaws);
	if (flaws.n == 0) {
		emit(&r->out, "<p>");
		state(r, ICON_DONE, "ok", say(r, D_READY));
		emit(&r->out, "</p>");
		return;
	}
	emit(&r->out, "<h2>%s</h2><ul>", say_count(r, D_FLAWS,
	     (i64)flaws.n));
	for (size_t i = 0; i < flaws.n; i++)
		flaw(r, d, &flaws.v[i]);
	emit(&r->out, "</ul>");
}

/* -- two languages ------------------------------------------------------- */

void ask_swedish(struct req *r, const char *name, const char *label,
                 const struct sentence *hint, const char *sv, int rows)
{
	ask_text(r, &(struct ask){ .name = name, .label = label,
		.hint = hint == NULL ? NULL : say(r, hint), .stored = sv,
		.rows = rows });
}

void ask_english(struct req *r, const char *name, const char *label,
                 const char *sv, const char *en, int rows)
{
	ask_text(r, &(struct ask){
		.name = arena_print(r->s.mem, "%s_en", name),
		.label = say_with(r, D_ENGLISH, label, NULL),
		.optional = true, .stored = english_apart(sv, en),
		.rows = rows });
}

void english_open(struct req *r)
{
	emit(&r->out, "<details%s><summary>%s</summary><p class='muted'>%s"
	     "</p>", r->form_failed ? " open" : "", say(r, D_IN_ENGLISH),
	     say(r, D_IN_ENGLISH_HINT));
}

void english_close(struct req *r)
{
	emit(&r->out, "</details>");
}

void form_both(struct req *r, const char *name, size_t most, const char **sv,
               const char **en)
{
	*sv = form_text(r, name, most);
	*en = form_text(r, arena_print(r->s.mem, "%s_en", name), most);
}
