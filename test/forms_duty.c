/* Forms of duties, each as it can be saved. */
#include "trial.h"

const struct trial_form forms_duty[] = {
	{ 0 },
};
