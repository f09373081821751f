/* Organisations, people, memberships and who is let in. */
#include "account/account.h"
#include "base/rights.h"
#include "db/db.h"
#include "kit/icu.h"
#include "kit/secret.h"

/* -- organisations ------------------------------------------------------- */

enum status org_note(struct scope *s, const struct org *o, i64 *id)
{
	static const char sql[] =
		"INSERT INTO org (key, name, kind, contact, constructed,"
		"                 made_at)"
		" VALUES ($1, $2, $3, $4, $5, $6) RETURNING id";

	return db_insert(s, sql, VALUES(
		of_text(o->key != NULL ? o->key : key_new(s->mem)),
		of_text(o->name), of_int(o->kind),
		of_said(o->contact),
		of_int(o->constructed), of_int(s->now)), id);
}

static void read_org(struct query *q, struct org *o)
{
	o->id          = read_int(q);
	o->key         = read_text(q);
	o->name        = read_text(q);
	o->kind        = (enum org_kind)read_int(q);
	o->contact     = read_text(q);
	o->constructed = read_int(q) != 0;
	o->version     = read_int(q);
}

enum status org_by_name(struct scope *s, const char *name, struct org *out)
{
	static const char sql[] =
		"SELECT id, key, name, kind, contact, constructed, version"
		"  FROM org WHERE name = $1";

	struct query q = db_query(s, sql, VALUES(of_text(name)));

	if (query_next(&q))
		read_org(&q, out);
	return query_end_one(&q);
}

enum status org_get(struct scope *s, i64 id, struct org *out)
{
	static const char sql[] =
		"SELECT id, key, name, kind, contact, constructed, version"
		"  FROM org WHERE id = $1";

	struct query q = db_query(s, sql, VALUES(of_int(id)));

	if (query_next(&q))
		read_org(&q, out);
	return query_end_one(&q);
}

enum status org_all(struct scope *s, struct org_list *out)
{
	static const char sql[] =
		"SELECT id, key, name, kind, contact, constructed, version"
		"  FROM org ORDER BY id";

	struct query q = db_query(s, sql, NULL, 0);

	while (query_next(&q))
		read_org(&q, PUSH(s->mem, out));
	return query_end(&q);
}

enum status org_of_person(struct scope *s, i64 person, struct org_list *out)
{
	static const char sql[] =
		"SELECT o.id, o.key, o.name, o.kind, o.contact,"
		"       o.constructed, o.version"
		"  FROM membership m JOIN org o ON o.id = m.org_id"
		" WHERE m.person_id = $1 ORDER BY m.id";

	struct query q = db_query(s, sql, VALUES(of_int(person)));

	while (query_next(&q))
		read_org(&q, PUSH(s->mem, out));
	return query_end(&q);
}

/* -- people -------------------------------------------------------------- */

enum status person_note(struct scope *s, const struct person *p, i64 *id)
{
	static const char sql[] =
		"INSERT INTO person (key, email, name, title, made_at)"
		" VALUES ($1, $2, $3, $4, $5) RETURNING id";

	return db_insert(s, sql, VALUES(
		of_text(key_new(s->mem)),
		of_text(text_fold(s->mem, p->email)), of_text(p->name),
		of_said(p->title), of_int(s->now)),
		id);
}

static void read_person(struct query *q, struct person *p)
{
	p->id           = read_int(q);
	p->key          = read_text(q);
	p->email        = read_text(q);
	p->name         = read_text(q);
	p->title        = read_text(q);
	p->has_password = read_text(q) != NULL;
	p->ended        = read_int(q) != 0;
	p->version      = read_int(q);
}

enum status person_by_email(struct scope *s, const char *email,
                            struct person *out, const char **hash)
{
	static const char sql[] =
		"SELECT id, key, email, name, title, password, ended_at,"
		"       version, password"
		"  FROM person WHERE email = $1";

	struct query q = db_query(s, sql, VALUES(
		of_text(text_fold(s->mem, email))));

	if (query_next(&q)) {
		read_person(&q, out);
		*hash = read_text(&q);
	}
	return query_end_one(&q);
}

enum status person_get(struct scope *s, i64 id, struct person *out)
{
	static const char sql[] =
		"SELECT id, key, email, name, title, password, ended_at,"
		"       version"
		"  FROM person WHERE id = $1";

	struct query q = db_query(s, sql, VALUES(of_int(id)));

	if (query_next(&q))
		read_person(&q, out);
	return query_end_one(&q);
}

enum status person_list(struct scope *s, struct person_list *out)
{
	static const char sql[] =
		"SELECT p.id, p.key, p.email, p.name, p.title, p.password,"
		"       p.ended_at, p.version, m.rights"
		"  FROM membership m JOIN person p ON p.id = m.person_id"
		" WHERE m.org_id = $1 ORDER BY p.email";

	struct query q = db_query(s, sql, VALUES(of_int(s->org)));

	while (query_next(&q)) {
		struct person *p = PUSH(s->mem, out);

		read_person(&q, p);
		p->rights = (unsigned)read_int(&q);
	}
	return query_end(&q);
}

/* Open streams of theirs ask anew. */
static enum status say_end(struct scope *s, i64 person)
{
	return db_signal(s, arena_print(s->mem, TOPIC_END, person));
}

/* The old password ends with its sessions. */
enum status person_password(struct scope *s, i64 id, const char *hash)
{
	static const char sql[] =
		"UPDATE person SET password = $2, version = version + 1"
		" WHERE id = $1";
	static const char out[] = "DELETE FROM session WHERE person_id = $1";

	TRY(db_change(s, sql, VALUES(of_int(id), of_text(hash))));
	TRY(event_note(s, "person", id, "password", NULL));
	TRY(db_signal(s, arena_print(s->mem, TOPIC_PERSON, id)));
	TRY(say_end(s, id));
	return db_change_all(s, out, VALUES(of_int(id)));
}

enum status person_language(struct scope *s, i64 id, enum language language)
{
	static const char sql[] =
		"UPDATE person SET language = $2 WHERE id = $1";

	return db_change(s, sql, VALUES(of_int(id), of_int(language)));
}

/* -- who may ------------------------------------------------------------- */

/* Each visit asks its rights anew, so a change counts from the next one. */
enum status membership_set(struct scope *s, i64 person, unsigned rights)
{
	static const char sql[] =
		"INSERT INTO membership (org_id, person_id, rights, made_at)"
		" VALUES ($1, $2, $3, $4)"
		" ON CONFLICT (org_id, person_id) DO UPDATE"
		" SET rights = excluded.rights";

	TRY(event_note(s, "membership", person, "rights",
	               arena_print(s->mem, "%u", rights)));
	TRY(say_end(s, person));
	return db_change(s, sql, VALUES(of_int(s->org), of_int(person),
	                                of_int(rights), of_int(s->now)));
}

enum status membership_rights(struct scope *s, i64 person, unsigned *rights)
{
	static const char sql[] =
		"SELECT coalesce(max(rights), 0) FROM membership"
		" WHERE org_id = $1 AND person_id = $2";
	i64 n = 0;

	TRY(db_number(s, sql, VALUES(of_int(s->org), of_int(person)), &n));
	*rights = (unsigned)n;
	return OK;
}

enum status access_let_in(struct scope *s, const struct letting *in)
{
	static const char sql[] =
		"INSERT INTO access (org_id, kind, object, person_id, rights,"
		"                    let_in_by, let_in_at, ends, organisation)"
		" VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)"
		" ON CONFLICT (org_id, kind, object, person_id) DO UPDATE"
		" SET rights = excluded.rights, ends = excluded.ends,"
		"     let_in_by = excluded.let_in_by,"
		"     let_in_at = excluded.let_in_at,"
		"     organisation = excluded.organisation";

	TRY(event_note(s, "access", in->object, "let in",
	               arena_print(s->mem, "%lld", in->person)));
	TRY(say_end(s, in->person));
	return db_change(s, sql, VALUES(
		of_int(s->org), of_int(in->ground), of_int(in->object),
		of_int(in->person), of_int(in->rights), of_int(s->person),
		of_int(s->now), of_id(in->ends), of_said(in->organisation)));
}

enum status access_organisation(struct scope *s, int ground, i64 object,
                                const char **out)
{
	static const char sql[] =
		"SELECT organisation FROM access"
		" WHERE org_id = $1 AND kind = $2 AND object = $3"
		"   AND person_id = $4 AND (ends IS NULL OR ends > $5)";

	struct query q = db_query(s, sql, VALUES(
		of_int(s->org), of_int(ground), of_int(object),
		of_int(s->person), of_int(s->now)));

	if (query_next(&q))
		*out = read_text(&q);
	return query_end_one(&q);
}

enum status access_list(struct scope *s, int ground, i64 object,
                        struct person_list *out)
{
	static const char sql[] =
		"SELECT p.id, p.key, p.email, p.name, p.title, p.password,"
		"       p.ended_at, p.version, a.rights"
		"  FROM access a JOIN person p ON p.id = a.person_id"
		" WHERE a.org_id = $1 AND a.kind = $2 AND a.object = $3"
		"   AND (a.ends IS NULL OR a.ends > $4) ORDER BY p.name";

	struct query q = db_query(s, sql, VALUES(
		of_int(s->org), of_int(ground), of_int(object),
		of_int(s->now)));

	while (query_next(&q)) {
		struct person *p = PUSH(s->mem, out);

		read_person(&q, p);
		p->rights = (unsigned)read_int(&q);
	}
	return query_end(&q);
}

enum status access_take_back(struct scope *s, int ground, i64 object,
                             i64 person)
{
	static const char sql[] =
		"UPDATE access SET ends = $5"
		" WHERE org_id = $1 AND kind = $2 AND object = $3"
		"   AND person_id = $4";

	TRY(event_note(s, "access", object, "take back",
	               arena_print(s->mem, "%lld", person)));
	TRY(say_end(s, person));
	return db_change(s, sql, VALUES(
		of_int(s->org), of_int(ground), of_int(object),
		of_int(person), of_int(s->now)));
}

/* For the hall: an organisation the visitor is a member of. */
enum status account_find_org(struct scope *s, const char *key,
                             struct standing *out)
{
	static const char sql[] =
		"SELECT o.id, o.key, o.name, o.contact, o.constructed,"
		"       m.rights"
		"  FROM org o JOIN membership m"
		"    ON m.org_id = o.id AND m.person_id = $2"
		" WHERE o.key = $1";

	struct query q = db_query(s, sql, VALUES(of_text(key),
	                                         of_int(s->person)));

	if (query_next(&q)) {
		out->org = out->object = read_int(&q);
		out->org_key = out->object_key = read_text(&q);
		out->org_name        = read_text(&q);
		out->org_contact     = read_text(&q);
		out->org_constructed = read_int(&q) != 0;
		out->rights          = (unsigned)read_int(&q);
	}
	return query_end_one(&q);
}
