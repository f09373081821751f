/* What an organisation asks itself. */
#include "db/db.h"
#include "duty/duty.h"

static void read_local(struct query *q, struct local_duty *l)
{
	l->id = read_int(q);
	l->key = read_text(q);
	l->name = read_text(q);
	l->question = read_text(q);
	l->ground = (enum duty_ground)read_int(q);
	l->source = read_text(q);
	l->subjects = (unsigned)read_int(q);
	l->retired = read_int(q) != 0;
	l->version = read_int(q);
}

/* One by key, or with "" all. */
static enum status read_all(struct scope *s, const char *key,
                            struct local_duty_list *out)
{
	static const char sql[] =
		"SELECT id, key, name, question, ground, source, subjects,"
		"       CASE WHEN retired_at IS NULL THEN 0 ELSE 1 END,"
		"       version"
		"  FROM local_duty WHERE org_id = $1 AND ($2 = '' OR key = $2)"
		" ORDER BY name, id";

	struct query q = db_query(s, sql, VALUES(of_int(s->org),
		of_said(key)));

	while (query_next(&q))
		read_local(&q, PUSH(s->mem, out));
	return query_end(&q);
}

enum status local_duty_list(struct scope *s, struct local_duty_list *out)
{
	*out = (struct local_duty_list){0};
	return read_all(s, "", out);
}

enum status local_duty_get(struct scope *s, const char *key,
                           struct local_duty *out)
{
	struct local_duty_list one = {0};

	if (key == NULL || *key == '\0')
		return NOT_FOUND;
	TRY(read_all(s, key, &one));
	if (one.n == 0)
		return NOT_FOUND;
	*out = one.v[0];
	return OK;
}

enum status local_duty_note(struct scope *s, const struct local_duty *l)
{
	static const char sql[] =
		"INSERT INTO local_duty (org_id, key, name, question, ground,"
		"  source, subjects)"
		" VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id";

	i64 id;

	TRY(db_insert(s, sql, VALUES(of_int(s->org),
		of_text(key_new(s->mem)), of_said(l->name),
		of_said(l->question), of_int(l->ground), of_said(l->source),
		of_int(l->subjects)), &id));
	return event_note(s, "local_duty", id, "note", NULL);
}

enum status local_duty_change(struct scope *s, const struct local_duty *l)
{
	static const char sql[] =
		"UPDATE local_duty SET name = $4, question = $5, ground = $6,"
		"       source = $7, subjects = $8, version = version + 1"
		" WHERE org_id = $1 AND id = $2 AND version = $3";

	enum status done;

	TRY(KEEP(s, "local_duty", l->id, "change"));
	done = db_change(s, sql, VALUES(of_int(s->org), of_int(l->id),
		of_int(l->version), of_said(l->name), of_said(l->question),
		of_int(l->ground), of_said(l->source), of_int(l->subjects)));
	return done == NOT_FOUND ? STALE : done;
}

enum status local_duty_retire(struct scope *s, const char *key, bool retired)
{
	static const char sql[] =
		"UPDATE local_duty SET retired_at = $3, version = version + 1"
		" WHERE org_id = $1 AND id = $2";

	struct local_duty l;

	TRY(local_duty_get(s, key, &l));
	TRY(KEEP(s, "local_duty", l.id, retired ? "retire" : "restore"));
	return db_change(s, sql, VALUES(of_int(s->org), of_int(l.id),
		of_id(retired ? s->now : 0)));
}
