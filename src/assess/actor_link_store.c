/* Actors of an assessment. One is linked at most once: a link that was removed
 * and is made again is the old one with its number. */
#include "assess/assess.h"
#include "db/db.h"

#define LINK                                                            \
	"SELECT l.id, l.no, l.actor_id, a.key, a.name, a.rights_holder,"\
	"       l.role, l.influence, l.interest, l.how, l.present,"     \
	"       l.present_note, l.missing, l.plan,"                     \
	"       coalesce(l.removed_at, 0), l.version"                   \
	"  FROM actor_link l"                                           \
	"  JOIN actor a ON a.org_id = l.org_id AND a.id = l.actor_id"

static void read_link(struct query *q, struct actor_link *l)
{
	l->id            = read_int(q);
	l->no            = read_int(q);
	l->actor         = read_int(q);
	l->actor_key     = read_text(q);
	l->name          = read_text(q);
	l->rights_holder = read_int(q) != 0;
	l->role          = (enum actor_role)read_int(q);
	l->influence     = (enum level)read_int(q);
	l->interest      = (enum level)read_int(q);
	l->how           = read_text(q);
	l->present       = (enum presence)read_int(q);
	l->present_note  = read_text(q);
	l->missing       = read_int(q) != 0;
	l->plan          = read_text(q);
	l->removed       = read_int(q) != 0;
	l->version       = read_int(q);
}

enum status actor_link_list(struct scope *s, i64 assessment,
                            struct actor_link_list *out)
{
	static const char sql[] =
		LINK " WHERE l.org_id = $1 AND l.assessment_id = $2"
		"   AND l.removed_at IS NULL"
		" ORDER BY l.interest DESC, a.sort_key, l.no";

	struct query q = db_query(s, sql, VALUES(of_int(s->org),
	                                         of_int(assessment)));

	while (query_next(&q))
		read_link(&q, PUSH(s->mem, out));
	return query_end(&q);
}

enum status actor_link_get(struct scope *s, i64 assessment, i64 no,
                           struct actor_link *out)
{
	static const char sql[] =
		LINK " WHERE l.org_id = $1 AND l.assessment_id = $2"
		"   AND l.no = $3";

	struct query q = db_query(s, sql, VALUES(
		of_int(s->org), of_int(assessment), of_int(no)));

	if (query_next(&q))
		read_link(&q, out);
	return query_end_one(&q);
}

/* NOT_FOUND if the actor has never been in the assessment. */
static enum status link_of(struct scope *s, i64 assessment, i64 actor,
                           struct actor_link *out)
{
	static const char sql[] =
		LINK " WHERE l.org_id = $1 AND l.assessment_id = $2"
		"   AND l.actor_id = $3";

	struct query q = db_query(s, sql, VALUES(
		of_int(s->org), of_int(assessment), of_int(actor)));

	if (query_next(&q))
		read_link(&q, out);
	return query_end_one(&q);
}

static enum status insert(struct scope *s, i64 assessment,
                          struct actor_link *l)
{
	static const char sql[] =
		"INSERT INTO actor_link (org_id, assessment_id, no, actor_id,"
		"  role, influence, interest, how, present, present_note,"
		"  missing, plan)"
		" VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)"
		" RETURNING id";

	TRY(counter_take(s, assessment, "actor", &l->no));
	TRY(db_insert(s, sql, VALUES(
		of_int(s->org), of_int(assessment), of_int(l->no),
		of_int(l->actor), of_int(l->role), of_int(l->influence),
		of_int(l->interest), of_said(l->how),
		of_int(l->present), of_said(l->present_note),
		of_int(l->missing), of_said(l->plan)), &l->id));
	return event_note(s, "actor_link", l->id, "note", NULL);
}

/* What is written replaces what was there, and it is no longer removed. */
static enum status rewrite(struct scope *s, const struct actor_link *l,
                           i64 id, i64 version)
{
	static const char sql[] =
		"UPDATE actor_link SET role = $4, influence = $5,"
		"  interest = $6, how = $7, present = $8, present_note = $9,"
		"  missing = $10, plan = $11, removed_at = NULL,"
		"  version = version + 1"
		" WHERE org_id = $1 AND id = $2 AND version = $3";
	enum status done;

	TRY(KEEP(s, "actor_link", id, "change"));
	done = db_change(s, sql, VALUES(
		of_int(s->org), of_int(id), of_int(version), of_int(l->role),
		of_int(l->influence), of_int(l->interest),
		of_said(l->how), of_int(l->present),
		of_said(l->present_note), of_int(l->missing),
		of_said(l->plan)));
	return done == NOT_FOUND ? STALE : done;
}

enum status actor_link_note(struct scope *s, i64 assessment,
                            struct actor_link *l, i64 *id)
{
	struct actor_link was = {0};
	enum status found;

	TRY(assess_open(s, assessment));
	found = link_of(s, assessment, l->actor, &was);
	if (found == OK && !was.removed)
		return TAKEN;
	if (found == OK) {
		TRY(rewrite(s, l, was.id, was.version));
		l->id = was.id;
		l->no = was.no;
	} else if (found == NOT_FOUND) {
		TRY(insert(s, assessment, l));
	} else {
		return found;
	}
	*id = l->id;
	return assess_touch(s, assessment);
}

enum status actor_link_change(struct scope *s, i64 assessment,
                              const struct actor_link *l)
{
	struct actor_link was = {0};

	TRY(assess_open(s, assessment));
	TRY(actor_link_get(s, assessment, l->no, &was));
	if (was.removed)
		return STALE;
	TRY(rewrite(s, l, was.id, l->version));
	return assess_touch(s, assessment);
}

enum status actor_link_remove(struct scope *s, i64 assessment, i64 no,
                              bool removed)
{
	static const char sql[] =
		"UPDATE actor_link SET removed_at = $3, version = version + 1"
		" WHERE org_id = $1 AND id = $2";
	struct actor_link was = {0};

	TRY(assess_open(s, assessment));
	TRY(actor_link_get(s, assessment, no, &was));
	TRY(KEEP(s, "actor_link", was.id, removed ? "remove" : "restore"));
	TRY(db_change(s, sql, VALUES(of_int(s->org), of_int(was.id),
	                             of_id(removed ? s->now : 0))));
	return assess_touch(s, assessment);
}
