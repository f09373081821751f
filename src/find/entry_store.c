/* What there is to find, kind by kind: the same columns of each, so that one
 * reader reads all. What is removed, retired or marked as secret is not there;
 * nor are names of persons. */
#include "assess/assess.h"
#include "base/clock.h"
#include "base/text.h"
#include "db/db.h"
#include "duty/duty.h"
#include "find/find.h"
#include "matter/matter.h"

/*
 * Each statement is there twice: for a run of ids, and for some ids at once,
 * as a page shows them (unused places of those are 0).
 */
#define RUN             "BETWEEN $2 AND $3"
#define THESE                                                           \
	"IN ($2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14,"  \
	" $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25)"
#define BOTH(sql)                                                       \
	{ sql " AND x.id " RUN " ORDER BY x.id LIMIT $4",               \
	  sql " AND x.id " THESE " ORDER BY x.id" }
enum { BY_RUN, BY_IDS };

_Static_assert((int)ENTRIES_MOST == 24, "as many as THESE has");

/* id, key, no, code, title, title_en, text, where, state, unit, made_at */
#define OF_ASSESSMENT   "t.title, a.state, t.unit, a.made_at"
#define IN_ASSESSMENT                                                   \
	"  JOIN assessment a ON a.org_id = x.org_id"                    \
	"   AND a.id = x.assessment_id"                                 \
	"  JOIN subject t ON t.org_id = a.org_id AND t.id = a.subject_id"
#define ALIVE           " AND x.removed_at IS NULL"

static const char *const assessment_sql[] = BOTH(
	"SELECT x.id, x.key, x.edition, '', t.title, '',"
	"       t.description || '\n' || t.place || '\n' || t.unit || '\n'"
	"       || t.decided_by || '\n' || x.reason || '\n' || x.baseline"
	"       || '\n' || x.outside || '\n' || x.carried_out,"
	"       '', x.state, t.unit, x.made_at"
	"  FROM assessment x"
	"  JOIN subject t ON t.org_id = x.org_id AND t.id = x.subject_id"
	" WHERE x.org_id = $1");

/* In the wording of now, under the latest assessment that covers it. By id:
 * the latest of max() would be looked for among all there are. */
static const char *const priority_sql[] = BOTH(
	"SELECT x.id, a.key, x.no, '', w.title, '',"
	"       w.text || '\n' || w.serves, " OF_ASSESSMENT
	"  FROM priority x"
	"  JOIN assessment a ON a.org_id = x.org_id AND a.id = ("
	"       SELECT s.assessment_id FROM scope_priority s"
	"        WHERE s.org_id = x.org_id AND s.priority_id = x.id"
	"        ORDER BY s.id DESC LIMIT 1)"
	"  JOIN subject t ON t.org_id = a.org_id AND t.id = a.subject_id"
	"  JOIN wording w ON w.org_id = x.org_id AND w.priority_id = x.id"
	"   AND w.no = (SELECT max(v.no) FROM wording v"
	"        WHERE v.org_id = x.org_id AND v.priority_id = x.id)"
	" WHERE x.org_id = $1"
	"   AND x.retired_at IS NULL");

_Static_assert((int)FINDING_GAP == 3, "as the statements say");

static const char *const finding_sql[] = BOTH(
	"SELECT x.id, a.key, x.no, '', x.sentence, '',"
	"       x.rationale || '\n' || x.places || '\n' || x.short || '\n'"
	"       || x.handled_why, " OF_ASSESSMENT
	"  FROM finding x" IN_ASSESSMENT
	" WHERE x.org_id = $1" ALIVE " AND x.kind <> 3");

static const char *const gap_sql[] = BOTH(
	"SELECT x.id, a.key, x.no, '', x.sentence, '',"
	"       x.rationale || '\n' || x.places || '\n' || x.short || '\n'"
	"       || coalesce(g.owner, '') || '\n' || coalesce(g.answer, ''),"
	"       " OF_ASSESSMENT
	"  FROM finding x" IN_ASSESSMENT
	"  LEFT JOIN gap g ON g.org_id = x.org_id AND g.finding_id = x.id"
	" WHERE x.org_id = $1" ALIVE " AND x.kind = 3");

static const char *const conflict_sql[] = BOTH(
	"SELECT x.id, a.key, x.no, '', x.title, '',"
	"       x.what_happens || '\n' || x.question || '\n' || x.decider"
	"       || '\n' || x.dissent || '\n' || x.chosen || '\n'"
	"       || x.chosen_why, " OF_ASSESSMENT
	"  FROM conflict x" IN_ASSESSMENT
	" WHERE x.org_id = $1" ALIVE);

static const char *const action_sql[] = BOTH(
	"SELECT x.id, a.key, x.no, '', x.title, '',"
	"       x.text || '\n' || x.responsible || '\n' || x.other_org || '\n'"
	"       || x.resource || '\n' || x.indicator || '\n' || x.progress"
	"       || '\n' || x.effect || '\n' || x.dropped_why"
	"       || '\n' || x.instead, " OF_ASSESSMENT
	"  FROM action x" IN_ASSESSMENT
	" WHERE x.org_id = $1" ALIVE);

static const char *const position_sql[] = BOTH(
	"SELECT x.id, a.key, x.no, '', x.text, '', x.decider, " OF_ASSESSMENT
	"  FROM position x" IN_ASSESSMENT
	" WHERE x.org_id = $1" ALIVE);

static const char *const actor_sql[] = BOTH(
	"SELECT x.id, x.key, 0, '', x.name, '', '', '', 0, '', 0"
	"  FROM actor x"
	" WHERE x.org_id = $1"
	"   AND x.retired_at IS NULL");

static const char *const framework_sql[] = BOTH(
	"SELECT x.id, x.key, 0, x.edition, x.title_sv, x.title_en,"
	"       x.target_picture || '\n' || x.note, '', 0, '', 0"
	"  FROM framework x"
	" WHERE x.org_id = $1");

static const char *const goal_sql[] = BOTH(
	"SELECT x.id, f.key, 0, x.code, x.title_sv, x.title_en,"
	"       x.description || '\n' || x.keywords, f.title_sv, 0, '', 0"
	"  FROM goal x"
	"  JOIN framework f ON f.org_id = x.org_id AND f.id = x.framework_id"
	" WHERE x.org_id = $1");

static const char *const matter_sql[] = BOTH(
	"SELECT x.id, x.key, 0, x.registry_no, x.title, '',"
	"       x.registry_no || '\n' || x.unit || '\n' || x.no_registry, '',"
	"       x.state, x.unit, x.made_at"
	"  FROM matter x"
	" WHERE x.org_id = $1");

static const char *const paper_sql[] = BOTH(
	"SELECT x.id, m.key, x.no, x.registry_no, x.title, '', x.registry_no,"
	"       m.title, m.state, m.unit, m.made_at"
	"  FROM matter_paper x"
	"  JOIN matter m ON m.org_id = x.org_id AND m.id = x.matter_id"
	" WHERE x.org_id = $1" ALIVE " AND x.secret_by = ''");

/* Under the latest assessment of what it lies beside. */
static const char *const attachment_sql[] = BOTH(
	"SELECT x.id, a.key, 0, x.key, x.name, '', '', " OF_ASSESSMENT
	"  FROM attachment x"
	"  JOIN assessment a ON a.org_id = x.org_id AND a.id = ("
	"       SELECT l.id FROM assessment l"
	"        WHERE l.org_id = x.org_id AND l.subject_id = x.subject_id"
	"        ORDER BY l.id DESC LIMIT 1)"
	"  JOIN subject t ON t.org_id = a.org_id AND t.id = a.subject_id"
	" WHERE x.org_id = $1" ALIVE);

/* The code is its kind: read_entry() gives it its name. */
static const char *const duty_sql[] = BOTH(
	"SELECT x.id, a.key, x.no, CAST(x.kind AS TEXT), x.name, '',"
	"       x.question || '\n' || x.motive || '\n' || x.heard_how || '\n'"
	"       || x.part1 || '\n' || x.part2 || '\n' || x.part3 || '\n'"
	"       || x.part4 || '\n' || x.part5 || '\n' || x.part6 || '\n'"
	"       || x.part7 || '\n' || x.state_why, " OF_ASSESSMENT
	"  FROM duty x" IN_ASSESSMENT
	" WHERE x.org_id = $1");

/* A line of the log of a duty, by the number of the duty: with whom is an
 * organisation, by whom a function. */
static const char *const contact_sql[] = BOTH(
	"SELECT x.id, a.key, d.no, '', x.what, '',"
	"       x.with_whom || '\n' || x.by_whom || '\n' || x.reply, "
	"       " OF_ASSESSMENT
	"  FROM duty_contact x" IN_ASSESSMENT
	"  JOIN duty d ON d.org_id = x.org_id AND d.id = x.duty_id"
	" WHERE x.org_id = $1" ALIVE);

static const char *const screening_sql[] = BOTH(
	"SELECT x.id, x.key, x.no, '', t.title, '',"
	"       x.motive || '\n' || x.outside || '\n' || x.baseline || '\n'"
	"       || x.unit || '\n' || x.decided_by, '', x.result, x.unit,"
	"       x.made_at"
	"  FROM screening x"
	"  JOIN subject t ON t.org_id = x.org_id AND t.id = x.subject_id"
	" WHERE x.org_id = $1");

/* Who is asked is a function or an organisation. */
static const char *const comment_sql[] = BOTH(
	"SELECT x.id, a.key, x.no, '', w.name, '',"
	"       x.text || '\n' || x.treated_how, " OF_ASSESSMENT
	"  FROM review_comment x" IN_ASSESSMENT
	"  JOIN reviewer w ON w.org_id = x.org_id AND w.id = x.reviewer_id"
	" WHERE x.org_id = $1");

/* The code is the year; the key is that of what may be assured. */
static const char *const selection_sql[] = BOTH(
	"SELECT x.id, t.key, 0, CAST(x.year AS TEXT), t.title, '',"
	"       x.motive || '\n' || x.unit || '\n' || x.lead || '\n'"
	"       || x.decided_by, '', 0, x.unit, 0"
	"  FROM selection x"
	"  JOIN subject t ON t.org_id = x.org_id AND t.id = x.subject_id"
	" WHERE x.org_id = $1");

static const char *const *const statements[FIND_KINDS] = {
	[FIND_ASSESSMENT] = assessment_sql, [FIND_PRIORITY] = priority_sql,
	[FIND_FINDING] = finding_sql,       [FIND_CONFLICT] = conflict_sql,
	[FIND_ACTION] = action_sql,         [FIND_POSITION] = position_sql,
	[FIND_GAP] = gap_sql,               [FIND_ACTOR] = actor_sql,
	[FIND_FRAMEWORK] = framework_sql,   [FIND_GOAL] = goal_sql,
	[FIND_MATTER] = matter_sql,         [FIND_PAPER] = paper_sql,
	[FIND_ATTACHMENT] = attachment_sql, [FIND_DUTY] = duty_sql,
	[FIND_SCREENING] = screening_sql,   [FIND_COMMENT] = comment_sql,
	[FIND_CONTACT] = contact_sql,       [FIND_SELECTION] = selection_sql,
};

static bool is_over(enum find_kind kind, i64 state)
{
	if (kind == FIND_MATTER || kind == FIND_PAPER)
		return state == MATTER_FOLLOWED || state == MATTER_WRITTEN_OFF;
	if (kind == FIND_SCREENING)
		return state != 0;      /* decided */
	return assessment_is_final((enum assessment_state)state);
}

static i64 year_of(i64 ms)
{
	return ms == 0 ? 0 : date_of_day(day_of_instant(ms)).year;
}

/* A duty the law knows has its name from the program. */
static void name_duty(struct entry *e)
{
	struct duty d = { .name = e->title };
	i64 kind = 0;

	if (number_read(e->code, DUTY_CHILDREN, DUTY_RIGHTS, &kind)) {
		d.kind = (enum duty_kind)kind;
		e->title = duty_name(SWEDISH, &d);
		e->title_en = duty_name(ENGLISH, &d);
	}
	e->code = "";
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
	if (kind == FIND_DUTY)
		name_duty(e);
}

/* -- what stands in rows of its own -------------------------------------- */

#define SAID(ids)                                                       \
	"SELECT a.id, n.number"                                         \
	"  FROM registry_no n"                                          \
	"  JOIN assessment a ON a.org_id = n.org_id"                    \
	"   AND a.subject_id = n.subject_id"                            \
	" WHERE n.org_id = $1 AND a.id " ids                            \
	" UNION ALL "                                                   \
	"SELECT assessment_id, CASE WHEN value LIKE '% %' THEN value"   \
	"       ELSE '' END || '\n' || note FROM answer"                \
	" WHERE org_id = $1 AND assessment_id " ids " ORDER BY 1, 2"

#define SIDES(ids)                                                      \
	"SELECT conflict_id, title || '\n' || gains || '\n' || loses"   \
	"  FROM side WHERE org_id = $1 AND conflict_id " ids            \
	" UNION ALL "                                                   \
	"SELECT conflict_id, title || '\n' || gain || '\n' || price"    \
	"  FROM way WHERE org_id = $1 AND conflict_id " ids             \
	" ORDER BY 1, 2"

#define NOTES(ids)                                                      \
	"SELECT screening_id, note FROM screening_answer"               \
	" WHERE org_id = $1 AND screening_id " ids " ORDER BY 1, 2"

static const char *const said_sql[] = { SAID(RUN), SAID(THESE) };
static const char *const sides_sql[] = { SIDES(RUN), SIDES(THESE) };
static const char *const notes_sql[] = { NOTES(RUN), NOTES(THESE) };

/* To the entries from `i` on; both are in the order of their ids. */
static enum status add_rows(struct query q, struct entry_list *all, size_t i)
{
	struct arena *mem = q.scope->mem;

	while (query_next(&q)) {
		i64 id = read_int(&q);
		const char *text = read_text(&q);

		while (i < all->n && all->v[i].id < id)
			i++;
		if (i < all->n && all->v[i].id == id)
			all->v[i].text = arena_print(mem, "%s\n%s",
			                             all->v[i].text, text);
	}
	return query_end(&q);
}

/* What some kinds have beside their row; NULL: nothing. */
static const char *const *beside(enum find_kind kind)
{
	return kind == FIND_ASSESSMENT ? said_sql :
	       kind == FIND_CONFLICT ? sides_sql :
	       kind == FIND_SCREENING ? notes_sql : NULL;
}

static enum status read_all(struct query q, enum find_kind kind,
                            struct entry_list *out)
{
	while (query_next(&q))
		read_entry(&q, kind, PUSH(q.scope->mem, out));
	return query_end(&q);
}

enum status entry_list(struct scope *s, enum find_kind kind, i64 first,
                       i64 last, i64 most, struct entry_list *out)
{
	const char *const *more = beside(kind);
	size_t from = out->n;

	TRY(read_all(db_query(s, statements[kind][BY_RUN], VALUES(
		of_int(s->org), of_int(first), of_int(last), of_int(most))),
		kind, out));
	if (more == NULL || out->n == from)
		return OK;
	return add_rows(db_query(s, more[BY_RUN], VALUES(
		of_int(s->org), of_int(out->v[from].id),
		of_int(out->v[out->n - 1].id))), out, from);
}

enum status entry_some(struct scope *s, enum find_kind kind, const i64 *ids,
                       size_t n, struct entry_list *out)
{
	struct value values[1 + ENTRIES_MOST] = { of_int(s->org) };
	const char *const *more = beside(kind);
	size_t from = out->n;

	for (size_t i = 0; i < ENTRIES_MOST; i++)
		values[i + 1] = of_int(i < n ? ids[i] : 0);
	TRY(read_all(db_query(s, statements[kind][BY_IDS], values,
	                      COUNT(values)), kind, out));
	if (more == NULL || out->n == from)
		return OK;
	return add_rows(db_query(s, more[BY_IDS], values, COUNT(values)), out,
	                from);
}
