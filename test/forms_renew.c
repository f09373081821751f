/* Forms of what is assured again, each as it can be saved. */
#include "account/account.h"
#include "base/text.h"
#include "trial.h"

/* Finished, and what was assured is revised. */
static void revised(struct trial *e)
{
	struct scope s = stage_scope(e->st);
	struct assessment a = {0};
	struct subject j = {0};

	trial_end(e, ASSESS_DONE);
	CHECK_OK(assess_get(&s, e->id, &a));
	CHECK_OK(subject_get(&s, a.subject, &j));
	j.phase = PHASE_REVISION;
	IN_WRITE(e->st, subject_change(&s, &j));
}

/* Finished, and a framework it used has a new edition. */
static void replaced(struct trial *e)
{
	trial_end(e, ASSESS_DONE);
	CHECK_INT(post(e->st, arena_print(e->st->mem, "code=agenda&edition=2"
	               "&kind=2&title_sv=Agenda&goals=1+Ingen+fattigdom"
	               "&replaces=%s", e->goals), "/o/%s/frameworks/new",
	               e->st->org_key)->code, 303);
}

const struct trial_form forms_renew[] = {
	{ "/o/:org/renewal/:assessment", NULL, NULL, "why=Samma+text", false,
	  revised },
	{ "/o/:org/renewal/:assessment/:framework", NULL, NULL,
	  "why=Samma+m%C3%A5l", false, replaced },
	{ "/a/:assessment/phase", NULL, "/a/{assessment}/phase",
	  "version={}&phase=6", true, revised },
	{ "/o/:org/calendar/feed", NULL, NULL, "" },
	{ "/o/:org/calendar/feed/end", NULL, NULL, "" },
	{ 0 },
};
