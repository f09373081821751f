/* Forms of the short ways in, each as it can be saved. */
#include "trial.h"

const struct trial_form forms_door[] = {
	{ 0 },
};
