/* What is open and has a day: each kind by its own index, and each bounded. */
#include <stdlib.h>
#include <string.h>

#include "action/action.h"
#include "assess/assess.h"
#include "db/db.h"
#include "kit/icu.h"
#include "renew/calendar.h"
#include "review/assignment.h"
#include "screening/selection.h"
#include "subject/subject.h"

_Static_assert(CONFLICT_ASKED == 3 && ACTION_ONGOING == 3 && GAP_OPEN == 1 &&
               ASSIGNMENT_GIVEN == 1 && ASSESS_REPLACED == 12 &&
               PHASE_REVISION == 6 && SELECTION_CHOSEN == 2 &&
               SELECTION_FIRST_YEAR > 2000 && SELECTION_LAST_YEAR < 2100,
               "as the statements below say");

#define OF                                                              \
	"  JOIN assessment a ON a.org_id = $1 AND a.id = t.assessment_id" \
	"  JOIN subject j ON j.org_id = $1 AND j.id = a.subject_id"

static const char actions[] =
	"SELECT t.due, a.key, a.key, t.no, t.title, j.title FROM action t" OF
	" WHERE t.org_id = $1 AND coalesce(t.due, 2000000) >= $2"
	"   AND coalesce(t.due, 2000000) < $3"
	"   AND t.state <= 3 AND t.removed_at IS NULL"
	" ORDER BY coalesce(t.due, 2000000), t.id LIMIT $4";

static const char conflicts[] =
	"SELECT t.due, a.key, a.key, t.no, t.title, j.title FROM conflict t" OF
	" WHERE t.org_id = $1 AND coalesce(t.due, 2000000) >= $2"
	"   AND coalesce(t.due, 2000000) < $3"
	"   AND t.state <= 3 AND t.removed_at IS NULL"
	" ORDER BY coalesce(t.due, 2000000), t.id LIMIT $4";

static const char gaps[] =
	"SELECT t.due, a.key, a.key, f.no, f.sentence, j.title FROM gap t" OF
	"  JOIN finding f ON f.org_id = $1 AND f.id = t.finding_id"
	"   AND f.removed_at IS NULL"
	" WHERE t.org_id = $1 AND coalesce(t.due, 2000000) >= $2"
	"   AND coalesce(t.due, 2000000) < $3 AND t.state = 1"
	" ORDER BY coalesce(t.due, 2000000), t.id LIMIT $4";

static const char positions[] =
	"SELECT t.due, a.key, a.key, t.no, t.text, j.title FROM position t" OF
	" WHERE t.org_id = $1 AND coalesce(t.due, 2000000) >= $2"
	"   AND coalesce(t.due, 2000000) < $3"
	"   AND t.made = 0 AND t.removed_at IS NULL"
	" ORDER BY coalesce(t.due, 2000000), t.id LIMIT $4";

/* Those that were held stay on their day. */
static const char meetings[] =
	"SELECT t.day, t.key, t.key, 0, t.title, j.title,"
	"       t.starts, t.minutes FROM workshop t" OF
	" WHERE t.org_id = $1 AND t.day >= $2 AND t.day < $3"
	" ORDER BY t.day, t.id LIMIT $4";

/* What is assured leads to its latest assessment, if it has one. */
#define LATEST                                                          \
	" j.key, coalesce((SELECT a.key FROM assessment a"              \
	"        WHERE a.org_id = $1 AND a.subject_id = j.id"           \
	"        ORDER BY a.id DESC LIMIT 1), ''), 0, j.title, ''"      \
	"  FROM subject j"

static const char decisions[] =
	"SELECT j.decided_on," LATEST
	" WHERE j.org_id = $1 AND j.decided_on >= $2 AND j.decided_on < $3"
	" ORDER BY j.decided_on, j.id LIMIT $4";

static const char reviews[] =
	"SELECT a.next_review, a.key, a.key, 0, j.title, ''"
	"  FROM assessment a"
	"  JOIN subject j ON j.org_id = $1 AND j.id = a.subject_id"
	" WHERE a.org_id = $1 AND a.next_review >= $2 AND a.next_review < $3"
	"   AND a.state <> 12"
	" ORDER BY a.next_review, a.id LIMIT $4";

static const char gatherings[] =
	"SELECT t.day, t.key, t.key, 0, t.title, '' FROM gathering t"
	" WHERE t.org_id = $1 AND t.day >= $2 AND t.day < $3"
	" ORDER BY t.day, t.id LIMIT $4";

static const char replies[] =
	"SELECT t.due, m.key, m.key, t.no, t.title, m.title"
	"  FROM consultation t"
	"  JOIN matter m ON m.org_id = $1 AND m.id = t.matter_id"
	" WHERE t.org_id = $1 AND t.due >= $2 AND t.due < $3"
	"   AND t.closed_at IS NULL"
	" ORDER BY t.due, t.id LIMIT $4";

static const char bodies[] =
	"SELECT t.planned_on, m.key, m.key, t.no, m.title, b.name"
	"  FROM step_body t"
	"  JOIN matter m ON m.org_id = $1 AND m.id = t.matter_id"
	"  JOIN body b ON b.org_id = $1 AND b.id = t.body_id"
	" WHERE t.org_id = $1 AND t.planned_on >= $2 AND t.planned_on < $3"
	"   AND t.removed_at IS NULL"
	" ORDER BY t.planned_on, t.id LIMIT $4";

static const char rounds[] =
	"SELECT t.due, a.key, a.key, t.no, t.question, j.title FROM review t"
	OF
	" WHERE t.org_id = $1 AND t.due >= $2 AND t.due < $3"
	"   AND t.closed_at IS NULL"
	" ORDER BY t.due, t.id LIMIT $4";

static const char assignments[] =
	"SELECT t.due, a.key, a.key, t.no, t.question, j.title"
	"  FROM assignment t" OF
	" WHERE t.org_id = $1 AND t.state = 1"
	"   AND t.due >= $2 AND t.due < $3"
	" ORDER BY t.due, t.id LIMIT $4";

static const char tasks[] =
	"SELECT t.due, m.key, m.key, t.no, t.text, m.title FROM task t"
	"  JOIN matter m ON m.org_id = $1 AND m.id = t.matter_id"
	" WHERE t.org_id = $1 AND t.due >= $2 AND t.due < $3"
	"   AND t.done_at IS NULL"
	" ORDER BY t.due, t.id LIMIT $4";

/* Between two instants. */
static const char revisions[] =
	"SELECT j.phase_at," LATEST
	" WHERE j.org_id = $1 AND j.phase = 6"
	"   AND j.phase_at >= $2 AND j.phase_at < $3"
	" ORDER BY j.phase_at, j.id LIMIT $4";

/*
 * Between two quarters: what has no quarter is of the last. Not what somebody
 * has finished since its year began, in Sweden an hour before that in UTC.
 */
#define QUARTER "t.year * 4 + (t.quarter + 3) % 4"
static const char chosen[] =
	"SELECT " QUARTER ", j.key, j.key, t.year, j.title, t.unit"
	"  FROM selection t"
	"  JOIN subject j ON j.org_id = $1 AND j.id = t.subject_id"
	" WHERE t.org_id = $1 AND t.state = 2"
	"   AND " QUARTER " >= $2 AND " QUARTER " < $3"
	"   AND NOT EXISTS (SELECT 1 FROM assessment a"
	"         JOIN edition e ON e.org_id = $1 AND e.assessment_id = a.id"
	"        WHERE a.org_id = $1 AND a.subject_id = t.subject_id"
	"          AND e.at >= ((t.year - 1970) * 365"
	"           + (t.year - 1969) / 4) * 86400000 - 3600000)"
	" ORDER BY " QUARTER ", t.id LIMIT $4";

static const char *const by_kind[CALENDAR_KINDS] = {
	[CALENDAR_ACTION]    = actions,   [CALENDAR_CONFLICT]  = conflicts,
	[CALENDAR_GAP]       = gaps,      [CALENDAR_POSITION]  = positions,
	[CALENDAR_MEETING]   = meetings,  [CALENDAR_DECISION]  = decisions,
	[CALENDAR_REVIEW]    = reviews,   [CALENDAR_GATHERING] = gatherings,
	[CALENDAR_REPLY]     = replies,   [CALENDAR_BODY]      = bodies,
	[CALENDAR_ROUND]     = rounds,
	[CALENDAR_ASSIGNMENT] = assignments,
	[CALENDAR_TASK]      = tasks,     [CALENDAR_REVISION]  = revisions,
	[CALENDAR_CHOSEN]    = chosen,
};

/* A day as the statement has it, and back. */
static i64 bound(enum calendar_kind kind, i64 day)
{
	switch (kind) {
	case CALENDAR_REVISION: return instant_of(day, 0);
	case CALENDAR_CHOSEN:   return quarter_of_day(day);
	default:                return day;
	}
}

static i64 day_of(enum calendar_kind kind, i64 read)
{
	switch (kind) {
	case CALENDAR_REVISION: return day_of_instant(read);
	case CALENDAR_CHOSEN:   return quarter_ends(read);
	default:                return read;
	}
}

static enum status of_kind(struct scope *s, enum calendar_kind kind,
                           i64 from, i64 to, i64 most,
                           struct calendar_list *out)
{
	struct query q = db_query(s, by_kind[kind], VALUES(of_int(s->org),
		of_int(bound(kind, from)), of_int(bound(kind, to)),
		of_int(most)));
	i64 n = 0;
	i64 day = 0;

	for (; query_next(&q); n++) {
		struct calendar_entry *e = PUSH(s->mem, out);

		day = day_of(kind, read_int(&q));
		e->kind = kind;
		e->day  = day;
		e->own  = read_text(&q);
		e->key  = read_text(&q);
		e->no   = read_int(&q);
		e->what = read_text(&q);
		e->of   = read_text(&q);
		if (kind == CALENDAR_MEETING) {
			e->minute  = read_int(&q);
			e->minutes = read_int(&q);
		}
	}
	if (n == most) {
		out->cut = true;
		out->whole_to = day < out->whole_to ? day : out->whole_to;
	}
	return query_end(&q);
}

static int by_day(const void *a, const void *b)
{
	const struct calendar_entry *x = a, *y = b;

	if (x->day != y->day)
		return (x->day > y->day) - (x->day < y->day);
	if (x->kind != y->kind)
		return (int)x->kind - (int)y->kind;
	return strcmp(x->own, y->own) != 0 ? strcmp(x->own, y->own) :
	       (x->no > y->no) - (x->no < y->no);
}

enum status calendar_between(struct scope *s, enum calendar_kind one,
                             i64 from, i64 to, i64 most,
                             struct calendar_list *out)
{
	*out = (struct calendar_list){ .whole_to = to };
	for (int k = CALENDAR_ACTION; k < CALENDAR_KINDS; k++)
		if (one == 0 || k == (int)one)
			TRY(of_kind(s, (enum calendar_kind)k, from, to, most,
			            out));
	if (out->n > 1)
		qsort(out->v, out->n, sizeof *out->v, by_day);
	return OK;
}
