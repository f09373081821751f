/* The papers of a matter, in order, and their bytes. */
#include "base/text.h"
#include "db/db.h"
#include "kit/secret.h"
#include "matter/matter.h"

static void read_paper(struct query *q, struct matter_paper *p)
{
	p->id             = read_int(q);
	p->no             = read_int(q);
	p->place          = read_int(q);
	p->assessment     = read_int(q);
	p->assessment_key = read_text(q);
	p->use            = (enum paper_use)read_int(q);
	p->state          = (enum paper_state)read_int(q);
	p->title          = read_text(q);
	p->registry_no    = read_text(q);
	p->no_registry    = read_text(q);
	p->from_whom      = read_text(q);
	p->secret_by      = read_text(q);
	p->dated_on       = read_int(q);
	p->at             = read_int(q);
	p->version        = read_int(q);
}

static struct matter_paper *paper_of(struct matter_paper_list *all, i64 id)
{
	for (size_t i = 0; i < all->n; i++)
		if (all->v[i].id == id)
			return &all->v[i];
	return NULL;
}

static enum status read_types(struct scope *s, i64 matter,
                              struct matter_paper_list *all)
{
	static const char sql[] =
		"SELECT b.matter_paper_id, b.type, b.size"
		"  FROM paper_bytes b"
		"  JOIN matter_paper p ON p.org_id = b.org_id"
		"   AND p.id = b.matter_paper_id"
		" WHERE b.org_id = $1 AND p.matter_id = $2"
		" ORDER BY b.matter_paper_id, b.id";

	struct query q = db_query(s, sql, VALUES(of_int(s->org),
	                                         of_int(matter)));

	while (query_next(&q)) {
		struct matter_paper *p = paper_of(all, read_int(&q));
		const char *type = read_text(&q);
		i64 size = read_int(&q);

		if (p == NULL)
			continue;
		*PUSH(s->mem, &p->types) = type;
		p->size += size;
	}
	return query_end(&q);
}

/* One by number, or with number 0 all. The letter is always first. */
static enum status read_papers(struct scope *s, i64 matter, i64 no,
                               struct matter_paper_list *out)
{
	static const char sql[] =
		"SELECT p.id, p.no, p.place, p.assessment_id, a.key, p.kind,"
		"       p.state, p.title, p.registry_no, p.no_registry,"
		"       p.from_whom, p.secret_by, p.dated_on, p.at,"
		"       p.version"
		"  FROM matter_paper p"
		"  LEFT JOIN assessment a ON a.org_id = p.org_id"
		"   AND a.id = p.assessment_id"
		" WHERE p.org_id = $1 AND p.matter_id = $2"
		"   AND ($3 = 0 OR p.no = $3) AND p.removed_at IS NULL"
		" ORDER BY CASE WHEN p.kind = $4 THEN 0 ELSE 1 END,"
		"          p.place, p.no";

	struct query q = db_query(s, sql, VALUES(of_int(s->org),
		of_int(matter), of_int(no), of_int(USE_LETTER)));

	while (query_next(&q))
		read_paper(&q, PUSH(s->mem, out));
	TRY(query_end(&q));
	return out->n == 0 ? OK : read_types(s, matter, out);
}

enum status matter_paper_list(struct scope *s, i64 matter,
                              struct matter_paper_list *out)
{
	*out = (struct matter_paper_list){0};
	return read_papers(s, matter, 0, out);
}

enum status matter_paper_get(struct scope *s, i64 matter, i64 no,
                             struct matter_paper *out)
{
	struct matter_paper_list one = {0};

	if (no <= 0)
		return NOT_FOUND;
	TRY(read_papers(s, matter, no, &one));
	if (one.n == 0)
		return NOT_FOUND;
	*out = one.v[0];
	return OK;
}

/* -- writing ------------------------------------------------------------- */

enum status matter_paper_note(struct scope *s, i64 matter,
                              struct matter_paper *p)
{
	static const char next[] =
		"SELECT coalesce(max(no), 0) + 1 FROM matter_paper"
		" WHERE org_id = $1 AND matter_id = $2";
	static const char last[] =
		"SELECT coalesce(max(place), 0) + 1 FROM matter_paper"
		" WHERE org_id = $1 AND matter_id = $2";
	static const char sql[] =
		"INSERT INTO matter_paper (org_id, matter_id, no, kind, state,"
		"  place, title, dated_on, registry_no, no_registry,"
		"  from_whom, secret_by, assessment_id, person, at)"
		" VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12,"
		"  $13, $14, $15) RETURNING id";

	TRY(db_number(s, next, VALUES(of_int(s->org), of_int(matter)),
	              &p->no));
	TRY(db_number(s, last, VALUES(of_int(s->org), of_int(matter)),
	              &p->place));
	p->at = s->now;
	p->version = 1;
	TRY(db_insert(s, sql, VALUES(of_int(s->org), of_int(matter),
		of_int(p->no), of_int(p->use), of_int(p->state),
		of_int(p->place), of_text(p->title), of_int(p->dated_on),
		of_said(p->registry_no), of_said(p->no_registry),
		of_said(p->from_whom), of_said(p->secret_by),
		of_id(p->assessment), of_int(s->person), of_int(p->at)),
		&p->id));
	return event_note(s, "matter_paper", p->id, "note", NULL);
}

static bool same_facts(const struct matter_paper *a,
                       const struct matter_paper *b)
{
	return a->use == b->use && a->state == b->state &&
	       a->dated_on == b->dated_on && same(a->title, b->title) &&
	       same(or_empty(a->from_whom), or_empty(b->from_whom));
}

enum status matter_paper_change(struct scope *s, i64 matter,
                                const struct matter_paper *p)
{
	static const char sql[] =
		"UPDATE matter_paper SET kind = $4, state = $5, title = $6,"
		"       dated_on = $7, registry_no = $8, no_registry = $9,"
		"       from_whom = $10, secret_by = $11,"
		"       version = version + 1"
		" WHERE org_id = $1 AND id = $2 AND version = $3";
	struct matter_paper now;
	enum status done;

	TRY(matter_paper_get(s, matter, p->no, &now));
	if (now.version != p->version)
		return STALE;
	if (now.state == PAPER_SENT && !same_facts(&now, p))
		return DENIED;
	TRY(KEEP(s, "matter_paper", now.id, "change"));
	done = db_change(s, sql, VALUES(of_int(s->org), of_int(now.id),
		of_int(p->version), of_int(p->use), of_int(p->state),
		of_text(p->title), of_int(p->dated_on),
		of_said(p->registry_no), of_said(p->no_registry),
		of_said(p->from_whom), of_said(p->secret_by)));
	return done == NOT_FOUND ? STALE : done;
}

enum status matter_paper_remove(struct scope *s, i64 matter, i64 no,
                                bool removed)
{
	static const char find[] =
		"SELECT id FROM matter_paper"
		" WHERE org_id = $1 AND matter_id = $2 AND no = $3";
	static const char sql[] =
		"UPDATE matter_paper SET removed_at = $3,"
		"       version = version + 1"
		" WHERE org_id = $1 AND id = $2";
	i64 id = 0;

	TRY(db_number(s, find, VALUES(of_int(s->org), of_int(matter),
	                              of_int(no)), &id));
	TRY(KEEP(s, "matter_paper", id, removed ? "remove" : "restore"));
	return db_change(s, sql, VALUES(of_int(s->org), of_int(id),
	                                of_id(removed ? s->now : 0)));
}

static enum status place_at(struct scope *s, i64 id, i64 place)
{
	static const char sql[] =
		"UPDATE matter_paper SET place = $3, version = version + 1"
		" WHERE org_id = $1 AND id = $2";

	TRY(KEEP(s, "matter_paper", id, "move"));
	return db_change(s, sql, VALUES(of_int(s->org), of_int(id),
	                                of_int(place)));
}

enum status matter_paper_move(struct scope *s, i64 matter, i64 no)
{
	struct matter_paper_list all = {0};
	struct matter_paper *at = NULL, *before = NULL;

	TRY(matter_paper_list(s, matter, &all));
	for (size_t i = 0; i < all.n && at == NULL; i++)
		if (all.v[i].no == no)
			at = &all.v[i];
		else
			before = &all.v[i];
	if (at == NULL)
		return NOT_FOUND;
	if (before == NULL || at->use == USE_LETTER ||
	    before->use == USE_LETTER)
		return OK;
	TRY(place_at(s, at->id, before->place));
	return place_at(s, before->id, at->place);
}

/* -- bytes --------------------------------------------------------------- */

enum status paper_bytes_keep(struct scope *s, i64 paper, const char *type,
                             struct bytes all)
{
	static const char sql[] =
		"INSERT INTO paper_bytes (org_id, matter_paper_id, type,"
		"  sha256, size, bytes, at)"
		" VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id";
	i64 id;

	if (all.n > PAPER_MOST)
		return INVALID;
	return db_insert(s, sql, VALUES(of_int(s->org), of_int(paper),
		of_text(type), of_text(digest(s->mem, all)),
		of_int((i64)all.n), of_blob(all), of_int(s->now)), &id);
}

enum status paper_bytes_get(struct scope *s, i64 paper, const char *type,
                            struct bytes *all, const char **sha256)
{
	static const char sql[] =
		"SELECT bytes, sha256 FROM paper_bytes"
		" WHERE org_id = $1 AND matter_paper_id = $2 AND type = $3";

	struct query q = db_query(s, sql, VALUES(of_int(s->org),
		of_int(paper), of_text(type)));

	if (query_next(&q)) {
		*all    = read_blob(&q);
		*sha256 = read_text(&q);
	}
	return query_end_one(&q);
}
