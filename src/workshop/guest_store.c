/* Who takes part: known by the digest of a secret that only their link has. */
#include <stdlib.h>

#include "base/rights.h"
#include "base/text.h"
#include "db/db.h"
#include "kit/secret.h"
#include "workshop/meeting.h"

enum { GUEST_KEY = 16,          /* letters: 80 bits */
       JOINED_TO = 60 * 1000 };

static const char *token_of(struct arena *mem, const char *key)
{
	return digest_keyed(mem, key, "guest");
}

const char *guest_key(struct arena *mem, const char *secret, const char *text)
{
	static const char letters[] = "abcdefghijklmnopqrstuvwxyz234567";
	const char *hex = digest_keyed(mem, secret, text);
	char *key = arena_take(mem, GUEST_KEY + 1);

	for (size_t i = 0; i < GUEST_KEY; i++) {
		const char two[3] = { hex[2 * i], hex[2 * i + 1], '\0' };

		key[i] = letters[strtoul(two, NULL, 16) & 31];
	}
	return key;
}

const char *guest_who(struct arena *mem, const char *key, i64 item)
{
	if (text_blank(key))
		return "";
	return digest_keyed(mem, key, arena_print(mem, "item %lld", item));
}

enum status guest_find(struct scope *s, const char *key, struct standing *out)
{
	static const char sql[] =
		"SELECT g.id, o.id, o.key, o.name, o.contact, o.constructed"
		"  FROM guest g JOIN org o ON o.id = g.org_id"
		" WHERE g.token = $1";

	struct query q = db_query(s, sql, VALUES(
		of_text(token_of(s->mem, key))));

	if (query_next(&q)) {
		out->object          = read_int(&q);
		out->object_key      = key;
		out->org             = read_int(&q);
		out->org_key         = read_text(&q);
		out->org_name        = read_text(&q);
		out->org_contact     = read_text(&q);
		out->org_constructed = read_int(&q) != 0;
		out->rights          = GUEST;
	}
	return query_end_one(&q);
}

enum status guest_get(struct scope *s, i64 id, struct guest *out)
{
	static const char sql[] =
		"SELECT g.id, g.workshop_id, g.kind, coalesce(g.board_id, 0),"
		"       coalesce(b.no, 0), coalesce(b.name, ''), g.category,"
		"       g.organisation, g.authority, coalesce(g.left_at, 0)"
		"  FROM guest g LEFT JOIN board b"
		"    ON b.org_id = g.org_id AND b.id = g.board_id"
		" WHERE g.org_id = $1 AND g.id = $2";

	struct query q = db_query(s, sql, VALUES(of_int(s->org), of_int(id)));

	if (query_next(&q)) {
		out->id           = read_int(&q);
		out->workshop     = read_int(&q);
		out->kind         = (enum guest_kind)read_int(&q);
		out->board        = read_int(&q);
		out->board_no     = read_int(&q);
		out->board_name   = read_text(&q);
		out->category     = (enum guest_category)read_int(&q);
		out->organisation = read_text(&q);
		out->authority    = read_int(&q) != 0;
		out->left         = read_int(&q) != 0;
	}
	return query_end_one(&q);
}

enum status code_find(struct scope *s, const char *code, i64 *workshop)
{
	static const char sql[] =
		"SELECT org_id, id FROM workshop WHERE code = $1";

	struct query q = db_query(s, sql, VALUES(of_text(code)));

	if (query_next(&q)) {
		s->org    = read_int(&q);
		*workshop = read_int(&q);
	}
	return query_end_one(&q);
}

/* Whoever comes, goes or moves is seen on the leader's view. */
static enum status tell(struct scope *s, i64 workshop)
{
	return db_signal(s, topic_tally(s->mem, workshop));
}

enum status guest_note(struct scope *s, struct guest *g)
{
	static const char sql[] =
		"INSERT INTO guest (org_id, workshop_id, token, kind,"
		"  board_id, category, organisation, authority, joined_at)"
		" VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) RETURNING id";

	if (g->key == NULL)
		g->key = secret_token(s->mem, GUEST_KEY);
	TRY(db_insert(s, sql, VALUES(
		of_int(s->org), of_int(g->workshop),
		of_text(token_of(s->mem, g->key)), of_int(g->kind),
		of_id(g->board), of_int(g->category),
		of_said(g->organisation), of_int(g->authority),
		of_int(s->now - s->now % JOINED_TO)), &g->id));
	return tell(s, g->workshop);
}

enum status guest_change(struct scope *s, const struct guest *g)
{
	static const char sql[] =
		"UPDATE guest SET board_id = $3, category = $4,"
		"  organisation = $5, authority = $6, left_at = $7,"
		"  version = version + 1"
		" WHERE org_id = $1 AND id = $2";

	TRY(db_change(s, sql, VALUES(
		of_int(s->org), of_int(g->id), of_id(g->board),
		of_int(g->category), of_said(g->organisation),
		of_int(g->authority), of_id(g->left ? s->now : 0))));
	return tell(s, g->workshop);
}

enum status seated_list(struct scope *s, i64 workshop, struct seated_list *out)
{
	static const char sql[] =
		"SELECT coalesce(board_id, 0),"
		"       count(*) FILTER (WHERE kind = $3 AND category <> $6),"
		"       count(*) FILTER (WHERE kind = $4)"
		"  FROM guest WHERE org_id = $1 AND workshop_id = $2"
		"   AND left_at IS NULL AND kind < $5"
		" GROUP BY coalesce(board_id, 0) ORDER BY 1";

	struct query q = db_query(s, sql, VALUES(
		of_int(s->org), of_int(workshop), of_int(GUEST_PERSON),
		of_int(GUEST_TABLE), of_int(GUEST_SCREEN),
		of_int(CATEGORY_ELECTED)));

	while (query_next(&q)) {
		struct seated *one = PUSH(s->mem, out);

		one->board   = read_int(&q);
		one->persons = read_int(&q);
		one->devices = read_int(&q);
	}
	return query_end(&q);
}

enum status came_list(struct scope *s, i64 workshop, struct came_list *out)
{
	static const char sql[] =
		"SELECT organisation, category, authority, count(*)"
		"  FROM guest WHERE org_id = $1 AND workshop_id = $2"
		"   AND kind = $3"
		" GROUP BY organisation, category, authority"
		" ORDER BY organisation, category, authority";

	struct query q = db_query(s, sql, VALUES(
		of_int(s->org), of_int(workshop), of_int(GUEST_PERSON)));

	while (query_next(&q)) {
		struct came *one = PUSH(s->mem, out);

		one->organisation = read_text(&q);
		one->category     = (enum guest_category)read_int(&q);
		one->authority    = read_int(&q) != 0;
		one->persons      = read_int(&q);
	}
	return query_end(&q);
}
