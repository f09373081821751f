/*
 * Gallring: what each participant answered goes by a decided rule, who took
 * part goes by itself. What tables and the room answered stays, and so does
 * that it was done. The events of the answers go with them: they hold what the
 * answers were before they were changed.
 */
#include "base/clock.h"
#include "db/db.h"
#include "workshop/after.h"

/* By kind: answers' events stand at the item, the rows they keep at the row. */
static enum status drop_events(struct scope *s, i64 workshop)
{
	static const char replies[] =
		"DELETE FROM event WHERE org_id = $1 AND kind = 'reply'"
		"   AND (object IN (SELECT id FROM item"
		"          WHERE org_id = $1 AND workshop_id = $2)"
		"     OR object IN (SELECT id FROM reply"
		"          WHERE org_id = $1 AND workshop_id = $2))";
	static const char remarks[] =
		"DELETE FROM event WHERE org_id = $1 AND kind = 'remark'"
		"   AND object IN (SELECT id FROM remark"
		"          WHERE org_id = $1 AND workshop_id = $2)";
	static const char evaluations[] =
		"DELETE FROM event WHERE org_id = $1 AND kind = 'evaluation'"
		"   AND object IN (SELECT id FROM evaluation"
		"          WHERE org_id = $1 AND workshop_id = $2)";

	TRY(db_change_all(s, replies, VALUES(of_int(s->org),
	                                     of_int(workshop))));
	TRY(db_change_all(s, remarks, VALUES(of_int(s->org),
	                                     of_int(workshop))));
	return db_change_all(s, evaluations, VALUES(of_int(s->org),
	                                            of_int(workshop)));
}

/* Proposals stay, and that they were changed; which of them came from one
 * person, and what they said before, does not. */
static enum status drop_idea_rows(struct scope *s, i64 workshop)
{
	static const char sql[] =
		"UPDATE event SET before = NULL"
		" WHERE org_id = $1 AND kind = 'idea' AND object IN ("
		"   SELECT id FROM idea WHERE org_id = $1"
		"      AND workshop_id = $2 AND who <> '')";

	return db_change_all(s, sql, VALUES(of_int(s->org),
	                                    of_int(workshop)));
}

static enum status drop_answers(struct scope *s, i64 workshop)
{
	static const char replies[] =
		"DELETE FROM reply WHERE org_id = $1 AND workshop_id = $2";
	static const char remarks[] =
		"DELETE FROM remark WHERE org_id = $1 AND workshop_id = $2";
	static const char evaluations[] =
		"DELETE FROM evaluation"
		" WHERE org_id = $1 AND workshop_id = $2";
	static const char ideas[] =
		"UPDATE idea SET who = ''"
		" WHERE org_id = $1 AND workshop_id = $2";

	TRY(db_change_all(s, replies, VALUES(of_int(s->org),
	                                     of_int(workshop))));
	TRY(db_change_all(s, remarks, VALUES(of_int(s->org),
	                                     of_int(workshop))));
	TRY(db_change_all(s, evaluations, VALUES(of_int(s->org),
	                                         of_int(workshop))));
	return db_change_all(s, ideas, VALUES(of_int(s->org),
	                                      of_int(workshop)));
}

static bool may_go(const struct workshop *w, i64 now)
{
	return w->state >= WORKSHOP_COMPILED && w->disposal_on != 0 &&
	       w->disposal_on * DAY_MS <= now && w->disposed_at == 0;
}

enum status workshop_dispose(struct scope *s, i64 workshop)
{
	static const char sql[] =
		"UPDATE workshop SET disposed_at = $3, version = version + 1"
		" WHERE org_id = $1 AND id = $2";
	struct workshop w = {0};

	TRY(workshop_get(s, workshop, &w));
	if (!may_go(&w, s->now))
		return DENIED;
	TRY(drop_events(s, workshop));
	TRY(drop_idea_rows(s, workshop));
	TRY(drop_answers(s, workshop));
	TRY(event_note(s, "workshop", workshop, "dispose",
	               arena_print(s->mem, "%s %s", w.disposal,
	                           w.disposal_ref)));
	return db_change(s, sql, VALUES(of_int(s->org), of_int(workshop),
	                                of_int(s->now)));
}

/* -- who took part ------------------------------------------------------- */

/*
 * What is known of them goes; their link to what became of it lives on, with
 * nothing behind it but the table. Every organisation's at once, like the rest
 * of the nightly tidying.
 */
enum status guests_tidy(struct scope *s)
{
	static const char guests[] =
		"UPDATE guest SET category = 0, organisation = '',"
		"       authority = 0 WHERE workshop_id IN ("
		" SELECT b.workshop_id FROM report_back b"
		"  WHERE b.kind = $2 AND b.removed_at IS NULL"
		"  GROUP BY b.workshop_id HAVING max(b.day) <= $1)";
	static const char gone[] =
		"UPDATE workshop SET guests_gone_at = $3"
		" WHERE guests_gone_at IS NULL AND id IN ("
		" SELECT b.workshop_id FROM report_back b"
		"  WHERE b.kind = $2 AND b.removed_at IS NULL"
		"  GROUP BY b.workshop_id HAVING max(b.day) <= $1)";
	i64 until = s->now / DAY_MS - GUESTS_KEPT_DAYS;

	TRY(db_change_all(s, guests, VALUES(of_int(until),
	                                    of_int(REPORT_BACK))));
	return db_change_all(s, gone, VALUES(of_int(until),
		of_int(REPORT_BACK), of_int(s->now)));
}
