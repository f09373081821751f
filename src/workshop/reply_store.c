/* What each participant answered: without a name, to the minute. */
#include "base/text.h"
#include "db/db.h"
#include "workshop/meeting.h"

#define REPLY                                                           \
	"SELECT item_id, goal, coalesce(board_id, 0), category,"        \
	"       organisation, authority, value, text, minute, version"  \
	"  FROM reply"

static void read_reply(struct query *q, struct reply *r)
{
	r->item         = read_int(q);
	r->goal         = read_int(q);
	r->board        = read_int(q);
	r->category     = (enum guest_category)read_int(q);
	r->organisation = read_text(q);
	r->authority    = read_int(q) != 0;
	r->value        = read_text(q);
	r->text         = read_text(q);
	r->minute       = read_int(q);
	r->version      = read_int(q);
}

static enum status read_all(struct scope *s, struct query q,
                            struct reply_list *out)
{
	while (query_next(&q))
		read_reply(&q, PUSH(s->mem, out));
	return query_end(&q);
}

enum status reply_list(struct scope *s, i64 item, struct reply_list *out)
{
	static const char sql[] =
		REPLY " WHERE org_id = $1 AND item_id = $2 ORDER BY goal, id";

	return read_all(s, db_query(s, sql, VALUES(of_int(s->org),
	                of_int(item))), out);
}

enum status reply_own(struct scope *s, const char *who, i64 item,
                      struct reply_list *out)
{
	static const char sql[] =
		REPLY " WHERE org_id = $1 AND item_id = $2 AND who = $3"
		" ORDER BY goal";

	return read_all(s, db_query(s, sql, VALUES(of_int(s->org),
	                of_int(item), of_text(who))), out);
}

enum status reply_of_organisation(struct scope *s, i64 workshop,
                                  const char *organisation, i64 *persons,
                                  struct reply_list *out)
{
	static const char count[] =
		"SELECT coalesce(max(n), 0) FROM ("
		"  SELECT count(DISTINCT who) AS n FROM reply"
		"   WHERE org_id = $1 AND workshop_id = $2"
		"     AND organisation = $3 GROUP BY item_id) AS items";
	static const char sql[] =
		REPLY " WHERE org_id = $1 AND workshop_id = $2"
		"   AND organisation = $3 AND text <> ''"
		" ORDER BY item_id, goal, text";

	TRY(db_number(s, count, VALUES(of_int(s->org), of_int(workshop),
	                               of_text(organisation)), persons));
	if (*persons < SHOWN_FROM)
		return OK;
	return read_all(s, db_query(s, sql, VALUES(of_int(s->org),
		of_int(workshop), of_text(organisation))), out);
}

/* Open until the meeting has been compiled; what is on may be frozen. */
static enum status may_answer(struct scope *s, i64 workshop, i64 item)
{
	static const char sql[] =
		"SELECT state, frozen, item FROM workshop"
		" WHERE org_id = $1 AND id = $2";

	struct query q = db_query(s, sql, VALUES(of_int(s->org),
	                                         of_int(workshop)));
	bool open = false;

	if (query_next(&q)) {
		i64 state = read_int(&q);
		bool frozen = read_int(&q) != 0, on = read_int(&q) == item;

		open = state < WORKSHOP_COMPILED && !(frozen && on);
	}
	TRY(query_end_one(&q));
	return open ? OK : DENIED;
}

static enum status keep_before(struct scope *s, const char *who,
                               const struct reply *r)
{
	static const char find[] =
		"SELECT id FROM reply WHERE org_id = $1 AND item_id = $2"
		"   AND goal = $3 AND who = $4";
	i64 id;
	enum status found = db_number(s, find, VALUES(of_int(s->org),
		of_int(r->item), of_int(r->goal), of_text(who)), &id);

	if (found != OK)
		return found == NOT_FOUND ? OK : found;
	return KEEP(s, "reply", id, "guest");
}

/* The event says that a guest answered, and nothing of which. */
enum status reply_set(struct scope *s, const struct guest *g,
                      const struct item *item, const struct reply *r)
{
	static const char sql[] =
		"INSERT INTO reply (org_id, workshop_id, item_id, goal, who,"
		"  board_id, category, organisation, authority, value, text,"
		"  minute)"
		" VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)"
		" ON CONFLICT (org_id, item_id, goal, who) DO UPDATE SET"
		"  board_id = excluded.board_id, value = excluded.value,"
		"  text = excluded.text, minute = excluded.minute,"
		"  version = reply.version + 1";
	const char *who = guest_who(s->mem, g->key, item->id);

	if (g->kind != GUEST_PERSON || g->category == CATEGORY_ELECTED)
		return DENIED;
	TRY(may_answer(s, g->workshop, item->id));
	TRY(keep_before(s, who, r));
	TRY(event_note(s, "reply", item->id, "guest", NULL));
	TRY(db_change(s, sql, VALUES(
		of_int(s->org), of_int(g->workshop), of_int(item->id),
		of_int(r->goal), of_text(who), of_id(g->board),
		of_int(g->category), of_said(g->organisation),
		of_int(g->authority), of_text(r->value), of_said(r->text),
		of_int(s->now))));
	return db_signal(s, topic_tally(s->mem, g->workshop));
}

enum status replied_list(struct scope *s, const struct item *item,
                         struct seated_list *out)
{
	static const char sql[] =
		"SELECT board, count(*), 0 FROM ("
		"  SELECT who, coalesce(max(board_id), 0) AS board"
		"    FROM reply WHERE org_id = $1 AND item_id = $2"
		"   GROUP BY who HAVING count(*) >= $3) AS persons"
		" GROUP BY board ORDER BY board";
	size_t goals = item->goals.n == 0 ? 1 : item->goals.n;

	struct query q = db_query(s, sql, VALUES(
		of_int(s->org), of_int(item->id), of_int((i64)goals)));

	while (query_next(&q)) {
		struct seated *one = PUSH(s->mem, out);

		one->board   = read_int(&q);
		one->persons = read_int(&q);
		one->devices = read_int(&q);
	}
	return query_end(&q);
}
