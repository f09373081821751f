/* How the method is used, and what those who took part thought. */
#include "assess/assess.h"
#include "base/clock.h"
#include "base/text.h"
#include "kit/icu.h"
#include "renew/pattern_among.h"

_Static_assert(ASSESS_REVIEWED == 4 && ASSESS_PAUSED == 10,
               "as the statements below say");

/* -- the organisation ---------------------------------------------------- */

static i64 year_of(i64 at)
{
	return at == 0 ? 0 : date_of_day(day_of_instant(at)).year;
}

/* When one ended is not always known of those that came from elsewhere. */
static enum status years_there(struct scope *s, struct pattern *out)
{
	static const char first[] =
		"SELECT coalesce(min(at), 0) FROM edition"
		" WHERE org_id = $1 AND at > 0";
	static const char last[] =
		"SELECT coalesce(max(at), 0) FROM edition"
		" WHERE org_id = $1 AND at > 0";
	i64 at;

	TRY(db_number(s, first, VALUES(of_int(s->org)), &at));
	out->first = year_of(at);
	TRY(db_number(s, last, VALUES(of_int(s->org)), &at));
	out->last = year_of(at);
	return OK;
}

/* Begun or paused, at most one more than is told. */
static enum status begun(struct scope *s, i64 *n)
{
	static const char sql[] =
		"SELECT count(*) FROM (SELECT 1 FROM assessment"
		"  WHERE org_id = $1 AND state IN (1, 2, 3, 4, 10)"
		"  LIMIT $2) few";

	return db_number(s, sql, VALUES(of_int(s->org),
	                                of_int(PATTERN_BEGUN + 1)), n);
}

enum status pattern_now(struct scope *s, struct pattern *out)
{
	TRY(years_there(s, out));
	return begun(s, &out->begun);
}

/* -- models and depths --------------------------------------------------- */

/* The one of this model and depth, made when it is not there. */
static struct pattern_used *use_of(struct arena *mem,
                                  struct pattern_used_list *all,
                                  const char *sv, const char *en, i64 depth)
{
	struct pattern_used *u;

	for (size_t i = 0; i < all->n; i++)
		if (same(all->v[i].model_sv, sv) &&
		    all->v[i].depth == (enum depth)depth)
			return &all->v[i];
	u = PUSH(mem, all);
	*u = (struct pattern_used){ .model_sv = sv, .model_en = en,
	                           .depth = (enum depth)depth };
	return u;
}

static enum status uses(struct scope *s, const struct years *y,
                        struct pattern_used_list *out)
{
	static const char sql[] =
		AMONG
		" SELECT m.title_sv, m.title_en, a.depth, a.made_at,"
		"       among.at,"
		"       CASE WHEN EXISTS (SELECT 1 FROM proposal_change c"
		"            WHERE c.org_id = $1 AND c.assessment_id = a.id"
		"              AND c.removed_at IS NULL) THEN 1 ELSE 0 END"
		"  FROM among"
		"  JOIN assessment a ON a.org_id = $1 AND a.id = among.id"
		"  JOIN method m ON m.org_id = $1 AND m.id = a.method_id"
		" ORDER BY m.title_sv, a.depth, a.id";

	struct query q = db_query(s, sql, VALUES(VALUES_AMONG(s, y)));

	while (query_next(&q)) {
		const char *sv = read_text(&q), *en = read_text(&q);
		struct pattern_used *u = use_of(s->mem, out, sv, en,
		                               read_int(&q));
		i64 made = read_int(&q), at = read_int(&q);

		u->ended++;
		u->changed += read_int(&q);
		if (at >= made)
			*PUSH(s->mem, &u->days) = (at - made) / DAY_MS;
	}
	return query_end(&q);
}

/* -- what they thought --------------------------------------------------- */

static void count_choice(i64 *counts, i64 most, i64 choice, i64 n)
{
	if (choice < 1 || choice > most)
		return;
	counts[choice] += n;
	counts[0] += n;
}

/* What was said of the latest meetings of those assessments. Who said what is
 * not asked. */
static enum status said(struct scope *s, const struct years *y,
                        struct pattern_said *out)
{
	static const char sql[] =
		AMONG
		", met AS (SELECT w.id FROM among"
		"   JOIN workshop w ON w.org_id = $1"
		"    AND w.assessment_id = among.id"
		"  ORDER BY w.id DESC LIMIT $5)"
		" SELECT e.worth, e.pace, e.heard, count(*)"
		"  FROM met JOIN evaluation e ON e.org_id = $1"
		"   AND e.workshop_id = met.id"
		" GROUP BY e.worth, e.pace, e.heard";

	struct query q = db_query(s, sql, VALUES(VALUES_AMONG(s, y),
		of_int(PATTERN_MEETINGS)));

	while (query_next(&q)) {
		i64 worth = read_int(&q), pace = read_int(&q);
		i64 heard = read_int(&q), n = read_int(&q);

		count_choice(out->worth, SCALE, worth, n);
		count_choice(out->pace, PACES, pace, n);
		count_choice(out->heard, SCALE, heard, n);
	}
	return query_end(&q);
}

enum status pattern_use(struct scope *s, const struct years *y,
                        struct pattern *out)
{
	TRY(uses(s, y, &out->uses));
	return said(s, y, &out->said);
}
