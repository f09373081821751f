/* What is known of actors: from earlier assessments, and who asks them. */
#include "db/db.h"
#include "door/gathering.h"

enum { LATEST = 400, ASKINGS = 2000 };

static unsigned why_of(enum actor_role role, bool missing)
{
	unsigned why = missing ? WHY_MISSED : 0;

	if (role != ROLE_AFFECTS)
		why |= WHY_AFFECTED;
	if (role != ROLE_AFFECTED)
		why |= WHY_AFFECTS;
	return why;
}

static void read_row(struct query *q, struct invitee *i)
{
	bool missing;

	i->actor         = read_int(q);
	i->actor_key     = read_text(q);
	i->name          = read_text(q);
	i->kind          = (enum actor_kind)read_int(q);
	i->rights_holder = read_int(q) != 0;
	i->role          = (enum actor_role)read_int(q);
	i->influence     = (enum level)read_int(q);
	i->interest      = (enum level)read_int(q);
	i->how           = read_text(q);
	missing          = read_int(q) != 0;
	i->from          = read_text(q);
	i->fits          = read_int(q) != 0;
	i->why           = why_of(i->role, missing);
	i->needs_other   = i->comes_from = "";
}

/* Of the register, those that no assessment has touched. */
static enum status register_rows(struct scope *s, struct invitee_list *out)
{
	static const char sql[] =
		"SELECT a.id, a.key, a.name, a.kind, a.rights_holder"
		"  FROM actor a WHERE a.org_id = $1 AND a.retired_at IS NULL"
		"   AND NOT EXISTS (SELECT 1 FROM actor_link l"
		"     WHERE l.org_id = $1 AND l.actor_id = a.id"
		"       AND l.removed_at IS NULL)"
		" ORDER BY a.sort_key, a.id LIMIT $2";

	struct query q = db_query(s, sql, VALUES(of_int(s->org),
	                                         of_int(CANDIDATES_MOST)));

	while (query_next(&q)) {
		struct invitee *i = PUSH(s->mem, out);

		i->actor         = read_int(&q);
		i->actor_key     = read_text(&q);
		i->name          = read_text(&q);
		i->kind          = (enum actor_kind)read_int(&q);
		i->rights_holder = read_int(&q) != 0;
		i->role          = ROLE_BOTH;
		i->how = i->from = i->needs_other = i->comes_from = "";
	}
	return query_end(&q);
}

/* Those of the assessment it came from stand first, and are all there. */
enum status candidate_rows(struct scope *s, const struct gathering *g,
                           struct invitee_list *out)
{
	static const char sql[] =
		"WITH latest AS (SELECT id, assessment_id FROM actor_link"
		"  WHERE org_id = $1 AND removed_at IS NULL"
		"  ORDER BY id DESC LIMIT $2),"
		" own AS (SELECT id, assessment_id FROM actor_link"
		"  WHERE org_id = $1 AND assessment_id = $3"
		"    AND removed_at IS NULL),"
		" near AS (SELECT x.assessment_id FROM"
		"  (SELECT DISTINCT assessment_id FROM latest) x"
		"  WHERE EXISTS (SELECT 1 FROM mark m"
		"    JOIN gathering_goal t ON t.org_id = m.org_id"
		"     AND t.goal_id = m.goal_id AND t.gathering_id = $4"
		"   WHERE m.org_id = $1"
		"     AND m.assessment_id = x.assessment_id))"
		" SELECT a.id, a.key, a.name, a.kind, a.rights_holder, l.role,"
		"        l.influence, l.interest, l.how, l.missing, j.title,"
		"        CASE WHEN EXISTS (SELECT 1 FROM near n"
		"          WHERE n.assessment_id = l.assessment_id)"
		"        THEN 1 ELSE 0 END"
		"   FROM (SELECT id FROM latest UNION SELECT id FROM own) k"
		"   JOIN actor_link l ON l.org_id = $1 AND l.id = k.id"
		"   JOIN actor a ON a.org_id = l.org_id AND a.id = l.actor_id"
		"    AND a.retired_at IS NULL"
		"   JOIN assessment e ON e.org_id = l.org_id"
		"    AND e.id = l.assessment_id"
		"   JOIN subject j ON j.org_id = e.org_id"
		"    AND j.id = e.subject_id"
		"  ORDER BY CASE WHEN l.assessment_id = $3 THEN 0 ELSE 1 END,"
		"           l.id DESC";

	struct query q = db_query(s, sql, VALUES(of_int(s->org),
		of_int(LATEST), of_int(g->assessment), of_int(g->id)));

	while (query_next(&q))
		read_row(&q, PUSH(s->mem, out));
	TRY(query_end(&q));
	return register_rows(s, out);
}

/* A gathering that has gone into a workshop's invitations is that workshop. */
enum status asking_list(struct scope *s, i64 day, struct asking_list *out)
{
	static const char sql[] =
		"SELECT actor_id, asked_by, key, title, day FROM ("
		" SELECT i.actor_id AS actor_id, 1 AS asked_by, g.key AS key,"
		"        g.title AS title, g.day AS day"
		"   FROM gathering g"
		"   JOIN invitee i ON i.org_id = g.org_id"
		"    AND i.gathering_id = g.id AND i.removed_at IS NULL"
		"  WHERE g.org_id = $1 AND g.workshop_id IS NULL"
		"    AND g.day BETWEEN $2 AND $3"
		" UNION ALL"
		" SELECT i.actor_id, 2, w.key, w.title, w.day"
		"   FROM workshop w"
		"   JOIN invited i ON i.org_id = w.org_id"
		"    AND i.workshop_id = w.id AND i.removed_at IS NULL"
		"    AND i.actor_id IS NOT NULL"
		"  WHERE w.org_id = $1 AND w.day BETWEEN $2 AND $3"
		" UNION ALL"
		" SELECT e.actor_id, 3, m.key, c.title, c.due"
		"   FROM consultation c"
		"   JOIN matter m ON m.org_id = c.org_id"
		"    AND m.id = c.matter_id"
		"   JOIN consultee e ON e.org_id = c.org_id"
		"    AND e.consultation_id = c.id AND e.removed_at IS NULL"
		"    AND e.actor_id IS NOT NULL"
		"  WHERE c.org_id = $1 AND c.sent_at IS NOT NULL"
		"    AND c.due BETWEEN $2 AND $3"
		") x ORDER BY day DESC, actor_id LIMIT $4";

	struct query q = db_query(s, sql, VALUES(of_int(s->org),
		of_int(day - QUARTER), of_int(day + QUARTER),
		of_int(ASKINGS)));

	while (query_next(&q)) {
		struct asking *a = PUSH(s->mem, out);

		a->actor = read_int(&q);
		a->by    = (enum asked_by)read_int(&q);
		a->key   = read_text(&q);
		a->title = read_text(&q);
		a->day   = read_int(&q);
	}
	return query_end(&q);
}
