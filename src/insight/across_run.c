/* The finder over all as long work: reads everything in slices, then tries one
 * assessment after the other and writes what it found in slices. */
#include "account/job.h"
#include "insight/across.h"
#include "insight/across.msg"

enum {
	READ_MOST = 2000,               /* assessments in a slice that reads */
	SAVE_MOST = 250,                /* … that writes */
	PARTS     = 2,                  /* reading and trying count alike */
};

struct finder {
	struct job_run *run;
	struct net     *net;
	i64             read;           /* assessments so far */
	size_t          at, to;         /* the slice that is written */
	struct best     best[SAVE_MOST];        /* … and what it says */
};

/* -- reading ------------------------------------------------------------- */

static void take_mark(void *arg, i64 assessment, i64 goal, i64 direction,
                      const char *word)
{
	(void)word;
	net_mark(arg, assessment, goal, (int)direction);
}

static void take_place(void *arg, i64 assessment, i64 number, i64 other,
                       const char *word)
{
	(void)number;
	(void)other;
	net_share(arg, assessment, SHARE_PLACE, word);
}

/* An actor is known by its number, as a word. */
static void take_actor(void *arg, i64 assessment, i64 actor, i64 other,
                       const char *word)
{
	char digits[24], *at = digits + sizeof digits - 1;

	(void)other;
	(void)word;
	for (*at = '\0'; actor > 0; actor /= 10)
		*--at = (char)('0' + actor % 10);
	net_share(arg, assessment, SHARE_ACTOR, at);
}

/* What was read of a slice is in the net; the rest goes with its memory. */
static enum status read_slice(struct finder *f, struct scope *s, i64 *after,
                              size_t *n)
{
	struct facts_list all = {0};
	i64 from = *after, to;

	TRY(facts_after(s, from, READ_MOST, &all));
	*n = all.n;
	if (all.n == 0)
		return OK;
	for (size_t i = 0; i < all.n; i++)
		net_add(f->net, &all.v[i]);
	to = *after = all.v[all.n - 1].id;
	TRY(places_between(s, from, to, take_place, f->net));
	TRY(actors_between(s, from, to, take_actor, f->net));
	return marks_between(s, from, to, take_mark, f->net);
}

static enum status read_all(struct finder *f, i64 *total)
{
	struct scope s = f->run->s;
	enum status done = OK;
	i64 after = 0;
	size_t n = 1;

	TRY(across_count(&s, total));
	s.mem = arena_new();
	while (done == OK && n > 0) {
		done = job_step(f->run, f->read, *total * PARTS);
		if (done == OK)
			done = read_slice(f, &s, &after, &n);
		f->read += (i64)n;
		arena_reset(s.mem);
	}
	arena_free(s.mem);
	return done;
}

/* -- trying and writing -------------------------------------------------- */

/* What is tried is tried before the transaction, so that it is short. */
static enum status save_slice(struct scope *s, void *arg)
{
	struct finder *f = arg;

	for (size_t i = f->at; i < f->to; i++) {
		const struct best *b = &f->best[i - f->at];

		if (b->n_conflicts + b->n_synergies > 0)
			TRY(across_save(s, net_id(f->net, i), b,
			                f->run->s.now));
	}
	return OK;
}

static enum status forget(struct scope *s, void *arg)
{
	const struct finder *f = arg;

	return across_forget(s, f->run->s.now);
}

static enum status try_all(struct finder *f, i64 total)
{
	size_t n = net_count(f->net);

	for (; f->at < n; f->at = f->to) {
		f->to = f->at + SAVE_MOST < n ? f->at + SAVE_MOST : n;
		for (size_t i = f->at; i < f->to; i++)
			net_best(f->net, i, &f->best[i - f->at]);
		TRY(job_step(f->run, total + (i64)f->at, total * PARTS));
		TRY(job_write(f->run, save_slice, f));
	}
	f->run->job.note = "across";
	return job_write(f->run, forget, f);
}

static enum status run(struct job_run *job)
{
	struct finder *f = NEW(job->s.mem, struct finder);
	i64 *goals = NULL, total = 0;
	size_t n = 0;

	TRY(goals_all(&job->s, &goals, &n));
	f->run = job;
	f->net = net_new(job->s.mem, goals, n);
	TRY(read_all(f, &total));
	net_close(f->net);
	return try_all(f, total);
}

const struct job_work across_job = { "across", X_WORK, run };
