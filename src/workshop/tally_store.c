/* Answers as counts: what is shown to all never reads a single answer, but for
 * the words of a free question. */
#include "db/db.h"
#include "workshop/tally.h"

enum status tally_list(struct scope *s, i64 item, struct tally_list *out)
{
	static const char sql[] =
		"SELECT goal, value, count(*) FROM reply"
		" WHERE org_id = $1 AND item_id = $2"
		" GROUP BY goal, value ORDER BY goal, value";

	struct query q = db_query(s, sql, VALUES(of_int(s->org),
	                                         of_int(item)));

	while (query_next(&q)) {
		struct tally *t = PUSH(s->mem, out);

		t->goal  = read_int(&q);
		t->value = read_text(&q);
		t->n     = read_int(&q);
	}
	return query_end(&q);
}
