/* Long work: its kinds, and the thread that does it, one at a time. */
#include "account/job.h"
#include "app/app.h"
#include "find/find.h"
#include "insight/across.h"

enum { EVERY_S = 1 };

const struct job_work *const app_jobs[] = {
	&across_job, &find_job,
	NULL,
};

static bool once(struct rounds *c)
{
	return job_round(rounds_db(c), rounds_url(c), rounds_ending, c);
}

struct rounds *jobs_start(const char *url)
{
	return rounds_start(url, once, EVERY_S);
}
