/* Rows for the finder over all, in slices; what it found; and stands taken. */
#include <stdlib.h>

#include "assess/assess.h"
#include "base/rights.h"
#include "base/text.h"
#include "db/db.h"
#include "insight/across_near.h"

/* -- assessments --------------------------------------------------------- */

#define FACTS                                                           \
	"SELECT a.id, a.subject_id, a.key, s.title, s.belongs_to, s.place," \
	"       s.unit, a.made_at, s.decided_on, a.next_review"

static void read_facts(struct query *q, struct facts *f)
{
	i64 made, decided;

	f->id         = read_int(q);
	f->subject    = read_int(q);
	f->key        = read_text(q);
	f->title      = read_text(q);
	f->belongs_to = read_text(q);
	f->place      = read_text(q);
	f->unit       = read_text(q);
	made          = read_int(q);
	decided       = read_int(q);
	f->period     = period_of(made, decided, read_int(q));
}

/* Not what was stopped, has ended, or stands aside for another. */
_Static_assert(ASSESS_CLOSED == 9 && ASSESS_STOPPED == 11 &&
               ASSESS_REPLACED == 12, "as the statements say");

enum status facts_after(struct scope *s, i64 after, i64 most,
                        struct facts_list *out)
{
	static const char sql[] =
		FACTS "  FROM assessment a"
		"  JOIN subject s ON s.org_id = $1 AND s.id = a.subject_id"
		" WHERE a.org_id = $1 AND a.id > $2"
		"   AND a.state NOT IN (9, 11, 12)"
		" ORDER BY a.id LIMIT $3";

	struct query q = db_query(s, sql, VALUES(
		of_int(s->org), of_int(after), of_int(most)));

	while (query_next(&q))
		read_facts(&q, PUSH(s->mem, out));
	return query_end(&q);
}

enum status facts_of(struct scope *s, const i64 *ids, size_t n,
                     struct facts_list *out)
{
	/* CROSS JOIN: SQLite takes the numbers first, and in this order. */
	static const char sql[] =
		WITH_IDS
		FACTS "  FROM ids CROSS JOIN assessment a"
		"  JOIN subject s ON s.org_id = $1 AND s.id = a.subject_id"
		" WHERE a.org_id = $1 AND a.id = ids.id"
		"   AND a.state NOT IN (9, 11, 12)";

	struct query q;

	if (n == 0)
		return OK;
	q = db_query(s, sql, VALUES(of_int(s->org),
		of_text(ids_text(s->mem, ids, n)), of_int((i64)n)));
	while (query_next(&q))
		read_facts(&q, PUSH(s->mem, out));
	return query_end(&q);
}

enum status across_count(struct scope *s, i64 *n)
{
	static const char sql[] =
		"SELECT count(*) FROM assessment WHERE org_id = $1";

	return db_number(s, sql, VALUES(of_int(s->org)), n);
}

enum status goal_code(struct scope *s, i64 goal, const char **out)
{
	static const char sql[] =
		"SELECT code FROM goal WHERE org_id = $1 AND id = $2";

	struct query q = db_query(s, sql, VALUES(of_int(s->org),
	                                         of_int(goal)));

	if (query_next(&q))
		*out = read_text(&q);
	return query_end_one(&q);
}

/* -- what they mark and share -------------------------------------------- */

enum status goals_all(struct scope *s, i64 **ids, size_t *n)
{
	static const char sql[] =
		"SELECT id FROM goal WHERE org_id = $1 ORDER BY id";

	struct query q = db_query(s, sql, VALUES(of_int(s->org)));
	struct { i64 *v; size_t n, room; } all = {0};

	while (query_next(&q))
		*PUSH(s->mem, &all) = read_int(&q);
	*ids = all.v;
	*n = all.n;
	return query_end(&q);
}

enum status marks_between(struct scope *s, i64 after, i64 last,
                          each_fn *each, void *arg)
{
	static const char sql[] =
		"SELECT m.assessment_id, m.goal_id, m.direction FROM mark m"
		" WHERE m.org_id = $1 AND m.assessment_id > $2"
		"   AND m.assessment_id <= $3 AND m.direction >= 1"
		"   AND NOT EXISTS (SELECT 1 FROM finding f"
		"        WHERE f.org_id = $1 AND f.id = m.finding_id"
		"          AND f.removed_at IS NOT NULL)";

	struct query q = db_query(s, sql, VALUES(
		of_int(s->org), of_int(after), of_int(last)));

	while (query_next(&q)) {
		i64 assessment = read_int(&q), goal = read_int(&q);

		each(arg, assessment, goal, read_int(&q), NULL);
	}
	return query_end(&q);
}

enum status actors_between(struct scope *s, i64 after, i64 last,
                           each_fn *each, void *arg)
{
	static const char sql[] =
		"SELECT assessment_id, actor_id FROM actor_link"
		" WHERE org_id = $1 AND assessment_id > $2"
		"   AND assessment_id <= $3 AND removed_at IS NULL";

	struct query q = db_query(s, sql, VALUES(
		of_int(s->org), of_int(after), of_int(last)));

	while (query_next(&q)) {
		i64 assessment = read_int(&q);

		each(arg, assessment, read_int(&q), 0, NULL);
	}
	return query_end(&q);
}

enum status places_between(struct scope *s, i64 after, i64 last,
                           each_fn *each, void *arg)
{
	static const char sql[] =
		"SELECT assessment_id, places FROM finding"
		" WHERE org_id = $1 AND assessment_id > $2"
		"   AND assessment_id <= $3 AND length(places) > 0"
		"   AND removed_at IS NULL";

	struct query q = db_query(s, sql, VALUES(
		of_int(s->org), of_int(after), of_int(last)));

	while (query_next(&q)) {
		i64 assessment = read_int(&q);

		each(arg, assessment, 0, 0, read_text(&q));
	}
	return query_end(&q);
}

/* -- what was found ------------------------------------------------------ */

enum status across_save(struct scope *s, i64 assessment,
                        const struct best *b, i64 at)
{
	static const char sql[] =
		"INSERT INTO across (org_id, assessment_id, strength,"
		"  conflicts, synergies, found, at)"
		" VALUES ($1, $2, $3, $4, $5, $6, $7)"
		" ON CONFLICT (org_id, assessment_id) DO UPDATE SET"
		"  strength = excluded.strength,"
		"  conflicts = excluded.conflicts,"
		"  synergies = excluded.synergies, found = excluded.found,"
		"  at = excluded.at";
	int strength = b->n_conflicts > 0 ? b->conflicts[0].strength : 0;

	return db_change(s, sql, VALUES(of_int(s->org), of_int(assessment),
		of_int(strength), of_int(b->n_conflicts),
		of_int(b->n_synergies), of_blob(best_pack(s->mem, b)),
		of_int(at)));
}

/* Those that found nothing this time have no row of it. */
enum status across_forget(struct scope *s, i64 before)
{
	static const char sql[] =
		"DELETE FROM across WHERE org_id = $1 AND at < $2";

	return db_change_all(s, sql, VALUES(of_int(s->org), of_int(before)));
}

enum status across_page(struct scope *s, i64 strength, i64 id, i64 most,
                        struct across_row_list *out)
{
	static const char sql[] =
		"SELECT x.id, x.strength, a.id, a.key, s.title, x.found"
		"  FROM (SELECT * FROM across"
		"         WHERE org_id = $1 AND strength <= $2"
		"           AND (strength < $2 OR id < $3)"
		"         ORDER BY org_id DESC, strength DESC, id DESC"
		"         LIMIT $4) x"
		"  JOIN assessment a ON a.org_id = $1"
		"   AND a.id = x.assessment_id"
		"  JOIN subject s ON s.org_id = $1 AND s.id = a.subject_id"
		" ORDER BY x.strength DESC, x.id DESC";

	struct query q = db_query(s, sql, VALUES(of_int(s->org),
		of_int(strength), of_int(id), of_int(most)));

	while (query_next(&q)) {
		struct across_row *x = PUSH(s->mem, out);

		x->id         = read_int(&q);
		x->strength   = read_int(&q);
		x->assessment = read_int(&q);
		x->key        = read_text(&q);
		x->title      = read_text(&q);
		x->found      = read_blob(&q);
	}
	return query_end(&q);
}
