/* Forms of what one brings, each as it can be saved. */
#include "trial.h"

const struct trial_form forms_bring[] = {
	{ 0 },
};
