/*
 * Searching: the lists of all words are walked together from the latest id
 * down, each jumping to what the others have next; what is in all of them is
 * read and compared. What happened after the index looked last is compared
 * too, in its place in the same order. The work of one page has a limit: words
 * that are common but seldom meet give a page with a way on.
 */
#include <stdlib.h>

#include "db/db.h"
#include "find/find.h"

enum {
	TAIL        = 200,      /* events after the index that are looked at */
	MOST_TERMS  = MOST_WORDS_ASKED + 1,
	MOST_READ   = 600,      /* entries compared for a page */
	MOST_ROWS   = 500,      /* of lists, a thousand ids in each */
	AT_ONCE     = 8,        /* rows asked for in one question, at most */
};

struct sought {
	struct scope       *s;
	const struct asked *asked;
	struct find_index   index;
	i64                 terms[MOST_TERMS];
	size_t              n_terms;
	struct first_row   *first[MOST_TERMS];  /* of each kind; NULL: unread */
	struct touched_list tail;
	bool                late;
};

/* One list, and the piece of it that has been read: all ids of it from `low`
 * to `high`. */
struct walk {
	i64            term, low, high, rows;
	struct id_list ids;
	size_t         left;            /* of them that are still to come */
	bool           read;
};

/* The lists of a kind, side by side. */
struct walks {
	struct sought *k;
	enum find_kind kind;
	struct walk    v[MOST_TERMS];
	i64            rows;            /* read for this page */
	i64            common;          /* the last id that was in all */
	i64            stopped;         /* it was too much below; 0: not */
};

enum status seek_open(struct scope *s, const struct asked *asked,
                      struct sought **out)
{
	struct sought *k = NEW(s->mem, struct sought);
	struct event_span span = { .most = TAIL, .latest = true };

	k->s = s;
	k->asked = asked;
	for (size_t i = 0; i < asked->n; i++)
		k->terms[k->n_terms++] = asked->words[i].term;
	if (asked->state != ANY_STATE || asked->year != 0 ||
	    asked->unit != NULL)
		k->terms[k->n_terms++] = term_of_filter(
			asked->state, asked->year, asked->unit);
	TRY(index_read(s, &k->index));
	span.seen = k->index.seen;
	TRY(touched_since(s, &span, &k->tail));
	k->late = span.more;
	*out = k;
	return OK;
}

enum status seek_begin(struct sought *k)
{
	for (size_t i = 0; i < k->n_terms; i++) {
		k->first[i] = arena_take(k->s->mem,
		                         FIND_KINDS * sizeof *k->first[i]);
		TRY(word_first(k->s, k->index.generation, k->terms[i],
		               k->first[i]));
	}
	return OK;
}

/* -- one list ------------------------------------------------------------ */

/* The rows that hold what is at or below `most`; more at a time when they are
 * read one after the other. */
static enum status walk_read(struct walks *w, struct walk *l, i64 most)
{
	bool near = l->read && l->low - most <= l->high - l->low;

	l->rows = !near ? 1 : l->rows < AT_ONCE ? l->rows * 2 : AT_ONCE;
	l->ids.n = 0;
	TRY(word_ids(w->k->s, w->k->index.generation, l->term, w->kind, most,
	             l->rows, &l->ids, &l->low));
	l->read = true;
	l->left = l->ids.n;
	l->high = l->left > 0 ? l->ids.v[l->left - 1] : most;
	w->rows += l->rows;
	return OK;
}

/* The highest id at or below `most`, which never rises; 0 if there is none. A
 * piece begins with an id, so one that reaches so far down has one. */
static enum status walk_to(struct walks *w, struct walk *l, i64 most, i64 *id)
{
	size_t low = 0, high;

	if (!l->read || most < l->low)
		TRY(walk_read(w, l, most));
	for (high = l->left; low < high;) {
		size_t middle = low + (high - low) / 2;

		if (l->ids.v[middle] > most)
			high = middle;
		else
			low = middle + 1;
	}
	l->left = low;
	*id = low > 0 ? l->ids.v[low - 1] : 0;
	return OK;
}

/* -- all lists of a kind ------------------------------------------------- */

/* The highest id at or below `most` that is in all; 0: none, or *stopped says
 * how far it came before it was too much. */
static enum status common_to(struct walks *w, i64 most, i64 *id, i64 *stopped)
{
	size_t agree = 0;

	for (size_t i = 0; agree < w->k->n_terms; i++) {
		if (w->rows > MOST_ROWS) {
			*stopped = most;
			most = 0;
			break;
		}
		TRY(walk_to(w, &w->v[i % w->k->n_terms], most, id));
		agree = *id == most ? agree + 1 : 1;
		most = *id;
		if (most == 0)
			break;
	}
	*id = most;
	return OK;
}

/* The same of what is not in the index yet. */
static i64 tail_to(const struct walks *w, i64 most)
{
	const struct touched_list *tail = &w->k->tail;
	i64 best = 0;

	for (size_t i = 0; i < tail->n; i++)
		if (tail->v[i].kind == w->kind && tail->v[i].id <= most &&
		    tail->v[i].id > best)
			best = tail->v[i].id;
	return best;
}

/* Read anew: they may have changed, or gone, since they were indexed. */
static enum status compare(struct walks *w, const i64 *ids, size_t n,
                           struct entry_list *out)
{
	struct scope *s = w->k->s;
	struct entry_list all = {0};

	TRY(entry_some(s, w->kind, ids, n, &all));
	for (size_t i = all.n; i-- > 0;)
		if (entry_fits(s->mem, w->k->asked, &all.v[i]))
			*PUSH(s->mem, out) = all.v[i];
	return OK;
}

/* What has been read of each list already, from the top. */
static struct walks walks_of(struct sought *k, enum find_kind kind)
{
	struct walks w = { .k = k, .kind = kind, .common = INT64_MAX };

	for (size_t i = 0; i < k->n_terms; i++) {
		struct walk *l = &w.v[i];

		l->term = k->terms[i];
		if (k->first[i] == NULL)
			continue;
		l->ids = k->first[i][kind].ids;
		l->left = l->ids.n;
		l->low = l->left > 0 ? l->ids.v[0] : 0;
		l->high = l->left > 0 ? l->ids.v[l->left - 1] : 0;
		l->rows = 1;
		l->read = true;
	}
	return w;
}

/* The next ids at or below `*at`, which moves past them; fewer than asked for
 * when there are no more, or when it became too much. */
static enum status next_ids(struct walks *w, i64 *at, i64 *ids, size_t most,
                            size_t *n)
{
	for (*n = 0; *n < most; ++*n) {
		i64 id = tail_to(w, *at);

		if (w->common > *at)
			TRY(common_to(w, *at, &w->common, &w->stopped));
		id = w->common > id ? w->common : id;
		if (id == 0 || id <= w->stopped)        /* on the next page */
			break;
		ids[*n] = id;
		*at = id - 1;
	}
	return OK;
}

enum status seek_kind(struct sought *k, enum find_kind kind, i64 before,
                      size_t most, struct hits *out)
{
	struct walks w = walks_of(k, kind);
	i64 at = before == 0 ? INT64_MAX - 1 : before - 1;
	i64 ids[ENTRIES_MOST];
	size_t read = 0, n, wanted;

	out->late = k->late;
	do {
		wanted = most + 1 - out->all.n;
		if (wanted > ENTRIES_MOST)
			wanted = ENTRIES_MOST;
		TRY(next_ids(&w, &at, ids, wanted, &n));
		if (n > 0)
			TRY(compare(&w, ids, n, &out->all));
		read += n;
	} while (n == wanted && out->all.n <= most && read < MOST_READ);
	if (out->all.n > most) {
		out->all.n = most;
		out->next = out->all.v[most - 1].id;
	} else if (n == wanted) {
		out->next = at + 1;
	} else {
		out->next = w.stopped == 0 ? 0 : w.stopped + 1;
	}
	return OK;
}

/* -- within one assessment ----------------------------------------------- */

static int by_kind(const void *a, const void *b)
{
	const struct entry *x = a, *y = b;

	if (x->kind != y->kind)
		return x->kind < y->kind ? -1 : 1;
	return x->id > y->id ? -1 : x->id < y->id;
}

enum status seek_within(struct scope *s, i64 assessment,
                        const struct asked *asked, struct entry_list *out)
{
	struct touched_list all = {0};

	TRY(touched_within(s, assessment, &all));
	for (size_t i = 0; i < all.n; i++) {
		struct entry_list one = {0};

		TRY(entry_list(s, all.v[i].kind, all.v[i].id, all.v[i].id, 1,
		               &one));
		if (one.n == 1 && entry_fits(s->mem, asked, &one.v[0]))
			*PUSH(s->mem, out) = one.v[0];
	}
	if (out->n > 0)
		qsort(out->v, out->n, sizeof *out->v, by_kind);
	return OK;
}
