/* Forms of findings in depth, each as it can be saved. */
#include "trial.h"

#define A "/a/:assessment"
#define O "/o/:org"

/* Goal 13 suggests R3 of the strategy. */
static void linked(struct trial *t)
{
	CHECK_INT(post(t->st, "from=13&to=rus_norr+R3&why=Klimat",
	               "/o/%s/frameworks/%s/links", t->st->org_key,
	               t->goals)->code, 303);
}

const struct trial_form forms_depth[] = {
	{ O "/frameworks/:framework/links", NULL, NULL, "from=13"
	  "&to=rus_norr+R3&why=Klimat" },
	{ O "/frameworks/:framework/links/remove", NULL, NULL, "from=13"
	  "&to=rus_norr+R3", .before = linked },
	{ O "/links", NULL, NULL, "" },
	{ A "/findings/:no/put-off", "/a/{assessment}/findings/3/put-off",
	  NULL, "goal=g-agenda-8" },
	{ 0 },
};
