/* Forms of findings in depth, each as it can be saved. */
#include "trial.h"

const struct trial_form forms_depth[] = {
	{ 0 },
};
