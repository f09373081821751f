/* Forms of help, each as it can be saved. */
#include "trial.h"

const struct trial_form forms_help[] = {
	{ 0 },
};
