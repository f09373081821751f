/* What each table answered, and what the room made of it. */
#include "base/text.h"
#include "db/db.h"
#include "workshop/meeting.h"

#define BOARD_REPLY                                                     \
	"SELECT r.id, r.item_id, r.goal, r.board_id, b.no, b.name,"     \
	"       r.value, r.plus, r.minus, r.other, r.rationale,"        \
	"       r.dissent, r.authority, r.paper, r.minute, r.version"   \
	"  FROM board_reply r JOIN board b"                             \
	"    ON b.org_id = r.org_id AND b.id = r.board_id"

static void read_board_reply(struct query *q, struct board_reply *b)
{
	b->id         = read_int(q);
	b->item       = read_int(q);
	b->goal       = read_int(q);
	b->board      = read_int(q);
	b->board_no   = read_int(q);
	b->board_name = read_text(q);
	b->value      = read_text(q);
	b->plus       = read_text(q);
	b->minus      = read_text(q);
	b->other      = read_text(q);
	b->rationale  = read_text(q);
	b->dissent    = read_text(q);
	b->authority  = read_int(q) != 0;
	b->paper      = read_int(q) != 0;
	b->minute     = read_int(q);
	b->version    = read_int(q);
}

enum status board_reply_get(struct scope *s, i64 item, i64 goal, i64 board,
                            struct board_reply *out)
{
	static const char sql[] =
		BOARD_REPLY " WHERE r.org_id = $1 AND r.item_id = $2"
		"   AND r.goal = $3 AND r.board_id = $4";

	struct query q = db_query(s, sql, VALUES(of_int(s->org),
		of_int(item), of_int(goal), of_int(board)));

	if (query_next(&q))
		read_board_reply(&q, out);
	return query_end_one(&q);
}

enum status board_reply_list(struct scope *s, i64 workshop, i64 item,
                             struct board_reply_list *out)
{
	static const char sql[] =
		BOARD_REPLY " WHERE r.org_id = $1 AND r.workshop_id = $2"
		"   AND ($3 = 0 OR r.item_id = $3)"
		" ORDER BY r.item_id, r.goal, b.no";

	struct query q = db_query(s, sql, VALUES(of_int(s->org),
		of_int(workshop), of_int(item)));

	while (query_next(&q))
		read_board_reply(&q, PUSH(s->mem, out));
	return query_end(&q);
}

static enum status still_open(struct scope *s, i64 workshop)
{
	struct workshop w = {0};

	TRY(workshop_get(s, workshop, &w));
	return w.state < WORKSHOP_COMPILED ? OK : DENIED;
}

static enum status change_reply(struct scope *s, i64 id,
                                const struct board_reply *b)
{
	static const char sql[] =
		"UPDATE board_reply SET value = $4, plus = $5, minus = $6,"
		"  other = $7, rationale = $8, dissent = $9, authority = $10,"
		"  paper = $11, minute = $12, version = version + 1"
		" WHERE org_id = $1 AND id = $2 AND version = $3";
	enum status done;

	TRY(KEEP(s, "board_reply", id, "change"));
	done = db_change(s, sql, VALUES(
		of_int(s->org), of_int(id), of_int(b->version),
		of_text(b->value), of_said(b->plus), of_said(b->minus),
		of_said(b->other), of_said(b->rationale),
		of_said(b->dissent), of_int(b->authority), of_int(b->paper),
		of_int(s->now)));
	return done == NOT_FOUND ? STALE : done;
}

static enum status note_reply(struct scope *s, i64 workshop,
                              const struct board_reply *b)
{
	static const char sql[] =
		"INSERT INTO board_reply (org_id, workshop_id, item_id, goal,"
		"  board_id, value, plus, minus, other, rationale, dissent,"
		"  authority, paper, minute)"
		" VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12,"
		"  $13, $14) RETURNING id";
	i64 id;

	TRY(db_insert(s, sql, VALUES(
		of_int(s->org), of_int(workshop), of_int(b->item),
		of_int(b->goal), of_int(b->board), of_text(b->value),
		of_said(b->plus), of_said(b->minus), of_said(b->other),
		of_said(b->rationale), of_said(b->dissent),
		of_int(b->authority), of_int(b->paper), of_int(s->now)),
		&id));
	return event_note(s, "board_reply", id, "note", NULL);
}

enum status board_reply_set(struct scope *s, i64 workshop,
                            const struct board_reply *b)
{
	struct board_reply was = {0};
	enum status found;

	TRY(still_open(s, workshop));
	found = board_reply_get(s, b->item, b->goal, b->board, &was);
	if (found == NOT_FOUND && b->version == 0)
		TRY(note_reply(s, workshop, b));
	else if (found == NOT_FOUND)
		return STALE;
	else if (found != OK)
		return found;
	else
		TRY(change_reply(s, was.id, b));
	return db_signal(s, topic_tally(s->mem, workshop));
}

/* -- the room ------------------------------------------------------------ */

enum status verdict_list(struct scope *s, i64 workshop,
                         struct verdict_list *out)
{
	static const char sql[] =
		"SELECT item_id, goal, kind, coalesce(board_id, 0), value,"
		"       plus, minus, other, rationale, at, version"
		"  FROM verdict WHERE org_id = $1 AND workshop_id = $2"
		" ORDER BY item_id, goal";

	struct query q = db_query(s, sql, VALUES(of_int(s->org),
	                                         of_int(workshop)));

	while (query_next(&q)) {
		struct verdict *v = PUSH(s->mem, out);

		v->item      = read_int(&q);
		v->goal      = read_int(&q);
		v->kind      = (enum verdict_kind)read_int(&q);
		v->board     = read_int(&q);
		v->value     = read_text(&q);
		v->plus      = read_text(&q);
		v->minus     = read_text(&q);
		v->other     = read_text(&q);
		v->rationale = read_text(&q);
		v->at        = read_int(&q);
		v->version   = read_int(&q);
	}
	return query_end(&q);
}

static enum status verdict_change(struct scope *s, i64 id,
                                  const struct verdict *v)
{
	static const char sql[] =
		"UPDATE verdict SET kind = $4, board_id = $5, value = $6,"
		"  plus = $7, minus = $8, other = $9, rationale = $10,"
		"  at = $11, person = $12, version = version + 1"
		" WHERE org_id = $1 AND id = $2 AND version = $3";
	enum status done;

	TRY(KEEP(s, "verdict", id, "change"));
	done = db_change(s, sql, VALUES(
		of_int(s->org), of_int(id), of_int(v->version),
		of_int(v->kind), of_id(v->board), of_said(v->value),
		of_said(v->plus), of_said(v->minus), of_said(v->other),
		of_said(v->rationale), of_int(s->now), of_int(s->person)));
	return done == NOT_FOUND ? STALE : done;
}

static enum status verdict_note(struct scope *s, i64 workshop,
                                const struct verdict *v)
{
	static const char sql[] =
		"INSERT INTO verdict (org_id, workshop_id, item_id, goal,"
		"  kind, board_id, value, plus, minus, other, rationale, at,"
		"  person)"
		" VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12,"
		"  $13) RETURNING id";
	i64 id;

	TRY(db_insert(s, sql, VALUES(
		of_int(s->org), of_int(workshop), of_int(v->item),
		of_int(v->goal), of_int(v->kind), of_id(v->board),
		of_said(v->value), of_said(v->plus), of_said(v->minus),
		of_said(v->other), of_said(v->rationale), of_int(s->now),
		of_int(s->person)), &id));
	return event_note(s, "verdict", id, "note", NULL);
}

enum status verdict_set(struct scope *s, i64 workshop, const struct verdict *v)
{
	static const char find[] =
		"SELECT id FROM verdict WHERE org_id = $1 AND item_id = $2"
		"   AND goal = $3";
	enum status found;
	i64 id = 0;

	TRY(still_open(s, workshop));
	found = db_number(s, find, VALUES(of_int(s->org), of_int(v->item),
	                                  of_int(v->goal)), &id);
	if (found == NOT_FOUND && v->version == 0)
		TRY(verdict_note(s, workshop, v));
	else if (found == NOT_FOUND)
		return STALE;
	else if (found != OK)
		return found;
	else
		TRY(verdict_change(s, id, v));
	return db_signal(s, topic_tally(s->mem, workshop));
}
