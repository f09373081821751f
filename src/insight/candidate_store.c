/* Stands that somebody has taken on suggestions, from either side. */
#include "db/db.h"
#include "insight/across_near.h"

static void read_candidate(struct query *q, struct candidate *c)
{
	c->id          = read_int(q);
	c->assessment  = read_int(q);
	c->other       = read_int(q);
	c->sign        = (int)read_int(q);
	c->reasons     = (unsigned)read_int(q);
	c->goals       = read_text(q);
	c->state       = (enum candidate_state)read_int(q);
	c->conflict_no = read_int(q);
	c->why         = read_text(q);
	c->who         = read_text(q);
	c->at          = read_int(q);
	c->version     = read_int(q);
	c->other_key   = read_text(q);
	c->other_title = read_text(q);
}

#define COLUMNS                                                         \
	"SELECT c.id, c.assessment_id, c.other_id, c.sign, c.reasons,"    \
	"       c.goals, c.state, k.no, c.why, p.name, c.at, c.version,"  \
	"       a.key, s.title"
#define BESIDE                                                          \
	"  LEFT JOIN person p ON p.id = c.person"                         \
	"  LEFT JOIN conflict k ON k.org_id = c.org_id"                   \
	"   AND k.assessment_id = c.assessment_id"                        \
	"   AND k.no = c.conflict_no AND k.removed_at IS NULL"
#define CANDIDATES COLUMNS " FROM candidate c" BESIDE

static enum status read_all(struct scope *s, const char *sql, i64 assessment,
                            struct candidate_list *out)
{
	struct query q = db_query(s, sql, VALUES(of_int(s->org),
	                                         of_int(assessment)));

	while (query_next(&q))
		read_candidate(&q, PUSH(s->mem, out));
	return query_end(&q);
}

enum status candidate_list(struct scope *s, i64 assessment,
                           struct candidate_list *out)
{
	static const char here[] =
		CANDIDATES
		"  JOIN assessment a ON a.org_id = $1 AND a.id = c.other_id"
		"  JOIN subject s ON s.org_id = $1 AND s.id = a.subject_id"
		" WHERE c.org_id = $1 AND c.assessment_id = $2"
		" ORDER BY c.at DESC, c.id DESC";
	static const char there[] =
		CANDIDATES
		"  JOIN assessment a ON a.org_id = $1"
		"   AND a.id = c.assessment_id"
		"  JOIN subject s ON s.org_id = $1 AND s.id = a.subject_id"
		" WHERE c.org_id = $1 AND c.other_id = $2"
		" ORDER BY c.at DESC, c.id DESC";

	TRY(read_all(s, here, assessment, out));
	return read_all(s, there, assessment, out);
}

/* CROSS JOIN: SQLite takes the numbers first. */
#define OF_IDS                                                          \
	COLUMNS " FROM ids CROSS JOIN candidate c" BESIDE               \
	"  JOIN assessment a ON a.org_id = $1 AND a.id = c.other_id"    \
	"  JOIN subject s ON s.org_id = $1 AND s.id = a.subject_id"

enum status candidates_among(struct scope *s, const i64 *ids, size_t n,
                             struct candidate_list *out)
{
	static const char sql[] =
		WITH_IDS
		OF_IDS " WHERE c.org_id = $1 AND c.assessment_id = ids.id"
		" UNION ALL "
		OF_IDS " WHERE c.org_id = $1 AND c.other_id = ids.id";

	struct query q;

	if (n == 0)
		return OK;
	q = db_query(s, sql, VALUES(of_int(s->org),
		of_text(ids_text(s->mem, ids, n)), of_int((i64)n)));
	while (query_next(&q))
		read_candidate(&q, PUSH(s->mem, out));
	return query_end(&q);
}

static enum status note_new(struct scope *s, const struct candidate *c)
{
	static const char sql[] =
		"INSERT INTO candidate (org_id, assessment_id, other_id, sign,"
		"  reasons, goals, state, conflict_no, why, person, at)"
		" VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)"
		" RETURNING id";
	i64 id;

	TRY(db_insert(s, sql, VALUES(of_int(s->org), of_int(c->assessment),
		of_int(c->other), of_int(c->sign), of_int(c->reasons),
		of_text(c->goals), of_int(c->state), of_int(c->conflict_no),
		of_said(c->why), of_int(s->person), of_int(s->now)), &id));
	return event_note(s, "candidate", id, "note", NULL);
}

static enum status change(struct scope *s, i64 id, const struct candidate *c)
{
	static const char sql[] =
		"UPDATE candidate SET reasons = $3, goals = $4, state = $5,"
		"       conflict_no = $6, why = $7, person = $8, at = $9,"
		"       version = version + 1"
		" WHERE org_id = $1 AND id = $2";

	TRY(KEEP(s, "candidate", id, "change"));
	return db_change(s, sql, VALUES(of_int(s->org), of_int(id),
		of_int(c->reasons), of_text(c->goals), of_int(c->state),
		of_int(c->conflict_no), of_said(c->why), of_int(s->person),
		of_int(s->now)));
}

enum status candidate_note(struct scope *s, const struct candidate *c)
{
	static const char find[] =
		"SELECT id FROM candidate WHERE org_id = $1"
		"   AND assessment_id = $2 AND other_id = $3 AND sign = $4";
	i64 id = 0;
	enum status found = db_number(s, find, VALUES(of_int(s->org),
		of_int(c->assessment), of_int(c->other), of_int(c->sign)),
		&id);

	if (found == NOT_FOUND)
		return note_new(s, c);
	TRY(found);
	return change(s, id, c);
}
