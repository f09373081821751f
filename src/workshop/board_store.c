/* The tables of a workshop, and what it counts. */
#include "db/db.h"
#include "workshop/workshop.h"

static void read_board(struct query *q, struct board *b)
{
	b->id      = read_int(q);
	b->no      = read_int(q);
	b->name    = read_text(q);
	b->retired = read_int(q) != 0;
}

enum status board_list(struct scope *s, i64 workshop, struct board_list *out)
{
	static const char sql[] =
		"SELECT id, no, name, coalesce(retired_at, 0) FROM board b"
		" WHERE org_id = $1 AND workshop_id = $2"
		"   AND (retired_at IS NULL OR EXISTS ("
		"     SELECT 1 FROM board_reply r"
		"      WHERE r.org_id = b.org_id AND r.board_id = b.id))"
		" ORDER BY no";

	struct query q = db_query(s, sql, VALUES(of_int(s->org),
	                                         of_int(workshop)));

	while (query_next(&q))
		read_board(&q, PUSH(s->mem, out));
	return query_end(&q);
}

enum status board_get(struct scope *s, i64 workshop, i64 no,
                      struct board *b)
{
	static const char sql[] =
		"SELECT id, no, name, coalesce(retired_at, 0) FROM board"
		" WHERE org_id = $1 AND workshop_id = $2 AND no = $3";

	struct query q = db_query(s, sql, VALUES(
		of_int(s->org), of_int(workshop), of_int(no)));

	if (query_next(&q))
		read_board(&q, b);
	return query_end_one(&q);
}

enum status board_note(struct scope *s, i64 workshop, const char *name,
                       i64 *id)
{
	static const char sql[] =
		"INSERT INTO board (org_id, workshop_id, no, name)"
		" VALUES ($1, $2, $3, $4) RETURNING id";
	i64 no;

	TRY(workshop_counter(s, workshop, "board", &no));
	TRY(db_insert(s, sql, VALUES(of_int(s->org), of_int(workshop),
	                             of_int(no), of_text(name)), id));
	return event_note(s, "board", *id, "note", NULL);
}

enum status board_rename(struct scope *s, i64 workshop, i64 no,
                         const char *name, bool retired)
{
	static const char find[] =
		"SELECT id FROM board WHERE org_id = $1 AND workshop_id = $2"
		"   AND no = $3";
	static const char sql[] =
		"UPDATE board SET name = $3, retired_at = $4"
		" WHERE org_id = $1 AND id = $2";
	i64 id;

	TRY(db_number(s, find, VALUES(of_int(s->org), of_int(workshop),
	                              of_int(no)), &id));
	TRY(KEEP(s, "board", id, "change"));
	return db_change(s, sql, VALUES(of_int(s->org), of_int(id),
		of_text(name), of_id(retired ? s->now : 0)));
}
