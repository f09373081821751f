#include <stdlib.h>
#include <string.h>

#include "actor/actor.h"
#include "base/text.h"
#include "db/db.h"
#include "kit/icu.h"

static void read_actor(struct query *q, struct actor *a)
{
	a->id            = read_int(q);
	a->key           = read_text(q);
	a->name          = read_text(q);
	a->kind          = (enum actor_kind)read_int(q);
	a->rights_holder = read_int(q) != 0;
	a->retired       = read_int(q) != 0;
	a->used          = read_int(q);
	a->version       = read_int(q);
}

enum status actor_list(struct scope *s, struct actor_list *out)
{
	static const char sql[] =
		"SELECT a.id, a.key, a.name, a.kind, a.rights_holder,"
		"       coalesce(a.retired_at, 0),"
		"       (SELECT count(*) FROM (SELECT 1 FROM actor_link l"
		"         WHERE l.org_id = $1 AND l.actor_id = a.id"
		"           AND l.removed_at IS NULL LIMIT $2) x), a.version"
		"  FROM actor a WHERE a.org_id = $1"
		" ORDER BY a.sort_key, a.id";

	struct query q = db_query(s, sql, VALUES(of_int(s->org),
	                                         of_int(USED_MOST)));

	while (query_next(&q))
		read_actor(&q, PUSH(s->mem, out));
	return query_end(&q);
}

struct placed { const char *sort_key; struct actor a; };

static int by_place(const void *a, const void *b)
{
	const struct placed *x = a, *y = b;
	int order = strcmp(x->sort_key, y->sort_key);

	return order != 0 ? order : (x->a.id > y->a.id) - (x->a.id < y->a.id);
}

static enum status place_one(struct scope *s, i64 id, struct placed *p)
{
	static const char sql[] =
		"SELECT sort_key, id, key, name, kind, rights_holder,"
		"       coalesce(retired_at, 0), 0, version"
		"  FROM actor WHERE org_id = $1 AND id = $2";

	struct query q = db_query(s, sql, VALUES(of_int(s->org), of_int(id)));

	if (query_next(&q)) {
		p->sort_key = read_text(&q);
		read_actor(&q, &p->a);
	}
	return query_end_one(&q);
}

enum status actors_by_ids(struct scope *s, const i64 *ids, size_t n,
                          struct actor_list *out)
{
	struct placed *all = arena_take(s->mem, (n + 1) * sizeof *all);
	i64 last = 0;

	for (size_t i = 0; i < n; i++)
		TRY(place_one(s, ids[i], &all[i]));
	if (n > 1)
		qsort(all, n, sizeof *all, by_place);
	for (size_t i = 0; i < n; last = all[i++].a.id)
		if (all[i].a.id != last)
			*PUSH(s->mem, out) = all[i].a;
	return OK;
}

enum status actor_get(struct scope *s, i64 id, struct actor *a)
{
	static const char sql[] =
		"SELECT id, key, name, kind, rights_holder,"
		"       coalesce(retired_at, 0),"
		"       (SELECT count(*) FROM (SELECT 1 FROM actor_link l"
		"         WHERE l.org_id = $1 AND l.actor_id = $2"
		"           AND l.removed_at IS NULL LIMIT $3) x), version"
		"  FROM actor WHERE org_id = $1 AND id = $2";

	struct query q = db_query(s, sql, VALUES(of_int(s->org), of_int(id),
	                                         of_int(USED_MOST)));

	if (query_next(&q))
		read_actor(&q, a);
	return query_end_one(&q);
}

enum status actor_by_key(struct scope *s, const char *key, i64 *id)
{
	static const char sql[] =
		"SELECT id FROM actor WHERE org_id = $1 AND key = $2";

	return db_number(s, sql, VALUES(of_int(s->org), of_text(key)), id);
}

enum status actor_note(struct scope *s, const struct actor *a, i64 *id)
{
	static const char sql[] =
		"INSERT INTO actor (org_id, key, name, sort_key, kind,"
		"                   rights_holder)"
		" VALUES ($1, $2, $3, $4, $5, $6) RETURNING id";

	TRY(db_insert(s, sql, VALUES(
		of_int(s->org),
		of_text(a->key == NULL ? key_new(s->mem) : a->key),
		of_text(a->name), of_text(text_sort_key(s->mem, a->name)),
		of_int(a->kind), of_int(a->rights_holder)), id));
	return event_note(s, "actor", *id, "note", NULL);
}

enum status actor_find_or_note(struct scope *s, const struct actor *a,
                               i64 *id)
{
	const char *wanted = text_fold(s->mem, a->name);
	struct actor_list all = {0};

	TRY(actor_list(s, &all));
	for (size_t i = 0; i < all.n; i++) {
		const struct actor *at = &all.v[i];

		if (!same(text_fold(s->mem, at->name), wanted))
			continue;
		*id = at->id;
		return at->retired ? actor_retire(s, at->id, false) : OK;
	}
	return actor_note(s, a, id);
}

enum status actor_change(struct scope *s, const struct actor *a)
{
	static const char sql[] =
		"UPDATE actor SET name = $4, sort_key = $5, kind = $6,"
		"       rights_holder = $7, version = version + 1"
		" WHERE org_id = $1 AND id = $2 AND version = $3";
	enum status done;

	TRY(KEEP(s, "actor", a->id, "change"));
	done = db_change(s, sql, VALUES(
		of_int(s->org), of_int(a->id), of_int(a->version),
		of_text(a->name), of_text(text_sort_key(s->mem, a->name)),
		of_int(a->kind), of_int(a->rights_holder)));
	return done == NOT_FOUND ? STALE : done;
}

enum status actor_retire(struct scope *s, i64 id, bool retired)
{
	static const char sql[] =
		"UPDATE actor SET retired_at = $3, version = version + 1"
		" WHERE org_id = $1 AND id = $2";

	TRY(KEEP(s, "actor", id, retired ? "retire" : "restore"));
	return db_change(s, sql, VALUES(of_int(s->org), of_int(id),
	                                of_id(retired ? s->now : 0)));
}
