#include "action/action.h"
#include "db/db.h"

/* -- reading ------------------------------------------------------------- */

static void read_action(struct query *q, struct action *a)
{
	a->id = read_int(q);
	a->no = read_int(q);
	a->assessment = read_int(q);
	a->assessment_key = read_text(q);
	a->subject_title = read_text(q);
	a->title = read_text(q);
	a->text = read_text(q);
	a->purpose = (enum action_purpose)read_int(q);
	a->responsible = read_text(q);
	a->other_org = read_text(q);
	a->accepted_on = read_int(q);
	a->accepted_by = read_text(q);
	a->accepted_source = read_text(q);
	a->due = read_int(q);
	a->resource = read_text(q);
	a->indicator = read_text(q);
	a->state = (enum action_state)read_int(q);
	a->progress = read_text(q);
	a->effect = read_text(q);
	a->dropped_why = read_text(q);
	a->instead = read_text(q);
	a->version = read_int(q);
}

/* One by number, or with number 0 all of the assessment. */
static enum status read_bare(struct scope *s, i64 assessment, i64 no,
                             struct action_list *out)
{
	static const char sql[] =
		"SELECT t.id, t.no, t.assessment_id, a.key, j.title, t.title,"
		"       t.text, t.purpose, t.responsible, t.other_org,"
		"       t.accepted_on, t.accepted_by, t.accepted_source,"
		"       t.due, t.resource, t.indicator,"
		"       t.state, t.progress, t.effect, t.dropped_why,"
		"       t.instead, t.version"
		"  FROM action t"
		"  JOIN assessment a ON a.org_id = t.org_id"
		"   AND a.id = t.assessment_id"
		"  JOIN subject j ON j.org_id = a.org_id"
		"   AND j.id = a.subject_id"
		" WHERE t.org_id = $1 AND t.assessment_id = $2"
		"   AND ($3 = 0 OR t.no = $3) AND t.removed_at IS NULL"
		" ORDER BY t.no";

	struct query q = db_query(s, sql, VALUES(
		of_int(s->org), of_int(assessment), of_int(no)));

	while (query_next(&q))
		read_action(&q, PUSH(s->mem, out));
	return query_end(&q);
}

static void read_source(struct query *q, struct action_source *from)
{
	from->finding = read_int(q);
	from->finding_no = read_int(q);
	from->conflict = read_int(q);
	from->conflict_no = read_int(q);
	from->conflict_sign = (enum conflict_sign)read_int(q);
	from->actor_link = read_int(q);
	from->actor_link_no = read_int(q);
	from->actor_name = read_text(q);
}

/* What was removed is no source until it is back. CROSS JOIN: SQLite takes the
 * actions first; the sources of all assessments are many. */
static enum status read_sources(struct scope *s, i64 assessment, i64 no,
                                struct action_list *list)
{
	static const char sql[] =
		"SELECT t.id, f.id, f.no, c.id, c.no, c.sign, l.id, l.no,"
		"       r.name"
		"  FROM action t CROSS JOIN action_source o"
		"  LEFT JOIN finding f ON f.org_id = o.org_id"
		"   AND f.id = o.finding_id"
		"  LEFT JOIN conflict c ON c.org_id = o.org_id"
		"   AND c.id = o.conflict_id"
		"  LEFT JOIN actor_link l ON l.org_id = o.org_id"
		"   AND l.id = o.actor_link_id"
		"  LEFT JOIN actor r ON r.org_id = l.org_id"
		"   AND r.id = l.actor_id"
		" WHERE t.org_id = $1 AND t.assessment_id = $2"
		"   AND ($3 = 0 OR t.no = $3) AND t.removed_at IS NULL"
		"   AND o.org_id = $1 AND o.action_id = t.id"
		"   AND f.removed_at IS NULL AND c.removed_at IS NULL"
		"   AND l.removed_at IS NULL"
		" ORDER BY t.no, o.id";

	struct query q = db_query(s, sql, VALUES(
		of_int(s->org), of_int(assessment), of_int(no)));
	size_t at = 0;

	while (query_next(&q)) {
		struct action_source unseen;
		i64 id = read_int(&q);

		while (at < list->n && list->v[at].id != id)
			at++;
		read_source(&q, at == list->n ? &unseen :
		                PUSH(s->mem, &list->v[at].sources));
	}
	return query_end(&q);
}

enum status action_list(struct scope *s, i64 assessment,
                        struct action_list *out)
{
	*out = (struct action_list){0};
	TRY(read_bare(s, assessment, 0, out));
	return out->n == 0 ? OK : read_sources(s, assessment, 0, out);
}

enum status action_get(struct scope *s, i64 assessment, i64 no,
                       struct action *out)
{
	struct action_list one = {0};

	if (no <= 0)
		return NOT_FOUND;
	TRY(read_bare(s, assessment, no, &one));
	if (one.n == 0)
		return NOT_FOUND;
	TRY(read_sources(s, assessment, no, &one));
	*out = one.v[0];
	return OK;
}

enum status action_late_list(struct scope *s, i64 today, i64 most,
                             struct action_list *out)
{
	/* The conditions of the index action_open, word for word. */
	static const char sql[] =
		"SELECT t.id, t.no, t.assessment_id, a.key, j.title, t.title,"
		"       t.text, t.purpose, t.responsible, t.other_org,"
		"       t.accepted_on, t.accepted_by, t.accepted_source,"
		"       t.due, t.resource, t.indicator,"
		"       t.state, t.progress, t.effect, t.dropped_why,"
		"       t.instead, t.version"
		"  FROM (SELECT * FROM action"
		"         WHERE org_id = $1 AND coalesce(due, 2000000) < $2"
		"           AND state <= 3 AND removed_at IS NULL"
		"         ORDER BY org_id, coalesce(due, 2000000), id"
		"         LIMIT $3) t"
		"  JOIN assessment a ON a.org_id = $1"
		"   AND a.id = t.assessment_id"
		"  JOIN subject j ON j.org_id = $1 AND j.id = a.subject_id"
		" ORDER BY t.due, t.id";
	_Static_assert(ACTION_ONGOING == 3, "as the statement says");

	struct query q = db_query(s, sql, VALUES(
		of_int(s->org), of_int(today), of_int(most)));

	*out = (struct action_list){0};
	while (query_next(&q))
		read_action(&q, PUSH(s->mem, out));
	return query_end(&q);
}

enum status remedies_read(struct scope *s, i64 assessment,
                          struct remedies *out)
{
	TRY(conflict_list(s, assessment, &out->conflicts));
	TRY(position_list(s, assessment, &out->positions));
	return action_list(s, assessment, &out->actions);
}

/* -- removing ------------------------------------------------------------ */

enum status action_remove(struct scope *s, i64 assessment, i64 no,
                          bool removed)
{
	return numbered_remove(s, REMOVAL("action"), assessment, no, removed);
}
