/* What has happened since the index last looked, read from `event`; and what
 * one can choose among. */
#include <string.h>

#include "base/clock.h"
#include "db/db.h"
#include "find/find.h"

/* -- within something ---------------------------------------------------- */

/* The numbers are enum find_kind; a finding may be a gap now, or have been. */
static const char in_assessment_sql[] =
	"SELECT 3, id FROM finding WHERE org_id = $1 AND assessment_id = $2"
	" UNION ALL "
	"SELECT 7, id FROM finding WHERE org_id = $1 AND assessment_id = $2"
	" UNION ALL "
	"SELECT 4, id FROM conflict WHERE org_id = $1 AND assessment_id = $2"
	" UNION ALL "
	"SELECT 5, id FROM action WHERE org_id = $1 AND assessment_id = $2"
	" UNION ALL "
	"SELECT 6, id FROM position WHERE org_id = $1 AND assessment_id = $2"
	" UNION ALL "
	"SELECT 2, priority_id FROM scope_priority"
	" WHERE org_id = $1 AND assessment_id = $2"
	" UNION ALL "
	"SELECT 13, n.id FROM assessment a JOIN attachment n"
	"    ON n.org_id = a.org_id AND n.subject_id = a.subject_id"
	" WHERE a.org_id = $1 AND a.id = $2"
	" UNION ALL "
	"SELECT 14, id FROM duty WHERE org_id = $1 AND assessment_id = $2"
	" UNION ALL "
	"SELECT 16, id FROM review_comment"
	" WHERE org_id = $1 AND assessment_id = $2"
	" UNION ALL "
	"SELECT 17, id FROM duty_contact"
	" WHERE org_id = $1 AND assessment_id = $2";

static const char of_subject_sql[] =
	"SELECT 1, id FROM assessment WHERE org_id = $1 AND subject_id = $2";

/* No part of an assessment: whoever is let in to one may not open it. */
static const char beside_sql[] =
	"SELECT 15, id FROM screening WHERE org_id = $1 AND subject_id = $2"
	" UNION ALL "
	"SELECT 18, id FROM selection WHERE org_id = $1 AND subject_id = $2";

static const char in_matter_sql[] =
	"SELECT 12, id FROM matter_paper WHERE org_id = $1 AND matter_id = $2";

static const char in_framework_sql[] =
	"SELECT 10, id FROM goal WHERE org_id = $1 AND framework_id = $2";

static const char of_gap_sql[] =
	"SELECT 7, finding_id FROM gap WHERE org_id = $1 AND id = $2";

static const char of_duty_sql[] =
	"SELECT 17, id FROM duty_contact WHERE org_id = $1 AND duty_id = $2";

static const char of_answer_sql[] =
	"SELECT 1, assessment_id FROM answer WHERE org_id = $1 AND id = $2";

_Static_assert(FIND_ASSESSMENT == 1 && FIND_PRIORITY == 2 &&
               FIND_FINDING == 3 && FIND_CONFLICT == 4 && FIND_ACTION == 5 &&
               FIND_POSITION == 6 && FIND_GAP == 7 && FIND_GOAL == 10 &&
               FIND_PAPER == 12 && FIND_ATTACHMENT == 13 &&
               FIND_DUTY == 14 && FIND_SCREENING == 15 && FIND_COMMENT == 16 &&
               FIND_CONTACT == 17 && FIND_SELECTION == 18,
               "as the statements say");

static void note(struct scope *s, struct touched_list *out,
                 enum find_kind kind, i64 id)
{
	for (size_t i = out->n; i-- > 0;)
		if (out->v[i].kind == kind && out->v[i].id == id)
			return;
	*PUSH(s->mem, out) = (struct touched){ kind, id };
}

static enum status note_all(struct scope *s, const char *sql, i64 id,
                            struct touched_list *out)
{
	struct query q = db_query(s, sql, VALUES(of_int(s->org),
	                                         of_int(id)));

	while (query_next(&q)) {
		enum find_kind kind = (enum find_kind)read_int(&q);

		note(s, out, kind, read_int(&q));
	}
	return query_end(&q);
}

enum status touched_within(struct scope *s, i64 assessment,
                           struct touched_list *out)
{
	note(s, out, FIND_ASSESSMENT, assessment);
	return note_all(s, in_assessment_sql, assessment, out);
}

static enum status touched_subject(struct scope *s, i64 subject,
                                   struct touched_list *out)
{
	struct touched_list all = {0};

	TRY(note_all(s, of_subject_sql, subject, &all));
	for (size_t i = 0; i < all.n; i++)
		TRY(touched_within(s, all.v[i].id, out));
	return note_all(s, beside_sql, subject, out);
}

/* -- by an event --------------------------------------------------------- */

/* Tables whose rows are found by themselves. */
static const struct { const char *table; enum find_kind kind; } plain[] = {
	{ "priority", FIND_PRIORITY }, { "scope_priority", FIND_PRIORITY },
	{ "finding", FIND_FINDING },   { "conflict", FIND_CONFLICT },
	{ "action", FIND_ACTION },     { "position", FIND_POSITION },
	{ "actor", FIND_ACTOR },       { "framework", FIND_FRAMEWORK },
	{ "goal", FIND_GOAL },         { "matter", FIND_MATTER },
	{ "matter_paper", FIND_PAPER }, { "attachment", FIND_ATTACHMENT },
	{ "duty", FIND_DUTY },         { "screening", FIND_SCREENING },
	{ "review_comment", FIND_COMMENT }, { "duty_contact", FIND_CONTACT },
	{ "selection", FIND_SELECTION },
};

struct happened { const char *table; i64 object; };
struct happened_list { struct happened *v; size_t n, room; };

static enum status touched_by(struct scope *s, const struct happened *e,
                              struct touched_list *out)
{
	for (size_t i = 0; i < COUNT(plain); i++)
		if (strcmp(e->table, plain[i].table) == 0)
			note(s, out, plain[i].kind, e->object);
	if (strcmp(e->table, "finding") == 0)
		note(s, out, FIND_GAP, e->object);
	else if (strcmp(e->table, "assessment") == 0)
		return touched_within(s, e->object, out);
	else if (strcmp(e->table, "subject") == 0)
		return touched_subject(s, e->object, out);
	else if (strcmp(e->table, "matter") == 0)
		return note_all(s, in_matter_sql, e->object, out);
	else if (strcmp(e->table, "framework") == 0)
		return note_all(s, in_framework_sql, e->object, out);
	else if (strcmp(e->table, "gap") == 0)
		return note_all(s, of_gap_sql, e->object, out);
	else if (strcmp(e->table, "duty") == 0)
		return note_all(s, of_duty_sql, e->object, out);
	else if (strcmp(e->table, "answer") == 0)
		return note_all(s, of_answer_sql, e->object, out);
	return OK;
}

static const char first_sql[] =
	"SELECT id, kind, object FROM event WHERE org_id = $1 AND id > $2"
	" ORDER BY id LIMIT $3";
static const char latest_sql[] =
	"SELECT id, kind, object FROM event WHERE org_id = $1 AND id > $2"
	" ORDER BY id DESC LIMIT $3";

enum status touched_since(struct scope *s, struct event_span *span,
                          struct touched_list *out)
{
	struct query q = db_query(s, span->latest ? latest_sql : first_sql,
		VALUES(of_int(s->org), of_int(span->seen),
		       of_int(span->most)));
	struct happened_list all = {0};

	span->last = span->seen;
	while (query_next(&q)) {
		struct happened *e = PUSH(s->mem, &all);
		i64 id = read_int(&q);

		e->table = read_text(&q);
		e->object = read_int(&q);
		span->last = id > span->last ? id : span->last;
	}
	TRY(query_end(&q));
	span->more = (i64)all.n == span->most;
	for (size_t i = 0; i < all.n; i++)
		TRY(touched_by(s, &all.v[i], out));
	return OK;
}

enum status event_last(struct scope *s, i64 *out)
{
	static const char sql[] =
		"SELECT id FROM event WHERE org_id = $1"
		" ORDER BY id DESC LIMIT 1";

	enum status found = db_number(s, sql, VALUES(of_int(s->org)), out);

	if (found == NOT_FOUND)
		*out = 0;
	return found == NOT_FOUND ? OK : found;
}

/* -- what one can choose among ------------------------------------------- */

enum status find_units(struct scope *s, i64 most, struct text_list *out)
{
	static const char sql[] =
		"WITH RECURSIVE each (unit) AS ("
		"  SELECT min(unit) FROM subject WHERE org_id = $1"
		"     AND unit > ''"
		"  UNION ALL "
		"  SELECT (SELECT min(t.unit) FROM subject t"
		"           WHERE t.org_id = $1 AND t.unit > each.unit)"
		"    FROM each WHERE each.unit IS NOT NULL)"
		"SELECT unit FROM each WHERE unit IS NOT NULL LIMIT $2";

	struct query q = db_query(s, sql, VALUES(of_int(s->org),
	                                         of_int(most)));

	while (query_next(&q))
		*PUSH(s->mem, out) = read_text(&q);
	return query_end(&q);
}

enum status find_first_year(struct scope *s, i64 *year)
{
	static const char sql[] =
		"SELECT made_at FROM assessment WHERE org_id = $1"
		" ORDER BY id LIMIT 1";

	i64 ms = 0;
	enum status found = db_number(s, sql, VALUES(of_int(s->org)), &ms);

	if (found != OK && found != NOT_FOUND)
		return found;
	*year = found == OK ? date_of_day(day_of_instant(ms)).year : 0;
	return OK;
}
