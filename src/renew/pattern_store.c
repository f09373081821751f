#include <stdlib.h>

#include "assess/assess.h"
#include "assess/finding.h"
#include "base/clock.h"
#include "base/text.h"
#include "db/db.h"
#include "renew/pattern.h"

_Static_assert(ASSESS_DONE == 5 && ASSESS_CLOSED == 9 &&
               ASSESS_REPLACED == 12 && NEGATIVE == 2 && FINDING_GAP == 3,
               "as the statements below say");

static int by_size(const void *a, const void *b)
{
	i64 x = *(const i64 *)a, y = *(const i64 *)b;

	return (x > y) - (x < y);
}

struct quartiles quartiles_of(struct i64_list *all)
{
	size_t n = all->n;

	if (n == 0)
		return (struct quartiles){ -1, -1, -1 };
	qsort(all->v, n, sizeof *all->v, by_size);
	return (struct quartiles){ all->v[(n - 1) / 4], all->v[(n - 1) / 2],
	                           all->v[(n - 1) * 3 / 4] };
}

/* Each statement begins with those that are finished, replaced ones too: they
 * were finished. */
enum status pattern_among(struct scope *s, i64 *n)
{
	static const char sql[] =
		"WITH among AS (SELECT id FROM assessment"
		"  WHERE org_id = $1 AND (state BETWEEN 5 AND 9 OR state = 12)"
		"  ORDER BY changed_at DESC, id DESC LIMIT $2)"
		" SELECT count(*) FROM among";

	return db_number(s, sql, VALUES(of_int(s->org),
	                                of_int(PATTERN_AMONG)), n);
}

/* A goal is one in all editions where it has the same code and words. Who says
 * that more knowledge is needed has not judged it. */
enum status pattern_goals(struct scope *s, struct pattern_goal_list *out)
{
	static const char sql[] =
		"WITH among AS (SELECT id FROM assessment"
		"  WHERE org_id = $1 AND (state BETWEEN 5 AND 9 OR state = 12)"
		"  ORDER BY changed_at DESC, id DESC LIMIT $2)"
		" SELECT max(w.title_sv), max(w.title_en), g.code,"
		"       g.title_sv, max(g.title_en),"
		"       count(DISTINCT CASE WHEN m.direction = 2"
		"             THEN m.assessment_id END),"
		"       count(DISTINCT m.assessment_id)"
		"  FROM among"
		"  JOIN mark m ON m.org_id = $1 AND m.assessment_id = among.id"
		"  JOIN finding f ON f.org_id = $1 AND f.id = m.finding_id"
		"   AND f.removed_at IS NULL AND f.kind <> 3"
		"  JOIN goal g ON g.org_id = $1 AND g.id = m.goal_id"
		"  JOIN framework w ON w.org_id = $1 AND w.id = g.framework_id"
		" GROUP BY w.code, g.code, g.title_sv"
		" HAVING count(DISTINCT CASE WHEN m.direction = 2"
		"              THEN m.assessment_id END) > 0"
		" ORDER BY 6 DESC, 7, w.code, g.code, g.title_sv LIMIT $3";

	struct query q = db_query(s, sql, VALUES(of_int(s->org),
		of_int(PATTERN_AMONG), of_int(PATTERN_SHOWN)));

	while (query_next(&q)) {
		struct pattern_goal *g = PUSH(s->mem, out);

		g->framework_sv = read_text(&q);
		g->framework_en = read_text(&q);
		g->code         = read_text(&q);
		g->title_sv     = read_text(&q);
		g->title_en     = read_text(&q);
		g->negative     = read_int(&q);
		g->judged       = read_int(&q);
	}
	return query_end(&q);
}

enum status pattern_actors(struct scope *s, struct pattern_actor_list *out)
{
	static const char sql[] =
		"WITH among AS (SELECT id FROM assessment"
		"  WHERE org_id = $1 AND (state BETWEEN 5 AND 9 OR state = 12)"
		"  ORDER BY changed_at DESC, id DESC LIMIT $2)"
		" SELECT r.name,"
		"       count(DISTINCT CASE WHEN l.missing = 1"
		"             THEN l.assessment_id END),"
		"       count(DISTINCT l.assessment_id)"
		"  FROM among"
		"  JOIN actor_link l ON l.org_id = $1"
		"   AND l.assessment_id = among.id AND l.removed_at IS NULL"
		"  JOIN actor r ON r.org_id = $1 AND r.id = l.actor_id"
		" GROUP BY r.id, r.name"
		" HAVING count(DISTINCT CASE WHEN l.missing = 1"
		"              THEN l.assessment_id END) > 0"
		" ORDER BY 2 DESC, 3, r.id LIMIT $3";

	struct query q = db_query(s, sql, VALUES(of_int(s->org),
		of_int(PATTERN_AMONG), of_int(PATTERN_SHOWN)));

	while (query_next(&q)) {
		struct pattern_actor *a = PUSH(s->mem, out);

		a->name    = read_text(&q);
		a->missing = read_int(&q);
		a->in      = read_int(&q);
	}
	return query_end(&q);
}

/* The one of this model and depth, made when it is not there. */
static struct pattern_use *use_of(struct arena *mem,
                                  struct pattern_use_list *all,
                                  const char *sv, const char *en, i64 depth)
{
	struct pattern_use *u;

	for (size_t i = 0; i < all->n; i++)
		if (same(all->v[i].model_sv, sv) &&
		    all->v[i].depth == (enum depth)depth)
			return &all->v[i];
	u = PUSH(mem, all);
	*u = (struct pattern_use){ .model_sv = sv, .model_en = en,
	                           .depth = (enum depth)depth };
	return u;
}

enum status pattern_uses(struct scope *s, struct pattern_use_list *out)
{
	static const char sql[] =
		"WITH among AS (SELECT id FROM assessment"
		"  WHERE org_id = $1 AND (state BETWEEN 5 AND 9 OR state = 12)"
		"  ORDER BY changed_at DESC, id DESC LIMIT $2)"
		" SELECT m.title_sv, m.title_en, a.depth, a.made_at,"
		"       coalesce(e.at, 0),"
		"       CASE WHEN EXISTS (SELECT 1 FROM proposal_change c"
		"            WHERE c.org_id = $1 AND c.assessment_id = a.id"
		"              AND c.removed_at IS NULL) THEN 1 ELSE 0 END"
		"  FROM among"
		"  JOIN assessment a ON a.org_id = $1 AND a.id = among.id"
		"  JOIN method m ON m.org_id = $1 AND m.id = a.method_id"
		"  LEFT JOIN edition e ON e.org_id = $1"
		"   AND e.assessment_id = a.id"
		" ORDER BY m.title_sv, a.depth, a.id";

	struct query q = db_query(s, sql, VALUES(of_int(s->org),
		of_int(PATTERN_AMONG)));

	while (query_next(&q)) {
		const char *sv = read_text(&q), *en = read_text(&q);
		struct pattern_use *u = use_of(s->mem, out, sv, en,
		                               read_int(&q));
		i64 made = read_int(&q), at = read_int(&q);

		u->ended++;
		u->changed += read_int(&q);
		if (at >= made)
			*PUSH(s->mem, &u->days) = (at - made) / DAY_MS;
	}
	return query_end(&q);
}
