/* A task to look deeper, as they who give it see it: a new one, and one with
 * what came back. */
#include "account/pass.h"
#include "assess/finding_form.h"
#include "base/clock.h"
#include "base/text.h"
#include "review/assignment.h"
#include "review/assignment.msg"
#include "review/review.h"

/* -- a new one ----------------------------------------------------------- */

static const struct goal *goal_in(struct req *r, const struct view *v,
                                  const char *field)
{
	for (size_t i = 0; i < v->frameworks.n; i++) {
		const struct goal_list *all = &v->frameworks.v[i].goals;

		for (size_t j = 0; j < all->n; j++)
			if (same(field, goal_field(r->s.mem, "g",
			                           &all->v[j])))
				return &all->v[j];
	}
	return NULL;
}

/* What the address, or the form, says it is about. */
struct about {
	struct finding     f;           /* no 0: a goal instead */
	const struct goal *goal;
	const char        *goal_name;
	i64                priority;
};

static const char *said(const struct req *r, const char *name)
{
	return r->method == GET ? query_text(r, name) : form_raw(r, name);
}

static enum status read_about(struct req *r, struct view *v, struct about *a)
{
	i64 finding = 0;

	(void)number_read(said(r, "finding"), 1, INT32_MAX, &finding);
	(void)number_read(said(r, "priority"), 1, INT32_MAX, &a->priority);
	TRY(view_read(r, 0, finding != 0 ? 0 : a->priority, v));
	if (finding != 0) {
		a->priority = 0;
		TRY(finding_get(&r->s, v->a.id, finding, &a->f));
		return a->f.removed ? NOT_FOUND : OK;
	}
	a->goal_name = said(r, "goal");
	a->goal = goal_in(r, v, a->goal_name);
	return a->goal == NULL || v->priority == NULL ? NOT_FOUND : OK;
}

static void about_shown(struct req *r, const struct view *v,
                        const struct finding *f, const struct goal *g,
                        i64 priority_no)
{
	if (f->no != 0) {
		emit(&r->out, "<ol class='fynd'>");
		finding_row(r, v, f, NULL);
		emit(&r->out, "</ol>");
		return;
	}
	if (g == NULL)
		return;
	emit(&r->out, "<p class='goal'>");
	goal_tile(r, g);
	emit(&r->out, "<span><a href='/a/%s/goals/%s/%s/%lld'>%s</a> · P%lld"
	     "</span></p>", v->a.key, g->framework_code, g->code,
	     priority_no, either(r, g->title_sv, g->title_en), priority_no);
}

static void ask_assignment(struct req *r)
{
	ask_text(r, &(struct ask){ .name = "question", .rows = 3,
		.label = say(r, D_QUESTION), .hint = say(r, D_QUESTION_HINT),
		.stored = "" });
	ask_text(r, &(struct ask){ .name = "receiver", .class = "w20",
		.label = say(r, D_RECEIVER), .hint = say(r, D_RECEIVER_HINT),
		.stored = "" });
	ask_day(r, &(struct ask){ .name = "due", .label = say(r, D_DUE),
		.class = "w20" }, 0);
	ask_tick(r, "outside", "1", say(r, D_OUTSIDE), false);
	emit(&r->out, "<div class='panel'><p><b>%s</b> %s</p>"
	     "<p class='small'>%s</p>", say(r, D_YES_HEAD),
	     say(r, D_YES_TEXT), say(r, D_YES_LOGGED));
	ask_tick(r, "yes", "1", say(r, D_YES), false);
	emit(&r->out, "</div>");
}

static enum status new_page(struct req *r)
{
	struct about a = {0};
	struct view v = {0};

	TRY(read_about(r, &v, &a));
	TRY(view_open(r, &v, say(r, D_TITLE)));
	emit(&r->out, "<h1>%s</h1>", say(r, D_NEW_HEAD));
	about_shown(r, &v, &a.f, a.goal, a.priority);
	form_open(r, "assignment", "/a/%s/assignments", v.a.key);
	if (a.f.no != 0) {
		form_hidden_no(r, "finding", a.f.no);
	} else {
		form_hidden(r, "goal", a.goal_name);
		form_hidden_no(r, "priority", a.priority);
	}
	ask_assignment(r);
	button_save(r, say(r, D_GIVE));
	form_close(r);
	view_close(r);
	return OK;
}

static enum status make_link(struct req *r, struct assignment *a,
                             const char **secret)
{
	struct pass p = { .kind = PASS_ASSIGNMENT, .object = a->id,
		.for_whom = a->receiver,
		.ends = r->s.now + (i64)LINK_DAYS * DAY_MS };

	TRY(pass_note(&r->s, &p, secret));
	return assignment_link(&r->s, a, p.id);
}

static enum status add(struct req *r)
{
	size_t before = r->issues.n;
	struct assignment a = {0};
	struct about about = {0};
	struct view v = {0};
	const char *secret;

	TRY(read_about(r, &v, &about));
	a.question = form_needed(r, "question", TEXT, D_SAY_QUESTION);
	a.receiver = form_needed(r, "receiver", LINE, D_SAY_RECEIVER);
	a.due = form_day(r, "due");
	if (a.due == 0 && r->issues.n == before)
		issue(r, "due", D_SAY_DUE);
	read_yes(r);
	TRY(form_fine(r));
	a.outside = form_has(r, "outside", "1");
	a.assessment = v.a.id;
	a.finding_no = about.f.no;
	a.goal = about.goal == NULL ? 0 : about.goal->id;
	a.priority = about.goal == NULL ? 0 : v.priority->id;
	TRY(assignment_note(&r->s, &a));
	TRY(make_link(r, &a, &secret));
	return go(r, "/a/%s/assignments/%lld?secret=%s", v.a.key, a.no,
	          secret);
}

/* -- one ----------------------------------------------------------------- */

static void head(struct req *r, const struct assignment *a)
{
	const char *address = pass_told(r, a->pass, "assignment");

	if (address != NULL)
		emit(&r->out, "<div class='note' role='status'><p>%s</p><p>"
		     "<b class='pre'>%s</b></p></div>", say_with(r, D_ONCE,
		     a->receiver, NULL), address);
	emit(&r->out, "<p class='pre lead'>%s</p><p>", a->question);
	assignment_state_shown(r, a);
	emit(&r->out, "</p><p class='small muted'>%s</p>", say_with(r,
	     D_GIVEN_BY, a->given_name, say_instant(r, a->given_at)));
}

static void answer_part(struct req *r, const struct view *v,
                        const struct assignment *a, bool may)
{
	emit(&r->out, "<h2>%s</h2>", say(r, D_ANSWER));
	if (a->answered_at == 0) {
		emit(&r->out, "<p>%s</p>", say(r, D_NO_ANSWER));
		return;
	}
	emit(&r->out, "<p class='muted'>%s</p><blockquote class='say'><p"
	     " class='pre'>%s</p></blockquote>", say_with(r, a->outside ?
	     D_RECEIVED : D_CAME, say_day(r, day_of_instant(a->answered_at)),
	     a->receiver), a->answer);
	for (size_t i = 0; i < a->proposals.n; i++) {
		proposal_shown(r, &v->frameworks, &a->proposals.v[i]);
		if (may && a->proposals.v[i].state == PROPOSAL_OPEN)
			ask_settle_proposal(r, a, &a->proposals.v[i]);
	}
	if (!text_blank(a->settled_why))
		emit(&r->out, "<p>%s</p>", say_with(r, D_BECAUSE,
		     a->settled_why, NULL));
}

static void settle_forms(struct req *r, const struct assignment *a)
{
	if (a->state == ASSIGNMENT_ANSWERED && a->proposals.n == 0) {
		form_open(r, "accept", "/a/%s/assignments/%lld/accept",
		          a->assessment_key, a->no);
		ask_version(r, a->version);
		emit(&r->out, "<p class='acts'>");
		button(r, "btn", say(r, D_ACCEPT));
		emit(&r->out, "</p>");
		form_close(r);
		form_open(r, "decline", "/a/%s/assignments/%lld/decline",
		          a->assessment_key, a->no);
		ask_version(r, a->version);
		ask_text(r, &(struct ask){ .name = "why",
			.label = say(r, D_WHY) });
		emit(&r->out, "<p class='acts'>");
		button(r, "btn sec", say(r, D_DECLINE));
		emit(&r->out, "</p>");
		form_close(r);
	}
	if (!assignment_takes_answers(a->state))
		return;
	emit(&r->out, "<h2>%s</h2><div class='acts'>", say(r, D_LINK));
	button_form(r, "link", "btn sec sm", say(r, D_NEW_LINK),
	            "/a/%s/assignments/%lld/link", a->assessment_key, a->no);
	button_form(r, "withdraw", "btn sec sm", say(r, D_WITHDRAW),
	            "/a/%s/assignments/%lld/withdraw", a->assessment_key,
	            a->no);
	emit(&r->out, "</div>");
}

enum status assignment_page(struct req *r)
{
	bool may = (r->rights & LEAD) != 0;
	struct assignment a = {0};
	struct finding f = {0};
	struct view v = {0};

	TRY(view_read(r, 0, 0, &v));
	TRY(assignment_get(&r->s, v.a.id, arg_no(r, "no"), &a));
	if (a.finding_no != 0)
		TRY(finding_get(&r->s, v.a.id, a.finding_no, &f));
	TRY(view_open(r, &v, say(r, D_TITLE)));
	emit(&r->out, "<p><a href='/a/%s/assignments'>", v.a.key);
	icon(r, ICON_BACK);
	emit(&r->out, "%s</a></p><h1>%s</h1>", say(r, D_ALL), say_with(r,
	     D_TO, a.receiver, NULL));
	head(r, &a);
	about_shown(r, &v, &f, goal_of(&v.frameworks, a.goal),
	            a.priority_no);
	answer_part(r, &v, &a, may);
	if (may)
		settle_forms(r, &a);
	view_close(r);
	return OK;
}

/* A link that is made anew leads to one who was said yes to already. */
static enum status link_again(struct req *r)
{
	struct assignment a = {0};
	struct pass was = {0};
	const char *secret;

	TRY(assignment_get(&r->s, r->object, arg_no(r, "no"), &a));
	if (!assignment_takes_answers(a.state))
		return STALE;
	if (a.pass != 0)
		TRY(pass_get(&r->s, a.pass, &was));
	if (a.pass != 0 && was.taken_back == 0)
		TRY(pass_take_back(&r->s, a.pass));
	TRY(make_link(r, &a, &secret));
	return go(r, "/a/%s/assignments/%lld?secret=%s", r->object_key, a.no,
	          secret);
}

static const struct route rows[] = {
	{ GET,  "/a/:assessment/new-assignment", new_page, LEAD,
	  ON_ASSESSMENT },
	{ POST, "/a/:assessment/assignments", add, LEAD, ON_ASSESSMENT,
	  new_page },
	{ GET,  "/a/:assessment/assignments/:no", assignment_page, READ,
	  ON_ASSESSMENT },
	{ POST, "/a/:assessment/assignments/:no/link", link_again, LEAD,
	  ON_ASSESSMENT, assignment_page },
	{ 0 },
};
const struct route *const assignment_routes = rows;
