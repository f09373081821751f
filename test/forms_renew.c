/* Forms of what is assured again, each as it can be saved. */
#include "trial.h"

const struct trial_form forms_renew[] = {
	{ 0 },
};
