/* Review rounds, and who is asked in them. */
#include "assess/comment.h"
#include "db/db.h"

/* -- rounds -------------------------------------------------------------- */

#define REVIEW                                                          \
	"SELECT id, no, question, coalesce(due, 0), begun_at,"          \
	"       coalesce(closed_at, 0), version FROM review"

static void read_review(struct query *q, struct review *v)
{
	v->id        = read_int(q);
	v->no        = read_int(q);
	v->question  = read_text(q);
	v->due       = read_int(q);
	v->begun_at  = read_int(q);
	v->closed_at = read_int(q);
	v->version   = read_int(q);
}

static enum status reviewer_list(struct scope *, i64 assessment,
                                 struct reviewer_list *);

static enum status rounds(struct scope *s, i64 assessment,
                          struct review_list *out)
{
	static const char sql[] =
		REVIEW " WHERE org_id = $1 AND assessment_id = $2"
		" ORDER BY no";

	struct query q = db_query(s, sql, VALUES(of_int(s->org),
	                                         of_int(assessment)));

	while (query_next(&q))
		read_review(&q, PUSH(s->mem, out));
	return query_end(&q);
}

/* To each round its own, which come in order of number. */
static void hand_out(struct scope *s, struct review *v,
                     const struct reviewer_list *people,
                     const struct comment_list *said)
{
	for (size_t i = 0; i < people->n; i++)
		if (people->v[i].review == v->id)
			*PUSH(s->mem, &v->reviewers) = people->v[i];
	for (size_t i = 0; i < said->n; i++)
		for (size_t j = 0; j < v->reviewers.n; j++)
			if (said->v[i].reviewer == v->reviewers.v[j].id)
				*PUSH(s->mem, &v->comments) = said->v[i];
}

enum status review_list(struct scope *s, i64 assessment,
                        struct review_list *out)
{
	struct reviewer_list people = {0};
	struct comment_list said = {0};

	TRY(rounds(s, assessment, out));
	if (out->n == 0)
		return OK;
	TRY(reviewer_list(s, assessment, &people));
	TRY(comment_list(s, assessment, &said));
	for (size_t i = 0; i < out->n; i++)
		hand_out(s, &out->v[i], &people, &said);
	return OK;
}

enum status review_get(struct scope *s, i64 assessment, i64 no,
                       struct review *out)
{
	struct review_list all = {0};

	TRY(review_list(s, assessment, &all));
	for (size_t i = 0; i < all.n; i++)
		if (all.v[i].no == no) {
			*out = all.v[i];
			return OK;
		}
	return NOT_FOUND;
}

enum status review_by_id(struct scope *s, i64 id, i64 *assessment,
                         struct review *out)
{
	static const char sql[] =
		"SELECT assessment_id, no FROM review"
		" WHERE org_id = $1 AND id = $2";

	struct query q = db_query(s, sql, VALUES(of_int(s->org), of_int(id)));
	i64 no = 0;

	if (query_next(&q)) {
		*assessment = read_int(&q);
		no          = read_int(&q);
	}
	TRY(query_end_one(&q));
	return review_get(s, *assessment, no, out);
}

enum status review_note(struct scope *s, i64 assessment, struct review *v)
{
	static const char sql[] =
		"INSERT INTO review (org_id, assessment_id, no, question, due,"
		"                    begun_at, closed_at)"
		" VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id";

	TRY(assess_open(s, assessment));
	TRY(counter_take(s, assessment, "review", &v->no));
	if (v->begun_at == 0)
		v->begun_at = s->now;
	TRY(db_insert(s, sql, VALUES(
		of_int(s->org), of_int(assessment), of_int(v->no),
		of_text(v->question), of_id(v->due), of_int(v->begun_at),
		of_id(v->closed_at)), &v->id));
	TRY(event_note(s, "review", v->id, "note", NULL));
	return assess_touch(s, assessment);
}

enum status review_change(struct scope *s, i64 assessment,
                          const struct review *v)
{
	static const char sql[] =
		"UPDATE review SET question = $4, due = $5,"
		"       version = version + 1"
		" WHERE org_id = $1 AND id = $2 AND version = $3"
		"   AND closed_at IS NULL";
	enum status done;

	TRY(assess_open(s, assessment));
	TRY(KEEP(s, "review", v->id, "change"));
	done = db_change(s, sql, VALUES(
		of_int(s->org), of_int(v->id), of_int(v->version),
		of_text(v->question), of_id(v->due)));
	if (done != OK)
		return done == NOT_FOUND ? STALE : done;
	return assess_touch(s, assessment);
}

enum status review_close(struct scope *s, i64 assessment, i64 no)
{
	static const char sql[] =
		"UPDATE review SET closed_at = $3, version = version + 1"
		" WHERE org_id = $1 AND id = $2 AND closed_at IS NULL";
	struct review v = {0};

	TRY(review_get(s, assessment, no, &v));
	if (v.closed_at != 0)
		return STALE;
	TRY(KEEP(s, "review", v.id, "close"));
	TRY(db_change(s, sql, VALUES(of_int(s->org), of_int(v.id),
	                             of_int(s->now))));
	return assess_touch_living(s, assessment);
}

/* -- who is asked -------------------------------------------------------- */

#define REVIEWER                                                        \
	"SELECT e.id, e.no, e.review_id, e.kind, e.name,"               \
	"       coalesce(e.actor_id, 0), coalesce(e.pass_id, 0),"       \
	"       e.authority, coalesce(e.asked_at, 0), e.asked_by,"      \
	"       coalesce(p.name, ''), e.version"                        \
	"  FROM reviewer e LEFT JOIN person p ON p.id = e.asked_by"

static void read_reviewer(struct query *q, struct reviewer *e)
{
	e->id         = read_int(q);
	e->no         = read_int(q);
	e->review     = read_int(q);
	e->kind       = (enum reviewer_kind)read_int(q);
	e->name       = read_text(q);
	e->actor      = read_int(q);
	e->pass       = read_int(q);
	e->authority  = read_int(q) != 0;
	e->asked_at   = read_int(q);
	e->asked_by   = read_int(q);
	e->asked_name = read_text(q);
	e->version    = read_int(q);
}

static enum status reviewer_list(struct scope *s, i64 assessment,
                                 struct reviewer_list *out)
{
	static const char sql[] =
		REVIEWER " WHERE e.org_id = $1 AND e.assessment_id = $2"
		" ORDER BY e.no";

	struct query q = db_query(s, sql, VALUES(of_int(s->org),
	                                         of_int(assessment)));

	while (query_next(&q))
		read_reviewer(&q, PUSH(s->mem, out));
	return query_end(&q);
}

enum status reviewer_by_id(struct scope *s, i64 id, struct reviewer *out)
{
	static const char sql[] =
		REVIEWER " WHERE e.org_id = $1 AND e.id = $2";

	struct query q = db_query(s, sql, VALUES(of_int(s->org), of_int(id)));

	if (query_next(&q))
		read_reviewer(&q, out);
	return query_end_one(&q);
}

static enum status count_named(struct scope *s, const struct reviewer *e,
                               i64 *n)
{
	static const char sql[] =
		"SELECT count(*) FROM reviewer"
		" WHERE org_id = $1 AND review_id = $2 AND name = $3";

	return db_number(s, sql, VALUES(of_int(s->org), of_int(e->review),
	                                of_text(e->name)), n);
}

enum status reviewer_note(struct scope *s, i64 assessment,
                          struct reviewer *e)
{
	static const char sql[] =
		"INSERT INTO reviewer (org_id, assessment_id, review_id, no,"
		"  kind, name, actor_id, authority, asked_at)"
		" VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) RETURNING id";
	i64 n;

	TRY(count_named(s, e, &n));
	if (n > 0)
		return TAKEN;
	TRY(counter_take(s, assessment, "reviewer", &e->no));
	TRY(db_insert(s, sql, VALUES(
		of_int(s->org), of_int(assessment), of_int(e->review),
		of_int(e->no), of_int(e->kind), of_text(e->name),
		of_id(e->actor), of_int(e->authority), of_id(e->asked_at)),
		&e->id));
	TRY(event_note(s, "reviewer", e->id, "note", NULL));
	return assess_touch_living(s, assessment);
}

enum status reviewer_asked(struct scope *s, const struct reviewer *e,
                           i64 pass)
{
	static const char sql[] =
		"UPDATE reviewer SET pass_id = $4, version = version + 1,"
		"       asked_at = CASE WHEN CAST($4 AS BIGINT) IS NULL"
		"                       THEN asked_at"
		"                       ELSE $5 END,"
		"       asked_by = CASE WHEN CAST($4 AS BIGINT) IS NULL"
		"                       THEN asked_by"
		"                       ELSE $6 END"
		" WHERE org_id = $1 AND id = $2 AND version = $3";
	enum status done;

	TRY(KEEP(s, "reviewer", e->id, pass == 0 ? "take back" : "share"));
	done = db_change(s, sql, VALUES(
		of_int(s->org), of_int(e->id), of_int(e->version),
		of_id(pass), of_int(s->now), of_int(s->person)));
	return done == NOT_FOUND ? STALE : done;
}
