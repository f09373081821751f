/* Forms of models, each as it can be saved. */
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

const struct trial_form forms_method[] = {
	{ AT, NULL, NULL, "title=V%C3%A5r+modell&from={method}" },
	{ "/o/:org/method-files", NULL, NULL, "--model" },
	{ AT "/:draft", NULL, PAGE_OF, "version={}&title=Annan&about=Allt"
	  "&judged=m%C3%A5l&quick=15&standard=25&deep=30&per_goal=deep" },
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
