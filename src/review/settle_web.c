/* What came back with a task: taken in by a leader, or declined with a reason.
 * Nothing is set by itself. */
#include "account/pass.h"
#include "assess/finding_form.h"
#include "base/text.h"
#include "review/assignment.h"
#include "review/assignment.msg"
#include "review/review.h"

/* -- as it is shown ------------------------------------------------------ */

static void mark_part(struct req *r, const struct framework_list *all,
                      const struct proposal *p)
{
	const struct goal *g = goal_of(all, p->mark.goal);

	emit(&r->out, "<ul class='marks'><li>");
	if (g != NULL)
		goal_tile(r, g);
	mark_shown(r, mark_class(&p->mark, p->finding_kind),
	           mark_sign(&p->mark, p->finding_kind));
	emit(&r->out, "<span><b>%s</b> <span class='muted'>%s</span></span>"
	     "</li></ul>", g == NULL ? "" : either(r, g->title_sv,
	     g->title_en), mark_word(r, &p->mark, p->finding_kind));
}

static void became(struct req *r, const struct proposal *p)
{
	if (p->state == PROPOSAL_TAKEN)
		state(r, ICON_DONE, "ok", p->became_no == 0 ?
		      say(r, S_TAKEN) : say_with(r, S_BECAME,
		      arena_print(r->s.mem, "%lld", p->became_no), NULL));
	else if (p->state == PROPOSAL_DECLINED)
		state(r, ICON_OUTSIDE, "", say_with(r, S_DECLINED, p->why,
		      NULL));
	else
		state(r, ICON_TALK, "", say(r, S_PROPOSED));
}

void proposal_shown(struct req *r, const struct framework_list *all,
                    const struct proposal *p)
{
	static const struct sentence *const kinds[] = {
		[PROPOSAL_FINDING] = S_FINDING, [PROPOSAL_MARK] = S_MARK,
		[PROPOSAL_ANSWER]  = S_ANSWER,
	};

	emit(&r->out, "<div class='panel'><p class='small muted'>%s</p>",
	     say(r, kinds[p->kind]));
	if (!text_blank(p->sentence))
		emit(&r->out, "<p class='pre'>%s</p>", p->sentence);
	if (p->mark.goal != 0)
		mark_part(r, all, p);
	if (!text_blank(p->rationale))
		emit(&r->out, "<p class='small'>%s</p>", p->rationale);
	emit(&r->out, "<p>");
	became(r, p);
	emit(&r->out, "</p></div>");
}

void ask_settle_proposal(struct req *r, const struct assignment *a,
                         const struct proposal *p)
{
	const char *at = arena_print(r->s.mem, "/a/%s/assignments/%lld/"
	                             "proposals/%lld", a->assessment_key,
	                             a->no, p->no);

	emit(&r->out, "<div class='acts'>");
	button_form(r, arena_print(r->s.mem, "take-%lld", p->no), "btn sm",
	            say(r, S_TAKE), "%s/take", at);
	emit(&r->out, "</div>");
	form_open(r, arena_print(r->s.mem, "no-%lld", p->no), "%s/decline",
	          at);
	ask_text(r, &(struct ask){ .name = "why", .label = say(r, D_WHY) });
	emit(&r->out, "<p class='acts'>");
	button(r, "btn sec sm", say(r, D_DECLINE));
	emit(&r->out, "</p>");
	form_close(r);
}

/* -- taking in ----------------------------------------------------------- */

static enum status here(struct req *r, struct assignment *a,
                        struct proposal **p)
{
	TRY(assignment_get(&r->s, r->object, arg_no(r, "no"), a));
	for (size_t i = 0; i < a->proposals.n; i++) {
		*p = &a->proposals.v[i];
		if ((*p)->no == arg_no(r, "proposal"))
			return (*p)->state != PROPOSAL_OPEN ||
			       a->state != ASSIGNMENT_ANSWERED ? STALE : OK;
	}
	return NOT_FOUND;
}

static bool path_of(const struct view *v, i64 goal)
{
	for (size_t i = 0; i < v->frameworks.n; i++)
		for (size_t j = 0; j < v->frameworks.v[i].goals.n; j++)
			if (v->frameworks.v[i].goals.v[j].id == goal)
				return has_path(&v->frameworks.v[i]);
	return true;
}

/* Frozen is frozen: what it would change is said on the page. */
static enum status must_be_open(struct req *r)
{
	enum status open = assess_open(&r->s, r->object);

	if (open != DENIED)
		return open;
	issue(r, NULL, S_FINISHED);
	return INVALID;
}

static enum status covered(const struct view *v, i64 priority,
                           struct finding *f)
{
	for (size_t i = 0; i < v->priorities.n; i++)
		if (v->priorities.v[i].id == priority) {
			f->priority = priority;
			f->wording = v->priorities.v[i].now.id;
			return OK;
		}
	return NOT_FOUND;
}

static enum status take_finding(struct req *r, const struct view *v,
                                const struct assignment *a,
                                struct proposal *p)
{
	struct finding f = { .kind = p->finding_kind,
		.sentence = p->sentence, .rationale = p->rationale,
		.source = SOURCE_AGREED, .written_by = a->receiver,
		.brief = "", .places = "", .handled_why = "" };
	struct finding on = {0};
	bool path = path_of(v, p->mark.goal);
	i64 id;

	TRY(must_be_open(r));
	if (a->finding_no != 0)
		TRY(finding_get(&r->s, v->a.id, a->finding_no, &on));
	TRY(covered(v, a->finding_no != 0 ? on.priority : a->priority, &f));
	*PUSH(r->s.mem, &f.marks) = p->mark;
	explain_finding(r, finding_flaws(&f, &path), "take");
	TRY(form_fine(r));
	TRY(finding_note(&r->s, v->a.id, &f, &id));
	p->became_no = f.no;
	return OK;
}

static enum status take_mark(struct req *r, const struct view *v,
                             const struct assignment *a, struct proposal *p)
{
	struct finding f = {0};
	bool *paths;

	TRY(must_be_open(r));
	TRY(finding_get(&r->s, v->a.id, a->finding_no, &f));
	if (f.removed)
		return NOT_FOUND;
	*PUSH(r->s.mem, &f.marks) = p->mark;
	paths = arena_take(r->s.mem, f.marks.n * sizeof *paths);
	for (size_t i = 0; i < f.marks.n; i++)
		paths[i] = path_of(v, f.marks.v[i].goal);
	explain_finding(r, finding_flaws(&f, paths), "take");
	TRY(form_fine(r));
	TRY(mark_note(&r->s, v->a.id, f.id, &p->mark));
	p->became_no = f.no;
	return assess_touch(&r->s, v->a.id);
}

/* A gap is followed after the end too. Whose answer it is stands with it. */
static enum status take_answer(struct req *r, const struct view *v,
                               const struct assignment *a,
                               struct proposal *p)
{
	struct finding f = {0};
	struct gap g;

	TRY(finding_get(&r->s, v->a.id, a->finding_no, &f));
	if (f.kind != FINDING_GAP)
		return STALE;
	g = f.gap;
	g.owner = text_blank(g.owner) ? a->receiver : g.owner;
	g.answer = say_with(r, S_ANSWER_FROM, p->sentence, a->receiver);
	g.state = GAP_ANSWERED;
	p->became_no = f.no;
	TRY(gap_follow(&r->s, v->a.id, f.no, &g));
	return assess_touch_living(&r->s, v->a.id);
}

/* What the task is now follows from its proposals. */
static enum status settle_after(struct req *r, struct assignment *a)
{
	enum assignment_state now = assignment_settled(a);

	if (now == a->state)
		return OK;
	a->state = now;
	return assignment_settle(&r->s, a);
}

static enum status back(struct req *r, const struct assignment *a)
{
	return go(r, "/a/%s/assignments/%lld?saved=1", r->object_key, a->no);
}

static enum status take(struct req *r)
{
	struct assignment a = {0};
	struct proposal *p = NULL;
	struct view v = {0};

	TRY(here(r, &a, &p));
	TRY(view_read(r, 0, 0, &v));
	switch (p->kind) {
	case PROPOSAL_FINDING: TRY(take_finding(r, &v, &a, p)); break;
	case PROPOSAL_MARK:    TRY(take_mark(r, &v, &a, p)); break;
	case PROPOSAL_ANSWER:  TRY(take_answer(r, &v, &a, p)); break;
	}
	p->state = PROPOSAL_TAKEN;
	TRY(proposal_settle(&r->s, p));
	TRY(settle_after(r, &a));
	return back(r, &a);
}

static enum status decline_one(struct req *r)
{
	const char *why = form_needed(r, "why", TEXT, D_SAY_WHY);
	struct assignment a = {0};
	struct proposal *p = NULL;

	TRY(form_fine(r));
	TRY(here(r, &a, &p));
	p->state = PROPOSAL_DECLINED;
	p->why = why;
	TRY(proposal_settle(&r->s, p));
	TRY(settle_after(r, &a));
	return back(r, &a);
}

/* -- the whole task: as it was read, since the answer may be another now -- */

static enum status answered(struct req *r, struct assignment *a)
{
	TRY(assignment_get(&r->s, r->object, arg_no(r, "no"), a));
	return a->state != ASSIGNMENT_ANSWERED || a->proposals.n > 0 ? STALE :
	       OK;
}

static enum status accept(struct req *r)
{
	struct assignment a = {0};

	TRY(answered(r, &a));
	a.version = form_version(r);
	a.state = ASSIGNMENT_ACCEPTED;
	TRY(assignment_settle(&r->s, &a));
	return back(r, &a);
}

static enum status decline(struct req *r)
{
	const char *why = form_needed(r, "why", TEXT, D_SAY_WHY);
	struct assignment a = {0};

	TRY(form_fine(r));
	TRY(answered(r, &a));
	a.version = form_version(r);
	a.state = ASSIGNMENT_DECLINED;
	a.settled_why = why;
	TRY(assignment_settle(&r->s, &a));
	return back(r, &a);
}

/* The link ends with it; what has come in is kept. */
static enum status withdraw(struct req *r)
{
	struct assignment a = {0};
	struct pass p = {0};

	TRY(assignment_get(&r->s, r->object, arg_no(r, "no"), &a));
	if (!assignment_takes_answers(a.state))
		return STALE;
	if (a.pass != 0)
		TRY(pass_get(&r->s, a.pass, &p));
	if (a.pass != 0 && p.taken_back == 0)
		TRY(pass_take_back(&r->s, a.pass));
	a.state = ASSIGNMENT_WITHDRAWN;
	TRY(assignment_settle(&r->s, &a));
	return back(r, &a);
}

#define T "/a/:assessment/assignments/:no"

static const struct route rows[] = {
	{ POST, T "/accept", accept, LEAD, ON_ASSESSMENT, assignment_page },
	{ POST, T "/decline", decline, LEAD, ON_ASSESSMENT,
	  assignment_page },
	{ POST, T "/withdraw", withdraw, LEAD, ON_ASSESSMENT,
	  assignment_page },
	{ POST, T "/proposals/:proposal/take", take, LEAD, ON_ASSESSMENT,
	  assignment_page },
	{ POST, T "/proposals/:proposal/decline", decline_one, LEAD,
	  ON_ASSESSMENT, assignment_page },
	{ 0 },
};
const struct route *const settle_routes = rows;
