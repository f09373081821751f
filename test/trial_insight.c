/* What the lists over the organisation need in the example. */
#include "account/job.h"
#include "trial.h"

void trial_insight(struct trial *e)
{
	struct scope s = stage_scope(e->st);
	struct job j = {0};

	IN_WRITE(e->st, job_note(&s, "across", "", &j));
	e->job = j.key;
}
