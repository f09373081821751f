/*
 * What the participants thought of the meeting. Each is one row under a digest
 * that no answer and no comment has: what somebody thought of the meeting says
 * nothing of what they answered in it.
 */
#include "base/text.h"
#include "db/db.h"
#include "workshop/after.h"

enum { NO_ITEM = -1 };          /* items have ids above 0, comments have 0 */

static const char *who_is(struct scope *s, const struct guest *g)
{
	return guest_who(s->mem, g->key, NO_ITEM);
}

static enum status may_say(struct scope *s, const struct guest *g)
{
	static const char sql[] =
		"SELECT state FROM workshop WHERE org_id = $1 AND id = $2";
	i64 state;

	if (g->kind != GUEST_PERSON || g->category == CATEGORY_ELECTED)
		return DENIED;
	TRY(db_number(s, sql, VALUES(of_int(s->org), of_int(g->workshop)),
	              &state));
	return state < WORKSHOP_COMPILED ? OK : DENIED;
}

static enum status keep_before(struct scope *s, const struct guest *g)
{
	static const char find[] =
		"SELECT id FROM evaluation WHERE org_id = $1"
		"   AND workshop_id = $2 AND who = $3";
	i64 id;
	enum status found = db_number(s, find, VALUES(of_int(s->org),
		of_int(g->workshop), of_text(who_is(s, g))), &id);

	if (found != OK)
		return found == NOT_FOUND ? OK : found;
	return KEEP(s, "evaluation", id, "guest");
}

enum status evaluation_set(struct scope *s, const struct guest *g,
                           const struct evaluation *e)
{
	static const char sql[] =
		"INSERT INTO evaluation (org_id, workshop_id, who, worth,"
		"  pace, heard, text, minute)"
		" VALUES ($1, $2, $3, $4, $5, $6, $7, $8)"
		" ON CONFLICT (org_id, workshop_id, who) DO UPDATE SET"
		"  worth = excluded.worth, pace = excluded.pace,"
		"  heard = excluded.heard, text = excluded.text,"
		"  minute = excluded.minute,"
		"  version = evaluation.version + 1";

	TRY(may_say(s, g));
	TRY(keep_before(s, g));
	TRY(db_change(s, sql, VALUES(
		of_int(s->org), of_int(g->workshop), of_text(who_is(s, g)),
		of_int(e->worth), of_int(e->pace), of_int(e->heard),
		of_said(e->text), of_int(s->now))));
	return db_signal(s, topic_tally(s->mem, g->workshop));
}

static void read_one(struct query *q, struct evaluation *e)
{
	e->worth = read_int(q);
	e->pace  = read_int(q);
	e->heard = read_int(q);
	e->text  = read_text(q);
}

enum status evaluation_own(struct scope *s, const struct guest *g,
                           struct evaluation *out)
{
	static const char sql[] =
		"SELECT worth, pace, heard, text FROM evaluation"
		" WHERE org_id = $1 AND workshop_id = $2 AND who = $3";

	struct query q = db_query(s, sql, VALUES(of_int(s->org),
		of_int(g->workshop), of_text(who_is(s, g))));

	if (query_next(&q))
		read_one(&q, out);
	return query_end_one(&q);
}

/* In an order that says nothing of who came first. */
enum status evaluation_list(struct scope *s, i64 workshop,
                            struct evaluation_list *out)
{
	static const char sql[] =
		"SELECT worth, pace, heard, text FROM evaluation"
		" WHERE org_id = $1 AND workshop_id = $2 ORDER BY who";

	struct query q = db_query(s, sql, VALUES(of_int(s->org),
	                                         of_int(workshop)));

	while (query_next(&q))
		read_one(&q, PUSH(s->mem, out));
	return query_end(&q);
}
