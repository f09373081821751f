/* What an assessment covers: frameworks, priorities and goals, and the counters
 * of its numbers. */
#include "assess/assess.h"
#include "base/text.h"
#include "db/db.h"

/* -- numbers ------------------------------------------------------------- */

enum status counter_next(struct scope *s, i64 assessment, const char *kind,
                         i64 *no)
{
	static const char sql[] =
		"INSERT INTO counter (org_id, assessment_id, kind, last)"
		" VALUES ($1, $2, $3, 1)"
		" ON CONFLICT (org_id, assessment_id, kind) DO UPDATE"
		" SET last = counter.last + 1 RETURNING last";

	return db_number(s, sql, VALUES(of_int(s->org), of_int(assessment),
	                                of_text(kind)), no);
}

enum status counter_past(struct scope *s, i64 assessment, const char *kind,
                         i64 no)
{
	static const char sql[] =
		"INSERT INTO counter (org_id, assessment_id, kind, last)"
		" VALUES ($1, $2, $3, $4)"
		" ON CONFLICT (org_id, assessment_id, kind) DO UPDATE"
		" SET last = CASE WHEN counter.last < excluded.last"
		"                 THEN excluded.last ELSE counter.last END";

	return db_change(s, sql, VALUES(of_int(s->org), of_int(assessment),
	                                of_text(kind), of_int(no)));
}

enum status counter_take(struct scope *s, i64 assessment, const char *kind,
                         i64 *no)
{
	return *no == 0 ? counter_next(s, assessment, kind, no) :
	       counter_past(s, assessment, kind, *no);
}

enum status counter_list(struct scope *s, i64 assessment,
                         struct counter_list *out)
{
	static const char sql[] =
		"SELECT kind, last FROM counter"
		" WHERE org_id = $1 AND assessment_id = $2 ORDER BY kind";

	struct query q = db_query(s, sql, VALUES(of_int(s->org),
	                                         of_int(assessment)));

	while (query_next(&q)) {
		struct counter *c = PUSH(s->mem, out);

		c->kind = read_text(&q);
		c->last = read_int(&q);
	}
	return query_end(&q);
}

/* -- frameworks ---------------------------------------------------------- */

enum status used_list(struct scope *s, i64 assessment,
                      struct framework_list *out)
{
	static const char sql[] =
		"SELECT framework_id FROM used_framework"
		" WHERE org_id = $1 AND assessment_id = $2 ORDER BY position";

	struct query q = db_query(s, sql, VALUES(of_int(s->org),
	                                         of_int(assessment)));

	while (query_next(&q))
		PUSH(s->mem, out)->id = read_int(&q);
	TRY(query_end(&q));
	for (size_t i = 0; i < out->n; i++)
		TRY(framework_get(s, out->v[i].id, &out->v[i]));
	return OK;
}

static struct framework read_head(struct query *q)
{
	struct framework f = { .id = read_int(q) };

	f.key            = read_text(q);
	f.code           = read_text(q);
	f.edition        = read_text(q);
	f.kind           = (enum framework_kind)read_int(q);
	f.state          = (enum framework_state)read_int(q);
	f.title_sv       = read_text(q);
	f.title_en       = read_text(q);
	f.target_picture = read_text(q);
	f.constructed    = read_int(q) != 0;
	return f;
}

static void read_goal(struct query *q, const struct framework *of,
                      struct goal *g)
{
	g->framework      = of->id;
	g->framework_code = of->code;
	g->id             = read_int(q);
	g->code           = read_text(q);
	g->kind           = (enum goal_kind)read_int(q);
	g->title_sv       = read_text(q);
	g->title_en       = read_text(q);
	g->parent         = read_text(q);
	g->superseded     = read_int(q) != 0;
	g->dimensions     = (unsigned)read_int(q);
}

/*
 * One question for all: rows come framework by framework. The 169 targets of
 * Agenda 2030 are not even looked at unless they are marked or relevant;
 * CROSS JOIN keeps SQLite from starting at the goals.
 */
enum status used_goals(struct scope *s, i64 assessment,
                       struct framework_list *out)
{
	static const char sql[] =
		"WITH shown (id) AS ("
		"  SELECT goal_id FROM mark"
		"   WHERE org_id = $1 AND assessment_id = $2"
		"  UNION"
		"  SELECT goal_id FROM relevance"
		"   WHERE org_id = $1 AND assessment_id = $2"
		"  UNION"
		"  SELECT g.id FROM used_framework u CROSS JOIN goal g"
		"   WHERE u.org_id = $1 AND u.assessment_id = $2"
		"     AND g.org_id = $1 AND g.framework_id = u.framework_id"
		"     AND g.kind < $3"
		"  UNION"
		"  SELECT g.id FROM used_framework u CROSS JOIN goal g"
		"   WHERE u.org_id = $1 AND u.assessment_id = $2"
		"     AND g.org_id = $1 AND g.framework_id = u.framework_id"
		"     AND g.kind > $3)"
		"SELECT f.id, f.key, f.code, f.edition, f.kind, f.state,"
		"       f.title_sv, f.title_en, f.target_picture,"
		"       f.constructed, g.id, g.code, g.kind, g.title_sv,"
		"       g.title_en, coalesce(p.code, ''), g.superseded,"
		"       coalesce(g.own_dimensions, g.dimensions)"
		"  FROM shown s"
		"  JOIN goal g ON g.org_id = $1 AND g.id = s.id"
		"  JOIN used_framework u"
		"    ON u.org_id = $1 AND u.assessment_id = $2"
		"   AND u.framework_id = g.framework_id"
		"  JOIN framework f"
		"    ON f.org_id = $1 AND f.id = g.framework_id"
		"  LEFT JOIN goal p"
		"    ON p.org_id = $1 AND p.id = g.parent_id"
		" ORDER BY u.position, g.sort_key";

	struct query q = db_query(s, sql, VALUES(
		of_int(s->org), of_int(assessment), of_int(GOAL_TARGET)));
	struct framework *f = NULL;

	while (query_next(&q)) {
		struct framework head = read_head(&q);

		if (f == NULL || f->id != head.id) {
			f = PUSH(s->mem, out);
			*f = head;
		}
		read_goal(&q, f, PUSH(s->mem, &f->goals));
	}
	return query_end(&q);
}

enum status used_set(struct scope *s, i64 assessment, const i64 *frameworks,
                     size_t n)
{
	static const char clear[] =
		"DELETE FROM used_framework"
		" WHERE org_id = $1 AND assessment_id = $2";
	static const char add[] =
		"INSERT INTO used_framework (org_id, assessment_id,"
		"                            framework_id, position)"
		" VALUES ($1, $2, $3, $4)";

	TRY(assess_open(s, assessment));
	TRY(db_change_all(s, clear, VALUES(of_int(s->org),
	                                   of_int(assessment))));
	for (size_t i = 0; i < n; i++)
		TRY(db_change(s, add, VALUES(
			of_int(s->org), of_int(assessment),
			of_int(frameworks[i]), of_int((i64)i + 1))));
	return assess_touch(s, assessment);
}

/* -- priorities ---------------------------------------------------------- */

enum status scope_list(struct scope *s, i64 assessment,
                       struct priority_list *out)
{
	static const char sql[] =
		"SELECT p.id, p.no, p.position, p.version,"
		"       w.id, w.no, w.title, w.text, w.serves, w.at,"
		"       c.no_action"
		"  FROM scope_priority c"
		"  JOIN priority p"
		"    ON p.org_id = c.org_id AND p.id = c.priority_id"
		"  JOIN wording w"
		"    ON w.org_id = c.org_id AND w.id = c.wording_id"
		" WHERE c.org_id = $1 AND c.assessment_id = $2"
		" ORDER BY p.position, p.no";

	struct query q = db_query(s, sql, VALUES(of_int(s->org),
	                                         of_int(assessment)));

	while (query_next(&q)) {
		struct priority *p = PUSH(s->mem, out);

		p->id         = read_int(&q);
		p->no         = read_int(&q);
		p->position   = read_int(&q);
		p->version    = read_int(&q);
		p->now.id     = read_int(&q);
		p->now.no     = read_int(&q);
		p->now.title  = read_text(&q);
		p->now.text   = read_text(&q);
		p->now.serves = read_text(&q);
		p->now.at     = read_int(&q);
		p->no_action  = read_int(&q) != 0;
	}
	return query_end(&q);
}

enum status scope_set(struct scope *s, i64 assessment, i64 priority,
                      i64 wording)
{
	static const char sql[] =
		"INSERT INTO scope_priority (org_id, assessment_id,"
		"                            priority_id, wording_id)"
		" VALUES ($1, $2, $3, $4)"
		" ON CONFLICT (org_id, assessment_id, priority_id)"
		" DO UPDATE SET wording_id = excluded.wording_id";

	TRY(assess_open(s, assessment));
	TRY(event_note(s, "scope_priority", priority, "set",
	               arena_print(s->mem, "%lld", wording)));
	TRY(db_change(s, sql, VALUES(of_int(s->org), of_int(assessment),
	                             of_int(priority), of_int(wording))));
	return assess_touch(s, assessment);
}

enum status scope_no_action(struct scope *s, i64 assessment, i64 priority,
                            bool on)
{
	static const char sql[] =
		"UPDATE scope_priority SET no_action ="
		"       CASE WHEN priority_id = $3 AND $4 = 1 THEN 1 ELSE 0 END"
		" WHERE org_id = $1 AND assessment_id = $2"
		"   AND (priority_id = $3 OR $4 = 1)";

	TRY(assess_open(s, assessment));
	TRY(event_note(s, "scope_priority", priority, "no_action",
	               on ? "1" : "0"));
	TRY(db_change_all(s, sql, VALUES(of_int(s->org), of_int(assessment),
	                                 of_int(priority), of_int(on))));
	return assess_touch(s, assessment);
}

enum status scope_drop(struct scope *s, i64 assessment, i64 priority)
{
	static const char sql[] =
		"DELETE FROM scope_priority"
		" WHERE org_id = $1 AND assessment_id = $2"
		"   AND priority_id = $3";

	TRY(assess_open(s, assessment));
	TRY(event_note(s, "scope_priority", priority, "drop", NULL));
	TRY(db_change(s, sql, VALUES(of_int(s->org), of_int(assessment),
	                             of_int(priority))));
	return assess_touch(s, assessment);
}

/* -- which goals are touched most ---------------------------------------- */

enum status relevance_list(struct scope *s, i64 assessment,
                           struct relevance_list *out)
{
	static const char sql[] =
		"SELECT r.priority_id, p.no, r.goal_id, f.code, g.code"
		"  FROM relevance r"
		"  JOIN priority p"
		"    ON p.org_id = r.org_id AND p.id = r.priority_id"
		"  JOIN goal g ON g.org_id = r.org_id AND g.id = r.goal_id"
		"  JOIN framework f"
		"    ON f.org_id = r.org_id AND f.id = g.framework_id"
		" WHERE r.org_id = $1 AND r.assessment_id = $2"
		" ORDER BY p.no, f.code, g.sort_key";

	struct query q = db_query(s, sql, VALUES(of_int(s->org),
	                                         of_int(assessment)));

	while (query_next(&q)) {
		struct relevant *x = PUSH(s->mem, out);

		x->priority    = read_int(&q);
		x->priority_no = read_int(&q);
		x->goal        = read_int(&q);
		x->framework   = read_text(&q);
		x->code        = read_text(&q);
	}
	return query_end(&q);
}

enum status relevance_set(struct scope *s, i64 assessment, i64 priority,
                          i64 framework, const i64 *goals, size_t n)
{
	static const char clear[] =
		"DELETE FROM relevance"
		" WHERE org_id = $1 AND assessment_id = $2"
		"   AND priority_id = $3 AND goal_id IN ("
		"       SELECT id FROM goal"
		"        WHERE org_id = $1 AND framework_id = $4)";
	static const char add[] =
		"INSERT INTO relevance (org_id, assessment_id, priority_id,"
		"                       goal_id)"
		" VALUES ($1, $2, $3, $4)";

	TRY(assess_open(s, assessment));
	TRY(event_note(s, "relevance", assessment, "set", NULL));
	TRY(db_change_all(s, clear, VALUES(
		of_int(s->org), of_int(assessment), of_int(priority),
		of_int(framework))));
	for (size_t i = 0; i < n; i++)
		TRY(db_change(s, add, VALUES(
			of_int(s->org), of_int(assessment),
			of_int(priority), of_int(goals[i]))));
	return assess_touch(s, assessment);
}

enum status relevance_add(struct scope *s, i64 assessment, i64 priority,
                          i64 goal)
{
	static const char sql[] =
		"INSERT INTO relevance (org_id, assessment_id, priority_id,"
		"                       goal_id)"
		" VALUES ($1, $2, $3, $4)"
		" ON CONFLICT (org_id, assessment_id, priority_id, goal_id)"
		" DO NOTHING";

	return db_change_all(s, sql, VALUES(of_int(s->org),
		of_int(assessment), of_int(priority), of_int(goal)));
}

static enum status is_per_goal(struct scope *s, i64 assessment, bool *out)
{
	static const char sql[] =
		"SELECT m.budget, a.depth FROM assessment a"
		"  JOIN method m ON m.org_id = a.org_id"
		"   AND m.id = a.method_id"
		" WHERE a.org_id = $1 AND a.id = $2";

	struct query q = db_query(s, sql, VALUES(of_int(s->org),
	                                         of_int(assessment)));
	struct method m = {0};

	if (query_next(&q)) {
		const char *budget = read_text(&q);
		i64 depth = read_int(&q);

		*out = budget_read(s->mem, or_empty(budget), &m) &&
		       depth >= DEPTH_QUICK && depth <= DEPTH_DEEP &&
		       m.budget_per_goal[depth];
	}
	return query_end_one(&q);
}

/* Every goal of a strategy is asked about until somebody says otherwise; but
 * where a few goals are all there is time for, somebody chooses them. */
enum status relevance_begin(struct scope *s, i64 assessment, i64 priority)
{
	struct framework_list used = {0};
	bool all = false;

	TRY(is_per_goal(s, assessment, &all));
	if (!all)
		return OK;
	TRY(used_goals(s, assessment, &used));
	for (size_t i = 0; i < used.n; i++)
		for (size_t j = 0; j < used.v[i].goals.n; j++)
			if (used.v[i].kind == FRAMEWORK_RUS &&
			    goal_is_judged(&used.v[i].goals.v[j]))
				TRY(relevance_add(s, assessment, priority,
					used.v[i].goals.v[j].id));
	return OK;
}
