/* Forms of mail, each as it can be saved. */
#include "trial.h"

const struct trial_form forms_mail[] = {
	{ 0 },
};
