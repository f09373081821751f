/*
 * The end of a meeting. Whenever it comes there is a result: what was answered
 * becomes the assessment's, what was not reached is named and left.
 */
#include "db/db.h"
#include "workshop/after.h"
#include "workshop/take.h"

/* -- how far it got ------------------------------------------------------ */

/* Tables that somebody sat at, or that have answered. */
static enum status took_part(struct scope *s, i64 workshop,
                             struct board_list *out)
{
	static const char sql[] =
		"SELECT b.id, b.no, b.name, coalesce(b.retired_at, 0)"
		"  FROM board b WHERE b.org_id = $1 AND b.workshop_id = $2"
		"   AND ((b.retired_at IS NULL AND EXISTS ("
		"          SELECT 1 FROM guest g WHERE g.org_id = b.org_id"
		"             AND g.board_id = b.id AND g.kind < $3))"
		"     OR EXISTS (SELECT 1 FROM board_reply r"
		"          WHERE r.org_id = b.org_id AND r.board_id = b.id))"
		" ORDER BY b.no";

	struct query q = db_query(s, sql, VALUES(of_int(s->org),
		of_int(workshop), of_int(GUEST_SCREEN)));

	while (query_next(&q)) {
		struct board *b = PUSH(s->mem, out);

		b->id      = read_int(&q);
		b->no      = read_int(&q);
		b->name    = read_text(&q);
		b->retired = read_int(&q) != 0;
	}
	return query_end(&q);
}

/* Proposals, and what participants answered, by item. */
static enum status others_count(struct scope *s, struct meeting *m)
{
	static const char sql[] =
		"SELECT x.item_id, count(*) FROM ("
		"  SELECT item_id FROM reply"
		"   WHERE org_id = $1 AND workshop_id = $2"
		"  UNION ALL"
		"  SELECT item_id FROM idea"
		"   WHERE org_id = $1 AND workshop_id = $2"
		"     AND removed_at IS NULL) AS x"
		" GROUP BY x.item_id";

	struct query q = db_query(s, sql, VALUES(of_int(s->org),
	                                         of_int(m->w.id)));

	m->others = arena_take(s->mem, (m->items.n + 1) * sizeof *m->others);
	while (query_next(&q)) {
		i64 item = read_int(&q), n = read_int(&q);

		for (size_t i = 0; i < m->items.n; i++)
			if (m->items.v[i].id == item)
				m->others[i] = n;
	}
	return query_end(&q);
}

enum status meeting_read(struct scope *s, i64 workshop, struct meeting *m)
{
	TRY(workshop_get(s, workshop, &m->w));
	TRY(item_list(s, workshop, &m->items));
	TRY(took_part(s, workshop, &m->boards));
	TRY(board_reply_list(s, workshop, 0, &m->answers.replies));
	TRY(verdict_list(s, workshop, &m->answers.verdicts));
	TRY(idea_list(s, workshop, 0, "", &m->ideas));
	TRY(others_count(s, m));
	m->reach = arena_take(s->mem, (m->items.n + 1) * sizeof *m->reach);
	for (size_t i = 0; i < m->items.n; i++)
		m->reach[i] = item_reach(s->mem, &m->items.v[i], &m->boards,
		                         &m->answers, m->others[i]);
	return OK;
}

/* -- items --------------------------------------------------------------- */

static enum status end_item(struct scope *s, const struct item *i,
                            enum item_state state)
{
	static const char sql[] =
		"UPDATE item SET state = $3, began_at = NULL, spent_ms = $4,"
		"       version = version + 1"
		" WHERE org_id = $1 AND id = $2";

	if (i->state == state && i->began_at == 0)
		return OK;
	TRY(KEEP(s, "item", i->id, "close"));
	return db_change(s, sql, VALUES(of_int(s->org), of_int(i->id),
		of_int(state), of_int(item_spent_in_all(i, s->now))));
}

static enum status end_items(struct scope *s, struct meeting *m, bool *left)
{
	*left = false;
	for (size_t i = 0; i < m->items.n; i++) {
		struct item *at = &m->items.v[i];
		enum item_state ends = item_ends(at, &m->reach[i]);

		TRY(end_item(s, at, ends));
		at->state = ends;
		*left = *left || ends == ITEM_LEFT || ends == ITEM_PARKED;
	}
	return OK;
}

/* -- the meeting --------------------------------------------------------- */

static enum status end_workshop(struct scope *s, i64 workshop, bool left)
{
	static const char sql[] =
		"UPDATE workshop SET code = NULL, item = 0, shown = 0,"
		"       frozen = 0, ended_at = $3"
		" WHERE org_id = $1 AND id = $2";

	TRY(workshop_become(s, workshop, left ? WORKSHOP_PARTLY :
	                                        WORKSHOP_DONE));
	return db_change(s, sql, VALUES(of_int(s->org), of_int(workshop),
	                                of_int(s->now)));
}

static enum status note_occasion(struct scope *s, const struct workshop *w,
                                 const struct close_words *words, bool left)
{
	struct occasion o = { .day = w->day, .what = w->title,
		.who = words->came,
		.state = left ? OCCASION_PARTLY : OCCASION_DONE };
	i64 id;

	return occasion_note(s, w->assessment, &o, &id);
}

enum status workshop_close(struct scope *s, i64 workshop, i64 turn,
                           const struct close_words *words)
{
	struct meeting m = {0};
	bool left;

	TRY(run_turn(s, workshop, turn));
	TRY(meeting_read(s, workshop, &m));
	if (m.w.state != WORKSHOP_RUNNING)
		return DENIED;
	TRY(end_items(s, &m, &left));
	TRY(end_workshop(s, workshop, left));
	TRY(take_findings(s, &m, words));
	TRY(take_ideas(s, &m));
	TRY(note_occasion(s, &m.w, words, left));
	return run_tell(s, workshop);
}

/* What was left and has been answered since is done. */
static enum status end_left(struct scope *s, struct meeting *m)
{
	for (size_t i = 0; i < m->items.n; i++) {
		struct item *at = &m->items.v[i];
		bool answered = at->goals.n > 0 || m->others[i] > 0;

		if (at->state == ITEM_LEFT && m->reach[i].reached && answered)
			TRY(end_item(s, at, ITEM_DONE));
	}
	return OK;
}

enum status workshop_compile(struct scope *s, i64 workshop,
                             const struct close_words *words)
{
	struct meeting m = {0};

	TRY(meeting_read(s, workshop, &m));
	if (!workshop_is_over(m.w.state) || m.w.state >= WORKSHOP_COMPILED)
		return DENIED;
	TRY(workshop_become(s, workshop, WORKSHOP_COMPILED));
	TRY(end_left(s, &m));
	TRY(take_findings(s, &m, words));
	TRY(take_ideas(s, &m));
	return run_tell(s, workshop);
}
