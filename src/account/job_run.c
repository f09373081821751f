/* Work taken up, done and ended: with a connection that looks, and one that
 * writes. How it went is said in one place, ended(). */
#include <string.h>

#include "account/job.h"
#include "base/clock.h"

enum {
	SAY_US    = 500000,             /* between two notes of progress */
	SILENT_MS = 120000,             /* … without which it is dead */
	TRIES     = 3,
};

/* -- from within the work ------------------------------------------------ */

struct slice { struct job_run *run; struct scope s; job_slice *write;
               void *arg; };

static enum status write_slice(void *arg)
{
	struct slice *sl = arg;

	return sl->write(&sl->s, sl->arg);
}

enum status job_write(struct job_run *run, job_slice *write, void *arg)
{
	struct slice sl = { .run = run, .s = run->s, .write = write,
	                    .arg = arg };
	enum status done;

	sl.s.db = run->write;
	sl.s.now = clock_now();
	sl.s.mem = arena_new();
	done = db_write(run->write, run->s.org, write_slice, &sl);
	arena_free(sl.s.mem);
	return done;
}

static enum status progress(struct scope *s, void *arg)
{
	struct job_run *run = arg;
	struct job *j = &run->job;

	TRY(job_progress(s, j->id, j->done, j->total));
	return job_cancelled(s, j->id, &j->stop);
}

enum status job_step(struct job_run *run, i64 done, i64 total)
{
	i64 now = clock_ticks();
	bool whole = total != run->job.total;

	run->job.done = done;
	run->job.total = total;
	if (!whole && now - run->said < SAY_US)
		return OK;
	run->said = now;
	TRY(job_write(run, progress, run));
	run->stopped = run->job.stop ||
	               (run->ending != NULL && run->ending(run->arg));
	return run->stopped ? BUSY : OK;
}

/* -- one work ------------------------------------------------------------ */

struct taking { struct scope s; i64 id, silent; struct job job; };

static enum status take(void *arg)
{
	struct taking *t = arg;

	TRY(job_take(&t->s, t->id, t->silent));
	return job_by_id(&t->s, t->id, &t->job);
}

static const struct job_work *work_of(const char *kind)
{
	for (const struct job_work *const *w = job_works; *w != NULL; w++)
		if (strcmp((*w)->kind, kind) == 0)
			return *w;
	return NULL;
}

static enum status end(struct scope *s, void *arg)
{
	struct job_run *run = arg;

	run->job.ended_at = run->job.state == JOB_WAITING ? 0 : s->now;
	return job_end(s, &run->job);
}

/* The program that stops is no fault of the work, nor is a full database. */
static void ended(struct job_run *run, enum status done)
{
	struct job *j = &run->job;

	if (done == OK)
		j->state = JOB_DONE;
	else if (run->stopped && j->stop)
		j->state = JOB_CANCELLED;
	else if (run->stopped || (done == BUSY && j->tries < TRIES))
		j->state = JOB_WAITING;
	else
		j->state = JOB_FAILED;
	if (run->stopped && j->state == JOB_WAITING)
		j->tries--;
	if (j->state == JOB_FAILED)
		log_info("job %s of kind %s did not go well", j->key, j->kind);
	if (job_write(run, end, run) != OK)
		log_info("how job %s ended is not noted", j->key);
}

static enum status look(struct job_run *run, const struct job_work *w)
{
	enum status done;

	TRY(db_look(run->s.db));
	done = w->run(run);
	db_look_end(run->s.db);
	return done;
}

static enum status run_it(struct job_run *run, const char *url)
{
	const struct job_work *w = work_of(run->job.kind);
	enum status done;

	if (w == NULL || run->job.tries > TRIES)
		return log_fault("job %s: %s", run->job.key, w == NULL ?
		                 "no such kind" : "tried too often");
	TRY(db_open(url, DB_READ, &run->s.db));
	done = look(run, w);
	db_close(run->s.db);
	return done;
}

static enum status do_it(struct job_run *run, const char *url, i64 org,
                         i64 id, i64 silent)
{
	struct taking t = { .s = run->s, .id = id, .silent = silent };

	t.s.org = org;
	t.s.db = run->write;
	TRY(db_write(run->write, org, take, &t));
	run->job = t.job;
	run->s.org = org;
	run->s.person = t.job.person;
	ended(run, run_it(run, url));
	return OK;
}

/* Where one program writes, what runs and is not ours has no one. */
static i64 silent_since(struct db *db, i64 now)
{
	return db_one_writer(db) ? now + 1 : now - SILENT_MS;
}

static enum status next(struct job_run *run, i64 silent, i64 *org, i64 *id)
{
	struct scope s = run->s;
	enum status found;

	s.db = run->write;
	TRY(db_look(s.db));
	found = job_next(&s, silent, org, id);
	db_look_end(s.db);
	return found;
}

bool job_round(struct db *write, const char *url, bool (*ending)(void *),
               void *arg)
{
	struct job_run run = { .write = write, .ending = ending, .arg = arg,
	                       .s = { .mem = arena_new(),
	                              .now = clock_now() } };
	i64 silent = silent_since(write, run.s.now), org = 0, id = 0;
	bool found = next(&run, silent, &org, &id) == OK;

	if (found && do_it(&run, url, org, id, silent) != OK)
		log_info("a job waits for the next round");
	arena_free(run.s.mem);
	return found && !run.stopped;
}

enum status job_run_now(struct db *write, const char *url, i64 org, i64 id,
                        bool (*ending)(void *))
{
	struct job_run run = { .write = write, .ending = ending,
	                       .s = { .mem = arena_new(),
	                              .now = clock_now() } };
	enum status done = do_it(&run, url, org, id, 0);

	arena_free(run.s.mem);
	return done;
}
