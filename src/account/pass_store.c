/* Links that let in: known by the digest of a secret that only they have. */
#include "account/pass.h"
#include "base/rights.h"
#include "db/db.h"
#include "kit/secret.h"

static const char *token_of(struct arena *mem, const char *secret)
{
	return digest_keyed(mem, secret, "pass");
}

enum status pass_find(struct scope *s, const char *key, struct standing *out)
{
	static const char sql[] =
		"SELECT p.id, coalesce(p.ends, 0), o.id, o.key, o.name,"
		"       o.contact, o.constructed"
		"  FROM pass p JOIN org o ON o.id = p.org_id"
		" WHERE p.token = $1 AND p.taken_back IS NULL";

	struct query q = db_query(s, sql, VALUES(
		of_text(token_of(s->mem, key))));
	i64 ends = 0;

	if (query_next(&q)) {
		out->object          = read_int(&q);
		out->object_key      = key;
		ends                 = read_int(&q);
		out->org             = read_int(&q);
		out->org_key         = read_text(&q);
		out->org_name        = read_text(&q);
		out->org_contact     = read_text(&q);
		out->org_constructed = read_int(&q) != 0;
		out->rights          = GUEST;
	}
	TRY(query_end_one(&q));
	return ends != 0 && ends <= s->now ? NOT_FOUND : OK;
}

static void read_pass(struct query *q, struct pass *p)
{
	p->id         = read_int(q);
	p->kind       = (enum pass_kind)read_int(q);
	p->object     = read_int(q);
	p->for_whom   = read_text(q);
	p->ends       = read_int(q);
	p->taken_back = read_int(q);
	p->made_at    = read_int(q);
}

enum status pass_get(struct scope *s, i64 id, struct pass *out)
{
	static const char sql[] =
		"SELECT id, kind, object, for_whom, coalesce(ends, 0),"
		"       coalesce(taken_back, 0), made_at"
		"  FROM pass WHERE org_id = $1 AND id = $2";

	struct query q = db_query(s, sql, VALUES(of_int(s->org), of_int(id)));

	if (query_next(&q))
		read_pass(&q, out);
	return query_end_one(&q);
}

enum status pass_list(struct scope *s, enum pass_kind kind, i64 object,
                      struct pass_list *out)
{
	static const char sql[] =
		"SELECT id, kind, object, for_whom, coalesce(ends, 0),"
		"       coalesce(taken_back, 0), made_at"
		"  FROM pass WHERE org_id = $1 AND kind = $2 AND object = $3"
		" ORDER BY id";

	struct query q = db_query(s, sql, VALUES(
		of_int(s->org), of_int(kind), of_int(object)));

	while (query_next(&q))
		read_pass(&q, PUSH(s->mem, out));
	return query_end(&q);
}

enum status pass_note(struct scope *s, struct pass *p, const char **secret)
{
	static const char sql[] =
		"INSERT INTO pass (org_id, token, kind, object, for_whom,"
		"                  ends, made_by, made_at)"
		" VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING id";

	*secret = arena_print(s->mem, "%s%s", key_new(s->mem),
	                      key_new(s->mem));
	return db_insert(s, sql, VALUES(
		of_int(s->org), of_text(token_of(s->mem, *secret)),
		of_int(p->kind), of_int(p->object), of_said(p->for_whom),
		of_id(p->ends), of_int(s->person), of_int(s->now)), &p->id);
}

enum status pass_take_back(struct scope *s, i64 id)
{
	static const char sql[] =
		"UPDATE pass SET taken_back = $3"
		" WHERE org_id = $1 AND id = $2 AND taken_back IS NULL";

	TRY(KEEP(s, "pass", id, "take back"));
	return db_change(s, sql, VALUES(of_int(s->org), of_int(id),
	                                of_int(s->now)));
}
