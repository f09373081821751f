/* The engine fails at its first call, its second … : nothing is half-saved. */
#include "base/rights.h"
#include "db/engine.h"
#include "trial.h"

/* Every call at first, then ever fewer: long ways are many rows of one kind. */
static i64 next_fault(i64 n)
{
	return n + 1 + n / 3;
}

/* One visit whose nth call of the engine fails; was there an nth? */
static bool fails_at(struct trial *t, const struct route *at, i64 n, int *code)
{
	struct db *db = t->st->db;
	struct req *r = trial_visit(t, at);
	i64 calls;

	db->calls = 0;
	db->fail_at = n;
	serve(r);
	calls = db->calls;
	db->fail_at = 0;
	*code = r->bytes.n > 0 || (at->looks && r->code == 200) ? 303 :
	        r->code;
	return calls >= n;
}

static int complain(const struct route *at, i64 n, const char *what)
{
	print_error("%s, call %lld: %s\n", at->path, n, what);
	return 1;
}

/*
 * A fault with nothing to lose, such as in looking for a lock, may pass. What
 * there is after one fault is what there was before the next.
 */
static int try_fault(struct trial *t, const struct route *at, i64 n,
                     struct snap *was, bool *again, int *code)
{
	struct snap after;
	struct arena *kept = t->st->mem;
	const char *moved;
	bool failed;
	int bad = 0;

	t->st->mem = arena_new();
	failed = fails_at(t, at, n, code);
	after = snap_take(t->st);
	moved = snap_differs(t->st, was, &after, "attempt");
	*was = after;
	if (*code != 303 && moved != NULL)
		bad += complain(at, n, moved);
	if (failed && *code < 500 && *code != 303)
		bad += complain(at, n, "hides a fault");
	if (!failed && *code != 303)
		bad += complain(at, n, "is not saved in the end");
	arena_free(t->st->mem);
	t->st->mem = kept;
	*again = failed && bad == 0;
	return bad;
}

static int try_route(const struct route *at)
{
	struct trial t = trial_for(at);
	struct snap was = snap_take(t.st);
	int bad = 0, code = 0;
	bool again = true;

	for (i64 n = 1; again; n = next_fault(n)) {
		bad += try_fault(&t, at, n, &was, &again, &code);
		if (again && code == 303) {
			stage_close(t.st);
			t = trial_for(at);
			was = snap_take(t.st);
		}
	}
	stage_close(t.st);
	return bad;
}

/* Rows of an assessment and its meetings, or all others: two at once. */
static void try_rows(bool of_assessment)
{
	size_t n = 0;
	int bad = 0;

	for (const struct route *const *t = trial_tables(); *t; t++)
		for (const struct route *at = *t; at->path != NULL; at++) {
			const struct trial_form *f = trial_form_of(at);
			bool is = at->ground == ON_ASSESSMENT ||
			          at->ground == ON_WORKSHOP;

			if (at->method == POST && f != NULL &&
			    f->fields != NULL && is == of_assessment &&
			    n++ % trial_step() == 0)
				bad += try_route(at);
		}
	CHECK_INT(bad, 0);
}

TEST(a_fault_at_any_moment_leaves_no_assessment_half_saved)
{
	try_rows(true);
}

TEST(a_fault_at_any_moment_leaves_nothing_else_half_saved)
{
	try_rows(false);
}
