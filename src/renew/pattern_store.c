/*
 * Each statement begins with those that were finished last, by the index of
 * their days; what they have is read as plain rows and counted in C, which
 * costs a third of counting what is distinct in SQL.
 */
#include <stdlib.h>

#include "assess/finding.h"
#include "base/clock.h"
#include "base/text.h"
#include "kit/icu.h"
#include "renew/pattern_among.h"

_Static_assert(NEGATIVE == 2 && FINDING_GAP == 3,
               "as the statements below say");

static i64 begins(i64 year)
{
	return instant_of(day_of_date((struct date){ (int)year, 1, 1 }), 0);
}

/* -- how many ------------------------------------------------------------ */

static enum status among(struct scope *s, const struct years *y, i64 *n)
{
	static const char sql[] =
		"SELECT count(*) FROM (SELECT 1 FROM edition"
		"  WHERE org_id = $1 AND at >= $2 AND at < $3"
		"  LIMIT $4) few";

	return db_number(s, sql, VALUES(VALUES_AMONG(s, y)), n);
}

/* -- goals --------------------------------------------------------------- */

/* A goal by its id, and the one it counts as: the same in all editions where
 * it has the same code and words. */
struct goal_row { i64 id; size_t as; };
struct goal_row_list { struct goal_row *v; size_t n, room; };

static int by_id(const void *a, const void *b)
{
	const struct goal_row *x = a, *y = b;

	return (x->id > y->id) - (x->id < y->id);
}

static bool same_goal(const struct pattern_goal *g, const char *framework,
                      const char *was, const struct pattern_goal *next)
{
	return same(framework, was) && same(g->code, next->code) &&
	       same(g->title_sv, next->title_sv);
}

/* Those of the frameworks that were used. Of two editions the later names. */
static enum status goals_there(struct scope *s, const struct years *y,
                               struct goal_row_list *rows,
                               struct pattern_goal_list *goals)
{
	static const char sql[] =
		AMONG
		" SELECT g.id, w.code, w.title_sv, w.title_en, g.code,"
		"       g.title_sv, g.title_en"
		"  FROM framework w"
		"  JOIN goal g ON g.org_id = $1 AND g.framework_id = w.id"
		" WHERE w.org_id = $1 AND w.id IN (SELECT u.framework_id"
		"       FROM among JOIN used_framework u ON u.org_id = $1"
		"        AND u.assessment_id = among.id)"
		" ORDER BY w.code, g.code, g.title_sv, g.id";

	struct query q = db_query(s, sql, VALUES(VALUES_AMONG(s, y)));
	const char *was = "";

	while (query_next(&q)) {
		i64 id = read_int(&q);
		const char *framework = read_text(&q);
		struct pattern_goal g = {
			.framework_sv = read_text(&q),
			.framework_en = read_text(&q),
			.code         = read_text(&q),
			.title_sv     = read_text(&q),
			.title_en     = read_text(&q),
		};

		if (goals->n == 0 || !same_goal(&goals->v[goals->n - 1],
		    framework, was, &g))
			(void)PUSH(s->mem, goals);
		goals->v[goals->n - 1] = g;
		was = framework;
		*PUSH(s->mem, rows) = (struct goal_row){ id, goals->n - 1 };
	}
	if (rows->n > 1)
		qsort(rows->v, rows->n, sizeof *rows->v, by_id);
	return query_end(&q);
}

static int by_number(const void *a, const void *b)
{
	i64 x = *(const i64 *)a, y = *(const i64 *)b;

	return (x > y) - (x < y);
}

/* Findings whose marks judge nothing: who says that more knowledge is needed
 * has not judged, and what was removed says nothing. They are few. */
static enum status apart(struct scope *s, const struct years *y,
                         struct i64_list *out)
{
	static const char sql[] =
		AMONG
		" SELECT f.id FROM among CROSS JOIN finding f"
		" WHERE f.org_id = $1 AND f.assessment_id = among.id"
		"   AND (f.removed_at IS NOT NULL OR f.kind = 3)";

	struct query q = db_query(s, sql, VALUES(VALUES_AMONG(s, y)));

	while (query_next(&q))
		*PUSH(s->mem, out) = read_int(&q);
	if (out->n > 1)
		qsort(out->v, out->n, sizeof *out->v, by_number);
	return query_end(&q);
}

static const void *found(const void *what, const void *all, size_t n,
                         size_t size, int (*order)(const void *,
                         const void *))
{
	return n == 0 ? NULL : bsearch(what, all, n, size, order);
}

/* Plainly read: told in one statement what not to read, PostgreSQL walks all
 * the marks there are. CROSS JOIN keeps SQLite at these assessments. */
static enum status marks(struct scope *s, const struct years *y,
                         const struct goal_row_list *rows,
                         struct seen_list *out)
{
	static const char sql[] =
		AMONG
		" SELECT m.assessment_id, m.finding_id, m.goal_id,"
		"       CASE WHEN m.direction = 2 THEN 1 ELSE 0 END"
		"  FROM among CROSS JOIN mark m"
		" WHERE m.org_id = $1 AND m.assessment_id = among.id";

	struct i64_list skip = {0};
	struct query q;

	TRY(apart(s, y, &skip));
	q = db_query(s, sql, VALUES(VALUES_AMONG(s, y)));
	while (query_next(&q)) {
		i64 in = read_int(&q), finding = read_int(&q);
		struct goal_row one = { .id = read_int(&q) };
		bool negative = read_int(&q) != 0;
		const struct goal_row *goal = found(&one, rows->v, rows->n,
			sizeof one, by_id);

		if (goal != NULL && found(&finding, skip.v, skip.n,
		    sizeof finding, by_number) == NULL)
			*PUSH(s->mem, out) = (struct seen){
				(i64)goal->as, in, negative, "" };
	}
	return query_end(&q);
}

static enum status goals(struct scope *s, const struct years *y, size_t most,
                         struct pattern_goal_list *out)
{
	struct goal_row_list rows = {0};
	struct pattern_goal_list all = {0};
	struct seen_list seen = {0};
	struct tally_list t = {0};

	TRY(goals_there(s, y, &rows, &all));
	TRY(marks(s, y, &rows, &seen));
	pattern_tally(s->mem, &seen, &t);
	for (size_t i = 0; i < t.n && i < most && t.v[i].hit > 0; i++) {
		struct pattern_goal *g = PUSH(s->mem, out);

		*g = all.v[t.v[i].what];
		g->negative = t.v[i].hit;
		g->judged = t.v[i].of;
	}
	return OK;
}

enum status pattern_read(struct scope *s, i64 year, size_t most,
                         struct pattern *out)
{
	struct years y = { INT64_MIN, INT64_MAX };

	if (year != 0)
		y = (struct years){ begins(year), begins(year + 1) };
	*out = (struct pattern){ .year = year };
	TRY(pattern_now(s, out));
	TRY(among(s, &y, &out->among));
	if (out->among == 0)
		return OK;
	TRY(goals(s, &y, most, &out->goals));
	TRY(pattern_people(s, &y, most, out));
	return pattern_use(s, &y, out);
}
