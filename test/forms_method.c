/* Forms of models, each as it can be saved. */
#include "trial.h"

const struct trial_form forms_method[] = {
	{ 0 },
};
