/* The matter itself, and which assessments it rests on. */
#include <string.h>

#include "assess/assess.h"
#include "base/rights.h"
#include "base/text.h"
#include "db/db.h"
#include "kit/icu.h"
#include "matter/matter.h"

/* For the hall: of an organisation the visitor is a member of, or let in to. */
enum status matter_find(struct scope *s, const char *key,
                        struct standing *out)
{
	static const char sql[] =
		"SELECT CASE WHEN m.id IS NULL THEN x.ends END,"
		"       CASE WHEN m.id IS NULL THEN 1 ELSE 0 END,"
		"       a.id, a.key, o.id, o.key, o.name, o.contact,"
		"       o.constructed, coalesce(m.rights, x.rights)"
		"  FROM matter a JOIN org o ON o.id = a.org_id"
		"  LEFT JOIN membership m"
		"    ON m.org_id = a.org_id AND m.person_id = $2"
		"  LEFT JOIN access x ON x.org_id = a.org_id"
		"    AND x.person_id = $2 AND x.kind = $3"
		"    AND x.object = a.id"
		" WHERE a.key = $1"
		"   AND (m.id IS NOT NULL OR x.id IS NOT NULL)"
		" ORDER BY a.id";

	struct query q = db_query(s, sql, VALUES(
		of_text(key), of_int(s->person), of_int(ON_MATTER)));

	return standing_read(s, &q, out);
}

/* -- reading ------------------------------------------------------------- */

/*
 * Who is next is what chain_next() says, asked of many at once: the first step
 * in order that no meeting has concluded. A planned day counts if it comes
 * after the last meeting of that step.
 */
#define COLUMNS                                                         \
	"SELECT m.id, m.key, m.kind, m.title, m.registry_no,"            \
	"       m.no_registry, m.officer, m.unit, m.started_by, m.state," \
	"       m.came_from, f.key, f.title, m.made_at, m.version,"     \
	"       b.name, CASE WHEN n.planned_on > coalesce(("            \
	"         SELECT max(o.held_on) FROM outcome o"                 \
	"          WHERE o.org_id = m.org_id"                           \
	"            AND o.step_body_id = n.id), 0)"                    \
	"         THEN n.planned_on END,"                               \
	"       (SELECT count(*) FROM task t"                           \
	"         WHERE t.org_id = m.org_id AND t.matter_id = m.id"     \
	"           AND t.done_at IS NULL)"                             \
	"  FROM matter m"                                               \
	"  LEFT JOIN matter f ON f.org_id = m.org_id"                   \
	"   AND f.id = m.came_from"                                     \
	"  LEFT JOIN step_body n ON n.org_id = m.org_id"                \
	"   AND m.state <> 12 AND n.id = ("                             \
	"     SELECT x.id FROM step_body x"                             \
	"      WHERE x.org_id = m.org_id AND x.matter_id = m.id"        \
	"        AND x.removed_at IS NULL AND NOT EXISTS ("             \
	"          SELECT 1 FROM outcome o"                             \
	"           WHERE o.org_id = x.org_id"                          \
	"             AND o.step_body_id = x.id"                        \
	"             AND o.kind NOT IN (4, 5))"                        \
	"      ORDER BY x.place, x.no LIMIT 1)"                         \
	"  LEFT JOIN body b ON b.org_id = n.org_id AND b.id = n.body_id"

_Static_assert((int)MATTER_WRITTEN_OFF == 12 &&
               (int)OUTCOME_ADJOURNED == 4 &&
               (int)OUTCOME_REFERRED_BACK == 5, "as COLUMNS says");

static void read_matter(struct query *q, struct matter *m)
{
	m->id              = read_int(q);
	m->key             = read_text(q);
	m->kind            = (enum matter_kind)read_int(q);
	m->title           = read_text(q);
	m->registry_no     = read_text(q);
	m->no_registry     = read_text(q);
	m->officer         = read_text(q);
	m->unit            = read_text(q);
	m->started_by      = read_text(q);
	m->state           = (enum matter_state)read_int(q);
	m->came_from       = read_int(q);
	m->came_from_key   = read_text(q);
	m->came_from_title = read_text(q);
	m->made_at         = read_int(q);
	m->version         = read_int(q);
	m->next_body       = read_text(q);
	m->next_on         = read_int(q);
	m->tasks_open      = read_int(q);
}

static enum status read_all(struct query *q, struct matter_list *out)
{
	while (query_next(q))
		read_matter(q, PUSH(q->scope->mem, out));
	return query_end(q);
}

enum status matter_get(struct scope *s, i64 id, struct matter *out)
{
	static const char sql[] =
		COLUMNS " WHERE m.org_id = $1 AND m.id = $2";

	struct query q = db_query(s, sql, VALUES(of_int(s->org), of_int(id)));

	if (query_next(&q))
		read_matter(&q, out);
	return query_end_one(&q);
}

enum status matter_by_key(struct scope *s, const char *key, i64 *id)
{
	static const char sql[] =
		"SELECT id FROM matter WHERE org_id = $1 AND key = $2";

	return db_number(s, sql, VALUES(of_int(s->org), of_text(key)), id);
}

enum status matter_list(struct scope *s, const char *words, bool over,
                        i64 most, struct matter_list *out)
{
	static const char sql[] =
		COLUMNS " WHERE m.org_id = $1"
		"   AND m.folded LIKE $2 ESCAPE '!'"
		"   AND ($3 = 1 OR m.state NOT IN ($4, $5))"
		" ORDER BY m.made_at DESC, m.id DESC LIMIT $6";

	struct query q = db_query(s, sql, VALUES(of_int(s->org),
		of_text(like_pattern(s->mem,
			text_fold(s->mem, or_empty(words)))),
		of_int(over),
		of_int(MATTER_FOLLOWED), of_int(MATTER_WRITTEN_OFF),
		of_int(most)));

	return read_all(&q, out);
}

enum status matter_by_registry(struct scope *s, const char *number,
                               struct matter_list *out)
{
	static const char sql[] =
		COLUMNS " WHERE m.org_id = $1 AND m.registry_no = $2"
		" ORDER BY m.id";

	struct query q = db_query(s, sql, VALUES(of_int(s->org),
	                                         of_text(number)));

	return read_all(&q, out);
}

enum status matter_following(struct scope *s, i64 matter,
                             struct matter_list *out)
{
	static const char sql[] =
		COLUMNS " WHERE m.org_id = $1 AND m.came_from = $2"
		" ORDER BY m.id";

	struct query q = db_query(s, sql, VALUES(of_int(s->org),
	                                         of_int(matter)));

	return read_all(&q, out);
}

enum status matter_of_assessment(struct scope *s, i64 assessment,
                                 struct matter_list *out)
{
	static const char sql[] =
		COLUMNS
		"  JOIN matter_assessment l ON l.org_id = m.org_id"
		"   AND l.matter_id = m.id"
		" WHERE m.org_id = $1 AND l.assessment_id = $2"
		"   AND l.removed_at IS NULL ORDER BY m.id";

	struct query q = db_query(s, sql, VALUES(of_int(s->org),
	                                         of_int(assessment)));

	return read_all(&q, out);
}

/* -- writing ------------------------------------------------------------- */

static const char *folded(struct scope *s, const struct matter *m)
{
	return text_fold(s->mem, arena_print(s->mem, "%s %s",
	                 or_empty(m->registry_no), m->title));
}

enum status matter_note(struct scope *s, struct matter *m)
{
	static const char sql[] =
		"INSERT INTO matter (org_id, key, kind, title, folded,"
		"  registry_no, no_registry, officer, unit, started_by, state,"
		"  came_from, person, made_at)"
		" VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12,"
		"  $13, $14) RETURNING id";

	if (m->key == NULL)
		m->key = key_new(s->mem);
	if (m->state == 0)
		m->state = text_blank(m->registry_no) ? MATTER_STARTED :
		           MATTER_REGISTERED;
	m->made_at = s->now;
	m->version = 1;
	TRY(db_insert(s, sql, VALUES(of_int(s->org), of_text(m->key),
		of_int(m->kind), of_text(m->title), of_text(folded(s, m)),
		of_said(m->registry_no), of_said(m->no_registry),
		of_said(m->officer), of_said(m->unit), of_said(m->started_by),
		of_int(m->state), of_id(m->came_from), of_int(s->person),
		of_int(m->made_at)), &m->id));
	return event_note(s, "matter", m->id, "note", NULL);
}

/* One that gets its number is registered by that. */
enum status matter_change(struct scope *s, const struct matter *m)
{
	static const char sql[] =
		"UPDATE matter SET kind = $4, title = $5, folded = $6,"
		"       registry_no = $7, no_registry = $8, officer = $9,"
		"       unit = $10, started_by = $11, came_from = $12,"
		"       state = CASE WHEN state = $13 AND $7 <> '' THEN $14"
		"                    ELSE state END, version = version + 1"
		" WHERE org_id = $1 AND id = $2 AND version = $3";
	enum status done;

	TRY(KEEP(s, "matter", m->id, "change"));
	done = db_change(s, sql, VALUES(of_int(s->org), of_int(m->id),
		of_int(m->version), of_int(m->kind), of_text(m->title),
		of_text(folded(s, m)), of_said(m->registry_no),
		of_said(m->no_registry), of_said(m->officer),
		of_said(m->unit), of_said(m->started_by),
		of_id(m->came_from), of_int(MATTER_STARTED),
		of_int(MATTER_REGISTERED)));
	return done == NOT_FOUND ? STALE : done;
}

static enum status set_state(struct scope *s, i64 id, enum matter_state to)
{
	static const char sql[] =
		"UPDATE matter SET state = $3, version = version + 1"
		" WHERE org_id = $1 AND id = $2";

	TRY(KEEP(s, "matter", id, "become"));
	return db_change(s, sql, VALUES(of_int(s->org), of_int(id),
	                                of_int(to)));
}

enum status matter_become(struct scope *s, i64 id, enum matter_state to)
{
	struct outcome_list done = {0};
	struct matter m;

	TRY(matter_get(s, id, &m));
	TRY(outcome_list(s, id, &done));
	/* What a body took off its table is not taken up by hand. */
	if (!matter_may_become(m.state, to) ||
	    (m.state == MATTER_WRITTEN_OFF && done.n > 0 &&
	     done.v[done.n - 1].kind == OUTCOME_WITHDRAWN))
		return DENIED;
	return set_state(s, id, to);
}

enum status matter_follow_chain(struct scope *s, i64 id)
{
	struct outcome_list done = {0};
	struct chain chain = {0};
	enum matter_state to;
	struct matter m;

	TRY(matter_get(s, id, &m));
	TRY(chain_read(s, id, &chain));
	TRY(outcome_list(s, id, &done));
	to = matter_state_after(m.state, &chain, &done);
	return to == m.state ? OK : set_state(s, id, to);
}

/* -- assessments --------------------------------------------------------- */

enum status matter_link(struct scope *s, i64 matter, i64 assessment)
{
	static const char sql[] =
		"INSERT INTO matter_assessment (org_id, matter_id,"
		"  assessment_id, at, person) VALUES ($1, $2, $3, $4, $5)"
		" ON CONFLICT (org_id, matter_id, assessment_id)"
		" DO UPDATE SET removed_at = NULL";

	TRY(db_change(s, sql, VALUES(of_int(s->org), of_int(matter),
		of_int(assessment), of_int(s->now), of_int(s->person))));
	return event_note(s, "matter", matter, "link",
	                  arena_print(s->mem, "{\"assessment\":%lld}",
	                              assessment));
}

enum status matter_unlink(struct scope *s, i64 matter, i64 assessment)
{
	static const char sql[] =
		"UPDATE matter_assessment SET removed_at = $4"
		" WHERE org_id = $1 AND matter_id = $2"
		"   AND assessment_id = $3 AND removed_at IS NULL";

	TRY(db_change(s, sql, VALUES(of_int(s->org), of_int(matter),
		of_int(assessment), of_int(s->now))));
	return event_note(s, "matter", matter, "unlink",
	                  arena_print(s->mem, "{\"assessment\":%lld}",
	                              assessment));
}

enum status matter_linked(struct scope *s, i64 matter,
                          struct linked_list *out)
{
	static const char sql[] =
		"SELECT a.id, a.key, j.title, a.state"
		"  FROM matter_assessment l"
		"  JOIN assessment a ON a.org_id = l.org_id"
		"   AND a.id = l.assessment_id"
		"  JOIN subject j ON j.org_id = a.org_id"
		"   AND j.id = a.subject_id"
		" WHERE l.org_id = $1 AND l.matter_id = $2"
		"   AND l.removed_at IS NULL ORDER BY l.at, l.id";

	struct query q = db_query(s, sql, VALUES(of_int(s->org),
	                                         of_int(matter)));

	while (query_next(&q)) {
		struct linked *l = PUSH(s->mem, out);

		l->assessment = read_int(&q);
		l->key        = read_text(&q);
		l->title      = read_text(&q);
		l->state      = (int)read_int(&q);
	}
	return query_end(&q);
}
