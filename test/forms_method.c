/* Forms of models, each as it can be saved. */
#include "assess/gate.h"
#include "assess/upgrade.h"
#include "method/draft.h"
#include "trial.h"

#define AT "/o/:org/method-drafts"
#define PAGE_OF "/o/{org}/method-drafts/{draft}"
#define STEP AT "/:draft/steps/:step"
#define STEP_PAGE PAGE_OF "/steps/1"
#define QUESTION STEP "/questions/:question"
#define SECOND PAGE_OF "/steps/2/questions/2"

static void changed(struct trial *e)
{
	struct scope s = stage_scope(e->st);
	struct method_draft d = {0};

	CHECK_OK(draft_by_key(&s, e->model, &d));
	d.model.source = "Vi";
	IN_WRITE(e->st, draft_change(&s, &d));
}

static void whole(struct trial *e)
{
	struct scope s = stage_scope(e->st);
	struct method_draft d = {0};

	CHECK_OK(draft_by_key(&s, e->model, &d));
	d.model.about_sv = "Till allt";
	for (size_t i = 0; i < d.model.steps.n; i++) {
		struct step *st = &d.model.steps.v[i];

		st->headline_sv = "Vad?";
		for (size_t j = 0; j < st->questions.n; j++) {
			struct question *q = &st->questions.v[j];

			q->title_sv = q->help_sv = q->example_sv = "Skriv";
		}
	}
	IN_WRITE(e->st, draft_change(&s, &d));
}

static void removed(struct trial *e)
{
	struct scope s = stage_scope(e->st);
	struct method_draft d = {0};

	CHECK_OK(draft_by_key(&s, e->model, &d));
	IN_WRITE(e->st, draft_remove(&s, d.id, true));
}

/* The assessment goes over to the model with stopping places. */
static void with_gates(struct trial *e)
{
	struct scope s = stage_scope(e->st);
	struct method from, to;
	struct assessment a = {0};
	i64 id;

	CHECK_OK(assess_get(&s, e->id, &a));
	CHECK_OK(method_get(&s, a.method, &from));
	CHECK_OK(method_by_code(&s, "med_hallplatser", 1, &id));
	CHECK_OK(method_get(&s, id, &to));
	IN_WRITE(e->st, upgrade_turn(&s, &a, &from, &to, DEPTH_STANDARD));
}

static void stopped(struct trial *e)
{
	struct scope s = stage_scope(e->st);
	struct gate_choice g = { .means = "gate.line", .way = GATE_STOP,
		.why = "Fel plats", .decider = "Chefen", .day = 20000 };

	with_gates(e);
	IN_WRITE(e->st, gate_decide(&s, e->id, &g));
}

#define A "/a/:assessment"
#define DECIDED "&why=Det+h%C3%A5ller&decider=Enhetschefen&day=2025-10-20"

const struct trial_form forms_method[] = {
	{ A "/gates", NULL, NULL, "question=line_gate&priority=1&way=1"
	  DECIDED, false, with_gates },
	{ A "/resume", NULL, NULL, "x=1" DECIDED, false, stopped },
	{ A "/model", NULL, "/a/{assessment}/model?to={method}", "version={}&model={method}&depth=3" },
	{ A "/relations", NULL, NULL, "priority=1&other=Budgeten&how=1" },
	{ A "/relations/:no", NULL, "/a/{assessment}/relations/1",
	  "version={}&other=Transportplanen&how=2&text=Samma+v%C3%A4gar" },
	{ A "/relations/:no/remove", NULL, NULL, "" },
	{ A "/relations/:no/restore", "/a/{assessment}/relations/2/restore",
	  NULL, "" },
	{ AT, NULL, NULL, "title=V%C3%A5r+modell&from={method}" },
	{ "/o/:org/method-files", NULL, NULL, "--model" },
	{ AT "/:draft", NULL, PAGE_OF, "version={}&title=Annan&about=Allt"
	  "&judged=m%C3%A5l&quick=15&standard=25&deep=30&per_goal=deep" },
	{ STEP "/preview", NULL, NULL, "form=walk&instead_of=x&go_on=1" },
	{ AT "/:draft/publish", NULL, PAGE_OF, "version={}", false, whole },
	{ AT "/:draft/undo", NULL, PAGE_OF, "version={}", false, changed },
	{ AT "/:draft/remove", NULL, NULL, "" },
	{ AT "/:draft/restore", NULL, NULL, "", false, removed },
	{ AT "/:draft/steps", NULL, PAGE_OF, "version={}&name=Ett+till" },
	{ STEP, NULL, STEP_PAGE, "version={}&name=F%C3%B6rst"
	  "&headline=Vad+g%C3%B6r+%7Bpriority%7D%3F&per_priority=1" },
	{ STEP "/up", PAGE_OF "/steps/2/up", PAGE_OF "/steps/2",
	  "version={}" },
	{ STEP "/down", NULL, STEP_PAGE, "version={}" },
	{ STEP "/remove", NULL, STEP_PAGE, "version={}" },
	{ STEP "/questions", NULL, STEP_PAGE, "version={}&title=Hur%3F"
	  "&part=choice" },
	{ QUESTION, SECOND, SECOND, "version={}&title=Vad%3F&help=Skriv"
	  "&example=Ett&asked=quick&asked=deep&means=actions.list" },
	{ QUESTION "/up", SECOND "/up", SECOND, "version={}" },
	{ QUESTION "/down", SECOND "/down", SECOND, "version={}" },
	{ QUESTION "/remove", SECOND "/remove", SECOND, "version={}" },
	{ 0 },
};
