/* Lists of what is published now. */
#include "base/text.h"
#include "db/db.h"
#include "publish/publish.h"

#define ROW                                                             \
	"SELECT p.id, p.assessment_id, a.key, p.masked, p.title, p.kind," \
	"       p.edition, p.ending, p.signed_by, p.ended_at, p.year,"  \
	"       coalesce(p.decided_on, 0), p.summary, p.at"             \
	"  FROM publication p JOIN assessment a"                        \
	"    ON a.org_id = p.org_id AND a.id = p.assessment_id"

static void read_row(struct query *q, struct publication *p)
{
	p->id         = read_int(q);
	p->assessment = read_int(q);
	p->key        = read_text(q);
	p->masked     = read_int(q) != 0;
	p->title      = read_text(q);
	p->kind       = (enum subject_kind)read_int(q);
	p->edition    = read_int(q);
	p->ending     = (enum assessment_state)read_int(q);
	p->signed_by  = read_text(q);
	p->ended_at   = read_int(q);
	p->year       = read_int(q);
	p->decided_on = read_int(q);
	p->summary    = read_text(q);
	p->at         = read_int(q);
}

enum status publication_now(struct scope *s, i64 assessment,
                            struct publication *out)
{
	static const char sql[] =
		ROW " WHERE p.org_id = $1 AND p.assessment_id = $2"
		"   AND p.taken_back_at IS NULL";

	struct query q = db_query(s, sql, VALUES(of_int(s->org),
	                                         of_int(assessment)));

	if (query_next(&q))
		read_row(&q, out);
	return query_end_one(&q);
}

enum status publication_by_key(struct scope *s, const char *key,
                               struct publication *out)
{
	static const char sql[] =
		ROW " WHERE p.org_id = $1 AND a.key = $2"
		"   AND p.taken_back_at IS NULL";

	struct query q = db_query(s, sql, VALUES(of_int(s->org),
	                                         of_text(key)));

	if (query_next(&q))
		read_row(&q, out);
	return query_end_one(&q);
}

enum status publication_search(struct scope *s,
                               const struct public_search *asked,
                               struct publication_list *out)
{
	static const char sql[] =
		ROW "  JOIN publication_copy c"
		"    ON c.org_id = p.org_id AND c.publication_id = p.id"
		" WHERE p.org_id = $1 AND p.taken_back_at IS NULL"
		"   AND ($2 = 0 OR p.kind = $2) AND ($3 = 0 OR p.year = $3)"
		"   AND ($4 = '' OR EXISTS (SELECT 1 FROM publication_row m"
		"         WHERE m.org_id = $1 AND m.publication_id = p.id"
		"           AND m.framework = $4 AND m.code = $5))"
		"   AND c.folded LIKE $6 ESCAPE '!'"
		"   AND c.folded LIKE $7 ESCAPE '!'"
		"   AND c.folded LIKE $8 ESCAPE '!'"
		"   AND c.folded LIKE $9 ESCAPE '!'"
		"   AND c.folded LIKE $10 ESCAPE '!'"
		" ORDER BY p.ended_at DESC, p.id DESC LIMIT $11 OFFSET $12";

	const char *like[SEARCH_WORDS];
	i64 page = asked->page < 1 ? 0 : asked->page - 1;
	struct query q;

	public_patterns(s->mem, asked->words, like);
	q = db_query(s, sql, VALUES(
		of_int(s->org), of_int(asked->kind), of_int(asked->year),
		of_said(asked->framework), of_said(asked->code),
		of_text(like[0]), of_text(like[1]), of_text(like[2]),
		of_text(like[3]), of_text(like[4]), of_int(PUBLIC_PAGE + 1),
		of_int(page * PUBLIC_PAGE)));
	while (query_next(&q))
		read_row(&q, PUSH(s->mem, out));
	return query_end(&q);
}

enum status publication_all(struct scope *s, struct publication_list *out)
{
	static const char sql[] =
		ROW " WHERE p.org_id = $1 AND p.taken_back_at IS NULL"
		" ORDER BY p.ended_at DESC, p.id DESC";

	struct query q = db_query(s, sql, VALUES(of_int(s->org)));

	while (query_next(&q))
		read_row(&q, PUSH(s->mem, out));
	return query_end(&q);
}

enum status publication_versions(struct scope *s, i64 assessment,
                                 struct publication_list *out)
{
	static const char sql[] =
		ROW "  JOIN assessment b ON b.org_id = a.org_id"
		"   AND b.subject_id = a.subject_id"
		" WHERE p.org_id = $1 AND b.id = $2 AND a.id <> b.id"
		"   AND p.taken_back_at IS NULL"
		" ORDER BY p.edition DESC, p.id DESC";

	struct query q = db_query(s, sql, VALUES(of_int(s->org),
	                                         of_int(assessment)));

	while (query_next(&q))
		read_row(&q, PUSH(s->mem, out));
	return query_end(&q);
}
