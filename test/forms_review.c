/* Forms of review and sign-off, each as it can be saved. */
#include "review/assignment.h"
#include "review/review.h"
#include "seal/second.h"
#include "trial.h"

#define A "/a/:assessment"
#define PAGE_A "/a/{assessment}"

static void reported(struct trial *e)
{
	struct scope s = stage_scope(e->st);
	struct reporting b = { .day = 20378, .forum = "Möte", .said = "Allt" };

	trial_end(e, ASSESS_DONE);
	IN_WRITE(e->st, reporting_note(&s, e->id, &b));
}

static void finished(struct trial *e)
{
	trial_end(e, ASSESS_DONE);
}

static void report_removed(struct trial *e)
{
	struct scope s = stage_scope(e->st);

	reported(e);
	IN_WRITE(e->st, reporting_remove(&s, e->id, 1, true));
}

static void no_number(struct trial *e)
{
	struct scope s = stage_scope(e->st);
	struct registry_list none = {0};
	struct assessment a = {0};

	CHECK_OK(assess_get(&s, e->id, &a));
	IN_WRITE(e->st, registry_set(&s, a.subject, &none));
}

static void takes_two(struct trial *e)
{
	struct scope s = stage_scope(e->st);
	struct sign_rule rule = { .two = SIGN_TWO };

	IN_WRITE(e->st, sign_rule_save(&s, &rule));
}

static void two_asked(struct trial *e)
{
	struct scope s = stage_scope(e->st);
	struct sign_request q = { .asked_name = "Bo Ek", .sha256 = "0" };

	takes_two(e);
	IN_WRITE(e->st, sign_request_note(&s, e->id, &q));
}

/* Task 1 has come back: in words, or with a finding too. */
static void answered(struct trial *e)
{
	struct scope s = stage_scope(e->st);
	struct assignment a = {0};

	CHECK_OK(assignment_get(&s, e->id, 1, &a));
	a.answer = "Fyra mil";
	IN_WRITE(e->st, assignment_answer(&s, &a));
}

static void proposed(struct trial *e)
{
	struct scope s = stage_scope(e->st);
	struct proposal p = { .kind = PROPOSAL_FINDING,
		.sentence = "Det är fyra mil", .rationale = "Mätt",
		.finding_kind = FINDING_EFFECT,
		.mark = { .direction = NEGATIVE, .directness = DIRECT } };
	struct assignment a = {0};
	struct finding f = {0};

	answered(e);
	CHECK_OK(assignment_get(&s, e->id, 1, &a));
	CHECK_OK(finding_get(&s, e->id, 2, &f));
	p.mark.goal = f.marks.v[0].goal;
	IN_WRITE(e->st, proposal_note(&s, a.id, &p));
}

const struct trial_form forms_review[] = {
	{ A "/changes", NULL, NULL, "was=R%C3%A5d&becomes=R%C3%A5d+p%C3%A5"
	  "+tre+spr%C3%A5k&because=F2&day=2025-10-17" },
	{ A "/changes/:no", NULL, PAGE_A "/changes/1", "version={}"
	  "&becomes=Nytt&because=C1&day=2025-10-17" },
	{ A "/changes/:no/remove", NULL, NULL, "" },
	{ A "/changes/:no/restore", PAGE_A "/changes/2/restore", NULL, "" },
	{ A "/change-words", NULL, NULL, "version=0&words=Inget" },

	{ A "/review", NULL, NULL, "question=St%C3%A4mmer+det%3F"
	  "&due=2025-11-01" },
	{ A "/review/:no", NULL, PAGE_A "/review/1", "version={}"
	  "&question=Vad+saknas%3F" },
	{ A "/review/:no/asked", NULL, NULL, "missing=1"
	  "&experts=Kulturenheten" },
	{ A "/review/:no/close", PAGE_A "/review/2/close", NULL, "", true },
	{ A "/review/:no/asked/:reviewer/link", NULL,
	  PAGE_A "/review/1/asked/1", "version={}&yes=1" },
	{ A "/review/:no/asked/:reviewer/end", NULL, NULL, "", true },
	{ A "/review/:no/comments", NULL, NULL, "about=2&text=Fel+tal"
	  "&as=strateg" },
	{ A "/comments/:no", NULL, PAGE_A "/comments/1", "version={}"
	  "&treated=2&how=Delvis", true },
	{ "/l/:pass/review", "/l/{reviewing}/review", NULL,
	  "about=2&text=Det+st%C3%A4mmer" },

	{ A "/reporting", NULL, NULL, "day=2025-10-17&forum=M%C3%B6te"
	  "&said=Allt&to=2-1", true, finished },
	{ A "/reporting/:no", NULL, PAGE_A "/reporting/1", "version={}"
	  "&day=2025-10-18&forum=M%C3%B6te&said=Allt", true, reported },
	{ A "/reporting/:no/remove", NULL, NULL, "", true, reported },
	{ A "/reporting/:no/restore", NULL, NULL, "", true, report_removed },

	{ A "/assignments", NULL, NULL, "goal=g-agenda-13&priority=1"
	  "&question=Hur%3F&receiver=Milj%C3%B6enheten&due=2025-12-01&yes=1",
	  true },
	{ A "/assignments/:no/link", NULL, NULL, "", true },
	{ A "/assignments/:no/withdraw", NULL, NULL, "", true },
	{ A "/assignments/:no/accept", NULL, PAGE_A "/assignments/1",
	  "version={}", false, answered },
	{ A "/assignments/:no/decline", NULL, PAGE_A "/assignments/1",
	  "version={}&why=Fel", false, answered },
	{ A "/assignments/:no/proposals/:proposal/take", NULL, NULL, "",
	  false, proposed },
	{ A "/assignments/:no/proposals/:proposal/decline", NULL, NULL,
	  "why=Fel", false, proposed },
	{ "/l/:pass/assignment", "/l/{assigned}/assignment",
	  "/l/{assigned}/assignment", "version={}&answer=Fyra+mil&v=dn"
	  "&goal=g-agenda-8&sentence=L%C3%A5ngt&rationale=M%C3%A4tt" },

	{ "/o/:org/signing", NULL, NULL, "version=0&two=1" },
	{ A "/registry", NULL, NULL, "registry=RUN/9", false, no_number },
	{ A "/second", NULL, NULL, "", false, takes_two },
	{ A "/second/end", NULL, PAGE_A "/finish", "version={}", false,
	  two_asked },
	{ 0 },
};
