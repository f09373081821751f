/* Proposals: of priorities, of who is missing, of actions. */
#include "base/text.h"
#include "db/db.h"
#include "workshop/meeting.h"

#define IDEA                                                            \
	"SELECT d.id, d.no, d.item_id, coalesce(d.board_id, 0),"        \
	"       coalesce(b.name, ''), d.authority,"                     \
	"       CASE WHEN d.who <> '' AND d.who = $3 THEN 1 ELSE 0 END,"\
	"       CASE WHEN d.who = '' THEN 1 ELSE 0 END,"                \
	"       d.text, d.detail, d.role, d.missing, d.finding_no,"     \
	"       d.item_from, d.goal_from, coalesce(d.into_id, 0),"      \
	"       d.chosen,"                                              \
	"       coalesce(d.removed_at, 0), d.minute, d.version"         \
	"  FROM idea d LEFT JOIN board b"                               \
	"    ON b.org_id = d.org_id AND b.id = d.board_id"

static void read_idea(struct query *q, struct idea *d)
{
	d->id         = read_int(q);
	d->no         = read_int(q);
	d->item       = read_int(q);
	d->board      = read_int(q);
	d->board_name = read_text(q);
	d->authority  = read_int(q) != 0;
	d->own        = read_int(q) != 0;
	d->shared     = read_int(q) != 0;
	d->text       = read_text(q);
	d->detail     = read_text(q);
	d->role       = (enum actor_role)read_int(q);
	d->missing    = read_int(q) != 0;
	d->finding_no = read_int(q);
	d->item_from  = read_int(q);
	d->goal_from  = read_int(q);
	d->into       = read_int(q);
	d->chosen     = read_int(q) != 0;
	d->removed    = read_int(q) != 0;
	d->minute     = read_int(q);
	d->version    = read_int(q);
}

enum status idea_list(struct scope *s, i64 workshop, i64 item,
                      const char *who, struct idea_list *out)
{
	static const char sql[] =
		IDEA " WHERE d.org_id = $1 AND d.workshop_id = $2"
		"   AND ($4 = 0 OR d.item_id = $4) AND d.removed_at IS NULL"
		" ORDER BY d.item_id, d.no";

	struct query q = db_query(s, sql, VALUES(of_int(s->org),
		of_int(workshop), of_said(who), of_int(item)));

	while (query_next(&q))
		read_idea(&q, PUSH(s->mem, out));
	return query_end(&q);
}

enum status idea_get(struct scope *s, i64 workshop, i64 no, const char *who,
                     struct idea *out)
{
	static const char sql[] =
		IDEA " WHERE d.org_id = $1 AND d.workshop_id = $2"
		"   AND d.no = $4";

	struct query q = db_query(s, sql, VALUES(of_int(s->org),
		of_int(workshop), of_said(who), of_int(no)));

	if (query_next(&q))
		read_idea(&q, out);
	return query_end_one(&q);
}

static enum status tell(struct scope *s, i64 workshop)
{
	return db_signal(s, topic_tally(s->mem, workshop));
}

enum status idea_note(struct scope *s, i64 workshop, const char *who,
                      struct idea *d, i64 *id)
{
	static const char sql[] =
		"INSERT INTO idea (org_id, workshop_id, item_id, no,"
		"  board_id, who, authority, text, detail, role, missing,"
		"  finding_no, item_from, goal_from, minute)"
		" VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12,"
		"  $13, $14, $15) RETURNING id";

	TRY(workshop_counter(s, workshop, "idea", &d->no));
	TRY(db_insert(s, sql, VALUES(
		of_int(s->org), of_int(workshop), of_int(d->item),
		of_int(d->no), of_id(d->board), of_said(who),
		of_int(d->authority), of_text(d->text), of_said(d->detail),
		of_int(d->role), of_int(d->missing), of_int(d->finding_no),
		of_int(d->item_from), of_int(d->goal_from), of_int(s->now)),
		id));
	TRY(event_note(s, "idea", *id, "note", NULL));
	return tell(s, workshop);
}

enum status idea_change(struct scope *s, i64 workshop, const struct idea *d)
{
	static const char sql[] =
		"UPDATE idea SET text = $4, detail = $5, role = $6,"
		"  missing = $7, finding_no = $8, item_from = $9,"
		"  goal_from = $10, version = version + 1"
		" WHERE org_id = $1 AND id = $2 AND version = $3";
	enum status done;

	TRY(KEEP(s, "idea", d->id, "change"));
	done = db_change(s, sql, VALUES(
		of_int(s->org), of_int(d->id), of_int(d->version),
		of_text(d->text), of_said(d->detail), of_int(d->role),
		of_int(d->missing), of_int(d->finding_no),
		of_int(d->item_from), of_int(d->goal_from)));
	if (done != OK)
		return done == NOT_FOUND ? STALE : done;
	return tell(s, workshop);
}

/* What was merged into it follows, so that all point at one. */
enum status idea_merge(struct scope *s, i64 workshop, i64 no, i64 into_no)
{
	static const char sql[] =
		"UPDATE idea SET into_id = $3, version = version + 1"
		" WHERE org_id = $1 AND id = $2";
	static const char follow[] =
		"UPDATE idea SET into_id = $3, version = version + 1"
		" WHERE org_id = $1 AND into_id = $2";
	struct idea from = {0}, to = {0};

	TRY(idea_get(s, workshop, no, "", &from));
	if (into_no != 0)
		TRY(idea_get(s, workshop, into_no, "", &to));
	if (to.into == from.id || to.id == from.id ||
	    (to.id != 0 && to.item != from.item))
		return INVALID;
	if (to.into != 0)
		to.id = to.into;
	TRY(KEEP(s, "idea", from.id, "merge"));
	TRY(db_change(s, sql, VALUES(of_int(s->org), of_int(from.id),
	                             of_id(to.id))));
	if (to.id != 0)
		TRY(db_change_all(s, follow, VALUES(of_int(s->org),
			of_int(from.id), of_int(to.id))));
	return tell(s, workshop);
}

enum status idea_choose(struct scope *s, i64 workshop, i64 no, bool chosen)
{
	static const char sql[] =
		"UPDATE idea SET chosen = $3, version = version + 1"
		" WHERE org_id = $1 AND id = $2";
	struct idea d = {0};

	TRY(idea_get(s, workshop, no, "", &d));
	TRY(KEEP(s, "idea", d.id, "choose"));
	TRY(db_change(s, sql, VALUES(of_int(s->org), of_int(d.id),
	                             of_int(chosen))));
	return tell(s, workshop);
}

enum status idea_remove(struct scope *s, i64 workshop, i64 no, bool removed)
{
	static const char sql[] =
		"UPDATE idea SET removed_at = $3, version = version + 1"
		" WHERE org_id = $1 AND id = $2";
	struct idea d = {0};

	TRY(idea_get(s, workshop, no, "", &d));
	TRY(KEEP(s, "idea", d.id, removed ? "remove" : "restore"));
	TRY(db_change(s, sql, VALUES(of_int(s->org), of_int(d.id),
	                             of_id(removed ? s->now : 0))));
	return tell(s, workshop);
}
