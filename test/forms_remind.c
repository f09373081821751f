/* Forms of reminders, each as it can be saved. */
#include "trial.h"

const struct trial_form forms_remind[] = {
	{ 0 },
};
