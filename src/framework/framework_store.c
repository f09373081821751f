#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "db/db.h"
#include "framework/framework.h"
#include "kit/icu.h"
#include "kit/json.h"

/* -- reading ------------------------------------------------------------- */

#define COLUMNS                                                         \
	"SELECT f.id, f.key, f.code, f.edition, f.kind, f.state,"       \
	"       f.title_sv, f.title_en, f.target_picture, f.source,"    \
	"       f.note, f.constructed, f.shipped,"                      \
	"       coalesce(f.valid_from, 0), coalesce(f.valid_to, 0),"    \
	"       coalesce(r.key, ''), f.hash, f.version,"                \
	"       (SELECT count(*) FROM goal g"                           \
	"         WHERE g.org_id = f.org_id AND g.framework_id = f.id)" \
	"  FROM framework f"                                            \
	"  LEFT JOIN framework r"                                       \
	"    ON r.org_id = f.org_id AND r.id = f.replaced_by"

static void read_framework(struct query *q, struct framework *f)
{
	f->id             = read_int(q);
	f->key            = read_text(q);
	f->code           = read_text(q);
	f->edition        = read_text(q);
	f->kind           = (enum framework_kind)read_int(q);
	f->state          = (enum framework_state)read_int(q);
	f->title_sv       = read_text(q);
	f->title_en       = read_text(q);
	f->target_picture = read_text(q);
	f->source         = read_text(q);
	f->note           = read_text(q);
	f->constructed    = read_int(q) != 0;
	f->shipped        = read_int(q) != 0;
	f->valid_from     = read_int(q);
	f->valid_to       = read_int(q);
	f->replaced_by    = read_text(q);
	f->hash           = read_text(q);
	f->version        = read_int(q);
	f->goal_count     = read_int(q);
}

/* Where a framework stands in a list: valid ones first, then by title. */
struct place { const char *key; struct framework f; };
struct place_list { struct place *v; size_t n, room; };

static int by_place(const void *a, const void *b)
{
	const struct place *x = a, *y = b;
	int order;

	if (x->f.state != y->f.state)
		return x->f.state < y->f.state ? -1 : 1;
	order = strcmp(x->key, y->key);
	if (order != 0)
		return order;
	return strcmp(y->f.edition, x->f.edition);
}

enum status framework_list(struct scope *s, struct framework_list *out)
{
	static const char sql[] = COLUMNS
		" WHERE f.org_id = $1 ORDER BY f.id";

	struct query q = db_query(s, sql, VALUES(of_int(s->org)));
	struct place_list all = {0};

	while (query_next(&q)) {
		struct place *p = PUSH(s->mem, &all);

		read_framework(&q, &p->f);
		p->key = text_sort_key(s->mem, p->f.title_sv);
	}
	TRY(query_end(&q));
	if (all.n > 1)
		qsort(all.v, all.n, sizeof *all.v, by_place);
	for (size_t i = 0; i < all.n; i++)
		*PUSH(s->mem, out) = all.v[i].f;
	return OK;
}

static enum status read_goals(struct scope *s, struct framework *f)
{
	static const char sql[] =
		"SELECT g.id, g.code, g.kind, g.title_sv, g.title_en,"
		"       g.description, coalesce(p.code, ''),"
		"       coalesce(g.own_dimensions, g.dimensions),"
		"       g.dimensions, g.colour, g.keywords, g.iri,"
		"       g.superseded, g.unverified, g.version"
		"  FROM goal g"
		"  LEFT JOIN goal p"
		"    ON p.org_id = g.org_id AND p.id = g.parent_id"
		" WHERE g.org_id = $1 AND g.framework_id = $2"
		" ORDER BY g.sort_key, g.code";

	struct query q = db_query(s, sql, VALUES(of_int(s->org),
	                                         of_int(f->id)));

	while (query_next(&q)) {
		struct goal *g = PUSH(s->mem, &f->goals);

		g->id                 = read_int(&q);
		g->framework          = f->id;
		g->framework_code     = f->code;
		g->code               = read_text(&q);
		g->kind               = (enum goal_kind)read_int(&q);
		g->title_sv           = read_text(&q);
		g->title_en           = read_text(&q);
		g->description        = read_text(&q);
		g->parent             = read_text(&q);
		g->dimensions         = (unsigned)read_int(&q);
		g->shipped_dimensions = (unsigned)read_int(&q);
		g->colour             = read_text(&q);
		g->keywords           = read_text(&q);
		g->iri                = read_text(&q);
		g->superseded         = read_int(&q) != 0;
		g->unverified         = read_int(&q) != 0;
		g->version            = read_int(&q);
	}
	return query_end(&q);
}

enum status framework_get(struct scope *s, i64 id, struct framework *f)
{
	static const char sql[] = COLUMNS
		" WHERE f.org_id = $1 AND f.id = $2";

	struct query q = db_query(s, sql, VALUES(of_int(s->org), of_int(id)));

	*f = (struct framework){0};
	if (query_next(&q))
		read_framework(&q, f);
	TRY(query_end_one(&q));
	return read_goals(s, f);
}

enum status framework_by_key(struct scope *s, const char *key,
                             struct framework *f)
{
	static const char sql[] = COLUMNS
		" WHERE f.org_id = $1 AND f.key = $2";

	struct query q = db_query(s, sql, VALUES(of_int(s->org),
	                                         of_text(key)));

	*f = (struct framework){0};
	if (query_next(&q))
		read_framework(&q, f);
	TRY(query_end_one(&q));
	return read_goals(s, f);
}

enum status framework_by_code(struct scope *s, const char *code,
                              const char *edition, i64 *id)
{
	static const char sql[] =
		"SELECT id FROM framework"
		" WHERE org_id = $1 AND code = $2 AND edition = $3";

	return db_number(s, sql, VALUES(of_int(s->org), of_text(code),
	                                of_text(edition)), id);
}

enum status goal_by_code(struct scope *s, i64 framework, const char *code,
                         i64 *id)
{
	static const char sql[] =
		"SELECT id FROM goal"
		" WHERE org_id = $1 AND framework_id = $2 AND code = $3";

	return db_number(s, sql, VALUES(of_int(s->org), of_int(framework),
	                                of_text(code)), id);
}

/* -- writing ------------------------------------------------------------- */

static enum status insert_goal(struct scope *s, struct goal *g, i64 parent)
{
	static const char sql[] =
		"INSERT INTO goal (org_id, framework_id, code, sort_key,"
		"  kind, title_sv, title_en, description, parent_id,"
		"  dimensions, own_dimensions, colour, keywords, iri,"
		"  superseded, unverified)"
		" VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10,"
		"  nullif($11, $10), $12, $13, $14, $15, $16)"
		" RETURNING id";

	return db_insert(s, sql, VALUES(
		of_int(s->org), of_int(g->framework), of_text(g->code),
		of_text(code_sort_key(s->mem, g->code)), of_int(g->kind),
		of_text(g->title_sv), of_text(g->title_en),
		of_text(g->description), of_id(parent),
		of_int(g->shipped_dimensions), of_int(g->dimensions),
		of_text(g->colour), of_text(g->keywords), of_text(g->iri),
		of_int(g->superseded), of_int(g->unverified)), &g->id);
}

/* The row of the goal's parent: 0 if it has none, -1 if it comes later. */
static i64 parent_row(const struct goal_list *goals, const struct goal *g)
{
	if (text_blank(g->parent))
		return 0;
	for (size_t i = 0; i < goals->n; i++)
		if (strcmp(goals->v[i].code, g->parent) == 0)
			return goals->v[i].id == 0 ? -1 : goals->v[i].id;
	return -1;
}

/* Parents go in before their children, whatever order they are listed in. */
static enum status insert_goals(struct scope *s, struct framework *f)
{
	size_t left = f->goals.n, before;

	for (size_t i = 0; i < f->goals.n; i++) {
		f->goals.v[i].id = 0;
		f->goals.v[i].framework = f->id;
		f->goals.v[i].framework_code = f->code;
	}
	do {
		before = left;
		for (size_t i = 0; i < f->goals.n; i++) {
			struct goal *g = &f->goals.v[i];
			i64 parent = parent_row(&f->goals, g);

			if (g->id != 0 || parent < 0)
				continue;
			TRY(insert_goal(s, g, parent));
			left--;
		}
	} while (left > 0 && left < before);
	return left == 0 ? OK : INVALID;
}

static enum status insert_framework(struct scope *s, struct framework *f)
{
	static const char sql[] =
		"INSERT INTO framework (org_id, key, code, edition, kind,"
		"  state, title_sv, title_en, target_picture, source, note,"
		"  constructed, shipped, valid_from, valid_to, hash, made_at)"
		" VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11,"
		"  $12, $13, $14, $15, $16, $17) RETURNING id";

	if (text_blank(f->key))
		f->key = key_new(s->mem);
	if (text_blank(f->hash))
		f->hash = framework_hash(s->mem, f);
	return db_insert(s, sql, VALUES(
		of_int(s->org), of_text(f->key), of_text(f->code),
		of_text(f->edition), of_int(f->kind), of_int(FRAMEWORK_VALID),
		of_text(f->title_sv), of_text(f->title_en),
		of_text(f->target_picture), of_text(f->source),
		of_text(f->note), of_int(f->constructed), of_int(f->shipped),
		of_id(f->valid_from), of_id(f->valid_to), of_text(f->hash),
		of_int(s->now)), &f->id);
}

/* Only what is in force can be replaced: another may have been first. */
static enum status replace(struct scope *s, i64 old, i64 by)
{
	static const char sql[] =
		"UPDATE framework SET state = $4, replaced_by = $3,"
		"       version = version + 1"
		" WHERE org_id = $1 AND id = $2 AND state = $5";

	enum status done;

	TRY(KEEP(s, "framework", old, "replace"));
	done = db_change(s, sql, VALUES(of_int(s->org), of_int(old),
		of_int(by), of_int(FRAMEWORK_REPLACED),
		of_int(FRAMEWORK_VALID)));
	return done == NOT_FOUND ? STALE : done;
}

enum status framework_note(struct scope *s, struct framework *f,
                           i64 replaces, i64 *id)
{
	enum status there = framework_by_code(s, f->code, f->edition, id);

	if (there != NOT_FOUND)
		return there == OK ? TAKEN : there;
	TRY(insert_framework(s, f));
	TRY(insert_goals(s, f));
	*id = f->id;
	if (replaces != 0)
		TRY(replace(s, replaces, f->id));
	return event_note(s, "framework", f->id, "add", NULL);
}

enum status framework_change(struct scope *s, const struct framework *f)
{
	static const char sql[] =
		"UPDATE framework SET title_sv = $4, title_en = $5,"
		"       target_picture = $6, source = $7, note = $8,"
		"       valid_from = $9, valid_to = $10,"
		"       version = version + 1"
		" WHERE org_id = $1 AND id = $2 AND version = $3";

	enum status done;

	TRY(KEEP(s, "framework", f->id, "change"));
	done = db_change(s, sql, VALUES(
		of_int(s->org), of_int(f->id), of_int(f->version),
		of_text(f->title_sv), of_text(f->title_en),
		of_text(f->target_picture), of_text(f->source),
		of_text(f->note), of_id(f->valid_from),
		of_id(f->valid_to)));
	return done == NOT_FOUND ? STALE : done;
}

enum status goal_dimensions(struct scope *s, i64 goal, i64 version,
                            unsigned dimensions)
{
	static const char sql[] =
		"UPDATE goal SET own_dimensions = nullif($4, dimensions),"
		"       version = version + 1"
		" WHERE org_id = $1 AND id = $2 AND version = $3";

	enum status done;

	TRY(KEEP(s, "goal", goal, "change"));
	done = db_change(s, sql, VALUES(of_int(s->org), of_int(goal),
		of_int(version), of_int(dimensions)));
	return done == NOT_FOUND ? STALE : done;
}

/* -- the shipped ones ---------------------------------------------------- */

/* The edition in force of a code, else the newest of them, else 0. */
static enum status newest(struct scope *s, const char *code, i64 *id,
                          bool *valid)
{
	static const char sql[] =
		"SELECT id, state FROM framework"
		" WHERE org_id = $1 AND code = $2"
		" ORDER BY state, id DESC LIMIT 1";

	struct query q = db_query(s, sql, VALUES(of_int(s->org),
	                                         of_text(code)));

	*id = 0;
	*valid = false;
	if (query_next(&q)) {
		*id = read_int(&q);
		*valid = read_int(&q) == FRAMEWORK_VALID;
	}
	return query_end(&q);
}

static enum status adopt(struct scope *s, struct framework *f, bool again)
{
	enum status there = framework_by_code(s, f->code, f->edition, &f->id);
	bool valid;
	i64 old;

	if (there != NOT_FOUND)
		return there;
	TRY(newest(s, f->code, &old, &valid));
	if (old != 0 && !again)
		return OK;
	f->shipped = true;
	return framework_note(s, f, valid ? old : 0, &f->id);
}

enum status framework_adopt_file(struct scope *s, struct bytes json,
                                 bool again)
{
	struct json_reader r = json_read(s->mem, json);
	struct framework f;

	framework_read_json(&r, &f);
	json_close(&r);
	if (r.wrong != JSON_FINE)
		return log_fault("a shipped framework cannot be read: %s",
		                 r.where);
	return adopt(s, &f, again);
}
