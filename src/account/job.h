/*
 * Long work of an organisation: too long for a visit, so a thread does it
 * (app/jobs.c), one at a time, while its progress and whether it shall stop are
 * rows that anybody sees. It computes with a connection that looks at one
 * snapshot, and writes in slices, each as short as a visit's. A program that is
 * killed takes the work up from its beginning at the next start; what was
 * written in slices is there already, so each must bear being done twice.
 *
 * A room adds a kind: a struct job_work, and a pointer to it in app/jobs.c. A
 * POST starts one by job_note() and goes to its page (job_address()).
 */
#ifndef JOB_H
#define JOB_H

#include "db/db.h"

struct sentence;

/* Stored as numbers: add at the end, never renumber. */
enum job_state {
	JOB_WAITING = 1, JOB_RUNNING, JOB_DONE, JOB_FAILED, JOB_CANCELLED,
};

struct job {
	i64            id;
	const char    *key, *kind, *about;
	enum job_state state;
	bool           stop;            /* somebody wants it to end */
	i64            tries, done, total;
	const char    *note;    /* where in the organisation what came
	                         * of it is: "across"; or "" */
	i64            person;
	const char    *person_name;
	i64            made_at, started_at, ended_at;
};
struct job_list { struct job *v; size_t n, room; };

/* -- doing it ------------------------------------------------------------ */

struct job_run {
	struct scope s;                 /* looks; memory lasts the whole run */
	struct job   job;               /* .note may be set by the run */
	struct db   *write;
	bool       (*ending)(void *);   /* does the program stop? */
	void        *arg;
	i64          said;              /* ticks of the last job_step() told */
	bool         stopped;           /* by a person or by the program */
};

/*
 * OK when it is done. Whatever job_step() and job_write() answer that is not OK
 * is handed on; what it was is known here.
 */
struct job_work {
	const char            *kind;
	const struct sentence *title;
	enum status          (*run)(struct job_run *);
};

/* All kinds, ends with NULL; app sets it once, before any visit. */
extern const struct job_work *const *job_works;

/* Says how far it is, at most twice a second; call it often. Not OK: end. */
enum status job_step(struct job_run *, i64 done, i64 total) MUST_USE;

/* One slice: a transaction with a scope and memory of its own. */
typedef enum status job_slice(struct scope *, void *arg);
enum status job_write(struct job_run *, job_slice *, void *) MUST_USE;

/*
 * Takes up the work that has waited longest and does it; false when there was
 * none. `url` is for the connection that looks. `ending` may be NULL.
 */
bool job_round(struct db *write, const char *url, bool (*ending)(void *),
               void *arg);

/* This one, here and now. NOT_FOUND if it does not wait. */
enum status job_run_now(struct db *write, const char *url, i64 org, i64 id,
                        bool (*ending)(void *)) MUST_USE;

/* -- store --------------------------------------------------------------- */

/* One that waits or goes on already with the same kind and about is it. */
enum status job_note(struct scope *, const char *kind, const char *about,
                     struct job *) MUST_USE;
enum status job_get(struct scope *, const char *key, struct job *) MUST_USE;
enum status job_by_id(struct scope *, i64 id, struct job *) MUST_USE;
/* Newest first; of a kind, or NULL for all. */
enum status job_list(struct scope *, const char *kind, i64 most,
                     struct job_list *) MUST_USE;

/* One that waits ends at once, one that goes on when it next asks. DENIED when
 * it has ended. */
enum status job_cancel(struct scope *, const struct job *) MUST_USE;
enum status job_cancelled(struct scope *, i64 id, bool *out) MUST_USE;

/* For the thread. Who is next, of any organisation: one that waits, or one
 * that has not been heard of since `silent`. NOT_FOUND if none. */
enum status job_next(struct scope *, i64 silent, i64 *org, i64 *id) MUST_USE;
enum status job_take(struct scope *, i64 id, i64 silent) MUST_USE;
enum status job_progress(struct scope *, i64 id, i64 done, i64 total)
	MUST_USE;
enum status job_end(struct scope *, const struct job *) MUST_USE;

/* -- web ----------------------------------------------------------------- */

struct req;
struct route;
extern const struct route *const job_routes;

/* "/o/KEY/jobs/KEY" */
const char *job_address(const struct req *, const struct job *);

/* Icon and word of where it stands. */
void        job_state_shown(struct req *, const struct job *);

#endif
