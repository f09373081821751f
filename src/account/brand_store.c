/* What an organisation's papers look like. */
#include "account/brand.h"
#include "db/db.h"

static void read_brand(struct query *q, struct brand *b)
{
	b->org       = read_text(q);
	b->colour    = (unsigned)read_int(q);
	b->second    = (unsigned)read_int(q);
	b->logo      = read_blob(q);
	b->logo_wide = (int)read_int(q);
	b->logo_high = (int)read_int(q);
	b->logo_alt  = read_text(q);
}

enum status brand_get(struct scope *s, struct brand *out, i64 *version)
{
	static const char sql[] =
		"SELECT o.name, coalesce(b.colour, $2), coalesce(b.second, $3),"
		"       b.logo, coalesce(b.logo_wide, 0),"
		"       coalesce(b.logo_high, 0), coalesce(b.logo_alt, ''),"
		"       coalesce(b.version, 0)"
		"  FROM org o LEFT JOIN brand b ON b.org_id = $1"
		" WHERE o.id = $1";

	struct query q = db_query(s, sql, VALUES(of_int(s->org),
		of_int(BRAND_COLOUR), of_int(BRAND_SECOND)));

	*out = (struct brand){0};
	if (query_next(&q)) {
		read_brand(&q, out);
		*version = read_int(&q);
	}
	return query_end_one(&q);
}

enum status brand_of_org(struct scope *s, struct brand *out)
{
	i64 version;

	return brand_get(s, out, &version);
}

enum status brand_find(struct scope *s, const char *key, struct brand *out)
{
	static const char sql[] =
		"SELECT o.name, coalesce(b.colour, $2), coalesce(b.second, $3),"
		"       b.logo, coalesce(b.logo_wide, 0),"
		"       coalesce(b.logo_high, 0), coalesce(b.logo_alt, '')"
		"  FROM org o LEFT JOIN brand b ON b.org_id = o.id"
		" WHERE o.key = $1";

	struct query q = db_query(s, sql, VALUES(of_text(key),
		of_int(BRAND_COLOUR), of_int(BRAND_SECOND)));

	*out = (struct brand){0};
	if (query_next(&q))
		read_brand(&q, out);
	return query_end_one(&q);
}

static enum status brand_new(struct scope *s, const struct brand *b)
{
	static const char sql[] =
		"INSERT INTO brand (org_id, colour, second, logo, logo_wide,"
		"                   logo_high, logo_alt)"
		" VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id";
	i64 id;

	TRY(db_insert(s, sql, VALUES(
		of_int(s->org), of_int(b->colour), of_int(b->second),
		of_blob(b->logo), of_int(b->logo_wide), of_int(b->logo_high),
		of_text(b->logo_alt)), &id));
	return event_note(s, "brand", id, "note", NULL);
}

static enum status brand_id(struct scope *s, i64 *id)
{
	static const char sql[] = "SELECT id FROM brand WHERE org_id = $1";

	return db_number(s, sql, VALUES(of_int(s->org)), id);
}

/* Two that save the first look at the same time: the second is STALE too. */
enum status brand_save(struct scope *s, const struct brand *b, i64 version)
{
	static const char sql[] =
		"UPDATE brand SET colour = $3, second = $4, logo = $5,"
		"       logo_wide = $6, logo_high = $7, logo_alt = $8,"
		"       version = version + 1"
		" WHERE org_id = $1 AND version = $2";
	i64 id = 0;
	enum status found = brand_id(s, &id), done;

	if (found == NOT_FOUND && version == 0)
		return brand_new(s, b);
	if (found != OK)
		return found == NOT_FOUND ? STALE : found;
	TRY(KEEP(s, "brand", id, "change"));
	done = db_change(s, sql, VALUES(
		of_int(s->org), of_int(version), of_int(b->colour),
		of_int(b->second), of_blob(b->logo), of_int(b->logo_wide),
		of_int(b->logo_high), of_text(b->logo_alt)));
	return done == NOT_FOUND ? STALE : done;
}
