/* Forms of shared work, each as it can be saved. */
#include "trial.h"

const struct trial_form forms_share[] = {
	{ 0 },
};
