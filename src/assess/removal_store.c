#include "assess/assess.h"
#include "base/clock.h"
#include "db/db.h"

enum { UNDO_DAYS = 30 };

enum status numbered_remove(struct scope *s, const struct removal *of,
                            i64 assessment, i64 no, bool removed)
{
	i64 at = removed ? s->now : s->now - (i64)UNDO_DAYS * DAY_MS;
	i64 id;

	TRY(assess_open(s, assessment));
	TRY(db_number(s, of->find, VALUES(of_int(s->org), of_int(assessment),
	                                  of_int(no)), &id));
	TRY(event_keep(s, of->table, of->row, id,
	               removed ? "remove" : "restore"));
	TRY(db_change(s, removed ? of->remove : of->restore,
	              VALUES(of_int(s->org), of_int(id), of_int(at))));
	return assess_touch(s, assessment);
}
