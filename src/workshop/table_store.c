/* Who sits at a table, and what they answered there. */
#include "db/db.h"
#include "workshop/table.h"

enum status seated_since(struct scope *s, i64 board, i64 since, i64 *out)
{
	static const char sql[] =
		"SELECT count(*) FROM guest WHERE org_id = $1"
		"   AND board_id = $2 AND kind = $3 AND category <> $4"
		"   AND (left_at IS NULL OR left_at >= $5)";

	return db_number(s, sql, VALUES(of_int(s->org), of_int(board),
		of_int(GUEST_PERSON), of_int(CATEGORY_ELECTED),
		of_int(since)), out);
}

enum status near_list(struct scope *s, i64 item, i64 board,
                      struct reply_list *out)
{
	static const char sql[] =
		"SELECT goal, value FROM reply"
		" WHERE org_id = $1 AND item_id = $2 AND board_id = $3";

	struct query q = db_query(s, sql, VALUES(of_int(s->org),
		of_int(item), of_int(board)));

	while (query_next(&q)) {
		struct reply *r = PUSH(s->mem, out);

		r->item  = item;
		r->board = board;
		r->goal  = read_int(&q);
		r->value = read_text(&q);
	}
	return query_end(&q);
}
