/* Writing actions: what they are, and how they go. */
#include "action/action.h"
#include "db/db.h"

/* -- sources ------------------------------------------------------------- */

static enum status note_source(struct scope *s, i64 action,
                               const struct action_source *from)
{
	static const char sql[] =
		"INSERT INTO action_source (org_id, action_id, finding_id,"
		"                           conflict_id, actor_link_id)"
		" VALUES ($1, $2, $3, $4, $5)";

	return db_change(s, sql, VALUES(of_int(s->org), of_int(action),
		of_id(from->finding), of_id(from->conflict),
		of_id(from->actor_link)));
}

static enum status note_sources(struct scope *s, i64 action,
                                const struct action_source_list *list)
{
	for (size_t i = 0; i < list->n; i++)
		TRY(note_source(s, action, &list->v[i]));
	return OK;
}

static bool same_sources(const struct action_source_list *a,
                         const struct action_source_list *b)
{
	if (a->n != b->n)
		return false;
	for (size_t i = 0; i < a->n; i++)
		if (a->v[i].finding != b->v[i].finding ||
		    a->v[i].conflict != b->v[i].conflict ||
		    a->v[i].actor_link != b->v[i].actor_link)
			return false;
	return true;
}

/* The sources as they were live on in the events. */
static enum status drop_sources(struct scope *s, i64 action)
{
	static const char sql[] =
		"DELETE FROM action_source"
		" WHERE org_id = $1 AND action_id = $2";

	TRY(KEEP_EACH(s, "action_source", "action_id", action, "change"));
	return db_change_all(s, sql, VALUES(of_int(s->org), of_int(action)));
}

/* -- a new one ----------------------------------------------------------- */

static enum status note_row(struct scope *s, i64 assessment,
                            const struct action *a, i64 *id)
{
	static const char sql[] =
		"INSERT INTO action (org_id, assessment_id, no, title, text,"
		"  purpose, responsible, other_org, accepted_on, due,"
		"  resource, indicator, state, progress, effect, dropped_why,"
		"  accepted_by, accepted_source, instead)"
		" VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12,"
		"  $13, $14, $15, $16, $17, $18, $19) RETURNING id";

	return db_insert(s, sql, VALUES(of_int(s->org), of_int(assessment),
		of_int(a->no), of_said(a->title), of_said(a->text),
		of_int(a->purpose), of_said(a->responsible),
		of_said(a->other_org), of_id(a->accepted_on), of_id(a->due),
		of_said(a->resource), of_said(a->indicator),
		of_int(a->state), of_said(a->progress), of_said(a->effect),
		of_said(a->dropped_why), of_said(a->accepted_by),
		of_said(a->accepted_source), of_said(a->instead)), id);
}

enum status action_note(struct scope *s, i64 assessment, struct action *a,
                        i64 *id)
{
	TRY(assess_open(s, assessment));
	TRY(counter_take(s, assessment, "action", &a->no));
	TRY(note_row(s, assessment, a, id));
	TRY(note_sources(s, *id, &a->sources));
	TRY(event_note(s, "action", *id, "note", NULL));
	return assess_touch(s, assessment);
}

/* -- what it is: frozen with the assessment ------------------------------ */

/* What one organisation accepted, another has not. */
static enum status change_row(struct scope *s, i64 id,
                              const struct action *a)
{
	static const char sql[] =
		"UPDATE action SET title = $4, text = $5, purpose = $6,"
		"       accepted_on = CASE WHEN other_org = $7"
		"       THEN accepted_on END,"
		"       accepted_by = CASE WHEN other_org = $7"
		"       THEN accepted_by ELSE '' END,"
		"       accepted_source = CASE WHEN other_org = $7"
		"       THEN accepted_source ELSE '' END,"
		"       other_org = $7, resource = $8, indicator = $9,"
		"       version = version + 1"
		" WHERE org_id = $1 AND id = $2 AND version = $3";

	enum status done = db_change(s, sql, VALUES(of_int(s->org),
		of_int(id), of_int(a->version), of_said(a->title),
		of_said(a->text), of_int(a->purpose), of_said(a->other_org),
		of_said(a->resource), of_said(a->indicator)));

	return done == NOT_FOUND ? STALE : done;
}

enum status action_change(struct scope *s, i64 assessment,
                          const struct action *a)
{
	struct action now;

	TRY(assess_open(s, assessment));
	TRY(action_get(s, assessment, a->no, &now));
	TRY(KEEP(s, "action", now.id, "change"));
	TRY(change_row(s, now.id, a));
	if (!same_sources(&now.sources, &a->sources)) {
		TRY(drop_sources(s, now.id));
		TRY(note_sources(s, now.id, &a->sources));
	}
	return assess_touch(s, assessment);
}

/* -- how it goes: lives on after the end --------------------------------- */

static enum status follow_row(struct scope *s, i64 id,
                              const struct action *a)
{
	static const char sql[] =
		"UPDATE action SET responsible = $4, due = $5, state = $6,"
		"       progress = $7, effect = $8, dropped_why = $9,"
		"       instead = $10, version = version + 1"
		" WHERE org_id = $1 AND id = $2 AND version = $3";

	enum status done = db_change(s, sql, VALUES(of_int(s->org),
		of_int(id), of_int(a->version), of_said(a->responsible),
		of_id(a->due), of_int(a->state),
		of_said(a->progress), of_said(a->effect),
		of_said(a->dropped_why), of_said(a->instead)));

	return done == NOT_FOUND ? STALE : done;
}

enum status action_follow(struct scope *s, i64 assessment,
                          const struct action *a)
{
	struct action now;

	TRY(action_get(s, assessment, a->no, &now));
	TRY(KEEP(s, "action", now.id, "follow"));
	TRY(follow_row(s, now.id, a));
	return assess_touch_living(s, assessment);
}

static enum status accept_row(struct scope *s, i64 id,
                              const struct action *a)
{
	static const char sql[] =
		"UPDATE action SET accepted_on = $4, accepted_by = $5,"
		"       accepted_source = $6, version = version + 1"
		" WHERE org_id = $1 AND id = $2 AND version = $3";

	enum status done = db_change(s, sql, VALUES(of_int(s->org),
		of_int(id), of_int(a->version), of_id(a->accepted_on),
		of_said(a->accepted_by), of_said(a->accepted_source)));

	return done == NOT_FOUND ? STALE : done;
}

/* Who noted it is in the event, as of every change. */
enum status action_accept(struct scope *s, i64 assessment,
                          const struct action *a)
{
	struct action now;

	TRY(action_get(s, assessment, a->no, &now));
	TRY(KEEP(s, "action", now.id, "accept"));
	TRY(accept_row(s, now.id, a));
	return assess_touch_living(s, assessment);
}
