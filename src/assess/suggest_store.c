#include "assess/suggest.h"
#include "db/db.h"

static void read_suggestion(struct query *q, struct suggestion *x)
{
	struct mark from = {0};
	enum framework_kind kind;

	x->finding     = read_int(q);
	from.direction = (enum direction)read_int(q);
	from.directness = (enum directness)read_int(q);
	kind           = (enum framework_kind)read_int(q);
	x->goal.framework_code = read_text(q);
	x->goal.id     = read_int(q);
	x->goal.code   = read_text(q);
	x->goal.kind   = (enum goal_kind)read_int(q);
	x->goal.title_sv = read_text(q);
	x->goal.title_en = read_text(q);
	x->goal.superseded = read_int(q) != 0;
	x->why_sv      = read_text(q);
	x->why_en      = read_text(q);
	x->mark = suggested_mark(&from, x->goal.id, kind != FRAMEWORK_RUS);
}

static bool is_there(const struct suggestion_list *all,
                     const struct suggestion *x)
{
	for (size_t i = all->n; i-- > 0;) {
		if (all->v[i].finding != x->finding)
			return false;
		if (all->v[i].goal.id == x->goal.id)
			return true;
	}
	return false;
}

/* Neither the goal nor a target of it is marked, nobody has said no, and the
 * framework is not set aside. */
#define NOT_YET                                                         \
	"   AND NOT EXISTS (SELECT 1 FROM mark z JOIN goal y"           \
	"           ON y.org_id = z.org_id AND y.id = z.goal_id"        \
	"        WHERE z.org_id = $1 AND z.finding_id = m.finding_id"   \
	"          AND (y.id = t.id OR y.parent_id = t.id))"            \
	"   AND NOT EXISTS (SELECT 1 FROM suggestion_off o"             \
	"        WHERE o.org_id = $1 AND o.finding_id = m.finding_id"   \
	"          AND o.goal_id = t.id)"                               \
	"   AND NOT EXISTS (SELECT 1 FROM set_aside a"                  \
	"        WHERE a.org_id = $1 AND a.assessment_id = $2"          \
	"          AND a.priority_id = x.priority_id"                   \
	"          AND a.framework_id = f.id)"

enum status suggestion_list(struct scope *s, i64 assessment,
                            struct suggestion_list *out)
{
	static const char sql[] =
		"SELECT m.finding_id, m.direction, m.directness, f.kind,"
		"       f.code, t.id, t.code, t.kind, t.title_sv, t.title_en,"
		"       t.superseded, l.note_sv, l.note_en"
		"  FROM mark m"
		"  JOIN finding x ON x.org_id = m.org_id"
		"   AND x.id = m.finding_id AND x.removed_at IS NULL"
		"   AND x.kind = $4"
		"  JOIN goal g ON g.org_id = m.org_id AND g.id = m.goal_id"
		"  LEFT JOIN goal up"
		"    ON up.org_id = g.org_id AND up.id = g.parent_id"
		"  JOIN framework h"
		"    ON h.org_id = g.org_id AND h.id = g.framework_id"
		"  JOIN goal_link l ON l.org_id = m.org_id"
		"   AND l.from_framework = h.code AND l.removed_at IS NULL"
		"   AND (l.from_code = g.code"
		"        OR (g.kind = $3 AND l.from_code = up.code))"
		"  JOIN used_framework u ON u.org_id = m.org_id"
		"   AND u.assessment_id = m.assessment_id"
		"  JOIN framework f ON f.org_id = m.org_id"
		"   AND f.id = u.framework_id AND f.code = l.to_framework"
		"  JOIN goal n ON n.org_id = m.org_id"
		"   AND n.framework_id = f.id AND n.code = l.to_code"
		"  JOIN goal t ON t.org_id = m.org_id AND t.id ="
		"       CASE WHEN n.kind = $3 AND n.parent_id IS NOT NULL"
		"             AND NOT EXISTS (SELECT 1 FROM relevance r"
		"                 WHERE r.org_id = $1"
		"                   AND r.assessment_id = $2"
		"                   AND r.priority_id = x.priority_id"
		"                   AND r.goal_id = n.id)"
		"            THEN n.parent_id ELSE n.id END"
		" WHERE m.org_id = $1 AND m.assessment_id = $2"
		NOT_YET
		" ORDER BY m.finding_id, u.position, t.sort_key, m.id";

	struct query q = db_query(s, sql, VALUES(
		of_int(s->org), of_int(assessment), of_int(GOAL_TARGET),
		of_int(FINDING_EFFECT)));

	while (query_next(&q)) {
		struct suggestion x = {0};

		read_suggestion(&q, &x);
		if (goal_is_judged(&x.goal) && !is_there(out, &x))
			*PUSH(s->mem, out) = x;
	}
	return query_end(&q);
}

enum status suggestion_dismiss(struct scope *s, i64 assessment, i64 finding,
                               i64 goal)
{
	static const char sql[] =
		"INSERT INTO suggestion_off (org_id, assessment_id,"
		"                            finding_id, goal_id)"
		" VALUES ($1, $2, $3, $4)"
		" ON CONFLICT (org_id, finding_id, goal_id) DO NOTHING";

	TRY(assess_open(s, assessment));
	TRY(event_note(s, "suggestion_off", finding, "note",
	               arena_print(s->mem, "%lld", goal)));
	return db_change_all(s, sql, VALUES(
		of_int(s->org), of_int(assessment), of_int(finding),
		of_int(goal)));
}
