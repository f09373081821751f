/*
 * The four lists. Each statement takes its rows out of one index before it
 * joins anything, so it costs as much as it shows, however many there are. The
 * conditions are those of the indexes in the schema, word for word.
 */
#include "action/action.h"
#include "conflict/conflict.h"
#include "db/db.h"
#include "insight/list.h"

_Static_assert(CONFLICT_ASKED == 3 && CONFLICT_WEIGHED == 4 &&
               ACTION_ONGOING == 3 && ACTION_DONE == 4 && GAP_OPEN == 1 &&
               GAP_ANSWERED == 2, "as the statements and indexes say");

/* $2 after which day, $3 after which row of it, $4 until which day, $5 most */
#define OPEN                                                            \
	" WHERE org_id = $1 AND coalesce(due, 2000000) >= $2"            \
	"   AND coalesce(due, 2000000) <= $4"                            \
	"   AND (coalesce(due, 2000000) > $2 OR id > $3)"                \
	"   AND "
#define SOONEST " ORDER BY org_id, coalesce(due, 2000000), id LIMIT $5"

/* $2 before which day, $3 before which row of it, $4 from which day, $5 most */
#define OPEN_BACK                                                       \
	" WHERE org_id = $1 AND coalesce(due, 2000000) <= $2"            \
	"   AND coalesce(due, 2000000) >= $4"                            \
	"   AND (coalesce(due, 2000000) < $2 OR id < $3)"                \
	"   AND "
#define LATEST                                                          \
	" ORDER BY org_id DESC, coalesce(due, 2000000) DESC, id DESC LIMIT $5"

/* $2 before which row, $3 most; and back: after which row */
#define ENDED " WHERE org_id = $1 AND id < $2 AND "
#define NEWEST " ORDER BY org_id, id DESC LIMIT $3"
#define ENDED_BACK " WHERE org_id = $1 AND id > $2 AND "
#define OLDEST " ORDER BY org_id, id LIMIT $3"

#define OF_ASSESSMENT                                                   \
	"  JOIN assessment a ON a.org_id = $1 AND a.id = x.assessment_id" \
	"  JOIN subject s ON s.org_id = $1 AND s.id = a.subject_id"

/* Two versions of one thing are told apart, as in the follow-up: "Plan (2)". */
#define TITLED                                                          \
	"CASE WHEN a.edition > 1 THEN s.title || ' (' || a.edition || ')'"  \
	" ELSE s.title END"

#define IN_ORDER " ORDER BY coalesce(x.due, 2000000), x.source, x.id"
#define BACKWARDS " ORDER BY x.source, x.id DESC"

#define CONFLICT_ROWS                                                   \
	"SELECT x.id, 0, x.no, a.key, " TITLED ", s.unit, s.belongs_to," \
	"       x.sign, x.state, x.title, x.decider, '', x.due, 0, 0"     \
	"  FROM (SELECT id, 0 AS source, no, assessment_id, sign, state," \
	"               title, decider, due FROM conflict"
static const char conflicts_open[] =
	CONFLICT_ROWS OPEN "state <= 3 AND removed_at IS NULL" SOONEST ") x"
	OF_ASSESSMENT IN_ORDER;
static const char conflicts_ended[] =
	CONFLICT_ROWS ENDED "state >= 4 AND removed_at IS NULL" NEWEST ") x"
	OF_ASSESSMENT BACKWARDS;

#define GAP_ROWS                                                        \
	"SELECT x.id, 0, f.no, a.key, " TITLED ", s.unit, s.belongs_to," \
	"       0, x.state, f.sentence, x.owner, '', x.due,"              \
	"       CASE WHEN f.removed_at IS NULL THEN 0 ELSE 1 END, 0"      \
	"  FROM (SELECT id, 0 AS source, assessment_id, finding_id, state," \
	"               owner, due FROM gap"
#define OF_FINDING                                                      \
	"  JOIN finding f ON f.org_id = $1 AND f.id = x.finding_id"
static const char gaps_open[] =
	GAP_ROWS OPEN "state = 1" SOONEST ") x" OF_FINDING OF_ASSESSMENT
	IN_ORDER;
static const char gaps_ended[] =
	GAP_ROWS ENDED "state = 2" NEWEST ") x" OF_FINDING OF_ASSESSMENT
	BACKWARDS;

/* A position, and the question of a conflict that waits for an answer. */
#define POSITION_ROWS                                                   \
	"SELECT x.id, 0, x.no, a.key, " TITLED ", s.unit, s.belongs_to," \
	"       0, x.made, x.text, x.decider, '', x.due, 0, 0"            \
	"  FROM (SELECT id, 0 AS source, no, assessment_id, made, text,"  \
	"               decider, due FROM position"
#define QUESTION_ROWS                                                   \
	"SELECT x.id, 1, x.no, a.key, " TITLED ", s.unit, s.belongs_to," \
	"       0, 0, CASE WHEN x.question = '' THEN x.title"             \
	"             ELSE x.question END, x.decider, '', x.due, 0, 0"    \
	"  FROM (SELECT id, 1 AS source, no, assessment_id, question,"    \
	"               title, decider, due FROM conflict"
static const char positions_open[] =
	POSITION_ROWS OPEN "made = 0 AND removed_at IS NULL" SOONEST ") x"
	OF_ASSESSMENT IN_ORDER;
static const char questions_open[] =
	QUESTION_ROWS OPEN "state = 3 AND removed_at IS NULL" SOONEST ") x"
	OF_ASSESSMENT IN_ORDER;
static const char positions_ended[] =
	POSITION_ROWS ENDED "made = 1 AND removed_at IS NULL" NEWEST ") x"
	OF_ASSESSMENT BACKWARDS;

#define ACTION_ROWS                                                     \
	"SELECT x.id, 0, x.no, a.key, " TITLED ", s.unit, s.belongs_to," \
	"       x.purpose, x.state, x.title, x.responsible,"              \
	"       CASE WHEN x.accepted_by = '' THEN x.other_org ELSE ''"    \
	"       END, x.due, 0,"                                           \
	"       CASE WHEN x.other_org <> '' AND x.accepted_by <> ''"      \
	"            THEN 1 ELSE 0 END"                                   \
	"  FROM (SELECT id, 0 AS source, no, assessment_id, purpose, state," \
	"               title, responsible, other_org, accepted_by, due"  \
	"          FROM action"
static const char actions_open[] =
	ACTION_ROWS OPEN "state <= 3 AND removed_at IS NULL" SOONEST ") x"
	OF_ASSESSMENT IN_ORDER;
static const char actions_ended[] =
	ACTION_ROWS ENDED "state >= 4 AND removed_at IS NULL" NEWEST ") x"
	OF_ASSESSMENT BACKWARDS;

/* The same, backwards from somewhere; handed out in the order of the list. */
static const char conflicts_back[] =
	CONFLICT_ROWS OPEN_BACK "state <= 3 AND removed_at IS NULL"
	LATEST ") x" OF_ASSESSMENT IN_ORDER;
static const char conflicts_ended_back[] =
	CONFLICT_ROWS ENDED_BACK "state >= 4 AND removed_at IS NULL"
	OLDEST ") x" OF_ASSESSMENT BACKWARDS;
static const char gaps_back[] =
	GAP_ROWS OPEN_BACK "state = 1"
	LATEST ") x" OF_FINDING OF_ASSESSMENT IN_ORDER;
static const char gaps_ended_back[] =
	GAP_ROWS ENDED_BACK "state = 2"
	OLDEST ") x" OF_FINDING OF_ASSESSMENT BACKWARDS;
static const char positions_back[] =
	POSITION_ROWS OPEN_BACK "made = 0 AND removed_at IS NULL"
	LATEST ") x" OF_ASSESSMENT IN_ORDER;
static const char positions_ended_back[] =
	POSITION_ROWS ENDED_BACK "made = 1 AND removed_at IS NULL"
	OLDEST ") x" OF_ASSESSMENT BACKWARDS;
static const char questions_back[] =
	QUESTION_ROWS OPEN_BACK "state = 3 AND removed_at IS NULL"
	LATEST ") x" OF_ASSESSMENT IN_ORDER;
static const char actions_back[] =
	ACTION_ROWS OPEN_BACK "state <= 3 AND removed_at IS NULL"
	LATEST ") x" OF_ASSESSMENT IN_ORDER;
static const char actions_ended_back[] =
	ACTION_ROWS ENDED_BACK "state >= 4 AND removed_at IS NULL"
	OLDEST ") x" OF_ASSESSMENT BACKWARDS;

/* By whether they have ended, and by whether it goes back. */
static const char *const statements[2][2][LIST_KINDS] = {
	{ { [LIST_CONFLICTS] = conflicts_open, [LIST_GAPS] = gaps_open,
	    [LIST_POSITIONS] = positions_open, [LIST_ACTIONS] = actions_open },
	  { [LIST_CONFLICTS] = conflicts_back, [LIST_GAPS] = gaps_back,
	    [LIST_POSITIONS] = positions_back,
	    [LIST_ACTIONS] = actions_back } },
	{ { [LIST_CONFLICTS] = conflicts_ended, [LIST_GAPS] = gaps_ended,
	    [LIST_POSITIONS] = positions_ended,
	    [LIST_ACTIONS] = actions_ended },
	  { [LIST_CONFLICTS] = conflicts_ended_back,
	    [LIST_GAPS] = gaps_ended_back,
	    [LIST_POSITIONS] = positions_ended_back,
	    [LIST_ACTIONS] = actions_ended_back } },
};

static enum status read_listed(struct query *q, struct listed_list *out)
{
	while (query_next(q)) {
		struct listed *it = PUSH(q->scope->mem, out);

		it->id             = read_int(q);
		it->source         = (enum listed_source)read_int(q);
		it->no             = read_int(q);
		it->assessment_key = read_text(q);
		it->subject        = read_text(q);
		it->unit           = read_text(q);
		it->belongs_to     = read_text(q);
		it->kind           = (int)read_int(q);
		it->state          = (int)read_int(q);
		it->title          = read_text(q);
		it->who            = read_text(q);
		it->other          = read_text(q);
		it->due            = read_int(q);
		it->removed        = read_int(q) != 0;
		it->accepted       = read_int(q) != 0;
	}
	return query_end(q);
}

static enum status read_open(struct scope *s, const char *sql,
                             const struct sieve *f, i64 after_id, i64 most,
                             struct listed_list *out)
{
	struct days d = sieve_days(f);
	i64 from = f->after_due > d.from ? f->after_due : d.from;
	struct query q = db_query(s, sql, VALUES(of_int(s->org),
		of_int(from), of_int(from > f->after_due ? 0 : after_id),
		of_int(d.to), of_int(most)));

	return read_listed(&q, out);
}

static enum status read_back(struct scope *s, const char *sql,
                             const struct sieve *f, i64 before_id, i64 most,
                             struct listed_list *out)
{
	struct days d = sieve_days(f);
	i64 to = f->after_due < d.to ? f->after_due : d.to;
	struct query q = db_query(s, sql, VALUES(of_int(s->org), of_int(to),
		of_int(to < f->after_due ? INT64_MAX : before_id),
		of_int(d.from), of_int(most)));

	return read_listed(&q, out);
}

static bool comes_before(const struct listed *a, const struct listed *b)
{
	if (listed_day(a) != listed_day(b))
		return listed_day(a) < listed_day(b);
	return a->source < b->source ||
	       (a->source == b->source && a->id < b->id);
}

static void merge(struct arena *mem, const struct listed_list *a,
                  const struct listed_list *b, i64 most,
                  struct listed_list *out)
{
	size_t i = 0, j = 0;

	while ((i64)out->n < most && (i < a->n || j < b->n)) {
		bool first = j == b->n ||
			(i < a->n && comes_before(&a->v[i], &b->v[j]));

		*PUSH(mem, out) = first ? a->v[i++] : b->v[j++];
	}
}

/* The last so many of both instead. */
static void merge_back(struct arena *mem, const struct listed_list *a,
                       const struct listed_list *b, i64 most,
                       struct listed_list *out)
{
	struct listed_list all = {0};
	size_t n = a->n + b->n, from = (i64)n > most ? n - (size_t)most : 0;

	merge(mem, a, b, (i64)n, &all);
	for (size_t i = from; i < n; i++)
		*PUSH(mem, out) = all.v[i];
}

/* Of one day positions come before questions: after a question of that day no
 * position of it is left, and after a position all questions are. */
static enum status read_positions(struct scope *s, const struct sieve *f,
                                  i64 most, struct listed_list *out)
{
	bool past = f->after_source == LISTED_OF_CONFLICT;
	struct listed_list positions = {0}, questions = {0};

	if (f->back) {
		TRY(read_back(s, positions_back, f, past ? INT64_MAX :
		              f->after_id, most, &positions));
		TRY(read_back(s, questions_back, f, past ? f->after_id : 0,
		              most, &questions));
		merge_back(s->mem, &positions, &questions, most, out);
		return OK;
	}
	TRY(read_open(s, positions_open, f, past ? INT64_MAX : f->after_id,
	              most, &positions));
	TRY(read_open(s, questions_open, f, past ? f->after_id : 0, most,
	              &questions));
	merge(s->mem, &positions, &questions, most, out);
	return OK;
}

static enum status read_ended(struct scope *s, const char *sql,
                              const struct sieve *f, i64 most,
                              struct listed_list *out)
{
	struct query q = db_query(s, sql, VALUES(of_int(s->org),
		of_int(f->after_id == 0 ? INT64_MAX : f->after_id),
		of_int(most)));

	return read_listed(&q, out);
}

enum status listed_rows(struct scope *s, enum list_kind kind,
                      const struct sieve *f, i64 most, struct listed_list *out)
{
	const char *sql = statements[f->ended][f->back][kind];

	if (f->ended)
		return read_ended(s, sql, f, most, out);
	if (kind == LIST_POSITIONS)
		return read_positions(s, f, most, out);
	return f->back ? read_back(s, sql, f, f->after_id, most, out) :
	       read_open(s, sql, f, f->after_id, most, out);
}
