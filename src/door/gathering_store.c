/* Occasions to invite to, their goals, and those on the list. */
#include "base/text.h"
#include "db/db.h"
#include "door/gathering.h"

#define GATHERING                                                       \
	"SELECT g.id, g.key, g.title, g.about, g.day, g.hours, g.place," \
	"       g.areas, g.registry, g.invitation,"                     \
	"       coalesce(g.assessment_id, 0),"                          \
	"       coalesce(g.workshop_id, 0), coalesce(a.key, ''),"       \
	"       coalesce(w.key, ''), g.made_at, g.version"              \
	"  FROM gathering g"                                            \
	"  LEFT JOIN assessment a ON a.org_id = g.org_id"               \
	"   AND a.id = g.assessment_id"                                 \
	"  LEFT JOIN workshop w ON w.org_id = g.org_id"                 \
	"   AND w.id = g.workshop_id"

static void read_gathering(struct query *q, struct gathering *g)
{
	g->id             = read_int(q);
	g->key            = read_text(q);
	g->title          = read_text(q);
	g->about          = read_text(q);
	g->day            = read_int(q);
	g->hours          = read_text(q);
	g->place          = read_text(q);
	g->areas          = read_text(q);
	g->registry       = read_text(q);
	g->invitation     = read_text(q);
	g->assessment     = read_int(q);
	g->workshop       = read_int(q);
	g->assessment_key = read_text(q);
	g->workshop_key   = read_text(q);
	g->made_at        = read_int(q);
	g->version        = read_int(q);
}

enum status gathering_by_key(struct scope *s, const char *key,
                             struct gathering *out)
{
	static const char sql[] =
		GATHERING " WHERE g.org_id = $1 AND g.key = $2";

	struct query q = db_query(s, sql, VALUES(of_int(s->org),
	                                         of_text(key)));

	if (query_next(&q))
		read_gathering(&q, out);
	return query_end_one(&q);
}

enum status gathering_list(struct scope *s, i64 most,
                           struct gathering_list *out)
{
	static const char sql[] =
		GATHERING " WHERE g.org_id = $1 ORDER BY g.id DESC LIMIT $2";

	struct query q = db_query(s, sql, VALUES(of_int(s->org),
	                                         of_int(most)));

	while (query_next(&q))
		read_gathering(&q, PUSH(s->mem, out));
	return query_end(&q);
}

enum status gathering_note(struct scope *s, struct gathering *g)
{
	static const char sql[] =
		"INSERT INTO gathering (org_id, key, title, about, day, hours,"
		"  place, areas, registry, assessment_id, made_at, person)"
		" VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)"
		" RETURNING id";

	g->key = key_new(s->mem);
	TRY(db_insert(s, sql, VALUES(
		of_int(s->org), of_text(g->key), of_text(g->title),
		of_said(g->about), of_id(g->day), of_said(g->hours),
		of_said(g->place), of_said(g->areas), of_said(g->registry),
		of_id(g->assessment), of_int(s->now), of_int(s->person)),
		&g->id));
	return event_note(s, "gathering", g->id, "note", NULL);
}

enum status gathering_change(struct scope *s, const struct gathering *g)
{
	static const char sql[] =
		"UPDATE gathering SET title = $4, about = $5, day = $6,"
		"       hours = $7, place = $8, areas = $9, registry = $10,"
		"       invitation = $11, assessment_id = $12,"
		"       workshop_id = $13, version = version + 1"
		" WHERE org_id = $1 AND id = $2 AND version = $3";
	enum status done;

	TRY(KEEP(s, "gathering", g->id, "change"));
	done = db_change(s, sql, VALUES(
		of_int(s->org), of_int(g->id), of_int(g->version),
		of_text(g->title), of_said(g->about), of_id(g->day),
		of_said(g->hours), of_said(g->place), of_said(g->areas),
		of_said(g->registry), of_said(g->invitation),
		of_id(g->assessment), of_id(g->workshop)));
	return done == NOT_FOUND ? STALE : done;
}

/* -- goals ---------------------------------------------------------------- */

enum status gathering_goals(struct scope *s, i64 gathering, i64 **goals,
                            size_t *n)
{
	static const char sql[] =
		"SELECT goal_id FROM gathering_goal WHERE org_id = $1"
		"   AND gathering_id = $2 ORDER BY id";
	struct { i64 *v; size_t n, room; } all = {0};

	struct query q = db_query(s, sql, VALUES(of_int(s->org),
	                                         of_int(gathering)));

	while (query_next(&q))
		*PUSH(s->mem, &all) = read_int(&q);
	*goals = all.v;
	*n = all.n;
	return query_end(&q);
}

enum status gathering_goals_set(struct scope *s, i64 gathering,
                                const i64 *goals, size_t n)
{
	static const char drop[] =
		"DELETE FROM gathering_goal WHERE org_id = $1"
		"   AND gathering_id = $2";
	static const char sql[] =
		"INSERT INTO gathering_goal (org_id, gathering_id, goal_id)"
		" VALUES ($1, $2, $3)";

	TRY(KEEP_EACH(s, "gathering_goal", "gathering_id", gathering,
	              "change"));
	TRY(db_change_all(s, drop, VALUES(of_int(s->org),
	                                  of_int(gathering))));
	for (size_t i = 0; i < n; i++)
		TRY(db_change(s, sql, VALUES(of_int(s->org),
			of_int(gathering), of_int(goals[i]))));
	return OK;
}

/* -- the list ------------------------------------------------------------- */

static void read_invitee(struct query *q, struct invitee *i)
{
	i->id            = read_int(q);
	i->actor         = read_int(q);
	i->actor_key     = read_text(q);
	i->name          = read_text(q);
	i->kind          = (enum actor_kind)read_int(q);
	i->rights_holder = read_int(q) != 0;
	i->why           = (unsigned)read_int(q);
	i->role          = (enum actor_role)read_int(q);
	i->influence     = (enum level)read_int(q);
	i->interest      = (enum level)read_int(q);
	i->how           = read_text(q);
	i->needs         = (unsigned)read_int(q);
	i->needs_other   = read_text(q);
	i->comes_from    = read_text(q);
	i->version       = read_int(q);
	i->from          = "";
}

enum status invitee_list(struct scope *s, i64 gathering,
                         struct invitee_list *out)
{
	static const char sql[] =
		"SELECT i.id, i.actor_id, a.key, a.name, a.kind,"
		"       a.rights_holder, i.why, i.role, i.influence,"
		"       i.interest, i.how, i.needs, i.needs_other,"
		"       i.comes_from, i.version"
		"  FROM invitee i"
		"  JOIN actor a ON a.org_id = i.org_id AND a.id = i.actor_id"
		" WHERE i.org_id = $1 AND i.gathering_id = $2"
		"   AND i.removed_at IS NULL ORDER BY i.id";

	struct query q = db_query(s, sql, VALUES(of_int(s->org),
	                                         of_int(gathering)));

	while (query_next(&q))
		read_invitee(&q, PUSH(s->mem, out));
	return query_end(&q);
}

/* NOT_FOUND if the actor has never been on the list. */
static enum status row_of(struct scope *s, i64 gathering, i64 actor,
                          i64 *id)
{
	static const char sql[] =
		"SELECT id FROM invitee WHERE org_id = $1"
		"   AND gathering_id = $2 AND actor_id = $3";

	return db_number(s, sql, VALUES(of_int(s->org), of_int(gathering),
	                                of_int(actor)), id);
}

static enum status set_removed(struct scope *s, i64 id, i64 at)
{
	static const char sql[] =
		"UPDATE invitee SET removed_at = $3, version = version + 1"
		" WHERE org_id = $1 AND id = $2";

	TRY(KEEP(s, "invitee", id, at == 0 ? "restore" : "remove"));
	return db_change(s, sql, VALUES(of_int(s->org), of_int(id),
	                                of_id(at)));
}

enum status invitee_note(struct scope *s, i64 gathering,
                         const struct invitee *i)
{
	static const char sql[] =
		"INSERT INTO invitee (org_id, gathering_id, actor_id, why,"
		"  role, influence, interest, how)"
		" VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING id";
	i64 id = 0;
	enum status found = row_of(s, gathering, i->actor, &id);

	if (found == OK)
		return set_removed(s, id, 0);
	if (found != NOT_FOUND)
		return found;
	TRY(db_insert(s, sql, VALUES(
		of_int(s->org), of_int(gathering), of_int(i->actor),
		of_int(i->why), of_int(i->role), of_int(i->influence),
		of_int(i->interest), of_said(i->how)), &id));
	return event_note(s, "invitee", id, "note", NULL);
}

enum status invitee_needs(struct scope *s, const struct invitee *i)
{
	static const char sql[] =
		"UPDATE invitee SET needs = $4, needs_other = $5,"
		"       comes_from = $6, influence = $7,"
		"       version = version + 1"
		" WHERE org_id = $1 AND id = $2 AND version = $3";
	enum status done;

	TRY(KEEP(s, "invitee", i->id, "change"));
	done = db_change(s, sql, VALUES(
		of_int(s->org), of_int(i->id), of_int(i->version),
		of_int(i->needs), of_said(i->needs_other),
		of_said(i->comes_from), of_int(i->influence)));
	return done == NOT_FOUND ? STALE : done;
}

enum status invitee_remove(struct scope *s, i64 id)
{
	return set_removed(s, id, s->now);
}
