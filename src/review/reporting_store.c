/* The report back: when, where, to whom and what was said. It lives on after
 * the end; numbers and times are those of the assessment. */
#include "db/db.h"
#include "review/review.h"

#define REPORTING                                                       \
	"SELECT id, no, day, forum, audience, said,"                    \
	"       coalesce(removed_at, 0), version FROM reporting"

static void read_reporting(struct query *q, struct reporting *b)
{
	b->id       = read_int(q);
	b->no       = read_int(q);
	b->day      = read_int(q);
	b->forum    = read_text(q);
	b->audience = read_text(q);
	b->said     = read_text(q);
	b->removed  = read_int(q) != 0;
	b->version  = read_int(q);
}

static enum status read_told(struct scope *s, i64 assessment,
                             struct reporting_list *all)
{
	static const char sql[] =
		"SELECT t.reporting_id, t.kind, t.no"
		"  FROM reporting_to t JOIN reporting b"
		"    ON b.org_id = t.org_id AND b.id = t.reporting_id"
		" WHERE t.org_id = $1 AND b.assessment_id = $2"
		" ORDER BY t.kind, t.no";

	struct query q = db_query(s, sql, VALUES(of_int(s->org),
	                                         of_int(assessment)));

	while (query_next(&q)) {
		i64 of = read_int(&q);
		struct owed one = { .kind = (enum owed_kind)read_int(&q) };

		one.no = read_int(&q);
		for (size_t i = 0; i < all->n; i++)
			if (all->v[i].id == of)
				*PUSH(s->mem, &all->v[i].to) = one;
	}
	return query_end(&q);
}

enum status reporting_list(struct scope *s, i64 assessment,
                           struct reporting_list *out)
{
	static const char sql[] =
		REPORTING " WHERE org_id = $1 AND assessment_id = $2"
		" ORDER BY day, no";

	struct query q = db_query(s, sql, VALUES(of_int(s->org),
	                                         of_int(assessment)));

	while (query_next(&q))
		read_reporting(&q, PUSH(s->mem, out));
	TRY(query_end(&q));
	return out->n == 0 ? OK : read_told(s, assessment, out);
}

enum status reporting_get(struct scope *s, i64 assessment, i64 no,
                          struct reporting *out)
{
	struct reporting_list all = {0};

	TRY(reporting_list(s, assessment, &all));
	for (size_t i = 0; i < all.n; i++)
		if (all.v[i].no == no) {
			*out = all.v[i];
			return OK;
		}
	return NOT_FOUND;
}

static enum status told(struct scope *s, const struct reporting *b)
{
	static const char sql[] =
		"INSERT INTO reporting_to (org_id, reporting_id, kind, no)"
		" VALUES ($1, $2, $3, $4)";

	for (size_t i = 0; i < b->to.n; i++)
		TRY(db_change(s, sql, VALUES(
			of_int(s->org), of_int(b->id),
			of_int(b->to.v[i].kind), of_int(b->to.v[i].no))));
	return OK;
}

/* BR-08: reported once there is a day, a forum and what was said. */
static enum status become_reported(struct scope *s, i64 assessment)
{
	struct assessment a = {0};

	TRY(assess_get(s, assessment, &a));
	if (!assessment_is_final(a.state))
		return DENIED;
	return assessment_may_become(a.state, ASSESS_REPORTED) ?
	       assess_become(s, a.id, a.version, ASSESS_REPORTED) : OK;
}

enum status reporting_note(struct scope *s, i64 assessment,
                           struct reporting *b)
{
	static const char sql[] =
		"INSERT INTO reporting (org_id, assessment_id, no, day, forum,"
		"                       audience, said)"
		" VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id";

	TRY(become_reported(s, assessment));
	TRY(counter_take(s, assessment, "reporting", &b->no));
	TRY(db_insert(s, sql, VALUES(
		of_int(s->org), of_int(assessment), of_int(b->no),
		of_int(b->day), of_text(b->forum), of_said(b->audience),
		of_text(b->said)), &b->id));
	TRY(told(s, b));
	return event_note(s, "reporting", b->id, "note", NULL);
}

enum status reporting_change(struct scope *s, i64 assessment,
                             const struct reporting *b)
{
	static const char sql[] =
		"UPDATE reporting SET day = $4, forum = $5, audience = $6,"
		"       said = $7, version = version + 1"
		" WHERE org_id = $1 AND id = $2 AND version = $3"
		"   AND removed_at IS NULL";
	static const char forget[] =
		"DELETE FROM reporting_to"
		" WHERE org_id = $1 AND reporting_id = $2";
	struct reporting was = {0}, now = *b;
	enum status done;

	TRY(reporting_get(s, assessment, b->no, &was));
	TRY(KEEP(s, "reporting", was.id, "change"));
	TRY(KEEP_EACH(s, "reporting_to", "reporting_id", was.id, "change"));
	done = db_change(s, sql, VALUES(
		of_int(s->org), of_int(was.id), of_int(b->version),
		of_int(b->day), of_text(b->forum), of_said(b->audience),
		of_text(b->said)));
	if (done != OK)
		return done == NOT_FOUND ? STALE : done;
	TRY(db_change_all(s, forget, VALUES(of_int(s->org),
	                                    of_int(was.id))));
	now.id = was.id;
	return told(s, &now);
}

enum status reporting_remove(struct scope *s, i64 assessment, i64 no,
                             bool removed)
{
	static const char sql[] =
		"UPDATE reporting SET removed_at = $3, version = version + 1"
		" WHERE org_id = $1 AND id = $2";
	struct reporting was = {0};

	TRY(reporting_get(s, assessment, no, &was));
	TRY(KEEP(s, "reporting", was.id, removed ? "remove" : "restore"));
	return db_change(s, sql, VALUES(of_int(s->org), of_int(was.id),
	                                of_id(removed ? s->now : 0)));
}
