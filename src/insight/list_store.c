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

/* $2 before which row, $3 most */
#define ENDED " WHERE org_id = $1 AND id < $2 AND "
#define NEWEST " ORDER BY org_id, id DESC LIMIT $3"

#define OF_ASSESSMENT                                                   \
	"  JOIN assessment a ON a.org_id = $1 AND a.id = x.assessment_id" \
	"  JOIN subject s ON s.org_id = $1 AND s.id = a.subject_id"

#define IN_ORDER " ORDER BY coalesce(x.due, 2000000), x.source, x.id"
#define BACKWARDS " ORDER BY x.source, x.id DESC"

#define CONFLICT_ROWS                                                   \
	"SELECT x.id, 0, x.no, a.key, s.title, s.unit, s.belongs_to,"     \
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
	"SELECT x.id, 0, f.no, a.key, s.title, s.unit, s.belongs_to,"     \
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
	"SELECT x.id, 0, x.no, a.key, s.title, s.unit, s.belongs_to,"     \
	"       0, x.made, x.text, x.decider, '', x.due, 0, 0"            \
	"  FROM (SELECT id, 0 AS source, no, assessment_id, made, text,"  \
	"               decider, due FROM position"
#define QUESTION_ROWS                                                   \
	"SELECT x.id, 1, x.no, a.key, s.title, s.unit, s.belongs_to,"     \
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
	"SELECT x.id, 0, x.no, a.key, s.title, s.unit, s.belongs_to,"     \
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

static const char *const open_ones[] = {
	[LIST_CONFLICTS] = conflicts_open, [LIST_GAPS] = gaps_open,
	[LIST_POSITIONS] = positions_open, [LIST_ACTIONS] = actions_open,
};
static const char *const ended_ones[] = {
	[LIST_CONFLICTS] = conflicts_ended, [LIST_GAPS] = gaps_ended,
	[LIST_POSITIONS] = positions_ended, [LIST_ACTIONS] = actions_ended,
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

static i64 due_key(const struct listed *it)
{
	return it->due == 0 ? NO_DAY : it->due;
}

static bool comes_before(const struct listed *a, const struct listed *b)
{
	if (due_key(a) != due_key(b))
		return due_key(a) < due_key(b);
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

/* Of one day positions come before questions: after a question of that day no
 * position of it is left, and after a position all questions are. */
static enum status read_positions(struct scope *s, const struct sieve *f,
                                  i64 most, struct listed_list *out)
{
	bool past = f->after_source == LISTED_OF_CONFLICT;
	struct listed_list positions = {0}, questions = {0};

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
	if (f->ended)
		return read_ended(s, ended_ones[kind], f, most, out);
	if (kind == LIST_POSITIONS)
		return read_positions(s, f, most, out);
	return read_open(s, open_ones[kind], f, f->after_id, most, out);
}

static void go_past(struct sieve *f, const struct listed *it)
{
	f->after_due = due_key(it);
	f->after_id = it->id;
	f->after_source = it->source;
}

/* A first handful is enough when nothing is asked for. */
enum { HANDFUL = LIST_PAGE + 1, ARMFUL = 500 };

enum status list_read(struct scope *s, enum list_kind kind, struct sieve f,
                      i64 most, struct list_page *out)
{
	i64 step = sieve_is_open(&f) && most < HANDFUL ? HANDFUL : ARMFUL;
	i64 looked = 0, got;

	do {
		struct listed_list rows = {0};

		TRY(listed_rows(s, kind, &f, step, &rows));
		got = (i64)rows.n;
		for (size_t i = 0; i < rows.n && !out->more; i++) {
			bool fits = listed_fits(s->mem, &f, &rows.v[i]);

			out->more = fits && (i64)out->items.n == most;
			if (out->more)
				break;
			if (fits)
				*PUSH(s->mem, &out->items) = rows.v[i];
			go_past(&f, &rows.v[i]);
		}
		looked += got;
	} while (!out->more && got == step &&
	         (looked < LOOKED_THROUGH || most > LIST_PAGE));
	out->looked = !out->more && got == step;
	out->more = out->more || out->looked;
	out->at_due = f.after_due;
	out->at_id = f.after_id;
	out->at_source = f.after_source;
	return OK;
}
