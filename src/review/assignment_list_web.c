/* Tasks to look deeper in lists: of an assessment, beside a finding or a goal,
 * and those of the organisation that wait. */
#include "assess/finding_form.h"
#include "base/text.h"
#include "review/assignment.h"
#include "review/assignment.msg"

enum { D_PAGE = 50 };

/* -- rows ---------------------------------------------------------------- */

void assignment_state_shown(struct req *r, const struct assignment *a)
{
	static const struct { enum icon icon; const struct sentence *word; }
	all[] = {
		[ASSIGNMENT_GIVEN]     = { ICON_PROPOSED, D_GIVEN },
		[ASSIGNMENT_ANSWERED]  = { ICON_TALK, D_ANSWERED },
		[ASSIGNMENT_ACCEPTED]  = { ICON_DONE, D_ACCEPTED },
		[ASSIGNMENT_DECLINED]  = { ICON_OUTSIDE, D_DECLINED },
		[ASSIGNMENT_WITHDRAWN] = { ICON_OUTSIDE, D_WITHDRAWN },
	};

	if (assignment_is_late(a, day_of_instant(r->s.now)))
		state(r, ICON_LATE, "due", say_with(r, D_LATE, say_day(r,
		      a->due), NULL));
	else
		state(r, all[a->state].icon, "", say_with(r,
		      all[a->state].word, say_day(r, a->due), NULL));
}

/* Open: what stands beside it follows within. */
static void assignment_row(struct req *r, const struct assignment *a,
                           bool across)
{
	emit(&r->out, "<li><a class='n' href='/a/%s/assignments/%lld'>%s</a>"
	     "<span class='m'>%s%s%s ", a->assessment_key, a->no,
	     text_short(r->s.mem, a->question, 90), a->receiver,
	     across ? " · " : "", across ? a->title : "");
	assignment_state_shown(r, a);
	emit(&r->out, "</span>");
}

/* Given from it, or what it came of. */
static bool is_about(const struct assignment *a, i64 finding_no)
{
	bool about = a->finding_no == finding_no;

	for (size_t i = 0; i < a->proposals.n && !about; i++)
		about = a->proposals.v[i].state == PROPOSAL_TAKEN &&
		        a->proposals.v[i].became_no == finding_no;
	return about;
}

enum status assignments_beside(struct req *r, const struct view *v,
                               i64 finding_no, const struct goal *g)
{
	struct assignment_list all = {0};
	bool any = false;

	TRY(assignment_list(&r->s, v->a.id, &all));
	for (size_t i = 0; i < all.n; i++) {
		const struct assignment *a = &all.v[i];

		if (finding_no != 0 ? !is_about(a, finding_no) :
		    a->goal != g->id || a->priority != v->priority->id)
			continue;
		emit(&r->out, any ? "" : "<h2>%s</h2><ul class='rows'>",
		     say(r, D_HEAD_BESIDE));
		any = true;
		assignment_row(r, a, false);
		for (size_t j = 0; j < a->proposals.n; j++)
			if (a->proposals.v[j].state == PROPOSAL_OPEN)
				proposal_shown(r, &v->frameworks,
				               &a->proposals.v[j]);
		emit(&r->out, "</li>");
	}
	if (any)
		emit(&r->out, "</ul>");
	if ((r->rights & LEAD) == 0)
		return OK;
	if (finding_no != 0)
		emit(&r->out, "<p class='noprint'><a href='/a/%s/"
		     "new-assignment?finding=%lld'>%s</a></p>", v->a.key,
		     finding_no, say(r, D_GIVE_FROM));
	else
		emit(&r->out, "<p class='noprint'><a href='/a/%s/"
		     "new-assignment?goal=%s&amp;priority=%lld'>%s</a></p>",
		     v->a.key, goal_field(r->s.mem, "g", g),
		     v->priority->no, say(r, D_GIVE_FROM));
	return OK;
}

static enum status list_page(struct req *r)
{
	struct assignment_list all = {0};
	struct view v = {0};

	TRY(view_read(r, 0, 0, &v));
	TRY(assignment_list(&r->s, v.a.id, &all));
	TRY(view_open(r, &v, say(r, D_TITLE)));
	emit(&r->out, "<h1>%s</h1><p class='lead'>%s</p>", say(r, D_HEAD),
	     say(r, all.n == 0 ? D_NONE : D_LEAD));
	emit(&r->out, all.n == 0 ? "" : "<ul class='rows'>");
	for (size_t i = 0; i < all.n; i++) {
		assignment_row(r, &all.v[i], false);
		emit(&r->out, "</li>");
	}
	emit(&r->out, all.n == 0 ? "" : "</ul>");
	view_close(r);
	return OK;
}

/* Over the organisation, those that wait for an answer: the last day first. */
static enum status waiting_page(struct req *r)
{
	struct assignment_list all = {0};

	TRY(assignment_waiting(&r->s, query_no(r, "due"), query_no(r, "id"),
	                       D_PAGE + 1, &all));
	page_open(r, &(struct page){ .title = say(r, D_TITLE) });
	page_main(r);
	emit(&r->out, "<h1>%s</h1><p class='lead'>%s</p>", say(r, D_WAITING),
	     say(r, all.n == 0 ? D_WAITING_NONE : D_WAITING_LEAD));
	emit(&r->out, all.n == 0 ? "" : "<ul class='rows'>");
	for (size_t i = 0; i < all.n && i < D_PAGE; i++) {
		assignment_row(r, &all.v[i], true);
		emit(&r->out, "</li>");
	}
	emit(&r->out, all.n == 0 ? "" : "</ul>");
	if (all.n > D_PAGE)
		emit(&r->out, "<p><a href='/o/%s/assignments?due=%lld&amp;"
		     "id=%lld'>%s</a></p>", r->org_key, all.v[D_PAGE - 1].due,
		     all.v[D_PAGE - 1].id, say(r, D_MORE));
	page_close(r);
	return OK;
}

static const struct route rows[] = {
	{ GET, "/o/:org/assignments", waiting_page, READ, ON_ORG },
	{ GET, "/a/:assessment/assignments", list_page, READ, ON_ASSESSMENT },
	{ 0 },
};
const struct route *const assignment_list_routes = rows;
