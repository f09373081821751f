/* What waits for whoever leads, and who wants to hear of it. */
#include "action/action.h"
#include "assess/assess.h"
#include "conflict/conflict.h"
#include "db/db.h"
#include "remind/remind.h"
#include "review/assignment.h"
#include "workshop/workshop.h"

_Static_assert(CALENDAR_ACTION == 1 && CALENDAR_CONFLICT == 2 &&
               CALENDAR_GAP == 3 && CALENDAR_POSITION == 4 &&
               CALENDAR_MEETING == 5 && CALENDAR_REVIEW == 7 &&
               CALENDAR_ROUND == 11 && CALENDAR_ASSIGNMENT == 12 &&
               ASSIGNMENT_ANSWERED == 2 &&
               CONFLICT_ASKED == 3 && ACTION_ONGOING == 3 && GAP_OPEN == 1 &&
               WORKSHOP_RUNNING == 3 && ASSESS_REPLACED == 12 &&
               ASSESS_PAUSED == 10 && ASSESS_CLOSED == 9 &&
               ASSESS_STOPPED == 11 && WAITING_MOST == 50 &&
               LED_LOOKED_AT == 200,
               "as the statements below say");

/*
 * Of each kind the earliest in the latest they lead, out of an index of what is
 * open in an assessment (0035_waiting.sql, whose conditions these are, word for
 * word); only those are then read, and of them what does not rest. CROSS JOIN
 * keeps SQLite to going from what somebody leads. The limits are written out:
 * of a limit it does not know PostgreSQL believes that it is large, and plans
 * the statement anew each time.
 */
#define EARLIEST(table, day)                                            \
	" FROM (SELECT t.id AS id FROM led CROSS JOIN " table " t"      \
	" WHERE t.org_id = $1 AND t.assessment_id = led.id"             \
	" AND t." day " <= $3 AND "
#define FIRST(table, day)                                               \
	" ORDER BY t." day ", t.id LIMIT 50) w"                         \
	" CROSS JOIN " table " t"                                       \
	" JOIN assessment a ON t.org_id = $1 AND t.id = w.id"           \
	" AND a.org_id = $1 AND a.id = t.assessment_id"                 \
	" AND a.state <> 10"                                            \
	" JOIN subject j ON j.org_id = $1 AND j.id = a.subject_id"

static const char waits[] =
	"WITH led AS (SELECT id FROM assessment"
	"              WHERE org_id = $1 AND lead = $2"
	"              ORDER BY id DESC LIMIT 200) "
	"SELECT 1, t.due, a.key, a.key, t.no, t.title, j.title"
	EARLIEST("action", "due") "t.state <= 3 AND t.removed_at IS NULL"
	FIRST("action", "due")
	" UNION ALL "
	"SELECT 2, t.due, a.key, a.key, t.no, t.title, j.title"
	EARLIEST("conflict", "due") "t.state <= 3 AND t.removed_at IS NULL"
	FIRST("conflict", "due")
	" UNION ALL "
	"SELECT 3, t.due, a.key, a.key, f.no, f.sentence, j.title"
	EARLIEST("gap", "due") "t.state = 1"
	"   AND EXISTS (SELECT 1 FROM finding f WHERE f.org_id = $1"
	"        AND f.id = t.finding_id AND f.removed_at IS NULL)"
	FIRST("gap", "due")
	"  JOIN finding f ON f.org_id = $1 AND f.id = t.finding_id"
	" UNION ALL "
	"SELECT 4, t.due, a.key, a.key, t.no, t.text, j.title"
	EARLIEST("position", "due") "t.made = 0 AND t.removed_at IS NULL"
	FIRST("position", "due")
	" UNION ALL "
	"SELECT 5, t.day, t.key, t.key, 0, t.title, j.title"
	EARLIEST("workshop", "day") "t.day >= $4 AND t.state <= 3"
	FIRST("workshop", "day")
	" UNION ALL "
	"SELECT 11, t.due, a.key, a.key, t.no, t.question, j.title"
	EARLIEST("review", "due") "t.closed_at IS NULL"
	FIRST("review", "due")
	" UNION ALL "
	"SELECT 12, t.due, a.key, a.key, t.no, t.question, j.title"
	EARLIEST("assignment", "due") "t.state <= 2"
	FIRST("assignment", "due")
	" UNION ALL "
	"SELECT 7, a.next_review, a.key, a.key, 0, j.title, ''"
	"  FROM (SELECT w.id, w.key, w.subject_id, w.next_review"
	"          FROM assessment w"
	"         WHERE w.org_id = $1 AND w.lead = $2"
	"           AND w.next_review <= $3 AND w.state + 0 NOT IN (9, 10, 12)"
	"           AND NOT EXISTS (SELECT 1 FROM assessment n"
	"                WHERE n.org_id = $1"
	"                  AND n.subject_id = w.subject_id"
	"                  AND n.edition > w.edition AND n.state <> 11)"
	"         ORDER BY w.next_review, w.id LIMIT 50) a"
	"  JOIN subject j ON j.org_id = $1 AND j.id = a.subject_id"
	" ORDER BY 2, 1, 4, 5 LIMIT 50";

enum status waiting_for(struct scope *s, i64 person, i64 until,
                        struct calendar_list *out)
{
	struct query q = db_query(s, waits, VALUES(
		of_int(s->org), of_int(person), of_int(until),
		of_int(day_of_instant(s->now))));

	*out = (struct calendar_list){0};
	while (query_next(&q)) {
		struct calendar_entry *e = PUSH(s->mem, out);

		e->kind = (enum calendar_kind)read_int(&q);
		e->day  = read_int(&q);
		e->own  = read_text(&q);
		e->key  = read_text(&q);
		e->no   = read_int(&q);
		e->what = read_text(&q);
		e->of   = read_text(&q);
	}
	out->cut = out->n == WAITING_MOST;
	return query_end(&q);
}

enum status leads_more(struct scope *s, i64 person, bool *out)
{
	static const char sql[] =
		"SELECT count(*) FROM (SELECT 1 FROM assessment"
		" WHERE org_id = $1 AND lead = $2 LIMIT $3) x";
	i64 n = 0;

	TRY(db_number(s, sql, VALUES(of_int(s->org), of_int(person),
	                             of_int(LED_LOOKED_AT + 1)), &n));
	*out = n > LED_LOOKED_AT;
	return OK;
}

/* -- how often ----------------------------------------------------------- */

static enum status choice_of(struct scope *s, i64 person, i64 *id, i64 *often)
{
	static const char sql[] =
		"SELECT id, often FROM reminder_choice"
		" WHERE org_id = $1 AND person_id = $2";

	struct query q = db_query(s, sql, VALUES(of_int(s->org),
	                                         of_int(person)));

	*id = 0;
	*often = REMIND_WEEKLY;
	if (query_next(&q)) {
		*id = read_int(&q);
		*often = read_int(&q);
	}
	return query_end(&q);
}

enum status remind_often(struct scope *s, i64 person, enum remind_often *out)
{
	i64 id, often;

	TRY(choice_of(s, person, &id, &often));
	*out = (enum remind_often)often;
	return OK;
}

enum status remind_choose(struct scope *s, i64 person,
                          enum remind_often often)
{
	static const char first[] =
		"INSERT INTO reminder_choice (org_id, person_id, often)"
		" VALUES ($1, $2, $3) RETURNING id";
	static const char again[] =
		"UPDATE reminder_choice SET often = $3,"
		"       version = version + 1"
		" WHERE org_id = $1 AND id = $2";

	i64 id, was;

	TRY(choice_of(s, person, &id, &was));
	if (id == 0) {
		TRY(db_insert(s, first, VALUES(of_int(s->org),
			of_int(person), of_int(often)), &id));
		return event_note(s, "reminder_choice", id, "note", NULL);
	}
	TRY(KEEP(s, "reminder_choice", id, "change"));
	return db_change(s, again, VALUES(of_int(s->org), of_int(id),
	                                  of_int(often)));
}

/* -- who sends ----------------------------------------------------------- */

static enum status reminder_row(struct scope *s, i64 *id, bool *sends)
{
	static const char sql[] =
		"SELECT id, sends FROM reminder WHERE org_id = $1";

	struct query q = db_query(s, sql, VALUES(of_int(s->org)));

	*id = 0;
	*sends = false;
	if (query_next(&q)) {
		*id = read_int(&q);
		*sends = read_int(&q) != 0;
	}
	return query_end(&q);
}

enum status remind_sends(struct scope *s, bool *out)
{
	i64 id;

	return reminder_row(s, &id, out);
}

enum status remind_send(struct scope *s, bool sends)
{
	static const char first[] =
		"INSERT INTO reminder (org_id, sends, looked_on)"
		" VALUES ($1, $2, $3) RETURNING id";
	static const char again[] =
		"UPDATE reminder SET sends = $3, looked_on = $4,"
		"       version = version + 1"
		" WHERE org_id = $1 AND id = $2";

	i64 today = day_of_instant(s->now), id;
	bool was;

	TRY(reminder_row(s, &id, &was));
	if (id == 0) {
		TRY(db_insert(s, first, VALUES(of_int(s->org),
			of_int(sends), of_int(today)), &id));
		return event_note(s, "reminder", id, sends ? "start" : "stop",
		                  NULL);
	}
	TRY(KEEP(s, "reminder", id, sends ? "start" : "stop"));
	return db_change(s, again, VALUES(of_int(s->org), of_int(id),
	                                  of_int(sends), of_int(today)));
}

enum status remind_orgs(struct scope *s, struct remind_org_list *out)
{
	static const char sql[] =
		"SELECT org_id, looked_on FROM reminder WHERE sends = $1"
		" ORDER BY org_id";

	struct query q = db_query(s, sql, VALUES(of_int(1)));

	while (query_next(&q)) {
		struct remind_org *o = PUSH(s->mem, out);

		o->org       = read_int(&q);
		o->looked_on = read_int(&q);
	}
	return query_end(&q);
}

enum status remind_looked(struct scope *s, i64 looked_on, i64 today)
{
	static const char sql[] =
		"UPDATE reminder SET looked_on = $3"
		" WHERE org_id = $1 AND looked_on = $2 AND sends = 1";

	return db_change(s, sql, VALUES(of_int(s->org), of_int(looked_on),
	                                of_int(today)));
}

enum status remind_leaders(struct scope *s, struct leader_list *out)
{
	static const char sql[] =
		"SELECT m.person_id, coalesce(c.often, 1),"
		"       coalesce((SELECT max(l.day) FROM mail l"
		"                  WHERE l.org_id = $1"
		"                    AND l.person_id = m.person_id"
		"                    AND l.kind = $2), 0)"
		"  FROM membership m JOIN person p ON p.id = m.person_id"
		"  LEFT JOIN reminder_choice c"
		"    ON c.org_id = $1 AND c.person_id = m.person_id"
		" WHERE m.org_id = $1 AND p.ended_at IS NULL"
		"   AND coalesce(c.often, 1) <> $3"
		"   AND EXISTS (SELECT 1 FROM assessment a"
		"                WHERE a.org_id = $1 AND a.lead = m.person_id)"
		" ORDER BY m.person_id";

	struct query q = db_query(s, sql, VALUES(of_int(s->org),
		of_int(MAIL_REMINDER), of_int(REMIND_NEVER)));

	while (query_next(&q)) {
		struct leader *l = PUSH(s->mem, out);

		l->person    = read_int(&q);
		l->often     = (enum remind_often)read_int(&q);
		l->mailed_on = read_int(&q);
	}
	return query_end(&q);
}
