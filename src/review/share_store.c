/* What a visitor has been let in to, wherever it is. */
#include "base/rights.h"
#include "db/db.h"
#include "review/share.h"

enum status shared_with(struct scope *s, i64 before, i64 most,
                        struct shared_list *out)
{
	static const char sql[] =
		"SELECT x.id, a.key, j.title, o.name, x.rights, x.ends"
		"  FROM access x"
		"  JOIN assessment a ON a.org_id = x.org_id"
		"   AND a.id = x.object"
		"  JOIN subject j ON j.org_id = a.org_id"
		"   AND j.id = a.subject_id"
		"  JOIN org o ON o.id = x.org_id"
		"  LEFT JOIN membership m ON m.org_id = x.org_id"
		"   AND m.person_id = x.person_id"
		" WHERE x.person_id = $1 AND x.kind = $2 AND x.id < $3"
		"   AND (x.ends IS NULL OR x.ends > $4) AND m.id IS NULL"
		" ORDER BY x.id DESC LIMIT $5";

	struct query q = db_query(s, sql, VALUES(
		of_int(s->person), of_int(ON_ASSESSMENT),
		of_int(before == 0 ? INT64_MAX : before), of_int(s->now),
		of_int(most)));

	while (query_next(&q)) {
		struct shared *row = PUSH(s->mem, out);

		row->id       = read_int(&q);
		row->key      = read_text(&q);
		row->title    = read_text(&q);
		row->org_name = read_text(&q);
		row->rights   = (unsigned)read_int(&q);
		row->ends     = read_int(&q);
	}
	return query_end(&q);
}
