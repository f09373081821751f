/* Filling the index: a slice of what has happened at a time, or all anew. What
 * is to be written is found out by a look first, so that the writer of the
 * organisation is held only while it is written. */
#include <stdlib.h>

#include "account/account.h"
#include "base/clock.h"
#include "db/db.h"
#include "find/find.h"

enum {
	EVENTS      = 200,      /* read at a time */
	ENTRIES     = 500,      /* … of one kind, when all is read */
	ROWS        = 400,      /* written at a time, some 10 ms */
};

/* Postings with memory of their own, which is used again. */
struct heap { struct posting *v; size_t n, room; };

static void heap_add(struct heap *h, i64 term, i64 kind, i64 id)
{
	if (h->n == h->room) {
		h->room = h->room == 0 ? 4096 : h->room * 2;
		h->v = realloc(h->v, h->room * sizeof *h->v);
		if (h->v == NULL)
			panic("out of memory");
	}
	h->v[h->n++] = (struct posting){ term, kind, id };
}

static int by_list(const void *a, const void *b)
{
	const struct posting *x = a, *y = b;

	if (x->term != y->term)
		return x->term < y->term ? -1 : 1;
	if (x->kind != y->kind)
		return x->kind < y->kind ? -1 : 1;
	return x->id < y->id ? -1 : x->id > y->id;
}

static void heap_sort(struct heap *h)
{
	if (h->n > 0)
		qsort(h->v, h->n, sizeof *h->v, by_list);
}

/* How many from there on are of the same term and kind. */
static size_t run_of(const struct heap *h, size_t from)
{
	size_t n = 1;

	while (from + n < h->n && h->v[from + n].term == h->v[from].term &&
	       h->v[from + n].kind == h->v[from].kind)
		n++;
	return n;
}

static void heap_entries(struct heap *h, struct arena *mem,
                         struct word_memory *known,
                         const struct entry_list *all)
{
	for (size_t i = 0; i < all->n; i++) {
		const struct entry *e = &all->v[i];
		struct term_list terms = entry_terms(mem, known, e);

		for (size_t k = 0; k < terms.n; k++)
			heap_add(h, terms.v[k], e->kind, e->id);
	}
}

/* -- a slice of what has happened ---------------------------------------- */

struct slice {
	struct scope      s;
	struct find_index from;
	struct event_span span;
	struct heap       heap;
};

static enum status look_at(struct slice *c)
{
	struct touched_list touched = {0};
	struct entry_list all = {0};
	struct word_memory *known;

	TRY(index_read(&c->s, &c->from));
	c->span = (struct event_span){ c->from.seen, EVENTS, false, 0, false };
	TRY(touched_since(&c->s, &c->span, &touched));
	for (size_t i = 0; i < touched.n; i++)
		TRY(entry_list(&c->s, touched.v[i].kind, touched.v[i].id,
		               touched.v[i].id, 1, &all));
	if (all.n == 0)
		return OK;
	known = word_memory_new();
	heap_entries(&c->heap, c->s.mem, known, &all);
	word_memory_free(known);
	heap_sort(&c->heap);
	return OK;
}

/* Somebody else was here meanwhile: nothing is lost by leaving it to them. */
static enum status write_slice(void *arg)
{
	struct slice *c = arg;
	enum status moved = index_move(&c->s, &c->from, c->span.last);

	if (moved == STALE)
		return OK;
	TRY(moved);
	for (size_t i = 0, n; i < c->heap.n; i += n) {
		n = run_of(&c->heap, i);
		TRY(word_add(&c->s, c->from.generation, &c->heap.v[i], n,
		             false));
	}
	return OK;
}

/* True if there is more to do. Events that touch nothing are not worth a
 * commit until there are many. */
bool find_slice(struct db *db, i64 org, i64 now)
{
	struct slice c = { .s = { .db = db, .mem = arena_new(), .org = org,
	                          .now = now } };
	enum status done = db_look(db);

	if (done == OK) {
		done = look_at(&c);
		db_look_end(db);
	}
	if (done == OK && (c.heap.n > 0 || c.span.more))
		done = db_write(db, org, write_slice, &c);
	if (done != OK)
		log_info("the index of words waits for the next round");
	free(c.heap.v);
	arena_free(c.s.mem);
	return done == OK && c.span.more;
}

static enum status all_orgs(struct db *db, struct arena *mem,
                            struct org_list *out)
{
	struct scope s = { .db = db, .mem = mem };
	enum status done;

	TRY(db_look(db));
	done = org_all(&s, out);
	db_look_end(db);
	return done;
}

bool find_round(struct db *db, i64 now)
{
	struct arena *mem = arena_new();
	struct org_list all = {0};
	bool more = false;

	if (all_orgs(db, mem, &all) != OK)
		all.n = 0;
	for (size_t i = 0; i < all.n; i++)
		if (find_slice(db, all.v[i].id, now))
			more = true;
	arena_free(mem);
	return more;
}

/* -- all anew ------------------------------------------------------------ */

struct build {
	struct scope        s;          /* memory of each slice */
	struct word_memory *known;
	struct heap         heap;
	i64                 generation, seen, entries;
	size_t              most, written, reached;
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
		n = run_of(&b->heap, b->reached);
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
		TRY(look_from(b, kind, &from));
		if (b->heap.n >= b->most)
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

enum status find_rebuild(struct db *db, i64 org, i64 now, size_t most,
                         i64 *entries)
{
	struct build b = { .s = { .db = db, .mem = arena_new(), .org = org,
	                          .now = now },
	                   .known = word_memory_new(), .most = most };
	enum status done = build(&b);

	*entries = b.entries;
	word_memory_free(b.known);
	free(b.heap.v);
	arena_free(b.s.mem);
	return done;
}
