/* Rows of what changed in the proposal. */
#include "action/change.h"
#include "db/db.h"

#define CHANGE                                                          \
	"SELECT c.id, c.no, c.was, c.becomes, c.finding_no,"            \
	"       c.conflict_no, coalesce(k.sign, 0), c.comment_no,"      \
	"       c.day, coalesce(c.removed_at, 0), c.version"            \
	"  FROM proposal_change c LEFT JOIN conflict k"                 \
	"    ON k.org_id = c.org_id AND k.no = c.conflict_no"           \
	"   AND k.assessment_id = c.assessment_id"

static void read_change(struct query *q, struct proposal_change *c)
{
	c->id          = read_int(q);
	c->no          = read_int(q);
	c->was         = read_text(q);
	c->becomes     = read_text(q);
	c->finding_no  = read_int(q);
	c->conflict_no = read_int(q);
	c->conflict_sign = (enum conflict_sign)read_int(q);
	c->comment_no  = read_int(q);
	c->day         = read_int(q);
	c->removed     = read_int(q) != 0;
	c->version     = read_int(q);
}

enum status proposal_change_list(struct scope *s, i64 assessment,
                                 struct proposal_change_list *out)
{
	static const char sql[] =
		CHANGE " WHERE c.org_id = $1 AND c.assessment_id = $2"
		"   AND c.removed_at IS NULL ORDER BY c.no";

	struct query q = db_query(s, sql, VALUES(of_int(s->org),
	                                         of_int(assessment)));

	while (query_next(&q))
		read_change(&q, PUSH(s->mem, out));
	return query_end(&q);
}

enum status proposal_change_get(struct scope *s, i64 assessment, i64 no,
                                struct proposal_change *out)
{
	static const char sql[] =
		CHANGE " WHERE c.org_id = $1 AND c.assessment_id = $2"
		"   AND c.no = $3";

	struct query q = db_query(s, sql, VALUES(
		of_int(s->org), of_int(assessment), of_int(no)));

	if (query_next(&q))
		read_change(&q, out);
	return query_end_one(&q);
}

enum status proposal_change_note(struct scope *s, i64 assessment,
                                 struct proposal_change *c)
{
	static const char sql[] =
		"INSERT INTO proposal_change (org_id, assessment_id, no, was,"
		"  becomes, finding_no, conflict_no, comment_no, day)"
		" VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) RETURNING id";

	TRY(assess_open(s, assessment));
	TRY(counter_take(s, assessment, "change", &c->no));
	TRY(db_insert(s, sql, VALUES(
		of_int(s->org), of_int(assessment), of_int(c->no),
		of_said(c->was), of_text(c->becomes), of_int(c->finding_no),
		of_int(c->conflict_no), of_int(c->comment_no),
		of_int(c->day)), &c->id));
	TRY(event_note(s, "proposal_change", c->id, "note", NULL));
	return assess_touch(s, assessment);
}

enum status proposal_change_change(struct scope *s, i64 assessment,
                                   const struct proposal_change *c)
{
	static const char sql[] =
		"UPDATE proposal_change SET was = $4, becomes = $5,"
		"       finding_no = $6, conflict_no = $7, comment_no = $8,"
		"       day = $9, version = version + 1"
		" WHERE org_id = $1 AND id = $2 AND version = $3"
		"   AND removed_at IS NULL";
	struct proposal_change was = {0};
	enum status done;

	TRY(assess_open(s, assessment));
	TRY(proposal_change_get(s, assessment, c->no, &was));
	TRY(KEEP(s, "proposal_change", was.id, "change"));
	done = db_change(s, sql, VALUES(
		of_int(s->org), of_int(was.id), of_int(c->version),
		of_said(c->was), of_text(c->becomes), of_int(c->finding_no),
		of_int(c->conflict_no), of_int(c->comment_no),
		of_int(c->day)));
	if (done != OK)
		return done == NOT_FOUND ? STALE : done;
	return assess_touch(s, assessment);
}

enum status proposal_change_remove(struct scope *s, i64 assessment, i64 no,
                                   bool removed)
{
	return numbered_remove(s, REMOVAL("proposal_change"), assessment, no,
	                       removed);
}
