/* Forms of review and sign-off, each as it can be saved. */
#include "trial.h"

const struct trial_form forms_review[] = {
	{ 0 },
};
