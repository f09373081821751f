/* Tokens of programs: known by their digest. */
#include "api/api.h"
#include "base/rights.h"
#include "db/db.h"
#include "kit/secret.h"

static const char *token_digest(struct arena *mem, const char *token)
{
	return digest_keyed(mem, token, "api");
}

enum status token_find(struct scope *s, const char *token,
                       struct standing *out)
{
	static const char sql[] =
		"SELECT t.id, t.rights, coalesce(t.ends, 0), o.id, o.key,"
		"       o.name"
		"  FROM api_token t JOIN org o ON o.id = t.org_id"
		" WHERE t.token = $1 AND t.taken_back IS NULL";

	struct query q = db_query(s, sql, VALUES(
		of_text(token_digest(s->mem, token))));
	i64 ends = 0;

	if (query_next(&q)) {
		out->object   = read_int(&q);
		out->rights   = (unsigned)read_int(&q);
		ends          = read_int(&q);
		out->org      = read_int(&q);
		out->org_key  = read_text(&q);
		out->org_name = read_text(&q);
	}
	TRY(query_end_one(&q));
	return ends != 0 && ends <= s->now ? NOT_FOUND : OK;
}

enum status token_note(struct scope *s, struct api_token *t,
                       const char **secret)
{
	static const char sql[] =
		"INSERT INTO api_token (org_id, no, name, token, rights, ends,"
		"                       made_by, made_at)"
		" VALUES ($1, (SELECT coalesce(max(no), 0) + 1 FROM api_token"
		"               WHERE org_id = $1), $2, $3, $4, $5, $6, $7)"
		" RETURNING id";

	*secret = arena_print(s->mem, "vagval_%s", secret_token(s->mem, 40));
	TRY(db_insert(s, sql, VALUES(
		of_int(s->org), of_text(t->name),
		of_text(token_digest(s->mem, *secret)), of_int(t->rights),
		of_id(t->ends), of_int(s->person), of_int(s->now)), &t->id));
	return event_note(s, "api_token", t->id, "note", NULL);
}

enum status token_list(struct scope *s, struct api_token_list *out)
{
	static const char sql[] =
		"SELECT id, no, name, rights, coalesce(ends, 0),"
		"       coalesce(taken_back, 0), made_at"
		"  FROM api_token WHERE org_id = $1 ORDER BY no";

	struct query q = db_query(s, sql, VALUES(of_int(s->org)));

	while (query_next(&q)) {
		struct api_token *t = PUSH(s->mem, out);

		t->id         = read_int(&q);
		t->no         = read_int(&q);
		t->name       = read_text(&q);
		t->rights     = (unsigned)read_int(&q);
		t->ends       = read_int(&q);
		t->taken_back = read_int(&q);
		t->made_at    = read_int(&q);
	}
	return query_end(&q);
}

enum status token_take_back(struct scope *s, i64 no)
{
	static const char which[] =
		"SELECT id FROM api_token WHERE org_id = $1 AND no = $2";
	static const char sql[] =
		"UPDATE api_token SET taken_back = $3"
		" WHERE org_id = $1 AND id = $2 AND taken_back IS NULL";

	i64 id;

	TRY(db_number(s, which, VALUES(of_int(s->org), of_int(no)), &id));
	TRY(KEEP(s, "api_token", id, "take back"));
	return db_change(s, sql, VALUES(of_int(s->org), of_int(id),
	                                of_int(s->now)));
}
