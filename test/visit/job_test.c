/* Long work: done aside, seen while it goes on, and stopped. */
#include <unistd.h>

#include "account/job.h"
#include "app/app.h"
#include "base/rights.h"
#include "stage.h"

static int steps;       /* done by the work below */

static enum status a_slice(struct scope *s, void *arg)
{
	(void)arg;
	return event_note(s, "job", 0, "slice", NULL);
}

/* Ten steps, each a slice; stops when it is told to. */
static enum status ten(struct job_run *run)
{
	for (steps = 0; steps < 10; steps++) {
		TRY(job_write(run, a_slice, NULL));
		run->said = 0;
		TRY(job_step(run, steps, 10));
	}
	run->job.note = "what-it-was";
	return OK;
}

/* Somebody presses the button while it is at its third step. */
static struct stage *presser;
static const char *pressed;

static enum status pressed_at_three(struct job_run *run)
{
	for (steps = 0; steps < 10; steps++) {
		if (steps == 3)
			CHECK_INT(post(presser, "", "/o/%s/jobs/%s/cancel",
			               presser->org_key, pressed)->code, 303);
		run->said = 0;
		TRY(job_step(run, steps, 10));
	}
	return OK;
}

static enum status broken(struct job_run *run)
{
	TRY(job_step(run, 1, 10));
	return FAULT;
}

static bool stops_now(void *arg)
{
	(void)arg;
	return true;
}

static const struct sentence title[1] = { { { "Tio", "Ten" } } };
static const struct job_work works[] = {
	{ "ten", title, ten }, { "pressed", title, pressed_at_three },
	{ "broken", title, broken },
};
static const struct job_work *const all[] = {
	&works[0], &works[1], &works[2], NULL,
};

static struct stage *with_works(void)
{
	struct stage *st = stage_open(NULL);

	job_works = all;
	return st;
}

static void ended(struct stage *st)
{
	stage_close(st);
	job_works = app_jobs;
}

static struct job begun(struct stage *st, const char *kind)
{
	struct scope s = stage_scope(st);
	struct job j = {0};

	IN_WRITE(st, job_note(&s, kind, "", &j));
	return j;
}

static enum status done(struct stage *st, const struct job *j)
{
	return job_run_now(st->db, stage_database(), st->org, j->id, NULL);
}

static struct job now_of(struct stage *st, const struct job *j)
{
	struct scope s = stage_scope(st);
	struct job now = {0};

	CHECK_OK(job_get(&s, j->key, &now));
	return now;
}

TEST(work_is_done_once_and_its_page_leads_to_what_came_of_it)
{
	struct stage *st = with_works();
	struct job j = begun(st, "ten"), again = begun(st, "ten");
	struct req *r = get(st, "/o/%s/jobs/%s", st->org_key, j.key);

	CHECK_TEXT(j.key, again.key);
	CHECK_HAS(PAGE(r), "Väntar på sin tur");
	CHECK_HAS(PAGE(r), "data-live=");
	CHECK_OK(done(st, &j));
	CHECK_INT(steps, 10);
	CHECK_INT(done(st, &j), NOT_FOUND);
	CHECK_INT(now_of(st, &j).state, JOB_DONE);
	r = get(st, "/o/%s/jobs/%s", st->org_key, j.key);
	CHECK_HAS(PAGE(r), "/what-it-was");
	CHECK_HAS_NOT(PAGE(r), "data-live=");
	CHECK_HAS(PAGE(get(st, "/o/%s/jobs", st->org_key)), "Klart");
	ended(st);
}

TEST(work_stops_at_its_next_step_when_somebody_presses_the_button)
{
	struct stage *st = with_works();
	struct job j = begun(st, "pressed");

	presser = st;
	pressed = j.key;
	CHECK_OK(done(st, &j));
	CHECK_INT(steps, 3);
	CHECK_INT(now_of(st, &j).state, JOB_CANCELLED);
	ended(st);
}

TEST(only_who_began_it_or_an_administrator_stops_work)
{
	struct stage *st = with_works();
	struct job j = begun(st, "ten");

	stage_as_new(st, READ);
	CHECK_HAS_NOT(PAGE(get(st, "/o/%s/jobs/%s", st->org_key, j.key)),
	              "/cancel");
	CHECK_INT(post(st, "", "/o/%s/jobs/%s/cancel", st->org_key,
	               j.key)->code, 403);
	stage_as_new(st, READ | ADMIN);
	CHECK_INT(post(st, "", "/o/%s/jobs/%s/cancel", st->org_key,
	               j.key)->code, 303);
	CHECK_INT(now_of(st, &j).state, JOB_CANCELLED);
	CHECK_INT(done(st, &j), NOT_FOUND);
	ended(st);
}

TEST(work_that_goes_wrong_says_so_and_a_program_that_stops_takes_it_up_again)
{
	struct stage *st = with_works();
	struct job bad = begun(st, "broken"), j;

	CHECK_OK(done(st, &bad));
	CHECK_INT(now_of(st, &bad).state, JOB_FAILED);
	CHECK_HAS(PAGE(get(st, "/o/%s/jobs/%s", st->org_key, bad.key)),
	          "Gick inte att göra klart");
	j = begun(st, "ten");
	CHECK_OK(job_run_now(st->db, stage_database(), st->org, j.id,
	                     stops_now));
	CHECK_INT(steps, 0);
	CHECK_INT(now_of(st, &j).state, JOB_WAITING);
	CHECK_OK(done(st, &j));
	CHECK_INT(now_of(st, &j).state, JOB_DONE);
	ended(st);
}
