/*
 * The page of one who is asked to look deeper: by their own link, without an
 * account. They answer in words, and may propose a finding or a mark; where it
 * is about a knowledge gap the answer is the proposal. A process leader decides
 * what comes of it, and it is seen by the same link.
 */
#include "account/pass.h"
#include "assess/finding_form.h"
#include "base/text.h"
#include "review/assignment.h"
#include "review/assignment.msg"
#include "review/review.h"

struct asked {
	struct assignment     a;
	struct finding        f;        /* no 0: about a goal */
	struct framework_list frameworks;
	bool                  gap;
};

static enum status asked_read(struct req *r, struct asked *n)
{
	struct pass p = {0};

	TRY(pass_get(&r->s, r->object, &p));
	if (p.kind != PASS_ASSIGNMENT)
		return NOT_FOUND;
	TRY(assignment_by_id(&r->s, p.object, &n->a));
	TRY(used_goals(&r->s, n->a.assessment, &n->frameworks));
	if (n->a.finding_no != 0)
		TRY(finding_get(&r->s, n->a.assessment, n->a.finding_no,
		                &n->f));
	n->gap = n->f.no != 0 && n->f.kind == FINDING_GAP;
	return OK;
}

/* -- the page ------------------------------------------------------------ */

static void about(struct req *r, const struct asked *n)
{
	const struct goal *g = goal_of(&n->frameworks, n->a.goal);
	const struct view v = { .frameworks = n->frameworks };

	if (n->f.no != 0) {
		emit(&r->out, "<ol class='fynd'><li><b class='fn'>F%lld</b>"
		     "<div><p class='s'>%s</p>", n->f.no, n->f.sentence);
		marks_row(r, &v, &n->f, true);
		emit(&r->out, "</div></li></ol>");
	} else if (g != NULL) {
		emit(&r->out, "<p class='goal'>");
		goal_tile(r, g);
		emit(&r->out, "<span>%s</span></p>", either(r, g->title_sv,
		     g->title_en));
	}
}

static void ask_goal(struct req *r, const struct asked *n)
{
	struct option_list all = {0};

	option_add(r, &all, "", say(r, Q_NO_GOAL), n->a.goal == 0);
	for (size_t i = 0; i < n->frameworks.n; i++) {
		const struct framework *f = &n->frameworks.v[i];

		for (size_t j = 0; j < f->goals.n; j++) {
			const struct goal *g = &f->goals.v[j];

			if (goal_is_judged(g))
				option_add(r, &all, goal_field(r->s.mem, "g",
				        g), arena_print(r->s.mem, "%s %s",
				        g->code, either(r, g->title_sv,
				        g->title_en)), g->id == n->a.goal);
		}
	}
	ask_select(r, &(struct ask){ .name = "goal",
		.label = say(r, Q_GOAL) }, &all);
}

static void ask_proposal(struct req *r, const struct asked *n)
{
	emit(&r->out, "<details%s><summary>%s</summary>",
	     r->failed ? " open" : "", say(r, n->f.no != 0 ? Q_PROPOSE_ON :
	     Q_PROPOSE));
	ask_text(r, &(struct ask){ .name = "sentence", .rows = 2,
		.label = say(r, Q_SENTENCE), .hint = say(r, n->f.no != 0 ?
		Q_SENTENCE_ON : Q_SENTENCE_HINT), .optional = true,
		.stored = "" });
	ask_goal(r, n);
	ask_effect(r, true, NULL);
	ask_text(r, &(struct ask){ .name = "rationale", .rows = 2,
		.label = say(r, Q_RATIONALE), .hint = say(r,
		Q_RATIONALE_HINT), .optional = true, .stored = "" });
	emit(&r->out, "</details>");
}

static void ask_answer(struct req *r, const struct asked *n)
{
	form_open(r, "answer", "/l/%s/assignment", r->object_key);
	ask_version(r, n->a.version);
	ask_text(r, &(struct ask){ .name = "answer", .rows = 6,
		.label = say(r, n->gap ? Q_GAP_ANSWER : Q_ANSWER),
		.stored = n->a.answer });
	if (!n->gap)
		ask_proposal(r, n);
	emit(&r->out, "<p class='small muted'>%s</p>", say_with(r, Q_PUBLIC,
	     r->org_name, NULL));
	button_save(r, say(r, n->a.answered_at == 0 ? Q_SEND : Q_SEND_MORE));
	form_close(r);
}

static void sent(struct req *r, const struct asked *n)
{
	emit(&r->out, "<p class='note' role='status'>%s</p>", say_with(r,
	     Q_SENT, say_instant(r, n->a.answered_at), NULL));
	for (size_t i = 0; i < n->a.proposals.n; i++)
		proposal_shown(r, &n->frameworks, &n->a.proposals.v[i]);
}

static enum status page(struct req *r)
{
	struct asked n = {0};

	TRY(asked_read(r, &n));
	page_open(r, &(struct page){ .title = say(r, Q_TITLE),
	                             .plain = true, .own_script = true });
	page_main(r);
	emit(&r->out, "<p class='muted'>%s</p><h1>%s</h1><p class='lead'>%s"
	     " %s</p><p class='pre'>%s</p>", say_with(r, Q_FROM, r->org_name,
	     NULL), say_with(r, Q_HEAD, n.a.title, NULL), say_with(r, Q_FOR,
	     n.a.receiver, NULL), say_with(r, Q_DUE, say_day(r, n.a.due),
	     NULL), n.a.question);
	about(r, &n);
	if (n.a.answered_at != 0)
		sent(r, &n);
	if (assignment_takes_answers(n.a.state)) {
		ask_answer(r, &n);
	} else {
		emit(&r->out, "<p class='note'>%s %s</p><p class='pre'>%s"
		     "</p>", say(r, n.a.state == ASSIGNMENT_ACCEPTED ?
		     Q_ACCEPTED : Q_DECLINED), n.a.settled_why, n.a.answer);
	}
	page_close(r);
	return OK;
}

/* -- what they send ------------------------------------------------------ */

static const struct goal *chosen(struct req *r, const struct asked *n,
                                 bool *path)
{
	const char *said = form_raw(r, "goal");

	for (size_t i = 0; i < n->frameworks.n; i++) {
		const struct framework *f = &n->frameworks.v[i];

		for (size_t j = 0; j < f->goals.n; j++)
			if (same(said, goal_field(r->s.mem, "g",
			                          &f->goals.v[j]))) {
				*path = has_path(f);
				return &f->goals.v[j];
			}
	}
	return NULL;
}

/* Something of a proposal is begun: a sentence, or an effect. A goal alone may
 * be the one it is about. */
static bool begun(struct req *r)
{
	return !text_blank(form_raw(r, "sentence")) ||
	       !text_blank(form_raw(r, "v"));
}

/* The same demands as on a finding that is written here. */
static enum status read_proposal(struct req *r, const struct asked *n,
                                 struct proposal *p)
{
	bool path = true;
	const struct goal *g = chosen(r, n, &path);
	struct finding f = {0};

	p->sentence = form_text(r, "sentence", 600);
	p->rationale = form_text(r, "rationale", TEXT);
	p->kind = text_blank(p->sentence) ? PROPOSAL_MARK : PROPOSAL_FINDING;
	if (p->kind == PROPOSAL_MARK && n->f.no == 0)
		issue(r, "sentence", Q_SAY_SENTENCE);
	if (g == NULL)
		issue(r, "goal", Q_SAY_GOAL);
	if (!read_effect(r, &f, &p->mark) || g == NULL)
		return form_fine(r);
	p->finding_kind = f.kind;
	p->mark.goal = g->id;
	if (!path)
		p->mark.directness = WITHOUT_PATH;
	if (p->mark.direction == NEGATIVE && text_blank(p->rationale))
		issue(r, "rationale", Q_SAY_RATIONALE);
	if (p->kind == PROPOSAL_MARK && f.kind != n->f.kind)
		issue(r, "v", Q_OTHER_KIND);
	return form_fine(r);
}

static bool has_open_answer(const struct asked *n)
{
	for (size_t i = 0; i < n->a.proposals.n; i++)
		if (n->a.proposals.v[i].state == PROPOSAL_OPEN &&
		    same(n->a.proposals.v[i].sentence, n->a.answer))
			return true;
	return false;
}

static enum status propose(struct req *r, const struct asked *n)
{
	struct proposal p = { .kind = PROPOSAL_ANSWER,
	                      .sentence = n->a.answer, .rationale = "" };

	if (n->a.proposals.n >= PROPOSALS_MOST) {
		issue(r, "answer", Q_FULL);
		return INVALID;
	}
	if (n->gap)
		return has_open_answer(n) ? OK :
		       proposal_note(&r->s, n->a.id, &p);
	if (!begun(r))
		return OK;
	TRY(read_proposal(r, n, &p));
	return proposal_note(&r->s, n->a.id, &p);
}

static enum status answer(struct req *r)
{
	struct asked n = {0};

	TRY(asked_read(r, &n));
	n.a.answer = form_needed(r, "answer", TEXT, Q_SAY_ANSWER);
	n.a.version = form_version(r);
	TRY(form_fine(r));
	if (!assignment_takes_answers(n.a.state))
		return STALE;
	TRY(propose(r, &n));
	TRY(assignment_answer(&r->s, &n.a));
	return go(r, "assignment");
}

static const struct route rows[] = {
	{ GET,  "/l/:pass/assignment", page, GUEST, ON_PASS },
	{ POST, "/l/:pass/assignment", answer, GUEST, ON_PASS, page },
	{ 0 },
};
const struct route *const assignment_pass_routes = rows;
