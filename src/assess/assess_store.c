/* The assessment itself: what is assured, how, in which state. */
#include "assess/assess.h"
#include "assess/state.h"
#include "base/rights.h"
#include "db/db.h"

enum status assess_open(struct scope *s, i64 assessment)
{
	static const char sql[] =
		"SELECT state FROM assessment WHERE org_id = $1 AND id = $2";
	i64 state = 0;

	TRY(db_number(s, sql, VALUES(of_int(s->org), of_int(assessment)),
	              &state));
	return assessment_is_final((enum assessment_state)state) ? DENIED : OK;
}

/* Once a visit is enough: a row written again and again in one transaction
 * gets slower each time. */
enum status assess_touch(struct scope *s, i64 assessment)
{
	static const char sql[] =
		"UPDATE assessment SET changed_at = $3,"
		"       state = CASE WHEN state = $4 THEN $5 ELSE state END"
		" WHERE org_id = $1 AND id = $2"
		"   AND (changed_at <> $3 OR state = $4)";

	return db_change_all(s, sql, VALUES(
		of_int(s->org), of_int(assessment), of_int(s->now),
		of_int(ASSESS_DRAFT), of_int(ASSESS_ONGOING)));
}

enum status assess_touch_living(struct scope *s, i64 assessment)
{
	enum status open = assess_open(s, assessment);

	return open == OK ? assess_touch(s, assessment) :
	       open == DENIED ? OK : open;
}

#define COLUMNS                                                         \
	"SELECT a.id, a.key, a.subject_id, a.method_id, a.depth, a.judged," \
	"       a.state, a.edition, a.predecessor_id,"            \
	"       coalesce(p.key, a.predecessor_key), a.reason,"           \
	"       a.baseline, a.outside, a.carried_out, a.client, a.lead," \
	"       coalesce(l.name, a.lead_name),"                          \
	"       coalesce(l.title, a.lead_title), a.next_review,"         \
	"       a.received, a.late_start, a.made_at, a.changed_at,"        \
	"       a.version, s.title, a.state_why"                          \
	"  FROM assessment a"                                            \
	"  JOIN subject s ON s.org_id = a.org_id AND s.id = a.subject_id" \
	"  LEFT JOIN assessment p"                                       \
	"    ON p.org_id = a.org_id AND p.id = a.predecessor_id"         \
	"  LEFT JOIN person l ON l.id = a.lead"

static void read_assessment(struct query *q, struct assessment *a)
{
	a->id              = read_int(q);
	a->key             = read_text(q);
	a->subject         = read_int(q);
	a->method          = read_int(q);
	a->depth           = (enum depth)read_int(q);
	a->judged          = (enum judged_word)read_int(q);
	a->state           = (enum assessment_state)read_int(q);
	a->edition         = read_int(q);
	a->predecessor     = read_int(q);
	a->predecessor_key = read_text(q);
	a->reason          = read_text(q);
	a->baseline        = read_text(q);
	a->outside         = read_text(q);
	a->carried_out     = read_text(q);
	a->client          = read_text(q);
	a->lead            = read_int(q);
	a->lead_name       = read_text(q);
	a->lead_title      = read_text(q);
	a->next_review     = read_int(q);
	a->received        = read_int(q) != 0;
	a->late_start      = read_int(q) != 0;
	a->made_at         = read_int(q);
	a->changed_at      = read_int(q);
	a->version         = read_int(q);
	a->title           = read_text(q);
	a->state_why       = read_text(q);
}

enum status assess_get(struct scope *s, i64 id, struct assessment *out)
{
	static const char sql[] =
		COLUMNS " WHERE a.org_id = $1 AND a.id = $2";

	struct query q = db_query(s, sql, VALUES(of_int(s->org), of_int(id)));

	if (query_next(&q))
		read_assessment(&q, out);
	return query_end_one(&q);
}

enum status assess_by_key(struct scope *s, const char *key, i64 *id)
{
	static const char sql[] =
		"SELECT id FROM assessment WHERE org_id = $1 AND key = $2";

	return db_number(s, sql, VALUES(of_int(s->org), of_text(key)), id);
}

static enum status read_list(struct query *q, struct assessment_list *out)
{
	while (query_next(q))
		read_assessment(q, PUSH(q->scope->mem, out));
	return query_end(q);
}

enum status assess_list(struct scope *s, int state, i64 before_at,
                        i64 before_id, i64 most, struct assessment_list *out)
{
	static const char all[] =
		COLUMNS " WHERE a.org_id = $1"
		"   AND (a.changed_at < $2 OR (a.changed_at = $2"
		"        AND a.id < $3))"
		" ORDER BY a.changed_at DESC, a.id DESC LIMIT $4";
	static const char in_state[] =
		COLUMNS " WHERE a.org_id = $1 AND a.state = $5"
		"   AND (a.changed_at < $2 OR (a.changed_at = $2"
		"        AND a.id < $3))"
		" ORDER BY a.changed_at DESC, a.id DESC LIMIT $4";

	i64 at = before_at != 0 ? before_at : INT64_MAX;
	struct query q = db_query(s, state == 0 ? all : in_state, VALUES(
		of_int(s->org), of_int(at), of_int(before_id), of_int(most),
		of_int(state)));

	return read_list(&q, out);
}

enum status assess_of_subject(struct scope *s, i64 subject,
                              struct assessment_list *out)
{
	static const char sql[] =
		COLUMNS " WHERE a.org_id = $1 AND a.subject_id = $2"
		" ORDER BY a.edition";

	struct query q = db_query(s, sql, VALUES(of_int(s->org),
	                                         of_int(subject)));

	return read_list(&q, out);
}

enum status assess_led_by(struct scope *s, i64 person, i64 most,
                          struct assessment_list *out)
{
	static const char sql[] =
		COLUMNS " WHERE a.org_id = $1 AND a.lead = $2"
		"   AND a.state + 0 < $3"   /* the index of leads, not states */
		" ORDER BY a.changed_at DESC LIMIT $4";

	struct query q = db_query(s, sql, VALUES(
		of_int(s->org), of_int(person), of_int(ASSESS_DONE),
		of_int(most)));

	return read_list(&q, out);
}

enum status assess_counts(struct scope *s, i64 counts[ASSESS_REPLACED + 1])
{
	static const char sql[] =
		"SELECT count(*) FROM (SELECT 1 FROM assessment"
		" WHERE org_id = $1 AND state = $2 LIMIT $3) x";

	for (int state = ASSESS_DRAFT; state <= ASSESS_REPLACED; state++)
		TRY(db_number(s, sql, VALUES(of_int(s->org), of_int(state),
			of_int(ASSESS_COUNTED)), &counts[state]));
	return OK;
}

enum status assess_note(struct scope *s, struct assessment *a, i64 *id)
{
	static const char sql[] =
		"INSERT INTO assessment (org_id, key, subject_id, method_id,"
		"  depth, judged, state, edition, predecessor_id, reason,"
		"  baseline, outside, carried_out, client, lead, next_review,"
		"  received, made_at, changed_at, lead_name, lead_title,"
		"  predecessor_key, late_start)"
		" VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12,"
		"  $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23)"
		" RETURNING id";

	if (a->key == NULL)
		a->key = key_new(s->mem);
	if (a->made_at == 0)
		a->made_at = a->changed_at = s->now;
	TRY(db_insert(s, sql, VALUES(
		of_int(s->org), of_text(a->key), of_int(a->subject),
		of_int(a->method), of_int(a->depth), of_int(a->judged),
		of_int(a->state), of_int(a->edition), of_id(a->predecessor),
		of_said(a->reason),
		of_said(a->baseline),
		of_said(a->outside),
		of_said(a->carried_out),
		of_said(a->client), of_int(a->lead),
		of_id(a->next_review), of_int(a->received),
		of_int(a->made_at), of_int(a->changed_at),
		of_said(a->lead_name),
		of_said(a->lead_title),
		of_said(a->predecessor_key), of_int(a->late_start)), id));
	a->id = *id;
	return event_note(s, "assessment", *id, "note", NULL);
}

enum status assess_change(struct scope *s, const struct assessment *a)
{
	static const char sql[] =
		"UPDATE assessment SET depth = $4, judged = $5, reason = $6,"
		"  baseline = $7, outside = $8, carried_out = $9, client = $10,"
		"  next_review = $11, version = version + 1"
		" WHERE org_id = $1 AND id = $2 AND version = $3";

	enum status done;

	TRY(assess_open(s, a->id));
	TRY(KEEP(s, "assessment", a->id, "change"));
	done = db_change(s, sql, VALUES(
		of_int(s->org), of_int(a->id), of_int(a->version),
		of_int(a->depth), of_int(a->judged), of_text(a->reason),
		of_text(a->baseline), of_text(a->outside),
		of_text(a->carried_out), of_text(a->client),
		of_id(a->next_review)));
	if (done == NOT_FOUND)
		return STALE;
	TRY(done);
	return assess_touch(s, a->id);
}

enum status assess_become(struct scope *s, i64 id, i64 version,
                          enum assessment_state to)
{
	return assess_become_because(s, id, version, to, "");
}

enum status assess_become_because(struct scope *s, i64 id, i64 version,
                                  enum assessment_state to, const char *why)
{
	static const char find[] =
		"SELECT state FROM assessment WHERE org_id = $1 AND id = $2";
	static const char sql[] =
		"UPDATE assessment SET state = $4, changed_at = $5,"
		"       state_why = $6, version = version + 1"
		" WHERE org_id = $1 AND id = $2 AND version = $3";

	enum status done;
	i64 from = 0;

	TRY(db_number(s, find, VALUES(of_int(s->org), of_int(id)), &from));
	if (!assessment_may_become((enum assessment_state)from, to))
		return DENIED;
	TRY(KEEP(s, "assessment", id, "become"));
	done = db_change(s, sql, VALUES(of_int(s->org), of_int(id),
		of_int(version), of_int(to), of_int(s->now),
		of_text(why)));
	return done == NOT_FOUND ? STALE : done;
}

enum status standing_read(struct scope *s, struct query *q,
                          struct standing *out)
{
	bool found = false;

	while (!found && query_next(q)) {
		i64 ends = read_int(q);

		found                = ends == 0 || ends > s->now;
		out->let_in          = read_int(q) != 0;
		out->object          = read_int(q);
		out->object_key      = read_text(q);
		out->org             = read_int(q);
		out->org_key         = read_text(q);
		out->org_name        = read_text(q);
		out->org_contact     = read_text(q);
		out->org_constructed = read_int(q) != 0;
		out->rights          = (unsigned)read_int(q);
	}
	TRY(query_end(q));
	return found ? OK : NOT_FOUND;
}

/* For the hall: of an organisation the visitor is a member of, or let in to. */
enum status assess_find(struct scope *s, const char *key,
                        struct standing *out)
{
	static const char sql[] =
		"SELECT CASE WHEN m.id IS NULL THEN x.ends END,"
		"       CASE WHEN m.id IS NULL THEN 1 ELSE 0 END,"
		"       a.id, a.key, o.id, o.key, o.name, o.contact,"
		"       o.constructed, coalesce(m.rights, x.rights)"
		"  FROM assessment a JOIN org o ON o.id = a.org_id"
		"  LEFT JOIN membership m"
		"    ON m.org_id = a.org_id AND m.person_id = $2"
		"  LEFT JOIN access x ON x.org_id = a.org_id"
		"    AND x.person_id = $2 AND x.kind = $3"
		"    AND x.object = a.id"
		" WHERE a.key = $1"
		"   AND (m.id IS NOT NULL OR x.id IS NOT NULL)"
		" ORDER BY a.id";

	struct query q = db_query(s, sql, VALUES(
		of_text(key), of_int(s->person), of_int(ON_ASSESSMENT)));

	return standing_read(s, &q, out);
}
