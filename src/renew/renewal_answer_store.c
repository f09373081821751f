/* An assessment need not be gone over again: that is said, and may be taken
 * back. */
#include "base/text.h"
#include "db/db.h"
#include "renew/renewal.h"

enum status renewal_answer(struct scope *s, const struct renewal *w)
{
	static const char sql[] =
		"INSERT INTO renewal_answer (org_id, assessment_id, cause,"
		"       of_id, why, person, made_at)"
		" VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id";
	i64 id;

	TRY(db_insert(s, sql, VALUES(of_int(s->org), of_int(w->assessment),
		of_int(w->cause), of_int(w->of), of_text(w->why),
		of_int(s->person), of_int(s->now)), &id));
	return event_note(s, "renewal_answer", id, "note", NULL);
}

/* The answer that stands for an assessment, by what caused it. */
static enum status standing(struct scope *s, i64 assessment,
                            const char *framework, i64 *id)
{
	static const char sql[] =
		"SELECT x.id FROM renewal_answer x"
		"  LEFT JOIN framework f ON f.org_id = $1 AND x.cause = 2"
		"   AND f.id = x.of_id"
		" WHERE x.org_id = $1 AND x.assessment_id = $2"
		"   AND coalesce(f.key, '') = $3 AND x.removed_at IS NULL"
		" ORDER BY x.id DESC LIMIT 1";

	return db_number(s, sql, VALUES(of_int(s->org), of_int(assessment),
		of_text(framework == NULL ? "" : framework)), id);
}

enum status renewal_take_back(struct scope *s, i64 assessment,
                              const char *framework)
{
	static const char sql[] =
		"UPDATE renewal_answer SET removed_at = $3"
		" WHERE org_id = $1 AND id = $2";
	i64 id;

	TRY(standing(s, assessment, framework, &id));
	TRY(KEEP(s, "renewal_answer", id, "remove"));
	return db_change(s, sql, VALUES(of_int(s->org), of_int(id),
	                                of_int(s->now)));
}
