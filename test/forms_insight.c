/* Forms of lists over the organisation, each as it can be saved. */
#include "trial.h"

#define A "/a/:assessment"
#define O "/o/:org"

const struct trial_form forms_insight[] = {
	{ O "/jobs/:job/cancel", NULL, NULL, "" },
	{ O "/across", NULL, NULL, "" },
	{ A "/across/:other/take", NULL, NULL, "sign=1", false, trial_other },
	{ A "/across/:other/leave", NULL, NULL, "sign=1&why=Olika+delar",
	  false, trial_other },
	{ 0 },
};
