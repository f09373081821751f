/* Filling the index: a slice of what has happened at a time. What is to be
 * written is found out by a look first, so that the writer of the organisation
 * is held only while it is written. */
#include <stdlib.h>

#include "account/account.h"
#include "db/db.h"
#include "find/find.h"
#include "find/index.h"

enum { EVENTS = 200 };          /* read at a time */

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

void heap_sort(struct heap *h)
{
	if (h->n > 0)
		qsort(h->v, h->n, sizeof *h->v, by_list);
}

/* How many from there on are of the same term and kind. */
size_t heap_run(const struct heap *h, size_t from)
{
	size_t n = 1;

	while (from + n < h->n && h->v[from + n].term == h->v[from].term &&
	       h->v[from + n].kind == h->v[from].kind)
		n++;
	return n;
}

void heap_entries(struct heap *h, struct arena *mem,
                  struct word_memory *known, const struct entry_list *all)
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
		n = heap_run(&c->heap, i);
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

enum status find_orgs(struct db *db, struct arena *mem, struct org_list *out)
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

	if (find_orgs(db, mem, &all) != OK)
		all.n = 0;
	for (size_t i = 0; i < all.n; i++)
		if (find_slice(db, all.v[i].id, now))
			more = true;
	arena_free(mem);
	return more;
}
