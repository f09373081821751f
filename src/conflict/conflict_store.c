#include "assess/assess.h"
#include "conflict/conflict.h"
#include "db/db.h"

/* -- reading ------------------------------------------------------------- */

static void read_conflict(struct query *q, struct conflict *c)
{
	c->id = read_int(q);
	c->no = read_int(q);
	c->assessment = read_int(q);
	c->assessment_key = read_text(q);
	c->subject_title = read_text(q);
	c->sign = (enum conflict_sign)read_int(q);
	c->kind = (enum conflict_kind)read_int(q);
	c->title = read_text(q);
	c->what_happens = read_text(q);
	c->state = (enum conflict_state)read_int(q);
	c->question = read_text(q);
	c->decider = read_text(q);
	c->due = read_int(q);
	c->dissent = read_text(q);
	c->chosen = read_text(q);
	c->chosen_why = read_text(q);
	c->chosen_on = read_int(q);
	c->version = read_int(q);
	c->other_key = read_text(q);
	c->other_finding = read_int(q);
}

/* One by number, or with number 0 all of the assessment. */
static enum status read_bare(struct scope *s, i64 assessment, i64 no,
                             struct conflict_list *out)
{
	static const char sql[] =
		"SELECT c.id, c.no, c.assessment_id, a.key, j.title, c.sign,"
		"       c.kind, c.title, c.what_happens, c.state, c.question,"
		"       c.decider, c.due, c.dissent, c.chosen, c.chosen_why,"
		"       c.chosen_on, c.version, c.other_key, c.other_finding"
		"  FROM conflict c"
		"  JOIN assessment a ON a.org_id = c.org_id"
		"   AND a.id = c.assessment_id"
		"  JOIN subject j ON j.org_id = a.org_id"
		"   AND j.id = a.subject_id"
		" WHERE c.org_id = $1 AND c.assessment_id = $2"
		"   AND ($3 = 0 OR c.no = $3) AND c.removed_at IS NULL"
		" ORDER BY c.no";

	struct query q = db_query(s, sql, VALUES(
		of_int(s->org), of_int(assessment), of_int(no)));

	while (query_next(&q))
		read_conflict(&q, PUSH(s->mem, out));
	return query_end(&q);
}

/* Rows come in the order of the list, and may skip some of it. */
static struct conflict *forward_to(struct conflict_list *list, size_t *at,
                                   i64 id)
{
	while (*at < list->n && list->v[*at].id != id)
		(*at)++;
	return *at < list->n ? &list->v[*at] : NULL;
}

/* CROSS JOIN, here and below: SQLite takes the conflicts of the assessment
 * first. What hangs on those of the whole organisation is much. */
static enum status read_sides(struct scope *s, i64 assessment, i64 no,
                              struct conflict_list *list)
{
	static const char sql[] =
		"SELECT c.id, d.id, d.no, d.title, d.gains, d.loses"
		"  FROM conflict c CROSS JOIN side d"
		" WHERE c.org_id = $1 AND c.assessment_id = $2"
		"   AND d.org_id = $1 AND d.conflict_id = c.id"
		"   AND ($3 = 0 OR c.no = $3) AND c.removed_at IS NULL"
		" ORDER BY c.no, d.no";

	struct query q = db_query(s, sql, VALUES(
		of_int(s->org), of_int(assessment), of_int(no)));
	size_t at = 0;

	while (query_next(&q)) {
		struct conflict *c = forward_to(list, &at, read_int(&q));
		struct side unseen, *d;

		d = c == NULL ? &unseen : PUSH(s->mem, &c->sides);
		d->id = read_int(&q);
		d->no = read_int(&q);
		d->title = read_text(&q);
		d->gains = read_text(&q);
		d->loses = read_text(&q);
	}
	return query_end(&q);
}

static enum status read_ways(struct scope *s, i64 assessment, i64 no,
                             struct conflict_list *list)
{
	static const char sql[] =
		"SELECT c.id, w.id, w.no, w.title, w.gain, w.price,"
		"       w.reversible, w.reversible_note"
		"  FROM conflict c CROSS JOIN way w"
		" WHERE c.org_id = $1 AND c.assessment_id = $2"
		"   AND w.org_id = $1 AND w.conflict_id = c.id"
		"   AND ($3 = 0 OR c.no = $3) AND c.removed_at IS NULL"
		" ORDER BY c.no, w.no";

	struct query q = db_query(s, sql, VALUES(
		of_int(s->org), of_int(assessment), of_int(no)));
	size_t at = 0;

	while (query_next(&q)) {
		struct conflict *c = forward_to(list, &at, read_int(&q));
		struct way unseen, *w;

		w = c == NULL ? &unseen : PUSH(s->mem, &c->ways);
		w->id = read_int(&q);
		w->no = read_int(&q);
		w->title = read_text(&q);
		w->gain = read_text(&q);
		w->price = read_text(&q);
		w->reversible = (enum reversible)read_int(&q);
		w->note = read_text(&q);
	}
	return query_end(&q);
}

static struct side *side_of(struct conflict *c, i64 id)
{
	for (size_t i = 0; c != NULL && i < c->sides.n; i++)
		if (c->sides.v[i].id == id)
			return &c->sides.v[i];
	return NULL;
}

static void read_member(struct query *q, struct side_member *m)
{
	m->finding = read_int(q);
	m->finding_no = read_int(q);
	m->sentence = read_text(q);
	m->goal = read_int(q);
	m->framework = read_text(q);
	m->code = read_text(q);
	m->goal_title = read_text(q);
	m->actor = read_int(q);
	m->actor_key = read_text(q);
	m->actor_name = read_text(q);
}

/* A finding that was removed stands on no side until it is back. */
static enum status read_members(struct scope *s, i64 assessment, i64 no,
                                struct conflict_list *list)
{
	static const char sql[] =
		"SELECT c.id, d.id, f.id, f.no, f.sentence, g.id, w.code,"
		"       g.code, g.title_sv, a.id, a.key, a.name"
		"  FROM conflict c CROSS JOIN side d CROSS JOIN side_member m"
		"  LEFT JOIN finding f ON f.org_id = m.org_id"
		"   AND f.id = m.finding_id"
		"  LEFT JOIN goal g ON g.org_id = m.org_id"
		"   AND g.id = m.goal_id"
		"  LEFT JOIN framework w ON w.org_id = g.org_id"
		"   AND w.id = g.framework_id"
		"  LEFT JOIN actor a ON a.org_id = m.org_id"
		"   AND a.id = m.actor_id"
		" WHERE c.org_id = $1 AND c.assessment_id = $2"
		"   AND ($3 = 0 OR c.no = $3) AND c.removed_at IS NULL"
		"   AND d.org_id = $1 AND d.conflict_id = c.id"
		"   AND m.org_id = $1 AND m.side_id = d.id"
		"   AND f.removed_at IS NULL"
		" ORDER BY c.no, d.no, m.id";

	struct query q = db_query(s, sql, VALUES(
		of_int(s->org), of_int(assessment), of_int(no)));
	size_t at = 0;

	while (query_next(&q)) {
		struct conflict *c = forward_to(list, &at, read_int(&q));
		struct side *d = side_of(c, read_int(&q));
		struct side_member unseen;

		read_member(&q, d == NULL ? &unseen :
		                PUSH(s->mem, &d->members));
	}
	return query_end(&q);
}

static enum status read_whole(struct scope *s, i64 assessment, i64 no,
                              struct conflict_list *out)
{
	TRY(read_bare(s, assessment, no, out));
	if (out->n == 0)
		return OK;
	TRY(read_sides(s, assessment, no, out));
	TRY(read_members(s, assessment, no, out));
	return read_ways(s, assessment, no, out);
}

enum status conflict_list(struct scope *s, i64 assessment,
                          struct conflict_list *out)
{
	*out = (struct conflict_list){0};
	return read_whole(s, assessment, 0, out);
}

enum status conflict_outlines(struct scope *s, i64 assessment,
                              struct conflict_list *out)
{
	*out = (struct conflict_list){0};
	return read_bare(s, assessment, 0, out);
}

enum status conflict_get(struct scope *s, i64 assessment, i64 no,
                         struct conflict *out)
{
	struct conflict_list one = {0};

	if (no <= 0)
		return NOT_FOUND;
	TRY(read_whole(s, assessment, no, &one));
	if (one.n == 0)
		return NOT_FOUND;
	*out = one.v[0];
	return OK;
}

_Static_assert(CONFLICT_ASKED == 3 && CONFLICT == 1,
               "as the statements below and the index conflict_open say");

enum status conflict_open_list(struct scope *s, i64 most,
                               struct conflict_list *out)
{
	static const char sql[] =
		"SELECT c.id, c.no, c.assessment_id, a.key, j.title, c.sign,"
		"       c.kind, c.title, c.what_happens, c.state, c.question,"
		"       c.decider, c.due, c.dissent, c.chosen, c.chosen_why,"
		"       c.chosen_on, c.version, c.other_key, c.other_finding"
		"  FROM (SELECT * FROM conflict"
		"         WHERE org_id = $1 AND state <= 3"
		"           AND removed_at IS NULL AND sign = 1"
		"         ORDER BY org_id, coalesce(due, 2000000), id"
		"         LIMIT $2) c"
		"  JOIN assessment a ON a.org_id = $1"
		"   AND a.id = c.assessment_id"
		"  JOIN subject j ON j.org_id = $1 AND j.id = a.subject_id"
		" ORDER BY coalesce(c.due, 2000000), c.id";

	struct query q = db_query(s, sql, VALUES(
		of_int(s->org), of_int(most)));

	*out = (struct conflict_list){0};
	while (query_next(&q))
		read_conflict(&q, PUSH(s->mem, out));
	return query_end(&q);
}

enum status conflict_open_count(struct scope *s, i64 *n)
{
	static const char sql[] =
		"SELECT count(*) FROM (SELECT 1 FROM conflict"
		" WHERE org_id = $1 AND state <= 3 AND removed_at IS NULL"
		"   AND sign = 1 LIMIT $2) x";

	return db_number(s, sql, VALUES(of_int(s->org),
	                                of_int(CONFLICTS_COUNTED)), n);
}

/* -- removing ------------------------------------------------------------ */

enum status conflict_remove(struct scope *s, i64 assessment, i64 no,
                            bool removed)
{
	return numbered_remove(s, REMOVAL("conflict"), assessment, no, removed);
}
