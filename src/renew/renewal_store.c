/* Read from what has changed: few subjects are revised at a time, and few
 * frameworks have been replaced, so each is asked by itself. */
#include <stdlib.h>

#include "assess/assess.h"
#include "base/text.h"
#include "db/db.h"
#include "framework/framework.h"
#include "renew/renewal.h"

_Static_assert(ASSESS_DRAFT == 1 && ASSESS_DONE == 5 && ASSESS_FOLLOWED == 8 &&
               PHASE_REVISION == 6 && FRAMEWORK_REPLACED == 2 &&
               ASSESS_STOPPED == 11,
               "as the statements below say");

/* So many revised at once are a page soon, wherever one begins. */
enum { MANY = 1000 };

#define ROW                                                             \
	"SELECT a.id, a.key, j.title, a.state,"                         \
	"       coalesce(l.name, a.lead_name), "

/* + 0 and CROSS JOIN keep SQLite from walking all assessments by their ids or
 * states; few are revised, and a person leads but a few. */
#define FINISHED                                                        \
	"   AND a.id + 0 < $2 AND a.state + 0 BETWEEN 5 AND 8"

/* A framework may be replaced while one works with it, too. */
#define IN_USE                                                          \
	"   AND a.id + 0 < $2 AND a.state + 0 BETWEEN 1 AND 8"

#define HERE                                                            \
	"   AND a.id = $2 AND a.state BETWEEN 5 AND 8"
#define HERE_IN_USE                                                     \
	"   AND a.id = $2 AND a.state BETWEEN 1 AND 8"

/* … of those that are walked by their ids, the latest first. */
#define FINISHED_NEXT                                                   \
	"   AND a.id < $2 AND a.state + 0 BETWEEN 5 AND 8"
#define IN_USE_NEXT                                                     \
	"   AND a.id < $2 AND a.state + 0 BETWEEN 1 AND 8"

/* Nobody has begun a later one; one that was stopped does not count. */
#define LATEST                                                          \
	"   AND NOT EXISTS (SELECT 1 FROM assessment n"                 \
	"        WHERE n.org_id = $1 AND n.subject_id = j.id"           \
	"          AND n.edition > a.edition AND n.state <> 11)"

/* An answer to a revision is to this one, not to one years ago. */
#define NOT_ANSWERED_REVISION                                           \
	"   AND NOT EXISTS (SELECT 1 FROM renewal_answer x"             \
	"        WHERE x.org_id = $1 AND x.assessment_id = a.id"        \
	"          AND x.cause = 1 AND x.of_id = j.id"                  \
	"          AND x.made_at >= coalesce(j.phase_at, 0)"            \
	"          AND x.removed_at IS NULL)"

#define NOT_ANSWERED_FRAMEWORK                                          \
	"   AND NOT EXISTS (SELECT 1 FROM renewal_answer x"             \
	"        WHERE x.org_id = $1 AND x.assessment_id = a.id"        \
	"          AND x.cause = 2 AND x.of_id = f.id"                  \
	"          AND x.removed_at IS NULL)"

#define REVISED  ROW "1, j.id, '', '', '', ''"
#define REPLACED ROW "2, f.id, f.key, f.title_sv, f.title_en, f.edition"

static void read_row(struct query *q, struct renewal *w)
{
	w->assessment = read_int(q);
	w->key        = read_text(q);
	w->title      = read_text(q);
	w->state      = (int)read_int(q);
	w->lead_name  = read_text(q);
	w->cause      = (enum renewal_cause)read_int(q);
	w->of         = read_int(q);
	w->framework  = read_text(q);
	w->of_sv      = read_text(q);
	w->of_en      = read_text(q);
	w->of_edition = read_text(q);
}

static enum status read_rows(struct scope *s, struct query *q,
                             struct renewal_list *out)
{
	while (query_next(q))
		read_row(q, PUSH(s->mem, out));
	return query_end(q);
}

/* Of those that are revised, when they are few … */
static enum status revised(struct scope *s, i64 before, i64 most,
                           struct renewal_list *out)
{
	static const char sql[] =
		REVISED
		"  FROM subject j CROSS JOIN assessment a"
		"  LEFT JOIN person l ON l.id = a.lead"
		" WHERE j.org_id = $1 AND j.phase = 6"
		"   AND a.org_id = $1 AND a.subject_id = j.id"
		FINISHED LATEST NOT_ANSWERED_REVISION
		" ORDER BY a.id + 0 DESC LIMIT $3";

	struct query q = db_query(s, sql, VALUES(of_int(s->org),
		of_int(before), of_int(most)));

	return read_rows(s, &q, out);
}

/* … and when they are many, as those that somebody leads: from the latest
 * assessment until a page is full. BETWEEN makes it asked of those that are
 * revised: they lie together in an index. */
#define REVISED_FROM_LATEST(whose)                                      \
	REVISED                                                         \
	"  FROM assessment a CROSS JOIN subject j"                      \
	"  LEFT JOIN person l ON l.id = a.lead"                         \
	" WHERE a.org_id = $1" whose FINISHED_NEXT                      \
	"   AND j.org_id = $1 AND j.phase = 6"                          \
	"   AND j.id BETWEEN a.subject_id AND a.subject_id"             \
	LATEST NOT_ANSWERED_REVISION                                    \
	" ORDER BY a.id DESC LIMIT $3"

static enum status revised_of_many(struct scope *s, i64 before, i64 most,
                                   struct renewal_list *out)
{
	static const char sql[] = REVISED_FROM_LATEST("");

	struct query q = db_query(s, sql, VALUES(of_int(s->org),
		of_int(before), of_int(most)));

	return read_rows(s, &q, out);
}

static enum status many_revised(struct scope *s, bool *out)
{
	static const char sql[] =
		"SELECT count(*) FROM (SELECT 1 FROM subject"
		" WHERE org_id = $1 AND phase = 6 LIMIT $2) x";
	i64 n = 0;

	TRY(db_number(s, sql, VALUES(of_int(s->org), of_int(MANY)), &n));
	*out = n == MANY;
	return OK;
}

static enum status all_revised(struct scope *s, i64 before, i64 most,
                               struct renewal_list *out)
{
	bool many;

	TRY(many_revised(s, &many));
	return many ? revised_of_many(s, before, most, out) :
	       revised(s, before, most, out);
}

/* In an order of their own, so that PostgreSQL begins with those that used it
 * and not with all there are. */
static enum status used(struct scope *s, i64 framework, i64 before, i64 most,
                        struct renewal_list *out)
{
	static const char sql[] =
		REPLACED
		"  FROM (SELECT framework_id, assessment_id"
		"          FROM used_framework"
		"         WHERE org_id = $1 AND framework_id = $4"
		"           AND assessment_id < $2"
		"         ORDER BY assessment_id DESC) u"
		"  JOIN framework f ON f.org_id = $1 AND f.id = u.framework_id"
		"  JOIN assessment a ON a.org_id = $1"
		"   AND a.id = u.assessment_id"
		"  JOIN subject j ON j.org_id = $1 AND j.id = a.subject_id"
		"  LEFT JOIN person l ON l.id = a.lead"
		" WHERE a.org_id = $1"
		IN_USE LATEST NOT_ANSWERED_FRAMEWORK
		" ORDER BY u.assessment_id DESC LIMIT $3";

	struct query q = db_query(s, sql, VALUES(of_int(s->org),
		of_int(before), of_int(most), of_int(framework)));

	return read_rows(s, &q, out);
}

/* -- those that somebody leads -------------------------------------------- */

/* Both from the latest they lead, so that they stop when a page is full. */
static enum status led_revised(struct scope *s, i64 person, i64 before,
                               i64 most, struct renewal_list *out)
{
	static const char sql[] =
		REVISED_FROM_LATEST(" AND a.lead = $4");

	struct query q = db_query(s, sql, VALUES(of_int(s->org),
		of_int(before), of_int(most), of_int(person)));

	return read_rows(s, &q, out);
}

static enum status led_used(struct scope *s, i64 framework, i64 person,
                            i64 before, i64 most, struct renewal_list *out)
{
	static const char sql[] =
		REPLACED
		"  FROM assessment a CROSS JOIN used_framework u"
		"  CROSS JOIN framework f"
		"  JOIN subject j ON j.org_id = $1 AND j.id = a.subject_id"
		"  LEFT JOIN person l ON l.id = a.lead"
		" WHERE a.org_id = $1 AND a.lead = $4" IN_USE_NEXT
		"   AND u.org_id = $1 AND u.framework_id = $5"
		"   AND u.assessment_id BETWEEN a.id AND a.id"
		"   AND f.org_id = $1 AND f.id = $5"
		LATEST NOT_ANSWERED_FRAMEWORK
		" ORDER BY a.id DESC LIMIT $3";

	struct query q = db_query(s, sql, VALUES(of_int(s->org),
		of_int(before), of_int(most), of_int(person),
		of_int(framework)));

	return read_rows(s, &q, out);
}

/* -- the list ------------------------------------------------------------ */

static enum status replaced_frameworks(struct scope *s, i64 **ids, size_t *n)
{
	static const char sql[] =
		"SELECT id FROM framework WHERE org_id = $1 AND state = 2"
		" ORDER BY id";

	struct query q = db_query(s, sql, VALUES(of_int(s->org)));
	struct { i64 *v; size_t n, room; } all = {0};

	while (query_next(&q))
		*PUSH(s->mem, &all) = read_int(&q);
	*ids = all.v;
	*n = all.n;
	return query_end(&q);
}

static int newest_first(const void *a, const void *b)
{
	const struct renewal *x = a, *y = b;

	if (x->assessment != y->assessment)
		return x->assessment < y->assessment ? 1 : -1;
	if (x->cause != y->cause)
		return (int)x->cause - (int)y->cause;
	return (x->of > y->of) - (x->of < y->of);
}

/* Whole assessments only, so that the next page begins with another. */
static void cut(struct renewal_list *all, size_t most)
{
	all->more = all->n > most;
	if (!all->more)
		return;
	while (most > 0 && all->v[most].assessment ==
	       all->v[most - 1].assessment)
		most--;
	all->n = most;
}

static enum status waiting(struct scope *s, i64 person, i64 before, i64 most,
                           struct renewal_list *out)
{
	i64 *ids = NULL;
	size_t n = 0;

	TRY(person == 0 ? all_revised(s, before, most, out) :
	    led_revised(s, person, before, most, out));
	TRY(replaced_frameworks(s, &ids, &n));
	for (size_t i = 0; i < n; i++)
		TRY(person == 0 ? used(s, ids[i], before, most, out) :
		    led_used(s, ids[i], person, before, most, out));
	return OK;
}

enum status renewal_waiting(struct scope *s, i64 person, i64 before, i64 most,
                            struct renewal_list *out)
{
	i64 from = before == 0 ? INT64_MAX : before;

	*out = (struct renewal_list){0};
	TRY(waiting(s, person, from, most + 1, out));
	if (out->n > 1)
		qsort(out->v, out->n, sizeof *out->v, newest_first);
	cut(out, (size_t)most);
	return OK;
}

enum status renewal_answered(struct scope *s, i64 before, i64 most,
                             struct renewal_list *out)
{
	static const char sql[] =
		ROW "x.cause, x.of_id, coalesce(f.key, ''),"
		"       coalesce(f.title_sv, ''),"
		"       coalesce(f.title_en, ''), coalesce(f.edition, ''),"
		"       x.id, x.why, coalesce(p.name, ''), x.made_at"
		"  FROM renewal_answer x"
		"  JOIN assessment a ON a.org_id = $1"
		"   AND a.id = x.assessment_id"
		"  JOIN subject j ON j.org_id = $1 AND j.id = a.subject_id"
		"  LEFT JOIN person l ON l.id = a.lead"
		"  LEFT JOIN person p ON p.id = x.person"
		"  LEFT JOIN framework f ON f.org_id = $1 AND x.cause = 2"
		"   AND f.id = x.of_id"
		" WHERE x.org_id = $1 AND x.id < $2 AND x.removed_at IS NULL"
		" ORDER BY x.id DESC LIMIT $3";

	struct query q = db_query(s, sql, VALUES(of_int(s->org),
		of_int(before == 0 ? INT64_MAX : before),
		of_int(most + 1)));

	*out = (struct renewal_list){0};
	while (query_next(&q)) {
		struct renewal *w = PUSH(s->mem, out);

		read_row(&q, w);
		w->id  = read_int(&q);
		w->why = read_text(&q);
		w->by  = read_text(&q);
		w->at  = read_int(&q);
	}
	out->more = out->n > (size_t)most;
	if (out->more)
		out->n = (size_t)most;
	return query_end(&q);
}

/* -- of one -------------------------------------------------------------- */

enum status renewal_here(struct scope *s, i64 assessment,
                         struct renewal_list *out)
{
	static const char sql[] =
		REVISED
		"  FROM assessment a"
		"  JOIN subject j ON j.org_id = $1 AND j.id = a.subject_id"
		"   AND j.phase = 6"
		"  LEFT JOIN person l ON l.id = a.lead"
		" WHERE a.org_id = $1"
		HERE LATEST NOT_ANSWERED_REVISION
		" UNION ALL "
		REPLACED
		"  FROM assessment a CROSS JOIN used_framework u"
		"  JOIN subject j ON j.org_id = $1 AND j.id = a.subject_id"
		"  JOIN framework f ON f.org_id = $1 AND f.id = u.framework_id"
		"   AND f.state = 2"
		"  LEFT JOIN person l ON l.id = a.lead"
		" WHERE a.org_id = $1 AND u.org_id = $1"
		"   AND u.assessment_id = a.id"
		HERE_IN_USE LATEST NOT_ANSWERED_FRAMEWORK
		" ORDER BY 6, 7";

	struct query q = db_query(s, sql, VALUES(of_int(s->org),
		of_int(assessment)));

	*out = (struct renewal_list){0};
	return read_rows(s, &q, out);
}

enum status renewal_of(struct scope *s, i64 assessment, const char *framework,
                       struct renewal *out)
{
	struct renewal_list all = {0};

	TRY(renewal_here(s, assessment, &all));
	for (size_t i = 0; i < all.n; i++)
		if (same(all.v[i].framework, or_empty(framework))) {
			*out = all.v[i];
			return OK;
		}
	return NOT_FOUND;
}
