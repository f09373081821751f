/* Who is let in to one object, and who decided it. */
#include "account/account.h"
#include "account/share.h"
#include "base/rights.h"
#include "base/text.h"
#include "db/db.h"

bool share_rights_fit(unsigned rights)
{
	return rights == READ || rights == (READ | ANSWER) ||
	       rights == (READ | ANSWER | EDIT);
}

static void read_share(struct query *q, struct share *out)
{
	out->id           = read_int(q);
	out->person       = read_int(q);
	out->person_key   = read_text(q);
	out->name         = read_text(q);
	out->email        = read_text(q);
	out->has_password = read_text(q) != NULL;
	out->act          = (enum share_act)read_int(q);
	out->place        = read_text(q);
	out->authority    = read_int(q) != 0;
	out->rights       = (unsigned)read_int(q);
	out->ends         = read_int(q);
	out->by           = read_int(q);
	out->by_name      = read_text(q);
	out->at           = read_int(q);
}

/* A person who was let in otherwise than by the page has no place. */
enum status share_list(struct scope *s, int ground, i64 object,
                       struct share_list *out)
{
	static const char sql[] =
		"SELECT a.id, p.id, p.key, p.name, p.email, p.password, 1,"
		"       coalesce(l.place, ''), coalesce(l.authority, 0),"
		"       a.rights, a.ends, a.let_in_by, b.name, a.let_in_at"
		"  FROM access a JOIN person p ON p.id = a.person_id"
		"  LEFT JOIN person b ON b.id = a.let_in_by"
		"  LEFT JOIN access_log l ON l.org_id = a.org_id"
		"    AND l.id = (SELECT max(x.id) FROM access_log x"
		"                 WHERE x.org_id = a.org_id"
		"                   AND x.kind = a.kind"
		"                   AND x.object = a.object"
		"                   AND x.person_id = a.person_id"
		"                   AND x.act = 1)"
		" WHERE a.org_id = $1 AND a.kind = $2 AND a.object = $3"
		"   AND (a.ends IS NULL OR a.ends > $4)"
		" ORDER BY p.name, a.id";

	struct query q = db_query(s, sql, VALUES(
		of_int(s->org), of_int(ground), of_int(object),
		of_int(s->now)));

	while (query_next(&q))
		read_share(&q, PUSH(s->mem, out));
	return query_end(&q);
}

enum status share_get(struct scope *s, int ground, i64 object,
                      const char *person_key, struct share *out)
{
	struct share_list all = {0};

	TRY(share_list(s, ground, object, &all));
	for (size_t i = 0; i < all.n; i++) {
		*out = all.v[i];
		if (same(out->person_key, person_key))
			return OK;
	}
	return NOT_FOUND;
}

enum status share_log(struct scope *s, int ground, i64 object,
                      struct share_list *out)
{
	static const char sql[] =
		"SELECT l.id, p.id, p.key, p.name, p.email, p.password,"
		"       l.act, l.place, l.authority, l.rights, l.ends,"
		"       l.by_id, b.name, l.at"
		"  FROM access_log l JOIN person p ON p.id = l.person_id"
		"  LEFT JOIN person b ON b.id = l.by_id"
		" WHERE l.org_id = $1 AND l.kind = $2 AND l.object = $3"
		" ORDER BY l.id DESC LIMIT $4";

	struct query q = db_query(s, sql, VALUES(
		of_int(s->org), of_int(ground), of_int(object),
		of_int(SHARES_SHOWN)));

	while (query_next(&q))
		read_share(&q, PUSH(s->mem, out));
	return query_end(&q);
}

static enum status log_note(struct scope *s, int ground, i64 object,
                            const struct share *h)
{
	static const char sql[] =
		"INSERT INTO access_log (org_id, kind, object, person_id, act,"
		"                        place, authority, rights, ends,"
		"                        by_id, at)"
		" VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)"
		" RETURNING id";
	i64 id;

	return db_insert(s, sql, VALUES(
		of_int(s->org), of_int(ground), of_int(object),
		of_int(h->person), of_int(h->act), of_said(h->place),
		of_int(h->authority), of_int(h->rights), of_id(h->ends),
		of_int(s->person), of_int(s->now)), &id);
}

enum status share_let_in(struct scope *s, int ground, i64 object,
                         const struct share *h)
{
	static const char sql[] =
		"UPDATE access SET ends = $5"
		" WHERE org_id = $1 AND kind = $2 AND object = $3"
		"   AND person_id = $4";
	struct share_list now = {0};
	struct share noted = *h;

	if (!share_rights_fit(h->rights))
		return INVALID;
	TRY(share_list(s, ground, object, &now));
	if (now.n >= SHARES_MOST)
		return TAKEN;
	noted.act = SHARE_LET_IN;
	TRY(access_let_in(s, ground, object, h->person, h->rights));
	TRY(db_change(s, sql, VALUES(
		of_int(s->org), of_int(ground), of_int(object),
		of_int(h->person), of_id(h->ends))));
	return log_note(s, ground, object, &noted);
}

enum status share_withdraw(struct scope *s, int ground, i64 object,
                           const char *person_key)
{
	struct share h = {0};
	enum status found = share_get(s, ground, object, person_key, &h);

	if (found == NOT_FOUND)
		return STALE;
	TRY(found);
	h.act = SHARE_WITHDRAWN;
	h.ends = s->now;
	TRY(access_take_back(s, ground, object, h.person));
	return log_note(s, ground, object, &h);
}

enum status share_is_member(struct scope *s, i64 person, bool *out)
{
	static const char sql[] =
		"SELECT count(*) FROM membership"
		" WHERE org_id = $1 AND person_id = $2";
	i64 n = 0;

	TRY(db_number(s, sql, VALUES(of_int(s->org), of_int(person)), &n));
	*out = n > 0;
	return OK;
}

/* What has ended counts too: they may be let in there again. */
enum status share_only_here(struct scope *s, i64 person, bool *out)
{
	static const char sql[] =
		"SELECT (SELECT count(*) FROM membership"
		"         WHERE person_id = $2 AND org_id <> $1)"
		"     + (SELECT count(*) FROM access"
		"         WHERE person_id = $2 AND org_id <> $1)";
	i64 n = 0;

	TRY(db_number(s, sql, VALUES(of_int(s->org), of_int(person)), &n));
	*out = n == 0;
	return OK;
}

enum status shared_any(struct scope *s, bool *out)
{
	static const char sql[] =
		"SELECT count(*) FROM access"
		" WHERE person_id = $1 AND kind = $2"
		"   AND (ends IS NULL OR ends > $3)";
	i64 n = 0;

	TRY(db_number(s, sql, VALUES(of_int(s->person),
	                             of_int(ON_ASSESSMENT),
	                             of_int(s->now)), &n));
	*out = n > 0;
	return OK;
}
