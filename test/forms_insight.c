/* Forms of lists over the organisation, each as it can be saved. */
#include "trial.h"

const struct trial_form forms_insight[] = {
	{ 0 },
};
