/* Those let in, and the log of it. */
#include "account/account.h"
#include "base/rights.h"
#include "db/db.h"
#include "remind/share.h"

static void read_share(struct query *q, struct share *s)
{
	s->id           = read_int(q);
	s->assessment   = read_int(q);
	s->person       = read_int(q);
	s->person_key   = read_text(q);
	s->name         = read_text(q);
	s->email        = read_text(q);
	s->has_password = read_int(q) != 0;
	s->organisation = read_text(q);
	s->rights       = (unsigned)read_int(q);
	s->ends         = read_int(q);
	s->decided_by   = read_text(q);
	s->decided_at   = read_int(q);
	s->withdrawn_at = read_int(q);
	s->withdrawn_by = read_text(q);
}

enum status share_list(struct scope *s, i64 assessment, i64 most,
                       struct share_list *out)
{
	static const char sql[] =
		"SELECT h.id, h.assessment_id, h.person_id, p.key, p.name,"
		"       p.email,"
		"       CASE WHEN p.password IS NULL THEN 0 ELSE 1 END,"
		"       h.organisation, h.rights,"
		"       coalesce(h.ends, 0), d.name, h.decided_at,"
		"       coalesce(h.withdrawn_at, 0), w.name"
		"  FROM share h JOIN person p ON p.id = h.person_id"
		"  JOIN person d ON d.id = h.decided_by"
		"  LEFT JOIN person w ON w.id = h.withdrawn_by"
		" WHERE h.org_id = $1 AND h.assessment_id = $2"
		" ORDER BY h.id DESC LIMIT $3";

	struct query q = db_query(s, sql, VALUES(
		of_int(s->org), of_int(assessment), of_int(most)));

	while (query_next(&q))
		read_share(&q, PUSH(s->mem, out));
	return query_end(&q);
}

enum status share_of(struct scope *s, i64 assessment, const char *person_key,
                     struct share *out)
{
	static const char sql[] =
		"SELECT h.id, h.assessment_id, h.person_id, p.key, p.name,"
		"       p.email,"
		"       CASE WHEN p.password IS NULL THEN 0 ELSE 1 END,"
		"       h.organisation, h.rights,"
		"       coalesce(h.ends, 0), d.name, h.decided_at,"
		"       coalesce(h.withdrawn_at, 0), NULL"
		"  FROM share h JOIN person p ON p.id = h.person_id"
		"  JOIN person d ON d.id = h.decided_by"
		" WHERE h.org_id = $1 AND h.assessment_id = $2"
		"   AND p.key = $3 AND h.withdrawn_at IS NULL"
		" ORDER BY h.id DESC LIMIT 1";

	struct query q = db_query(s, sql, VALUES(
		of_int(s->org), of_int(assessment), of_text(person_key)));

	if (query_next(&q))
		read_share(&q, out);
	return query_end_one(&q);
}

static enum status end_line(struct scope *s, i64 id)
{
	static const char sql[] =
		"UPDATE share SET withdrawn_at = $3, withdrawn_by = $4"
		" WHERE org_id = $1 AND id = $2 AND withdrawn_at IS NULL";

	TRY(KEEP(s, "share", id, "withdraw"));
	return db_change(s, sql, VALUES(of_int(s->org), of_int(id),
	                                of_int(s->now), of_int(s->person)));
}

enum status share_let_in(struct scope *s, const struct share *h)
{
	static const char sql[] =
		"INSERT INTO share (org_id, assessment_id, person_id,"
		"                   organisation, rights, ends, decided_by,"
		"                   decided_at)"
		" VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING id";
	struct person p = {0};
	struct share old = {0};
	enum status found;
	i64 id;

	TRY(person_get(s, h->person, &p));
	found = share_of(s, h->assessment, p.key, &old);
	if (found == OK)
		TRY(end_line(s, old.id));
	else if (found != NOT_FOUND)
		return found;
	TRY(db_insert(s, sql, VALUES(
		of_int(s->org), of_int(h->assessment), of_int(h->person),
		of_text(h->organisation), of_int(h->rights), of_id(h->ends),
		of_int(s->person), of_int(s->now)), &id));
	TRY(event_note(s, "share", id, "let in", NULL));
	return access_let_in(s, &(struct letting){ .ground = ON_ASSESSMENT,
		.object = h->assessment, .person = h->person,
		.rights = h->rights, .ends = h->ends,
		.organisation = h->organisation });
}

static enum status was_let_in(struct scope *s, i64 assessment,
                              const char *person_key)
{
	static const char sql[] =
		"SELECT count(*) FROM share h"
		"  JOIN person p ON p.id = h.person_id"
		" WHERE h.org_id = $1 AND h.assessment_id = $2"
		"   AND p.key = $3";
	i64 n = 0;

	TRY(db_number(s, sql, VALUES(of_int(s->org), of_int(assessment),
	                             of_text(person_key)), &n));
	return n > 0 ? OK : NOT_FOUND;
}

enum status share_withdraw(struct scope *s, i64 assessment,
                           const char *person_key)
{
	struct share h = {0};
	enum status found = share_of(s, assessment, person_key, &h);

	if (found == NOT_FOUND)
		return was_let_in(s, assessment, person_key);
	TRY(found);
	TRY(end_line(s, h.id));
	return access_take_back(s, ON_ASSESSMENT, assessment, h.person);
}

enum status share_elsewhere(struct scope *s, i64 person, bool *out)
{
	static const char sql[] =
		"SELECT (SELECT count(*) FROM membership"
		"         WHERE person_id = $2)"
		"     + (SELECT count(*) FROM access"
		"         WHERE person_id = $2 AND org_id <> $1)";
	i64 n = 0;

	TRY(db_number(s, sql, VALUES(of_int(s->org), of_int(person)), &n));
	*out = n > 0;
	return OK;
}

enum status shared_with_me(struct scope *s, i64 most, struct shared_list *out)
{
	static const char sql[] =
		"SELECT a.key, t.title, o.name, x.rights, coalesce(x.ends, 0)"
		"  FROM access x JOIN assessment a ON a.org_id = x.org_id"
		"   AND a.id = x.object"
		"  JOIN subject t ON t.org_id = a.org_id"
		"   AND t.id = a.subject_id"
		"  JOIN org o ON o.id = x.org_id"
		" WHERE x.person_id = $1 AND x.kind = $2"
		"   AND (x.ends IS NULL OR x.ends > $3)"
		" ORDER BY x.let_in_at DESC, x.id DESC LIMIT $4";

	struct query q = db_query(s, sql, VALUES(
		of_int(s->person), of_int(ON_ASSESSMENT), of_int(s->now),
		of_int(most)));

	while (query_next(&q)) {
		struct shared *h = PUSH(s->mem, out);

		h->key      = read_text(&q);
		h->title    = read_text(&q);
		h->org_name = read_text(&q);
		h->rights   = (unsigned)read_int(&q);
		h->ends     = read_int(&q);
	}
	return query_end(&q);
}
