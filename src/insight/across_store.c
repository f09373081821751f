/*
 * The best for one assessment, out of the database: who shares something with
 * it, from the lists of what is shared; then what those that share most pull
 * at. Each question is bounded, so it costs the same in a large organisation.
 */
#include <stdlib.h>
#include <string.h>

#include "assess/finding.h"
#include "base/text.h"
#include "conflict/conflict.h"
#include "db/db.h"
#include "insight/across_near.h"

/* -- who is near --------------------------------------------------------- */

static enum status read_ids(struct scope *s, struct query *q,
                            struct near_list *out, enum across_reason reason,
                            const char *word)
{
	while (query_next(q))
		*PUSH(s->mem, out) = (struct near){ read_int(q), reason,
		                                    word };
	return query_end(q);
}

static enum status near_by_text(struct scope *s, const char *sql,
                                enum across_reason reason, const char *word,
                                struct near_list *out)
{
	struct query q;

	if (text_blank(word))
		return OK;
	q = db_query(s, sql, VALUES(of_int(s->org), of_text(word),
	                            of_int(ACROSS_SHARED)));
	return read_ids(s, &q, out, reason, word);
}

#define ASSESSED                                                        \
	"  JOIN assessment a ON a.org_id = $1 AND a.subject_id = s.id"

/* Siblings, what it belongs to, and what belongs to it. */
static enum status near_parents(struct scope *s, const struct facts *f,
                                struct near_list *out)
{
	static const char belong[] =
		"SELECT a.id FROM subject s" ASSESSED
		" WHERE s.org_id = $1 AND s.belongs_to = $2"
		"   AND s.belongs_to <> ''"
		" ORDER BY s.id DESC LIMIT $3";
	static const char titled[] =
		"SELECT a.id FROM subject s" ASSESSED
		" WHERE s.org_id = $1 AND s.title = $2"
		" ORDER BY s.id DESC LIMIT $3";

	TRY(near_by_text(s, belong, SHARE_PARENT, f->belongs_to, out));
	TRY(near_by_text(s, titled, SHARE_PARENT, f->belongs_to, out));
	return near_by_text(s, belong, SHARE_PARENT, f->title, out);
}

static enum status near_place(struct scope *s, const char *place,
                              struct near_list *out)
{
	static const char subjects[] =
		"SELECT a.id FROM subject s" ASSESSED
		" WHERE s.org_id = $1 AND s.place = $2 AND s.place <> ''"
		" ORDER BY s.id DESC LIMIT $3";
	static const char findings[] =
		"SELECT assessment_id FROM finding"
		" WHERE org_id = $1 AND places = $2 AND places <> ''"
		"   AND removed_at IS NULL"
		" GROUP BY assessment_id ORDER BY assessment_id DESC LIMIT $3";

	TRY(near_by_text(s, subjects, SHARE_PLACE, place, out));
	return near_by_text(s, findings, SHARE_PLACE, place, out);
}

enum { MOST_PLACES = 12, MOST_ACTORS = 40 };

static bool among(const struct text_list *all, const char *word)
{
	for (size_t i = 0; i < all->n; i++)
		if (same(all->v[i], word))
			return true;
	return false;
}

static enum status near_places(struct scope *s, const struct facts *f,
                               struct near_list *out)
{
	/* Not the index of places, which has those of everybody. */
	static const char sql[] =
		"SELECT places FROM finding"
		" WHERE org_id = $1 AND assessment_id = $2"
		"   AND length(places) > 0 AND removed_at IS NULL"
		" ORDER BY no";

	struct query q = db_query(s, sql, VALUES(of_int(s->org),
		of_int(f->id)));
	struct text_list all = {0};

	*PUSH(s->mem, &all) = f->place;
	while (query_next(&q)) {
		const char *place = read_text(&q);

		if (all.n < MOST_PLACES && !among(&all, place))
			*PUSH(s->mem, &all) = place;
	}
	TRY(query_end(&q));
	for (size_t i = 0; i < all.n; i++)
		TRY(near_place(s, all.v[i], out));
	return OK;
}

static enum status near_actor(struct scope *s, i64 actor, const char *name,
                              struct near_list *out)
{
	static const char sql[] =
		"SELECT assessment_id FROM actor_link"
		" WHERE org_id = $1 AND actor_id = $2 AND removed_at IS NULL"
		" ORDER BY assessment_id DESC LIMIT $3";

	struct query q = db_query(s, sql, VALUES(of_int(s->org),
		of_int(actor), of_int(ACROSS_SHARED)));

	return read_ids(s, &q, out, SHARE_ACTOR, name);
}

struct named { i64 id; const char *name; };
struct named_list { struct named *v; size_t n, room; };

/* Those it touches most, if they are very many. */
static enum status near_actors(struct scope *s, const struct facts *f,
                               struct near_list *out)
{
	static const char sql[] =
		"SELECT l.actor_id, r.name FROM actor_link l"
		"  JOIN actor r ON r.org_id = l.org_id AND r.id = l.actor_id"
		" WHERE l.org_id = $1 AND l.assessment_id = $2"
		"   AND l.removed_at IS NULL"
		" ORDER BY l.interest DESC, l.no LIMIT $3";

	struct query q = db_query(s, sql, VALUES(of_int(s->org),
		of_int(f->id), of_int(MOST_ACTORS)));
	struct named_list all = {0};

	while (query_next(&q)) {
		struct named *one = PUSH(s->mem, &all);

		one->id = read_int(&q);
		one->name = read_text(&q);
	}
	TRY(query_end(&q));
	for (size_t i = 0; i < all.n; i++)
		TRY(near_actor(s, all.v[i].id, all.v[i].name, out));
	return OK;
}

static enum status near_all(struct scope *s, const struct facts *f,
                            struct near_list *out)
{
	static const char unit[] =
		"SELECT a.id FROM subject s" ASSESSED
		" WHERE s.org_id = $1 AND s.unit = $2 AND s.unit <> ''"
		" ORDER BY s.id DESC LIMIT $3";

	TRY(near_parents(s, f, out));
	TRY(near_places(s, f, out));
	TRY(near_by_text(s, unit, SHARE_MEANS, f->unit, out));
	return near_actors(s, f, out);
}

/* -- what they pull at --------------------------------------------------- */

/* Rows of one assessment lie together: the first finding is kept. */
static struct pull *pull_of(struct scope *s, struct pull_list *all, i64 who,
                            i64 goal)
{
	for (size_t i = all->n; i > 0 && all->v[i - 1].assessment == who; i--)
		if (all->v[i - 1].goal == goal)
			return &all->v[i - 1];
	*PUSH(s->mem, all) = (struct pull){ .assessment = who, .goal = goal };
	return &all->v[all->n - 1];
}

static enum status read_pulls(struct scope *s, const i64 *ids, size_t n,
                              struct pull_list *out)
{
	/* CROSS JOIN: SQLite takes the numbers first, and in this order. */
	static const char sql[] =
		WITH_IDS
		"SELECT m.assessment_id, m.goal_id, m.direction, m.finding_id"
		"  FROM ids CROSS JOIN mark m"
		" WHERE m.org_id = $1"
		"   AND m.assessment_id = ids.id AND m.direction >= 1"
		"   AND NOT EXISTS (SELECT 1 FROM finding f"
		"        WHERE f.org_id = $1 AND f.id = m.finding_id"
		"          AND f.removed_at IS NOT NULL)"
		" ORDER BY m.assessment_id, m.direction, m.goal_id,"
		"          m.finding_id";

	struct query q;

	if (n == 0)
		return OK;
	q = db_query(s, sql, VALUES(of_int(s->org),
		of_text(ids_text(s->mem, ids, n)), of_int((i64)n)));
	while (query_next(&q)) {
		i64 who = read_int(&q);
		struct pull *p = pull_of(s, out, who, read_int(&q));
		i64 *to = read_int(&q) == NEGATIVE ? &p->minus : &p->plus;
		i64 finding = read_int(&q);

		if (*to == 0)
			*to = finding;
	}
	return query_end(&q);
}

/* -- in words ------------------------------------------------------------ */

static enum status read_goals(struct scope *s, struct pairing_list *all)
{
	static const char sql[] =
		"SELECT w.code, g.code, g.title_sv, g.title_en FROM goal g"
		"  JOIN framework w ON w.org_id = g.org_id"
		"   AND w.id = g.framework_id"
		" WHERE g.org_id = $1 AND g.id = $2";

	for (size_t i = 0; i < all->n; i++) {
		struct pairing *x = &all->v[i];
		struct query q = db_query(s, sql, VALUES(of_int(s->org),
		                          of_int(x->how.goal)));

		if (query_next(&q)) {
			x->framework = read_text(&q);
			x->code = read_text(&q);
			x->goal_sv = read_text(&q);
			x->goal_en = read_text(&q);
		}
		TRY(query_end_one(&q));
	}
	return OK;
}

/* -- the codes of all they meet on ---------------------------------------- */

struct coded { i64 goal; const char *code; };
struct coded_list { struct coded *v; size_t n, room; };

/* Of the goals of the one that is looked at: they meet on those only. */
static enum status read_codes(struct scope *s, const struct pull_list *here,
                              struct coded_list *out)
{
	static const char sql[] =
		WITH_IDS
		"SELECT g.id, g.code FROM ids CROSS JOIN goal g"
		" WHERE g.org_id = $1 AND g.id = ids.id";

	i64 *ids = arena_take(s->mem, here->n * sizeof *ids);
	struct query q;

	for (size_t i = 0; i < here->n; i++)
		ids[i] = here->v[i].goal;
	q = db_query(s, sql, VALUES(of_int(s->org),
		of_text(ids_text(s->mem, ids, here->n)),
		of_int((i64)here->n)));
	while (query_next(&q)) {
		struct coded *c = PUSH(s->mem, out);

		c->goal = read_int(&q);
		c->code = read_text(&q);
	}
	return query_end(&q);
}

static const char *code_at(const struct coded_list *all, const char *number)
{
	for (size_t i = 0; i < all->n; i++)
		if (all->v[i].goal == strtoll(number, NULL, 10))
			return all->v[i].code;
	return "";
}

/* The first is said by its name. */
static void say_codes(struct arena *mem, const struct coded_list *all,
                      struct pairing *x)
{
	const char *at = x->goals;

	x->codes = "";
	while (*at != '\0') {
		const char *code = code_at(all, at);

		if (strtoll(at, NULL, 10) != x->how.goal && *code != '\0')
			x->codes = arena_print(mem, "%s%s%s", x->codes,
			                       *x->codes == '\0' ? "" : ", ",
			                       code);
		at += strcspn(at, ",");
		at += *at == ',';
	}
}

static enum status read_stance(struct scope *s, struct stance *st)
{
	static const char sql[] =
		"SELECT no, sentence, short FROM finding"
		" WHERE org_id = $1 AND id = $2";

	struct query q = db_query(s, sql, VALUES(of_int(s->org),
	                                         of_int(st->finding)));

	if (query_next(&q)) {
		st->no = read_int(&q);
		st->sentence = read_text(&q);
		st->brief = read_text(&q);
	}
	return query_end_one(&q);
}

static enum status in_words(struct scope *s, const struct pull_list *here,
                            struct pairing_list *all)
{
	struct coded_list coded = {0};

	TRY(read_goals(s, all));
	TRY(read_codes(s, here, &coded));
	for (size_t i = 0; i < all->n; i++) {
		say_codes(s->mem, &coded, &all->v[i]);
		TRY(read_stance(s, &all->v[i].here));
		TRY(read_stance(s, &all->v[i].there));
	}
	return OK;
}

/* -- together ------------------------------------------------------------ */

enum status across_find(struct scope *s, i64 assessment,
                        struct pairing_list *out)
{
	struct facts_list mine = {0}, others = {0};
	struct candidate_list taken = {0};
	struct pull_list here = {0}, there = {0};
	struct near_list near = {0};
	struct meeting_list met;
	i64 ids[ACROSS_TRIED];
	size_t n;

	TRY(facts_of(s, &assessment, 1, &mine));
	if (mine.n == 0)
		return OK;
	TRY(read_pulls(s, &assessment, 1, &here));
	if (here.n == 0)
		return OK;
	TRY(near_all(s, &mine.v[0], &near));
	met = near_gather(s->mem, &near, assessment);
	n = near_tried(&met, ids);
	TRY(facts_of(s, ids, n, &others));
	TRY(read_pulls(s, ids, n, &there));
	TRY(candidate_list(s, assessment, &taken));
	near_suggest(s->mem, &(struct near_try){ &mine.v[0], &others, &met,
	             &here, &there, &taken, &near }, out);
	return in_words(s, &here, out);
}
