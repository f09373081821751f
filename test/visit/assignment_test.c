/* Tasks to look deeper: given, answered by a link, taken in or declined. */
#include <string.h>

#include "base/rights.h"
#include "review/assignment.h"
#include "trial.h"

static struct req *page(struct trial *e, const char *rest)
{
	return get(e->st, "/a/%s/%s", e->key, rest);
}

static struct req *form(struct trial *e, const char *fields, const char *rest)
{
	return post(e->st, fields, "/a/%s/%s", e->key, rest);
}

static struct assignment task(struct trial *e, i64 no)
{
	struct scope s = stage_scope(e->st);
	struct assignment a = {0};

	CHECK_OK(assignment_get(&s, e->id, no, &a));
	return a;
}

/* By the link, from the form as it stands. */
static struct req *answer(struct trial *e, const char *secret, i64 version,
                          const char *fields)
{
	const char *cookie = e->st->cookie, *csrf = e->st->csrf;
	i64 person = e->st->person;
	struct req *r;

	stage_as_nobody(e->st);
	r = post(e->st, arena_print(e->st->mem, "version=%lld&%s", version,
	         fields), "/l/%s/assignment", secret);
	e->st->cookie = cookie;
	e->st->csrf = csrf;
	e->st->person = person;
	return r;
}

static const char *given(struct trial *e, const char *about)
{
	struct req *r = form(e, arena_print(e->st->mem, "%s&question=Hur%%3F"
	        "&receiver=Projektledaren&due=2025-10-16&outside=1&yes=1",
	        about), "assignments");

	if (r->code != 303)
		fail_msg("%d %s", r->code, PAGE(r));
	return arena_text(e->st->mem, strstr(r->location, "secret=") + 7,
	                  20);
}

TEST(a_task_takes_a_yes_and_is_late_when_its_day_is_past)
{
	struct trial e = trial_open();
	struct req *r;

	CHECK_INT(form(&e, "finding=2&question=Hur%3F&receiver=A"
	          "&due=2025-12-01", "assignments")->code, 422);
	CHECK_INT(form(&e, "finding=99&question=Hur%3F&receiver=A"
	          "&due=2025-12-01&yes=1", "assignments")->code, 404);
	CHECK_INT(form(&e, "goal=g-agenda-99&priority=1&question=Hur%3F"
	          "&receiver=A&due=2025-12-01&yes=1", "assignments")->code,
	          404);
	given(&e, "finding=2");
	r = page(&e, "findings/2");
	CHECK_HAS(PAGE(r), "Försenat, skulle ha kommit 16 oktober 2025");
	r = get(e.st, "/o/%s/assignments", e.st->org_key);
	CHECK_HAS(PAGE(r), "Försenat");
	CHECK_HAS(PAGE(r), "Trafikenheten");
	CHECK(strstr(PAGE(r), "Projektledaren") <
	      strstr(PAGE(r), "Trafikenheten"));
	stage_close(e.st);
}

TEST(what_comes_back_is_a_proposal_beside_the_goal_and_sets_nothing)
{
	struct trial e = trial_open();
	struct scope s = stage_scope(e.st);
	const char *secret = given(&e, "goal=g-agenda-13&priority=1");
	struct finding f = {0};
	struct req *r;

	CHECK_INT(answer(&e, secret, 1, "answer=Nej")->code, 409);
	CHECK_INT(answer(&e, secret, 2, "answer=")->code, 422);
	CHECK_INT(answer(&e, secret, 2, "answer=Mer&v=dn&goal=g-agenda-13"
	          "&sentence=Mer+bil")->code, 422);     /* no reason */
	CHECK_INT(answer(&e, secret, 2, "answer=Mer&v=dn&goal="
	          "&sentence=Mer+bil&rationale=L%C3%A5ngt")->code, 422);
	CHECK_INT(answer(&e, secret, 2, "answer=Mer&v=dn&goal=g-rus_norr-R3"
	          "&sentence=Mer+bil&rationale=L%C3%A5ngt")->code, 303);
	CHECK_INT(answer(&e, secret, 2, "answer=Annat")->code, 409);
	r = page(&e, "goals/agenda/13/1");
	CHECK_HAS(PAGE(r), "Mer bil");
	CHECK_HAS(PAGE(r), "Väntar på att ni bestämmer");
	CHECK_INT(finding_get(&s, e.id, 6, &f), NOT_FOUND);
	CHECK_INT(form(&e, "", "assignments/2/accept")->code, 409);
	CHECK_INT(form(&e, "", "assignments/2/proposals/1/take")->code, 303);
	CHECK_OK(finding_get(&s, e.id, 6, &f));
	CHECK_TEXT(f.written_by, "Projektledaren");
	CHECK_INT(f.marks.v[0].directness, WITHOUT_PATH);       /* a RUS */
	CHECK_INT(task(&e, 2).state, ASSIGNMENT_ACCEPTED);
	CHECK_INT(form(&e, "", "assignments/2/proposals/1/take")->code, 409);
	CHECK_INT(answer(&e, secret, 4, "answer=Mer")->code, 409);
	stage_close(e.st);
}

TEST(a_proposal_is_declined_with_a_reason_that_the_receiver_sees)
{
	struct trial e = trial_open();
	struct scope s = stage_scope(e.st);
	struct finding f = {0};

	CHECK_INT(answer(&e, e.assigned, 2, "answer=Se&v=dn&goal=g-agenda-8"
	          "&rationale=Jobb")->code, 303);       /* a mark on F2 */
	CHECK_INT(form(&e, "why=", "assignments/1/proposals/1/decline")->code,
	          422);
	CHECK_INT(form(&e, "why=Redan+med", "assignments/1/proposals/1"
	          "/decline")->code, 303);
	CHECK_INT(task(&e, 1).state, ASSIGNMENT_DECLINED);
	CHECK_HAS(PAGE(get(e.st, "/l/%s/assignment", e.assigned)),
	          "Inte intaget: Redan med");
	CHECK_OK(finding_get(&s, e.id, 2, &f));
	CHECK_INT(f.marks.n, 2);
	stage_close(e.st);
}

TEST(a_mark_that_is_taken_in_is_on_the_finding_and_never_twice)
{
	struct trial e = trial_open();
	struct scope s = stage_scope(e.st);
	struct finding f = {0};

	CHECK_INT(answer(&e, e.assigned, 2, "answer=Se&v=no&goal=g-agenda-8")
	          ->code, 422);                         /* another kind */
	CHECK_INT(answer(&e, e.assigned, 2, "answer=Se&v=dn&goal=g-agenda-8"
	          "&rationale=Jobb")->code, 303);
	CHECK_INT(answer(&e, e.assigned, 3, "answer=Se&v=dn&goal=g-agenda-8"
	          "&rationale=Jobb")->code, 303);
	CHECK_INT(form(&e, "", "assignments/1/proposals/1/take")->code, 303);
	CHECK_INT(form(&e, "", "assignments/1/proposals/2/take")->code, 422);
	CHECK_INT(task(&e, 1).state, ASSIGNMENT_ANSWERED);
	CHECK_OK(finding_get(&s, e.id, 2, &f));
	CHECK_INT(f.marks.n, 3);
	stage_close(e.st);
}

TEST(an_answer_is_accepted_as_it_was_read_not_as_it_is_meanwhile)
{
	struct trial e = trial_open();

	CHECK_INT(answer(&e, e.assigned, 2, "answer=Fyra+mil")->code, 303);
	CHECK_HAS(PAGE(page(&e, "assignments/1")), "Fyra mil");
	CHECK_INT(answer(&e, e.assigned, 3, "answer=Nio+mil")->code, 303);
	CHECK_INT(form(&e, "version=3", "assignments/1/accept")->code, 409);
	CHECK_INT(task(&e, 1).state, ASSIGNMENT_ANSWERED);
	CHECK_INT(form(&e, "version=4", "assignments/1/accept")->code, 303);
	CHECK_INT(task(&e, 1).state, ASSIGNMENT_ACCEPTED);
	stage_close(e.st);
}

TEST(an_answer_to_a_gap_is_taken_in_after_the_end_too)
{
	struct trial e = trial_open();
	struct scope s = stage_scope(e.st);
	const char *secret = given(&e, "finding=4");
	struct finding f = {0};

	CHECK_INT(answer(&e, secret, 2, "answer=Sju+jobb.")->code, 303);
	trial_end(&e, ASSESS_DONE);
	CHECK_INT(form(&e, "", "assignments/2/proposals/1/take")->code, 303);
	CHECK_OK(finding_get(&s, e.id, 4, &f));
	CHECK_TEXT(f.gap.answer, "Sju jobb. Källa: Projektledaren.");
	CHECK_INT(f.gap.state, GAP_ANSWERED);
	CHECK_INT(answer(&e, e.assigned, 2, "answer=Se&v=dn&goal=g-agenda-8"
	          "&sentence=Nytt&rationale=Jobb")->code, 303);
	CHECK_INT(form(&e, "", "assignments/1/proposals/1/take")->code, 422);
	CHECK_INT(finding_get(&s, e.id, 6, &f), NOT_FOUND);
	stage_close(e.st);
}

TEST(a_task_that_is_withdrawn_ends_its_link_and_shows_what_was_typed)
{
	struct trial e = trial_open();
	struct req *r;

	CHECK_INT(form(&e, "", "assignments/1/withdraw")->code, 303);
	r = answer(&e, e.assigned, 2, "answer=Fyra+mil+och+mer");
	CHECK_INT(r->code, 404);
	CHECK_HAS(PAGE(r), "Fyra mil och mer");
	CHECK_INT(form(&e, "", "assignments/1/withdraw")->code, 409);
	CHECK_INT(form(&e, "", "assignments/1/link")->code, 409);
	stage_as_new(e.st, READ | ANSWER | EDIT);
	CHECK_INT(form(&e, "", "assignments/1/withdraw")->code, 403);
	stage_close(e.st);
}
