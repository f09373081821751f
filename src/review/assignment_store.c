/* Tasks to look deeper, and what came back with them. */
#include "db/db.h"
#include "review/assignment.h"

#define ASSIGNMENT                                                      \
	"SELECT a.id, a.no, a.assessment_id, s.key, t.title,"           \
	"       a.finding_no, coalesce(a.priority_id, 0),"              \
	"       coalesce(p.no, 0), coalesce(a.goal_id, 0), a.question," \
	"       a.receiver, a.authority, a.due, coalesce(a.pass_id, 0)," \
	"       a.given_at, coalesce(w.name, ''), a.state, a.answer,"   \
	"       a.source,"                                              \
	"       coalesce(a.answered_at, 0), coalesce(a.settled_at, 0)," \
	"       a.settled_why, a.version"                               \
	"  FROM assignment a"                                           \
	"  JOIN assessment s"                                           \
	"    ON s.org_id = a.org_id AND s.id = a.assessment_id"         \
	"  JOIN subject t"                                              \
	"    ON t.org_id = s.org_id AND t.id = s.subject_id"            \
	"  LEFT JOIN priority p"                                        \
	"    ON p.org_id = a.org_id AND p.id = a.priority_id"           \
	"  LEFT JOIN person w ON w.id = a.given_by"

static void read_assignment(struct query *q, struct assignment *a)
{
	a->id             = read_int(q);
	a->no             = read_int(q);
	a->assessment     = read_int(q);
	a->assessment_key = read_text(q);
	a->title          = read_text(q);
	a->finding_no     = read_int(q);
	a->priority       = read_int(q);
	a->priority_no    = read_int(q);
	a->goal           = read_int(q);
	a->question       = read_text(q);
	a->receiver       = read_text(q);
	a->outside        = read_int(q) != 0;
	a->due            = read_int(q);
	a->pass           = read_int(q);
	a->given_at       = read_int(q);
	a->given_name     = read_text(q);
	a->state          = (enum assignment_state)read_int(q);
	a->answer         = read_text(q);
	a->source         = read_text(q);
	a->answered_at    = read_int(q);
	a->settled_at     = read_int(q);
	a->settled_why    = read_text(q);
	a->version        = read_int(q);
}

static void read_proposal(struct query *q, struct proposal *p)
{
	p->id              = read_int(q);
	p->no              = read_int(q);
	p->kind            = (enum proposal_kind)read_int(q);
	p->sentence        = read_text(q);
	p->rationale       = read_text(q);
	p->finding_kind    = (enum finding_kind)read_int(q);
	p->mark.direction  = (enum direction)read_int(q);
	p->mark.directness = (enum directness)read_int(q);
	p->mark.goal       = read_int(q);
	p->at              = read_int(q);
	p->state           = (enum proposal_state)read_int(q);
	p->why             = read_text(q);
	p->became_no       = read_int(q);
	p->version         = read_int(q);
}

static enum status read_proposals(struct scope *s, i64 assessment,
                                  struct assignment_list *all)
{
	static const char sql[] =
		"SELECT p.assignment_id, p.id, p.no, p.kind, p.sentence,"
		"       p.rationale, p.finding_kind, p.direction,"
		"       p.directness, coalesce(p.goal_id, 0), p.at, p.state,"
		"       p.why, p.became_no, p.version"
		"  FROM assignment_proposal p JOIN assignment a"
		"    ON a.org_id = p.org_id AND a.id = p.assignment_id"
		" WHERE p.org_id = $1 AND a.assessment_id = $2"
		" ORDER BY p.assignment_id, p.no";

	struct query q = db_query(s, sql, VALUES(of_int(s->org),
	                                         of_int(assessment)));

	while (query_next(&q)) {
		i64 of = read_int(&q);
		struct proposal p = {0};

		read_proposal(&q, &p);
		for (size_t i = 0; i < all->n; i++)
			if (all->v[i].id == of)
				*PUSH(s->mem, &all->v[i].proposals) = p;
	}
	return query_end(&q);
}

enum status assignment_list(struct scope *s, i64 assessment,
                            struct assignment_list *out)
{
	static const char sql[] =
		ASSIGNMENT " WHERE a.org_id = $1 AND a.assessment_id = $2"
		" ORDER BY a.no";

	struct query q = db_query(s, sql, VALUES(of_int(s->org),
	                                         of_int(assessment)));

	while (query_next(&q))
		read_assignment(&q, PUSH(s->mem, out));
	TRY(query_end(&q));
	return out->n == 0 ? OK : read_proposals(s, assessment, out);
}

enum status assignment_get(struct scope *s, i64 assessment, i64 no,
                           struct assignment *out)
{
	struct assignment_list all = {0};

	TRY(assignment_list(s, assessment, &all));
	for (size_t i = 0; i < all.n; i++)
		if (all.v[i].no == no) {
			*out = all.v[i];
			return OK;
		}
	return NOT_FOUND;
}

enum status assignment_by_id(struct scope *s, i64 id, struct assignment *out)
{
	static const char sql[] =
		"SELECT assessment_id, no FROM assignment"
		" WHERE org_id = $1 AND id = $2";

	struct query q = db_query(s, sql, VALUES(of_int(s->org), of_int(id)));
	i64 assessment = 0, no = 0;

	if (query_next(&q)) {
		assessment = read_int(&q);
		no         = read_int(&q);
	}
	TRY(query_end_one(&q));
	return assignment_get(s, assessment, no, out);
}

enum status assignment_waiting(struct scope *s, i64 after_due, i64 after_id,
                               i64 most, struct assignment_list *out)
{
	static const char sql[] =
		ASSIGNMENT " WHERE a.org_id = $1 AND a.state = $5"
		"   AND (a.due > $2 OR (a.due = $2 AND a.id > $3))"
		" ORDER BY a.due, a.id LIMIT $4";

	struct query q = db_query(s, sql, VALUES(
		of_int(s->org), of_int(after_due), of_int(after_id),
		of_int(most), of_int(ASSIGNMENT_GIVEN)));

	while (query_next(&q))
		read_assignment(&q, PUSH(s->mem, out));
	return query_end(&q);
}

enum status assignment_note(struct scope *s, struct assignment *a)
{
	static const char sql[] =
		"INSERT INTO assignment (org_id, assessment_id, no,"
		"  finding_no, priority_id, goal_id, question, receiver,"
		"  authority, due, given_at, given_by, state)"
		" VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12,"
		"  $13) RETURNING id";

	TRY(counter_take(s, a->assessment, "assignment", &a->no));
	TRY(db_insert(s, sql, VALUES(
		of_int(s->org), of_int(a->assessment), of_int(a->no),
		of_int(a->finding_no), of_id(a->priority), of_id(a->goal),
		of_text(a->question), of_text(a->receiver),
		of_int(a->outside), of_int(a->due), of_int(s->now),
		of_int(s->person), of_int(ASSIGNMENT_GIVEN)), &a->id));
	a->version = 1;
	return event_note(s, "assignment", a->id, "note", NULL);
}

enum status assignment_link(struct scope *s, const struct assignment *a,
                            i64 pass)
{
	static const char sql[] =
		"UPDATE assignment SET pass_id = $4, version = version + 1"
		" WHERE org_id = $1 AND id = $2 AND version = $3";
	enum status done;

	TRY(KEEP(s, "assignment", a->id, pass == 0 ? "take back" : "share"));
	done = db_change(s, sql, VALUES(of_int(s->org), of_int(a->id),
	                                of_int(a->version), of_id(pass)));
	return done == NOT_FOUND ? STALE : done;
}

enum status assignment_answer(struct scope *s, const struct assignment *a)
{
	static const char sql[] =
		"UPDATE assignment SET answer = $4, answered_at = $5,"
		"       state = $6, source = $8, version = version + 1"
		" WHERE org_id = $1 AND id = $2 AND version = $3"
		"   AND state IN ($6, $7)";
	enum status done;

	TRY(KEEP(s, "assignment", a->id, "answer"));
	done = db_change(s, sql, VALUES(
		of_int(s->org), of_int(a->id), of_int(a->version),
		of_text(a->answer), of_int(s->now),
		of_int(ASSIGNMENT_ANSWERED), of_int(ASSIGNMENT_GIVEN),
		of_said(a->source)));
	return done == NOT_FOUND ? STALE : done;
}

enum status proposal_note(struct scope *s, i64 assignment,
                          struct proposal *p)
{
	static const char last[] =
		"SELECT coalesce(max(no), 0) + 1 FROM assignment_proposal"
		" WHERE org_id = $1 AND assignment_id = $2";
	static const char sql[] =
		"INSERT INTO assignment_proposal (org_id, assignment_id, no,"
		"  kind, sentence, rationale, finding_kind, direction,"
		"  directness, goal_id, at)"
		" VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)"
		" RETURNING id";

	TRY(db_number(s, last, VALUES(of_int(s->org), of_int(assignment)),
	              &p->no));
	TRY(db_insert(s, sql, VALUES(
		of_int(s->org), of_int(assignment), of_int(p->no),
		of_int(p->kind), of_said(p->sentence), of_said(p->rationale),
		of_int(p->finding_kind), of_int(p->mark.direction),
		of_int(p->mark.directness), of_id(p->mark.goal),
		of_int(s->now)), &p->id));
	return event_note(s, "assignment_proposal", p->id, "note", NULL);
}

enum status assignment_settle(struct scope *s, const struct assignment *a)
{
	static const char sql[] =
		"UPDATE assignment SET state = $4, settled_why = $5,"
		"       settled_at = $6, settled_by = $7,"
		"       version = version + 1"
		" WHERE org_id = $1 AND id = $2 AND version = $3";
	enum status done;

	TRY(KEEP(s, "assignment", a->id, "settle"));
	done = db_change(s, sql, VALUES(
		of_int(s->org), of_int(a->id), of_int(a->version),
		of_int(a->state), of_said(a->settled_why), of_int(s->now),
		of_int(s->person)));
	return done == NOT_FOUND ? STALE : done;
}

enum status proposal_settle(struct scope *s, const struct proposal *p)
{
	static const char sql[] =
		"UPDATE assignment_proposal SET state = $4, why = $5,"
		"       became_no = $6, version = version + 1"
		" WHERE org_id = $1 AND id = $2 AND version = $3"
		"   AND state = $7";
	enum status done;

	TRY(KEEP(s, "assignment_proposal", p->id, "settle"));
	done = db_change(s, sql, VALUES(
		of_int(s->org), of_int(p->id), of_int(p->version),
		of_int(p->state), of_said(p->why), of_int(p->became_no),
		of_int(PROPOSAL_OPEN)));
	return done == NOT_FOUND ? STALE : done;
}
