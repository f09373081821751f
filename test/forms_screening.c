/* Forms of screening, each as it can be saved. */
#include "trial.h"

const struct trial_form forms_screening[] = {
	{ 0 },
};
