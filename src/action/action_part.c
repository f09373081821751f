/* Step 4: what is not handled, what is, and the actions with what they come
 * out of. */
#include "action/action.h"
#include "assess/view.h"
#include "action/action.msg"
#include "action/timeline.h"
#include "assess/words.h"
#include "base/text.h"
#include "paper/paper.h"

static enum handled_by handled(const struct finding *f,
                               const struct remedies *by)
{
	return finding_handled(f, &by->conflicts, &by->positions,
	                       &by->actions);
}

/* -- what is not handled ------------------------------------------------- */

/* The first form is open; the rest wait their turn. */
static void unhandled(struct req *r, const struct view *v,
                      const struct remedies *by, bool may, bool reply)
{
	bool first = true;

	for (size_t i = 0; i < v->findings.n; i++) {
		const struct finding *f = &v->findings.v[i];

		if (!finding_is_negative(f) || handled(f, by) != BY_NOTHING)
			continue;
		if (first)
			emit(&r->out, "<section class='note err'"
			     " aria-labelledby='unhandled'>"
			     "<h2 id='unhandled'>%s</h2>",
			     say(r, NOT_HANDLED));
		emit(&r->out, "<ol class='fynd'>");
		finding_row(r, v, f, NULL);
		emit(&r->out, "</ol>");
		if (may) {
			emit(&r->out, "<details%s><summary>%s</summary>",
			     first ? " open" : "", say_with(r, HANDLE_OPEN,
			     arena_print(r->s.mem, "%lld", f->no), NULL));
			ask_handling(r, v, f, by, reply);
			emit(&r->out, "</details>");
		}
		first = false;
	}
	if (!first)
		emit(&r->out, "</section>");
}

static void lead(struct req *r, const struct view *v,
                 const struct remedies *by)
{
	i64 negative = 0, done = 0;

	for (size_t i = 0; i < v->findings.n; i++) {
		const struct finding *f = &v->findings.v[i];

		negative += finding_is_negative(f);
		done += finding_is_negative(f) &&
		        handled(f, by) != BY_NOTHING;
	}
	emit(&r->out, "<p class='lead'>%s</p>", negative == 0 ?
	     say(r, NO_NEGATIVE) : say_with(r, HANDLED_COUNT,
	     number_say(r->s.mem, r->language, done),
	     say_count(r, NEGATIVE_ALL, negative)));
}

/* -- what is ------------------------------------------------------------- */

/* Links to what can be done with findings of a list, under it. */
static void link_to(struct req *r, const struct finding *f, const char *kind,
                    const char *page, const char *label)
{
	emit(&r->out, "<a href='/a/%s/%s/%lld%s'>%s</a>", r->object_key,
	     kind, f->no, page, label);
}

/* Those that remain, or go in the reply, by word alone may be reconsidered. */
static void reconsider(struct req *r, const struct view *v)
{
	bool any = false;

	for (size_t i = 0; i < v->findings.n; i++) {
		const struct finding *f = &v->findings.v[i];

		if (f->handled == HANDLED_NOT)
			continue;
		if (!any)
			emit(&r->out, "<p class='acts'>");
		any = true;
		link_to(r, f, "findings", "/handle", say_with(r,
		        HANDLE_CHANGE, arena_print(r->s.mem, "%lld", f->no),
		        NULL));
	}
	if (any)
		emit(&r->out, "</p>");
}

static void handled_findings(struct req *r, const struct view *v,
                             const struct remedies *by, bool may)
{
	bool any = false;

	for (size_t i = 0; i < v->findings.n; i++) {
		const struct finding *f = &v->findings.v[i];

		if (f->kind == FINDING_GAP || handled(f, by) == BY_NOTHING)
			continue;
		if (!any)
			emit(&r->out, "<h2>%s</h2><ol class='fynd'>",
			     say(r, HANDLED));
		any = true;
		finding_row(r, v, f, handled_words(r, f, by));
	}
	if (any)
		emit(&r->out, "</ol>");
	if (any && may)
		reconsider(r, v);
}

/* -- knowledge gaps ------------------------------------------------------ */

static const char *gap_words(struct req *r, const struct finding *f,
                             const struct remedies *by)
{
	const struct gap *g = &f->gap;
	const char *how = handled_words(r, f, by), *who;

	if (g->state == GAP_ANSWERED)
		who = say_with(r, GAP_IS_ANSWERED, g->answer, NULL);
	else if (text_blank(g->owner))
		who = say(r, GAP_NOBODY);
	else
		who = say_with(r, GAP_WITH, g->owner, NULL);
	if (g->state != GAP_ANSWERED && g->due != 0)
		who = say_with(r, GAP_WITH_BY, who, say_day(r, g->due));
	return text_blank(how) ? who :
	       arena_print(r->s.mem, "%s. %s", how, who);
}

static void follow_gaps(struct req *r, const struct view *v)
{
	emit(&r->out, "<p class='acts'>");
	for (size_t i = 0; i < v->findings.n; i++)
		if (v->findings.v[i].kind == FINDING_GAP)
			link_to(r, &v->findings.v[i], "gaps", "", say_with(r,
			        GAP_FOLLOW, arena_print(r->s.mem, "%lld",
			        v->findings.v[i].no), NULL));
	emit(&r->out, "</p>");
}

static void gaps(struct req *r, const struct view *v,
                 const struct remedies *by)
{
	bool any = false;

	for (size_t i = 0; i < v->findings.n; i++) {
		const struct finding *f = &v->findings.v[i];

		if (f->kind != FINDING_GAP)
			continue;
		if (!any)
			emit(&r->out, "<h2>%s</h2><ol class='fynd'>",
			     say(r, GAPS));
		any = true;
		finding_row(r, v, f, gap_words(r, f, by));
	}
	if (any)
		emit(&r->out, "</ol>");
	if (any && (r->rights & ANSWER) != 0)
		follow_gaps(r, v);
}

/* -- the table ----------------------------------------------------------- */

static void row(struct req *r, const struct action *a)
{
	emit(&r->out, "<tr id='a%lld'><td data-l='%s'>", a->no,
	     say(r, COL_FROM));
	sources_shown(r, a);
	emit(&r->out, "</td><th scope='row'><a href='/a/%s/actions/%lld'>"
	     "A%lld %s</a><br><span class='tiny muted'>%s</span></th>"
	     "<td data-l='%s'>%s%s%s</td><td data-l='%s' class='num'>%s</td>"
	     "<td data-l='%s'>%s</td><td data-l='%s'>", r->object_key, a->no,
	     a->no, a->title, purpose_word(r, a->purpose), say(r, COL_WHO),
	     a->other_org, text_blank(a->other_org) ||
	     text_blank(a->responsible) ? "" : ", ", a->responsible,
	     say(r, COL_DUE), a->due == 0 ? say(r, NOT_SET_ACTION) :
	     say_day(r, a->due), say(r, COL_INDICATOR),
	     text_blank(a->indicator) ? say(r, NOT_SET_ACTION) :
	     a->indicator, say(r, COL_STATE));
	action_state_shown(r, a);
	emit(&r->out, "</td></tr>");
}

/* The line of time as of now; the table of the actions comes after it. */
static enum status in_time(struct req *r, const struct view *v,
                           const struct subject *subject,
                           const struct action_list *all)
{
	struct paper *p = paper_new(r->s.mem, "", "");
	struct occasion_list occasions = {0};
	struct timeline t = {
		.mem = r->s.mem, .language = r->language, .a = &v->a,
		.occasions = &occasions, .actions = all,
		.decided_on = subject->decided_on,
		.today = day_of_instant(r->s.now),
	};

	if (all->n == 0)
		return OK;
	TRY(occasion_list(&r->s, v->a.id, &occasions));
	timeline_on(p, &t);
	paper_html(p, &r->out, 2);
	return OK;
}

static void table(struct req *r, const struct action_list *all)
{
	if (all->n == 0) {
		emit(&r->out, "<p>%s</p>", say(r, NO_ACTIONS));
		return;
	}
	emit(&r->out, "<section class='scroll stack' tabindex='0'"
	     " aria-labelledby='actions-h'><table><caption id='actions-h'>%s"
	     " <small>%s</small></caption><thead><tr><th scope='col'>%s</th>"
	     "<th scope='col'>%s</th><th scope='col'>%s</th>"
	     "<th scope='col'>%s</th><th scope='col'>%s</th>"
	     "<th scope='col'>%s</th></tr></thead><tbody>",
	     say(r, TABLE_CAPTION), say(r, TABLE_NOTE), say(r, COL_FROM),
	     say(r, COL_ACTION), say(r, COL_WHO), say(r, COL_DUE),
	     say(r, COL_INDICATOR), say(r, COL_STATE));
	for (size_t i = 0; i < all->n; i++)
		row(r, &all->v[i]);
	emit(&r->out, "</tbody></table></section>");
}

/* -- the part ------------------------------------------------------------ */

static enum status draw(struct req *r, const struct view *v,
                        const struct question *q)
{
	bool may = v->open && (r->rights & ANSWER) != 0;
	struct subject subject = {0};
	struct remedies by = {0};

	question_lead(r, q);
	TRY(remedies_read(&r->s, v->a.id, &by));
	TRY(view_subject(r, v, &subject));
	removed_note(r, say(r, ACTION_REMOVED), "action");
	lead(r, v, &by);
	unhandled(r, v, &by, may, subject.kind == SUBJECT_REPLY);
	handled_findings(r, v, &by, may);
	gaps(r, v, &by);
	TRY(in_time(r, v, &subject, &by.actions));
	table(r, &by.actions);
	if (by.actions.n > 0)
		emit(&r->out, "<p><a href='/a/%s/plan'>%s</a></p>",
		     r->object_key, say(r, ACTION_PLAN));
	if (may) {
		emit(&r->out, "<section id='new'><h2>%s</h2>",
		     say(r, ACTION_NEW));
		TRY(ask_new_action(r, v, &by));
		emit(&r->out, "</section>");
	}
	return OK;
}

/* -- what is lacking ----------------------------------------------------- */

static void lacks_of_findings(struct req *r, const struct view *v,
                              const struct remedies *by,
                              struct lack_list *lacks)
{
	i64 today = day_of_instant(r->s.now);
	int step = part_step_no(v, PART_ACTIONS);
	const char *page = part_address(r, v, PART_ACTIONS, 0);

	for (size_t i = 0; i < v->findings.n; i++) {
		const struct finding *f = &v->findings.v[i];
		const char *at = arena_print(r->s.mem, "%s#f%lld", page,
		                             f->no);

		if (finding_is_negative(f) && handled(f, by) == BY_NOTHING)
			lack_add(r, lacks, true, step, say_with(r,
			         LACK_HANDLED, arena_print(r->s.mem,
			         "F%lld %s", f->no, text_blank(f->brief) ?
			         text_short(r->s.mem, f->sentence, 60) :
			         f->brief), NULL), at);
		if (f->kind == FINDING_GAP && f->gap.state != GAP_ANSWERED &&
		    f->gap.due != 0 && f->gap.due < today)
			lack_add(r, lacks, false, step, say_with(r, GAP_LATE,
			         arena_print(r->s.mem, "%lld", f->no),
			         say_day(r, f->gap.due)), at);
	}
}

static void lacks_of_action(struct req *r, const struct view *v,
                            const struct action *a, struct lack_list *lacks)
{
	int step = part_step_no(v, PART_ACTIONS);
	const char *name = arena_print(r->s.mem, "A%lld %s", a->no, a->title);
	const char *at = arena_print(r->s.mem, "/a/%s/actions/%lld",
	                             r->object_key, a->no);

	if (a->sources.n == 0)
		lack_add(r, lacks, true, step, say_with(r, LACK_SOURCE, name,
		         NULL), at);
	if (action_is_late(a, day_of_instant(r->s.now)))
		lack_add(r, lacks, false, step, say_with(r, ACTION_IS_LATE,
		         name, late_word(r, a)), at);
}

static enum status lacking(struct req *r, const struct view *v,
                           const struct question *q,
                           struct lack_list *lacks)
{
	struct remedies by = {0};

	if (!question_speaks(v, q))
		return OK;
	TRY(remedies_read(&r->s, v->a.id, &by));
	lacks_of_findings(r, v, &by, lacks);
	for (size_t i = 0; i < by.actions.n; i++)
		lacks_of_action(r, v, &by.actions.v[i], lacks);
	return OK;
}

const struct part part_actions = {
	.kind = PART_ACTIONS, .draw = draw, .lacking = lacking,
};
