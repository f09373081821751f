/* Forms of what one brings, each as it can be saved. */
#include "trial.h"

#define A "/a/:assessment"
#define ROWS A "/bring/:brought"

const struct trial_form forms_bring[] = {
	{ A "/suggest", NULL, NULL, "text=Utsl%C3%A4ppen+%C3%B6kar" },
	{ A "/suggest/add", NULL, NULL, "pick=1+agenda+8&pick=2+agenda+13" },
	{ A "/suggest/keep", NULL, NULL, "text=Ett+underlag" },
	{ A "/bring", NULL, NULL, "--rows" },
	{ ROWS "/save", NULL, "/a/{assessment}/bring/{brought}", "seen={}" },
	{ ROWS "/drop", NULL, NULL, "" },
	{ 0 },
};
