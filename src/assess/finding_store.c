/* Findings, their marks, the groups they touch, and the living side of gaps. */
#include <string.h>

#include "assess/assess.h"
#include "base/text.h"
#include "db/db.h"

#define FINDING                                                         \
	"SELECT f.id, f.no, f.priority_id, p.no, f.wording_id, w.no,"   \
	"       CASE WHEN c.wording_id IS NULL"                         \
	"                 OR c.wording_id = f.wording_id"               \
	"            THEN 0 ELSE 1 END,"                                \
	"       f.kind, f.sentence, f.short, f.rationale, f.places,"    \
	"       f.term, f.certainty, f.source, f.written_by, f.dissent," \
	"       f.handled, f.handled_why, f.at, f.version, f.removed_at," \
	"       f.concerns,"                                            \
	"       g.owner, g.answer, g.due, g.state, g.version,"          \
	"       CASE WHEN EXISTS (SELECT 1 FROM trace t"                \
	"         WHERE t.org_id = f.org_id"                            \
	"           AND t.assessment_id = f.assessment_id"              \
	"           AND t.kind = 1 AND t.no = f.no) THEN 1 ELSE 0 END"  \
	"  FROM finding f"                                              \
	"  JOIN priority p"                                             \
	"    ON p.org_id = f.org_id AND p.id = f.priority_id"           \
	"  JOIN wording w ON w.org_id = f.org_id AND w.id = f.wording_id" \
	"  LEFT JOIN scope_priority c ON c.org_id = f.org_id"           \
	"    AND c.assessment_id = f.assessment_id"                     \
	"    AND c.priority_id = f.priority_id"                         \
	"  LEFT JOIN gap g ON g.org_id = f.org_id AND g.finding_id = f.id"

static void read_finding(struct query *q, struct finding *f)
{
	f->id          = read_int(q);
	f->no          = read_int(q);
	f->priority    = read_int(q);
	f->priority_no = read_int(q);
	f->wording     = read_int(q);
	f->wording_no  = read_int(q);
	f->reworded    = read_int(q) != 0;
	f->kind        = (enum finding_kind)read_int(q);
	f->sentence    = read_text(q);
	f->brief       = read_text(q);
	f->rationale   = read_text(q);
	f->places      = read_text(q);
	f->term        = (enum finding_term)read_int(q);
	f->certainty   = (enum certainty)read_int(q);
	f->source      = (enum finding_source)read_int(q);
	f->written_by  = read_text(q);
	f->dissent     = read_int(q) != 0;
	f->handled     = (enum handling)read_int(q);
	f->handled_why = read_text(q);
	f->at          = read_int(q);
	f->version     = read_int(q);
	f->removed     = read_int(q) != 0;
	f->concerns    = (enum concerns)read_int(q);
	f->gap.owner   = read_text(q);
	f->gap.answer  = read_text(q);
	f->gap.due     = read_int(q);
	f->gap.state   = (enum gap_state)read_int(q);
	f->gap.version = read_int(q);
	f->traced      = read_int(q) != 0;
}

static struct finding *of_id_in(struct finding_list *all, i64 id)
{
	for (size_t i = 0; i < all->n; i++)
		if (all->v[i].id == id)
			return &all->v[i];
	return NULL;
}

static enum status read_marks(struct scope *s, i64 assessment,
                              struct finding_list *all)
{
	static const char sql[] =
		"SELECT m.finding_id, m.goal_id, f.code, g.code, m.direction,"
		"       m.directness"
		"  FROM mark m"
		"  JOIN goal g ON g.org_id = m.org_id AND g.id = m.goal_id"
		"  JOIN framework f"
		"    ON f.org_id = m.org_id AND f.id = g.framework_id"
		"  LEFT JOIN used_framework u ON u.org_id = m.org_id"
		"    AND u.assessment_id = m.assessment_id"
		"    AND u.framework_id = f.id"
		" WHERE m.org_id = $1 AND m.assessment_id = $2"
		" ORDER BY m.finding_id, u.position, f.code, g.sort_key";

	struct query q = db_query(s, sql, VALUES(of_int(s->org),
	                                         of_int(assessment)));
	struct finding *f = NULL;

	while (query_next(&q)) {
		i64 id = read_int(&q);
		struct mark m = {
			.goal       = read_int(&q),
			.framework  = read_text(&q),
			.code       = read_text(&q),
			.direction  = (enum direction)read_int(&q),
			.directness = (enum directness)read_int(&q),
		};

		if (f == NULL || f->id != id)
			f = of_id_in(all, id);
		if (f != NULL)
			*PUSH(s->mem, &f->marks) = m;
	}
	return query_end(&q);
}

static enum status read_groups(struct scope *s, i64 assessment,
                               struct finding_list *all)
{
	static const char sql[] =
		"SELECT x.finding_id, x.combination, g.code"
		"  FROM finding_group x JOIN population_group g"
		"    ON g.org_id = x.org_id AND g.id = x.group_id"
		" WHERE x.org_id = $1 AND x.assessment_id = $2"
		" ORDER BY x.finding_id, x.combination, g.axis, g.position";

	struct query q = db_query(s, sql, VALUES(of_int(s->org),
	                                         of_int(assessment)));
	i64 last = 0, last_combination = 0;

	while (query_next(&q)) {
		i64 id = read_int(&q), combination = read_int(&q);
		const char *code = read_text(&q);
		struct finding *f = of_id_in(all, id);
		const char **at;

		if (f == NULL)
			continue;
		if (id == last && combination == last_combination) {
			at = &f->groups.v[f->groups.n - 1];
			*at = arena_print(s->mem, "%s+%s", *at, code);
		} else {
			*PUSH(s->mem, &f->groups) = code;
		}
		last = id;
		last_combination = combination;
	}
	return query_end(&q);
}

/* A paper that was taken away is known by its name still. */
static enum status read_evidence(struct scope *s, i64 assessment,
                                 struct finding_list *all)
{
	static const char sql[] =
		"SELECT e.finding_id,"
		"       CASE WHEN a.removed_at IS NULL"
		"            THEN coalesce(a.key, '') ELSE '' END,"
		"       coalesce(a.name, ''), e.source, e.place"
		"  FROM finding_evidence e LEFT JOIN attachment a"
		"    ON a.org_id = e.org_id AND a.id = e.attachment_id"
		" WHERE e.org_id = $1 AND e.assessment_id = $2"
		" ORDER BY e.finding_id, e.no";

	struct query q = db_query(s, sql, VALUES(of_int(s->org),
	                                         of_int(assessment)));

	while (query_next(&q)) {
		struct finding *f = of_id_in(all, read_int(&q));
		struct evidence e = {
			.paper  = read_text(&q), .name  = read_text(&q),
			.source = read_text(&q), .place = read_text(&q),
		};

		if (text_blank(e.paper) && text_blank(e.source))
			e.source = e.name;
		if (text_blank(e.paper))
			e.name = "";
		if (f != NULL)
			*PUSH(s->mem, &f->evidence) = e;
	}
	return query_end(&q);
}

static enum status read_parts(struct scope *s, i64 assessment,
                              struct finding_list *all)
{
	TRY(read_marks(s, assessment, all));
	TRY(read_groups(s, assessment, all));
	return read_evidence(s, assessment, all);
}

enum status finding_list(struct scope *s, i64 assessment,
                         struct finding_list *out)
{
	static const char sql[] =
		FINDING " WHERE f.org_id = $1 AND f.assessment_id = $2"
		"   AND f.removed_at IS NULL ORDER BY f.no";

	struct query q = db_query(s, sql, VALUES(of_int(s->org),
	                                         of_int(assessment)));

	while (query_next(&q))
		read_finding(&q, PUSH(s->mem, out));
	TRY(query_end(&q));
	return read_parts(s, assessment, out);
}

enum status finding_get(struct scope *s, i64 assessment, i64 no,
                        struct finding *out)
{
	static const char sql[] =
		FINDING " WHERE f.org_id = $1 AND f.assessment_id = $2"
		"   AND f.no = $3";

	struct finding_list one = { .v = out, .n = 1, .room = 1 };
	struct query q = db_query(s, sql, VALUES(
		of_int(s->org), of_int(assessment), of_int(no)));

	if (query_next(&q))
		read_finding(&q, out);
	TRY(query_end_one(&q));
	return read_parts(s, assessment, &one);
}
