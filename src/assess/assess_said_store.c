/* For documents: what they say of the assessment itself. */
#include "assess/assess.h"
#include "db/db.h"

enum status assess_said(struct scope *s, i64 id, enum assessment_state state,
                        i64 changed_at)
{
	static const char sql[] =
		"UPDATE assessment SET state = $3, changed_at = $4"
		" WHERE org_id = $1 AND id = $2";

	return db_change(s, sql, VALUES(of_int(s->org), of_int(id),
	                                of_int(state), of_int(changed_at)));
}

enum status assess_step_aside(struct scope *s, i64 id)
{
	static const char sql[] =
		"UPDATE assessment SET key = $3, state = $4,"
		"       version = version + 1"
		" WHERE org_id = $1 AND id = $2";

	TRY(assess_open(s, id));
	TRY(KEEP(s, "assessment", id, "replace"));
	return db_change(s, sql, VALUES(of_int(s->org), of_int(id),
		of_text(key_new(s->mem)), of_int(ASSESS_REPLACED)));
}

enum status assess_follow_on(struct scope *s, i64 from, i64 to)
{
	static const char sql[] =
		"UPDATE assessment SET predecessor_id = $3"
		" WHERE org_id = $1 AND predecessor_id = $2";

	return db_change_all(s, sql, VALUES(of_int(s->org), of_int(from),
	                                    of_int(to)));
}
