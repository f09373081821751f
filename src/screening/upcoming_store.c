/* What may be chosen for a year, and what has no assessment at all. */
#include "db/db.h"
#include "screening/selection.h"

#define NOT_IN_THE_LIST                                                 \
	"   AND NOT EXISTS (SELECT 1 FROM selection n"                    \
	"     WHERE n.org_id = j.org_id AND n.year = $2"                  \
	"       AND n.subject_id = j.id)"

static enum status read_upcoming(struct query *q, enum upcoming_reason why,
                                  struct upcoming_list *out)
{
	while (query_next(q)) {
		struct upcoming *p = PUSH(q->scope->mem, out);

		p->subject = read_int(q);
		p->key     = read_text(q);
		p->title   = read_text(q);
		p->unit    = read_text(q);
		p->kind    = (enum subject_kind)read_int(q);
		p->day     = read_int(q);
		p->reason  = why;
	}
	return query_end(q);
}

static enum status by_decision(struct scope *s, i64 year, i64 most,
                               struct upcoming_list *out)
{
	static const char sql[] =
		"SELECT j.id, j.key, j.title, j.unit, j.kind, j.decided_on"
		"  FROM subject j"
		" WHERE j.org_id = $1 AND j.decided_on >= $3"
		"   AND j.decided_on <= $4" NOT_IN_THE_LIST
		" ORDER BY j.decided_on, j.id LIMIT $5";
	struct query q = db_query(s, sql, VALUES(
		of_int(s->org), of_int(year), of_int(year_begins(year)),
		of_int(year_ends(year)), of_int(most)));

	return read_upcoming(&q, UPCOMING_DECISION, out);
}

static enum status by_revision(struct scope *s, i64 year, i64 most,
                               struct upcoming_list *out)
{
	static const char sql[] =
		"SELECT j.id, j.key, j.title, j.unit, j.kind,"
		"       coalesce(j.decided_on, 0)"
		"  FROM subject j"
		" WHERE j.org_id = $1 AND j.phase = $3" NOT_IN_THE_LIST
		" ORDER BY j.id DESC LIMIT $4";
	struct query q = db_query(s, sql, VALUES(
		of_int(s->org), of_int(year), of_int(PHASE_REVISION),
		of_int(most)));

	return read_upcoming(&q, UPCOMING_REVISION, out);
}

static enum status by_review(struct scope *s, i64 year, i64 most,
                             struct upcoming_list *out)
{
	static const char sql[] =
		"SELECT j.id, j.key, j.title, j.unit, j.kind, a.next_review"
		"  FROM assessment a"
		"  JOIN subject j ON j.org_id = a.org_id"
		"   AND j.id = a.subject_id"
		" WHERE a.org_id = $1 AND a.next_review >= $3"
		"   AND a.next_review <= $4" NOT_IN_THE_LIST
		" ORDER BY a.next_review, a.id LIMIT $5";
	struct query q = db_query(s, sql, VALUES(
		of_int(s->org), of_int(year), of_int(year_begins(year)),
		of_int(year_ends(year)), of_int(most)));

	return read_upcoming(&q, UPCOMING_REVIEW, out);
}

enum status upcoming_list(struct scope *s, i64 year, i64 most,
                          struct upcoming_list *out)
{
	struct upcoming_list all = {0};

	TRY(by_decision(s, year, most, &all));
	TRY(by_review(s, year, most, &all));
	TRY(by_revision(s, year, most, &all));
	*out = upcoming_once(s->mem, &all);
	return OK;
}

static void read_subject(struct query *q, struct subject *j)
{
	j->id    = read_int(q);
	j->key   = read_text(q);
	j->kind  = (enum subject_kind)read_int(q);
	j->title = read_text(q);
	j->phase = (enum subject_phase)read_int(q);
	j->unit  = read_text(q);
}

/* Looks at so many subjects and no more, however many have been assured. */
enum status uncovered_list(struct scope *s, i64 before, i64 most,
                           struct uncovered_list *out, i64 *next)
{
	static const char sql[] =
		"SELECT j.id, j.key, j.kind, j.title, j.phase, j.unit,"
		"       CASE WHEN EXISTS (SELECT 1 FROM assessment a"
		"         WHERE a.org_id = j.org_id AND a.subject_id = j.id)"
		"       THEN 1 ELSE 0 END"
		"  FROM subject j WHERE j.org_id = $1 AND j.id < $2"
		" ORDER BY j.id DESC LIMIT $3";
	struct query q = db_query(s, sql, VALUES(of_int(s->org),
		of_int(before == 0 ? INT64_MAX : before), of_int(most)));
	i64 seen = 0, last = 0;

	while (query_next(&q)) {
		struct uncovered u = {0};

		read_subject(&q, &u.subject);
		if (read_int(&q) == 0)
			*PUSH(s->mem, out) = u;
		last = u.subject.id;
		seen++;
	}
	TRY(query_end(&q));
	*next = seen == most ? last : 0;
	for (size_t i = 0; i < out->n; i++) {
		struct screening_list all = {0};

		TRY(screening_of_subject(s, out->v[i].subject.id, &all));
		out->v[i].screened = all.n > 0;
		if (all.n > 0)
			out->v[i].screening = all.v[0];
	}
	return OK;
}
