/* What there is to find, kind by kind: the same columns of each, so that one
 * reader reads all. What is removed, retired or marked as secret is not there;
 * nor are names of persons. */
#include "assess/assess.h"
#include "base/clock.h"
#include "base/text.h"
#include "db/db.h"
#include "find/find.h"
#include "matter/matter.h"

/* id, key, no, code, title, title_en, text, where, state, unit, made_at */
#define OF_ASSESSMENT   "t.title, a.state, t.unit, a.made_at"
#define IN_ASSESSMENT                                                   \
	"  JOIN assessment a ON a.org_id = x.org_id"                    \
	"   AND a.id = x.assessment_id"                                 \
	"  JOIN subject t ON t.org_id = a.org_id AND t.id = a.subject_id"
#define ALIVE                                                           \
	" WHERE x.org_id = $1 AND x.id BETWEEN $2 AND $3"               \
	"   AND x.removed_at IS NULL"
#define SOME            " ORDER BY x.id LIMIT $4"

static const char assessment_sql[] =
	"SELECT x.id, x.key, x.edition, '', t.title, '',"
	"       t.description || '\n' || t.place || '\n' || t.unit || '\n'"
	"       || t.decided_by || '\n' || x.reason || '\n' || x.baseline"
	"       || '\n' || x.outside || '\n' || x.carried_out,"
	"       '', x.state, t.unit, x.made_at"
	"  FROM assessment x"
	"  JOIN subject t ON t.org_id = x.org_id AND t.id = x.subject_id"
	" WHERE x.org_id = $1 AND x.id BETWEEN $2 AND $3" SOME;

/* In the wording of now, under the latest assessment that covers it. */
static const char priority_sql[] =
	"SELECT x.id, a.key, x.no, '', w.title, '',"
	"       w.text || '\n' || w.serves, " OF_ASSESSMENT
	"  FROM priority x"
	"  JOIN assessment a ON a.org_id = x.org_id AND a.id = ("
	"       SELECT max(s.assessment_id) FROM scope_priority s"
	"        WHERE s.org_id = x.org_id AND s.priority_id = x.id)"
	"  JOIN subject t ON t.org_id = a.org_id AND t.id = a.subject_id"
	"  JOIN wording w ON w.org_id = x.org_id AND w.priority_id = x.id"
	"   AND w.no = (SELECT max(v.no) FROM wording v"
	"        WHERE v.org_id = x.org_id AND v.priority_id = x.id)"
	" WHERE x.org_id = $1 AND x.id BETWEEN $2 AND $3"
	"   AND x.retired_at IS NULL" SOME;

_Static_assert((int)FINDING_GAP == 3, "as the statements say");

static const char finding_sql[] =
	"SELECT x.id, a.key, x.no, '', x.sentence, '',"
	"       x.rationale || '\n' || x.places || '\n' || x.short || '\n'"
	"       || x.handled_why, " OF_ASSESSMENT
	"  FROM finding x" IN_ASSESSMENT ALIVE " AND x.kind <> 3" SOME;

static const char gap_sql[] =
	"SELECT x.id, a.key, x.no, '', x.sentence, '',"
	"       x.rationale || '\n' || x.places || '\n' || x.short || '\n'"
	"       || coalesce(g.owner, '') || '\n' || coalesce(g.answer, ''),"
	"       " OF_ASSESSMENT
	"  FROM finding x" IN_ASSESSMENT
	"  LEFT JOIN gap g ON g.org_id = x.org_id AND g.finding_id = x.id"
	ALIVE " AND x.kind = 3" SOME;

static const char conflict_sql[] =
	"SELECT x.id, a.key, x.no, '', x.title, '',"
	"       x.what_happens || '\n' || x.question || '\n' || x.decider"
	"       || '\n' || x.dissent || '\n' || x.chosen || '\n'"
	"       || x.chosen_why, " OF_ASSESSMENT
	"  FROM conflict x" IN_ASSESSMENT ALIVE SOME;

static const char action_sql[] =
	"SELECT x.id, a.key, x.no, '', x.title, '',"
	"       x.text || '\n' || x.responsible || '\n' || x.other_org || '\n'"
	"       || x.resource || '\n' || x.indicator || '\n' || x.progress"
	"       || '\n' || x.effect || '\n' || x.dropped_why, " OF_ASSESSMENT
	"  FROM action x" IN_ASSESSMENT ALIVE SOME;

static const char position_sql[] =
	"SELECT x.id, a.key, x.no, '', x.text, '', x.decider, " OF_ASSESSMENT
	"  FROM position x" IN_ASSESSMENT ALIVE SOME;

static const char actor_sql[] =
	"SELECT x.id, x.key, 0, '', x.name, '', '', '', 0, '', 0"
	"  FROM actor x"
	" WHERE x.org_id = $1 AND x.id BETWEEN $2 AND $3"
	"   AND x.retired_at IS NULL" SOME;

static const char framework_sql[] =
	"SELECT x.id, x.key, 0, x.edition, x.title_sv, x.title_en,"
	"       x.target_picture || '\n' || x.note, '', 0, '', 0"
	"  FROM framework x"
	" WHERE x.org_id = $1 AND x.id BETWEEN $2 AND $3" SOME;

static const char goal_sql[] =
	"SELECT x.id, f.key, 0, x.code, x.title_sv, x.title_en,"
	"       x.description || '\n' || x.keywords, f.title_sv, 0, '', 0"
	"  FROM goal x"
	"  JOIN framework f ON f.org_id = x.org_id AND f.id = x.framework_id"
	" WHERE x.org_id = $1 AND x.id BETWEEN $2 AND $3" SOME;

static const char matter_sql[] =
	"SELECT x.id, x.key, 0, x.registry_no, x.title, '',"
	"       x.registry_no || '\n' || x.unit || '\n' || x.no_registry, '',"
	"       x.state, x.unit, x.made_at"
	"  FROM matter x"
	" WHERE x.org_id = $1 AND x.id BETWEEN $2 AND $3" SOME;

static const char paper_sql[] =
	"SELECT x.id, m.key, x.no, x.registry_no, x.title, '', x.registry_no,"
	"       m.title, m.state, m.unit, m.made_at"
	"  FROM matter_paper x"
	"  JOIN matter m ON m.org_id = x.org_id AND m.id = x.matter_id"
	ALIVE " AND x.secret_by = ''" SOME;

/* Under the latest assessment of what it lies beside. */
static const char attachment_sql[] =
	"SELECT x.id, a.key, 0, x.key, x.name, '', '', " OF_ASSESSMENT
	"  FROM attachment x"
	"  JOIN assessment a ON a.org_id = x.org_id AND a.id = ("
	"       SELECT max(l.id) FROM assessment l"
	"        WHERE l.org_id = x.org_id AND l.subject_id = x.subject_id)"
	"  JOIN subject t ON t.org_id = a.org_id AND t.id = a.subject_id"
	ALIVE SOME;

static const char *const statements[FIND_KINDS] = {
	[FIND_ASSESSMENT] = assessment_sql, [FIND_PRIORITY] = priority_sql,
	[FIND_FINDING] = finding_sql,       [FIND_CONFLICT] = conflict_sql,
	[FIND_ACTION] = action_sql,         [FIND_POSITION] = position_sql,
	[FIND_GAP] = gap_sql,               [FIND_ACTOR] = actor_sql,
	[FIND_FRAMEWORK] = framework_sql,   [FIND_GOAL] = goal_sql,
	[FIND_MATTER] = matter_sql,         [FIND_PAPER] = paper_sql,
	[FIND_ATTACHMENT] = attachment_sql,
};

static bool is_over(enum find_kind kind, i64 state)
{
	if (kind == FIND_MATTER || kind == FIND_PAPER)
		return state == MATTER_FOLLOWED || state == MATTER_WRITTEN_OFF;
	return assessment_is_final((enum assessment_state)state);
}

static i64 year_of(i64 ms)
{
	return ms == 0 ? 0 : date_of_day(day_of_instant(ms)).year;
}

static void read_entry(struct query *q, enum find_kind kind, struct entry *e)
{
	e->kind     = kind;
	e->id       = read_int(q);
	e->key      = read_text(q);
	e->no       = read_int(q);
	e->code     = read_text(q);
	e->title    = read_text(q);
	e->title_en = read_text(q);
	e->text     = read_text(q);
	e->where    = read_text(q);
	e->over     = is_over(kind, read_int(q));
	e->unit     = read_text(q);
	e->year     = year_of(read_int(q));
}

/* -- what stands in rows of its own -------------------------------------- */

static const char said_sql[] =
	"SELECT a.id, n.number FROM registry_no n"
	"  JOIN assessment a ON a.org_id = n.org_id"
	"   AND a.subject_id = n.subject_id"
	" WHERE n.org_id = $1 AND a.id BETWEEN $2 AND $3"
	" UNION ALL "
	"SELECT assessment_id, CASE WHEN value LIKE '% %' THEN value"
	"       ELSE '' END || '\n' || note FROM answer"
	" WHERE org_id = $1 AND assessment_id BETWEEN $2 AND $3"
	" ORDER BY 1, 2";

static const char sides_sql[] =
	"SELECT conflict_id, title || '\n' || gains || '\n' || loses"
	"  FROM side WHERE org_id = $1 AND conflict_id BETWEEN $2 AND $3"
	" UNION ALL "
	"SELECT conflict_id, title || '\n' || gain || '\n' || price"
	"  FROM way WHERE org_id = $1 AND conflict_id BETWEEN $2 AND $3"
	" ORDER BY 1, 2";

/* To the entries from `i` on; both are in the order of their ids. */
static enum status add_rows(struct scope *s, const char *sql,
                            struct entry_list *all, size_t i)
{
	struct query q;

	if (all->n == i)
		return OK;
	q = db_query(s, sql, VALUES(of_int(s->org), of_int(all->v[i].id),
	                            of_int(all->v[all->n - 1].id)));
	while (query_next(&q)) {
		i64 id = read_int(&q);
		const char *text = read_text(&q);

		while (i < all->n && all->v[i].id < id)
			i++;
		if (i < all->n && all->v[i].id == id)
			all->v[i].text = arena_print(s->mem, "%s\n%s",
			                             all->v[i].text, text);
	}
	return query_end(&q);
}

enum status entry_list(struct scope *s, enum find_kind kind, i64 first,
                       i64 last, i64 most, struct entry_list *out)
{
	struct query q = db_query(s, statements[kind], VALUES(
		of_int(s->org), of_int(first), of_int(last), of_int(most)));
	size_t from = out->n;

	while (query_next(&q))
		read_entry(&q, kind, PUSH(s->mem, out));
	TRY(query_end(&q));
	if (kind == FIND_ASSESSMENT)
		return add_rows(s, said_sql, out, from);
	return kind == FIND_CONFLICT ? add_rows(s, sides_sql, out, from) : OK;
}
