#include "base/text.h"
#include "db/db.h"
#include "framework/link.h"
#include "kit/json.h"

/* -- reading ------------------------------------------------------------- */

static struct goal_link read_link(struct query *q)
{
	struct goal_link l = {
		.from    = { read_text(q), read_text(q) },
		.to      = { read_text(q), read_text(q) },
		.note_sv = read_text(q), .note_en = read_text(q),
		.shipped = read_int(q) != 0,
	};

	l.from_sv  = read_text(q);
	l.from_en  = read_text(q);
	l.to_sv    = read_text(q);
	l.to_en    = read_text(q);
	l.other_sv = read_text(q);
	l.other_en = read_text(q);
	return l;
}

enum status link_list(struct scope *s, const char *framework, bool to,
                      struct goal_link_list *out)
{
	static const char sql[] =
		"SELECT l.from_framework, l.from_code, l.to_framework,"
		"       l.to_code, l.note_sv, l.note_en, l.shipped,"
		"       g.title_sv, g.title_en, h.title_sv, h.title_en,"
		"       CASE WHEN $3 = 1 THEN f.title_sv ELSE o.title_sv END,"
		"       CASE WHEN $3 = 1 THEN f.title_en ELSE o.title_en END"
		"  FROM goal_link l"
		"  JOIN framework f ON f.org_id = l.org_id AND f.state = 1"
		"   AND f.code = l.from_framework"
		"  JOIN goal g ON g.org_id = l.org_id"
		"   AND g.framework_id = f.id AND g.code = l.from_code"
		"  JOIN framework o ON o.org_id = l.org_id AND o.state = 1"
		"   AND o.code = l.to_framework"
		"  JOIN goal h ON h.org_id = l.org_id"
		"   AND h.framework_id = o.id AND h.code = l.to_code"
		" WHERE l.org_id = $1 AND l.removed_at IS NULL"
		"   AND CASE WHEN $3 = 1 THEN l.to_framework"
		"            ELSE l.from_framework END = $2"
		" ORDER BY CASE WHEN $3 = 1 THEN f.code ELSE o.code END,"
		"          g.sort_key, h.sort_key";

	struct query q = db_query(s, sql, VALUES(
		of_int(s->org), of_text(framework), of_int(to)));

	while (query_next(&q))
		*PUSH(s->mem, out) = read_link(&q);
	return query_end(&q);
}

/* -- writing ------------------------------------------------------------- */

static enum status find(struct scope *s, const struct goal_link *l, i64 *id)
{
	static const char sql[] =
		"SELECT id FROM goal_link"
		" WHERE org_id = $1 AND from_framework = $2 AND from_code = $3"
		"   AND to_framework = $4 AND to_code = $5";

	return db_number(s, sql, VALUES(
		of_int(s->org), of_text(l->from.framework),
		of_text(l->from.code), of_text(l->to.framework),
		of_text(l->to.code)), id);
}

static enum status insert(struct scope *s, const struct goal_link *l, i64 *id)
{
	static const char sql[] =
		"INSERT INTO goal_link (org_id, from_framework, from_code,"
		"  to_framework, to_code, note_sv, note_en, shipped)"
		" VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING id";

	return db_insert(s, sql, VALUES(
		of_int(s->org), of_text(l->from.framework),
		of_text(l->from.code), of_text(l->to.framework),
		of_text(l->to.code), of_said(l->note_sv), of_said(l->note_en),
		of_int(l->shipped)), id);
}

static enum status is_goal(struct scope *s, const struct goal_name *g)
{
	static const char sql[] =
		"SELECT g.id FROM framework f JOIN goal g"
		"    ON g.org_id = f.org_id AND g.framework_id = f.id"
		" WHERE f.org_id = $1 AND f.state = 1 AND f.code = $2"
		"   AND g.code = $3 LIMIT 1";
	i64 id;

	return db_number(s, sql, VALUES(of_int(s->org), of_text(g->framework),
	                                of_text(g->code)), &id);
}

static enum status again(struct scope *s, const struct goal_link *l, i64 id)
{
	static const char sql[] =
		"UPDATE goal_link SET removed_at = NULL,"
		"       note_sv = CASE WHEN $3 = '' THEN note_sv ELSE $3 END,"
		"       note_en = CASE WHEN $3 = '' THEN note_en ELSE $4 END,"
		"       version = version + 1"
		" WHERE org_id = $1 AND id = $2";

	TRY(KEEP(s, "goal_link", id, "set"));
	return db_change(s, sql, VALUES(of_int(s->org), of_int(id),
		of_said(l->note_sv), of_said(l->note_en)));
}

enum status link_set(struct scope *s, const struct goal_link *l)
{
	enum status there;
	i64 id = 0;

	if (same(l->from.framework, l->to.framework))
		return INVALID;
	TRY(is_goal(s, &l->from));
	TRY(is_goal(s, &l->to));
	there = find(s, l, &id);
	if (there != NOT_FOUND)
		return there == OK ? again(s, l, id) : there;
	TRY(insert(s, l, &id));
	return event_note(s, "goal_link", id, "note", NULL);
}

enum status link_remove(struct scope *s, const struct goal_link *l)
{
	static const char sql[] =
		"UPDATE goal_link SET removed_at = $3, version = version + 1"
		" WHERE org_id = $1 AND id = $2 AND removed_at IS NULL";
	i64 id = 0;

	TRY(find(s, l, &id));
	TRY(KEEP(s, "goal_link", id, "remove"));
	return db_change(s, sql, VALUES(of_int(s->org), of_int(id),
	                                of_int(s->now)));
}

/* -- the shipped ones ---------------------------------------------------- */

static enum status adopt(struct scope *s, struct goal_link l, bool both)
{
	static const char sql[] =
		"INSERT INTO goal_link (org_id, from_framework, from_code,"
		"  to_framework, to_code, note_sv, note_en, shipped)"
		" VALUES ($1, $2, $3, $4, $5, $6, $7, 1)"
		" ON CONFLICT (org_id, from_framework, from_code,"
		"              to_framework, to_code) DO NOTHING";

	for (int i = 0; i < (both ? 2 : 1); i++) {
		struct goal_name was = l.from;

		TRY(db_change_all(s, sql, VALUES(
			of_int(s->org), of_text(l.from.framework),
			of_text(l.from.code), of_text(l.to.framework),
			of_text(l.to.code), of_text(l.note_sv),
			of_text(l.note_en))));
		l.from = l.to;
		l.to = was;
	}
	return OK;
}

static enum status adopt_one(struct scope *s, struct json_reader *r,
                             struct goal_link l, const struct json *in)
{
	const struct json *why = json_member(r, in, "why", true);

	l.from.code = json_text(r, in, "from", GOAL_CODE_MOST, true);
	l.to.code = json_text(r, in, "to", GOAL_CODE_MOST, true);
	if (why != NULL) {
		l.note_sv = json_text(r, why, "sv", GOAL_TITLE_MOST, true);
		l.note_en = json_text(r, why, "en", GOAL_TITLE_MOST, true);
	}
	return r->wrong != JSON_FINE ? INVALID :
	       adopt(s, l, json_bool(r, in, "both", true));
}

enum status link_adopt_file(struct scope *s, struct bytes json)
{
	struct json_reader r = json_read(s->mem, json);
	enum status done = r.wrong == JSON_FINE ? OK : INVALID;
	struct goal_link l = {0};
	size_t n = 0;

	if (done == OK) {
		l.from.framework = json_text(&r, r.root, "from", 100, true);
		l.to.framework = json_text(&r, r.root, "to", 100, true);
		n = json_length(&r, r.root, "links", 1000, true);
	}
	for (size_t i = 0; i < n && done == OK; i++)
		done = adopt_one(s, &r, l, json_at(&r, r.root, "links", i));
	json_close(&r);
	if (done != INVALID && r.wrong == JSON_FINE)
		return done;
	return log_fault("shipped links cannot be read: %s",
	                 or_empty(r.where));
}
