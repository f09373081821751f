/* From the report back to the room: what came out of which item and table. */
#include "db/db.h"
#include "workshop/after.h"

enum status trace_note(struct scope *s, i64 workshop, i64 assessment,
                       const struct trace *t)
{
	static const char sql[] =
		"INSERT INTO trace (org_id, workshop_id, assessment_id, kind,"
		"                   no, item_id, goal, board_id, made)"
		" VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";

	return db_change(s, sql, VALUES(
		of_int(s->org), of_int(workshop), of_int(assessment),
		of_int(t->kind), of_int(t->no), of_int(t->item),
		of_int(t->goal), of_id(t->board), of_said(t->made)));
}

enum status trace_drop(struct scope *s, i64 workshop, enum trace_kind kind,
                       i64 no)
{
	static const char sql[] =
		"DELETE FROM trace WHERE org_id = $1 AND workshop_id = $2"
		"   AND kind = $3 AND no = $4";

	TRY(event_note(s, "trace", workshop, "drop",
	               arena_print(s->mem, "%d %lld", (int)kind, no)));
	return db_change_all(s, sql, VALUES(of_int(s->org),
		of_int(workshop), of_int(kind), of_int(no)));
}

#define TRACE                                                           \
	"SELECT t.kind, t.no, w.id, w.no, w.day, w.key, w.title, i.id," \
	"       i.no, t.goal, i.title, coalesce(t.board_id, 0),"        \
	"       coalesce(b.name, ''), t.made"                           \
	"  FROM trace t"                                                \
	"  JOIN workshop w"                                             \
	"    ON w.org_id = t.org_id AND w.id = t.workshop_id"           \
	"  JOIN item i ON i.org_id = t.org_id AND i.id = t.item_id"     \
	"  LEFT JOIN board b"                                           \
	"    ON b.org_id = t.org_id AND b.id = t.board_id"

static enum status read_all(struct scope *s, struct query q,
                            struct trace_list *out)
{
	while (query_next(&q)) {
		struct trace *t = PUSH(s->mem, out);

		t->kind           = (enum trace_kind)read_int(&q);
		t->no             = read_int(&q);
		t->workshop       = read_int(&q);
		t->workshop_no    = read_int(&q);
		t->workshop_day   = read_int(&q);
		t->workshop_key   = read_text(&q);
		t->workshop_title = read_text(&q);
		t->item           = read_int(&q);
		t->item_no        = read_int(&q);
		t->goal           = read_int(&q);
		t->item_title     = read_text(&q);
		t->board          = read_int(&q);
		t->board_name     = read_text(&q);
		t->made           = read_text(&q);
	}
	return query_end(&q);
}

enum status trace_list(struct scope *s, i64 assessment, enum trace_kind kind,
                       i64 no, struct trace_list *out)
{
	static const char sql[] =
		TRACE " WHERE t.org_id = $1 AND t.assessment_id = $2"
		"   AND t.kind = $3 AND ($4 = 0 OR t.no = $4)"
		" ORDER BY t.no, w.no, i.position, i.no, t.goal, b.no, t.id";

	return read_all(s, db_query(s, sql, VALUES(of_int(s->org),
		of_int(assessment), of_int(kind), of_int(no))), out);
}

enum status trace_from(struct scope *s, i64 workshop, enum trace_kind kind,
                       struct trace_list *out)
{
	static const char sql[] =
		TRACE " WHERE t.org_id = $1 AND t.workshop_id = $2"
		"   AND t.kind = $3"
		" ORDER BY t.no, i.position, i.no, t.goal, b.no, t.id";

	return read_all(s, db_query(s, sql, VALUES(of_int(s->org),
		of_int(workshop), of_int(kind))), out);
}
