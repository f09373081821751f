/* Comments on the draft, word for word, and what was done about them. */
#include "assess/comment.h"
#include "db/db.h"

#define COMMENT                                                         \
	"SELECT c.id, c.no, c.reviewer_id, e.no, e.name, e.kind,"       \
	"       e.authority, c.finding_no, c.text, c.at, c.late,"       \
	"       c.treated, c.treated_how, c.version"                    \
	"  FROM review_comment c"                                       \
	"  JOIN reviewer e"                                             \
	"    ON e.org_id = c.org_id AND e.id = c.reviewer_id"

static void read_comment(struct query *q, struct comment *c)
{
	c->id            = read_int(q);
	c->no            = read_int(q);
	c->reviewer      = read_int(q);
	c->reviewer_no   = read_int(q);
	c->reviewer_name = read_text(q);
	c->reviewer_kind = (enum reviewer_kind)read_int(q);
	c->authority     = read_int(q) != 0;
	c->finding_no    = read_int(q);
	c->text          = read_text(q);
	c->at            = read_int(q);
	c->late          = read_int(q) != 0;
	c->treated       = (enum treatment)read_int(q);
	c->treated_how   = read_text(q);
	c->version       = read_int(q);
}

enum status comment_list(struct scope *s, i64 assessment,
                         struct comment_list *out)
{
	static const char sql[] =
		COMMENT " WHERE c.org_id = $1 AND c.assessment_id = $2"
		" ORDER BY c.no";

	struct query q = db_query(s, sql, VALUES(of_int(s->org),
	                                         of_int(assessment)));

	while (query_next(&q))
		read_comment(&q, PUSH(s->mem, out));
	return query_end(&q);
}

enum status comment_get(struct scope *s, i64 assessment, i64 no,
                        struct comment *out)
{
	static const char sql[] =
		COMMENT " WHERE c.org_id = $1 AND c.assessment_id = $2"
		"   AND c.no = $3";

	struct query q = db_query(s, sql, VALUES(
		of_int(s->org), of_int(assessment), of_int(no)));

	if (query_next(&q))
		read_comment(&q, out);
	return query_end_one(&q);
}

enum status comment_note(struct scope *s, i64 assessment, struct comment *c)
{
	static const char sql[] =
		"INSERT INTO review_comment (org_id, assessment_id,"
		"  reviewer_id, no, finding_no, text, at, late, treated,"
		"  treated_how)"
		" VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)"
		" RETURNING id";

	TRY(counter_take(s, assessment, "comment", &c->no));
	if (c->at == 0)
		c->at = s->now;
	TRY(db_insert(s, sql, VALUES(
		of_int(s->org), of_int(assessment), of_int(c->reviewer),
		of_int(c->no), of_int(c->finding_no), of_text(c->text),
		of_int(c->at), of_int(c->late), of_int(c->treated),
		of_said(c->treated_how)), &c->id));
	TRY(event_note(s, "review_comment", c->id, "note", NULL));
	return assess_touch_living(s, assessment);
}

enum status comment_treat(struct scope *s, i64 assessment,
                          const struct comment *c)
{
	static const char sql[] =
		"UPDATE review_comment SET treated = $4, treated_how = $5,"
		"       version = version + 1"
		" WHERE org_id = $1 AND id = $2 AND version = $3";
	struct comment was = {0};
	enum status done;

	TRY(comment_get(s, assessment, c->no, &was));
	TRY(KEEP(s, "review_comment", was.id, "treat"));
	done = db_change(s, sql, VALUES(
		of_int(s->org), of_int(was.id), of_int(c->version),
		of_int(c->treated), of_said(c->treated_how)));
	if (done != OK)
		return done == NOT_FOUND ? STALE : done;
	return assess_touch_living(s, assessment);
}
