/* What is done apart, in the sandbox, on files from outside and for papers. */
#include "app/app.h"

const struct work app_works[] = {
	{ 0 },
};
