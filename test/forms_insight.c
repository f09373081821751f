/* Forms of lists over the organisation, each as it can be saved. */
#include "trial.h"

#define O "/o/:org"

const struct trial_form forms_insight[] = {
	{ O "/jobs/:job/cancel", NULL, NULL, "" },
	{ 0 },
};
