/* Writing conflicts: with all their sides, what stands on them, and ways. */
#include "assess/assess.h"
#include "base/text.h"
#include "conflict/conflict.h"
#include "db/db.h"

/* -- what hangs on a conflict -------------------------------------------- */

static enum status note_member(struct scope *s, i64 side,
                               const struct side_member *m)
{
	static const char sql[] =
		"INSERT INTO side_member (org_id, side_id, finding_id,"
		"                         goal_id, actor_id)"
		" VALUES ($1, $2, $3, $4, $5)";

	return db_change(s, sql, VALUES(of_int(s->org), of_int(side),
		of_id(m->finding), of_id(m->goal), of_id(m->actor)));
}

static enum status note_side(struct scope *s, i64 conflict, i64 no,
                             const struct side *d)
{
	static const char sql[] =
		"INSERT INTO side (org_id, conflict_id, no, title, gains,"
		"                  loses)"
		" VALUES ($1, $2, $3, $4, $5, $6) RETURNING id";
	i64 id;

	TRY(db_insert(s, sql, VALUES(of_int(s->org), of_int(conflict),
		of_int(no), of_said(d->title), of_said(d->gains),
		of_said(d->loses)), &id));
	for (size_t i = 0; i < d->members.n; i++)
		TRY(note_member(s, id, &d->members.v[i]));
	return OK;
}

static enum status note_way(struct scope *s, i64 conflict, i64 no,
                            const struct way *w)
{
	static const char sql[] =
		"INSERT INTO way (org_id, conflict_id, no, title, gain,"
		"                 price, reversible, reversible_note)"
		" VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";

	return db_change(s, sql, VALUES(of_int(s->org), of_int(conflict),
		of_int(no), of_said(w->title), of_said(w->gain),
		of_said(w->price), of_int(w->reversible), of_said(w->note)));
}

static enum status note_sides(struct scope *s, i64 id,
                              const struct side_list *sides)
{
	for (size_t i = 0; i < sides->n; i++)
		TRY(note_side(s, id, (i64)i + 1, &sides->v[i]));
	return OK;
}

static enum status note_ways(struct scope *s, i64 id,
                             const struct way_list *ways)
{
	for (size_t i = 0; i < ways->n; i++)
		TRY(note_way(s, id, (i64)i + 1, &ways->v[i]));
	return OK;
}

/* -- a new one ----------------------------------------------------------- */

static enum status note_row(struct scope *s, i64 assessment,
                            const struct conflict *c, i64 *id)
{
	static const char sql[] =
		"INSERT INTO conflict (org_id, assessment_id, no, sign, kind,"
		"  title, what_happens, state, question, decider, due,"
		"  dissent, chosen, chosen_why, chosen_on, other_key,"
		"  other_finding)"
		" VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12,"
		"  $13, $14, $15, $16, $17) RETURNING id";

	return db_insert(s, sql, VALUES(of_int(s->org), of_int(assessment),
		of_int(c->no), of_int(c->sign), of_int(c->kind),
		of_said(c->title), of_said(c->what_happens),
		of_int(c->state), of_said(c->question), of_said(c->decider),
		of_id(c->due), of_said(c->dissent), of_said(c->chosen),
		of_said(c->chosen_why), of_id(c->chosen_on),
		of_said(c->other_key), of_int(c->other_finding)), id);
}

enum status conflict_note(struct scope *s, i64 assessment,
                          struct conflict *c, i64 *id)
{
	TRY(assess_open(s, assessment));
	TRY(counter_take(s, assessment, "conflict", &c->no));
	TRY(note_row(s, assessment, c, id));
	TRY(note_sides(s, *id, &c->sides));
	TRY(note_ways(s, *id, &c->ways));
	TRY(event_note(s, "conflict", *id, "note", NULL));
	return assess_touch(s, assessment);
}

/* -- changing ------------------------------------------------------------ */

static bool same_members(const struct side_member_list *a,
                         const struct side_member_list *b)
{
	if (a->n != b->n)
		return false;
	for (size_t i = 0; i < a->n; i++)
		if (a->v[i].finding != b->v[i].finding ||
		    a->v[i].goal != b->v[i].goal ||
		    a->v[i].actor != b->v[i].actor)
			return false;
	return true;
}

static bool same_sides(const struct side_list *a, const struct side_list *b)
{
	if (a->n != b->n)
		return false;
	for (size_t i = 0; i < a->n; i++)
		if (!same(a->v[i].title, b->v[i].title) ||
		    !same(a->v[i].gains, b->v[i].gains) ||
		    !same(a->v[i].loses, b->v[i].loses) ||
		    !same_members(&a->v[i].members, &b->v[i].members))
			return false;
	return true;
}

static bool same_ways(const struct way_list *a, const struct way_list *b)
{
	if (a->n != b->n)
		return false;
	for (size_t i = 0; i < a->n; i++)
		if (!same(a->v[i].title, b->v[i].title) ||
		    !same(a->v[i].gain, b->v[i].gain) ||
		    !same(a->v[i].price, b->v[i].price) ||
		    !same(a->v[i].note, b->v[i].note) ||
		    a->v[i].reversible != b->v[i].reversible)
			return false;
	return true;
}

static enum status drop_members(struct scope *s, i64 side)
{
	static const char sql[] =
		"DELETE FROM side_member WHERE org_id = $1 AND side_id = $2";

	TRY(KEEP_EACH(s, "side_member", "side_id", side, "change"));
	return db_change_all(s, sql, VALUES(of_int(s->org), of_int(side)));
}

/* The sides as they were live on in the events. */
static enum status drop_sides(struct scope *s, const struct conflict *c)
{
	static const char sql[] =
		"DELETE FROM side WHERE org_id = $1 AND conflict_id = $2";

	for (size_t i = 0; i < c->sides.n; i++) {
		TRY(KEEP(s, "side", c->sides.v[i].id, "change"));
		TRY(drop_members(s, c->sides.v[i].id));
	}
	return db_change_all(s, sql, VALUES(of_int(s->org), of_int(c->id)));
}

static enum status drop_ways(struct scope *s, const struct conflict *c)
{
	static const char sql[] =
		"DELETE FROM way WHERE org_id = $1 AND conflict_id = $2";

	for (size_t i = 0; i < c->ways.n; i++)
		TRY(KEEP(s, "way", c->ways.v[i].id, "change"));
	return db_change_all(s, sql, VALUES(of_int(s->org), of_int(c->id)));
}

static enum status change_row(struct scope *s, i64 id,
                              const struct conflict *c)
{
	static const char sql[] =
		"UPDATE conflict SET sign = $4, kind = $5, title = $6,"
		"       what_happens = $7, version = version + 1"
		" WHERE org_id = $1 AND id = $2 AND version = $3";

	enum status done = db_change(s, sql, VALUES(of_int(s->org),
		of_int(id), of_int(c->version), of_int(c->sign),
		of_int(c->kind), of_said(c->title),
		of_said(c->what_happens)));

	return done == NOT_FOUND ? STALE : done;
}

enum status conflict_change(struct scope *s, i64 assessment,
                            const struct conflict *c)
{
	struct conflict now;

	TRY(assess_open(s, assessment));
	TRY(conflict_get(s, assessment, c->no, &now));
	TRY(KEEP(s, "conflict", now.id, "change"));
	TRY(change_row(s, now.id, c));
	if (!same_sides(&now.sides, &c->sides)) {
		TRY(drop_sides(s, &now));
		TRY(note_sides(s, now.id, &c->sides));
	}
	if (!same_ways(&now.ways, &c->ways)) {
		TRY(drop_ways(s, &now));
		TRY(note_ways(s, now.id, &c->ways));
	}
	return assess_touch(s, assessment);
}

/* -- the weighing -------------------------------------------------------- */

static enum status settle_row(struct scope *s, i64 id,
                              const struct conflict *c)
{
	static const char sql[] =
		"UPDATE conflict SET state = $4, question = $5, decider = $6,"
		"       due = $7, dissent = $8, chosen = $9, chosen_why = $10,"
		"       chosen_on = $11, version = version + 1"
		" WHERE org_id = $1 AND id = $2 AND version = $3";

	enum status done = db_change(s, sql, VALUES(of_int(s->org),
		of_int(id), of_int(c->version), of_int(c->state),
		of_said(c->question), of_said(c->decider), of_id(c->due),
		of_said(c->dissent), of_said(c->chosen),
		of_said(c->chosen_why), of_id(c->chosen_on)));

	return done == NOT_FOUND ? STALE : done;
}

enum status conflict_settle(struct scope *s, i64 assessment,
                            const struct conflict *c)
{
	struct conflict now;

	TRY(conflict_get(s, assessment, c->no, &now));
	TRY(KEEP(s, "conflict", now.id, "settle"));
	TRY(settle_row(s, now.id, c));
	return assess_touch_living(s, assessment);
}
