/* The view, what is published in it, and finding it as anyone. */
#include "base/text.h"
#include "db/db.h"
#include "publish/publish.h"

/* -- the view ------------------------------------------------------------ */

enum status public_view_get(struct scope *s, struct public_view *out)
{
	static const char sql[] =
		"SELECT shown, introduction, at, version FROM public_view"
		" WHERE org_id = $1";

	struct query q = db_query(s, sql, VALUES(of_int(s->org)));

	*out = (struct public_view){ .org = s->org, .introduction = "" };
	if (query_next(&q)) {
		out->shown        = read_int(&q) != 0;
		out->introduction = read_text(&q);
		out->at           = read_int(&q);
		out->version      = read_int(&q);
	}
	return query_end(&q);
}

static enum status view_begin(struct scope *s, const struct public_view *v)
{
	static const char sql[] =
		"INSERT INTO public_view (org_id, shown, introduction, person,"
		"                         at)"
		" VALUES ($1, $2, $3, $4, $5) RETURNING id";

	i64 id;

	TRY(db_insert(s, sql, VALUES(
		of_int(s->org), of_int(v->shown), of_text(v->introduction),
		of_int(s->person), of_int(s->now)), &id));
	return event_note(s, "public_view", id, "note", NULL);
}

enum status public_view_set(struct scope *s, const struct public_view *v)
{
	static const char find[] =
		"SELECT id FROM public_view WHERE org_id = $1";
	static const char sql[] =
		"UPDATE public_view SET shown = $3, introduction = $4,"
		"  person = $5, at = $6, version = version + 1"
		" WHERE org_id = $1 AND id = $2 AND version = $7";

	enum status found, done;
	i64 id;

	found = db_number(s, find, VALUES(of_int(s->org)), &id);
	if (found == NOT_FOUND)
		return v->version == 0 ? view_begin(s, v) : STALE;
	TRY(found);
	TRY(KEEP(s, "public_view", id, "change"));
	done = db_change(s, sql, VALUES(
		of_int(s->org), of_int(id), of_int(v->shown),
		of_text(v->introduction), of_int(s->person), of_int(s->now),
		of_int(v->version)));
	return done == NOT_FOUND ? STALE : done;
}

static void read_found(struct query *q, struct public_view *v)
{
	v->org          = read_int(q);
	v->key          = read_text(q);
	v->name         = read_text(q);
	v->contact      = read_text(q);
	v->kind         = (enum org_kind)read_int(q);
	v->constructed  = read_int(q) != 0;
	v->introduction = read_text(q);
	v->at           = read_int(q);
	v->version      = read_int(q);
	v->shown        = true;
}

enum status public_view_find(struct scope *s, const char *key,
                             struct public_view *out)
{
	static const char sql[] =
		"SELECT o.id, o.key, o.name, o.contact, o.kind,"
		"       o.constructed, v.introduction, v.at, v.version"
		"  FROM org o JOIN public_view v ON v.org_id = o.id"
		" WHERE o.key = $1 AND v.shown = 1";

	struct query q = db_query(s, sql, VALUES(of_text(key)));

	if (query_next(&q))
		read_found(&q, out);
	TRY(query_end_one(&q));
	s->org = out->org;
	return OK;
}

enum status public_view_all(struct scope *s, struct public_view_list *out)
{
	static const char sql[] =
		"SELECT o.id, o.key, o.name, o.contact, o.kind,"
		"       o.constructed, v.introduction, v.at, v.version"
		"  FROM org o JOIN public_view v ON v.org_id = o.id"
		" WHERE v.shown = 1 ORDER BY o.id";

	struct query q = db_query(s, sql, NULL, 0);

	while (query_next(&q))
		read_found(&q, PUSH(s->mem, out));
	return query_end(&q);
}

/* -- publishing ---------------------------------------------------------- */

static enum status copy_note(struct scope *s, i64 id, const char *folded,
                             const struct public_copy *c)
{
	static const char sql[] =
		"INSERT INTO publication_copy (org_id, publication_id,"
		"  document, html, pdf, folded)"
		" VALUES ($1, $2, $3, $4, $5, $6)";

	return db_change(s, sql, VALUES(
		of_int(s->org), of_int(id), of_text(c->document),
		of_text(c->html), of_blob(c->pdf), of_text(folded)));
}

static enum status row_note(struct scope *s, i64 id,
                            const struct public_row *r)
{
	static const char sql[] =
		"INSERT INTO publication_row (org_id, publication_id, finding,"
		"  kind, sentence, framework, framework_edition, code,"
		"  sort_key, goal_sv, goal_en, iri, direction, directness,"
		"  groups_hit, handled)"
		" VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12,"
		"         $13, $14, $15, $16)";

	return db_change(s, sql, VALUES(
		of_int(s->org), of_int(id), of_int(r->finding),
		of_text(r->kind), of_text(r->sentence), of_text(r->framework),
		of_text(r->framework_edition), of_text(r->code),
		of_text(code_sort_key(s->mem, r->code)), of_text(r->goal_sv),
		of_said(r->goal_en), of_text(r->iri), of_text(r->direction),
		of_text(r->directness), of_text(r->groups),
		of_text(r->handled)));
}

static enum status publication_note(struct scope *s, i64 assessment,
                                    const struct publication *p, i64 *id)
{
	static const char sql[] =
		"INSERT INTO publication (org_id, assessment_id, masked,"
		"  title, kind, edition, ending, signed_by, ended_at, year,"
		"  decided_on, summary, person, at)"
		" VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12,"
		"         $13, $14) RETURNING id";

	TRY(db_insert(s, sql, VALUES(
		of_int(s->org), of_int(assessment), of_int(p->masked),
		of_text(p->title), of_int(p->kind), of_int(p->edition),
		of_int(p->ending), of_text(p->signed_by), of_int(p->ended_at),
		of_int(p->year), of_id(p->decided_on), of_text(p->summary),
		of_int(s->person), of_int(s->now)), id));
	return event_note(s, "publication", *id, "publish", NULL);
}

enum status publish(struct scope *s, i64 assessment, bool masked,
                    const struct document *d, const struct public_copy *c)
{
	struct public_row_list rows = public_rows(s->mem, d);
	struct publication p = publication_of(s->mem, d), now = {0};
	enum status there = publication_now(s, assessment, &now);
	i64 id;

	if (there != NOT_FOUND)
		return there == OK ? TAKEN : there;
	p.masked = masked;
	TRY(publication_note(s, assessment, &p, &id));
	TRY(copy_note(s, id, public_folded(s->mem, d), c));
	for (size_t i = 0; i < rows.n; i++)
		TRY(row_note(s, id, &rows.v[i]));
	return OK;
}

enum status publication_take_back(struct scope *s, i64 id)
{
	static const char sql[] =
		"UPDATE publication SET taken_back_at = $3, taken_back_by = $4"
		" WHERE org_id = $1 AND id = $2 AND taken_back_at IS NULL";

	TRY(KEEP(s, "publication", id, "take back"));
	return db_change(s, sql, VALUES(of_int(s->org), of_int(id),
	                                of_int(s->now), of_int(s->person)));
}

/* -- copies and rows ----------------------------------------------------- */

enum status publication_copy(struct scope *s, i64 id, struct public_copy *out)
{
	static const char sql[] =
		"SELECT document, html, pdf FROM publication_copy"
		" WHERE org_id = $1 AND publication_id = $2";

	struct query q = db_query(s, sql, VALUES(of_int(s->org), of_int(id)));

	if (query_next(&q)) {
		out->document = read_text(&q);
		out->html     = read_text(&q);
		out->pdf      = read_blob(&q);
	}
	return query_end_one(&q);
}

enum status public_row_list(struct scope *s, i64 publication,
                            struct public_row_list *out)
{
	static const char sql[] =
		"SELECT m.publication_id, m.finding, m.kind, m.sentence,"
		"       m.framework, m.framework_edition, m.code, m.goal_sv,"
		"       m.goal_en, m.iri, m.direction, m.directness,"
		"       m.groups_hit, m.handled"
		"  FROM publication_row m JOIN publication p"
		"    ON p.org_id = m.org_id AND p.id = m.publication_id"
		" WHERE m.org_id = $1 AND ($2 = 0 OR p.id = $2)"
		"   AND p.taken_back_at IS NULL"
		" ORDER BY p.ended_at DESC, p.id DESC, m.id";

	struct query q = db_query(s, sql, VALUES(of_int(s->org),
	                                         of_int(publication)));

	while (query_next(&q)) {
		struct public_row *r = PUSH(s->mem, out);

		r->publication = read_int(&q);
		r->finding     = read_int(&q);
		r->kind        = read_text(&q);
		r->sentence    = read_text(&q);
		r->framework   = read_text(&q);
		r->framework_edition = read_text(&q);
		r->code        = read_text(&q);
		r->goal_sv     = read_text(&q);
		r->goal_en     = read_text(&q);
		r->iri         = read_text(&q);
		r->direction   = read_text(&q);
		r->directness  = read_text(&q);
		r->groups      = read_text(&q);
		r->handled     = read_text(&q);
	}
	return query_end(&q);
}

enum status public_goals(struct scope *s, struct public_goal_list *out)
{
	static const char sql[] =
		"SELECT m.framework, m.code, max(m.goal_sv), max(m.goal_en)"
		"  FROM publication_row m JOIN publication p"
		"    ON p.org_id = m.org_id AND p.id = m.publication_id"
		" WHERE m.org_id = $1 AND p.taken_back_at IS NULL"
		" GROUP BY m.framework, m.code, m.sort_key"
		" ORDER BY m.framework, m.sort_key, m.code";

	struct query q = db_query(s, sql, VALUES(of_int(s->org)));

	while (query_next(&q)) {
		struct public_goal *g = PUSH(s->mem, out);

		g->framework = read_text(&q);
		g->code      = read_text(&q);
		g->goal_sv   = read_text(&q);
		g->goal_en   = read_text(&q);
	}
	return query_end(&q);
}
