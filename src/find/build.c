/*
 * All anew: everything that can be found is read, a slice at a time, and
 * written as a new generation beside the one in use. A program that finds an
 * old index does it as long work when it starts.
 */
#include <stdlib.h>

#include "account/account.h"
#include "account/job.h"
#include "find/find.h"
#include "find/find.msg"
#include "find/index.h"

enum {
	ENTRIES = 500,          /* of one kind, read at a time */
	ROWS    = 400,          /* written at a time, some 10 ms */
	KINDS   = FIND_KINDS - FIND_ASSESSMENT,
};

struct build {
	const struct find_build *how;
	struct scope        s;          /* memory of each slice */
	struct word_memory *known;
	struct heap         heap;
	i64                 generation, seen, entries;
	size_t              written, reached;
	bool                more;
};

/* What happens from here on is read again when the new one is in use. */
static enum status begin(void *arg)
{
	struct build *b = arg;

	TRY(event_last(&b->s, &b->seen));
	return index_begin(&b->s, &b->generation);
}

static enum status write_rows(void *arg)
{
	struct build *b = arg;
	size_t n;

	b->reached = b->written;
	for (int row = 0; row < ROWS && b->reached < b->heap.n; row++) {
		n = heap_run(&b->heap, b->reached);
		TRY(word_add(&b->s, b->generation, &b->heap.v[b->reached], n,
		             true));
		b->reached += n;
	}
	return OK;
}

static enum status flush(struct build *b)
{
	heap_sort(&b->heap);
	b->written = 0;
	while (b->written < b->heap.n) {
		TRY(db_write(b->s.db, b->s.org, write_rows, b));
		b->written = b->reached;
		arena_reset(b->s.mem);
	}
	b->heap.n = 0;
	return OK;
}

static enum status look_from(struct build *b, enum find_kind kind, i64 *from)
{
	struct entry_list all = {0};
	enum status done;

	TRY(db_look(b->s.db));
	done = entry_list(&b->s, kind, *from, INT64_MAX, ENTRIES, &all);
	db_look_end(b->s.db);
	TRY(done);
	heap_entries(&b->heap, b->s.mem, b->known, &all);
	b->entries += (i64)all.n;
	b->more = all.n == ENTRIES;
	if (all.n > 0)
		*from = all.v[all.n - 1].id + 1;
	arena_reset(b->s.mem);
	return OK;
}

static enum status build_kind(struct build *b, enum find_kind kind)
{
	i64 from = 0;

	do {
		if (b->how->far != NULL)
			TRY(b->how->far(b->how->arg, kind - FIND_ASSESSMENT,
			                KINDS));
		TRY(look_from(b, kind, &from));
		if (b->heap.n >= b->how->most)
			TRY(flush(b));
	} while (b->more);
	return OK;
}

static enum status use(void *arg)
{
	struct build *b = arg;

	return index_use(&b->s, b->generation, b->seen);
}

static enum status forget(void *arg)
{
	struct build *b = arg;

	return word_forget(&b->s, ROWS, &b->more);
}

static enum status build(struct build *b)
{
	TRY(db_write(b->s.db, b->s.org, begin, b));
	for (int kind = FIND_ASSESSMENT; kind < FIND_KINDS; kind++)
		TRY(build_kind(b, (enum find_kind)kind));
	TRY(flush(b));
	TRY(db_write(b->s.db, b->s.org, use, b));
	do {
		TRY(db_write(b->s.db, b->s.org, forget, b));
		arena_reset(b->s.mem);
	} while (b->more);
	return OK;
}

enum status find_rebuild(struct db *db, i64 org, i64 now,
                         const struct find_build *how, i64 *entries)
{
	struct build b = { .s = { .db = db, .mem = arena_new(), .org = org,
	                          .now = now },
	                   .known = word_memory_new(), .how = how };
	enum status done = build(&b);

	*entries = b.entries;
	word_memory_free(b.known);
	free(b.heap.v);
	arena_free(b.s.mem);
	return done;
}

/* -- as long work -------------------------------------------------------- */

static enum status far(void *arg, i64 done, i64 total)
{
	return job_step(arg, done, total);
}

static enum status run(struct job_run *job)
{
	const struct find_build how = { FIND_POSTINGS, far, job };
	i64 entries = 0;

	TRY(find_rebuild(job->write, job->s.org, job->s.now, &how, &entries));
	return job_step(job, KINDS, KINDS);
}

const struct job_work find_job = { "index", FIND_WORK, run };

static enum status note(void *arg)
{
	struct job j;

	return job_note(arg, find_job.kind, "", &j);
}

static enum status note_if_old(struct scope *s)
{
	struct find_index index = {0};
	enum status done;

	TRY(db_look(s->db));
	done = index_read(s, &index);
	db_look_end(s->db);
	TRY(done);
	return index.old ? db_write(s->db, s->org, note, s) : OK;
}

void find_note_old(struct db *db, i64 now)
{
	struct scope s = { .db = db, .mem = arena_new(), .now = now };
	struct org_list all = {0};

	if (find_orgs(db, s.mem, &all) != OK)
		all.n = 0;
	for (size_t i = 0; i < all.n; i++) {
		s.org = all.v[i].id;
		if (note_if_old(&s) != OK)
			log_info("an old index of words waits for the next "
			         "start");
	}
	arena_free(s.mem);
}
