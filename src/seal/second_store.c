/* Does it take two here, and who has asked for whose yes. */
#include "base/text.h"
#include "db/db.h"
#include "seal/second.h"

/* -- the organisation's rule --------------------------------------------- */

static enum status read_models(struct scope *s, struct text_list *out)
{
	static const char sql[] =
		"SELECT code FROM sign_model WHERE org_id = $1 ORDER BY code";

	struct query q = db_query(s, sql, VALUES(of_int(s->org)));

	while (query_next(&q))
		*PUSH(s->mem, out) = read_text(&q);
	return query_end(&q);
}

enum status sign_rule_get(struct scope *s, struct sign_rule *out)
{
	static const char sql[] =
		"SELECT two, version FROM sign_rule WHERE org_id = $1";

	struct query q = db_query(s, sql, VALUES(of_int(s->org)));

	*out = (struct sign_rule){0};
	if (query_next(&q)) {
		out->two     = (enum sign_two)read_int(&q);
		out->version = read_int(&q);
	}
	TRY(query_end(&q));
	return out->version == 0 ? OK : read_models(s, &out->models);
}

static enum status set_models(struct scope *s, const struct text_list *codes)
{
	static const char clear[] = "DELETE FROM sign_model WHERE org_id = $1";
	static const char add[] =
		"INSERT INTO sign_model (org_id, code) VALUES ($1, $2)"
		" ON CONFLICT (org_id, code) DO NOTHING";

	TRY(db_change_all(s, clear, VALUES(of_int(s->org))));
	for (size_t i = 0; i < codes->n; i++)
		TRY(db_change_all(s, add, VALUES(of_int(s->org),
		                                 of_text(codes->v[i]))));
	return OK;
}

static enum status rule_first(struct scope *s, const struct sign_rule *rule)
{
	static const char sql[] =
		"INSERT INTO sign_rule (org_id, two) VALUES ($1, $2)"
		" RETURNING id";
	i64 id;

	TRY(db_insert(s, sql, VALUES(of_int(s->org), of_int(rule->two)),
	              &id));
	TRY(event_note(s, "sign_rule", id, "note", NULL));
	return set_models(s, &rule->models);
}

enum status sign_rule_save(struct scope *s, const struct sign_rule *rule)
{
	static const char find[] =
		"SELECT id FROM sign_rule WHERE org_id = $1";
	static const char sql[] =
		"UPDATE sign_rule SET two = $3, version = version + 1"
		" WHERE org_id = $1 AND version = $2";
	i64 id = 0;
	enum status found = db_number(s, find, VALUES(of_int(s->org)), &id);

	if (found == NOT_FOUND && rule->version == 0)
		return rule_first(s, rule);
	if (found != OK)
		return found == NOT_FOUND ? STALE : found;
	TRY(KEEP(s, "sign_rule", id, "change"));
	TRY(KEEP_EACH(s, "sign_model", "org_id", s->org, "change"));
	found = db_change(s, sql, VALUES(of_int(s->org),
		of_int(rule->version), of_int(rule->two)));
	if (found != OK)
		return found == NOT_FOUND ? STALE : found;
	return set_models(s, &rule->models);
}

/* -- requests ------------------------------------------------------------ */

enum status sign_request_get(struct scope *s, i64 assessment,
                             struct sign_request *out)
{
	static const char sql[] =
		"SELECT q.id, q.asked_by, q.asked_name, q.asked_at, q.sha256,"
		"       coalesce(q.given_at, 0), coalesce(q.ended_at, 0),"
		"       coalesce(p.name, ''), q.why,"
		"       CASE WHEN q.ended_by <> q.asked_by THEN 1 ELSE 0 END,"
		"       q.version"
		"  FROM sign_request q LEFT JOIN person p ON p.id = q.ended_by"
		" WHERE q.org_id = $1 AND q.assessment_id = $2"
		" ORDER BY q.id DESC LIMIT 1";

	struct query q = db_query(s, sql, VALUES(of_int(s->org),
	                                         of_int(assessment)));

	*out = (struct sign_request){0};
	if (query_next(&q)) {
		out->id         = read_int(&q);
		out->asked_by   = read_int(&q);
		out->asked_name = read_text(&q);
		out->asked_at   = read_int(&q);
		out->sha256     = read_text(&q);
		out->given_at   = read_int(&q);
		out->ended_at   = read_int(&q);
		out->ended_name = read_text(&q);
		out->why        = read_text(&q);
		out->declined   = read_int(&q) != 0;
		out->version    = read_int(&q);
	}
	return query_end(&q);
}

enum status sign_request_note(struct scope *s, i64 assessment,
                              const struct sign_request *q)
{
	static const char sql[] =
		"INSERT INTO sign_request (org_id, assessment_id, asked_by,"
		"  asked_name, asked_at, sha256)"
		" VALUES ($1, $2, $3, $4, $5, $6) RETURNING id";
	struct sign_request was;
	i64 id;

	TRY(assess_open(s, assessment));
	TRY(sign_request_get(s, assessment, &was));
	if (sign_request_is_open(&was))
		return TAKEN;
	TRY(db_insert(s, sql, VALUES(
		of_int(s->org), of_int(assessment), of_int(s->person),
		of_text(q->asked_name), of_int(s->now), of_text(q->sha256)),
		&id));
	return event_note(s, "sign_request", id, "note", NULL);
}

enum status sign_request_end(struct scope *s, const struct sign_request *q,
                             const char *why)
{
	static const char sql[] =
		"UPDATE sign_request SET ended_by = $4, ended_at = $5,"
		"       why = $6, version = version + 1"
		" WHERE org_id = $1 AND id = $2 AND version = $3"
		"   AND given_at IS NULL AND ended_at IS NULL";
	enum status done;

	TRY(KEEP(s, "sign_request", q->id, "take back"));
	done = db_change(s, sql, VALUES(
		of_int(s->org), of_int(q->id), of_int(q->version),
		of_int(s->person), of_int(s->now), of_said(why)));
	return done == NOT_FOUND ? STALE : done;
}

enum status sign_request_give(struct scope *s, const struct sign_request *q)
{
	static const char sql[] =
		"UPDATE sign_request SET given_by = $4, given_at = $5,"
		"       version = version + 1"
		" WHERE org_id = $1 AND id = $2 AND version = $3"
		"   AND given_at IS NULL AND ended_at IS NULL";
	enum status done;

	if (q->asked_by == s->person)
		return DENIED;
	TRY(KEEP(s, "sign_request", q->id, "give"));
	done = db_change(s, sql, VALUES(
		of_int(s->org), of_int(q->id), of_int(q->version),
		of_int(s->person), of_int(s->now)));
	return done == NOT_FOUND ? STALE : done;
}
