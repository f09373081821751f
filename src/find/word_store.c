/* The table of words, and how far it has come. */
#include "db/db.h"
#include "find/find.h"

/* -- how far ------------------------------------------------------------- */

enum status index_read(struct scope *s, struct find_index *out)
{
	static const char sql[] =
		"SELECT generation, seen,"
		"       CASE WHEN built < $2 THEN 1 ELSE 0 END"
		"  FROM find_state WHERE org_id = $1";

	struct query q = db_query(s, sql, VALUES(of_int(s->org),
	                                         of_int(FIND_BUILT)));

	*out = (struct find_index){0};
	if (query_next(&q)) {
		out->generation = read_int(&q);
		out->seen       = read_int(&q);
		out->old        = read_int(&q) != 0;
	}
	return query_end(&q);
}

/* An organisation gets its row when it is first indexed. */
static enum status state_there(struct scope *s)
{
	static const char sql[] =
		"INSERT INTO find_state (org_id, generation, last, seen, built)"
		" VALUES ($1, 0, 0, 0, $2) ON CONFLICT (org_id) DO NOTHING";

	return db_change_all(s, sql, VALUES(of_int(s->org),
	                                    of_int(FIND_BUILT)));
}

enum status index_move(struct scope *s, const struct find_index *from,
                       i64 seen)
{
	static const char sql[] =
		"UPDATE find_state SET seen = $4"
		" WHERE org_id = $1 AND generation = $2 AND seen = $3";

	enum status done;

	TRY(state_there(s));
	done = db_change(s, sql, VALUES(of_int(s->org),
		of_int(from->generation), of_int(from->seen), of_int(seen)));
	return done == NOT_FOUND ? STALE : done;
}

enum status index_begin(struct scope *s, i64 *generation)
{
	static const char sql[] =
		"UPDATE find_state SET last = last + 1 WHERE org_id = $1"
		" RETURNING last";

	TRY(state_there(s));
	return db_insert(s, sql, VALUES(of_int(s->org)), generation);
}

/* Of two that are built at once, the one that began last stays. */
enum status index_use(struct scope *s, i64 generation, i64 seen)
{
	static const char sql[] =
		"UPDATE find_state SET generation = $2, seen = $3, built = $4"
		" WHERE org_id = $1 AND generation < $2";

	return db_change_all(s, sql, VALUES(
		of_int(s->org), of_int(generation), of_int(seen),
		of_int(FIND_BUILT)));
}

enum status word_forget(struct scope *s, i64 most, bool *more)
{
	static const char which[] =
		"SELECT w.id FROM word w JOIN find_state f"
		"    ON f.org_id = w.org_id"
		" WHERE w.org_id = $1 AND w.generation < f.generation LIMIT $2";
	static const char sql[] =
		"DELETE FROM word WHERE org_id = $1 AND id = $2";

	struct query q = db_query(s, which, VALUES(of_int(s->org),
	                                           of_int(most)));
	struct id_list all = {0};

	while (query_next(&q))
		*PUSH(s->mem, &all) = read_int(&q);
	TRY(query_end(&q));
	*more = (i64)all.n == most;
	for (size_t i = 0; i < all.n; i++)
		TRY(db_change(s, sql, VALUES(of_int(s->org),
		                             of_int(all.v[i]))));
	return OK;
}

/* -- reading ------------------------------------------------------------- */

struct block { i64 id, first; struct bytes ids; };

static enum status unpack(struct scope *s, i64 first, struct bytes ids,
                          struct id_list *out)
{
	return block_unpack(s->mem, first, ids, out) ? OK :
	       log_fault("a list of words is broken: `vagval index` makes it "
	                 "anew");
}

/* Rows come from the highest down; the ids of all of them, rising. */
enum status word_ids(struct scope *s, i64 generation, i64 term,
                     enum find_kind kind, i64 most, i64 blocks,
                     struct id_list *out, i64 *low)
{
	static const char sql[] =
		"SELECT first, ids FROM word WHERE org_id = $1"
		"   AND generation = $2 AND stem = $3 AND kind = $4"
		"   AND first <= $5 ORDER BY first DESC LIMIT $6";

	struct query q = db_query(s, sql, VALUES(
		of_int(s->org), of_int(generation), of_int(term),
		of_int(kind), of_int(most), of_int(blocks)));
	struct { struct block *v; size_t n, room; } all = {0};

	while (query_next(&q)) {
		struct block *b = PUSH(s->mem, &all);

		b->first = read_int(&q);
		b->ids   = read_blob(&q);
	}
	TRY(query_end(&q));
	*low = (i64)all.n < blocks ? 0 : all.v[all.n - 1].first;
	for (size_t i = all.n; i-- > 0;)
		TRY(unpack(s, all.v[i].first, all.v[i].ids, out));
	return OK;
}

/* One question for all kinds: a page that shows a few of each would ask a
 * dozen. */
#define HIGHEST(kind)                                                   \
	"SELECT kind, first, ids FROM (SELECT kind, first, ids"         \
	"  FROM word WHERE org_id = $1 AND generation = $2"             \
	"   AND stem = $3 AND kind = " #kind                            \
	" ORDER BY first DESC LIMIT 1) AS k" #kind
#define AND             " UNION ALL "

_Static_assert((int)FIND_KINDS == 19, "as many as word_first() asks for");

enum status word_first(struct scope *s, i64 generation, i64 term,
                       struct first_row rows[FIND_KINDS])
{
	static const char sql[] =
		HIGHEST(1) AND HIGHEST(2) AND HIGHEST(3) AND HIGHEST(4) AND
		HIGHEST(5) AND HIGHEST(6) AND HIGHEST(7) AND HIGHEST(8) AND
		HIGHEST(9) AND HIGHEST(10) AND HIGHEST(11) AND HIGHEST(12)
		AND HIGHEST(13) AND HIGHEST(14) AND HIGHEST(15) AND
		HIGHEST(16) AND HIGHEST(17) AND HIGHEST(18);

	struct query q = db_query(s, sql, VALUES(
		of_int(s->org), of_int(generation), of_int(term)));
	enum status done = OK;

	while (query_next(&q)) {
		i64 kind = read_int(&q), first = read_int(&q);
		struct bytes ids = read_blob(&q);

		if (kind > 0 && kind < FIND_KINDS && done == OK)
			done = unpack(s, first, ids, &rows[kind].ids);
	}
	TRY(query_end(&q));
	return done;
}

/* -- writing ------------------------------------------------------------- */

/* Of one term and kind. */
struct into { i64 generation, term, kind; };

static enum status block_new(struct scope *s, const struct into *to,
                             const i64 *ids, size_t n)
{
	static const char sql[] =
		"INSERT INTO word (org_id, generation, stem, kind, first, ids)"
		" VALUES ($1, $2, $3, $4, $5, $6)";

	return db_change(s, sql, VALUES(
		of_int(s->org), of_int(to->generation), of_int(to->term),
		of_int(to->kind), of_int(ids[0]),
		of_blob(block_pack(s->mem, ids, n))));
}

static enum status blocks_new(struct scope *s, const struct into *to,
                              const i64 *ids, size_t n)
{
	for (size_t i = 0; i < n; i += BLOCK_MOST)
		TRY(block_new(s, to, ids + i,
		              n - i < BLOCK_MOST ? n - i : BLOCK_MOST));
	return OK;
}

static enum status block_change(struct scope *s, i64 id, const i64 *ids,
                                size_t n)
{
	static const char sql[] =
		"UPDATE word SET first = $3, ids = $4"
		" WHERE org_id = $1 AND id = $2";

	return db_change(s, sql, VALUES(
		of_int(s->org), of_int(id), of_int(ids[0]),
		of_blob(block_pack(s->mem, ids, n))));
}

static const char at_sql[] =
	"SELECT id, first, ids FROM word WHERE org_id = $1"
	"   AND generation = $2 AND stem = $3 AND kind = $4"
	"   AND first <= $5 ORDER BY first DESC LIMIT 1";
static const char above_sql[] =
	"SELECT id, first, ids FROM word WHERE org_id = $1"
	"   AND generation = $2 AND stem = $3 AND kind = $4"
	"   AND first > $5 ORDER BY first LIMIT 1";

static enum status block_get(struct scope *s, const char *sql,
                             const struct into *to, i64 id, struct block *out)
{
	struct query q = db_query(s, sql, VALUES(
		of_int(s->org), of_int(to->generation), of_int(to->term),
		of_int(to->kind), of_int(id)));

	if (query_next(&q)) {
		out->id    = read_int(&q);
		out->first = read_int(&q);
		out->ids   = read_blob(&q);
	}
	return query_end_one(&q);
}

/*
 * The row an id belongs in: the last that begins at or before it, else the
 * first of all; *until: where the one after it begins. NOT_FOUND if there is
 * none.
 */
static enum status block_for(struct scope *s, const struct into *to, i64 id,
                             struct block *out, i64 *until)
{
	struct block next = {0};
	enum status found = block_get(s, at_sql, to, id, out);

	if (found == NOT_FOUND)
		found = block_get(s, above_sql, to, id, out);
	TRY(found);
	found = block_get(s, above_sql, to,
	                  out->first > id ? out->first : id, &next);
	*until = found == OK ? next.first : INT64_MAX;
	return found == NOT_FOUND ? OK : found;
}

/* Two lists in one, each id once; both rise. */
static struct id_list merged(struct arena *mem, const struct id_list *old,
                             const i64 *ids, size_t n)
{
	struct id_list all = {0};
	size_t i = 0, k = 0;

	while (i < old->n || k < n) {
		bool from_old = k == n || (i < old->n && old->v[i] <= ids[k]);
		i64 id = from_old ? old->v[i++] : ids[k++];

		if (all.n == 0 || all.v[all.n - 1] != id)
			*PUSH(mem, &all) = id;
	}
	return all;
}

/* A row that grew too long is cut: at its end if it grew there, which is where
 * it goes on growing, else in halves. */
static enum status block_fill(struct scope *s, const struct into *to,
                              const struct block *b, const i64 *ids, size_t n)
{
	struct id_list old = {0}, all;
	size_t keep;

	TRY(unpack(s, b->first, b->ids, &old));
	all = merged(s->mem, &old, ids, n);
	if (all.n == old.n)
		return OK;
	keep = all.n <= BLOCK_MOST ? all.n :
	       ids[0] > old.v[old.n - 1] ? BLOCK_MOST : all.n / 2;
	TRY(block_change(s, b->id, all.v, keep));
	return blocks_new(s, to, all.v + keep, all.n - keep);
}

static enum status word_merge(struct scope *s, const struct into *to,
                              const i64 *ids, size_t n)
{
	for (size_t i = 0, m; i < n; i += m) {
		struct block b = {0};
		i64 until;
		enum status found = block_for(s, to, ids[i], &b, &until);

		if (found == NOT_FOUND)
			return blocks_new(s, to, ids + i, n - i);
		TRY(found);
		for (m = 1; i + m < n && ids[i + m] < until; m++)
			;
		TRY(block_fill(s, to, &b, ids + i, m));
	}
	return OK;
}

enum status word_add(struct scope *s, i64 generation, const struct posting *p,
                     size_t n, bool fresh)
{
	struct into to = { generation, p->term, p->kind };
	i64 *ids = arena_take(s->mem, n * sizeof *ids);

	for (size_t i = 0; i < n; i++)
		ids[i] = p[i].id;
	return fresh ? blocks_new(s, &to, ids, n) : word_merge(s, &to, ids, n);
}
