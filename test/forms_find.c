/* Forms of search, each as it can be saved. */
#include "trial.h"

const struct trial_form forms_find[] = {
	{ 0 },
};
