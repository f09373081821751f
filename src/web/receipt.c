/*
 * A form carries a key that works once: sent twice, it is saved once, and
 * both times leads to the same place.
 */
#include <string.h>

#include "kit/secret.h"
#include "web/form.h"
#include "web/session.h"

const char *receipt_key(const struct req *r)
{
	const char *key = form_raw(r, "key");

	if (r->once != NULL && r->route->ground == ON_TOKEN)
		return digest_text(r->s.mem, r->once);
	return key != NULL && strlen(key) == 16 ? key : NULL;
}

enum status receipt_find(struct req *r, const char *key)
{
	static const char sql[] =
		"SELECT address FROM receipt"
		" WHERE org_id = $1 AND visitor = $2 AND key = $3";

	struct query q = db_query(&r->s, sql, VALUES(
		of_int(r->s.org), of_text(r->visitor), of_text(key)));

	if (query_next(&q))
		r->location = read_text(&q);
	return query_end(&q);
}

enum status receipt_keep(struct req *r, const char *key, i64 org)
{
	static const char sql[] =
		"INSERT INTO receipt (org_id, visitor, key, address, at)"
		" VALUES ($1, $2, $3, $4, $5)";

	if (address_has_secret(r->location))
		return OK;
	return db_change(&r->s, sql, VALUES(
		of_int(org), of_text(r->visitor), of_text(key),
		of_text(r->location), of_int(r->s.now)));
}
